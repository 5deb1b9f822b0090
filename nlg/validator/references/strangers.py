"""Clauses of which nobody can tell, by their words, whose they are: "in the operating room that mark is $90,700".

They name neither of the compared but something of one's own world, or the writer's side. What is false of whom the
text spoke last and true of the other was said of the other then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from nlg.validator.claim import Claim
from nlg.validator.context import Context
from nlg.validator.extraction.nonclaims.openings import nobodys, opens_with_a_place, opens_with_strangers
from nlg.validator.lexis.thesaurus import SIDES
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.references.unnamed import describes_somebody, tells_of_a_side
from nlg.validator.sentences.clauses import Clause, other_of
from nlg.validator.sentences.scene import Scene

_LIST = word_list("strangers")
_OWN, _BEFORE, _ARTICLES = frozenset(_LIST["own"]), frozenset(_LIST["before"]), frozenset(_LIST["articles"])
_GOING_ON = frozenset({",", "with", "(", "at", "against"})
_WINNING = frozenset(_LIST["winning"])


def other_contexts(scene: Scene) -> Iterator[Context]:
    """The contexts in which a sentence would speak of the other of the two, or of either where of both so far."""
    context = scene.context
    default = context.discourse.subjects or context.focus
    other = other_of(context.subjects, default)
    others = (other,) if other else context.subjects if len(context.subjects) == 2 else ()
    if _is_unordered(scene):
        yield replace(context, discourse=replace(context.discourse, mentioned=context.discourse.subjects))
    if any(_is_open(scene, clause) for clause in scene.clauses):
        for slug in others:
            yield replace(context, discourse=replace(context.discourse, subjects=(slug,)))


def is_strange(scene: Scene) -> bool:
    """Whether a sentence speaks of people whom no title names, so that nobody can tell who "they" are in the next."""
    return bool(scene.clauses) and (
        opens_with_strangers(scene, scene.clauses[0]) or opens_with_a_place(scene) or tells_of_a_side(scene)
    )


def settled(scene: Scene, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of an open clause that are false so far replaced by what is true of the other."""
    open_spans = [
        (scene.text.span(scene.tokens[one.start].start, scene.tokens[one.end - 1].end), one)
        for one in scene.clauses
        if one.end > one.start and _is_open(scene, one)
    ]
    turned = any(
        claim.verdict == "refuted"
        and any(one.span == claim.span and one.verdict == "supported" for one in others)
        for claim in claims
    )
    for claim in claims:
        is_open = any(span[0] < claim.span[1] and claim.span[0] < span[1] for span, _ in open_spans)
        same = [one for one in others if one.span == claim.span]
        better = [one for one in same if one.verdict == "supported"]
        if claim.verdict == "refuted" and is_open and better:
            yield better[0]
        else:
            yield same[0] if turned and claim.verdict == "unparsed" and same else claim


def _is_open(scene: Scene, clause: Clause) -> bool:
    """Whether a clause takes its subject over, and speaks of the writer's side or of a place that no name has."""
    pronouns = not clause.names_somebody()
    if pronouns and any(entity.reference == "kin" for entity in clause.entities()):
        return True
    if scene.context.discourse.is_strange and clause.entities() and pronouns:
        return True
    if pronouns and opens_with_strangers(scene, clause):
        return True
    if pronouns and (_is_of_somebodys(scene, clause) or _is_singled_out(scene, clause)):
        return True
    if describes_somebody(scene, clause):
        return True
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is not None and clause.inherited and clause.opener == ":" and _is_of_somebodys(scene, before):
        return not before.names_somebody()
    if before is not None and clause.inherited and not clause.entities() and clause.opener in (",", "with"):
        if scene.context.discourse.is_strange and before.entities() and not before.names_somebody():
            # "They are growing faster, by 5.6 percent"
            return True
    if _is_unordered(scene) and not any(not one.reference for one in clause.entities()):
        return any(one.reference in _ORDERED for part in scene.clauses for one in part.entities())
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    # "they are mostly women among the shelves and mostly men at the stove"
    apart = _is_placed(scene, clause) and any(_is_placed(scene, one) for one in following)
    taken_over = clause.inherited or all(
        one.reference == "it" or (one.is_pronoun and (apart or len(one.slugs) == 2))
        for one in clause.entities()
    )
    if not taken_over or any(not one.reference for one in clause.entities()):
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
    strange = any(opens_with_strangers(scene, one) for one in (*near, *scene.clauses[:1]))
    return winning or strange or bool(words & _OWN) or any(_is_placed(scene, one) for one in near)


def _is_of_somebodys(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of a side that is somebody's of whom no title tells: "her trade is almost all women"."""
    tokens = scene.tokens[clause.start : clause.end]
    return any(
        one.low in _THEIRS
        and (two.low in SIDES or [token.low for token in tokens[at + 2 : at + 3]] == ["'s"])
        for at, (one, two) in enumerate(pairwise(tokens))
    )


def _is_singled_out(scene: Scene, clause: Clause) -> bool:
    """Whether a sentence singles out what no title names: "it's the bus whose future looks brighter"."""
    start = scene.clauses[max(0, clause.number - 2)].start
    words = [token.low for token in scene.tokens[start : clause.start + 1]]
    inside = {at for _, mark in scene.marks() for at in range(mark.start, mark.end)}
    for at in range(len(words) - 2):
        cleft = words[at] in ("is", "'s") and words[at + 1] == "the" and words[at - 1 : at] == ["it"]
        relative = [token.low for token in scene.tokens[start + at + 3 : start + at + 4]]
        if cleft and relative and relative[0] in _RELATIVE and start + at + 2 not in inside:
            return scene.tokens[start + at + 2].low not in nobodys(scene.reader)
    return False


_RELATIVE = frozenset({"whose", "that", "which", "who"})


_THEIRS = frozenset({"her", "his", "my", "your"})


_ENDS = ([","], ["."], [";"], ["!"], [":"])
_SHORT = 4


def _is_unordered(scene: Scene) -> bool:
    """Whether nobody can tell who is "the first" of two of whom both was just said: "Speaking matters in both"."""
    last = scene.context.discourse
    both = len(last.subjects) == 2 and set(last.subjects) == set(last.mentioned)
    return both and last.subjects != last.mentioned


_ORDERED = frozenset({"former", "latter"})


def _is_placed(scene: Scene, clause: Clause) -> bool:
    known = nobodys(scene.reader)
    for cue in clause.cues("more"):
        # "is a shade more common in radiography"
        words = [token.low for token in scene.tokens[cue.end : clause.end + 1]]
        bare = words[:1] == ["in"] and (len(words) == 2 or words[2:3] in _ENDS) and words[1].isalpha()
        marked = any(one.start <= cue.end + 1 < one.end for one in clause.marks)
        if bare and not marked and words[1] not in known and len(words[1]) > _SHORT:
            return words[1] not in scene.reader.idiom.words
    for at in range(clause.start, clause.end - 2):
        ones = [token.low for token in scene.tokens[at + 3 : at + 4]] == ["ones"]
        # "For the classroom it is instructing first."
        fronted = at == clause.start and scene.tokens[at].low == "for"
        before = (
            scene.tokens[at].low in _BEFORE
            or fronted
            or (ones and scene.tokens[at].low in ("with", "for", "among"))
        )
        if not before or scene.tokens[at + 1].low not in _ARTICLES:
            continue
        noun = at + 2
        low = scene.tokens[noun].low
        if any(mark.start <= noun < mark.end for mark in clause.marks):
            continue
        if low.isalpha() and low not in known and low not in scene.reader.idiom.words:
            return True
    return False
