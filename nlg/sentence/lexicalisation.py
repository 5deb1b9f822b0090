"""Lexicalisation: which wording says a message this time.

Every choice is a rendezvous: each wording draws a number from the pair, the message, the seed and its
own name, and the highest draw wins among those that suit the place. What suits the place is told by the
document plan alone, never by the wordings chosen elsewhere in the article: a new wording therefore
changes only the sentences that it wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from nlg.document.plan import Message, Step
from nlg.sentence.pattern import Pattern, Piece, draw, mixed
from nlg.sentence.plan import Clause, Filler
from nlg.sentence.roles import KINDS, ROLES, Role
from nlg.sentence.vocabulary import Vocabulary

TURNS = 2
"""Into so many parts each article divides the wordings of a kind and style: the first message of them
takes from the first part, the second from the second, so that no two places share one."""
ORDERS = 32
"""Different orders in which the wordings of a kind are tried; a message's lot picks one."""
RESERVE = 32
"""More than all faults of a wording together: what one in reserve has against it."""
STOPS = (";", ":", ", and ", ", but ", ", while ")
"""What parts a clause so much that it cannot be joined to another."""
JOINED_SLOTS = 6
"""Fillers that a clause may hold beside another in one sentence."""

Fill = tuple[tuple[Role, str], ...]
ROLES_BY_NAME = {KINDS[kind]: roles for kind, roles in ROLES.items()}


class Wording(NamedTuple):
    """A pattern, ready to be filled for one kind of message."""

    pattern: Pattern
    fill: Fill
    """The role and the form of each of the pattern's slots."""
    brief: bool
    """Whether it may share a sentence."""
    names: str
    """The roles among "ab" that it names."""
    opener: str
    """The role that it begins with, or nothing."""
    place: int
    """The sentence of a paragraph that an opener of its own words had better stand in."""
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
    position: int = 0
    """Which sentence of its paragraph it is in."""
    said: tuple[tuple[Piece, ...], ...] = ()
    """The pieces of the wordings that have said the same message before: where its part of them is empty a
    place looks into the other's, and would say the same sentence twice."""


class Suit(NamedTuple):
    """What suits a place, in a message's own roles."""

    turn: int
    """The part of the wordings whose turn it is in this article."""
    joined: bool
    opener: str | None
    naming: str
    position: int
    """Openers that are no names are divided among the sentences of a paragraph, too."""


@dataclass(slots=True)
class Lexicaliser:
    """Finds wordings in one vocabulary."""

    vocabulary: Vocabulary
    orders: dict[tuple[type[Message], str, str, int, Suit], tuple[Wording, ...]] = field(default_factory=dict)
    """By kind of message, measure, style, order and place: the wordings as they are tried."""
    ranked: dict[tuple[type[Message], str, str, int], tuple[Wording, ...]] = field(default_factory=dict)
    """The same without the place: by their draws alone."""

    def clause(self, step: Step, place: Place, article: int) -> Clause | None:
        """The message in the wording that wins the draw; None when no wording fits it.

        `article` is the article's own number, drawn from pair and seed. A wording that does not suit the
        place is taken when no other fits the message.
        """
        message = step.message
        lot = mixed(article, draw(message.id, place.name))
        wordings = self.wordings(message, step.style, lot % ORDERS, place, article)
        said_before: list[Wording] = []
        for wording in wordings:
            if place.said and wording.pattern.pieces in place.said:
                said_before.append(wording)
                continue
            fillers = fill(wording, message, self.vocabulary)
            if fillers is not None:
                return Clause(wording.pattern, fillers, message, mixed(wording.pattern.lot, lot))
        for wording in said_before:
            fillers = fill(wording, message, self.vocabulary)
            if fillers is not None:
                return Clause(wording.pattern, fillers, message, mixed(wording.pattern.lot, lot))
        return None

    def wordings(
        self, message: Message, style: str, order: int, place: Place, article: int
    ) -> tuple[Wording, ...]:
        """The wordings of the message's frame, or of the nearest frame that has any.

        Those that suit the place come first, and of those that suit it alike the best draw.
        """
        measure = message.measures[0]
        subjects = message.subjects
        suit = Suit(
            (place.turn - article) % TURNS,
            place.joined,
            _role(place.opener, subjects) if place.opener is not None else None,
            _role(place.naming, subjects),
            (place.position - article // TURNS) % TURNS,
        )
        key = (type(message), measure.range or measure.concept, style, order, suit)
        found = self.orders.get(key)
        if found is None:
            ranked = self.ranked.get(key[:4])
            if ranked is None:
                ranked = self.ranked[key[:4]] = self._ranked(*key[:4])
            # Sorting is stable: of wordings that suit the place alike the better draw stays ahead.
            found = self.orders[key] = tuple(sorted(ranked, key=lambda wording: _faults(wording, suit)))
        return found

    def _ranked(self, kind: type[Message], measure: str, style: str, order: int) -> tuple[Wording, ...]:
        """The wordings of the measure's frame, or of the nearest that has any, best draw first."""
        patterns: tuple[Pattern, ...] = ()
        frame: str | None = self.vocabulary.frames[measure]
        while not patterns and frame is not None:
            patterns = self.vocabulary.patterns.get((KINDS[kind], frame, style), ())
            frame = self.vocabulary.fallbacks.get(frame)
        start = draw("order", str(order))
        ranked = sorted(patterns, key=lambda pattern: mixed(start, pattern.lot), reverse=True)
        return tuple(found for pattern in ranked if (found := prepared(pattern)) is not None)


def _role(slug: str, subjects: tuple[str, ...]) -> str:
    """The role that an entity has in a message, or nothing."""
    return "ab"[subjects.index(slug)] if slug in subjects else ""


@cache
def prepared(pattern: Pattern) -> Wording | None:
    """The pattern ready to be filled; None when it asks for a role that its kind of message has not."""
    roles = ROLES_BY_NAME[pattern.kind]
    if any(slot.role not in roles for slot in pattern.slots):
        return None
    return Wording(
        pattern,
        tuple((roles[slot.role], slot.form) for slot in pattern.slots),
        is_brief(pattern),
        "".join(sorted({slot.role for slot in pattern.slots if slot.role in ("a", "b")})),
        pattern.opener[0] if pattern.opener[:2] in ("a.", "b.") else "",
        draw(pattern.opener) % TURNS,
        RESERVE if pattern.is_reserve else 0,
    )


@cache
def is_brief(pattern: Pattern) -> bool:
    """One finite verb, few fillers, and no stop inside that a conjunction would compete with."""
    stops = any(mark in piece for piece in pattern.pieces if isinstance(piece, str) for mark in STOPS)
    return pattern.clauses == 1 and len(pattern.slots) <= JOINED_SLOTS and not stops


def fill(wording: Wording, message: Message, vocabulary: Vocabulary) -> tuple[Filler, ...] | None:
    """The wording's fillers, or None when the message lacks one of them."""
    fillers = []
    for role, form in wording.fill:
        filler = role(message, form, vocabulary)
        if filler is None:
            return None
        fillers.append(filler)
    return tuple(fillers)


def _faults(wording: Wording, suit: Suit) -> int:
    """How badly a wording suits a place; 0: not at all badly."""
    other = {"a": "b", "b": "a"}.get(suit.naming, "-")
    return (
        wording.handicap
        + (16 if suit.joined and not wording.brief else 0)
        + (16 if wording.names == other else 0)
        + (4 if suit.opener is not None and suit.opener != wording.opener else 0)
        + (2 if not wording.opener and wording.place != suit.position else 0)
        + (1 if wording.pattern.lot % TURNS != suit.turn else 0)
    )
