"""A number of the page with all that its words say of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Unit = Literal["money", "percent", "points", "time", "plain", "fraction", "times", "ordinal"]
Hedge = Literal[
    "", "about", "under", "over", "more", "less", "at_least", "at_most", "limit_high", "limit_low"
]

TURNED: dict[Hedge, Hedge] = {
    "under": "over", "over": "under", "more": "less", "less": "more", "at_least": "at_most", "at_most": "at_least",
}  # fmt: skip
"""The hedge of what is left of a whole, by that of the part."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the page, or a pair of them that form a range.

    Example: "just over $16 an hour" → value 16, unit money, period hour, hedge over
    """

    start: int
    """Index of the first token, the hedge's included."""
    end: int
    value: Decimal
    high: Decimal | None = None
    """The upper end of a range."""
    unit: Unit = "plain"
    period: str = ""
    """"year", "month", "week" or "hour" of money; "years", "months" … of time."""
    currency: str = ""
    """The sign of money's currency, as printed or for its word; empty where none is told."""
    step: Decimal = Decimal(1)
    """What the last printed digit is worth; zeros at the end of a large number count as rounding."""
    hedge: Hedge = ""
    in_words: bool = False
    signed: bool = False
    scale: int = 1
    """The thousands or millions that a word or letter after the digits multiplies by."""
    core: int = 0
    """Index of the first token after the hedge."""
    soft: tuple[bool, bool] = (False, False)
    """Of a range, whether "about" stands before the lower and before the upper end alone."""


def digits_of(figure: Figure) -> int:
    """How many digits a number has that are no rounding: three of $62,300."""
    return len(figure.value.normalize().as_tuple().digits)


def is_parts_of_a_year(figure: Figure) -> bool:
    """Whether a time is a year in its parts, by which pay is divided: "twelve months", "52 weeks"."""
    return figure.unit == "time" and (figure.value, figure.period) in _YEARS


_YEARS = frozenset({(Decimal(12), "months"), (Decimal(52), "weeks")})
