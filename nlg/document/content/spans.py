"""Ranges beside each other, and the range that does not reach the other's typical value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.document.content.pair import Pair, candidate, winner
from nlg.document.messages import Reach, Reading, SameSpan, Span, Spread
from nlg.document.plan import Candidate


def spans(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every range."""
    readings = pair.survey.readings
    for name, (low, high) in pair.survey.layout.ranges.items():
        ends = [
            (readings.get((slug, low.concept)), readings.get((slug, high.concept)))
            for slug in (pair.first, pair.second)
        ]
        whole = [
            (bottom, top)
            for bottom, top in ends
            if bottom is not None and top is not None and bottom.value < top.value
        ]
        weight = pair.interest(low).weight
        if len(whole) == 1:
            bottom, top = whole[0]
            evidence = (bottom.source, top.source)
            span = Span(f"span.{name}", (bottom.slug,), (low, high), evidence, bottom, top)
            yield candidate(pair, span, low, 0.3 * weight, "only one of the two ranges is known")
        elif len(whole) == 2:
            yield _compared(pair, name, whole[0], whole[1], weight)


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
    spread = Spread(f"spread.{name}", (one[0].slug, two[0].slug), (low, high), evidence, *one, *two)
    reason = ("interest {:.2f}, strangeness of the wider gap {:.2f}", weight, strange)
    return candidate(
        pair, spread, low, weight * (0.25 + 0.75 * strange), reason, winner(pair, one[1], two[1])
    )


def _ahead(pair: Pair, one: tuple[Reading, Reading], two: tuple[Reading, Reading]) -> str:
    """Who comes out ahead: only a range that lies higher with both of its ends does."""
    higher = one[0].value > two[0].value and one[1].value > two[1].value
    return winner(pair, one[1], two[1]) if higher else ""


WELL_BELOW = Decimal("0.95")
"""The share of the other's middle below which an end is out of reach; nearer than that it is about there."""


def reaches(pair: Pair) -> Iterator[Candidate]:
    """Where the high end of one range stays below the other's typical value of the same unit.

    Only rewards qualify: "even the best-paid" makes no sense of a range that nobody climbs.
    """
    readings = pair.survey.readings
    for low, high in pair.survey.layout.ranges.values():
        typical = next(
            (
                measure
                for measure in pair.survey.dataset.measures
                if measure.numeric
                and not measure.range
                and measure.unit == high.unit
                and pair.interest(measure).role == "reward"
            ),
            None,
        )
        if typical is None or pair.interest(low).role != "reward":
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
