"""Charts: a chart plan becomes a figure, its labels written in the house style like any other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from nlg.data import Collection, Dataset, Item, Measure
from nlg.document.messages import Reading
from nlg.document.plan import ChangeChart, ChartPlan, RangeBar, RangeChart, ShareChart
from nlg.surface.article import Claim, Figure, Origin, Picture, Provenance, Sentence, Span
from nlg.surface.drawing import BAR, GAP, WIDTH, Drawing, Words
from nlg.surface.grammar import Grammar
from nlg.surface.lines import fill, pieces
from nlg.surface.markup import is_plain
from nlg.surface.morphology.casing import capitalised
from nlg.surface.realisation import Speaker
from nlg.surface.vocabulary import measure_name

MARGIN = 2
"""Keeps strokes inside the image."""
_SPACE, _STOP = (" ", None), (". ", None)
LONGEST_NAME = 40
"""Characters; a file name also holds two slugs."""


def chart(plan: ChartPlan, words: ChartWords) -> Figure:
    """The figure that a chart plan asks for."""
    if isinstance(plan, RangeChart):
        return _range_chart(plan, words)
    if isinstance(plan, ChangeChart):
        return _change_chart(plan, words)
    return _share_chart(plan, words)


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


class _Row(NamedTuple):
    """A row of a chart, which looks the same beside whatever other entity."""

    heading: Words
    detail: Words
    text: str
    """As running text: heading, detail, stop."""
    is_plain: bool


def _row(heading: Words, detail: Words) -> _Row:
    text = "".join([text for text, _ in (*heading, _SPACE, *detail)]) + "."
    return _Row(heading, detail, text, is_plain(text))


class _Described(Struct, frozen=True, gc=False):
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


def _described(one: _Row, two: _Row) -> Sentence:
    """The two rows as running text, a sentence each."""
    source = _Described(lambda: [(one.heading, one.detail), (two.heading, two.detail)])
    return Sentence(f"{one.text} {two.text}", source, one.is_plain and two.is_plain)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


class _Scale:
    """Places values between the margins of an image."""

    __slots__ = ("low", "width")

    def __init__(self, *values: Decimal) -> None:
        self.low = float(min(values))
        self.width = float(max(values)) - self.low

    def place(self, value: Decimal) -> int:
        """The value's place in whole units; the middle where there is nothing to tell apart."""
        if not 0 < self.width < float("inf"):
            return WIDTH // 2
        return MARGIN + round((float(value) - self.low) / self.width * (WIDTH - 2 * MARGIN))


def _name(measure: Measure) -> str:
    """The measure's part of ids and file names."""
    name = measure.range or measure.concept
    return safe(name)


@lru_cache(maxsize=1024)
def safe(name: str) -> str:
    """A name that is fit for ids and file names wherever it comes from."""
    fit = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)
    return fit.strip("-")[:LONGEST_NAME] or "chart"


_label = lru_cache(maxsize=1024)(capitalised)
"""What a chart of a range is called after."""


def _range_chart(plan: RangeChart, words: ChartWords) -> Figure:
    bound = plan.bars[0].low.measure
    name = _name(bound)
    one, two = plan.bars
    rows = _range_row(one, name, plan.typical, words), _range_row(two, name, plan.typical, words)
    title = words.title(_label(bound.noun or bound.range.replace("_", " ")))
    description = _described(*rows)

    def draw() -> Picture:
        drawing = Drawing(name)
        scale = _Scale(
            *(
                reading.value
                for bar in plan.bars
                for reading in (bar.low, bar.high, bar.typical)
                if reading is not None
            )
        )
        drawing.open(title, description.text)
        for index, (bar, row) in enumerate(zip(plan.bars, rows, strict=True)):
            drawing.text(row.heading, row.detail)
            drawing.bar(index, scale.place(bar.low.value), scale.place(bar.high.value))
            if bar.typical is not None:
                drawing.mark(scale.place(bar.typical.value))
            drawing.advance(BAR + (GAP if index == 0 else 6))
        return drawing.close()

    return words.figure_of(name, title, description, draw)


def _range_row(bar: RangeBar, chart: str, typical: Measure, words: ChartWords) -> _Row:
    key = ("range", bar.low.measure.range, bar.low.slug)
    found: _Row | None = words.known.get(key)
    if found is None:
        ends = words.figure(chart, (bar.low, bar.high), "cell_range")
        if bar.typical is None:
            detail = words.fill("range", range=ends)
        else:
            value = words.figure(chart, (bar.typical,), "")
            measure = (measure_name(typical, words.grammar), None)
            detail = words.fill("range_with_typical", range=ends, measure=measure, value=value)
        found = words.known[key] = _row(words.heading(words.names[bar.low.slug]), detail)
    return found


def _change_chart(plan: ChangeChart, words: ChartWords) -> Figure:
    measure = plan.readings[0].measure
    name = _name(measure)
    one, two = plan.readings
    rows = _change_row(one, name, words), _change_row(two, name, words)
    title = words.title(measure.label)
    description = _described(*rows)

    def draw() -> Picture:
        drawing = Drawing(name)
        scale = _Scale(Decimal(0), *(reading.value for reading in plan.readings))
        zero = scale.place(Decimal(0))
        drawing.open(title, description.text)
        for index, (reading, row) in enumerate(zip(plan.readings, rows, strict=True)):
            drawing.text(row.heading, row.detail)
            drawing.bar(index, zero, scale.place(reading.value))
            drawing.mark(zero)
            drawing.advance(BAR + (GAP if index == 0 else 6))
        return drawing.close()

    return words.figure_of(name, title, description, draw)


def _change_row(reading: Reading, chart: str, words: ChartWords) -> _Row:
    key = ("change", reading.measure.concept, reading.slug)
    found: _Row | None = words.known.get(key)
    if found is None:
        detail = words.fill("change", change=words.figure(chart, (reading,), "change"))
        found = words.known[key] = _row(words.heading(words.names[reading.slug]), detail)
    return found


def _share_chart(plan: ShareChart, words: ChartWords) -> Figure:
    collection = plan.collection
    name = safe(collection.dimension or collection.resource)
    title = words.title(collection.label)
    first, second = plan.pair
    length, other_length = words.lengths()
    one = _shares(collection, first, name, length, words)
    two = _shares(collection, second, name, other_length, words)
    heads = _heads(collection, words)
    separator = words.templates["separator"]
    items = [item.name for item, _ in plan.items]
    phrases = [(heads[item], one[item], two[item]) for item in items]
    text = " ".join([f"{head.text} {this.text}{separator}{other.text}." for head, this, other in phrases])
    are_plain = False not in [
        head.is_plain and this.is_plain and other.is_plain for head, this, other in phrases
    ]

    def rows() -> list[tuple[Words, Words]]:
        return [(head.words, (*this.words, (separator, None), *other.words)) for head, this, other in phrases]

    description = Sentence(text, _Described(rows), are_plain and is_plain(separator))

    def draw() -> Picture:
        drawing = Drawing(name)
        shares = [tuple(item.share or Decimal(0) for item in items) for items in plan.items]
        scale = _Scale(Decimal(0), *(share for pair in shares for share in pair))
        drawing.open(title, description.text)
        for index, slug in enumerate(plan.pair):
            drawing.key(index, ((capitalised(words.names[slug]), None),))
        drawing.advance(6)
        for position, (pair, row) in enumerate(zip(shares, rows(), strict=True)):
            drawing.text(*row)
            for index, share in enumerate(pair):
                drawing.bar(index, MARGIN, scale.place(share))
                drawing.advance(BAR + 3)
            drawing.advance(GAP if position < len(shares) - 1 else 3)
        return drawing.close()

    return words.figure_of(name, title, description, draw)


class _Phrase(NamedTuple):
    """A part of a row."""

    words: Words
    text: str
    is_plain: bool


def _phrase(words: Words) -> _Phrase:
    text = "".join([text for text, _ in words])
    return _Phrase(words, text, is_plain(text))


def _heads(collection: Collection, words: ChartWords) -> dict[str, _Phrase]:
    """What the rows on a collection's items are headed, by item."""
    key = ("heads", collection.resource, collection.dimension)
    found: dict[str, _Phrase] | None = words.known.get(key)
    if found is None:
        names = dict.fromkeys(item.name for items in collection.items.values() for item in items)
        found = words.known[key] = {name: _phrase(words.heading(name)) for name in names}
    return found


def _shares(
    collection: Collection, slug: str, chart: str, length: str, words: ChartWords
) -> dict[str, _Phrase]:
    """What the rows say of one entity, by item."""
    key = ("shares", collection.resource, collection.dimension, slug, length)
    found: dict[str, _Phrase] | None = words.known.get(key)
    if found is None:
        name = (words.speaker.names[slug].forms[length]["plural"], None)
        found = words.known[key] = {
            item.name: _phrase(
                words.fill("share", name=name, share=words.share(chart, collection.resource, item))
            )
            for item in collection.items[slug]
        }
    return found
