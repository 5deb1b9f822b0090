"""What a sentence's derived figures come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nlg.data import Collection, Item, SourceRef, is_money
from nlg.document.messages import NoOverlap, Overlap
from nlg.sentence.roles import ROLES
from nlg.sentence.roles.figures import closed_gap
from nlg.sentence.vocabulary import Vocabulary


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


NOTHING_KNOWN = Vocabulary({}, {}, {}, {}, {}, {}, {}, {}, {})


def lists(count: int) -> Collection:
    """Lists of two entities, as long as the other."""
    return Collection(
        "skills", "", "ranked", "skill", "Skills", ("skills",), {"a": items(count), "b": items(count)}
    )


def items(count: int) -> tuple[Item, ...]:
    return tuple(Item(str(number), None, SourceRef("skills", "", "skill")) for number in range(count))


@pytest.mark.parametrize(
    "size, shared, apart, holds",
    [
        pytest.param(6, 5, 1, {"few_apart", "mostly", "long", "whole"}, id="all but one"),
        pytest.param(6, 3, 3, {"neither", "long", "whole"}, id="half"),
        pytest.param(6, 2, 4, {"few_shared", "barely", "long", "whole"}, id="two"),
        pytest.param(3, 1, 2, {"few_shared", "few_apart", "barely"}, id="one of three"),
        pytest.param(3, 1, 0, {"few_shared", "neither"}, id="nobody says what else"),
    ],
)
def test_gates_tell_how_much_two_lists_share(size: int, shared: int, apart: int, holds: set[str]) -> None:
    message = Overlap("", ("a", "b"), (), (), lists(6), size, items(shared), items(apart), items(apart))
    case = ROLES[Overlap]["case"].make
    forms = ("few_shared", "few_apart", "neither", "mostly", "barely", "long", "whole")

    assert {form for form in forms if case(message, form, NOTHING_KNOWN) is not None} == holds


@pytest.mark.parametrize(
    "size, is_apart, holds",
    [(3, True, {"apart", "few"}), (3, False, {"few"}), (6, True, {"apart", "several"})],
)
def test_gates_tell_whether_two_lists_are_apart(size: int, is_apart: bool, holds: set[str]) -> None:
    message = NoOverlap("", ("a", "b"), (), (), lists(6), items(size), items(size), is_apart)
    case = ROLES[NoOverlap]["case"].make

    assert {form for form in ("apart", "few", "several") if case(message, form, NOTHING_KNOWN)} == holds
