"""Ranges beside each other, and the range that does not reach the other's typical value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Measure
from nlg.document.content.pair import Pair, candidate, winner
from nlg.document.messages import Reach, Reading, SameSpan, Span, Spread
from nlg.document.plan import Candidate


def spans(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every range."""
    for name, (low, high) in pair.survey.layout.ranges.items():
        ends = pair.once(_ends, name, pair.first), pair.once(_ends, name, pair.second)
        whole = [found for found in ends if found is not None]
        weight = pair.interest(low).weight
        if len(whole) == 1:
            bottom, top = whole[0]
            evidence = (bottom.source, top.source)
            span = Span(f"span.{name}", (bottom.slug,), (low, high), evidence, bottom, top)
            yield candidate(pair, span, low, 0.3 * weight, "only one of the two ranges is known")
        elif len(whole) == 2:
            yield _compared(pair, name, whole[0], whole[1], weight)


def _ends(pair: Pair, name: str, slug: str) -> tuple[Reading, Reading] | None:
    """An entity's range, where both of its ends are known and there is something between them."""
    low, high = pair.survey.layout.ranges[name]
    bottom = pair.survey.readings.get((slug, low.concept))
    top = pair.survey.readings.get((slug, high.concept))
    return (bottom, top) if bottom is not None and top is not None and bottom.value < top.value else None


def _compared(
    pair: Pair, name: str, one: tuple[Reading, Reading], two: tuple[Reading, Reading], weight: float
) -> Candidate:
    low, high = one[0].measure, one[1].measure
    if one[0].value == two[0].value and one[1].value == two[1].value:
        evidence = (one[0].source, one[1].source, two[0].source, two[1].source)
        same = SameSpan(f"same_span.{name}", (one[0].slug, two[0].slug), (low, high), evidence, *one, *two)
        return candidate(pair, same, low, 0.45 * weight, "the same range")
    if (two[1].value, two[0].value) > (one[1].value, one[0].value):
        one, two = two, one
    evidence = (one[0].source, one[1].source, two[0].source, two[1].source)
    strange = max(
        pair.survey.usual[low.concept].strangeness(one[0].value, two[0].value),
        pair.survey.usual[high.concept].strangeness(one[1].value, two[1].value),
    )
    behind = _is_behind_between(pair, name, one[0].slug, two[0].slug)
    spread = Spread(f"spread.{name}", (one[0].slug, two[0].slug), (low, high), evidence, *one, *two, behind)
    reason = ("interest {:.2f}, strangeness of the wider gap {:.2f}", weight, strange)
    return candidate(
        pair, spread, low, weight * (0.25 + 0.75 * strange), reason, winner(pair, one[1], two[1])
    )


def _is_behind_between(pair: Pair, name: str, slug: str, other: str) -> bool:
    """Whether the first has the lower typical value, so that no lead holds from end to end."""
    typical = pair.once(_typical, name)
    if typical is None:
        return False
    readings = pair.survey.readings
    middle, other_middle = readings.get((slug, typical.concept)), readings.get((other, typical.concept))
    return middle is not None and other_middle is not None and middle.value < other_middle.value


def _ahead(pair: Pair, one: tuple[Reading, Reading], two: tuple[Reading, Reading]) -> str:
    """Who comes out ahead: only a range that lies higher with both of its ends does."""
    higher = one[0].value > two[0].value and one[1].value > two[1].value
    return winner(pair, one[1], two[1]) if higher else ""


WELL_BELOW = Decimal("0.95")
"""The share of the other's middle below which an end is out of reach; nearer than that it is about there."""


def _typical(pair: Pair, name: str) -> Measure | None:
    """The reward whose values lie inside a range that is a reward, too."""
    low, high = pair.survey.layout.ranges[name]
    if pair.interest(low).role != "reward":
        return None
    for measure in pair.survey.dataset.measures:
        is_like = measure.numeric and not measure.range and measure.unit == high.unit
        if is_like and pair.interest(measure).role == "reward":
            return measure
    return None


def reaches(pair: Pair) -> Iterator[Candidate]:
    """Where the high end of one range stays below the other's typical value of the same unit.

    Only rewards qualify: "even the best-paid" makes no sense of a range that nobody climbs.
    """
    readings = pair.survey.readings
    for low, high in pair.survey.layout.ranges.values():
        typical = pair.once(_typical, low.range)
        if typical is None:
            continue
        for slug, other in ((pair.first, pair.second), (pair.second, pair.first)):
            top = readings.get((slug, high.concept))
            middle = readings.get((other, typical.concept))
            if top is None or middle is None or top.value > middle.value * WELL_BELOW:
                continue
            message = Reach(
                f"reach.{low.range}",
                (slug, other),
                (high, typical),
                (top.source, middle.source),
                top,
                middle,
            )
            score = 0.85 * pair.interest(typical).weight
            yield candidate(pair, message, typical, score, "one range ends below the other's middle", other)
