"""More of one thing with less of another that readers take to come with it."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.document.content.pair import Pair, distance, ordered, scored
from nlg.document.messages import Surprise
from nlg.document.plan import Candidate


def surprises(pair: Pair) -> Iterator[Candidate]:
    """A candidate for each expectation of the grammar that the two turn round.

    A change that is expected must have turned round too: the larger field shrinks while the other grows.
    """
    readings = pair.survey.readings
    for aspect, first, second in pair.numeric:
        measure, expected = aspect.measure, aspect.interest.expects
        if not expected or first is None or second is None:
            continue
        one, two = readings.get((pair.first, expected)), readings.get((pair.second, expected))
        if one is None or two is None or distance(measure, first.value, second.value) != "apart":
            continue
        more, _ = ordered(first, second)
        less, other = (one, two) if more.slug == one.slug else (two, one)
        if less.value >= other.value or distance(less.measure, one.value, two.value) != "apart":
            continue
        if less.measure.unit == "percent_change" and not less.value < 0 < other.value:
            continue
        message = Surprise(
            f"surprise.{measure.concept}.{expected}",
            (more.slug, other.slug),
            (measure, less.measure),
            (first.source, second.source, one.source, two.source),
            more.slug,
            other.slug,
            more,
            less,
        )
        score = 0.7 * aspect.interest.weight
        yield scored(message, aspect, score, f"more {measure.concept}, yet less {expected}")
