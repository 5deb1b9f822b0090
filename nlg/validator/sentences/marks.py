"""What a sentence's words are recognised as: figures, names, measures, items and cues."""

from __future__ import annotations

from dataclasses import dataclass

from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.figure import Figure
from nlg.validator.vocabulary.resolution import Scale, Target


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure."""

    start: int
    end: int
    figure: Figure
    units: tuple[str, ...] = ()
    """The descriptor's units of which a word follows ("km"); several where they share it ("degrees")."""


@dataclass(frozen=True, slots=True)
class EntityMark:
    """A name of entities, or an expression that refers to them."""

    start: int
    end: int
    slugs: tuple[str, ...]
    """Empty until a reference is resolved."""
    reference: str = ""
    """"former", "they", "other" …; empty for a name."""
    possessive: bool = False

    @property
    def is_pronoun(self) -> bool:
        """Whether it only goes back to whoever was spoken of."""
        return self.reference in ("it", "they", "kin")


@dataclass(frozen=True, slots=True)
class TargetMark:
    """A measure, an item, a text value or a child resource by name."""

    start: int
    end: int
    targets: tuple[Target, ...]
    is_verb: bool = False
    """Whether it is a word such as "make", which names pay only beside money."""
    is_weak: bool = False
    """Whether it is a word such as "workers", which names a measure only beside a number."""


@dataclass(frozen=True, slots=True)
class CueMark:
    """A word of the claim's logic."""

    start: int
    end: int
    cue: Cue
    scale: Scale | None = None
    """The descriptor's reading of a comparative."""


Mark = FigureMark | EntityMark | TargetMark | CueMark
