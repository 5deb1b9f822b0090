"""Who is compared on a page: its front matter, its title, the caller, or whoever is named most."""

from __future__ import annotations

from collections import Counter

from nlg.validator.cells.mentions import find_mentions
from nlg.validator.context import Reader
from nlg.validator.page import Heading, Page, Table


def find_subjects(reader: Reader, page: Page, pair: tuple[str, str] | None) -> tuple[str, ...]:
    """The slugs compared, in page order; the first of these that says: front matter, the title, `pair`, the
    headings, the names counted. Empty when no entity of the data is named at all."""
    entities = reader.dataset.entities
    if page.subjects and all(slug in entities for slug in page.subjects):
        return page.subjects
    named = _named(reader, page.title)
    if len(named) >= 2:
        return named
    if pair is not None:
        return pair
    for block in page.blocks:
        if isinstance(block, Heading) and len(found := _named(reader, block.text.content)) >= 2:
            return found
    return _most_named(reader, page)


def _named(reader: Reader, text: str) -> tuple[str, ...]:
    found: list[str] = []
    for mention in find_mentions(reader, text):
        if len(mention.slugs) == 1 and mention.slugs[0] not in found:
            found.append(mention.slugs[0])
    return tuple(found)


def _most_named(reader: Reader, page: Page) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for block in page.blocks:
        texts = (
            [cell.text.content for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [block.text.content]
        )
        for text in texts:
            counts.update(
                mention.slugs[0] for mention in find_mentions(reader, text) if len(mention.slugs) == 1
            )
    return tuple(slug for slug, _ in counts.most_common(2))
