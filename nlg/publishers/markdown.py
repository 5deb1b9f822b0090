"""Articles as Markdown: CommonMark with pipe tables, opened by YAML front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from nlg.publishers.page import Fragment, Page, PageBuilder, Run
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    Claim,
    Figure,
    ItemList,
    Paragraph,
    Prose,
    References,
    Row,
    Section,
    Sentence,
    Span,
    Summary,
    Table,
)

SPECIAL = frozenset("\\`*_[]<>|~&{}")
"""Characters that could begin markup of CommonMark, of pipe tables or of a template language."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&{}]")
_LINE_START = re.compile(r"(?:[-+=#]|\d{1,9}[.)])(?=\s|$)|[#=]|-{2,}")
"""What would begin a heading, a list or a rule at the start of a line."""

_TOLD = re.compile(r'["\\{}]')
"""What a quoted text cannot hold as it is."""
_MEMORY: dict[int, tuple[object, Fragment]] = {}
"""What many Markdown pages of this process share."""


BRACES = {"{": "&#123;", "}": "&#125;"}
"""Braces as CommonMark's entities: a template language would still see them behind a backslash."""


def escape(text: str) -> str:
    """The text with a backslash before everything that could be markup, and its braces spelt."""
    return "".join(BRACES.get(letter) or ("\\" + letter if letter in SPECIAL else letter) for letter in text)


def markdown(article: Article) -> Page:
    """The article as a Markdown page, with the place of every span on it."""
    page = PageBuilder(escape, _SPECIAL.search, _MEMORY)
    _front_matter(page, article)
    page.raw("# ")
    page.text(article.title)
    page.raw("\n")
    for section in article.sections:
        _section(page, section)
    return page.page()


def _front_matter(page: PageBuilder, article: Article) -> None:
    dataset = " ".join([part for part in (article.dataset, article.version) if part])
    date = f"date: {quoted(article.release)}\n" if article.release else ""
    one, two = article.subjects
    page.raw(
        f"---\ntitle: {quoted(article.title)}\nslug: {quoted(article.slug)}\n"
        f"subjects: [{quoted(one)}, {quoted(two)}]\ndataset: {quoted(dataset)}\n{date}"
        f"description: {quoted(article.description)}\n---\n\n"
    )


def quoted(text: str) -> str:
    """A text in JSON style, which YAML reads alike; braces are spelt so that no template sees them."""
    if text.isprintable() and not _TOLD.search(text):
        return f'"{text}"'
    text = json.dumps(text, ensure_ascii=False)
    text = text.replace("{", "\\u007b").replace("}", "\\u007d").replace("\x7f", "\\u007f")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _section(page: PageBuilder, section: Section) -> None:
    level = 2
    if section.heading:
        page.raw("\n## ")
        page.text(section.heading)
        page.raw("\n")
        level = 3
    for block in section.blocks:
        _block(page, block, "#" * level)


def _block(page: PageBuilder, block: Block, mark: str) -> None:
    if isinstance(block, ItemList):
        if block.heading:
            page.shared(block, lambda shared: _items(shared, block, mark))
        else:
            _items(page, block, mark)
    elif isinstance(block, Paragraph):
        page.raw("\n")
        _sentences(page, block.sentences)
        page.raw("\n")
    elif isinstance(block, Table):
        _table(page, block)
    elif isinstance(block, Answer):
        _heading(page, block.question, mark)
        page.raw("\n")
        _sentences(page, block.sentences)
        page.raw("\n")
    elif isinstance(block, Figure):
        _figure(page, block)
    elif isinstance(block, Prose):
        page.shared(block, lambda shared: _prose(shared, block, mark))
    elif isinstance(block, Summary):
        page.raw("\n> **")
        page.text(block.label)
        page.raw("** ")
        page.sentence(block.sentence)
        page.raw("\n")
    elif isinstance(block, References):
        page.shared(block, lambda shared: _references(shared, block))


_ITEM = "\n- "
"""From one item to the next."""


def _items(page: PageBuilder, block: ItemList, mark: str) -> None:
    _heading(page, block.heading, mark)
    page.raw("\n")
    texts = [item.text for item in block.items if item.is_plain and item.text[:1].isalpha()]
    if texts and len(texts) == len(block.items):
        page.holding(f"- {_ITEM.join(texts)}\n", len("- "), Run(block.items, len(_ITEM)))
        return
    for item in block.items:
        page.raw("- ")
        _line(page, item)
        page.raw("\n")


def _prose(page: PageBuilder, block: Prose, mark: str) -> None:
    _heading(page, block.heading, mark)
    page.raw("\n")
    _line(page, block.sentence)
    page.raw("\n")


def _heading(page: PageBuilder, text: str, mark: str) -> None:
    if text:
        page.raw(f"\n{mark} ")
        page.text(text)
        page.raw("\n")


def _sentences(page: PageBuilder, sentences: tuple[Sentence, ...]) -> None:
    texts = [sentence.text for sentence in sentences if sentence.is_plain]
    if texts and len(texts) == len(sentences) and texts[0][:1].isalpha():
        page.holding(" ".join(texts), 0, Run(sentences, 1))
        return
    for position, sentence in enumerate(sentences):
        if position:
            page.raw(" ")
            page.sentence(sentence)
        else:
            _line(page, sentence)


def _line(page: PageBuilder, sentence: Sentence) -> None:
    """A sentence at the start of a line, where a sign or a number could begin a list."""
    start = None if sentence.text[:1].isalpha() else _LINE_START.match(sentence.text)
    if start is None:
        page.sentence(sentence)
        return
    mark = start.end() - 1 if sentence.text[0].isdigit() else 0
    letters = [page.escape(letter) for letter in sentence.text]
    if not letters[mark].startswith("\\"):
        letters[mark] = "\\" + letters[mark]
    page.escaped(sentence, letters)


def _table(page: PageBuilder, table: Table) -> None:
    page.raw("\n| |")
    for title in table.header:
        page.raw(" ")
        page.text(title)
        page.raw(" |")
    page.raw("\n| --- |" + " --- |" * len(table.header) + "\n")
    grid = _Grid(table.rows)
    if grid.is_plain():
        page.holding(grid.text(), 0, grid)
        return
    for row in table.rows:
        page.raw("| ")
        page.text(row.label)
        page.raw(" |")
        for cell in row.cells:
            page.raw(" ")
            page.sentence(cell)
            page.raw(" |")
        page.raw("\n")


class _Grid(NamedTuple):
    """The rows of a table that stand on the page as they are."""

    rows: tuple[Row, ...]

    def is_plain(self) -> bool:
        """Whether nothing in them is to be escaped."""
        if _SPECIAL.search("".join([row.label for row in self.rows])):
            return False
        return False not in [cell.is_plain for row in self.rows for cell in row.cells]

    def text(self) -> str:
        """The rows as they stand there."""
        return "".join(
            [
                f"| {label} | {cells[0].text} | {cells[1].text} |\n"
                if len(cells) == 2
                else f"| {label} | {' | '.join([cell.text for cell in cells])} |\n"
                for label, cells in self.rows
            ]
        )

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of all cells, row by row."""
        found = []
        at = 0
        for label, cells in self.rows:
            at += len(f"| {label}")
            for cell in cells:
                at += len(" | ")
                found += [Span(at + start, at + end, origin) for start, end, origin in cell.spans]
                at += len(cell.text)
            at += len(" |\n")
        return tuple(found)

    @property
    def claims(self) -> int:
        """How many spans there are."""
        return sum([cell.claims for row in self.rows for cell in row.cells])

    @property
    def stated(self) -> Sequence[Claim]:
        """What they claim."""
        return [claim for row in self.rows for cell in row.cells for claim in cell.stated]


def _references(page: PageBuilder, block: References) -> None:
    page.raw("\n")
    for reference in block.items:
        page.raw("- ")
        if reference.path.startswith(("https://", "http://")):
            page.raw("[")
            page.text(reference.text)
            page.raw(f"](<{reference.path.replace('<', '%3C').replace('>', '%3E')}>)\n")
        else:
            page.text(reference.text)
            page.raw("\n")


def _figure(page: PageBuilder, block: Figure) -> None:
    page.raw("\n![")
    page.text(block.title)
    page.raw(". ")
    page.sentence(block.description)
    page.raw(f"]({block.file})\n")
