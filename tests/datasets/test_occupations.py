"""The shipped occupations: enough of them, well described, and with the figures of their sources."""

from __future__ import annotations

import csv
import importlib.util
import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from nlg.data.loading import load
from nlg.data.model import Dataset, Quantity

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "datasets" / "occupations"


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


@pytest.fixture(scope="module")
def occupations() -> Dataset:
    return load(FOLDER)


def value(dataset: Dataset, slug: str, concept: str) -> object:
    observation = dataset.observed(slug, concept)
    if observation is None:
        return None
    return observation.value.value if isinstance(observation.value, Quantity) else observation.value


def test_there_are_enough_to_compare(occupations: Dataset) -> None:
    """At least sixty occupations and forty pairs, no pair twice in either order."""
    assert len(occupations.entities) >= 60
    assert len(occupations.pairs) >= 40
    assert len({frozenset(pair) for pair in occupations.pairs}) == len(occupations.pairs)
    assert all(first != second for first, second in occupations.pairs)


def test_every_occupation_stands_in_a_pair(occupations: Dataset) -> None:
    """No occupation is shipped that no article is written about."""
    paired = {slug for pair in occupations.pairs for slug in pair}

    assert sorted(set(occupations.entities) - paired) == []


@pytest.mark.parametrize(
    "slug, concept, published",
    [
        ("electrician", "yearly_salary", 62350),
        ("electrician", "growth_rate", Decimal("9.5")),
        ("electrician", "number_of_jobs", 742580),
        ("electrician", "salary_high", 106030),
        ("plumber", "yearly_salary", 62970),
        ("plumber", "growth_rate", Decimal("4.5")),
        ("plumber", "number_of_jobs", 455940),
        ("plumber", "salary_high", 105150),
        ("emergency-medical-technician", "yearly_salary", 41340),
        ("emergency-medical-technician", "average_age", Decimal("28.7")),
        ("paramedic", "yearly_salary", 58410),
        ("paramedic", "average_age", Decimal("41.6")),
        ("registered-nurse", "yearly_salary", 93600),
        ("nurse-practitioner", "growth_rate", Decimal("40.1")),
        ("accountant", "hourly_rate", Decimal("39.27")),
        ("accountant", "annual_openings", 124200),
        ("lawyer", "salary_low", 72780),
        ("airline-pilot", "yearly_salary", 226600),
        ("software-developer", "highest_paying_state", "California"),
        ("dentist", "entry_education", "doctoral or professional degree"),
    ],
)
def test_figures_are_those_published(
    occupations: Dataset, slug: str, concept: str, published: object
) -> None:
    """Each figure was looked up by hand in the release that the descriptor names."""
    assert value(occupations, slug, concept) == published


@pytest.mark.parametrize(
    "slug, concept",
    [
        ("lawyer", "salary_high"),
        ("airline-pilot", "salary_high"),
        ("airline-pilot", "hourly_rate"),
        ("high-school-teacher", "hourly_rate"),
        ("data-scientist", "average_age"),
        ("data-scientist", "female_share"),
        ("registered-nurse", "highest_paying_state"),
    ],
)
def test_what_is_not_published_stays_empty(occupations: Dataset, slug: str, concept: str) -> None:
    """Top-coded pay, hourly pay of yearly staff, and surveys of broader groups are not guessed at."""
    assert value(occupations, slug, concept) is None


def test_pay_is_ordered(occupations: Dataset) -> None:
    """The median lies between the 10th and the 90th percentile, and hourly pay is it over 2,080 hours."""
    for slug in occupations.entities:
        low = value(occupations, slug, "salary_low")
        median = value(occupations, slug, "yearly_salary")
        high = value(occupations, slug, "salary_high")
        hourly = value(occupations, slug, "hourly_rate")
        assert isinstance(low, Decimal)
        assert isinstance(median, Decimal)
        assert low < median
        assert high is None or (isinstance(high, Decimal) and median < high)
        assert hourly is None or (
            isinstance(hourly, Decimal) and abs(hourly * 2080 / median - 1) < Decimal("0.001")
        )


@pytest.mark.parametrize("resource", ["degrees", "demographics"])
def test_shares_make_up_the_whole(resource: str) -> None:
    """The levels of education and the racial groups of an occupation sum to 100, rounding apart."""
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in table(resource):
        totals[row["slug"]] += Decimal(row["share"])

    assert totals
    assert all(abs(total - 100) <= Decimal("0.4") for total in totals.values())


UNRATED = {
    "data-scientist",
    "emergency-medical-technician",
    "financial-analyst",
    "paramedic",
    "project-manager",
}
"""Occupations whose skills O*NET has not rated under their present codes."""


def test_six_skills_each() -> None:
    """Each occupation has six different skills, wherever the source has rated them."""
    skills = [(row["slug"], row["skill"]) for row in table("skills")]

    assert len(skills) == len(set(skills))
    assert set(Counter(slug for slug, _ in skills).values()) == {6}
    assert {slug for slug, _ in skills} == {row["slug"] for row in table("occupations")} - UNRATED


def test_six_responsibilities_each() -> None:
    """Numbered from one to six, and no sentence serves two occupations."""
    positions: defaultdict[str, list[str]] = defaultdict(list)
    for row in table("responsibilities"):
        positions[row["slug"]].append(row["position"])
    texts = Counter(row["text"] for row in table("responsibilities"))

    assert set(positions) == {row["slug"] for row in table("occupations")}
    assert all(numbers == ["1", "2", "3", "4", "5", "6"] for numbers in positions.values())
    assert [text for text, times in texts.items() if times > 1] == []


ENDS_LIKE_A_BASE_FORM = re.compile(r"[A-Z][a-z]*(?:ss|[^s])")
ENDS_LIKE_ANOTHER_FORM = re.compile(r"\w+(?:ed|ing)")


def test_responsibilities_open_with_a_base_form_and_do_not_stop() -> None:
    """Each is "Assess patients …": a capital, a bare verb, eight to eighteen words, no full stop."""
    for row in table("responsibilities"):
        text = row["text"]
        first = text.split()[0].rstrip(",")
        assert ENDS_LIKE_A_BASE_FORM.fullmatch(first), text
        assert not ENDS_LIKE_ANOTHER_FORM.fullmatch(first), text
        assert 8 <= len(text.split()) <= 18, text
        assert text[-1].isalnum() or text[-1] == ")", text


def test_responsibilities_of_an_occupation_open_differently() -> None:
    """No verb opens two responsibilities of one occupation."""
    openings = Counter((row["slug"], row["text"].split()[0].rstrip(",")) for row in table("responsibilities"))

    assert [opening for opening, times in openings.items() if times > 1] == []


def test_descriptions_are_a_paragraph_without_figures() -> None:
    """Three or four sentences of 55 to 90 words, without a figure or a word on pay or demand."""
    for row in table("occupations"):
        text = row["description"]
        assert 55 <= len(text.split()) <= 90, row["slug"]
        assert 3 <= len(re.findall(r"[.!?](?: |$)", text)) <= 4, row["slug"]
        assert not re.search(r"\d|\$|%|\b(?:salary|salaries|well.paid|in demand|rewarding)\b", text), row[
            "slug"
        ]
        assert text == " ".join(text.split()), row["slug"]


def test_prose_is_plain() -> None:
    """No typographic quotes, dashes, or letters beyond ASCII slip in from another text."""
    prose = [row["description"] for row in table("occupations")] + [
        row["text"] for row in table("responsibilities")
    ]

    assert [text for text in prose if not text.isascii()] == []


def test_attribution_is_shown(occupations: Dataset) -> None:
    """The sentence that the O*NET licence asks for, and the two agencies, are in the descriptor."""
    credits_due = " ".join(source.attribution for source in occupations.sources)

    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in credits_due
    assert "U.S. Bureau of Labor Statistics" in credits_due
    assert "Current Population Survey" in credits_due
    assert occupations.release
    assert all(source.title and source.path.startswith("https://") for source in occupations.sources)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name)
def test_tables_are_regular(path: Path) -> None:
    """Every row has as many cells as the header, and the file ends with one line end."""
    text = path.read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))

    assert {len(row) for row in rows} == {len(rows[0])}
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.fixture(scope="module")
def curation() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "occupations_dataset", ROOT / "benchmarks" / "occupations_dataset.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PUBLISHED = {
    "onet_soc_code": "99-9999.00",
    "oews_title": "Testers",
    "annual_median_wage": "50000",
    "hourly_median_wage": "24.04",
    "annual_p10": "30000",
    "annual_p90": "",
    "projected_growth_pct": "-1.5",
    "employment": "1200",
    "projected_openings_per_year_thousands": "0.1",
    "typical_entry_education": "Bachelor's degree",
    "work_experience": "None",
    "on_the_job_training": "Internship/residency",
    "cps_match": "exact",
    "median_age": "41.5",
    "share_women": "60",
    "share_white": "70.1",
    "share_black": "12",
    "share_asian": "8.5",
    "share_hispanic": "15",
    "best_paying_industry": "Utilities",
    "best_paying_industry_sectors_published": "9",
    "highest_paying_state": "",
}
"""A row of the public file, with made-up figures."""


def test_figures_keep_the_value_and_say_none_in_words(curation: ModuleType) -> None:
    """Thousands become jobs, and the word None of the source becomes words that prose can use."""
    cells = curation.figures(PUBLISHED)

    assert cells["annual_openings"] == "100"
    assert cells["work_experience"] == "no prior experience"
    assert cells["training"] == "internship or residency"
    assert cells["salary_high"] == ""
    assert cells["average_age"] == "41.5"


def test_a_broader_survey_category_is_not_used(curation: ModuleType) -> None:
    """Age and shares of a group that holds other occupations are left out."""
    broader = PUBLISHED | {"cps_match": "broader"}

    assert curation.figures(broader)["average_age"] == ""
    assert curation.races(broader) == {}


def test_races_sum_to_the_whole(curation: ModuleType) -> None:
    """What the published groups leave to 100 is its own group."""
    assert curation.races(PUBLISHED)["another race or several"] == "9.4"


def test_best_paying_industry_needs_a_choice(curation: ModuleType) -> None:
    """The best of two sectors says little, so it is not said."""
    assert curation.industry(PUBLISHED) == "utilities"
    assert curation.industry(PUBLISHED | {"best_paying_industry_sectors_published": "2"}) == ""
