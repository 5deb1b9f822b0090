"""Majorities and minorities: "most administrators are women", "men are a minority"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.figures import use_item
from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import family, judge_majority
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The majorities of a clause."""
    for mark in clause.marks:
        if not isinstance(mark, CueMark) or mark.start in scene.used:
            continue
        role = mark.cue.role
        is_plain_most = (
            role == "most" and scene.tokens[mark.start].low == "most" and mark.end == mark.start + 1
        )
        if role not in ("majority", "minority") and not is_plain_most:
            continue
        if is_past(scene, mark):
            continue
        target = _people(scene, clause)
        named = [one for one in clause.entities() if not one.is_pronoun] or clause.entities()
        subjects = named[-1].slugs if named else clause.subject
        if target is None or not subjects:
            continue
        after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
        if (
            is_plain_most
            and (scene.tokens[mark.start - 1].low if mark.start else "") == "the"
            and after != "of"
        ) or _is_of_the_rest(scene, mark):
            continue
        scene.used.add(mark.start)
        scene.last_target = target
        if target.kind == "item":
            use_item(scene, target, clause, mark.start)
        denied = scene.neither or bool(clause.cues("not"))
        most = (role != "minority") != denied
        last = max([mark.end, *(one.end for one in clause.targets() if target in one.targets)])
        first = min([mark.start, *(one.start for one in clause.targets() if target in one.targets)])
        nearly = bool(mark.cue.factor) and not denied
        yield judge_majority(scene.reader, scene.place(first, last), subjects, target, most, nearly)


def _is_of_the_rest(scene: Scene, mark: CueMark) -> bool:
    """Whether a majority is one of what another share leaves: "helium makes up most of the remainder"."""
    words = [
        token.low for token in scene.tokens[mark.end : mark.end + 4] if token.low not in ("of", "the", "its")
    ]
    before = [token.low for token in scene.tokens[max(0, mark.start - 3) : mark.start]]
    left = bool(_REST.intersection(before)) and before[-1] in ("is", "are", "'s", "being")
    return left or (bool(words) and words[0] in _REST)


_REST = frozenset({"rest", "remainder", "remaining", "others", "balance"})


def is_past(scene: Scene, mark: CueMark) -> bool:
    """Whether a share is told of times gone by: "a profession that was once nearly all male"."""
    words = {token.low for token in scene.tokens[max(0, mark.start - 4) : mark.start]}
    return bool(words & {"once", "formerly", "historically", "was", "were"})


def _people(scene: Scene, clause: Clause) -> Target | None:
    """The share that a clause speaks of."""
    number = scene.index(clause)
    ahead: list[Clause] = []
    if clause.entities() and not clause.targets() and _is_inserted(scene, number + 1):
        ahead = scene.clauses[number + 2 : number + 4]
    for one in (clause, *ahead, *scene.clauses[max(0, number - 1) : number]):
        for mark in one.targets():
            for target in mark.targets:
                if target.kind in ("measure", "item") and family(scene.reader, target) == "percent":
                    if target.kind == "item" and scene.reader.collections[target.name].kind != "distribution":
                        continue
                    return target
    return None


def _is_inserted(scene: Scene, number: int) -> bool:
    """Whether a clause is a figure between commas or in brackets: "most physicians, 72.9%, have …"."""
    if number + 1 >= len(scene.clauses):
        return False
    inserted, following = scene.clauses[number], scene.clauses[number + 1]
    return (
        (inserted.opener, following.opener) in ((",", ","), ("(", ")"))
        and len(inserted.marks) == len(inserted.figures()) == 1
        and all(entity.reference == "they" for entity in following.entities())
    )
