"""A page in the making: text, and where on it each piece of provenance came to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Protocol

from msgspec import Struct

from nlg.surface.article import Claim, Provenance, Sentence, Span


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A stretch of the page, half open, and where it came from."""

    start: int
    end: int
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Fragment:
    """A finished part of a page that many pages share."""

    text: str
    marks: tuple[Mark, ...]
    claims: int
    stated: tuple[Claim, ...]
    """What it claims, in order, each once."""


class Content(Protocol):
    """What came to stand somewhere on a page."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its data stand in it."""

    @property
    def claims(self) -> int:
        """How many spans there are."""

    @property
    def stated(self) -> Sequence[Claim]:
        """What they claim."""


Mark = tuple[int, int, "Content | Fragment", "tuple[int, ...] | None"]
"""Which part of the page, how far into it, what came to stand there, and the place of each of its
characters, counted from there, where escaping has moved them."""


class Run(Struct, frozen=True, gc=False):
    """Sentences that came to stand on a page as they are, with the same words between them."""

    sentences: tuple[Sentence, ...]
    between: int
    """Characters from the end of one to the start of the next."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of all sentences, from the start of the first."""
        found = []
        at = 0
        for sentence in self.sentences:
            found += [Span(at + start, at + end, origin) for start, end, origin in sentence.spans]
            at += len(sentence.text) + self.between
        return tuple(found)

    @property
    def claims(self) -> int:
        """How many spans there are."""
        return sum([sentence.claims for sentence in self.sentences])

    @property
    def stated(self) -> Sequence[Claim]:
        """What they claim."""
        return [claim for sentence in self.sentences for claim in sentence.stated]


class Page(Struct, frozen=True, gc=False):
    """A finished page."""

    text: str
    parts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def claims(self) -> int:
        """How many things the page says of the data."""
        return sum([mark[2].claims for mark in self.marks])

    @property
    def stated(self) -> tuple[Claim, ...]:
        """What the page claims, in the order in which it is said, each once."""
        return _stated(self.marks)

    @property
    def spans(self) -> tuple[PageSpan, ...]:
        """Every span of the page, in page order; told on demand, since most pages are never asked."""
        found = list(_spans(self.parts, self.marks, 0))
        found.sort(key=lambda span: (span.start, -span.end))
        return tuple(found)


def _stated(marks: Iterable[Mark]) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys([claim for mark in marks for claim in mark[2].stated]))


def _spans(parts: tuple[str, ...], marks: tuple[Mark, ...], base: int) -> Iterator[PageSpan]:
    starts = (0, *accumulate(map(len, parts)))
    for part, offset, content, places in marks:
        place = base + starts[part] + offset
        if isinstance(content, Fragment):
            yield from _spans((content.text,), content.marks, place)
            continue
        for start, end, origin in content.spans:
            if places is not None:
                start, end = places[start], places[end]
            yield PageSpan(place + start, place + end, origin.provenance())


@dataclass(slots=True)
class PageBuilder:
    """Collects the pieces of a page and keeps count of where it is."""

    escape: Callable[[str], str]
    """Makes text harmless in the page's format, character by character: escaping the parts of a text
    one by one gives the parts of the escaped text."""
    special: Callable[[str], object]
    """Whether a text has anything to escape; a false alarm costs time only."""
    memory: dict[int, tuple[object, Fragment]]
    """Fragments by the identity of what they show, which is kept so that no other can take its place."""
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def raw(self, markup: str) -> None:
        """Appends markup of the format's own."""
        self.parts.append(markup)

    def harmless(self, text: str) -> str:
        """The text, made harmless."""
        return self.escape(text) if self.special(text) else text

    def text(self, text: str) -> None:
        """Appends text, made harmless."""
        self.parts.append(self.harmless(text))

    def sentence(self, sentence: Sentence) -> None:
        """Appends a sentence and notes where it came to stand."""
        text = sentence.text
        if not sentence.is_plain and self.special(text):
            self.escaped(sentence, [self.escape(letter) for letter in text])
            return
        self.marks.append((len(self.parts), 0, sentence, None))
        self.parts.append(text)

    def escaped(self, sentence: Sentence, letters: list[str]) -> None:
        """Appends a sentence of which each character has been made harmless."""
        places = (0, *accumulate(map(len, letters)))
        self.marks.append((len(self.parts), 0, sentence, places))
        self.parts.append("".join(letters))

    def holding(self, markup: str, offset: int, content: Content) -> None:
        """Appends markup that holds some content as it is, from an offset on."""
        self.marks.append((len(self.parts), offset, content, None))
        self.parts.append(markup)

    def shared(self, content: object, build: Callable[[PageBuilder], None]) -> None:
        """Appends what is the same on every page that shows `content`, built the first time."""
        found = self.memory.get(id(content))
        if found is None:
            builder = PageBuilder(self.escape, self.special, self.memory)
            build(builder)
            found = self.memory[id(content)] = (content, builder.fragment())
        self.marks.append((len(self.parts), 0, found[1], None))
        self.parts.append(found[1].text)

    def fragment(self) -> Fragment:
        """What has been collected, as a part of other pages."""
        starts = (0, *accumulate(map(len, self.parts)))
        marks = tuple(
            (0, starts[part] + offset, content, places) for part, offset, content, places in self.marks
        )
        claims = sum([mark[2].claims for mark in marks])
        return Fragment("".join(self.parts), marks, claims, _stated(marks))

    def page(self) -> Page:
        """What has been collected."""
        return Page("".join(self.parts), tuple(self.parts), tuple(self.marks))
