"""Gaps between two figures that the sentence gave rightly before them, told in words of their own.

Example: "engineers make $65,920 and architects $60,510, so the former are some $5,400 up"
"""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.tolerance import holds
from nlg.validator.judgement.verdicts import amount_of
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import STATING, marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import sense
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("reconsideration")
_SIDES = PhraseTable.build(
    (words_of(phrase), sign) for sign, name in ((1, "up"), (-1, "down")) for phrase in _LIST[name]
)
_GIVING = ("give", "or", "take")
_SMALLER, _LARGER = frozenset(_LIST["smaller"]), frozenset(_LIST["larger"])
_SUMS = frozenset(word_list("nouns")["sums"]) | frozenset(_LIST["summed"])


def of_figures_given(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, what is told as a gap behind figures of both taken for the gap between these."""
    for claim in claims:
        marks = marks_of(scene, claim) if claim.verdict == "refuted" else []
        figures = [(clause, mark) for clause, mark in marks if isinstance(mark, FigureMark)]
        if len(figures) != 1 or len(scene.context.subjects) != 2:
            yield claim
            continue
        clause, mark = figures[0]
        given = _given(scene, claims, claim)
        cues = [one for _, one in marks if isinstance(one, CueMark) and one.cue.role == "more"]
        side = _SIDES.starting_at(scene.tokens, mark.end)
        before = tuple(token.low for token in scene.tokens[max(0, mark.start - 3) : mark.start])
        again: Claim | None = None
        if claim.kind in STATING and side is not None and _closes(scene, side[0]):
            again = _gap(scene, claim, clause, mark, given, side[1])
        elif before == _GIVING or before[-2:] == _GIVING[1:]:
            again = _gap(scene, claim, clause, mark, given, 0)
            if again is None:
                # "$57,440, give or take $500" only hedges what was said.
                continue
        elif _is_of_one_sum(scene, mark) is not None:
            again = _share(scene, claim, mark, given)
        elif claim.kind == "difference" and given is not None and given.name != claim.attribute and cues:
            again = _gap(scene, claim, clause, mark, given, sense(scene.reader, cues[0].cue, given))
        yield again or claim


def _closes(scene: Scene, at: int) -> bool:
    """Whether no noun follows: "are $5,400 up", but not "$5,400 up front"."""
    following = scene.tokens[at].low if at < len(scene.tokens) else "."
    return not following.isalpha() or following in ("on", "at", "there", "and", "when", "in")


def _given(scene: Scene, claims: list[Claim], claim: Claim) -> Target | None:
    """The measure that was told of both before a claim, in its sentence or, of one of them at least, in the last."""
    told: dict[str, set[str]] = {}
    for one in claims:
        if one.verdict == "supported" and one.kind in STATING and one.span[1] <= claim.span[0]:
            told.setdefault(one.attribute, set()).update(one.subjects)
    both = [concept for concept, slugs in told.items() if len(slugs & set(scene.context.subjects)) == 2]
    if both:
        return Target("measure", both[-1]) if both[-1] in scene.reader.measures else None
    said = scene.context.discourse.target
    own = list(told) or ([said.name] if said is not None and said.kind == "measure" else [])
    return Target("measure", own[-1]) if own and own[-1] in scene.reader.measures else None


def _gap(
    scene: Scene, claim: Claim, clause: Clause, mark: FigureMark, given: Target | None, sign: int
) -> Claim | None:
    first = claim.subjects if len(claim.subjects) != 2 else claim.subjects[:1]
    other = scene.other(first)
    if given is None or not other or not fits(scene.reader, given, mark):
        return None
    judged = judge_difference(scene.reader, place_of(scene, claim), first[0], other, given, mark.figure, sign)
    return judged if judged.verdict == "supported" else None


def _is_of_one_sum(scene: Scene, mark: FigureMark) -> int | None:
    """1 or −1 where a percentage is told to be of the larger or the smaller of two sums; None where it is not."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 4]]
    if mark.figure.unit != "percent" or words[:2] != ["of", "the"] or len(words) < 4 or words[3] not in _SUMS:
        return None
    return 1 if words[2] in _LARGER else -1 if words[2] in _SMALLER else None


def _share(scene: Scene, claim: Claim, mark: FigureMark, given: Target | None) -> Claim | None:
    """A gap told as a share of the smaller or the larger sum: "about $29,000, or 58 percent of the smaller figure"."""
    side = _is_of_one_sum(scene, mark)
    gap = scene.gap[2] if scene.gap is not None else given
    for target in (gap, given):
        amounts = [amount_of(scene.reader, slug, target) for slug in scene.context.subjects] if target else []
        known = [amount.value for amount in amounts if amount is not None]
        if target is None or len(known) != 2 or not all(known):
            continue
        base = max(known) if side == 1 else min(known)
        percent = (max(known) - min(known)) / base * 100
        if holds(mark.figure.value, mark.figure.step, mark.figure.hedge, percent):
            ahead = scene.context.subjects[known.index(max(known))]
            behind = scene.other((ahead,))
            first, second = (ahead, behind) if side == -1 else (behind, ahead)
            return judge_difference(
                scene.reader,
                place_of(scene, claim),
                first,
                second,
                target,
                mark.figure,
                1 if side == -1 else -1,
            )
    return None
