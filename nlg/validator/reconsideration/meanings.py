"""Figures that are true once it is seen what they are: a sum of two, pay by the month, a fall told without its sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling
from nlg.validator.extraction.figures.yearly_counts import is_annual
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.tolerance import fraction_holds, holds
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.lexis.figure import Figure, is_parts_of_a_year
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("reconsideration")
_PERIODS: dict[str, str] = {
    word: period for period in ("hour", "week", "month") for word in _LIST["periods"][period]
}
_TOGETHER, _YEARLY = frozenset(_LIST["together"]), frozenset(_LIST["yearly"])


def in_another_period(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, pay without a period taken for that of which the sentence spoke: "a vet's monthly pay is …"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_in_period(scene, claim, found[1]) if found is not None else None) or claim


def _in_period(scene: Scene, claim: Claim, mark: FigureMark) -> Claim | None:
    if mark.figure.unit != "money" or mark.figure.period or claim.attribute not in scene.reader.measures:
        return None
    said = [_PERIODS[token.low] for token in scene.tokens[: mark.start] if token.low in _PERIODS]
    said += [
        one.figure.period.removesuffix("s")
        for _, one in scene.marks()
        if isinstance(one, FigureMark) and one.end <= mark.start and is_parts_of_a_year(one.figure)
    ]
    if not said:
        return None
    figure = replace(mark.figure, period=said[-1])
    target = Target("measure", claim.attribute)
    return _if_true(judge_figure(scene.reader, place_of(scene, claim), claim.subjects, target, figure))


def in_our_years(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a number of one's own years or days taken for that time: "nearly two of our years"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_of_time(scene, claim, found[1]) if found is not None else None) or claim


def _of_time(scene: Scene, claim: Claim, mark: FigureMark) -> Claim | None:
    after = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
    if mark.figure.unit != "plain" or len(after) < 3 or after[0] != "of" or after[1] not in _OURS:
        return None
    span = after[2]
    if after[1] == "ours":
        # "A Uranian year, at about 84 of ours, …"
        before = [f"{token.low}s" for token in scene.tokens[: mark.start]]
        span = next((word for word in reversed(before) if word in _SPANS), "")
    if claim.attribute not in scene.reader.measures or span not in _SPANS:
        return None
    figure = replace(mark.figure, unit="time", period=span)
    target = Target("measure", claim.attribute)
    return _if_true(judge_figure(scene.reader, place_of(scene, claim), claim.subjects, target, figure))


_OURS = frozenset({"our", "ours", "your", "my"})
_SPANS = frozenset({"years", "months", "weeks", "days", "hours"})


def _if_true(claim: Claim) -> Claim | None:
    return claim if claim.verdict == "supported" else None


def of_a_decline(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a change without a sign taken for the decline told before: "both are to shrink: … (0.2 percent)"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_decline(scene, claim, *found) if found is not None else None) or claim


def _decline(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    target = Target("measure", claim.attribute)
    if claim.attribute not in scene.reader.measures or family(scene.reader, target) != "change":
        return None
    trends = [cue for one in scene.clauses[: clause.number] for cue in one.cues("trend") if cue.cue.sign]
    own = any(cue.cue.sign > 0 for cue in clause.cues("trend"))
    if own or mark.figure.signed or not trends or trends[-1].cue.sign > 0:
        return None
    figure = replace(mark.figure, value=-mark.figure.value)
    return _if_true(
        judge_figure(scene.reader, place_of(scene, claim), claim.subjects, target, figure, claim.kind)
    )


def of_two_together(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, what both have together taken for their sum: "which makes 67,300 for the two together"."""
    for claim in claims:
        found = figure_of(scene, claim)
        words = {token.low for token in scene.tokens[found[0].start : found[0].end]} if found else set()
        if found is None or not words & _TOGETHER or len(claim.subjects) != 2:
            yield claim
            continue
        target, figure = Target("measure", claim.attribute), found[1].figure
        amounts = [amount_of(scene.reader, slug, target) for slug in claim.subjects]
        known = [amount.value for amount in amounts if amount is not None]
        true = len(known) == 2 and holds(figure.value, figure.step, figure.hedge, sum(known, Decimal(0)))
        yield replace(claim, verdict="supported", message="") if true else claim


def of_parts_together(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a share of those who are one thing or another taken for their sum: "a bachelor's or a master's"."""
    for claim in claims:
        marks = marks_of(scene, claim) if claim.verdict == "refuted" and claim.kind == "share" else []
        figures = [(clause, mark) for clause, mark in marks if isinstance(mark, FigureMark)]
        true = len(figures) == 1 and len(claim.subjects) == 1 and _are_parts(scene, claim, *figures[0])
        yield replace(claim, verdict="supported", message="") if true else claim


def _are_parts(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> bool:
    if _is_added_up(scene, claim, clause, mark):
        return True
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    if not following or following[0].opener != "or" or following[0].figures() or following[0].entities():
        return False
    items = [
        [target for one in part.marks if isinstance(one, TargetMark) for target in one.targets]
        for part in (clause, following[0])
    ]
    firsts = [next((target for target in found if target.kind == "item"), None) for found in items]
    amounts = [amount_of(scene.reader, claim.subjects[0], target) for target in firsts if target is not None]
    known = [amount.value for amount in amounts if amount is not None]
    if len(known) != 2:
        return False
    return _is_share(mark.figure, sum(known, Decimal(0)))


def _is_added_up(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> bool:
    """Whether a share is that of all items named before it, to which some are added: "add the master's, and it's …"."""
    words = [token.low for token in scene.tokens[: mark.start]]
    named = {
        (target.name, target.item.lower()): target
        for part in scene.clauses[: clause.number + 1]
        for one in part.targets()
        if one.end <= mark.start
        for target in one.targets
        if target.kind == "item"
    }
    if not _ADDING & set(words) or len(named) < 2 or not is_telling(mark.figure):
        return False
    amounts = [amount_of(scene.reader, claim.subjects[0], target) for target in named.values()]
    known = [amount.value for amount in amounts if amount is not None]
    return len(known) == len(named) and _is_share(mark.figure, sum(known, Decimal(0)))


_ADDING = frozenset({"add", "adding", "added", "include", "including", "count", "counting", "plus"})


def _is_share(figure: Figure, percent: Decimal) -> bool:
    """Whether a figure, a percentage or a fraction, is true of a share in percent."""
    if figure.unit == "fraction":
        return fraction_holds(figure.value * 100, figure.hedge, percent)
    return holds(figure.value, figure.step, figure.hedge, percent)


def of_the_others(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a share of those who are something else taken for the rest: "one in ten is other than white"."""
    for claim in claims:
        marks = marks_of(scene, claim) if claim.verdict == "refuted" and claim.kind == "share" else []
        figures = [mark.figure for _, mark in marks if isinstance(mark, FigureMark)]
        excepted = [
            target
            for _, one in scene.marks()
            if isinstance(one, TargetMark) and _are_excepted(scene, one)
            for target in one.targets
            if target.kind == "item"
        ]
        amounts = [
            amount_of(scene.reader, slug, target) for target in excepted[:1] for slug in claim.subjects
        ]
        rests = [100 - amount.value for amount in amounts if amount is not None]
        true = len(figures) == 1 and bool(rests) and all(_is_share(figures[0], rest) for rest in rests)
        yield replace(claim, verdict="supported", message="") if true else claim


def _are_excepted(scene: Scene, mark: TargetMark) -> bool:
    return [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]] == ["other", "than"]


def by_the_year(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a number of what comes each year taken for that: "13,500 positions fall open each year"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_yearly(scene, claim, *found) if found is not None else None) or claim


def _yearly(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    own = claim.attribute
    if mark.figure.unit != "plain" or own not in scene.reader.measures or is_annual(scene.reader, own):
        return None
    words = [token.low for token in scene.tokens[mark.end :]]
    if not any(one in _YEARLY and two == "year" for one, two in pairwise(words)):
        return None
    for concept, measure in scene.reader.measures.items():
        target = Target("measure", concept)
        if (
            not measure.numeric
            or not is_annual(scene.reader, concept)
            or not fits(scene.reader, target, mark)
        ):
            continue
        judged = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects, target, mark.figure, claim.kind
        )
        if judged.verdict == "supported":
            return judged
    return None


def of_what_is_compared(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure alone behind a comparison taken for what is compared: "there are fewer of them: 47,800"."""
    true = [claim for claim in claims if claim.verdict == "supported" and claim.kind in _COMPARING]
    for claim in claims:
        found = figure_of(scene, claim)
        before = [
            one
            for one in true
            if one.span[1] <= claim.span[0] and len(claim.subjects) == 1 and claim.subjects[0] in one.subjects
        ]
        measured = before and before[-1].attribute in scene.reader.measures
        measured = measured and before[-1].attribute != claim.attribute
        if (
            found is None
            or not measured
            or found[0].marks != [found[1]]
            or found[0].opener not in _ALONE
            or not _is_bare(scene, *found)
        ):
            yield claim
            continue
        target = Target("measure", before[-1].attribute)
        if not fits(scene.reader, target, found[1]):
            yield claim
            continue
        judged = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects, target, found[1].figure, claim.kind
        )
        yield _if_true(judged) or claim


def _is_bare(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether no unit and no other word follows a figure, so that it may be of anything."""
    return not mark.figure.period and not any(
        token.low.isalpha() for token in scene.tokens[mark.end : clause.end]
    )


_ALONE = frozenset({":", ",", "(", "—"})
_COMPARING = frozenset({"comparison", "ratio"})


def of_own_multiple(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a multiple of one's own taken for the value told in it: "Neptune has 17.1 times"."""
    for claim in claims:
        is_ratio = claim.verdict == "refuted" and claim.kind == "ratio" and len(claim.subjects) == 2
        yield (_multiple(scene, claim) if is_ratio else None) or claim


def _multiple(scene: Scene, claim: Claim) -> Claim | None:
    figures = [(clause, mark) for clause, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    if len(figures) != 1 or not is_telling(figures[0][1].figure):
        return None
    clause, mark = figures[0]
    behind = [token for token in scene.tokens[mark.end : clause.end] if token.low.isalpha()]
    earlier = [one for part in scene.clauses[: clause.number] for one in part.figures()]
    if behind or not any(one.figure.unit == "times" for one in earlier):
        return None
    figure = replace(mark.figure, unit="plain")
    target = Target("measure", claim.attribute)
    return _if_true(judge_figure(scene.reader, place_of(scene, claim), claim.subjects[:1], target, figure))
