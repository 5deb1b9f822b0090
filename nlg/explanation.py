"""Why an article says what it says: each message with its score, its fate, its words and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nlg.data import Dataset, SourceRef
from nlg.document.lead import LEAST_LEAD_SCORE
from nlg.document.messages import AnyMessage, TopItems
from nlg.document.plan import Candidate, DocumentPlan, ListPlan, ParagraphPlan, QuestionPlan, Step
from nlg.pipeline import Writer
from nlg.sentence.lexicalisation import Place
from nlg.sentence.pattern import draw
from nlg.sentence.plan import Clause, SentencePlan, TextPlan
from nlg.sentence.planning import plan_sentences
from nlg.sentence.roles import KINDS
from nlg.surface.naming import shortening
from nlg.surface.realisation import Speaker

SUMMARY = "summary"
"""The place of the one-sentence answer at the top."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell behind a message."""

    source: SourceRef
    literal: str
    """As it stands in the file."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place of the article that says a message."""

    place: str
    """ "summary", or the id of a section."""
    pattern: str
    """Clause file and macro: "difference/pay_full_gap"."""
    text: str
    """The words of the clause as they stand there."""


@dataclass(frozen=True, slots=True)
class Fate:
    """A message that could be said, and what became of it."""

    id: str
    kind: str
    score: float
    reason: str
    """The case for saying it."""
    uses: tuple[Use, ...]
    """Where it is said; empty for a dropped message."""
    dropped: str
    """Why it is not said; empty for a chosen one."""
    wording: str
    """What it would say in full; empty where no wording fits."""
    pattern: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every message of one article, best first."""

    pair: tuple[str, str]
    seed: int
    fates: tuple[Fate, ...]


def explain(writer: Writer, first: str, second: str) -> Explanation:
    """What could be said of the two, what is, and why."""
    document = writer.document(first, second)
    names = {slug: writer.named(slug) for slug in (first, second)}
    plan = plan_sentences(document, writer.lexicaliser, shortening(names[first], names[second]), writer.seed)
    speaker = writer.speaker(names)
    uses: dict[str, list[Use]] = {}
    for place, sentence in _sentences(plan):
        for clause, text in zip(sentence.clauses, _words(sentence, speaker), strict=True):
            uses.setdefault(clause.message.id, []).append(Use(place, _pattern(clause), text))
    planned = {step.message.id for step in _steps(document)}
    literals = _literals(writer.dataset)
    return Explanation(
        (first, second),
        writer.seed,
        tuple(
            _fate(entry, tuple(uses.get(entry.message.id, ())), planned, document, writer, speaker, literals)
            for entry in document.candidates
        ),
    )


def _fate(
    entry: Candidate,
    uses: tuple[Use, ...],
    planned: set[str],
    document: DocumentPlan,
    writer: Writer,
    speaker: Speaker,
    literals: Mapping[SourceRef, str],
) -> Fate:
    message = entry.message
    clause = writer.lexicaliser.clause(Step(message, "start"), Place("explanation"), draw(f"{writer.seed}"))
    wording = speaker.sentence(SentencePlan((clause,), ("",))).text if clause is not None else ""
    return Fate(
        message.id,
        KINDS[type(message)],
        entry.score,
        entry.reason,
        uses,
        "" if uses else _why_dropped(entry, message.id in planned, clause is not None, document),
        wording,
        _pattern(clause) if clause is not None else "",
        tuple(Cell(source, literals.get(source, "")) for source in message.evidence),
    )


def _why_dropped(entry: Candidate, planned: bool, sayable: bool, document: DocumentPlan) -> str:
    message = entry.message
    if not sayable:
        return "no wording fits it"
    if planned:
        return "no wording of the style that its place asks for fits it"
    if _compared_instead(message, document):
        return "the comparison of the two lists says it"
    sections = message.measures[0].sections
    if not sections:
        return "no section is about it, and better messages fill the introduction"
    if entry.score < LEAST_LEAD_SCORE:
        room = f"under {LEAST_LEAD_SCORE}, the least for the introduction"
    else:
        room = "better messages fill the introduction"
    return f"{room}, and better ones fill the section {' or '.join(sections)}"


def _compared_instead(message: AnyMessage, document: DocumentPlan) -> bool:
    return isinstance(message, TopItems) and any(
        len(other.message.subjects) == 2
        and getattr(other.message, "collection", None) is message.collection
        and KINDS[type(other.message)] in ("overlap", "same_items", "no_overlap")
        for other in document.candidates
    )


def _steps(document: DocumentPlan) -> Iterator[Step]:
    yield from document.summary
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, ParagraphPlan | ListPlan | QuestionPlan):
                yield from block.steps


def _sentences(plan: TextPlan) -> Iterator[tuple[str, SentencePlan]]:
    """Every sentence made of messages, with its place, in the order of the page."""
    if plan.summary is not None:
        yield SUMMARY, plan.summary
    for section in plan.sections:
        for part in section.parts:
            for sentence in part.sentences:
                yield section.id, sentence


def _words(sentence: SentencePlan, speaker: Speaker) -> tuple[str, ...]:
    """The words of each clause within its sentence: the spans that no figure made."""
    realised = speaker.sentence(sentence)
    spans = [span for span in realised.spans if not span.provenance.how]
    return tuple(realised.text[span.start : span.end].strip(" ,;") for span in spans)


def _pattern(clause: Clause) -> str:
    return f"{clause.pattern.kind}/{clause.pattern.name}"


def _literals(dataset: Dataset) -> dict[SourceRef, str]:
    """The text of every cell that a message can rest on."""
    found = {seen.source: seen.literal for seen in dataset.observations.values()}
    for collection in dataset.collections:
        for items in collection.items.values():
            for item in items:
                share = "" if item.share is None else f": {item.share}"
                found[item.source] = item.name + share
    return found
