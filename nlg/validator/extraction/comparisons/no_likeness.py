"""What words of likeness say that is no likeness of values: "all the same", "the same is true", a similar pattern."""

from __future__ import annotations

from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene


def is_no_likeness(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a word of likeness sets no two values side by side."""
    return (
        _is_all_the_same(scene, mark)
        or _is_said_again(scene, mark)
        or _is_of_a_pattern(scene, clause, mark)
        or _is_the_same_part(scene, clause, mark)
        or _repeats(scene, clause, mark)
    )


def _is_all_the_same(scene: Scene, mark: CueMark) -> bool:
    """Whether "all the same" says "nevertheless": "who earn more all the same"."""
    before = [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]]
    said = [token.low for token in scene.tokens[mark.start : mark.end]]
    return said == ["the", "same"] and before[-1:] == ["all"] and before[0] not in ("is", "are", "be", "were")


def _is_said_again(scene: Scene, mark: CueMark) -> bool:
    """Whether "the same" is what was said before: "the same cannot be said of the pay", "the same is true of …"."""
    if scene.tokens[mark.end - 1].low != "same":
        return False
    words = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
    return any(words[: len(turn)] == turn for turn in _AGAIN)


def _is_of_a_pattern(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether it is how things lie that is alike, and no value: "the pattern is similar for Hispanic workers"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    return bool(_PATTERNS.intersection(words)) and not any(one.end <= mark.start for one in clause.targets())


_PATTERNS = frozenset(
    {"pattern", "picture", "story", "tale", "situation", "trend", "contrast", "split", "imbalance", "order"}
)


def _is_the_same_part(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether "the same" takes up a part of one's people of whom a sum is told: "the same share of bakers earn …"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    part = words[1:] == ["of"] and words[0] in ("share", "proportion", "percentage", "number", "part")
    return part and any(one.start > mark.end and one.figure.unit == "money" for one in clause.figures())


_AGAIN = [
    ["cannot", "be", "said"], ["can't", "be", "said"], ["can", "be", "said"], ["could", "be", "said"], ["goes", "for"],
    ["is", "true"], ["is", "not", "true"], ["isn't", "true"], ["holds", "for"], ["holds", "true"], ["applies", "to"],
]  # fmt: skip


def _repeats(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether "just as" only says once more of somebody else what was said: "just as nurses do"."""
    named = [one for one in clause.entities() if 0 <= one.start - mark.end <= 1]
    closing = [token.low for token in scene.tokens[named[0].end : clause.end]] if named else []
    return scene.tokens[mark.end - 1].low == "as" and bool(set(closing[:1]) & _AUXILIARIES)


_AUXILIARIES = frozenset({"do", "does", "are", "is", "have", "has", "did", "will", "can"})
