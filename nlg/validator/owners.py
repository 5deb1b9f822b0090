"""Clauses of which nobody can tell, by their words, whose they are: "in the operating room that mark is $90,700".

They name neither of the compared but something of one's own world, or the writer's side. What is false of whom the
text spoke last and true of the other was said of the other then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause, other_of
from nlg.validator.context import Context
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.scene import Scene

_LIST = word_list("owners")
_OWN, _BEFORE, _ARTICLES = frozenset(_LIST["own"]), frozenset(_LIST["before"]), frozenset(_LIST["articles"])
_GOING_ON = frozenset({",", "with", "(", "at", "against"})
_WINNING = frozenset(_LIST["winning"])
_COMMON = frozenset(_LIST["common"])


def other_context(scene: Scene) -> Context | None:
    """The context in which a sentence would speak of the other of the two; None where it has no default subject."""
    context = scene.context
    default = context.discourse.subjects or context.focus
    other = other_of(context.subjects, default)
    if not other or not any(_is_open(scene, clause) for clause in scene.clauses):
        return None
    return replace(context, discourse=replace(context.discourse, subjects=(other,)))


def settled(scene: Scene, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of an open clause that are false so far replaced by what is true of the other."""
    open_spans = [
        (scene.text.span(scene.tokens[one.start].start, scene.tokens[one.end - 1].end), one)
        for one in scene.clauses
        if one.end > one.start and _is_open(scene, one)
    ]
    for claim in claims:
        is_open = any(span[0] < claim.span[1] and claim.span[0] < span[1] for span, _ in open_spans)
        better = [one for one in others if one.span == claim.span and one.verdict == "supported"]
        yield better[0] if claim.verdict == "refuted" and is_open and better else claim


def _is_open(scene: Scene, clause: Clause) -> bool:
    """Whether a clause takes its subject over, and speaks of the writer's side or of a place that no name has."""
    if not clause.inherited or any(not one.reference for one in clause.entities()):
        return False
    number = scene.index(clause)
    near = [clause]
    while number and near[0].opener in _GOING_ON and len(near) < 3:
        near.insert(0, scene.clauses[number - 1])
        number -= 1
    near.extend(one for one in scene.clauses[clause.number + 1 : clause.number + 2] if not one.marks)
    if any(not one.reference for other in near for one in other.entities()):
        return False
    words = {token.low for one in near for token in scene.tokens[one.start : one.end]}
    winning = any(
        scene.tokens[at].low == "i" and scene.tokens[at + 1].low in _WINNING
        for one in near
        for at in range(one.start, one.end - 1)
    )
    return winning or bool(words & _OWN) or any(_is_placed(scene, one) for one in near)


def _is_placed(scene: Scene, clause: Clause) -> bool:
    inside = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    known = (
        _COMMON | set(scene.reader.words.nouns) | scene.reader.words.plurals | set(scene.reader.words.counts)
    )
    for at in range(clause.start, clause.end - 2):
        if scene.tokens[at].low not in _BEFORE or scene.tokens[at + 1].low not in _ARTICLES:
            continue
        noun = at + 2
        low = scene.tokens[noun].low
        if noun not in inside and low.isalpha() and low not in known and low not in scene.reader.idiom.words:
            return True
    return False
