"""The words that carry a claim's logic: comparatives.

Superlatives, trends, negation, reference, connectives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from nlg.validator.lexis.entities import EntityWords, entity_words
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list

Role = Literal[
    "more",  # a comparative
    "most",  # a superlative
    "trend",  # growth or decline
    "flat",  # neither
    "same",
    "similar",
    "gap",  # a noun or verb of difference
    "ratio",
    "than",  # opens the other side of a comparison
    "against",  # sets a second figure or subject beside the first
    "not",
    "only",
    "unlike",
    "share",  # having in common
    "order",
    "majority",
    "minority",
    "slightly",
    "much",
    "advice",
    "as",  # "as much as": likeness, or less where it is denied
    "bound",  # an end of a range
    "people",  # ties a share to the people it is of
    "respectively",
    "clause",  # opens a clause
    "who",
    "top",  # "top", "leading": the head of a ranked list
    "wide",
    "different",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """What one cue word means."""

    role: Role
    sign: int = 0
    """Direction of a comparative, superlative or trend: 1 up, −1 down."""
    domain: str = ""
    """What the word measures by itself ("income", "age", "size"); empty when any measure may follow."""
    factor: Decimal = Decimal(0)
    binds: bool = False
    """Whether it takes the other side as its object ("exceeds", "trails"), without *than*."""


_COMPARED = (
    ("more", 1, False), ("less", -1, False), ("most", 1, False), ("least", -1, False),
    ("exceeds", 1, True), ("trails", -1, True),
)  # fmt: skip
"""The lists of a scale, with the direction of their words and whether these take the other side as object."""


def _comparatives() -> Iterator[tuple[Cue, list[str]]]:
    scales = word_list("scales")["scale"]
    for up, down in (_COMPARED[:2], _COMPARED[2:4], _COMPARED[4:]):
        for scale in scales:
            for key, sign, binds in (up, down):
                role: Role = "most" if key in ("most", "least") else "more"
                yield Cue(role, sign, scale["name"], binds=binds), scale.get(key, [])


def _others(words: EntityWords) -> Iterator[tuple[Cue, list[str]]]:
    nouns = {scale["name"]: scale.get("nouns", []) for scale in word_list("scales")["scale"]}
    slots = {
        "{counted}": sorted({*words.plurals, *(one for one in words.people if one.endswith("s")), "people"}),
        "{counted_one}": sorted({*words.nouns, *(one for one in words.counts if " " not in one)}),
    }
    for entry in word_list("cues")["cue"]:
        cue = Cue(
            entry["role"], entry.get("sign", 0), entry.get("scale", ""), Decimal(entry.get("factor", 0))
        )
        slots["{noun}"] = nouns.get(cue.domain, [])
        yield cue, [filled for phrase in entry["phrases"] for filled in _filled(phrase, slots)]


def _filled(phrase: str, slots: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase with its slot filled by each word that may stand there."""
    slot = next((name for name in slots if name in phrase), "")
    if not slot:
        yield phrase
    yield from (phrase.replace(slot, word) for word in slots.get(slot, ()))


@cache
def cues_about(noun: str) -> PhraseTable[Cue]:
    """Every phrase and its meaning, where one row is called by a noun; of two equal phrases the first counts."""
    return PhraseTable.build(
        (words_of(phrase), cue)
        for cue, phrases in (*_comparatives(), *_others(entity_words(noun)))
        for phrase in phrases
    )
