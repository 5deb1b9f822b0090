"""Items each of which has its owner behind it in brackets: "On one list only: monitoring (nurses); writing (aides)"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import collection_target, item_name
from nlg.validator.judgement.listings import judge_membership, judge_only, judge_position
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.scene import Scene

_ALONE = frozenset({"only", "unique", "alone", "unshared", "exclusive", "distinctive"})
_FIRST = frozenset({"first", "top", "leading", "main"})
_RANKED = frozenset({"second", "third", "fourth", "fifth", "sixth", "last"})


def read(scene: Scene, key: str) -> Iterator[Claim]:
    """The items of a sentence that have their owners in brackets, where at least two have."""
    marks = [mark for _, mark in scene.marks()]
    items = [mark for mark in marks if isinstance(mark, TargetMark) and item_name(mark, key)]
    owners = {one.start: one for one in marks if isinstance(one, EntityMark) and len(one.slugs) == 1}
    parts: list[tuple[list[TargetMark], EntityMark]] = []
    open_items: list[TargetMark] = []
    for mark in items:
        open_items.append(mark)
        owner = owners.get(mark.end + 1)
        if owner is not None and _is_in_brackets(scene, mark.end, owner):
            parts.append((open_items, owner))
            open_items = []
    if open_items or len(parts) < 2 or any(one.start < items[0].start for one in owners.values()):
        return
    words = [token.low for token in scene.tokens[: items[0].start]]
    target = collection_target(key)
    for named, owner in parts:
        names, place = [item_name(mark, key) for mark in named], scene.place(named[0].start, named[-1].end)
        slug = owner.slugs[0]
        if _ALONE & set(words) or ["not", "shared"] in (words[at : at + 2] for at in range(len(words))):
            claim = judge_only(scene.reader, place, slug, scene.other((slug,)), target, names)
        elif _FIRST & set(words) and len(names) == 1:
            claim = judge_position(scene.reader, place, slug, target, names[0], 1)
        elif not _RANKED & set(words):
            claim = judge_membership(scene.reader, place, (slug,), target, names)
        else:
            return
        scene.used.update([owner.start, *(mark.start for mark in named)])
        scene.last_target = target
        yield claim
    scene.used.update(
        cue.start for clause in scene.clauses for cue in clause.cues("only", "top", "most", "share", "not")
    )


def _is_in_brackets(scene: Scene, opening: int, owner: EntityMark) -> bool:
    """Whether an owner stands alone in brackets, or with "only"."""
    behind = [token.low for token in scene.tokens[owner.end : owner.end + 2]]
    closes = behind[:1] == [")"] or behind == ["only", ")"]
    return scene.tokens[opening].low == "(" and closes
