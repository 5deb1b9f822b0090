"""What the charts of a pair say: titles, and rows as words with the source of every figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from msgspec import Struct

from nlg.data import Dataset, Item
from nlg.document.messages import Reading
from nlg.surface.article import Claim, Figure, Origin, Picture, Provenance, Sentence, Span
from nlg.surface.drawing import Words
from nlg.surface.grammar import Grammar
from nlg.surface.lines import fill, pieces
from nlg.surface.markup import is_plain
from nlg.surface.morphology.casing import capitalised
from nlg.surface.realisation import Speaker

_SPACE, _STOP = (" ", None), (". ", None)


class _Drawn(NamedTuple):
    """The origin of a figure of one entity, told when somebody asks."""

    chart: str
    readings: tuple[Reading, ...]
    dataset: Dataset

    def provenance(self) -> Provenance:
        """The cells behind the figure."""
        readings = self.readings
        slug = readings[0].slug
        seen = tuple(self.dataset.observed(slug, reading.measure.concept) for reading in readings)
        exact = all(
            found is not None and not isinstance(found.value, str) and found.value.value == reading.value
            for found, reading in zip(seen, readings, strict=True)
        )
        kind, subjects, attribute, stated = self.claim()
        return Provenance(
            f"chart.{self.chart}",
            "",
            kind,
            subjects,
            attribute,
            stated,
            "; ".join(found.literal for found in seen if found is not None),
            "as read" if exact else "rounded",
            tuple(reading.source for reading in readings),
        )

    def claim(self) -> Claim:
        """The value, or the range."""
        first = self.readings[0]
        plain = tuple([_plain(reading.value) for reading in self.readings])
        kind, stated = ("range", plain) if len(plain) > 1 else ("value", plain[0])
        return kind, (first.slug,), first.measure.range or first.measure.concept, stated


class _Shared(NamedTuple):
    """The origin of an item's share, told when somebody asks."""

    chart: str
    resource: str
    item: Item

    def provenance(self) -> Provenance:
        """The cell behind the share."""
        share = self.item.share or Decimal(0)
        kind, subjects, attribute, stated = self.claim()
        message = f"chart.{self.chart}"
        return Provenance(
            message, "", kind, subjects, attribute, stated, str(share), "as read", (self.item.source,)
        )

    def claim(self) -> Claim:
        """The share."""
        return "share", (self.item.source.slug,), self.resource, _plain(self.item.share or Decimal(0))


class Row(NamedTuple):
    """A row of a chart, which looks the same beside whatever other entity."""

    heading: Words
    detail: Words
    text: str
    """As running text: heading, detail, stop."""
    is_plain: bool


def row_of(heading: Words, detail: Words) -> Row:
    """A heading and what stands beside it."""
    text = "".join([text for text, _ in (*heading, _SPACE, *detail)]) + "."
    return Row(heading, detail, text, is_plain(text))


class DescribedRows(Struct, frozen=True, gc=False):
    """The source of a chart's description: its rows, put together when somebody asks."""

    rows: Callable[[], list[tuple[Words, Words]]]

    def spans(self) -> tuple[Span, ...]:
        """Where the figures stand in the rows as running text."""
        found: list[Span] = []
        length = 0
        for heading, detail in self.rows():
            for text, origin in (*heading, _SPACE, *detail, _STOP):
                if origin is not None:
                    found.append(Span(length, length + len(text), origin))
                length += len(text)
        return tuple(found)

    def stated(self) -> Sequence[Claim]:
        """What the figures claim."""
        return [
            origin.claim()
            for heading, detail in self.rows()
            for _, origin in (*heading, *detail)
            if origin is not None
        ]

    def claims(self) -> int:
        """How many figures the rows hold."""
        return sum(origin is not None for heading, detail in self.rows() for _, origin in (*heading, *detail))


class Phrase(NamedTuple):
    """A part of a row."""

    words: Words
    text: str
    is_plain: bool


def phrase_of(words: Words) -> Phrase:
    """Words with their text."""
    text = "".join([text for text, _ in words])
    return Phrase(words, text, is_plain(text))


class ChartWords:
    """What the charts of one pair say."""

    __slots__ = ("file", "grammar", "known", "names", "pair", "speaker", "templates")

    def __init__(self, pair: tuple[str, str], speaker: Speaker, grammar: Grammar) -> None:
        self.pair, self.speaker, self.grammar = pair, speaker, grammar
        self.templates: Mapping[str, str] = grammar.words["charts"]
        first, second = pair
        self.file = f"{first}-vs-{second}"
        names = speaker.names
        self.names = {
            first: names[first].forms["full"]["plural"],
            second: names[second].forms["full"]["plural"],
        }
        self.known: dict[tuple[str, ...], Any] = speaker.memory.charts

    def fill(self, template: str, **values: tuple[str, Origin | None]) -> Words:
        """A template of the grammar with its places filled; the values are never read as templates."""
        return tuple(
            [
                values[text] if is_place else (text, None)
                for text, is_place in pieces(self.templates[template])
            ]
        )

    def lengths(self) -> tuple[str, str]:
        """Which names repeat within one chart: short ones where nobody can mistake them."""
        first, second = self.pair
        return self._length(first), self._length(second)

    def _length(self, slug: str) -> str:
        safe = self.speaker.shortening
        return "short" if slug in safe.short else "plain" if slug in safe.plain else "full"

    def title(self, label: str) -> str:
        """What the chart is called."""
        first, second = self.pair
        names = self.names
        return fill(self.templates["title"], {"label": label, "first": names[first], "second": names[second]})

    def heading(self, name: str) -> Words:
        """What a row is about."""
        return self.fill("heading", name=(capitalised(" ".join(name.split())), None))

    def figure(self, chart: str, readings: tuple[Reading, ...], style: str) -> tuple[str, Origin]:
        """One figure or the two ends of a range, and where they are from."""
        values = tuple(reading.value for reading in readings)
        text = self.speaker.figures.text(values, readings[0].measure.unit, style)
        return text, _Drawn(chart, readings, self.speaker.dataset)

    def share(self, chart: str, resource: str, item: Item) -> tuple[str, Origin]:
        """One entity's share of an item."""
        text = self.speaker.figures.text((item.share or Decimal(0),), "percent", "cell")
        return text, _Shared(chart, resource, item)

    def figure_of(self, name: str, title: str, description: Sentence, draw: Callable[[], Picture]) -> Figure:
        """The figure, to be drawn when somebody looks at it."""
        return Figure(name, f"{self.file}.{name}.svg", title, description, draw)


def described(one: Row, two: Row) -> Sentence:
    """The two rows as running text, a sentence each."""
    source = DescribedRows(lambda: [(one.heading, one.detail), (two.heading, two.detail)])
    return Sentence(f"{one.text} {two.text}", source, one.is_plain and two.is_plain)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
