"""The builder of the large dataset takes figures as they are published and leaves the others out."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from nlg.data import Dataset, load

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

OWN = {"oews_match": "exact", "ep_match": "exact", "cps_match": "exact", "row_type": "onet_detailed"}
OCCUPATIONS = [
    {
        **OWN,
        "onet_soc_code": "35-2011.00",
        "soc_code": "35-2011",
        "title": "Cooks, Fast Food",
        "description": "Prepare and cook food in a fast food restaurant. May serve. Excludes Bakers.",
        "employment": "640000",
        "annual_mean_wage": "30000",
        "annual_median_wage": "29800",
        "hourly_median_wage": "14.33",
        "annual_p10": "22000",
        "annual_p90": "37000",
        "projected_growth_pct": "-13.9",
        "projected_openings_per_year_thousands": "84.3",
        "typical_entry_education": "No formal educational credential",
        "work_experience": "None",
        "on_the_job_training": "Short-term on-the-job training",
        "median_age": "24.1",
        "share_women": "60.1",
        "share_white": "70",
        "share_hispanic": "35",
        "best_paying_industry": "Utilities",
        "best_paying_industry_sectors_published": "9",
    },
    {
        **OWN,
        "onet_soc_code": "29-1242.00",
        "soc_code": "29-1242",
        "title": "Surgeons",
        "description": "Operate on patients.",
        "employment": "25000",
        "annual_mean_wage": "371280",
        "annual_p10": "120000",
        "wage_topcoded": "annual_median_wage;annual_p90",
        "projected_growth_pct": "4",
        "projected_openings_per_year_thousands": "0.9",
        "cps_match": "broader",
        "median_age": "47",
        "share_women": "40",
        "best_paying_industry": "Construction",
        "best_paying_industry_sectors_published": "2",
    },
    {
        **OWN,
        "onet_soc_code": "29-1242.01",
        "soc_code": "29-1242",
        "title": "Hand Surgeons",
        "description": "Operate on hands.",
        "row_type": "onet_specialty",
        "oews_match": "inherited",
        "ep_match": "inherited",
        "cps_match": "inherited_broader",
        "employment": "25000",
        "annual_mean_wage": "371280",
        "projected_growth_pct": "4",
    },
    {
        **OWN,
        "onet_soc_code": "55-3010.00",
        "soc_code": "55-3010",
        "title": "Pilots, Military",
        "oews_match": "",
    },
]
TABLES: dict[str, list[dict[str, str]]] = {
    "occupations": OCCUPATIONS,
    "education": [
        {"soc_code": "35-2011", "level": "Some college, no degree", "share_pct": "40.5"},
        {"soc_code": "35-2011", "level": "Bachelor's degree", "share_pct": "59.5"},
    ],
    "skills": [
        {
            "onet_soc_code": "35-2011.00",
            "skill": "Active Listening",
            "importance_recommend_suppress": "N",
            "not_relevant": "N",
        },
        {
            "onet_soc_code": "35-2011.00",
            "skill": "Programming",
            "importance_recommend_suppress": "N",
            "not_relevant": "Y",
        },
    ],
    "technology_skills": [{"onet_soc_code": "29-1242.00", "example": "eClinicalWorks EHR software"}],
    "tasks": [
        {"onet_soc_code": "35-2011.00", "task": f"Clean grill {number} after use."} for number in range(8)
    ],
    "related": [{"onet_soc_code": "35-2011.00", "related_onet_soc_code": "29-1242.00", "rank": "1"}],
    "ooh": [
        {
            "title": "Cooks, fast food",
            "what_they_do": "Fast food cooks prepare meals.",
            "singular_title": "Fast Food Cook",
            "plural_in_sentence": "fast food cooks",
            "article": "a",
        }
    ],
    "ooh_similar": [{"title": "Surgeons", "similar_occupation": "Cooks, Fast Food"}],
}

Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Runs the builder on a small source, as a user would."""
    source = tmp_path / "source"
    source.mkdir()
    every_column = dict.fromkeys(
        [
            *(column for row in OCCUPATIONS for column in row),
            "ep_code",
            "self_employed_pct",
            "share_black",
            "share_asian",
            "highest_paying_state",
            "hourly_mean_wage",
        ]
    )
    for name, rows in TABLES.items():
        columns = list(every_column) if name == "occupations" else list(rows[0])
        with (source / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def run(name: str, *options: str) -> Path:
        out = tmp_path / name
        script = BENCHMARKS / "public_dataset.py"
        subprocess.run(
            [sys.executable, str(script), "--source", str(source), "--out", str(out), *options],
            check=True,
            capture_output=True,
        )
        return out

    return run


def row(dataset: Dataset, slug: str) -> dict[str, str]:
    """What the dataset holds of one occupation, as literal cells by concept."""
    return {concept: cell.literal for (of, concept), cell in dataset.observations.items() if of == slug}


def test_figures_are_taken_as_published(build: Build) -> None:
    """Thousands become whole numbers, "None" becomes words, and nothing else is computed."""
    dataset = load(build("data"))

    assert row(dataset, "cooks-fast-food") == {
        "yearly_salary": "29800",
        "hourly_rate": "14.33",
        "growth_rate": "-13.9",
        "number_of_jobs": "640000",
        "annual_openings": "84300",
        "average_age": "24.1",
        "salary_low": "22000",
        "salary_high": "37000",
        "best_paying_industry": "Utilities",
        "entry_education": "No formal credential",
        "work_experience": "No experience required",
        "training": "Short-term on-the-job training",
        "female_share": "60.1",
    }


def test_top_coded_wages_and_figures_of_a_broader_category_stay_empty(build: Build) -> None:
    """A limit is no wage, a category's age is not the surgeon's, the best of two is no best."""
    dataset = load(build("data"))

    assert row(dataset, "surgeons") == {
        "growth_rate": "4",
        "number_of_jobs": "25000",
        "annual_openings": "900",
        "salary_low": "120000",
    }


def test_occupations_without_figures_of_their_own_are_left_out(build: Build) -> None:
    """The specialty comes when asked for; the occupation without wages never does."""
    assert list(load(build("own")).entities) == ["cooks-fast-food", "surgeons"]
    assert list(load(build("all", "--specialties")).entities) == [
        "cooks-fast-food",
        "surgeons",
        "hand-surgeons",
    ]


def test_lists_keep_six_items_in_their_order(build: Build) -> None:
    """Skills that the release calls irrelevant are no skills; tasks end after six."""
    lists = {one.resource: one.items for one in load(build("data")).collections}

    assert [item.name for item in lists["skills"]["cooks-fast-food"]] == ["Active listening"]
    assert len(lists["responsibilities"]["cooks-fast-food"]) == 6
    assert [item.name for item in lists["degrees"]["cooks-fast-food"]] == [
        "Bachelor's degree",
        "Some college without a degree",
    ]


def test_related_occupations_make_one_pair(build: Build) -> None:
    """The same two, found twice and in both orders, are compared once."""
    assert load(build("data")).pairs == (("cooks-fast-food", "surgeons"),)


def test_titles_are_as_published_unless_singular_ones_are_asked_for(build: Build) -> None:
    """The handbook's own singular and plural win; other titles go by rule."""
    published = load(build("published"))
    singular = load(build("singular", "--singular"))

    assert [one.title for one in published.entities.values()] == ["Cooks, Fast Food", "Surgeons"]
    assert [(one.title, one.plural, one.article) for one in singular.entities.values()] == [
        ("Fast Food Cook", "fast food cooks", "a"),
        ("Surgeon", "", ""),
    ]


def test_same_source_gives_the_same_bytes(build: Build) -> None:
    """Two runs differ in nothing."""
    names = {path.name for path in build("one").iterdir()}
    assert {"README.md", "datapackage.json", "occupations.csv"} <= names
    first, second = (
        {path.name: path.read_bytes() for path in sorted(build(name).iterdir())} for name in ("two", "three")
    )

    assert first == second


def test_limit_takes_that_many(build: Build) -> None:
    """One occupation makes a dataset without pairs."""
    dataset = load(build("small", "--limit", "1"))

    assert list(dataset.entities) == ["cooks-fast-food"]
    assert dataset.pairs == ()


@pytest.fixture
def wording(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module beside the builder, which is no part of the package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import public_wording  # type: ignore[import-not-found]

    return public_wording


def test_description_gets_its_subject(wording: ModuleType) -> None:
    """Sentences for coders go, verbs get "they", and sentences with a subject stay."""
    official = (
        "Plan routes. May supervise others. Work typically occurs outdoors. Excludes Drivers. "
        "Requires a license issued by U.S. Coast Guard."
    )

    assert wording.description_of("Pilots guide ships.", official) == (
        "Pilots guide ships. They plan routes. They may supervise others. Work typically occurs outdoors. "
        "The work requires a license issued by U.S. Coast Guard."
    )


@pytest.mark.parametrize(
    "plural, singular",
    [
        ("Cooks, Fast Food", "Cook, Fast Food"),
        ("Judges and Magistrates", "Judge or Magistrate"),
        ("Billing and Posting Clerks", "Billing and Posting Clerk"),
        ("Captains, Mates, and Pilots of Water Vessels", "Captain, Mate, or Pilot of Water Vessels"),
        ("First-Line Supervisors of Security Workers", "First-Line Supervisor of Security Workers"),
        ("Helpers--Roofers", "Helper--Roofers"),
        ("Nurse Midwives", "Nurse Midwife"),
        ("Hosts and Hostesses, Restaurant", "Host or Hostess, Restaurant"),
    ],
)
def test_plural_title_becomes_singular_by_its_heads(wording: ModuleType, plural: str, singular: str) -> None:
    """What follows the head stays as it is."""
    assert wording.singular_title(plural) == singular


def test_slug_of_a_long_title_ends_with_a_whole_word(wording: ModuleType) -> None:
    """Two slugs and their joint must fit into a file name."""
    slug = wording.slug_of(
        "Supervisors of Transportation and Material Moving Workers, Except " + "Aircraft " * 9
    )

    assert len(slug) <= wording.LONGEST_SLUG
    assert slug.endswith("-aircraft")
