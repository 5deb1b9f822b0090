"""Figures that say in other words what was just told: what a step up is worth, how much larger something will be.

Example: "Put differently, the diploma is worth $32,500 a year", "one of them will be a third larger by 2034"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.extraction.ratios.multiples import factor_of
from nlg.validator.judgement.comparisons import judge_difference, judge_ratio
from nlg.validator.judgement.tolerance import fraction_holds
from nlg.validator.judgement.verdicts import amount_of, make, plain_number, shown, title
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, marks_of, place_of
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("restating")
_OPENINGS = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["openings"])
_WORTH = frozenset(_LIST["worth"])
_SHARES = frozenset(_LIST["shares"])
_AMONG = frozenset({"of", "among", "in", "for"})


def of_what_it_is_worth(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a sum that something of nobody's is worth taken for how far the two are apart."""
    subjects = scene.context.subjects
    names_none = not any(one.entities() for one in scene.clauses) and len(subjects) == 2
    again = _OPENINGS.starting_at(scene.tokens, 0) is not None
    for claim in claims:
        found = figure_of(scene, claim) if names_none else None
        words = {token.low for token in scene.tokens[: found[1].start]} if found is not None else set()
        said = found is not None and (again or bool(words & _WORTH)) and bool(words & (_WORTH | {"is", "'s"}))
        if found is None or not said or found[1].figure.unit != "money":
            yield claim
            continue
        target = Target("measure", claim.attribute)
        if claim.attribute not in scene.reader.measures:
            yield claim
            continue
        yield judge_difference(
            scene.reader, place_of(scene, claim), subjects[0], subjects[1], target, found[1].figure, 0
        )


def of_what_is_to_come(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, how much larger one will be by a year taken for its growth, and not for a gap to the other."""
    target = trend_target(scene.reader)
    words = [token.low for token in scene.tokens]
    dated = any(
        one in ("by", "in") and two.isdigit() and len(two) == 4 and two.startswith("20")
        for one, two in pairwise(words)
    )
    coming = target is not None and dated and bool(_COMING.intersection(words)) and "than" not in words
    for claim in claims:
        related = claim.verdict == "refuted" and claim.kind in ("difference", "ratio")
        yield (_growth(scene, claim, target) if coming and related and target is not None else None) or claim


_COMING = frozenset({"will", "should", "expected", "projected", "forecast", "'ll", "would", "could"})


def _growth(scene: Scene, claim: Claim, target: Target) -> Claim | None:
    marks = marks_of(scene, claim)
    figures = [(clause, mark) for clause, mark in marks if isinstance(mark, FigureMark)]
    cues = [mark for _, mark in marks if isinstance(mark, CueMark) and mark.cue.role == "more"]
    if len(figures) != 1 or figures[0][1].figure.unit not in ("fraction", "percent"):
        return None
    clause, mark = figures[0]
    sign = cues[0].cue.sign if cues else 1
    stated = mark.figure.value * (100 if mark.figure.unit == "fraction" else 1) * (sign or 1)
    subjects = clause.subject or claim.subjects
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    of_one = any(words[at : at + 2] == ["one", "of"] for at in range(len(words))) or len(subjects) > 1
    owners = scene.context.subjects if of_one else subjects
    amounts = [
        (slug, amount) for slug in owners if (amount := amount_of(scene.reader, slug, target)) is not None
    ]
    if not amounts:
        return None
    true = [(slug, one) for slug, one in amounts if fraction_holds(stated, mark.figure.hedge, one.value)]
    slug, amount = (true or amounts)[0]
    gives = f"{shown(scene.reader, target, amount.value)} for {title(scene.reader, slug)}"
    return make(
        scene.reader, place_of(scene, claim), "trend", (slug,), target, "supported" if true else "refuted",
        f'says "{claim.text}"; the data give {gives}', plain_number(stated), plain_number(amount.value), amount.source,
    )  # fmt: skip


def of_that_share(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a multiple of the share just told that others have, taken for theirs: "half that share of bakers"."""
    for claim in claims:
        judged = _of_share(scene, claim) if claim.verdict == "refuted" and claim.kind == "ratio" else None
        yield judged or claim


def _of_share(scene: Scene, claim: Claim) -> Claim | None:
    marks = marks_of(scene, claim)
    if not marks or len(claim.subjects) != 2:
        return None
    clause, last = marks[-1]
    words = [token.low for token in scene.tokens[last.end : last.end + 3]]
    if len(words) < 3 or words[0] not in ("that", "the") or words[1] not in _SHARES or words[2] not in _AMONG:
        return None
    named = next((one for one in clause.marks if isinstance(one, EntityMark) and one.start >= last.end), None)
    factor = next((found for one, mark in marks if (found := factor_of(scene, one, mark)) is not None), None)
    if named is None or factor is None or named.slugs != claim.subjects[1:]:
        return None
    target = scene.last_target or scene.context.discourse.target
    if target is None:
        return None
    times, hedge, step, _, _ = factor
    first, second = claim.subjects
    return judge_ratio(scene.reader, place_of(scene, claim), second, first, target, times, hedge, step)


def by_a_percentage(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a part of which the percentage is printed behind it taken for what that is: "two thirds (66.5%)"."""
    for claim in claims:
        found = figure_of(scene, claim)
        printed = _printed_behind(scene, found[1]) if found is not None else None
        same = [
            one
            for one in claims
            if printed is not None
            and one.verdict == "supported"
            and any(mark is printed for _, mark in marks_of(scene, one))
        ]
        yield replace(same[0], span=claim.span, text=claim.text) if same else claim


def _printed_behind(scene: Scene, mark: FigureMark) -> FigureMark | None:
    """The percentage in brackets that a part before them rounds."""
    if mark.figure.unit != "fraction" or [token.low for token in scene.tokens[mark.end : mark.end + 1]] != [
        "("
    ]:
        return None
    behind = next(
        (one for _, one in scene.marks() if isinstance(one, FigureMark) and one.start > mark.end), None
    )
    if behind is None or behind.start - mark.end > _OPENED or behind.figure.unit != "percent":
        return None
    rounds = fraction_holds(mark.figure.value, mark.figure.hedge, behind.figure.value / 100)
    return behind if rounds else None


_OPENED = 2
"""Words from a part to the percentage in brackets behind it."""
