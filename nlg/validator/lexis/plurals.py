"""Plurals and singulars, well enough to be recognised."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {"man": "men", "woman": "women", "person": "people", "child": "children", "wife": "wives",
              "staff": "staff", "personnel": "personnel"}  # fmt: skip


@lru_cache(maxsize=16_384)
def plural_word(word: str) -> str:
    """The plural of one noun."""
    for end, plural in _IRREGULAR.items():
        if word.endswith(end) and (word == end or end in ("man", "woman", "person", "wife")):
            return word[: -len(end)] + plural
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word + "s"


@lru_cache(maxsize=16_384)
def singular_word(word: str) -> str:
    """The singular of one noun."""
    for end, plural in _IRREGULAR.items():
        if word.endswith(plural):
            return word[: -len(plural)] + end
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def plural_phrase(phrase: str) -> str:
    """The plural of a noun phrase, that of the word before "of" if it has one: "lines of work"."""
    head, of, rest = phrase.partition(" of ")
    before, _, last = head.rpartition(" ")
    return " ".join(filter(None, (before, plural_word(last)))) + of + rest
