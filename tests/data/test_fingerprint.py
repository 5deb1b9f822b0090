"""Digests that change with the data and with nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from nlg.data import entity_fingerprint, fingerprint, load

Change = Callable[[Mapping[str, Any]], Path]


@pytest.fixture
def digests(changed: Change, tmp_path: Path) -> Callable[[Mapping[str, Any]], dict[str, str]]:
    """The fingerprint of each entity, and of the whole under an empty name, after a change."""

    def measure(case: Mapping[str, Any]) -> dict[str, str]:
        folder = changed(case)
        dataset = load(folder)
        folder.rename(tmp_path / f"done-{len(list(tmp_path.iterdir()))}")
        return {
            "": fingerprint(dataset),
            **{slug: entity_fingerprint(dataset, slug) for slug in dataset.entities},
        }

    return measure


Digests = Callable[[Mapping[str, Any]], dict[str, str]]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize(
    "replace",
    [
        {"bridges.csv": ["120.5", "120.6"]},
        {"bridges.csv": ["Old Bridge", "Older Bridge"]},
        {"materials.csv": ["stone,90", "stone,89"]},
        {"materials.csv": ["old,iron,10\n", ""]},
    ],
)
def test_a_cell_changes_its_own_entity(digests: Digests, replace: Mapping[str, Any]) -> None:
    """The others keep their digest, and so their articles."""
    assert changes(digests({}), digests({"replace": replace})) == {"", "old"}


def test_a_row_that_moves_changes_no_entity(digests: Digests) -> None:
    """Where a cell stands is not what it says."""
    blank_line = {"replace": {"bridges.csv": ["\nold,", "\n\nold,"]}}

    assert changes(digests({}), digests(blank_line)) == set()


def test_a_word_of_the_descriptor_changes_the_whole(digests: Digests) -> None:
    """What a measure is called concerns every article."""
    renamed = {"replace": {"datapackage.json": ['"noun": "length"', '"noun": "reach"']}}

    assert changes(digests({}), digests(renamed)) == {""}
