"""The make-up of a table: which column or row belongs to whom, and where its labels stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlg.validator.cells.contents import figures_of, says_nothing
from nlg.validator.cells.labels import find_label
from nlg.validator.cells.mentions import find_mentions, name_subject
from nlg.validator.context import Context, Reader
from nlg.validator.page import Cell, Table

_DIFFERENCE = re.compile(r"\b(?:difference|gap|diff|delta|change|variance)\b|[Δδ]", re.IGNORECASE)
_RANK = re.compile(r"^\W*(?:rank|no|number|position|place)?\W*$", re.IGNORECASE)
_LEADER = re.compile(
    r"\b(?P<more>higher|more|larger|bigger|greater|older|longer|faster|highest|most|largest)\b"
    r"|\b(?P<less>lower|less|fewer|smaller|younger|shorter|slower|lowest|fewest|least)\b",
    re.IGNORECASE,
)


_BETTER = re.compile(
    r"\b(?:advantage|edge|winner|wins|leads?|leader|ahead|better|favou?rs|who wins|look at|choose|pick|go (?:for|with)"
    r"|consider)\b",
    re.IGNORECASE,
)
"""Heads of a column that says who has the better of a row, where more or less of its measure is better."""
_MAX_FURTHER_WORDS = 8
"""What a header cell may say beside a name: "for the typical registered nurse in the US"."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the header says of one column."""

    text: str
    slug: str = ""
    role: str = ""
    """"difference", "rank", "more", "less", "better", or empty."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table taken apart."""

    columns: tuple[Column, ...]
    body: tuple[tuple[Cell, ...], ...]
    row_slugs: tuple[str, ...]
    """Whom each body row is about, where its first cell names an entity; else empty."""

    @property
    def is_by_column(self) -> bool:
        """Whether columns belong to entities."""
        return any(column.slug for column in self.columns)

    @property
    def label_index(self) -> int:
        """The column that labels the rows; -1 when every column belongs to an entity or is a rank."""
        return next(
            (i for i, column in enumerate(self.columns) if not column.slug and column.role != "rank"), -1
        )


def lay_out(reader: Reader, table: Table, context: Context) -> Layout:
    """The columns and rows of a table and whom they belong to."""
    width = max(len(row) for row in table.rows)
    depth = _header_depth(reader, table, context)
    columns = tuple(_column(reader, table.rows[:depth], index, context) for index in range(width))
    if width > 1 and columns[0].slug and not any(column.slug for column in columns[1:]):
        # The one name stands above the labels: the table is about its bearer.
        columns = (
            replace(columns[0], slug="", text=reader.dataset.entities[columns[0].slug].title),
            *columns[1:],
        )
    columns = _with_the_other(reader, columns, context)
    body = table.rows[depth:]
    by_column = any(column.slug for column in columns)
    row_slugs = tuple("" if by_column or not row else slug_of(reader, row[0], context) for row in body)
    if width == 1 or not all(_is_measured(reader, column.text) for column in columns[1:] if column.text):
        row_slugs = tuple("" for _ in body) if width == 1 else row_slugs
    return Layout(columns, body, row_slugs)


def _with_the_other(reader: Reader, columns: tuple[Column, ...], context: Context) -> tuple[Column, ...]:
    """The columns with the second of two given to the other subject, by whatever name the page calls it.

    Example: "Police | Corrections" over figures of police officers and correctional officers
    """
    if len(columns) != 3 or len(context.subjects) != 2 or columns[0].slug:
        return columns
    one, two = columns[1:]
    unnamed = two if one.slug else one
    named = one.slug or two.slug
    if bool(one.slug) == bool(two.slug) or named not in context.subjects or unnamed.role or not unnamed.text:
        return columns
    words = set(unnamed.text.lower().split())
    if _is_measured(reader, unnamed.text) or _NO_NAME.search(unnamed.text) or words & _kinds(reader):
        return columns
    other = next(slug for slug in context.subjects if slug != named)
    return tuple(replace(column, slug=other, text="") if column is unnamed else column for column in columns)


def _kinds(reader: Reader) -> frozenset[str]:
    return reader.words.plurals.union(reader.words.nouns[:1])


_NO_NAME = re.compile(
    r"\d|%|\$|\b(?:source|notes?|comments?|unit|all|average|total|national|overall|median|mean|us|both|winner"
    r"|details?|explanation|meaning|year)\b",
    re.IGNORECASE,
)


def slug_of(reader: Reader, cell: Cell, context: Context) -> str:
    """The entity that a header cell stands for: a subject by any name, another entity by its full one."""
    text = cell.text.content
    if not text:
        return ""
    named = name_subject(reader, text, context.subjects)
    if named:
        return named if _is_name(text, reader.dataset.entities[named].title) else ""
    mentions = find_mentions(reader, text)
    if (
        len(mentions) == 1
        and len(mentions[0].slugs) == 1
        and mentions[0].end - mentions[0].start >= len(text) - 2
    ):
        return mentions[0].slugs[0]
    return ""


def _is_name(text: str, title: str) -> bool:
    """Whether a cell is short enough to be the name of that title's bearer, and no sentence."""
    return len(text.split()) <= len(title.split()) + _MAX_FURTHER_WORDS and not text.endswith(".")


def _is_measured(reader: Reader, text: str) -> bool:
    return find_label(reader, text) is not None


def _header_depth(reader: Reader, table: Table, context: Context) -> int:
    """How many rows at the top are header rows."""
    depth = 0
    for row in table.rows:
        if not all(cell.header for cell in row) or (
            len(row) > 1 and all(cell.text is row[0].text for cell in row)
        ):
            break
        depth += 1
    if depth or not table.rows:
        return min(depth, len(table.rows) - 1) if depth > 1 else depth
    first = table.rows[0]
    named = [cell for cell in first if slug_of(reader, cell, context)]
    if len(named) >= 2 or (named and says_nothing(first[0].text)):
        return 1
    labelled = [cell for cell in first[1:] if _is_measured(reader, cell.text.content)]
    has_figures = any(figures_of(cell.text) for cell in first)
    return 1 if not has_figures and len(table.rows) > 1 and len(labelled) == len(first) - 1 > 0 else 0


def _column(reader: Reader, header: tuple[tuple[Cell, ...], ...], index: int, context: Context) -> Column:
    texts = []
    slug = ""
    for row in header:
        if index >= len(row):
            continue
        text = row[index].text.content
        found = slug_of(reader, row[index], context)
        slug = slug or found
        if not found:
            texts.append(text)
    text = " ".join(texts)
    role = ""
    if not slug:
        if _DIFFERENCE.search(text):
            role = "difference"
        elif (
            index == 0
            and header
            and _RANK.match(text)
            and any(sign in text.lower() for sign in ("#", "rank", "no"))
        ):
            role = "rank"
        elif leader := _LEADER.search(text):
            role = "more" if leader["more"] else "less"
        elif _BETTER.search(text) and len(text.split()) <= _MAX_FURTHER_WORDS:
            role = "better"
    return Column(text, slug, role)
