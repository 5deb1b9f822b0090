"""What is usual in a dataset: the yardstick for what is worth saying of two of its entities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import log

from nlg.data import Dataset, Measure, is_money
from nlg.data.rounding import printed
from nlg.document.layout import Layout, layout
from nlg.document.messages import Reading

LEAST_POPULATION = 8
"""With fewer values than this a rank or a usual gap says nothing."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The spread of one measure over the dataset."""

    measure: Measure
    values: tuple[Decimal, ...]
    """Printed values, ascending."""
    scale: float
    """The middle half's width (of logarithms for money and counts); 0 when it can't be told."""
    logarithmic: bool

    def strangeness(self, first: Decimal, second: Decimal) -> float:
        """How unusual a gap is: 0 for none, 0.5 for one as wide as the middle half, towards 1."""
        if self.logarithmic and first > 0 and second > 0:
            gap = abs(log(first) - log(second))
        else:
            gap = abs(float(first) - float(second))
        if not self.scale:
            largest = max(abs(float(first)), abs(float(second)))
            return min(1.0, abs(float(first) - float(second)) / largest) if largest else 0.0
        ratio = gap / self.scale
        return ratio / (1 + ratio)

    def share_below(self, value: Decimal) -> Decimal:
        """The share, in percent, of the other entities that lie strictly below."""
        others = len(self.values) - 1
        return Decimal(100 * bisect_left(self.values, value)) / others if others > 0 else Decimal(0)

    def share_above(self, value: Decimal) -> Decimal:
        """The share, in percent, of the other entities that lie strictly above."""
        others = len(self.values) - 1
        return Decimal(100 * (len(self.values) - bisect_right(self.values, value))) / max(others, 1)


@dataclass(frozen=True, slots=True)
class Survey:
    """The dataset's printed values and their spread, computed once for all pairs."""

    dataset: Dataset
    readings: Mapping[tuple[str, str], Reading]
    """By (slug, concept): every known number, as printed."""
    usual: Mapping[str, Usual]
    """By concept, for numeric measures."""
    layout: Layout


def survey(dataset: Dataset) -> Survey:
    """The yardstick of one dataset."""
    readings: dict[tuple[str, str], Reading] = {}
    usual: dict[str, Usual] = {}
    for measure in dataset.measures:
        if not measure.numeric:
            continue
        values = []
        for slug in dataset.entities:
            seen = dataset.observed(slug, measure.concept)
            if seen is None or isinstance(seen.value, str):
                continue
            value = printed(seen.value)
            readings[slug, measure.concept] = Reading(slug, measure, value, seen.source)
            values.append(value)
        values.sort()
        usual[measure.concept] = _usual(measure, tuple(values))
    return Survey(dataset, readings, usual, layout(dataset))


def _usual(measure: Measure, values: tuple[Decimal, ...]) -> Usual:
    logarithmic = (measure.unit == "count" or is_money(measure.unit)) and bool(values) and values[0] > 0
    if len(values) < LEAST_POPULATION:
        return Usual(measure, values, 0.0, logarithmic)
    low, high = values[len(values) // 4], values[(3 * len(values)) // 4]
    scale = log(high) - log(low) if logarithmic else float(high - low)
    return Usual(measure, values, scale, logarithmic)
