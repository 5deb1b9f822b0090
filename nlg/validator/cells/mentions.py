"""Entities named in titles, headings, captions and header cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlg.data import Entity
from nlg.validator.context import Reader
from nlg.validator.lexis.stems import stems
from nlg.validator.lexis.tokens import is_acronym, plain, tokenise
from nlg.validator.vocabulary.watch import Watched

_SMALL_WORDS = frozenset("a an the of and or for in on to vs versus with by at from".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """Entities named by one name."""

    start: int
    end: int
    slugs: tuple[str, ...]
    """More than one when several entities bear the name."""


@lru_cache(maxsize=16_384)
def find_mentions(reader: Reader, text: str) -> tuple[Mention, ...]:
    """The full names of entities in a text, left to right; where names overlap the longer counts."""
    # A double hyphen inside a title ("Helpers--Carpenters") is one sign, as a single one is.
    text = plain(text).replace("--", " -")
    tokens = tokenise(text, 0, len(text))
    mentions = []
    index = 0
    while index < len(tokens):
        found = reader.names.starting_at(tokens, index)
        if found is None or (
            found[1].upper and not is_acronym(text[tokens[index].start : tokens[index].end])
        ):
            index += 1
            continue
        end, name = found
        mentions.append(Mention(tokens[index].start, tokens[end - 1].end, name.slugs))
        index = end
    return tuple(mentions)


def subjects_in(reader: Reader, text: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Which subjects a text names, in the order of naming; short forms count when no full name is there."""
    if isinstance(subjects, Watched):
        # An answer from the store would not show what it rests on.
        return _find_subjects(reader, text, subjects)
    return _known_subjects(reader, text, subjects)


@lru_cache(maxsize=16_384)
def _known_subjects(reader: Reader, text: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
    return _find_subjects(reader, text, subjects)


def _find_subjects(reader: Reader, text: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for mention in find_mentions(reader, text):
        found.extend(slug for slug in mention.slugs if slug in subjects and slug not in found)
    if found:
        return tuple(found)
    text = plain(text).replace("--", " -")
    tokens = tokenise(text, 0, len(text))
    short = reader.names_for(subjects)
    index = 0
    while index < len(tokens):
        name = short.starting_at(tokens, index)
        if name is None or (name[1].upper and not is_acronym(text[tokens[index].start : tokens[index].end])):
            index += 1
            continue
        found.extend(slug for slug in name[1].slugs if slug not in found)
        index = name[0]
    return tuple(found)


def name_subject(reader: Reader, text: str, subjects: tuple[str, ...]) -> str:
    """The one subject that a short text names so that no other can be meant; else empty.

    Example: "Administrators" names the medical office administrator beside a patient care specialist
    """
    named = subjects_in(reader, text, subjects)
    if len(named) == 1:
        return named[0]
    if named:
        return ""
    words = frozenset(stems(text)) - _SMALL_WORDS
    own = {slug: _title_stems(reader.dataset.entities[slug]) for slug in subjects}
    hits = []
    for slug in subjects:
        others = frozenset(word for other in subjects if other != slug for word in own[other])
        if words & (own[slug] - others) and words <= own[slug]:
            hits.append(slug)
    return hits[0] if len(hits) == 1 else ""


def without_names(reader: Reader, text: str) -> str:
    """The text with every entity's full name cut out."""
    for mention in reversed(find_mentions(reader, text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return re.sub(r"^\s*['’]s?\s", "", text)


def _title_stems(entity: Entity) -> frozenset[str]:
    return frozenset(stems(f"{entity.title} {entity.plural}")) - _SMALL_WORDS
