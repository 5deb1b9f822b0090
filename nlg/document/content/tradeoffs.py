"""What the higher reward asks for: more, or even less, which a reader must not be left to find out alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from nlg.data import Measure, SourceRef, is_money
from nlg.document.content.pair import Pair, candidate, distance
from nlg.document.messages import Price, Reading, TradeOff
from nlg.document.plan import Candidate


class _Side(Struct, frozen=True, gc=False):
    """A cost or a reward that sets the two apart."""

    measure: Measure
    lesser: str
    """The slug of the one that has less of it."""
    sources: tuple[SourceRef, ...]
    """Where the values of the two are from."""
    values: tuple[str, ...] = ("", "")
    """The text values of the two; empty for a number."""


def tradeoffs(pair: Pair) -> Iterator[Candidate]:
    """At most one candidate: the weightiest cost against the weightiest reward, which it buys or does not."""
    cost = _weightiest(pair, "cost")
    reward = _weightiest(pair, "reward")
    if cost is None or reward is None or not is_money(reward.measure.unit):
        # What a better outlook costs is nothing that anybody weighs.
        return
    if cost.lesser == reward.lesser:
        yield _price(pair, cost, reward)
        return
    cheaper, other = cost.lesser, reward.lesser
    turn = 1 if cheaper == pair.first else -1
    value, other_value = cost.values[::turn]
    message = TradeOff(
        f"trade_off.{cost.measure.range or cost.measure.concept}.{reward.measure.concept}",
        (cheaper, other),
        (cost.measure, reward.measure),
        (*cost.sources[::turn], *reward.sources[::turn]),
        cheaper,
        other,
        cost.measure,
        reward.measure,
        value,
        other_value,
    )
    yield candidate(pair, message, reward.measure, 0.95, "the one that asks for less gives more", cheaper)


def _price(pair: Pair, cost: _Side, reward: _Side) -> Candidate:
    """That the one that gives more asks for more."""
    lesser = reward.lesser
    greater = pair.second if lesser == pair.first else pair.first
    turn = 1 if greater == pair.first else -1
    message = Price(
        f"price.{cost.measure.range or cost.measure.concept}.{reward.measure.concept}",
        (greater, lesser),
        (cost.measure, reward.measure),
        (*cost.sources[::turn], *reward.sources[::turn]),
        cost.measure,
        reward.measure,
    )
    return candidate(pair, message, reward.measure, 0.5, "the one that gives more asks for more")


def _weightiest(pair: Pair, role: str) -> _Side | None:
    """The measure of that role that readers care most about, of those that both have; None where it does not
    set the two apart."""
    for measure in pair.once(_of_role, role):
        side = _number(pair, measure) if measure.numeric else _text(pair, measure)
        if side is not None:
            return side if side.lesser else None
    return None


def _of_role(pair: Pair, role: str) -> tuple[Measure, ...]:
    """The measures of a role that interest readers, the most interesting first; numbers before texts."""
    measures = sorted(pair.survey.dataset.measures, key=lambda measure: not measure.numeric)
    found = [one for one in measures if pair.interest(one).role == role and pair.interest(one).weight > 0]
    return tuple(sorted(found, key=lambda measure: -pair.interest(measure).weight))


def _number(pair: Pair, measure: Measure) -> _Side | None:
    readings = pair.survey.readings
    first = readings.get((pair.first, measure.concept))
    second = readings.get((pair.second, measure.concept))
    if first is None or second is None or measure.bound == "high":
        return None
    if measure.bound == "low" and not _whole(pair, measure, first, second):
        return None
    apart = distance(measure, first.value, second.value) == "apart"
    lesser = first.slug if first.value < second.value else second.slug
    return _Side(measure, lesser if apart else "", (first.source, second.source))


def _text(pair: Pair, measure: Measure) -> _Side | None:
    """A text measure whose values have an order, where both values are among them."""
    one = pair.once(_level, measure.concept, pair.first)
    two = pair.once(_level, measure.concept, pair.second)
    if one is None or two is None:
        return None
    lesser = "" if one.rank == two.rank else pair.first if one.rank < two.rank else pair.second
    return _Side(measure, lesser, (one.source, two.source), (one.text, two.text))


class _Level(NamedTuple):
    """A text value among those that have an order."""

    rank: int
    text: str
    source: SourceRef


def _level(pair: Pair, concept: str, slug: str) -> _Level | None:
    """An entity's value of a text measure whose values have an order, where it is among them."""
    seen = pair.survey.dataset.observed(slug, concept)
    if seen is None:
        return None
    measure = next(one for one in pair.survey.dataset.measures if one.concept == concept)
    text, levels = str(seen.value), pair.interest(measure).levels
    return _Level(levels.index(text.casefold()), text, seen.source) if text.casefold() in levels else None


def _whole(pair: Pair, low: Measure, first: Reading, second: Reading) -> bool:
    """Whether both ends of a range order the two alike, so that "takes less" is true without an if."""
    for measure in pair.survey.dataset.measures:
        if measure.range == low.range and measure.bound == "high":
            one = pair.survey.readings.get((first.slug, measure.concept))
            two = pair.survey.readings.get((second.slug, measure.concept))
            if one is None or two is None:
                return False
            apart: Decimal = (one.value - two.value) * (first.value - second.value)
            return apart > 0 or one.value == two.value
    return False
