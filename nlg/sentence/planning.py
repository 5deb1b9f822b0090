"""The sentence planner: a document plan becomes a text plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlg.document.plan import BlockPlan, DocumentPlan, ListPlan, ParagraphPlan, QuestionPlan, Relation, Step
from nlg.sentence.aggregation import Cues, aggregate
from nlg.sentence.lexicalisation import lexicalise, named
from nlg.sentence.plan import Clause, Part, SectionText, SentencePlan, TextPlan
from nlg.sentence.reference import Mentions
from nlg.sentence.vocabulary import Shortening, Vocabulary


def plan_sentences(
    document: DocumentPlan, vocabulary: Vocabulary, shortening: Shortening, seed: int
) -> TextPlan:
    """The wording of every message, decided; the same for the same pair, message and seed."""
    variation = f"{document.pair[0]}:{document.pair[1]}:{seed}"
    writer = _Writer(vocabulary, variation, Mentions(shortening), Cues(vocabulary, variation))
    summary = writer.sentences(document.summary, "summary", always=True)
    sections = []
    for section in document.sections:
        writer.start_section()
        parts = tuple(writer.part(block, section.id) for block in section.blocks)
        if any(part.sentences or not _spoken(part.block) for part in parts):
            kept = tuple(part for part in parts if part.sentences or not _spoken(part.block))
            sections.append(SectionText(section.id, section.heading, kept))
    return TextPlan(document, summary[0] if summary else None, tuple(sections), variation)


def _spoken(block: BlockPlan) -> bool:
    return isinstance(block, ParagraphPlan | ListPlan | QuestionPlan)


@dataclass(slots=True)
class _Writer:
    vocabulary: Vocabulary
    variation: str
    mentions: Mentions
    cues: Cues
    used: set[str] = field(default_factory=set)

    def start_section(self) -> None:
        self.mentions.start_section()
        self.cues.start_section()

    def part(self, block: BlockPlan, place: str) -> Part:
        if isinstance(block, ParagraphPlan):
            return Part(block, self.sentences(block.steps, place))
        if isinstance(block, QuestionPlan):
            self.mentions.start_section()
            return Part(block, self.sentences(block.steps, place))
        if isinstance(block, ListPlan):
            return Part(block, self.points(block.steps, place))
        return Part(block, ())

    def sentences(
        self, steps: tuple[Step, ...], place: str, *, always: bool = False
    ) -> tuple[SentencePlan, ...]:
        clauses: list[tuple[Clause, Relation]] = []
        openers: list[str] = []
        for step in steps:
            naming = self._spoken_of(clauses) if always and step.relation == "addition" else ""
            clause = lexicalise(step, self.vocabulary, self.variation, place, openers[-2:], self.used, naming)
            if clause is None:
                continue
            self._note(clause)
            openers.append(clause.pattern.opener)
            clauses.append((self.mentions.refer(clause), step.relation if clauses else "start"))
        return aggregate(clauses, self.cues, always=always)

    def _spoken_of(self, clauses: list[tuple[Clause, Relation]]) -> str:
        """The only entity that the last clause names, or nothing."""
        slugs = named(clauses[-1][0].pattern, clauses[-1][0].message) if clauses else ()
        return slugs[0] if len(slugs) == 1 else ""

    def points(self, steps: tuple[Step, ...], place: str) -> tuple[SentencePlan, ...]:
        """One sentence a step: a list's items don't lean on each other."""
        found = []
        openers: list[str] = []
        for step in steps:
            clause = lexicalise(step, self.vocabulary, self.variation, place, openers[-1:], self.used)
            if clause is not None:
                self._note(clause)
                openers.append(clause.pattern.opener)
                self.mentions.start_section()
                found.append(SentencePlan((self.mentions.refer(clause),), ("",)))
        return tuple(found)

    def _note(self, clause: Clause) -> None:
        self.used.add(clause.pattern.key)
