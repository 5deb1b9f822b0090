"""Sayings: what the clauses and fillers of a sentence claim, and from which cells."""

from __future__ import annotations

from typing import NamedTuple

from nlg.data import Dataset
from nlg.sentence.plan import Clause, Filler, Number, Series, Value
from nlg.surface.article import Claim, Provenance, Stated
from nlg.surface.claims import CLAIM_KINDS, number_kind


class Saying(NamedTuple):
    """The origin of a clause, or of one filler in it."""

    clause: Clause
    filler: Number | Value | None
    dataset: Dataset

    def provenance(self) -> Provenance:
        """Message and wording, what is stated, and the cells behind it."""
        clause, filler = self.clause, self.filler
        kind, subjects, attribute, stated = self.claim()
        raw, how, evidence = "", "", clause.message.evidence
        if filler is not None:
            raw, evidence = raw_text(self.dataset, filler), filler.evidence
            how = filler.how if isinstance(filler, Number) else "as read"
        return Provenance(
            clause.message.id, clause.pattern.name, kind, subjects, attribute, stated, raw, how, evidence
        )

    def claim(self) -> Claim:
        """What the clause says of its measure, or the filler of its own."""
        filler = self.filler
        if filler is not None:
            return _claim(filler)
        message = self.clause.message
        measure = message.measures[0]
        kind = CLAIM_KINDS[self.clause.pattern.kind]
        return kind, message.subjects, measure.range or measure.concept, ""


def _claim(filler: Number | Value) -> Claim:
    if isinstance(filler, Number):
        return number_kind(filler), filler.subjects, filler.attribute, stated_value(filler)
    return "list" if filler.resource else "value", filler.subjects, filler.attribute, filler.text


def claims_of(filler: Filler | None) -> tuple[Claim, ...]:
    """What a filler claims: nothing unless it gives data, and one thing for each value of a list."""
    if isinstance(filler, Series):
        return tuple([_claim(value) for value in filler.values])
    return (_claim(filler),) if isinstance(filler, Number | Value) else ()


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
