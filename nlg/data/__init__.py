"""Datasets on disk and in memory: reading, checking, exact quantities and their sources."""

from nlg.data.checks import check, inspect
from nlg.data.fingerprint import entity_fingerprint, fingerprint
from nlg.data.loading import load
from nlg.data.lookup import find_dataset, find_grammar
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
from nlg.data.units import is_money

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
    "check",
    "entity_fingerprint",
    "find_dataset",
    "find_grammar",
    "fingerprint",
    "inspect",
    "is_money",
    "load",
]
