"""Plain text → blocks: headings, lists and tables guessed from the shape of the lines, as a reader does."""

from __future__ import annotations

import re

from nlg.validator.page import Block, Cell, Heading, ListItem, Page, Paragraph, Table, Text
from nlg.validator.reading.lines import Line, Passage, split_lines
from nlg.validator.reading.pieces import Pieces, fold_text

_BULLET = re.compile(r"\s*(?:[•‣◦▪●○·∙*+\-–—]|(\d{1,3})[.)])[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|\*{3,}|_{3,}|~{3,})\s*$")
_HASHES = re.compile(r"\s*(#{1,6})\s+")
_STOP = re.compile(r"[.!;:,…]['\"”’)\]]*$")
_GLUE = re.compile(
    r"[^\W\d_](?:\$|\d)|[\d%](?!st|nd|rd|th|k\b|K\b|M\b|x\b)[^\W\d_]|[a-zß-ÿ)][A-Z]|[A-Z]{2,}[a-z]|\d\$|[^\W\d_](?:--|[–—-])$"
)
_SPEAKER = re.compile(
    r"(?!.*\b(?:you|your|yours|we|us|our|ours|mine)\b)[A-Z][A-Z.'’ -]{1,24}:\s+\S.*\?['\"”’)\]]*$"
)
"""A line of talk behind the name of who says it, which asks of others: "NINA: Could I stand there?"."""
_COLUMNS = re.compile(r"\s*\t\s*|\s*\|\s*|\s{2,}")
_FRAME = re.compile(r"[\s|+=:─-]*$")
_KEY = re.compile(r"[^:.!?]{1,60}:\s+\S")
_MAX_HEADING_CHARS = 120
_MAX_HEADING_WORDS = 18
_WRAPPED_CHARS = 50
"""Lines at least this long, stops or not, are the wrapped lines of one paragraph."""


def read_plain(path: str, source: str) -> Page:
    """The page of a plain text file."""
    reader = _Blocks()
    run: list[Line] = []
    for line in [*split_lines(source), Line("", len(source))]:
        if not line.blank:
            run.append(line)
        elif run:
            reader.read(run)
            run = []
    title = next((block.text.content for block in reader.blocks if isinstance(block, Heading)), "")
    return Page(path, source, title, (), tuple(reader.blocks))


class _Blocks:
    """The blocks of one file, appended in page order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._groups = 0
        self._number = 0
        self._in_list = False

    def read(self, lines: list[Line]) -> None:
        """Reads lines that stand together between blank ones."""
        index = 0
        begin = 0
        while index < len(lines):
            bullet = _BULLET.match(lines[index].text)
            if bullet is None or _UNDERLINE.match(lines[index].text):
                index += 1
                continue
            self._read_lines(lines[begin:index], above_list=True)
            end = index + 1
            while end < len(lines) and (
                lines[end].indent() >= bullet.end() > 0 or len(lines[end - 1].text) >= _WRAPPED_CHARS
            ):
                if _BULLET.match(lines[end].text):
                    break
                end += 1
            item = [lines[index].after(bullet.end()), *lines[index + 1 : end]]
            self._add_item(_join(item), ordered=bullet[1] is not None)
            begin = index = end
        self._read_lines(lines[begin:], above_list=False)

    def _add_item(self, text: Text, *, ordered: bool) -> None:
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, ListItem) or last.ordered != ordered:
            self._groups += 1
            self._number = 0
        self._number += 1
        self.blocks.append(ListItem(text, self._groups, self._number, ordered))

    def _read_lines(self, lines: list[Line], *, above_list: bool) -> None:
        if not lines:
            return
        rule = next((index for index, line in enumerate(lines) if _UNDERLINE.match(line.text)), -1)
        if rule >= 0:
            self._read_lines(lines[: max(rule - 1, 0)], above_list=False)
            if rule:
                self._add_heading(lines[rule - 1])
            self._read_lines(lines[rule + 1 :], above_list=above_list)
            return
        if len(lines) == 1:
            if _is_heading(lines[0].text) or _HASHES.match(lines[0].text):
                self._add_heading(lines[0], level=3 if above_list else 2)
            else:
                self._add_paragraph(lines)
            return
        table = _columns(lines) or _glued(lines)
        if table is not None:
            self.blocks.append(table)
        elif above_list and _is_heading(lines[-1].text) and _STOP.search(lines[-2].text):
            self._read_lines(lines[:-1], above_list=False)
            self._add_heading(lines[-1], level=3)
        elif _columns(lines[1:]) or _glued(lines[1:]):
            self._read_lines(lines[:1], above_list=False)
            self._read_lines(lines[1:], above_list=above_list)
        elif all(len(line.text) < _WRAPPED_CHARS and not line.text.strip()[0].islower() for line in lines):
            for line in lines:
                self._add_paragraph([line])
        else:
            self._add_paragraph(lines)

    def _add_heading(self, line: Line, level: int = 2) -> None:
        hashes = _HASHES.match(line.text)
        if hashes:
            level = len(hashes[1])
            line = line.after(hashes.end())
        elif not any(isinstance(block, Heading) for block in self.blocks):
            level = 1
        self.blocks.append(Heading(level, fold_text(line.text, line.place)))

    def _add_paragraph(self, lines: list[Line]) -> None:
        self.blocks.append(Paragraph(_join(lines)))


def _is_heading(text: str) -> bool:
    text = text.strip()
    return (
        len(text) <= _MAX_HEADING_CHARS
        and len(text.split()) <= _MAX_HEADING_WORDS
        and not _STOP.search(text)
        and not _SPEAKER.match(text)
        and any(character.isalpha() for character in text)
    )


def _join(lines: list[Line]) -> Text:
    passage = Passage(lines)
    pieces = Pieces()
    for characters, place in passage.stretches(0, len(passage.text)):
        pieces.add(characters, place)
    return pieces.text()


def _columns(lines: list[Line]) -> Table | None:
    """A table whose cells are kept apart by tabs, bars, wide gaps, or a colon after the label."""
    split = [_split(line) for line in lines if not _FRAME.match(line.text)]
    if len(split) >= 2 and all(len(parts) >= 2 for parts in split):
        rows = [tuple(_cell(part) for part in parts) for parts in split]
        if _lacks_a_corner(lines, split):
            rows[0] = (_cell(Line("", split[0][0].place)), *rows[0])
        return Table(tuple(rows), None)
    if all(_KEY.match(line.text) for line in lines):
        pairs = [(line, line.text.index(":")) for line in lines]
        return Table(
            tuple(
                (_cell(Line(line.text[:colon], line.place)), _cell(line.after(colon + 1)))
                for line, colon in pairs
            ),
            None,
        )
    return None


def _lacks_a_corner(lines: list[Line], split: list[list[Line]]) -> bool:
    """Whether the first line is set in from the rest and names their columns but the first."""
    widths = {len(parts) for parts in split[1:]}
    inset = lines[0].indent() > max(line.indent() for line in lines[1:])
    return inset and len(widths) == 1 and len(split[0]) + 1 == next(iter(widths))


def _split(line: Line) -> list[Line]:
    lead = len(line.text) - len(line.text.lstrip(" "))
    text = line.text.rstrip(" ")
    if text.endswith("|") and text[lead : lead + 1] == "|":
        lead, text = lead + 1, text[:-1]
    parts = []
    start = lead
    for found in _COLUMNS.finditer(text, lead):
        parts.append(Line(text[start : found.start()], line.place + start))
        start = found.end()
    parts.append(Line(text[start:], line.place + start))
    if parts and not parts[-1].text.strip() and len(parts) > 2 and not text.endswith("\t"):
        parts.pop()
    return parts


def _glued(lines: list[Line]) -> Table | None:
    """A table copied without anything between its cells: each row is one cell, to be taken apart later."""
    glued = sum(bool(_GLUE.search(line.text.strip())) for line in lines)
    if glued * 2 < len(lines) or any(_STOP.search(line.text.strip()) for line in lines):
        return None
    return Table(tuple((_cell(line),) for line in lines), None)


def _cell(line: Line) -> Cell:
    return Cell(fold_text(line.text, line.place), False)
