"""What a gap is measured against, where it is not the same of the other side: what is usual, or another end."""

from __future__ import annotations

from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.extraction.sides import than_side
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def beside(scene: Scene, clause: Clause, target: Target) -> Target | None:
    """What an end of a range is set against, where that is no such end.

    Example: "$162,870 tops the developer's median by $30,000", "$27,480 less than pharmacists at the 10th percentile"
    """
    side = than_side(scene, clause)
    measure = scene.reader.measures.get(target.name)
    if side is None or measure is None or not measure.range:
        return None
    if _USUAL & {token.low for token in scene.tokens[side.start : side.end]}:
        return plain_beside(scene, Target("range", measure.range))
    low, high = scene.reader.ranges[measure.range]
    named = {end_at(scene, side, index) for index in range(side.start, side.end)} - {0}
    other = {1: high, -1: low}[named.pop()] if len(named) == 1 else target.name
    return Target("measure", other) if other != target.name else None


_USUAL = frozenset({"median", "typical", "average", "usual", "mean"})
