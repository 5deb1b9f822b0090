"""Two entities beside each other, and how far apart two of their values are."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NamedTuple, TypeVar

from nlg.data import Collection, Measure
from nlg.document.interests import Interest, Interests
from nlg.document.messages import AnyMessage, Reading
from nlg.document.plan import Candidate, Case
from nlg.document.survey import Survey

Memory = dict[tuple[Any, ...], Any]
"""By rule and what it was about."""
Found = TypeVar("Found")
STRANGE = "interest {:.2f}, strangeness of the gap {:.2f}"
"""The case for most comparisons."""
Distance = Literal["equal", "near", "apart"]

SIMILAR_SHARE = Decimal("0.05")
"""Amounts further apart than this are never called similar, whatever the descriptor says."""
SIMILAR_POINTS = Decimal(1)
"""The same for shares, in percentage points."""
DEFAULT_MATERIAL_SHARE = Decimal("0.02")
"""The smallest relative difference worth calling one, where the descriptor gives none."""
DEFAULT_MATERIAL_POINTS = Decimal("0.5")


class Aspect(NamedTuple):
    """A measure, and what readers make of it."""

    measure: Measure
    interest: Interest
    topic: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The two that an article compares, in the order asked for."""

    survey: Survey
    interests: Interests
    first: str
    second: str
    memory: Memory = field(default_factory=dict, compare=False, repr=False)
    """What has been found of single entities and of measures, in whatever pairs of the same dataset and
    interests; a caller who plans many articles hands on the same one."""
    numeric: tuple[tuple[Aspect, Reading | None, Reading | None], ...] = field(init=False)
    """Every numeric measure of which something is known, with what is known of each."""

    def __post_init__(self) -> None:
        first, second = self.once(_readings, self.first), self.once(_readings, self.second)
        found = [
            entry
            for entry in zip(self.once(_numeric), first, second, strict=True)
            if entry[1] is not None or entry[2] is not None
        ]
        object.__setattr__(self, "numeric", tuple(found))

    def aspect(self, measure: Measure) -> Aspect:
        """The measure with what readers make of it."""
        return Aspect(measure, self.interest(measure), self.topic(measure))

    def topic(self, measure: Measure) -> str:
        """The topic that a measure belongs to."""
        return self.interest(measure).topic or (measure.sections[-1] if measure.sections else "")

    def interest(self, measure: Measure) -> Interest:
        """What readers make of a measure."""
        return self.interests.found.get(measure.concept) or self.interests.of(measure)

    def collection(self, resource: str, dimension: str) -> Collection:
        """The dataset's collection of that resource and dimension.

        Raises:
            KeyError: there is none.
        """
        for found in self.survey.dataset.collections:
            if (found.resource, found.dimension) == (resource, dimension):
                return found
        raise KeyError(resource, dimension)

    def once(self, make: Callable[..., Found], *about: Hashable) -> Found:
        """What a rule makes of one entity or measure, named by `about`, and of nothing else in the pair:
        made the first time."""
        key = (make, *about)
        try:
            found: Found = self.memory[key]
        except KeyError:
            found = self.memory[key] = make(self, *about)
        return found


def _numeric(pair: Pair) -> tuple[Aspect, ...]:
    return tuple([pair.aspect(usual.measure) for usual in pair.survey.usual.values()])


def _readings(pair: Pair, slug: str) -> tuple[Reading | None, ...]:
    """What is known of an entity, for each numeric measure."""
    return tuple([pair.survey.readings.get((slug, concept)) for concept in pair.survey.usual])


def distance(measure: Measure, first: Decimal, second: Decimal) -> Distance:
    """How far apart two printed values are, in the words that would be true of them."""
    if first == second:
        return "equal"
    gap = abs(first - second)
    largest = max(abs(first), abs(second))
    points = measure.unit.startswith("percent")
    if gap > (SIMILAR_POINTS if points else largest * SIMILAR_SHARE):
        return "apart"
    if measure.material is None:
        material = DEFAULT_MATERIAL_POINTS if points else largest * DEFAULT_MATERIAL_SHARE
    else:
        material = measure.material * largest if measure.material_is_share else measure.material
    return "near" if gap < material and (first > 0) == (second > 0) else "apart"


def ordered(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """The greater first; ties keep their order."""
    return (first, second) if first.value >= second.value else (second, first)


def candidate(
    pair: Pair, message: AnyMessage, measure: Measure, score: float, case: Case, winner: str = ""
) -> Candidate:
    """A message about one measure, scored."""
    aspect = Aspect(measure, pair.interest(message.measures[0]), pair.topic(measure))
    return scored(message, aspect, score, case, winner)


def scored(message: AnyMessage, aspect: Aspect, score: float, case: Case, winner: str = "") -> Candidate:
    """A message about one measure, whose aspect is at hand, scored."""
    about_both = len(message.subjects) == 2
    return Candidate(message, round(score, 4), case, aspect.topic, winner, aspect.interest.weight, about_both)


def winner(pair: Pair, greater: Reading, lesser: Reading) -> str:
    """Who comes out ahead on a measure: more of a reward, less of a cost; nobody on anything else."""
    return ahead(pair.interest(greater.measure), greater, lesser)


def ahead(interest: Interest, greater: Reading, lesser: Reading) -> str:
    """Who comes out ahead on a measure that interests readers in that way."""
    role = interest.role
    return greater.slug if role == "reward" else lesser.slug if role == "cost" else ""
