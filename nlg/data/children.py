"""Child resources: the items that several rows give to each entity."""

from __future__ import annotations

from decimal import Decimal

from nlg.data.fields import Field
from nlg.data.findings import Findings, quoted
from nlg.data.kinds import conventions, kind_by_columns, kind_by_shares
from nlg.data.model import Collection, Item, SourceRef
from nlg.data.records import Cell, Record, Records
from nlg.data.wording import capitalised, in_words, singular

ROLES = ("slug", "share", "dimension", "position", "text")
"""Columns that have their meaning by name; the item's own column is the first text beside them."""


def known_slug(
    records: Records, record: Record, column: str, slugs: frozenset[str] | None, findings: Findings
) -> str:
    """The slug in a cell when an entity has it; otherwise the fault is noted and nothing comes back."""
    cell = record.cells.get(column)
    if cell is None:
        if column not in record.faulty:
            findings.fault(
                records.file,
                record.line,
                records.ordinal(column),
                f'{column}: is missing, found ""; fill it in',
            )
        return ""
    slug = str(cell.value)
    if slugs is None or slug in slugs:
        return slug
    near = findings.guess(slug, slugs)
    remedy = f"did you mean {quoted(near)}?" if near else "add a row for it there or delete this one"
    findings.fault(
        records.file,
        cell.line,
        cell.ordinal,
        f"{column}: {quoted(slug)} is not a slug of the entities; {remedy}",
    )
    return ""


def _column(fields: tuple[Field, ...], role: str) -> str:
    """The column that plays a role: the one of that name, or whose concept is that name."""
    for field in fields:
        if field.name == role or (field.measure and field.measure.concept == role):
            return field.name
    return ""


def name_column(fields: tuple[Field, ...]) -> str:
    """The column that names an item: `text`, or the first text column without another role."""
    named = _column(fields, "text")
    if named:
        return named
    for field in fields:
        if not field.numeric and field.name not in ROLES:
            return field.name
    return ""


def share_column(fields: tuple[Field, ...]) -> str:
    """The column with the shares: `share`, or the only one measured in percent."""
    named = _column(fields, "share")
    if named:
        return named
    percents = [field.name for field in fields if field.measure and field.measure.unit == "percent"]
    return percents[0] if len(percents) == 1 else ""


def _ranked(rows: list[tuple[Item, Decimal | None]], *, by_position: bool) -> tuple[Item, ...]:
    """The items in rank order, each name once: of a name given twice the first in rank stays."""
    if by_position and all(position is not None for _, position in rows):
        rows = sorted(rows, key=lambda row: row[1] or Decimal(0))
    elif not by_position and all(item.share is not None for item, _ in rows):
        rows = sorted(rows, key=lambda row: -(row[0].share or Decimal(0)))
    found: dict[str, Item] = {}
    for item, _ in rows:
        found.setdefault(item.name.casefold(), item)
    return tuple(found.values())


def _item(
    records: Records, record: Record, slug: str, named: str, share: str, findings: Findings
) -> Item | None:
    name_cell: Cell | None = record.cells.get(named)
    if name_cell is None:
        if named not in record.faulty:
            findings.fault(
                records.file,
                record.line,
                records.ordinal(named),
                f'{named}: is missing, found ""; fill it in or delete the row',
            )
        return None
    share_cell = record.cells.get(share)
    column, line = (share, share_cell.line) if share_cell else (named, name_cell.line)
    source = SourceRef(records.resource.name, slug, column, records.resource.path, line)
    return Item(str(name_cell.value), record.number(share), source)


def read_children(
    records: Records, slugs: frozenset[str] | None, findings: Findings
) -> tuple[Collection, ...]:
    """The collections of one child resource: one, or one for each value of its `dimension` column.

    The dimensions come in the order of the file.
    """
    resource = records.resource
    named, share = name_column(records.fields), share_column(records.fields)
    if not named:
        findings.fault(
            records.file,
            records.header_line,
            1,
            f"{resource.name}: no column names the items; add one of texts",
        )
        return ()
    kind = resource.kind or kind_by_columns(resource.name, frozenset(records.ordinals))
    dimension, position = _column(records.fields, "dimension"), _column(records.fields, "position")
    rows: dict[str, dict[str, list[tuple[Item, Decimal | None]]]] = {}
    for record in records.rows:
        slug = known_slug(records, record, "slug", slugs, findings)
        item = _item(records, record, slug, named, share, findings)
        if slug and item:
            by_slug = rows.setdefault(record.text(dimension), {})
            by_slug.setdefault(slug, []).append((item, record.number(position)))
    convention = conventions().get(resource.name)
    collections: list[Collection] = []
    for value, by_slug in rows.items():
        items = {slug: _ranked(found, by_position=kind == "texts") for slug, found in by_slug.items()}
        collections.append(
            Collection(
                resource=resource.name,
                dimension=value,
                kind=kind or kind_by_shares(items),
                noun=resource.noun or (convention.noun if convention else "") or singular(named),
                label=capitalised(in_words(value) or resource.title or in_words(resource.name)),
                sections=resource.sections or (resource.name,),
                items=items,
            )
        )
    return tuple(collections)
