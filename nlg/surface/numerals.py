"""Quantities as figures and words.

No figure is rounded so far that a word such as "nearly" is on the wrong side of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from nlg.data.model import Quantity
from nlg.data.rounding import CACHE_SIZE, decimals, places, plain, printed, round_to
from nlg.surface.house_style import HouseStyle, load_house_style

__all__ = [
    "Approximation",
    "HouseStyle",
    "cardinal",
    "cell",
    "figure",
    "hedged",
    "joined",
    "load_house_style",
    "multiple",
    "ordinal",
    "period",
    "points",
    "separator",
    "span",
]

Relation = Literal["exact", "about", "nearly", "just over"]

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
SPACE = "\N{NO-BREAK SPACE}"
CURRENCIES = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "CAD": "CA$",
    "AUD": "A$",
}
CLOSE_SHARE = Decimal("0.015")
"""How near a round number must be for "nearly" and "just over"; "about" covers what is farther off."""
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_WORD_SCALES = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (1000, "thousand"),
    (100, "hundred"),
)
_TIGHT = ("%", "°", "′", "″", "×")
"""First characters of units that are written without a space before them."""


@dataclass(frozen=True, slots=True)
class Approximation:
    """A round number and how the true value lies to it."""

    value: Decimal
    relation: Relation


def hedged(value: Decimal, figures: int = 2) -> Approximation:
    """The value at so many significant figures, with the word that makes it true.

    "nearly" when the true value is below the number and "just over" when it is above, both within
    1.5%; "about" within 5%; a number farther off is given one more figure.
    """
    if not value:
        return Approximation(value, "exact")
    rounded = plain(round_to(value, figures - 1 - value.adjusted()))
    if rounded == value:
        return Approximation(rounded, "exact")
    gap = abs(abs(value) - abs(rounded))
    if gap > abs(value) * Decimal("0.049"):
        return hedged(value, figures + 1)
    if gap > abs(value) * CLOSE_SHARE:
        return Approximation(rounded, "about")
    return Approximation(rounded, "nearly" if abs(value) < abs(rounded) else "just over")


@lru_cache(maxsize=CACHE_SIZE)
def figure(quantity: Quantity, style: HouseStyle) -> str:
    """A quantity in running text.

    A projected change is given as its magnitude, since "grow" and "shrink" carry the sign.
    Examples: "$34,252", "$16.47", "8%", "179,503", "2 years", "6 months", "4.2 out of 5", "31 mpg"
    """
    value = printed(quantity)
    unit = quantity.unit
    if unit == "percent_change":
        value = abs(value)
    if unit == "years" and (months := _months(quantity.value)):
        return _with_unit(Decimal(months), "months", style)
    if unit in ("count", "") and value == value.to_integral_value() and 0 <= value < style.words_below:
        return cardinal(int(value), style)
    return _text(value, unit, style, sign=style.percent == "sign", spell=style.millions == "words")


@lru_cache(maxsize=CACHE_SIZE)
def cell(quantity: Quantity, style: HouseStyle) -> str:
    """A quantity in a table: figures and signs throughout, "−8%", "1,200,000"."""
    if quantity.unit == "years" and (months := _months(quantity.value)):
        return _with_unit(Decimal(months), "months", style)
    return _text(printed(quantity), quantity.unit, style, sign=True, spell=False)


@lru_cache(maxsize=CACHE_SIZE)
def span(low: Decimal, high: Decimal, unit: str, style: HouseStyle, dash: bool | None = None) -> str:
    """A range: "1–2 years", "$27,000–$41,000", "6 to 12 months"; one figure when its ends are equal.

    `dash` overrides the house style, as a table does.
    """
    if low == high:
        return figure(Quantity(low, unit), style)
    if unit == "years" and (_months(low) or _months(high)):
        if _months(high) or high == 1:
            return span(low * 12, high * 12, "months", style, dash)
        return f"{figure(Quantity(low, unit), style)} to {figure(Quantity(high, unit), style)}"
    joint = DASH if (style.range == "dash" if dash is None else dash) and low >= 0 else " to "
    places = decimals(unit, low, high)
    start, end = plain(round_to(low, places)), plain(round_to(high, places))
    first = _number(start, unit, style)
    if unit.split("/")[0] in CURRENCIES:
        return f"{first}{joint}{_number(end, unit, style)}"
    if unit.startswith("percent"):
        if style.percent == "word" and not dash:
            return f"{first}{joint}{_grouped(end, style)} percent"
        return f"{first}{'%' if joint == ' to ' else ''}{joint}{_grouped(end, style)}%"
    return f"{first}{joint}{_text(end, unit, style, sign=True, spell=False)}"


def points(value: Decimal, style: HouseStyle) -> str:
    """A plain difference of two shares: "1 percentage point", "4.5 percentage points"."""
    shown = printed(Quantity(abs(value), "percent"))
    return f"{_grouped(shown, style)} percentage point{'' if shown == 1 else 's'}"


def multiple(value: Decimal, style: HouseStyle) -> str:
    """A ratio above one in words that stay within 5% of it: "twice", "three times", "2.4 times"."""
    near = plain(round_to(value, 0)) if value >= 2 or abs(value - 2) <= 2 * Decimal("0.04") else value
    if near >= 2 and abs(near - value) <= value * Decimal("0.04"):
        whole = int(near)
        return "twice" if whole == 2 else f"{cardinal(whole, style)} times"
    shown = plain(round_to(value, 1))
    return "twice" if shown == 2 else f"{_grouped(shown, style)} times"


def cardinal(number: int, style: HouseStyle) -> str:
    """A whole number: in words below the house style's threshold, otherwise in figures."""
    return spelled(number) if 0 <= number < style.words_below else _grouped(Decimal(number), style)


def ordinal(number: int, style: HouseStyle) -> str:
    """A whole number's ordinal: "first", "10th", "22nd"."""
    if 0 < number < style.words_below:
        return _ordinal_words(spelled(number))
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{_grouped(Decimal(number), style)}{ending}"


def spelled(number: int) -> str:
    """A whole number in words, in the American manner: "one hundred five"."""
    if number < 0:
        return f"minus {spelled(-number)}"
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _TENS[tens] + (f"-{_UNITS[units]}" if units else "")
    for scale, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= scale:
            count, rest = divmod(number, scale)
            return f"{spelled(count)} {name}" + (f" {spelled(rest)}" if rest else "")
    raise AssertionError(number)


def joined(items: tuple[str, ...], style: HouseStyle, conjunction: str = "and") -> str:
    """The items as a list in running text, with the house style's comma."""
    return "".join(
        (separator(at == len(items) - 1, len(items), style, conjunction) if at else "") + item
        for at, item in enumerate(items)
    )


def separator(
    last: bool, count: int, style: HouseStyle, conjunction: str = "and", is_crowded: bool = False
) -> str:
    """What stands before an item of a list, other than the first, of `count` items.

    Where items hold a conjunction themselves the list is crowded, and its own must stand out.
    """
    if not last:
        return ", "
    if is_crowded and count == 2 and conjunction == "and":
        return " as well as "
    return f", {conjunction} " if count > 2 and (style.oxford_comma or is_crowded) else f" {conjunction} "


def period(unit: str) -> str:
    """What a rate is per: "year" of "USD/year"; empty when it is no rate."""
    base, slash, per = unit.partition("/")
    return per if slash and base in CURRENCIES else ""


def _ordinal_words(words: str) -> str:
    front, dash, last = words.rpartition("-")
    if last in _ORDINALS:
        return front + dash + _ORDINALS[last]
    return front + dash + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def _months(years: Decimal) -> int:
    """A part of a year in whole months; 0 when it is none, or a year and more."""
    months = years * 12
    if not 0 < years < 1:
        return 0
    whole = round_to(months, 0)
    return int(whole) if abs(whole - months) <= Decimal("0.05") else 0


def _text(value: Decimal, unit: str, style: HouseStyle, *, sign: bool, spell: bool) -> str:
    if unit.startswith("percent"):
        number = _number(value, unit, style)
        return f"{number}%" if sign else f"{number} percent"
    if unit.startswith("score/"):
        return f"{_number(value, unit, style)} out of {unit.removeprefix('score/')}"
    money = unit.split("/")[0] in CURRENCIES
    if spell and (money or unit in ("count", "")) and (scaled := _scaled(value)):
        part, scale = scaled
        sign_and_symbol = f"{MINUS if value < 0 else ''}{CURRENCIES.get(unit.split('/')[0], '')}"
        return f"{sign_and_symbol}{_grouped(abs(part), style)} {scale}"
    if money or unit in ("count", "score", "ratio", ""):
        return _number(value, unit, style)
    return _with_unit(value, unit, style)


def _scaled(value: Decimal) -> tuple[Decimal, str] | None:
    """The value in millions or more, where that needs at most two decimals and so loses nothing."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            part = value / scale
            return (plain(part), name) if places(part) <= 2 else None
    return None


def _with_unit(value: Decimal, unit: str, style: HouseStyle) -> str:
    number = _grouped(value, style)
    if unit.startswith(_TIGHT):
        return f"{number}{unit}"
    if value == 1 and unit.replace(" ", "").isalpha() and len(unit) > 3:
        unit = _one(unit)
    return f"{number} {unit}"


def _one(unit: str) -> str:
    """The unit of a single one: "year", "Earth mass"."""
    if unit.endswith(("sses", "ches", "shes", "xes")):
        return unit[:-2]
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def _number(value: Decimal, unit: str, style: HouseStyle) -> str:
    """The digits, with a currency's sign and cents."""
    base, _, per = unit.partition("/")
    symbol = CURRENCIES.get(base)
    if symbol is None:
        return _grouped(value, style)
    cents = value != value.to_integral_value() or (per == "hour" and abs(value) < 1000)
    digits = f"{abs(value):,.2f}" if cents else f"{abs(value):,.0f}"
    return f"{MINUS if value < 0 else ''}{symbol}{digits.replace(',', style.thousands)}"


def _grouped(value: Decimal, style: HouseStyle) -> str:
    digits = f"{abs(value):,f}".replace(",", style.thousands)
    return f"{MINUS}{digits}" if value < 0 else digits
