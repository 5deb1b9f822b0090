"""The reference dataset holds every figure of the page that our articles are measured by."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from nlg.data import Dataset, Quantity, load

FOLDER = Path(__file__).parents[2] / "datasets" / "reference"
ADMINISTRATOR = "medical-office-administrator"
SPECIALIST = "patient-care-specialist"


@pytest.fixture(scope="module")
def reference() -> Dataset:
    return load(FOLDER)


@pytest.mark.parametrize(
    "concept, administrator, specialist",
    [
        ("yearly_salary", "34252", "34157"),
        ("hourly_rate", "16.47", "16.42"),
        ("growth_rate", "-8", "-4"),
        ("number_of_jobs", "179503", "146861"),
        ("average_age", "49", "40"),
        ("years_of_experience", "2", "4"),
        ("salary_low", "27000", "20000"),
        ("salary_high", "41000", "55000"),
        ("years_to_become_min", "1", "2"),
        ("years_to_become_max", "2", "4"),
        ("male_share", "9.4", "20.3"),
        ("female_share", "90.6", "79.7"),
        ("lgbt_share", "9", "7"),
    ],
)
def test_number_of_the_page_is_in_the_data(
    reference: Dataset, concept: str, administrator: str, specialist: str
) -> None:
    """Both numbers of each row of the page's tables and introduction are there, exact."""
    values = [reference.observations[slug, concept].value for slug in (ADMINISTRATOR, SPECIALIST)]

    assert [value.value for value in values if isinstance(value, Quantity)] == [
        Decimal(administrator),
        Decimal(specialist),
    ]


@pytest.mark.parametrize(
    "concept, administrator, specialist",
    [
        ("job_satisfaction", None, None),
        ("highest_paying_city", "Anchorage, AK", "Boston, MA"),
        ("highest_paying_state", "Alaska", "Massachusetts"),
        ("best_paying_company", "University of California, Berkeley", "KPG"),
        ("best_paying_industry", "Health care", "Health care"),
        ("most_common_major", "Health care administration", "Business"),
        ("most_common_college", None, "University of Pennsylvania"),
    ],
)
def test_name_of_the_page_is_in_the_data(
    reference: Dataset, concept: str, administrator: str | None, specialist: str | None
) -> None:
    """Both texts of a row are there; a dash on the page is an unknown cell."""
    cells = [reference.observed(slug, concept) for slug in (ADMINISTRATOR, SPECIALIST)]

    assert [cell and cell.value for cell in cells] == [administrator, specialist]


@pytest.mark.parametrize(
    "resource, slug, items",
    [
        ("degrees", ADMINISTRATOR, {"Bachelor's degree": "31"}),
        ("degrees", SPECIALIST, {"Bachelor's degree": "40"}),
        (
            "skills",
            ADMINISTRATOR,
            {
                "Patients": "21",
                "Patient care": "10",
                "Customer service": "8",
                "Insurance verification": "5",
                "Phone calls": "5",
                "Appointment scheduling": "4",
            },
        ),
        (
            "skills",
            SPECIALIST,
            {
                "Patients": "33",
                "Patient care": "17",
                "Data entry": "5",
                "Medical terminology": "4",
                "CPT": "2",
                "CPR": "2",
            },
        ),
        (
            "demographics",
            ADMINISTRATOR,
            {
                "White": "70.6",
                "Hispanic or Latino": "12.0",
                "Black or African American": "9.6",
                "Unknown": "3.8",
                "Asian": "3.8",
                "American Indian and Alaska Native": "0.4",
            },
        ),
        (
            "demographics",
            SPECIALIST,
            {
                "White": "55.0",
                "Hispanic or Latino": "21.1",
                "Black or African American": "11.7",
                "Asian": "6.3",
                "Unknown": "5.2",
                "American Indian and Alaska Native": "0.7",
            },
        ),
    ],
)
def test_list_of_the_page_is_in_the_data(
    reference: Dataset, resource: str, slug: str, items: dict[str, str]
) -> None:
    """Each list has the page's items with their shares, the largest first."""
    (collection,) = [one for one in reference.collections if one.resource == resource]

    found = [(item.name, item.share) for item in collection.items[slug]]

    assert found == [(name, Decimal(share)) for name, share in items.items()]


def test_responsibilities_are_six_each_and_begin_with_a_verb_in_the_base_form(reference: Dataset) -> None:
    """No duty begins with "Used" among duties that begin with "Use"."""
    (duties,) = [one for one in reference.collections if one.resource == "responsibilities"]

    first_words = {slug: [item.name.split()[0] for item in items] for slug, items in duties.items.items()}

    assert first_words == {
        ADMINISTRATOR: ["Keep", "Plan", "Record", "Scan", "Explain", "Sort"],
        SPECIALIST: ["Manage", "Explain", "Check", "Process", "Follow", "Track"],
    }


def test_acronyms_of_the_page_are_spelt_right(reference: Dataset) -> None:
    """The page's "HIPPA" did not come along."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.csv")))

    assert "HIPAA" in text
    assert "HIPPA" not in text


def test_overview_has_the_rows_of_the_page(reference: Dataset) -> None:
    """The measures of the overview stand in the page's order; the most common degree joins them."""
    labels = [measure.label for measure in reference.measures if "overview" in measure.sections]
    lists = [one.resource for one in reference.collections if "overview" in one.sections]

    assert labels == [
        "Yearly salary",
        "Hourly rate",
        "Growth rate",
        "Number of jobs",
        "Job satisfaction",
        "Average age",
        "Years of experience",
    ]
    assert lists == ["degrees"]


def test_every_measure_belongs_to_a_declared_section(reference: Dataset) -> None:
    """No row is lost because its section is not in the descriptor."""
    declared = {section.id for section in reference.sections}

    used = {section for measure in reference.measures for section in measure.sections}

    assert used <= declared


def test_page_compares_the_two(reference: Dataset) -> None:
    """The pair is in the page's order, and so is the category it leads on to."""
    assert reference.pairs == ((ADMINISTRATOR, SPECIALIST),)
    assert {one.category for one in reference.entities.values()} == {"office and administrative"}
