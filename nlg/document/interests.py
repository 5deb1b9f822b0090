"""What readers come for: how much a measure interests them, and what they take it to mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlg.data import Collection, Measure

Role = Literal["", "cost", "reward"]


@dataclass(frozen=True, slots=True)
class Interest:
    """One measure, as readers see it."""

    weight: float = 0.4
    """0 to 1; 1 is what they came for."""
    topic: str = ""
    """Measures of one topic share a paragraph; empty: the measure's first section."""
    role: Role = ""
    """Whether more of it is asked of, or given to, whoever chooses the entity."""
    expects: str = ""
    """The concept of which readers expect more wherever there is more of this one."""
    follows: str = ""
    """The concept that this one usually goes with: where it does, it is no news."""
    levels: tuple[str, ...] = ()
    """Text values from the least to the most, folded, where they have an order."""
    empty: tuple[str, ...] = ()
    """Text values that say that there is nothing: shared by both they are no news."""
    ratio: bool | None = None
    """Whether "twice as much" makes sense; None: told from the unit."""


@dataclass(frozen=True, slots=True)
class Interests:
    """By concept, or by resource for collections; what is not named has the default."""

    entries: Mapping[str, Interest]
    found: dict[str, Interest] = field(default_factory=dict)
    """Answers given before, by concept."""

    def of(self, subject: Measure | Collection) -> Interest:
        """The interest in a measure or a collection."""
        if isinstance(subject, Measure):
            known = self.found.get(subject.concept)
            if known is None:
                named = self.entries.get(subject.concept) or self.entries.get(subject.range)
                known = self.found[subject.concept] = named or DEFAULT
            return known
        return self.entries.get(subject.dimension) or self.entries.get(subject.resource) or DEFAULT


DEFAULT = Interest()
