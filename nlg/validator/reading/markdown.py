"""Markdown → blocks: CommonMark with pipe tables, footnotes and front matter, every offset kept.

A reader of our own, because no Markdown library gives character offsets; a test holds what it sees to what
markdown-it-py shows.
"""

from __future__ import annotations

import re

from nlg.validator.page import Block, Cell, Heading, ListItem, Page, Paragraph, Table, Text
from nlg.validator.reading.front_matter import read_front_matter
from nlg.validator.reading.html import read_fragment
from nlg.validator.reading.inline import label_of, read_inline
from nlg.validator.reading.lines import Line, split_lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}> ?")
_MARKER = re.compile(r"( {0,3})([-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[((?:[^\[\]\\]|\\.)+)\]:[ \t]*")
_DESTINATION = re.compile(r"(?:<[^<>\n]*>|\S+)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$")
_ANY_DEFINITION = re.compile(r"^[ >\t]*\[((?:[^\[\]\\\n]|\\.)+)\]:", re.MULTILINE)
_HTML_OPEN = re.compile(
    r" {0,3}<(?:(?P<raw>script|pre|style|textarea|svg|table)\b|(?P<comment>!--)|(?P<other>[!?])"
    r"|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog"
    r"|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe"
    r"|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|tbody"
    r"|td|tfoot|th|thead|title|tr|track|ul)(?:\s|/?>|$))",
    re.IGNORECASE,
)
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_MAX_DEPTH = 40
"""Deeper lists and quotations are read as running text; no reader follows them."""


def read_markdown(path: str, source: str) -> Page:
    """The page of a Markdown file."""
    front = read_front_matter(source)
    references = frozenset(label_of(found[1]) for found in _ANY_DEFINITION.finditer(source, front.end))
    blocks: list[Block] = []
    if front.title is not None and front.title.content:
        blocks.append(Heading(1, front.title))
    if front.description is not None and front.description.content:
        blocks.append(Paragraph(front.description))
    reader = _Blocks(source, references, blocks)
    reader.read(split_lines(source, front.end), 0)
    title = next((block.text.content for block in blocks if isinstance(block, Heading)), "")
    return Page(path, source, title, front.subjects, tuple(blocks))


class _Blocks:
    """The block structure of one file, appended to `blocks` in page order."""

    def __init__(self, source: str, references: frozenset[str], blocks: list[Block]) -> None:
        self._source = source
        self._references = references
        self._blocks = blocks
        self._groups = 0

    def read(self, lines: list[Line], depth: int, item: tuple[int, int, bool] | None = None) -> None:
        """Reads the lines of one container; the first paragraph of a list item is the item."""
        index = 0
        while index < len(lines):
            line = lines[index]
            text = line.text
            if line.blank:
                index += 1
            elif line.indent() >= 4:
                index += 1
            elif found := _FENCE.match(text):
                index = _after_fence(lines, index, found[1])
            elif found := _HEADING.match(text):
                content = line.after(found.end())
                ending = _HEADING_END.search(content.text)
                if ending:
                    content = Line(content.text[: ending.start()], content.place)
                self._add_heading(len(found[1]), [content])
                index += 1
            elif _RULE.match(text):
                index += 1
            elif _QUOTE.match(text) and depth < _MAX_DEPTH:
                index = self._read_quotation(lines, index, depth)
            elif _MARKER.match(text) and depth < _MAX_DEPTH:
                index = self._read_list(lines, index, depth)
            elif found := _HTML_OPEN.match(text):
                index = self._read_html(lines, index, found)
            elif _starts_table(lines, index):
                index = self._read_table(lines, index)
            elif (found := _DEFINITION.match(text)) and self._defines(line, found):
                if found[1].startswith("^"):
                    lines = [*lines[:index], line.after(found.end()), *lines[index + 1 :]]
                else:
                    index += 1
            else:
                index, item = self._read_paragraph(lines, index, item)

    def _defines(self, line: Line, found: re.Match[str]) -> bool:
        return found[1].startswith("^") or bool(_DESTINATION.match(line.text, found.end()))

    def _add_heading(self, level: int, lines: list[Line]) -> None:
        text, alternatives = read_inline(lines, self._references)
        if text.content:
            self._blocks.append(Heading(level, text))
        self._blocks.extend(Paragraph(alternative) for alternative in alternatives)

    def _read_paragraph(
        self, lines: list[Line], index: int, item: tuple[int, int, bool] | None
    ) -> tuple[int, tuple[int, int, bool] | None]:
        start = index
        index += 1
        while index < len(lines):
            line = lines[index]
            if line.lazy:
                index += 1
                continue
            if found := _UNDERLINE.match(line.text):
                self._add_heading(1 if found[1][0] == "=" else 2, lines[start:index])
                return index + 1, item
            if line.blank or _interrupts(line) or _starts_table(lines, index):
                break
            index += 1
        if item is None and _are_rows(lines[start:index]):
            rows = (
                tuple(self._cell(part, False) for part in _split_row(line)) for line in lines[start:index]
            )
            self._blocks.append(Table(tuple(rows), None))
            return index, item
        text, alternatives = read_inline(lines[start:index], self._references)
        if text.content:
            if item is None:
                self._blocks.append(Paragraph(text))
            else:
                self._blocks.append(ListItem(text, item[0], item[1], item[2]))
                item = None
        self._blocks.extend(Paragraph(alternative) for alternative in alternatives)
        return index, item

    def _read_quotation(self, lines: list[Line], index: int, depth: int) -> int:
        inner: list[Line] = []
        while index < len(lines):
            line = lines[index]
            if line.lazy:
                inner.append(line)
            elif found := _QUOTE.match(line.text):
                inner.append(line.after(found.end()))
            elif line.blank or not _continues(inner) or _interrupts(line, lazily=True):
                break
            else:
                inner.append(line._replace(lazy=True))
            index += 1
        self.read(inner, depth + 1)
        return index

    def _read_list(self, lines: list[Line], index: int, depth: int) -> int:
        self._groups += 1
        group = self._groups
        number = 0
        kind = ""
        while index < len(lines):
            found = _MARKER.match(lines[index].text)
            if found is None or _RULE.match(lines[index].text):
                break
            if kind and found[2][-1] != kind:
                break
            kind = found[2][-1]
            number += 1
            inner, index = _item_lines(lines, index, found)
            self.read(inner, depth + 1, (group, number, found[3] is not None))
            following = index
            while following < len(lines) and lines[following].blank:
                following += 1
            if following < len(lines) and _MARKER.match(lines[following].text):
                index = following
        return index

    def _read_html(self, lines: list[Line], index: int, found: re.Match[str]) -> int:
        start = index
        if found["raw"]:
            ending = re.compile(rf"</{found['raw']}\s*>", re.IGNORECASE)
        elif found["comment"]:
            ending = re.compile("-->")
        elif found["other"]:
            ending = re.compile(">")
        else:
            while index < len(lines) and not lines[index].blank:
                index += 1
            return self._add_html(lines, start, index)
        while index < len(lines) and not ending.search(lines[index].text):
            index += 1
        return self._add_html(lines, start, min(index + 1, len(lines)))

    def _add_html(self, lines: list[Line], start: int, end: int) -> int:
        last = lines[end - 1]
        blocks = read_fragment(self._source, lines[start].place, last.place + len(last.text), self._groups)
        self._groups += sum(isinstance(block, ListItem) for block in blocks)
        self._blocks.extend(blocks)
        return end

    def _read_table(self, lines: list[Line], index: int) -> int:
        header = tuple(self._cell(part, True) for part in _split_row(lines[index]))
        rows = [header]
        index += 2
        while index < len(lines) and not lines[index].blank and not _interrupts(lines[index], lazily=True):
            cells = [self._cell(part, False) for part in _split_row(lines[index])][: len(header)]
            while len(cells) < len(header):
                end = lines[index].place + len(lines[index].text)
                cells.append(Cell(Text("", (0,), (end,)), False))
            rows.append(tuple(cells))
            index += 1
        self._blocks.append(Table(tuple(rows), None))
        return index

    def _cell(self, part: Line, header: bool) -> Cell:
        return Cell(read_inline([part], self._references)[0], header)


def _split_row(line: Line) -> list[Line]:
    text = line.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if text.startswith("|", start):
        start += 1
    parts = []
    for found in _CELL_END.finditer(text, start, end):
        parts.append(Line(text[start : found.end() - 1], line.place + start))
        start = found.end()
    if start < end:
        parts.append(Line(text[start:end], line.place + start))
    return parts


_ROWS = 3
"""Lines of as many cells that look like a table, whatever Markdown makes of them."""


def _are_rows(lines: list[Line]) -> bool:
    """Whether lines give a label and a value each, with a bar between: "Salary | $34,252"."""
    return len(lines) >= _ROWS and all(
        line.text.count(" | ") == 1 and len(_split_row(line)) == 2 and "`" not in line.text for line in lines
    )


def _starts_table(lines: list[Line], index: int) -> bool:
    """Whether a header row and a delimiter row of as many cells begin here."""
    if index + 1 >= len(lines) or "|" not in lines[index].text:
        return False
    below = lines[index + 1]
    if "-" not in below.text or not _DELIMITERS.match(below.text) or _MARKER.match(below.text):
        return False
    return len(_split_row(lines[index])) == len(_split_row(below))


def _interrupts(line: Line, *, lazily: bool = False) -> bool:
    """Whether a line ends the paragraph above it; `lazily` when that stands in a list or quotation left open."""
    text = line.text
    if line.indent() >= 4:
        return False
    if _HEADING.match(text) or _RULE.match(text) or _FENCE.match(text) or _QUOTE.match(text):
        return True
    marker = _MARKER.match(text)
    if marker and (lazily or (text[marker.end() :].strip() and marker[3] in (None, "1"))):
        return True
    return bool(_HTML_OPEN.match(text))


def _continues(lines: list[Line]) -> bool:
    """Whether the last of these lines is running text that the next line may continue."""
    if not lines or lines[-1].blank:
        return False
    last = lines[-1]
    while found := _QUOTE.match(last.text) or _MARKER.match(last.text):
        last = last.after(found.end())
        if last.blank:
            return False
    return not (_HEADING.match(last.text) or _RULE.match(last.text) or _FENCE.match(last.text))


def _after_fence(lines: list[Line], index: int, fence: str) -> int:
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    index += 1
    while index < len(lines) and not closing.match(lines[index].text):
        index += 1
    return index + 1


def _item_lines(lines: list[Line], index: int, found: re.Match[str]) -> tuple[list[Line], int]:
    """The lines of the list item that begins at `index`, dedented, and the index after them."""
    first = lines[index].after(found.end())
    padding = first.indent(found.end())
    if first.blank or padding > 4:
        padding = 1
    width = found.end() + padding
    inner = [first.dedent(padding, found.end())]
    index += 1
    if first.blank and index < len(lines) and lines[index].blank:
        return inner, index
    while index < len(lines):
        line = lines[index]
        if line.lazy:
            inner.append(line)
            index += 1
        elif line.blank:
            following = index
            while following < len(lines) and lines[following].blank:
                following += 1
            if following >= len(lines) or lines[following].indent() < width:
                return inner, index
            inner.extend(lines[index:following])
            index = following
        elif line.indent() >= width:
            inner.append(line.dedent(width))
            index += 1
        elif not _continues(inner) or _interrupts(line, lazily=True):
            return inner, index
        else:
            inner.append(line._replace(lazy=True))
            index += 1
    return inner, index
