"""Numbers that talk brings along and no data hold: times of day, telephone numbers, notes, pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list

_ASIDE = re.compile(
    r"\b24/7\b"
    r"|\b(?:9[- ]to[- ]5|nine[- ]to[- ]five)\b(?!\s*(?:%|percent|years|months))"
    r"|(?<![\d.:])\d{1,2}:\d{2}(?![\d:])(?:\s?[ap]\.?m\b)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b"
    r"|\(?\b\d{3}\)?[-. ]\d{3}-\d{4}\b"
    r"|\[\d{1,3}\]"
    r"|\b\d+[- ]?(?:minutes?|seconds?)\b"
    r"|\(\d{1,3} points?\)"
    r"|[·•|] \d{1,4} points?\b"
    r"|\b(?:slides?|chapter|lesson|module|episode|exhibit|appendix|unit) \d{1,3}\b(?![,.]?\d|\s*%)"
    r"|\b(?:in|since|until|of) 1[0-7]\d\d\b(?![,.]?\d|\s*%)"
    r"|\bpp?\. ?\d+(?:[-–]\d+)?",
    re.IGNORECASE,
)
_REACH = 14


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether the characters from one offset to another are part of such a number."""
    window = max(0, start - _REACH)
    return any(
        window + first < end and window + last > start for first, last in _asides(text[window : end + _REACH])
    )


@lru_cache(maxsize=1_024)
def _asides(text: str) -> tuple[tuple[int, int], ...]:
    """Several forms ask of the same figure one after the other."""
    return tuple(found.span() for found in _ASIDE.finditer(text))


_SPELLS = frozenset({"day", "week", "month", "year", "decade", "night", "hour", "shift"})


_WHOLES = frozenset(word_list("nouns")["wholes"])


def is_part_of_a_story(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words from a token on make a part before it one of nothing measured: "only half the story"."""
    after = [token.low for token in tokens[end : end + 3]]
    after = after[1:] if after[:1] == ["of"] else after
    return len(after) > 1 and after[0] in ("the", "this", "that", "your") and after[1] in _WHOLES


def is_frequency(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words from a token on make a multiple before it say how often: "three times a year"."""
    after = [token.low for token in tokens[end : end + 2]]
    return len(after) == 2 and after[0] in ("a", "per", "each", "every") and after[1] in _SPELLS
