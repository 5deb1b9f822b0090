"""The gap told last in another unit: "That works out at $320 a month", "over the year it adds up to $3,840"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.differences.gap_cues import difference_cue, is_nearer_gap
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("restating")
_POINTING, _VERBS = frozenset(_LIST["pointing"]), frozenset(_LIST["verbs"])
_PERIODS: dict[str, str] = {
    word: period for period in ("hour", "week", "month", "year") for word in _LIST[period]
}


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The figures of a clause that say the last gap once more."""
    if (told := _by_how_much(scene, clause)) is not None:
        yield told
        return
    gap = scene.gap if scene.gap is not None else scene.context.discourse.gap
    if gap is None or clause.cues("more", "ratio") or not _points_back(scene, clause):
        return
    if _is_set_against(scene, clause):
        return
    first, second, target, sign = gap
    spread = _spread(scene, clause)
    for mark in clause.figures():
        if mark.start in scene.used or mark.figure.high is not None or mark is spread:
            continue
        if not _is_of(scene, mark, target) or difference_cue(scene, clause, mark) is not None:
            continue
        figure = replace(mark.figure, period=mark.figure.period or _period(scene, clause, mark))
        if figure.hedge.startswith("limit"):
            # "adds up to $44,090" sets no limit.
            figure = replace(figure, hedge="")
        if not is_nearer_gap(scene, (first, second), target, figure):
            continue
        scene.used.add(mark.start)
        if spread is not None:
            scene.used.add(spread.start)
        scene.gap, scene.last_target = gap, target
        yield judge_difference(
            scene.reader, scene.place(mark.start, mark.end), first, second, target, figure, sign
        )


def _by_how_much(scene: Scene, clause: Clause) -> Claim | None:
    """How far two are apart that the sentence before compares: "Technicians are younger. By nine years, in fact."."""
    target, subjects = scene.context.discourse.target, scene.context.subjects
    opening = [token.low for token in scene.tokens[:2]]
    at = 1 if opening[:1] == ["by"] else 2 if opening == ["and", "by"] else 0
    figures = [mark for mark in clause.figures() if mark.start == at]
    if clause.number or not at or len(figures) != 1 or clause.entities() or clause.targets():
        return None
    if target is None or target.kind != "measure" or len(subjects) != 2 or figures[0].start in scene.used:
        return None
    if not fits(scene.reader, target, figures[0]):
        return None
    scene.used.add(figures[0].start)
    scene.last_target = target
    place = scene.place(at - 1, figures[0].end)
    return judge_difference(scene.reader, place, subjects[0], subjects[1], target, figures[0].figure, 0)


def _is_set_against(scene: Scene, clause: Clause) -> bool:
    """Whether two sums stand against each other, neither of them a gap: "at the bottom it's $39,100 to $35,630"."""
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    beside = following if clause.opener != "against" else scene.clauses[clause.number - 1 : clause.number]
    against = clause.opener == "against" or any(one.opener == "against" for one in following)
    return against and bool(clause.figures()) and any(one.figures() for one in beside)


def said_again(scene: Scene, clause: Clause, mark: FigureMark) -> Claim | None:
    """The gap stated before a figure in its clause, told in another unit.

    Example: "a difference of $95 a year is about $8 a month"
    """
    region = [clause]
    if clause.opener in (",", ")") and clause.number and clause.marks == [mark]:
        # "the difference, $620 a year, is one percent"
        region = scene.clauses[max(0, clause.number - 2) : clause.number + 1]
    before = [figure for one in region for figure in one.figures() if figure.end <= mark.start]
    gaps = any(one.cues("gap") for one in region)
    if scene.gap is None or not before or before[-1].start not in scene.used or not gaps:
        return None
    words = {token.low for token in scene.tokens[before[-1].end : mark.start]}
    apposed = clause.opener == "," and clause.marks == [mark] and mark.figure.unit == "percent"
    if not (words & _VERBS or apposed) or any(
        before[-1].end <= one.start < mark.start for one in clause.entities()
    ):
        return None
    first, second, target, sign = scene.gap
    if not _is_of(scene, mark, target):
        return None
    scene.used.add(mark.start)
    figure = replace(mark.figure, period=mark.figure.period or _period(scene, clause, mark))
    return judge_difference(
        scene.reader, scene.place(mark.start, mark.end), first, second, target, figure, sign
    )


def _points_back(scene: Scene, clause: Clause) -> bool:
    """Whether a clause, or the one that it goes on from, has "that" or "which" for its subject and names nothing."""
    number = scene.index(clause)
    start = number
    while start and scene.clauses[start].opener in ("or", "(", ",", "and", "—"):
        if any(token.low in _POINTING for token in scene.tokens[scene.clauses[start].start :][:3]):
            break
        start -= 1
    relative = any(token.low == "which" for token in scene.tokens[scene.clauses[start].start :][:2])
    region = scene.clauses[start if relative else 0 : number + 1]
    for one in region:
        if any(not mark.reference for mark in one.entities()):
            return False
        if any(
            not mark.is_verb and not mark.is_weak and scene.tokens[mark.start].low not in _VERBS
            for mark in one.targets()
        ):
            return False
    words = [token.low for one in region for token in scene.tokens[one.start : one.end]]
    return bool(_POINTING.intersection(words)) and bool(_VERBS.intersection(words))


def _spread(scene: Scene, clause: Clause) -> FigureMark | None:
    """The months or weeks over which a sum is spread: "over twelve months, that is some $230"."""
    for one in scene.clauses[: scene.index(clause) + 1]:
        for mark in one.figures():
            if mark.figure.unit == "time" and (mark.figure.value, mark.figure.period) in _WHOLE_YEARS:
                return mark
    return None


_WHOLE_YEARS = {(Decimal(12), "months"): "month", (Decimal(52), "weeks"): "week"}


def _period(scene: Scene, clause: Clause, mark: FigureMark) -> str:
    """The time that the words around a sum name: "over a full year", "per month"."""
    spread = _spread(scene, clause)
    if spread is not None:
        return _WHOLE_YEARS[spread.figure.value, spread.figure.period]
    words = [token.low for token in scene.tokens[: clause.end]]
    return next((_PERIODS[word] for word in reversed(words) if word in _PERIODS), "")


def _is_of(scene: Scene, mark: FigureMark, target: Target) -> bool:
    kind, unit = family(scene.reader, target), mark.figure.unit
    if unit == "money":
        return kind == "money"
    return unit == "percent" and kind not in ("percent", "change")
