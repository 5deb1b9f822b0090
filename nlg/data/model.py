"""The values that a dataset is made of: measured things and where each was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, exact as read."""

    value: Decimal
    unit: str
    """As the descriptor spells it, "USD/year"; empty when it declares none."""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """The cell that a value was read from."""

    resource: str
    slug: str
    column: str
    file: str = ""
    line: int = 0
    """One-based physical line in `file`."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What one cell says of one entity."""

    value: Quantity | str
    source: SourceRef
    literal: str
    """The cell's text as it stands in the file."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column that the descriptor gives an `nlg` object: something that can be said of an entity."""

    column: str
    concept: str
    """The measure's name; the column's unless the descriptor says otherwise."""
    label: str
    """What a table row calls it ("Yearly salary"): the field's `title`, or made from noun or concept."""
    numeric: bool
    unit: str = ""
    statistic: str = ""
    noun: str = ""
    also: tuple[str, ...] = ()
    more: str = ""
    less: str = ""
    material: Decimal | None = None
    material_is_share: bool = False
    """Whether `material` is a share of the larger value ("1%" is read as 0.01) and not in the unit."""
    range: str = ""
    bound: str = ""
    """"low" or "high" when the measure is one end of `range`."""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a child resource."""

    name: str
    """The skill, degree or group; the text of a responsibility."""
    share: Decimal | None
    source: SourceRef
    """Its column is the share's when there is a share, otherwise the name's."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A child resource, or one dimension of it: the items of every entity."""

    resource: str
    dimension: str
    """"race" where the resource has a `dimension` column, otherwise empty."""
    kind: str
    """"distribution", "ranked" or "texts"."""
    noun: str
    """What one item is called: "skill"."""
    label: str
    sections: tuple[str, ...]
    items: Mapping[str, tuple[Item, ...]]
    """By slug, in rank order: by falling share where all items have one (ties in file order),
    otherwise in file order (`texts`: by `position`). Entities without a row are absent."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One row of the entities resource."""

    slug: str
    title: str
    plural: str
    """Empty when the data do not give it."""
    article: str
    category: str
    description: str
    sources: Mapping[str, SourceRef]
    """By column, for the columns named above."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where some of the figures come from, as the descriptor gives it."""

    title: str
    path: str
    """A URL, or empty."""
    attribution: str
    """The sentence that the licence asks to be shown, or empty."""


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section that the descriptor asks for."""

    id: str
    heading: str
    """Empty: called by its id in words."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder of measured things, checked."""

    folder: str
    name: str
    title: str
    release: str
    """The date of the release, ISO 8601 ("2026-02-01"), or empty."""
    version: str
    licences: tuple[str, ...]
    sources: tuple[Source, ...]
    entity_noun: str
    """"occupation": what one row is called."""
    titles: str
    """"common" or "name"."""
    projection: str
    sections: tuple[SectionSpec, ...]
    resource: str
    """The name of the entities resource."""
    measures: tuple[Measure, ...]
    """In the descriptor's order."""
    entities: Mapping[str, Entity]
    """By slug, in file order."""
    observations: Mapping[tuple[str, str], Observation]
    """By (slug, concept); an unknown cell has no entry."""
    collections: tuple[Collection, ...]
    pairs: tuple[tuple[str, str], ...]

    def observed(self, slug: str, concept: str) -> Observation | None:
        """What the data hold for one entity and concept, or None when the cell is empty."""
        return self.observations.get((slug, concept))

    def measure(self, concept: str) -> Measure:
        """The measure of that concept. Raises KeyError when the descriptor declares none."""
        for measure in self.measures:
            if measure.concept == concept:
                return measure
        raise KeyError(concept)
