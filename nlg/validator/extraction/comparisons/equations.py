"""Verbs of sameness that only give a value: "its mass equals 95.2 Earth masses, compared with 17.1 for Neptune"."""

from __future__ import annotations

from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, TargetMark
from nlg.validator.sentences.scene import Scene


def gives_a_figure(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a figure of no other entity, and not what is alike, follows "equals", "is equal to" or "matches"."""
    if scene.tokens[mark.end - 1].low not in _EQUALLING:
        return False
    named = any(
        isinstance(other, TargetMark) and not other.is_weak and not other.is_verb
        for other in clause.marks
        if other.start == mark.end
    )
    at = mark.end
    while at < clause.end and scene.tokens[at].low in _BETWEEN:
        at += 1
    return not named and any(figure.start <= at < figure.end for figure in clause.figures())


_EQUALLING = frozenset({"equals", "equal", "matches", "match"})
_BETWEEN = frozenset(
    {"to", "about", "roughly", "around", "only", "just", "exactly", "some", "a", "an", "almost", "nearly"}
)
