"""Whole pages in every format, with each finding listed in a case file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from nlg.data import load
from nlg.validator.claim import Claim
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text
from tests.validator.pages import PageCase, read_cases

FOLDER = Path(__file__).parent / "page_cases"
CASES = [case for file in sorted(FOLDER.glob("*.txt")) for case in read_cases(file)]


@cache
def reader_of(data: str) -> Reader:
    return compile_reader(load(Path(__file__).parents[2] / "datasets" / data))


def line_of(claim: Claim) -> str:
    return f"{claim.verdict} {claim.kind} {claim.attribute or '-'} {claim.text}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_page_brings_exactly_its_findings(case: PageCase):
    report = validate_text(reader_of(case.data), case.file, case.page, case.pair)

    found = [line_of(claim) for claim in report.claims if claim.verdict != "supported"]
    assert found == list(case.findings)
    assert report.count("supported") == case.supported
