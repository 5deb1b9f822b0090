"""Words that make items common to both lists, or take them out of what is common."""

from __future__ import annotations

from nlg.validator.extraction.lists.groups import Group
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
