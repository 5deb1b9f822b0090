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


def read_parquet(path: Path) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The column names and the rows; a null is an empty cell.

    Raises:
        ValueError: the file is not Parquet.
    """
    try:
        table = pyarrow.parquet.ParquetFile(path).read()
    except pyarrow.ArrowException as error:
        raise ValueError(str(error).splitlines()[0]) from error
    columns = [[_cell(value) for value in column.to_pylist()] for column in table.columns]
    return tuple(table.column_names), tuple(zip(*columns, strict=True))
