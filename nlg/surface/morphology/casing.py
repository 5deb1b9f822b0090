"""Capitals: how a term is spelled in a heading, at the start of a line, and inside a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from nlg.surface.morphology.nouns import CACHE_SIZE, is_acronym, is_agent, singular_noun
from nlg.surface.morphology.vocabulary import Vocabulary

_TOKEN = re.compile(r"\S+")
_CORE = re.compile(r"[^\W_](?:[^\s]*[^\W_])?[+#]*", re.DOTALL)
_LETTERED = (
    "class",
    "type",
    "level",
    "grade",
    "group",
    "vitamin",
    "hepatitis",
    "plan",
    "section",
    "category",
)
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=CACHE_SIZE)
def lower_case(vocabulary: Vocabulary, term: str) -> str:
    """The term as inside a sentence, in its own order: capitals only for names and acronyms.

    Examples: "Registered Nurse": "registered nurse"; "SQL Developer": "SQL developer"; "python": "Python"
    """
    shouted = _is_shouted(vocabulary, term)
    names = (
        [
            (m.start(), m.end(), vocabulary.phrase_spellings[m[0].lower()])
            for m in vocabulary.phrases.finditer(term)
        ]
        if vocabulary.phrases
        else []
    )
    pieces: list[str] = []
    at = 0
    for start, end, name in names:
        pieces += [_lowered(vocabulary, term[at:start], shouted, first=at == 0), name]
        at = end
    pieces.append(_lowered(vocabulary, term[at:], shouted, first=at == 0))
    return "".join(pieces)


def sentence_case(vocabulary: Vocabulary, term: str) -> str:
    """The term as a line of its own: a capital first, otherwise as inside a sentence."""
    return capitalised(lower_case(vocabulary, term))


def capitalised(text: str) -> str:
    """The text with a capital first letter, unless its first word has capitals of its own ("iOS")."""
    if text[:2].isascii() and text[:2].islower() and " " in text[:24]:
        if text[: text.index(" ")].islower():
            return text[0].upper() + text[1:]
    for at, mark in enumerate(text):
        if mark.isalpha():
            word = _TOKEN.match(text, at)
            inner = word[0][1:] if word else ""
            if any(letter.isupper() for letter in inner):
                return text
            return f"{text[:at]}{mark.upper()}{text[at + 1 :]}" if len(mark.upper()) == 1 else text
        if mark.isdigit():
            return text
    return text


@lru_cache(maxsize=CACHE_SIZE)
def title_case(vocabulary: Vocabulary, term: str) -> str:
    """The term as in a heading: small words stay small, names and acronyms keep their capitals.

    Examples: "director of nursing": "Director of Nursing"; "k-12 teacher": "K-12 Teacher"
    """
    lowered = lower_case(vocabulary, term)
    words = list(_TOKEN.finditer(lowered))
    pieces: list[str] = []
    at = 0
    for number, word in enumerate(words):
        pieces.append(lowered[at : word.start()])
        edge = number in (0, len(words) - 1) or pieces[-1].strip() != "" or words[number - 1][0].endswith(":")
        pieces.append(_headline_word(vocabulary, word[0], edge=edge))
        at = word.end()
    return "".join(pieces) + lowered[at:]


def _headline_word(vocabulary: Vocabulary, token: str, *, edge: bool) -> str:
    parts = re.split(r"([-–/])", token)
    if not edge and token.lower().strip("()[]\"'“”‘’,;:") in vocabulary.small:
        return token
    last = len(parts) - 1
    return "".join(
        part
        if number % 2 or (0 < number < last and part.lower() in vocabulary.small and len(part) > 1)
        else capitalised(part)
        for number, part in enumerate(parts)
    )


def _lowered(vocabulary: Vocabulary, text: str, shouted: bool, *, first: bool) -> str:
    tokens = list(_TOKEN.finditer(text))
    pieces: list[str] = []
    at = 0
    for number, match in enumerate(tokens):
        pieces.append(text[at : match.start()])
        before = tokens[number - 1][0].lower() if number else ""
        last = number == len(tokens) - 1
        pieces.append(
            _lower_token(vocabulary, match[0], shouted, before, opens=first and number == 0, ends=last)
        )
        at = match.end()
    return "".join(pieces) + text[at:]


def _lower_token(
    vocabulary: Vocabulary, token: str, shouted: bool, before: str, *, opens: bool, ends: bool
) -> str:
    if token.islower() and token.isalpha() and token not in vocabulary.spellings:
        return token
    core = _CORE.search(token)
    if core is None:
        return token
    word = core[0]
    return (
        token[: core.start()]
        + _lower_word(vocabulary, word, shouted, before, opens, ends)
        + token[core.end() :]
    )


def _lower_word(
    vocabulary: Vocabulary, word: str, shouted: bool, before: str, opens: bool, ends: bool
) -> str:
    known = _known_spelling(vocabulary, word, shouted)
    if known:
        return known
    if re.search(r"[-–/]", word):
        return _lower_compound(vocabulary, word, shouted)
    if len(word) == 1:
        if word.islower() or word == "I":
            return word
        return word if ends or before in _LETTERED or word not in ("A", "O") else word.lower()
    if shouted:
        return word if _is_initials(vocabulary, word) else word.lower()
    if _keeps_capitals(word):
        return word
    return word.lower()


def _known_spelling(vocabulary: Vocabulary, word: str, shouted: bool) -> str:
    ending = _POSSESSIVE.search(word)
    stem, tail = (word[: ending.start()], ending[0]) if ending else (word, "")
    for base, extra in ((stem, ""), (stem[:-1], "s")) if stem.endswith("s") else ((stem, ""),):
        found = vocabulary.spellings.get(base.lower(), "")
        if not found and (kept := vocabulary.kept.get(base.lower())) and (base[:1].isupper() and not shouted):
            found = kept
        if found and (not extra or is_acronym(found)):
            return found + extra + tail
    return ""


def _lower_compound(vocabulary: Vocabulary, word: str, shouted: bool) -> str:
    parts = re.split(r"([-–/])", word)
    lowered: list[str] = []
    for number, part in enumerate(parts):
        if number % 2 or not part:
            lowered.append(part)
        elif len(part) == 1 and part.isalpha():
            single = part if part.isupper() and not (part == "E" and number == 0) else part.lower()
            lowered.append(single)
        else:
            lowered.append(_lower_word(vocabulary, part, shouted, "", False, False))
    return "".join(lowered)


def _keeps_capitals(word: str) -> bool:
    """Whether a word's capitals are its own: "MRI", "RNs", "JavaScript", "O'Brien", "K12"."""
    return any(mark.isupper() for mark in word[1:]) and not re.fullmatch(r"[A-Z][a-z]+['’]S", word)


def _is_shouted(vocabulary: Vocabulary, term: str) -> bool:
    """Whether a term stands in capitals throughout, so that they say nothing about any word of it."""
    if not term.isupper():
        return False
    words = re.findall(r"[^\W\d_]+", term)
    return any(not _is_initials(vocabulary, word) for word in words if len(word) > 1)


def _is_initials(vocabulary: Vocabulary, word: str) -> bool:
    if word in vocabulary.people or word in vocabulary.spoken or word in vocabulary.spelled:
        return True
    lower = word.lower()
    if lower in vocabulary.small or len(word) > 5:
        return False
    if len(word) > 3 and is_agent(vocabulary, singular_noun(vocabulary, lower)):
        return False
    return len(word) < 4 or not re.search(r"[AEIOUY]", word)
