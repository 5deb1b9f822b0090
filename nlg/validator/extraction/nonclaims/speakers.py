"""Figures of those who speak or are spoken to: "I paid $4,500", "in his it's a hair under half"."""

from __future__ import annotations

from nlg.validator.lexis.word_lists import word_list
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
    if not scene.context.speaker and any(
        token.low == "mine" for token in scene.tokens[clause.start : mark.start]
    ):
        # "Mine came to $310,000," he says.
        return True
    number = scene.index(clause)
    before = scene.clauses[number - 1] if number and clause.opener in ("and", ",") else clause
    return any(_opens_with_i(scene, one) for one in (clause, before))


def _opens_with_i(scene: Scene, clause: Clause) -> bool:
    at = clause.start
    while at < clause.end and scene.tokens[at].low in _JOINING:
        at += 1
    return at < clause.end and scene.tokens[at].low.partition("'")[0] == "i"


def is_of_kin(scene: Scene, clause: Clause) -> bool:
    """Whether a figure is one person's own, which no average gainsays: "my sister makes $95,000"."""
    words = [token.low for token in scene.tokens[clause.start : clause.end] if token.low not in _LEADING]
    if (
        any(entity.reference == "kin" for entity in clause.entities())
        or words[:1] == []
        or words[0] not in _ONES_OWN
        or clause.names_somebody()
    ):
        return False
    return not _KIN.isdisjoint(words[1:3])


_KIN = frozenset(word_list("persons")["kin"])
_ONES_OWN = frozenset({"my", "your", "our", "his", "her", "their"})
_LEADING = frozenset({"and", "but", "so", "while", "because", "since", "though", "even"})


def is_of_speakers(scene: Scene) -> bool:
    """Whether a sentence without a name tells of those who talk: "in his it's a hair under half", "yours is 10%"."""
    named = any(clause.names_somebody() for clause in scene.clauses)
    return not named and any(token.low in _OTHERS_OWN for token in scene.tokens)


_OTHERS_OWN = frozenset({"his", "her", "hers", "yours", "ours", "mine", "us", "your", "our"})
