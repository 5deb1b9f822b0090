"""Who is compared: the front matter, the title, the caller, the headings, or whoever is named most."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from nlg.data import load
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

PLANETS = ("mars", "venus")


@cache
def reader(data: str) -> Reader:
    return compile_reader(load(Path(__file__).parents[3] / "datasets" / data))


def subjects(page: str, data: str = "planets", pair: tuple[str, str] | None = None) -> tuple[str, ...]:
    return validate_text(reader(data), "page.md", page, pair).subjects


@pytest.mark.parametrize(
    "title",
    [
        "Mars vs Venus",
        "Mars or Venus?",
        "Mars and Venus: what sets them apart",
        "The difference between Mars & Venus",
    ],
)
def test_a_title_names_two(title):
    assert subjects(f"# {title}\n") == PLANETS


def test_the_front_matter_goes_before_the_title():
    page = '---\ntitle: "Mars vs Venus"\nsubjects: ["earth", "venus"]\n---\n'

    assert subjects(page) == ("earth", "venus")


def test_front_matter_of_another_dataset_is_passed_over():
    page = '---\ntitle: "Mars vs Venus"\nsubjects: ["nurse", "teacher"]\n---\n'

    assert subjects(page) == PLANETS


def test_the_title_goes_before_the_caller():
    assert subjects("# Mars vs Venus\n", pair=("earth", "uranus")) == PLANETS


def test_the_caller_goes_before_headings_and_counts():
    assert subjects("# Two planets\n\n## Earth or Venus?\n\nEarth.\n", pair=PLANETS) == PLANETS


def test_headings_go_before_counts():
    assert subjects("# Two planets\n\n## Earth or Venus?\n\nMars, Mars, and Mars.\n") == ("earth", "venus")


def test_whoever_is_named_most_is_compared():
    assert subjects("Mars is red. Venus is hot, and Mars is not. Venus again, unlike Earth.\n") == PLANETS


def test_nobody_is_compared_on_a_page_about_others():
    report = validate_text(reader("planets"), "page.md", "# Nurse vs teacher\n\nNurses earn $93,600.\n")

    assert report.subjects == ()
    assert [claim.verdict for claim in report.claims] == ["unparsed"]


def test_common_nouns_are_known_in_the_plural():
    title = "# Medical office administrators and patient care specialists\n"

    assert subjects(title, "reference") == ("medical-office-administrator", "patient-care-specialist")
