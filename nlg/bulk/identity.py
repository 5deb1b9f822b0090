"""Digests by which a run knows whether what lies in its output folder came from the same inputs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from nlg.data import Dataset, entity_fingerprint
from nlg.document.survey import Survey

DIGITS = 64


def digest(content: bytes) -> str:
    """The hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def text_digest(*parts: str) -> str:
    """The digest of several texts; where one ends and the next begins counts."""
    return digest("".join(f"{len(part)}:{part}" for part in parts).encode())


@cache
def folder_digest(folder: str, suffixes: tuple[str, ...] = ()) -> str:
    """The digest of a folder's files by relative name and content, wherever it lies; hidden ones left out."""
    root = Path(folder)
    files = sorted(
        (file.relative_to(root).as_posix(), file)
        for file in root.rglob("*")
        if file.is_file() and (not suffixes or file.suffix in suffixes)
    )
    parts = [
        f"{name}={digest(file.read_bytes())}"
        for name, file in files
        if not any(part.startswith((".", "__pycache__")) for part in name.split("/"))
    ]
    return text_digest(*parts)


@cache
def program_digest() -> str:
    """The digest of this program: a run is not continued by a program that would write something else."""
    return folder_digest(str(Path(__file__).resolve().parent.parent), (".py", ".toml", ".css", ".js", ".j2"))


def shared_digest(dataset: Dataset, survey: Survey) -> str:
    """The digest of all that an article may say besides what the data hold of its own two entities.

    That is the dataset's own particulars, every entity's names and category, and the spread of every measure.
    """
    particulars = [
        canonical(getattr(dataset, field.name))
        for field in fields(dataset)
        if field.name not in ("folder", "entities", "observations", "collections", "pairs")
    ]
    collections = [
        canonical((found.resource, found.dimension, found.kind, found.noun, found.label, found.sections))
        for found in dataset.collections
    ]
    names = [
        canonical((entity.slug, entity.title, entity.plural, entity.article, entity.category))
        for entity in dataset.entities.values()
    ]
    spread = [
        canonical(getattr(survey, field.name))
        for field in fields(survey)
        if field.name not in ("dataset", "readings")
    ]
    return text_digest(*particulars, *collections, *names, *spread)


def entity_digests(dataset: Dataset) -> Mapping[str, str]:
    """The digest of what the data hold of each entity, by slug."""
    return {slug: entity_fingerprint(dataset, slug) for slug in dataset.entities}


def canonical(value: object) -> str:
    """A text that two equal values share, in every process."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ",".join(canonical(getattr(value, field.name)) for field in fields(value))
        return f"{type(value).__name__}({inner})"
    if isinstance(value, Mapping):
        entries = sorted((canonical(key), canonical(entry)) for key, entry in value.items())
        return "{" + ",".join(f"{key}:{entry}" for key, entry in entries) + "}"
    if isinstance(value, frozenset | set):
        return "{" + ",".join(sorted(canonical(entry) for entry in value)) + "}"
    if isinstance(value, tuple | list):
        return "(" + ",".join(canonical(entry) for entry in value) + ")"
    return repr(value)
