"""Words that soften a figure or make a limit of it: "nearly", "at least", "up to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.figure import Figure, Hedge
from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.lexis.tokens import Token

_HEDGES: PhraseTable[Hedge] = PhraseTable.of(
    {
        "about": "about|around|roughly|some|approximately|approx|approx .|circa|close to|somewhere around|~|≈"
        "|barely|scarcely|hardly|in the region of|in the neighbourhood of|in the neighborhood of|an estimated|or thereabouts",
        "under": "nearly|almost|pushing|nearing|approaching|just under|just shy of|a little under|a little less than|slightly less than"
        "|slightly under|slightly fewer than|just below|not quite|a touch under|a shade under|slightly below"
        "|just short of|a little below|a bit under|a bit less than|a hair under|little less than",
        "over": "just over|just above|slightly more than|slightly over|slightly above|a little over"
        "|a little more than|a little above|a touch over|a touch more than|a shade over|a bit over"
        "|a bit more than|barely over|a hair over|a whisker over|little more than|a whisker above",
        "more": "more than|over|above|upwards of|upward of|in excess of|north of|better than|greater than"
        "|well over|well above|exceeding|well more than|far more than|much more than|higher than|>"
        "|easily more than|comfortably over|comfortably more than|older than|longer than",
        "less": "less than|under|below|fewer than|south of|well under|well below|lower than|smaller than|<"
        "|far less than|far fewer than|much less than|younger than|shorter than|not even|not nearly",
        "at_least": "at least|no less than|no fewer than|a minimum of|not less than|≥",
        "at_most": "at most|no more than|a maximum of|not more than|≤",
        "limit_high": "up to|as much as|as many as|as high as|tops out at|topping out at|top out at|topped out at"
        "|maxes out at|max out at|peaks at|peak at|capped at|reaches up to|ends at|end at|ending at|stops at|stop at"
        "|goes up to"
        "|go up to|tops out around|as long as|can reach|reach|reaches|reaching|stretch to|stretches to"
        "|stretching to|extends to|extend to|extending to|all the way to|it out to|them out to|swings out to|reaches out to"
        "|as far as|as far away as|as far out as|as old as|as hot as|as fast as|as far off as",
        "limit_low": "starts at|start at|starting at|starts from|starting from|as little as|as low as|as few as"
        "|bottoms out at|bottom out at|begins at|begin at|beginning at|starts around|a floor of|as near as|as close as|as close in as|as young as"
        "|as cold as|as slow as|as near in as",
    }
)
_LATE_HEDGES: PhraseTable[Hedge] = PhraseTable.of(
    {
        "about": "or so|or thereabouts|give or take|ish|- ish",
        "at_least": "or more|and up|or older|or higher|+|and over|or above",
        "at_most": "or less|or fewer|or under|or below|or younger",
        "limit_high": "at the top|at the top end|at the high end|at most|at the upper end|tops",
        "limit_low": "at the bottom|at the low end|at the lower end",
    }
)


def with_hedge(tokens: Sequence[Token], figure: Figure) -> Figure:
    """The figure with the hedge before or behind it."""
    hedge: Hedge = ""
    start = figure.start
    article = start - 1 if start and tokens[start - 1].low in ("a", "an") else -1
    for stop in (start, article):
        found = _HEDGES.ending_at(tokens, stop)
        if found is not None:
            start, hedge = found
            break
    end = figure.end
    late = _LATE_HEDGES.starting_at(tokens, end)
    if late is not None and not hedge:
        end, hedge = late
    return replace(figure, start=start, end=end, hedge=hedge) if hedge else figure


def hedge_before(tokens: Sequence[Token], index: int) -> tuple[Hedge, int]:
    """The hedge that ends before a token and where it starts: "more than" before "twice"."""
    found = _HEDGES.ending_at(tokens, index)
    return (found[1], found[0]) if found else ("", index)


HEDGE_OPENINGS = frozenset(_HEDGES.by_first)
"""The words with which a hedge can begin."""


def hedge_at(tokens: Sequence[Token], index: int) -> int:
    """The end of the hedge that starts at a token, or 0."""
    found = _HEDGES.starting_at(tokens, index)
    return found[0] if found else 0


def about_before(tokens: Sequence[Token], core: int) -> tuple[int, bool]:
    """Where the "about" before a figure starts, and whether there is one."""
    found = _HEDGES.ending_at(tokens, core)
    return (found[0], True) if found is not None and found[1] == "about" else (core, False)
