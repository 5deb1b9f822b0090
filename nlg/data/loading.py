"""A folder as a `Dataset`, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nlg.data import children, entities, pairs
from nlg.data.descriptor import Package, read_descriptor
from nlg.data.findings import Findings
from nlg.data.kinds import entities_resource, kind_by_columns
from nlg.data.model import Collection, Dataset
from nlg.data.records import Records, read_records
from nlg.data.resources import Resource
from nlg.data.wording import singular
from nlg.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder, read: what could be made of it, and the tables behind it for those who check them."""

    dataset: Dataset | None
    """None when no table of entities could be read; to be trusted only when there are no faults."""
    package: Package | None
    tables: tuple[Records, ...]
    """In the descriptor's order, the resources that could be read."""
    findings: Findings


def _read_child(
    records: Records,
    slugs: frozenset[str] | None,
    findings: Findings,
) -> tuple[tuple[Collection, ...], tuple[tuple[str, str], ...]]:
    resource = records.resource
    kind = resource.kind or kind_by_columns(resource.name, frozenset(records.ordinals))
    if kind == "pairs":
        return (), pairs.read_pairs(records, slugs, findings)
    if not records.has("slug"):
        report = findings.fault if resource.kind else findings.doubt
        report(
            records.file,
            records.header_line,
            1,
            'slug: the file has no column "slug"; add it, or the rows belong to no entity',
        )
        return (), ()
    return children.read_children(records, slugs, findings), ()


def _dataset(
    folder: Path,
    package: Package,
    main: Resource,
    found: entities.Entities,
    tables: tuple[Records, ...],
    findings: Findings,
) -> Dataset:
    collections: list[Collection] = []
    listed: list[tuple[str, str]] = []
    for records in tables:
        if records.resource is main:
            continue
        more_collections, more_pairs = _read_child(records, found.slugs, findings)
        collections.extend(more_collections)
        listed.extend(more_pairs)
    return Dataset(
        folder=str(folder),
        name=package.name,
        title=package.title,
        release=package.release,
        version=package.version,
        licences=package.licences,
        sources=package.sources,
        entity_noun=package.entity_noun or singular(main.name),
        titles=package.titles,
        projection=package.projection,
        sections=package.sections,
        resource=main.name,
        measures=found.measures,
        entities=found.entities,
        observations=found.observations,
        collections=tuple(collections),
        pairs=tuple(dict.fromkeys(listed)),
    )


def read(folder: str | Path) -> Reading:
    """Everything that can be made of a folder, whatever is wrong with it."""
    folder = Path(folder)
    findings = Findings()
    package = read_descriptor(folder, findings)
    if package is None:
        return Reading(None, None, (), findings)
    main = entities_resource(package.resources)
    if main is None:
        if package.resources:
            package.document.fault(
                ("resources",), 'no resource holds the entities; give one "nlg": {"kind": "entities"}'
            )
        return Reading(None, package, (), findings)
    for resource in package.resources:
        if resource.kind == "entities" and resource is not main:
            package.document.fault(
                (*resource.place, "nlg", "kind"), f"{resource.name}: a second resource of entities; keep one"
            )
    tables: list[Records] = []
    for resource in package.resources:
        if resource is main:
            records = read_records(folder, resource, entities.ROLES, findings, unique_elsewhere="slug")
        else:
            records = read_records(folder, resource, (*children.ROLES, *pairs.ROLES), findings)
        if records is not None:
            tables.append(records)
    for records in tables:
        if records.resource is main:
            found = entities.read_entities(records, findings)
            dataset = _dataset(folder, package, main, found, tuple(tables), findings)
            return Reading(dataset, package, tuple(tables), findings)
    return Reading(None, package, tuple(tables), findings)


def load(folder: str | Path) -> Dataset:
    """The dataset in a folder, checked.

    Raises:
        DatasetError: with every fault of the folder, sorted by place.
    """
    reading = read(folder)
    faults = tuple(sorted(set(reading.findings.faults)))
    if faults or reading.dataset is None:
        raise DatasetError(f"{folder}: {len(faults)} faults", faults)
    return reading.dataset
