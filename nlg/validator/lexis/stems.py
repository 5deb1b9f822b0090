"""Words without their endings, for comparing labels and names that differ in number, case or dashes."""

from __future__ import annotations

import re
from functools import lru_cache

from nlg.validator.lexis.plurals import singular_word

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_APOSTROPHE = re.compile(r"['’ʼ](?:s\b)?")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in lower case and in the singular; good for comparing, not for reading."""
    return singular_word(word.lower()) if len(word) > 2 else word.lower()


@lru_cache(maxsize=65_536)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words; an apostrophe and the s behind it are dropped."""
    return tuple(stem(found[0]) for found in _WORD.finditer(_APOSTROPHE.sub("", text)))
