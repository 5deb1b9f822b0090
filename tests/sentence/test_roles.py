"""What a sentence's derived figures come to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import structs

from nlg.data import Collection, Item, Measure, SourceRef, is_money
from nlg.document.messages import NoOverlap, Overlap, Reading, Spread
from nlg.sentence.plan import Number
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


def spread(*ends: int) -> Spread:
    """Two salary ranges: low and high of the one that reaches further, then of the other."""
    measures = [
        Measure(f"salary_{end}", f"salary_{end}", end, True, "USD/year", range="salary", bound=end)
        for end in ("low", "high")
    ]
    sources = [SourceRef("jobs", slug, measure.column) for slug in ("a", "b") for measure in measures]
    readings = [
        Reading(source.slug, measures[number % 2], Decimal(end), source)
        for number, (end, source) in enumerate(zip(ends, sources, strict=True))
    ]
    return Spread("spread.salary", ("a", "b"), tuple(measures), tuple(sources), *readings)


@pytest.mark.parametrize(
    "ends, gate",
    [
        pytest.param((79850, 211450, 66030, 135320), "widening", id="76,130 apart at the top, 13,820 below"),
        pytest.param((95240, 182200, 97960, 169950), "crossing", id="ahead at the top, behind at the bottom"),
        pytest.param((65920, 160990, 60510, 159800), "narrowing", id="ahead by 5,410, at the top by 1,190"),
        pytest.param((60510, 160510, 50510, 145510), "leading", id="ahead by 10,000, at the top by 15,000"),
        pytest.param((39430, 106030, 39430, 98000), "opening", id="level at the bottom"),
        pytest.param((39430, 106030, 40670, 105150), "level", id="within three percent at both ends"),
        pytest.param((34590, 112540, 40020, 110300), "plain", id="behind at the bottom, level at the top"),
    ],
)
def test_ranges_lie_in_one_way(ends: tuple[int, ...], gate: str) -> None:
    """A gap widens toward the top, narrows, lasts, opens, turns round or is none: one sort of wording suits each."""
    role = ROLES[Spread]["lies"]
    forms = ("widening", "crossing", "narrowing", "leading", "opening", "level", "plain")
    holds = {form for form in forms if role.make(spread(*ends), form, NOTHING_KNOWN)}

    assert holds == {gate}


def test_no_lead_widens_where_the_other_is_ahead_in_the_middle() -> None:
    """Whoever earns more at both ends and less at the median has no lead that grows."""
    ahead = spread(79850, 211450, 66030, 135320)
    behind = structs.replace(ahead, is_behind_between=True)
    role = ROLES[Spread]["lies"]

    assert role.make(ahead, "widening", NOTHING_KNOWN) is not None
    assert role.make(behind, "widening", NOTHING_KNOWN) is None
    assert role.make(behind, "plain", NOTHING_KNOWN) is not None


def test_ranges_are_as_far_apart_as_their_ends() -> None:
    """$13,820 at the bottom and $76,130 at the top."""
    role = ROLES[Spread]["gap"]
    gaps = [role.make(spread(79850, 211450, 66030, 135320), form, NOTHING_KNOWN) for form in ("low", "high")]

    assert [gap.values for gap in gaps if isinstance(gap, Number)] == [(13820,), (76130,)]
