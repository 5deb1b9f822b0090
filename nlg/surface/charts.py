"""Charts: a chart plan becomes a figure, its labels written in the house style like any other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from string import Formatter
from typing import NamedTuple

from nlg.data import Dataset, Item, Measure
from nlg.document.plan import ChangeChart, ChartPlan, RangeBar, RangeChart, Reading, ShareChart
from nlg.surface.article import Figure, Origin, Picture, Provenance, Sentence, Span
from nlg.surface.drawing import BAR, GAP, WIDTH, Drawing, Words
from nlg.surface.grammar import Grammar
from nlg.surface.morphology.casing import capitalised
from nlg.surface.naming import shortening
from nlg.surface.realisation import Speaker
from nlg.surface.vocabulary import measure_name

MARGIN = 2
"""Keeps strokes inside the image."""
_SPACE, _STOP = (" ", None), (". ", None)
LONGEST_NAME = 40
"""Characters; a file name also holds two slugs."""


def chart(plan: ChartPlan, pair: tuple[str, str], speaker: Speaker, grammar: Grammar) -> Figure:
    """The figure that a chart plan asks for."""
    words = _ChartWords(pair, speaker, grammar)
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
        measure, slug = readings[0].measure, readings[0].slug
        seen = tuple(self.dataset.observed(slug, reading.measure.concept) for reading in readings)
        exact = all(
            found is not None and not isinstance(found.value, str) and found.value.value == reading.value
            for found, reading in zip(seen, readings, strict=True)
        )
        plain = tuple(_plain(reading.value) for reading in readings)
        return Provenance(
            f"chart.{self.chart}",
            "",
            "value" if len(readings) == 1 else "range",
            (slug,),
            measure.range or measure.concept,
            plain[0] if len(plain) == 1 else plain,
            "; ".join(found.literal for found in seen if found is not None),
            "as read" if exact else "rounded",
            tuple(reading.source for reading in readings),
        )


class _Shared(NamedTuple):
    """The origin of an item's share, told when somebody asks."""

    chart: str
    resource: str
    item: Item

    def provenance(self) -> Provenance:
        """The cell behind the share."""
        share = self.item.share or Decimal(0)
        source = self.item.source
        message = f"chart.{self.chart}"
        return Provenance(
            message,
            "",
            "share",
            (source.slug,),
            self.resource,
            _plain(share),
            str(share),
            "as read",
            (source,),
        )


class _ChartWords:
    """What the charts of one pair say."""

    __slots__ = ("grammar", "names", "pair", "speaker", "templates")

    def __init__(self, pair: tuple[str, str], speaker: Speaker, grammar: Grammar) -> None:
        self.pair, self.speaker, self.grammar = pair, speaker, grammar
        self.templates: Mapping[str, str] = grammar.words["charts"]
        self.names = {slug: speaker.names[slug].forms["full"]["plural"] for slug in pair}

    def fill(self, template: str, **values: tuple[str, Origin | None]) -> Words:
        """A template of the grammar with its places filled; the values are never read as templates."""
        return tuple(
            values[text] if is_place else (text, None)
            for text, is_place in _pieces(str(self.templates[template]))
        )

    def short_names(self) -> tuple[str, str]:
        """The names that repeat within one chart: short where nobody can mistake them."""
        first, second = (self.speaker.names[slug] for slug in self.pair)
        safe = shortening(first, second)
        one, two = (
            entity.forms[
                "short" if entity.slug in safe.short else "plain" if entity.slug in safe.plain else "full"
            ]["plural"]
            for entity in (first, second)
        )
        return one, two

    def title(self, label: str) -> str:
        """What the chart is called."""
        first, second = (self.names[slug] for slug in self.pair)
        filled = self.fill("title", label=(label, None), first=(first, None), second=(second, None))
        return "".join(text for text, _ in filled)

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
        return Figure(name, f"{'-vs-'.join(self.pair)}.{name}.svg", title, description, draw)


def described(rows: list[tuple[Words, Words]]) -> Sentence:
    """The rows as running text, one sentence each."""
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for heading, detail in rows:
        for text, origin in (*heading, _SPACE, *detail, _STOP):
            parts.append(text)
            if origin is not None:
                spans.append(Span(length, length + len(text), origin))
            length += len(text)
    return Sentence("".join(parts).rstrip(), tuple(spans))


@lru_cache(maxsize=64)
def _pieces(template: str) -> tuple[tuple[str, bool], ...]:
    """A template as literal text and the names of its places (True), in order."""
    found: list[tuple[str, bool]] = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            found.append((literal, False))
        if name is not None:
            found.append((name, True))
    return tuple(found)


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


def safe(name: str) -> str:
    """A name that is fit for ids and file names wherever it comes from."""
    fit = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)
    return fit.strip("-")[:LONGEST_NAME] or "chart"


def _range_chart(plan: RangeChart, words: _ChartWords) -> Figure:
    bound = plan.bars[0].low.measure
    name = _name(bound)
    typical = (measure_name(plan.typical, words.grammar), None)
    rows = [_range_row(bar, name, typical, words) for bar in plan.bars]
    title = words.title(capitalised(bound.noun or bound.range.replace("_", " ")))
    description = described(rows)

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
            drawing.text(*row)
            drawing.bar(index, scale.place(bar.low.value), scale.place(bar.high.value))
            if bar.typical is not None:
                drawing.mark(scale.place(bar.typical.value))
            drawing.advance(BAR + (GAP if index == 0 else 6))
        return drawing.close()

    return words.figure_of(name, title, description, draw)


def _range_row(
    bar: RangeBar, chart: str, typical: tuple[str, None], words: _ChartWords
) -> tuple[Words, Words]:
    heading = words.heading(words.names[bar.low.slug])
    ends = words.figure(chart, (bar.low, bar.high), "cell_range")
    if bar.typical is None:
        return heading, words.fill("range", range=ends)
    value = words.figure(chart, (bar.typical,), "")
    return heading, words.fill("range_with_typical", range=ends, measure=typical, value=value)


def _change_chart(plan: ChangeChart, words: _ChartWords) -> Figure:
    measure = plan.readings[0].measure
    name = _name(measure)
    rows = [
        (
            words.heading(words.names[reading.slug]),
            words.fill("change", change=words.figure(name, (reading,), "change")),
        )
        for reading in plan.readings
    ]
    title = words.title(measure.label)
    description = described(rows)

    def draw() -> Picture:
        drawing = Drawing(name)
        scale = _Scale(Decimal(0), *(reading.value for reading in plan.readings))
        zero = scale.place(Decimal(0))
        drawing.open(title, description.text)
        for index, (reading, row) in enumerate(zip(plan.readings, rows, strict=True)):
            drawing.text(*row)
            drawing.bar(index, zero, scale.place(reading.value))
            drawing.mark(zero)
            drawing.advance(BAR + (GAP if index == 0 else 6))
        return drawing.close()

    return words.figure_of(name, title, description, draw)


def _share_chart(plan: ShareChart, words: _ChartWords) -> Figure:
    collection = plan.collection
    name = safe(collection.dimension or collection.resource)
    title = words.title(collection.label)
    short = words.short_names()
    rows = [_share_row(plan, items, name, short, words) for items in plan.items]
    description = described(rows)

    def draw() -> Picture:
        drawing = Drawing(name)
        shares = [tuple(item.share or Decimal(0) for item in items) for items in plan.items]
        scale = _Scale(Decimal(0), *(share for pair in shares for share in pair))
        drawing.open(title, description.text)
        for index, slug in enumerate(plan.pair):
            drawing.key(index, ((capitalised(words.names[slug]), None),))
        drawing.advance(6)
        for position, (pair, row) in enumerate(zip(shares, rows, strict=True)):
            drawing.text(*row)
            for index, share in enumerate(pair):
                drawing.bar(index, MARGIN, scale.place(share))
                drawing.advance(BAR + 3)
            drawing.advance(GAP if position < len(rows) - 1 else 3)
        return drawing.close()

    return words.figure_of(name, title, description, draw)


def _share_row(
    plan: ShareChart, items: tuple[Item, Item], chart: str, names: tuple[str, str], words: _ChartWords
) -> tuple[Words, Words]:
    first, second = (
        words.fill("share", name=(name, None), share=words.share(chart, plan.collection.resource, item))
        for name, item in zip(names, items, strict=True)
    )
    return words.heading(items[0].name), (*first, (str(words.templates["separator"]), None), *second)
