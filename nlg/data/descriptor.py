"""The descriptor `datapackage.json`: what a folder of tables holds and what its columns measure.

Format: Frictionless Data Package, version 2, with the `nlg` objects of this package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from pathlib import PurePosixPath

from nlg.data.document import Document, Holder, parse
from nlg.data.fields import Field, distinct_labels, read_field
from nlg.data.findings import Findings, meant, quoted
from nlg.data.model import SectionSpec, Source
from nlg.data.places import Path
from nlg.data.text import decoded

FILE_NAME = "datapackage.json"
KINDS = frozenset({"entities", "distribution", "ranked", "texts", "pairs"})
TITLES = frozenset({"common", "name"})
PACKAGE_KEYS = frozenset({"entity", "titles", "projection", "sections", "release"})
RESOURCE_KEYS = frozenset({"kind", "noun", "section"})
_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of the package, as declared."""

    name: str
    path: str
    """Relative to the folder, with forward slashes."""
    title: str
    kind: str
    """As declared; empty when the descriptor does not say."""
    noun: str
    sections: tuple[str, ...]
    fields: tuple[Field, ...] | None
    """None when the descriptor has no schema: the header's columns are then all read."""
    key: tuple[str, ...]
    """The columns whose values together name a row; empty when the descriptor does not say."""
    missing: frozenset[str]
    """Cell texts that mean "not known"."""
    delimiter: str
    quote: str
    place: Path


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


def _safe_path(document: Document, name: str, raw: Holder, path: Path) -> str:
    """The resource's path, or an empty string when it has none that may be opened."""
    given = raw.get("path")
    if isinstance(given, list) and len(given) == 1:
        given = given[0]
    if given is None and "data" in raw:
        document.fault((*path, "data"), f'{name}: data inside the descriptor are not read; give a "path"')
        return ""
    if not isinstance(given, str) or not given.strip():
        document.fault(path, f'{name}: has no path of one file; add "path": "{name}.csv"')
        return ""
    pure = PurePosixPath(given.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", given):
        document.fault(
            (*path, "path"), f"{name}: path {quoted(given)} leaves the folder; keep every file inside it"
        )
        return ""
    if "\0" in given:
        document.fault((*path, "path"), f"{name}: path {quoted(given)} is no file name; delete the NUL")
        return ""
    return str(pure)


def _fields(document: Document, folder: FilePath, raw: Holder, path: Path) -> tuple[Field, ...] | None:
    if raw.get("schema") is None:
        return None
    if isinstance(raw["schema"], str):
        document.fault((*path, "schema"), "schema: stands in another file; write it into the descriptor")
        return ()
    schema = document.holder(raw, "schema", path)
    path = (*path, "schema", "fields")
    fields: dict[str, Field] = {}
    concepts: dict[str, str] = {}
    ends: dict[tuple[str, str], str] = {}
    for index, element in enumerate(document.elements(schema, "fields", path[:-1])):
        field = read_field(document, element, (*path, index))
        if field is None:
            continue
        if field.name in fields:
            document.fault((*path, index), f"field {quoted(field.name)} is declared twice; delete one")
            continue
        measure = field.measure
        if measure:
            if measure.concept in concepts:
                document.fault(
                    (*path, index, "nlg"),
                    f"{field.name}: concept {quoted(measure.concept)} is already that of "
                    f"{concepts[measure.concept]}; give each its own",
                )
            concepts[measure.concept] = field.name
            end = (measure.range, measure.bound)
            if measure.range and end in ends:
                document.fault(
                    (*path, index, "nlg"),
                    f"{field.name}: range {quoted(measure.range)} has its {measure.bound} end "
                    f"in {ends[end]} already; rename one",
                )
            ends[end] = field.name
        fields[field.name] = field
    found = tuple(fields.values())
    labels = distinct_labels(found)
    return tuple(
        replace(field, measure=replace(field.measure, label=labels[field.measure.concept]))
        if field.measure
        else field
        for field in found
    )


def _resource(document: Document, folder: FilePath, raw: object, path: Path) -> Resource | None:
    if not isinstance(raw, dict):
        document.fault(path, 'a resource is not an object; write {"name": …, "path": …}')
        return None
    name = document.text(raw, "name", path)
    if not name:
        document.fault(path, 'a resource has no name; add "name"')
        return None
    file = _safe_path(document, name, raw, path)
    nlg = document.holder(raw, "nlg", path)
    document.check_keys(nlg, RESOURCE_KEYS, (*path, "nlg"))
    kind = document.text(nlg, "kind", (*path, "nlg"))
    if kind and kind not in KINDS:
        document.fault((*path, "nlg", "kind"), f"kind: {quoted(kind)} is unknown; {meant(kind, KINDS)}")
        kind = ""
    schema = raw["schema"] if isinstance(raw.get("schema"), dict) else {}
    dialect = document.holder(raw, "dialect", path)
    tab = PurePosixPath(file).suffix == ".tsv" or raw.get("format") == "tsv"
    encoding = document.text(raw, "encoding", path)
    if encoding and encoding.casefold().replace("_", "-") not in {"utf-8", "utf8", "utf-8-sig", "us-ascii"}:
        document.fault(
            (*path, "encoding"), f"{name}: encoding {quoted(encoding)} is not read; save the file as UTF-8"
        )
    return Resource(
        name=name,
        path=file,
        title=document.text(raw, "title", path),
        kind=kind,
        noun=document.text(nlg, "noun", (*path, "nlg")),
        sections=document.texts(nlg, "section", (*path, "nlg")),
        fields=_fields(document, folder, raw, path),
        key=document.texts(schema, "primaryKey", (*path, "schema")),
        missing=_missing(document, schema, (*path, "schema")),
        delimiter=_character(document, dialect, "delimiter", "\t" if tab else ",", (*path, "dialect")),
        quote=_character(document, dialect, "quoteChar", '"', (*path, "dialect")),
        place=path,
    )


def _missing(document: Document, schema: Holder, path: Path) -> frozenset[str]:
    values = document.elements(schema, "missingValues", path)
    texts = [value.get("value", "") if isinstance(value, dict) else value for value in values]
    return frozenset({"", *(text for text in texts if isinstance(text, str))})


def _character(document: Document, dialect: Holder, key: str, default: str, path: Path) -> str:
    value = dialect.get(key, default)
    if isinstance(value, str) and len(value) == 1 and value not in "\r\n\0":
        return value
    document.fault((*path, key), f"{key}: {quoted(str(value))} is not one character; write {quoted(default)}")
    return default


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


def read_descriptor(folder: FilePath, findings: Findings) -> Package | None:
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
        resource = _resource(document, folder, raw, ("resources", index))
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
