"""Wrong headings: what is said of one subject stands under the other's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random

from mutation.article import Article, Mutant, edited
from mutation.items import collection_of
from mutation.owners import names

HEADING = re.compile(r"^(#{2,4}) +(.+)$", re.MULTILINE)


def swapped_headings(article: Article, random: Random) -> Iterator[Mutant]:
    """Two headings that differ in the subject alone have changed places."""
    found = list(HEADING.finditer(article.text))
    ends = [*(match.start() for match in found[1:]), len(article.text)][: len(found)]
    for (one, end), (other, last) in combinations(zip(found, ends, strict=True), 2):
        owners = _owner(article, one.group(2)), _owner(article, other.group(2))
        if "" in owners or owners[0] == owners[1] or one.group(1) != other.group(1):
            continue
        if _without_names(article, one.group(2)) != _without_names(article, other.group(2)):
            continue
        if _listed_elsewhere(article, one.end(), end, owners[1]) or _is_prose_of(article, one.end(), end):
            edits = ((*one.span(2), other.group(2)), (*other.span(2), one.group(2)))
            mutant = edited(article, edits, (one.start(), last))
            yield mutant


def _owner(article: Article, heading: str) -> str:
    """The one subject that a heading names, or an empty string."""
    low = heading.lower()
    named = [
        slug
        for slug in article.subjects
        if any(re.search(rf"\b{re.escape(name.lower())}\b", low) for name in names(article, slug))
    ]
    return named[0] if len(named) == 1 else ""


def _without_names(article: Article, heading: str) -> str:
    low = heading.lower()
    for slug in article.subjects:
        for name in names(article, slug):
            low = re.sub(rf"\b(?:an? )?{re.escape(name.lower())}\b", "…", low)
    return low


def _listed_elsewhere(article: Article, start: int, end: int, slug: str) -> bool:
    """Whether a block lists an item that the other subject does not have."""
    for name in article.names:
        if start <= name.start < end:
            collection = collection_of(article, name.concept)
            rows = collection.items.get(slug, ()) if collection else ()
            if rows and article.text[name.start : name.end].lower() not in {row.name.lower() for row in rows}:
                return True
    return False


def _is_prose_of(article: Article, start: int, end: int) -> bool:
    """Whether a block is the description that the data hold of one of the two."""
    block = article.text[start:end]
    described = [article.dataset.entities[slug].description for slug in article.subjects]
    return described[0] != described[1] and any(text and text[:40] in block for text in described)
