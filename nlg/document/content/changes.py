"""Projected changes beside each other: growth, decline, divergence, the same pace."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.document.content.pair import STRANGE, Pair, ahead, distance, ordered, scored
from nlg.document.messages import AnyMessage, Decline, Divergence, Growth, Level, Pace
from nlg.document.plan import Candidate, Case

LEAST_TURN = Decimal(1)
"""In percentage points: nearer than that, a rise and a fall are both next to nothing, and nobody is ahead."""


def changes(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every measure of change."""
    for aspect, first, second in pair.numeric:
        measure, interest, _ = aspect
        if measure.unit != "percent_change":
            continue
        weight = interest.weight
        if first is None or second is None:
            reading = first or second
            assert reading is not None
            level = Level(f"level.{measure.concept}", (reading.slug,), (measure,), (reading.source,), reading)
            yield scored(level, aspect, 0.4 * weight, "only one of the two is known")
            continue
        greater, lesser = ordered(first, second)
        strange = pair.survey.usual[measure.concept].strangeness(first.value, second.value)
        score = weight * (0.3 + 0.7 * strange)
        reason: Case = (STRANGE, weight, strange)
        evidence = (greater.source, lesser.source)
        subjects = (greater.slug, lesser.slug)
        message: AnyMessage
        winner = ahead(interest, greater, lesser)
        if distance(measure, first.value, second.value) != "apart":
            message = Pace(f"pace.{measure.concept}", subjects, (measure,), evidence, greater, lesser)
            score, reason, winner = 0.55 * weight, "both change by about the same", ""
        elif lesser.value > 0:
            message = Growth(f"growth.{measure.concept}", subjects, (measure,), evidence, greater, lesser)
        elif greater.value < 0:
            subjects, evidence = subjects[::-1], evidence[::-1]
            message = Decline(f"decline.{measure.concept}", subjects, (measure,), evidence, lesser, greater)
        else:
            message = Divergence(
                f"divergence.{measure.concept}", subjects, (measure,), evidence, greater, lesser
            )
            if greater.value - lesser.value < LEAST_TURN:
                winner = ""
            else:
                score = weight * (0.5 + 0.5 * strange)
                reason = (f"{STRANGE}, the signs differ", weight, strange)
        yield scored(message, aspect, score, reason, winner)
