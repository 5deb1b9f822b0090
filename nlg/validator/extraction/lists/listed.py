"""Of which child resource a sentence lists items: the one it names, or the one whose items it enumerates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader

_LISTS = word_list("listing")
ABOVE_ALL = tuple(_LISTS["above_all"])
"""Words that put an item before all others of its kind, whatever the sentence calls them."""
OPENS = tuple(_LISTS["opens"])
"""Words behind which the first items of a longer list stand."""
_LIST_WORDS, _HAVING = frozenset(_LISTS["list_words"]), frozenset(_LISTS["having"])
_MENTIONED, _APPEARING = frozenset(_LISTS["mentioned"]), frozenset(_LISTS["appearing"])
CONTAINING = frozenset(_LISTS["containing"])
AFTER = tuple(_LISTS["after"])
_HOLDING = frozenset(_LISTS["holding"])
_OPENING = frozenset({"only", "also", "both", "while", "and", "not"})


def collection_of(scene: Scene) -> str:
    """The child resource that the sentence speaks of.

    The one named in it, or by the heading or the sentence before; else the one whose items it lists.
    """
    named = [
        target.name
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "collection"
    ]
    if named:
        return named[0]
    items = [
        target.name
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "item"
    ]
    topics = {scene.context.topic, scene.context.discourse.concept}
    for key in items:
        if key in topics or scene.reader.collections[key].resource in topics:
            return key
    if not items:
        return ""
    if any(token.low in _LIST_WORDS for token in scene.tokens) or _is_mentioned(scene):
        return items[0]
    text = f" {' '.join(token.low for token in scene.tokens)} "
    if any(f" {phrase} " in text for phrase in ABOVE_ALL):
        return items[0]
    if _shares_one(scene):
        return items[0]
    if owned := _owned(scene):
        return owned
    if any(_ranks(token.low, after.low) for token, after in pairwise(scene.tokens)) or _is_placed(scene):
        return items[0]
    if any(clause.cues("top", "order") for clause in scene.clauses) and any(
        clause.cues("most") for clause in scene.clauses
    ):
        return items[0]
    if any(
        cue.cue.domain == "frequency"
        or scene.tokens[cue.end : cue.end + 1]
        and scene.tokens[cue.end].low == "group"
        for clause in scene.clauses
        for cue in clause.cues("most")
    ) or any(is_above_others(scene, cue) for clause in scene.clauses for cue in clause.cues("more")):
        # "Accountants most often have a bachelor's degree"
        ranked = [key for key in items if gives_shares(scene, key)]
        if ranked:
            return ranked[0]
    return (
        _contained(scene)
        or _enumerated(scene)
        or _needed_alone(scene)
        or _belongs_alone(scene)
        or _labelled(scene)
    )


def _labelled(scene: Scene) -> str:
    """The ranked resource of an item that is a label for whose alone it is: "Customer service: administrators only"."""
    if len(scene.clauses) != 2 or scene.clauses[1].opener not in (":", "—"):
        return ""
    label, whose = scene.clauses
    alone = bool(whose.cues("only")) and len(whose.entities()) == 1 and not whose.figures()
    items = [target for mark in label.targets() for target in mark.targets if target.kind == "item"]
    ranked = [one.name for one in items if scene.reader.collections[one.name].kind == "ranked"]
    return ranked[0] if alone and len(label.marks) == 1 and ranked else ""


def is_above_others(scene: Scene, cue: CueMark) -> bool:
    """Whether a comparative is as good as a superlative: "more common than any other level"."""
    after = [token.low for token in scene.tokens[cue.end : cue.end + 3]]
    return cue.cue.sign > 0 and after[:1] == ["than"] and after[1:] in (["any", "other"], ["all", "other"])


def _is_beside_a_list(scene: Scene) -> bool:
    """Whether an item is set against the few that somebody lists: "…, which is not among the bakers' six"."""
    for clause in scene.clauses:
        words = [token.low for token in scene.tokens[clause.start : clause.end]]
        owners = [entity for entity in clause.entities() if entity.possessive]
        if "among" in words and owners and any(one.start >= owners[0].end for one in clause.figures()):
            return True
    return False


def _needed_alone(scene: Scene) -> str:
    """The ranked resource of an item that only one is said to need: "Only assistants need service orientation"."""
    for clause in scene.clauses:
        for cue in clause.cues("only"):
            owner = next((one for one in clause.entities() if one.start == cue.end), None)
            item = next(
                (one for one in clause.targets() if owner is not None and one.start >= owner.end), None
            )
            if owner is None or item is None or item.start - owner.end > _FEW:
                continue
            words = {token.low for token in scene.tokens[owner.end : item.start]}
            keys = [target.name for target in item.targets if target.kind == "item"]
            if len(keys) == len(item.targets) == 1 and words & _ALONE:
                return keys[0] if scene.reader.collections[keys[0]].kind == "ranked" else ""
    return ""


def _belongs_alone(scene: Scene) -> str:
    """The ranked resource of an item that is said to be one's alone: "Coordination belongs to HR alone"."""
    for clause in scene.clauses:
        item = clause.targets()[0] if clause.targets() else None
        owner = next((one for one in clause.entities() if item is not None and one.start >= item.end), None)
        if item is None or owner is None or not any(cue.start >= owner.end for cue in clause.cues("only")):
            continue
        words = {token.low for token in scene.tokens[item.end : owner.start]}
        keys = [target.name for target in item.targets if target.kind == "item"]
        if len(keys) == len(item.targets) == 1 and words <= _OF:
            return keys[0] if scene.reader.collections[keys[0]].kind == "ranked" else ""
    return ""


_OF = frozenset("is are belongs belong to the for in found asked needed with among of".split())
_ALONE = frozenset(_LISTS["alone"])
_FEW = 3
"""Words between a name and what it needs: "need a command of"."""


def _contained(scene: Scene) -> str:
    """The resource of the item that something is said to hold: "the air contains methane"."""
    for _, mark in scene.marks():
        before = scene.tokens[mark.start - 1].low if mark.start else ""
        if isinstance(mark, TargetMark) and before in _HOLDING:
            keys = [target.name for target in mark.targets if target.kind == "item"]
            if keys and scene.reader.collections[keys[0]].kind == "distribution":
                return keys[0]
    return ""


def _owned(scene: Scene) -> str:
    """The ranked resource without shares of which somebody is said to have an item: "both have an opera house"."""
    for clause in scene.clauses:
        for mark in clause.targets():
            keys = [target.name for target in mark.targets if target.kind == "item"]
            words = {token.low for token in scene.tokens[clause.start : mark.start]}
            article = mark.start > clause.start and scene.tokens[mark.start - 1].low in _ARTICLES
            offered = _OFFERING.ending_at(scene.tokens, mark.start) is not None
            if len(keys) == len(mark.targets) == 1 and ((article and words & _OWNING) or offered):
                if scene.reader.collections[keys[0]].kind == "ranked" and not gives_shares(scene, keys[0]):
                    return keys[0]
    return ""


_OFFERING = PhraseTable.build((words_of(phrase), True) for phrase in word_list("verbs")["offering"])
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "no"})
_OWNING = frozenset("has have had having boasts boast offers offer".split())


def gives_shares(scene: Scene, key: str) -> bool:
    """Whether a resource's items carry shares, so that one of them can be the largest or most common."""
    return _gives_shares(scene.reader, key)


@lru_cache(maxsize=64)
def _gives_shares(reader: Reader, key: str) -> bool:
    items = reader.collections[key].items.values()
    return any(item.share is not None for some in items for item in some[:1])


def _shares_one(scene: Scene) -> bool:
    """Whether two are said to share an item: "chefs and bakers share coordination"."""
    for clause in scene.clauses:
        for cue in clause.cues("share"):
            two = len(clause.subject) == 2 or any(
                scene.tokens[entity.start - 1].low == "with"
                for entity in clause.entities()
                if entity.start > cue.end
            )
            following = scene.clauses[clause.number + 1 : clause.number + 2]
            two = two or any(one.opener == "with" and one.entities() for one in following)
            verb = scene.tokens[cue.start].low in ("share", "shares") and two
            if verb and any(
                mark.start <= cue.end + 1
                and mark.start >= cue.end
                and all(t.kind == "item" for t in mark.targets)
                for mark in clause.targets()
            ):
                return True
    return False


_PLACES = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last"})


def _ranks(word: str, after: str) -> bool:
    """Whether two words give an item a rank: "leads among", "comes second", "third place"."""
    if word in ("leads", "lead"):
        return after == "among"
    return (word in ("comes", "come", "ranks", "rank") and after in _PLACES) or (
        word in _PLACES and after in _SPOTS
    )


def _is_placed(scene: Scene) -> bool:
    """Whether an item is said to have a rank for somebody: "Speaking is second with bakers"."""
    for clause in scene.clauses:
        for mark in clause.targets():
            words = [
                token.low
                for token in scene.tokens[mark.end : mark.end + 4]
                if token.low not in ("not", "only")
            ]
            named = words[2:] and words[2] in ("for", "among", "with", "on")
            if words[:1] and words[0] in _BEING and words[1:2] and words[1] in _PLACES and named:
                return all(target.kind == "item" for target in mark.targets)
    return False


_BEING = frozenset({"is", "isn't", "are", "aren't", "was"})


def speaks_of_a_list(words: Sequence[str]) -> bool:
    """Whether words behind a verb of heading name a list, or only whose it is: "leads the hygienist's and …"."""
    if "list" in words or "lists" in words:
        return True
    owned = [at for at, word in enumerate(words) if word in ("'s", "'")]
    return bool(owned) and (words[owned[0] + 1 :] or ["."])[0] in _CLOSING_LIST


_CLOSING_LIST = frozenset({"and", ",", ".", ";", "but", "—", "six", "five", "top", ")"})


def _is_mentioned(scene: Scene) -> bool:
    """Whether a sentence opens with an item that is said to be found with somebody: "CPR is mentioned only by …"."""
    if _is_beside_a_list(scene):
        return True
    first = next((mark for _, mark in scene.marks()), None)
    if not isinstance(first, TargetMark) or not all(target.kind == "item" for target in first.targets):
        return False
    start = next((at for at, token in enumerate(scene.tokens) if token.low not in _OPENING), 0)
    end = first.end
    for _, mark in scene.marks():
        between = {token.low for token in scene.tokens[end : mark.start]}
        items = isinstance(mark, TargetMark) and all(target.kind == "item" for target in mark.targets)
        if mark.start >= end and items and between <= {",", "and", "&"}:
            end = mark.end
    after = [token.low for token in scene.tokens[end : end + 4] if token.low not in _OPENING]
    if first.start != start or not after:
        return False
    if after[0] in _APPEARING:
        return True
    return after[0] in ("is", "are") and len(after) > 1 and after[1] in _MENTIONED


def _enumerated(scene: Scene) -> str:
    """The resource of which the sentence names two items one after the other, and nothing else between."""
    marks = [(clause, mark) for clause, mark in scene.marks() if isinstance(mark, TargetMark)]
    for (one, first), (two, second) in pairwise(marks):
        keys = {target.name for target in first.targets if target.kind == "item"}
        shared = [target.name for target in second.targets if target.name in keys and target.kind == "item"]
        if not shared or two.opener not in (",", "and", "or") or scene.index(two) > scene.index(one) + 2:
            continue
        words = {token.low for token in scene.tokens[first.end : second.start]}
        if words <= _LINKING and _claims_them(scene, one, first):
            return shared[0]
    return ""


_LINKING = frozenset(
    ", and or & then first second third by followed closely comes come is trailed with next the in place last"
    " finally lastly in".split()
)


def _claims_them(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether the words around a list say that somebody has or needs its items."""
    return any(token.low in _HAVING for token in scene.tokens)


def place_of(words: Sequence[str]) -> int:
    """The rank that words behind an item give it: "in second place", "takes the second spot"; 0 for none."""
    at = 0
    while at < len(words) and words[at] in _TAKING:
        at += 1
    named = words[at : at + 2]
    return _RANKS.get(named[0], 0) if at and len(named) == 2 and named[1] in _SPOTS else 0


_RANKS = {word: rank for rank, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
_TAKING, _SPOTS = frozenset(_LISTS["taking"]), frozenset(_LISTS["spots"])
