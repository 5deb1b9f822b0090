"""What no other form has read: reported as unparsed, so that nothing slips through."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.nonclaims.idle_figures import is_no_claim
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.verdicts import unparsed
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene


def read(scene: Scene) -> Iterator[Claim]:
    """A claim for each figure, comparison with *than* and proper name of a value that is still unread."""
    if scene.advisory:
        return
    for clause, mark in scene.marks():
        if isinstance(mark, CueMark) and mark.start not in scene.used and _compares(scene, clause, mark):
            scene.used.add(mark.start)
            place = scene.place(mark.start, mark.end)
            yield unparsed(place, "comparison", f'cannot tell what "{place.text}" compares', clause.subject)
        if isinstance(mark, TargetMark) and mark.start not in scene.used and _is_named_value(scene, mark):
            scene.used.add(mark.start)
            place = scene.place(mark.start, mark.end)
            yield unparsed(place, "value", f'cannot tell of what "{place.text}" is said', clause.subject)
        if not isinstance(mark, FigureMark) or mark.start in scene.used or is_no_claim(scene, clause, mark):
            continue
        scene.used.add(mark.start)
        place = scene.place(mark.start, mark.end)
        kind: Kind = "range" if mark.figure.high is not None else "value"
        yield unparsed(place, kind, f'cannot tell what "{place.text}" measures, or of whom', clause.subject)


def _compares(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether an unread comparative sets the entities against each other, and is no mere adjective."""
    if mark.cue.role != "more":
        return False
    side = than_side(scene, clause)
    if side is None or side.opener != "than":
        return False
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    marked = any(other.start == mark.end for other in clause.marks)
    if not mark.cue.domain and mark.end < clause.end and after.isalpha() and not marked:
        return False
    named = [entity for entity in side.entities() if not entity.reference]
    return bool(named) and set(named[0].slugs) <= set(scene.context.subjects) and bool(clause.subject)


def _is_named_value(scene: Scene, mark: TargetMark) -> bool:
    """Whether a mark is the proper name that a text measure holds ("Anchorage.

    AK"), in a sentence of its own.
    """
    if not any(target.kind == "text" and target.item for target in mark.targets):
        return False
    if any(target.kind != "text" for target in mark.targets) or mark.start == 0:
        return False
    if [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]] == ["according", "to"]:
        # "according to Washington" only says who counts.
        return False
    return all(
        token.capital or not token.low.isalpha() or token.low in ("of", "and", "the")
        for token in scene.tokens[mark.start : mark.end]
    )
