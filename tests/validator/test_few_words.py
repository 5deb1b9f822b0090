"""A descriptor that gives each measure a noun and no other name is read nearly as well as one that gives more."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nlg.data import load
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

DATASETS = Path(__file__).parents[2] / "datasets"
LEFT_OUT = ("also", "more", "less", "material", "section")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The reader of the occupations, whose descriptor has lost all that is not required."""
    folder = tmp_path_factory.mktemp("few") / "occupations"
    shutil.copytree(DATASETS / "occupations", folder)
    file = folder / "datapackage.json"
    package = json.loads(file.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            for key in LEFT_OUT:
                field.get("nlg", {}).pop(key, None)
    file.write_text(json.dumps(package), encoding="utf-8")
    return compile_reader(load(folder))


@pytest.mark.parametrize(
    "text, concept",
    [
        ("Electricians earn $62,350 a year.", "yearly_salary"),
        ("An electrician makes $62,350 a year.", "yearly_salary"),
        ("Electricians are paid $62,350 a year.", "yearly_salary"),
        ("Pay for electricians is $62,350 a year.", "yearly_salary"),
        ("The wage of electricians is $62,350 a year.", "yearly_salary"),
        ("The income of electricians is $62,350 a year.", "yearly_salary"),
        ("Electricians make $29.98 an hour.", "hourly_rate"),
        ("There are 81,000 openings a year for electricians.", "annual_openings"),
        ("There are 742,580 jobs for electricians.", "number_of_jobs"),
        ("742,580 people work as electricians.", "number_of_jobs"),
        ("Electricians are older than plumbers.", "average_age"),
        ("Electricians are better paid than plumbers.", "yearly_salary"),
        ("The pay range of electricians is $39,430 to $106,030.", "salary_percentiles"),
    ],
)
def test_english_that_the_descriptor_does_not_give_is_known_by_unit_and_noun(
    reader: Reader, text: str, concept: str
):
    claims = validate_text(reader, "text.md", text + "\n", ("electrician", "plumber")).claims

    assert [claim.attribute for claim in claims] == [concept]


@pytest.mark.parametrize("label", ["Pay", "Wage", "Earnings", "Median annual pay", "Income"])
def test_a_row_may_be_headed_by_any_noun_of_its_kind(reader: Reader, label: str):
    table = f"| | Electrician | Plumber |\n|---|---|---|\n| {label} | $62,350 | $62,970 |\n"

    claims = validate_text(reader, "table.md", table, ("electrician", "plumber")).claims

    assert {(claim.attribute, claim.verdict) for claim in claims} == {("yearly_salary", "supported")}
