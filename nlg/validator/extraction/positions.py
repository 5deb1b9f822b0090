"""Which rank an item is said to have: "the third most common skill", "comes second", "tops the list"."""

from __future__ import annotations

from nlg.validator.clauses import Clause
from nlg.validator.extraction.groups import Group
from nlg.validator.scene import Scene

_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_RANKED = frozenset({"most", "biggest", "highest", "ranked", "skill", "largest", "commonest", "top"})
_COMING = frozenset({"comes", "ranks", "stands", "come", "rank", "in"})
HEADING = frozenset({"tops", "top", "heads", "head", "leads", "lead", "opens", "open"})


def position_of(scene: Scene, region: list[Clause], group: Group) -> int:
    """The rank in "the third most common skill" or "comes second", −1 for the last; 0 when none is named."""
    if len(group.names) != 1:
        return 0
    if any(cue.cue.sign < 0 for clause in region for cue in clause.cues("most")):
        return -1
    tokens = scene.tokens
    for clause in region:
        for index in range(clause.start, clause.end - 1):
            if tokens[index].low in _ORDINALS:
                after = [token.low for token in tokens[index + 1 : index + 4] if token.low != "-"]
                if after and after[0] in _RANKED:
                    return _ORDINALS[tokens[index].low]
    after_it = [token.low for token in tokens[group.marks[0].end : group.marks[0].end + 6]]
    if after_it[:1] and after_it[0] in ("people", "workers"):
        after_it = after_it[1:]
    sizes = [cue for clause in region for cue in clause.cues("more") if cue.cue.domain == "size"]
    if after_it[:2] in (["is", "the"], ["being", "the"]) and any(
        group.marks[0].end <= cue.start <= group.marks[0].end + 2 for cue in sizes
    ):
        return 1 if sizes[-1].cue.sign > 0 else -1
    if after_it[:1] and after_it[0] in _COMING:
        for word in after_it[1:3]:
            if word in _ORDINALS or word == "first":
                return _ORDINALS.get(word, 1)
    if after_it[:1] and after_it[0] in HEADING and {"list", "lists", "among"} & set(after_it):
        return 1
    if after_it[:1] == ["among"] and any(
        tokens[cue.start].low in HEADING and tokens[cue.end : cue.end + 1] and tokens[cue.end].low == "among"
        for clause in region
        for cue in clause.cues("more")
    ):
        return 1
    return 0
