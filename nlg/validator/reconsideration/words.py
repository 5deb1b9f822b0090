"""The marks that a claim's words hold."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import Place
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark, Mark
from nlg.validator.sentences.scene import Scene

STATING = frozenset({"value", "share", "trend", "bound"})
"""Kinds of claims that give one figure of somebody."""


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two half-open spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def marks_of(scene: Scene, claim: Claim) -> list[tuple[Clause, Mark]]:
    """The marks within a claim's words, each with its clause."""
    first, last = claim.span
    return [(clause, mark) for clause, mark, span in scene.spans() if span[0] < last and first < span[1]]


def figure_of(scene: Scene, claim: Claim) -> tuple[Clause, FigureMark] | None:
    """The one figure of a claim that states one, where it is refuted."""
    if claim.verdict != "refuted" or claim.kind not in STATING:
        return None
    figures = [(clause, mark) for clause, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    return figures[0] if len(figures) == 1 else None


def place_of(scene: Scene, claim: Claim) -> Place:
    """Where a claim stands."""
    return replace(scene.place(0, 1), span=claim.span, text=claim.text)
