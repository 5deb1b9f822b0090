"""Which measures of a pair are drawn: what the eye takes in faster than a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from nlg.data import Collection, Item, Measure
from nlg.document.content.pair import Pair
from nlg.document.messages import Reading
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
    for candidates in (_ranges(pair), _changes(pair), _shares(pair)):
        best = max(candidates, key=lambda entry: entry[0], default=None)
        if best is not None:
            interest, section, chart = best
            if interest >= LEAST_INTEREST and section:
                found[section] = (*found.get(section, ()), chart)
    return found


Entry = tuple[float, str, ChartPlan]
"""Interest, section and chart."""


def _section(of: Measure | Collection) -> str:
    return of.sections[-1] if of.sections else ""


def _ranges(pair: Pair) -> Iterator[Entry]:
    """Ranges that are known of both and whose typical value the dataset measures too."""
    for low, high in pair.survey.layout.ranges.values():
        typical = typical_of(low, pair.survey)
        bars = tuple(
            bar
            for slug in (pair.first, pair.second)
            if typical is not None and (bar := _bar(pair, slug, low, high, typical)) is not None
        )
        if typical is not None and len(bars) == 2 and any(bar.typical for bar in bars):
            yield pair.interest(low).weight, _section(low), RangeChart(typical, (bars[0], bars[1]))


def typical_of(bound: Measure, survey: Survey) -> Measure | None:
    """The measure whose values lie inside a range: of its unit, and called by a name that the range's
    noun holds ("salary" in "salary range")."""
    noun = bound.noun.casefold()
    for measure in survey.dataset.measures:
        if measure.numeric and not measure.range and measure.unit == bound.unit:
            if any(name and name.casefold() in noun for name in (measure.noun, *measure.also)):
                return measure
    return None


def _bar(pair: Pair, slug: str, low: Measure, high: Measure, typical: Measure) -> RangeBar | None:
    readings = pair.survey.readings
    bottom, top = readings.get((slug, low.concept)), readings.get((slug, high.concept))
    if bottom is None or top is None:
        return None
    return RangeBar(bottom, top, readings.get((slug, typical.concept)))


def _changes(pair: Pair) -> Iterator[Entry]:
    """Projected changes that are known of both and not both nothing."""
    for measure in pair.survey.dataset.measures:
        if measure.unit != CHANGE_UNIT or measure.range:
            continue
        known: list[Reading] = []
        for slug in (pair.first, pair.second):
            reading = pair.survey.readings.get((slug, measure.concept))
            if reading is not None:
                known.append(reading)
        if len(known) == 2 and any(reading.value for reading in known):
            yield pair.interest(measure).weight, _section(measure), ChangeChart((known[0], known[1]))


def _shares(pair: Pair) -> Iterator[Entry]:
    """Distributions whose leading items are known of both; what is known of one alone can't be compared."""
    for collection in pair.survey.dataset.collections:
        if collection.kind != "distribution":
            continue
        one, two = (_known(collection.items.get(slug, ())) for slug in (pair.first, pair.second))
        names = [name for name in one if name in two]
        if len(names) < LEAST_ITEMS or next(iter(one)) not in two or next(iter(two)) not in one:
            continue
        names.sort(key=lambda name: -max(_share(one[name]), _share(two[name])))
        items = tuple((one[name], two[name]) for name in names[:MOST_ITEMS])
        chart = ShareChart(collection, (pair.first, pair.second), items)
        yield pair.interests.of(collection).weight, _section(collection), chart


def _known(items: Iterable[Item]) -> dict[str, Item]:
    return {item.name: item for item in items if item.share is not None}


def _share(item: Item) -> Decimal:
    return item.share or Decimal(0)
