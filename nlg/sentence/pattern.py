"""A wording, compiled: the pieces that a clause is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal


@lru_cache(maxsize=131_072)
def draw(*key: str) -> int:
    """A stable 64-bit number for a key: the same on any machine."""
    return int.from_bytes(blake2b("\x1f".join(key).encode(), digest_size=8).digest(), "big")


def mixed(one: int, other: int) -> int:
    """A stable 64-bit number for two of them, as good as drawn anew (SplitMix64's finish)."""
    mix = ((one ^ other) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    mix = ((mix ^ (mix >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return mix ^ (mix >> 31)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a filler: a role of the message and the form it takes here.

    Example: `a.plural`, `x`, `m.noun`
    """

    role: str
    form: str
    index: int
    """Which filler of the clause; the same role and form share one."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as a lemma; the realiser inflects it for its clause's subject."""

    lemma: str
    tense: Literal["present", "past"]
    subject: int
    """Index, among the pattern's pieces, of the subject that it agrees with."""


@dataclass(frozen=True, slots=True)
class Article:
    """The indefinite article of whatever piece comes next."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: a filler, or a noun phrase of the pattern's own."""

    slot: Slot | None
    text: tuple[str | Slot | Article, ...]
    plural: bool
    """For a noun phrase of the pattern's own; a filler knows its own number."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives of equal meaning; one is taken for each sentence."""

    options: tuple[tuple[str | Slot | Article, ...], ...]


Piece = str | Slot | Verb | Subject | Article | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of one kind of message."""

    kind: str
    """The clause file: "difference"."""
    frame: str
    """What sort of measure it speaks of: "pay", "age", "amount"."""
    style: str
    """One of the styles of a document plan: "full", "brief", "point" and others."""
    name: str
    """The macro's name: unique within its file."""
    pieces: tuple[Piece, ...]
    slots: tuple[Slot, ...]
    """The fillers it asks for, by index."""
    clauses: int
    """How many finite clauses it holds: as many as it has verbs."""
    opener: str
    """What it begins with: a role ("a", "b") or its first word."""
    line: int
    """Where the macro begins in its file."""
    lot: int
    """The wording's own number in every draw, made from its kind and name."""
    is_reserve: bool = False
    """Whether it serves only where no wording of the register in use fits."""

    @property
    def key(self) -> str:
        """What tells it from every other wording."""
        return f"{self.kind}.{self.name}"


def leading(pieces: tuple[Piece, ...]) -> Piece:
    """The piece that a clause begins with; gates before it are empty words.

    A gate is a filler right before another piece, without a space: only empty words can stand there.
    """
    for piece, after in zip(pieces, (*pieces[1:], " "), strict=True):
        spaced = isinstance(after, str) and after[:1] in ("", " ", ",", "-")
        if not isinstance(piece, Slot) or spaced:
            return piece
    return pieces[0]
