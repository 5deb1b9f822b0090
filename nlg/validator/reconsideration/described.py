"""Whom a sentence only describes beside whom it names: "for those in tractor-trailers, that mark is $78,800"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.reconsideration.words import STATING, marks_of, place_of
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import sense
from nlg.validator.vocabulary.resolution import Target

_PEOPLE = frozenset({"those", "people", "anyone", "folks"})
_WHERE = frozenset({"in", "who", "behind", "aboard"})
_BEFORE = frozenset({"for", "among", "with", "of"})


def of_those_there(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure of people who are only described given to the other than whom the sentence names."""
    start = _described(scene) if any(claim.verdict == "refuted" for claim in claims) else 0
    for claim in claims:
        behind = start and claim.span[0] > scene.place(start, start + 1).span[0]
        yield (_of_the_other(scene, claim) if behind and claim.verdict == "refuted" else None) or claim


def _described(scene: Scene) -> int:
    """Where people are described behind a name, and nobody is named any more; 0 for nowhere."""
    named = [mark for _, mark in scene.marks() if isinstance(mark, EntityMark) and not mark.reference]
    for at in range(1, len(scene.tokens) - 2):
        words = [token.low for token in scene.tokens[at - 1 : at + 2]]
        if words[0] not in _BEFORE or words[1] not in _PEOPLE or words[2] not in _WHERE:
            continue
        clause = next((one for one in scene.clauses if one.start <= at < one.end), None)
        near = range(at + 2, min(at + 6, len(scene.tokens)))
        if clause is None or any(end_at(scene, clause, place) for place in near):
            continue
        if named and all(mark.end <= at for mark in named):
            return at
    return 0


def _of_the_other(scene: Scene, claim: Claim) -> Claim | None:
    target = Target("measure", claim.attribute)
    if claim.attribute not in scene.reader.measures:
        return None
    marks = [mark for _, mark in marks_of(scene, claim)]
    figures = [mark for mark in marks if isinstance(mark, FigureMark)]
    place = place_of(scene, claim)
    if len(figures) != 1:
        return None
    other = scene.other(claim.subjects)
    if claim.kind in STATING and other:
        judged = judge_figure(scene.reader, place, (other,), target, figures[0].figure, claim.kind)
        return judged if judged.verdict == "supported" else None
    cues = [mark for mark in marks if isinstance(mark, CueMark) and mark.cue.role == "more"]
    if claim.kind == "difference" and len(claim.subjects) == 2 and len(cues) == 1:
        second, first = claim.subjects
        sign = sense(scene.reader, cues[0].cue, target)
        judged = judge_difference(scene.reader, place, first, second, target, figures[0].figure, sign)
        return judged if judged.verdict == "supported" else None
    return None
