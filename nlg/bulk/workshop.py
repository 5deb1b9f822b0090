"""One process's means of making articles: the writer, the reader, and the publishers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nlg.bulk.order import Order, Pair
from nlg.data import Dataset, load
from nlg.pipeline import Writer, writer
from nlg.publishers.formats import FORMATS, Format
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Article

MOST_REASONS = 5
"""Reasons that are kept for one article; an editor mends one cause at a time."""

Verdict = tuple[int, tuple[str, ...]]
"""How many claims a page makes, and why it may not be published."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of one article: the page in one format, or an image beside it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """One article in all the formats asked for, or why it may not be published."""

    pair: Pair
    claims: int
    reasons: tuple[str, ...]
    """Empty when the article may be published."""
    files: tuple[File, ...]
    row: bytes
    """The article as a line of JSON; empty unless shards are asked for."""


@dataclass(slots=True)
class Workshop:
    """Makes articles for one order."""

    order: Order
    writer: Writer
    judge: Callable[[Page, Pair], Verdict]
    formats: tuple[Format, ...]

    @property
    def dataset(self) -> Dataset:
        """The dataset that the articles are about."""
        return self.writer.dataset

    def make(self, pair: Pair) -> Made:
        """The article on a pair. What goes wrong with one pair stays with it."""
        try:
            return self._make(pair)
        except Exception as error:  # whatever it is, the other articles are to be written
            reason = f"the article could not be made: {type(error).__name__}: {error}"
            return Made(pair, 0, (reason,), (), b"")

    def _make(self, pair: Pair) -> Made:
        article = self.writer.article(*pair)
        page = markdown(article)
        claims, reasons = self.judge(page, pair)
        files = [File(article.slug + form.suffix, self._text(form, article, page)) for form in self.formats]
        names = {file.name for file in files}
        for form in self.formats:
            for image in form.beside(article):
                if image.name not in names:
                    names.add(image.name)
                    files.append(File(image.name, image.text))
        row = b""
        if self.order.shards:
            from nlg.bulk.rows import row_of

            row = row_of(article, page)
        return Made(pair, claims, reasons, tuple(files), row)

    def _text(self, form: Format, article: Article, page: Page) -> str:
        return page.text if form.publish is markdown else form.publish(article).text


def open_workshop(order: Order, dataset: Dataset | None = None) -> Workshop:
    """The workshop for an order: the dataset, unless it is given, and the grammar loaded once.

    Raises:
        InputError: the dataset, the grammar or the house style has faults.
    """
    dataset = dataset or load(order.data)
    made = writer(dataset, order.grammar, order.house_style, order.seed)
    formats = tuple(form for form in FORMATS if form.name in order.pages)
    return Workshop(order, made, _judge(dataset) if order.is_validated else _count, formats)


def _judge(dataset: Dataset) -> Callable[[Page, Pair], Verdict]:
    """The reader's judgement of a page."""
    from nlg.validator.context import compile_reader
    from nlg.validator.prose.memo import Memo
    from nlg.validator.reading import read_page
    from nlg.validator.validation import count_supported, validate_page

    reader = compile_reader(dataset)
    memo = Memo(reader)

    def judge(page: Page, pair: Pair) -> Verdict:
        read = read_page(f"{pair[0]}-vs-{pair[1]}.md", page.text)
        supported = count_supported(reader, read, pair, memo)
        if supported is not None:
            return supported, ()
        report = validate_page(reader, read, pair)
        found = [claim for claim in report.claims if claim.verdict != "supported"]
        reasons = [
            f"{report.source.count(chr(10), 0, claim.span[0]) + 1}: {claim.verdict}: {claim.message}"
            for claim in found[:MOST_REASONS]
        ]
        more = len(found) - MOST_REASONS
        return len(report.claims), (*reasons, *([f"and {more} more"] if more > 0 else ()))

    return judge


def _count(page: Page, pair: Pair) -> Verdict:
    """The writer's own count of its claims, unchecked."""
    return page.claims, ()
