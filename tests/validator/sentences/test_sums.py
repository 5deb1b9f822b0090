"""Of several sums of money, a verb of cost speaks of the one whose own words stand nearest to it."""

from __future__ import annotations

import pytest

from nlg.validator.validation import validate_text
from tests.validator.scores import gold


@pytest.mark.parametrize(
    "text, attribute",
    [
        ("A house costs $389,000 in Ashgrove.", "home_price"),
        ("Renters in Ashgrove pay $1,480 a month.", "rent"),
        ("Households in Ashgrove make $71,400 a year.", "income"),
        ("Rent is $1,480 a month in Ashgrove, and a home sells for $389,000.", "home_price"),
    ],
)
def test_a_verb_speaks_of_the_sum_named_beside_it(text: str, attribute: str):
    claims = validate_text(
        gold().reader_of("cities"), "text.md", text + "\n", ("ashgrove", "bellhaven")
    ).claims

    assert claims[-1].attribute == attribute
    assert {claim.verdict for claim in claims} == {"supported"}
