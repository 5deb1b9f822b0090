"""Figures of which no word says whose they are, given to whom they are true of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling, names
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import unparsed
from nlg.validator.reconsideration.words import STATING, figure_of, marks_of, overlaps, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

VAGUE = frozenset({"both", "it", "they", "neither"})
"""References that tell no figure's owner from the other's."""
_BESIDE = 8
"""Words between two figures that are set side by side."""


def in_pairs(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims with two figures side by side given to the two entities in the order that is true of them."""
    named = [
        mark.start
        for _, mark in scene.marks()
        if isinstance(mark, EntityMark) and mark.reference not in VAGUE and mark.slugs
    ]
    settled: dict[tuple[int, int], Claim] = {}
    if len(scene.context.subjects) == 2 and not scene.context.discourse.question:
        spans = [claim.span for claim in claims]
        figures = [
            (clause, mark)
            for clause, mark in scene.marks()
            if isinstance(mark, FigureMark)
            and any(overlaps(span, scene.place(mark.start, mark.end).span) for span in spans)
        ]
        for (one, first), (two, second) in pairwise(figures):
            free = (
                min(named, default=two.end) >= two.end
                or _is_in_brackets(scene, one, two, named)
                or _is_of_them(scene, one, two, named)
            )
            if free and _is_side_by_side(scene, one, first, two, second):
                settled |= _settled(scene, claims, first, second)
    for claim in claims:
        yield settled.get(claim.span, claim) if claim.kind in STATING else claim


def in_the_order_named(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, the first of two figures joined by "and" given to the first of the two named before them.

    Example: "43.5 percent of hairdressers and 48.1 of barbers, followed by some college, at 32.4 and 26.1 percent"
    """
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_of_the_first_named(scene, claim, *found) if found is not None else None) or claim


def _of_the_first_named(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    beside = following[0].figures()[:1] if following and following[0].opener == "and" else []
    if not beside or clause.entities() or following[0].entities() or beside[0].start - mark.end > 2:
        return None
    named = [
        one.slugs[0]
        for _, one in scene.marks()
        if isinstance(one, EntityMark) and not one.reference and len(one.slugs) == 1 and one.end <= mark.start
    ]
    order = list(dict.fromkeys(named))
    if len(order) != 2 or claim.subjects != (order[1],):
        return None
    items = [
        one
        for _, other in scene.marks()
        if isinstance(other, TargetMark) and other.end <= mark.start
        for one in other.targets
        if one.kind == "item"
    ]
    measured = [Target("measure", claim.attribute)] if claim.attribute in scene.reader.measures else []
    for target in measured or items[-1:]:
        place = place_of(scene, claim)
        second = judge_figure(scene.reader, place, (order[1],), target, beside[0].figure, claim.kind)
        first = judge_figure(scene.reader, place, (order[0],), target, mark.figure, claim.kind)
        if first.verdict == second.verdict == "supported":
            return first
    return None


def _is_in_brackets(scene: Scene, one: Clause, two: Clause, named: list[int]) -> bool:
    """Whether two clauses stand in brackets behind one without a name: "it is the bigger field (1,200 versus 800)"."""
    before = scene.clauses[one.number - 1].start if one.number else two.end
    return one.opener == "(" and not any(before <= start < two.end for start in named)


def _is_of_them(scene: Scene, one: Clause, two: Clause, named: list[int]) -> bool:
    """Whether two clauses behind a colon give what both have: "…, and their openings are in proportion: 5 to 2"."""
    before = scene.clauses[one.number - 1] if one.number else one
    if one.opener != ":" or any(before.start <= start < two.end for start in named):
        return False
    return any(mark.reference == "they" for mark in before.entities())


def _is_side_by_side(scene: Scene, one: Clause, first: FigureMark, two: Clause, second: FigureMark) -> bool:
    if first.figure.high is not None or second.figure.high is not None:
        return False
    # "two years against four"
    shared = first.figure.unit == "time" and second.figure.unit == "plain" and second.figure.in_words
    # "6,792 km against 12,756"
    shared = shared or (second.figure.unit == "plain" and not second.units and not second.figure.in_words)
    if first.units != second.units and not shared:
        return False
    same = first.figure.unit == second.figure.unit and first.figure.period in ("", second.figure.period)
    ordered = any(clause.cues("respectively") for clause in scene.clauses)
    beside = two.opener in ("and", "against") and two.number == one.number + 1
    return (same or shared) and beside and not ordered and second.start - first.end <= _BESIDE


def _settled(
    scene: Scene, claims: list[Claim], first: FigureMark, second: FigureMark
) -> dict[tuple[int, int], Claim]:
    """The claims of two figures, by their spans, in the order and of the measure of which both are true."""
    reader, (one, two) = scene.reader, scene.context.subjects
    places = [scene.place(mark.start, mark.end) for mark in (first, second)]
    on_them = [
        [claim for claim in claims if claim.kind in STATING and overlaps(claim.span, place.span)]
        for place in places
    ]
    if any(len(found) != 1 for found in on_them) or all(found[0].verdict != "refuted" for found in on_them):
        return {}
    known = [
        Target("measure", found[0].attribute) for found in on_them if found[0].attribute in reader.measures
    ]
    targets = [target for target in known if reader.measures[target.name].numeric]
    told = any(names(scene, mark, target) for _, mark in scene.marks() for target in known)
    if not told and is_telling(first.figure) and is_telling(second.figure):
        targets += [
            Target("measure", concept)
            for concept, measure in reader.measures.items()
            if measure.numeric and fits(reader, Target("measure", concept), first)
        ]
    half: dict[tuple[int, int], Claim] = {}
    for target in dict.fromkeys(targets):
        for order in ((one, two), (two, one)):
            judged = [
                judge_figure(reader, place_of(scene, found[0]), (slug,), target, mark.figure, found[0].kind)
                for slug, mark, found in zip(order, (first, second), on_them, strict=True)
            ]
            if all(claim.verdict == "supported" for claim in judged):
                return {claim.span: claim for claim in judged}
            if target in known and any(claim.verdict == "supported" for claim in judged):
                half = half or {claim.span: claim for claim in judged}
    # One of two figures that are both wrong in this order may be right in the other.
    return half if all(found[0].verdict == "refuted" for found in on_them) else {}


def of_a_pronoun(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure of "them" given to the other where both were named before it in the sentence."""
    for claim in claims:
        found = figure_of(scene, claim)
        other = scene.other(claim.subjects)
        if (
            found is None
            or not other
            or not found[0].entities()
            or found[0].names_somebody()
            or claim.attribute not in scene.reader.measures
        ):
            yield claim
            continue
        before = {
            one.slugs
            for _, one in scene.marks()
            if isinstance(one, EntityMark)
            and not one.reference
            and len(one.slugs) == 1
            and one.end <= found[1].start
        }
        target = Target("measure", claim.attribute)
        figure = replace(found[1].figure, hedge="") if is_telling(found[1].figure) else found[1].figure
        judged = judge_figure(scene.reader, place_of(scene, claim), (other,), target, figure, claim.kind)
        yield judged if len(before) > 1 and judged.verdict == "supported" else claim


def of_either(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, one of both entities left open where its clause names nobody and it is true of one of them."""
    for claim in claims:
        yield _left_open(scene, claim) if claim.verdict == "refuted" else claim


def _left_open(scene: Scene, claim: Claim) -> Claim:
    expected = claim.expected if isinstance(claim.expected, tuple) else ()
    if (
        claim.kind not in ("value", "share")
        or len(claim.subjects) != 2
        or not isinstance(claim.stated, str | int | float)
    ):
        return claim
    clauses = {clause.number: clause for clause, _ in marks_of(scene, claim)}
    for clause in list(clauses.values()):
        if clause.opener == ":":
            # "Best-paying sector, both trades: government" says of both what stands behind the colon.
            clauses |= {one.number: one for one in scene.clauses[: clause.number]}
    spoken_of = [
        # "Its 31,000 openings" are of one, whoever is meant.
        "they" if one.reference == "it" and one.possessive else one.reference
        for clause in clauses.values()
        for one in clause.entities() or _fronted(scene, clause)
    ]
    # "Half of them are over 41.5" may be said of one; a figure without any subject is of both.
    named = any(one != "they" for one in spoken_of) or (not spoken_of and not isinstance(claim.stated, str))
    denied = bool(expected) and all(one == claim.stated for one in expected)
    if named or denied or claim.stated not in expected or scene.neither:
        return claim
    message = f'cannot tell of which of the two "{claim.text}" is said'
    return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects, claim.attribute)


def _fronted(scene: Scene, clause: Clause) -> list[EntityMark]:
    """Whom the words before a comma name that only say of whom a clause is: "for both trades, utilities pay best"."""
    front = scene.clauses[clause.number - 1] if clause.number else None
    if front is None or clause.opener != "," or front.opener or front.figures() or front.targets():
        return []
    return front.entities() if scene.tokens[front.start].low in ("for", "in", "among") else []
