"""What an article says, sentence by sentence, before any word is spelt.

What an article has dozens of, here and in the other stages, are frozen structs: as immutable as frozen
dataclasses, and made in a tenth of their time. No value is ever part of a cycle, so that Python's collector
need not know of them (`gc=False`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from msgspec import Struct

from nlg.data import SourceRef
from nlg.document.messages import AnyMessage
from nlg.document.plan import BlockPlan, DocumentPlan
from nlg.sentence.pattern import Pattern, mixed


class Name(Struct, frozen=True, gc=False):
    """A reference to an entity."""

    slug: str
    form: str
    """"plural" (electricians), "singular" (an electrician), "bare" (electrician), "possessive" (electricians')."""
    length: str
    """"full", "plain" (without its remark in brackets), "introducing" (with its acronym), "short", "pronoun" or
    "elided" (the subject of the clause before serves this one too)."""


class Number(Struct, frozen=True, gc=False):
    """A figure to be written out."""

    values: tuple[Decimal, ...]
    """One value; two for a range."""
    unit: str
    style: str
    """"" for the value as it is, or what the numerals know: "magnitude", "points", "multiple", "range"."""
    how: str
    """How it came from the cells: "as read", "rounded", "difference", "ratio", "relative difference"."""
    subjects: tuple[str, ...]
    attribute: str
    evidence: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the measure, the pair or the language."""

    text: str
    plural: bool = False


class Value(Struct, frozen=True, gc=False):
    """A text value or an item, from the data."""

    text: str
    subjects: tuple[str, ...]
    attribute: str
    evidence: tuple[SourceRef, ...]
    resource: str = ""
    """The resource of an item; empty for a text value."""


class Series(Struct, frozen=True, gc=False):
    """Several values, to be joined as a list."""

    values: tuple[Value, ...]
    conjunction: str = "and"


Filler = Name | Number | Words | Value | Series


PAIR = -1
"""The owner of what depends on both entities or on neither."""


Make = Callable[[Any], Filler | None]
"""The filler for a message of one topic; None where the message has none."""


class Filling(NamedTuple):
    """What stands in one of a wording's slots."""

    role: str
    form: str
    make: Make
    owner: int
    """The subject, by its place in the message, that has the same filler in every message of the topic;
    or `PAIR`."""
    is_certain: bool
    """Whether every message of the topic has a filler for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A pattern made ready for the messages of one topic: one kind of message on the same measures."""

    topic: str
    pattern: Pattern
    fillings: tuple[Filling, ...]
    """One for each of the pattern's slots."""
    gates: tuple[Make, ...]
    """The fillings that some messages of the topic don't have; the wording is not for those."""
    names: tuple[tuple[int, int], ...]
    """The slots that name an entity: which slot, and which of the message's subjects."""
    named: str
    """The roles among "ab" that it names."""
    subject: int
    """The filler that it begins with as its subject; -1 where that is not an entity's plural."""
    is_brief: bool
    """Whether it may share a sentence."""
    is_open: bool
    """Whether it may open with an adverbial."""
    twin: int
    """The same for the wordings of a topic that say the same."""

    def fits(self, message: AnyMessage) -> bool:
        """Whether the message has what the wording asks for."""
        for gate in self.gates:
            if gate(message) is None:
                break
        else:
            return True
        return False


FULL, PLAIN, SHORT, INTRODUCING, PRONOUN, ELIDED = range(6)
LENGTHS = ("full", "plain", "short", "introducing", "pronoun", "elided")
"""How an entity can be named, by number; the full name is nought."""
LENGTH_BITS = 3
"""What a length takes where those of a clause are one number: the first name's are the lowest."""


class Clause(Struct, frozen=True, gc=False):
    """One message in the wording chosen for it."""

    wording: Wording
    message: AnyMessage
    lengths: int
    """The lengths of its names in the order of the slots, `LENGTH_BITS` each."""
    lot: int
    """The message's own number in its place, drawn from pair and seed."""

    @property
    def pattern(self) -> Pattern:
        """The wording's pattern."""
        return self.wording.pattern

    @property
    def draw(self) -> int:
        """A stable number for the choices inside the pattern."""
        return mixed(self.wording.pattern.lot, self.lot)

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """One for each of the pattern's slots, made when somebody asks: a realiser who has said the
        same of an entity before does not."""
        found = [filling.make(self.message) for filling in self.wording.fillings]
        for position, (index, _) in enumerate(self.wording.names):
            name = found[index]
            assert isinstance(name, Name)
            length = self.lengths >> LENGTH_BITS * position & (1 << LENGTH_BITS) - 1
            found[index] = Name(name.slug, name.form, LENGTHS[length])
        return tuple([filler for filler in found if filler is not None])


class SentencePlan(Struct, frozen=True, gc=False):
    """Clauses that share a sentence."""

    clauses: tuple[Clause, ...]
    cues: tuple[str, ...]
    """What stands before each clause: an adverbial before the first ("By contrast,") or nothing, a
    conjunction with its punctuation before the others (", but")."""


class Part(Struct, frozen=True, gc=False):
    """One block of the document plan and, where it is made of messages, its sentences."""

    block: BlockPlan
    sentences: tuple[SentencePlan, ...]


class SectionText(Struct, frozen=True, gc=False):
    """A section's parts."""

    id: str
    heading: str
    parts: tuple[Part, ...]


class TextPlan(Struct, frozen=True, gc=False):
    """An article whose wording is decided."""

    document: DocumentPlan
    summary: SentencePlan | None
    sections: tuple[SectionText, ...]
    variation: str
    """What every choice depends on besides the message: pair and seed."""
