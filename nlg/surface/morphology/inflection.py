"""Whole titles in another number or case, in their own order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlg.surface.morphology.nouns import CACHE_SIZE, is_plural, plural_noun, singular_noun
from nlg.surface.morphology.titles import Title, take_apart
from nlg.surface.morphology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a term, and the rule that made it."""

    text: str
    rule: str


@lru_cache(maxsize=CACHE_SIZE)
def plural_title(vocabulary: Vocabulary, term: str) -> Form:
    """The plural of a title: every head in the plural, everything else as it was."""
    title = take_apart(vocabulary, term)
    heads = title.heads
    done = all(is_plural(vocabulary, head) or head.lower() in vocabulary.agreeing.values() for head in heads)
    if done and not title.note_is_name:
        return Form(term, "already plural")
    pieces: list[str] = []
    noun_rule = ""
    for piece in title.core:
        if piece.role != "head" or not any(map(str.isalpha, piece.text)):
            pieces.append(piece.text)
        elif piece.text.lower() in vocabulary.agreeing and pieces:
            pieces.append(vocabulary.agreeing[piece.text.lower()])
        elif is_plural(vocabulary, piece.text):
            pieces.append(piece.text)
        else:
            text, noun_rule = plural_noun(vocabulary, piece.text)
            pieces.append(text)
    note = title.note
    if title.note_is_name:
        note = plural_title(vocabulary, title.note).text
    text = "".join(pieces) + "".join(tail.separator + tail.text for tail in title.tails)
    if title.note:
        text += title.brackets[0] + note + title.brackets[1]
    if done:
        return Form(text, "already plural")
    return Form(text, f"{title.rule}; {noun_rule}" if noun_rule else title.rule)


_REST = "other "


def is_of_the_rest(plural: str) -> bool:
    """Whether a title names those whom no other title names: "other engineers"."""
    return plural.startswith(_REST)


@lru_cache(maxsize=CACHE_SIZE)
def singular_title(vocabulary: Vocabulary, term: str) -> str:
    """The singular of a title; "and" between heads becomes "or", since one person is one of them.

    "other engineers" has the singular "engineer of another kind".
    """
    title = take_apart(vocabulary, term)
    if is_of_the_rest(term) and is_plural(vocabulary, title.heads[-1]):
        return f"{singular_title(vocabulary, term.removeprefix(_REST))} of another kind"
    if not any(is_plural(vocabulary, head) for head in title.heads):
        return _member(vocabulary, term, title)
    mass = [head.lower() in vocabulary.member for head in title.heads]
    pieces: list[str] = []
    for piece in title.core:
        if piece.role == "head":
            lower = piece.text.lower()
            pieces.append(
                _capitals_of(piece.text, vocabulary.member[lower])
                if any(mass) and lower in vocabulary.member
                else singular_noun(vocabulary, piece.text)
            )
        elif piece.role == "link":
            pieces.append(re.sub(r"\b[Aa]nd\b(?!/)", "or", piece.text))
        else:
            pieces.append(piece.text)
    note = singular_title(vocabulary, title.note) if title.note_is_name else title.note
    text = "".join(pieces) + "".join(tail.separator + tail.text for tail in title.tails)
    return text + (title.brackets[0] + note + title.brackets[1] if title.note else "")


def _member(vocabulary: Vocabulary, term: str, title: Title) -> str:
    """One of a mass of people: "Clergy" has the singular "Clergy Member"."""
    if len(title.core) == 1 and (member := vocabulary.member.get(title.core[0].text.lower())):
        return _capitals_of(term, member) + term[len(title.core[0].text) :]
    return term


def _capitals_of(model: str, text: str) -> str:
    if model.isupper():
        return text.upper()
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" ")) if model[:1].isupper() else text


def possessive(vocabulary: Vocabulary, term: str) -> str:
    """The possessive: an apostrophe alone after a plural in -s, otherwise 's.

    A name in parentheses takes it too: "certified nursing assistant's (CNA's)".
    """
    title = take_apart(vocabulary, term)
    if not title.note:
        return _with_apostrophe(vocabulary, term)
    opening, closing = title.brackets
    base = term[: len(term) - len(opening + title.note + closing)]
    note = _with_apostrophe(vocabulary, title.note) if title.note_is_name else title.note
    return _with_apostrophe(vocabulary, base) + opening + note + closing


def _with_apostrophe(vocabulary: Vocabulary, text: str) -> str:
    bare = text.rstrip()
    last = re.split(r"[\s/]", bare)[-1].strip(".,;") if bare else ""
    if not any(map(str.isalnum, last)):
        return text
    return f"{bare}'" if bare.endswith(("s", "S")) and is_plural(vocabulary, last) else f"{bare}'s"
