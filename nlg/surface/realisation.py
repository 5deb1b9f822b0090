"""Realisation: a sentence plan becomes a sentence, with the provenance of each of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nlg.data import Dataset
from nlg.errors import PlanError
from nlg.sentence.plan import Clause, Filler, Name, Number, SentencePlan, Series, Value, Words
from nlg.surface.article import Provenance, Sentence, Span, Stated
from nlg.surface.claims import CLAIM_KINDS, number_kind
from nlg.surface.figures import Figures
from nlg.surface.morphology import Lexicon
from nlg.surface.morphology.casing import capitalised
from nlg.surface.naming import EntityNames
from nlg.surface.programs import Agreement, Alternatives, Program, compile_clause

NO_ARTICLE = ("some", "no", "less", "more", "any", "none", "at", "about", "the", "a", "an")
"""Words that determine a noun phrase by themselves."""


@dataclass(slots=True)
class Memory:
    """What a voice has worked out and need not again, for all pairs of one dataset."""

    contractions: Mapping[str, str] = field(default_factory=dict)
    """What sentences contract, and to what: "does not" to "doesn't"."""
    programs: dict[tuple[int, str, str], Program] = field(default_factory=dict)
    values: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything that turns fillers into words, for one pair."""

    dataset: Dataset
    lexicon: Lexicon
    figures: Figures
    names: Mapping[str, EntityNames]
    casing: Mapping[str, str]
    """By concept or resource: how its values are written in a sentence: "common", "name", "sentence"."""
    memory: Memory = field(default_factory=Memory)

    def sentence(self, plan: SentencePlan) -> Sentence:
        """The sentence: capital, words, stop. Its spans are told when somebody asks."""
        return Sentence(self._text(plan, None), Spoken(plan, self))

    def spans(self, plan: SentencePlan) -> tuple[Span, ...]:
        """Where the clauses and fillers of a sentence stand in its text."""
        spans: list[Span] = []
        self._text(plan, spans)
        return tuple(spans)

    def _text(self, plan: SentencePlan, spans: list[Span] | None) -> str:
        parts: list[str] = []
        for clause, cue in zip(plan.clauses, plan.cues, strict=True):
            if cue:
                parts.append(f"{cue} ")
            start = sum(map(len, parts)) if spans is not None else 0
            self._clause(clause, parts, spans)
            if spans is not None:
                end = sum(map(len, parts))
                spans.append(Span(start, end, Saying(clause, None, self.dataset)))
        text = "".join(parts).rstrip(" ")
        if not text:
            raise PlanError("a sentence came out empty")
        text = capitalised(text)
        return text if text[-1] in ".!?" else f"{text}."

    def _clause(self, clause: Clause, parts: list[str], spans: list[Span] | None) -> None:
        measures = clause.message.measures
        key = (clause.pattern.lot, measures[0].concept, measures[-1].concept)
        program = self.memory.programs.get(key)
        if program is None:
            program = self.memory.programs[key] = compile_clause(
                clause, self.lexicon, self.memory.contractions
            )
        self._run(program, clause, parts, spans)

    def _run(self, program: Program, clause: Clause, parts: list[str], spans: list[Span] | None) -> None:
        fillers = clause.fillers
        indefinite = False
        for operation in program:
            if operation.__class__ is str:
                parts.append(operation)
            elif operation.__class__ is int:
                filler = fillers[operation]
                text = self.text(filler)
                if indefinite:
                    indefinite = False
                    parts.append(self._article(text, isinstance(filler, Value)))
                if not text and parts and parts[-1].endswith(" "):
                    parts[-1] = parts[-1][:-1]
                if spans is not None:
                    self._note(filler, clause, sum(map(len, parts)), spans)
                parts.append(text)
            elif isinstance(operation, Agreement):
                plural = self._plural(fillers[operation.filler])
                parts.append(operation.plural if plural else operation.singular)
            elif isinstance(operation, Alternatives):
                self._run(operation.options[clause.draw % len(operation.options)], clause, parts, spans)
            else:
                indefinite = True

    def text(self, filler: Filler) -> str:
        """A filler in words."""
        if isinstance(filler, Name):
            forms = self.names[filler.slug].forms
            return (forms.get(filler.length) or forms["full"])[filler.form]
        if isinstance(filler, Number):
            return self.figures.text(filler.values, filler.unit, filler.style)
        if isinstance(filler, Words):
            return filler.text
        if isinstance(filler, Value):
            return self.value(filler)
        return "".join(self._series(filler))

    def value(self, value: Value) -> str:
        """A text value as it stands in a sentence."""
        key = (value.text, value.attribute)
        found = self.memory.values.get(key)
        if found is None:
            found = self.memory.values[key] = self._cased(value)
        return found

    def _cased(self, value: Value) -> str:
        """Small letters for a common noun; a name as written; and where nobody says which of the two it
        is, small letters for several words of which only the first has a capital."""
        text = " ".join(value.text.split())
        casing = self.casing.get(value.attribute, "sentence")
        several = " " in text and text[1:] == text[1:].lower()
        if casing == "common" or (casing == "sentence" and several):
            return self.lexicon.lower_case(text)
        return text

    def _series(self, series: Series) -> list[str]:
        """The values of a series with what stands between them."""
        count = len(series.values)
        parts = []
        for position, value in enumerate(series.values):
            if position:
                parts.append(self.figures.separator(position == count - 1, count, series.conjunction))
            parts.append(self.value(value))
        return parts

    def _article(self, text: str, noun_phrase: bool) -> str:
        """The indefinite article with its space, or nothing where the text determines itself or, as a noun
        phrase, is plural or can't be counted: "apprenticeship" takes one, "on-the-job training" none."""
        if text.split(" ", 1)[0].rstrip(",").casefold() in NO_ARTICLE:
            return ""
        article = self.lexicon.article(text) if noun_phrase else self.lexicon.article_by_sound(text)
        return f"{article} " if article else ""

    def _plural(self, filler: Filler) -> bool:
        if isinstance(filler, Name):
            return filler.form == "plural" and self.names[filler.slug].plural
        if isinstance(filler, Words):
            return filler.plural
        return isinstance(filler, Series) and len(filler.values) > 1

    def _note(self, filler: Filler, clause: Clause, start: int, spans: list[Span]) -> None:
        """Records where the data in a filler come to stand."""
        if isinstance(filler, Number | Value):
            spans.append(Span(start, start + len(self.text(filler)), Saying(clause, filler, self.dataset)))
        elif isinstance(filler, Series):
            for position, part in enumerate(self._series(filler)):
                if position % 2 == 0:
                    saying = Saying(clause, filler.values[position // 2], self.dataset)
                    spans.append(Span(start, start + len(part), saying))
                start += len(part)


class Spoken(NamedTuple):
    """Where a sentence's spans are to be had: its plan, and who said it."""

    plan: SentencePlan
    speaker: Speaker

    def spans(self) -> tuple[Span, ...]:
        """The sentence's spans, found by saying it again and keeping count."""
        return self.speaker.spans(self.plan)

    def claims(self) -> int:
        """One for each clause, and one for each value that it gives."""
        count = len(self.plan.clauses)
        for clause in self.plan.clauses:
            for filler in clause.fillers:
                if isinstance(filler, Series):
                    count += len(filler.values)
                elif isinstance(filler, Number | Value):
                    count += 1
        return count


class Saying(NamedTuple):
    """The origin of a clause, or of one filler in it."""

    clause: Clause
    filler: Number | Value | None
    dataset: Dataset

    def provenance(self) -> Provenance:
        """Message and wording, what is stated, and the cells behind it."""
        clause, filler = self.clause, self.filler
        message = clause.message
        if filler is None:
            measure = message.measures[0]
            return Provenance(
                message.id,
                clause.pattern.name,
                CLAIM_KINDS[clause.pattern.kind],
                message.subjects,
                measure.range or measure.concept,
                "",
                "",
                "",
                message.evidence,
            )
        kind, stated, how = (
            (number_kind(filler), stated_value(filler), filler.how)
            if isinstance(filler, Number)
            else ("list" if filler.resource else "value", filler.text, "as read")
        )
        return Provenance(
            message.id,
            clause.pattern.name,
            kind,
            filler.subjects,
            filler.attribute,
            stated,
            raw_text(self.dataset, filler),
            how,
            filler.evidence,
        )


def stated_value(number: Number) -> Stated:
    """A number, or the two ends of a range, ready for JSON."""
    plain = tuple(
        int(value) if value == value.to_integral_value() else float(value) for value in number.values
    )
    return plain[0] if len(plain) == 1 else plain


def raw_text(dataset: Dataset, filler: Number | Value) -> str:
    """The cells behind a filler as they stand in the file, joined when there are several."""
    found = []
    for source in filler.evidence:
        for measure in dataset.measures:
            if measure.column == source.column and source.resource == dataset.resource:
                seen = dataset.observed(source.slug, measure.concept)
                found.append(seen.literal if seen is not None else "")
                break
    return "; ".join(found)
