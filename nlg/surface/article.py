"""A finished article: text with the provenance of everything in it that came from the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, cast

from msgspec import Struct

from nlg.data import SourceRef

Stated = int | float | str | tuple[int | float | str, ...]
"""A figure, a name or several, ready for JSON."""


Claim = tuple[str, tuple[str, ...], str, Stated]
"""What some words claim, whatever they are: the kind of claim, the subjects, the attribute, and what is
stated of them."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Why some words stand on the page."""

    message_id: str
    pattern: str
    kind: str
    """The kind of claim, in the words of a validation report: "value", "comparison", "list"."""
    subjects: tuple[str, ...]
    attribute: str
    """A concept, or the name of a child resource."""
    stated: Stated
    """What the words say, as data."""
    raw: str
    """The cell or cells as they stand in the file; empty for a whole clause."""
    how: str
    """How the words came from the cells: "as read", "rounded", "difference"; empty for a clause."""
    evidence: tuple[SourceRef, ...]

    def provenance(self) -> Provenance:
        """Itself: the origin of words that were not realised from a plan."""
        return self

    def claim(self) -> Claim:
        """What the words claim."""
        return self.kind, self.subjects, self.attribute, self.stated


class Origin(Protocol):
    """Whatever can tell where some words came from.

    Most pages are never asked, so that a sentence keeps the plan it was realised from and tells its
    provenance only then.
    """

    def provenance(self) -> Provenance:
        """Why the words stand on the page."""

    def claim(self) -> Claim:
        """What the words claim."""


class Span(NamedTuple):
    """A stretch of a text and where it came from; half open, in characters of that text."""

    start: int
    end: int
    origin: Origin

    @property
    def provenance(self) -> Provenance:
        """Why the words stand on the page."""
        return self.origin.provenance()


class SpanSource(Protocol):
    """Whatever can tell the spans of a sentence."""

    def spans(self) -> tuple[Span, ...]:
        """The spans, in characters of the sentence's text."""

    def claims(self) -> int:
        """How many spans there are, without making them."""

    def stated(self) -> Sequence[Claim]:
        """What the spans claim, in their order and without their places; the same claim perhaps once only."""


class Sentence(Struct, frozen=True, gc=False):
    """A run of text; spans may nest."""

    text: str
    source: tuple[Span, ...] | SpanSource = ()
    """The spans, or who can tell them."""
    is_plain: bool = False
    """Whether no character of the text is to be escaped in any format; no means that nobody looked."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The text's spans."""
        source = self.source
        # A named tuple may be a source too; asking for the protocol would cost more than the spans.
        return source if type(source) is tuple else cast(SpanSource, source).spans()

    @property
    def claims(self) -> int:
        """How many things the text says of the data: its spans, counted without making them."""
        source = self.source
        return len(source) if type(source) is tuple else cast(SpanSource, source).claims()

    @property
    def stated(self) -> Sequence[Claim]:
        """What the spans claim, in their order; the same claim perhaps once only."""
        source = self.source
        if type(source) is tuple:
            return [origin.claim() for _, _, origin in source]
        return cast(SpanSource, source).stated()


class Paragraph(Struct, frozen=True, gc=False):
    """Sentences on one topic."""

    sentences: tuple[Sentence, ...]


class Summary(Struct, frozen=True, gc=False):
    """The one-sentence answer at the top."""

    label: str
    sentence: Sentence


class Row(NamedTuple):
    """One row of a table."""

    label: str
    cells: tuple[Sentence, ...]


class Column(Struct, frozen=True, gc=False):
    """What a table shows of one entity, row by row."""

    cells: tuple[Sentence, ...]
    texts: tuple[str, ...]
    """The words of the cells."""
    is_plain: bool
    """Whether no character of them is to be escaped; no means that nobody looked."""


def column(cells: Iterable[Sentence]) -> Column:
    """The column of those cells."""
    cells = tuple(cells)
    return Column(cells, tuple([cell.text for cell in cells]), False not in [cell.is_plain for cell in cells])


class Table(Struct, frozen=True, gc=False):
    """Measures down, entities across."""

    caption: str
    header: tuple[str, ...]
    """The entities' titles; the corner cell is empty."""
    labels: tuple[str, ...]
    """What the rows are called."""
    columns: tuple[Column, ...]
    """One for each entity."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The table row by row."""
        return tuple(map(Row, self.labels, zip(*[column.cells for column in self.columns], strict=True)))


class ItemList(Struct, frozen=True, gc=False):
    """A list of items, under a heading of its own when it has one."""

    heading: str
    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Text that people wrote and the data hold, under a heading of its own."""

    heading: str
    sentence: Sentence


class Answer(Struct, frozen=True, gc=False):
    """A question and its answer."""

    question: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that the article names, with where it is found."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class References:
    """The sources of the figures."""

    items: tuple[Reference, ...]


class Figure(Struct, frozen=True, gc=False):
    """A chart: an image for the eye and its words for everybody else."""

    name: str
    """Distinguishes it from the article's other charts; fit for an id and a file name."""
    file: str
    """The name of the image file beside a page that cannot hold the image."""
    title: str
    description: Sentence
    draw: Callable[[], Picture]
    """Draws the image: most pages of a large run are text that only names it."""

    @property
    def svg(self) -> str:
        """A whole SVG document that may also stand inside a page."""
        return self.draw()[0]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The provenance of the image's visible words, in characters of `svg`."""
        return self.draw()[1]


Picture = tuple[str, tuple[Span, ...]]
"""An SVG document, and where its visible words are from."""


Block = Paragraph | Summary | Table | ItemList | Prose | Answer | References | Figure


class Section(Struct, frozen=True, gc=False):
    """A part of the article; the first has no heading and stands under the title."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """Everything a publisher needs, and nothing of the dataset behind it."""

    title: str
    slug: str
    subjects: tuple[str, str]
    titles: tuple[str, str]
    """The two entities' titles as headings show them."""
    dataset: str
    version: str
    release: str
    """ISO 8601 date, or empty."""
    licences: tuple[str, ...]
    entity_noun: str
    description: str
    sections: tuple[Section, ...]
    language: str = "en"
    """The language tag of the text (BCP 47)."""
    schema_type: str = "Thing"
    """What schema.org calls one entity."""
    skip: str = ""
    """The words of a link that leads past the navigation; empty: no such link."""
    contents: str = ""
    """The name of a list of the sections; empty: no such list."""
