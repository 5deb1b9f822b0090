"""Figures that are gaps after all, gaps that are none, and gaps whose sides or measure the words leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling, names
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import bound_words, end_at
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import sense
from nlg.validator.vocabulary.resolution import Target

_BARE = word_list("ends")["bare"]
_HIGH, _LOW = frozenset(_BARE["high"]), frozenset(_BARE["low"])
_GOING_ON = frozenset({"or", "("})
"""What opens the same gap in another unit: "some $6,300 or 10 percent above the paralegal"."""

_AGAINST = frozenset({"above", "below", "beyond", "behind", "under", "over", "of", "past"})
"""Last words of what sets a gap against whom is named next: "$630 above the same mark for welders"."""


def before_a_comparative(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure said once more in percent before its comparative taken for a gap: "$9,290 or 9% more"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_gap(scene, claim, *found) if found is not None else None) or claim


def _gap(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    cue = _comparative_behind(scene, clause, mark)
    other = scene.other(claim.subjects)
    if cue is None or not other:
        return None
    for target in _measures(scene, claim, mark):
        sign = sense(scene.reader, cue.cue, target)
        judged = judge_difference(
            scene.reader, place_of(scene, claim), claim.subjects[0], other, target, mark.figure, sign
        )
        if judged.verdict == "supported":
            return judged
    return None


def _comparative_behind(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The comparative that follows a figure, with nothing but the same in another unit between them."""
    region = [clause]
    for following in scene.clauses[clause.number + 1 :]:
        if following.opener not in _GOING_ON or following.entities():
            break
        region.append(following)
    for one in (one for part in region for one in part.marks if one.start >= mark.end):
        if isinstance(one, CueMark) and one.cue.role == "more" and one.cue.sign:
            return one
        if not isinstance(one, FigureMark):
            return None
    return None


def _measures(scene: Scene, claim: Claim, mark: FigureMark) -> list[Target]:
    """The measures that a gap may be of: first the one taken, then, where it is told exactly, any in its unit."""
    own = [claim.attribute] if claim.attribute in scene.reader.measures else []
    every = [concept for concept, one in scene.reader.measures.items() if one.numeric]
    concepts = dict.fromkeys([*own, *(every if is_telling(mark.figure) else ())])
    targets = [Target("measure", concept) for concept in concepts]
    return [target for target in targets if fits(scene.reader, target, mark)]


def behind_by(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a sum behind "by" and a name alone taken for a gap: "Winner on pay: hygienists, by $46,960"."""
    for claim in claims:
        found = figure_of(scene, claim)
        other = scene.other(claim.subjects) if found is not None else ""
        if found is None or not other or claim.attribute not in scene.reader.measures:
            yield claim
            continue
        mark = found[1]
        before = [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]]
        target = Target("measure", claim.attribute)
        if before != [",", "by"] or claim.kind not in ("value", "share", "bound"):
            yield claim
            continue
        yield judge_difference(
            scene.reader, place_of(scene, claim), claim.subjects[0], other, target, mark.figure, 0
        )


def of_other_sides(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a gap taken to be to whom alone its clause names: "which is $630 above the mark for welders"."""
    for claim in claims:
        found = _stated_gap(scene, claim)
        yield (_turned(scene, claim, *found) if found is not None else None) or claim


def _stated_gap(scene: Scene, claim: Claim) -> tuple[Clause, FigureMark, CueMark] | None:
    """The figure and the comparative behind it of a gap that was refuted."""
    if claim.verdict != "refuted" or claim.kind != "difference" or len(claim.subjects) != 2:
        return None
    marks = marks_of(scene, claim)
    figures = [(clause, mark) for clause, mark in marks if isinstance(mark, FigureMark)]
    cues = [mark for _, mark in marks if isinstance(mark, CueMark) and mark.cue.role == "more"]
    return (*figures[0], cues[0]) if len(figures) == 1 and cues else None


def _turned(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark, cue: CueMark) -> Claim | None:
    region = [clause, *(one for one in scene.clauses[clause.number + 1 :][:1] if one.opener == "than")]
    named = [one for part in region for one in part.entities()]
    if any(one.end <= mark.start for one in clause.cues("trend")):
        # "jobs are projected to grow by 4.6 points more than for nurses" says what the gap is of, and whose.
        return None
    if cue.start < mark.end or len(named) > 1 or any(one.start < cue.end or one.reference for one in named):
        return None
    if named and len(region) == 1 and scene.tokens[cue.end - 1].low not in _AGAINST:
        return None
    other = scene.other(named[0].slugs) if named else ""
    first, second = (other, named[0].slugs[0]) if other else claim.subjects
    words = {token.low for part in region for token in scene.tokens[max(part.start, mark.end) : part.end]}
    for target in _measures_between(scene, claim, mark, words):
        sign = sense(scene.reader, cue.cue, target)
        judged = judge_difference(
            scene.reader, place_of(scene, claim), first, second, target, mark.figure, sign
        )
        if judged.verdict == "supported":
            return judged
    return None


def _measures_between(scene: Scene, claim: Claim, mark: FigureMark, words: set[str]) -> list[Target]:
    """The measures between which a gap may lie: ends that are named behind it, else what no word forbids."""
    ends = list(scene.reader.ranges.values())
    high, low = bool(words & _HIGH), bool(words & _LOW)
    if high != low:
        at_end = [Target("measure", pair[1 if high else 0]) for pair in ends]
        return [target for target in at_end if fits(scene.reader, target, mark)]
    own = Target("measure", claim.attribute)
    is_told = any(names(scene, one, own) for _, one in marks_of(scene, claim))
    return [own] if is_told and claim.attribute in scene.reader.measures else _measures(scene, claim, mark)


def of_the_usual(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a gap taken for one between ends that is from one end to what is usual.

    Example: "they live on less than $36,000, and that is $650 below what a middling baker takes home"
    """
    for claim in claims:
        found = _stated_gap(scene, claim)
        yield (_to_the_usual(scene, claim, *found) if found is not None else None) or claim


def _to_the_usual(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark, cue: CueMark) -> Claim | None:
    measure = scene.reader.measures.get(claim.attribute)
    sides = [one for one in scene.clauses[clause.number + 1 :][:1] if one.opener == "than"]
    if measure is None or not measure.range or not any(one.entities() for one in sides):
        return None
    usual = plain_beside(scene, Target("range", measure.range))
    words = {token.low for side in sides for token in scene.tokens[side.start : side.end]}
    if usual is None or not (
        words & _MIDDLE or any(names(scene, one, usual) for side in sides for one in side.marks)
    ):
        return None
    first, second = claim.subjects
    own = Target("measure", claim.attribute)
    judged = judge_difference(
        scene.reader, place_of(scene, claim), first, second, own, mark.figure, cue.cue.sign, usual
    )
    return judged if judged.verdict == "supported" else None


def of_a_value(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a sum behind a comma taken for a value and no gap: "carpenters pull far ahead, $98,370 versus …"."""
    for claim in claims:
        found = _stated_gap(scene, claim) if claim.verdict == "refuted" else None
        yield (_value(scene, claim, *found) if found is not None else None) or claim


def _value(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark, cue: CueMark) -> Claim | None:
    parted = cue.end < mark.start and scene.tokens[mark.start - 1].low in (",", "(", ":", "—")
    if not parted or not is_telling(mark.figure):
        return None
    for target in _measures(scene, claim, mark):
        judged = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects[:1], target, mark.figure, "value"
        )
        if judged.verdict == "supported":
            return judged
    return None


def of_what_was_told(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a gap of no measure told here taken for one in what was told last: "less than 1% separates them"."""
    for claim in claims:
        is_gap = claim.verdict == "refuted" and claim.kind == "difference" and len(claim.subjects) == 2
        yield (_gap_told(scene, claim) if is_gap else None) or claim


def _gap_told(scene: Scene, claim: Claim) -> Claim | None:
    said, own = _told_last(scene), Target("measure", claim.attribute)
    marks = marks_of(scene, claim)
    figures = [(clause, mark) for clause, mark in marks if isinstance(mark, FigureMark)]
    if said is None or said.kind != "measure" or len(figures) != 1:
        return None
    clause, mark = figures[0]
    near = range(scene.clauses[max(0, clause.number - 1)].start, clause.end)
    if said != own and _is_an_end(scene, own) and any(end_at(scene, clause, at) for at in near):
        # "At the 90th percentile, they are $4,490 ahead once again" is of no other end.
        return None
    if any(names(scene, one, own) for _, one in scene.marks()) or any(one.targets() for one in scene.clauses):
        return None
    if mark.figure.unit != "percent" and not fits(scene.reader, said, mark):
        return None
    signs = [one.cue.sign for _, one in marks if isinstance(one, CueMark)]
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    if after[:1] and after[0] in _SIDES and after[1:] in ([","], ["."], [";"], [")"]):
        judged = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects[:1], said, mark.figure, "value"
        )
        return judged if judged.verdict == "supported" else None
    if any(signs) or said == own:
        return None
    first, second = claim.subjects
    judged = judge_difference(scene.reader, place_of(scene, claim), first, second, said, mark.figure, 0)
    return judged if judged.verdict == "supported" else None


def _is_an_end(scene: Scene, target: Target) -> bool:
    return any(target.name in ends for ends in scene.reader.ranges.values())


def _told_last(scene: Scene) -> Target | None:
    """What was measured last: the end of a range where the last figure was one."""
    discourse = scene.context.discourse
    said = discourse.target
    if said is None or not discourse.bound or said.kind != "measure":
        return said
    unit = scene.reader.measures[said.name].unit
    ends = [pair[1 if discourse.bound > 0 else 0] for pair in scene.reader.ranges.values()]
    found = [concept for concept in ends if scene.reader.measures[concept].unit == unit]
    return Target("measure", found[0]) if found else said


_SIDES = frozenset({"above", "below"})
"""Alone behind a figure they say on which side of zero it is."""


def at_an_end(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a sum taken for the end of a range that its sentence speaks of: "the better-paid tenth … $60,070"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_end(scene, claims, claim, *found) if found is not None else None) or claim


def _end(scene: Scene, claims: list[Claim], claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    if bound_words(scene, clause, mark):
        # The words beside it say which end it is.
        return None
    if not is_telling(mark.figure) or _MIDDLE & {
        token.low for token in scene.tokens[clause.start : clause.end]
    }:
        return None
    earlier = [one for _, one in scene.marks() if isinstance(one, FigureMark) and one.end <= mark.start]
    # At most one figure may stand between the words for an end and another figure that they govern.
    start = earlier[-2].end if len(earlier) > 1 else 0
    words = {scene.tokens[at].low for at in range(start, mark.start)}
    ends = {end_at(scene, clause, at) for at in range(start, mark.start)}
    said = (_end_before(scene, claims, claim) or scene.context.discourse.bound) if words & _LIKE else 0
    high = 1 in ends or said > 0
    low = -1 in ends or said < 0
    for pair in scene.reader.ranges.values():
        for concept in (pair[0],) * low + (pair[1],) * high:
            target = Target("measure", concept)
            if not fits(scene.reader, target, mark):
                continue
            figure = replace(mark.figure, hedge="")
            judged = judge_figure(
                scene.reader, place_of(scene, claim), claim.subjects, target, figure, claim.kind
            )
            if judged.verdict == "supported":
                return judged
    return None


def _end_before(scene: Scene, claims: list[Claim], claim: Claim) -> int:
    """Which end of a range the sentence gave rightly before a claim: 1, −1, or 0 for none."""
    sides = {
        concept: side
        for pair in scene.reader.ranges.values()
        for concept, side in zip(pair, (-1, 1), strict=True)
    }
    before = [
        sides[one.attribute]
        for one in claims
        if one.verdict == "supported" and one.span[1] <= claim.span[0] and one.attribute in sides
    ]
    return before[-1] if before else 0


_MIDDLE = frozenset({"median", "average", "mean", "typical", "middle", "middling", "ordinary", "usual"})
_LIKE = frozenset({"same", "corresponding", "line", "mark"})
"""Words by which a sum is at the same end as the one before."""
