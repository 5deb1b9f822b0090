"""Where each stands among all entities of the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Measure
from nlg.document.content.pair import Pair, candidate
from nlg.document.messages import Standing
from nlg.document.plan import Candidate

LEAST_POPULATION = 20
"""Among fewer, a standing is small talk."""
NOTABLE = Decimal(80)
"""From this share below (or above) a standing is worth a sentence."""
LEAST_WEIGHT = 0.8
"""Of a measure that interests readers less, nobody asks for the rank."""


def standings(pair: Pair) -> Iterator[Candidate]:
    """A candidate for each of the two on each reward that puts it near the top or the bottom."""
    for measure in pair.once(_ranked):
        for slug in (pair.first, pair.second):
            found = pair.once(_standing, measure.concept, slug)
            if found is not None:
                yield found


def _ranked(pair: Pair) -> tuple[Measure, ...]:
    """The rewards that readers care for and many entities have."""
    found = []
    for usual in pair.survey.usual.values():
        interest = pair.interest(usual.measure)
        is_reward = interest.role == "reward" and not usual.measure.range
        if is_reward and len(usual.values) >= LEAST_POPULATION and interest.weight >= LEAST_WEIGHT:
            found.append(usual.measure)
    return tuple(found)


def _standing(pair: Pair, concept: str, slug: str) -> Candidate | None:
    reading = pair.survey.readings.get((slug, concept))
    if reading is None:
        return None
    measure, usual = reading.measure, pair.survey.usual[concept]
    below = usual.share_below(reading.value)
    above = usual.share_above(reading.value)
    if below < NOTABLE and above < NOTABLE:
        return None
    message = Standing(
        f"standing.{concept}.{slug}",
        (slug,),
        (measure,),
        (reading.source,),
        reading,
        below if below >= NOTABLE else -above,
        len(usual.values),
    )
    extreme = float(max(below, above) - NOTABLE) / float(100 - NOTABLE)
    score = pair.interest(measure).weight * (0.35 + 0.35 * extreme)
    return candidate(pair, message, measure, score, "near an end of the whole dataset")
