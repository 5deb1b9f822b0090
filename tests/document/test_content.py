"""Content determination: which kind of message two values, ranges, texts or lists become."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from nlg.document.messages import (
    Attribute,
    AttributeContrast,
    Decline,
    Difference,
    Divergence,
    Growth,
    Level,
    Message,
    Mode,
    ModeContrast,
    NoOverlap,
    Overlap,
    Pace,
    Price,
    Ratio,
    Reach,
    Reading,
    SameItems,
    SameSpan,
    SharedAttribute,
    SharedMode,
    Similarity,
    Span,
    Spread,
    Tie,
    TopItems,
    TradeOff,
)
from nlg.document.plan import Candidate
from nlg.pipeline import Writer

AuthorOf = Callable[..., Writer]


def candidates(author: Writer) -> dict[str, Candidate]:
    """Everything that could be said of "nurse" and "baker", by id."""
    return {entry.message.id: entry for entry in author.document("nurse", "baker").candidates}


def messages(
    author_of: AuthorOf, nurse: dict[str, Any], baker: dict[str, Any]
) -> list[tuple[str, type[Message]]]:
    """The messages on the two by id and kind."""
    found = candidates(author_of({"nurse": nurse, "baker": baker}))
    return sorted((name, type(entry.message)) for name, entry in found.items())


def test_a_difference_puts_the_greater_value_first(author_of: AuthorOf) -> None:
    """Whoever has more is the subject, whichever of the two was asked for first."""
    author = author_of({"nurse": {"yearly_salary": 50000}, "baker": {"yearly_salary": 65000}})
    measure = author.dataset.measure("yearly_salary")
    baker = author.survey.readings["baker", "yearly_salary"]
    nurse = author.survey.readings["nurse", "yearly_salary"]

    assert nurse == Reading("nurse", measure, Decimal(50000), nurse.source)
    assert candidates(author)["difference.yearly_salary"].message == Difference(
        "difference.yearly_salary", ("baker", "nurse"), (measure,), (baker.source, nurse.source), baker, nurse
    )


def test_a_tie_keeps_the_order_asked_for(author_of: AuthorOf) -> None:
    """Equal values put nobody ahead."""
    author = author_of({"nurse": {"yearly_salary": 50000}, "baker": {"yearly_salary": 50000}})
    nurse, baker = (author.survey.readings[slug, "yearly_salary"] for slug in ("nurse", "baker"))
    entry = candidates(author)["tie.yearly_salary"]

    assert (entry.winner, entry.reason) == ("", "equal as printed")
    assert entry.message == Tie(
        "tie.yearly_salary", ("nurse", "baker"), (nurse.measure,), (nurse.source, baker.source), nurse, baker
    )


@pytest.mark.parametrize(
    "column, nurse, baker, name, kind",
    [
        pytest.param("yearly_salary", 34252, 34157, "similarity", Similarity, id="$95 is no gap"),
        pytest.param("yearly_salary", 34252, 33000, "difference", Difference, id="more than one percent is"),
        pytest.param("yearly_salary", 90000, 45000, "ratio", Ratio, id="twice as much is a ratio"),
        pytest.param("yearly_salary", 50000, 50000.3, "tie", Tie, id="cents that no page prints are no gap"),
        pytest.param("hourly_rate", 16.42, 16.47, "similarity", Similarity, id="five cents an hour"),
        pytest.param("average_age", 40, 80, "difference", Difference, id="nobody is twice as old"),
        pytest.param("female_share", 90.6, 60.3, "difference", Difference, id="shares differ by points"),
        pytest.param("female_share", 50.2, 50, "similarity", Similarity, id="a fifth of a point"),
        pytest.param("number_of_jobs", 0, 500, "difference", Difference, id="no multiple of nothing"),
        pytest.param("number_of_jobs", 7, None, "level", Level, id="one value alone"),
        pytest.param("growth_rate", 5, 9, "growth", Growth, id="both grow"),
        pytest.param("growth_rate", -5, -9, "decline", Decline, id="both shrink"),
        pytest.param("growth_rate", 5, -9, "divergence", Divergence, id="one grows, one shrinks"),
        pytest.param("growth_rate", 0, -9, "divergence", Divergence, id="one stands still"),
        pytest.param("growth_rate", 5.1, 5, "pace", Pace, id="about the same growth"),
        pytest.param("growth_rate", -3, -3, "pace", Pace, id="the same decline"),
        pytest.param("growth_rate", None, 3, "level", Level, id="one change alone"),
        pytest.param(
            "best_paying_company", "Acme", "Acme", "shared_attribute", SharedAttribute, id="one name"
        ),
        pytest.param("best_paying_company", "Acme", "KPG", "attribute_contrast", AttributeContrast, id="two"),
        pytest.param("best_paying_company", None, "KPG", "attribute", Attribute, id="one name alone"),
    ],
)
def test_two_values_become_one_message(
    column: str, nurse: object, baker: object, name: str, kind: type[Message], author_of: AuthorOf
) -> None:
    """The kind follows from what the values are to each other, and nothing else is said of them."""
    assert messages(author_of, {column: nurse}, {column: baker}) == [(f"{name}.{column}", kind)]


def test_the_steeper_decline_is_the_greater(author_of: AuthorOf) -> None:
    """Minus nine percent is more of a decline than minus five; the milder one has the edge."""
    author = author_of({"nurse": {"growth_rate": -5}, "baker": {"growth_rate": -9}})
    entry = candidates(author)["decline.growth_rate"]

    assert isinstance(entry.message, Decline)
    assert (
        entry.message.subjects
        == (entry.message.greater.slug, entry.message.lesser.slug)
        == ("baker", "nurse")
    )
    assert entry.winner == "nurse"


SALARIES = "salary_low", "salary_high"


@pytest.mark.parametrize("middle, is_behind", [(30, True), (40, False), (None, False)])
def test_a_range_that_is_higher_at_both_ends_may_be_behind_between(
    middle: int | None, is_behind: bool, author_of: AuthorOf
) -> None:
    """The nurse earns more at both ends; in the middle, the baker's 35 may be more."""
    author = author_of(
        {
            "nurse": {"salary_low": 20, "yearly_salary": middle, "salary_high": 60},
            "baker": {"salary_low": 15, "yearly_salary": 35, "salary_high": 50},
        }
    )
    message = candidates(author)["spread.salary_range"].message

    assert isinstance(message, Spread)
    assert message.is_behind_between is is_behind


@pytest.mark.parametrize(
    "nurse, baker, name, kind, subjects",
    [
        pytest.param((20, 55), (27, 41), "spread", Spread, ("nurse", "baker"), id="the wider range first"),
        pytest.param((20, 40), (30, 60), "spread", Spread, ("baker", "nurse"), id="the higher range first"),
        pytest.param((20, 40), (20, 40), "same_span", SameSpan, ("nurse", "baker"), id="one range"),
        pytest.param((20, 40), (None, None), "span", Span, ("nurse",), id="one range alone"),
        pytest.param((20, None), (30, 60), "span", Span, ("baker",), id="half a range is none"),
    ],
)
def test_two_ranges_become_one_message(
    nurse: tuple[int, int],
    baker: tuple[int, int],
    name: str,
    kind: type[Message],
    subjects: tuple[str, ...],
    author_of: AuthorOf,
) -> None:
    """Ranges are compared whole."""
    author = author_of(
        {"nurse": dict(zip(SALARIES, nurse, strict=True)), "baker": dict(zip(SALARIES, baker, strict=True))}
    )
    (entry,) = candidates(author).values()

    assert (entry.message.id, type(entry.message)) == (f"{name}.salary_range", kind)
    assert entry.message.subjects == subjects


def test_a_range_may_end_below_the_typical_value_of_the_other(author_of: AuthorOf) -> None:
    """Even the best-paid bakers earn less than the typical nurse."""
    author = author_of(
        {"nurse": {"yearly_salary": 80000}, "baker": {"salary_low": 20000, "salary_high": 60000}}
    )
    reach = candidates(author)["reach.salary_range"].message

    assert isinstance(reach, Reach)
    assert (reach.subjects, reach.high.value, reach.typical.value) == (("baker", "nurse"), 60000, 80000)


def test_the_shorter_path_that_pays_more_is_told(author_of: AuthorOf) -> None:
    """Who asks for less and gives more is the winner."""
    nurse = {"years_to_become_min": 4, "years_to_become_max": 6, "yearly_salary": 40000}
    baker = {"years_to_become_min": 1, "years_to_become_max": 2, "yearly_salary": 60000}
    entry = candidates(author_of({"nurse": nurse, "baker": baker}))["trade_off.years_to_become.yearly_salary"]

    assert isinstance(entry.message, TradeOff)
    assert (entry.winner, entry.message.subjects) == ("baker", ("baker", "nurse"))


def test_the_longer_path_that_pays_more_is_told_as_its_price(author_of: AuthorOf) -> None:
    """Who gives more and asks for more: neither wins by that alone."""
    nurse = {"years_to_become_min": 4, "years_to_become_max": 6, "yearly_salary": 60000}
    baker = {"years_to_become_min": 1, "years_to_become_max": 2, "yearly_salary": 40000}
    entry = candidates(author_of({"nurse": nurse, "baker": baker}))["price.years_to_become.yearly_salary"]

    assert isinstance(entry.message, Price)
    assert (entry.winner, entry.message.subjects) == ("", ("nurse", "baker"))


def test_no_trade_off_where_the_paths_cross(author_of: AuthorOf) -> None:
    """A path of one to six years is not shorter than one of two to four."""
    nurse = {"years_to_become_min": 1, "years_to_become_max": 6, "yearly_salary": 60000}
    baker = {"years_to_become_min": 2, "years_to_become_max": 4, "yearly_salary": 40000}

    assert not [
        name for name in candidates(author_of({"nurse": nurse, "baker": baker})) if "trade_off" in name
    ]


THREE = [("Triage", 30), ("Charting", 20), ("Baking", 10), ("Sales", 5)]


@pytest.mark.parametrize(
    "nurse, baker, expected",
    [
        pytest.param(THREE, THREE, {SameItems, SharedMode, TopItems}, id="the same three"),
        pytest.param(
            THREE,
            [("Baking", 40), ("Triage", 20), ("Icing", 9)],
            {Overlap, ModeContrast, TopItems},
            id="two of three",
        ),
        pytest.param(
            THREE,
            [("Icing", 14), ("Sales", 3), ("Mixing", 2)],
            {NoOverlap, ModeContrast, TopItems},
            id="none",
        ),
        pytest.param(
            THREE, [("Icing", 14), ("Mixing", 3)], {ModeContrast, TopItems}, id="too few to compare"
        ),
        pytest.param(THREE, [], {Mode, TopItems}, id="one list alone"),
        pytest.param([("A", 9), ("B", 9), ("C", 9), ("D", 9)], [], set(), id="a tie at the end of the three"),
        pytest.param([("A", None), ("B", None), ("C", None)], [], {TopItems}, id="a rank without shares"),
    ],
)
def test_two_lists_become_messages(
    nurse: list[tuple[str, int]], baker: list[tuple[str, int]], expected: set[type], author_of: AuthorOf
) -> None:
    """The first three are compared as sets, the first items by name."""
    found = messages(author_of, {"skills": nurse}, {"skills": baker})

    assert {kind for _, kind in found} == expected


def test_an_overlap_is_told_in_the_order_of_the_first(author_of: AuthorOf) -> None:
    """Shared items once, then what each has alone."""
    author = author_of(
        {"nurse": {"skills": THREE}, "baker": {"skills": [("baking", 40), ("Triage", 20), ("Icing", 9)]}}
    )
    overlap = candidates(author)["overlap.skills"].message

    assert isinstance(overlap, Overlap)
    assert [
        [item.name for item in items] for items in (overlap.shared, overlap.only_first, overlap.only_second)
    ] == [["Triage", "Baking"], ["Charting"], ["Icing"]]


SIX = ("Triage", "Charting", "Baking", "Sales", "Icing", "Mixing")


def lists(one: tuple[str, ...], two: tuple[str, ...]) -> dict[str, dict[str, list[tuple[str, int | None]]]]:
    """Two entities with ranked items that have no shares."""
    return {
        slug: {"skills": [(name, None) for name in names]} for slug, names in (("nurse", one), ("baker", two))
    }


def test_short_lists_of_one_length_are_compared_whole(author_of: AuthorOf) -> None:
    """Five of six are the same although the first three of both have nothing in common."""
    others = (*SIX[3:], *SIX[:2], "Selling")
    overlap = candidates(author_of(lists(SIX, others)))["overlap.skills"].message

    assert isinstance(overlap, Overlap)
    assert overlap.size == 6
    assert [item.name for item in overlap.shared] == [name for name in SIX if name != "Baking"]
    assert [item.name for item in overlap.only_first + overlap.only_second] == ["Baking", "Selling"]


def test_the_same_items_in_another_order_are_the_same(author_of: AuthorOf) -> None:
    """Whole lists are compared as sets."""
    same = candidates(author_of(lists(SIX, SIX[::-1])))["same_items.skills"].message

    assert isinstance(same, SameItems)
    assert len(same.items) == 6


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((*SIX[3:], "Selling"), id="lists of different lengths"),
        pytest.param(tuple(f"Task {number}" for number in range(11)), id="lists that nobody counts"),
    ],
)
def test_other_lists_are_compared_by_their_first_items(others: tuple[str, ...], author_of: AuthorOf) -> None:
    """Three of each, whatever comes after them."""
    one = SIX if len(others) < 10 else tuple(f"Duty {number}" for number in range(11))
    apart = candidates(author_of(lists(one, others)))["no_overlap.skills"].message

    assert isinstance(apart, NoOverlap)
    assert (len(apart.items), len(apart.other_items)) == (3, 3)


def test_what_the_other_lists_further_down_is_not_said_to_be_one_s_alone(author_of: AuthorOf) -> None:
    """With shares the first three are compared, and what stands below them is not forgotten."""
    nurse = [("Triage", 30), ("Charting", 20), ("Baking", 10), ("Sales", 5)]
    baker = [("Triage", 30), ("Sales", 20), ("Icing", 10), ("Mixing", 5)]
    author = author_of({"nurse": {"skills": nurse}, "baker": {"skills": baker}})
    overlap = candidates(author)["overlap.skills"].message

    assert isinstance(overlap, Overlap)
    assert (overlap.size, [item.name for item in overlap.shared]) == (3, ["Triage"])
    assert overlap.only_first == overlap.only_second == ()


@pytest.mark.parametrize("last, is_apart", [("Mixing", True), ("Triage", False)])
def test_lists_apart_at_the_top_may_meet_further_down(last: str, is_apart: bool, author_of: AuthorOf) -> None:
    """Only lists without a common item have nothing in common."""
    baker = [("Icing", 14), ("Proving", 9), ("Kneading", 5), (last, 2)]
    author = author_of({"nurse": {"skills": THREE}, "baker": {"skills": baker}})
    found = candidates(author)["no_overlap.skills"].message

    assert isinstance(found, NoOverlap)
    assert found.is_apart is is_apart


def test_nothing_known_is_nothing_said(author_of: AuthorOf) -> None:
    """No message is made of empty cells."""
    assert messages(author_of, {}, {}) == []
