"""Names on the page → the dataset's entities, measures, items and text values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlg.data import Collection, Dataset, Measure
from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.entities import EntityWords
from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.lexis.thesaurus import Kind
from nlg.validator.vocabulary.names import Name, pair_names
from nlg.validator.vocabulary.watch import Watched, watched_names


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure or a comparative can be about."""

    kind: Literal["measure", "range", "text", "item", "collection", "unit"]
    name: str
    """A concept, a range's name, a collection's key, or for `unit` the unit's family."""
    item: str = ""
    """An item's name, or a text measure's value where the page names one."""
    reach: int = 0
    """1 where an item is meant with all above it on its scale, −1 with all below."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A comparative that the descriptor itself declares: "older" is up for average_age."""

    sign: int
    targets: tuple[Target, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Reader:
    """All vocabulary of one dataset, prepared once."""

    dataset: Dataset
    measures: Mapping[str, Measure]
    families: Mapping[str, str]
    """By concept: "money", "change", "percent", "time", "score", "count", or "unit:" and the unit."""
    ranges: Mapping[str, tuple[str, str]]
    """By range name: the concepts of its low and high ends."""
    collections: Mapping[str, Collection]
    """By key: the resource's name, or resource and dimension joined by a slash."""
    targets: PhraseTable[tuple[Target, ...]]
    values: PhraseTable[tuple[Target, ...]]
    """Items of child resources and values of text measures."""
    scales: PhraseTable[Scale]
    units: PhraseTable[tuple[str, ...]]
    """Unit words → the unit as the descriptor spells it."""
    names: PhraseTable[Name]
    references: PhraseTable[str]
    """Expressions that refer to an entity without naming it → "both", "former", "they" and the like."""
    words: EntityWords
    """What an entity may be called."""
    idiom: Kind
    """What English says of the kinds of measures that there are."""
    cues: PhraseTable[Cue]
    domains: Mapping[str, tuple[Target, ...]]
    """By an adjective's domain ("size"): the measures that it speaks of."""
    openings: Mapping[str, frozenset[str]]
    """By each word with which a mark can begin, the pair's shorter names and figures apart: the tables above in
    which a phrase begins with it."""
    sums: Mapping[Target, frozenset[str]]
    """The own words of each measure in money, where there are sums that do not convert into each other."""
    quotable: Mapping[str, tuple[str, ...]]
    """Each sentence of the descriptions → those that it describes: who repeats one says what the data say."""
    _pairs: dict[tuple[str, ...], PhraseTable[Name]] = field(default_factory=dict)

    def names_for(self, subjects: tuple[str, ...]) -> PhraseTable[Name]:
        """The shorter names by which a page about these subjects may call them."""
        if isinstance(subjects, Watched):
            return watched_names(self.names_for(subjects.plain), subjects.notes)
        found = self._pairs.get(subjects)
        if found is None:
            if len(self._pairs) > 4096:
                self._pairs.clear()
            found = self._pairs[subjects] = pair_names(self.dataset, subjects)
        return found

    def targets_of_family(self, family: str) -> tuple[str, ...]:
        """The concepts of a family that are no end of a range, in the descriptor's order."""
        return tuple(
            concept
            for concept, measure in self.measures.items()
            if self.families[concept] == family and not measure.range
        )


def family_of(measure: Measure) -> str:
    """The family of a measure's unit; the one place that knows how descriptors spell units."""
    unit = measure.unit.lower()
    if not measure.numeric:
        return "text"
    if unit == "percent_change":
        return "change"
    if unit in ("percent", "%"):
        return "percent"
    if unit.startswith("score"):
        return "score"
    if unit in ("years", "months", "weeks", "days", "hours"):
        return "time"
    if unit in ("count", ""):
        return "count"
    if unit.partition("/")[0].rpartition(" ")[2] in _CURRENCIES:
        return "money"
    return "unit:" + measure.unit


_CURRENCIES = frozenset("usd eur gbp cad aud inr jpy krw chf cny mxn brl sek nok dkk pln $ £ €".split())


def name_of(measure: Measure) -> str:
    """A measure's noun in lower case, or what a table calls it where the descriptor gives none."""
    return (measure.noun or measure.label).lower()


def period_of(measure: Measure) -> str:
    """ "year" for "USD/year"; empty for a plain price."""
    return measure.unit.partition("/")[2].lower()


def domain_targets(reader: Reader, domain: str) -> tuple[Target, ...]:
    """The measures that an adjective's domain speaks of, by the nouns that the descriptor gives them."""
    return reader.domains.get(domain, ())
