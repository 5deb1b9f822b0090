"""Charts: a chart plan becomes a figure, its labels written in the house style like any other words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from nlg.data import Collection, Measure
from nlg.document.messages import Reading
from nlg.document.plan import ChangeChart, ChartPlan, RangeBar, RangeChart, ShareChart
from nlg.surface.article import Figure, Picture, Sentence
from nlg.surface.chart_words import ChartWords, DescribedRows, Phrase, Row, described, phrase_of, row_of
from nlg.surface.drawing import BAR, GAP, WIDTH, Drawing, Words
from nlg.surface.markup import is_plain
from nlg.surface.morphology.casing import capitalised
from nlg.surface.vocabulary import measure_name

MARGIN = 2
"""Keeps strokes inside the image."""
LONGEST_NAME = 40
"""Characters; a file name also holds two slugs."""


def chart(plan: ChartPlan, words: ChartWords) -> Figure:
    """The figure that a chart plan asks for."""
    if isinstance(plan, RangeChart):
        return _range_chart(plan, words)
    if isinstance(plan, ChangeChart):
        return _change_chart(plan, words)
    return _share_chart(plan, words)


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
    description = described(*rows)

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


def _range_row(bar: RangeBar, chart: str, typical: Measure, words: ChartWords) -> Row:
    key = ("range", bar.low.measure.range, bar.low.slug)
    found: Row | None = words.known.get(key)
    if found is None:
        ends = words.figure(chart, (bar.low, bar.high), "cell_range")
        if bar.typical is None:
            detail = words.fill("range", range=ends)
        else:
            value = words.figure(chart, (bar.typical,), "")
            measure = (measure_name(typical, words.grammar), None)
            detail = words.fill("range_with_typical", range=ends, measure=measure, value=value)
        found = words.known[key] = row_of(words.heading(words.names[bar.low.slug]), detail)
    return found


def _change_chart(plan: ChangeChart, words: ChartWords) -> Figure:
    measure = plan.readings[0].measure
    name = _name(measure)
    one, two = plan.readings
    rows = _change_row(one, name, words), _change_row(two, name, words)
    title = words.title(measure.label)
    description = described(*rows)

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


def _change_row(reading: Reading, chart: str, words: ChartWords) -> Row:
    key = ("change", reading.measure.concept, reading.slug)
    found: Row | None = words.known.get(key)
    if found is None:
        detail = words.fill("change", change=words.figure(chart, (reading,), "change"))
        found = words.known[key] = row_of(words.heading(words.names[reading.slug]), detail)
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

    description = Sentence(text, DescribedRows(rows), are_plain and is_plain(separator))

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


def _heads(collection: Collection, words: ChartWords) -> dict[str, Phrase]:
    """What the rows on a collection's items are headed, by item."""
    key = ("heads", collection.resource, collection.dimension)
    found: dict[str, Phrase] | None = words.known.get(key)
    if found is None:
        names = dict.fromkeys(item.name for items in collection.items.values() for item in items)
        found = words.known[key] = {name: phrase_of(words.heading(name)) for name in names}
    return found


def _shares(
    collection: Collection, slug: str, chart: str, length: str, words: ChartWords
) -> dict[str, Phrase]:
    """What the rows say of one entity, by item."""
    key = ("shares", collection.resource, collection.dimension, slug, length)
    found: dict[str, Phrase] | None = words.known.get(key)
    if found is None:
        name = (words.speaker.names[slug].forms[length]["plural"], None)
        found = words.known[key] = {
            item.name: phrase_of(
                words.fill("share", name=name, share=words.share(chart, collection.resource, item))
            )
            for item in collection.items[slug]
        }
    return found
