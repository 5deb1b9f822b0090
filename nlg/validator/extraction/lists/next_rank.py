"""A rank told without its verb behind another: "nitrogen comes second with 2.59% and argon third"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.positions import PLACES
from nlg.validator.judgement.listings import judge_position
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.scene import Scene

_JOINING = frozenset({"and", ",", ";", "while"})
_VERBS = frozenset(word_list("verbs")["ranking"])


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The rank of the one item of a clause, where the clauses before it give another item the rank above."""
    marks = [mark for mark in clause.targets() if any(target.kind == "item" for target in mark.targets)]
    if clause.opener not in _JOINING or len(marks) != 1 or marks[0].start in scene.used or clause.figures():
        return
    mark = marks[0]
    rank = _rank(scene, mark.end)
    closed = not rank or mark.end + 1 >= clause.end or not scene.tokens[mark.end + 1].low.isalpha()
    if not closed or rank < 2 or len(clause.subject) != 1 or mark.start - clause.start > 1:
        return
    before = [
        (one, other)
        for one in scene.clauses[: clause.number]
        for other in one.targets()
        if _is_ranked(scene, other, rank - 1)
    ]
    item = next(target for target in mark.targets if target.kind == "item")
    if not before or not any(target.name == item.name for target in before[-1][1].targets):
        return
    scene.used.add(mark.start)
    place = scene.place(mark.start, mark.end + 1)
    yield judge_position(scene.reader, place, clause.subject[0], item, item.item, rank)


def _rank(scene: Scene, at: int) -> int:
    return PLACES.get(scene.tokens[at].low, 0) if at < len(scene.tokens) else 0


def _is_ranked(scene: Scene, mark: TargetMark, rank: int) -> bool:
    """Whether an item is said to have a rank: "nitrogen comes second", "nitrogen second"."""
    if not any(target.kind == "item" for target in mark.targets):
        return False
    verb = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    return rank in (_rank(scene, mark.end), _rank(scene, mark.end + 1) if verb in _VERBS else 0)
