"""Units and periods that two figures share: "15.2 and 19.0 percent", "$11,090 and $7,578 a month"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import CueMark, FigureMark, Mark, TargetMark
from nlg.validator.vocabulary.resolution import Reader


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


def with_percentages(reader: Reader, tokens: Sequence[Token], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks with bare numbers that go on from a percentage read as percentages: "12.2 percent to 9.7"."""
    figures = [at for at, mark in enumerate(marks) if isinstance(mark, FigureMark)]
    units = {mark.figure.unit for mark in marks if isinstance(mark, FigureMark)}
    if not {"plain", "percent"} <= units:
        return marks
    found = list(marks)
    for place, two in enumerate(figures):
        last = next((found[at] for at in reversed(figures[:place]) if not _is_beside(found[at])), None)
        if isinstance(last, FigureMark) and _goes_on(reader, tokens, found, last, found[two]):
            found[two] = _as_percent(found[two])
    return tuple(found)


def _is_beside(mark: Mark) -> bool:
    """Whether a figure is a year, or a share in words, over which a percentage goes on."""
    if not isinstance(mark, FigureMark):
        return False
    return mark.figure.unit == "fraction" or (
        mark.figure.unit == "plain" and 1900 <= mark.figure.value < 2200
    )


def _as_percent(mark: Mark) -> Mark:
    return (
        replace(mark, figure=replace(mark.figure, unit="percent")) if isinstance(mark, FigureMark) else mark
    )


def _goes_on(
    reader: Reader, tokens: Sequence[Token], marks: Sequence[Mark], first: FigureMark, second: Mark
) -> bool:
    """Whether a bare number follows a percentage with nothing between that it could be of instead.

    Example: "nitrogen with 78 percent, and argon is third with 0.93", "analysts 5.7 percent, accountants 4.6"
    """
    if not isinstance(second, FigureMark) or second.units or second.figure.unit != "plain":
        return False
    figure = second.figure
    if first.figure.unit != "percent" or figure.in_words or figure.value > 100 or figure.high is not None:
        return False
    after = tokens[second.end].low if second.end < len(tokens) else "."
    between = [token.low for token in tokens[first.end : second.start]]
    if after not in _FREE or len(between) > _FAR or _OTHERWISE.intersection(between):
        return False
    if between[-1:] and between[-1] in _BEING and not _is_of_share(reader, marks, second.start - 1):
        # "… 70 percent are women, and the typical nurse is 44.3."
        return False
    items = {mark.end for mark in marks if isinstance(mark, TargetMark)}
    return figure.step < 1 and all(
        _may_be_of_share(reader, mark) or (isinstance(mark, TargetMark) and mark.start in items)
        for mark in marks
        if first.end <= mark.start < second.start
    )


def _is_of_share(reader: Reader, marks: Sequence[Mark], end: int) -> bool:
    """Whether a share is named right before a token."""
    return any(
        isinstance(mark, TargetMark)
        and mark.end == end
        and any(family(reader, target) == "percent" for target in mark.targets)
        for mark in marks
    )


def _may_be_of_share(reader: Reader, mark: Mark) -> bool:
    """Whether a mark between two figures leaves the second as much a percentage as the first."""
    if isinstance(mark, TargetMark):
        return mark.is_weak or any(
            target.kind in ("item", "collection", "text") or family(reader, target) in ("percent", "change")
            for target in mark.targets
        )
    if isinstance(mark, CueMark):
        return mark.scale is None and mark.cue.domain in _OF_SHARES
    return True


_FREE = frozenset(
    {
        ".",
        ",",
        ";",
        "!",
        ")",
        "—",
        "for",
        "of",
        "in",
        "among",
        "to",
        "at",
        "on",
        "but",
        "while",
        "than",
        "and",
    }
)
_FAR = 14
"""Words between two figures of one unit."""
_BEING = frozenset({"is", "are", "was", "averages", "aged", "turned", "just", "'s", "only"})
_OTHERWISE = frozenset({"age", "ages", "aged", "old", "older", "younger", "score", "scores", "rated", "out"})
_OF_SHARES = frozenset({"", "size", "frequency", "strength", "steep", "count"})


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
