"""Which articles there are, and what they have to do with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from nlg.bulk.order import Pair
from nlg.bulk.pages import QUARANTINE
from nlg.bulk.storage import Storage
from nlg.data import Dataset, Entity

SUFFIX = ".html"
NEAREST = 4
"""Related comparisons of either entity that an article links to."""
_UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Catalogue:
    """The articles of an output folder, by entity and category."""

    dataset: Dataset
    pages: dict[Pair, str] = field(default_factory=dict)
    """The name of each article's page, in the order of the pairs."""
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each entity those that it is compared with, by title."""
    categories: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each category its entities that have an article, by title."""
    addresses: dict[str, str] = field(default_factory=dict)
    """For each category the name of its page, without folder and suffix."""

    def entity(self, slug: str) -> Entity:
        """The entity of that slug."""
        return self.dataset.entities[slug]

    def title(self, pair: Pair) -> str:
        """What an article is called in lists."""
        return f"{self.entity(pair[0]).title} vs. {self.entity(pair[1]).title}"

    def pair(self, one: str, other: str) -> Pair:
        """The pair of two entities in the order in which it has an article."""
        return (one, other) if (one, other) in self.pages else (other, one)

    def related(self, pair: Pair) -> tuple[Pair, ...]:
        """Other articles on either entity: first those with the other's like, then its neighbours by title.

        Neighbours follow each other in a circle, so that every article is linked to from others.
        """
        found: dict[Pair, None] = {}
        for one, other in (pair, pair[::-1]):
            row = self.others[one]
            at = row.index(other)
            circle = (*row[at + 1 :], *row[:at])
            like = [slug for slug in circle if self.entity(slug).category == self.entity(other).category]
            nearest = dict.fromkeys((*like[:NEAREST], *circle[:NEAREST]))
            for slug in list(nearest)[:NEAREST]:
                found[self.pair(one, slug)] = None
        return tuple(found)


def catalogue(dataset: Dataset, storage: Storage) -> Catalogue:
    """The catalogue of the web pages in an output folder whose two entities the dataset knows."""
    found = Catalogue(dataset)
    for pair, name in sorted(_pages(dataset, storage)):
        found.pages.setdefault(pair, name)
    partners: dict[str, set[str]] = {}
    for first, second in found.pages:
        partners.setdefault(first, set()).add(second)
        partners.setdefault(second, set()).add(first)
    found.others = {slug: _by_title(dataset, partners[slug]) for slug in _by_title(dataset, partners)}
    members: dict[str, list[str]] = {}
    for slug in found.others:
        members.setdefault(dataset.entities[slug].category, []).append(slug)
    found.categories = {name: tuple(members[name]) for name in sorted(members) if name}
    taken: set[str] = set()
    for name in found.categories:
        address = _UNFIT.sub("-", name.lower()).strip("-") or "category"
        number = 1
        while (unique := address if number == 1 else f"{address}-{number}") in taken:
            number += 1
        taken.add(unique)
        found.addresses[name] = unique
    return found


def _pages(dataset: Dataset, storage: Storage) -> Iterable[tuple[Pair, str]]:
    folders = (folder for folder in storage.folders() if folder != QUARANTINE)
    for name in (name for folder in ("", *folders) for name in storage.names(folder)):
        if not name.endswith(SUFFIX):
            continue
        stem = name.rpartition("/")[2].removesuffix(SUFFIX)
        parts = stem.split("-vs-")
        # A slug may hold "-vs-" itself.
        for at in range(1, len(parts)):
            first, second = "-vs-".join(parts[:at]), "-vs-".join(parts[at:])
            if first in dataset.entities and second in dataset.entities:
                yield (first, second), name


def _by_title(dataset: Dataset, slugs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(slugs, key=lambda slug: (dataset.entities[slug].title.casefold(), slug)))
