"""Doubts about a dataset that can be loaded: what an editor should look at before publishing.

What a single cell or a header gives away is noted while it is read; here stand the rules that need
whole rows or whole tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nlg.data.children import name_column
from nlg.data.declarations import note_declarations
from nlg.data.descriptor import FILE_NAME, Package
from nlg.data.findings import quoted
from nlg.data.kinds import kind_by_columns
from nlg.data.loading import Reading, read
from nlg.data.model import Dataset, Measure, Quantity, SourceRef
from nlg.data.records import Records
from nlg.data.tables import PARQUET_SUFFIXES
from nlg.errors import DatasetError, Problem

HOURS_A_YEAR = 2080
"""40 hours in each of 52 weeks, as the Bureau of Labor Statistics counts a year of full-time work."""
YEARLY_TOLERANCE = Decimal("0.01")
WHOLE = Decimal(100)
WHOLE_TOLERANCE = Decimal(2)
"""Percentage points by which the shares of a whole may miss 100, for rounding and small leftovers."""
LEAST_FIGURES = 3
"""Two rows that share fewer figures than this may do so by chance."""

SEPARATOR = "-vs-"
"""What stands between the two slugs in an article's file name."""


def _place(source: SourceRef, tables: dict[str, Records]) -> tuple[str, int, int]:
    records = tables[source.resource]
    return records.file, source.line, records.ordinal(source.column)


def _sums(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    """Shares of a whole that are not 100 together; a single item is no account of the whole."""
    for collection in dataset.collections:
        if collection.kind != "distribution":
            continue
        for slug, items in collection.items.items():
            shares = [item.share for item in items if item.share is not None]
            total = sum(shares, Decimal(0))
            complete = len(shares) == len(items) > 1
            if total > WHOLE + WHOLE_TOLERANCE or (complete and total < WHOLE - WHOLE_TOLERANCE):
                what = collection.dimension or collection.resource
                yield Problem(
                    *_place(items[0].source, tables),
                    f'share: the shares of {what} of {quoted(slug)} sum to "{total}", not to about 100; '
                    "complete or correct them",
                )


def _hourly_pairs(measures: tuple[Measure, ...]) -> Iterator[tuple[Measure, Measure]]:
    """The measures of one currency, statistic and end of a range, once by the year and once by the hour."""
    by_unit: dict[tuple[str, str, str], list[Measure]] = {}
    for measure in measures:
        if measure.numeric:
            by_unit.setdefault((measure.unit, measure.statistic, measure.bound), []).append(measure)
    for (unit, statistic, bound), yearly in by_unit.items():
        currency, _, period = unit.partition("/")
        hourly = by_unit.get((f"{currency}/hour", statistic, bound), [])
        if period == "year" and len(yearly) == len(hourly) == 1:
            yield yearly[0], hourly[0]


def _hourly(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    for yearly, hourly in _hourly_pairs(dataset.measures):
        for slug in dataset.entities:
            a_year = dataset.observed(slug, yearly.concept)
            an_hour = dataset.observed(slug, hourly.concept)
            if not a_year or not an_hour:
                continue
            if not isinstance(a_year.value, Quantity) or not isinstance(an_hour.value, Quantity):
                continue
            expected = a_year.value.value / HOURS_A_YEAR
            if abs(an_hour.value.value - expected) > abs(expected) * YEARLY_TOLERANCE:
                yield Problem(
                    *_place(an_hour.source, tables),
                    f"{hourly.column}: {quoted(an_hour.literal)} is not {yearly.column} "
                    f"{quoted(a_year.literal)} over {HOURS_A_YEAR:,} hours; {expected:.2f} would be",
                )


def _repetitions(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    """Items that an entity has twice, capitals aside, and positions given twice."""
    for records in tables.values():
        columns = frozenset(records.ordinals)
        kind = records.resource.kind or kind_by_columns(records.resource.name, columns)
        if records.resource.name == dataset.resource or kind in {"pairs", "other"}:
            continue
        named = name_column(records.fields)
        seen: dict[tuple[str, ...], int] = {}
        places: dict[tuple[str, Decimal], int] = {}
        for record in records.rows:
            cell = record.cells.get(named)
            slug = record.text("slug")
            if cell is None:
                continue
            key = slug, record.text("dimension"), str(cell.value).casefold()
            if key in seen:
                yield Problem(
                    records.file,
                    cell.line,
                    cell.ordinal,
                    f"{named}: {quoted(str(cell.value))} is already in line {seen[key]} for {quoted(slug)}, "
                    "only the higher in rank is used; delete one",
                )
            seen.setdefault(key, cell.line)
            position = record.number("position")
            if position is not None and kind == "texts":
                if (slug, position) in places:
                    yield Problem(
                        records.file,
                        record.cells["position"].line,
                        record.cells["position"].ordinal,
                        f'position: "{position}" is already in line {places[slug, position]} '
                        f"for {quoted(slug)}; number them anew",
                    )
                places.setdefault((slug, position), record.line)


def _same_source(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    """Rows with the very figures or the very description of an earlier row."""
    figures: dict[tuple[object, ...], str] = {}
    descriptions: dict[str, str] = {}
    for slug, entity in dataset.entities.items():
        observed = [dataset.observed(slug, measure.concept) for measure in dataset.measures]
        known = [found for found in observed if found]
        key = tuple(found.value if found else None for found in observed)
        place = _place(entity.sources["slug"], tables)
        if sum(isinstance(found.value, Quantity) for found in known) >= LEAST_FIGURES:
            if key in figures:
                other = dataset.entities[figures[key]].sources["slug"].line
                yield Problem(
                    *place,
                    f"slug: {quoted(slug)} has the same values in every column as {quoted(figures[key])} "
                    f"in line {other}; keep one, or give each its own figures",
                )
            figures.setdefault(key, slug)
        if entity.description:
            other_slug = descriptions.setdefault(entity.description, slug)
            if other_slug != slug:
                yield Problem(
                    *_place(entity.sources["description"], tables),
                    f"description: {quoted(entity.description)} is also that of {quoted(other_slug)}; "
                    "write one for each",
                )


def _titles(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for slug, entity in dataset.entities.items():
        other = seen.setdefault(entity.title.casefold(), slug)
        if other != slug:
            yield Problem(
                *_place(entity.sources["title"], tables),
                f"title: {quoted(entity.title)} is also that of {quoted(other)}; tell the two apart",
            )


def _slugs(dataset: Dataset, tables: dict[str, Records]) -> Iterator[Problem]:
    for slug, entity in dataset.entities.items():
        if SEPARATOR in slug:
            yield Problem(
                *_place(entity.sources["slug"], tables),
                f"slug: {quoted(slug)} holds {quoted(SEPARATOR)}, which parts the two slugs of a file name; "
                "rename it",
            )


RULES: tuple[Callable[[Dataset, dict[str, Records]], Iterator[Problem]], ...] = (
    _sums,
    _hourly,
    _repetitions,
    _same_source,
    _titles,
    _slugs,
)


def _check_kinds(reading: Reading, package: Package) -> None:
    """Notes resources whose kind had to be guessed from their shares."""
    tables = {table.resource.name: table for table in reading.tables}
    for collection in reading.dataset.collections if reading.dataset else ():
        resource = tables[collection.resource].resource
        columns = frozenset(tables[resource.name].ordinals)
        if not resource.kind and not kind_by_columns(resource.name, columns):
            package.document.doubt(
                resource.place,
                f'{resource.name}: no "kind" is declared, taken for {quoted(collection.kind)}; declare it',
            )


def _check_files(folder: Path, package: Package) -> Iterator[Problem]:
    """Tables in the folder that no resource names."""
    named = {resource.path for resource in package.resources}
    for path in sorted(folder.iterdir()):
        suffix = path.suffix.lower()
        if path.is_file() and path.name not in named and suffix in {".csv", ".tsv", *PARQUET_SUFFIXES}:
            yield Problem(
                str(path), 1, 1, f"no resource of {FILE_NAME} names this file; declare or delete it"
            )


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that is wrong or doubtful in a dataset, each sorted by place."""

    faults: tuple[Problem, ...]
    """With one of them the dataset cannot be loaded."""
    doubts: tuple[Problem, ...]
    """With faults: only those that do not depend on whole tables."""


def inspect(folder: str | Path) -> Inspection:
    """The faults of a dataset and the doubts about it, all in one reading."""
    folder = Path(folder)
    reading = read(folder)
    found: list[Problem] = []
    if reading.package is not None:
        note_declarations(reading.package)
        found.extend(_check_files(folder, reading.package))
        if reading.dataset is not None and not reading.findings.faults:
            tables = {table.resource.name: table for table in reading.tables}
            _check_kinds(reading, reading.package)
            found.extend(problem for rule in RULES for problem in rule(reading.dataset, tables))
    faults = tuple(sorted(set(reading.findings.faults)))
    return Inspection(faults, tuple(sorted({*found, *reading.findings.doubts})))


def check(folder: str | Path) -> tuple[Problem, ...]:
    """The doubts about a dataset, sorted by place; empty when there are none.

    Raises:
        DatasetError: the dataset cannot be loaded; it holds the faults and not the doubts.
    """
    found = inspect(folder)
    if found.faults:
        raise DatasetError(f"{folder}: {len(found.faults)} faults", found.faults)
    return found.doubts
