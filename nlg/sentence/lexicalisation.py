"""Lexicalisation: which wording says a message this time.

Every choice is a rendezvous: each wording draws a number from the pair, the message, the seed and its
own name, and the highest draw wins among those that suit the place. What suits the place is told by the
document plan alone, never by the wordings chosen elsewhere in the article: a new wording therefore
changes only the sentences that it wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from nlg.document.plan import Message, Step
from nlg.sentence.pattern import Pattern, Piece, draw, mixed
from nlg.sentence.plan import Clause, Filler
from nlg.sentence.roles import KINDS, ROLES, Role
from nlg.sentence.vocabulary import Vocabulary

TURNS = 2
"""Into so many parts each article divides the wordings of a kind and style: the first message of them
takes from the first part, the second from the second, so that no two places share one."""
ORDERS = 64
"""Different orders in which the wordings of a kind are tried; a message's lot picks one."""
RESERVE = 32
"""More than all faults of a wording together: what one in reserve has against it."""
JOINED_SLOTS = 6
"""Fillers that a clause may hold beside another in one sentence."""

Fill = tuple[tuple[Role, str], ...]


class Wording(NamedTuple):
    """A pattern, ready to be filled for one kind of message."""

    pattern: Pattern
    fill: Fill
    """The role and the form of each of the pattern's slots."""
    brief: bool
    """Whether it may share a sentence: one finite verb, few fillers."""
    names: str
    """The roles among "ab" that it names."""
    opener: str
    """The role that it begins with, or nothing."""
    handicap: int
    """Nothing, or `RESERVE` where the register in use has wordings of its own."""


class Place(NamedTuple):
    """Where in the article a message is said: what its wording had better suit."""

    name: str
    """The section, or "summary"."""
    turn: int = 0
    """How many messages of its kind and frame came before it in the article in the same style."""
    opener: str | None = None
    """The slug that the sentence had better begin with; empty: with neither; None: no matter."""
    joined: bool = False
    """Whether the clause shares its sentence."""
    naming: str = ""
    """The entity that the sentence has spoken of so far."""
    said: tuple[tuple[Piece, ...], ...] = ()
    """The pieces of the wordings that have said the same message before: where its part of them is empty a
    place looks into the other's, and would say the same sentence twice."""


@dataclass(slots=True)
class Lexicaliser:
    """Finds wordings in one vocabulary."""

    vocabulary: Vocabulary
    orders: dict[tuple[type[Message], str, str, int], tuple[Wording, ...]] = field(default_factory=dict)
    """By kind of message, measure, style and lot: the wordings in the order of their draws."""

    def clause(self, step: Step, place: Place, article: int) -> Clause | None:
        """The message in the wording that wins the draw; None when no wording fits it.

        `article` is the article's own number, drawn from pair and seed. A wording that does not suit the
        place is taken when no other fits the message.
        """
        message = step.message
        lot = mixed(article, draw(message.id, place.name))
        wordings = self.wordings(message, step.style, lot)
        faults = _faults(wordings, message, place, article)
        for index in sorted(range(len(wordings)), key=faults.__getitem__):
            wording = wordings[index]
            fillers = fill(wording, message, self.vocabulary)
            if fillers is not None:
                return Clause(wording.pattern, fillers, message, mixed(wording.pattern.lot, lot))
        return None

    def wordings(self, message: Message, style: str, lot: int) -> tuple[Wording, ...]:
        """The wordings of the message's frame, or of the nearest frame that has any, best draw first."""
        measure = message.measures[0]
        kind = type(message)
        key = (kind, measure.range or measure.concept, style, lot % ORDERS)
        found = self.orders.get(key)
        if found is None:
            found = self.orders[key] = self._ordered(
                kind, self.vocabulary.frame(measure), style, lot % ORDERS
            )
        return found

    def _ordered(self, kind: type[Message], frame: str, style: str, lot: int) -> tuple[Wording, ...]:
        patterns = self.vocabulary.patterns.get((KINDS[kind], frame, style), ())
        while not patterns and frame in self.vocabulary.fallbacks:
            frame = self.vocabulary.fallbacks[frame]
            patterns = self.vocabulary.patterns.get((KINDS[kind], frame, style), ())
        order = draw("order", str(lot))
        ranked = sorted(patterns, key=lambda pattern: mixed(order, pattern.lot), reverse=True)
        return tuple(found for pattern in ranked if (found := prepared(pattern, kind)) is not None)


def prepared(pattern: Pattern, kind: type[Message]) -> Wording | None:
    """The pattern ready for one kind of message; None when it asks for a role that the kind has not."""
    roles = ROLES[kind]
    if any(slot.role not in roles for slot in pattern.slots):
        return None
    return Wording(
        pattern,
        tuple((roles[slot.role], slot.form) for slot in pattern.slots),
        pattern.clauses == 1 and len(pattern.slots) <= JOINED_SLOTS,
        "".join(sorted({slot.role for slot in pattern.slots if slot.role in ("a", "b")})),
        pattern.opener[0] if pattern.opener[:2] in ("a.", "b.") else "",
        RESERVE if pattern.is_reserve else 0,
    )


def fill(wording: Wording, message: Message, vocabulary: Vocabulary) -> tuple[Filler, ...] | None:
    """The wording's fillers, or None when the message lacks one of them."""
    fillers = []
    for role, form in wording.fill:
        filler = role(message, form, vocabulary)
        if filler is None:
            return None
        fillers.append(filler)
    return tuple(fillers)


def _faults(wordings: tuple[Wording, ...], message: Message, place: Place, article: int) -> list[int]:
    """How badly each wording suits its place; 0: not at all badly."""
    turn, joined, said = place.turn % TURNS, place.joined, place.said
    subjects = message.subjects
    opener = (
        None
        if place.opener is None
        else "ab"[subjects.index(place.opener)]
        if place.opener in subjects
        else ""
    )
    other = "" if place.naming not in subjects else "ba"[subjects.index(place.naming)]
    return [
        wording.handicap
        + (8 if said and wording.pattern.pieces in said else 0)
        + (4 if joined and not wording.brief else 0)
        + (4 if other and wording.names == other else 0)
        + (2 if (article ^ wording.pattern.lot) % TURNS != turn else 0)
        + (1 if opener is not None and opener != wording.opener else 0)
        for wording in wordings
    ]
