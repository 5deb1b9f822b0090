"""Fragments: what an article shows of one entity whatever it is compared with, made once.

Table cells, lists and descriptions are the same in every article of an entity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from nlg.data import Collection, Dataset, Item
from nlg.document import plan as kinds
from nlg.surface.article import (
    Block,
    Column,
    ItemList,
    Paragraph,
    Prose,
    Provenance,
    Reference,
    References,
    Sentence,
    Span,
    column,
)
from nlg.surface.grammar import Grammar
from nlg.surface.lines import fill
from nlg.surface.markup import is_plain
from nlg.surface.morphology.casing import capitalised
from nlg.surface.realisation import Speaker

UNKNOWN = Sentence("–", (), True)
"""What a table cell shows where nothing is known."""
UNHEADED = ("introduction", "closing", "duties")
"""Sections that may go without a heading."""


NOTHING = Decimal(0)


class Shares(NamedTuple):
    """The shares of one entity's items."""

    largest: Mapping[str, Decimal]
    """By item; nought for one of which the share is not known."""
    cells: Mapping[str, Sentence]
    """By item, for those of which the share is known."""


@dataclass(slots=True)
class Fragments:
    """The fragments of one dataset's entities; each is made when it is first asked for."""

    dataset: Dataset
    grammar: Grammar
    columns: dict[tuple[tuple[str, ...], str], Column] = field(default_factory=dict)
    labels: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    shares: dict[tuple[str, str], Shares] = field(default_factory=dict)
    lists: dict[tuple[str, str], ItemList] = field(default_factory=dict)
    descriptions: dict[str, Prose] = field(default_factory=dict)
    origins: list[Block] = field(default_factory=list)

    def description(self, slug: str, speaker: Speaker) -> Prose:
        """An entity's description under its heading."""
        found = self.descriptions.get(slug)
        if found is None:
            found = self.descriptions[slug] = self._description(slug, speaker)
        return found

    def items(self, slug: str, collection: Collection, speaker: Speaker) -> ItemList:
        """An entity's items under their heading."""
        key = (slug, collection.resource)
        found = self.lists.get(key)
        if found is None:
            found = self.lists[key] = self._items(slug, collection, speaker)
        return found

    def column(self, table: kinds.TablePlan, slug: str, speaker: Speaker) -> Column:
        """What a table's single rows show of an entity: its value, range or most common item; a dash for
        nothing known."""
        key = (table.singles, slug)
        found = self.columns.get(key)
        if found is None:
            found = self.columns[key] = column(
                [
                    self._cell(row, slug, speaker)
                    if row.collection is None
                    else self._mode(row, slug, speaker)
                    for row in table.rows
                    if not row.whole
                ]
            )
        return found

    def labels_of(self, table: kinds.TablePlan) -> tuple[str, ...]:
        """What a table's single rows are called."""
        found = self.labels.get(table.singles)
        if found is None:
            found = tuple([self._label(row) for row in table.rows if not row.whole])
            self.labels[table.singles] = found
        return found

    def heading(self, section: str, given: str, speaker: Speaker) -> str:
        """What a section is called: by the grammar, by the descriptor, or by its id in words."""
        found = self.headings.get((section, given))
        if found is None:
            words = self.grammar.words
            own = words.get("sections", {}).get(section) or given or words["headings"].get(section, "")
            found = str(own)
            if not found and section not in UNHEADED:
                found = speaker.lexicon.sentence_case(section.replace("_", " ").replace("-", " "))
            self.headings[section, given] = found
        return found

    def sources(self) -> list[Block]:
        """Where the figures come from, and how they were treated."""
        if not self.origins:
            self.origins.extend(self._sources())
        return self.origins

    def shares_of(self, collection: Collection, slug: str, speaker: Speaker) -> Shares:
        """The shares of a whole collection in a table, for one entity."""
        key = (slug, collection.dimension or collection.resource)
        found = self.shares.get(key)
        if found is None:
            found = self.shares[key] = self._shares(collection, slug, speaker)
        return found

    def words(self, table: str, name: str) -> Any:
        """What the grammar's entities.toml has for this dataset's entities, else by default."""
        own = self.grammar.entities.get(self.dataset.entity_noun, {}).get(table, {})
        return own.get(name) or self.grammar.entities["default"][table][name]

    def _description(self, slug: str, speaker: Speaker) -> Prose:
        entity = self.dataset.entities[slug]
        text = " ".join(entity.description.split())
        templates = self.words("headings", "description")
        heading = str(templates["name" if self.dataset.titles == "name" else "common"])
        return Prose(self._named(heading, slug, speaker), Sentence(text, self._described(slug, text)))

    def _described(self, slug: str, text: str) -> tuple[Span, ...]:
        """Where text of a description comes from."""
        entity = self.dataset.entities[slug]
        source = entity.sources.get("description")
        if source is None:
            return ()
        provenance = Provenance(
            f"description.{slug}",
            "",
            "value",
            (slug,),
            "description",
            text,
            entity.description,
            "as read",
            (source,),
        )
        return (Span(0, len(text), provenance),)

    def opening(self, slug: str, text: str) -> Sentence:
        """The first sentence of an entity's description, where it answers a question."""
        return Sentence(text, self._described(slug, text))

    def _items(self, slug: str, collection: Collection, speaker: Speaker) -> ItemList:
        template = str(self.words("headings", "texts" if collection.kind == "texts" else "items"))
        label = collection.label[:1].lower() + collection.label[1:]
        heading = self._named(template, slug, speaker, items=label)
        items = tuple(self._item(collection, item, speaker) for item in collection.items[slug])
        return ItemList(heading, items)

    def _item(self, collection: Collection, item: Item, speaker: Speaker) -> Sentence:
        name = " ".join(item.name.split())
        text = name[:1].upper() + name[1:]
        if collection.kind == "texts":
            return _sentence(text, (Span(0, len(text), self._listed(collection, item, name)),))
        spans = [Span(0, len(text), self._listed(collection, item, name))]
        if item.share is not None:
            share = speaker.figures.text((item.share,), "percent", "")
            start = len(text) + 2
            text = f"{text}, {share}"
            spans.append(Span(start, len(text), self._listed(collection, item, float(item.share))))
        return _sentence(text, tuple(spans))

    def _listed(self, collection: Collection, item: Item, stated: str | float) -> Provenance:
        name = collection.dimension or collection.resource
        return Provenance(
            f"item.{name}.{item.source.slug}",
            "",
            "share" if isinstance(stated, float) else "list",
            (item.source.slug,),
            collection.resource,
            stated,
            item.name if isinstance(stated, str) else str(item.share),
            "as read",
            (item.source,),
        )

    def _cell(self, row: kinds.Row, slug: str, speaker: Speaker) -> Sentence:
        seen = [self.dataset.observed(slug, measure.concept) for measure in row.measures]
        known = [found for found in seen if found is not None]
        if len(known) < len(row.measures):
            return UNKNOWN
        measure = row.measures[0]
        evidence = tuple(found.source for found in known)
        raw = "; ".join(found.literal for found in known)
        first = known[0].value
        if isinstance(first, str):
            text = " ".join(first.split())
            text = text[:1].upper() + text[1:]
            stated: str | float | int | tuple[float | int | str, ...] = first
            kind = "value"
        else:
            values = tuple(
                speaker.figures.printed(found.value) for found in known if not isinstance(found.value, str)
            )
            style = str(self.grammar.measures.get(measure.concept, {}).get("cell", "cell"))
            text = speaker.figures.text(values, measure.unit, style if len(values) == 1 else "cell_range")
            plain = tuple(int(v) if v == v.to_integral_value() else float(v) for v in values)
            stated = plain[0] if len(plain) == 1 else plain
            kind = "value" if len(plain) == 1 else "range"
        provenance = Provenance(
            f"cell.{measure.range or measure.concept}",
            "",
            kind,
            (slug,),
            measure.range or measure.concept,
            stated,
            raw,
            "as read",
            evidence,
        )
        return _sentence(text, (Span(0, len(text), provenance),))

    def _mode(self, row: kinds.Row, slug: str, speaker: Speaker) -> Sentence:
        assert row.collection is not None
        items = row.collection.items.get(slug, ())
        return self._item(row.collection, items[0], speaker) if items else UNKNOWN

    def _label(self, row: kinds.Row) -> str:
        if row.collection is not None:
            return fill(str(self.grammar.words["labels"]["mode"]), {"noun": row.collection.noun})
        measure = row.measures[0]
        if len(row.measures) == 2:
            return capitalised(measure.noun or measure.range.replace("_", " "))
        return measure.label

    def _sources(self) -> list[Block]:
        references = []
        for source in self.dataset.sources:
            text = source.title if not source.attribution else f"{source.title}. {source.attribution}"
            references.append(Reference(text, source.path))
        lines = [str(line) for line in self.words("lines", "method")]
        blocks: list[Block] = [Paragraph(tuple(_sentence(line, ()) for line in lines))]
        return [References(tuple(references)), *blocks] if references else blocks

    def _shares(self, collection: Collection, slug: str, speaker: Speaker) -> Shares:
        largest: dict[str, Decimal] = {}
        cells = {}
        for item in collection.items.get(slug, ()):
            share = item.share or NOTHING
            if share >= largest.get(item.name, NOTHING):
                largest[item.name] = share
            if item.share is not None:
                text = speaker.figures.text((item.share,), "percent", "cell")
                provenance = self._listed(collection, item, float(item.share))
                cells[item.name] = _sentence(text, (Span(0, len(text), provenance),))
        return Shares(largest, cells)

    def _named(self, template: str, slug: str, speaker: Speaker, items: str = "") -> str:
        full = speaker.names[slug].forms["full"]
        bare = full["bare"]
        return fill(
            template,
            {
                "plural": full["plural"],
                "singular": full["singular"],
                "bare": bare,
                "noun": bare,
                "Noun": speaker.lexicon.sentence_case(bare),
                "items": items,
            },
        )


def _sentence(text: str, spans: tuple[Span, ...]) -> Sentence:
    return Sentence(text, spans, is_plain(text))
