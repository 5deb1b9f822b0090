"""The surface realiser's whole: a text plan becomes an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from nlg.data import Dataset
from nlg.document import plan as kinds
from nlg.sentence.plan import Part, SectionText, TextPlan
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    ItemList,
    Paragraph,
    Row,
    Section,
    Sentence,
    Summary,
    Table,
)
from nlg.surface.charts import chart
from nlg.surface.fragments import Fragments, fill
from nlg.surface.grammar import Grammar
from nlg.surface.naming import EntityNames
from nlg.surface.realisation import Speaker

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns text plans of one dataset into articles."""

    dataset: Dataset
    grammar: Grammar
    fragments: Fragments
    frames: Mapping[str, str]
    """By concept: the sort of measure, which decides what readers ask about it."""

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
        words = self.grammar.words
        own = words.get("sections", {}).get(section.id) or section.heading
        heading = str(own or words["headings"].get(section.id, ""))
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
            return paragraphs([speaker.sentence(sentence) for sentence in part.sentences])
        if isinstance(block, kinds.ListPlan):
            return [ItemList("", tuple(speaker.sentence(sentence) for sentence in part.sentences))]
        if isinstance(block, kinds.TablePlan):
            return [self._table(block, plan.document.pair, speaker)]
        if isinstance(block, kinds.ItemsPlan):
            return [self.fragments.items(block.slug, block.collection, speaker)]
        if isinstance(block, kinds.DescriptionPlan):
            return [self.fragments.description(block.slug, speaker)]
        if isinstance(block, kinds.QuestionPlan):
            question = self._question(block, plan, speaker)
            said = tuple(speaker.sentence(sentence) for sentence in part.sentences)
            denial = (Sentence(str(self.grammar.words["labels"]["denial"])),) if block.identity else ()
            return [Answer(question, denial + said)]
        if isinstance(block, kinds.ChartPlan):
            return [chart(block, plan.document.pair, speaker, self.grammar)]
        if isinstance(block, kinds.SourcesPlan):
            return self.fragments.sources()
        return self._closing(plan, speaker)

    def _question(self, block: kinds.QuestionPlan, plan: TextPlan, speaker: Speaker) -> str:
        measure = block.steps[0].message.measures[-1]
        frame = self.frames.get(measure.range or measure.concept, "")
        questions = self.grammar.words["questions"]
        text = str(questions["identity"] if block.identity else questions.get(frame) or questions["default"])
        one, two = (speaker.names[slug] for slug in plan.document.pair)
        noun = measure.noun or f"{measure.label[:1].lower()}{measure.label[1:]}"
        full = one.forms["full"], two.forms["full"]
        many = "plural" if one.plural else "singular"
        return fill(
            text,
            {
                "first": full[0]["plural"],
                "second": full[1]["plural"],
                "one": full[0]["singular"],
                "other": full[1]["singular"],
                "noun": noun,
                "nouns": speaker.lexicon.plural(noun).text,
                "do": "do" if many == "plural" else "does",
            },
        )

    def _table(self, block: kinds.TablePlan, pair: tuple[str, str], speaker: Speaker) -> Table:
        rows: list[Row] = []
        first, second = pair
        fragments = self.fragments
        for row in block.rows:
            if row.whole:
                rows += self._whole(row, pair, speaker)
            else:
                cells = (fragments.cell(row, first, speaker), fragments.cell(row, second, speaker))
                rows.append(Row(fragments.label(row), cells))
        return Table("", (speaker.names[first].title, speaker.names[second].title), tuple(rows))

    def _whole(self, row: kinds.Row, pair: tuple[str, str], speaker: Speaker) -> list[Row]:
        """A row for each item of a collection, the largest share of either first."""
        collection = row.collection
        assert collection is not None
        largest: dict[str, Decimal] = {}
        for slug in pair:
            for item in collection.items.get(slug, ()):
                share = item.share or NOTHING
                if share >= largest.get(item.name, NOTHING):
                    largest[item.name] = share
        found = []
        for name in sorted(largest, key=lambda name: -largest[name]):
            cells = tuple([self.fragments.share_cell(collection, slug, name, speaker) for slug in pair])
            shown = " ".join(name.split())
            found.append(Row(shown[:1].upper() + shown[1:], cells))
        return found

    def _closing(self, plan: TextPlan, speaker: Speaker) -> list[Block]:
        entities = self.dataset.entities
        categories = []
        for slug in plan.document.pair:
            category = " ".join(entities[slug].category.split())
            if category and category not in categories:
                categories.append(category)
        template = str(self.fragments.words("lines", "closing"))
        return [
            Paragraph((Sentence(fill(template, {"category": speaker.lexicon.in_sentence(category)}) + "."),))
            for category in categories[:1]
        ]


def paragraphs(sentences: list[Sentence]) -> list[Block]:
    """The sentences in one paragraph, or in more where one would open as another in it does.

    Two sentences that open alike read as a list that is none; apart they don't. A break moves no word, so
    that what one sentence says never changes another.
    """
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
