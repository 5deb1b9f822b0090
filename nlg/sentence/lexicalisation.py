"""Lexicalisation: which wording says a message this time.

Every choice is a rendezvous: each wording draws a number from the pair, the message, the seed and its
own name, and the highest draw wins among those that suit the place. What suits the place is told by the
document plan alone, never by the wordings chosen elsewhere in the article: a new wording therefore
changes only the sentences that it wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from nlg.document.messages import AnyMessage, Message
from nlg.document.plan import Step
from nlg.sentence.pattern import Pattern, Piece, Slot, Subject, draw, mixed
from nlg.sentence.plan import Clause, Wording
from nlg.sentence.roles import KINDS
from nlg.sentence.vocabulary import Vocabulary
from nlg.sentence.wordings import Makers, bound, is_brief, topic_of

TURNS = 2
"""Into so many parts each article divides the wordings of a kind and style: the first message of them
takes from the first part, the second from the second, so that no two places share one."""
ORDERS = 32
"""Different orders in which the wordings of a kind are tried; a message's lot picks one."""
RESERVE = 32
"""More than all faults of a wording together: what one in reserve has against it."""
PLAINER = {"gist": "point", "answer": "full", "sequel": "full", "shared": "full"}
"""The style that serves where a kind of message has no wording in a style of its own."""
NO_MATTER, NEITHER, A, B = range(4)
"""What a sentence had better begin with, as the message sees it."""
ROLES = {"a": A, "b": B}


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
    are_lists: bool = False
    """Whether a name is itself a list, so that the two had better not be coordinated."""
    naming: str = ""
    """The entity that the sentence has spoken of so far."""
    position: int = 0
    """Which sentence of its paragraph it is in."""
    said: tuple[int, ...] = ()
    """The twins among the wordings that have said the same message before: where its part of them is empty a
    place looks into the other's, and would say the same sentence twice."""


class Suit(NamedTuple):
    """What suits a place, in a message's own roles."""

    turn: int
    """The part of the wordings whose turn it is in this article."""
    joined: bool
    are_lists: bool
    opener: int
    """`NO_MATTER`, `NEITHER`, `A` or `B`."""
    naming: int
    """`NEITHER`, `A` or `B`."""
    position: int
    """Openers that are no names are divided among the sentences of a paragraph, too."""


NO_PLACE = -1


class Traits(NamedTuple):
    """A wording's own part in its faults."""

    handicap: int
    """Nothing, or `RESERVE` where the register in use has wordings of its own."""
    is_brief: bool
    couples: bool
    """Whether it coordinates the two names: "electricians and plumbers"."""
    other: int
    """Whom it leaves out, naming one alone: it cannot go on about that entity; `NO_MATTER` if nobody."""
    opener: int
    leader: int
    """Whom it names first; `NEITHER` if nobody."""
    place: int
    """The sentence of a paragraph that an opener of its own words had better stand in, or `NO_PLACE`."""
    part: int
    """Of the wordings, by turns."""


@dataclass(slots=True)
class Choices:
    """The wordings of one topic in one style."""

    group: int
    """The same for all topics of one kind and frame in this style, whose messages take turns."""
    wordings: tuple[Wording, ...]
    """Those that suit the topic."""
    ranked: dict[int, tuple[Wording, ...]] = field(default_factory=dict)
    """By order: the best draw first."""
    faults: dict[int, dict[Wording, int]] = field(default_factory=dict)
    """By suit: how badly each wording suits the place."""
    tried: dict[int, tuple[Wording, ...]] = field(default_factory=dict)
    """By suit and order: the wordings as they are tried."""
    traits: list[Traits] = field(default_factory=list)
    """What each wording's faults follow from."""

    def wording(
        self,
        message: AnyMessage,
        place: Place | tuple[str, int, str | None, bool, bool, str, int, tuple[int, ...]],
        article: int,
        lot: int,
    ) -> Wording | None:
        """The wording that wins the draw for a message in a place of an article; the lot is its own there."""
        _, turn, opener, joined, are_lists, naming, position, said = place
        subjects = message.subjects
        begins = NO_MATTER
        if opener is not None:
            begins = A + subjects.index(opener) if opener in subjects else NEITHER
        spoken = A + subjects.index(naming) if naming and naming in subjects else NEITHER
        # The suit's number with the order behind it: most places have been met before.
        part = article % (TURNS * TURNS)
        key = ((((turn - part) % TURNS * 2 + joined) * 2 + are_lists) * 4 + begins) * 4 + spoken
        key = (key * TURNS + (position - part // TURNS) % TURNS) * ORDERS + lot % ORDERS
        tried = self.tried.get(key)
        if tried is None:
            tried = self.tried[key] = self._order(key)
        again: Wording | None = None
        for wording in tried:
            if said and wording.twin in said:
                if again is None and wording.fits(message):
                    again = wording
            elif not wording.gates or wording.fits(message):
                return wording
        return again

    def _order(self, key: int) -> tuple[Wording, ...]:
        """The wordings as they are tried: those that suit the place first, and of those that suit it alike
        the best draw."""
        number, order = divmod(key, ORDERS)
        ranked = self.ranked.get(order)
        if ranked is None:
            start = draw("order", str(order))
            ranked = self.ranked[order] = tuple(
                sorted(self.wordings, key=lambda wording: mixed(start, wording.pattern.lot), reverse=True)
            )
        faults = self.faults.get(number)
        if faults is None:
            if not self.traits:
                self.traits.extend([_traits(wording) for wording in self.wordings])
            found = [_faults(traits, suit) for suit in (_suit(number),) for traits in self.traits]
            faults = self.faults[number] = dict(zip(self.wordings, found, strict=True))
        # Sorting is stable: of wordings that suit the place alike the better draw stays ahead.
        return tuple(sorted(ranked, key=faults.__getitem__))


Topic = dict[str, Choices]
"""The choices for one topic, by style."""


@dataclass(slots=True)
class Lexicaliser:
    """Finds wordings in one vocabulary."""

    vocabulary: Vocabulary
    topics: dict[str, Topic] = field(default_factory=dict)
    """By message id; messages of one topic share theirs."""
    shared: dict[str, Topic] = field(default_factory=dict)
    """The same by kind and measures."""
    groups: dict[tuple[type[Message], str, str], int] = field(default_factory=dict)
    """By kind, frame and style."""
    makers: Makers = field(default_factory=dict)
    twins: dict[tuple[Piece, ...], int] = field(default_factory=dict)
    """A number for every sequence of pieces: wordings that share one say the same."""

    def clause(self, step: Step, place: Place, article: int) -> Clause | None:
        """The message in the wording that wins the draw; None when no wording fits it.

        `article` is the article's own number, drawn from pair and seed. A wording that does not suit the
        place is taken when no other fits the message.
        """
        message = step.message
        lot = mixed(article, draw(message.id, place.name))
        wording = self.choices(message, step.style).wording(message, place, article, lot)
        return None if wording is None else Clause(wording, message, 0, lot)

    def choices(self, message: AnyMessage, style: str) -> Choices:
        """The wordings for a message: of its measure's frame, or of the nearest frame that has any."""
        topic = self.topics.get(message.id)
        if topic is None:
            topic = self.topics[message.id] = self.shared.setdefault(topic_of(message), {})
        found = topic.get(style)
        if found is None:
            found = topic[style] = self._choices(message, style)
        return found

    def _choices(self, message: AnyMessage, style: str) -> Choices:
        kind = type(message)
        frame: str | None = self.vocabulary.frame(message.measures[0])
        group = self.groups.setdefault((kind, str(frame), style), len(self.groups))
        patterns = self._patterns(KINDS[kind], frame, style)
        if not patterns:
            patterns = self._patterns(KINDS[kind], frame, PLAINER.get(style, style))
        twins = self.twins
        wordings = [
            bound(
                pattern, message, self.vocabulary, twins.setdefault(pattern.pieces, len(twins)), self.makers
            )
            for pattern in patterns
        ]
        return Choices(group, tuple([wording for wording in wordings if wording is not None]))

    def _patterns(self, kind: str, frame: str | None, style: str) -> tuple[Pattern, ...]:
        """The patterns of the frame, or of the nearest one that it falls back on."""
        found: tuple[Pattern, ...] = ()
        while not found and frame is not None:
            found = self.vocabulary.patterns.get((kind, frame, style), ())
            frame = self.vocabulary.fallbacks.get(frame)
        return found


def _suit(number: int) -> Suit:
    """The suit of that number."""
    number, position = divmod(number, TURNS)
    number, naming = divmod(number, 4)
    number, opener = divmod(number, 4)
    number, are_lists = divmod(number, 2)
    turn, joined = divmod(number, 2)
    return Suit(turn, bool(joined), bool(are_lists), opener, naming, position)


def _traits(wording: Wording) -> Traits:
    """What tells how a wording suits a place."""
    pattern = wording.pattern
    opener = {"a.": A, "b.": B}.get(pattern.opener[:2], NEITHER)
    leader = next((ROLES[slot.role] for slot in pattern.slots if slot.role in ROLES), NEITHER)
    return Traits(
        RESERVE if pattern.is_reserve else 0,
        is_brief(pattern),
        _couples(pattern),
        {"a": B, "b": A}.get(wording.named, NO_MATTER),
        opener,
        leader,
        draw(pattern.opener) % TURNS if opener == NEITHER else NO_PLACE,
        pattern.lot % TURNS,
    )


def _couples(pattern: Pattern) -> bool:
    """Whether a noun phrase of the pattern's own puts "and" between the two names, or a bare comma stands
    before one whose verb is left out: "nurses have a degree, cutters and trimmers a diploma"."""
    phrases = [piece.text for piece in pattern.pieces if isinstance(piece, Subject)]
    for pieces in (pattern.pieces, *phrases):
        for one, link, other in zip(pieces, pieces[1:], pieces[2:], strict=False):
            if link == " and " and {role_of(one), role_of(other)} == {"a", "b"}:
                return True
    return any(
        isinstance(comma, str) and comma.endswith(", ") and role_of(name) in ("a", "b")
        for comma, name in zip(pattern.pieces, pattern.pieces[1:], strict=False)
    )


def role_of(piece: object) -> str:
    """The role that a slot asks for."""
    return piece.role if isinstance(piece, Slot) else ""


def _faults(traits: Traits, suit: Suit) -> int:
    """How badly a wording suits a place; 0: not at all badly."""
    faults, is_short, couples, other, opener, leader, place, part = traits
    if suit.joined and not is_short:
        faults += 16
    if couples and suit.are_lists:
        faults += 16
    if other == suit.naming:
        faults += 16
    if suit.opener not in (NO_MATTER, opener):
        faults += 4
    if suit.opener in (A, B) and leader not in (NEITHER, suit.opener):
        faults += 4
    if place not in (NO_PLACE, suit.position):
        faults += 2
    return faults + (part != suit.turn)
