"""Resources of the descriptor: which file holds a table, what kind of table it is, and its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from nlg.data.document import Document, Holder
from nlg.data.fields import Field, distinct_labels, read_field
from nlg.data.findings import meant, quoted
from nlg.data.places import Path

KINDS = frozenset({"entities", "distribution", "ranked", "texts", "pairs"})
RESOURCE_KEYS = frozenset({"kind", "noun", "section"})


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


def _fields(document: Document, raw: Holder, path: Path) -> tuple[Field, ...] | None:
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


def read_resource(document: Document, raw: object, path: Path) -> Resource | None:
    """The resource that the descriptor declares at `path`, or None when it has no usable name."""
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
        fields=_fields(document, raw, path),
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
