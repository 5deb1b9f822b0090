"""A "not" that turns what a figure, a rank or a gap says: "do not earn $64.07", "is not twice that of".

The forms that read comparisons, likenesses, trends, lists and named values see to their own.
"""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, TargetMark
from nlg.validator.sentences.scene import Scene

_NO_DENIALS = frozenset("only just merely simply even yet quite exactly necessarily least far unlike".split())
"""Behind "not" they deny less than the claim."""
_PRESUPPOSING = frozenset("let forget overlook ignore mind worry dismiss discount underestimate".split())
"""Behind "don't" they take for granted what follows: "don't let a 5% pay gap stop you"."""
_AUXILIARIES = frozenset(
    "is are was were do does did will would has have had can could may might be been being but".split()
)
_CONCEDING = frozenset({"though", "although", "if", "albeit"})
_AHEAD = 6
"""So many words a "not" may stand before what it denies."""


def is_denied(scene: Scene, clause: Clause, claim: Claim) -> bool:
    """Whether a "not" of its own clause governs a claim."""
    nots = [cue for cue in clause.cues("not") if _governs(scene, clause, cue, claim)]
    if not nots:
        return False
    first, last = _tokens_of(scene, clause, claim)
    for cue in nots:
        if 0 <= first - cue.end <= _AHEAD:
            return True
        if first < cue.start < last:
            return True
        behind = cue.start - last
        if 0 <= behind <= 2 and claim.kind in ("value", "share") and _has_target(clause, cue.end):
            return True
        if behind >= 0 and claim.kind in ("value", "share", "trend") and is_not_expected(scene, cue):
            return not _nearer(clause, last, cue)
    return False


def _governs(scene: Scene, clause: Clause, cue: CueMark, claim: Claim) -> bool:
    """Whether a cue is a plain "not" of a verb."""
    word = scene.tokens[cue.start].low
    if word == "nowhere" and claim.kind == "ratio":
        # "earn nowhere near twice what clerks do"
        return True
    if word == "nowhere":
        # "lawyers earn nowhere near $61,010", but not "…, nowhere near the $61,010 of paralegals"
        owners = clause.entities()
        return bool(owners) and all(mark.end <= cue.start for mark in owners)
    after = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else ""
    if after in _NO_DENIALS or after in _PRESUPPOSING:
        return False
    before = scene.tokens[cue.start - 1].low if cue.start else ""
    if word == "not" and before in _CONCEDING:
        # "more than twice, though not three times, what the others do"
        return True
    return word.endswith("n't") or word in ("cannot", "never") or (word == "not" and before in _AUXILIARIES)


def is_not_expected(scene: Scene, cue: CueMark) -> bool:
    """Whether a "not" says that what was named before it is not to come: "growth of 2.3% is not projected for …"."""
    after = [token.low for token in scene.tokens[cue.end : cue.end + 2]]
    return bool(after) and after[0] in PROJECTED and after[1:] != ["to"]


PROJECTED = frozenset("projected expected forecast predicted foreseen anticipated".split())


def _nearer(clause: Clause, last: int, cue: CueMark) -> bool:
    """Whether another figure stands between a claim's and the "not"."""
    return any(last <= figure.start < cue.start for figure in clause.figures())


def _has_target(clause: Clause, start: int) -> bool:
    return any(isinstance(mark, TargetMark) and start <= mark.start <= start + 2 for mark in clause.marks)


def _tokens_of(scene: Scene, clause: Clause, claim: Claim) -> tuple[int, int]:
    """The tokens that a claim's words begin and end with."""
    spans = [scene.text.span(token.start, token.end) for token in scene.tokens]
    first = next((index for index, span in enumerate(spans) if span[1] > claim.span[0]), clause.end)
    last = next((index for index in range(len(spans) - 1, -1, -1) if spans[index][0] < claim.span[1]), first)
    return first, last + 1
