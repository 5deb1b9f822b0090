"""What can be reckoned from a few cells: gaps, ratios, percentages, sums and conversions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from nlg.validator.claim import Kind
from nlg.validator.judgement.figures import scaled
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.figure import Figure, digits_of
from nlg.validator.reckoning.cells import Operand
from nlg.validator.vocabulary.resolution import Reader

_MOST_SUMMED = 3


@dataclass(frozen=True, slots=True)
class Result:
    """A number that follows from cells."""

    kind: Kind
    value: Decimal
    operands: tuple[Operand, ...]
    ahead: str = ""
    """The slug of whoever has more, where two of them are compared."""
    base: int = 0
    """Of a percentage: 1 where it is of the smaller, −1 where it is of the larger, 0 where it is of neither."""


def results(
    reader: Reader, figure: Figure, operands: Sequence[Operand], parts: Sequence[Decimal]
) -> Iterator[Result]:
    """Everything of the figure's sort that the operands give; `parts` are those of a year that the sentence names."""
    for one, two in combinations(operands, 2):
        if one.slug == two.slug:
            if one.target != two.target and _alike(reader, one, two):
                yield from _apart(reader, figure, one, two, parts)
        elif one.target == two.target:
            yield from _apart(reader, figure, one, two, parts)
    yield from _sums(figure, operands)
    if figure.unit == "money" and not figure.period:
        for one in operands:
            if family(reader, one.target) == "money":
                yield from (Result("value", one.value / part, (one,)) for part in parts)


def _alike(reader: Reader, one: Operand, two: Operand) -> bool:
    """Whether two cells of one entity stand on one scale: ends of a range and what is usual in it, or two counts."""
    if "item" in (one.target.kind, two.target.kind):
        return False
    units = {reader.measures[operand.target.name].unit for operand in (one, two)}
    ends = {concept for pair in reader.ranges.values() for concept in pair}
    return len(units) == 1 and (bool(ends & {one.target.name, two.target.name}) or _are_counts(reader, one))


def _are_counts(reader: Reader, one: Operand) -> bool:
    return reader.measures[one.target.name].unit == "count"


def _apart(
    reader: Reader, figure: Figure, one: Operand, two: Operand, parts: Sequence[Decimal]
) -> Iterator[Result]:
    more, less = (one, two) if one.value >= two.value else (two, one)
    ahead = "" if one.slug == two.slug else more.slug
    both = (more, less)
    kind = family(reader, one.target)
    gap = abs(
        scaled(reader, more.target, figure, more.value) - scaled(reader, less.target, figure, less.value)
    )
    match figure.unit:
        case "percent" | "points":
            if kind in ("percent", "change") and figure.unit == "points":
                yield Result("difference", gap, both, ahead)
            if less.value > 0 and kind != "change" and figure.unit == "percent":
                yield Result("difference", (more.value - less.value) / less.value * 100, both, ahead, 1)
                yield Result("difference", (more.value - less.value) / more.value * 100, both, ahead, -1)
                yield Result("ratio", less.value / more.value * 100, both, ahead)
        case "times":
            if less.value > 0:
                yield Result("ratio", more.value / less.value, both, ahead)
        case "fraction":
            if less.value > 0:
                yield Result("ratio", less.value / more.value, both, ahead)
        case "money":
            if kind == "money":
                yield Result("difference", gap, both, ahead)
                if not figure.period:
                    yield from (Result("difference", gap / part, both, ahead) for part in parts)
        case "ordinal":
            return
        case _:
            if kind not in ("money", "percent", "change") and (ahead or not _are_counts(reader, one)):
                yield Result("difference", gap, both, ahead)


def _sums(figure: Figure, operands: Sequence[Operand]) -> Iterator[Result]:
    """Shares of one entity in one list that were told, added up."""
    items = [operand for operand in operands if operand.target.kind == "item"]
    digits = digits_of(figure)
    if figure.unit == "fraction" or (figure.unit == "percent" and digits > 2):
        for size in range(2, _MOST_SUMMED + 1):
            for some in combinations(items, size):
                if len({(one.slug, one.target.name) for one in some}) == 1:
                    total = sum((one.value for one in some), Decimal(0))
                    yield Result("share", total if figure.unit == "percent" else total / 100, some)
