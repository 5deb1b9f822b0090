"""Claims that are false as first read, weighed once more before they are called so.

A reader who knows the figures does not take a guess for an error. Two figures side by side of which nobody says whose
they are stand in either order; a multiple or a gap between two figures that the sentence itself gives, and gives
rightly, is between these; and what is said of one's own life is no claim about the compared. What a clause names
explicitly, whom and which measure, is never read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.comparison import judge_difference, judge_ratio
from nlg.validator.extraction.multiples import factor_of
from nlg.validator.extraction.rereading import is_telling, names
from nlg.validator.figure_judgement import judge_figure
from nlg.validator.judgement import amount_of, unparsed
from nlg.validator.lexis.figure import Hedge
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.marks import CueMark, EntityMark, FigureMark, Mark
from nlg.validator.measures import fits
from nlg.validator.resolution import Target
from nlg.validator.scene import Scene
from nlg.validator.tolerance import holds, ratio_holds, similar

_LIST = word_list("reconsideration")
_PERSONS, _OWNING = frozenset(_LIST["persons"]), frozenset(_LIST["owning"])
_STATING = frozenset({"value", "share", "trend", "bound"})
_RELATING = frozenset({"ratio", "difference", "similarity", "comparison", "ranking"})


def reconsider(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence, those that are refuted on a guess replaced by what the words leave possible."""
    for step in _STEPS:
        if not any(claim.verdict == "refuted" for claim in claims):
            break
        claims = list(step(scene, claims))
    return claims


def _marks_of(scene: Scene, claim: Claim) -> list[tuple[Clause, Mark]]:
    """The marks that a claim's words hold."""
    start, end = claim.span
    found = []
    for clause, mark in scene.marks():
        first, last = scene.place(mark.start, mark.end).span
        if first < end and start < last:
            found.append((clause, mark))
    return found


def _figure_of(scene: Scene, claim: Claim) -> tuple[Clause, FigureMark] | None:
    figures = [(clause, mark) for clause, mark in _marks_of(scene, claim) if isinstance(mark, FigureMark)]
    return figures[0] if len(figures) == 1 else None


def _in_person(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without figures of the writer's or the reader's own: "the $98k you're on", "at 37 you'd fit in"."""
    for claim in claims:
        found = _figure_of(scene, claim) if claim.verdict == "refuted" and claim.kind in _STATING else None
        if found is None or not _is_own(scene, found[1]):
            yield claim


def _is_own(scene: Scene, mark: FigureMark) -> bool:
    after = [token.low for token in scene.tokens[mark.end : mark.end + 4] if token.low != "that"]
    if not after or after[0].partition("'")[0] not in _PERSONS:
        return False
    if mark.figure.unit == "plain" and mark.start and scene.tokens[mark.start - 1].low == "at":
        return True
    verb = after[0].partition("'")[2] or (after[1].lstrip("'") if len(after) > 1 else "")
    return verb in _OWNING


def _in_pairs(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims with two figures side by side given to the two entities in the order that is true of them."""
    named = any(
        isinstance(mark, EntityMark) and mark.reference not in _VAGUE and mark.slugs
        for _, mark in scene.marks()
    )
    settled: dict[tuple[int, int], Claim] = {}
    if len(scene.context.subjects) == 2 and not named and not scene.context.discourse.question:
        figures = [(clause, mark) for clause, mark in scene.marks() if isinstance(mark, FigureMark)]
        for (one, first), (two, second) in pairwise(figures):
            if _is_side_by_side(scene, one, first, two, second):
                settled |= _settled(scene, claims, one, first, second)
    for claim in claims:
        yield settled.get(claim.span, claim) if claim.kind in _STATING else claim


def _is_side_by_side(scene: Scene, one: Clause, first: FigureMark, two: Clause, second: FigureMark) -> bool:
    alike = first.figure.unit == second.figure.unit and first.figure.period in ("", second.figure.period)
    if first.figure.high is not None or second.figure.high is not None or not alike:
        return alike and False
    ordered = any(clause.cues("respectively") for clause in scene.clauses)
    beside = two.opener in ("and", "against") and two.number == one.number + 1
    return beside and not ordered and second.start - first.end <= _BESIDE and first.units == second.units


_VAGUE = frozenset({"both", "it", "they"})
"""References that tell no figure's owner from the other's."""
_BESIDE = 8
"""Words between two figures that are set side by side."""


def _settled(
    scene: Scene, claims: list[Claim], clause: Clause, first: FigureMark, second: FigureMark
) -> dict[tuple[int, int], Claim]:
    """The claims of two figures, by their spans, in the order and of the measure of which both are true."""
    reader, (one, two) = scene.reader, scene.context.subjects
    places = [scene.place(mark.start, mark.end) for mark in (first, second)]
    on_them = [
        [claim for claim in claims if claim.kind in _STATING and _overlaps(claim.span, place.span)]
        for place in places
    ]
    if any(len(found) != 1 for found in on_them) or all(found[0].verdict != "refuted" for found in on_them):
        return {}
    known = [
        Target("measure", found[0].attribute) for found in on_them if found[0].attribute in reader.measures
    ]
    targets = [target for target in known if reader.measures[target.name].numeric]
    if not any(
        names(scene, mark, target) for one_ in scene.clauses for mark in one_.marks for target in known
    ):
        if is_telling(first.figure) and is_telling(second.figure):
            targets += [
                Target("measure", concept)
                for concept, measure in reader.measures.items()
                if measure.numeric and fits(reader, Target("measure", concept), first)
            ]
    for target in dict.fromkeys(targets):
        for order in ((one, two), (two, one)):
            judged = [
                judge_figure(reader, place, (slug,), target, mark.figure, found[0].kind)
                for place, slug, mark, found in zip(places, order, (first, second), on_them, strict=True)
            ]
            if all(claim.verdict == "supported" for claim in judged):
                return {
                    found[0].span: replace(claim, span=found[0].span, text=found[0].text)
                    for found, claim in zip(on_them, judged, strict=True)
                }
    return {}


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _between_figures(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a relation that holds between two figures of the sentence itself taken for one between these."""
    false = [claim.span for claim in claims if claim.verdict == "refuted" and claim.kind in _STATING]
    true = [mark for mark in _stated(scene) if not any(_overlaps(span, _span(scene, mark)) for span in false)]
    for claim in claims:
        if claim.verdict == "refuted" and claim.kind in _RELATING and _holds_between(scene, claim, true):
            yield replace(claim, verdict="supported", message="")
        else:
            yield claim


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
    inside = _marks_of(scene, claim)
    relation = _relation(scene, claim, inside)
    if relation is None:
        return False
    start, end, test = relation
    before = [mark for mark in figures if mark.end <= start][-2:]
    after = [mark for mark in figures if mark.start >= end][:2]
    pairs = [(before[-1], after[0])] if before and after else []
    pairs += [(two[0], two[1]) for two in (before, after) if len(two) == 2]
    return any(
        one.figure.unit == two.figure.unit
        and one.units == two.units
        and one.figure.period == two.figure.period
        and test(one.figure.value, two.figure.value)
        for one, two in pairs
    )


_Test = Callable[[Decimal, Decimal], bool]


def _relation(scene: Scene, claim: Claim, marks: list[tuple[Clause, Mark]]) -> tuple[int, int, _Test] | None:
    """Where the words of a relation stand, and what it asks of two figures, the first of whom it is said of."""
    for clause, mark in marks:
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


def _of_either(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, one of both entities left open where its clause names nobody and it is true of one of them."""
    for claim in claims:
        yield _left_open(scene, claim) if claim.verdict == "refuted" else claim


def _left_open(scene: Scene, claim: Claim) -> Claim:
    expected = claim.expected if isinstance(claim.expected, tuple) else ()
    if claim.kind not in ("value", "share") or len(claim.subjects) != 2 or not isinstance(claim.stated, str):
        return claim
    clauses = {clause.number: clause for clause, _ in _marks_of(scene, claim)}
    if any(clause.entities() for clause in clauses.values()) or claim.stated not in expected:
        return claim
    message = f'cannot tell of which of the two "{claim.text}" is said'
    place = scene.place(0, 1)
    return unparsed(
        replace(place, span=claim.span, text=claim.text), claim.kind, message, claim.subjects, claim.attribute
    )


def _of_another_item(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a share of an item that its clause does not name given to another that the sentence names."""
    for claim in claims:
        found = _figure_of(scene, claim) if claim.verdict == "refuted" and claim.kind in _STATING else None
        better = _item_meant(scene, claim, *found) if found is not None and len(claim.subjects) == 1 else None
        yield better or claim


def _item_meant(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    if mark.figure.unit not in ("percent", "fraction") or not is_telling(mark.figure):
        return None
    items: list[Target] = []
    for other, one in scene.marks():
        here = [target for target in getattr(one, "targets", ()) if target.kind == "item"]
        if here and (
            0 <= mark.start - one.end < 2 or (other is clause and -_NEAR < one.start - mark.end < _NEAR)
        ):
            return None
        items += [target for target in here if scene.reader.collections[target.name].kind == "distribution"]
    place = replace(scene.place(mark.start, mark.end), span=claim.span, text=claim.text)
    for target in dict.fromkeys(items):
        judged = judge_figure(scene.reader, place, claim.subjects, target, mark.figure, "share")
        if judged.verdict == "supported":
            return judged
    return None


_NEAR = 5
"""Words between a share and an item that is surely its own."""


def _turned(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a multiple of which no word says whose it is taken the way in which it is true."""
    for claim in claims:
        yield _other_way(scene, claim) if claim.verdict == "refuted" and claim.kind == "ratio" else claim


def _other_way(scene: Scene, claim: Claim) -> Claim:
    target = Target("measure", claim.attribute)
    if len(claim.subjects) != 2 or claim.attribute not in scene.reader.measures:
        return claim
    for clause, mark in _marks_of(scene, claim):
        reading = factor_of(scene, clause, mark)
        region = scene.clauses[clause.number : clause.number + 2]
        named = any(
            isinstance(one, EntityMark) and one.reference not in _VAGUE
            for part in region
            for one in part.marks
        )
        if reading is None or named:
            continue
        factor, hedge, step, _, _ = reading
        place = replace(scene.place(mark.start, mark.end), span=claim.span, text=claim.text)
        second, first = claim.subjects
        judged = judge_ratio(scene.reader, place, first, second, target, factor, hedge, step)
        if judged.verdict == "supported" and hedge not in ("more", "less", "at_least", "at_most"):
            return judged
    return claim


def _gap_again(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a rise right behind a gap taken for the same gap in percent: "$36,640 more, an increase of 62%"."""
    gaps = [claim for claim in claims if claim.kind == "difference" and claim.verdict == "supported"]
    for claim in claims:
        before = [gap for gap in gaps if gap.span[1] <= claim.span[0]]
        found = _figure_of(scene, claim) if claim.verdict == "refuted" and before else None
        if found is None or found[1].figure.unit != "percent" or found[0].opener not in (",", "(", "—", "or"):
            yield claim
            continue
        first, second = before[-1].subjects
        place = replace(scene.place(found[1].start, found[1].end), span=claim.span, text=claim.text)
        target = Target("measure", before[-1].attribute)
        amounts = [amount_of(scene.reader, slug, target) for slug in (first, second)]
        ahead = amounts[0] is not None and amounts[1] is not None and amounts[0].value > amounts[1].value
        sign = 1 if ahead else -1
        judged = judge_difference(scene.reader, place, first, second, target, found[1].figure, sign)
        yield judged if judged.verdict == "supported" else claim


_STEPS: tuple[Callable[[Scene, list[Claim]], Iterator[Claim]], ...] = (
    _in_person,
    _in_pairs,
    _between_figures,
    _of_another_item,
    _gap_again,
    _turned,
    _of_either,
)
