"""Blocks under the wrong heading: a description or a duty that the data give another entity."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nlg.data import SourceRef
from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import ListItem, Text
from nlg.validator.stems import stems
from nlg.validator.values import claim_of

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
    if len(context.focus) != 1 or text.content.count(" ") < _MIN_WORDS:
        return ()
    slug = context.focus[0]
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
    return entity is not None and stems(text.content) == stems(entity.description)


def _description_claim(reader: Reader, text: Text, slug: str, owner: str) -> Claim:
    entity = reader.dataset.entities[owner]
    source = entity.sources.get("description")
    right = slug == owner
    return claim_of(
        text, 0, len(text.content), "structure", (slug,), "description", None, None, (source,) if source else (),
        "supported" if right else "refuted", "" if right else f'this is the description of "{entity.title}"',
    )  # fmt: skip


def judge_duties(reader: Reader, items: tuple[ListItem, ...], context: Context) -> tuple[Claim, ...]:
    """The claims of items that the data know as an entity's texts; any other duty claims nothing."""
    if len(context.focus) != 1:
        return ()
    return tuple(_duties(reader, items, context.focus[0], context.subjects))


def _duties(
    reader: Reader, items: tuple[ListItem, ...], slug: str, subjects: tuple[str, ...]
) -> Iterator[Claim]:
    seen: dict[tuple[str, ...], None] = {}
    for item in items:
        words = stems(item.text.content)
        if len(words) < _MIN_DUTY_WORDS:
            continue
        own = _find_duty(reader, slug, words)
        others = [
            (other, found)
            for other in subjects
            if other != slug and (found := _find_duty(reader, other, words))
        ]
        length = len(item.text.content)
        if own is not None:
            resource, source = own
            twice = words in seen
            yield claim_of(
                item.text, 0, length, "structure" if twice else "list", (slug,), resource, None, None, (source,),
                "refuted" if twice else "supported", "this stands in the list twice" if twice else "",
            )  # fmt: skip
        elif others:
            other, (resource, source) = others[0]
            yield claim_of(
                item.text, 0, length, "structure", (slug,), resource, None, None, (source,), "refuted",
                f'the data give this for "{reader.dataset.entities[other].title}"',
            )  # fmt: skip
        seen[words] = None


def _find_duty(reader: Reader, slug: str, words: tuple[str, ...]) -> tuple[str, SourceRef] | None:
    """The resource and cell of an entity's text that a passage repeats, small changes allowed."""
    given = frozenset(words)
    for known, resource, source in _texts(reader, slug):
        if len(given & known) >= _SAME * max(len(given), len(known)):
            return resource, source
    return None


@lru_cache(maxsize=16_384)
def _texts(reader: Reader, slug: str) -> tuple[tuple[frozenset[str], str, SourceRef], ...]:
    return tuple(
        (frozenset(stems(item.name)), collection.resource, item.source)
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
