"""Bad and doubtful data: what is said of it, line for line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from nlg.data import check, load
from nlg.errors import DatasetError

Change = Callable[[Mapping[str, Any]], Path]


def _lines(problems: object, folder: Path) -> list[str]:
    assert isinstance(problems, tuple)
    return [str(problem).removeprefix(f"{folder}/") for problem in problems]


def test_faults(fault_case: Mapping[str, Any], changed: Change) -> None:
    """Every fault of a dataset is one line with its place, and no fault is reported twice."""
    folder = changed(fault_case)

    with pytest.raises(DatasetError) as caught:
        load(folder)

    assert _lines(caught.value.problems, folder) == fault_case["faults"]


def test_doubts(doubt_case: Mapping[str, Any], changed: Change) -> None:
    """Doubtful data can be loaded, and an editor is told of every doubt."""
    folder = changed(doubt_case)

    assert load(folder).entities

    assert _lines(check(folder), folder) == doubt_case["doubts"]
