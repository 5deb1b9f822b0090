"""Wordings: patterns made ready for the messages of one topic, so that choosing one asks nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from nlg.document.messages import AnyMessage
from nlg.sentence.pattern import Pattern, Subject, leading
from nlg.sentence.plan import Filler, Filling, Name, Wording
from nlg.sentence.roles import KINDS, ROLES, Role
from nlg.sentence.vocabulary import Vocabulary

STOPS = (";", ":", ", and ", ", but ", ", while ")
"""What parts a clause so much that it cannot be joined to another."""
JOINED_SLOTS = 6
"""Fillers that a clause may hold beside another in one sentence."""
PREPOSITIONS = (
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "to",
    "with",
    "among",
    "while",
    "although",
    "each",
)
"""Openers that bear no adverbial before them: "Besides, at 49, …" stumbles."""


def bound(pattern: Pattern, message: AnyMessage, vocabulary: Vocabulary, twin: int) -> Wording | None:
    """The pattern ready for all messages of the topic of this one; None when it asks for a role or a form
    that none of them has."""
    roles = ROLES[type(message)]
    fillings: list[Filling] = []
    names: list[tuple[int, int]] = []
    for index, slot in enumerate(pattern.slots):
        role = roles.get(slot.role)
        if role is None:
            return None
        make = _maker(role, slot.form, vocabulary)
        is_certain = slot.form not in role.uncertain
        filler = make(message) if is_certain else None
        if is_certain and filler is None:
            return None
        if isinstance(filler, Name):
            names.append((index, role.owner))
        fillings.append(Filling(slot.role, slot.form, make, role.owner, is_certain))
    first = leading(pattern.pieces)
    subject = first.slot if isinstance(first, Subject) else None
    is_entity = subject is not None and subject.form == "plural" and subject.role in ("a", "b")
    return Wording(
        "|".join((KINDS[type(message)], *(f"{m.column}.{m.concept}" for m in message.measures))),
        pattern,
        tuple(fillings),
        tuple([filling.make for filling in fillings if not filling.is_certain]),
        tuple(names),
        "".join(sorted({slot.role for slot in pattern.slots if slot.role in ("a", "b")})),
        subject.index if subject is not None and is_entity else -1,
        is_brief(pattern),
        pattern.opener.partition(" ")[0] not in PREPOSITIONS,
        twin,
    )


def _maker(role: Role, form: str, vocabulary: Vocabulary) -> Callable[[Any], Filler | None]:
    make = role.make

    def filler(message: Any) -> Filler | None:
        return make(message, form, vocabulary)

    return filler


@cache
def is_brief(pattern: Pattern) -> bool:
    """One finite verb, few fillers, and no stop inside that a conjunction would compete with."""
    stops = any(mark in piece for piece in pattern.pieces if isinstance(piece, str) for mark in STOPS)
    return pattern.clauses == 1 and len(pattern.slots) <= JOINED_SLOTS and not stops
