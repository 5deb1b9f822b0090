"""A clean article with its figures and statements, and the mutants made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from nlg.data import Dataset


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on the page, and the cell or the calculation that it comes from."""

    start: int
    end: int
    """Half open; the number with its signs, "$62,970" or "9.5%"."""
    value: Decimal
    """The true value in the unit printed, unrounded."""
    subjects: tuple[str, ...]
    concept: str
    """A measure's concept, or the name of a child resource."""
    item: str
    """The item whose share this is, or empty."""
    how: str
    """ "as read", "rounded", "difference", "ratio", "relative difference", "rank"."""
    in_table: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A named value on the page: an item of a child resource, or a cell of text."""

    start: int
    end: int
    subjects: tuple[str, ...]
    concept: str
    in_table: bool
    in_list: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause of running text that states something."""

    start: int
    end: int
    kind: str
    subjects: tuple[str, ...]
    concept: str
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A page whose every statement is true by the dataset."""

    path: str
    text: str
    dataset: Dataset
    subjects: tuple[str, str]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    """Of running text and tables alike, in page order."""
    names: tuple[Name, ...]

    def other(self, slug: str) -> str:
        """The subject compared with `slug`."""
        first, second = self.subjects
        return second if slug == first else first

    def statement_at(self, start: int, end: int) -> Statement | None:
        """The statement that holds the stretch, or None in tables and lists."""
        for statement in self.statements:
            if statement.start <= start and end <= statement.end:
                return statement
        return None


@dataclass(frozen=True, slots=True)
class Mutant:
    """An article after one edit."""

    text: str
    region: tuple[int, int]
    """Half open, in `text`: where a refuted claim counts as a discovery."""
    before: tuple[int, int]
    """The same stretch in the clean article."""
    in_table: bool
    dataset: Dataset | None = None
    """What to read it against, when the edit changed the data and not the page."""


@dataclass(frozen=True, slots=True)
class Operator:
    """One way of editing an article."""

    name: str
    mutants: Callable[[Article, Random], Iterator[Mutant]]
    """All mutants it can make of an article, in page order; chance decides details only."""
    is_binding: bool = False
    """Whether it leaves a number of the data in the wrong place."""


Spot = tuple[int, int]
"""A stretch of the clean text, half open."""

WRITTEN = "written"
"""The kind of a statement of which nobody noted the kind; it may hold several claims, or none."""

Edit = tuple[int, int, str]
"""A stretch of the clean text and what replaces it."""


def edited(
    article: Article, edits: tuple[Edit, ...], region: tuple[int, int], in_table: bool = False
) -> Mutant:
    """The article after edits that do not overlap; `region` is a stretch of the clean text around them."""
    text = article.text
    end = region[1]
    for start, stop, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[stop:]
        end += len(words) - (stop - start)
    return Mutant(text, (region[0], end), region, in_table)


def region_of(article: Article, start: int, end: int) -> tuple[int, int]:
    """The statement around a stretch, or the stretch itself."""
    statement = article.statement_at(start, end)
    return (statement.start, statement.end) if statement else (start, end)
