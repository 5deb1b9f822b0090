"""Which way a stated change goes: "shrink by 8%", "a decline of nearly 8%"."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.figure import Figure
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene, adjacent_after

_ADDING = frozenset({"add", "adds", "adding", "added", "gain", "gains"})
"""Verbs of growth only right before a figure: "accountants add 4.6%"."""


def trend_sign(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """The direction of the trend word that governs a figure: the nearest in the clause.

    Else the last before it.
    """
    if mark.start and scene.tokens[mark.start - 1].low in _ADDING:
        return 1
    cues = [cue for cue in clause.cues("trend") if cue.cue.sign]
    if cues:
        nearest = min(cues, key=lambda cue: (abs(cue.start - mark.start), cue.start))
        return nearest.cue.sign
    following = adjacent_after(scene, clause, mark.end)
    if following is not None:
        return 0
    before_here = [target for target in clause.targets() if target.end <= mark.start]
    if any(family(scene.reader, target) == "change" for mark_ in before_here for target in mark_.targets):
        return 0
    number = scene.index(clause)
    for earlier in reversed(scene.clauses[:number]):
        if earlier.cues("flat"):
            return 0
        cues = earlier.cues("trend")
        if cues and any(denial.start < cues[-1].start for denial in earlier.cues("not")):
            # "isn't exactly shrinking, at 5.6%"
            return 0
        if cues:
            return cues[-1].cue.sign
        if earlier.opener == ";":
            break
    return 0


def trend_start(clause: Clause, mark: FigureMark) -> int | None:
    """Where the verb starts that says which way a figure goes."""
    cues = [cue for cue in clause.cues("trend") if cue.end <= mark.start and mark.start - cue.end <= 4]
    return cues[-1].start if cues else None


def turned(figure: Figure, sign: int) -> Figure:
    """The figure of a fall as a negative number.

    Its hedge turns round, since a nearly 8% fall is above −8.
    """
    if sign > 0:
        return figure
    opposite = {
        "under": "over",
        "over": "under",
        "more": "less",
        "less": "more",
        "at_least": "at_most",
        "at_most": "at_least",
    }
    return replace(figure, value=-figure.value, hedge=opposite.get(figure.hedge, figure.hedge))  # type: ignore[arg-type]
