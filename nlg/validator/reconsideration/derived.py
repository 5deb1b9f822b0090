"""Amounts that are no cell's but are reckoned from cells: how wide a range is, how far an end lies from another.

A figure of three or more digits does not equal such a distance by chance: who copies a wrong cell hits another cell.
Example: "a span of 42.6 million km", "by $8,910 does the 10th-percentile therapist out-earn the median assistant"
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import bound_words, side_named
from nlg.validator.judgement.figures import judge_width, scaled
from nlg.validator.judgement.tolerance import holds, rounds_to
from nlg.validator.judgement.verdicts import Amount, amount_of, make, plain_number
from nlg.validator.lexis.figure import Figure, digits_of
from nlg.validator.reconsideration.words import STATING, marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_MANY = 3
"""Digits of an amount that is nobody else's by chance."""


@dataclass(frozen=True, slots=True)
class _Point:
    """One amount on the scale of a range: somebody's lower end, upper end or what is usual of them."""

    slug: str
    target: Target
    amount: Amount


def of_distances(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, an amount that is a distance between two points of a scale taken for that.

    It is so exactly, or the sentence itself gives both points.
    """
    given = {
        (claim.subjects[0], claim.attribute)
        for claim in claims
        if claim.verdict == "supported" and claim.kind in STATING and len(claim.subjects) == 1
    }
    for claim in claims:
        found = _figure(scene, claim)
        yield (_distance(scene, claim, given, *found) if found is not None else None) or claim


def _figure(scene: Scene, claim: Claim) -> tuple[Clause, FigureMark] | None:
    if claim.verdict != "refuted" or claim.kind not in (*STATING, "difference", "range"):
        return None
    figures = [(clause, mark) for clause, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    return figures[0] if len(figures) == 1 and figures[0][1].figure.high is None else None


def _distance(
    scene: Scene, claim: Claim, given: AbstractSet[tuple[str, str]], clause: Clause, mark: FigureMark
) -> Claim | None:
    is_gap = claim.kind == "difference"
    for name in scene.reader.ranges:
        target = Target("range", name)
        if not fits(scene.reader, target, mark):
            continue
        if is_gap and len(claim.subjects) == 2:
            if found := _between(scene, claim, target, mark, given):
                return found
        elif (
            not is_gap
            and len(claim.subjects) == 1
            and _is_exact(mark)
            and not _is_an_end(scene, clause, mark)
        ):
            figure = replace(mark.figure, hedge="")
            judged = judge_width(scene.reader, place_of(scene, claim), claim.subjects, target, figure)
            if judged.verdict == "supported":
                return judged
    return None


def _is_exact(mark: FigureMark) -> bool:
    digits = digits_of(mark.figure)
    return digits >= _MANY and is_telling(mark.figure)


def _is_an_end(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether the words before a figure name one end of a range, and not both of them."""
    if not bound_words(scene, clause, mark):
        return False
    start = scene.clauses[clause.number - 1].start if clause.number else clause.start
    sides = {side_named(scene, clause, at) for at in range(start, mark.start)}
    sides.update(
        limit for at, tail in scene.tails().items() if start <= at < mark.start for limit in tail.limits
    )
    return not {1, -1} <= sides


def _between(
    scene: Scene, claim: Claim, span: Target, mark: FigureMark, given: AbstractSet[tuple[str, str]]
) -> Claim | None:
    """A gap between two points of a scale, one of each of the two, where it is in the direction told."""
    signs = {
        one.cue.sign
        for _, one in marks_of(scene, claim)
        if isinstance(one, CueMark) and one.cue.role == "more" and one.cue.sign
    }
    first, second = (_points(scene, slug, span) for slug in claim.subjects)
    for one in first:
        for two in second:
            gap = one.amount.value - two.amount.value
            if one.target == two.target or (signs and signs != {1 if gap > 0 else -1}):
                continue
            told = {(one.slug, one.target.name), (two.slug, two.target.name)} <= given
            value = scaled(scene.reader, one.target, mark.figure, abs(gap))
            if _equals(mark.figure, value) if told else _is_exact(mark) and _rounds(mark.figure, value):
                return make(
                    scene.reader, place_of(scene, claim), "difference", claim.subjects, one.target, "supported",
                    "", plain_number(mark.figure.value), plain_number(gap), one.amount.source + two.amount.source,
                )  # fmt: skip
    return None


def _points(scene: Scene, slug: str, span: Target) -> list[_Point]:
    targets = [Target("measure", concept) for concept in scene.reader.ranges[span.name]]
    usual = plain_beside(scene, span)
    found = [
        (target, amount_of(scene.reader, slug, target)) for target in (*targets, usual) if target is not None
    ]
    return [_Point(slug, target, amount) for target, amount in found if amount is not None]


def _equals(figure: Figure, value: Decimal) -> bool:
    return holds(abs(figure.value), figure.step, figure.hedge, value)


def _rounds(figure: Figure, value: Decimal) -> bool:
    return rounds_to(abs(figure.value), figure.step, value)
