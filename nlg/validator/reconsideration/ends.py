"""What is said of the end of a range that the sentence before told: "That would put her ahead of the typical nurse"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.verdicts import amount_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import marks_of, place_of
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_POINTING = frozenset(word_list("restating")["pointing"])
_USUAL = frozenset({"median", "typical", "average", "usual", "mean"})


def of_the_end_told(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, an end of a range told just before set against what is usual of the other, and no other thing."""
    bound = scene.context.discourse.bound
    words = [token.low for token in scene.tokens]
    points = bool(bound) and words[:1] != [] and words[0] in _POINTING and bool(_USUAL.intersection(words))
    for claim in claims:
        related = claim.verdict == "refuted" and claim.kind in ("difference", "comparison")
        yield (_of_end(scene, claim, bound) if points and related else None) or claim


def of_the_end_given(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, an end of a range that the same words give set against what is usual of the other.

    Example: "Librarians at the 10th percentile, with $38,920, earn slightly more than the median baker"
    """
    ends = {end for pair in scene.reader.ranges.values() for end in pair}
    given = [claim for claim in claims if claim.verdict == "supported" and claim.attribute in ends]
    for claim in claims:
        related = claim.verdict == "refuted" and claim.kind in ("difference", "comparison")
        before = [
            one
            for one in given
            if related and one.span[1] <= claim.span[0] and one.subjects == claim.subjects[:1]
        ]
        yield (_against_the_usual(scene, claim, before[-1].attribute) if before else None) or claim


def of_the_other_end(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a gap at "the other end" taken for one at the end that was not told before, or at either."""
    words = [token.low for token in scene.tokens]
    at = next((at for at in range(1, len(words)) if words[at - 1] == "other" and words[at] in _ENDS), 0)
    said = scene.context.discourse.bound
    for claim in claims:
        figures = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)] if at else []
        open_gap = claim.verdict == "refuted" and claim.kind == "difference" and len(claim.subjects) == 2
        ends = [_end(scene, claim.attribute, side) for side in ((-said,) if said else (1, -1))]
        if not open_gap or len(figures) != 1 or figures[0].start < at:
            yield claim
            continue
        cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
        sign = next((cue.cue.sign for cue in cues if cue.cue.role == "more"), 0)
        first, second = claim.subjects
        place = place_of(scene, claim)
        again = [
            judge_difference(scene.reader, place, first, second, end, figures[0].figure, sign)
            for end in ends
            if end is not None
        ]
        true = [one for one in again if one.verdict == "supported"]
        yield (true or [claim])[0]


_ENDS = frozenset({"end", "extreme", "tail"})


def _against_the_usual(scene: Scene, claim: Claim, concept: str) -> Claim | None:
    """A relation judged of the end named last, where behind it only what is usual of the other is named."""
    end, plain = Target("measure", concept), Target("measure", claim.attribute)
    behind = [
        token.low for token in scene.tokens if scene.text.span(token.start, token.end)[0] >= claim.span[1]
    ]
    measure = scene.reader.measures.get(claim.attribute)
    if len(claim.subjects) != 2 or measure is None or measure.unit != scene.reader.measures[concept].unit:
        return None
    if not _USUAL.intersection(behind):
        return None
    cues = [
        mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark) and mark.cue.role == "more"
    ]
    figures = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    one, two = (
        amount_of(scene.reader, slug, target)
        for slug, target in zip(claim.subjects, (end, plain), strict=True)
    )
    if one is None or two is None or len(cues) != 1:
        return None
    sign = cues[0].cue.sign
    if claim.kind == "difference" and len(figures) == 1:
        first, second = claim.subjects
        place = place_of(scene, claim)
        judged = judge_difference(scene.reader, place, first, second, end, figures[0].figure, sign, plain)
        return judged if judged.verdict == "supported" else None
    slightly = any(
        isinstance(mark, CueMark) and mark.cue.role == "slightly" for _, mark in marks_of(scene, claim)
    )
    true = (one.value - two.value) * sign > 0 and not (
        slightly and abs(one.value - two.value) * 10 > two.value
    )
    return replace(claim, verdict="supported", message="") if true else None


def _of_end(scene: Scene, claim: Claim, bound: int) -> Claim | None:
    end = _end(scene, claim.attribute, bound)
    if end is None or len(claim.subjects) != 2:
        return None
    first, second = claim.subjects
    plain = Target("measure", claim.attribute)
    figures = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    one, two = amount_of(scene.reader, first, end), amount_of(scene.reader, second, plain)
    if one is None or two is None:
        return None
    if claim.kind == "difference" and len(figures) == 1:
        place = place_of(scene, claim)
        judged = judge_difference(scene.reader, place, first, second, end, figures[0].figure, 0, plain)
        return judged if judged.verdict == "supported" else None
    # What was false of what is usual of both is true the other way round of the end.
    usual = amount_of(scene.reader, first, plain)
    turned = usual is not None and (usual.value - two.value) * (one.value - two.value) < 0
    return replace(claim, verdict="supported", message="") if turned else None


def _end(scene: Scene, concept: str, bound: int) -> Target | None:
    """The end of the range in the same unit as a measure's."""
    measure = scene.reader.measures.get(concept)
    for name, (low, high) in scene.reader.ranges.items():
        alike = measure is not None and scene.reader.measures[low].unit == measure.unit
        if alike or name == concept:
            return Target("measure", high if bound > 0 else low)
    return None
