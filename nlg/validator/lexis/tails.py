"""Words → parts of an entity's people: "the best-paid tenth", "the 10th and 90th percentiles", "the middle 80 percent"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list

HIGH, LOW, MEDIAN, OTHER = 1, -1, 0, 2
"""Where the limit of a part lies: at the upper or lower end of a range, in its middle, or where no cell says."""


@dataclass(frozen=True, slots=True)
class Tail:
    """A part of the people by name."""

    start: int
    end: int
    limits: tuple[int, ...]
    """Its limit; two in the order named for two parts, or for one in the middle."""


_LIST = word_list("tails")


def _table(*named: tuple[str, Iterable[str]]) -> PhraseTable[str]:
    return PhraseTable.build((words_of(phrase), name) for name, phrases in named for phrase in phrases)


_SIDES = _table(*((name, _LIST[name]) for name in ("high", "low", "middle")))
_PARTS = _table(*((name, _LIST[name]) for name in ("tenth", "eight_tenths", "half", "other")))
_ORDINALS = PhraseTable.build((words_of(phrase), value) for phrase, value in _LIST["ordinals"].items())
PERCENTILE = frozenset(_LIST["percentile"])
_SIGNS = {"high": HIGH, "low": LOW}
_BEHIND = frozenset(
    "for of in and was were it they the a he she we you among at stands reaches gives lies sits by".split()
).union(word_list("verbs")["predicates"])
"""Words behind an ordinal that make it no adjective, so that a percentile is meant: "the 90th is higher"."""
_LINKS = frozenset({"and", "or", "to", "through", "–", "-", "&"})
_PERCENTILES = {10: LOW, 50: MEDIAN, 90: HIGH}


def read_tails(tokens: Sequence[Token]) -> tuple[Tail, ...]:
    """The parts named in a sentence, left to right."""
    found: list[Tail] = []
    index = 0
    words = {token.low for token in tokens}
    ranked = not words.isdisjoint(PERCENTILE)
    if not ranked and "at" not in words and words.isdisjoint(_SIDES.by_first):
        return ()
    while index < len(tokens):
        low = tokens[index].low
        if not ranked and low not in _SIDES.by_first and not low.isdigit():
            index += 1
            continue
        taken_up = index > 1 and tokens[index - 2].low == "at" and _is_tail_mark(tokens, index)
        tail = (_percentiles(tokens, index) if ranked or taken_up else None) or _part(tokens, index)
        if tail is not None:
            found.append(tail)
            index = tail.end
        else:
            index += 1
    return tuple(found)


def _past(tokens: Sequence[Token], index: int, words: Iterable[str]) -> int:
    """The place after any of the words that stand there in a row."""
    while index < len(tokens) and tokens[index].low in words:
        index += 1
    return index


def _percentiles(tokens: Sequence[Token], index: int) -> Tail | None:
    """One percentile or two joined; "the 90th" alone where the sentence speaks of percentiles."""
    first = _ordinal(tokens, index)
    if first is None:
        return None
    end, values = first[0], [first[1]]
    joined = _past(tokens, _past(tokens, end, _LINKS), ("the",))
    if joined > end and (second := _ordinal(tokens, joined)) is not None:
        end, values = second[0], [*values, second[1]]
    named = _past(tokens, end, ("-",))
    if named < len(tokens) and tokens[named].low in PERCENTILE:
        end = named + 1
    elif len(values) > 1 or not index or tokens[index - 1].low != "the":
        return None
    elif end < len(tokens) and tokens[end].low.isalpha() and tokens[end].low not in _BEHIND:
        return None
    return Tail(index, end, tuple(_PERCENTILES.get(value, OTHER) for value in values))


def _is_tail_mark(tokens: Sequence[Token], index: int) -> bool:
    """Whether "90th" or "10th" in figures begins at a token, which takes up a percentile told of before: "At the 90th"."""
    ordinal = _ordinal(tokens, index)
    return tokens[index].low.isdigit() and ordinal is not None and ordinal[1] in _PERCENTILES


def _ordinal(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The end of an ordinal and its value: "90th", "ninetieth"."""
    if index >= len(tokens):
        return None
    low = tokens[index].low
    if low.isdigit() and index + 1 < len(tokens) and tokens[index + 1].low in ("st", "nd", "rd", "th"):
        return index + 2, int(low)
    return _ORDINALS.starting_at(tokens, index)


def _part(tokens: Sequence[Token], index: int) -> Tail | None:
    """A part by its side and size, or two sides of one size: "the highest and the lowest tenth"."""
    side = _SIDES.starting_at(tokens, index)
    if side is None:
        return None
    end, sides = side[0], [side[1]]
    joined = _past(tokens, _past(tokens, end, _LINKS), ("the",))
    if joined > end and (second := _SIDES.starting_at(tokens, joined)) is not None and second[1] != side[1]:
        end, sides = second[0], [*sides, second[1]]
    size = _size(tokens, _past(tokens, end, ("-",)))
    if size is None:
        return _among(tokens, index, end, side[1])
    end, part = size
    if sides == ["middle"]:
        return Tail(index, end, (LOW, HIGH) if part == "eight_tenths" else (OTHER,))
    if "middle" in sides:
        return None
    if part == "half":
        return Tail(index, end, (MEDIAN,) * len(sides))
    return Tail(index, end, tuple(_SIGNS[one] if part == "tenth" else OTHER for one in sides))


def _among(tokens: Sequence[Token], index: int, end: int, side: str) -> Tail | None:
    """A part whose size is not told: "among the lowest paid, it is the paramedics who …"."""
    before = [token.low for token in tokens[max(0, index - 2) : index]]
    closed = end >= len(tokens) or tokens[end].low in (",", ":", ";", ".", "—")
    return (
        Tail(index, end, (_SIGNS[side],))
        if before == ["among", "the"] and closed and side in _SIGNS
        else None
    )


def _size(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """The end of a part's size and its name in the list: "tenth", "10 percent"."""
    if index >= len(tokens):
        return None
    low = tokens[index].low
    if low.isdigit():
        after = [token.low for token in tokens[index + 1 : index + 3] if token.low != "-"]
        width = 1 if after[:1] in (["%"], ["percent"]) else 2 if after == ["per", "cent"] else 0
        if not width:
            return None
        if tokens[index + 1].low == "-":
            width += 1
        return index + 1 + width, {"10": "tenth", "80": "eight_tenths", "50": "half"}.get(low, "other")
    return _PARTS.starting_at(tokens, index)
