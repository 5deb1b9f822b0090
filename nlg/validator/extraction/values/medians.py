"""The middle that halves an entity's people: "half of all electricians are older than 39.6"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nlg.validator.binding.figures import subject_of, target_of
from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene

_ALL = frozenset({"them", "all", "those"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The median that a clause gives as what half are above or below."""
    _leave_definitions(scene, clause)
    figures = [mark for mark in clause.figures() if mark.start not in scene.used]
    halves = [
        mark for mark in figures if mark.figure.unit == "fraction" and mark.figure.value == Decimal("0.5")
    ]
    limits = [
        mark for mark in figures if mark.figure.hedge in ("more", "less") and mark.figure.unit != "fraction"
    ]
    if scene.advisory or len(halves) != 1 or len(limits) != 1 or halves[0].start > limits[0].start:
        return
    half, limit = halves[0], limits[0]
    if half.figure.hedge or not _is_of_people(scene, clause, half):
        return
    target = target_of(scene, clause, limit)
    subjects = subject_of(scene, clause, limit)
    if target is None or target.kind != "measure" or not subjects:
        return
    scene.used.update((half.start, limit.start))
    scene.last_target, scene.said = target, subjects
    place = scene.place(half.start, limit.end)
    yield judge_figure(scene.reader, place, subjects, target, replace(limit.figure, hedge=""))


def _leave_definitions(scene: Scene, clause: Clause) -> None:
    """Takes what a median is by definition for no claim: "half earned more than that amount and half earned less"."""
    for half in clause.figures():
        if half.figure.unit != "fraction" or half.figure.value != Decimal("0.5") or half.figure.hedge:
            continue
        side = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
        behind = [mark for mark in clause.marks if mark.start >= half.end]
        if side is not None and side.opener == "than":
            behind += side.marks
        cues = [mark for mark in behind if isinstance(mark, CueMark) and mark.cue.role == "more"]
        if len(cues) == 1 and not any(
            isinstance(mark, FigureMark) or (isinstance(mark, EntityMark) and mark.start >= cues[0].start)
            for mark in behind
        ):
            scene.used.update((half.start, cues[0].start))


def _is_of_people(scene: Scene, clause: Clause, half: FigureMark) -> bool:
    """Whether a half is of the people of an entity: "half of all nurses", "half the plumbers", "half of them"."""
    words = {token.low for token in scene.tokens[half.end : half.end + 3]}
    return bool(words & (_ALL | scene.reader.words.people)) or any(
        isinstance(mark, EntityMark) and half.end <= mark.start <= half.end + 3 for mark in clause.marks
    )
