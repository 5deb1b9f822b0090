"""Lists of items.

Example: "the top three skills are …", "followed by", "both list patients", "only administrators list phone
calls"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from nlg.validator.binding import subject_of
from nlg.validator.claim import Claim, Kind
from nlg.validator.clauses import Clause
from nlg.validator.judgement import Place, make
from nlg.validator.listings import judge_membership, judge_only, judge_overlap, judge_position, judge_top
from nlg.validator.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.resolution import Target
from nlg.validator.scene import Scene

_INCLUDE = frozenset(
    {"include", "includes", "including", "such", "like", "among", "feature", "features", "featuring"}
)
_ORDER = frozenset(
    {
        "followed by",
        "in order",
        "in that order",
        "first",
        "then",
        "followed closely by",
        "trailed by",
        "led by",
        "headed by",
        "topped by",
        "second",
        "finally",
        "next",
    }
)


@dataclass(slots=True)
class Group:
    """Items listed together for the same entities."""

    key: str
    subjects: tuple[str, ...]
    clause: Clause
    marks: list[TargetMark] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def read(scene: Scene) -> Iterator[Claim]:
    """The lists of a sentence."""
    if scene.advisory and not any(cue for clause in scene.clauses for cue in clause.cues("top")):
        return
    key = _collection(scene)
    if not key:
        return
    groups = _groups(scene, key)
    for group in groups:
        yield from _judge(scene, group)
    if not groups:
        yield from _counted(scene, key)


def _counted(scene: Scene, key: str) -> Iterator[Claim]:
    """ "The two share two of their top three skills": a count of items in common, none of them named."""
    size = _size(scene, scene.clauses, Group(key, (), scene.clauses[0]))
    if not size or not any(clause.cues("share") for clause in scene.clauses):
        return
    for clause in scene.clauses:
        subjects = clause.subject if len(clause.subject) == 2 else scene.context.subjects
        for figure in clause.figures():
            if figure.start in scene.used or figure.figure.unit != "plain" or len(subjects) != 2:
                continue
            scene.used.add(figure.start)
            place = scene.place(figure.start, clause.end)
            target = Target("collection", key)
            yield judge_overlap(scene.reader, place, subjects, target, int(figure.figure.value), size)
            return


def _collection(scene: Scene) -> str:
    """The child resource that the sentence speaks of: named in it.

    Or by the heading or the sentence before.
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
    if any(clause.cues("top", "share", "only", "not") for clause in scene.clauses) and any(
        token.low in ("list", "lists", "listed", "skill", "skills", "rank", "ranks") for token in scene.tokens
    ):
        return items[0] if items else ""
    return ""


def _item(mark: TargetMark, key: str) -> str:
    return next((target.item for target in mark.targets if target.kind == "item" and target.name == key), "")


def _groups(scene: Scene, key: str) -> list[Group]:
    """The items of the sentence by whom they are listed for.

    Where a stretch names its items before anybody, they belong to whoever follows after *for*:
    "customer service completes the list for administrators and data entry for specialists".
    """
    groups: list[Group] = []
    for stretch in _stretches(scene):
        marks = [(clause, mark) for clause in stretch for mark in clause.marks]
        items = [
            (clause, mark) for clause, mark in marks if isinstance(mark, TargetMark) and _item(mark, key)
        ]
        items = [(clause, mark) for clause, mark in items if mark.start not in scene.used]
        owners = [mark for _, mark in marks if isinstance(mark, EntityMark) and mark.slugs]
        if not items:
            continue
        for clause, mark in items:
            later = [owner for owner in owners if owner.start >= mark.end and _is_after_for(scene, owner)]
            if owners and owners[0].start > items[0][1].start and (later or _is_after_for(scene, owners[0])):
                subjects = (later or owners[-1:])[0].slugs
            else:
                subjects = subject_of(scene, clause, mark)
            last = groups[-1] if groups else None
            if last is None or last.subjects != subjects or _breaks(scene, last, clause):
                groups.append(Group(key, subjects, clause))
            groups[-1].marks.append(mark)
            groups[-1].names.append(_item(mark, key))
    return groups


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
    return bool({"for", "of", "among", "by", "on"} & set(words))


def _breaks(scene: Scene, group: Group, clause: Clause) -> bool:
    """Whether a new list begins: after a semicolon.

    "while", or words that say something else of the items.
    """
    start, end = scene.index(group.clause), scene.index(clause)
    for one in scene.clauses[start + 1 : end + 1]:
        if one.opener in (";", "while", "than", "unlike"):
            return True
        if one.cues("only", "not") and not group.clause.cues("only", "not"):
            return True
    return False


def _judge(scene: Scene, group: Group) -> Iterator[Claim]:
    reader = scene.reader
    target = Target("collection", group.key)
    start = scene.index(group.clause)
    opening = start
    while opening > max(0, start - 3) and scene.clauses[opening].opener not in (
        ";",
        "while",
        "than",
        "unlike",
    ):
        opening -= 1
    region = scene.clauses[opening : scene.index(_clause_of(scene, group.marks[-1])) + 1]
    closing = _clause_of(scene, group.marks[-1])
    words = [token.low for token in scene.tokens[region[0].start : closing.end]]
    text = " ".join(words)
    place = _place(scene, group)
    if _only_shares(scene, group, region):
        return
    size = _size(scene, region, group)
    is_top = size > 0 or any(clause.cues("top") for clause in region) or _most(region)
    in_order = any(f" {cue} " in f" {text} " for cue in _ORDER)
    is_top = is_top or (in_order and len(group.names) > 1)
    partial = bool(_INCLUDE & set(words)) and not (size and len(group.names) > size)
    distribution = reader.collections[group.key].kind == "distribution"
    if not group.subjects:
        return
    for mark in group.marks:
        scene.used.add(mark.start)
    scene.last_target = target
    duplicates = [name for name in group.names if group.names.count(name) > 1]
    if duplicates and _is_plain_list(scene, group):
        yield make(reader, place, "structure", group.subjects, target, "refuted",
                   f"lists {duplicates[0]} twice", tuple(group.names))  # fmt: skip
        return
    denied = scene.neither or any(cue.end <= group.marks[0].start for cue in group.clause.cues("not"))
    only = any(clause.cues("only") for clause in region)
    count = _count(scene, region)
    if count and any(clause.cues("same", "share") for clause in region) and len(scene.context.subjects) == 2:
        group.subjects = scene.context.subjects
    shared = len(group.subjects) == 2
    position = _position(scene, region)
    if any(cue.cue.sign < 0 for clause in region for cue in clause.cues("most")) and len(group.names) == 1:
        position = -1
    if position and len(group.names) == 1 and not denied and not only:
        for slug in group.subjects:
            yield judge_position(reader, place, slug, target, group.names[0], position)
        return
    if denied and only:
        return
    if denied:
        yield judge_membership(reader, place, group.subjects, target, group.names, True, 0, "shared")
        return
    if only and len(group.subjects) == 1:
        yield judge_only(reader, place, group.subjects[0], scene.other(group.subjects), target, group.names)
        return
    if shared:
        yield _shared(scene, group, place, target, size, region)
        return
    if not is_top and distribution:
        for mark in group.marks:
            scene.used.discard(mark.start)
        return
    single = len(group.names) == 1 and _most(region)
    if not is_top or (partial and not size and not single):
        size_here = 3 if any(clause.cues("order") for clause in region) and "complete" in text else 0
        yield judge_membership(reader, place, group.subjects, target, group.names, False, size_here)
        return
    names = group.names + _unknown(scene, group, region)
    if size and len(names) != size and not partial:
        if not _is_singular(region, group):
            yield make(reader, place, "structure", group.subjects, target, "refuted",
                       f"announces {size} and lists {len(names)}: {', '.join(names)}", tuple(names))  # fmt: skip
            return
    kind: Kind = "superlative" if len(names) == 1 and not size or distribution and len(names) == 1 else "list"
    yield judge_top(
        reader, place, group.subjects[0], target, names, size or len(names), partial, in_order, kind
    )


_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def _position(scene: Scene, region: list[Clause]) -> int:
    """The rank in "the third most common skill"; 0 when none is named."""
    tokens = scene.tokens
    for clause in region:
        for index in range(clause.start, clause.end - 1):
            if tokens[index].low in _ORDINALS:
                after = [token.low for token in tokens[index + 1 : index + 4] if token.low != "-"]
                if after and after[0] in (
                    "most",
                    "biggest",
                    "highest",
                    "ranked",
                    "skill",
                    "largest",
                    "commonest",
                    "top",
                ):
                    return _ORDINALS[tokens[index].low]
    return 0


def _is_plain_list(scene: Scene, group: Group) -> bool:
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


def _clause_of(scene: Scene, mark: TargetMark) -> Clause:
    return next(clause for clause in scene.clauses if mark in clause.marks)


def _place(scene: Scene, group: Group) -> Place:
    return scene.place(group.marks[0].start, group.marks[-1].end)


def _most(region: list[Clause]) -> bool:
    return any(
        cue.cue.domain == "frequency" or cue.cue.domain == ""
        for clause in region
        for cue in clause.cues("most")
    )


def _is_singular(region: list[Clause], group: Group) -> bool:
    return len(group.names) == 1 and any(clause.cues("order") for clause in region)


def _only_shares(scene: Scene, group: Group, region: list[Clause]) -> bool:
    """Whether each item only carries a figure ("31% hold a bachelor's degree").

    So that values have said it all.
    """
    figures = [
        figure
        for clause in region
        for figure in clause.figures()
        if figure.figure.unit in ("percent", "fraction")
    ]
    distribution = scene.reader.collections[group.key].kind == "distribution"
    roles = ("top", "share") if distribution else ("top", "share", "only", "not")
    cues = any(clause.cues(*roles) for clause in region) or _most(region)
    return bool(figures) and not cues


def _size(scene: Scene, region: list[Clause], group: Group) -> int:
    """K of "top three skills", "three most important skills", "five leading skills"."""
    for clause in reversed(region):
        for mark in clause.marks:
            if not isinstance(mark, FigureMark) or mark.figure.unit != "plain" or mark.units:
                continue
            near = scene.tokens[max(clause.start, mark.start - 2) : mark.end + 4]
            lows = {token.low for token in near}
            if (
                lows
                & {"top", "leading", "most", "main", "key", "highest", "first", "skills", "biggest", "best"}
                and mark.figure.value <= 20
            ):
                following = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
                if following == "of":
                    continue
                scene.used.add(mark.start)
                return int(mark.figure.value)
    return 0


def _count(scene: Scene, region: list[Clause]) -> int:
    """N of "two of their top three skills"; 0 when the words count nothing."""
    for clause in region:
        for figure in clause.figures():
            after = scene.tokens[figure.end].low if figure.end < len(scene.tokens) else ""
            if figure.figure.unit == "plain" and after == "of":
                return int(figure.figure.value)
    return 0


def _shared(
    scene: Scene, group: Group, place: Place, target: Target, size: int, region: list[Clause]
) -> Claim:
    """Items in common: each must be listed for both, within the top k when a k is named."""
    claim = judge_membership(scene.reader, place, group.subjects, target, group.names, False, size, "shared")
    for clause in region:
        for figure in clause.figures():
            after = scene.tokens[figure.end].low if figure.end < len(scene.tokens) else ""
            if figure.figure.unit == "plain" and after == "of":
                scene.used.add(figure.start)
                if claim.verdict == "supported" and int(figure.figure.value) != len(group.names):
                    text = f"announces {figure.figure.value} and names {len(group.names)}"
                    return replace(claim, kind="structure", verdict="refuted", message=text)
    return claim


def _unknown(scene: Scene, group: Group, region: list[Clause]) -> list[str]:
    """Members of the list that no entity has: short stretches between its commas without a mark."""
    unknown = []
    first = scene.index(_clause_of(scene, group.marks[0]))
    last = scene.index(_clause_of(scene, group.marks[-1]))
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
