"""Where on a range a gap lies: at an end of it, or in the middle."""

from __future__ import annotations

from nlg.validator.binding.comparands import comparison_target, first_measure
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import bound_words
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def is_at_an_end(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether words name the end at which a gap lies, and none but verbs a measure of its own.

    Example: "at the 10th percentile, software developers make 64% more"
    """
    verbs = scene.reader.idiom.verbs
    verbal = all(one.is_verb or scene.tokens[one.start].low in verbs for one in clause.targets())
    return verbal and bool(bound_words(scene, clause, mark))


def of_what_is_usual(scene: Scene, mark: FigureMark) -> Target | None:
    """The pay of which "the median" alone is that: "a gap of less than 4% in the median is no reason to move"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 4]]
    alone = words[:3] in _MEDIANS and words[3:] not in (["age"], ["time"])
    spans = [name for name, ends in scene.reader.ranges.items() if scene.reader.families[ends[0]] == "money"]
    return plain_beside(scene, Target("range", spans[0])) if alone and len(spans) == 1 else None


_MEDIANS = (["in", "the", "median"], ["at", "the", "median"])


def bound_target(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The end of a range that is spoken of, when the gap is between such ends: "tops out $14,000 lower"."""
    here = bound_words(scene, clause, mark)
    bound = here or (0 if clause.targets() else scene.bound)
    if not bound:
        return None
    last = scene.last_target
    if last is None or here:
        last = first_measure(scene.reader, comparison_target(scene, clause, None, mark.end)) or last
    if last is None:
        every = [ends for ends in scene.reader.ranges.values() if scene.reader.families[ends[0]] == "money"]
        return Target("measure", every[0][1 if bound > 0 else 0]) if here and len(every) == 1 else None
    ends = scene.reader.ranges.get(last.name) if last.kind == "range" else None
    if ends is None and last.kind == "measure":
        unit = scene.reader.measures[last.name].unit
        ends = next(
            (pair for pair in scene.reader.ranges.values() if scene.reader.measures[pair[0]].unit == unit),
            None,
        )
    return Target("measure", ends[1 if bound > 0 else 0]) if ends else None
