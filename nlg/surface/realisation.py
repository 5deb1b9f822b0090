"""Realisation: a sentence plan becomes a sentence, with the provenance of each of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from nlg.data import Dataset
from nlg.errors import PlanError
from nlg.sentence.pattern import Article, Choice, Piece, Slot, Subject, Verb
from nlg.sentence.plan import Clause, Filler, Name, Number, SentencePlan, Series, Value, Words
from nlg.surface.article import Provenance, Sentence, Span, Stated
from nlg.surface.claims import CLAIM_KINDS, number_kind
from nlg.surface.figures import Figures
from nlg.surface.morphology import Lexicon
from nlg.surface.morphology import Number as GrammaticalNumber
from nlg.surface.morphology.casing import capitalised
from nlg.surface.naming import EntityNames

NO_ARTICLE = ("some", "no", "less", "more", "any", "none", "at", "about", "the", "a", "an")
"""Words that determine a noun phrase by themselves."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything that turns fillers into words, for one pair."""

    dataset: Dataset
    lexicon: Lexicon
    figures: Figures
    names: Mapping[str, EntityNames]
    casing: Mapping[str, str]
    """By concept or resource: how its values are written in a sentence: "common", "name", "sentence"."""

    def sentence(self, plan: SentencePlan) -> Sentence:
        """The sentence: capital, words, stop."""
        builder = _Builder(self)
        for clause, cue in zip(plan.clauses, plan.cues, strict=True):
            builder.cue(cue)
            builder.clause(clause)
        return builder.finished()

    def value(self, value: Value) -> str:
        """A text value as it stands in a sentence."""
        text = " ".join(value.text.split())
        casing = self.casing.get(value.attribute, "sentence")
        if casing == "common":
            return self.lexicon.in_sentence(text)
        if casing == "sentence" and text[1:] == text[1:].lower() and text[:1].isupper():
            if value.resource or " " in text:
                return self.lexicon.in_sentence(text)
        return text


@dataclass(slots=True)
class _Builder:
    speaker: Speaker
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    pending_article: bool = False

    def add(self, text: str) -> tuple[int, int]:
        """Appends text; an awaited article and the spaces around an empty piece are settled here."""
        if self.pending_article and text.strip():
            self.pending_article = False
            article = self.article(text.lstrip())
            if article:
                self.add(f"{article} ")
            text = text.lstrip()
        if text[:1] in (" ", ",", ".", ";", ":") and self.parts and self.parts[-1].endswith(" "):
            if text[0] == " ":
                text = text[1:]
            else:
                last = self.parts[-1].rstrip(" ")
                self.length -= len(self.parts[-1]) - len(last)
                self.parts[-1] = last
        if not self.parts:
            text = text.lstrip(" ")
        if not text:
            return self.length, self.length
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def article(self, text: str) -> str:
        if text.split(" ", 1)[0].rstrip(",").casefold() in NO_ARTICLE:
            return ""
        return self.speaker.lexicon.article_by_sound(text)

    def cue(self, cue: str) -> None:
        if cue:
            self.add(f"{cue} ")

    def clause(self, clause: Clause) -> None:
        start = self.length
        pieces = clause.pattern.pieces
        for piece in pieces:
            self.piece(piece, clause, pieces)
        self.spans.append(Span(start, self.length, Saying(clause, None, self.speaker.dataset)))

    def piece(self, piece: Piece, clause: Clause, pieces: tuple[Piece, ...]) -> None:
        if isinstance(piece, str):
            self.add(piece)
        elif isinstance(piece, Slot):
            self.filler(clause.fillers[piece.index], clause)
        elif isinstance(piece, Subject):
            self.simple(piece.text, clause)
        elif isinstance(piece, Verb):
            subject = pieces[piece.subject]
            if not isinstance(subject, Subject):
                raise PlanError(f"{clause.pattern.name}: a verb agrees with no subject")
            plural = self.plural_subject(subject, clause)
            number: GrammaticalNumber = "plural" if plural else "singular"
            self.add(self.speaker.lexicon.inflect_verb(piece.lemma, number, piece.tense))
        elif isinstance(piece, Choice):
            self.simple(piece.options[clause.draw % len(piece.options)], clause)
        elif isinstance(piece, Article):
            self.pending_article = True

    def simple(self, text: tuple[str | Slot | Article, ...], clause: Clause) -> None:
        for piece in text:
            if isinstance(piece, str):
                self.add(piece)
            elif isinstance(piece, Article):
                self.pending_article = True
            else:
                self.filler(clause.fillers[piece.index], clause)

    def plural_subject(self, subject: Subject, clause: Clause) -> bool:
        """The subject's number: as the pattern says, else its first filler's where that is the head."""
        if subject.plural:
            return True
        for position, piece in enumerate(subject.text):
            if isinstance(piece, Slot):
                filler = clause.fillers[piece.index]
                return self.plural(filler) if position == 0 or isinstance(filler, Words) else False
        return False

    def plural(self, filler: Filler) -> bool:
        if isinstance(filler, Name):
            return filler.form == "plural" and self.speaker.names[filler.slug].plural
        if isinstance(filler, Words):
            return filler.plural
        if isinstance(filler, Series):
            return len(filler.values) > 1
        return False

    def filler(self, filler: Filler, clause: Clause) -> None:
        speaker = self.speaker
        if isinstance(filler, Name):
            forms = speaker.names[filler.slug].forms
            self.add((forms.get(filler.length) or forms["full"])[filler.form])
        elif isinstance(filler, Words):
            self.add(filler.text)
        elif isinstance(filler, Number):
            start, end = self.add(speaker.figures.text(filler.values, filler.unit, filler.style))
            self.spans.append(Span(start, end, Saying(clause, filler, speaker.dataset)))
        elif isinstance(filler, Value):
            self.add_value(filler, clause)
        else:
            self.series(filler, clause)

    def add_value(self, value: Value, clause: Clause) -> None:
        start, end = self.add(self.speaker.value(value))
        self.spans.append(Span(start, end, Saying(clause, value, self.speaker.dataset)))

    def series(self, series: Series, clause: Clause) -> None:
        last = len(series.values) - 1
        for position, value in enumerate(series.values):
            if position:
                self.add(self.speaker.figures.separator(position == last, last + 1, series.conjunction))
            self.add_value(value, clause)

    def finished(self) -> Sentence:
        if not self.parts:
            raise PlanError("a sentence came out empty")
        text = capitalised("".join(self.parts).rstrip(" "))
        if text[-1] not in ".!?":
            text += "."
        return Sentence(text, tuple(self.spans))


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
