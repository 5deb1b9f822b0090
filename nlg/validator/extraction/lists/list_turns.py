"""Turns that say of listed items where they end, whose they are alone, and whose they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import Group, collection_target, item_name
from nlg.validator.extraction.lists.listed import CONTAINING
from nlg.validator.judgement.listings import judge_membership
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene


def owner_apart(scene: Scene, group: Group) -> str:
    """Whose items are taken out of what both share: "everything in common except … on the lawyer's side"; or empty."""
    first = group.marks[0].start
    if told := _owner_behind(scene, group):
        return told
    if told := _had_by_one(scene, first):
        return told
    shared = any(cue.start < first for one in scene.clauses for cue in one.cues("share", "same"))
    words = {token.low for token in scene.tokens[:first]}
    if not shared or not words & {"except", "save", "excepting"} or not words & {"all", "everything", "same"}:
        return ""
    owners = [entity for entity in group.clause.entities() if entity.possessive and entity.start >= first]
    return owners[0].slugs[0] if owners and len(owners[0].slugs) == 1 else ""


def _had_by_one(scene: Scene, first: int) -> str:
    """Who has what another has not, before an item: "the only thing that barbers have and hairdressers do not is …"."""
    named = [one for clause in scene.clauses for one in clause.entities() if one.end <= first]
    if len(named) < 2 or len(named[-2].slugs) != 1 or len(named[-1].slugs) != 1:
        return ""
    one, two = named[-2:]
    before = scene.tokens[one.start - 1].low if one.start else ""
    if before in ("the", "a") and one.start > 1:
        before = scene.tokens[one.start - 2].low
    has = [token.low for token in scene.tokens[one.end : two.start] if token.low not in ("the", "a", ",")]
    lacks = [token.low for token in scene.tokens[two.end : first]]
    if before not in _RELATIVE or one.slugs == two.slugs or len(has) != 2 or has[0] not in _HAVING:
        return ""
    denied = lacks[:2] in (["do", "not"], ["does", "not"]) or lacks[:1] in (
        ["don't"],
        ["doesn't"],
        ["lack"],
        ["lacks"],
    )
    return one.slugs[0] if has[1] in ("and", "but") and denied and set(lacks) & {"is", "are"} else ""


_RELATIVE = frozenset({"that", "which", "what"})
_HAVING = frozenset({"have", "has", "need", "needs", "list", "lists", "require", "requires", "want", "wants"})


def _owner_behind(scene: Scene, group: Group) -> str:
    """Who alone has an item by what stands behind a colon: "customer service: administrators only"."""
    following = scene.clauses[group.clause.number + 1 : group.clause.number + 2]
    if len(group.names) != 1 or not following or following[0].opener not in (":", "—"):
        return ""
    owners = [entity for entity in following[0].entities() if len(entity.slugs) == 1]
    if len(owners) != 1 or following[0].targets() or following[0].figures() or len(scene.clauses) > 2:
        return ""
    labelled = len(group.clause.marks) == 1 and group.clause.number == 0 and bool(following[0].cues("only"))
    return owners[0].slugs[0] if labelled or of_one_alone(scene, [group.clause]) else ""


def takes_up_the_first(scene: Scene, group: Group) -> bool:
    """Whether "Neptune's is Triton" names the first item of somebody else, as the sentence before did of the other."""
    words = [token.low for token in scene.tokens[: group.marks[0].start]]
    before = set(re.findall("[a-z]+", scene.context.discourse.sentence.lower()))
    named = [entity for clause in scene.clauses for entity in clause.entities()]
    return (
        len(group.names) == len(named) == 1
        and named[0].possessive
        and words[-1:] == ["is"]
        and named[0].end < group.marks[0].start
        and scene.tokens[named[0].end].low in ("'s", "'")
        and group.marks[0].start - named[0].end <= 3
        and bool(before & _FIRST)
    )


_FIRST = frozenset(word_list("listing")["first"])


_NEEDING = frozenset(
    {
        "need",
        "needs",
        "require",
        "requires",
        "ask",
        "asks",
        "want",
        "wants",
        "take",
        "takes",
        "demand",
        "demands",
    }
)


def is_not_only(scene: Scene, cue: CueMark) -> bool:
    """Whether what "only" would make exclusive is just what it is not: "is not only on the accountant's list"."""
    before = scene.tokens[cue.start - 1].low if cue.start else ""
    after = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else ""
    if before in _NEEDING and after in ("a", "an"):
        # "need only an associate's", and no more than that
        return True
    return before in ("not", "cannot", "hardly") or before.endswith("n't")


def rounds_off(text: str) -> bool:
    """Whether an item is said to be the last of a few: "time management rounds off the six skills"."""
    return any(f" {phrase} " in text for phrase in ("rounds off", "rounds out", "round off", "round out"))


def of_one_alone(scene: Scene, region: list[Clause]) -> bool:
    """Whether an item is said to be on just one of two lists: "is found on only one of the two lists"."""
    words = [token.low for clause in region for token in scene.tokens[clause.start : clause.end]]
    return any(
        words[at] in ("only", "just")
        and words[at + 1 : at + 3] == ["one", "of"]
        and words[max(0, at - 1)] != "the"
        and (words[at + 3 : at + 4] == ["them"] or _BOTH.intersection(words[at + 3 : at + 6]))
        for at in range(len(words))
    )


_BOTH = frozenset({"two", "lists"})


def denied_behind(scene: Scene, group: Group) -> bool:
    """Whether listed items are said to be on no list by what follows them: "does not figure among the clerk's six"."""
    last = group.marks[-1]
    behind = [token.low for token in scene.tokens[last.end : last.end + _NEAR]]
    while behind and behind[0] in _LINKING:
        behind.pop(0)
    if not behind:
        return False
    if behind[0] in _ABSENT:
        return True
    denies = behind[0] in _DENIALS or behind[0].endswith("n't")
    following = [word for word in behind[1:] if word not in _LINKING]
    placed = not following or following[0] in CONTAINING or following[0] in _PLACED
    return denies and placed


def of_somebody(scene: Scene, group: Group) -> bool:
    """Whether a list is that of somebody whom no title names: "Time management turns up only on Joan's"."""
    clause = group.clause
    if clause.entities() or group.names[1:]:
        return False
    return any(
        scene.tokens[at].low in ("'s", "'") and scene.tokens[at - 1].capital
        for at in range(group.marks[-1].end + 1, clause.end)
    )


def contains(scene: Scene, group: Group) -> bool:
    """Whether items are said to be the parts of a whole: "the air holds hydrogen and helium"."""
    first, last = group.marks[0], group.marks[-1]
    before = {token.low for token in scene.tokens[max(group.clause.start, first.start - 3) : first.start]}
    after = {token.low for token in scene.tokens[last.end : last.end + 4]}
    figures = any(clause.figures() for clause in scene.clauses)
    return bool((before | after) & CONTAINING) and not figures


def denied_elsewhere(scene: Scene, group: Group) -> Iterator[Claim]:
    """That the same item is not somebody else's: "… is on the machinist's list but not on the welder's"."""
    last = group.marks[-1].end
    items = [mark for one in scene.clauses for mark in one.targets() if item_name(mark, group.key)]
    for clause in scene.clauses:
        owners = [entity for entity in clause.entities() if len(entity.slugs) == 1]
        if clause.start < last or len(owners) != 1:
            continue
        if _of_none(scene, clause) and owners[0].slugs != group.subjects:
            # "… critical thinking and writing, neither of which is on the assistants' list"
            place = scene.place(clause.start, clause.end)
            target = collection_target(group.key)
            yield judge_membership(
                scene.reader, place, owners[0].slugs, target, group.names, True, 0, "shared"
            )
            continue
        if owners[0].slugs != group.subjects and _is_on_too(scene, clause, owners[0]):
            # "Time management is on the chefs' list and on the bakers' too."
            place = scene.place(clause.start, clause.end)
            target = collection_target(group.key)
            names = _last_listed(scene, group)
            yield judge_membership(scene.reader, place, owners[0].slugs, target, names, False, 0, "shared")
            continue
        if not clause.cues("not"):
            continue
        if any(figure.figure.unit != "plain" for figure in clause.figures()):
            continue
        nearest = [mark for _, mark in scene.marks() if mark.end <= clause.start and mark in items]
        if (
            owners[0].slugs == group.subjects
            or nearest[-1:] != group.marks[-1:]
            or clause.cues("not")[0].start > clause.start + 2
        ):
            continue
        resources = [one for one in clause.targets() if all(to.kind == "collection" for to in one.targets)]
        marked = {
            at
            for mark in clause.marks
            if isinstance(mark, FigureMark | TargetMark)
            for at in range(mark.start, mark.end)
        }
        words = {
            token.low
            for at, token in enumerate(scene.tokens[clause.start : clause.end], clause.start)
            if not owners[0].start <= at < owners[0].end
            and token.low.isalpha()
            and at not in marked
            and not any(resource.start <= at < resource.end for resource in resources)
        }
        if words <= _ELSEWHERE:
            place = scene.place(clause.start, clause.end)
            target = collection_target(group.key)
            yield judge_membership(
                scene.reader, place, owners[0].slugs, target, _last_listed(scene, group), True, 0, "shared"
            )


def _is_on_too(scene: Scene, clause: Clause, owner: EntityMark) -> bool:
    """Whether a clause only adds whose list the same items are on: "and on the bakers' list, too"."""
    if clause.opener != "and" or clause.figures() or clause.cues("not", "more", "most"):
        return False
    words = [
        token.low
        for at, token in enumerate(scene.tokens[clause.start : clause.end], clause.start)
        if token.low.isalpha() and not owner.start <= at < owner.end
    ]
    return words[:1] == ["on"] and set(words) <= _ELSEWHERE | _ADDING


_ADDING = frozenset({"too", "well", "as", "also", "that", "alike"})


def _of_none(scene: Scene, clause: Clause) -> bool:
    """Whether a clause denies each of the items before it: "neither of which", "none of them"."""
    words = [token.low for token in scene.tokens[clause.start : clause.start + 3]]
    return words[:2] in (["neither", "of"], ["none", "of"]) and words[2:] in (["which"], ["them"], ["these"])


def _last_listed(scene: Scene, group: Group) -> list[str]:
    """The names that stand together at the end of a group."""
    names = [group.names[-1]]
    for at in range(len(group.marks) - 2, -1, -1):
        between = [token.low for token in scene.tokens[group.marks[at].end : group.marks[at + 1].start]]
        is_two = len(group.marks) == 2 and between == [",", "and"]
        if is_two or not set(between) <= {",", "and", "&", "or"}:
            break
        names.insert(0, group.names[at])
    return names


_TURNS = word_list("listing")["denied"]
_LINKING, _ABSENT, _DENIALS, _PLACED = (
    frozenset(_TURNS[name]) for name in ("linking", "absent", "denials", "placed")
)
_NEAR = 5


_ELSEWHERE = frozenset(
    "not on for among in of the a at list lists all with to which is are that top does appear appears".split()
)
