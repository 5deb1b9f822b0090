"""Text → sentences and words, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

_SAME_LENGTH = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'",
        "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2212": "-", "\ufe63": "-", "\uff0d": "-", "\u2012": "–",
        "\u2015": "—", "\u2E3A": "—",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ",
        "\n": " ", "\t": " ", "\r": " ",
        "\uff05": "%", "\ufe6a": "%", "\uff04": "$", "\u00d7": "x",
    }
)  # fmt: skip
"""One character for one, so that offsets into the plain text are offsets into the original."""

_TOKEN = re.compile(
    r"\d\ufe0f?\u20e3"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|\.\d+"
    r"|[^\W\d_]+\d[^\W_]*"
    r"|'(?:s|re|ve|ll|d)\b"
    r"|[^\W\d_]+'t\b|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:&[^\W\d_]+)?"
    r"|[^\w\s]|_",
    re.IGNORECASE,
)

_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "vs approx est e.g i.e u.s u.k no dr mr mrs ms st inc co ltd jr sr etc cf avg yr yrs hr hrs ph.d fig".split()
)
_BRAND = re.compile(r"[a-z]{1,3}[A-Z][a-z]")
"""A name that begins small even at the head of a sentence: "eClinicalWorks"."""
_TAIL = re.compile(r"([^\W_](?:[^\s]*[^\W_])?)$")


class Token(NamedTuple):
    """One word, number or sign."""

    low: str
    """In lower case, quotes and dashes made plain."""
    start: int
    end: int
    glued: bool
    """Whether it touches the token before."""
    capital: bool


_token = partial(tuple.__new__, Token)
"""A token from a tuple of its fields, without the cost of naming them."""


def plain(text: str) -> str:
    """The text with quotes, dashes and blanks made plain, character for character."""
    return text.translate(_SAME_LENGTH)


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals, a plural's small *s* apart: "EMTs", but not "At"."""
    return word.removesuffix("s").isupper()


_LONGEST = 1_500
"""Characters read as one sentence: forms weigh every pair of marks, so that time grows with the square."""


_OPTION = re.compile(r"[A-Z]\) ")
_NEXT_OPTION = re.compile(r"(?<=[\w%)])\s+(?=[B-Z]\) )")
"""What opens an option that stands on a line of its own, also where a page runs lines together: "B) mostly guys"."""


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences of a plain text, an endless one in pieces cut at a space."""
    for start, end in _lines(text):
        while end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            cut = space if space > start else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The sentences, cut where an option follows another."""
    for start, end in _sentences(text):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        if _OPTION.match(text, first):
            for blank in _NEXT_OPTION.finditer(text, first + 1, end):
                yield start, blank.end()
                start = blank.end()
        yield start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group()[0] == ".":
            tail = _TAIL.search(text, max(start, stop.start() - 12), stop.start())
            word = tail.group(1).lower() if tail else ""
            follows = text[stop.end() :].lstrip()[:1]
            if word in _ABBREVIATIONS and (word in ("vs", "u.s", "u.k") or not follows.isupper()):
                continue
            if (
                len(word) == 1
                and word.isalpha()
                and word != "i"
                and follows.isupper()
                and _is_initial(text, stop.start())
                and text[stop.end() :].split(maxsplit=1)[0].lower() not in _SENTENCE_OPENERS
            ):
                continue
            if follows and follows.islower() and not _BRAND.match(text[stop.end() :].lstrip()):
                continue
        yield start, stop.end()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


_SENTENCE_OPENERS = frozenset(
    "a an the at in on of by for from with both neither each while whereas although though but and yet so they it"
    " their its these those this that there only even most more one two three if when as".split()
)
"""Words that open a sentence behind an item of one letter ("… list Java and C. At 47%, …"), and no surname."""


def _is_initial(text: str, stop: int) -> bool:
    """Whether the letter before a stop is an initial ("J. Smith"), and no unit ("464 °C.")."""
    before = text[: stop - 1].rstrip()
    return stop >= 2 and text[stop - 2].isspace() and not before[-1:].isdigit()


_KEYCAP = "\u20e3"
"""What makes a key of a digit, which numbers a paragraph and counts nothing."""


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of one sentence of a plain text; hyphens inside words are tokens of their own."""
    tokens = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        begin, stop = match.span()
        if word[-1] == _KEYCAP:
            word = _KEYCAP
        tokens.append(_token((word.lower(), begin, stop, begin == last, word[0].isupper())))
        last = stop
    return tuple(tokens)
