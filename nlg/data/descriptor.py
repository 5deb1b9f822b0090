"""The descriptor `datapackage.json`: what a folder of tables holds and what its columns measure.

Format: Frictionless Data Package, version 2, with the `nlg` objects of this package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from nlg.data.document import Document, Holder, parse
from nlg.data.findings import Findings, meant, quoted
from nlg.data.model import SectionSpec, Source
from nlg.data.resources import Resource, read_resource
from nlg.data.text import decoded

FILE_NAME = "datapackage.json"
TITLES = frozenset({"common", "name"})
PACKAGE_KEYS = frozenset({"entity", "titles", "projection", "sections", "release"})
_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Package:
    """A descriptor, read."""

    document: Document
    name: str
    title: str
    release: str
    version: str
    licences: tuple[str, ...]
    sources: tuple[Source, ...]
    entity_noun: str
    titles: str
    projection: str
    sections: tuple[SectionSpec, ...]
    resources: tuple[Resource, ...]


def _release(document: Document, top: Holder, nlg: Holder) -> str:
    for holder, key, path in (
        (nlg, "release", ("nlg",)),
        (top, "release", ()),
        (top, "date", ()),
        (top, "created", ()),
    ):
        text = document.text(holder, key, path)
        if text:
            found = _DATE.fullmatch(text)
            if found:
                return found[1]
            document.fault((*path, key), f"{key}: {quoted(text)} is not a date; write it like 2026-02-01")
            return ""
    return ""


def _licences(document: Document, top: Holder) -> tuple[str, ...]:
    found: list[str] = []
    for index, raw in enumerate(document.elements(top, "licenses", ())):
        if isinstance(raw, str):
            found.append(raw)
        elif isinstance(raw, dict):
            path = ("licenses", index)
            title = document.text(raw, "title", path) or document.text(raw, "name", path)
            found.append(title or document.text(raw, "path", path))
        else:
            document.fault(("licenses", index), 'a licence is not an object; write {"name": …}')
    return tuple(name for name in found if name)


def _sources(document: Document, top: Holder) -> tuple[Source, ...]:
    found: list[Source] = []
    for index, raw in enumerate(document.elements(top, "sources", ())):
        path = ("sources", index)
        if isinstance(raw, str):
            raw = {"title": raw}
        if not isinstance(raw, dict):
            document.fault(path, 'a source is not an object; write {"title": …, "path": …}')
            continue
        source = Source(
            title=document.text(raw, "title", path) or document.text(raw, "name", path),
            path=document.text(raw, "path", path),
            attribution=document.text(raw, "attribution", path),
        )
        if source.title or source.path:
            found.append(source)
        else:
            document.fault(path, 'a source has neither title nor path; add "title"')
    return tuple(found)


def _sections(document: Document, nlg: Holder) -> tuple[SectionSpec, ...]:
    found: dict[str, SectionSpec] = {}
    for index, raw in enumerate(document.elements(nlg, "sections", ("nlg",))):
        path = ("nlg", "sections", index)
        if isinstance(raw, str):
            raw = {"id": raw}
        section_id = document.text(raw, "id", path) if isinstance(raw, dict) else ""
        if not section_id:
            document.fault(path, 'a section has no id; write {"id": …, "heading": …}')
        elif section_id in found:
            document.fault(path, f"section {quoted(section_id)} is listed twice; delete one")
        else:
            found[section_id] = SectionSpec(section_id, document.text(raw, "heading", path))
    return tuple(found.values())


def read_descriptor(folder: Path, findings: Findings) -> Package | None:
    """The package that the folder's descriptor declares, or None when there is nothing to go by."""
    path = folder / FILE_NAME
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        findings.fault(file, 1, 1, f"{reason}; a dataset is a folder with a {FILE_NAME}")
        return None
    before = len(findings.faults)
    source = decoded(data, file, findings)
    if len(findings.faults) > before:
        return None
    parsed = parse(source, file, findings)
    if parsed is None:
        return None
    document, top = parsed
    nlg = document.holder(top, "nlg", ())
    document.check_keys(nlg, PACKAGE_KEYS, ("nlg",))
    titles = document.text(nlg, "titles", ("nlg",)) or "common"
    if titles not in TITLES:
        document.fault(("nlg", "titles"), f"titles: {quoted(titles)} is unknown; {meant(titles, TITLES)}")
    resources: dict[str, Resource] = {}
    for index, raw in enumerate(document.elements(top, "resources", ())):
        resource = read_resource(document, raw, ("resources", index))
        if resource is None:
            continue
        if resource.name in resources:
            document.fault(
                ("resources", index, "name"),
                f"resource {quoted(resource.name)} is declared twice; rename one",
            )
        else:
            resources[resource.name] = resource
    if not resources and len(findings.faults) == before:
        document.fault((), 'no resources; add "resources" with one table of entities')
    name = document.text(top, "name", ())
    return Package(
        document=document,
        name=name or folder.resolve().name,
        title=document.text(top, "title", ()) or name or folder.resolve().name,
        release=_release(document, top, nlg),
        version=document.text(top, "version", ()),
        licences=_licences(document, top),
        sources=_sources(document, top),
        entity_noun=document.text(nlg, "entity", ("nlg",)),
        titles=titles,
        projection=document.text(nlg, "projection", ("nlg",)),
        sections=_sections(document, nlg),
        resources=tuple(resources.values()),
    )
