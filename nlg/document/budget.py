"""The budget of an article: how much each of its parts may hold, and in what shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lead = Literal["sentences", "points"]
Wordiness = Literal["full", "point"]


@dataclass(frozen=True, slots=True)
class Budget:
    """What a register grants the parts of an article; the defaults are those of the reference register.

    A number of messages is the most that a part takes; nought leaves the part out.
    """

    omitted: frozenset[str] = frozenset()
    """Ids of sections that are left out."""
    lead: Lead = "sentences"
    """Whether the introduction is running text or a list of points."""
    lead_messages: int = 7
    """In the introduction, besides what readers always expect and the lists."""
    lead_paragraph: int = 3
    """In one paragraph of the introduction."""
    lead_topic: int = 1
    """On each of the two best topics of the introduction; the others have one. A trade-off comes on top."""
    section_messages: int = 3
    """Before or after the table of a section."""
    takeaways: int = 3
    common: int = 3
    choice: int = 3
    questions: int = 2
    """Besides the one whether the two are the same."""
    wordiness: Wordiness = "full"
    """How sections and answers speak: in full sentences of running text, or in terse clauses."""
    table_first: bool = False
    """Whether a section's table stands before its sentences."""
    joined: bool = True
    """Whether neighbouring facts may share a sentence."""


REFERENCE = Budget()
