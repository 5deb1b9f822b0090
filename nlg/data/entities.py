"""The entities resource: one row an entity, and what its measures say of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nlg.data.findings import Findings, nearest, quoted
from nlg.data.model import Entity, Measure, Observation, Quantity, SourceRef
from nlg.data.records import Record, Records
from nlg.data.slugs import slug_fault

ROLES = ("slug", "title", "plural", "article", "category", "description")
"""Columns that have their meaning by name."""
REQUIRED = ("slug", "title")
ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Entities:
    """What the entities resource holds."""

    entities: dict[str, Entity]
    observations: dict[tuple[str, str], Observation]
    measures: tuple[Measure, ...]
    slugs: frozenset[str] | None
    """Every slug of the file, those of faulty rows included: one fault is not reported again by the
    rows that point at it. None when the file broke off, and no slug can be called unknown."""


def _check_columns(records: Records, findings: Findings) -> None:
    for name in REQUIRED:
        field = next((found for found in records.resource.fields or () if found.name == name), None)
        if records.has(name) or (field and field.constraints.required):
            continue  # a required column that is not there was reported when the header was read
        near = nearest(name, records.ordinals)
        remedy = f"did you mean it by {quoted(near)}?" if near else "add it"
        if len(records.ordinals) == 1 and not near:
            (only,) = records.ordinals
            remedy = (
                f'part the cells of {quoted(only)} by commas, or declare the "delimiter" of the "dialect"'
            )
        findings.fault(
            records.file, records.header_line, 1, f"{name}: the file has no column {quoted(name)}; {remedy}"
        )


def _check_row(records: Records, record: Record, seen: dict[str, int], findings: Findings) -> bool:
    """Whether the row names an entity that no row before it has named."""
    before = len(findings.faults)
    for name in REQUIRED:
        if records.has(name) and name not in record.cells and name not in record.faulty:
            findings.fault(
                records.file, record.line, records.ordinal(name), f'{name}: is missing, found ""; fill it in'
            )
    slug = record.text("slug")
    if slug:
        cell = record.cells["slug"]
        fault = slug_fault(slug)
        if fault:
            findings.fault(records.file, cell.line, cell.ordinal, f"slug: {quoted(slug)} {fault}")
        elif slug.casefold() in seen:
            findings.fault(
                records.file,
                cell.line,
                cell.ordinal,
                f"slug: {quoted(slug)} is already that of line {seen[slug.casefold()]}; "
                "give each row its own",
            )
        seen.setdefault(slug.casefold(), cell.line)
    article = record.text("article")
    if article and article not in ARTICLES:
        cell = record.cells["article"]
        findings.fault(
            records.file,
            cell.line,
            cell.ordinal,
            f'article: {quoted(article)} is not an indefinite article; write "a" or "an", or leave it empty',
        )
    return bool(slug) and len(findings.faults) == before


def _check_ranges(
    records: Records, record: Record, measures: tuple[Measure, ...], findings: Findings
) -> None:
    ends = {(measure.range, measure.bound): measure for measure in measures if measure.range}
    for (name, bound), low in ends.items():
        high = ends.get((name, "high"))
        if bound != "low" or high is None:
            continue
        least, most = record.number(low.column), record.number(high.column)
        if least is not None and most is not None and least > most:
            cell = record.cells[low.column]
            findings.fault(
                records.file,
                cell.line,
                cell.ordinal,
                f"{low.column}: {quoted(cell.literal)} is above {high.column} "
                f"{quoted(record.cells[high.column].literal)}; swap or correct them",
            )


def _entity(records: Records, record: Record, slug: str) -> Entity:
    name, path = records.resource.name, records.resource.path
    return Entity(
        slug=slug,
        title=record.text("title"),
        plural=record.text("plural"),
        article=record.text("article"),
        category=record.text("category"),
        description=record.text("description"),
        sources={
            role: SourceRef(name, slug, role, path, record.cells[role].line)
            for role in ROLES
            if role in record.cells
        },
    )


def declared_measures(records: Records) -> tuple[Measure, ...]:
    """The measures of the descriptor, those included whose column the file lacks."""
    fields = records.fields if records.resource.fields is None else records.resource.fields
    return tuple(field.measure for field in fields if field.measure)


def read_entities(records: Records, findings: Findings) -> Entities:
    """The entities and observations of a resource, by slug; rows with a fault are left out."""
    _check_columns(records, findings)
    measures = declared_measures(records)
    entities: dict[str, Entity] = {}
    observations: dict[tuple[str, str], Observation] = {}
    seen: dict[str, int] = {}
    name, path = records.resource.name, records.resource.path
    for record in records.rows:
        _check_ranges(records, record, measures, findings)
        if not _check_row(records, record, seen, findings):
            continue
        slug = record.text("slug")
        entities[slug] = _entity(records, record, slug)
        for measure in measures:
            cell = record.cells.get(measure.column)
            if cell is None:
                continue
            value = Quantity(cell.value, measure.unit) if isinstance(cell.value, Decimal) else cell.value
            source = SourceRef(name, slug, measure.column, path, cell.line)
            observations[slug, measure.concept] = Observation(value, source, cell.literal)
    if not records.rows:
        findings.fault(records.file, records.header_line, 1, "has no row under its header; add one an entity")
    slugs = frozenset(record.text("slug") for record in records.rows) | records.ragged_texts("slug")
    whole = records.complete and records.has("slug")
    return Entities(entities, observations, measures, slugs if whole else None)
