"""Datasets on disk and in memory: reading, checking, exact quantities and their sources."""

from nlg.data.model import (
    Collection,
    Dataset,
    Entity,
    Item,
    Measure,
    Observation,
    Quantity,
    SectionSpec,
    Source,
    SourceRef,
)

__all__ = [
    "Collection",
    "Dataset",
    "Entity",
    "Item",
    "Measure",
    "Observation",
    "Quantity",
    "SectionSpec",
    "Source",
    "SourceRef",
]
