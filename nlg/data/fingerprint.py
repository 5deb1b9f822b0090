"""Digests of what a dataset holds, for those who render only what has changed."""

from __future__ import annotations

import hashlib
import json

from nlg.data.model import Dataset, Quantity


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def entity_fingerprint(dataset: Dataset, slug: str) -> str:
    """A hexadecimal SHA-256 over everything that the dataset holds about one entity.

    Where the cells stand does not count: a row that moves to another line keeps its digest.

    Raises:
        KeyError: no entity has the slug.
    """
    entity = dataset.entities[slug]
    observed: list[tuple[str, ...]] = []
    for measure in dataset.measures:
        observation = dataset.observations.get((slug, measure.concept))
        if observation:
            value = observation.value
            parts = (str(value.value), value.unit) if isinstance(value, Quantity) else (value,)
            observed.append((measure.concept, observation.literal, *parts))
    items = [
        (collection.resource, collection.dimension, [(item.name, item.share) for item in found])
        for collection in dataset.collections
        if (found := collection.items.get(slug))
    ]
    return _digest(
        (
            (entity.slug, entity.title, entity.plural, entity.article, entity.category, entity.description),
            observed,
            items,
        )
    )


def fingerprint(dataset: Dataset) -> str:
    """A hexadecimal SHA-256 over everything that the dataset holds, wherever its folder lies."""
    return _digest(
        (
            [
                dataset.name,
                dataset.title,
                dataset.release,
                dataset.version,
                dataset.entity_noun,
                dataset.titles,
                dataset.projection,
                dataset.resource,
                *dataset.licences,
            ],
            [repr(source) for source in dataset.sources],
            [repr(section) for section in dataset.sections],
            [repr(measure) for measure in dataset.measures],
            [
                (found.resource, found.dimension, found.kind, found.noun, found.label, found.sections)
                for found in dataset.collections
            ],
            [entity_fingerprint(dataset, slug) for slug in dataset.entities],
            dataset.pairs,
        )
    )
