"""The figures of a text plan, written out in the house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from nlg.data import Quantity, rounding
from nlg.errors import PlanError
from nlg.surface import numerals
from nlg.surface.numerals import HouseStyle

MOST_MADE = 65_536
"""Figures that are kept: gaps between two values are endless."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Writes figures in one house style."""

    style: HouseStyle
    changes: Mapping[str, str]
    """Phrases for a change by its sign: "up", "down", "flat"; {figure} is its magnitude."""
    made: dict[tuple[tuple[Decimal, ...], str, str], str] = field(default_factory=dict)
    """Figures that have been written before."""

    def printed(self, quantity: Quantity) -> Decimal:
        """The value that a page shows."""
        return rounding.printed(quantity)

    def separator(self, last: bool, count: int, conjunction: str, is_crowded: bool) -> str:
        """What stands between two items of a list of `count`; crowded where they hold conjunctions."""
        return numerals.separator(last, count, self.style, conjunction, is_crowded)

    def text(self, values: tuple[Decimal, ...], unit: str, style: str) -> str:
        """The figure or figures in one of the styles that a text plan may ask for.

        Raises:
            PlanError: there is no such style.
        """
        key = (values, unit, style)
        found = self.made.get(key)
        if found is None:
            if len(self.made) >= MOST_MADE:
                self.made.clear()
            found = self.made[key] = self._text(values, unit, style)
        return found

    def _text(self, values: tuple[Decimal, ...], unit: str, style: str) -> str:
        value = values[0]
        if style == "":
            return numerals.figure(Quantity(value, unit), self.style)
        if style == "magnitude":
            return numerals.figure(Quantity(abs(value), unit), self.style)
        if style == "bare":
            return numerals.figure(
                Quantity(value, "count" if value == value.to_integral_value() else ""), self.style
            )
        if style == "points":
            return numerals.points(value, self.style)
        if style == "multiple":
            return numerals.multiple(value, self.style)
        if style in ("range", "range_words", "cell_range"):
            dash = None if style == "range" else style == "cell_range"
            return numerals.span(value, values[1], unit, self.style, dash)
        if style == "cell":
            return numerals.cell(Quantity(value, unit), self.style)
        if style == "change":
            sign = "up" if value > 0 else "down" if value < 0 else "flat"
            magnitude = numerals.figure(Quantity(abs(value), unit), self.style)
            return self.changes[sign].replace("{figure}", magnitude)
        raise PlanError(f'no figure is written in the style "{style}"')
