"""Words that relate or change nothing, since another word makes a phrase of them: "double digits", "fall open"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import unparsed
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import marks_of, place_of
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene

_LIST = word_list("reconsideration")
_AFTER_RATIO, _AFTER_TREND = frozenset(_LIST["after_ratio"]), frozenset(_LIST["after_trend"])
_OFTEN = frozenset(_LIST["often"])
_DOING, _SO = frozenset(_LIST["doing"]), frozenset(_LIST["so"])
_TOLD = frozenset(_LIST["speaking"])
_WISHING = frozenset(_LIST["wishing"])
_BEHIND = frozenset(_LIST["behind_comparative"])


def in_phrases(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without those of words that mean something else in their phrase."""
    for claim in claims:
        if claim.verdict != "refuted" or not (
            _is_in_a_phrase(scene, claim)
            or _is_done_otherwise(scene, claim)
            or _is_wished(scene, claim)
            or _is_had(scene, claim)
            or _is_of_another_noun(scene, claim)
            or _is_done_so_often(scene, claim)
            or _is_of_a_kind(scene, claim)
            or _is_between_ends(scene, claim)
        ):
            yield claim


def _is_in_a_phrase(scene: Scene, claim: Claim) -> bool:
    idioms = {"ratio": _AFTER_RATIO, "trend": _AFTER_TREND}.get(claim.kind)
    marks = [mark for _, mark in marks_of(scene, claim)]
    if idioms is None or len(marks) != 1 or not isinstance(marks[0], CueMark):
        return False
    following = scene.tokens[marks[0].end : marks[0].end + 1]
    return bool(following) and following[0].low in idioms


def _is_done_so_often(scene: Scene, claim: Claim) -> bool:
    """Whether somebody does something so many times, and nothing is a multiple: "I'm not typing that twelve times"."""
    figures = [(clause, mark) for clause, mark in marks_of(scene, claim) if isinstance(mark, FigureMark)]
    if claim.kind != "ratio" or len(figures) != 1 or figures[0][1].figure.unit != "times":
        return False
    clause, mark = figures[0]
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    before = {token.low for token in scene.tokens[clause.start : mark.start]}
    return not after.isalpha() and not clause.targets() and bool(before & _TOLD)


def _is_of_a_kind(scene: Scene, claim: Claim) -> bool:
    """Whether something is more or less of what a noun calls it, which no measure tells: "less of a twin affair"."""
    cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
    if claim.kind != "comparison" or not cues:
        return False
    return [token.low for token in scene.tokens[cues[-1].end : cues[-1].end + 2]] in (
        ["of", "a"],
        ["of", "an"],
    )


def _is_between_ends(scene: Scene, claim: Claim) -> bool:
    """Whether a superlative is one of two ends: "between its closest and farthest point"."""
    if claim.kind != "superlative":
        return False
    cues = [mark for _, mark in scene.marks() if isinstance(mark, CueMark) and mark.cue.role == "most"]
    for cue in (mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)):
        opposite = [
            one for one in cues if one.cue.sign == -cue.cue.sign and abs(one.start - cue.start) <= _FAR
        ]
        first = min([cue.start, *(one.start for one in opposite)])
        before = {token.low for token in scene.tokens[max(0, first - 3) : first]}
        if opposite and before & _BETWEEN:
            return True
    return False


_BETWEEN, _FAR = frozenset({"between", "from"}), 5


def _is_had(scene: Scene, claim: Claim) -> bool:
    """Whether somebody has something behind them, and nobody is behind anybody: "have some training behind them"."""
    cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
    if claim.kind != "comparison" or not cues or scene.tokens[cues[-1].end - 1].low != "behind":
        return False
    following = scene.tokens[cues[-1].end : cues[-1].end + 1]
    had = any(token.low in _HAVING for token in scene.tokens[: cues[-1].start])
    return had and bool(following) and following[0].low in _THEM


_HAVING = frozenset({"have", "has", "had", "having", "with"})
_THEM = frozenset({"them", "him", "her", "it", "you", "us"})


def _is_done_otherwise(scene: Scene, claim: Claim) -> bool:
    """Whether what is said once more goes on with a figure of its own: "Venus does so at 108.2 million km"."""
    marks = marks_of(scene, claim)
    if len(marks) != 1 or not isinstance(marks[0][1], EntityMark):
        return False
    at = marks[0][1].end
    while at < len(scene.tokens) and scene.tokens[at].low in _DOING | _SO:
        at += 1
    starts = {mark.start for _, mark in scene.marks() if isinstance(mark, FigureMark)}
    return at > marks[0][1].end and bool(starts & {at, at + 1})


def _is_wished(scene: Scene, claim: Claim) -> bool:
    """Whether a comparative is of what somebody wants, and nobody is named who has it: "if you want the higher pay"."""
    if claim.kind not in ("superlative", "comparison"):
        return False
    marks = marks_of(scene, claim)
    cues = [(clause, mark) for clause, mark in marks if isinstance(mark, CueMark)]
    if not cues:
        return False
    clause, cue = cues[0]
    before = [token.low for token in scene.tokens[clause.start : cue.start]]
    named = any(isinstance(mark, EntityMark) and mark.start >= cue.start for _, mark in scene.marks())
    return not named and not clause.entities() and any(word in _WISHING for word in before)


def _is_of_another_noun(scene: Scene, claim: Claim) -> bool:
    """Whether a comparative taken for that of a range is of a noun that is none: "who have the wider choice"."""
    if claim.kind not in ("comparison", "superlative") or claim.attribute not in scene.reader.ranges:
        return False
    marks = marks_of(scene, claim)
    if len(marks) != 1 or not isinstance(marks[0][1], CueMark) or any(marks[0][0].targets()):
        return False
    end = marks[0][1].end
    if marks[0][1].cue.domain != "width" or scene.tokens[end - 1].low in _BEHIND:
        return False
    following = [token.low for token in scene.tokens[end : end + 1]]
    marked = any(mark.start <= end < mark.end for _, mark in scene.marks())
    return bool(following) and following[0].isalpha() and not marked and following[0] not in _BEHIND


def of_how_often(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, how common something is left open where only a guess says by what: "the more common one"."""
    for claim in claims:
        cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
        words = {
            token.low
            for cue in cues
            for token in scene.tokens[cue.start : min(cue.end + 1, len(scene.tokens))]
        }
        comparing = claim.verdict == "refuted" and claim.kind in ("superlative", "comparison")
        named = any(
            claim.attribute == target.name
            for clause in scene.clauses
            for one in clause.targets()
            for target in one.targets
        )
        if comparing and words & _OFTEN and not named:
            message = f'cannot tell in what "{claim.text}" is meant'
            yield unparsed(place_of(scene, claim), claim.kind, message, claim.subjects)
        else:
            yield claim
