"""Figures and number words → exact quantities with unit, period, hedge and printed precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from nlg.validator.lexis.figure import TURNED, Figure
from nlg.validator.lexis.hedges import with_hedge
from nlg.validator.lexis.number_ranges import DASHES, join_ranges
from nlg.validator.lexis.numbers import NUMBER_WORDS, SUFFIXES, read_digits, read_spelled
from nlg.validator.lexis.tokens import Token

_TIME = {
    "year": "years", "years": "years", "yr": "years", "yrs": "years", "month": "months", "months": "months",
    "week": "weeks", "weeks": "weeks", "day": "days", "days": "days",
    "hour": "hours", "hours": "hours", "decade": "decades", "decades": "decades",
}  # fmt: skip
PERIODS = {
    "year": "year", "annum": "year", "yr": "year", "annually": "year", "yearly": "year", "annual": "year",
    "month": "month", "monthly": "month", "mo": "month", "week": "week", "weekly": "week", "wk": "week",
    "hour": "hour", "hr": "hour", "hourly": "hour", "h": "hour",
    "day": "day", "daily": "day",
}  # fmt: skip
_BEFORE_SIGN = frozenset({":", ",", "(", "—", "–", "of", "at", "by"})
"""Before "plus" where it is a figure's sign: "barely budge: plus 0.2%"."""
_PERCENT = frozenset({"percent", "%"})
_CURRENCIES = frozenset("$£€")
_GRAND = "grand"
"""A thousand of money, whatever stands before it."""
_CURRENCY_OF_WORD = {
    "dollars": "$", "dollar": "$", "usd": "$", "bucks": "$", "cents": "", "euros": "€", "pounds": "£"
}  # fmt: skip


def read_figures(tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """The figures of a sentence, ranges joined, left to right."""
    found: list[Figure] = []
    index = 0
    while index < len(tokens):
        figure = _read_one(tokens, index) if _may_open(tokens[index].low) else None
        if figure is None:
            index += 1
            continue
        found.append(figure)
        index = figure.end
    return tuple(_turned(tokens, with_hedge(tokens, figure)) for figure in join_ranges(tokens, found))


@lru_cache(maxsize=8_192)
def _may_open(word: str) -> bool:
    """Whether a figure can begin with a word."""
    return word[0].isdigit() or word[0] in "$£€.-–+a" or word in NUMBER_WORDS or word in _OPENING


_OPENING = frozenset({"us", "usd", "plus", "no"})


def _turned(tokens: Sequence[Token], figure: Figure) -> Figure:
    """The figure of a part as that of the rest, behind "all but": "all but 8.5%", "all but a tenth"."""
    start = figure.start - 2
    if (
        start < 0
        or figure.high is not None
        or [one.low for one in tokens[start : start + 2]] != ["all", "but"]
    ):
        return figure
    whole = {"percent": Decimal(100), "fraction": Decimal(1)}.get(figure.unit)
    if whole is None or figure.value > whole:
        return figure
    hedge = TURNED.get(figure.hedge, figure.hedge)
    return replace(figure, start=start, value=whole - figure.value, hedge=hedge)


def _with_a_half(tokens: Sequence[Token], index: int) -> Figure | None:
    """One and a half of what is named before the half: "a year and a half", "a percentage point and a half"."""
    words = [token.low for token in tokens[index : index + 6]]
    if words[1:2] in (["percentage"], ["percent"]) and words[2:3] == ["point"]:
        index, words = index + 1, [words[0], *words[2:]]
    if words[2:5] != ["and", "a", "half"] or words[0] not in ("a", "an", "one"):
        return None
    period = _TIME.get(words[1]) or {"second": "seconds", "minute": "minutes"}.get(words[1], "")
    value, step = Decimal("1.5"), Decimal("0.5")
    if words[1] == "point":
        start = index - (tokens[index].low != words[0])
        return Figure(start, index + 5, value, unit="points", step=Decimal("0.1"), in_words=True, core=start)
    if not period:
        return None
    return Figure(index, index + 5, value, unit="time", period=period, step=step, in_words=True, core=index)


def _read_one(tokens: Sequence[Token], index: int) -> Figure | None:
    token = tokens[index]
    if token.low == "no" and [one.low for one in tokens[index + 1 : index + 2]] == ["change"]:
        # A projection of nothing: "no change for machinists".
        return Figure(index, index + 2, Decimal(0), unit="percent", in_words=True, core=index)
    if (spell := _with_a_half(tokens, index)) is not None:
        return spell
    start = index
    signed = False
    sign = 1
    if token.low in ("-", "–", "+"):
        if (
            index
            and tokens[index].glued
            and (tokens[index - 1].low[-1].isalnum() or tokens[index - 1].low in "%)")
        ):
            return None
        if index + 1 >= len(tokens) or not tokens[index + 1].glued:
            return None
        sign, signed = (1 if token.low == "+" else -1), True
        index += 1
    elif token.low == "minus" and index and tokens[index - 1].low[-1].isdigit():
        return None
    elif token.low == "minus" or token.low == "negative":
        sign, signed = -1, True
        index += 1
    elif token.low == "plus":
        if not index or tokens[index - 1].low not in _BEFORE_SIGN:
            return None
        signed = True
        index += 1
    money, currency = False, ""
    if index < len(tokens) and tokens[index].low in ("us", "usd") and index + 1 < len(tokens):
        if tokens[index + 1].low != "$" and tokens[index].low == "us":
            return None
        index += 1
        money = tokens[index - 1].low == "usd"
    if index < len(tokens) and tokens[index].low in _CURRENCIES:
        money, currency = True, tokens[index].low
        index += 1
        if index < len(tokens) and tokens[index].low in DASHES:
            sign, signed = -1, True
            index += 1
    if index >= len(tokens):
        return None
    number = read_digits(tokens, index) or read_spelled(tokens, index)
    if number is None:
        return None
    value, step, end, in_words, unit = number
    scale = SUFFIXES.get(tokens[end - 1].low, 1) if end - index > 1 and not in_words else 1
    if in_words and start != index and not (signed or money):
        return None
    figure = Figure(
        start,
        end,
        sign * value,
        currency=currency,
        step=step,
        in_words=in_words,
        signed=signed,
        core=start,
        unit=unit,
        scale=scale,
    )
    return _with_unit(tokens, figure, money)


def _with_unit(tokens: Sequence[Token], figure: Figure, money: bool) -> Figure | None:
    """The figure with what follows it read as its unit.

    Example: "%", "percentage points", "dollars an hour", "years"
    """
    end = figure.end

    def word(ahead: int) -> str:
        return tokens[end + ahead].low if end + ahead < len(tokens) else ""

    if figure.unit == "ordinal":
        return figure
    if (
        word(0) == "%"
        or word(0) in ("percent", "pct", "percentage", "pp", "points", "point", "per", "ppt", "pts")
        or (word(0) == "-" and word(1) in ("percent", "percentage", "point", "%"))
    ):
        skip = 1 if word(0) == "-" else 0
        head = word(skip)
        if head in ("percentage", "%", "percent") and word(skip + 1) in ("point", "points", "pts"):
            return replace(figure, unit="points", end=end + skip + 2)
        if head == "percentage" and word(skip + 1) == "-" and word(skip + 2) in ("point", "points"):
            return replace(figure, unit="points", end=end + skip + 3)
        if head in ("pp", "ppt", "points", "point", "pts"):
            return replace(figure, unit="points", end=end + skip + 1)
        if head == "per":
            if word(skip + 1) in ("cent", "cents"):
                return replace(figure, unit="percent", end=end + skip + 2)
        elif head != "percentage":
            return replace(figure, unit="percent", end=end + skip + 1)
    of = int(word(0) == "of")
    if figure.unit == "fraction" and word(of) in ("a", "one") and "point" in (word(of + 1), word(of + 2)):
        # "half a percentage point", "three tenths of a point"
        size = of + (2 if word(of + 1) == "point" else 3)
        if word(of + 1) in ("point", "percentage", "percent"):
            return replace(figure, unit="points", end=end + size, step=figure.value / 5)
    if word(0) in ("us", "u.s", "u.s.") and word(1) == "dollars":
        end += 1
    if word(0) == _GRAND and not money:
        value, step = figure.value * SUFFIXES[_GRAND], figure.step * SUFFIXES[_GRAND]
        figure = replace(figure, value=value, step=step, end=end + 1, currency="$", scale=SUFFIXES[_GRAND])
        end, money = end + 1, True
    elif tokens[end - 1].low == _GRAND:
        money = True
    if word(0) in _CURRENCY_OF_WORD and not money:
        if word(0) == "pounds":
            return figure
        scale = Decimal("0.01") if word(0) == "cents" else Decimal(1)
        figure = replace(
            figure, value=figure.value * scale, step=figure.step * scale, end=end + 1,
            currency=_CURRENCY_OF_WORD[word(0)],
        )  # fmt: skip
        end, money = end + 1, True
    if word(0) == "-" and word(1) in ("dollar",):
        figure = replace(figure, end=end + 2)
        end, money = end + 2, True
    if money:
        return _with_period(tokens, replace(figure, unit="money"))
    if word(0) in ("x", "times", "fold") or (word(0) == "-" and word(1) == "fold"):
        return replace(figure, unit="times", end=end + (2 if word(0) == "-" else 1))
    skip = 1 if word(0) == "-" else 0
    if word(skip) in ("in", "out") and figure.unit == "plain" and figure.value >= 1:
        return _with_whole(tokens, figure)
    if figure.unit == "fraction" and word(0) in ("a", "one", "of") and _PERCENT & {word(1), word(2)}:
        # "half a percent", "a quarter of one percent"
        width = 2 if word(1) in _PERCENT else 3
        return replace(figure, unit="percent", step=figure.value, end=end + width)
    if figure.unit == "fraction" and word(0) in ("a", "an") and word(1) in _TIME:
        return replace(figure, unit="time", period=_TIME[word(1)], end=end + 2, step=figure.value)
    if word(skip) in _TIME and figure.unit in ("plain", "fraction"):
        step = figure.value if figure.unit == "fraction" else figure.step
        return replace(figure, unit="time", period=_TIME[word(skip)], end=end + skip + 1, step=step)
    if word(0) == "/" and word(1).isdigit() and tokens[end].glued:
        if figure.value == 24 and word(1) == "7":
            return None
        return replace(figure, end=end + 2)
    return figure


def _with_whole(tokens: Sequence[Token], figure: Figure) -> Figure:
    """ "one in five", "3 out of 10", "two out of every three" as fractions.

    "4 out of 5" scores stay plain.
    """
    here = figure.end + 1
    while here < len(tokens) and tokens[here].low in ("of", "every"):
        here += 1
    if here >= len(tokens):
        return figure
    whole = read_digits(tokens, here) or read_spelled(tokens, here)
    if whole is None or whole[4] != "plain" or not figure.value <= whole[0] <= 100:
        return figure
    if here < len(tokens) and whole[2] < len(tokens) and tokens[whole[2]].low in ("years", "months", "weeks"):
        return figure
    if figure.value != int(figure.value) or figure.value == whole[0]:
        return replace(figure, end=whole[2])
    return replace(figure, value=figure.value / whole[0], unit="fraction", step=Decimal(0), end=whole[2])


def _with_period(tokens: Sequence[Token], figure: Figure) -> Figure:
    end = figure.end

    def word(ahead: int) -> str:
        return tokens[end + ahead].low if end + ahead < len(tokens) else ""

    if word(0) in ("a", "an", "per", "/", "each", "every", "-") and word(1) in PERIODS:
        width = 2
        if word(1) in ("annual", "hourly", "weekly", "monthly", "yearly") and word(0) in ("a", "an"):
            return figure
        return replace(figure, period=PERIODS[word(1)], end=end + width)
    if word(0) in ("-", "–") and word(1) == "a" and word(2) == "-" and word(3) in PERIODS:
        return replace(figure, period=PERIODS[word(3)], end=end + 4)
    if word(0) == "every" and word(1) in ("two", "other") and word(2) in ("weeks", "week"):
        return replace(figure, period="fortnight", end=end + 3)
    if word(0) == "by" and word(1) == "the" and word(2) == "hour":
        return replace(figure, period="hour", end=end + 3)
    if word(0) in ("annually", "yearly", "hourly", "monthly", "weekly", "annual"):
        return replace(figure, period=PERIODS[word(0)], end=end + (1 if word(0) != "annual" else 0))
    return figure
