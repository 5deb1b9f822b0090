"""A page in the making: text, and where on it each piece of provenance came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate

from nlg.surface.article import Provenance, Sentence


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A stretch of the page, half open, and where it came from."""

    start: int
    end: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and where it came to stand on the page."""

    base: int
    """Where character 0 of the sentence stands."""
    sentence: Sentence
    places: tuple[int, ...] | None
    """The place of each character, counted from `base`, where escaping has moved them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page."""

    text: str
    placed: tuple[Placed, ...]

    @property
    def spans(self) -> tuple[PageSpan, ...]:
        """Every span of the page, in page order; told on demand, since most pages are never asked."""
        found = []
        for run in self.placed:
            base, places = run.base, run.places
            for start, end, origin in run.sentence.spans:
                if places is not None:
                    start, end = places[start], places[end]
                found.append(PageSpan(base + start, base + end, origin.provenance()))
        found.sort(key=lambda span: (span.start, -span.end))
        return tuple(found)


@dataclass(slots=True)
class PageBuilder:
    """Collects the pieces of a page and keeps count of where it is."""

    escape: Callable[[str], str]
    """Makes text harmless in the page's format, character by character: escaping the parts of a text
    one by one gives the parts of the escaped text."""
    special: Callable[[str], object]
    """Whether a text has anything to escape; a false alarm costs time only."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    placed: list[Placed] = field(default_factory=list)

    def raw(self, markup: str) -> None:
        """Appends markup of the format's own."""
        self.parts.append(markup)
        self.length += len(markup)

    def text(self, text: str) -> None:
        """Appends text, made harmless."""
        self.raw(self.escape(text) if self.special(text) else text)

    def sentence(self, sentence: Sentence) -> None:
        """Appends a sentence and notes where its spans came to stand."""
        text = sentence.text
        if not self.special(text):
            if sentence.source:
                self.placed.append(Placed(self.length, sentence, None))
            self.raw(text)
            return
        self.escaped(sentence, [self.escape(letter) for letter in text])

    def escaped(self, sentence: Sentence, letters: list[str]) -> None:
        """Appends a sentence of which each character has been made harmless."""
        places = (0, *accumulate(map(len, letters)))
        self.placed.append(Placed(self.length, sentence, places))
        self.raw("".join(letters))

    def page(self) -> Page:
        """What has been collected."""
        return Page("".join(self.parts), tuple(self.placed))
