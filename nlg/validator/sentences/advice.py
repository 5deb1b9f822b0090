"""Which part of a sentence advises or supposes, and states nothing: "if you want more, …", "…, which you may do"."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark

_PARTING = frozenset({";", ":", "—"})
"""Signs behind which another statement begins."""
_BRACKETS = frozenset({"(", ")"})


def advised(clauses: Sequence[Clause], advice: Sequence[CueMark]) -> tuple[int, int]:
    """The tokens, half open, from the first to the last of the parts that hold advice; an empty stretch for none.

    A part reaches from one strong sign to the next, and begins with the advice where something was stated before it.
    """
    if not advice:
        return 0, 0
    spans = [_part_of(clauses, cue) for cue in advice]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _part_of(clauses: Sequence[Clause], cue: CueMark) -> tuple[int, int]:
    own = next((clause for clause in clauses if cue in clause.marks), clauses[-1])
    bracket = next((one.opener for one in reversed(clauses[: own.number + 1]) if one.opener in _BRACKETS), "")
    parting = _PARTING | _BRACKETS if bracket == "(" else _PARTING
    first = own.number
    while first and clauses[first].opener not in parting:
        first -= 1
    last = own.number + 1
    while last < len(clauses) and clauses[last].opener not in parting:
        last += 1
    before = clauses[first : own.number]
    trails = own.opener in (",", "while", "and") and any(_states(clause) for clause in before)
    return (own.start if trails else clauses[first].start), clauses[last - 1].end


def _states(clause: Clause) -> bool:
    """Whether a clause says something of somebody who is named in it."""
    named = any(isinstance(mark, EntityMark) and mark.slugs and not mark.is_pronoun for mark in clause.marks)
    return named and bool(clause.targets() or clause.figures() or clause.cues("more", "trend"))


def is_all_advice(clauses: Sequence[Clause], start: int, end: int) -> bool:
    """Whether no clause outside of a stretch holds a figure, a measure, an item or a comparison."""
    return not any(
        clause.figures() or clause.targets() or clause.cues("more", "most", "trend")
        for clause in clauses
        if clause.end <= start or clause.start >= end
    )
