"""Parquet files as the same raw cells that a CSV file would hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow
import pyarrow.parquet


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)


def _cells(column: pyarrow.ChunkedArray) -> list[str]:
    """A column's cells; of a float the shortest digits that mean it, also in single precision."""
    kind = column.type
    if pyarrow.types.is_floating(kind) or pyarrow.types.is_temporal(kind):
        column = column.cast(pyarrow.string())
    return [_cell(value) for value in column.to_pylist()]


def read_parquet(path: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The column names and the rows; a null is an empty cell.

    Raises:
        ValueError: the file is not Parquet, or holds what no cell can hold.
    """
    try:
        table = pyarrow.parquet.ParquetFile(path).read()
        columns = [_cells(column) for column in table.columns]
    except pyarrow.ArrowException as error:
        raise ValueError(str(error).partition("\n")[0]) from error
    return tuple(table.column_names), tuple(zip(*columns, strict=True))
