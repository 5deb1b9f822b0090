"""Which items a sentence lists, of which child resource, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from nlg.validator.binding import subject_of
from nlg.validator.clauses import Clause
from nlg.validator.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.resolution import Reader, Target
from nlg.validator.scene import Scene


@dataclass(slots=True)
class Group:
    """Items listed together for the same entities."""

    key: str
    subjects: tuple[str, ...]
    clause: Clause
    marks: list[TargetMark] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    is_second: bool = False
    """Whether its items come after those of another group for the same entities: "…, ahead of Rhea"."""


ABOVE_ALL = (
    "most of all", "above all", "more than anything", "first and foremost", "first of all", "need most", "needs most",
    "matter most", "matters most", "value most", "largest group", "biggest group", "largest share of the",
)  # fmt: skip
"""Words that put an item before all others of its kind, whatever the sentence calls them."""
_LIST_WORDS = frozenset("list lists listed rank ranks".split())


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
    if any(token.low in _LIST_WORDS for token in scene.tokens):
        return items[0]
    text = f" {' '.join(token.low for token in scene.tokens)} "
    if any(f" {phrase} " in text for phrase in ABOVE_ALL):
        return items[0]
    if _shares_one(scene):
        return items[0]
    if owned := _owned(scene):
        return owned
    if any(_ranks(token.low, after.low) for token, after in pairwise(scene.tokens)):
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
    ):
        # "Accountants most often have a bachelor's degree"
        ranked = [key for key in items if gives_shares(scene, key)]
        if ranked:
            return ranked[0]
    return _enumerated(scene)


def _owned(scene: Scene) -> str:
    """The ranked resource without shares of which somebody is said to have an item: "both have an opera house"."""
    for clause in scene.clauses:
        for mark in clause.targets():
            keys = [target.name for target in mark.targets if target.kind == "item"]
            words = {token.low for token in scene.tokens[clause.start : mark.start]}
            article = mark.start > clause.start and scene.tokens[mark.start - 1].low in _ARTICLES
            if len(keys) == len(mark.targets) == 1 and article and words & _OWNING:
                if scene.reader.collections[keys[0]].kind == "ranked" and not gives_shares(scene, keys[0]):
                    return keys[0]
    return ""


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
            verb = scene.tokens[cue.start].low in ("share", "shares") and len(clause.subject) == 2
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
        word in _PLACES and after == "place"
    )


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
_HAVING = frozenset(
    "share shares shared need needs require requires list lists rely relies lean leans call calls draw draws"
    " use uses depend depends feature features include includes have has first top tops lead leads main key"
    " is are common value values most all want wants demand demands hinge hinges rest rests".split()
)


def _claims_them(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether the words around a list say that somebody has or needs its items."""
    return any(token.low in _HAVING for token in scene.tokens)


def item_name(mark: TargetMark, key: str) -> str:
    """The item of a resource that a mark names, or an empty string."""
    return next((target.item for target in mark.targets if target.kind == "item" and target.name == key), "")


def groups_of(scene: Scene, key: str) -> list[Group]:
    """The items of the sentence by whom they are listed for.

    Where a stretch names its items before anybody, they belong to whoever follows after *for*:
    "customer service completes the list for administrators and data entry for specialists".
    """
    groups: list[Group] = []
    for stretch in _stretches(scene):
        marks = [(clause, mark) for clause in stretch for mark in clause.marks]
        items = [
            (clause, mark) for clause, mark in marks if isinstance(mark, TargetMark) and item_name(mark, key)
        ]
        items = [
            (clause, mark)
            for clause, mark in items
            if mark.start not in scene.used and not _is_text_value(scene, clause, mark)
        ]
        owners = [mark for _, mark in marks if isinstance(mark, EntityMark) and mark.slugs]
        if any(owner.reference not in ("it", "they") for owner in owners):
            owners = [owner for owner in owners if owner.reference not in ("it", "they")]
        if not items:
            continue
        listing = _owner_of_list(scene, owners)
        for clause, mark in items:
            last = groups[-1] if groups else None
            follows = last is not None and _comes_next(scene, last, clause)
            later = [owner for owner in owners if owner.start >= mark.end and _is_after_for(scene, owner)]
            if last is not None and follows:
                subjects = last.subjects
            elif listing and scene.tokens[mark.start - 1].low != "for":
                subjects = listing
            elif together := _of_both_alike(scene, clause, mark):
                subjects = together
            elif (
                owners and owners[0].start > items[0][1].start and (later or _is_after_for(scene, owners[0]))
            ):
                subjects = (later or owners[-1:])[0].slugs
            else:
                subjects = subject_of(scene, clause, mark)
            if last is None or last.subjects != subjects or (not follows and breaks(scene, last, clause)):
                groups.append(Group(key, subjects, clause))
            groups[-1].marks.append(mark)
            groups[-1].names.append(item_name(mark, key))
    return groups


def _owner_of_list(scene: Scene, owners: list[EntityMark]) -> tuple[str, ...]:
    """The one entity named, where it is named as whose list it is: "monitoring tops the bakers' list"."""
    if len({owner.slugs for owner in owners}) != 1 or len(owners[0].slugs) != 1 or not owners[0].possessive:
        return ()
    words = [token.low for token in scene.tokens[owners[0].end : owners[0].end + 4]]
    return owners[0].slugs if "list" in words else ()


def _is_text_value(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether an item's name is here the value of a text measure, which the nearest noun before it names.

    Example: "the typical entry education is the same for both, a bachelor's degree"
    """
    values = {target.name for target in mark.targets if target.kind == "text" and target.item}
    if not values or any(cue.end <= mark.start for cue in clause.cues("most")):
        return False
    behind = [other for other in clause.targets() if other.start >= mark.end]
    if clause.cues("most") and any(
        target.kind == "collection" for other in behind for target in other.targets
    ):
        return False
    number = scene.index(clause)
    before = [
        other for one in scene.clauses[: number + 1] for other in one.targets() if other.end <= mark.start
    ]
    for other in reversed(before):
        kinds = {target.kind for target in other.targets if not target.item}
        if kinds & {"text", "collection"}:
            return any(target.name in values for target in other.targets if target.kind == "text")
    near = (
        scene.clauses[max(0, number - 1) : number + 1] if clause.opener in ("with", "and", "or") else [clause]
    )
    after = [other for one in scene.clauses[number:] for other in one.targets() if other.start >= mark.end]
    named = any(target.name in values and not target.item for other in after[:1] for target in other.targets)
    words = {token.low for token in scene.tokens[near[0].start : mark.start]}
    return named or (bool(words & _STARTING) and not any(one.cues("most") for one in near))


_STARTING = frozenset("start starts begin begins enter enters".split())


def _of_both_alike(scene: Scene, clause: Clause, mark: TargetMark) -> tuple[str, ...]:
    """Both, where they were said to have the same before the item is named: "is the same for both: …"."""
    number = scene.index(clause)
    if not number or any(entity.end <= mark.start for entity in clause.entities()):
        return ()
    before = scene.clauses[number - 1]
    both = [entity.slugs for entity in before.entities() if len(entity.slugs) == 2]
    return both[-1] if both and before.cues("same") and clause.opener in (":", ",") else ()


def _comes_next(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a clause only names the item that another is ahead of: "Titan, ahead of Rhea"."""
    if clause.opener != "than" or clause.entities() or not group.subjects:
        return False
    before = scene.clauses[scene.index(clause) - 1]
    ahead = [cue for cue in before.cues("more") if cue.cue.binds and cue.cue.sign > 0]
    if not ahead or len(before.marks) > len(ahead):
        return False
    scene.used.update(cue.start for cue in ahead)
    return True


def _stretches(scene: Scene) -> list[list[Clause]]:
    """The sentence cut at semicolons, contrasts and colons."""
    stretches: list[list[Clause]] = [[]]
    for clause in scene.clauses:
        if clause.opener in (";", ":", "while", "unlike", "against", "—"):
            stretches.append([])
        stretches[-1].append(clause)
    return stretches


def _is_after_for(scene: Scene, owner: EntityMark) -> bool:
    words = [token.low for token in scene.tokens[max(0, owner.start - 2) : owner.start]]
    return bool({"for", "of", "among", "by", "on", "in"} & set(words))


def breaks(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a new list begins: after a semicolon or "while", or with words that say something else of the items."""
    start, end = scene.index(group.clause), scene.index(clause)
    for one in scene.clauses[start + 1 : end + 1]:
        if one.opener == "than" and "list" in {token.low for token in scene.tokens[one.start : one.end]}:
            continue
        if one.opener in (";", "while", "than", "unlike"):
            return True
        if any(token.low == "which" for token in scene.tokens[one.start : one.start + 3]):
            return True
        if one.cues("only", "not") and not group.clause.cues("only", "not"):
            return True
    return False


def clause_of(scene: Scene, mark: TargetMark) -> Clause:
    """The clause that a mark stands in."""
    return next(clause for clause in scene.clauses if mark in clause.marks)


def end_of(scene: Scene, group: Group) -> int:
    """Where what is said of a list ends: with its last item, or with the words behind it: "… are on both lists"."""
    last = group.marks[-1]
    clause = clause_of(scene, last)
    behind = [mark for mark in clause.marks if mark.start >= last.end]
    if any(isinstance(mark, FigureMark) and mark.figure.unit != "plain" for mark in behind):
        return last.end
    return (
        clause.end
        if behind and not any(item_name(mark, group.key) for mark in behind if isinstance(mark, TargetMark))
        else last.end
    )


def is_plain_list(scene: Scene, group: Group) -> bool:
    """Whether nothing stands between the items but commas and conjunctions."""
    own = {mark.start for mark in group.marks}
    first, last = group.marks[0].start, group.marks[-1].start
    if scene.reader.collections[group.key].kind != "ranked":
        return False
    return len(own) > 1 and all(
        mark.start in own or not isinstance(mark, TargetMark | FigureMark | EntityMark)
        for _, mark in scene.marks()
        if first <= mark.start <= last
    )


def collection_target(key: str) -> Target:
    """A child resource as a claim's target."""
    return Target("collection", key)


def unknown_members(scene: Scene, group: Group) -> list[str]:
    """Members of the list that no entity has: short stretches between its commas without a mark."""
    unknown = []
    first = scene.index(clause_of(scene, group.marks[0]))
    last = scene.index(clause_of(scene, group.marks[-1]))
    for clause in scene.clauses[first + 1 : last + 2]:
        if clause.opener not in (",", "and", "or", "&") or clause.marks:
            continue
        words = scene.tokens[clause.start : clause.end]
        lows = [token.low for token in words if token.low not in (".", "!", "-", "the", "a", "and")]
        if 0 < len(lows) <= 4 and not (set(lows) & _STOPS):
            unknown.append(" ".join(lows))
    return unknown


_STOPS = frozenset(
    "is are in that order which too also both all it they has have to for of respectively so not on"
    " make list round out".split()
)
