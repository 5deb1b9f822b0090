"""Short names that nobody can take for the other's."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlg.data import Entity, load
from nlg.sentence.vocabulary import Shortening
from nlg.surface.morphology import Lexicon
from nlg.surface.naming import entity_names, shortening, taken_names


def _shortenings(first: str, second: str) -> Shortening:
    dataset = load(Path(__file__).parents[2] / "datasets" / "occupations")
    lexicon = Lexicon.load(Path(__file__).parents[2] / "grammars" / "en-US")
    taken = taken_names(dataset)
    one, two = (
        entity_names(
            Entity(title.lower().replace(" ", "-"), title, "", "", "", "", {}), dataset, lexicon, taken
        )
        for title in (first, second)
    )
    return shortening(one, two)


def _shortened(first: str, second: str) -> frozenset[str]:
    return _shortenings(first, second).short


@pytest.mark.parametrize(
    "first, second",
    [
        ("Airline Pilots, Copilots, and Flight Engineers", "Commercial Pilots"),
        ("Rail Yard Engineers, Dinkey Operators, and Hostlers", "Locomotive Engineers"),
    ],
)
def test_a_short_name_that_the_other_title_lists_is_not_used(first: str, second: str) -> None:
    assert _shortened(first, second) == frozenset()


def test_a_short_name_of_ones_own_is_used() -> None:
    assert _shortened("Registered Nurse", "Software Developer") == {"registered-nurse", "software-developer"}


def test_the_noun_for_all_of_them_names_none() -> None:
    """ "The best-paid tenth of occupations" would be of all there are."""
    assert _shortened("Mathematical Occupation", "Tool Grinder") == {"tool-grinder"}


@pytest.mark.parametrize(
    "other, is_safe", [("Loan Interviewer", False), ("Survey Researcher", True), ("Reinterviewer", True)]
)
def test_a_name_without_its_remark_is_no_part_of_the_other(other: str, is_safe: bool) -> None:
    """ "Interviewers" beside loan interviewers might be either."""
    plain = _shortenings("Interviewer (Except Loan)", other).plain

    assert ("interviewer-(except-loan)" in plain) is is_safe


def test_a_title_that_can_be_counted_has_an_article() -> None:
    """A remark in brackets may hold plurals; the title before it is still one technician."""
    dataset = load(Path(__file__).parents[2] / "datasets" / "occupations")
    lexicon = Lexicon.load(Path(__file__).parents[2] / "grammars" / "en-US")
    title = "Engineering Technologists and Technicians, Except Drafters, All Other"
    names = entity_names(Entity("one", title, "", "", "", "", {}), dataset, lexicon)

    assert names.forms["full"]["singular"].startswith("an engineering technologist")


def test_those_of_another_kind_are_never_called_by_the_name_of_all() -> None:
    """ "Other surgeons" are those whom no other title names, "surgeons" are all of them."""
    assert _shortened("Surgeons, All Other", "Pest Control Workers") == frozenset()
    assert _shortened("Orthopedic Surgeons", "Pest Control Workers") == frozenset({"orthopedic-surgeons"})
