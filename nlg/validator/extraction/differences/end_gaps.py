"""How far two entities are apart at an end of their ranges: "at the 10th percentile the lead grows to $6,610"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.differences.gap_cues import is_nearer_gap
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import end_at, limit_of
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.lexis.tails import HIGH, LOW, MEDIAN
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_IT_IS = (["it", "is"], ["it", "'s"])
_TAKEN_UP = frozenset({"it", "this", "that"})
_BESIDE = frozenset({"among", "at", "for", "in"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The sums of a clause that say how wide a gap is at an end of the range."""
    for mark in clause.figures():
        if mark.start in scene.used or mark.figure.high is not None:
            continue
        if mark.figure.unit == "percent":
            yield from _in_percent(scene, clause, mark)
        if mark.figure.unit != "money":
            continue
        again = _goes_on(scene, clause, mark)
        if not again and not _is_of_gap(scene, clause, mark):
            continue
        limit = _limit(scene, clause, mark)
        sides = _sides(scene)
        target = _end(scene, limit)
        if again and _is_at_the_middle(scene, clause, mark):
            target = _middle(scene)
        if sides is None or target is None or not is_nearer_gap(scene, sides, target, mark.figure):
            continue
        scene.used.add(mark.start)
        scene.used.update(cue.start for cue in clause.cues("most", "trend", "gap"))
        better = [cue for cue in clause.cues("more") if mark.end <= cue.start <= mark.end + 1]
        scene.used.update(cue.start for cue in better)
        scene.last_target, scene.bound = target, limit
        sign = scene.gap[3] if again and scene.gap is not None else 0
        scene.gap = (*sides, target, sign)
        place = scene.place(mark.start, better[0].end if better else mark.end)
        yield judge_difference(scene.reader, place, *sides, target, mark.figure, sign)


def _in_percent(scene: Scene, clause: Clause, mark: FigureMark) -> Iterator[Claim]:
    """ "By the 90th percentile, their advantage has shrunk to about 30%": who leads is who has the advantage."""
    core = mark.figure.core
    before = [token.low for token in scene.tokens[max(0, min(mark.start, core) - 1) : core]]
    gaps = [cue for cue in clause.cues("gap") if cue.end <= mark.start]
    changes = clause.cues("trend") or any(
        token.low in _CHANGING for token in scene.tokens[clause.start : mark.start]
    )
    limit = _limit(scene, clause, mark)
    target, sides = _end(scene, limit), _sides(scene)
    if not gaps or not changes or before[:1] != ["to"] or target is None or sides is None:
        return
    owned = [
        entity for entity in clause.entities() if len(entity.slugs) == 1 and entity.end <= gaps[-1].start
    ]
    other = scene.other(owned[-1].slugs) if owned else ""
    if other and scene.tokens[gaps[-1].start].low in _LEADING:
        sides = owned[-1].slugs[0], other
    scene.used.update((mark.start, *(cue.start for cue in clause.cues("trend", "gap"))))
    scene.last_target, scene.bound = target, limit
    sign = 1 if other and scene.tokens[gaps[-1].start].low in _LEADING else 0
    yield judge_difference(scene.reader, scene.place(mark.start, mark.end), *sides, target, mark.figure, sign)


_LEADING = frozenset({"lead", "advantage", "edge", "premium"})
_CHANGED = frozenset({"fallen", "risen", "grown", "shrunk", "dropped", "down", "up"})
_CHANGING = _CHANGED.union(word_list("reconsideration")["changing"])


def _goes_on(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a clause tells of one more end by how much the same two differ there: "but by only $1,190 at the top"."""
    if (
        scene.gap is None
        or clause.opener not in ("and", "while", ",", ";")
        or clause.figures()[0] is not mark
    ):
        return False
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    light = all(word in _LIGHT for word in words)
    return light and not clause.entities() and not clause.cues("more", "gap", "than")


_LIGHT = frozenset("by only just a mere some about still even then to".split())


def _is_of_gap(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a gap is what a sum measures: a noun of difference without a sum of its own goes before, or "it" does."""
    last: CueMark | None = None
    spoken = False
    for owner, other in scene.marks():
        if other.start >= mark.start:
            break
        if isinstance(other, CueMark) and other.cue.role == "gap":
            last, spoken = other, True
        elif isinstance(other, FigureMark) and other.figure.unit == "money" and other.start not in scene.used:
            last = None
        if (
            owner.opener in (";", "while")
            and owner is clause
            and last is not None
            and last.end <= owner.start
        ):
            last = None
    if spoken and last is not None and not _is_named_apart(scene, clause, last):
        return True
    if [token.low for token in scene.tokens[mark.start - 2 : mark.start]] in _IT_IS:
        # "The gulf gets wider. At the tenth percentile it is $5,450", where no end itself is as small
        return True
    opening = {token.low for token in scene.tokens[: mark.start]}
    taken_up = scene.context.discourse.gap is not None and bool(opening & _TAKEN_UP)
    return taken_up and not any(one.entities() and not one.entities()[0].reference for one in scene.clauses)


def _is_named_apart(scene: Scene, clause: Clause, cue: CueMark) -> bool:
    """Whether somebody is named between a noun of difference and a sum, which is theirs then."""
    return any(entity.start > cue.end and not entity.reference for entity in clause.entities())


def _limit(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 for the end that is named beside a sum: "for the lowest earners, who are $9,540 better off"."""
    found = limit_of(scene, clause, mark)
    if found in (HIGH, LOW):
        return found
    if clause.opener == "who" and clause.number:
        before = scene.clauses[clause.number - 1]
        for index in range(before.end - 1, before.start - 1, -1):
            if end := end_at(scene, before, index):
                return end
    for cue in clause.cues("most"):
        if _is_between_them(scene, clause, mark, cue):
            return cue.cue.sign
        words = [token.low for token in scene.tokens[max(0, cue.start - 2) : cue.start]]
        if (
            cue.start >= mark.end
            and words[-1:] == ["the"]
            and words[0] in _BESIDE
            and cue.end >= clause.end - 1
        ):
            return cue.cue.sign
    return 0


def _is_between_them(scene: Scene, clause: Clause, mark: FigureMark, cue: CueMark) -> bool:
    """Whether a gap is told to lie between the people at one end: "the gap between the lowest-paid in each is …"."""
    before = [token.low for token in scene.tokens[max(clause.start, cue.start - 2) : cue.start]]
    gaps = [gap for gap in clause.cues("gap") if gap.end <= cue.start]
    return cue.end <= mark.start and before in _BETWEEN and bool(gaps)


_BETWEEN = (["between", "the"], ["among", "the"], ["for", "the"])


def _end(scene: Scene, limit: int) -> Target | None:
    """The end of the one range in money."""
    reader = scene.reader
    ends = [ends for ends in reader.ranges.values() if reader.families[ends[0]] == "money"]
    return Target("measure", ends[0][1 if limit > 0 else 0]) if limit and len(ends) == 1 else None


def _is_at_the_middle(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a sum is told of what is usual: "by $5,410 at the bottom, but by $2,900 at the median"."""
    behind = {token.low for token in scene.tokens[mark.end : min(clause.end, mark.end + 3)]}
    return limit_of(scene, clause, mark) == MEDIAN or bool(behind & _USUAL)


_USUAL = frozenset(word_list("ends")["usual"]["words"])


def _middle(scene: Scene) -> Target | None:
    """What is usual, in the unit of the one range in money."""
    reader = scene.reader
    ranges = [name for name, ends in reader.ranges.items() if reader.families[ends[0]] == "money"]
    return plain_beside(scene, Target("range", ranges[0])) if len(ranges) == 1 else None


def _sides(scene: Scene) -> tuple[str, str] | None:
    gap = scene.gap or scene.context.discourse.gap
    if gap is not None:
        return gap[0], gap[1]
    subjects = scene.context.subjects
    return (subjects[0], subjects[1]) if len(subjects) == 2 else None
