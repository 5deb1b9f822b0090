"""What a page claims, and what the data say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlg.data import SourceRef

Kind = Literal[
    "value",
    "range",
    "bound",
    "comparison",
    "difference",
    "ratio",
    "similarity",
    "trend",
    "share",
    "ranking",
    "list",
    "shared",
    "superlative",
    "structure",
]
Status = Literal["supported", "refuted", "no_data", "unparsed"]

Stated = int | float | str | bool | None | tuple["Stated", ...]
"""A figure, a name or a tuple of them, ready for JSON."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement of a page, judged."""

    span: tuple[int, int]
    """Half open, in characters of the file."""
    text: str
    """The visible words."""
    kind: Kind
    subjects: tuple[str, ...]
    """Slugs; empty when the reader could not tell who is meant."""
    attribute: str
    """A concept of the descriptor, the name of a child resource, or empty."""
    stated: Stated
    expected: Stated
    source: tuple[SourceRef, ...]
    """The cells that the verdict rests on."""
    verdict: Status
    message: str
    """Empty when supported; otherwise what the data say, in a sentence for an editor."""


@dataclass(frozen=True, slots=True)
class Report:
    """Every claim of one page, in page order."""

    path: str
    subjects: tuple[str, ...]
    claims: tuple[Claim, ...]
    source: str
    """The file's characters as read, for line numbers and caret lines."""

    @property
    def verdict(self) -> Status:
        """The worst verdict: refuted, then unparsed, then no_data, then supported."""
        found = {claim.verdict for claim in self.claims}
        for status in ("refuted", "unparsed", "no_data"):
            if status in found:
                return status
        return "supported"

    def count(self, status: Status) -> int:
        """How many claims have that verdict."""
        return sum(claim.verdict == status for claim in self.claims)
