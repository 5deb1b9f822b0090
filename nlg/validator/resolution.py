"""Names on the page → the dataset's entities, measures, items and text values."""

from __future__ import annotations

from dataclasses import dataclass

from nlg.data import Dataset


@dataclass(frozen=True, eq=False, slots=True)
class Reader:
    """All vocabulary of one dataset, prepared once."""

    dataset: Dataset


def compile_reader(dataset: Dataset) -> Reader:
    """The reader of one dataset."""
    return Reader(dataset)
