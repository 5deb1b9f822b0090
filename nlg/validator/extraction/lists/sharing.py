"""Words that make items common to both lists, or take them out of what is common."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import Group, collection_target
from nlg.validator.judgement.listings import judge_overlap, ranked
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene


def is_unshared(region: list[Clause]) -> bool:
    """Whether items are said not to be in common: "are not the same for both"."""
    return any(
        cue.end == one.start
        for clause in region
        for cue in clause.cues("not")
        for one in clause.cues("same", "share")
    )


def is_excepted(scene: Scene, group: Group, region: list[Clause]) -> bool:
    """Whether items are taken out of all that are shared: "share all of their top three skills except repairing"."""
    words = [token.low for token in scene.tokens[: group.marks[0].start]]
    if words[-1:] == ["for"]:
        words.pop()
    apart = words[-1:] in (["except"], ["save"]) or words[-2:] == ["apart", "from"]
    return apart and "all" in words and any(clause.cues("share") for clause in region)


def on_both(scene: Scene, region: list[Clause]) -> bool:
    """Whether items are said to be on the lists of both, whoever is named."""
    return any(
        {"both", "overlap", "common"} & {token.low for token in scene.tokens[cue.start : cue.end]}
        or (scene.tokens[cue.start].low == "shared" and cue.end < clause.end and clause.targets())
        for clause in region
        for cue in clause.cues("share")
    ) and not any(len(entity.slugs) == 1 for clause in region for entity in clause.entities())


def set_apart(scene: Scene, key: str) -> Iterator[Claim]:
    """That the lists of two differ, or do not: "skills do not set dentists and optometrists apart"."""
    subjects = scene.context.subjects
    for clause in scene.clauses if len(subjects) == 2 else ():
        named = [mark for mark in clause.targets() if any(one.name == key for one in mark.targets)]
        words = [token.low for token in scene.tokens[named[0].end : clause.end]] if named else []
        at = next((at for at, word in enumerate(words) if word in ("set", "sets")), -1)
        if at < 0 or "apart" not in words[at:] or not set(words[:at]) <= _HELPING or clause.figures():
            continue
        size = min(len(ranked(scene.reader, slug, key)) for slug in subjects)
        denied = bool(set(words[:at]) & _DENYING)
        place = scene.place(named[0].start, named[0].end + words.index("apart") + 1)
        # Some items in common keep nobody from saying either.
        count = 0 if denied else size
        if size:
            yield judge_overlap(scene.reader, place, subjects, collection_target(key), count, size, True)


_DENYING = frozenset({"not", "don't", "doesn't", "hardly", "n't"})
_HELPING = frozenset({"do", "does", "really", "clearly", *_DENYING})
