"""Rows as records: the known cells of declared columns, checked one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from nlg.data.cells import read_cell
from nlg.data.fields import Field
from nlg.data.findings import Findings, nearest, quoted
from nlg.data.resources import Resource
from nlg.data.tables import Row, Table, read_table
from nlg.data.text import CONTROL

NUMERIC_ROLES = {"share": "number", "position": "integer"}
"""Columns whose role makes them numbers even where no schema says so."""


class Cell(NamedTuple):
    """A known cell."""

    value: Decimal | str
    literal: str
    line: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its known cells by column."""

    line: int
    cells: dict[str, Cell]
    faulty: frozenset[str]
    """Columns whose cell was reported; they count as neither known nor missing."""

    def text(self, column: str) -> str:
        """The text of a cell, or an empty string when it is not known."""
        cell = self.cells.get(column)
        return cell.value if cell and isinstance(cell.value, str) else ""

    def number(self, column: str) -> Decimal | None:
        """The number of a cell, or None when it is not known."""
        cell = self.cells.get(column)
        return cell.value if cell and isinstance(cell.value, Decimal) else None


@dataclass(frozen=True, slots=True)
class Records:
    """A resource, read."""

    resource: Resource
    file: str
    fields: tuple[Field, ...]
    """Those whose column the file has."""
    ordinals: dict[str, int]
    """The one-based ordinal of each column of the file."""
    rows: tuple[Record, ...]
    ragged: tuple[Row, ...]
    header_line: int
    complete: bool
    """Whether the file could be read to its end."""

    def ragged_texts(self, column: str) -> frozenset[str]:
        """What the ragged rows probably hold in a column."""
        index = self.ordinal(column) - 1
        return frozenset(row.cells[index].strip() for row in self.ragged if 0 <= index < len(row.cells))

    def ordinal(self, column: str) -> int:
        """The ordinal of a column; 0 when the file lacks it."""
        return self.ordinals.get(column, 0)

    def has(self, column: str) -> bool:
        """Whether the file has the column."""
        return column in self.ordinals


def _typed_by_role(field: Field, roles: Iterable[str]) -> Field:
    """The field with the type that its role asks for: a slug of digits is a name, a share a number."""
    if field.name not in roles:
        return field
    wanted = NUMERIC_ROLES.get(field.name, "string")
    return field if field.numeric == (wanted != "string") else replace(field, type=wanted)


def _fields_of(
    table: Table, resource: Resource, roles: Iterable[str], findings: Findings
) -> tuple[Field, ...]:
    """The fields to read, in the descriptor's order; columns and fields that miss each other are doubts."""
    header = set(table.header)
    if resource.fields is None:
        return tuple(
            Field(name, NUMERIC_ROLES.get(name, "string")) for name in dict.fromkeys(table.header) if name
        )
    declared = {field.name: field for field in resource.fields}
    absent = [name for name in declared if name not in header]
    unknown = [name for name in dict.fromkeys(table.header) if name and name not in declared]
    for name in absent:
        required = declared[name].constraints.required
        near = nearest(name, unknown)
        hint = "add the column" if required else "every cell counts as not known"
        if near:
            hint = f"did you mean it by {quoted(near)}?"
        report = findings.fault if required else findings.doubt
        text = f"{name}: the descriptor declares the column {quoted(name)}, the file lacks it; {hint}"
        report(table.file, table.header_line, 1, text)
    implied: list[Field] = []
    for name in unknown:
        ordinal = table.header.index(name) + 1
        near = nearest(name, absent)
        if name in roles:
            implied.append(Field(name, NUMERIC_ROLES.get(name, "string")))
        hint = f"did you mean {quoted(near)}?" if near else "declare it or delete it"
        findings.doubt(
            table.file,
            table.header_line,
            ordinal,
            f"{name}: the descriptor does not know the column {quoted(name)}; {hint}",
        )
    found = (field for field in declared.values() if field.name in header)
    return (*(_typed_by_role(field, roles) for field in found), *implied)


def _record(
    row: Row, columns: list[tuple[Field, int]], resource: Resource, file: str, findings: Findings
) -> Record:
    cells: dict[str, Cell] = {}
    faulty: set[str] = set()
    missing = resource.missing
    broken = any("\n" in cell or "\r" in cell for cell in row.cells)
    for field, index in columns:
        raw = row.cells[index]
        if raw in missing:
            value, wrong = None, ""
        else:
            value, wrong = read_cell(field, raw, findings)
        line = row.line_of(index) if broken else row.line
        name = field.name
        if value is not None:
            cells[name] = Cell(value, raw, line, index + 1)
            if raw != value and isinstance(value, str):
                _check_spacing(field, raw, file, line, index + 1, findings)
            continue
        if not wrong and field.constraints.required:
            wrong = 'is required, found ""; fill it in'
        if wrong:
            findings.fault(file, line, index + 1, f"{name}: {wrong}")
            faulty.add(name)
    return Record(row.line, cells, frozenset(faulty))


def _check_spacing(field: Field, raw: str, file: str, line: int, ordinal: int, findings: Findings) -> None:
    """Notes what `one_line` has taken out of a text."""
    control = CONTROL.search(raw)
    if control:
        code = f"U+{ord(control[0]):04X}"
        text = f"{quoted(raw)} holds the control character {code}; delete it"
    elif raw != raw.strip():
        text = f"{quoted(raw)} begins or ends with a space; delete it"
    elif "\n" in raw or "\r" in raw:
        text = f"{quoted(raw)} runs over several lines; write it on one"
    else:
        text = f"{quoted(raw)} has more space than words need; use single spaces"
    findings.doubt(file, line, ordinal, f"{field.name}: {text}")


def _check_unique(records: Records, exempt: str, findings: Findings) -> None:
    key = records.resource.key
    for field in records.fields:
        if field.name == exempt or not (field.constraints.unique or key == (field.name,)):
            continue
        seen: dict[Decimal | str, int] = {}
        for record in records.rows:
            cell = record.cells.get(field.name)
            if cell is None:
                continue
            if cell.value in seen:
                findings.fault(
                    records.file,
                    cell.line,
                    cell.ordinal,
                    f"{field.name}: {quoted(cell.literal)} is already in line {seen[cell.value]}; "
                    "each value may occur once",
                )
            else:
                seen[cell.value] = cell.line


def read_records(
    folder: Path, resource: Resource, roles: Iterable[str], findings: Findings, unique_elsewhere: str = ""
) -> Records | None:
    """A resource's rows, checked cell by cell; None when the file gives no header to go by.

    `roles` are the columns that have a meaning by name; they are read even where the schema forgets
    them. The column `unique_elsewhere` is checked for duplicates by its own rules.
    """
    table = read_table(folder, resource, findings)
    if table is None:
        return None
    fields = _fields_of(table, resource, frozenset(roles), findings)
    ordinals: dict[str, int] = {}
    for ordinal, name in enumerate(table.header, 1):
        ordinals.setdefault(name, ordinal)
    columns = [(field, ordinals[field.name] - 1) for field in fields]
    records = Records(
        resource=resource,
        file=table.file,
        fields=fields,
        ordinals=ordinals,
        rows=tuple(_record(row, columns, resource, table.file, findings) for row in table.rows),
        ragged=table.ragged,
        header_line=table.header_line,
        complete=table.complete,
    )
    _check_unique(records, unique_elsewhere, findings)
    return records
