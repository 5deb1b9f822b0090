"""Whose a figure is where no name says it: nobody's, a person's of whom a story is told, or either of the two's."""

from __future__ import annotations

from collections.abc import Callable

from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import has_predicate
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene

_SPEAKERS = frozenset({"i", "you", "he", "she"})
_JOINING = frozenset({"and", "but", "so", "then", '"', "'"})


def is_personal(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is of one person who speaks or is spoken to: "I paid $4,500", "the $98k you're on now"."""
    after = scene.tokens[mark.end].low.partition("'")[0] if mark.end < len(scene.tokens) else ""
    if after in ("you", "i") and scene.tokens[mark.end].low != "i'd":
        return True
    if any(isinstance(one, EntityMark) for one in clause.marks):
        return False
    if any(token.low == "my" for token in scene.tokens[: mark.start]):
        return True
    number = scene.index(clause)
    before = scene.clauses[number - 1] if number and clause.opener in ("and", ",") else clause
    return any(_opens_with_i(scene, one) for one in (clause, before))


def _opens_with_i(scene: Scene, clause: Clause) -> bool:
    at = clause.start
    while at < clause.end and scene.tokens[at].low in _JOINING:
        at += 1
    return at < clause.end and scene.tokens[at].low.partition("'")[0] == "i"


def is_duty(scene: Scene, mark: FigureMark) -> bool:
    """Whether a plain number is part of what somebody has to do: "optometrists should see children before 5"."""
    if mark.figure.unit not in ("plain", "time"):
        return False
    for clause in scene.clauses:
        for cue in clause.cues("advice"):
            owed = scene.tokens[cue.start].low in ("should", "must", "ought")
            if owed and any(entity.end == cue.start for entity in clause.entities()):
                return True
    return False


def is_unsaid(scene: Scene, clause: Clause) -> bool:
    """Whether a clause with no name of its own may be about either of two: "…, so more than three times the rate"."""
    later = scene.clauses[scene.index(clause) + 1 : scene.index(clause) + 3]
    if any(one.opener in ("than", "against") and (one.entities() or one.subject) for one in later):
        return False
    if clause.entities():
        pronouns = all(entity.reference in ("it", "they") for entity in clause.entities())
        return pronouns and has_predicate(scene, [clause])
    named = {
        entity.slugs
        for one in scene.clauses
        for entity in one.entities()
        if len(entity.slugs) == 1 and entity.reference not in ("it", "they")
    }
    return len(named) != 1 or has_predicate(scene, [clause])


def either_way(
    scene: Scene, clause: Clause, sides: tuple[str, str], judge: Callable[[str, str], Claim]
) -> Claim:
    """The claim of how two compare, the other way round where that is true and nothing says who comes first."""
    claim = judge(*sides)
    if claim.verdict != "refuted" or not is_unsaid(scene, clause):
        return claim
    other = judge(sides[1], sides[0])
    return other if other.verdict == "supported" else claim


def has_own_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a clause that names nobody known begins with a noun of its own: "buses employ 148,980"."""
    if clause.entities() or not clause.marks:
        return False
    at = clause.start
    words = []
    first = min(mark.start for mark in clause.marks)
    while at < first:
        words.append(scene.tokens[at].low)
        at += 1
    while words and words[0] in _LEADING:
        words.pop(0)
    return 0 < len(words) <= _FEW and words[0].isalpha() and words[0].endswith("s") and len(words[0]) > _SHORT


def is_of_speakers(scene: Scene) -> bool:
    """Whether a sentence without a name tells of those who talk: "in his it's a hair under half", "yours is 10%"."""
    named = any(
        entity.reference not in ("it", "they") for clause in scene.clauses for entity in clause.entities()
    )
    return not named and any(token.low in _OTHERS_OWN for token in scene.tokens)


_OTHERS_OWN = frozenset({"his", "hers", "yours", "ours", "mine", "us", "your", "our"})
_LEADING = frozenset(
    {"and", "but", "the", "while", "so", "most", "for", "in", "at", "both", "though", "since"}
)
_FEW, _SHORT = 3, 4
