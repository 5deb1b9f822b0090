"""Fields of a table schema: the type, the constraints and the measure that a descriptor declares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from nlg.data.document import Document, Holder
from nlg.data.findings import meant, nearest, quoted
from nlg.data.model import Measure
from nlg.data.places import Path
from nlg.data.wording import capitalised, in_words, label

NUMERIC_TYPES = frozenset({"integer", "number"})
DATED_TYPES = frozenset({"date", "datetime", "year", "yearmonth"})
TYPES = NUMERIC_TYPES | {
    "any",
    "array",
    "boolean",
    "date",
    "datetime",
    "duration",
    "geojson",
    "geopoint",
    "list",
    "object",
    "string",
    "time",
    "year",
    "yearmonth",
}
"""The field types of the Table Schema standard, version 2."""

LARGEST_EXPONENT = 30
"""Numbers of 10^31 and more are taken for a slip: no measure that a reader compares is so large."""

STATISTICS = frozenset({"mean", "median", "total", "share", "projection"})
BOUNDS = frozenset({"low", "high"})
MEASURE_KEYS = frozenset(
    {
        "concept",
        "unit",
        "statistic",
        "noun",
        "also",
        "more",
        "less",
        "material",
        "range",
        "bound",
        "section",
    }
)


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the descriptor demands of every cell of a column."""

    required: bool = False
    unique: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    earliest: str = ""
    latest: str = ""
    """The minimum and maximum of dates, months and years, which sort as they are written."""
    enum: tuple[str, ...] = ()
    """In the words of the file; empty when any value will do."""
    pattern: re.Pattern[str] | None = None
    min_length: int | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a resource."""

    name: str
    type: str = "string"
    constraints: Constraints = Constraints()
    measure: Measure | None = None
    """What its `nlg` object makes of it, or None when it has none."""

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers."""
        return self.type in NUMERIC_TYPES


def _number(document: Document, holder: Holder, key: str, path: Path) -> Decimal | None:
    raw = holder.get(key)
    if raw is None:
        return None
    try:
        value = Decimal(str(raw)) if not isinstance(raw, bool) else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite():
        document.fault((*path, key), f"{key}: {quoted(str(raw))} is not a number; write digits")
        return None
    return value


def _length(document: Document, holder: Holder, key: str, path: Path) -> int | None:
    value = _number(document, holder, key, path)
    return None if value is None else int(value)


def _pattern(document: Document, holder: Holder, path: Path) -> re.Pattern[str] | None:
    raw = document.text(holder, "pattern", path)
    try:
        return re.compile(raw) if raw else None
    except (re.error, OverflowError, RecursionError) as error:
        document.fault((*path, "pattern"), f"pattern: {quoted(raw)} is not a regular expression; {error}")
        return None


def _constraints(document: Document, field: Holder, path: Path, kind: str) -> Constraints:
    holder = document.holder(field, "constraints", path)
    path = (*path, "constraints")
    numeric = kind in NUMERIC_TYPES
    enum = holder.get("enum", [])
    if not isinstance(enum, list):
        document.fault((*path, "enum"), "enum: is not a list; put the allowed values in brackets")
        enum = []
    return Constraints(
        required=document.flag(holder, "required", path),
        unique=document.flag(holder, "unique", path),
        minimum=_number(document, holder, "minimum", path) if numeric else None,
        maximum=_number(document, holder, "maximum", path) if numeric else None,
        earliest=str(holder.get("minimum", "")) if kind in DATED_TYPES else "",
        latest=str(holder.get("maximum", "")) if kind in DATED_TYPES else "",
        enum=tuple(str(value) for value in enum),
        pattern=_pattern(document, holder, path),
        min_length=_length(document, holder, "minLength", path),
        max_length=_length(document, holder, "maxLength", path),
    )


def _material(document: Document, holder: Holder, path: Path) -> tuple[Decimal | None, bool]:
    """The smallest difference worth calling one, and whether it is a share."""
    raw = holder.get("material")
    if raw is None:
        return None, False
    text = str(raw).strip()
    try:
        value = Decimal(text.removesuffix("%").rstrip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0 or value.adjusted() > LARGEST_EXPONENT or isinstance(raw, bool):
        document.fault(
            (*path, "material"),
            f'material: {quoted(text)} is not a difference; write a number in the unit or a share like "1%"',
        )
        return None, False
    is_share = text.endswith("%")
    return (value / 100 if is_share else value), is_share


def _measure(document: Document, field: Holder, name: str, kind: str, path: Path) -> Measure:
    holder = document.holder(field, "nlg", path)
    title = document.text(field, "title", path)
    path = (*path, "nlg")
    document.check_keys(holder, MEASURE_KEYS, path)
    concept = document.text(holder, "concept", path) or name
    statistic = document.text(holder, "statistic", path)
    noun = document.text(holder, "noun", path)
    bound = document.text(holder, "bound", path)
    range_name = document.text(holder, "range", path)
    if bound and bound not in BOUNDS:
        document.fault((*path, "bound"), f"bound: {quoted(bound)} is unknown; {meant(bound, BOUNDS)}")
    if bool(bound) != bool(range_name):
        missing = "range" if bound else "bound"
        document.fault(path, f'{name}: "range" and "bound" go together; add {quoted(missing)}')
    if statistic and statistic not in STATISTICS:
        near = nearest(statistic, STATISTICS)
        remedy = f"did you mean {quoted(near)}?" if near else f"known are {', '.join(sorted(STATISTICS))}"
        document.doubt((*path, "statistic"), f"statistic: {quoted(statistic)} is unknown; {remedy}")
    material, is_share = _material(document, holder, path)
    return Measure(
        column=name,
        concept=concept,
        label=capitalised(title) or label(concept, statistic, noun, bound),
        numeric=kind in NUMERIC_TYPES,
        unit=document.text(holder, "unit", path),
        statistic=statistic,
        noun=noun,
        also=document.texts(holder, "also", path),
        more=document.text(holder, "more", path),
        less=document.text(holder, "less", path),
        material=material,
        material_is_share=is_share,
        range=range_name,
        bound=bound,
        sections=document.texts(holder, "section", path),
    )


def read_field(document: Document, raw: object, path: Path) -> Field | None:
    """The field that the descriptor declares at `path`, or None when it has no usable name."""
    if not isinstance(raw, dict):
        document.fault(path, 'a field is not an object; write {"name": …, "type": …}')
        return None
    name = document.text(raw, "name", path)
    if not name:
        document.fault(path, 'a field has no name; add "name"')
        return None
    kind = document.text(raw, "type", path)
    nlg = raw.get("nlg")
    if not kind:
        kind = "number" if isinstance(nlg, dict) and nlg.get("unit") else "string"
    elif kind not in TYPES:
        document.fault((*path, "type"), f"{name}: type {quoted(kind)} is unknown; {meant(kind, TYPES)}")
        kind = "string"
    return Field(
        name=name,
        type=kind,
        constraints=_constraints(document, raw, path, kind),
        measure=_measure(document, raw, name, kind, path) if nlg is not None else None,
    )


def distinct_labels(fields: tuple[Field, ...]) -> dict[str, str]:
    """A label for each measure's concept, no two the same.

    Labels that two measures would share are replaced by the concepts in words.
    """
    measures = [field.measure for field in fields if field.measure]
    given = [measure.label.casefold() for measure in measures]
    return {
        measure.concept: measure.label
        if given.count(measure.label.casefold()) == 1
        else capitalised(in_words(measure.concept))
        for measure in measures
    }
