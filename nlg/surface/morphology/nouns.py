"""One noun at a time: its plural, its singular, and which of the two it is."""

from __future__ import annotations

import re
from functools import lru_cache

from nlg.surface.morphology.fallback import foreign_plural
from nlg.surface.morphology.vocabulary import Vocabulary

CACHE_SIZE = 65_536
_VOWELS = "aeiou"
_ACRONYM = re.compile(
    r"(?=[^A-Z]*[A-Z])(?:[A-Z0-9]+[&/.+\-])*[A-Z0-9]+|[A-Z][a-z]?[A-Z]+|(?:[A-Z]\.){2,}|[A-Z]"
)
"""RN, F&I, OB/GYN, U.S., PhD, MSc, 3D: letters said one by one, or as one word."""
_LETTERS = re.compile(r"[A-Za-z]['’]s", re.ASCII)
"""Several of one letter: "A's"."""
_FOREIGN = re.compile(r"(?:[^aeiou]um|[ei]x|ieu|eau)$")
"""Endings of words that English may have borrowed along with their plural."""


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: "RN", "OB/GYN", "PhD", "U.S."."""
    return bool(_ACRONYM.fullmatch(word))


@lru_cache(maxsize=CACHE_SIZE)
def is_agent(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a singular noun names a person or a role, and so may head a title in mid-phrase."""
    lower = word.lower()
    if lower in vocabulary.not_agents:
        return False
    if lower in vocabulary.agents or word in vocabulary.people:
        return True
    if "-" in lower:
        return is_agent(vocabulary, lower.rsplit("-", 1)[1]) or is_agent(vocabulary, lower.split("-", 1)[0])
    return (
        len(lower) > 3
        and lower.endswith(vocabulary.agent_endings)
        and not _is_agent_compound(vocabulary, lower)
    )


def _is_agent_compound(vocabulary: Vocabulary, lower: str) -> bool:
    """Whether a longer word ends in one of the listed things ("microcomputer", "superpower")."""
    return any(
        lower.endswith(thing)
        for thing in vocabulary.not_agents
        if len(thing) > 7 and len(lower) > len(thing) + 2
    )


@lru_cache(maxsize=CACHE_SIZE)
def is_plural(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a noun stands in the plural already: "nurses", "salespeople", "RNs", "sales"."""
    if len(word) > 2 and word.endswith("s") and is_acronym(word[:-1]) and len(word[:-1]) > 1:
        return True
    if _LETTERS.fullmatch(word):
        return True
    if is_acronym(word) and word.lower() not in vocabulary.plural_only and not _is_shouted(vocabulary, word):
        return False
    lower = word.lower()
    last = _last_part(lower)
    if last in vocabulary.plural_only or last in vocabulary.singulars or last in vocabulary.plural_s:
        return True
    if (
        last in vocabulary.singular_s
        or last in vocabulary.invariant
        or last in vocabulary.mass
        or last in vocabulary.plurals
    ):
        return False
    if last.endswith(("men", "people")) and len(last) > 3:
        return last not in (
            "omen",
            "women's",
            "specimen",
            "regimen",
            "abdomen",
            "acumen",
            "stamen",
            "ramen",
            "hymen",
        )
    if len(last) < 3 or not last.endswith("s"):
        return False
    return not last.endswith(("ss", "us", "is", "'s", "’s"))


@lru_cache(maxsize=CACHE_SIZE)
def _is_shouted(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word in capitals is an ordinary word: "NURSE", "NURSES"."""
    if not (word.isupper() and word.isalpha() and len(word) > 3) or word in vocabulary.people:
        return False
    lower = word.lower()
    return lower not in vocabulary.spellings and (
        is_agent(vocabulary, lower) or is_agent(vocabulary, singular_noun(vocabulary, lower))
    )


@lru_cache(maxsize=CACHE_SIZE)
def plural_noun(vocabulary: Vocabulary, word: str) -> tuple[str, str]:
    """The plural of a singular noun and the rule for it; capitals are kept."""
    if is_acronym(word) and not _is_shouted(vocabulary, word):
        return (f"{word}'s", "letter takes 's") if len(word) == 1 else (f"{word}s", "acronym takes -s")
    lower = word.lower()
    last = _last_part(lower)
    if last in vocabulary.mass:
        return word, "mass noun"
    if last in vocabulary.invariant or last in vocabulary.plural_only:
        return word, "same in both numbers"
    if last in vocabulary.plurals:
        return _spelled_like(word, last, vocabulary.plurals[last]), "irregular noun"
    if last.endswith("man") and last not in vocabulary.regular_man:
        return _spelled_like(word, "man", "men"), "-man becomes -men"
    for ending, plural in (
        ("person", "people"),
        ("child", "children"),
        ("mouse", "mice"),
        ("foot", "feet"),
        ("goose", "geese"),
        ("tooth", "teeth"),
    ):
        if last.endswith(ending) and last not in vocabulary.plurals:
            return _spelled_like(word, ending, plural), f"-{ending} becomes -{plural}"
    for short in ("life", "wife", "knife", "half", "shelf", "leaf", "self", "wolf", "loaf", "thief"):
        if last.endswith(short):
            return _spelled_like(word, short, re.sub("fe?$", "ves", short)), "-f becomes -ves"
    if last.endswith(("sis", "xis")) and len(last) > 4:
        return _spelled_like(word, "is", "es"), "-sis becomes -ses"
    if _FOREIGN.search(last) and (foreign := foreign_plural(last)):
        return _spelled_like(word, last, foreign), "borrowed plural"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return _spelled_like(word, "", "es"), "-s, -x, -z, -ch and -sh take -es"
    if last.endswith("y") and len(last) > 1 and last[-2] not in _VOWELS:
        return _spelled_like(word, "y", "ies"), "-y becomes -ies"
    if last.endswith("quy"):
        return _spelled_like(word, "y", "ies"), "-y becomes -ies"
    return _spelled_like(word, "", "s"), "regular -s"


@lru_cache(maxsize=CACHE_SIZE)
def singular_noun(vocabulary: Vocabulary, word: str) -> str:
    """The singular of a plural noun; a word that is not plural comes back as it is."""
    if _LETTERS.fullmatch(word):
        return word[0]
    if len(word) > 2 and word.endswith("s") and is_acronym(word[:-1]):
        return word[:-1]
    if not is_plural(vocabulary, word):
        return word
    last = _last_part(word.lower())
    if last in vocabulary.plural_only:
        return word
    if last in vocabulary.singulars:
        return _spelled_like(word, last, vocabulary.singulars[last])
    for plural, singular in (
        ("men", "man"),
        ("people", "person"),
        ("children", "child"),
        ("feet", "foot"),
        ("geese", "goose"),
        ("mice", "mouse"),
        ("teeth", "tooth"),
    ):
        if last.endswith(plural):
            return _spelled_like(word, plural, singular)
    for short in (
        "wives",
        "knives",
        "lives",
        "halves",
        "shelves",
        "leaves",
        "selves",
        "wolves",
        "loaves",
        "thieves",
    ):
        if last.endswith(short):
            return _spelled_like(word, short, vocabulary.singulars.get(short, short))
    return _spelled_like(word, *_cut(vocabulary, last))


def _cut(vocabulary: Vocabulary, last: str) -> tuple[str, str]:
    """The ending of a regular plural, and what the singular has in its place."""
    if last.endswith("ies") and len(last) > 3:
        return (
            ("s", "")
            if last[:-1] in vocabulary.ending_ie or _ie_compound(vocabulary, last[:-1])
            else ("ies", "y")
        )
    if last.endswith("ches"):
        return ("s", "") if last[:-1] in vocabulary.ending_che else ("es", "")
    if last.endswith(("sses", "shes", "xes", "zzes", "tzes")):
        return ("es", "")
    if last.endswith("oes") and (last[:-2] in vocabulary.plurals or last[:-2].endswith(("hero", "cargo"))):
        return ("es", "")
    if last.endswith("uses") and _is_latin_us(vocabulary, last[:-2]):
        return ("es", "")
    if last.endswith("ses") and last[:-2] in vocabulary.singular_s:
        return ("es", "")
    return ("s", "")


def _ie_compound(vocabulary: Vocabulary, stem: str) -> bool:
    return any(stem.endswith(word) for word in vocabulary.ending_ie if len(word) > 4)


def _is_latin_us(vocabulary: Vocabulary, stem: str) -> bool:
    """Whether a stem in -us is a noun of its own ("campus"), not a word in -use that lost its e ("caus")."""
    if stem in vocabulary.singular_s:
        return True
    whole = f"{stem}e"
    if any(whole.endswith(word) for word in vocabulary.ending_use) and whole in vocabulary.ending_use:
        return False
    body = stem[:-2]
    return bool(body) and body[-1] not in _VOWELS + "r" and any(vowel in body for vowel in _VOWELS)


def _last_part(lower: str) -> str:
    """What follows the last hyphen: it alone decides the ending."""
    return lower.rsplit("-", 1)[-1]


def _spelled_like(word: str, ending: str, replacement: str) -> str:
    """The word with another ending, in capitals where the word is in capitals."""
    kept = word[: len(word) - len(ending)]
    tail = word[len(kept) :]
    if word.isupper() and len(word) > 1:
        return kept + replacement.upper()
    if tail[:1].isupper():
        return kept + replacement[:1].upper() + replacement[1:]
    return kept + replacement
