"""What a sentence's derived figures come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlg.sentence.roles import closed_gap, is_money


@pytest.mark.parametrize(
    "greater, lesser, gap",
    [("95.2", "0.055", "95.1"), ("31.5", "27.86", "3.6"), ("34252", "34157", "95"), ("1.2", "1.16", "0.04")],
)
def test_a_gap_is_no_more_exact_than_the_coarser_value(greater: str, lesser: str, gap: str) -> None:
    assert closed_gap(Decimal(greater), Decimal(lesser)) == Decimal(gap)


@pytest.mark.parametrize(
    "unit, expected", [("USD/hour", True), ("EUR", True), ("km", False), ("percent", False), ("mpg", False)]
)
def test_sums_of_money_keep_their_cents(unit: str, expected: bool) -> None:
    assert is_money(unit) is expected
