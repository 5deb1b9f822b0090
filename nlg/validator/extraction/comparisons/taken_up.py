"""A figure told of one and taken up of the other by a comparative alone: "among bakers that share is higher still"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("takenup")
_POINTING, _SUMS, _BEING = (frozenset(_LIST[name]) for name in ("pointing", "sums", "being"))
_DEGREES, _CLOSING = frozenset(_LIST["degrees"]), frozenset(_LIST["closing"])
_UNNAMED = frozenset({"", "size", "count"})
"""Domains of comparatives that are of any figure: "higher", "larger", "fewer"."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The comparisons of a clause with the figure of another that was told right before it."""
    if scene.advisory or clause.figures() or clause.opener in ("than", "against"):
        return
    named = [entity for entity in clause.entities() if not entity.reference]
    if not named and clause.opener == "," and clause.number:
        # "For bakers, the figure is lower."
        fronted = scene.clauses[clause.number - 1]
        named = [entity for entity in fronted.entities() if not entity.reference and len(fronted.marks) == 1]
    if len(named) != 1 or len(named[0].slugs) != 1 or clause.targets():
        return
    other = scene.other(named[0].slugs)
    if not other or than_side(scene, clause) is not None:
        return
    target = _told(scene, clause, other)
    for mark in clause.cues("more"):
        if target is None or mark.start in scene.used or mark.cue.domain not in _UNNAMED:
            continue
        start = _pointer(scene, clause, mark)
        if start < 0:
            continue
        denied = any(cue.end <= mark.start and cue.start >= start for cue in clause.cues("not"))
        slightly = any(cue.end == mark.start for cue in clause.cues("slightly"))
        scene.used.add(mark.start)
        scene.last_target, scene.said = target, named[0].slugs
        place = scene.place(min(start, mark.start), mark.end)
        yield judge_comparison(
            scene.reader,
            place,
            named[0].slugs[0],
            other,
            target,
            mark.cue.sign,
            mark.cue.domain,
            slightly,
            denied,
        )
        return


def _pointer(scene: Scene, clause: Clause, mark: CueMark) -> int:
    """Where the words start by which a comparative is of the figure before: "that share is still …"; −1 for none."""
    tokens, at = scene.tokens, mark.start - 1
    while at > clause.start and tokens[at].low in _DEGREES:
        at -= 1
    after = tokens[mark.end].low if mark.end < len(tokens) else "."
    if at <= clause.start or tokens[at].low not in _BEING or (after.isalpha() and after not in _CLOSING):
        return -1
    if tokens[at - 1].low == "it":
        return at - 1
    return at - 2 if tokens[at - 1].low in _SUMS and tokens[at - 2].low in _POINTING else -1


def _told(scene: Scene, clause: Clause, other: str) -> Target | None:
    """What the last figure measured, where it was the other's."""
    before = scene.clauses[: clause.number]
    if scene.last_target is not None or any(one.figures() for one in before):
        target, bound, whose = scene.last_target, scene.bound, scene.said
    else:
        discourse = scene.context.discourse
        target, bound, whose = discourse.target, discourse.bound, discourse.subjects
    if target is None or whose != (other,):
        return None
    if target.kind == "range":
        own = scene.reader.ranges.get(target.name)
        return Target("measure", own[1 if bound > 0 else 0]) if own and bound else None
    if target.kind != "measure" or not bound:
        return target if target.kind in ("measure", "item") else None
    measures = scene.reader.measures
    unit = measures[target.name].unit
    ends = next((pair for pair in scene.reader.ranges.values() if measures[pair[0]].unit == unit), None)
    return Target("measure", ends[1 if bound > 0 else 0]) if ends else target
