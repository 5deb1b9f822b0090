"""Articles as Markdown: CommonMark with pipe tables, opened by YAML front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

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
LAST = 256
"""Heads and labels of tables that are kept: the tables of an article share the one, articles share the other."""
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
    page.raw(f"# {page.harmless(article.title)}\n")
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
    mark = "##"
    if section.heading:
        page.raw(f"\n## {page.harmless(section.heading)}\n")
        mark = "###"
    for block in section.blocks:
        _block(page, block, mark)


def _block(page: PageBuilder, block: Block, mark: str) -> None:
    if isinstance(block, Paragraph):
        _sentences(page, "\n", block.sentences)
    elif isinstance(block, ItemList):
        if block.heading:
            page.shared(block, lambda shared: _items(shared, block, mark))
        else:
            _items(page, block, mark)
    elif isinstance(block, Table):
        _table(page, block)
    elif isinstance(block, Figure):
        _figure(page, block)
    elif isinstance(block, Answer):
        _sentences(page, f"{_heading(page, block.question, mark)}\n", block.sentences)
    elif isinstance(block, Prose):
        page.shared(block, lambda shared: _prose(shared, block, mark))
    elif isinstance(block, Summary):
        page.raw(f"\n> **{page.harmless(block.label)}** ")
        page.sentence(block.sentence)
        page.raw("\n")
    elif isinstance(block, References):
        page.shared(block, lambda shared: _references(shared, block))


_ITEM = "\n- "
"""From one item to the next."""


def _items(page: PageBuilder, block: ItemList, mark: str) -> None:
    before = f"{_heading(page, block.heading, mark)}\n"
    texts = [item.text for item in block.items if item.is_plain and item.text[:1].isalpha()]
    if texts and len(texts) == len(block.items):
        before += "- "
        page.holding(f"{before}{_ITEM.join(texts)}\n", len(before), Run(block.items, len(_ITEM)))
        return
    page.raw(before)
    for item in block.items:
        page.raw("- ")
        _line(page, item)
        page.raw("\n")


def _prose(page: PageBuilder, block: Prose, mark: str) -> None:
    page.raw(f"{_heading(page, block.heading, mark)}\n")
    _line(page, block.sentence)
    page.raw("\n")


def _heading(page: PageBuilder, text: str, mark: str) -> str:
    return f"\n{mark} {page.harmless(text)}\n" if text else ""


def _sentences(page: PageBuilder, before: str, sentences: tuple[Sentence, ...]) -> None:
    """A paragraph, and what stands before it."""
    texts = [sentence.text for sentence in sentences if sentence.is_plain]
    if texts and len(texts) == len(sentences) and texts[0][:1].isalpha():
        page.holding(f"{before}{' '.join(texts)}\n", len(before), Run(sentences, 1))
        return
    page.raw(before)
    for position, sentence in enumerate(sentences):
        if position:
            page.raw(" ")
            page.sentence(sentence)
        else:
            _line(page, sentence)
    page.raw("\n")


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


@lru_cache(maxsize=LAST)
def _head(header: tuple[str, ...]) -> str:
    titles = "".join([f" {escape(title)} |" for title in header])
    return f"\n| |{titles}\n| --- |{' --- |' * len(header)}\n"


@lru_cache(maxsize=LAST)
def _are_plain(texts: tuple[str, ...]) -> bool:
    """Whether none of the texts has anything to escape."""
    return _SPECIAL.search("".join(texts)) is None


def _table(page: PageBuilder, table: Table) -> None:
    head = _head(table.header)
    grid = _Grid(table)
    if grid.is_plain():
        page.holding(head + grid.text(), len(head), grid)
        return
    page.raw(head)
    for row in table.rows:
        page.raw("| ")
        page.text(row.label)
        page.raw(" |")
        for cell in row.cells:
            page.raw(" ")
            page.sentence(cell)
            page.raw(" |")
        page.raw("\n")


class _Grid(Struct, frozen=True, gc=False):
    """The rows of a table that stand on the page as they are."""

    table: Table

    def is_plain(self) -> bool:
        """Whether nothing in them is to be escaped."""
        return _are_plain(self.table.labels) and False not in [one.is_plain for one in self.table.columns]

    def text(self) -> str:
        """The rows as they stand there."""
        labels, columns = self.table.labels, self.table.columns
        if len(columns) == 2:
            one, two = columns[0].texts, columns[1].texts
            rows = zip(labels, one, two, strict=True)
            return "".join([f"| {label} | {first} | {second} |\n" for label, first, second in rows])
        lines = zip(labels, *[column.texts for column in columns], strict=True)
        return "".join([f"| {' | '.join(line)} |\n" for line in lines])

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of all cells, row by row."""
        found = []
        at = 0
        for label, cells in self.table.rows:
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
        return sum([cell.claims for column in self.table.columns for cell in column.cells])

    @property
    def stated(self) -> Sequence[Claim]:
        """What they claim."""
        return [claim for row in self.table.rows for cell in row.cells for claim in cell.stated]


def _references(page: PageBuilder, block: References) -> None:
    page.raw("\n")
    for reference in block.items:
        page.raw("- ")
        if reference.path.startswith(("https://", "http://")):
            address = reference.path.replace("<", "%3C").replace(">", "%3E")
            page.raw(f"[{page.harmless(reference.text)}](<{address}>)\n")
        else:
            page.raw(f"{page.harmless(reference.text)}\n")


def _figure(page: PageBuilder, block: Figure) -> None:
    before, after = f"\n![{page.harmless(block.title)}. ", f"]({block.file})\n"
    text = block.description
    if text.is_plain:
        page.holding(f"{before}{text.text}{after}", len(before), text)
        return
    page.raw(before)
    page.sentence(text)
    page.raw(after)
