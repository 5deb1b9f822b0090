"""Which measures of a pair are drawn: what the eye takes in faster than a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from nlg.data import Collection, Item, Measure
from nlg.document.content.pair import Pair
from nlg.document.plan import ChangeChart, ChartPlan, RangeBar, RangeChart, ShareChart
from nlg.document.survey import Survey

CHANGE_UNIT = "percent_change"
LEAST_INTEREST = 0.3
"""Below this nobody came to look."""
LEAST_ITEMS = 2
MOST_ITEMS = 5
"""Bars that fit on a phone's screen together."""


def charts(pair: Pair) -> Mapping[str, tuple[ChartPlan, ...]]:
    """At most one chart of each kind, by the section that it illustrates: the most interesting one."""
    found: dict[str, tuple[ChartPlan, ...]] = {}
    drawable = pair.once(_drawable)
    for section, chart in (
        _first(_range, pair, drawable.ranges),
        _first(_change, pair, drawable.changes),
        _first(_shares, pair, drawable.shares),
    ):
        if chart is not None and section:
            found[section] = (*found.get(section, ()), chart)
    return found


Entry = tuple[str, ChartPlan | None]
"""Section and chart, where there is anything to draw."""
Drawn = TypeVar("Drawn")


def _first(draw: Callable[[Pair, Drawn], Entry], pair: Pair, subjects: tuple[Drawn, ...]) -> Entry:
    """The first of the subjects of which there is anything to draw."""
    for subject in subjects:
        entry = draw(pair, subject)
        if entry[1] is not None:
            return entry
    return "", None


class _Bounds(NamedTuple):
    """A range and the measure that is typical of it."""

    low: Measure
    high: Measure
    typical: Measure


class _Drawable(NamedTuple):
    """What can be drawn of a dataset that interests anybody, the most interesting first."""

    ranges: tuple[_Bounds, ...]
    changes: tuple[Measure, ...]
    shares: tuple[Collection, ...]


def _drawable(pair: Pair) -> _Drawable:
    survey, interests = pair.survey, pair.interests

    def best(found: Iterable[Subject]) -> tuple[Subject, ...]:
        ranked = [subject for subject in found if interests.of(subject).weight >= LEAST_INTEREST]
        return tuple(sorted(ranked, key=lambda subject: -interests.of(subject).weight))

    ends = dict(survey.layout.ranges.values())
    typical = {low: typical_of(low, survey) for low in ends}
    ranges = [(low, ends[low], middle) for low, middle in typical.items() if middle is not None]
    lows = best(low for low, _, _ in ranges)
    measures = [one for one in survey.dataset.measures if one.unit == CHANGE_UNIT and not one.range]
    collections = [one for one in survey.dataset.collections if one.kind == "distribution"]
    return _Drawable(
        tuple([_Bounds(*found) for low in lows for found in ranges if found[0] is low]),
        best(measures),
        best(collections),
    )


Subject = TypeVar("Subject", Measure, Collection)


def _section(of: Measure | Collection) -> str:
    return of.sections[-1] if of.sections else ""


def _range(pair: Pair, bounds: _Bounds) -> Entry:
    """A range that is known of both, and whose typical value is known of either."""
    one = pair.once(_bar, bounds.low.range, pair.first)
    two = pair.once(_bar, bounds.low.range, pair.second)
    if one is None or two is None or (one.typical is None and two.typical is None):
        return "", None
    return _section(bounds.low), RangeChart(bounds.typical, (one, two))


def typical_of(bound: Measure, survey: Survey) -> Measure | None:
    """The measure whose values lie inside a range: of its unit, and called by a name that the range's
    noun holds ("salary" in "salary range")."""
    noun = bound.noun.casefold()
    for measure in survey.dataset.measures:
        if measure.numeric and not measure.range and measure.unit == bound.unit:
            if any(name and name.casefold() in noun for name in (measure.noun, *measure.also)):
                return measure
    return None


def _bar(pair: Pair, name: str, slug: str) -> RangeBar | None:
    bounds = next(found for found in pair.once(_drawable).ranges if found.low.range == name)
    readings = pair.survey.readings
    bottom, top = readings.get((slug, bounds.low.concept)), readings.get((slug, bounds.high.concept))
    if bottom is None or top is None:
        return None
    return RangeBar(bottom, top, readings.get((slug, bounds.typical.concept)))


def _change(pair: Pair, measure: Measure) -> Entry:
    """A projected change that is known of both and not both nothing."""
    readings = pair.survey.readings
    one = readings.get((pair.first, measure.concept))
    two = readings.get((pair.second, measure.concept))
    if one is None or two is None or not (one.value or two.value):
        return "", None
    return _section(measure), ChangeChart((one, two))


class _Shares(NamedTuple):
    """The items of one entity of which the share is known."""

    items: Mapping[str, Item]
    shares: Mapping[str, Decimal]
    first: str
    """The name of the leading item, or nothing."""


def _shares(pair: Pair, collection: Collection) -> Entry:
    """A distribution whose leading items are known of both; what is known of one alone can't be compared, and what
    neither has is no bar."""
    place = collection.resource, collection.dimension
    one, one_shares, leader = pair.once(_known, *place, pair.first)
    two, two_shares, other_leader = pair.once(_known, *place, pair.second)
    names = [name for name in one if name in two and (one_shares[name] or two_shares[name])]
    if len(names) < LEAST_ITEMS or leader not in two or other_leader not in one:
        return "", None
    names.sort(key=lambda name: max(one_shares[name], two_shares[name]), reverse=True)
    items = tuple([(one[name], two[name]) for name in names[:MOST_ITEMS]])
    return _section(collection), ShareChart(collection, (pair.first, pair.second), items)


def _known(pair: Pair, resource: str, dimension: str, slug: str) -> _Shares:
    found = pair.collection(resource, dimension).items.get(slug, ())
    items = {item.name: item for item in found if item.share is not None}
    shares = {name: item.share or Decimal(0) for name, item in items.items()}
    return _Shares(items, shares, next(iter(items), ""))
