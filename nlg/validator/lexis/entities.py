"""What the rows of a dataset are called, who belongs to one, and the expressions that refer to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.plurals import plural_phrase
from nlg.validator.lexis.word_lists import word_list

ANYBODY = frozenset(("people", "person", "persons", "member", "members"))
"""Nouns of who belongs to whatever it may be."""
_COUNTS = ("number of people", "population", "members")
_COPIES = ("units sold", "number sold", "unit sales", "annual sales", "sales")


@dataclass(frozen=True, slots=True)
class EntityWords:
    """What one row may be called in running text.

    Example: "occupation" → nouns "occupation", "job", "role"; members "worker", "professional"
    """

    nouns: tuple[str, ...]
    """In the singular, the descriptor's own first."""
    loose: tuple[str, ...]
    """Those that mean a row only where a determiner makes them."""
    members: tuple[str, ...]
    """Who belongs to one, in the singular."""
    has_copies: bool
    """Whether there are many of each, so that a name has a plural: "two Mustangs"."""
    parts: tuple[str, ...]
    """What one may be said to be: "the bigger employer"."""
    counts: tuple[str, ...]
    """What the number of its members is called, the likeliest first."""
    plurals: frozenset[str]
    """The nouns in the plural."""
    people: frozenset[str]
    """The members in singular and plural, and those of anything."""


@cache
def entity_words(noun: str) -> EntityWords:
    """What stands for the descriptor's noun; that of a kind that no list has, and the word it ends in, itself."""
    own = noun.lower()
    head = own.rpartition(" ")[2]
    entries = word_list("entities")["entity"]
    known: dict[str, Any] = next(
        (entry for word in (own, head) for entry in entries if word in entry["nouns"]), {}
    )
    nouns = tuple(dict.fromkeys((own, head, *known.get("nouns", ()))))
    members = tuple(known.get("members", ()))
    copies = _COPIES if known.get("copies") else ()
    counts = tuple(dict.fromkeys((*known.get("counts", ()), *copies, *_COUNTS)))
    return EntityWords(
        nouns,
        tuple(known.get("loose", ())),
        members,
        bool(known.get("copies")),
        tuple(known.get("parts", ())),
        counts,
        frozenset(plural_phrase(one) for one in nouns),
        frozenset((*members, *(plural_phrase(one) for one in members))) | ANYBODY,
    )


@cache
def references_to(noun: str) -> PhraseTable[str]:
    """Expressions that refer to a row without naming it → "both", "former", "they" and the like."""
    return PhraseTable.build(_references(entity_words(noun)))


def _references(words: EntityWords) -> Iterator[tuple[tuple[str, ...], str]]:
    fillers = {
        "{one}": words.nouns,
        "{many}": tuple(plural_phrase(one) for one in words.nouns),
        "{loose}": words.loose,
        "{loose_many}": tuple(plural_phrase(one) for one in words.loose),
        "{members}": tuple(plural_phrase(one) for one in words.members),
    }
    for reference, patterns in word_list("references").items():
        for pattern in patterns:
            slots = [slot for slot in fillers if slot in pattern]
            for chosen in product(*(fillers[slot] for slot in slots)):
                phrase = pattern
                for slot, word in zip(slots, chosen, strict=True):
                    phrase = phrase.replace(slot, word)
                yield words_of(phrase), reference
