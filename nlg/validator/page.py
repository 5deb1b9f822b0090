"""A published page as a reader sees it: visible text, with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A run of visible text and where its characters stand in the file."""

    content: str
    """What a reader sees: entities decoded, markup gone, runs of white space folded to one space."""
    starts: tuple[int, ...]
    """Offsets into `content` at which a stretch begins that is contiguous in the file; the first is 0."""
    places: tuple[int, ...]
    """The file offset of each of `starts`."""
    decoded: tuple[tuple[int, int], ...] = ()
    """Of each character that the file spells as an entity or escape: its offset in `content` and the file
    offset where that spelling ends."""

    def place(self, offset: int) -> int:
        """The file offset of one character of `content`."""
        index = bisect_right(self.starts, offset) - 1
        return self.places[index] + offset - self.starts[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open file span of `content[start:end]`; `end` must exceed `start`."""
        for offset, stop in self.decoded:
            if offset == end - 1:
                return self.place(start), stop
        return self.place(start), self.place(end - 1) + 1

    def cut(self, start: int, end: int) -> Text:
        """The text of `content[start:end]` alone, with its own way back; empty cuts stay at their place."""
        if len(self.starts) == 1:
            starts: tuple[int, ...] = (0,)
            places: tuple[int, ...] = (self.places[0] + start,)
        else:
            first = bisect_right(self.starts, start) - 1
            last = max(bisect_right(self.starts, end - 1) - 1, first)
            starts = (0, *(offset - start for offset in self.starts[first + 1 : last + 1]))
            places = (self.places[first] + start - self.starts[first], *self.places[first + 1 : last + 1])
        decoded = tuple((offset - start, stop) for offset, stop in self.decoded if start <= offset < end)
        return Text(self.content[start:end], starts, places, decoded)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the page's title is one of level 1."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: a paragraph, a block quotation's paragraph, a caption."""

    text: Text


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; neighbours with the same `group` are one list."""

    text: Text
    group: int
    number: int
    """One-based position in its list."""
    ordered: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: Text
    header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a header row's cells are all `header`."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Text | None


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class Page:
    """One file, read."""

    path: str
    source: str
    """The file's characters as read; every span counts in it."""
    title: str
    """From the front matter, `<title>` or the first heading; may be empty."""
    subjects: tuple[str, ...]
    """The slugs of the front matter, as written there; empty when it names none."""
    blocks: tuple[Block, ...]
