"""Rounding: once, half up, and never so far that a page says something else."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from nlg.data import Quantity
from nlg.data.rounding import decimals, printed, round_to

exact = st.decimals(
    min_value=Decimal("0.01"), max_value=10**9, allow_nan=False, allow_infinity=False, places=2
)


@given(exact, exact, st.sampled_from(("USD/year", "USD/hour", "percent", "years", "mpg")))
def test_two_different_values_never_look_alike(first: Decimal, second: Decimal, unit: str) -> None:
    places = decimals(unit, first, second)
    shown = round_to(first, places), round_to(second, places)

    assert (shown[0] > shown[1]) == (first > second)
    assert (shown[0] == shown[1]) == (first == second)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"))
)
def test_no_value_looks_like_nothing_but_nothing(value: Decimal) -> None:
    for unit in ("USD/year", "percent", "count", "years", "score/5", "km"):
        assert (printed(Quantity(value, unit)) == 0) == (value == 0)


def test_rounding_is_half_up() -> None:
    assert round_to(Decimal("2.5"), 0) == 3
    assert round_to(Decimal("0.25"), 1) == Decimal("0.3")
    assert round_to(Decimal("1250"), -2) == 1300
