"""Parquet in the place of CSV."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from nlg.data import Quantity, fingerprint, load
from nlg.errors import DatasetError

Change = Callable[[Mapping[str, Any]], Path]

AS_PARQUET = {"replace": {"datapackage.json": ['"path": "bridges.csv"', '"path": "bridges.parquet"']}}


def table() -> pyarrow.Table:
    """The bridges of the cases, typed as an analyst would type them."""
    return pyarrow.table(
        {
            "slug": ["old", "new", "far"],
            "title": ["Old Bridge", "New Bridge", "Far Bridge"],
            "length": pyarrow.array([120.5, 900, None], pyarrow.float32()),
            "lanes": pyarrow.array([2.0, 6.0, None], pyarrow.float64()),
            "lorries": pyarrow.array([Decimal("0"), Decimal("22.5"), None], pyarrow.decimal128(6, 1)),
            "least": pyarrow.array([10, 100, None], pyarrow.int16()),
            "most": pyarrow.array([30, 200, None], pyarrow.int64()),
            "kind": pyarrow.array(["arch", "beam", None]).dictionary_encode(),
            "opened": pyarrow.array([datetime.date(1850, 5, 1), datetime.date(1999, 1, 1), None]),
        }
    )


def test_parquet_and_csv_are_the_same_dataset(changed: Change, tmp_path: Path) -> None:
    """The same values come out, whatever types the file gives its columns."""
    folder = changed(AS_PARQUET)
    pyarrow.parquet.write_table(table(), folder / "bridges.parquet")
    dataset = load(folder)
    folder.rename(tmp_path / "parquet")
    original = load(changed({}))

    values = {key: found.value for key, found in dataset.observations.items()}
    assert values == {key: found.value for key, found in original.observations.items()}
    assert values["old", "length"] == Quantity(Decimal("120.5"), "metres")
    assert list(dataset.entities) == list(original.entities)


def test_a_fault_names_the_row(changed: Change) -> None:
    """A Parquet file has no lines: its rows are counted from one."""
    folder = changed(AS_PARQUET)
    lengths = pyarrow.array([120.5, float("nan"), None])
    pyarrow.parquet.write_table(table().set_column(2, "length", lengths), folder / "bridges.parquet")

    with pytest.raises(DatasetError) as caught:
        load(folder)

    assert str(caught.value) == (
        f'{folder / "bridges.parquet"}:2:3: length: "nan" is not a finite number; leave unknown cells empty'
    )


def test_what_is_not_parquet_is_one_line(changed: Change) -> None:
    """A file of another kind is named, without a traceback."""
    folder = changed({**AS_PARQUET, "files": {"bridges.parquet": "slug,title\n"}})

    with pytest.raises(DatasetError) as caught:
        load(folder)

    assert str(caught.value).startswith(f"{folder / 'bridges.parquet'}:1:1: not Parquet: ")
    assert len(caught.value.problems) == 1


def test_the_fingerprint_is_that_of_the_values(changed: Change, tmp_path: Path) -> None:
    """Writing the same cells to another folder changes nothing."""
    folder = changed(AS_PARQUET)
    pyarrow.parquet.write_table(table(), folder / "bridges.parquet")
    before = fingerprint(load(folder))

    assert fingerprint(load(folder.rename(tmp_path / "moved"))) == before
