"""A page in the making: text, and where on it each piece of provenance came to stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from nlg.surface.article import Provenance, Sentence


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A stretch of the page, half open, and where it came from."""

    start: int
    end: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page."""

    text: str
    spans: tuple[PageSpan, ...]


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
    spans: list[PageSpan] = field(default_factory=list)

    def raw(self, markup: str) -> None:
        """Appends markup of the format's own."""
        self.parts.append(markup)
        self.length += len(markup)

    def text(self, text: str) -> None:
        """Appends text, made harmless."""
        self.raw(self.escape(text) if self.special(text) else text)

    def sentence(self, sentence: Sentence) -> None:
        """Appends a sentence and notes where its spans came to stand."""
        text, base = sentence.text, self.length
        if not self.special(text):
            for span in sentence.spans:
                self.spans.append(PageSpan(base + span.start, base + span.end, span.provenance))
            self.raw(text)
            return
        places = [0]
        for letter in text:
            places.append(places[-1] + len(self.escape(letter)))
        for span in sentence.spans:
            self.spans.append(PageSpan(base + places[span.start], base + places[span.end], span.provenance))
        self.raw("".join(self.escape(letter) for letter in text))

    def page(self) -> Page:
        """What has been collected."""
        return Page("".join(self.parts), tuple(self.spans))
