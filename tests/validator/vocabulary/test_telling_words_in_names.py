"""Names that hold words which elsewhere compare, bound or count: "fast food workers", "floor sanders"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlg.data import load
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

ROWS = (
    "slug,title,plural,yearly_salary,salary_low,salary_high,growth_rate\n"
    "fast-food-worker,Fast Food Worker,Fast Food Workers,30000,22000,41000,6.1\n"
    "floor-sander,Floor Sander,Floor Sanders,46000,33000,66000,-1.5\n"
    "set-designer,Set and Exhibit Designer,Set and Exhibit Designers,60000,35000,90000,3.2\n"
)
PAY = {"unit": "USD/year", "statistic": "median", "noun": "salary", "more": "higher", "less": "lower"}
GROWTH = {"unit": "percent_change", "noun": "projected growth", "more": "faster", "less": "slower"}
RANGE = {"unit": "USD/year", "noun": "salary range", "range": "salary_range"}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """The reader of three occupations."""
    numbers = {
        "yearly_salary": PAY,
        "salary_low": RANGE | {"bound": "low"},
        "salary_high": RANGE | {"bound": "high"},
        "growth_rate": GROWTH,
    }
    fields = [
        *({"name": name, "type": "string"} for name in ("slug", "title", "plural")),
        *({"name": name, "type": "number", "nlg": nlg | {"section": "pay"}} for name, nlg in numbers.items()),
    ]
    package = {
        "name": "jobs",
        "title": "Jobs",
        "version": "1.0.0",
        "nlg": {"entity": "occupation", "titles": "common", "sections": [{"id": "pay", "heading": "Pay"}]},
        "resources": [
            {
                "name": "jobs",
                "type": "table",
                "path": "jobs.csv",
                "nlg": {"kind": "entities"},
                "schema": {"primaryKey": ["slug"], "fields": fields},
            }
        ],
    }
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (tmp_path / "jobs.csv").write_text(ROWS, encoding="utf-8")
    return compile_reader(load(tmp_path))


@pytest.mark.parametrize(
    "first, second, sentence, verdict",
    [
        pytest.param(
            "set-designer",
            "fast-food-worker",
            "Set and exhibit designers earn twice as much as fast food workers.",
            "supported",
            id="as much as fast food workers, not as fast",
        ),
        pytest.param(
            "set-designer",
            "fast-food-worker",
            "Designers earn three times as much as fast food workers.",
            "refuted",
            id="a multiple of pay that is none",
        ),
        pytest.param(
            "floor-sander",
            "fast-food-worker",
            "On pay, floor sanders come out ahead, by $16,000 a year.",
            "supported",
            id="no floor of a range",
        ),
        pytest.param(
            "floor-sander",
            "set-designer",
            "Jobs are set to shrink for floor sanders but not for designers.",
            "supported",
            id="set to shrink, not set designers",
        ),
    ],
)
def test_words_inside_a_name_tell_nothing(
    first: str, second: str, sentence: str, verdict: str, reader: Reader
) -> None:
    """What compares, bounds or names stands outside the names."""
    report = validate_text(reader, "-", sentence, (first, second))

    assert {claim.verdict for claim in report.claims} == {verdict}
