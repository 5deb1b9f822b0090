"""Digits and number words → exact values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nlg.validator.lexis.figure import Unit
from nlg.validator.lexis.tokens import Token

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
SUFFIXES = {
    "k": 1_000, "grand": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 10**9, "b": 10**9, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip


Number = tuple[Decimal, Decimal, int, bool, Unit]
"""A value, what its last digit is worth, the index behind it, whether it is in words, and what it is so far."""


def read_digits(tokens: Sequence[Token], index: int) -> Number | None:
    """A number in digits: "34,252", "34k", "2nd"."""
    low = tokens[index].low
    if not (low[0].isdigit() or (low[0] == "." and len(low) > 1)):
        return None
    digits = low.replace(",", "")
    value = Decimal(digits)
    places = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(-places)
    end = index + 1
    if end < len(tokens) and tokens[end].low in SUFFIXES:
        suffix = tokens[end].low
        if (tokens[end].glued or len(suffix) > 2) and not (
            end + 1 < len(tokens) and tokens[end + 1].low == "'"
        ):
            return value * SUFFIXES[suffix], step * SUFFIXES[suffix], end + 1, False, "plain"
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


def read_spelled(tokens: Sequence[Token], index: int) -> Number | None:
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
    if end < len(tokens) and tokens[end].low == "dozen" and 1 < value < 20:
        return value * 12, Decimal(1), end + 1, True, "plain"
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


def _article_number(tokens: Sequence[Token], index: int) -> Number | None:
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
    if word in _UNITS and _is_a_step(tokens, index, here):
        # "less than a year older"
        return Decimal(1), Decimal(1), here, True, "plain"
    if word == "dozen":
        return Decimal(12), Decimal(1), here + 1, True, "plain"
    if word in _SCALES:
        return Decimal(_SCALES[word]), Decimal(_SCALES[word]) / 10, here + 1, True, "plain"
    return None


def _is_a_step(tokens: Sequence[Token], index: int, unit: int) -> bool:
    """Whether there is said to be more or less than one unit between two: "older by more than a year"."""
    before = [token.low for token in tokens[max(0, index - 3) : index]]
    if before[-1:] != ["than"] or before[-2:-1] not in (["more"], ["less"]):
        return False
    after = [token.low for token in tokens[unit + 1 : unit + 5] if token.low not in _PARTS_OF_UNITS]
    return (
        before[:-2] == ["by"]
        or bool(after)
        and (
            after[0] in _STEPPED
            or (after[0].endswith("er") and after[0] not in ("per", "after", "over", "later"))
        )
    )


_PARTS_OF_UNITS = frozenset("point an a hour year month per".split())
_STEPPED = frozenset({"more", "less", "apart", "ahead", "behind"})
_UNITS = frozenset(
    "year month week day hour dollar percentage percent point degree kilometer kilometre mile".split()
)
"""What there may be more or less than one of."""

NUMBER_WORDS = frozenset(_SMALL) | frozenset(_TENS) | {"half", "quarter", "minus", "negative", "an"}
"""Words that a number may start with."""
