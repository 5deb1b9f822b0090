"""How exact a likeness is told to be: "a near-perfect tie", "the same age, give or take", "could not be more alike"."""

from __future__ import annotations

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene

_LIST = word_list("hedges")
_LOOSENING = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["loosening"])
_NEARLY = frozenset(_LIST["nearly"])
_BEHIND, _BEFORE = 8, 4
"""Words behind and before a likeness that may say how exact it is."""


def is_loosened(scene: Scene, mark: CueMark) -> bool:
    """Whether words beside a likeness take its exactness back: "the same age, give or take", "as near a tie as …"."""
    tokens = scene.tokens
    if any(
        _LOOSENING.starting_at(tokens, at) is not None
        for at in range(mark.end, min(mark.end + _BEHIND, len(tokens)))
    ):
        return True
    for token in reversed(tokens[max(0, mark.start - _BEFORE) : mark.start]):
        if token.low in _NEARLY:
            return True
        if token.low not in _BETWEEN:
            return False
    return False


_BETWEEN = frozenset(
    {"a", "an", "the", "-", "perfect", "exact", "total", "complete", "dead", "being", "to", "as"}
)
"""What may stand between a likeness and the word that makes it near: "close to a perfect tie"."""


def is_utmost(scene: Scene, mark: CueMark) -> bool:
    """Whether a denied "more" makes a likeness as great as can be: "could hardly be more similar"."""
    words = [token.low for token in scene.tokens[max(0, mark.start - _BEHIND) : mark.start]]
    if words[-1:] not in (["more"], ["closer"]):
        return False
    return any(word.partition("'")[0].removesuffix("n") in _ABLE for word in words)


_ABLE = frozenset({"could", "can", "ca"})
