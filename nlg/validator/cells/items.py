"""Items of child resources in cells and lists: "Patients, 21%", "Male, 9.4% Female, 90.6%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nlg.data import Collection, Item
from nlg.validator.context import Reader
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.figures import read_figures
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.stems import stems
from nlg.validator.lexis.tokens import plain, tokenise
from nlg.validator.page import Text
from nlg.validator.vocabulary.forms import item_forms

_EDGE = re.compile(r"^[\s,;:|/·•&()\[\]–—-]+|[\s,;:|/·•&(\[–—=-]+$")
_AND = re.compile(r"^(?:and|or)\s+", re.IGNORECASE)
_PART = re.compile(r"\s*(?:[;|·•\n]|\s/\s|,|\s&\s|\band\b)\s*")
_STRONG_PART = re.compile(r"\s*(?:[;|·•\n]|\s/\s)\s*")
_OF_WHOM = re.compile(r"^(?:of (?:all )?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedShare:
    """A name and the share beside it, as the page gives them."""

    start: int
    end: int
    name: str
    name_start: int
    figure: Figure | None
    figure_span: tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class ItemIndex:
    """The items of one collection by entity, and every name that it knows."""

    by_slug: Mapping[str, Mapping[tuple[str, ...], tuple[int, Item]]]
    """With the item's zero-based rank."""
    known: Mapping[tuple[str, ...], str]
    """Every name of the collection's items, as the data spell it."""


@lru_cache(maxsize=64)
def index_items(reader: Reader, key: str) -> ItemIndex:
    """The items of one child resource, by the stems of their names."""
    collection = reader.collections[key]
    by_slug: dict[str, dict[tuple[str, ...], tuple[int, Item]]] = {}
    known: dict[tuple[str, ...], str] = {}
    for slug, items in collection.items.items():
        own = by_slug.setdefault(slug, {})
        for rank, item in enumerate(items):
            for form in _forms(item.name, collection):
                own.setdefault(form, (rank, item))
                known.setdefault(form, item.name)
    names = sorted({item.name for items in collection.items.values() for item in items})
    for form, name in _other_forms(names, collection):
        known[form] = name
        for own in by_slug.values():
            if (held := own.get(stems(name))) is not None:
                own.setdefault(form, held)
    return ItemIndex(by_slug, known)


def _other_forms(names: list[str], collection: Collection) -> Iterator[tuple[tuple[str, ...], str]]:
    """What else prose may call the items of a distribution, where only one of them can be meant: "Bachelor's"."""
    if collection.kind != "distribution":
        return
    meant: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        for form in item_forms(words_of(name.lower()), words_of(collection.noun.lower())):
            meant.setdefault(stems(" ".join(form).replace(" 's", "'s")), set()).add(name)
    plain = {form for name in names for form in _forms(name, collection)}
    for form, own in meant.items():
        if form and len(own) == 1 and form not in plain:
            yield form, next(iter(own))


def find_item(reader: Reader, key: str, slug: str, name: str) -> tuple[int, Item] | None:
    """An entity's item of that name, with its rank."""
    return index_items(reader, key).by_slug.get(slug, {}).get(stems(name))


def known_item(reader: Reader, key: str, name: str) -> str:
    """The name as the data spell it when any entity has such an item; else empty."""
    return index_items(reader, key).known.get(stems(name), "")


def read_shares(reader: Reader, text: Text) -> tuple[NamedShare, ...]:
    """The pairs of name and share in a text; none when it holds no share."""
    content = plain(text.content)
    tokens = tokenise(content, 0, len(content))
    shares = [
        figure for figure in read_figures(tokens) if figure.unit in ("percent", "points") and not figure.high
    ]
    spans = [(tokens[figure.start].start, tokens[figure.end - 1].end) for figure in shares]
    if not shares:
        return ()
    found = []
    share_first = not any(character.isalpha() for character in content[: spans[0][0]])
    for index, (figure, (start, end)) in enumerate(zip(shares, spans, strict=True)):
        if share_first:
            stop = spans[index + 1][0] if index + 1 < len(spans) else len(content)
            first, last = _trim(content, end, stop)
            found.append(NamedShare(start, max(end, last), content[first:last], first, figure, (start, end)))
        else:
            begin = spans[index - 1][1] if index else 0
            first, last = _trim(content, begin, start)
            closing = end + 1 if content[end : end + 1] == ")" and "(" in content[last:start] else end
            found.append(NamedShare(first, closing, content[first:last], first, figure, (start, end)))
    whole = {"", "them", *reader.words.people}
    return tuple(
        item for item in found if _OF_WHOM.sub("", item.name).lower() not in whole or len(found) == 1
    )


def read_names(reader: Reader, text: Text, key: str = "") -> tuple[NamedShare, ...]:
    """The names in a text without shares, parted at signs that no known item holds."""
    content = text.content
    pattern = _PART
    if key and known_item(reader, key, content):
        return (NamedShare(0, len(content), content, 0, None, (0, 0)),)
    if _STRONG_PART.search(content):
        pattern = _STRONG_PART
    names = []
    start = 0
    for found in [*pattern.finditer(content), None]:
        stop = found.start() if found else len(content)
        first, last = _trim(content, start, stop)
        if first < last:
            names.append(NamedShare(first, last, content[first:last], first, None, (0, 0)))
        start = found.end() if found else stop
    return tuple(names)


def _trim(content: str, start: int, end: int) -> tuple[int, int]:
    """The span without the signs and the "and" at its edges; a closing bracket stays with its opening one."""
    part = content[start:end]
    lead = _EDGE.match(part)
    first = lead.end() if lead else 0
    if joined := _AND.match(part[first:]):
        first += joined.end()
    last = len(part)
    while tail := _EDGE.search(part, first, last):
        if tail.end() != last or tail.start() < first or tail.start() == tail.end():
            break
        last = tail.start()
    if part[first:last].endswith(")") and "(" not in part[first:last]:
        last -= 1
    return start + first, start + max(first, last)


def _forms(name: str, collection: Collection) -> tuple[tuple[str, ...], ...]:
    """The stems of an item's name, and those without the noun that every item of its kind has."""
    words = stems(name)
    noun = stems(collection.noun)
    forms = [words]
    if noun and words[-1:] == noun[-1:] and len(words) > 1:
        forms.append(words[:-1])
    first = stems(name.partition(" or ")[0]) if " or " in name else ()
    if len(first) > 1 or (first and collection.dimension):
        forms.append(first)
    bare = stems(re.sub(r"\s*\([^()]*\)", "", name))
    if bare:
        forms.append(bare)
    return tuple(dict.fromkeys(forms))
