"""Realisation: a sentence plan becomes a sentence, with the provenance of each of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from nlg.data import Dataset
from nlg.errors import PlanError
from nlg.sentence.plan import PAIR, Clause, Filler, Name, Number, SentencePlan, Series, Value, Words
from nlg.sentence.vocabulary import Shortening
from nlg.surface.article import Claim, Sentence, Span
from nlg.surface.figures import Figures
from nlg.surface.markup import is_plain
from nlg.surface.memory import Memory
from nlg.surface.morphology import Lexicon
from nlg.surface.morphology.casing import capitalised
from nlg.surface.naming import EntityNames
from nlg.surface.programs import Agreement, Alternatives, Program, compile_clause
from nlg.surface.sayings import Saying, claims_of
from nlg.surface.templates import ARTICLE, CAPITAL, Rendition, Template, has_word, rendition, template_of

STOPS = ".!?"
"""What ends a sentence."""
NO_ARTICLE = ("some", "no", "less", "more", "any", "none", "at", "about", "the", "a", "an")
"""Words that determine a noun phrase by themselves."""


class Speaker(Struct, frozen=True, gc=False):
    """Everything that turns fillers into words, for one pair."""

    dataset: Dataset
    lexicon: Lexicon
    figures: Figures
    names: Mapping[str, EntityNames]
    casing: Mapping[str, str]
    """By concept or resource: how its values are written in a sentence: "common", "name", "sentence"."""
    spoken: Mapping[tuple[str, str], str]
    """By concept or resource and folded value: what is said for it in a sentence."""
    shortening: Shortening
    """Which shorter names are safe beside each other."""
    memory: Memory

    def sentence(self, plan: SentencePlan) -> Sentence:
        """The sentence: capital, words, stop. Its spans are told when somebody asks."""
        clauses, cues = plan.clauses, plan.cues
        source = Spoken(plan, self)
        cue = cues[0]
        said = self._said(clauses[0], not cue)
        if said is None:
            return Sentence(self._text(plan, None), source)
        text, are_plain, has_capital = said
        if cue:
            text = f"{cue} {text}"
            are_plain = are_plain and is_plain(cue)
        if len(clauses) > 1:
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
        template = self._template(clause, is_first)
        memory, subjects = self.memory, clause.message.subjects
        first, second = subjects[0], subjects[-1]
        fill, take_first, take_second, told, _, _, are_plain, has_capital = template
        known, special = memory.words, memory.special
        try:
            one, two = take_first(known[first]), take_second(known[second])
        except KeyError:
            if not self._learn(template, clause):
                return None
            one, two = take_first(known[first]), take_second(known[second])
        if special and (first in special or second in special):
            are_plain = False
        if not told:
            return fill(*one, *two), are_plain, has_capital
        wording, message = clause.wording, clause.message
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

    def _template(self, clause: Clause, is_first: bool) -> Template:
        """The template of the case that the clause comes to."""
        wording, message, case = clause.wording, clause.message, clause.lengths
        made = self.memory.renditions.get(wording) or self._rendition(clause)
        if made.is_agreeing:
            subjects, names = message.subjects, self.names
            case = case * 4 + names[subjects[0]].plural * 2 + names[subjects[-1]].plural
        for slot in made.counted:
            case = case * 2 + self._plural(wording.fillings[slot].make(message))
        if made.options > 1:
            case = case * made.options + clause.draw % made.options
        case = case * 2 + is_first
        template = made.templates.get(case)
        if template is None:
            template = made.templates[case] = template_of(made, clause, self._plural, is_first)
        return template

    def stated(self, plan: SentencePlan) -> list[Claim]:
        """What the clauses and fillers of a sentence claim, in the order of its text."""
        found: list[Claim] = []
        claims = self.memory.claims
        for clause in plan.clauses:
            wording, message = clause.wording, clause.message
            for slot, owner, key in self._template(clause, False).noted:
                slug = message.subjects[owner] if owner != PAIR else ""
                known = claims.get((slug, key)) if slug else None
                if known is None:
                    known = claims_of(wording.fillings[slot].make(message))
                    # What two share has words of its own for either, and is claimed of both.
                    if slug and all(subjects == (slug,) for _, subjects, _, _ in known):
                        claims[slug, key] = known
                found += known
            found.append(Saying(clause, None, self.dataset).claim())
        return found

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
        text = self.spoken.get((value.attribute, text.casefold()), text)
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


class Spoken(Struct, frozen=True, gc=False):
    """Where a sentence's spans are to be had: its plan, and who said it."""

    plan: SentencePlan
    speaker: Speaker

    def spans(self) -> tuple[Span, ...]:
        """The sentence's spans, found by saying it again and keeping count."""
        return self.speaker.spans(self.plan)

    def stated(self) -> Sequence[Claim]:
        """What the clauses and their values claim, found without the words."""
        return self.speaker.stated(self.plan)

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
