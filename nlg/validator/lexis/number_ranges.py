"""Two figures that are the ends of one range: "$27,000 to $41,000", "between two and four years"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.hedges import about_before
from nlg.validator.lexis.tokens import Token

DASHES = frozenset("-–—")


def join_ranges(tokens: Sequence[Token], figures: list[Figure]) -> list[Figure]:
    """The figures with each pair that spells a range made one."""
    joined: list[Figure] = []
    for figure in figures:
        if joined and (merged := _range(tokens, joined[-1], figure)):
            joined[-1] = merged
        else:
            joined.append(figure)
    return joined


_SET_AGAINST = frozenset({"opposed", "compared", "contrast", "comparison", "relative"})
"""Before a "to" that sets a whole range beside another: "as opposed to $97,960 to $169,950"."""

_RANGE_UNITS = frozenset({"money", "percent", "time", "plain", "points"})


def _range(tokens: Sequence[Token], low: Figure, high: Figure) -> Figure | None:
    """The range that two figures spell, or the odds: "from 27,000 to 41,000", "twenty-nine to one"."""
    if low.high is not None or low.unit not in _RANGE_UNITS or high.unit not in _RANGE_UNITS:
        return None
    shared = _shared_unit(tokens, low, high)
    if low.unit != high.unit and low.unit != "plain" and not (high.unit == "plain" and low.unit == "money"):
        return None
    begin, low_hedge = about_before(tokens, low.start)
    core, high_hedge = about_before(tokens, high.core)
    between = [token.low for token in tokens[low.end + shared : core]]
    before = tokens[begin - 1].low if begin else ""
    if before not in ("between", "from"):
        begin, low_hedge = low.start, False
        before = tokens[begin - 1].low if begin else ""
    joins = False
    if between in (["-"], ["–"], ["—"]):
        joins = True
    elif not between and high.signed and high.value < 0 and tokens[high.start].low in DASHES:
        joins = tokens[high.start].glued
        high = replace(high, value=-high.value)
    elif between in (
        ["to"],
        ["through"],
        ["up", "to"],
        ["all", "the", "way", "up", "to"],
        ["all", "the", "way", "to"],
        ["out", "to"],
    ):
        score = (
            between == ["to"]
            and low.unit == "percent"
            and low.value > high.value
            and before not in ("from", "between")
        )
        counts = (
            between == ["to"]
            and low.unit == high.unit == "plain"
            and low.value > high.value >= 1_000
            and before not in ("from", "between")
        )
        against = begin > 1 and tokens[begin - 2].low in _SET_AGAINST
        joins = (before != "to" or against) and not score and not counts
    elif between == ["or"] and low.unit == "plain" and high.unit == "time":
        joins = True
    elif between in (["and"], ["and", "up", "to"]):
        joins = before in ("between", "from")
    if not joins:
        return None
    if between == ["to"] and high.value == 1 < low.value and low.unit == high.unit == "plain":
        # "twenty-nine to one" says how many there are for each.
        return replace(low, unit="times", end=high.end)
    if between == ["to"] and _are_odds(tokens, low, high, about_before(tokens, low.start)[0]):
        return replace(low, value=low.value / high.value, unit="times", end=high.end, step=Decimal("0.1"))
    value, step = low.value, low.step
    if (
        not shared
        and low.scale == 1 < high.scale
        and value < high.value / 1_000 * 999
        and value * high.scale <= high.value
    ):
        value, step = value * high.scale, step * high.scale
    start = begin - 1 if before in ("between", "from") else begin
    unit = high.unit if high.unit != "plain" else low.unit
    period = high.period or low.period
    return replace(
        low, start=start, value=value, high=high.value, unit=unit, period=period, step=min(step, high.step) or step,
        currency=high.currency or low.currency, end=high.end, core=low.core, in_words=low.in_words and high.in_words, soft=(low_hedge, high_hedge),
    )  # fmt: skip


_ODDS = frozenset({"by", "of", "outnumber", "outnumbers", "outnumbered", "ratio", "odds"})


def _are_odds(tokens: Sequence[Token], low: Figure, high: Figure, start: int) -> bool:
    """Whether two small numbers say how many there are for how many: "outnumber them by seven to five"."""
    small = low.unit == high.unit == "plain" and 1 < high.value < low.value <= 100
    before = {token.low for token in tokens[max(0, start - 3) : start]}
    return small and bool(before & _ODDS)


def _shared_unit(tokens: Sequence[Token], low: Figure, high: Figure) -> int:
    """How many words after the first figure are the unit that follows the second too.

    Example: "46 million km to 69.8 million km"
    """
    for size in (1, 2):
        unit = [token.low for token in tokens[low.end : low.end + size]]
        if len(unit) == size and unit == [token.low for token in tokens[high.end : high.end + size]]:
            if unit[0].isalpha() or unit[0] == "°":
                if unit[-1] not in ("to", "and"):
                    return size
    return 0
