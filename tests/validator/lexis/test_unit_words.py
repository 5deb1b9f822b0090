"""Units are known by any of their spellings, and convert within their dimension."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlg.validator.lexis.tokens import tokenise
from nlg.validator.lexis.unit_words import converted, spellings, unit_after


@pytest.mark.parametrize(
    "declared, said",
    [("km²", "square kilometers"), ("km2", "sq km"), ("g", "grams"), ("GB", "gigabytes"), ("°C", "degrees")],
)
def test_prose_spells_a_declared_unit_in_other_ways(declared: str, said: str):
    assert said in spellings(declared)


def test_a_word_that_names_several_units_is_no_declared_unit():
    """An axial tilt in "degrees" is no temperature."""
    assert spellings("degrees") == ()


def test_a_unit_converts_within_its_dimension_alone():
    text = "square miles"
    found = unit_after(tokenise(text, 0, len(text)), 0)

    assert found is not None
    area = converted(Decimal(100), found[1], "km²")
    assert area is not None
    assert round(area, 1) == Decimal("259.0")
    assert converted(Decimal(100), found[1], "km") is None
