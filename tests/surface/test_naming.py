"""Short names that nobody can take for the other's."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlg.data import Entity, load
from nlg.surface.morphology import Lexicon
from nlg.surface.naming import entity_names, shortening


def _shortened(first: str, second: str) -> frozenset[str]:
    dataset = load(Path(__file__).parents[2] / "datasets" / "occupations")
    lexicon = Lexicon.load(Path(__file__).parents[2] / "grammars" / "en-US")
    one, two = (
        entity_names(Entity(title.lower().replace(" ", "-"), title, "", "", "", "", {}), dataset, lexicon)
        for title in (first, second)
    )
    return shortening(one, two).short


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
