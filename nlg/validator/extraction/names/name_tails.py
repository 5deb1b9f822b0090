"""Where a name stops short of the value that it stands for, and goes on with another ending: another place by then.

Example: "the University of California, Los Angeles" where a row holds "University of California, Berkeley"
"""

from __future__ import annotations

from nlg.validator.lexis.phrases import words_of
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_CLOSING = frozenset({"for", "and", "in", "to", "at", "while", "but", "against", "with"})


def end_of_another(scene: Scene, mark: TargetMark, target: Target) -> int:
    """Where a name ends that is not the target's value after all; 0 where it is."""
    head, comma, tail = target.item.partition(", ")
    tokens = scene.tokens
    said = tuple(token.low for token in tokens[mark.start : mark.end])
    at = mark.end
    if not comma or said != words_of(head) or len(tail) <= _LETTERS:
        return 0
    if at + 1 >= len(tokens) or tokens[at].low not in (",", "-", "–", "at") or not tokens[at + 1].capital:
        return 0
    at += 1
    end = at
    while end < len(tokens) and tokens[end].capital:
        end += 1
    marked = any(one.start <= place < one.end for _, one in scene.marks() for place in range(at, end))
    closed = end >= len(tokens) or not tokens[end].low.isalpha() or tokens[end].low in _CLOSING
    same = tuple(token.low for token in tokens[at:end])[:1] == words_of(tail)[:1]
    return 0 if marked or same or not closed else end


_LETTERS = 3
"""A tail no longer than that is an abbreviation, which a page may spell out."""
