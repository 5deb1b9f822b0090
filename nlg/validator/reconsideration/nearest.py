"""Figures given to whom the sentence named last, or to the other beside whom they are set in a list of two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.lexis.figure import digits_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import STATING, figure_of, marks_of, overlaps, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_THEM = frozenset(word_list("antecedents")["those"])


def of_them(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure behind "of them" given to whom the sentence named last.

    Example: "more than plenty of bakers ever see: half of them make less than $34,950"
    """
    for claim in claims:
        yield (_of_the_last(scene, claim) if claim.verdict == "refuted" else None) or claim


def _of_the_last(scene: Scene, claim: Claim) -> Claim | None:
    figures = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    other = scene.other(claim.subjects)
    if claim.kind not in STATING or not figures or not other:
        return None
    mark = figures[-1]
    before = [
        one
        for _, one in scene.marks()
        if isinstance(one, EntityMark) and not one.reference and one.slugs and one.end <= mark.start
    ]
    if not before or before[-1].slugs != (other,):
        return None
    if _THEM.isdisjoint(token.low for token in scene.tokens[before[-1].end : mark.end + 3]):
        return None
    return _judged(scene, claim, other, mark)


def _judged(scene: Scene, claim: Claim, slug: str, mark: FigureMark) -> Claim | None:
    """A figure judged of somebody, where it is true of what was taken to be measured."""
    figure = replace(mark.figure, hedge="") if is_telling(mark.figure) else mark.figure
    if claim.attribute in scene.reader.measures:
        targets = [Target("measure", claim.attribute)]
    else:
        named = [one for _, mark in scene.marks() if isinstance(mark, TargetMark) for one in mark.targets]
        targets = [one for one in named if one.kind == "item" and one.name.startswith(claim.attribute)]
    for target in dict.fromkeys(targets):
        judged = judge_figure(scene.reader, place_of(scene, claim), (slug,), target, figure, claim.kind)
        if judged.verdict == "supported":
            return judged
    return None


def of_the_second(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a number beside another given to the other of the two and to what the first was found to count.

    Example: "27,100 fire jobs will have to be filled, and 4,900 medic jobs"
    """
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_second(scene, claims, claim, *found) if found is not None else None) or claim


def _second(
    scene: Scene, claims: list[Claim], claim: Claim, clause: Clause, mark: FigureMark
) -> Claim | None:
    other = scene.other(claim.subjects)
    if clause.opener != "and" or clause.entities() or clause.number < 1 or not other:
        return None
    digits = digits_of(mark.figure)
    if mark.start - clause.start > 1 or digits < 2 or not _is_of_a_kind(scene, clause, mark):
        return None
    first = scene.clauses[clause.number - 1].figures()
    spans = [scene.place(one.start, one.end).span for one in first]
    told = [
        one
        for one in claims
        if one.verdict == "supported"
        and one.kind in STATING
        and one.subjects == claim.subjects
        and any(overlaps(one.span, span) for span in spans)
    ]
    target = Target("measure", told[-1].attribute) if told else None
    if target is None or target.name not in scene.reader.measures or not fits(scene.reader, target, mark):
        return None
    judged = judge_figure(scene.reader, place_of(scene, claim), (other,), target, mark.figure, claim.kind)
    return judged if judged.verdict == "supported" else None


def _is_of_a_kind(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a word that names nothing known stands before what a figure counts: "4,900 medic jobs"."""
    nouns = [one for one in clause.marks if one.start > mark.start]
    return bool(nouns) and nouns[0].start - mark.end == 1 and scene.tokens[mark.end].low.isalpha()
