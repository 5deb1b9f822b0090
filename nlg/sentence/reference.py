"""Referring expressions: which form of its name an entity gets this time."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlg.sentence.plan import Clause, Name
from nlg.sentence.vocabulary import Shortening


@dataclass(slots=True)
class Mentions:
    """Who has been named so far; a planner's private memory for one article."""

    shortening: Shortening
    article: set[str] = field(default_factory=set)
    section: set[str] = field(default_factory=set)

    def start_section(self) -> None:
        """Full names again: readers arrive at a section from anywhere."""
        self.section.clear()

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

        A slot that a pattern uses twice has one filler and hence one length.
        """
        fillers = tuple(
            [
                Name(filler.slug, filler.form, self.length(filler.slug))
                if isinstance(filler, Name)
                else filler
                for filler in clause.fillers
            ]
        )
        return Clause(clause.pattern, fillers, clause.message, clause.draw)
