"""Who is set against whom: the clause's subject, and the *than* side or the other of the pair."""

from __future__ import annotations

from collections.abc import Callable

from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import has_predicate
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_EMPTY = frozenset("the other that those do does did is are a an . , ! of for in not it ever".split())


def _means_the_other(scene: Scene, side: Clause) -> bool:
    """Whether a *than* side that names nobody leaves only the other entity.

    And no third ("than ours", "than average").
    """
    return all(
        token.low in _EMPTY or any(mark.start <= index < mark.end for mark in side.marks)
        for index, token in enumerate(scene.tokens[side.start : side.end], side.start)
    )


def than_side(scene: Scene, clause: Clause) -> Clause | None:
    """The clause that holds the other side of a comparison, past brackets.

    Example: "more ($34,252) than specialists"
    """
    number = scene.index(clause)
    depth = 0
    for later in scene.clauses[number + 1 : number + 5]:
        if later.opener == "(":
            depth = 1
            continue
        if later.opener == ")":
            depth = 0
        if later.opener == "than" or (later.opener == "against" and not depth):
            return later if later.subject else None
        if later.opener == ")" and later.end - later.start <= 1:
            continue
        if not depth:
            return None
    return None


def sides_of(scene: Scene, clause: Clause, cue: CueMark) -> tuple[str, str] | None:
    """Who is compared with whom: the clause's subject, and the *than* side or the other of the pair."""
    number = scene.index(clause)
    subject = clause.subject
    than: tuple[str, ...] = ()
    side = than_side(scene, clause)
    if side is not None:
        if side.inherited and not side.figures() and not _means_the_other(scene, side):
            return None
        if side.inherited and any(one.figure.unit == "fraction" for one in side.figures()):
            # "worse paid than nine tenths of her colleagues" compares her with her own.
            return None
        than = side.subject
    if not than and number and not clause.entities():
        for earlier in reversed(scene.clauses[:number]):
            if earlier.opener in ("against", "unlike") and earlier.entities():
                than = earlier.subject
                break
    if len(subject) == 1:
        itself = side is not None and than == subject and not side.inherited and bool(clause.entities())
        if len(than) == 1 and (than != subject or (itself and side is not None and _is_name(side))):
            return subject[0], than[0]
        named = [
            entity.slugs[0]
            for entity in clause.entities()
            if len(entity.slugs) == 1 and entity.slugs != subject
        ]
        if named and not than:
            return subject[0], named[0]
        other = scene.other(subject)
        return (subject[0], other) if other else None
    if len(subject) == 2:
        return subject[0], subject[1]
    if len(scene.context.subjects) == 2 and cue.cue.role == "gap":
        return scene.context.subjects[0], scene.context.subjects[1]
    return None


def _is_name(side: Clause) -> bool:
    """Whether a side is named outright.

    So that "administrators earn more than administrators" compares like with itself.
    """
    return not side.entities()[0].reference


def either_order(
    scene: Scene, clause: Clause, target: Target, judge: Callable[[str, str], Claim]
) -> Claim | None:
    """The claim of how two compare of whom no word says who is who: what is true of neither order is false.

    Example: "the cabin has more jobs than the cockpit, and twice as many openings"
    """
    subjects = scene.context.subjects
    if (
        len(subjects) != 2
        or clause.entities()
        or not any(target in mark.targets for mark in clause.targets())
    ):
        return None
    others = {token.low for token in scene.tokens} & _ANOTHER
    if others or any(token.low.isdigit() and len(token.low) == 4 for token in scene.tokens):
        return None
    one, two = judge(*subjects), judge(subjects[1], subjects[0])
    if two.verdict == "supported":
        return two
    return one if one.verdict == "supported" or two.verdict == "refuted" else None


_ANOTHER = frozenset(
    "year years ago before last average typical other others any decade expected today now most nation country rest all"
    " i we my our elsewhere".split()
)
"""Words by which something may be set against another time, or against all the rest."""


def either_way(
    scene: Scene, clause: Clause, sides: tuple[str, str], judge: Callable[[str, str], Claim]
) -> Claim:
    """The claim of how two compare, the other way round where that is true and nothing says who comes first."""
    claim = judge(*sides)
    if claim.verdict != "refuted" or not _is_unsaid(scene, clause):
        return claim
    other = judge(sides[1], sides[0])
    return other if other.verdict == "supported" else claim


def _is_unsaid(scene: Scene, clause: Clause) -> bool:
    """Whether a clause with no name of its own may be about either of two: "…, so more than three times the rate"."""
    later = scene.clauses[scene.index(clause) + 1 : scene.index(clause) + 3]
    if any(one.opener in ("than", "against") and (one.entities() or one.subject) for one in later):
        return False
    if clause.entities():
        return not clause.names_somebody() and has_predicate(scene, [clause])
    named = {
        entity.slugs
        for one in scene.clauses
        for entity in one.entities()
        if len(entity.slugs) == 1 and not entity.is_pronoun
    }
    return len(named) != 1 or (has_predicate(scene, [clause]) and not _goes_on(scene, clause))


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only brings the verb to a name before it: "The day on Neptune, on the other hand, lasts …"."""
    before = next((one for one in reversed(scene.clauses[: clause.number]) if one.marks), None)
    return before is not None and before.names_somebody() and not has_predicate(scene, [before])
