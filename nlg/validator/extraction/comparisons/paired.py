"""Whom a likeness sets side by side: the two that are named, or one and somebody whom the page does not compare."""

from __future__ import annotations

from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene


def _beside(scene: Scene, clause: Clause) -> tuple[str, str] | None:
    """Who is said to have the same as somebody that the page does not compare: "…, the same as on Mars"."""
    for cue in clause.cues("same", "similar"):
        words = [token.low for token in scene.tokens[cue.end : cue.end + 1]]
        named = [one for one in clause.entities() if one.start >= cue.end and len(one.slugs) == 1]
        if words != ["as"] or not named or named[0].slugs[0] in scene.context.subjects or not clause.number:
            continue
        before = [one for one in clause.entities() if one.end <= cue.start]
        subject = before[0].slugs if before else scene.clauses[clause.number - 1].subject
        return (subject[0], named[0].slugs[0]) if len(subject) == 1 else None
    return None


def pair_of(scene: Scene, clause: Clause) -> tuple[str, str] | None:
    """The two of whom a clause says that they are alike."""
    if (third := _beside(scene, clause)) is not None:
        return third
    subject = clause.subject
    if len(subject) == 2:
        return subject[0], subject[1]
    number = scene.index(clause)
    for later in scene.clauses[number + 1 : number + 2]:
        if (
            later.opener in ("than", "against", "while", "and")
            and len(later.subject) == 1
            and later.subject != subject
            and subject
        ):
            return subject[0], later.subject[0]
    if len(subject) == 1 and (other := scene.other(subject)):
        return subject[0], other
    if len(scene.context.subjects) == 2:
        return scene.context.subjects[0], scene.context.subjects[1]
    return None
