"""What a resource holds, for descriptors that do not say so."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from nlg.data.lookup import find_conventions
from nlg.data.model import Item
from nlg.data.resources import Resource


@dataclass(frozen=True, slots=True)
class Convention:
    """What a resource of a well-known name holds."""

    kind: str
    noun: str


@cache
def conventions() -> dict[str, Convention]:
    """The well-known resources by name, from the file that travels with the shipped datasets."""
    path = find_conventions()
    if path is None:
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Convention(entry["kind"], entry.get("noun", "")) for name, entry in table.items()}


def entities_resource(resources: tuple[Resource, ...]) -> Resource | None:
    """The resource with one row an entity: the one that says so, or else the first that says nothing."""
    for resource in resources:
        if resource.kind == "entities":
            return resource
    for resource in resources:
        if not resource.kind:
            return resource
    return None


def kind_by_columns(name: str, columns: frozenset[str]) -> str:
    """The kind of a resource from its name and the columns it has; empty when the shares must decide.

    A resource without `slug` that is no list of pairs belongs to no entity: its kind is "other".
    """
    if {"first", "second"} <= columns and "slug" not in columns:
        return "pairs"
    if "slug" not in columns:
        return "other"
    known = conventions().get(name)
    if known:
        return known.kind
    if "text" in columns:
        return "texts"
    if "dimension" in columns:
        return "distribution"
    return "" if "share" in columns else "ranked"


def kind_by_shares(items: dict[str, tuple[Item, ...]]) -> str:
    """Whether the shares read as those of a whole: at least half of the entities have a sum near 100."""
    sums = [
        sum(item.share for item in row if item.share is not None)
        for row in items.values()
        if all(item.share is not None for item in row)
    ]
    whole = sum(98 <= total <= 102 for total in sums)
    return "distribution" if sums and whole * 2 >= len(sums) else "ranked"
