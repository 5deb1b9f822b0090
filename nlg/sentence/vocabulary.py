"""The words at hand for one dataset in one grammar, ready before any pair is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from nlg.data import Measure
from nlg.sentence.pattern import Pattern
from nlg.sentence.plan import Number, Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, frames and wordings; made by the surface realiser's `vocabulary`."""

    measures: Mapping[str, Mapping[str, Words]]
    """By concept: noun, name, indefinite, plural, things, more, less, per, and the grammar's own."""
    frames: Mapping[str, str]
    """By concept: the sort of measure that wordings are grouped by ("pay", "age", "amount")."""
    fallbacks: Mapping[str, str]
    """The frame to take when a frame has no wording for a message."""
    entity: Mapping[str, Words]
    """noun, plural, two ("the two occupations") and what else the grammar has for the entity's noun."""
    counts: Mapping[int, Mapping[str, Words]]
    """Small numbers as words."""
    directions: Mapping[str, str]
    """What something is projected to do: "up", "down", "flat"."""
    patterns: Mapping[tuple[str, str, str], tuple[Pattern, ...]]
    """By kind, frame and style."""
    adverbials: Mapping[str, tuple[str, ...]]
    """By relation: what may open a sentence ("By contrast,")."""
    conjunctions: Mapping[str, tuple[str, ...]]
    """By relation: what may join two clauses, with its punctuation (", but")."""
    heavy: frozenset[str] = frozenset()
    """Openers that bear no adverbial before them: "By contrast, at 49, …" stumbles."""

    numbers: dict[tuple[str, str, str], Number | None] = field(default_factory=dict)
    """By slug, concept and form: the fillers of one entity's values, made when first asked for."""

    def measure(self, measure: Measure) -> Mapping[str, Words]:
        """The words for one measure."""
        return self.measures[measure.range or measure.concept]

    def frame(self, measure: Measure) -> str:
        """The frame of one measure."""
        return self.frames[measure.range or measure.concept]

    def pair(self) -> Mapping[str, Words]:
        """The words for the two together."""
        return self.entity

    def count(self, number: int) -> Mapping[str, Words]:
        """A small number in words."""
        return self.counts[number]

    def moves(self, change: Decimal) -> Mapping[str, Words]:
        """What something with that change is projected to do: "grow"."""
        return {"": Words(self.directions["up" if change > 0 else "down" if change < 0 else "flat"])}


class Shortening(NamedTuple):
    """Which shorter names are safe for one pair; made by the surface realiser, who knows the words."""

    short: frozenset[str] = frozenset()
    """Slugs whose short form can't be taken for the other entity."""
    plain: frozenset[str] = frozenset()
    """Slugs whose name holds a remark in brackets that need not be made twice."""
    lasting: frozenset[str] = frozenset()
    """Those of the short ones whose full name is so long that one mention an article is enough."""
    are_lists: bool = False
    """Whether one of the two names is itself a list, "cutters and trimmers", that no "and" should lengthen."""
    introduced: frozenset[str] = frozenset()
    """Slugs whose first mention brings the acronym that is used from then on."""
    pronouns: frozenset[str] = frozenset()
    """Slugs that a pronoun may stand for."""
