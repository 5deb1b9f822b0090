"""Units and periods that two figures share: "15.2 and 19.0 percent", "$11,090 and $7,578 a month"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import FigureMark, Mark


def with_shared_units(tokens: Sequence[Token], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with the unit that two figures share read for both.

    Example: "15.2 and 19.0 percent", "133 thousand dollars, compared with 129 thousand"
    """
    figures = [at for at, mark in enumerate(marks) if isinstance(mark, FigureMark)]
    found = list(marks)
    for one, two in pairwise(figures):
        first, second = found[one], found[two]
        if (
            not (isinstance(first, FigureMark) and isinstance(second, FigureMark))
            or first.units
            or second.units
        ):
            continue
        between = [token.low for token in tokens[first.end : second.start]]
        if first.figure.high is not None or second.figure.high is not None:
            continue
        if first.figure.unit == "plain" and second.figure.unit in ("percent", "points"):
            if first.figure.value > 100:
                continue
            if between in (["and"], ["or"], ["versus"], ["vs"], ["vs", "."], ["against"], ["to"]):
                figure = replace(first.figure, unit=second.figure.unit)
                found[one] = replace(first, figure=figure)
        elif first.figure.unit == second.figure.unit == "money" and between == ["and"]:
            low, high = sorted((first.figure.value, second.figure.value))
            if (
                second.figure.period in ("hour", "week", "month")
                and not first.figure.period
                and high < 5 * low
            ):
                # "$11,090 and $7,578 a month"
                found[one] = replace(first, figure=replace(first.figure, period=second.figure.period))
        elif second.figure.unit == "plain" and second.figure.scale > 1 and first.figure.unit == "money":
            if first.figure.scale == second.figure.scale:
                found[two] = replace(second, figure=replace(second.figure, unit="money"))
        elif (
            second.figure.unit == "plain"
            and first.figure.unit == "percent"
            and (_is_gapped(tokens, second, between) or _is_change(tokens, second, between))
        ):
            found[two] = replace(second, figure=replace(second.figure, unit="percent"))
    return tuple(found)


def _is_gapped(tokens: Sequence[Token], mark: FigureMark, between: Sequence[str]) -> bool:
    """Whether a bare number is the share of somebody set against another: "…; of high school teachers, 58.7."."""
    last = mark.end >= len(tokens) or tokens[mark.end].low in (".", ";", "!")
    parted = ";" in between or "and" in between
    of = any(word in ("of", "for", "among", "in") for word in between)
    return (
        last
        and parted
        and of
        and between[-1] in (",", "only", "just")
        and mark.figure.value <= 100
        and not mark.figure.in_words
    )


def _is_change(tokens: Sequence[Token], mark: FigureMark, between: Sequence[str]) -> bool:
    """Whether a bare number ends a clause as the change of somebody else: "is to rise by 4.1 percent and … by 2."."""
    last = mark.end >= len(tokens) or tokens[mark.end].low in (".", ";", "!", ",")
    joined = bool({"and", "but", "while", "whereas", ";"} & set(between))
    return last and joined and between[-1:] == ["by"] and mark.figure.value <= 100
