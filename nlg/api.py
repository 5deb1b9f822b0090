"""What a program calls: load a dataset, make a writer, publish an article."""

from __future__ import annotations

from pathlib import Path

from nlg.data import Dataset, find_dataset, find_grammar, load
from nlg.pipeline import Writer, writer
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Article
from nlg.surface.house_style import DEFAULT as DEFAULT_HOUSE_STYLE

__all__ = ["Article", "Dataset", "Page", "Writer", "load", "make_writer", "markdown"]


def make_writer(
    data: str | Path | None = None,
    grammar: str | Path | None = None,
    house_style: str = DEFAULT_HOUSE_STYLE,
    seed: int = 0,
) -> Writer:
    """A writer for a dataset folder in a grammar folder; the shipped ones when none is named.

    Raises:
        InputError: the dataset, the grammar or the house style has faults, or is not there.
    """
    dataset = load(find_dataset(None if data is None else str(data)))
    folder = find_grammar(None if grammar is None else str(grammar))
    return writer(dataset, str(folder), house_style, seed)
