"""The surface realiser's whole: a text plan becomes an article."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import Any

from nlg.data import Collection, Dataset, Item
from nlg.document import plan as kinds
from nlg.sentence.plan import Part, SectionText, TextPlan
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    ItemList,
    Paragraph,
    Prose,
    Provenance,
    Reference,
    References,
    Row,
    Section,
    Sentence,
    Span,
    Summary,
    Table,
)
from nlg.surface.grammar import Grammar
from nlg.surface.naming import EntityNames
from nlg.surface.realisation import Speaker

UNKNOWN = "–"
"""What a table cell shows where nothing is known."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns text plans of one dataset into articles."""

    dataset: Dataset
    grammar: Grammar

    def article(self, plan: TextPlan, speaker: Speaker) -> Article:
        """The finished article."""
        one, two = (speaker.names[slug] for slug in plan.document.pair)
        title = self._heading("title", one, two, speaker)
        summary = speaker.sentence(plan.summary) if plan.summary is not None else None
        sections = [self._section(section, plan, speaker) for section in plan.sections]
        if summary is not None:
            label = str(self.grammar.words["labels"]["summary"])
            answer = Summary(label, summary)
            first = sections[0] if sections and sections[0].id == "introduction" else None
            if first is None:
                sections.insert(0, Section("introduction", "", (answer,)))
            else:
                sections[0] = Section("introduction", "", (answer, *first.blocks))
        text = str(self.grammar.words["labels"]["description"])
        description = self._fill(text, one, two, speaker, summary=summary.text if summary else "").rstrip(
            ": "
        )
        dataset = self.dataset
        return Article(
            title,
            f"{one.slug}-vs-{two.slug}",
            (one.slug, two.slug),
            (one.title, two.title),
            dataset.title or dataset.name,
            dataset.version,
            dataset.release,
            dataset.licences,
            dataset.entity_noun,
            description,
            tuple(sections),
            **self._page_words(),
        )

    def _page_words(self) -> dict[str, str]:
        """What the grammar says of a page around the article."""
        page = self.grammar.words.get("page", {})
        own = self.grammar.entities.get(self.dataset.entity_noun, {})
        words = {name: str(page[name]) for name in ("language", "skip", "contents") if name in page}
        return words | ({"schema_type": str(own["schema"])} if "schema" in own else {})

    def _heading(self, name: str, one: EntityNames, two: EntityNames, speaker: Speaker) -> str:
        return self._fill(str(self.grammar.words["headings"][name]), one, two, speaker)

    def _fill(
        self, text: str, one: EntityNames, two: EntityNames, speaker: Speaker, summary: str = ""
    ) -> str:
        first, second = one.forms["full"]["bare"], two.forms["full"]["bare"]
        return fill(
            text,
            {
                "first": first,
                "First": speaker.lexicon.sentence_case(first),
                "second": second,
                "summary": summary,
            },
        )

    def _section(self, section: SectionText, plan: TextPlan, speaker: Speaker) -> Section:
        heading = section.heading or str(self.grammar.words["headings"].get(section.id, ""))
        if not heading and section.id not in ("introduction", "closing", "duties"):
            heading = speaker.lexicon.sentence_case(section.id.replace("_", " ").replace("-", " "))
        if section.id == "duties" and all(isinstance(p.block, kinds.DescriptionPlan) for p in section.parts):
            heading = ""
        blocks: list[Block] = []
        for part in section.parts:
            blocks += self._part(part, plan, speaker)
        return Section(section.id, heading, tuple(blocks))

    def _part(self, part: Part, plan: TextPlan, speaker: Speaker) -> list[Block]:
        block = part.block
        if isinstance(block, kinds.ParagraphPlan):
            return [Paragraph(tuple(speaker.sentence(sentence) for sentence in part.sentences))]
        if isinstance(block, kinds.ListPlan):
            return [ItemList("", tuple(speaker.sentence(sentence) for sentence in part.sentences))]
        if isinstance(block, kinds.TablePlan):
            return [self._table(block, plan.document.pair, speaker)]
        if isinstance(block, kinds.ItemsPlan):
            return [self._items(block, speaker)]
        if isinstance(block, kinds.DescriptionPlan):
            return [self._description(block, speaker)]
        if isinstance(block, kinds.QuestionPlan):
            question = self._question(block, part, plan, speaker)
            return [Answer(question, tuple(speaker.sentence(sentence) for sentence in part.sentences))]
        if isinstance(block, kinds.SourcesPlan):
            return self._sources()
        return self._closing(plan, speaker)

    def _question(self, block: kinds.QuestionPlan, part: Part, plan: TextPlan, speaker: Speaker) -> str:
        frame = part.sentences[0].clauses[0].pattern.frame
        questions = self.grammar.words["questions"]
        text = str(questions.get(frame) or questions["default"])
        one, two = (speaker.names[slug] for slug in plan.document.pair)
        measure = block.steps[0].message.measures[0]
        full = one.forms["full"], two.forms["full"]
        many = "plural" if one.plural else "singular"
        return fill(
            text,
            {
                "first": full[0]["plural"],
                "second": full[1]["plural"],
                "one": full[0]["singular"],
                "other": full[1]["singular"],
                "noun": measure.noun or measure.label,
                "do": "do" if many == "plural" else "does",
            },
        )

    def _description(self, block: kinds.DescriptionPlan, speaker: Speaker) -> Prose:
        entity = self.dataset.entities[block.slug]
        text = " ".join(entity.description.split())
        templates = self._entity("headings", "description")
        heading = str(templates["name" if self.dataset.titles == "name" else "common"])
        source = entity.sources.get("description")
        spans: tuple[Span, ...] = ()
        if source is not None:
            provenance = Provenance(
                f"description.{block.slug}",
                "",
                "value",
                (block.slug,),
                "description",
                text,
                entity.description,
                "as read",
                (source,),
            )
            spans = (Span(0, len(text), provenance),)
        return Prose(self._named(heading, block.slug, speaker), Sentence(text, spans))

    def _items(self, block: kinds.ItemsPlan, speaker: Speaker) -> ItemList:
        collection = block.collection
        template = str(self._entity("headings", "texts" if collection.kind == "texts" else "items"))
        label = collection.label[:1].lower() + collection.label[1:]
        heading = self._named(template, block.slug, speaker, items=label)
        items = tuple(self._item(collection, item, speaker) for item in collection.items[block.slug])
        return ItemList(heading, items)

    def _item(self, collection: Collection, item: Item, speaker: Speaker) -> Sentence:
        name = " ".join(item.name.split())
        text = name[:1].upper() + name[1:]
        if collection.kind == "texts":
            return Sentence(text, (Span(0, len(text), self._listed(collection, item, name)),))
        spans = [Span(0, len(text), self._listed(collection, item, name))]
        if item.share is not None:
            share = speaker.figures.text((item.share,), "percent", "")
            start = len(text) + 2
            text = f"{text}, {share}"
            spans.append(Span(start, len(text), self._listed(collection, item, float(item.share))))
        return Sentence(text, tuple(spans))

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

    def _table(self, block: kinds.TablePlan, pair: tuple[str, str], speaker: Speaker) -> Table:
        rows: list[Row] = []
        for row in block.rows:
            rows += self._rows(row, pair, speaker)
        return Table("", tuple(speaker.names[slug].title for slug in pair), tuple(rows))

    def _rows(self, row: kinds.Row, pair: tuple[str, str], speaker: Speaker) -> list[Row]:
        if row.collection is None:
            measure = row.measures[0]
            label = measure.label
            if len(row.measures) == 2:
                label = speaker.lexicon.sentence_case(measure.noun or measure.range.replace("_", " "))
            return [Row(label, tuple(self._cell(row, slug, speaker) for slug in pair))]
        collection = row.collection
        if not row.whole:
            label = fill(str(self.grammar.words["labels"]["mode"]), {"noun": collection.noun})
            return [Row(label, tuple(self._mode_cell(collection, slug, speaker) for slug in pair))]
        largest: dict[str, float] = {}
        for slug in pair:
            for item in collection.items.get(slug, ()):
                largest[item.name] = max(largest.get(item.name, 0.0), float(item.share or 0))
        names = sorted(largest, key=lambda name: -largest[name])
        found = []
        for name in names:
            cells = tuple(self._share_cell(collection, slug, name, speaker) for slug in pair)
            shown = " ".join(name.split())
            found.append(Row(shown[:1].upper() + shown[1:], cells))
        return found

    def _cell(self, row: kinds.Row, slug: str, speaker: Speaker) -> Sentence:
        seen = [self.dataset.observed(slug, measure.concept) for measure in row.measures]
        known = [found for found in seen if found is not None]
        if len(known) < len(row.measures):
            return Sentence(UNKNOWN)
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
            text = speaker.figures.text(values, measure.unit, "cell" if len(values) == 1 else "cell_range")
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
        return Sentence(text, (Span(0, len(text), provenance),))

    def _mode_cell(self, collection: Collection, slug: str, speaker: Speaker) -> Sentence:
        items = collection.items.get(slug, ())
        if not items:
            return Sentence(UNKNOWN)
        return self._item(collection, items[0], speaker)

    def _share_cell(self, collection: Collection, slug: str, name: str, speaker: Speaker) -> Sentence:
        for item in collection.items.get(slug, ()):
            if item.name == name and item.share is not None:
                text = speaker.figures.text((item.share,), "percent", "cell")
                provenance = self._listed(collection, item, float(item.share))
                return Sentence(text, (Span(0, len(text), provenance),))
        return Sentence(UNKNOWN)

    def _sources(self) -> list[Block]:
        references = []
        for source in self.dataset.sources:
            text = source.title if not source.attribution else f"{source.title}. {source.attribution}"
            references.append(Reference(text, source.path))
        lines = [str(line) for line in self._entity("lines", "method")]
        blocks: list[Block] = [Paragraph(tuple(Sentence(line) for line in lines))]
        return [References(tuple(references)), *blocks] if references else blocks

    def _closing(self, plan: TextPlan, speaker: Speaker) -> list[Block]:
        entities = self.dataset.entities
        categories = []
        for slug in plan.document.pair:
            category = " ".join(entities[slug].category.split())
            if category and category not in categories:
                categories.append(category)
        template = str(self._entity("lines", "closing"))
        return [
            Paragraph((Sentence(fill(template, {"category": speaker.lexicon.in_sentence(category)}) + "."),))
            for category in categories[:1]
        ]

    def _entity(self, table: str, name: str) -> Any:
        own = self.grammar.entities.get(self.dataset.entity_noun, {}).get(table, {})
        return own.get(name) or self.grammar.entities["default"][table][name]

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


def fill(template: str, values: dict[str, str]) -> str:
    """A line of the grammar with its named places filled; the values are never read as templates."""
    parts = []
    for literal, name, _, _ in Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(values[name])
    return "".join(parts)
