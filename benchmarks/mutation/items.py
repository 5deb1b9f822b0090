"""Wrong lists: a foreign item, a wrong order, a wrong count; a wrong named value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from mutation.article import Article, Mutant, Name, Statement, edited, region_of
from mutation.owners import article_before, plural
from nlg.data import Collection

COUNTS = ("two", "three", "four", "five")
TAKES_NO_ARTICLE = re.compile(r"(?:no|some|less|more|\d)", re.IGNORECASE)
TOP = re.compile(rf"\b(top) ({'|'.join(COUNTS)})\b")


def foreign_item(article: Article, random: Random) -> Iterator[Mutant]:
    """An item of a list is one that neither subject has."""
    for name in article.names:
        collection = collection_of(article, name.concept)
        if collection is None or collection.kind == "texts":
            continue
        own = {row.name.lower() for slug in article.subjects for row in collection.items.get(slug, ())}
        others = sorted(
            {row.name for rows in collection.items.values() for row in rows if _is_foreign(row.name, own)}
        )
        if others:
            yield _renamed(article, name, random.choice(others))


def other_subjects_item(article: Article, random: Random) -> Iterator[Mutant]:
    """An item is one that only the other subject has."""
    for name in article.names:
        collection = collection_of(article, name.concept)
        if collection is None or len(name.subjects) != 1:
            continue
        own = {row.name.lower() for row in collection.items.get(name.subjects[0], ())}
        others = [
            row.name
            for row in collection.items.get(article.other(name.subjects[0]), ())
            if _is_foreign(row.name, own)
        ]
        if others and own:
            yield _renamed(article, name, random.choice(others))


def lesser_item(article: Article, random: Random) -> Iterator[Mutant]:
    """What is called the most common, or one of the top, is the last of all."""
    for statement in article.statements:
        for name in statement.names:
            collection = collection_of(article, name.concept)
            if collection is None or collection.kind == "texts":
                continue
            if not re.search(
                r"\b(?:top|most common|largest|leads?|head)\b", article.text[statement.start : statement.end]
            ):
                continue
            lists = [collection.items.get(slug, ()) for slug in name.subjects]
            if not all(len(rows) > 4 for rows in lists):
                continue
            last = lists[0][-1]
            ranked = all(rows[3].share is None or rows[3].share > (last.share or 0) for rows in lists)
            everywhere = [row.name for rows in lists for row in rows[:4]]
            mentioned = article.text[statement.start : statement.end].lower()
            if article_before(article.text, name.start, "value") and TAKES_NO_ARTICLE.match(last.name):
                continue
            if ranked and last.name not in everywhere and last.name.lower() not in mentioned:
                yield _renamed(article, name, last.name)


def wrong_value(article: Article, random: Random) -> Iterator[Mutant]:
    """A cell of text is the value of another entity."""
    texts = {measure.concept for measure in article.dataset.measures if not measure.numeric}
    for name in article.names:
        if name.concept not in texts:
            continue
        own = {
            str(observed.value).lower()
            for slug in name.subjects
            if (observed := article.dataset.observed(slug, name.concept))
        }
        others = sorted(
            {
                str(observed.value)
                for slug in article.dataset.entities
                if (observed := article.dataset.observed(slug, name.concept))
                and _is_foreign(str(observed.value), own)
            }
        )
        if article_before(article.text, name.start, "value"):
            others = [value for value in others if not TAKES_NO_ARTICLE.match(value)]
        if others and article.text[name.start : name.end].lower() in own:
            yield _renamed(article, name, random.choice(others))


def wrong_count(article: Article, random: Random) -> Iterator[Mutant]:
    """A "top three" that lists three is called a top two or a top four."""
    for statement in article.statements:
        found = list(TOP.finditer(article.text, statement.start, statement.end))
        listed = len(statement.names)
        if len(found) == 1 and _is_one_list(statement) and found[0].group(2) == _word(listed):
            wrong = random.choice([word for word in (_word(listed - 1), _word(listed + 1)) if word])
            place = (found[0].start(2), found[0].end(2), wrong)
            yield edited(article, (place,), (statement.start, statement.end))


def wrong_order(article: Article, random: Random) -> Iterator[Mutant]:
    """A list that is said to be in order is not: the first two have changed places."""
    yield from _ordered(article, is_true=False)


def right_order(article: Article, random: Random) -> Iterator[Mutant]:
    """A list that is in order is said to be so."""
    yield from _ordered(article, is_true=True)


def repeated_item(article: Article, random: Random) -> Iterator[Mutant]:
    """A list names one item twice."""
    for statement in article.statements:
        if _is_one_list(statement) and len(statement.names) >= 3:
            one, other = statement.names[0], statement.names[-1]
            words = article.text[one.start : one.end]
            words = words[0].lower() + words[1:]
            yield edited(article, ((other.start, other.end, words),), (statement.start, statement.end))


def collection_of(article: Article, concept: str) -> Collection | None:
    """The child resource of that name, or None."""
    for collection in article.dataset.collections:
        if collection.resource == concept:
            return collection
    return None


def _is_one_list(statement: Statement) -> bool:
    """Whether all items of a statement are one list of the same owners."""
    owners = {(name.subjects, name.concept) for name in statement.names}
    return statement.kind in ("list", "shared") and len(owners) == 1


def _ordered(article: Article, is_true: bool) -> Iterator[Mutant]:
    """The article with a sentence of its own on the order of a subject's first three items."""
    place = article.text.find("\n\n## ")
    for collection in article.dataset.collections if place >= 0 else ():
        for slug in article.subjects:
            rows = collection.items.get(slug, ())[:4]
            shares = [row.share for row in rows]
            if (
                collection.kind == "texts"
                or any("," in row.name for row in rows)
                or len(rows) < 3
                or (None not in shares and len(set(shares)) < len(shares))
            ):
                continue
            one, two, three = (row.name for row in rows[:3])
            if not is_true:
                one, two = two, one
            title = article.dataset.entities[slug].title
            owner = title if article.dataset.titles == "name" else f"the {title}"
            words = f"\n\nThe top three {plural(collection.noun)} of {owner} are, in order, {one}, {two}, and {three}."
            yield edited(article, ((place, place, words),), (place, place))


def _is_foreign(name: str, own: set[str]) -> bool:
    """Whether a name neither is one of the own, nor holds one, nor is part of one."""
    low = name.lower()
    return not any(low in other or other in low for other in own)


def _renamed(article: Article, name: Name, words: str) -> Mutant:
    if article.text[name.start].isupper():
        words = words[0].upper() + words[1:]
    region = region_of(article, name.start, name.end)
    edits = ((name.start, name.end, words), *article_before(article.text, name.start, words))
    return edited(article, edits, region, name.in_table)


def _word(count: int) -> str:
    return COUNTS[count - 2] if 2 <= count <= 5 else ""
