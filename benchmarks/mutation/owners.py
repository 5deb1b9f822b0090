"""Wrong owners: the values of the two subjects change places, or their names do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random

from mutation.article import Article, Edit, Figure, Mutant, Spot, Statement, edited
from mutation.truth import agrees, value_of

DIRECTED = frozenset({"comparison", "difference", "ratio", "trend", "superlative"})
"""Kinds of statement that say which of the two is ahead."""
BESIDE = 2
"""So many words before a name may belong to it."""


def swapped_values(article: Article, random: Random) -> Iterator[Mutant]:
    """Two values of one measure stand with each other's owner."""
    for statement in article.statements:
        if all(spots(article, statement, slug) for slug in article.subjects):
            for one, other in opposite(article, statement):
                first, second = article.text[one.start : one.end], article.text[other.start : other.end]
                edits = ((one.start, one.end, second), (other.start, other.end, first))
                yield edited(article, edits, (statement.start, statement.end))


def swapped_subjects(article: Article, random: Random) -> Iterator[Mutant]:
    """The names of the two stand in each other's place, or the one name is the other's."""
    for statement in article.statements:
        named = [spots(article, statement, slug) for slug in article.subjects]
        tells_apart = any(True for _ in opposite(article, statement)) or (
            statement.kind in DIRECTED and len(statement.subjects) == 2 and differs(article, statement)
        )
        if not tells_apart or any(
            _is_part(article, statement, slug, spot)
            for slug, found in zip(article.subjects, named, strict=True)
            for spot in found
        ):
            continue
        if all(len(found) == 1 for found in named):
            one, other = sorted(spot for found in named for spot in found)
            if article.text[one[1] : other[0]] == " and " and not any(
                True for _ in opposite(article, statement)
            ):
                # What is said of both alike is said of them in either order.
                continue
            edits = _exchange(article, named[0][0], named[1][0])
        elif sorted(len(found) for found in named) == [0, 1] and statement.kind in DIRECTED:
            owner = 0 if named[0] else 1
            if _own_words(article, article.subjects[1 - owner]) & {
                *_words(article, statement.start, statement.end)
            }:
                # The other is named too, by a name of the writer's own.
                continue
            edits = _replacement(article, named[owner][0], article.subjects[1 - owner])
        else:
            continue
        if edits:
            yield edited(article, edits, (statement.start, statement.end))


def _is_part(article: Article, statement: Statement, slug: str, spot: Spot) -> bool:
    """Whether a name is only a part of what the text calls the subject: "helpers to extraction workers"."""
    before = _words(article, statement.start, spot[0])[-BESIDE:]
    after = _words(article, spot[1], statement.end)[:1]
    return not _own_words(article, slug).isdisjoint([*before, *after])


def _own_words(article: Article, slug: str) -> set[str]:
    """The longer words of a subject's title that are not the other's."""
    mine, others = (
        re.findall(r"[a-z]{4,}", article.dataset.entities[one].title.lower())
        for one in (slug, article.other(slug))
    )
    return {*mine} - {*others}


def _words(article: Article, start: int, end: int) -> list[str]:
    return re.findall(r"[a-z]+", article.text[start:end].lower())


def opposite(article: Article, statement: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures of one measure, one for each subject, that cannot stand for each other."""
    for one, other in combinations(statement.figures, 2):
        if (
            (one.concept, one.item) == (other.concept, other.item)
            and len(one.subjects) == len(other.subjects) == 1
            and one.subjects != other.subjects
            and not agrees(article.text[one.start : one.end], other.value)
            and not agrees(article.text[other.start : other.end], one.value)
        ):
            yield one, other


def differs(article: Article, statement: Statement) -> bool:
    """Whether the two have different numbers for what the statement is about."""
    values = [value_of(article.dataset, slug, statement.concept) for slug in article.subjects]
    return None not in values and values[0] != values[1]


def spots(article: Article, statement: Statement, slug: str) -> list[Spot]:
    """Where a statement names a subject, longest names first and none inside another."""
    found: list[Spot] = []
    text = article.text[statement.start : statement.end]
    for name in names(article, slug):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE):
            spot = (statement.start + match.start(), statement.start + match.end())
            if not any(spot[0] < end and start < spot[1] for start, end in found):
                found.append(spot)
    return sorted(found)


def names(article: Article, slug: str) -> list[str]:
    """The title, its plural and their last words, as far as they cannot be the other's; longest first."""
    mine, others = _all_names(article, slug), _all_names(article, article.other(slug))
    return sorted((name for name in mine if name not in others), key=lambda name: (-len(name), name))


def _all_names(article: Article, slug: str) -> set[str]:
    entity = article.dataset.entities[slug]
    if article.dataset.titles == "name":
        return {entity.title}
    titles = {entity.title, entity.plural or plural(entity.title)}
    shorter = {
        " ".join(words[place:])
        for title in titles
        for words in [title.split()]
        for place in range(len(words))
    }
    return {name.lower() for name in shorter if name}


def plural(title: str) -> str:
    """The regular plural of a noun; a title that looks like one already stays."""
    if re.search(r"[^s]s$", title):
        return title
    if title.endswith("y") and title[-2] not in "aeiou":
        return title[:-1] + "ies"
    return title + ("es" if title.endswith(("s", "x", "ch", "sh")) else "s")


def _exchange(article: Article, one: Spot, other: Spot) -> tuple[Edit, ...]:
    """The edits that put each name in the other's place; none when their forms differ."""
    first, second = article.text[slice(*one)], article.text[slice(*other)]
    if article.dataset.titles != "name" and first.lower().endswith("s") != second.lower().endswith("s"):
        return ()
    return (*_placed(article, one, second), *_placed(article, other, first))


def _replacement(article: Article, spot: Spot, slug: str) -> tuple[Edit, ...]:
    """The edits that put the other's name in place of the only one."""
    is_plural = article.text[slice(*spot)].lower().endswith("s")
    for name in names(article, slug):
        if article.dataset.titles == "name" or name.endswith("s") == is_plural:
            return _placed(article, spot, name)
    return ()


def _placed(article: Article, spot: Spot, name: str) -> tuple[Edit, ...]:
    """The edits that put a name at a place, with its capital and its article."""
    start, end = spot
    old = article.text[start:end]
    capital = old[0].isupper()
    word = (
        name
        if article.dataset.titles == "name"
        else (name[0].upper() if capital else name[0].lower()) + name[1:]
    )
    edits: list[Edit] = [(start, end, word)]
    edits.extend(article_before(article.text, start, word))
    return tuple(edits)


def article_before(text: str, start: int, word: str) -> tuple[Edit, ...]:
    """The edit that makes an "a" or "an" before a place fit another word; none when none stands there."""
    found = re.search(r"\b(a)(n?) $", text[max(start - 4, 0) : start], re.IGNORECASE)
    if found is None:
        return ()
    place = max(start - 4, 0) + found.start()
    kept = text[place]
    return ((place, start - 1, kept + ("n" if word[0].lower() in "aeiou" else "")),)
