"""Referring expressions: which form of its name an entity gets this time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec.structs import replace

from nlg.document.messages import AnyMessage
from nlg.sentence.plan import ELIDED, INTRODUCING, LENGTH_BITS, PLAIN, PRONOUN, SHORT, Clause, Wording
from nlg.sentence.vocabulary import Shortening


@dataclass(slots=True)
class Mentions:
    """Who has been spoken of so far; a planner's private memory for one article."""

    shortening: Shortening
    article: set[str] = field(default_factory=set)
    """Those whose acronym has been introduced."""
    named: set[str] = field(default_factory=set)
    """Those with a remark in brackets whom the article has called by their full name."""
    section: set[str] = field(default_factory=set)
    """Those whom a message of the section has been about."""

    def start_section(self, named: Iterable[str] = ()) -> None:
        """Full names again, but for the longest: readers arrive at a section from anywhere.

        Those whom its heading has named need them no more.
        """
        if self.section:
            self.section.intersection_update(self.shortening.lasting)
        self.section.update(named)

    def refer(self, clause: Clause, resumed: str = "", strictly: bool = False) -> Clause:
        """The clause with a length for each name: see `lengths`."""
        return replace(clause, lengths=self.lengths(clause.wording, clause.message, resumed, strictly))

    def lengths(
        self, wording: Wording, message: AnyMessage, resumed: str = "", strictly: bool = False
    ) -> int:
        """A length for each name of a clause, in the order in which they are read.

        The full name first, then the shorter one where it is safe. `resumed` is the one entity that the
        sentence has spoken of so far: as the subject it becomes a pronoun. A message's subjects count as
        named from then on, whatever its wording names; `strictly` only those whom it does name.
        """
        section, subjects = self.section, message.subjects
        short, plain, _, _, introduced, pronouns = self.shortening
        named: list[str] = []
        lengths = shift = 0
        for index, owner in wording.names:
            slug = subjects[owner]
            if resumed and slug == resumed and index == wording.subject and resumed in pronouns:
                lengths |= PRONOUN << shift
            elif slug in introduced and slug not in self.article:
                self.article.add(slug)
                named.append(slug)
                lengths |= INTRODUCING << shift
            elif slug in short and (slug in section or slug in named):
                lengths |= SHORT << shift
            else:
                named.append(slug)
                if slug in plain:
                    if slug in self.named:
                        lengths |= PLAIN << shift
                    self.named.add(slug)
            shift += LENGTH_BITS
        section.update(named if strictly else subjects)
        return lengths


def elided(clause: Clause) -> Clause:
    """The clause without its subject, which the clause before it has named: "… and have the better outlook"."""
    wording = clause.wording
    shift = [index for index, _ in wording.names].index(wording.subject) * LENGTH_BITS
    kept = clause.lengths & ~(((1 << LENGTH_BITS) - 1) << shift)
    return replace(clause, lengths=kept | ELIDED << shift)


def subject_of(clause: Clause) -> str:
    """The entity that the clause begins with as its subject, or nothing."""
    wording = clause.wording
    if wording.subject < 0:
        return ""
    return clause.message.subjects[wording.fillings[wording.subject].owner]
