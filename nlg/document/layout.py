"""The layout of a dataset's articles: sections, table rows and lists, the same for every pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlg.data import Collection, Dataset, Measure
from nlg.document.plan import Row, TablePlan

Ranges = Mapping[str, tuple[Measure, Measure]]
"""The low and the high measure of every range that has both, by its name."""
MOST_TABLES = 1_000
"""Different gaps in the data for which tables are kept."""


@dataclass(frozen=True, slots=True)
class SectionLayout:
    """What a section may hold; what is known of a pair decides what it does hold."""

    id: str
    heading: str
    rows: tuple[Row, ...]
    """Which of them are shown depends on what is known of the two."""
    lists: tuple[tuple[str, Collection], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything about a dataset's articles that does not depend on the pair."""

    sections: tuple[SectionLayout, ...]
    ranges: Ranges
    known: Mapping[str, frozenset[str]]
    """By slug: the concepts, ranges and collections of which something is known; a collection with more
    than one item also as "name*"."""
    tables: dict[tuple[frozenset[str], frozenset[str]], tuple[TablePlan | None, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """By what is known of the two: the table of each section; made before, but for `MOST_TABLES`."""

    def tables_of(self, first: str, second: str) -> tuple[TablePlan | None, ...]:
        """The table of each section: the rows of which something is known of at least one of the two.

        A distribution is shown beside another one or not at all, and so is a further table of which every
        row would have a gap on the same side.
        """
        one, other = self.known[first], self.known[second]
        key = (one, other)
        found = self.tables.get(key)
        if found is None:
            if len(self.tables) >= MOST_TABLES:
                self.tables.clear()
            either, both = one | other, one & other
            tables: list[TablePlan | None] = []
            for section in self.sections:
                rows = tuple(
                    [row for row in section.rows if row.name in (both if row.collection else either)]
                )
                seen = any(table is not None for table in tables)
                compared = any(row.name in both for row in rows)
                tables.append(_table(rows) if rows and (compared or not seen) else None)
            found = self.tables[key] = tuple(tables)
        return found


def _table(rows: tuple[Row, ...]) -> TablePlan:
    return TablePlan(rows, tuple([row.name for row in rows if not row.whole]))


def layout(dataset: Dataset) -> Layout:
    """The layout of a dataset: the descriptor's sections, then those that only a measure names."""
    ranges = _ranges(dataset)
    headings = {section.id: section.heading for section in dataset.sections}
    for measure in dataset.measures:
        for name in measure.sections:
            headings.setdefault(name, "")
    for collection in dataset.collections:
        for name in collection.sections:
            headings.setdefault(name, "")
    sections = tuple(
        SectionLayout(name, heading, _rows(dataset, ranges, name), _lists(dataset, name))
        for name, heading in headings.items()
    )
    return Layout(sections, ranges, {slug: _known(dataset, ranges, slug) for slug in dataset.entities})


def collection_name(collection: Collection) -> str:
    """What tells a collection from the others of its resource."""
    return f"{collection.resource}.{collection.dimension}" if collection.dimension else collection.resource


def tabled(collection: Collection) -> bool:
    """Whether the items are rows of a table: shares of a whole, or of one dimension of people."""
    return collection.kind == "distribution" or bool(collection.dimension)


def _ranges(dataset: Dataset) -> Ranges:
    found: dict[str, dict[str, Measure]] = {}
    for measure in dataset.measures:
        if measure.range and measure.numeric:
            found.setdefault(measure.range, {})[measure.bound] = measure
    return {
        name: (ends["low"], ends["high"]) for name, ends in found.items() if "low" in ends and "high" in ends
    }


def _rows(dataset: Dataset, ranges: Ranges, section: str) -> tuple[Row, ...]:
    """Rows in the descriptor's order, collections last: first their most common item, then all of them
    in the last section that the collection belongs to."""
    rows: list[Row] = []
    for measure in dataset.measures:
        if section not in measure.sections:
            continue
        if measure.range in ranges:
            if measure.bound == "low":
                rows.append(Row(measure.range, ranges[measure.range]))
        else:
            rows.append(Row(measure.concept, (measure,)))
    for collection in dataset.collections:
        if tabled(collection) and section in collection.sections:
            name = collection_name(collection)
            if not collection.dimension:
                rows.append(Row(name, collection=collection))
            if collection.sections[-1] == section:
                rows.append(Row(f"{name}*", collection=collection, whole=True))
    return tuple(rows)


def _lists(dataset: Dataset, section: str) -> tuple[tuple[str, Collection], ...]:
    return tuple(
        (collection_name(collection), collection)
        for collection in dataset.collections
        if not tabled(collection) and section in collection.sections
    )


def _known(dataset: Dataset, ranges: Ranges, slug: str) -> frozenset[str]:
    known = {measure.concept for measure in dataset.measures if dataset.observed(slug, measure.concept)}
    known |= {name for name, (low, high) in ranges.items() if {low.concept, high.concept} <= known}
    for collection in dataset.collections:
        items = collection.items.get(slug, ())
        if items:
            known.add(collection_name(collection))
        if len(items) > 1:
            known.add(f"{collection_name(collection)}*")
    return frozenset(known)
