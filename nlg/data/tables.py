"""A resource's file as rows of raw cells, each with its physical line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlg.data.findings import Findings, quoted
from nlg.data.resources import Resource
from nlg.data.text import decoded

LONGEST_CELL = 1_000_000
"""Characters; a longer cell is nearly always a quotation mark that was never closed."""

PARQUET_SUFFIXES = frozenset({".parquet", ".pq"})


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table as it stands in the file."""

    line: int
    """The physical line on which it begins; of a Parquet file the row's number."""
    cells: tuple[str, ...]

    def line_of(self, index: int) -> int:
        """The physical line on which a cell begins: quoted cells before it may hold line ends."""
        return self.line + sum(line_ends(cell) for cell in self.cells[:index])


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it."""

    file: str
    """As a message names it."""
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    ragged: tuple[Row, ...] = ()
    """Rows with too few or too many cells."""
    header_line: int = 1
    complete: bool = True
    """Whether every record of the file could be told from its neighbours."""


def line_ends(text: str) -> int:
    """How many lines end inside a text, counted as a text editor does."""
    if "\n" not in text and "\r" not in text:
        return 0
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _records(text: str, resource: Resource, file: str, findings: Findings) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=resource.delimiter, quotechar=resource.quote, strict=True
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # The reader begins anew at the next line, so that the faults after this one are found too.
            findings.fault(file, line, 1, _csv_fault(str(error)))
            continue
        if cells:
            yield Row(line, tuple(cells))


def _csv_fault(reason: str) -> str:
    if "unexpected end" in reason:
        return (
            "a quotation mark opened in this row is never closed; close it, or write it twice to mean itself"
        )
    if "field larger" in reason:
        return f"a cell of this row is longer than {LONGEST_CELL:,} characters; close its quotation mark"
    return f"not CSV: {reason}; put the whole cell between quotation marks and double those inside it"


def _read_csv(path: Path, file: str, resource: Resource, findings: Findings) -> Table | None:
    before = len(findings.faults)
    text = decoded(path.read_bytes(), file, findings)
    if not text.strip():
        if len(findings.faults) == before:
            findings.fault(file, 1, 1, "the file is empty; give it a header row")
        return None
    undecoded = len(findings.faults)
    rows = tuple(_records(text, resource, file, findings))
    if not rows:
        return None
    header = tuple(cell.strip() for cell in rows[0].cells)
    complete = len(findings.faults) == undecoded
    return Table(file, header, rows[1:], header_line=rows[0].line, complete=complete)


def _read_parquet(path: Path, file: str, findings: Findings) -> Table | None:
    try:
        from nlg.data.parquet import read_parquet
    except ImportError:
        findings.fault(
            file, 1, 1, "Parquet needs the package pyarrow; install it with the extra [parquet], or use CSV"
        )
        return None
    try:
        header, rows = read_parquet(path)
    except ValueError as error:
        findings.fault(file, 1, 1, f"not Parquet: {quoted(str(error))}; write the file anew")
        return None
    return Table(file, header, tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))


def read_table(folder: Path, resource: Resource, findings: Findings) -> Table | None:
    """The table in a resource's file, or None when there is no header to go by.

    Rows with too few or too many cells are reported and set apart.
    """
    if not resource.path:
        return None
    path = folder / resource.path
    file = str(path)
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            findings.fault(file, 1, 1, "is a link that leaves the folder; copy the file into it")
            return None
        if path.suffix.lower() in PARQUET_SUFFIXES:
            path.stat()
            table = _read_parquet(path, file, findings)
        else:
            table = _read_csv(path, file, resource, findings)
    except OSError as error:
        reason = error.strerror or str(error).partition("\n")[0]
        findings.fault(
            file,
            1,
            1,
            f"{reason.lower()}; add the file or take resource {quoted(resource.name)} out of the descriptor",
        )
        return None
    return _rectangular(table, findings) if table else None


def _rectangular(table: Table, findings: Findings) -> Table:
    """The same table, its rows of another width than the header's set apart and reported."""
    width = len(table.header)
    _check_header(table, findings)
    if all(len(row.cells) == width for row in table.rows):
        return table
    for row in table.rows:
        count = len(row.cells)
        if count == width:
            continue
        text = f"the row has {count} cells, the header {width}; "
        if count > width:
            index = width
            text += f"quote cells that hold a comma or delete {quoted(row.cells[width])}"
        else:
            index = count - 1
            text += f"fill up from {quoted(table.header[count])} with a comma for each empty cell"
        findings.fault(table.file, row.line_of(index), index + 1, text)
    return Table(
        table.file,
        table.header,
        rows=tuple(row for row in table.rows if len(row.cells) == width),
        ragged=tuple(row for row in table.rows if len(row.cells) != width),
        header_line=table.header_line,
        complete=table.complete,
    )


def _check_header(table: Table, findings: Findings) -> None:
    seen: dict[str, int] = {}
    for ordinal, name in enumerate(table.header, 1):
        if not name:
            findings.fault(
                table.file, table.header_line, ordinal, 'the column has no name ("" in the header); name it'
            )
        elif name in seen:
            findings.fault(
                table.file,
                table.header_line,
                ordinal,
                f"header {quoted(name)} is already that of column {seen[name]}; rename or delete one",
            )
        seen.setdefault(name, ordinal)
