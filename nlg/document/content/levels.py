"""Values beside each other: level, difference, ratio, tie, similarity."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Measure
from nlg.document.content.pair import STRANGE, Aspect, Pair, ahead, distance, ordered, scored
from nlg.document.messages import Difference, Level, Ratio, Reading, Similarity, Tie
from nlg.document.plan import Candidate, Case

RATIO_FROM = Decimal("1.8")
"""From here on a reader grasps a multiple more easily than a difference."""
FOLLOWING = 0.2
"""What is left of the news where a measure only follows another one."""
EXPECTED_WEIGHT = 0.65
"""From this interest on, that two are the same is worth as much as how they differ."""
LEAST_SHARE = Decimal(5)
"""Percent below which a multiple of a share makes much of little."""
RATIO_LIMIT = Decimal(100)
"""Beyond this a multiple is a curiosity of the units and the plain values say more."""


def levels(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every numeric measure that is neither a change nor a bound."""
    for aspect, first, second in pair.numeric:
        measure = aspect.measure
        if measure.range or measure.unit == "percent_change":
            continue
        if first is None or second is None:
            reading = first or second
            assert reading is not None
            message = Level(
                f"level.{measure.concept}", (reading.slug,), (measure,), (reading.source,), reading
            )
            yield scored(message, aspect, 0.3 * aspect.interest.weight, "only one of the two is known")
            continue
        yield _compared(pair, aspect, first, second)


def _compared(pair: Pair, aspect: Aspect, first: Reading, second: Reading) -> Candidate:
    measure, interest, _ = aspect
    weight = interest.weight
    greater, lesser = ordered(first, second)
    subjects = (greater.slug, lesser.slug)
    evidence = (greater.source, lesser.source)
    apart = distance(measure, first.value, second.value)
    if apart == "equal":
        tie = Tie(
            f"tie.{measure.concept}",
            (first.slug, second.slug),
            (measure,),
            (first.source, second.source),
            first,
            second,
        )
        return scored(tie, aspect, _sameness(weight), "equal as printed")
    if apart == "near":
        near = Similarity(f"similarity.{measure.concept}", subjects, (measure,), evidence, greater, lesser)
        return scored(near, aspect, _sameness(weight), "the gap is smaller than is worth calling one")
    strange = pair.survey.usual[measure.concept].strangeness(first.value, second.value)
    score = weight * (0.25 + 0.75 * strange)
    reason: Case = (STRANGE, weight, strange)
    leader = _followed(pair, interest.follows, greater.slug, lesser.slug) if interest.follows else ""
    if leader:
        score *= FOLLOWING
        reason = (f"{STRANGE}, but only follows {{}}", weight, strange, leader)
    is_ahead = ahead(interest, greater, lesser)
    if multiple(pair, measure, greater.value, lesser.value):
        ratio = Ratio(f"ratio.{measure.concept}", subjects, (measure,), evidence, greater, lesser)
        return scored(ratio, aspect, score, reason, is_ahead)
    difference = Difference(f"difference.{measure.concept}", subjects, (measure,), evidence, greater, lesser)
    return scored(difference, aspect, score, reason, is_ahead)


def _followed(pair: Pair, leader: str, greater: str, lesser: str) -> str:
    """The concept that explains why the greater has more, if it does."""
    more, less = (pair.survey.readings.get((slug, leader)) for slug in (greater, lesser))
    return leader if more is not None and less is not None and more.value > less.value else ""


def _sameness(weight: float) -> float:
    """The score of a tie: news on what readers came for, small talk on anything else."""
    return (0.6 if weight >= EXPECTED_WEIGHT else 0.25) * weight


def multiple(pair: Pair, measure: Measure, greater: Decimal, lesser: Decimal) -> bool:
    """Whether the gap is better told as a multiple than as a difference."""
    if not lesser * RATIO_FROM <= greater <= lesser * RATIO_LIMIT or lesser <= 0:
        return False
    if measure.unit.startswith("percent") and lesser < LEAST_SHARE:
        return False
    return pair.once(_is_scaled, measure.concept)


def _is_scaled(pair: Pair, concept: str) -> bool:
    """Whether values of the measure have multiples: its nought is no matter of convention."""
    usual = pair.survey.usual[concept]
    unit, scaled = usual.measure.unit, pair.interest(usual.measure).ratio
    if scaled is None:
        scaled = not unit.startswith(("percent", "score", "°")) and unit != "years"
    return scaled and usual.values[0] >= 0
