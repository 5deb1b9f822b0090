"""What never goes beyond a figure, and how far apart the ends of a range lie."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.comparands import comparison_target
from nlg.validator.binding.figures import subject_of
from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import range_beside
from nlg.validator.extraction.ranges.limits import side_named
from nlg.validator.judgement.figures import judge_bound, judge_width
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.tails import HIGH, LOW
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_WIDTHS = frozenset(word_list("ends")["width"]["nouns"])
_SPANNING = frozenset(word_list("ends")["width"]["spanning"])
_SWINGING = frozenset(word_list("ends")["width"]["swinging"])


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The limits and widths of ranges that a clause states without naming the range."""
    if scene.reader.ranges and not scene.advisory:
        yield from _never_beyond(scene, clause)
        yield from _width(scene, clause)
        yield from _swing(scene, clause)


def _never_beyond(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "Neptune never gets closer to the Sun than 4,471.1 million km": the lower end of its range."""
    cues = clause.cues("more")
    side = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    if side is None or side.opener != "than" or not cues or side.entities() or len(side.figures()) != 1:
        return
    near = scene.clauses[max(0, clause.number - 2) : clause.number] if clause.opener in ("or", "nor") else []
    near = [*near, clause]
    if not any(scene.tokens[cue.start].low == "never" for one in near for cue in one.cues("not")):
        return
    figure, subjects = side.figures()[0], clause.subject
    for target in comparison_target(scene, clause, cues[-1], cues[-1].end):
        if target.kind != "measure" or family(scene.reader, target) == "money" or not subjects:
            continue
        span = range_beside(scene, target)
        if span is None or not fits(scene.reader, target, figure) or figure.start in scene.used:
            continue
        scene.used.update((figure.start, cues[-1].start))
        scene.last_target, scene.said = target, subjects
        place = scene.place(cues[-1].start, figure.end)
        yield judge_bound(scene.reader, place, subjects, span, figure.figure, cues[-1].cue.sign > 0)


def _width(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "The spread between a low-paid and a high-paid baker comes to $20,700"."""
    first = clause.start
    if clause.opener == "and" and not scene.clauses[clause.number - 1].figures():
        first = scene.clauses[clause.number - 1].start
    words = [token.low for token in scene.tokens[first : clause.end]]
    sums = [figure for figure in clause.figures() if figure.start not in scene.used]
    if len(sums) != 1:
        return
    if "between" in words and _WIDTHS.intersection(words):
        reach = range(first + words.index("between"), sums[0].start)
    elif _SPANNING.intersection(token.low for token in scene.tokens[clause.start : sums[0].start]):
        # "pay spans $64,480 from the 10th to the 90th percentile"
        reach = range(sums[0].end, clause.end)
    else:
        return
    sides = {side_named(scene, clause, index) for index in reach}
    sides.update(limit for at, tail in scene.tails().items() if at in reach for limit in tail.limits)
    money = [name for name, (low, _) in scene.reader.ranges.items() if scene.reader.families[low] == "money"]
    subjects = subject_of(scene, clause, sums[0])
    if not {HIGH, LOW} <= sides or len(money) != 1 or len(subjects) != 1 or sums[0].figure.unit != "money":
        return
    scene.used.add(sums[0].start)
    scene.used.update(cue.start for cue in clause.cues("gap"))
    target = scene.last_target = Target("range", money[0])
    yield judge_width(scene.reader, scene.place(sums[0].start, sums[0].end), subjects, target, sums[0].figure)


def _swing(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "Its distance varies by 42.6 million km", "Venus strays by a mere 1.4 million km"; of no pay."""
    sums = [figure for figure in clause.figures() if figure.start not in scene.used]
    words = [token.low for token in scene.tokens[clause.start : sums[0].start]] if sums else []
    at = next((at for at in range(len(words) - 1) if words[at] in _SWINGING and words[at + 1] == "by"), -1)
    if at < 0 or len(words) - at > _NEAR or sums[0].figure.high is not None:
        return
    spans = [
        Target("range", name)
        for name, (low, _) in scene.reader.ranges.items()
        if scene.reader.families[low] != "money" and fits(scene.reader, Target("range", name), sums[0])
    ]
    subjects = subject_of(scene, clause, sums[0])
    if len(spans) != 1 or len(subjects) != 1:
        return
    scene.used.add(sums[0].start)
    scene.used.update(cue.start for cue in clause.cues("gap"))
    scene.last_target = spans[0]
    yield judge_width(
        scene.reader, scene.place(sums[0].start, sums[0].end), subjects, spans[0], sums[0].figure
    )


_NEAR = 6
"""Words from a verb of varying to the figure: "varies by as little as about 5 million km"."""
