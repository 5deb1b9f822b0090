"""The word level of one language behind one value: what the rest of the writer asks about words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlg.surface.morphology import casing, order, sounds, titles, verbs
from nlg.surface.morphology.inflection import Form, plural_title, possessive, singular_title
from nlg.surface.morphology.nouns import is_acronym, is_agent, is_plural, singular_noun
from nlg.surface.morphology.verbs import Number, Tense
from nlg.surface.morphology.vocabulary import Vocabulary, load_vocabulary

COORDINATORS = frozenset(("and", "or"))
LEAST_GAIN = 8
"""So many letters shorter than the title coordinated nouns must be to stand for it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one grammar. Every answer is a pure function of the term and is remembered."""

    vocabulary: Vocabulary

    @staticmethod
    def load(grammar_folder: Path | str) -> Lexicon:
        """The lexicon of a grammar's folder, read once a process.

        Raises:
            GrammarError: `lexicon.toml` is missing or malformed.
        """
        return _load(Path(grammar_folder))

    def plural(self, term: str) -> Form:
        """The plural in the term's own order and capitals, with the rule that decided.

        Examples: "directors of nursing", "managers, sales", "housekeeping staff"
        """
        return plural_title(self.vocabulary, term)

    def singular(self, term: str) -> str:
        """The singular in the term's own order: "Judge, Magistrate Judge, or Magistrate"."""
        return singular_title(self.vocabulary, term)

    def is_plural(self, term: str) -> bool:
        """Whether the term's head stands in the plural, or is a mass noun that has none."""
        title = titles.take_apart(self.vocabulary, term)
        head = title.heads[-1]
        return is_plural(self.vocabulary, head) or head.lower() in self.vocabulary.mass

    def in_sentence(self, title: str) -> str:
        """How a title stands inside a sentence: small letters and natural order."""
        return order.in_sentence(self.vocabulary, title)

    def lower_case(self, term: str) -> str:
        """The term in small letters except names and acronyms, in its own order."""
        return casing.lower_case(self.vocabulary, term)

    def sentence_case(self, term: str) -> str:
        """The term with a capital first, otherwise as inside a sentence."""
        return casing.sentence_case(self.vocabulary, term)

    def title_case(self, term: str) -> str:
        """The term as in a heading."""
        return casing.title_case(self.vocabulary, term)

    def article(self, term: str) -> str:
        """ "a" or "an" by sound; empty before plurals and mass nouns."""
        if not re.match(r"[\s\"'“‘(]*[$€£¥₹]?[\d.]+\S*\s*$", term) and self.is_plural(term):
            return ""
        return self.article_by_sound(term)

    def article_by_sound(self, text: str) -> str:
        """ "a" or "an" before any text, whatever its number."""
        return "an" if sounds.starts_with_vowel_sound(self.vocabulary, text) else "a"

    def possessive(self, term: str) -> str:
        """The term's possessive: "nurse's", "nurses'", "salespeople's"."""
        return possessive(self.vocabulary, term)

    def head(self, term: str) -> str | None:
        """The noun that may stand for the title later on, or None where it would name somebody else.

        Examples: "medical office administrator": "administrator"; "vice president": "vice president";
        "food science technologist or technician": "technologist or technician"
        """
        title = titles.take_apart(self.vocabulary, self.in_sentence(term))
        if title.tails or not title.heads:
            return None
        if len(title.heads) > 1:
            return _short_heads(self.vocabulary, title)
        return _short_head(self.vocabulary, title)

    def acronym(self, title: str) -> tuple[str, str]:
        """The title and the acronym that it introduces: ("certified nursing assistant", "CNA").

        The acronym is empty, and the title whole, when it introduces none.
        """
        parts = titles.take_apart(self.vocabulary, title)
        plain = parts.note[:-1] if parts.note.endswith("s") else parts.note
        if not parts.note or not parts.note_is_name or not is_acronym(plain):
            return title, ""
        return title[: title.rindex("(")].rstrip(), parts.note

    def is_preposition(self, word: str) -> bool:
        """Whether what follows the word is not the head of its noun phrase."""
        return word in self.vocabulary.prepositions

    def may_capitalise(self, text: str) -> bool:
        """Whether the first letter may become a capital: not so in "iOS" or "mRNA"."""
        return casing.capitalised(text) != text or not text[:1].islower()

    def finite(self, lemma: str, plural: bool, tense: Tense = "present", negative: bool = False) -> str:
        """The finite verb for a third-person subject, denied if need be: "does not earn", "is not"."""
        number: Number = "plural" if plural else "singular"
        return verbs.finite(self.vocabulary, lemma, number, tense, negative)

    def inflect_verb(self, lemma: str, number: Number = "singular", tense: Tense = "present") -> str:
        """A verb's form for a third-person subject: "earns", "accounts for", "shrunk"."""
        return verbs.inflect_verb(self.vocabulary, lemma, number, tense)


@cache
def _load(folder: Path) -> Lexicon:
    return Lexicon(load_vocabulary(folder))


def _names_somebody(vocabulary: Vocabulary, head: str) -> bool:
    """Whether the noun alone says who is meant: not so for "worker", which all of them are."""
    singular = singular_noun(vocabulary, head)
    return (
        "-" not in head
        and is_agent(vocabulary, singular)
        and head.lower() not in vocabulary.mass
        and singular.lower() not in vocabulary.general
    )


def _short_heads(vocabulary: Vocabulary, title: titles.Title) -> str | None:
    """The coordinated nouns of a title without what modifies them, where that is much shorter."""
    text = title.core_text
    if text.startswith("other ") or not any(_names_somebody(vocabulary, head) for head in title.heads):
        return None
    nouns = [singular_noun(vocabulary, head) for head in title.heads]
    if not all(is_agent(vocabulary, noun) and noun.lower() not in vocabulary.anybody for noun in nouns):
        return None
    places = [at for at, piece in enumerate(title.core) if piece.role == "head"]
    within = "".join(piece.text for piece in title.core[places[0] : places[-1] + 1])
    if within == text:
        # What tells only the last noun from others of its kind is not to be dropped: "purchasing agents".
        return None
    between = "".join(
        piece.text for piece in title.core[places[0] : places[-1]] if piece.role != "head"
    ).split()
    links = [word for word in between if word in COORDINATORS]
    if all(word in COORDINATORS or word == "," for word in between):
        short = within
    elif len(places) == 2 and len(links) == 1:
        short = f"{title.heads[0]} {links[0]} {title.heads[1]}"
    else:
        return None
    return short if len(short) + LEAST_GAIN <= len(text) else None


def _short_head(vocabulary: Vocabulary, title: titles.Title) -> str | None:
    head = title.heads[0]
    if not _names_somebody(vocabulary, head) or title.core_text.startswith("other "):
        return None
    if len(title.core_text.split()) < 3 and singular_noun(vocabulary, head).lower() in vocabulary.vague:
        return None
    number = next(at for at, piece in enumerate(title.core) if piece.role == "head")
    before = "".join(piece.text for piece in title.core[:number]).split()
    after = title.core[number + 1 :]
    adjective = after[0].text.strip().lower() if after else ""
    if adjective in vocabulary.postposed:
        return f"{head} {adjective}"
    if before and before[-1].lower() in vocabulary.binding:
        return f"{before[-1]} {head}"
    return head
