"""Which items a sentence lists, of which child resource, and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlg.validator.binding.figures import subject_of
from nlg.validator.extraction.lists.listed import is_above_others, place_of, speaks_of_a_list
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


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


def item_name(mark: TargetMark, key: str) -> str:
    """The item of a resource that a mark names, or an empty string."""
    return next((target.item for target in mark.targets if target.kind == "item" and target.name == key), "")


def counted_before(scene: Scene, group: Group) -> int:
    """The number right before a list, whoever had another before: "Earth has one moon, Mars has two, Phobos and …"."""
    first = group.marks[0].start
    near = [
        figure for clause in scene.clauses for figure in clause.figures() if 0 <= first - figure.end <= _APART
    ]
    counted = near and near[-1].figure.unit == "plain" and not near[-1].units
    return int(near[-1].figure.value) if counted else 0


_APART = 3


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
        if any(not owner.is_pronoun for owner in owners):
            owners = [owner for owner in owners if not owner.is_pronoun]
        if not items:
            continue
        named = [mark for _, mark in items]
        listing = (owner := _owner_of_list(scene, owners)) or _topped(scene, named, owners)
        for number, (clause, mark) in enumerate(items):
            if not owner:
                listing = _topped(scene, named[number:], owners) or listing
            last = groups[-1] if groups else None
            follows = last is not None and _comes_next(scene, last, clause)
            later = [owner for owner in owners if owner.start >= mark.end and _is_after_for(scene, owner)]
            if last is not None and follows:
                subjects = last.subjects
            elif (
                listing
                and scene.tokens[mark.start - 1].low != "for"
                and not (later and clause.cues("only") and later[0].slugs != listing)
            ):
                subjects = listing
            elif behind := _belongs_to(scene, items, owners):
                subjects = behind
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


def _topped(scene: Scene, items: list[TargetMark], owners: list[EntityMark]) -> tuple[str, ...]:
    """Whose list items are on, where somebody else's is spoken of later: "tops the actuary's list and …"."""
    after = [owner for owner in owners if owner.start >= items[0].end][:1]
    if not after or not after[0].possessive or len(after[0].slugs) != 1:
        return ()
    last = next(item for item in reversed(items) if item.end <= after[0].start)
    words = [token.low for token in scene.tokens[last.end : after[0].start]]
    behind = [token.low for token in scene.tokens[after[0].end : after[0].end + 3] if token.low != "'s"]
    topped = len(words) <= 4 and bool(set(words) & (_TOPPING if last is items[0] else _COMPLETING))
    return after[0].slugs if topped and speaks_of_a_list(["'s", *behind]) else ()


def _belongs_to(
    scene: Scene, items: list[tuple[Clause, TargetMark]], owners: list[EntityMark]
) -> tuple[str, ...]:
    """The one entity to which all items before it are said to belong: "; monitoring and writing belong to the OTs"."""
    if len({owner.slugs for owner in owners}) != 1 or owners[0].start < items[-1][1].end:
        return ()
    words = [token.low for token in scene.tokens[items[-1][1].end : owners[0].start]]
    return owners[0].slugs if words and words[0] in _BELONGING and len(words) < 5 else ()


_BELONGING = frozenset("belong belongs are is go goes fall falls".split())
_COMPLETING = frozenset(word_list("listing")["completing"])
_TOPPING = frozenset("tops heads leads opens on top starts".split()) | _COMPLETING


def _is_text_value(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether an item's name is here the value of a text measure, which the nearest noun before it names.

    Example: "the typical entry education is the same for both, a bachelor's degree"
    """
    values = {target.name for target in mark.targets if target.kind == "text" and target.item}
    if not values:
        return False
    if any(cue.cue.domain == "frequency" for cue in clause.cues("most")):
        # "the most common level of schooling among nurses" tells of people, "the most common requirement" does not.
        titles = {at for one in clause.entities() for at in range(one.start, one.end)}
        return any(
            scene.tokens[at].low in _ENTERING for at in range(clause.start, clause.end) if at not in titles
        )
    if any(cue.end <= mark.start for cue in clause.cues("most")) or takes_place(scene, clause):
        return False
    if any(is_above_others(scene, cue) for cue in clause.cues("more")):
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


def takes_place(scene: Scene, clause: Clause) -> bool:
    """Whether a clause takes up the rank that was told before it: "in the police that place belongs to …"."""
    return any(_PLACES.starting_at(scene.tokens, at) is not None for at in range(clause.start, clause.end))


_PLACES = PhraseTable.build((words_of(phrase), True) for phrase in word_list("listing")["taking_place"])
_ENTERING = frozenset(word_list("requirements")["entering"])
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
        if clause.opener in (";", ":", "while", "unlike", "against", "—") or opens_a_part(scene, clause):
            stretches.append([])
        stretches[-1].append(clause)
    return stretches


def opens_a_part(scene: Scene, clause: Clause) -> bool:
    """Whether a "with" behind a semicolon opens a clause: "… tops the one list; with the vets, it is writing"."""
    return clause.opener == "with" and clause.start > 1 and scene.tokens[clause.start - 2].low == ";"


def _is_after_for(scene: Scene, owner: EntityMark) -> bool:
    words = [token.low for token in scene.tokens[max(0, owner.start - 2) : owner.start]]
    return bool({"for", "of", "among", "by", "on", "in"} & set(words))


def breaks(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a new list begins: after a semicolon or "while", or with words that say something else of the items."""
    start, end = scene.index(group.clause), scene.index(clause)
    if end > start and (_has_a_verb_of_its_own(scene, group, clause) or _has_a_place(scene, group, clause)):
        return True
    for one in scene.clauses[start + 1 : end + 1]:
        if one.opener == "than" and "list" in {token.low for token in scene.tokens[one.start : one.end]}:
            continue
        if one.opener == ";" and _is_bare_item(scene, group, one):
            continue
        if one.opener in (";", "while", "than", "unlike") or opens_a_part(scene, one):
            return True
        if any(token.low == "which" for token in scene.tokens[one.start : one.start + 3]):
            return True
        denials = one.cues("only", "not")
        if _has_another_only(group, clause):
            return True
        if denials and not group.clause.cues("only", "not") and not _closes_a_list(scene, group, one):
            return True
    return False


def says_of_a_measure(group: Group, clause: Clause) -> bool:
    """Whether a clause before a list says something of a measure and names nothing listed: "growth is expected only
    for lawyers, and the most common level is …"."""
    if clause is group.clause or clause.start > group.clause.start:
        return False
    targets = [target for mark in clause.targets() for target in mark.targets]
    return bool(targets) and all(target.kind == "measure" for target in targets)


def _has_a_place(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether an item is given a place behind one whose share is told: "… 95.1 percent, with argon in second place"."""
    item = next((mark for mark in clause.targets() if item_name(mark, group.key)), None)
    if item is None or not any(one.figures() for one in scene.clauses[group.clause.number : clause.number]):
        return False
    return place_of([token.low for token in scene.tokens[item.end : item.end + 6]]) > 1


def _has_another_only(group: Group, clause: Clause) -> bool:
    """Whether the next item has an "only" of its own: "… only on the one list, critical thinking only on the other"."""
    if clause is group.clause or clause.opener not in (",", "and"):
        return False
    return all(
        part.cues("only") and part.targets() and part.cues("only")[0].start >= part.targets()[0].end
        for part in (group.clause, clause)
    )


def _is_bare_item(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a semicolon only parts one item from the next: "critical thinking; judgment and decision making"."""
    inside = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    items = [mark for mark in clause.targets() if item_name(mark, group.key)]
    rest = [scene.tokens[at].low for at in range(clause.start, clause.end) if at not in inside]
    return len(items) == len(clause.marks) == 1 and not any(word.isalpha() and word != "and" for word in rest)


def _closes_a_list(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a clause ends a list of bare items that it denies: "mathematics and science do not appear on it"."""
    bare = all(
        not any(token.low.isalpha() for token in scene.tokens[group.marks[-1].end : one.end])
        for one in scene.clauses[scene.index(group.clause) : scene.index(clause)]
    )
    items = [mark for mark in clause.targets() if item_name(mark, group.key)]
    return bare and clause.opener in ("and", "or") and bool(items) and items[0].start <= clause.start + 1


def _has_a_verb_of_its_own(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether an item begins a new statement: "it is speaking, and service orientation makes an appearance"."""
    item = next((mark for mark in clause.targets() if item_name(mark, group.key)), None)
    if item is None or clause.opener not in ("and", ",", "while") or item.start > clause.start + 1:
        return False
    return item.end < clause.end and scene.tokens[item.end].low in _SINGULAR


_SINGULAR = frozenset(word_list("listing")["singular"])


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
        if 0 < len(lows) <= 4 and not (set(lows) & _STOPS) and lows[0] not in _MANNERS:
            unknown.append(" ".join(lows))
    return unknown


_MANNERS = frozenset({"by", "with", "at", "from", "as", "if"})
"""First words of how or where something is said, and of no item: "…, by a nose"."""

_STOPS = frozenset(
    "is are in that order which too also both all it they has have to for of respectively so not on"
    " make list round out".split()
)
