"""The words that carry a claim's logic: comparatives.

Superlatives, trends, negation, reference, connectives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list

Role = Literal[
    "more",  # a comparative
    "most",  # a superlative
    "trend",  # growth or decline
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


def _others() -> Iterator[tuple[Cue, list[str]]]:
    for entry in word_list("cues")["cue"]:
        cue = Cue(
            entry["role"], entry.get("sign", 0), entry.get("scale", ""), Decimal(entry.get("factor", 0))
        )
        yield cue, entry["phrases"]


def cue_entries() -> tuple[tuple[tuple[str, ...], Cue], ...]:
    """Every phrase and its meaning; of two equal phrases the first counts."""
    return tuple(
        (words_of(phrase), cue) for cue, phrases in (*_comparatives(), *_others()) for phrase in phrases
    )


CUES: PhraseTable[Cue] = PhraseTable.build(cue_entries())

REFERENCES: PhraseTable[str] = PhraseTable.of(
    {
        "one": "the one",
        "former": "the former|former|the first|the first one|the first role|the first occupation|the former role"
        "|the first of the two|the first job",
        "latter": "the latter|latter|the second|the second one|the latter role|the second role|the second job"
        "|the last named|the second of the two",
        "both": "both|the two|the pair|each|either|the two roles|both roles|both jobs|the two jobs|both occupations"
        "|the two occupations|both groups|the two groups|both professions|the two professions|both careers"
        "|the two careers|each of them|each of the two|both of them|both fields|the two fields"
        "|each occupation"
        "|both positions|these two|the two trades|both trades|these two roles|these two jobs|each other"
        "|one another|these occupations|these jobs|these roles|these careers|either one|either role"
        "|either job"
        "|between them|between the two|the other two|these professions|the two sides|both sides|either side"
        "|the duo|each role|each job|both of these|the occupations|the roles|the jobs|both kinds|each group",
        "neither": "neither|neither one|neither role|neither job|neither of the two|neither of them|neither occupation"
        "|neither group|neither profession",
        "other": "the other|the other one|the other role|the other job|the other group|the other occupation"
        "|the other side|its counterpart|their counterparts|its rival|their rivals|the others|the rival"
        "|the alternative|the other profession|the other career|the other field|the other's|its counterparts"
        "|counterparts|counterpart|the other trade",
        "they": "they|them|their|theirs|these workers|those workers|these professionals|those professionals"
        "|these people|people in this role|people in the role|workers in this role|he or she",
        "it": "it|its|the role|the job|the occupation|this role|this job|this occupation|the profession"
        "|this profession|the career|this career|the position|this position|the trade|that role|that job"
        "|that occupation|this one|that one|the field|this field|the work|this trade|this path|that path"
        "|the planet|this group|that group|said role",
        "that": "that of|those of|that for|those for|the figure for|the one for",
    }
)
"""Expressions that refer to an entity without naming it."""
