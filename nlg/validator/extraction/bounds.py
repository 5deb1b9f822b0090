"""Words that make a figure one end of a range: "the best-paid tenth", "at the bottom of the scale"."""

from __future__ import annotations

from nlg.validator.binding import Scene
from nlg.validator.clauses import Clause
from nlg.validator.marks import FigureMark


def bound_words(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 when the words beside a figure make it the upper or the lower end of a range, else 0."""
    tokens = scene.tokens
    if not any(name for name in scene.reader.ranges):
        return 0
    window = [token.low for token in tokens[max(clause.start, mark.start - 8) : mark.start]]
    window += [token.low for token in tokens[mark.end : mark.end + 5]]
    number = scene.index(clause)
    if number:
        previous = scene.clauses[number - 1]
        if not previous.figures() and not previous.entities():
            window = [token.low for token in tokens[previous.start : previous.end]] + ["|"] + window
    joined = " ".join(window)
    for phrase, sign in _PHRASES:
        if phrase in joined:
            return sign
    return 0


_PHRASES = (
    ("top - earning", 1), ("top earning", 1), ("highest - earning", 1), ("best - paid tenth", 1), ("best paid tenth", 1), ("top tenth", 1), ("top 10", 1), ("90th percentile", 1),
    ("top earners", 1), ("top end", 1), ("upper end", 1), ("high end", 1), ("highest - paid tenth", 1),
    ("highest earners", 1), ("best - paid", 1), ("at the top", 1), ("ceiling", 1), ("top of the range", 1),
    ("highest - paid", 1), ("top out", 1), ("tops out", 1), ("maximum", 1), ("top - paid", 1), ("top decile", 1),
    ("lowest - paid tenth", -1), ("bottom tenth", -1), ("bottom 10", -1), ("10th percentile", -1), ("lowest earners", -1),
    ("low end", -1), ("bottom end", -1), ("lower end", -1), ("lowest - paid", -1), ("at the bottom", -1),
    ("bottom of the scale", -1), ("top of the scale", 1), ("bottom of the ladder", -1), ("top of the ladder", 1),
    ("floor", -1), ("bottom of the range", -1), ("minimum", -1), ("worst - paid", -1), ("bottom decile", -1),
    ("start at", -1), ("starts at", -1), ("starting pay", -1), ("starting salary", -1),
)  # fmt: skip
