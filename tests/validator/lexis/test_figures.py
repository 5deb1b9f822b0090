"""What one figure of a page says: value, unit, period, hedge and printed precision."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.figures import read_figures
from nlg.validator.lexis.tokens import plain, split_sentences, tokenise


def figures(text: str) -> tuple[Figure, ...]:
    text = plain(text)
    return read_figures(tokenise(text, 0, len(text)))


@pytest.mark.parametrize(
    "text, value, unit, period, hedge",
    [
        ("just over $16 an hour", "16", "money", "hour", "over"),
        ("$34k a year", "34000", "money", "year", ""),
        ("34,252 dollars", "34252", "money", "", ""),
        ("US$34,252", "34252", "money", "", ""),
        ("five cents", "0.05", "money", "", ""),
        ("$1,200/month", "1200", "money", "month", ""),
        ("roughly $659 per week", "659", "money", "week", "about"),
        ("−8%", "-8", "percent", "", ""),
        ("–8%", "-8", "percent", "", ""),
        ("minus 4 percent", "-4", "percent", "", ""),
        ("3 percentage points", "3", "points", "", ""),
        ("a two-year head start", "2", "time", "years", ""),
        ("half a year", "0.5", "time", "years", ""),
        ("two-thirds", "0.6666666666666666666666666667", "fraction", "", ""),
        ("one in five", "0.2", "fraction", "", ""),
        ("3 out of 10", "0.3", "fraction", "", ""),
        ("nearly a quarter", "0.25", "fraction", "", "under"),
        ("2.2 times", "2.2", "times", "", ""),
        ("one hundred and seventy thousand", "170000", "plain", "", ""),
        ("1.4 million", "1400000", "plain", "", ""),
        ("up to $55,000", "55000", "money", "", "limit_high"),
        ("as little as $20,000", "20000", "money", "", "limit_low"),
        ("at least 4 years", "4", "time", "years", "at_least"),
        ("140k or more", "140000", "plain", "", "at_least"),
    ],
)
def test_figure_is_read_with_its_unit_and_hedge(
    text: str, value: str, unit: str, period: str, hedge: str
) -> None:
    """Digits, words, signs of every kind and hedges before or after give one quantity."""
    (figure,) = figures(text)

    assert (round(figure.value, 20), figure.unit, figure.period, figure.hedge) == (
        round(Decimal(value), 20),
        unit,
        period,
        hedge,
    )


@pytest.mark.parametrize(
    "text, low, high",
    [
        ("between $27,000 and $41,000", "27000", "41000"),
        ("from $27k to $41k", "27000", "41000"),
        ("$27–41k", "27000", "41000"),
        ("1–2 years", "1", "2"),
        ("two to four years", "2", "4"),
        ("46 million km to 69.8 million km", "46000000", "69800000"),
    ],
)
def test_two_ends_are_one_range(text: str, low: str, high: str) -> None:
    """A dash, *to*, or *between … and* joins two figures, and a shared unit counts for both."""
    (figure,) = figures(text)

    assert (figure.value, figure.high) == (Decimal(low), Decimal(high))


def test_a_score_of_percentages_is_no_range() -> None:
    """ "40% to 31%" sets two shares side by side."""
    assert [figure.high for figure in figures("40% to 31%")] == [None, None]


@pytest.mark.parametrize(
    "text, step",
    [
        ("$42,000", "1000"),
        ("$41.9k", "100"),
        ("$34,252", "1"),
        ("28.7", "0.1"),
        ("$40,000", "1000"),
        ("3 million", "1000000"),
    ],
)
def test_closing_zeros_count_as_rounding(text: str, step: str) -> None:
    """Zeros at the end of a number are no digits of it, but two leading digits are kept."""
    (figure,) = figures(text)

    assert figure.step == Decimal(step)


def test_sentences_end_at_stops_but_not_in_abbreviations() -> None:
    """ "vs.", "U.S." and decimals do not end a sentence; a unit before a stop does."""
    text = "A earns 4.5% (vs. 3%) in the U.S. today. It is 464 °C. Mars is cold."

    assert [text[start:end].strip() for start, end in split_sentences(text)] == [
        "A earns 4.5% (vs. 3%) in the U.S. today.",
        "It is 464 °C.",
        "Mars is cold.",
    ]
