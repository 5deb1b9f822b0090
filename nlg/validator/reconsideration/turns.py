"""Whom a clause is about that names nobody: the other, where only a guess said who and it is true of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import amount_of, unparsed
from nlg.validator.reconsideration.words import STATING, figure_of, marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark
from nlg.validator.sentences.predicated import told_behind_a_colon
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def of_one_and_the_other(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, figures of "the one" and "the other", whom nobody can tell apart, given to whom they are true of."""
    references = [one.reference for _, one in scene.marks() if isinstance(one, EntityMark)]
    named = any(isinstance(one, EntityMark) and not one.reference for _, one in scene.marks())
    both = "one" in references and "other" in references and not named
    for claim in claims:
        found = figure_of(scene, claim) if both and len(claim.subjects) == 1 else None
        other = scene.other(claim.subjects) if found is not None else ""
        if found is None or not other or claim.attribute not in scene.reader.measures:
            yield claim
            continue
        target = Target("measure", claim.attribute)
        judged = judge_figure(
            scene.reader, place_of(scene, claim), (other,), target, found[1].figure, claim.kind
        )
        yield judged if judged.verdict == "supported" else claim


def named_later(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, what stands before every name taken to be of whom was spoken of, and not of who is named next.

    Example: "A rare bird, with 12,630 jobs, so that nurses outnumber reporters"
    """
    for claim in claims:
        is_open = claim.verdict == "refuted" and claim.kind in STATING and len(claim.subjects) == 1
        yield (_of_the_other(scene, claim) if is_open else None) or claim


def _of_the_other(scene: Scene, claim: Claim) -> Claim | None:
    other = scene.other(claim.subjects)
    clauses = [clause for clause, _ in marks_of(scene, claim)]
    if not other or scene.context.discourse.subjects != (other,):
        return None
    if not clauses or not _is_before_every_name(scene, clauses[-1]):
        return None
    figure = figure_of(scene, claim)
    if figure is not None:
        target = Target("measure", claim.attribute)
        if claim.attribute not in scene.reader.measures:
            return None
        judged = judge_figure(
            scene.reader, place_of(scene, claim), (other,), target, figure[1].figure, claim.kind
        )
        return judged if judged.verdict == "supported" else None
    if any(isinstance(mark, FigureMark) for _, mark in marks_of(scene, claim)):
        return None
    message = f'cannot tell of whom "{claim.text}" is said'
    return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects, claim.attribute)


def _is_before_every_name(scene: Scene, clause: Clause) -> bool:
    """Whether nobody is named up to a clause's end, and somebody behind it."""
    named = [mark for _, mark in scene.marks() if isinstance(mark, EntityMark) and mark.slugs]
    if not named or not clause.inherited or any(mark.start < clause.end for mark in named):
        return False
    if told_behind_a_colon(scene.clauses, clause.number, scene.tokens):
        # "Master's degree at the start: actuary" is of the one named, whoever was spoken of.
        return False
    following = scene.clauses[clause.number + 1 :]
    main = next((one for one in following if one.opener != "against"), None)
    opening = scene.tokens[clause.start - 1 if clause.opener == "with" else clause.start].low
    # "At 35 km/s, Venus orbits faster" speaks of Venus, whoever was spoken of.
    if opening not in _FRONTED or main is None or main.opener != ",":
        return True
    first = next(iter(main.entities()), None)
    if first is None or first.is_pronoun:
        return True
    # "With 25.2 degrees, the tilt is not far from ours" speaks of somebody else.
    return any(token.low in _TURNING for token in scene.tokens[main.start : first.start])


_FRONTED = frozenset({"at", "with", "by", "on"})
_TURNING = frozenset("so which while because whereas where is are was were has have lies".split())
"""Words before a name that say that the main clause is of something else, or only set against it."""


def respectively(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, two figures each of which is true of the other exchanged where "respectively" tells their order."""
    told = any(token.low == "respectively" for token in scene.tokens)
    for claim in claims:
        found = figure_of(scene, claim) if told else None
        other = scene.other(claim.subjects) if found is not None else ""
        crossed = found is not None and bool(other) and claim.attribute in scene.reader.measures
        if not crossed or found is None or not _is_exchanged(scene, claim, claims):
            yield claim
            continue
        target = Target("measure", claim.attribute)
        judged = judge_figure(
            scene.reader, place_of(scene, claim), (other,), target, found[1].figure, claim.kind
        )
        yield judged if judged.verdict == "supported" else claim


def _is_exchanged(scene: Scene, claim: Claim, claims: list[Claim]) -> bool:
    """Whether figures of another measure beside it already stand right for both, so that the order is known."""
    right = {
        one.subjects
        for one in claims
        if one.verdict == "supported" and one.kind in STATING and one.attribute != claim.attribute
    }
    wrong = [one for one in claims if one.verdict == "refuted" and one.attribute == claim.attribute]
    return len(wrong) == 2 and (len(right) > 1 or (bool(right) and _is_of_two_rows(scene)))


def _is_of_two_rows(scene: Scene) -> bool:
    """Whether the figures of one stand before "compared with" and those of the other behind it."""
    at = next((clause.number for clause in scene.clauses if clause.opener == "against"), 0)
    counts = [sum(len(one.figures()) for one in part) for part in (scene.clauses[:at], scene.clauses[at:])]
    return counts[0] == counts[1] > 1


def of_it(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a comparison whose "it" was none of those named beside it taken for one of whom was spoken of."""
    for claim in claims:
        refuted = claim.verdict == "refuted" and claim.kind == "comparison" and len(claim.subjects) == 2
        marks = marks_of(scene, claim) if refuted else []
        known = scene.context.discourse.subjects
        named = [mark for clause, _ in marks[:1] for mark in clause.marks if isinstance(mark, EntityMark)]
        open_it = len(named) == 1 and named[0].reference == "it" and not named[0].slugs
        if open_it and known == claim.subjects[1:] and _differ(scene, claim):
            turned = (claim.subjects[1], claim.subjects[0])
            yield replace(claim, subjects=turned, verdict="supported", message="")
        else:
            yield claim


def _differ(scene: Scene, claim: Claim) -> bool:
    """Whether two have different values of what they are compared in, so that the one or the other has more."""
    if claim.attribute not in scene.reader.measures:
        return False
    target = Target("measure", claim.attribute)
    amounts = [amount_of(scene.reader, slug, target) for slug in claim.subjects]
    return len({amount.value for amount in amounts if amount is not None}) == len(amounts)


def of_each(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, "each" behind a share taken for the items named: "… and phone calls by 5 percent each"."""
    for claim in claims:
        refuted = claim.verdict == "refuted" and claim.kind == "share" and len(claim.subjects) == 2
        yield (_of_items(scene, claim) if refuted else None) or claim


def _of_items(scene: Scene, claim: Claim) -> Claim | None:
    for clause, mark in marks_of(scene, claim):
        items = [target for one in clause.targets() for target in one.targets if target.kind == "item"]
        owner = scene.clauses[clause.number - 1].subject if clause.number else ()
        words = [token.low for token in scene.tokens[clause.start : clause.end] if token.low.isalpha()]
        if isinstance(mark, FigureMark) and items and len(owner) == 1 and words[-1:] == ["each"]:
            judged = judge_figure(
                scene.reader, place_of(scene, claim), owner, items[-1], mark.figure, "share"
            )
            return judged if judged.verdict == "supported" else None
    return None


def in_brackets(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, two figures in brackets behind two names given to these in order.

    Example: "editors even more so than librarians (91.5 percent and 86)"
    """
    for claim in claims:
        found = figure_of(scene, claim)
        yield (_of_first_named(scene, claim, *found) if found is not None else None) or claim


def _of_first_named(scene: Scene, claim: Claim, clause: Clause, mark: FigureMark) -> Claim | None:
    if clause.opener != "(" or clause.number < 2 or scene.clauses[clause.number - 1].opener != "than":
        return None
    inside = [one for part in scene.clauses[clause.number : clause.number + 2] for one in part.figures()]
    first = scene.clauses[clause.number - 2].subject
    other = scene.other(claim.subjects)
    if len(inside) != 2 or inside[0] is not mark or first != (other,):
        return None
    for target in [*scene.told, scene.context.discourse.target]:
        if target is not None:
            judged = judge_figure(
                scene.reader, place_of(scene, claim), first, target, mark.figure, claim.kind
            )
            if judged.verdict == "supported":
                return judged
    return None
