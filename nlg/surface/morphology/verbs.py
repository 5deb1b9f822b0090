"""The forms of a verb, one word or several ("account for")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from nlg.surface.morphology.nouns import CACHE_SIZE
from nlg.surface.morphology.vocabulary import Vocabulary

Number = Literal["singular", "plural"]
Tense = Literal["present", "past", "participle", "gerund", "infinitive"]

_ONE_SYLLABLE = re.compile(r"(?:[^aeiou]|^|qu)*[aeiouy][^aeiouywx]")
_SIBILANT = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=CACHE_SIZE)
def inflect_verb(
    vocabulary: Vocabulary, lemma: str, number: Number = "singular", tense: Tense = "present"
) -> str:
    """The form of a verb for a third person; only its first word changes. Modals stay as they are.

    Examples: "earn", singular: "earns"; "account for": "accounts for"; "shrink", participle: "shrunk"
    """
    verb, space, rest = lemma.partition(" ")
    return _form(vocabulary, verb, number, tense) + space + rest


def finite(vocabulary: Vocabulary, lemma: str, number: Number, tense: Tense, negative: bool) -> str:
    """The finite form of a verb, with "not" in its place: "does not earn", "is not", "cannot"."""
    if not negative:
        return inflect_verb(vocabulary, lemma, number, tense)
    verb, space, rest = lemma.partition(" ")
    if verb == "can":
        return f"cannot{space}{rest}"
    if verb in vocabulary.modals or verb == "be":
        return f"{_form(vocabulary, verb, number, tense)} not{space}{rest}"
    return f"{_form(vocabulary, 'do', number, tense)} not {lemma}"


def _form(vocabulary: Vocabulary, verb: str, number: Number, tense: Tense) -> str:
    if verb in vocabulary.modals or tense == "infinitive":
        return verb
    if tense == "gerund":
        return _gerund(vocabulary, verb)
    if tense == "present":
        return _present(verb, number)
    if verb == "be" and tense == "past" and number == "plural":
        return "were"
    known, prefix = _known(vocabulary, verb)
    if known:
        return prefix + vocabulary.verbs[known][0 if tense == "past" else 1]
    return _past(vocabulary, verb)


def _present(verb: str, number: Number) -> str:
    if number == "plural":
        return "are" if verb == "be" else verb
    irregular = {"be": "is", "have": "has"}.get(verb)
    if irregular:
        return irregular
    if verb.endswith(_SIBILANT) or verb.endswith("o") and not verb.endswith(("oo", "io", "eo")):
        return f"{verb}es"
    if _ends_consonant_y(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _known(vocabulary: Vocabulary, verb: str) -> tuple[str, str]:
    """The irregular verb that this one is, or is made from, and the prefix before it ("out", "under")."""
    if verb in vocabulary.verbs:
        return verb, ""
    for prefix in ("over", "under", "out", "re", "with", "up", "fore", "mis", "un", "inter"):
        base = verb.removeprefix(prefix)
        if base != verb and base in vocabulary.verbs and verb != "relay":
            return base, prefix
    return "", ""


def _past(vocabulary: Vocabulary, verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _ends_consonant_y(verb):
        return f"{verb[:-1]}ied"
    return f"{_doubled(vocabulary, verb)}ed"


def _gerund(vocabulary: Vocabulary, verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb == "be" or verb.endswith(("ee", "ye", "oe")) or verb in ("singe", "tinge"):
        return f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb[:-1]}ing"
    return f"{_doubled(vocabulary, verb)}ing"


def _doubled(vocabulary: Vocabulary, verb: str) -> str:
    """The verb, its last consonant twice where spelling asks for it: "plan", "occur"."""
    if verb.endswith("c"):
        return f"{verb}k" if verb.endswith("ic") else verb
    prefixed = any(
        verb == prefix + base for prefix in ("out", "re", "over", "under") for base in _short(verb, prefix)
    )
    if verb in vocabulary.doubling or _ONE_SYLLABLE.fullmatch(verb) or prefixed:
        return verb + verb[-1]
    return verb


def _short(verb: str, prefix: str) -> tuple[str, ...]:
    base = verb.removeprefix(prefix)
    return (base,) if base != verb and len(base) > 2 and _ONE_SYLLABLE.fullmatch(base) else ()


def _ends_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and len(verb) > 1 and verb[-2] not in "aeiou"
