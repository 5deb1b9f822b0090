"""Clean articles that the engine wrote, with figures and statements taken from their provenance."""

from __future__ import annotations

from decimal import Decimal

from mutation.article import Article, Figure, Name, Statement
from mutation.truth import NUMBER, agrees, value_of
from nlg.data import Dataset
from nlg.publishers.page import Page, PageSpan


def article_of(page: Page, dataset: Dataset, first: str, second: str) -> Article:
    """The page with what is known of it; figures that the cells do not explain are left out."""
    text = page.text
    figures: list[Figure] = []
    names: list[Name] = []
    for span in page.spans:
        if span.provenance.how and span.provenance.attribute != "description":
            found = _figures(span, text, dataset)
            figures.extend(found)
            if not found and not any(letter.isdigit() for letter in text[span.start : span.end]):
                names.append(_name(span, text))
    statements = []
    for span in page.spans:
        origin = span.provenance
        if not origin.how and not _in_table(text, span.start):
            statements.append(
                Statement(
                    span.start,
                    span.end,
                    origin.kind,
                    origin.subjects,
                    origin.attribute,
                    tuple(figure for figure in figures if span.start <= figure.start < span.end),
                    tuple(name for name in names if span.start <= name.start < span.end),
                )
            )
    path = f"{first}-vs-{second}.md"
    return Article(path, text, dataset, (first, second), tuple(statements), tuple(figures), tuple(names))


def _figures(span: PageSpan, text: str, dataset: Dataset) -> list[Figure]:
    """The numbers of one span, each with its true value; empty when they are not what the data hold."""
    origin = span.provenance
    numbers = list(NUMBER.finditer(text, span.start, span.end))
    stated = origin.stated if isinstance(origin.stated, tuple) else (origin.stated,)
    if len(numbers) != len(stated) or any(isinstance(value, str) for value in stated):
        return []
    ends = _ends(origin.attribute, dataset) if len(stated) == 2 else (origin.attribute,)
    if len(ends) != len(stated):
        return []
    figures = []
    item = _item(span, dataset)
    for match, value, concept in zip(numbers, stated, ends, strict=True):
        exact = Decimal(str(value))
        if origin.how in ("as read", "rounded") and len(origin.subjects) == 1:
            known = value_of(dataset, origin.subjects[0], concept, item)
            exact = exact if known is None else known
        # A decline may be printed without its sign.
        exact = abs(exact) if exact < 0 and match.group()[0] not in "-−" else exact
        if not agrees(match.group(), exact):
            return []
        end = match.end() + text.startswith("%", match.end())
        table = _in_table(text, match.start())
        figures.append(Figure(match.start(), end, exact, origin.subjects, concept, item, origin.how, table))
    return figures


def _ends(name: str, dataset: Dataset) -> tuple[str, ...]:
    """The concepts of a range's low and high ends."""
    ends = {measure.bound: measure.concept for measure in dataset.measures if measure.range == name}
    return (ends["low"], ends["high"]) if {"low", "high"} <= set(ends) else ()


def _item(span: PageSpan, dataset: Dataset) -> str:
    """The item whose share the span gives, by the row that it was read from."""
    if len(span.provenance.evidence) != 1:
        return ""
    source = span.provenance.evidence[0]
    for collection in dataset.collections:
        if collection.resource == source.resource:
            for row in collection.items.get(source.slug, ()):
                if (row.source.file, row.source.line) == (source.file, source.line):
                    return row.name
    return ""


def _name(span: PageSpan, text: str) -> Name:
    """The named value of a span."""
    origin = span.provenance
    in_list = not origin.pattern and text.rfind("\n- ", 0, span.start) == span.start - 3
    table = _in_table(text, span.start)
    return Name(span.start, span.end, origin.subjects, origin.attribute, table, in_list)


def _in_table(text: str, offset: int) -> bool:
    """Whether the line is a row of a pipe table."""
    return text.startswith("|", text.rfind("\n", 0, offset) + 1)
