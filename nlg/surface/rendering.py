"""The surface realiser's whole: a text plan becomes an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlg.data import Collection, Dataset, Measure
from nlg.document import plan as kinds
from nlg.sentence.plan import SectionText, TextPlan
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    ItemList,
    Paragraph,
    Section,
    Sentence,
    Summary,
    Table,
    column,
)
from nlg.surface.chart_words import ChartWords
from nlg.surface.charts import chart
from nlg.surface.fragments import NOTHING, UNKNOWN, Fragments
from nlg.surface.grammar import Grammar
from nlg.surface.lines import fill
from nlg.surface.markup import is_plain
from nlg.surface.naming import EntityNames
from nlg.surface.realisation import Speaker

Titles = tuple[EntityNames, EntityNames]


@dataclass(slots=True)
class Renderer:
    """Turns text plans of one dataset into articles; what many of them share is made once."""

    dataset: Dataset
    grammar: Grammar
    fragments: Fragments
    frames: Mapping[str, str]
    """By concept: the sort of measure, which decides what readers ask about it."""
    page_words: Mapping[str, str] | None = None
    """What the grammar says of a page around the article."""
    nouns: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """By concept: what is asked about a measure, its noun, and the noun's plural."""
    closings: dict[str, list[Block]] = field(default_factory=dict)
    """By category."""
    openings: dict[str, str] = field(default_factory=dict)
    """By slug: what an entity is called at the start of a line."""
    items: dict[str, str] = field(default_factory=dict)
    """What a table calls the items of a collection, by name."""
    orders: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """By resource: the place of each item among those that have an order."""

    def article(self, plan: TextPlan, speaker: Speaker) -> Article:
        """The finished article."""
        first, second = plan.document.pair
        names = one, two = speaker.names[first], speaker.names[second]
        labels = self.grammar.words["labels"]
        values = self._values(names, speaker)
        title = fill(self.grammar.words["headings"]["title"], values)
        summary = speaker.sentence(plan.summary) if plan.summary is not None else None
        charts = ChartWords((first, second), speaker, self.grammar)
        sections = [self._section(section, names, speaker, charts) for section in plan.sections]
        if summary is not None:
            answer = Summary(str(labels["summary"]), summary)
            opening = sections[0] if sections and sections[0].id == "introduction" else None
            if opening is None:
                sections.insert(0, Section("introduction", "", (answer,)))
            else:
                sections[0] = Section("introduction", "", (answer, *opening.blocks))
        values["summary"] = summary.text if summary else ""
        description = fill(labels["description"], values).rstrip(": ")
        dataset = self.dataset
        if self.page_words is None:
            self.page_words = self._page_words()
        return Article(
            title,
            f"{first}-vs-{second}",
            (first, second),
            (one.title, two.title),
            dataset.title or dataset.name,
            dataset.version,
            dataset.release,
            dataset.licences,
            dataset.entity_noun,
            description,
            tuple(sections),
            **self.page_words,
        )

    def _page_words(self) -> dict[str, str]:
        page = self.grammar.words.get("page", {})
        own = self.grammar.entities.get(self.dataset.entity_noun, {})
        words = {name: str(page[name]) for name in ("language", "skip", "contents") if name in page}
        return words | ({"schema_type": str(own["schema"])} if "schema" in own else {})

    def _values(self, names: Titles, speaker: Speaker) -> dict[str, str]:
        """What the lines about the whole article call the two."""
        one, two = names
        first, second = one.forms["full"]["bare"], two.forms["full"]["bare"]
        opening = self.openings.get(one.slug)
        if opening is None:
            opening = self.openings[one.slug] = speaker.lexicon.sentence_case(first)
        return {"first": first, "second": second, "First": opening, "summary": ""}

    def _section(self, section: SectionText, names: Titles, speaker: Speaker, charts: ChartWords) -> Section:
        heading = self.fragments.heading(section.id, section.heading, speaker)
        if section.id == "duties" and all(
            isinstance(part.block, kinds.DescriptionPlan) for part in section.parts
        ):
            heading = ""
        blocks: list[Block] = []
        for part in section.parts:
            block, sentences = part.block, part.sentences
            # Two parts of three say nothing of their own.
            said = [speaker.sentence(sentence) for sentence in sentences] if sentences else []
            if isinstance(block, kinds.ParagraphPlan):
                blocks += paragraphs(said)
            elif isinstance(block, kinds.ItemsPlan):
                blocks.append(self.fragments.items(block.slug, block.collection, speaker))
            elif isinstance(block, kinds.TablePlan):
                blocks.append(self._table(block, names, speaker))
            elif isinstance(block, kinds.QuestionPlan):
                blocks.append(Answer(self._question(block, names, speaker), tuple(said)))
            elif isinstance(block, kinds.DescriptionPlan):
                blocks.append(self.fragments.description(block.slug, speaker))
            elif isinstance(block, kinds.ListPlan):
                blocks.append(ItemList("", tuple(said)))
            elif isinstance(block, kinds.SourcesPlan):
                blocks += self.fragments.sources()
            elif isinstance(block, kinds.ClosingPlan):
                blocks += self._closing(names, speaker)
            elif isinstance(block, kinds.IdentityPlan):
                blocks.append(self._identity(block, names))
            else:
                blocks.append(chart(block, charts))
        return Section(section.id, heading, tuple(blocks))

    def _question(self, block: kinds.QuestionPlan, names: Titles, speaker: Speaker) -> str:
        measure = block.steps[0].message.measures[-1]
        asked = self.nouns.get(measure.concept)
        if asked is None:
            asked = self.nouns[measure.concept] = self._asked(measure, speaker)
        text, noun, nouns = asked
        one, two = names[0].forms["full"], names[1].forms["full"]
        return fill(
            text,
            {
                "first": one["plural"],
                "second": two["plural"],
                "one": one["singular"],
                "other": two["singular"],
                "noun": noun,
                "nouns": nouns,
                "do": "do" if names[0].plural else "does",
            },
        )

    def _identity(self, block: kinds.IdentityPlan, names: Titles) -> Answer:
        """Whether the two are the same: no, and what each of them does."""
        one, other = (entity.forms["full"]["singular"] for entity in names)
        question = fill(str(self.grammar.words["questions"]["identity"]), {"one": one, "other": other})
        denial = str(self.grammar.words["labels"]["denial"])
        openings = [
            self.fragments.opening(entity.slug, text)
            for entity, text in zip(names, block.openings, strict=True)
        ]
        return Answer(question, (Sentence(denial, (), is_plain(denial)), *openings))

    def _asked(self, measure: Measure, speaker: Speaker) -> tuple[str, str, str]:
        frame = self.frames.get(measure.range or measure.concept, "")
        questions = self.grammar.words["questions"]
        noun = measure.noun or f"{measure.label[:1].lower()}{measure.label[1:]}"
        return str(questions.get(frame) or questions["default"]), noun, speaker.lexicon.plural(noun).text

    def _table(self, block: kinds.TablePlan, names: Titles, speaker: Speaker) -> Table:
        first, second = names
        fragments = self.fragments
        titles = first.title, second.title
        singles = fragments.labels_of(block)
        columns = fragments.column(block, first.slug, speaker), fragments.column(block, second.slug, speaker)
        if len(singles) == len(block.rows):
            return Table("", titles, singles, columns)
        labels, one, two = list(singles), list(columns[0].cells), list(columns[1].cells)
        at = 0
        for row in block.rows:
            if row.whole and row.collection is not None:
                items, shares, other_shares = self._whole(row.collection, names, speaker)
                labels[at:at], one[at:at], two[at:at] = items, shares, other_shares
                at += len(items)
            else:
                at += 1
        return Table("", titles, tuple(labels), (column(one), column(two)))

    def _whole(
        self, collection: Collection, names: Titles, speaker: Speaker
    ) -> tuple[list[str], list[Sentence], list[Sentence]]:
        """The rows on all items of a collection, from the least to the most where they have an order, else the
        largest share of either first: their labels, and the cells of either entity."""
        one, two = [self.fragments.shares_of(collection, entity.slug, speaker) for entity in names]
        largest = dict(one.largest)
        for name, share in two.largest.items():
            if share >= largest.get(name, NOTHING):
                largest[name] = share
        # An item that nobody has says nothing. Sorting keeps the order of equals in reverse, too.
        said = [name for name in largest if largest[name] or not (name in one.cells or name in two.cells)]
        items = sorted(said, key=largest.__getitem__, reverse=True)
        ranks = self.ranks(collection)
        if ranks and all(name.casefold() in ranks for name in items):
            items.sort(key=lambda name: ranks[name.casefold()])
        return (
            [self._label(name) for name in items],
            [one.cells.get(name, UNKNOWN) for name in items],
            [two.cells.get(name, UNKNOWN) for name in items],
        )

    def ranks(self, collection: Collection) -> Mapping[str, int]:
        """The place of each item, folded, among those that have an order; nothing where they have none."""
        known = self.orders.get(collection.resource)
        if known is None:
            entry = self.grammar.measures.get(collection.resource, {})
            levels = [str(level) for level in entry.get("levels", ())]
            known = self.orders[collection.resource] = {level: rank for rank, level in enumerate(levels)}
        return known

    def _label(self, item: str) -> str:
        """What a table calls an item."""
        label = self.items.get(item)
        if label is None:
            shown = " ".join(item.split())
            label = self.items[item] = shown[:1].upper() + shown[1:]
        return label

    def _closing(self, names: Titles, speaker: Speaker) -> list[Block]:
        """The line that leads on, in the first category that either has."""
        for entity in names:
            category = self.dataset.entities[entity.slug].category
            found = self.closings.get(category)
            if found is None:
                text = " ".join(category.split())
                template = str(self.fragments.words("lines", "closing"))
                line = fill(template, {"category": speaker.lexicon.in_sentence(text)}) + "."
                found = self.closings[category] = (
                    [Paragraph((Sentence(line, (), is_plain(line)),))] if text else []
                )
            if found:
                return found
        return []


def paragraphs(sentences: list[Sentence]) -> list[Block]:
    """The sentences in one paragraph, or in more where one would open as another in it does.

    Two sentences that open alike read as a list that is none; apart they don't. A break moves no word, so
    that what one sentence says never changes another.
    """
    initials = {sentence.text[:1].casefold() for sentence in sentences}
    if len(initials) == len(sentences) > 0:
        return [Paragraph(tuple(sentences))]
    found: list[list[Sentence]] = []
    openers: set[str] = set()
    for sentence in sentences:
        opener = " ".join(sentence.text.split(maxsplit=2)[:2]).casefold()
        if opener in openers or not found:
            openers.clear()
            found.append([])
        openers.add(opener)
        found[-1].append(sentence)
    return [Paragraph(tuple(group)) for group in found]
