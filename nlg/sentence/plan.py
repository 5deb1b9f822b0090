"""What an article says, sentence by sentence, before any word is spelt.

Values that an article has dozens of are named tuples, which are made three times as fast as frozen
dataclasses and are as immutable.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from nlg.data import SourceRef
from nlg.document.plan import AnyMessage, BlockPlan, DocumentPlan
from nlg.sentence.pattern import Pattern


class Name(NamedTuple):
    """A reference to an entity."""

    slug: str
    form: str
    """"plural" (electricians), "singular" (an electrician), "bare" (electrician), "possessive" (electricians')."""
    length: str
    """"full", "plain" (without its remark in brackets), "introducing" (with its acronym), "short" or "pronoun"."""


class Number(NamedTuple):
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


class Value(NamedTuple):
    """A text value or an item, from the data."""

    text: str
    subjects: tuple[str, ...]
    attribute: str
    evidence: tuple[SourceRef, ...]
    resource: str = ""
    """The resource of an item; empty for a text value."""


class Series(NamedTuple):
    """Several values, to be joined as a list."""

    values: tuple[Value, ...]
    conjunction: str = "and"


Filler = Name | Number | Words | Value | Series


class Clause(NamedTuple):
    """One message in the wording chosen for it."""

    pattern: Pattern
    fillers: tuple[Filler, ...]
    """One for each of the pattern's slots."""
    message: AnyMessage
    draw: int
    """A stable number for the choices inside the pattern."""


class SentencePlan(NamedTuple):
    """Clauses that share a sentence."""

    clauses: tuple[Clause, ...]
    cues: tuple[str, ...]
    """What stands before each clause: an adverbial before the first ("By contrast,") or nothing, a
    conjunction with its punctuation before the others (", but")."""


class Part(NamedTuple):
    """One block of the document plan and, where it is made of messages, its sentences."""

    block: BlockPlan
    sentences: tuple[SentencePlan, ...]


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section's parts."""

    id: str
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TextPlan:
    """An article whose wording is decided."""

    document: DocumentPlan
    summary: SentencePlan | None
    sections: tuple[SectionText, ...]
    variation: str
    """What every choice depends on besides the message: pair and seed."""
