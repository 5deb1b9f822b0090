"""Who stands at the same end of the other's range: "her counterpart", "bakers in the same position"."""

from __future__ import annotations

from itertools import pairwise

from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene

_SAME = word_list("ends")["same"]


def is_level(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is of the other's people at the same end: "her counterpart", "bakers in the same position"."""
    if not scene.bound or mark.figure.unit != "money":
        return False
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    return any(word in _COUNTERPARTS for word in words) or any(
        one == "same" and two in _PLACES for one, two in pairwise(words)
    )


_COUNTERPARTS = frozenset(_SAME["people"])
_PLACES = frozenset(_SAME["places"])
