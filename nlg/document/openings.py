"""The opening of a description: its first sentence, where that can stand alone."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDS = re.compile(r"[.!?][\"'”’)]*(?=\s+[\"'“‘(]*[A-Z]|\s*$)")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b[A-Z]\.[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|Inc|Co|etc|vs|e\.g|i\.e|approx))\.$"
)
LEANING = frozenset({"they", "he", "she", "it", "these", "this", "those", "that", "such", "we", "you"})
"""First words that lean on something said before."""


@lru_cache(maxsize=65_536)
def opening(description: str) -> str:
    """The first sentence, or nothing where it leans on what stands before it.

    Example: "Dentists look after teeth and gums. They read X-rays." gives the sentence about teeth and gums
    """
    text = " ".join(description.split())
    for end in _ENDS.finditer(text):
        found = text[: end.end()]
        if not _ABBREVIATED.search(found):
            first = found.split(" ", 1)[0].strip("\"'“”‘’(),").casefold()
            return "" if first in LEANING else found
    return ""
