"""Referring expressions: which form of its name an entity gets this time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from nlg.sentence.pattern import Pattern, Subject
from nlg.sentence.plan import Clause, Name
from nlg.sentence.vocabulary import Shortening


@dataclass(slots=True)
class Mentions:
    """Who has been named so far; a planner's private memory for one article."""

    shortening: Shortening
    article: set[str] = field(default_factory=set)
    section: set[str] = field(default_factory=set)
    only: str = ""
    """The entity that the clause before was about, if it named no other and not the two together."""

    def start_section(self) -> None:
        """Full names again: readers arrive at a section from anywhere."""
        self.section.clear()
        self.only = ""

    def length(self, slug: str) -> str:
        """The length of the next mention."""
        if slug in self.section:
            return "short" if slug in self.shortening.short else "full"
        self.section.add(slug)
        if slug in self.shortening.introduced and slug not in self.article:
            self.article.add(slug)
            return "introducing"
        return "full"

    def refer(self, clause: Clause) -> Clause:
        """The clause with a length for each name, in the order in which they are read.

        A slot that a pattern uses twice has one filler and hence one length. A subject that the clause
        before was about, and nobody else, becomes a pronoun; never twice in a row.
        """
        pronoun = self._resumed(clause)
        fillers = []
        named = set()
        for index, filler in enumerate(clause.fillers):
            if isinstance(filler, Name):
                named.add(filler.slug)
                length = self.length(filler.slug) if index != pronoun else "pronoun"
                filler = Name(filler.slug, filler.form, length)
            fillers.append(filler)
        alone = len(named) == 1 and pronoun < 0 and not _speaks_of_both(clause.pattern)
        self.only = named.pop() if alone else ""
        return Clause(clause.pattern, tuple(fillers), clause.message, clause.draw)

    def _resumed(self, clause: Clause) -> int:
        """The filler that a pronoun may replace; -1 for none."""
        first = clause.pattern.pieces[0]
        if not self.only or not isinstance(first, Subject) or first.slot is None:
            return -1
        filler = clause.fillers[first.slot.index]
        resumed = isinstance(filler, Name) and filler.form == "plural" and filler.slug == self.only
        return first.slot.index if resumed and self.only in self.shortening.pronouns else -1


@cache
def _speaks_of_both(pattern: Pattern) -> bool:
    """Whether a wording names the two together, so that "they" would mean them."""
    if any(slot.role == "pair" for slot in pattern.slots):
        return True
    texts = [piece for piece in pattern.pieces if isinstance(piece, str)]
    texts += [
        part
        for piece in pattern.pieces
        if isinstance(piece, Subject)
        for part in piece.text
        if isinstance(part, str)
    ]
    return any(word in ("both", "two", "each", "either") for text in texts for word in text.split())
