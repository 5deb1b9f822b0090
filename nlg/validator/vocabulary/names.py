"""The names of entities as a page may write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlg.data import Dataset, Entity
from nlg.validator.lexis.entities import entity_words
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.plurals import plural_word, singular_word
from nlg.validator.lexis.thesaurus import ADJECTIVES, CALLED, CLIPPINGS, HOMES, PRACTICE_ENDINGS, PRACTICES
from nlg.validator.vocabulary.callings import callings
from nlg.validator.vocabulary.titles import Spoken, spoken_forms


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name entities."""

    slugs: tuple[str, ...]
    """More than one where several entities bear the same name."""
    upper: bool = False
    """Whether it counts only in capitals, as an acronym."""
    full: bool = False
    trade: bool = False
    """Whether it is what the entity's people practise ("nursing"), which a skill may be called too."""
    modifier: bool = False
    """Whether it is a title without its head noun, so that it counts only after *for*.

    Example: "two to four for patient care"
    """


_SMALL = frozenset({"of", "and", "the", "a", "an", "for", "in", "or", "to", "-", ",", "/", "(", ")", "&"})


def _other_plural(word: str) -> str:
    """The irregular plural of a noun printed with a regular one: "salespersons" → "salespeople"."""
    return plural_word(singular_word(word))


@lru_cache(maxsize=16_384)
def _numbers(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The phrase in singular and plural: of its last word, of the word before a preposition, of each one listed."""
    return tuple(_in_numbers(words))


def _in_numbers(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for change in (plural_word, singular_word, _other_plural):
        yield (*words[:-1], change(words[-1]))
        for link in ("of", "in", "for"):
            if link in words[1:-1]:
                at = words.index(link, 1)
                yield (*words[: at - 1], change(words[at - 1]), *words[at:])
        if "and" in words[1:-1]:
            each = tuple(
                change(word) if following in _LISTING else word
                for word, following in zip(words, (*words[1:], ","), strict=True)
            )
            yield each
            yield tuple("or" if word == "and" else word for word in each)
            at = len(words) - 1 - words[::-1].index("and")
            yield tuple("or" if index == at else word for index, word in enumerate(each))


_LISTING = frozenset({",", "and"})


def _titles(entity: Entity) -> tuple[Spoken, ...]:
    return tuple(title for text in (entity.title, entity.plural) for title in _spoken(text))


@lru_cache(maxsize=4_096)
def _spoken(text: str) -> tuple[Spoken, ...]:
    found: list[Spoken] = []
    if text:
        bare = re.sub(r"\s*\([^)]*\)", "", text)
        found.extend(spoken_forms(text))
        if bare != text:
            found.extend(spoken_forms(bare))
    return tuple(found)


def _with_adjectives(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name and what is of its bearer: "Mars", "Martian"."""
    yield words
    yield from (tuple(form.split()) for form in HOMES.get(words[0], ()) if len(words) == 1)
    if len(words) == 1 and len(words[0]) > 3:
        yield from (
            (form,)
            for form in (ADJECTIVES.get(words[0]), words[0] + "n", words[0] + "ian", words[0] + "an")
            if form
        )


def _of_name(words: tuple[str, ...], dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """A name's forms: its adjectives, and the plural of what there are many of: "Mustangs", but no "Earths"."""
    yield from _with_adjectives(words)
    if entity_words(dataset.entity_noun).has_copies:
        yield (*words[:-1], plural_word(words[-1]))


def _trade(word: str) -> Iterator[str]:
    """What people of that name do: "nursing", "plumbing", "physical therapy"."""
    if word in PRACTICES:
        yield PRACTICES[word]
    elif found := next((end for end in PRACTICE_ENDINGS if word.endswith(end)), ""):
        yield word.removesuffix(found) + PRACTICE_ENDINGS[found]
    elif word.endswith("er") and len(word) > 5:
        yield word[:-2] + "ing"
    if word.endswith("ker"):
        # Where bakers work.
        yield word + "y"
        yield word.removesuffix("r") + "ries"


def _acronyms(entity: Entity) -> Iterator[str]:
    yield from re.findall(r"\(([A-Z][A-Z0-9&-]{1,7})s?\)", entity.title)
    words = [
        word
        for word in re.findall(r"[A-Za-z]+", re.sub(r"\([^)]*\)", "", entity.title))
        if word not in _SMALL
    ]
    if len(words) > 1:
        yield "".join(word[0] for word in words).upper()
    yield from (word for word in words if word.isupper() and len(word) > 1 and len(words) == 1)


def _shortened(entity: Entity) -> Iterator[tuple[tuple[str, ...], bool]]:
    """A title with the initials of all words but the last, and these alone in capitals: "HR managers", "HR"."""
    for title in [one for one in _titles(entity) if not one.is_inverted][:1]:
        words = [word for word in title.head[:-1] if word not in _SMALL]
        if len(words) < 2 or len(words) != len(title.head) - 1 or not all(word.isalpha() for word in words):
            continue
        initials = "".join(word[0] for word in words)
        yield from ((form, False) for form in _numbers((initials, title.head[-1])))
        if initials.upper() not in _NO_ACRONYMS - {"HR"}:
            yield (initials,), True


def full_names(dataset: Dataset) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Every entity's title in singular and plural; a form that two entities share names both."""
    owners: dict[tuple[str, ...], dict[str, None]] = {}
    for entity in dataset.entities.values():
        for title in _titles(entity):
            if title.is_clipped:
                continue
            for form in _numbers(title.head) if dataset.titles != "name" else iter((title.head,)):
                owners.setdefault((*form, *title.tail), {})[entity.slug] = None
    for form, slugs in owners.items():
        yield form, Name(tuple(slugs), full=True)
    if dataset.titles != "name":
        yield from _unique_acronyms(dataset)


_NO_ACRONYMS = frozenset(
    "IT US OR AM PM AI TV HR UK EU BLS USA OK PC ID CPR CPT EMR NA IN AN AT AS IS".split()
)


def _unique_acronyms(dataset: Dataset) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Acronyms that only one entity of the dataset can have."""
    owners: dict[str, dict[str, None]] = {}
    for entity in dataset.entities.values():
        for acronym in _acronyms(entity):
            owners.setdefault(acronym, {})[entity.slug] = None
    for acronym, slugs in owners.items():
        if len(slugs) == 1 and acronym not in _NO_ACRONYMS:
            for form in (acronym.lower(), acronym.lower() + "s"):
                yield (form,), Name(tuple(slugs), upper=True)


def pair_names(dataset: Dataset, subjects: tuple[str, ...]) -> PhraseTable[Name]:
    """Shorter forms of the subjects' names that only one of them can bear."""
    owners: dict[tuple[tuple[str, ...], bool], dict[str, None]] = {}
    trades: dict[tuple[str, ...], dict[str, None]] = {}
    for slug in subjects:
        entity = dataset.entities.get(slug)
        if entity is None:
            continue
        for title in _titles(entity):
            if title.is_inverted:
                continue
            for part in _parts(title.head, dataset.titles == "name"):
                for form in _numbers(part) if dataset.titles != "name" else _of_name(part, dataset):
                    if len(form) == 1 and PRACTICES.get(singular_word(form[0])) == _ANY_PRACTICE:
                        continue
                    for clipped in _clipped(form):
                        owners.setdefault((clipped, False), {})[slug] = None
                if dataset.titles != "name":
                    for trade in _trade(part[-1]):
                        if len(part) == 1 and trade == _ANY_PRACTICE:
                            continue
                        trades.setdefault((*part[:-1], *trade.split()), {})[slug] = None
                    for calling in callings(part, dataset.entity_noun):
                        trades.setdefault(calling, {})[slug] = None
        for acronym in _acronyms(entity):
            for form in ((acronym.lower(),), (acronym.lower() + "s",)):
                owners.setdefault((form, True), {})[slug] = None
        for form, is_upper in _shortened(entity) if dataset.titles != "name" else ():
            owners.setdefault((form, is_upper), {})[slug] = None
    modifiers = _modifiers(dataset, subjects) if dataset.titles != "name" else {}
    return PhraseTable.build(
        [
            *(
                (form, Name(tuple(slugs), upper))
                for (form, upper), slugs in owners.items()
                if len(slugs) == 1
            ),
            *((form, Name(tuple(slugs), trade=True)) for form, slugs in trades.items() if len(slugs) == 1),
            *((form, Name((slug,), modifier=True)) for form, slug in modifiers.items()),
        ]
    )


def _clipped(form: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name and what talk makes of it: its last word clipped, and those before it too ("vet tech")."""
    yield from (words_of(name) for name in CALLED.get(form, ()))
    lasts = (form[-1], *CLIPPINGS.get(form[-1], ()))
    yield from ((*form[:-1], last) for last in lasts)
    if len(form) == 2:
        yield from ((first, last) for first in CLIPPINGS.get(form[0], ()) for last in lasts)
        yield from ((form[0][:_CLIPPED], last) for last in lasts[1:] if len(form[0]) > 2 * _CLIPPED)


_CLIPPED = 3
"""Letters that are left of a long word before a clipped one: "rad tech"."""
_ANY_PRACTICE = "work"
"""What all do: whoever has its noun in the title cannot be called by that alone."""


def _modifiers(dataset: Dataset, subjects: tuple[str, ...]) -> dict[tuple[str, ...], str]:
    """Titles without their last word, and the ends of these, where no two subjects share them."""
    found: dict[tuple[str, ...], str] = {}
    shared: set[tuple[str, ...]] = set()
    for slug in subjects:
        if slug in dataset.entities:
            for title in [one for one in _titles(dataset.entities[slug]) if not one.is_inverted][:1]:
                words = title.head[:-1]
                ends = [words[start:] for start in range(len(words))]
                for form in [*ends, *_openings(words)]:
                    if form[0] in _SMALL or (form != words and len(form[0]) < _TELLING):
                        continue
                    for named in (form, *_nouns_of(form, dataset)):
                        shared.update({named} & set(found))
                        found[named] = slug
    return {form: slug for form, slug in found.items() if form not in shared}


def _openings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What of a title without its last word may stand for it: "elementary" of "elementary school"."""
    if len(words) == 2 and words[1] not in _SMALL:
        yield words[:1]


def _nouns_of(form: tuple[str, ...], dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """The field that an adjective is of, and the plural of a place: "corrections", "elementary schools"."""
    if len(form) > 1:
        yield (*form[:-1], plural_word(form[-1]))
    if len(form) == 1 and form[0].endswith("ional"):
        field = form[0].removesuffix("al") + "s"
        if field not in entity_words(dataset.entity_noun).plurals:
            yield (field,)


_TELLING = 4
"""Letters of a word that may stand for a whole title."""


_NO_PERSONS = ("ion", "ions", "ment", "ments")
"""Endings of nouns that name no people, so that they are no short name: "education", "management"."""


def _parts(words: tuple[str, ...], is_name: bool) -> Iterator[tuple[str, ...]]:
    if is_name:
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                part = words[start:end]
                if (
                    all(word in _SMALL or len(word) < 2 for word in part)
                    or part[0] in _SMALL
                    or part[-1] in _SMALL
                ):
                    continue
                yield part
        return
    yield words
    head_end = len(words)
    for link in ("of", "in", "for"):
        if link in words[1:]:
            head_end = min(head_end, words.index(link, 1))
    for start in range(1, head_end):
        part = words[start:head_end]
        if part[0] not in _SMALL and part[-1] not in _SMALL:
            yield part
    if head_end < len(words) and head_end > 0:
        yield words[:head_end]
    if "and" in words[1:-1] and head_end == len(words):
        first = words[: words.index("and", 1)]
        is_person = first[-1].endswith(("r", "rs", "t", "ts", "n", "ns"))
        if is_person and len(first[-1]) >= _TELLING and not first[-1].endswith(_NO_PERSONS):
            yield first
    yield from _bare_heads(words[:head_end])


def _bare_heads(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Two coordinated nouns for people without what stands before each: "assistants and caretakers"."""
    if "and" in words[1:-1]:
        at = len(words) - 1 - words[::-1].index("and")
        pair = (words[at - 1], "and", words[-1])
        if pair != words[at - 1 :] and pair[0] not in _SMALL and not words[-1].endswith(_NO_PERSONS):
            yield pair
