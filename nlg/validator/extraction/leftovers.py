"""What no other form has read: reported as unparsed, so that nothing slips through."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding import Scene
from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.nonclaims import is_no_claim
from nlg.validator.judgement import unparsed
from nlg.validator.marks import FigureMark


def read(scene: Scene) -> Iterator[Claim]:
    """A claim for each figure that is still unread."""
    if scene.advisory:
        return
    for clause, mark in scene.marks():
        if not isinstance(mark, FigureMark) or mark.start in scene.used or is_no_claim(scene, clause, mark):
            continue
        scene.used.add(mark.start)
        place = scene.place(mark.start, mark.end)
        kind: Kind = "range" if mark.figure.high is not None else "value"
        yield unparsed(place, kind, f'cannot tell what "{place.text}" measures, or of whom', clause.subject)
