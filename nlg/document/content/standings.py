"""Where each stands among all entities of the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.document.content.pair import Pair, candidate
from nlg.document.messages import Standing
from nlg.document.plan import Candidate

LEAST_POPULATION = 20
"""Among fewer, a standing is small talk."""
NOTABLE = Decimal(80)
"""From this share below (or above) a standing is worth a sentence."""


def standings(pair: Pair) -> Iterator[Candidate]:
    """A candidate for each of the two on each reward that puts it near the top or the bottom."""
    for measure, first, second in pair.numeric:
        interest = pair.interest(measure)
        usual = pair.survey.usual[measure.concept]
        if interest.role != "reward" or measure.range or len(usual.values) < LEAST_POPULATION:
            continue
        if interest.weight < 0.8:
            continue
        for reading in (first, second):
            if reading is None:
                continue
            below = usual.share_below(reading.value)
            above = usual.share_above(reading.value)
            if below < NOTABLE and above < NOTABLE:
                continue
            message = Standing(
                f"standing.{measure.concept}.{reading.slug}",
                (reading.slug,),
                (measure,),
                (reading.source,),
                reading,
                below if below >= NOTABLE else -above,
                len(usual.values),
            )
            extreme = float(max(below, above) - NOTABLE) / float(100 - NOTABLE)
            score = interest.weight * (0.35 + 0.35 * extreme)
            yield candidate(pair, message, measure, score, "near an end of the whole dataset")
