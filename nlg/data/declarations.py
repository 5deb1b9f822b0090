"""Doubts about what a descriptor declares; they need no cell, and so are found whatever the tables hold."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from nlg.data.descriptor import Package
from nlg.data.findings import nearest, quoted
from nlg.data.model import Measure
from nlg.data.places import Path
from nlg.data.resources import Resource

CURRENCIES = ("AUD", "CAD", "EUR", "GBP", "INR", "JPY", "KRW", "USD")
"""The codes that a symbol stands for in an article."""
WRITTEN_CURRENCIES = frozenset(
    "AED ARS BRL CHF CLP CNY COP CZK DKK EGP HKD HUF IDR ILS ISK KES MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN "
    "RON RUB SAR SEK SGD THB TRY TWD UAH VND ZAR".split()
)
"""Codes of ISO 4217 that are printed as they stand."""
CODE_LENGTH = 3
LEAST_LIKENESS = 0.6
"""Two letters of three in their order: "UDS" is near "USD"."""


def _measures(resource: Resource) -> Iterator[tuple[Path, Measure]]:
    """The measures of a resource, each with the place of its `nlg` object."""
    for index, field in enumerate(resource.fields or ()):
        if field.measure:
            yield (*resource.place, "schema", "fields", index, "nlg"), field.measure


def note_sections(package: Package) -> None:
    """Notes sections that are named somewhere and that the descriptor's list of sections lacks."""
    known = [section.id for section in package.sections]
    if not known:
        return
    for resource in package.resources:
        named = [((*resource.place, "nlg"), resource.name, resource.sections)]
        named += [(place, measure.column, measure.sections) for place, measure in _measures(resource)]
        for place, name, sections in named:
            for section in sections:
                if section not in known:
                    near = nearest(section, known)
                    remedy = f"did you mean {quoted(near)}?" if near else "add it to the sections"
                    package.document.doubt(
                        (*place, "section"),
                        f"{name}: section {quoted(section)} is not in the list of sections; {remedy}",
                    )


def note_ranges(package: Package) -> None:
    """Notes ranges of which only one end is declared: no range can be told from it."""
    for resource in package.resources:
        ends = [(place, measure) for place, measure in _measures(resource) if measure.range and measure.bound]
        for place, measure in ends:
            other = "low" if measure.bound == "high" else "high"
            if not any(one.range == measure.range and one.bound == other for _, one in ends):
                package.document.doubt(
                    (*place, "range"),
                    f"{measure.column}: range {quoted(measure.range)} has no {other} end; "
                    f'give another field this "range" and "bound": "{other}"',
                )


def note_comparatives(package: Package) -> None:
    """Notes measures whose differences count from some size on, and that lack the words to tell them with."""
    for resource in package.resources:
        for place, measure in _measures(resource):
            lacking = [key for key, word in (("more", measure.more), ("less", measure.less)) if not word]
            if measure.numeric and measure.material is not None and lacking:
                keys = " and ".join(quoted(key) for key in lacking)
                package.document.doubt(
                    (*place, "material"),
                    f"{measure.column}: has material and no {keys}, so a difference cannot be put into words; "
                    f"add {keys}",
                )


def note_currencies(package: Package) -> None:
    """Notes rates whose unit begins with what looks like a currency's code and is none."""
    for resource in package.resources:
        for place, measure in _measures(resource):
            code, slash, period = measure.unit.partition("/")
            if not slash or len(code) != CODE_LENGTH or not code.isalpha():
                continue
            known = code in CURRENCIES or code in WRITTEN_CURRENCIES
            if known or not (code.isupper() or code.upper() in CURRENCIES):
                continue
            near = get_close_matches(code.upper(), CURRENCIES, n=1, cutoff=LEAST_LIKENESS)
            remedy = (
                f"did you mean {quoted(f'{near[0]}/{period}')}?"
                if near
                else f"the unit is printed as it stands; known are {', '.join(CURRENCIES)}"
            )
            package.document.doubt(
                (*place, "unit"), f"{measure.column}: currency {quoted(code)} is unknown; {remedy}"
            )


def note_declarations(package: Package) -> None:
    """Notes every doubt about what a descriptor declares in the findings of its reading."""
    note_sections(package)
    note_ranges(package)
    note_comparatives(package)
    note_currencies(package)
