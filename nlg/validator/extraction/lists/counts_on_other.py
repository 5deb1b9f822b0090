"""How many of one's items are on the other's list: "all six of the accountants' key skills return on the clerks' list".

Example: "none of the writer's skills turns up on the list of editors"
"""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import collection_target
from nlg.validator.judgement.listings import judge_overlap, ranked
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene

_WHOLE = frozenset({"all", "each", "every"})
_NONE = frozenset({"none"})
_ON = frozenset({"on", "in", "among"})
_LIST = frozenset({"list", "lists"})
_PARTING = frozenset({"not", "only", "except", "but", "save", "never"})


def read(scene: Scene, key: str) -> Iterator[Claim]:
    """The counts of a sentence that names the resource, no item before them, and on whose list its items are."""
    for clause in scene.clauses:
        owners = [mark for mark in clause.entities() if not mark.reference and len(mark.slugs) == 1]
        named = [
            mark
            for mark in clause.marks
            if isinstance(mark, TargetMark) and any(target.name == key for target in mark.targets)
        ]
        words = [token.low for token in scene.tokens[clause.start : clause.end]]
        if len(owners) != 2 or len(named) != 1 or _PARTING & set(words) or _is_shared(scene, clause):
            continue
        one, other = owners
        subjects = (one.slugs[0], other.slugs[0])
        if set(subjects) != set(scene.context.subjects) or not _is_on_list(scene, named[0], other):
            continue
        whole = len(ranked(scene.reader, subjects[0], key))
        count = _count(scene, clause, named[0], whole)
        if count is None or one.start > other.start:
            continue
        figures = [mark for mark in clause.figures() if mark.end <= named[0].start]
        scene.used.update(mark.start for mark in figures)
        scene.used.update(mark.start for mark in clause.cues("top", "most"))
        first = min([clause.marks[0].start, *(mark.start for mark in figures)])
        start = next(
            at for at in range(clause.start, first + 1) if at == first or scene.tokens[at].low in _LEADING
        )
        last = next(
            at
            for at in range(other.start, clause.end)
            if scene.tokens[at].low in _LIST or at == clause.end - 1
        )
        target = collection_target(key)
        scene.last_target = target
        longest = max(whole, len(ranked(scene.reader, subjects[1], key)))
        yield judge_overlap(
            scene.reader, scene.place(start, max(last + 1, other.end)), subjects, target, count, longest
        )


_LEADING = _WHOLE | _NONE


def _is_shared(scene: Scene, clause: Clause) -> bool:
    """Whether other words than "also" and "as well" say that items are in common."""
    return any(scene.tokens[cue.start].low not in ("also", "as") for cue in clause.cues("share", "same"))


def _is_on_list(scene: Scene, named: TargetMark, other: EntityMark) -> bool:
    """Whether somebody's list follows the noun of the items: "… on the clerks' list", "… on the list of clerks"."""
    between = [token.low for token in scene.tokens[named.end : other.start]]
    behind = [token.low for token in scene.tokens[other.end : other.end + 3]]
    if not _ON & set(between) or other.start < named.end:
        return False
    return bool(_LIST & set(behind if other.possessive else [*between, *behind]))


def _count(scene: Scene, clause: Clause, named: TargetMark, whole: int) -> int | None:
    """How many of all items are meant; None where a number counts no whole list."""
    words = [token.low for token in scene.tokens[clause.start : named.start]]
    figures = [
        mark
        for mark in clause.figures()
        if isinstance(mark, FigureMark) and mark.figure.unit == "plain" and mark.end <= named.start
    ]
    sizes = [int(mark.figure.value) for mark in figures if mark.figure.value == int(mark.figure.value)]
    if _NONE & set(words) and sizes in ([], [whole]):
        return 0
    if _WHOLE & set(words):
        return whole if whole and sizes in ([], [whole]) else None
    if len(sizes) == 2 and sizes[1] == whole and scene.tokens[figures[0].end].low == "of":
        return sizes[0]
    return None
