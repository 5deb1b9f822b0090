"""The rules of rounding and hedging, each by an example on either side of its edge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlg.validator.judgement.tolerance import fraction_holds, holds, ratio_holds, similar, slight
from nlg.validator.lexis.figure import Hedge


@pytest.mark.parametrize(
    "stated, step, hedge, actual, true",
    [
        ("42000", "1000", "", "41500", True),
        ("42000", "1000", "", "41400", False),
        ("41900", "100", "", "41852", True),
        ("34252", "1", "", "34157", False),
        ("34000", "1000", "about", "35700", True),
        ("34000", "1000", "about", "36500", False),
        ("35000", "1000", "under", "34252", True),
        ("34000", "1000", "under", "34252", False),
        ("34000", "1000", "over", "34252", True),
        ("30000", "1000", "over", "34252", False),
        ("30000", "1000", "more", "34252", True),
        ("35000", "1000", "more", "34252", False),
        ("4", "1", "at_most", "4", True),
        ("4", "1", "less", "4", False),
    ],
)
def test_number_is_true_within_its_hedge(
    stated: str, step: str, hedge: Hedge, actual: str, true: bool
) -> None:
    """Unhedged by rounding, *about* within 5%, *nearly* below and *just over* above, the rest as inequalities."""
    assert holds(Decimal(stated), Decimal(step), hedge, Decimal(actual)) is true


@pytest.mark.parametrize(
    "stated, hedge, actual, true",
    [
        ("2", "", "2.09", True),
        ("2", "", "2.2", False),
        ("2", "about", "2.2", True),
        ("2", "more", "2.16", True),
    ],
)
def test_multiple_is_true_within_five_percent(stated: str, hedge: Hedge, actual: str, true: bool) -> None:
    """Ten when hedged; *more than twice* is an inequality."""
    assert ratio_holds(Decimal(stated), Decimal(1), hedge, Decimal(actual)) is true


def test_fractions_of_people_are_true_within_ten_percent() -> None:
    """ "one in five" is true of 20.3% and not of 25%."""
    assert fraction_holds(Decimal("0.2"), "", Decimal("0.203"))
    assert not fraction_holds(Decimal("0.2"), "", Decimal("0.25"))


def test_similar_means_five_percent_or_one_point() -> None:
    """Money and counts within 5%, shares within a point."""
    assert similar(Decimal(34252), Decimal(34157), False)
    assert not similar(Decimal(100), Decimal(106), False)
    assert similar(Decimal("87.9"), Decimal("88.9"), True)
    assert not similar(Decimal("2.2"), Decimal("4.5"), True)


def test_slightly_means_at_most_a_tenth() -> None:
    """A gap of 9% is slight, one of 22% is not."""
    assert slight(Decimal(109), Decimal(100))
    assert not slight(Decimal(122), Decimal(100))
