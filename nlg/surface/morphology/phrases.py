"""One noun phrase: its head, what complements it, and whether it names a role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nlg.surface.morphology.nouns import is_acronym, is_agent, is_plural, singular_noun
from nlg.surface.morphology.vocabulary import Vocabulary

Role = Literal["head", "link", "other"]

_WORD = re.compile(r"\S+")
_CORE_OF_WORD = re.compile(r"[^\w&'’.]*(.*?)[^\w'’+#]*", re.DOTALL)
_NUMERAL = re.compile(r"[IVX]+|\d+(?:st|nd|rd|th)?|[A-Z]|#\d+", re.ASCII)


_PARTICLES = frozenset({"up", "by", "on", "in", "out", "off", "down", "at"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a title."""

    text: str
    role: Role
    """A head is inflected; a link is the "and" between two heads."""


def noun_phrase(vocabulary: Vocabulary, text: str) -> tuple[list[Piece], str]:
    """The pieces of one noun phrase without a complement: its head is the last word, or nearly."""
    words = list(_WORD.finditer(text))
    if not words:
        return [Piece(text, "head")], "no word"
    at, rule = len(words) - 1, "the last noun"
    while at > 0 and _is_grade(vocabulary, [word[0] for word in words], at):
        at, rule = at - 1, "the noun before its grade"
    adjective = words[at][0].lower()
    if at > 0 and adjective in vocabulary.postposed and _follows(vocabulary, adjective, words[at - 1][0]):
        at, rule = at - 1, "the noun before its adjective"
        if adjective in vocabulary.agreeing:
            rule = "the noun and its adjective"
    if at > 0 and not names_role(vocabulary, bare_word(words[at][0])):
        leading = [n for n in range(at) if words[n][0].lower() in vocabulary.vice_heads]
        if leading:
            at, rule = leading[0], "the noun before its field"
    word = _CORE_OF_WORD.fullmatch(words[at][0])
    start, end = words[at].span()
    if word and word[1]:
        start, end = words[at].start() + word.start(1), words[at].start() + word.end(1)
        while end > start + 2 and text[end - 1] in ".'’" and not is_acronym(text[start:end]):
            end -= 1
    pieces, hyphen = _hyphenated(vocabulary, text[start:end])
    before, after = text[:start], text[end:]
    if rule == "the noun and its adjective":
        tail = _WORD.search(after)
        assert tail is not None
        pieces += [Piece(after[: tail.start()], "other"), Piece(tail[0], "head")]
        after = after[tail.end() :]
    if before:
        pieces.insert(0, Piece(before, "other"))
    if after:
        pieces.append(Piece(after, "other"))
    return pieces, hyphen or rule


def _hyphenated(vocabulary: Vocabulary, word: str) -> tuple[list[Piece], str]:
    """The pieces of a word: its first part where a complement or particle is tied to it by hyphens."""
    parts = word.split("-")
    if len(parts) > 2 and len(parts[0]) > 1 and parts[1].lower() in vocabulary.prepositions | {"be"}:
        if len(parts) == 3 and not is_agent(vocabulary, parts[0]) and is_agent(vocabulary, parts[-1]):
            return [Piece(word, "head")], ""
        return [Piece(parts[0], "head"), Piece(word[len(parts[0]) :], "other")], "the noun before its hyphens"
    if len(parts) == 2 and parts[1].lower() in _PARTICLES:
        stem = singular_noun(vocabulary, parts[0]).lower()
        if len(stem) > 4 and stem.endswith("er"):
            return [Piece(parts[0], "head"), Piece(f"-{parts[1]}", "other")], "the noun before its particle"
    if len(parts) == 2 and parts[1].lower() in vocabulary.postposed:
        if _follows(vocabulary, parts[1].lower(), parts[0]):
            return [Piece(parts[0], "head"), Piece(f"-{parts[1]}", "other")], "the noun before its adjective"
    return [Piece(word, "head")], ""


def _is_grade(vocabulary: Vocabulary, words: Sequence[str], at: int) -> bool:
    """Whether the word is a rank behind its noun: "II" in "engineer II", "first class"."""
    word = words[at].strip(",;")
    before = words[at - 1].lower()
    if _NUMERAL.fullmatch(word):
        return len(word) > 1 or word.isdigit() or names_role(vocabulary, words[at - 1])
    if word.lower() in vocabulary.grades and before in vocabulary.ordinals and at > 1:
        return True
    if (
        word.lower() in vocabulary.ordinals
        and at + 1 < len(words)
        and words[at + 1].lower() in vocabulary.grades
    ):
        return True
    return (
        word.lower() in vocabulary.grades and at + 1 < len(words) and bool(_NUMERAL.fullmatch(words[at + 1]))
    )


def _follows(vocabulary: Vocabulary, adjective: str, noun: str) -> bool:
    heads = vocabulary.postposed[adjective]
    singular = singular_noun(vocabulary, noun).lower()
    return "*" in heads and is_agent(vocabulary, singular) or singular.rsplit("-", 1)[-1] in heads


def opens_complement(vocabulary: Vocabulary, text: str) -> bool:
    """Whether a phrase has a complement after its head."""
    return complement_start(vocabulary, text) < len(text)


def complement_start(vocabulary: Vocabulary, text: str) -> int:
    """Where the head's complement begins ("of nursing"); the text's length when there is none.

    In "point of sale specialist" the complement belongs to a modifier: the word before it is no
    role, and the last word is.
    """
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words):
        if number == 0 or number == len(words) - 1 or not _is_preposition(vocabulary, word[0]):
            continue
        before = bare_word(words[number - 1][0])
        if before.lower() in {"and", "or"}:
            continue
        if names_role(vocabulary, before) or not names_role(vocabulary, bare_word(words[-1][0])):
            return word.start()
        if before.lower() in vocabulary.postposed and number > 1:
            return word.start()
        return len(text)
    return len(text)


def _is_preposition(vocabulary: Vocabulary, word: str) -> bool:
    return word.islower() and word in vocabulary.prepositions or word.lower() in vocabulary.prepositions


def names_role(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a noun names a role. A plural in -ers does even where the singular may be a thing ("processors")."""
    last = word.rsplit("/", 1)[-1]
    singular = singular_noun(vocabulary, last)
    if singular != last and singular.lower().endswith(("er", "or")):
        return True
    first, hyphen, _ = last.partition("-")
    if hyphen and is_agent(vocabulary, singular_noun(vocabulary, first)):
        return True
    return is_agent(vocabulary, singular) or singular.upper() in vocabulary.people


def ends_in_agent(vocabulary: Vocabulary, text: str) -> bool:
    """Whether the head of a phrase names a person or role."""
    text = text[: complement_start(vocabulary, text)]
    words = [bare_word(word) for word in text.split()]
    while len(words) > 1 and _is_grade(vocabulary, words, len(words) - 1):
        words.pop()
    if not words:
        return False
    if len(words) > 1 and words[-1].lower() in vocabulary.postposed:
        if _follows(vocabulary, words[-1].lower(), words[-2]):
            return True
    return names_role(vocabulary, words[-1])


def is_plural_phrase(vocabulary: Vocabulary, text: str) -> bool:
    """Whether the head of a phrase stands in the plural."""
    pieces, _ = noun_phrase(vocabulary, text[: complement_start(vocabulary, text)].rstrip() or text)
    head = next((piece.text for piece in pieces if piece.role == "head"), "")
    return is_plural(vocabulary, head)


def bare_word(word: str) -> str:
    """The word without the punctuation around it."""
    match = _CORE_OF_WORD.fullmatch(word)
    return match[1] if match else word
