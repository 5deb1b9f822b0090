"""The one policy by which values are rounded for a page.

Values are exact decimals until here and are rounded once, half up. What is printed is never rounded so
far that two different values look the same or that a value looks like nothing.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from nlg.data.model import Quantity
from nlg.data.units import is_money

CACHE_SIZE = 65_536
EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
"""Digits enough for any value a dataset accepts: rounding is never an error."""


def round_to(value: Decimal, digits: int) -> Decimal:
    """The value at so many decimals, half up; negative digits round to tens, hundreds and so on."""
    rounded = value.quantize(Decimal(1).scaleb(-digits), context=EXACT)
    return plain(rounded) if digits < 0 else rounded


@lru_cache(maxsize=CACHE_SIZE)
def decimals(unit: str, *values: Decimal) -> int:
    """How many decimals values of a unit are printed with, side by side.

    As many as they have, at most what the unit allows, and more only where two different values
    would otherwise look alike or a value would look like zero.
    """
    allowed = max((_allowed(unit, value) for value in values), default=0)
    most = max((places(value) for value in values), default=0)
    digits = min(allowed, most)
    while digits < most and not _tells_apart(values, digits):
        digits += 1
    return digits


def printed(quantity: Quantity) -> Decimal:
    """The value that a page shows for a quantity standing alone."""
    return plain(round_to(quantity.value, decimals(quantity.unit, quantity.value)))


def _allowed(unit: str, value: Decimal) -> int:
    if unit == "count":
        return 0
    if is_money(unit):
        return 2 if abs(value) < 1000 else 0
    if unit.startswith(("percent", "score")):
        return 1
    return max(0, 3 - max(0, value.adjusted())) if value else 0


def _tells_apart(values: tuple[Decimal, ...], digits: int) -> bool:
    rounded = [round_to(value, digits) for value in values]
    return len(set(rounded)) == len(set(values)) and all(map(bool, rounded)) == all(map(bool, values))


def places(value: Decimal) -> int:
    """How many decimals a value has, without trailing noughts."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros or an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
