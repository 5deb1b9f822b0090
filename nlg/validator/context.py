"""What the reader of a passage already knows: who is compared.

What the headings above said, what was said last.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlg.validator.resolution import Reader, Target
from nlg.validator.vocabulary import compile_reader

__all__ = ["Context", "Discourse", "Reader", "compile_reader"]


@dataclass(frozen=True, slots=True)
class Discourse:
    """What the sentences so far leave in a reader's mind."""

    subjects: tuple[str, ...] = ()
    """Whom the last statement was about; the antecedent of "they" and "the role"."""
    mentioned: tuple[str, ...] = ()
    """The entities named last, in page order; the antecedents of "the former" and "the latter"."""
    concept: str = ""
    """The measure or child resource spoken of last."""
    gap: tuple[str, str, Target, int] | None = None
    """The sides, target and direction of the difference that closed the last sentence."""
    sentence: str = ""
    """The last sentence of the paragraph, with a null character for whom it is about: what "so do …" repeats."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a passage is read."""

    subjects: tuple[str, ...]
    """The slugs compared, in page order."""
    focus: tuple[str, ...] = ()
    """The entities that the headings above make the default subject; empty for none in particular."""
    topic: str = ""
    """The concept or child resource that the headings suggest, or empty."""
    headings: tuple[str, ...] = ()
    """The headings above, outermost first."""
    discourse: Discourse = Discourse()
