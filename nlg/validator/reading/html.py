"""HTML → blocks: what a browser would show of a page, every offset kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from nlg.validator.page import Block, Heading, ListItem, Page, Paragraph, Text
from nlg.validator.reading.grid import Grid
from nlg.validator.reading.pieces import Pieces

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[!?][^>]*>"
    r"|</(?P<end>[A-Za-z][^\s/>]*)[^>]*>"
    r"|<(?P<start>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RAW = frozenset(("script", "style", "noscript", "iframe", "xmp", "noembed", "noframes"))
_UNSEEN = frozenset(
    "template select datalist object canvas audio video textarea pre defs desc metadata clippath symbol".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q rp rt"
    " ruby s samp slot small span strike strong sub sup time tt u var g tspan textpath".split()
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6, "title": 1}
_LISTS = frozenset(("ul", "ol", "menu"))
_CLOSED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tr": frozenset(("tr", "td", "th")),
    "tbody": frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")),
    "tfoot": frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")),
}
_SCOPES = frozenset(("ul", "ol", "menu", "dl", "table"))


def read_html(path: str, source: str) -> Page:
    """The page of an HTML file."""
    blocks = read_fragment(source, 0, len(source), 0)
    title = next((block.text.content for block in blocks if isinstance(block, Heading)), "")
    return Page(path, source, title, (), blocks)


def read_fragment(source: str, start: int, end: int, groups: int) -> tuple[Block, ...]:
    """The blocks of a stretch of a file; list groups are numbered from `groups` on."""
    reader = _Reader(groups)
    for token in _tokens(source, start, end):
        reader.take(*token)
    return reader.finish(end)


def _tokens(source: str, start: int, end: int) -> Iterator[tuple[str, str, int, str]]:
    """("text" | "start" | "end", characters or element name, place, attributes)."""
    # Behind the last ">" no tag can end; to look for one at every "<" there would take forever.
    limit = source.rfind(">", start, end) + 1
    while start < end:
        found = _TOKEN.search(source, start, limit) if start < limit else None
        if found is None:
            comment = source.find("<!--", max(start, limit), end)
            yield "text", source[start : end if comment < 0 else comment], start, ""
            return
        if found.start() > start:
            yield "text", source[start : found.start()], start, ""
        start = found.end()
        if name := found["start"]:
            name = name.lower()
            yield "start", name, found.start(), found["attributes"]
            if name in _RAW and not found["attributes"].endswith("/"):
                closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, start, end)
                start = closing.start() if closing else end
        elif found["end"]:
            yield "end", found["end"].lower(), found.start(), ""


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    name: str
    unseen: bool
    group: int = 0
    """Of a list: its group."""
    number: int = 0
    """Of a list: how many items it has had; of an item: its number."""
    told: bool = False
    """Of an item: whether its first text was read."""


class _Reader:
    """Tokens in, blocks out."""

    def __init__(self, groups: int) -> None:
        self._blocks: list[Block] = []
        self._open: list[_Element] = []
        self._unseen = 0
        self._pieces = Pieces()
        self._groups = groups
        self._grid: Grid | None = None
        self._in_cell = False
        self._terms: list[tuple[bool, Text]] = []
        """The terms (True) and definitions (False) of the definition list being read."""

    def take(self, sort: str, content: str, place: int, attributes: str) -> None:
        """Reads one token."""
        if sort == "text":
            if not self._unseen:
                self._add_text(content, place)
        elif sort == "start":
            self._start(content, place, attributes)
        else:
            self._end(content, place)

    def finish(self, place: int) -> tuple[Block, ...]:
        """The blocks, all elements closed."""
        while self._open:
            self._close(place)
        self._flush(place)
        return tuple(self._blocks)

    def _add_text(self, characters: str, place: int) -> None:
        position = 0
        if "&" in characters:
            for found in _ENTITY.finditer(characters):
                shown = unescape(found[0])
                if shown == found[0]:
                    continue
                self._pieces.add(characters[position : found.start()], place + position)
                self._pieces.add_decoded(shown, place + found.start(), place + found.end())
                position = found.end()
        self._pieces.add(characters[position:], place + position)

    def _start(self, name: str, place: int, attributes: str) -> None:
        values = _attributes(attributes)
        if name in _VOID:
            if name == "br":
                self._pieces.break_word(place)
            elif name == "hr":
                self._flush(place)
            return
        unseen = name in _UNSEEN or name in _RAW or _is_unseen(values)
        if name == "title" and any(element.name == "svg" for element in self._open):
            unseen = True
        self._close_implied(name, place)
        if name not in _INLINE:
            self._flush(place)
        if attributes.endswith("/") and name not in _INLINE:
            return
        element = _Element(name, unseen)
        if name in _LISTS:
            self._groups += 1
            element.group = self._groups
        elif name == "li":
            parent = next((e for e in reversed(self._open) if e.name in _LISTS), None)
            if parent is not None:
                parent.number += 1
                element.group, element.number = parent.group, parent.number
        elif name in ("tspan", "textpath") and ("x" in values or "dy" in values):
            self._pieces.break_word(place)
        self._open.append(element)
        self._unseen += unseen
        if self._unseen:
            return
        if name == "table" and self._grid is None:
            self._grid = Grid()
        elif self._grid is not None and not self._in_cell:
            if name in ("tr", "thead", "tbody", "tfoot"):
                self._grid.start_row()
            elif name in ("td", "th"):
                head = name == "th" or any(e.name == "thead" for e in self._open)
                self._grid.start_cell(head, _number(values, "colspan"), _number(values, "rowspan"))
                self._in_cell = True

    def _end(self, name: str, place: int) -> None:
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name == name:
                while len(self._open) > index:
                    self._close(place)
                return
            if self._open[index].name in _SCOPES and name not in _SCOPES and name in _CLOSED_BY:
                return
        if name == "p":
            self._flush(place)

    def _close_implied(self, name: str, place: int) -> None:
        if name not in _INLINE and self._open and self._open[-1].name == "p":
            self._close(place)
        closed = _CLOSED_BY.get(name)
        if closed is None:
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name in _SCOPES:
                return
            if self._open[index].name in closed:
                while len(self._open) > index:
                    self._close(place)
                if name not in ("tr", "tbody", "tfoot"):
                    return

    def _close(self, place: int) -> None:
        """Closes the innermost element."""
        name = self._open[-1].name
        unseen = self._open[-1].unseen
        if self._grid is not None and not self._unseen and name in ("td", "th", "caption", "table"):
            nested = sum(element.name == "table" for element in self._open) > 1
            if name in ("td", "th") and not nested:
                self._grid.end_cell(self._take_text(place))
                self._in_cell = False
            elif name == "caption" and not nested:
                self._grid.caption = self._take_text(place)
            elif name == "table" and not nested:
                self._take_text(place)
                self._blocks.extend(self._grid.blocks())
                self._grid = None
                self._in_cell = False
        elif name in ("dt", "dd") and self._grid is None and not self._unseen:
            self._terms.append((name == "dt", self._take_text(place)))
        elif name not in _INLINE:
            self._flush(place)
        if name == "dl" and self._terms:
            self._blocks.extend(_definitions(self._terms))
            self._terms = []
        self._open.pop()
        self._unseen -= unseen

    def _take_text(self, place: int) -> Text:
        self._pieces.break_word(place)
        text = self._pieces.text()
        self._pieces = Pieces()
        return text

    def _flush(self, place: int) -> None:
        """Makes a block of the text read so far, unless a cell or a definition is still open."""
        if not self._pieces:
            return
        if self._in_cell or any(element.name in ("dd", "dt", "caption") for element in self._open):
            self._pieces.break_word(place)
            return
        text = self._take_text(place)
        if not text.content:
            return
        for element in reversed(self._open):
            if level := _HEADINGS.get(element.name):
                self._blocks.append(Heading(level, text))
                return
            if element.name == "li":
                if element.told or not element.group:
                    break
                element.told = True
                parent = next(e for e in reversed(self._open) if e.name in _LISTS)
                self._blocks.append(ListItem(text, element.group, element.number, parent.name == "ol"))
                return
        self._blocks.append(Paragraph(text))


def _definitions(terms: list[tuple[bool, Text]]) -> tuple[Block, ...]:
    """A list of facts is a table of two columns; one of questions or prose is headings and paragraphs."""
    if any(text.content.endswith("?" if is_term else ".") for is_term, text in terms):
        return tuple(
            Heading(6, text) if is_term else Paragraph(text) for is_term, text in terms if text.content
        )
    grid = Grid()
    for is_term, text in terms:
        if is_term:
            grid.start_row()
        grid.start_cell(is_term, 1, 1)
        grid.end_cell(text)
    return grid.blocks()


def _attributes(characters: str) -> dict[str, str]:
    if not characters or characters == "/":
        return {}
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(characters)
    }


def _is_unseen(values: dict[str, str]) -> bool:
    return "hidden" in values or ("style" in values and bool(_UNSEEN_STYLE.search(values["style"])))


def _number(values: dict[str, str], name: str) -> int:
    value = values.get(name, "")
    return min(int(value), 1000) if value.isascii() and value.isdigit() and value != "0" else 1
