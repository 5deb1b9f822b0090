"""Two numbers told as a score, which are no range: "at the bottom we win, $47,330 to $40,670"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import FigureMark, Mark, TargetMark

_RANGING = frozenset(
    {"from", "between", "range", "ranges", "ranging", "run", "runs", "span", "spans", "spread"}
)


def with_scores(tokens: Sequence[Token], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with each falling "A to B" parted, where nothing in the sentence speaks of a range."""
    if not any(isinstance(mark, FigureMark) and _falls(mark) for mark in marks):
        return marks
    ranged = any(
        isinstance(mark, TargetMark) and any(target.kind == "range" for target in mark.targets)
        for mark in marks
    )
    if ranged or _RANGING.intersection(token.low for token in tokens):
        return marks
    found: list[Mark] = []
    for mark in marks:
        link = _link(tokens, mark) if isinstance(mark, FigureMark) and _falls(mark) else 0
        if not link or not isinstance(mark, FigureMark) or mark.figure.high is None:
            found.append(mark)
            continue
        one = replace(mark.figure, high=None, end=link)
        two = replace(mark.figure, high=None, value=mark.figure.high, start=link + 1, core=link + 1, hedge="")
        found += [replace(mark, end=link, figure=one), replace(mark, start=link + 1, figure=two)]
    return tuple(found)


def _falls(mark: FigureMark) -> bool:
    return mark.figure.high is not None and mark.figure.high < mark.figure.value


def _link(tokens: Sequence[Token], mark: Mark) -> int:
    """The place of the "to" between two numbers; 0 where a dash parts them."""
    return next((at for at in range(mark.start + 1, mark.end) if tokens[at].low == "to"), 0)
