"""Wordings: patterns made ready for the messages of one topic, so that choosing one asks nothing twice."""

from __future__ import annotations

from functools import cache
from typing import Any

from nlg.document.messages import AnyMessage
from nlg.sentence.pattern import Pattern, Subject, leading
from nlg.sentence.plan import Filler, Filling, Make, Name, Wording
from nlg.sentence.roles import KINDS, ROLES, Role
from nlg.sentence.vocabulary import Vocabulary

STOPS = (";", ":", ", and ", ", but ", ", while ")
"""What parts a clause so much that it cannot be joined to another."""
JOINED_SLOTS = 6
"""Fillers that a clause may hold beside another in one sentence."""


Makers = dict[tuple[str, str, str], Make]
"""By topic, role and form: what makes the filler of a message."""


def topic_of(message: AnyMessage) -> str:
    """What a message is about: the same for messages of one kind on the same measures."""
    measures = [f"{measure.range}.{measure.column}.{measure.concept}" for measure in message.measures]
    return "|".join((KINDS[type(message)], *measures))


def bound(
    pattern: Pattern, message: AnyMessage, vocabulary: Vocabulary, twin: int, makers: Makers | None = None
) -> Wording | None:
    """The pattern ready for all messages of the topic of this one; None when it asks for a role or a form
    that none of them has. Wordings that are given the same makers share what is made for a message."""
    roles = ROLES[type(message)]
    topic = topic_of(message)
    makers = {} if makers is None else makers
    fillings: list[Filling] = []
    names: list[tuple[int, int]] = []
    for index, slot in enumerate(pattern.slots):
        role = roles.get(slot.role)
        if role is None:
            return None
        key = (topic, slot.role, slot.form)
        make = makers.get(key)
        if make is None:
            make = makers[key] = _maker(role, slot.form, vocabulary)
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
        topic,
        pattern,
        tuple(fillings),
        tuple([filling.make for filling in fillings if not filling.is_certain]),
        tuple(names),
        "".join(sorted({slot.role for slot in pattern.slots if slot.role in ("a", "b")})),
        subject.index if subject is not None and is_entity else -1,
        is_brief(pattern),
        pattern.opener.partition(" ")[0] not in vocabulary.heavy,
        twin,
    )


def _maker(role: Role, form: str, vocabulary: Vocabulary) -> Make:
    """A role and a form as one function, which remembers what it made last: an article asks for the same
    filler when it weighs the wordings of a message and when it says them."""
    make = role.make
    last: tuple[Any, Filler | None] = (None, None)

    def filler(message: Any) -> Filler | None:
        nonlocal last
        before, found = last
        if before is not message:
            found = make(message, form, vocabulary)
            last = (message, found)
        return found

    return filler


@cache
def is_brief(pattern: Pattern) -> bool:
    """One finite verb, few fillers, and no stop inside that a conjunction would compete with."""
    stops = any(mark in piece for piece in pattern.pieces if isinstance(piece, str) for mark in STOPS)
    return pattern.clauses == 1 and len(pattern.slots) <= JOINED_SLOTS and not stops
