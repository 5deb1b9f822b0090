"""The cells that the claims of a page rest on, as amounts to reckon with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlg.data import Quantity, SourceRef
from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import scaled
from nlg.validator.judgement.tolerance import rounds_to
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.figure import Figure, digits_of
from nlg.validator.vocabulary.resolution import Reader, Target

TELLING = 3
"""Digits of an amount that does not come out by chance."""


@dataclass(frozen=True, slots=True)
class Operand:
    """One cell of one of the compared that the text told, or told something of."""

    slug: str
    target: Target
    value: Decimal
    source: SourceRef


def cells_of(reader: Reader, subjects: Sequence[str]) -> Mapping[SourceRef, Operand]:
    """The numeric cells of the compared, by where they stand."""
    found: dict[SourceRef, Operand] = {}
    for slug in subjects:
        for concept, measure in reader.measures.items():
            seen = reader.dataset.observed(slug, concept) if measure.numeric else None
            if seen is not None and isinstance(seen.value, Quantity):
                target = Target("measure", concept)
                found[seen.source] = Operand(slug, target, seen.value.value, seen.source)
        for key, collection in reader.collections.items():
            for item in collection.items.get(slug, ()):
                if item.share is not None:
                    target = Target("item", key, item.name)
                    found[item.source] = Operand(slug, target, item.share, item.source)
    return found


def printed(
    reader: Reader, cells: Mapping[SourceRef, Operand], figures: Iterable[Figure]
) -> Iterator[Operand]:
    """The cells that figures of three or more digits print, whatever the words make of them."""
    for figure in figures:
        digits = digits_of(figure)
        if figure.high is not None or figure.hedge or digits < TELLING:
            continue
        for operand in cells.values():
            if _sort(reader, operand) in _SORTS.get(figure.unit, ()) and rounds_to(
                abs(figure.value), figure.step, abs(scaled(reader, operand.target, figure, operand.value))
            ):
                yield operand


_SORTS = {
    "money": ("money",),
    "percent": ("percent", "change"),
    "plain": ("count", "other"),
    "time": ("other",),
}


def _sort(reader: Reader, operand: Operand) -> str:
    kind = family(reader, operand.target)
    return kind if kind in ("money", "percent", "change", "count") else "other"


def with_counterparts(
    reader: Reader,
    cells: Mapping[SourceRef, Operand],
    told: Sequence[Operand],
    subjects: Sequence[str],
    *,
    ends: bool,
) -> tuple[Operand, ...]:
    """The cells told with those of the other of the two; where `ends` of a range are spoken of, the whole range too."""
    wanted = {operand.target for operand in told}
    if ends:
        names = {target.name for target in wanted}
        for low, high in reader.ranges.values():
            units = {reader.measures[low].unit}
            scale = {
                name for name, measure in reader.measures.items() if measure.numeric and measure.unit in units
            }
            if names & scale:
                wanted |= {Target("measure", name) for name in (low, high, *sorted(names & scale))}
    rest = [operand for operand in cells.values() if operand.target in wanted and operand not in told]
    return (*told, *rest)


def operands_of(cells: Mapping[SourceRef, Operand], claims: Iterable[Claim]) -> tuple[Operand, ...]:
    """The cells that supported claims rest on, each once, in the order of the claims."""
    found: dict[SourceRef, Operand] = {}
    for claim in claims:
        if claim.verdict == "supported":
            for source in claim.source:
                if source in cells:
                    found.setdefault(source, cells[source])
    return tuple(found.values())
