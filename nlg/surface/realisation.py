"""Realisation: a sentence plan becomes a sentence, with the provenance of each of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from nlg.data import Dataset
from nlg.errors import PlanError
from nlg.sentence.plan import Clause, Filler, Make, Name, Number, SentencePlan, Series, Value, Wording, Words
from nlg.surface.article import Provenance, Sentence, Span, Stated
from nlg.surface.claims import CLAIM_KINDS, number_kind
from nlg.surface.figures import Figures
from nlg.surface.markup import is_plain
from nlg.surface.morphology import Lexicon
from nlg.surface.morphology.casing import capitalised
from nlg.surface.naming import EntityNames
from nlg.surface.programs import Agreement, Alternatives, Program, compile_clause
from nlg.surface.templates import ARTICLE, CAPITAL, Rendition, Template, has_word, rendition, template_of
from nlg.surface.templates import Words as OwnWords

STOPS = ".!?"
"""What ends a sentence."""
NO_ARTICLE = ("some", "no", "less", "more", "any", "none", "at", "about", "the", "a", "an")
"""Words that determine a noun phrase by themselves."""


@dataclass(slots=True)
class Memory:
    """What a voice has worked out and need not again, for all pairs of one dataset."""

    contractions: Mapping[str, str] = field(default_factory=dict)
    """What sentences contract, and to what: "does not" to "doesn't"."""
    renditions: dict[Wording, Rendition] = field(default_factory=dict)
    words: dict[str, OwnWords] = field(default_factory=dict)
    """By slug: what sentences have said of one entity, as they said it."""
    special: set[str] = field(default_factory=set)
    """The slugs of which some words are not plain."""
    told: dict[Make, tuple[Filler | None, str, bool]] = field(default_factory=dict)
    """What was said last of each filling that depends on the pair, and whether it is plain: an article says
    the same in several places."""
    capitals: dict[str, str] = field(default_factory=dict)
    """First words with their space, as sentences begin with them."""
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    charts: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """Parts of charts that are about one entity or one item."""


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
        clauses, cues = plan
        source = Spoken(plan, self)
        cue = cues[0]
        said = self._said(clauses[0], not cue)
        if said is None:
            return Sentence(self._text(plan, None), source)
        text, are_plain, has_capital = said
        if cue:
            text = f"{cue} {text}"
            are_plain = are_plain and is_plain(cue)
        for clause, cue in zip(clauses[1:], cues[1:], strict=True):
            said = self._said(clause, False)
            if said is None:
                return Sentence(self._text(plan, None), source)
            text += f"{cue} {said[0]}" if cue else said[0]
            are_plain = are_plain and said[1] and is_plain(cue)
        if not has_capital:
            text = self._with_capital(text)
        return Sentence(text if text[-1] in STOPS else f"{text}.", source, are_plain)

    def _said(self, clause: Clause, is_first: bool) -> tuple[str, bool, bool] | None:
        """The clause's words by its template, whether they are plain, and whether they have the capital that
        the first ones of a sentence need; None where only its program can say it."""
        wording, message, lengths, _ = clause
        memory = self.memory
        made = memory.renditions.get(wording) or self._rendition(clause)
        subjects = message.subjects
        first, second = subjects[0], subjects[-1]
        case = lengths
        if made.is_agreeing:
            case = case * 4 + self.names[first].plural * 2 + self.names[second].plural
        for slot in made.counted:
            case = case * 2 + self._plural(wording.fillings[slot].make(message))
        if made.options > 1:
            case = case * made.options + clause.draw % made.options
        case = case * 2 + is_first
        template = made.templates.get(case)
        if template is None:
            template = made.templates[case] = template_of(made, clause, self._plural, is_first)
        fill, take_first, take_second, told, _, are_plain, has_capital = template
        known = memory.words
        try:
            one, two = take_first(known[first]), take_second(known[second])
        except KeyError:
            if not self._learn(template, clause):
                return None
            one, two = take_first(known[first]), take_second(known[second])
        if first in memory.special or second in memory.special:
            are_plain = False
        if not told:
            return fill(*one, *two), are_plain, has_capital
        texts = []
        for slot, is_indefinite in told:
            make = wording.fillings[slot].make
            filler = make(message)
            before = memory.told.get(make)
            if before is not None and before[0] is filler:
                _, text, seems_plain = before
            else:
                text = self.text(filler) if filler is not None else ""
                seems_plain = is_plain(text)
                memory.told[make] = (filler, text, seems_plain)
            if not text:
                return None
            are_plain = are_plain and seems_plain
            texts.append(self._article(text, isinstance(filler, Value)) + text if is_indefinite else text)
        return fill(*one, *two, *texts), are_plain, has_capital

    def _learn(self, template: Template, clause: Clause) -> bool:
        """Finds the words that an entity has not had ready; whether there are words for everything."""
        fillers = clause.fillers
        subjects = clause.message.subjects
        for slug in (subjects[0], subjects[-1]):
            self.memory.words.setdefault(slug, {})
        for owner, key, slot in template.owned:
            text = self.text(fillers[slot])
            if not text:
                return False
            if ARTICLE in key:
                text = self._article(text, isinstance(fillers[slot], Value)) + text
            if key.startswith(CAPITAL):
                if not has_word(text):
                    return False
                text = capitalised(text)
            self.memory.words[subjects[owner]][key] = text
            if not is_plain(text):
                self.memory.special.add(subjects[owner])
        return True

    def _finished(self, text: str) -> str:
        """The words of a sentence with a capital and a stop."""
        text = text.rstrip(" ")
        if not text:
            raise PlanError("a sentence came out empty")
        text = self._with_capital(text)
        return text if text[-1] in STOPS else f"{text}."

    def _with_capital(self, text: str) -> str:
        word = text[: text.find(" ") + 1]
        capital = self.memory.capitals.get(word)
        if capital is None:
            # Where the first word has letters, nothing after it decides.
            capital = self.memory.capitals[word] = capitalised(word) if has_word(word) else ""
        return capital + text[len(word) :] if capital else capitalised(text)

    def _rendition(self, clause: Clause) -> Rendition:
        program = compile_clause(clause, self.lexicon, self.memory.contractions)
        made = self.memory.renditions[clause.wording] = rendition(clause, program)
        return made

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
        return self._finished("".join(parts))

    def _clause(self, clause: Clause, parts: list[str], spans: list[Span] | None) -> None:
        made = self.memory.renditions.get(clause.wording) or self._rendition(clause)
        self._run(made.program, clause, clause.fillers, parts, spans)

    def _run(
        self,
        program: Program,
        clause: Clause,
        fillers: tuple[Filler, ...],
        parts: list[str],
        spans: list[Span] | None,
    ) -> None:
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
                option = operation.options[clause.draw % len(operation.options)]
                self._run(option, clause, fillers, parts, spans)
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
        values = [self.value(value) for value in series.values]
        count = len(values)
        is_crowded = any(f" {series.conjunction} " in value for value in values)
        parts = []
        for position, value in enumerate(values):
            if position:
                is_last = position == count - 1
                parts.append(self.figures.separator(is_last, count, series.conjunction, is_crowded))
            parts.append(value)
        return parts

    def _article(self, text: str, noun_phrase: bool) -> str:
        """The indefinite article with its space, or nothing where the text determines itself or, as a noun
        phrase, is plural or can't be counted: "apprenticeship" takes one, "on-the-job training" none."""
        if text.split(" ", 1)[0].rstrip(",").casefold() in NO_ARTICLE:
            return ""
        article = self.lexicon.article(text) if noun_phrase else self.lexicon.article_by_sound(text)
        return f"{article} " if article else ""

    def _plural(self, filler: Filler | None) -> bool:
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
            made = self.speaker.memory.renditions[clause.wording]
            count += made.values
            for slot in made.lists:
                found = clause.wording.fillings[slot].make(clause.message)
                count += len(found.values) if isinstance(found, Series) else 0
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
