"""Rows that were copied without anything between their cells: "Yearly salary$34,252$34,157"."""

from __future__ import annotations

import re

from nlg.validator.cells.contents import family_shown, figures_of, judge_cell, says_nothing
from nlg.validator.cells.labels import Label, find_label
from nlg.validator.cells.mentions import name_subject
from nlg.validator.context import Context, Reader
from nlg.validator.page import Cell, Table, Text

_SEAM = re.compile(
    r"(?<=[a-zß-ÿ)\].])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])|(?<=[^\W_])(?=[$£€–—-])|(?<=[^\W\d_])(?=\d)"
    r"|(?<=[\d%)])(?=[A-Za-z$£€–—+-])|(?<=%)(?=\d)|(?<=\d)(?=\d)|(?<=[–—-])(?=[^\W_–—-])|(?<=[–—-])(?=[–—-])"
)
"""The places at which one cell may end and the next begin."""


_FIRST_FIGURE = re.compile(r"(?<=[^\W\d_])(?=[$£€]?\d)")
_MAX_SEAMS = 80
"""A row with more of them is no row of a table that anybody copied."""


def is_glued(table: Table) -> bool:
    """Whether every row of a table came as one piece."""
    return all(len(row) == 1 for row in table.rows)


def unglue(reader: Reader, table: Table, context: Context) -> Table:
    """The table with its rows taken apart; a row that cannot be stays in one piece.

    Where a row may be cut in several ways, as "4940", the cut is taken by which the most is true: a reader
    who knows the table sees it so, and a false figure stays false in every cut.
    """
    header = _split_header(reader, table.rows[0][0].text, context)
    if header is None:
        return table
    slugs = tuple(name_subject(reader, cell.text.content, context.subjects) for cell in header[1:])
    rows = [header]
    for row in table.rows[1:]:
        rows.append(_split_row(reader, row[0].text, slugs, context) or _figures_alone(row[0]))
    return Table(tuple(rows), table.caption)


def _figures_alone(cell: Cell) -> tuple[Cell]:
    """A row that cannot be taken apart without its label, so that no word hides its first figure."""
    seam = _FIRST_FIGURE.search(cell.text.content)
    return (Cell(cell.text.cut(seam.start(), len(cell.text.content)), False) if seam else cell,)


def _split_header(reader: Reader, text: Text, context: Context) -> tuple[Cell, ...] | None:
    content = text.content
    empty = Cell(text.cut(0, 0), True)
    for seam in _SEAM.finditer(content):
        left, right = content[: seam.start()], content[seam.start() :]
        first = name_subject(reader, left, context.subjects)
        second = name_subject(reader, right, context.subjects)
        if first and second and first != second:
            cuts = (text.cut(0, seam.start()), text.cut(seam.start(), len(content)))
            return (empty, *(Cell(cut, True) for cut in cuts))
    return None


def _split_row(
    reader: Reader, text: Text, slugs: tuple[str, ...], context: Context
) -> tuple[Cell, ...] | None:
    content = text.content
    seams = [seam.start() for seam in _SEAM.finditer(content)]
    if len(seams) > _MAX_SEAMS:
        return None
    labels = [
        (at, find_label(reader, content[:at], family_shown(text.cut(at, len(content)))))
        for at in seams
        if not content[at - 1].isdigit()
    ]
    known = [(at, label) for at, label in labels if label is not None] or labels[:1]
    for at, label in known:
        cells = _split_cells(reader, text, at, [seam for seam in seams if seam > at], label, slugs, context)
        if cells is not None:
            return (Cell(text.cut(0, at), False), *(Cell(cell, False) for cell in cells))
    return None


def _split_cells(
    reader: Reader,
    text: Text,
    at: int,
    seams: list[int],
    label: Label | None,
    slugs: tuple[str, ...],
    context: Context,
) -> tuple[Text, Text] | None:
    if len(slugs) != 2:
        return None
    end = len(text.content)
    best: tuple[tuple[int, int, int], tuple[Text, Text]] | None = None
    for seam in seams:
        cells = (text.cut(at, seam), text.cut(seam, end))
        faults = malformed = 0
        for cell, slug in zip(cells, slugs, strict=True):
            claims = judge_cell(reader, cell, label, slug, context.subjects)
            faults += sum(claim.verdict != "supported" for claim in claims)
            malformed += not _is_whole(cell)
        score = (malformed, faults, abs(len(cells[0].content) - len(cells[1].content)))
        if best is None or score < best[0]:
            best = score, cells
    return None if best is None else best[1]


def _is_whole(cell: Text) -> bool:
    """Whether a cut left a cell that a table could hold: no number torn, no bracket or list begun in the middle."""
    content = cell.content
    if says_nothing(cell):
        return True
    if content[0] in ",.%)" or content.count("(") != content.count(")") or content[-1] in ",$([":
        return False
    if content[0] == "0" and content[1:2].isdigit():
        return False
    if content[0] in "-–—" and not content[1:2].isdigit():
        return False
    if not any(character.isalpha() for character in content):
        figures = figures_of(cell)
        return len(figures) == 1 and figures[0][1:] == (0, len(content))
    return True
