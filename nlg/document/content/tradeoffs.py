"""The one that asks for less also gives more: what a reader must not be left to find out alone."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.data import Measure
from nlg.document.content.pair import Pair, candidate, distance
from nlg.document.plan import Candidate, Reading, TradeOff


def tradeoffs(pair: Pair) -> Iterator[Candidate]:
    """At most one candidate: the weightiest cost against the weightiest reward, if it does not buy it."""
    costs: list[tuple[Measure, Reading, Reading]] = []
    rewards: list[tuple[Measure, Reading, Reading]] = []
    for measure, first, second in pair.numeric:
        role = pair.interest(measure).role
        if not role or first is None or second is None or measure.bound == "high":
            continue
        if measure.bound == "low" and not _whole(pair, measure, first, second):
            continue
        (costs if role == "cost" else rewards).append((measure, first, second))
    if not costs or not rewards:
        return

    def weight(entry: tuple[Measure, Reading, Reading]) -> float:
        return pair.interest(entry[0]).weight

    cost, reward = max(costs, key=weight), max(rewards, key=weight)
    if any(distance(entry[0], entry[1].value, entry[2].value) != "apart" for entry in (cost, reward)):
        return
    cheaper = cost[1] if cost[1].value < cost[2].value else cost[2]
    richer = reward[1] if reward[1].value > reward[2].value else reward[2]
    if cheaper.slug != richer.slug:
        return
    other = pair.second if cheaper.slug == pair.first else pair.first
    evidence = (cost[1].source, cost[2].source, reward[1].source, reward[2].source)
    message = TradeOff(
        f"trade_off.{cost[0].range or cost[0].concept}.{reward[0].concept}",
        (cheaper.slug, other),
        (cost[0], reward[0]),
        evidence,
        cheaper.slug,
        other,
        cost[0],
        reward[0],
    )
    yield candidate(pair, message, reward[0], 0.95, "the one that asks for less gives more", cheaper.slug)


def _whole(pair: Pair, low: Measure, first: Reading, second: Reading) -> bool:
    """Whether both ends of a range order the two alike, so that "takes less" is true without an if."""
    for measure in pair.survey.dataset.measures:
        if measure.range == low.range and measure.bound == "high":
            one = pair.survey.readings.get((first.slug, measure.concept))
            two = pair.survey.readings.get((second.slug, measure.concept))
            if one is None or two is None:
                return False
            return (one.value - two.value) * (first.value - second.value) > 0 or one.value == two.value
    return False
