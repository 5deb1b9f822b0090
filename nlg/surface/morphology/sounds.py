"""How a word begins when it is read aloud, which is all that a/an depends on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nlg.surface.morphology.nouns import CACHE_SIZE, is_acronym
from nlg.surface.morphology.vocabulary import Vocabulary

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound: an F, an X, but a U."""
_VOWELS = frozenset("aeiou")
_SYMBOLS = {
    "@": "at",
    "#": "number",
    "&": "and",
    "%": "percent",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "<": "less",
    ">": "greater",
    "=": "equal",
    "~": "about",
    "≈": "about",
    "½": "half",
    "¼": "quarter",
    "¾": "three",
    "⅓": "third",
    "⅔": "two",
    "⅛": "eighth",
    "°": "degree",
}
_CURRENCY = "$€£¥₹"
_NUMBER = re.compile(r"\d[\d,]*")
_SPOKEN_SHAPE = re.compile(r"(?:[^AEIOUY]{0,2}[AEIOUY]{1,2}[^AEIOUY]{0,2}){1,}")
_START = re.compile(r"[^\W_]|[@#&%+\-−<>=~≈½¼¾⅓⅔⅛°$€£¥₹.]")
_WORD_END = re.compile(r"[\s\-–—/‐‑]")


@lru_cache(maxsize=CACHE_SIZE)
def starts_with_vowel_sound(vocabulary: Vocabulary, text: str) -> bool:
    """Whether "an" goes before the text: words, acronyms, figures, money and symbols."""
    text = "".join(mark for mark in text[:200] if unicodedata.category(mark) not in ("Cf", "Cc"))
    lower_start = text.lstrip("\"'“‘([{*_ ").lower()
    if lower_start.startswith(vocabulary.spelled_start):
        return _letter(lower_start[0])
    match = _START.search(text)
    if match is None:
        return False
    rest = text[match.start() :]
    if rest[0] in _CURRENCY:
        number = _NUMBER.match(rest[1:].lstrip())
        return _number(number[0], year=False) if number else False
    if rest[0] == ".":
        return False
    if number := _NUMBER.match(rest):
        return _number(number[0], year=True)
    if rest[0] in _SYMBOLS:
        if rest[0] in "-−+" and len(rest) > 1 and rest[1].isalpha():
            return starts_with_vowel_sound(vocabulary, rest[1:])
        return _SYMBOLS[rest[0]][0] in _VOWELS
    return _word(vocabulary, rest)


def _number(digits: str, *, year: bool) -> bool:
    """Whether a figure is read with a vowel first: eight, eleven, eighteen, eighty, eight hundred."""
    groups = digits.rstrip(",").split(",")
    first = groups[0]
    if len(groups) == 1 and len(first) > 3:
        if len(first) == 4 and year and first[:2] in ("11", "18"):
            return True
        first = first[: len(first) % 3 or 3]
    return first[0] == "8" or first in ("11", "18")


def _word(vocabulary: Vocabulary, text: str) -> bool:
    token = text.split(maxsplit=1)[0]
    for abbreviation, spoken in vocabulary.abbreviations.items():
        if token.lower() == abbreviation.lower():
            return _spelled(vocabulary, spoken)
    if token[:1].isalpha() and len(token) > 1 and token[1:2] == "&":
        return _letter(token[0])
    first = _WORD_END.split(token, maxsplit=1)[0].strip("\"'“”‘’()[]{}*_,;:!?")
    if len(first) == 1 or first[1:2] == "." and first[2:3].isalpha():
        # "A" opens a phrase of its own only as a letter; X-ray, T-shirt, U.S.
        return _letter(first[0])
    stem = first[:-1] if first.endswith("s") and len(first) > 2 else first
    stem = stem.rstrip(".")
    if _is_word(vocabulary, stem):
        return _spelled(vocabulary, stem)
    if is_acronym(stem) or re.match(r"[A-Z]{2,}|[a-z][A-Z]", stem):
        if stem.isupper() and stem.isalpha() and _reads_as_word(vocabulary, stem):
            return _spelled(vocabulary, stem)
        if re.match(r"[A-Z]{2,}[a-z]{3}", stem):
            return _spelled(vocabulary, stem)
        return _letter(stem[0])
    return _spelled(vocabulary, first)


def _is_word(vocabulary: Vocabulary, stem: str) -> bool:
    letters = re.match(r"[A-Za-z]+", stem)
    return (
        letters is not None
        and letters[0].upper() in vocabulary.spoken
        and sum(map(str.isupper, letters[0])) > 1
    )


def _reads_as_word(vocabulary: Vocabulary, stem: str) -> bool:
    """Whether capitals are an ordinary or pronounceable word ("MANAGER", "FORTRAN"), not initials."""
    return len(stem) > 4 and stem not in vocabulary.spelled and bool(_SPOKEN_SHAPE.fullmatch(stem))


def _letter(letter: str) -> bool:
    plain = unicodedata.normalize("NFD", letter)[0].upper()
    return plain in _VOWEL_LETTERS


def _spelled(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word in letters begins with a vowel sound."""
    lower = (
        "".join(
            mark for mark in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(mark)
        )
        .replace("œ", "oe")
        .replace("æ", "ae")
    )
    if not lower:
        return False
    if lower[0] == "h":
        return lower.startswith(vocabulary.silent) and not lower.startswith(vocabulary.heard)
    if lower[0] == "y":
        return lower.startswith(vocabulary.vowel_y)
    if lower[0] == "x":
        return len(lower) == 1 or lower[1] not in "aeiouy"
    if lower[0] == "e":
        return not lower.startswith(("eu", "ewe")) or lower.startswith(vocabulary.no_glide)
    if lower[0] == "o":
        return not (lower in vocabulary.glide or lower.startswith(("ouija", "oaxac")))
    if lower[0] == "u":
        if lower.startswith(vocabulary.glide_again):
            return False
        return not lower.startswith(vocabulary.glide) or lower.startswith(vocabulary.no_glide)
    return lower[0] in _VOWELS
