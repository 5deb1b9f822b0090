"""What is said of an item named before: "… and also makes the accountant's top six", "for counselors it leads, too"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import collection_target
from nlg.validator.extraction.lists.listed import speaks_of_a_list
from nlg.validator.extraction.lists.positions import PLACES
from nlg.validator.judgement.listings import denied_of, judge_membership, judge_position
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene

_LIST = word_list("carried")
_LEADING, _STANDING, _SMALL = (frozenset(_LIST[name]) for name in ("leading", "standing", "small"))
_LISTS = frozenset(_LIST["lists"])
_ABSENT = frozenset(word_list("listing")["denied"]["absent"])


def item_of(scene: Scene) -> tuple[str, str] | None:
    """The one item that a sentence names of a list that is ranked: its key and name; else None."""
    found = {
        (target.name, target.item)
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "item" and scene.reader.collections[target.name].kind == "ranked"
    }
    return next(iter(found)) if len(found) == 1 else None


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The rank or the place on a list that a clause without an item gives the one spoken of."""
    if scene.advisory or any(not _is_light(mark) for mark in clause.marks):
        return
    item = _before(scene, clause)
    owner = _owner(scene, clause)
    if item is None or not owner:
        return
    key, name = item
    target = collection_target(key)
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    absent = bool(_ABSENT.intersection(words))
    denied = bool(clause.cues("not")) != absent
    place = scene.place(clause.start, clause.end)
    if rank := _rank(words):
        scene.used.update(mark.start for mark in clause.marks)
        claim = judge_position(scene.reader, place, owner[0], target, name, rank)
    elif _is_placed(scene, clause) or (absent and _is_owned(scene, clause)):
        scene.used.update(mark.start for mark in clause.marks)
        size = next((int(one.figure.value) for one in clause.figures() if clause.cues("top")), 0)
        claim = judge_membership(scene.reader, place, owner, target, [name], False, size, "list")
    else:
        return
    scene.last_target = target
    yield denied_of(scene.reader, claim) if denied else claim


def _is_light(mark: object) -> bool:
    """Whether a mark may stand in a clause that only places an item: names, small numbers, and words of order."""
    if isinstance(mark, FigureMark):
        return mark.figure.unit == "plain" and not mark.units and mark.figure.value <= 20
    if isinstance(mark, TargetMark):
        return mark.is_verb or all(target.kind == "collection" for target in mark.targets)
    return isinstance(mark, EntityMark | CueMark)


def _before(scene: Scene, clause: Clause) -> tuple[str, str] | None:
    """The item of the clause before in the sentence, or for "it" that of the sentence before."""
    for earlier in reversed(scene.clauses[: clause.number]):
        for mark in reversed(earlier.targets()):
            for target in mark.targets:
                if target.kind == "item" and scene.reader.collections[target.name].kind == "ranked":
                    return target.name, target.item
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    return scene.context.discourse.item if words & {"it", "it's"} else None


def _owner(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Whose list is meant: who is named in the clause, or in the words that open the sentence."""
    fronted = scene.clauses[clause.number - 1 : clause.number] if clause.opener == "," else []
    named = [one for part in (clause, *fronted) for one in part.entities() if one.reference != "it"]
    return named[0].slugs if named and len(named[0].slugs) == 1 else ()


def _is_placed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something is on somebody's list: "also makes the accountant's top six"."""
    owner = next((one for one in clause.entities() if one.possessive and one.reference != "they"), None)
    if owner is None or clause.cues("same", "different", "ratio"):
        return False
    before = [token.low for token in scene.tokens[clause.start : owner.start]]
    behind = [token.low for token in scene.tokens[owner.end : owner.end + 3]]
    told = [word for word in before if word not in _SMALL]
    return len(told) == 1 and told[0] in _STANDING and bool(_LISTS.intersection(behind))


def _is_owned(scene: Scene, clause: Clause) -> bool:
    """Whether a clause closes with somebody's list, or with whose it is: "is missing from the plumber's"."""
    last = clause.marks[-1]
    behind = [token.low for token in scene.tokens[last.end : clause.end]]
    return isinstance(last, EntityMark) and last.possessive and speaks_of_a_list(["'s", *behind[1:]])


def _rank(words: list[str]) -> int:
    """The rank that a clause of few words gives: "it leads, too", "it's third as well"; 0 for another clause."""
    told = [word for word in words if word not in _SMALL and word.isalpha()]
    places = [word for word in told if word in PLACES or word in _LEADING]
    if len(places) != 1 or "it" not in words:
        return 0
    return PLACES.get(places[0], 1) if told.index(places[0]) <= 2 and len(told) <= 4 else 0
