"""Referring expressions: which form of its name an entity gets this time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from nlg.sentence.pattern import Subject, leading
from nlg.sentence.plan import Clause, Name
from nlg.sentence.vocabulary import Shortening


@dataclass(slots=True)
class Mentions:
    """Who has been spoken of so far; a planner's private memory for one article."""

    shortening: Shortening
    article: set[str] = field(default_factory=set)
    """Those whose acronym has been introduced."""
    named: set[str] = field(default_factory=set)
    """Those whom the article has called by their full name."""
    section: set[str] = field(default_factory=set)
    """Those whom a message of the section has been about."""

    def start_section(self) -> None:
        """Full names again, but for remarks in brackets: readers arrive at a section from anywhere."""
        self.section.clear()

    def refer(self, clause: Clause, resumed: str = "", strictly: bool = False) -> Clause:
        """The clause with a length for each name, in the order in which they are read.

        The full name first, then the shorter one where it is safe. `resumed` is the one entity that the
        sentence has spoken of so far: as the subject it becomes a pronoun. A message's subjects count as
        named from then on, whatever its wording names; `strictly` only those whom it does name.
        """
        section = self.section
        seen = section.copy()
        pronoun = self._resumed(clause, resumed) if resumed else -1
        fillers = list(clause.fillers)
        for index, filler in enumerate(fillers):
            if filler.__class__ is Name:
                length = "pronoun" if index == pronoun else self._length(filler.slug, seen)
                fillers[index] = _name(filler.slug, filler.form, length)
        section.update(seen if strictly else clause.message.subjects)
        return Clause(clause.pattern, tuple(fillers), clause.message, clause.draw)

    def _length(self, slug: str, seen: set[str]) -> str:
        if slug in self.shortening.introduced and slug not in self.article:
            self.article.add(slug)
            seen.add(slug)
            return "introducing"
        if slug in seen and slug in self.shortening.short:
            return "short"
        seen.add(slug)
        if slug in self.named and slug in self.shortening.plain:
            return "plain"
        self.named.add(slug)
        return "full"

    def _resumed(self, clause: Clause, resumed: str) -> int:
        """The filler that a pronoun may replace; -1 for none."""
        if not resumed or resumed not in self.shortening.pronouns or subject_of(clause) != resumed:
            return -1
        first = leading(clause.pattern.pieces)
        return first.slot.index if isinstance(first, Subject) and first.slot is not None else -1


def subject_of(clause: Clause) -> str:
    """The entity that the clause begins with as its subject, or nothing."""
    first = leading(clause.pattern.pieces)
    if not isinstance(first, Subject) or first.slot is None:
        return ""
    filler = clause.fillers[first.slot.index]
    return filler.slug if isinstance(filler, Name) and filler.form == "plural" else ""


@lru_cache(maxsize=65_536)
def _name(slug: str, form: str, length: str) -> Name:
    return Name(slug, form, length)
