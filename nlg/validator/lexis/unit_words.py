"""Units of length, mass, speed, time and the like: their words, what they measure, and how they convert."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit, as a text may name it."""

    dimension: str
    factor: Decimal
    """How many of the dimension's basic unit it is worth."""
    zero: Decimal = Decimal(0)
    """What is taken away first, where the scales do not start at one point: 32 of Fahrenheit."""


def _measuring() -> Iterator[tuple[Sequence[str], Sequence[str], UnitWord]]:
    """The words of each unit that converts, its names in descriptors, and what it is worth."""
    for unit in word_list("units")["unit"]:
        if "dimension" in unit:
            worth = UnitWord(unit["dimension"], Decimal(unit["factor"]), Decimal(unit.get("zero", 0)))
            yield unit["words"], unit.get("names", ()), worth


UNITS: PhraseTable[UnitWord] = PhraseTable.build(
    (words_of(word), worth) for words, _, worth in _measuring() for word in words
)
_NAMED: Mapping[tuple[str, ...], UnitWord] = {
    words_of(word): worth for words, names, worth in _measuring() for word in (*words, *names)
}


def spellings(name: str) -> tuple[str, ...]:
    """How prose may name a unit that a descriptor declares, beside the descriptor's own word."""
    own = name.lower()
    for unit in word_list("units")["unit"]:
        if own in unit["words"] or own in unit.get("names", ()):
            return (*unit["words"], *unit.get("loose", ()))
    return ()


def unit_named(name: str) -> tuple[UnitWord, Decimal] | None:
    """A descriptor's unit and the thousands or millions that it counts: "million km"."""
    scale, _, rest = name.partition(" ")
    times = {"thousand": Decimal(1_000), "million": Decimal(1_000_000), "billion": Decimal(10**9)}.get(scale)
    found = _NAMED.get(words_of(rest if times else name))
    return (found, times or Decimal(1)) if found is not None else None


def unit_after(tokens: Sequence[Token], end: int) -> tuple[int, UnitWord] | None:
    """The unit whose words stand at a token, and where they end."""
    return UNITS.starting_at(tokens, end)


def converted(value: Decimal, said: UnitWord, name: str) -> Decimal | None:
    """A value in a descriptor's unit; None when that measures something else."""
    own = unit_named(name)
    if own is None or own[0].dimension != said.dimension:
        return None
    unit, times = own
    return (value - said.zero) * said.factor / unit.factor / times + unit.zero
