"""Relations of two entities that the words leave to be between other figures, of another measure or the other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import names
from nlg.validator.extraction.ratios.multiples import factor_of
from nlg.validator.judgement.comparisons import judge_difference, judge_ratio
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.tolerance import holds, ratio_holds, similar
from nlg.validator.judgement.verdicts import amount_of
from nlg.validator.lexis.figure import Hedge
from nlg.validator.reconsideration.assignments import VAGUE
from nlg.validator.reconsideration.words import STATING, figure_of, marks_of, overlaps, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_RELATING = frozenset({"ratio", "difference", "similarity", "comparison", "ranking"})
_SIGNED = frozenset({"difference", "comparison"})
_LIMITS = frozenset({"more", "less", "at_least", "at_most"})
_NEARLY: dict[Hedge, Hedge] = {"more": "over", "at_least": "over", "less": "under", "at_most": "under"}
"""Limits as they are meant of what is near them, so that nothing far beyond is taken for what is meant."""


def between_figures(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a relation that holds between two figures of the sentence itself taken for one between these."""
    true = [mark for mark in _stated(scene) if _is_given_rightly(scene, mark, claims)]
    for claim in claims:
        relating = claim.kind in _RELATING or (claim.kind == "share" and _is_of_the_former(scene, claim))
        if claim.verdict == "refuted" and relating and _holds_between(scene, claim, true):
            yield replace(claim, verdict="supported", message="")
        else:
            yield claim


def _is_of_the_former(scene: Scene, claim: Claim) -> bool:
    """Whether a fraction is of the other of two: "the former about a third of the latter"."""
    figures = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    behind = [token.low for token in scene.tokens[figures[-1].end : figures[-1].end + 3]] if figures else []
    return len(figures) == 1 and behind in (["of", "the", "former"], ["of", "the", "latter"])


def _is_given_rightly(scene: Scene, mark: FigureMark, claims: list[Claim]) -> bool:
    """Whether a figure is supported, or where no claim of its own has it, a share of what the sentence names."""
    on_it = [claim for claim in claims if claim.kind in STATING and overlaps(claim.span, _span(scene, mark))]
    if on_it:
        return all(claim.verdict == "supported" for claim in on_it)
    place = scene.place(mark.start, mark.end)
    items = {
        target
        for _, one in scene.marks()
        for target in getattr(one, "targets", ())
        if target.kind == "item" and mark.figure.unit == "percent"
    }
    return any(
        judge_figure(scene.reader, place, (slug,), target, mark.figure, "share").verdict == "supported"
        for target in items
        for slug in scene.context.subjects
    )


def _span(scene: Scene, mark: Mark) -> tuple[int, int]:
    return scene.place(mark.start, mark.end).span


def _stated(scene: Scene) -> list[FigureMark]:
    """The figures of a sentence that give a value, and no multiple."""
    return [
        mark
        for _, mark in scene.marks()
        if isinstance(mark, FigureMark) and mark.figure.unit != "times" and mark.figure.high is None
    ]


def _holds_between(scene: Scene, claim: Claim, figures: list[FigureMark]) -> bool:
    inside = marks_of(scene, claim)
    relation = _relation(scene, claim, inside)
    if relation is None or scene.neither or any(clause.cues("not") for clause, _ in inside):
        # What is denied of figures that bear it out is false all the same.
        return False
    start, end, test = relation
    if any(isinstance(mark, FigureMark) and mark.start >= end and mark not in figures for _, mark in inside):
        return False
    before = [mark for mark in figures if mark.end <= start][-2:]
    after = [mark for mark in figures if mark.start >= end][:2]
    pairs = [(before[-1], after[0])] if before and after else []
    if claim.kind in _SIGNED and len(after) == 2:
        # "a smaller part of the former (69.3 percent) than of the latter (82.4 percent)"
        pairs = [(after[0], after[1])]
    else:
        pairs += [(two[0], two[1]) for two in (before, after) if len(two) == 2]
    words = {token.low for token in scene.tokens[before[-1].end : start]} if len(before) == 2 else set()
    if "latter" in words:
        # "6.5% vs. 20.2%, the latter about three times the former"
        pairs = [(before[1], before[0])]
    return any(_are_alike(one, two) and test(one.figure.value, two.figure.value) for one, two in pairs)


def _are_alike(one: FigureMark, two: FigureMark) -> bool:
    """Whether two figures are in one unit, which the second need not repeat: "59,800 days, compared with 30,589"."""
    if two.figure.unit == "plain" and not two.units and one.end < two.start and not two.figure.in_words:
        return True
    same = one.figure.unit == two.figure.unit and one.figure.period == two.figure.period
    return same and one.units == two.units


_Test = Callable[[Decimal, Decimal], bool]


def _relation(scene: Scene, claim: Claim, marks: list[tuple[Clause, Mark]]) -> tuple[int, int, _Test] | None:
    """Where the words of a relation stand, and what it asks of two figures, the first of whom it is said of."""
    for clause, mark in marks:
        if claim.kind == "share" and isinstance(mark, FigureMark) and mark.figure.unit == "fraction":
            part = mark.figure
            return mark.start, mark.end, partial(_is_multiple, part.value, part.step, part.hedge)
        reading = factor_of(scene, clause, mark) if claim.kind == "ratio" else None
        if reading is not None:
            factor, hedge, step, start, end = reading
            return start, end, partial(_is_multiple, factor, step, hedge)
    cues = [
        mark for _, mark in marks if isinstance(mark, CueMark) and mark.cue.role == "more" and mark.cue.sign
    ]
    figures = [mark for _, mark in marks if isinstance(mark, FigureMark) and mark.figure.unit == "percent"]
    if claim.kind == "similarity":
        same = [mark for _, mark in marks if isinstance(mark, CueMark) and mark.cue.role == "similar"]
        return (same[0].start, same[0].end, lambda one, two: similar(one, two, False)) if same else None
    if not cues:
        return None
    cue = cues[0]
    if [token.low for token in scene.tokens[max(0, cue.start - 2) : cue.start]] == ["of", "the"]:
        # "58 percent of the smaller figure" says what a part is of, and relates nothing.
        return None
    if figures and figures[0].end <= cue.start:
        share = figures[0].figure

        def by_share(one: Decimal, two: Decimal) -> bool:
            gap = (one - two) * cue.cue.sign
            return bool(two) and gap > 0 and holds(share.value, share.step, share.hedge, gap / two * 100)

        return figures[0].start, cue.end, by_share
    if claim.kind == "ranking" or not _is_of_figures(scene, cue):
        return None
    return cue.start, cue.end, lambda one, two: (one - two) * cue.cue.sign > 0


def _is_multiple(factor: Decimal, step: Decimal, hedge: Hedge, one: Decimal, two: Decimal) -> bool:
    return bool(two) and ratio_holds(factor, step, hedge, one / two)


def _is_of_figures(scene: Scene, cue: CueMark) -> bool:
    """Whether a comparative sets one share in brackets against another: "(36%), a larger share than …"."""
    word = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else ""
    return word in _PARTS


_PARTS = frozenset({"share", "part", "proportion", "percentage", "fraction"})


def in_points(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, points taken for a value taken for a gap: "also the faster-growing one, by 1.9 points"."""
    for claim in claims:
        found = figure_of(scene, claim)
        is_measured = claim.attribute in scene.reader.measures and len(scene.context.subjects) == 2
        if found is None or found[1].figure.unit != "points" or not is_measured:
            yield claim
            continue
        one, two = scene.context.subjects
        target = Target("measure", claim.attribute)
        judged = judge_difference(scene.reader, place_of(scene, claim), one, two, target, found[1].figure, 0)
        yield judged if judged.verdict == "supported" else claim


def of_a_measure_told(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a multiple whose clause names no measure taken for one of what the sentence gives beside it."""
    given = [claim.attribute for claim in claims if claim.verdict == "supported" and claim.kind in STATING]
    said = scene.context.discourse.target
    if said is not None and said.kind == "measure" and not any(clause.targets() for clause in scene.clauses):
        given.append(said.name)
    targets = [
        Target("measure", concept) for concept in dict.fromkeys(given) if concept in scene.reader.measures
    ]
    for claim in claims:
        open_ratio = claim.verdict == "refuted" and claim.kind == "ratio" and len(claim.subjects) == 2
        yield (_of_one_told(scene, claim, targets) if open_ratio else None) or claim


def _of_one_told(scene: Scene, claim: Claim, targets: list[Target]) -> Claim | None:
    first_taken = Target("measure", claim.attribute)
    for clause, mark in marks_of(scene, claim):
        reading = factor_of(scene, clause, mark)
        if reading is None or any(names(scene, one, first_taken) for one in clause.marks):
            continue
        if isinstance(mark, FigureMark) and mark.figure.unit == "plain":
            # "one editor for every three librarians" counts them, whatever else was told.
            continue
        factor, hedge, step, _, _ = reading
        hedge = _NEARLY.get(hedge, hedge)
        for target in targets:
            first, second = claim.subjects
            judged = judge_ratio(
                scene.reader, place_of(scene, claim), first, second, target, factor, hedge, step
            )
            if judged.verdict == "supported":
                return judged
    return None


def turned(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a multiple of which no word says whose it is taken the way in which it is true."""
    for claim in claims:
        yield _other_way(scene, claim) if claim.verdict == "refuted" and claim.kind == "ratio" else claim


def _other_way(scene: Scene, claim: Claim) -> Claim:
    target = Target("measure", claim.attribute)
    if len(claim.subjects) != 2 or claim.attribute not in scene.reader.measures:
        return claim
    for clause, mark in marks_of(scene, claim):
        reading = factor_of(scene, clause, mark)
        region = scene.clauses[clause.number : clause.number + 2]
        named = any(
            isinstance(one, EntityMark) and one.reference not in VAGUE
            for part in region
            for one in part.marks
        )
        if reading is None or named:
            continue
        factor, hedge, step, _, _ = reading
        second, first = claim.subjects
        judged = judge_ratio(scene.reader, place_of(scene, claim), first, second, target, factor, hedge, step)
        if judged.verdict == "supported" and hedge not in _LIMITS:
            return judged
    return claim


def gap_again(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a rise right behind a gap taken for the same gap in percent: "$36,640 more, an increase of 62%"."""
    gaps = [claim for claim in claims if claim.kind == "difference" and claim.verdict == "supported"]
    for claim in claims:
        before = [gap for gap in gaps if gap.span[1] <= claim.span[0]]
        found = figure_of(scene, claim) if before else None
        if found is None or found[1].figure.unit != "percent" or found[0].opener not in (",", "(", "—", "or"):
            yield claim
            continue
        first, second = before[-1].subjects
        target = Target("measure", before[-1].attribute)
        amounts = [amount_of(scene.reader, slug, target) for slug in (first, second)]
        ahead = amounts[0] is not None and amounts[1] is not None and amounts[0].value > amounts[1].value
        sign = 1 if ahead else -1
        judged = judge_difference(
            scene.reader, place_of(scene, claim), first, second, target, found[1].figure, sign
        )
        yield judged if judged.verdict == "supported" else claim
