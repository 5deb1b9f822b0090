"""Blocks under the wrong heading: a description or a duty that the data give another entity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nlg.data import SourceRef
from nlg.validator.cells.claims import claim_of
from nlg.validator.claim import Claim, Status
from nlg.validator.context import Context, Reader
from nlg.validator.lexis.stems import stems
from nlg.validator.page import ListItem, Text

_MIN_WORDS = 8
_SAME = 0.8
"""The share of a passage's words that its original holds, edits and all."""
_OTHER = 0.6
"""A passage that holds so much of both originals belongs to neither in particular."""
_MIN_DUTY_WORDS = 3


def check_description(reader: Reader, text: Text, context: Context) -> tuple[Claim, ...]:
    """The claim of a paragraph that is an entity's description: it must stand under that entity's heading.

    Empty when the paragraph is nobody's description, or when the headings name nobody in particular.
    """
    if len(context.focus) != 1:
        return ()
    slug = context.focus[0]
    if text.content.count(" ") < _MIN_WORDS:
        return (_description_claim(reader, text, slug, slug),) if is_description(reader, text, slug) else ()
    words = _long_words(text.content)
    if not words:
        return ()
    own = _overlap(words, _description(reader, slug))
    if own >= _SAME:
        return (_description_claim(reader, text, slug, slug),)
    for other in context.subjects:
        if own <= _OTHER and other != slug and _overlap(words, _description(reader, other)) >= _SAME:
            return (_description_claim(reader, text, slug, other),)
    return ()


def is_description(reader: Reader, text: Text, slug: str) -> bool:
    """Whether a paragraph is an entity's description word for word: it says what the data say."""
    entity = reader.dataset.entities.get(slug)
    words = stems(text.content)
    return entity is not None and bool(words) and words == stems(entity.description)


def _description_claim(reader: Reader, text: Text, slug: str, owner: str) -> Claim:
    entity = reader.dataset.entities[owner]
    source = entity.sources.get("description")
    right = slug == owner
    return claim_of(
        text, 0, len(text.content), "structure", (slug,), "description", None, None, (source,) if source else (),
        "supported" if right else "refuted", "" if right else f'this is the description of "{entity.title}"',
    )  # fmt: skip


def judge_duties(reader: Reader, items: tuple[ListItem, ...], context: Context) -> tuple[Claim, ...]:
    """The claims of items that the data know as somebody's texts; any other duty claims nothing.

    An edited text of the owner's is nobody else's, and what the edit says nobody can check.
    """
    if len(context.focus) != 1:
        return ()
    return tuple(_duties(reader, items, context.focus[0], context.subjects))


def _duties(
    reader: Reader, items: tuple[ListItem, ...], slug: str, subjects: tuple[str, ...]
) -> Iterator[Claim]:
    seen: set[tuple[str, ...]] = set()
    for item in items:
        words = stems(item.text.content)
        owners = {known.slug: known for known in _owners(reader).get(words, ())}
        found = owners.get(slug)
        if len(words) < _MIN_DUTY_WORDS and found is None:
            continue
        if found is None and not _resembling(reader, slug, words):
            edited = (_resembling(reader, other, words) for other in subjects if other != slug)
            found = next(iter(owners.values()), None) or next((known for known in edited if known), None)
        if found is None:
            continue
        verdict: Status = "refuted"
        if found.slug != slug:
            message = f'the data give this for "{reader.dataset.entities[found.slug].title}"'
        elif words in seen:
            message = "this stands in the list twice"
        else:
            verdict, message = "supported", ""
        yield claim_of(
            item.text, 0, len(item.text.content), "list" if verdict == "supported" else "structure", (slug,),
            found.resource, None, None, (found.source,), verdict, message,
        )  # fmt: skip
        seen.add(words)


@dataclass(frozen=True, slots=True)
class _Duty:
    """One of an entity's texts."""

    slug: str
    words: tuple[str, ...]
    resource: str
    source: SourceRef


def _resembling(reader: Reader, slug: str, words: tuple[str, ...]) -> _Duty | None:
    """An entity's text that a passage repeats with small changes."""
    given = frozenset(words)
    for known in _texts(reader, slug):
        if len(given.intersection(known.words)) >= _SAME * max(len(given), len(known.words)):
            return known
    return None


@lru_cache(maxsize=8)
def _owners(reader: Reader) -> Mapping[tuple[str, ...], tuple[_Duty, ...]]:
    """Every text of the data with those who have it, in the order of the data."""
    owners: dict[tuple[str, ...], list[_Duty]] = {}
    for slug in reader.dataset.entities:
        for duty in _texts(reader, slug):
            owners.setdefault(duty.words, []).append(duty)
    return {words: tuple(duties) for words, duties in owners.items()}


@lru_cache(maxsize=16_384)
def _texts(reader: Reader, slug: str) -> tuple[_Duty, ...]:
    return tuple(
        _Duty(slug, stems(item.name), collection.resource, item.source)
        for collection in reader.collections.values()
        if collection.kind == "texts"
        for item in collection.items.get(slug, ())
    )


@lru_cache(maxsize=16_384)
def _description(reader: Reader, slug: str) -> frozenset[str]:
    entity = reader.dataset.entities.get(slug)
    return _long_words(entity.description) if entity else frozenset()


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if len(word) > 3)


def _overlap(words: frozenset[str], original: frozenset[str]) -> float:
    return len(words & original) / len(words)
