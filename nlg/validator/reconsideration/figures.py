"""Figures that the words leave to be of something else than what was taken first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.elisions import in_order_of_items
from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import is_telling
from nlg.validator.extraction.figures.rows import is_told_in_a_row, told_in_a_row
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import limit_of
from nlg.validator.judgement.comparisons import judge_difference, judge_similarity
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import amount_of, unparsed
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_CHANGING = frozenset(word_list("reconsideration")["changing"])
_NEAR = 5
"""Words between a share and an item that is surely its own."""


def of_another_item(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a share of an item that its clause does not name given to another that the sentence names."""
    for claim in claims:
        found = figure_of(scene, claim)
        better = _item_meant(scene, claim, *found) if found is not None and len(claim.subjects) == 1 else None
        yield better or claim


def _item_meant(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    if mark.figure.unit not in ("percent", "fraction") or mark.figure.in_words:
        return None
    if told_in_a_row(scene, mark, claim.subjects) is not None:
        return None
    if _is_of_the_last(scene, clause, mark):
        return _last_item(scene, claim, clause, mark)
    if in_order_of_items(scene, mark) is not None:
        return None
    items: list[Target] = []
    apposed: list[Target] = []
    for other, one in scene.marks():
        here = [target for target in getattr(one, "targets", ()) if target.kind == "item"]
        here = [target for target in here if scene.reader.collections[target.name].kind == "distribution"]
        if here and other is clause and 0 <= one.start - mark.end < _NEAR:
            return None
        if here and _is_of_its_share(scene, one.end, mark.start):
            # "their Black share, 4.3%" is of no other item
            return None
        apposed = apposed or (here if here and 0 <= mark.start - one.end < 2 else [])
        if here and other is clause and one.end <= mark.start and not apposed:
            return None
        items += here
    items = apposed or items
    said = scene.context.discourse.target
    if said is not None and said.kind == "item" and is_telling(mark.figure):
        items.append(said)
    for target in dict.fromkeys((*items, *(replace(one, reach=0) for one in items))):
        judged = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects, target, mark.figure, "share"
        )
        if judged.verdict == "supported":
            return judged
    return None


def _is_of_its_share(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but a noun of share and a sign stand between two places."""
    words = [token.low for token in scene.tokens[start:end]] if 0 < end - start < _NEAR else []
    return bool(words) and words[0] in _SHARES and all(word in _LINKS for word in words[1:])


_SHARES = frozenset({"share", "proportion", "percentage", "population"})
_LINKS = frozenset({",", "(", "—", ":", "is", "at", "of"})


def _is_of_the_last(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a share alone is that of the item named before it: "a diploma among bakers (30%)", "…, at 30%"."""
    opening = clause.opener == "(" or (
        clause.opener == "," and scene.tokens[clause.start].low in ("at", "with", "by")
    )
    before = scene.clauses[clause.number - 1] if opening and clause.number else None
    return (
        before is not None
        and clause.marks == [mark]
        and any(target.kind == "item" for one in before.targets() for target in one.targets)
    )


def _last_item(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    """The share judged of the item before it, where it was taken for one behind it: "…, at 35.8%, with a diploma"."""
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    if following and following[0].opener != "with":
        # "nitrogen and argon, at 2.59% and 1.94%"
        return None
    items = [
        target
        for one in scene.clauses[clause.number - 1].targets()
        for target in one.targets
        if target.kind == "item"
    ]
    judged = judge_figure(
        scene.reader, place_of(scene, claim), claim.subjects, items[-1], mark.figure, "share"
    )
    return judged if judged.verdict == "supported" else None


def of_what_is_usual(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure that no word makes an end of the range spoken of before taken for what is usual.

    Example: "It swings from 206.7 to 249.3. Earth's at 149.6."
    """
    for claim in claims:
        found = figure_of(scene, claim) if claim.kind == "bound" else None
        yield (_usual(scene, claim, *found) if found is not None else None) or claim


def _usual(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    measure = scene.reader.measures.get(claim.attribute)
    if measure is None or not measure.range or mark.figure.hedge or limit_of(scene, clause, mark) is not None:
        return None
    plain = plain_beside(scene, Target("range", measure.range))
    if plain is None or not is_telling(mark.figure):
        return None
    if is_told_in_a_row(scene, mark, claim.subjects, Target("measure", claim.attribute)):
        return None
    judged = judge_figure(scene.reader, place_of(scene, claim), claim.subjects, plain, mark.figure, "value")
    return judged if judged.verdict == "supported" else None


def of_the_runner_up(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a share set against that of somebody's most common item taken for their next one's.

    Example: "a high school diploma is their most common level, by a nose: 33.2% against 32.4%"
    """
    most = any(clause.cues("most", "top") for clause in scene.clauses)
    for claim in claims:
        found = figure_of(scene, claim) if most and claim.kind == "share" else None
        yield (_next_share(scene, claim, claims, *found) if found is not None else None) or claim


def _next_share(
    scene: Scene, claim: Claim, claims: list[Claim], clause: Clause, mark: FigureMark
) -> Claim | None:
    if clause.opener != "against" or clause.entities() or clause.targets() or not is_telling(mark.figure):
        return None
    firsts = [one for one in claims if one.verdict == "supported" and one.attribute == claim.attribute]
    shares = [one for one in firsts if one.kind == "share" and len(one.subjects) == 1]
    collection = scene.reader.collections.get(claim.attribute)
    if not shares or shares[-1].span[1] > claim.span[0] or collection is None:
        return None
    subjects = shares[-1].subjects
    for item in collection.items.get(subjects[0], ())[1:2]:
        target = Target("item", claim.attribute, item.name)
        judged = judge_figure(scene.reader, place_of(scene, claim), subjects, target, mark.figure, "share")
        return judged if judged.verdict == "supported" else None
    return None


def of_a_match(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, values that "match" taken for close where the sentence goes on to give both of them.

    Example: "The ages match as well: the typical nurse is 42.3, the typical aide 42.9"
    """
    given = {
        (claim.attribute, slug)
        for claim in claims
        if claim.verdict == "supported" and claim.kind in ("value", "share")
        for slug in claim.subjects
    }
    for claim in claims:
        words = claim.text.lower().split()
        told = all((claim.attribute, slug) in given for slug in claim.subjects)
        measured = claim.attribute in scene.reader.measures and len(claim.subjects) == 2
        if claim.kind != "similarity" or claim.verdict != "refuted" or words[-1] not in _MATCHING:
            yield claim
        elif told and measured:
            target = Target("measure", claim.attribute)
            one, two = claim.subjects
            yield judge_similarity(scene.reader, place_of(scene, claim), one, two, target, False)
        else:
            yield claim


_MATCHING = frozenset({"match", "matches", "matched"})


def below_zero(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure below zero taken for what it is: "65 degrees below zero"."""
    for claim in claims:
        found = figure_of(scene, claim)
        target = Target("measure", claim.attribute)
        after = [token.low for token in scene.tokens[found[1].end : found[1].end + 2]] if found else []
        below = after == ["below", "zero"] or (after[:1] == ["below"] and not "".join(after[1:]).isalpha())
        if found is None or not below or claim.attribute not in scene.reader.measures:
            yield claim
            continue
        figure = replace(found[1].figure, value=-found[1].figure.value)
        yield judge_figure(scene.reader, place_of(scene, claim), claim.subjects, target, figure, claim.kind)


def far_off(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a number that no slip makes of any value of its measure left open: "his 4.1" of thousands of jobs."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield _unknown(scene, claim) if found is not None and _is_far_off(scene, claim, found[1]) else claim


def _is_far_off(scene: Scene, claim: Claim, mark: FigureMark) -> bool:
    target = Target("measure", claim.attribute)
    bare = mark.figure.unit == "plain" and not mark.units and mark.figure.scale == 1
    if claim.attribute not in scene.reader.measures or not mark.figure.value or not bare:
        return False
    amounts = [amount_of(scene.reader, slug, target) for slug in (*claim.subjects, *scene.context.subjects)]
    known = [abs(amount.value) for amount in amounts if amount is not None]
    stated = abs(mark.figure.value)
    return bool(known) and all(max(one, stated) > _SLIP * min(one, stated) for one in known)


_SLIP = 1000
"""How many times a value no misprint of it can be."""


def _unknown(scene: Scene, claim: Claim) -> Claim:
    message = f'cannot tell what "{claim.text}" measures, or of whom'
    return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects)


def of_the_gap(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a figure to which something widens or shrinks taken for the gap: "it widens to $7,330"."""
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_gap(scene, claim, *found) if found is not None else None) or claim


def _gap(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    changes = any(one in _CHANGING and "to" in words[at : at + 3] for at, one in enumerate(words))
    if not changes or len(scene.context.subjects) != 2 or not is_telling(mark.figure):
        return None
    one, two = scene.context.subjects
    for concept, measure in scene.reader.measures.items():
        target = Target("measure", concept)
        if not measure.numeric or not fits(scene.reader, target, mark):
            continue
        judged = judge_difference(scene.reader, place_of(scene, claim), one, two, target, mark.figure, 0)
        if judged.verdict == "supported":
            return judged
    return None
