"""Whether a sentence goes on about the figure before it: "for nurses the figure is $66,030"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list


def takes_up_a_mark(tokens: Sequence[Token]) -> bool:
    """Whether a sentence speaks of a figure as of the one before: "for nurses the figure is $66,030", "hers is …"."""
    if tokens[0].low in _WHOSE and tokens[1].low in ("is", "are", "'s"):
        return True
    if any(one.low in _POINTING and two.low in _MARKS for one, two in pairwise(tokens)):
        return True
    if any(one.low in _SAME and two.low in _PLACES for one, two in pairwise(tokens)):
        return True
    words = " ".join(token.low for token in tokens)
    # "Among bakers it takes $48,260 to be one of them."
    return "it takes $" in words and any(phrase in words for phrase in _JOINING)


_WHOSE = frozenset({"hers", "his", "ours", "mine", "theirs"})
_POINTING = frozenset(
    {"the", "that", "this", "same", "corresponding", "comparable", "equivalent", "matching"}
)
_MARKS = frozenset(
    {
        "figure", "mark", "number", "threshold", "cutoff", "line", "corresponding", "equivalent", "club", "bracket",
        "tier", "tenth", "bar",
    }
)  # fmt: skip
_SAME, _PLACES = frozenset({"that", "same"}), frozenset(word_list("ends")["same"]["places"])
"""What is said of a place on a scale: "barbers at that level earn $78,440"."""
_JOINING = ("one of them", "among them", "to join", "get in", "get there", "be there", "be in it")
