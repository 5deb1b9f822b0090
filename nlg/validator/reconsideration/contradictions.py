"""Values that their sentence would give to somebody a second time, and another than the first.

Nobody says of the same people that they grow by 4.6 percent and, in the next breath, that they shrink by 5.8. So a
second value of one measure is of the other of the two, where no name says whose it is and it is true of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import judge_text
from nlg.validator.reconsideration.words import STATING, figure_of, marks_of, place_of
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def of_two_values(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, another value than the one that a sentence gives rightly before it taken for the other's.

    Example: "Accounting will grow by 4.6 percent, and the number of clerical jobs shrink by 5.8"
    """
    given = [claim for claim in claims if claim.verdict == "supported" and claim.kind in STATING]
    for claim in claims:
        told = claim.verdict == "refuted" and any(
            one.attribute == claim.attribute
            and one.subjects == claim.subjects
            and one.span[1] <= claim.span[0]
            and one.stated != claim.stated
            for one in given
        )
        yield (_of_the_other(scene, claim) if told else None) or claim


def _of_the_other(scene: Scene, claim: Claim) -> Claim | None:
    other, marks = scene.other(claim.subjects), marks_of(scene, claim)
    if not other or claim.attribute not in scene.reader.measures:
        return None
    if any(clause.names_somebody() or not clause.inherited and not clause.entities() for clause, _ in marks):
        return None
    found = figure_of(scene, claim)
    if found is not None:
        clause, mark = found
        target = Target("measure", claim.attribute)
        falls = any(cue.cue.sign < 0 for cue in clause.cues("trend")) and not mark.figure.signed
        figure = replace(mark.figure, value=-mark.figure.value) if falls else mark.figure
        judged = judge_figure(scene.reader, place_of(scene, claim), (other,), target, figure, claim.kind)
        return judged if judged.verdict == "supported" else None
    named = [mark for _, mark in marks if isinstance(mark, TargetMark)]
    if claim.kind != "value" or len(marks) != 1 or len(named) != 1:
        return None
    value = next(
        (one for one in named[0].targets if one.kind == "text" and one.name == claim.attribute), None
    )
    if value is None:
        return None
    judged = judge_text(scene.reader, place_of(scene, claim), (other,), value)
    return judged if judged.verdict == "supported" else None
