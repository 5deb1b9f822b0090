"""Wrong tables: columns under each other's heading, rows under each other's label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from mutation.article import Article, Mutant, Spot, edited
from mutation.truth import NUMBER, agrees, number_in


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table: the places of its cells, row by row, without the line of dashes."""

    start: int
    end: int
    rows: tuple[tuple[Spot, ...], ...]


def swapped_headers(article: Article, random: Random) -> Iterator[Mutant]:
    """The two columns stand under each other's heading."""
    for grid in grids(article.text):
        if len(grid.rows[0]) == 3 and any(_differ(article, row[1], row[2]) for row in grid.rows[1:]):
            _, one, other = grid.rows[0]
            edits = ((*one, article.text[slice(*other)]), (*other, article.text[slice(*one)]))
            yield edited(article, edits, (grid.start, grid.end), in_table=True)


def swapped_cells(article: Article, random: Random) -> Iterator[Mutant]:
    """The two cells of a row have changed places."""
    for grid in grids(article.text):
        for row in grid.rows[1:]:
            if len(row) == 3 and _differ(article, row[1], row[2]):
                edits = ((*row[1], article.text[slice(*row[2])]), (*row[2], article.text[slice(*row[1])]))
                yield edited(article, edits, (row[1][0], row[2][1]), in_table=True)


def shifted_row(article: Article, random: Random) -> Iterator[Mutant]:
    """The labels of two neighbouring rows have changed places."""
    for grid in grids(article.text):
        for upper, lower in pairwise(grid.rows[1:]):
            if len(upper) == len(lower) and all(
                _differ(article, one, other) for one, other in zip(upper[1:], lower[1:], strict=True)
            ):
                edits = (
                    (*upper[0], article.text[slice(*lower[0])]),
                    (*lower[0], article.text[slice(*upper[0])]),
                )
                yield edited(article, edits, (upper[0][0], lower[-1][1]), in_table=True)


def grids(text: str) -> Iterator[Grid]:
    """The pipe tables of a page."""
    for match in re.finditer(r"(?:^\|.*\|[ \t]*\n)+", text, re.MULTILINE):
        rows: list[tuple[Spot, ...]] = []
        offset = match.start()
        for line in match.group().splitlines(keepends=True):
            if not re.fullmatch(r"[|:\s-]+", line) or not rows:
                rows.append(tuple(_cells(line, offset)))
            offset += len(line)
        yield Grid(match.start(), match.end(), tuple(rows))


def _cells(line: str, offset: int) -> Iterator[Spot]:
    bars = [match.start() for match in re.finditer(r"(?<!\\)\|", line)]
    for left, right in pairwise(bars):
        cell = line[left + 1 : right]
        start = offset + left + 1 + len(cell) - len(cell.lstrip())
        yield start, max(start, offset + left + 1 + len(cell.rstrip()))


def _differ(article: Article, one: Spot, other: Spot) -> bool:
    """Whether two cells are both known and cannot stand for each other."""
    first, second = article.text[slice(*one)], article.text[slice(*other)]
    if not first.strip("–—- ") or not second.strip("–—- "):
        return False
    numbers = NUMBER.findall(first), NUMBER.findall(second)
    if not numbers[0] or not numbers[1]:
        return first.lower() != second.lower()
    return not any(
        agrees(left, number_in(right)) or agrees(right, number_in(left))
        for left in numbers[0]
        for right in numbers[1]
    )
