"""Figures and number words → exact quantities with unit, period, hedge and printed precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.lexis.tokens import Token

Unit = Literal["money", "percent", "points", "time", "plain", "fraction", "times", "ordinal"]
Hedge = Literal[
    "", "about", "under", "over", "more", "less", "at_least", "at_most", "limit_high", "limit_low"
]


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


_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SUFFIXES = {
    "k": 1_000, "grand": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 10**9, "b": 10**9, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_TIME = {
    "year": "years", "years": "years", "yr": "years", "yrs": "years", "month": "months", "months": "months",
    "week": "weeks", "weeks": "weeks", "day": "days", "days": "days",
    "hour": "hours", "hours": "hours", "decade": "decades", "decades": "decades",
}  # fmt: skip
_PERIODS = {
    "year": "year", "annum": "year", "yr": "year", "annually": "year", "yearly": "year", "annual": "year",
    "month": "month", "monthly": "month", "mo": "month", "week": "week", "weekly": "week", "wk": "week",
    "hour": "hour", "hr": "hour", "hourly": "hour", "h": "hour",
    "day": "day", "daily": "day",
}  # fmt: skip

_HEDGES: PhraseTable[Hedge] = PhraseTable.of(
    {
        "about": "about|around|roughly|some|approximately|approx|approx .|circa|close to|somewhere around|~|≈"
        "|in the region of|in the neighbourhood of|in the neighborhood of|an estimated|or thereabouts",
        "under": "nearly|almost|pushing|nearing|approaching|just under|just shy of|a little under|a little less than|slightly less than"
        "|slightly under|slightly fewer than|just below|not quite|a touch under|a shade under|slightly below"
        "|just short of|a little below|a bit under|a bit less than|a hair under|little less than",
        "over": "just over|just above|slightly more than|slightly over|slightly above|a little over"
        "|a little more than|a little above|a touch over|a touch more than|a shade over|a bit over"
        "|a bit more than|barely over|a hair over|a whisker over|little more than|a whisker above",
        "more": "more than|over|above|upwards of|upward of|in excess of|north of|better than|greater than"
        "|well over|well above|exceeding|well more than|far more than|much more than|higher than|>"
        "|easily more than|comfortably over|comfortably more than|older than|longer than",
        "less": "less than|under|below|fewer than|south of|well under|well below|lower than|smaller than|<"
        "|far less than|far fewer than|much less than|younger than|shorter than",
        "at_least": "at least|no less than|no fewer than|a minimum of|not less than|≥",
        "at_most": "at most|no more than|a maximum of|not more than|≤",
        "limit_high": "up to|as much as|as many as|as high as|tops out at|topping out at|top out at|topped out at"
        "|maxes out at|max out at|peaks at|peak at|capped at|reaches up to|ends at|stops at|stop at"
        "|goes up to"
        "|go up to|tops out around|as long as|can reach|reach|reaches|reaching|stretch to|stretches to"
        "|stretching to|extends to|extend to|extending to|all the way to",
        "limit_low": "starts at|start at|starting at|starts from|starting from|as little as|as low as|as few as"
        "|bottoms out at|bottom out at|begins at|begin at|beginning at|starts around|a floor of",
    }
)
_LATE_HEDGES: PhraseTable[Hedge] = PhraseTable.of(
    {
        "about": "or so|or thereabouts|give or take|ish|- ish",
        "at_least": "or more|and up|or older|or higher|+|and over|or above",
        "at_most": "or less|or fewer|or under|or below|or younger",
        "limit_high": "at the top|at the top end|at the high end|at most|at the upper end|tops",
        "limit_low": "at the bottom|at the low end|at the lower end",
    }
)
_DASHES = frozenset("-–—")
_CURRENCIES = frozenset("$£€")
_CURRENCY_OF_WORD = {
    "dollars": "$", "dollar": "$", "usd": "$", "bucks": "$", "cents": "", "euros": "€", "pounds": "£"
}  # fmt: skip


def read_figures(tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """The figures of a sentence, ranges joined, left to right."""
    found: list[Figure] = []
    index = 0
    while index < len(tokens):
        figure = _read_one(tokens, index)
        if figure is None:
            index += 1
            continue
        found.append(figure)
        index = figure.end
    return tuple(_hedged(tokens, figure) for figure in _joined(tokens, found))


def _read_one(tokens: Sequence[Token], index: int) -> Figure | None:
    token = tokens[index]
    first = token.low[0]
    if token.low == "no" and [one.low for one in tokens[index + 1 : index + 2]] == ["change"]:
        # A projection of nothing: "no change for machinists".
        return Figure(index, index + 2, Decimal(0), unit="percent", in_words=True, core=index)
    if not (first.isdigit() or first in "$£€.-–+a" or token.low in _WORDS or token.low in ("us", "usd")):
        return None
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
    money, currency = False, ""
    if index < len(tokens) and tokens[index].low in ("us", "usd") and index + 1 < len(tokens):
        if tokens[index + 1].low != "$" and tokens[index].low == "us":
            return None
        index += 1
        money = tokens[index - 1].low == "usd"
    if index < len(tokens) and tokens[index].low in _CURRENCIES:
        money, currency = True, tokens[index].low
        index += 1
        if index < len(tokens) and tokens[index].low in _DASHES:
            sign, signed = -1, True
            index += 1
    if index >= len(tokens):
        return None
    number = _digits(tokens, index) or _spelled(tokens, index)
    if number is None:
        return None
    value, step, end, in_words, unit = number
    scale = _SUFFIXES.get(tokens[end - 1].low, 1) if end - index > 1 and not in_words else 1
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


def _digits(tokens: Sequence[Token], index: int) -> tuple[Decimal, Decimal, int, bool, Unit] | None:
    low = tokens[index].low
    if not (low[0].isdigit() or (low[0] == "." and len(low) > 1)):
        return None
    digits = low.replace(",", "")
    value = Decimal(digits)
    places = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(-places)
    end = index + 1
    if end < len(tokens) and tokens[end].low in _SUFFIXES:
        suffix = tokens[end].low
        if (tokens[end].glued or len(suffix) > 2) and not (
            end + 1 < len(tokens) and tokens[end + 1].low == "'"
        ):
            return value * _SUFFIXES[suffix], step * _SUFFIXES[suffix], end + 1, False, "plain"
    if end < len(tokens) and tokens[end].glued and tokens[end].low in ("st", "nd", "rd", "th"):
        return value, step, end + 1, False, "ordinal"
    if not places:
        step = _rounding(value)
    return value, step, end, False, "plain"


def _rounding(value: Decimal) -> Decimal:
    """The worth of the last digit that is not a closing zero, two leading digits kept."""
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** max(0, min(zeros, len(digits) - 2))


def _spelled(tokens: Sequence[Token], index: int) -> tuple[Decimal, Decimal, int, bool, Unit] | None:
    """A number in words: "twenty-five", "a hundred and ten", "two thirds", "a dozen", "one in five"."""
    low = tokens[index].low
    if low in ("a", "an") or low in ("half", "quarter"):
        return _article_number(tokens, index)
    if low not in _SMALL and low not in _TENS:
        return None
    total = current = 0
    step = 1
    end = index
    while end < len(tokens):
        word = tokens[end].low
        if word in _SMALL and (current % 10 == 0 and (current % 100 == 0 or current % 100 >= 20)):
            current += _SMALL[word]
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
        elif word == "hundred" and current:
            current *= 100
        elif word in _SCALES and word != "hundred" and current:
            total += current * _SCALES[word]
            step = _SCALES[word]
            current = 0
        elif (
            word in ("-", "and")
            and end > index
            and end + 1 < len(tokens)
            and (tokens[end + 1].low in _SMALL or tokens[end + 1].low in _TENS)
            and (tokens[end - 1].low in _TENS if word == "-" else tokens[end - 1].low in _SCALES)
        ):
            pass
        else:
            break
        end += 1
    value = Decimal(total + current)
    part = end + 1 if end < len(tokens) and tokens[end].low == "-" else end
    if part < len(tokens) and tokens[part].low in _PARTS and 0 < value < 10:
        if not (
            value == 1 and tokens[part].low not in ("half", "third", "quarter", "fifth", "tenth", "sixth")
        ):
            return value / _PARTS[tokens[part].low], Decimal(0), part + 1, True, "fraction"
    if (
        part < len(tokens)
        and tokens[part].low == "and"
        and [t.low for t in tokens[part + 1 : part + 3]] == ["a", "half"]
    ):
        return value + Decimal("0.5"), Decimal(1), part + 3, True, "plain"
    return value, Decimal(step if not current else 1), end, True, "plain"


def _article_number(tokens: Sequence[Token], index: int) -> tuple[Decimal, Decimal, int, bool, Unit] | None:
    here = index
    if tokens[here].low in ("a", "an"):
        here += 1
    if here >= len(tokens):
        return None
    word = tokens[here].low
    if word in ("half", "third", "quarter", "fifth", "sixth", "tenth", "eighth", "seventh", "ninth"):
        if here == index and word != "half":
            return None
        following = tokens[here + 1].low if here + 1 < len(tokens) else ""
        if following in ("point", "points", "-") or following.endswith("est"):
            return None
        return Decimal(1) / _PARTS[word], Decimal(0), here + 1, True, "fraction"
    if here == index:
        return None
    if word == "dozen":
        return Decimal(12), Decimal(1), here + 1, True, "plain"
    if word in _SCALES:
        return Decimal(_SCALES[word]), Decimal(_SCALES[word]) / 10, here + 1, True, "plain"
    return None


_WORDS = frozenset(_SMALL) | frozenset(_TENS) | {"half", "quarter", "minus", "negative", "an"}


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
    if word(0) in ("us", "u.s", "u.s.") and word(1) == "dollars":
        end += 1
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
    whole = _digits(tokens, here) or _spelled(tokens, here)
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

    if word(0) in ("a", "an", "per", "/", "each", "every", "-") and word(1) in _PERIODS:
        width = 2
        if word(1) in ("annual", "hourly", "weekly", "monthly", "yearly") and word(0) in ("a", "an"):
            return figure
        return replace(figure, period=_PERIODS[word(1)], end=end + width)
    if word(0) in ("-", "–") and word(1) == "a" and word(2) == "-" and word(3) in _PERIODS:
        return replace(figure, period=_PERIODS[word(3)], end=end + 4)
    if word(0) == "every" and word(1) in ("two", "other") and word(2) in ("weeks", "week"):
        return replace(figure, period="fortnight", end=end + 3)
    if word(0) == "by" and word(1) == "the" and word(2) == "hour":
        return replace(figure, period="hour", end=end + 3)
    if word(0) in ("annually", "yearly", "hourly", "monthly", "weekly", "annual"):
        return replace(figure, period=_PERIODS[word(0)], end=end + (1 if word(0) != "annual" else 0))
    return figure


def _joined(tokens: Sequence[Token], figures: list[Figure]) -> list[Figure]:
    """The figures with each pair that spells a range made one."""
    joined: list[Figure] = []
    for figure in figures:
        if joined and (merged := _range(tokens, joined[-1], figure)):
            joined[-1] = merged
        else:
            joined.append(figure)
    return joined


_RANGE_UNITS = frozenset({"money", "percent", "time", "plain", "points"})


def _range(tokens: Sequence[Token], low: Figure, high: Figure) -> Figure | None:
    if low.high is not None or low.unit not in _RANGE_UNITS or high.unit not in _RANGE_UNITS:
        return None
    shared = _shared_unit(tokens, low, high)
    if low.unit != high.unit and low.unit != "plain" and not (high.unit == "plain" and low.unit == "money"):
        return None
    begin, low_hedge = _soft_start(tokens, low.start)
    core, high_hedge = _soft_start(tokens, high.core)
    between = [token.low for token in tokens[low.end + shared : core]]
    before = tokens[begin - 1].low if begin else ""
    if before not in ("between", "from"):
        begin, low_hedge = low.start, False
        before = tokens[begin - 1].low if begin else ""
    joins = False
    if between in (["-"], ["–"], ["—"]):
        joins = True
    elif not between and high.signed and high.value < 0 and tokens[high.start].low in _DASHES:
        joins = tokens[high.start].glued
        high = replace(high, value=-high.value)
    elif between in (
        ["to"],
        ["through"],
        ["up", "to"],
        ["all", "the", "way", "up", "to"],
        ["all", "the", "way", "to"],
        ["out", "to"],
    ):
        score = (
            between == ["to"]
            and low.unit == "percent"
            and low.value > high.value
            and before not in ("from", "between")
        )
        counts = (
            between == ["to"]
            and low.unit == high.unit == "plain"
            and low.value > high.value >= 1_000
            and before not in ("from", "between")
        )
        joins = before != "to" and not score and not counts
    elif between == ["or"] and low.unit == "plain" and high.unit == "time":
        joins = True
    elif between in (["and"], ["and", "up", "to"]):
        joins = before in ("between", "from")
    if not joins:
        return None
    if between == ["to"] and high.value == 1 < low.value and low.unit == high.unit == "plain":
        # "twenty-nine to one" says how many there are for each.
        return replace(low, unit="times", end=high.end)
    value, step = low.value, low.step
    if low.scale == 1 < high.scale and value < high.value / 1_000 * 999 and value * high.scale <= high.value:
        value, step = value * high.scale, step * high.scale
    start = begin - 1 if before in ("between", "from") else begin
    unit = high.unit if high.unit != "plain" else low.unit
    period = high.period or low.period
    return replace(
        low, start=start, value=value, high=high.value, unit=unit, period=period, step=min(step, high.step) or step,
        currency=high.currency or low.currency, end=high.end, core=low.core, in_words=low.in_words and high.in_words, soft=(low_hedge, high_hedge),
    )  # fmt: skip


def _soft_start(tokens: Sequence[Token], core: int) -> tuple[int, bool]:
    """Where the "about" before a figure starts, and whether there is one."""
    found = _HEDGES.ending_at(tokens, core)
    return (found[0], True) if found is not None and found[1] == "about" else (core, False)


def _shared_unit(tokens: Sequence[Token], low: Figure, high: Figure) -> int:
    """How many words after the first figure are the unit that follows the second too.

    Example: "46 million km to 69.8 million km"
    """
    for size in (1, 2):
        unit = [token.low for token in tokens[low.end : low.end + size]]
        if len(unit) == size and unit == [token.low for token in tokens[high.end : high.end + size]]:
            if unit[0].isalpha() or unit[0] == "°":
                if unit[-1] not in ("to", "and"):
                    return size
    return 0


def _hedged(tokens: Sequence[Token], figure: Figure) -> Figure:
    hedge: Hedge = ""
    start = figure.start
    article = start - 1 if start and tokens[start - 1].low in ("a", "an") else -1
    for stop in (start, article):
        found = _HEDGES.ending_at(tokens, stop)
        if found is not None:
            start, hedge = found
            break
    end = figure.end
    late = _LATE_HEDGES.starting_at(tokens, end)
    if late is not None and not hedge:
        end, hedge = late
    return replace(figure, start=start, end=end, hedge=hedge) if hedge else figure


def hedge_before(tokens: Sequence[Token], index: int) -> tuple[Hedge, int]:
    """The hedge that ends before a token and where it starts: "more than" before "twice"."""
    found = _HEDGES.ending_at(tokens, index)
    return (found[1], found[0]) if found else ("", index)


def hedge_at(tokens: Sequence[Token], index: int) -> int:
    """The end of the hedge that starts at a token, or 0."""
    found = _HEDGES.starting_at(tokens, index)
    return found[0] if found else 0
