"""Raw cells against the field that the descriptor declares for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

from nlg.data.fields import LARGEST_EXPONENT, Constraints, Field
from nlg.data.findings import Findings, quoted
from nlg.data.text import one_line

LONGEST_NUMBER = 60
"""Characters."""
LONGEST_LIST = 12
"""Values allowed that a message repeats."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_NOT_FINITE = re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)
_CURRENCY = re.compile(r"[+-]?[$€£¥][+-]?[\d.,]+", re.ASCII)
_TRUTH = frozenset({"true", "false", "True", "False", "TRUE", "FALSE", "1", "0"})


def _not_a_number(text: str) -> str:
    """Why a text is no number, and the remedy for the slip that it looks like."""
    found = quoted(text)
    if _NOT_FINITE.fullmatch(text):
        return f"{found} is not a finite number; leave unknown cells empty"
    if _GROUPED.fullmatch(text):
        plain = re.sub(r"[^\d.+-]", "", text)
        return f"{found} has thousands separators; write {plain}"
    if text.endswith("%"):
        return f"{found} is not a number; write it without the percent sign"
    if _CURRENCY.fullmatch(text):
        return f"{found} is not a number; write it without the currency sign and separators"
    if _DECIMAL_COMMA.fullmatch(text):
        return f"{found} is not a number; write a decimal point, not a comma"
    if text[:1] in "\u2212\u2013\u2012" and _NUMBER.fullmatch(text[1:]):
        return f'{found} is not a number; write a plain hyphen "-" for minus'
    return f"{found} is not a number; leave unknown cells empty"


def _number(field: Field, text: str) -> tuple[Decimal | None, str]:
    if not _NUMBER.fullmatch(text):
        return None, _not_a_number(text)
    if len(text) > LONGEST_NUMBER:
        return None, f"{quoted(text)} has more than {LONGEST_NUMBER} characters; round it"
    value = Decimal(text)
    if not value:
        return Decimal(0), ""
    if abs(value.adjusted()) > LARGEST_EXPONENT:
        size = "large" if value.adjusted() > 0 else "small"
        return None, f"{quoted(text)} is too {size} to be meant; check its exponent"
    if field.type == "integer":
        if value != value.to_integral_value():
            return None, f"{quoted(text)} is not a whole number; round it or declare the column a number"
        return Decimal(int(value)), ""
    return value, ""


def _limits(field: Field) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest value that the unit allows, where the descriptor sets no other."""
    measure = field.measure
    if measure is None:
        return None, None
    if measure.unit == "percent" and measure.statistic != "projection":
        return Decimal(0), Decimal(100)
    if measure.unit == "count":
        return Decimal(0), None
    kind, _, most = measure.unit.partition("/")
    if kind == "score" and most.isascii() and most.isdigit():
        return Decimal(0), Decimal(most)
    return None, None


def _is_share(field: Field) -> bool:
    """Whether a field holds shares of a whole, which no constraint can make larger than it."""
    measure = field.measure
    if measure is None:
        return field.name == "share"
    return measure.unit in {"", "percent"} and "share" in {field.name, measure.statistic}


def _out_of_limits(field: Field, value: Decimal) -> str:
    """What is wrong with the size of a number, and the remedy."""
    constraints = field.constraints
    least, most = _limits(field)
    if _is_share(field):
        least, most = Decimal(0), Decimal(100)
    elif constraints.minimum is not None or constraints.maximum is not None:
        least, most = None, None
    if least is not None and value < least and most is None:
        return "is a negative count; write how many there are"
    if (least is not None and value < least) or (most is not None and value > most):
        return f"is outside {least}–{most}; check the figure"
    if constraints.minimum is not None and value < constraints.minimum:
        return f"is below the minimum of {constraints.minimum}; check the figure"
    if constraints.maximum is not None and value > constraints.maximum:
        return f"is above the maximum of {constraints.maximum}; check the figure"
    return ""


def _year(text: str) -> bool:
    return re.fullmatch(r"-?\d{4}", text, re.ASCII) is not None


def _date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _datetime(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _truth(text: str) -> bool:
    return text in _TRUTH


def _month(text: str) -> bool:
    return _date(f"{text}-01")


FORMATS: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "boolean": (_truth, "neither true nor false", "write one of the two"),
    "date": (_date, "not a date", "write it like 2026-02-01"),
    "datetime": (_datetime, "not a date with a time", "write it like 2026-02-01T12:00:00"),
    "year": (_year, "not a year", "write four digits"),
    "yearmonth": (_month, "not a month", "write it like 2026-02"),
}
"""What a text of these types must look like, the fault otherwise, and its remedy."""


def _text_fault(field: Field, text: str, constraints: Constraints) -> str:
    rule = FORMATS.get(field.type)
    if rule and not rule[0](text):
        return f"{quoted(text)} is {rule[1]}; {rule[2]}"
    if constraints.min_length is not None and len(text) < constraints.min_length:
        return f"{quoted(text)} is shorter than {constraints.min_length} characters; lengthen it"
    if constraints.max_length is not None and len(text) > constraints.max_length:
        return f"{quoted(text)} is longer than {constraints.max_length} characters; shorten it"
    if constraints.earliest and text < constraints.earliest:
        return f"{quoted(text)} is before {constraints.earliest}; check it"
    if constraints.latest and text > constraints.latest:
        return f"{quoted(text)} is after {constraints.latest}; check it"
    return ""


def _listed(field: Field, text: str, value: Decimal | str) -> bool:
    enum = field.constraints.enum
    if text in enum:
        return True
    return isinstance(value, Decimal) and any(
        _NUMBER.fullmatch(allowed) and Decimal(allowed) == value for allowed in enum
    )


def _not_listed(field: Field, text: str, findings: Findings) -> str:
    enum = field.constraints.enum
    near = findings.guess(text, enum)
    if near:
        remedy = f"did you mean {quoted(near)}?"
    elif len(enum) <= LONGEST_LIST:
        remedy = f"use one of {', '.join(enum)}"
    else:
        remedy = "the descriptor lists them"
    return f"{quoted(text)} is not among the values allowed; {remedy}"


def read_cell(field: Field, raw: str, findings: Findings) -> tuple[Decimal | str | None, str]:
    """The value of a cell that is not empty, and what is wrong with it.

    Exactly one of the two is given, except that a cell of nothing but white space is neither: its
    value is not known. Text comes on one line; `raw` is the cell as it stands in the file.
    """
    text = one_line(raw)
    if not text:
        return None, ""
    constraints = field.constraints
    value: Decimal | str | None = text
    if field.numeric:
        value, wrong = _number(field, text)
        if isinstance(value, Decimal):
            wrong = _out_of_limits(field, value)
            wrong = wrong and f"{quoted(text)} {wrong}"
    else:
        wrong = _text_fault(field, text, constraints)
    if not wrong and value is not None and constraints.enum and not _listed(field, text, value):
        wrong = _not_listed(field, text, findings)
    if not wrong and constraints.pattern and not constraints.pattern.fullmatch(text):
        wrong = f"{quoted(text)} does not match {quoted(constraints.pattern.pattern)}; rewrite it"
    return (None, wrong) if wrong else (value, "")
