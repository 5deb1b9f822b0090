"""Figures as they are printed: rounded once, half up, and never so far that a word becomes untrue."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlg.data.model import Quantity
from nlg.errors import GrammarError
from nlg.surface.house_style import load_house_style
from nlg.surface.numerals import (
    cardinal,
    cell,
    figure,
    hedged,
    joined,
    multiple,
    ordinal,
    period,
    points,
    span,
    spelled,
)

GRAMMAR = Path(__file__).parents[2] / "grammars" / "en-US"
CHICAGO = load_house_style(GRAMMAR, "chicago")
AP = load_house_style(GRAMMAR, "ap")
exact = st.decimals(
    min_value=Decimal("0.01"), max_value=10**9, allow_nan=False, allow_infinity=False, places=2
)


@pytest.mark.parametrize(
    "value, unit, expected",
    [
        ("34252", "USD/year", "$34,252"),
        ("16.47", "USD/hour", "$16.47"),
        ("69.5", "USD/hour", "$69.50"),
        ("52000.5", "USD/year", "$52,001"),
        ("1200000", "USD", "$1.2 million"),
        ("1234567", "USD", "$1,234,567"),
        ("8", "percent", "8%"),
        ("12.0", "percent", "12%"),
        ("0.4", "percent", "0.4%"),
        ("0.04", "percent", "0.04%"),
        ("-8", "percent_change", "8%"),
        ("179503", "count", "179,503"),
        ("9", "count", "nine"),
        ("10", "count", "10"),
        ("1", "years", "1 year"),
        ("2", "years", "2 years"),
        ("1.5", "years", "1.5 years"),
        ("0.5", "years", "6 months"),
        ("4.2", "score/5", "4.2 out of 5"),
        ("31", "mpg", "31 mpg"),
        ("1", "days", "1 day"),
        ("149.6", "million km", "149.6 million km"),
        ("464", "°C", "464°C"),
        ("-65", "°C", "−65°C"),
        ("12742", "km", "12,742 km"),
        ("7", "", "seven"),
    ],
)
def test_a_quantity_in_running_text(value, unit, expected):
    assert figure(Quantity(Decimal(value), unit), CHICAGO) == expected


@pytest.mark.parametrize(
    "value, unit, expected",
    [
        ("-8", "percent_change", "−8%"),
        ("1200000", "USD", "$1,200,000"),
        ("9", "count", "9"),
        ("0.5", "years", "6 months"),
    ],
)
def test_a_table_shows_signs_and_figures_only(value, unit, expected):
    assert cell(Quantity(Decimal(value), unit), CHICAGO) == expected


@pytest.mark.parametrize(
    "low, high, unit, chicago, ap",
    [
        ("1", "2", "years", "1–2 years", "1 to 2 years"),
        ("27000", "41000", "USD/year", "$27,000–$41,000", "$27,000 to $41,000"),
        ("0.5", "1", "years", "6–12 months", "6 to 12 months"),
        ("0.5", "2", "years", "6 months to 2 years", "6 months to 2 years"),
        ("3", "5", "percent", "3–5%", "3% to 5%"),
        ("2", "2", "years", "2 years", "2 years"),
        ("-20", "35", "°C", "−20 to 35°C", "−20 to 35°C"),
    ],
)
def test_a_range_is_joined_as_the_house_style_asks(low, high, unit, chicago, ap):
    assert span(Decimal(low), Decimal(high), unit, CHICAGO) == chicago
    assert span(Decimal(low), Decimal(high), unit, AP) == ap


@pytest.mark.parametrize(
    "value, number, relation",
    [
        ("179503", "180000", "nearly"),
        ("34252", "34000", "just over"),
        ("1.7", "1.7", "exact"),
        ("1.04", "1", "about"),
    ],
)
def test_a_round_number_comes_with_the_word_that_makes_it_true(value, number, relation):
    found = hedged(Decimal(value))

    assert (found.value, found.relation) == (Decimal(number), relation)


@given(exact)
def test_a_hedge_is_always_on_its_side_and_within_five_percent(value):
    found = hedged(value)

    assert abs(found.value - value) <= value * Decimal("0.05")
    if found.relation == "nearly":
        assert value < found.value
    if found.relation == "just over":
        assert value > found.value
    assert (found.relation == "exact") == (found.value == value)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"))
)
def test_no_value_is_too_large_or_too_small_to_print(value):
    for unit in ("USD/year", "percent", "count", "years", "score/5", "km"):
        assert figure(Quantity(value, unit), CHICAGO)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2", "twice"),
        ("1.96", "twice"),
        ("3.05", "three times"),
        ("2.5", "2.5 times"),
        ("1.5", "1.5 times"),
        ("12.2", "12 times"),
    ],
)
def test_a_ratio_in_words(value, expected):
    assert multiple(Decimal(value), CHICAGO) == expected


def test_points_are_not_percent():
    assert points(Decimal(1), CHICAGO) == "1 percentage point"
    assert points(Decimal("-4.5"), CHICAGO) == "4.5 percentage points"


def test_whole_numbers_are_words_below_the_threshold():
    assert [cardinal(number, AP) for number in (0, 3, 9, 10, 1250)] == [
        "zero",
        "three",
        "nine",
        "10",
        "1,250",
    ]
    assert [ordinal(number, AP) for number in (1, 5, 9, 10, 11, 22, 103)] == [
        "first", "fifth", "ninth", "10th", "11th", "22nd", "103rd",
    ]  # fmt: skip
    assert spelled(21_105) == "twenty-one thousand one hundred five"


def test_a_list_takes_the_comma_that_the_house_style_asks_for():
    assert joined(("a", "b", "c"), CHICAGO) == "a, b, and c"
    assert joined(("a", "b", "c"), AP) == "a, b and c"
    assert joined(("a", "b"), CHICAGO, "or") == "a or b"


def test_a_rate_knows_its_period():
    assert (period("USD/hour"), period("score/5"), period("count")) == ("hour", "", "")


def test_a_house_style_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(GrammarError, match="the house styles are: ap, chicago"):
        load_house_style(GRAMMAR, "times")


def test_a_mistyped_setting_is_named(tmp_path):
    (tmp_path / "house_styles").mkdir()
    text = (GRAMMAR / "house_styles" / "ap.toml").read_text(encoding="utf-8")
    (tmp_path / "house_styles" / "ours.toml").write_text(text + "oxford = true\n", encoding="utf-8")
    with pytest.raises(GrammarError, match='"oxford" is not a setting'):
        load_house_style(tmp_path, "ours")
    (tmp_path / "house_styles" / "mine.toml").write_text(
        text.replace('"sign"', '"percent"'), encoding="utf-8"
    )
    with pytest.raises(GrammarError, match='percent: \'percent\' is not "sign" or "word"'):
        load_house_style(tmp_path, "mine")
