"""Who is ahead all along a range: "they hold the lead across the whole pay scale", "earn more from bottom to top"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("leads")["all_along"]
_LEADING: PhraseTable[int] = PhraseTable.build(
    (words_of(f"{verb} {article} {noun}"), 1)
    for verb in _LIST["holding"]
    for article in ("the", "their", "its", "a", "an")
    for noun in _LIST["nouns"]
)
_ALONG: PhraseTable[bool] = PhraseTable.build(
    (words_of(pattern.replace("{scale}", scale)), True)
    for pattern in _LIST["along"]
    for scale in (_LIST["scales"] if "{scale}" in pattern else [""])
)
_REACH = 5
"""Words between the lead and where it holds."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The lead of a clause that holds at the lower end, in the middle and at the upper end of the range in money."""
    reader = scene.reader
    spans = [name for name, ends in reader.ranges.items() if reader.families[ends[0]] == "money"]
    if len(spans) != 1 or scene.advisory or scene.neither or clause.figures() or clause.cues("not"):
        return
    if any(_is_of_else(scene, target) for one in clause.targets() for target in one.targets):
        return
    start, end = _lead(scene, clause)
    owners = [one for one in clause.entities() if one.end <= start and len(one.slugs) == 1]
    other = scene.other(owners[-1].slugs) if owners else ""
    if end <= start or not other or not _holds_along(scene, end):
        return
    middle = plain_beside(scene, Target("range", spans[0]))
    low, high = (Target("measure", concept) for concept in reader.ranges[spans[0]])
    place, first = scene.place(start, end), owners[-1].slugs[0]
    claims = [
        judge_comparison(reader, place, first, other, target, 1)
        for target in (low, middle, high)
        if target is not None
    ]
    scene.used.update(
        mark.start for mark in clause.marks if isinstance(mark, CueMark) and start <= mark.start < end
    )
    yield next((claim for claim in claims if claim.verdict != "supported"), claims[-1])


def _is_of_else(scene: Scene, target: Target) -> bool:
    """Whether a measure named has no ends in money: "keep the lead in growth"."""
    return target.kind not in ("measure", "range") or family(scene.reader, target) != "money"


def _lead(scene: Scene, clause: Clause) -> tuple[int, int]:
    """Where a lead is told: "hold the lead", "earn more", "are ahead"; (0, 0) for nowhere."""
    for at in range(clause.start, clause.end):
        if (found := _LEADING.starting_at(scene.tokens, at)) is not None:
            return at, found[0]
        if scene.tokens[at].low in _LIST["verbs"]:
            return at, at + 1
    for cue in clause.cues("more"):
        before = scene.tokens[cue.start - 1].low if cue.start else ""
        if (
            cue.end == cue.start + 1
            and scene.tokens[cue.start].low == "more"
            and before in scene.reader.idiom.verbs
        ):
            return cue.start - 1, cue.end
    return 0, 0


def _holds_along(scene: Scene, end: int) -> bool:
    """Whether words behind a lead say that it holds all along the range."""
    for at in range(end, min(end + _REACH + 1, len(scene.tokens))):
        if scene.tokens[at].low in _NOT:
            return False
        if _ALONG.starting_at(scene.tokens, at) is not None:
            return True
    return False


_NOT = frozenset({"not", "but", "except", "hardly"})
