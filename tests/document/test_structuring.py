"""Document structuring: what goes where, in which order, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nlg.data import load
from nlg.document.messages import Overlap, Ratio, SharedLack, Similarity, Surprise, TradeOff
from nlg.document.plan import (
    DocumentPlan,
    IdentityPlan,
    ListPlan,
    ParagraphPlan,
    QuestionPlan,
    Step,
    TablePlan,
)
from nlg.pipeline import Writer, writer

AuthorOf = Callable[..., Writer]
FULL = {
    "nurse": {"yearly_salary": 80000, "growth_rate": 5, "average_age": 40, "female_share": 87},
    "baker": {"yearly_salary": 36000, "growth_rate": -3, "average_age": 41, "female_share": 55},
}


@pytest.fixture(scope="module")
def occupations(checkout: Path) -> Writer:
    """Whoever writes about the shipped occupations."""
    return writer(
        load(checkout / "datasets" / "occupations"), str(checkout / "grammars" / "en-US"), "chicago", 0
    )


def steps(document: DocumentPlan) -> Iterator[tuple[str, type, Step]]:
    """Every step with its section and the kind of its block."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, ParagraphPlan | ListPlan | QuestionPlan):
                yield from ((section.id, type(block), step) for step in block.steps)


def test_candidates_are_ranked(occupations: Writer) -> None:
    """Best first, each with a reason and a score from nought to one."""
    for first, second in occupations.dataset.pairs:
        found = occupations.document(first, second).candidates

        assert [entry.score for entry in found] == sorted((entry.score for entry in found), reverse=True)
        assert all(entry.reason and 0 <= entry.score <= 1 for entry in found)


def test_no_paragraph_says_what_another_has_said(occupations: Writer) -> None:
    """Running text tells each message once; lists and answers may take it up again."""
    for first, second in occupations.dataset.pairs:
        told = [
            step.message.id
            for section, kind, step in steps(occupations.document(first, second))
            if kind is ParagraphPlan and section != "common"
        ]

        assert len(told) == len(set(told)), (first, second)


def test_the_answer_at_the_top_is_about_two_topics_at_most(occupations: Writer) -> None:
    """One trade-off, or two comparisons of different topics."""
    for first, second in occupations.dataset.pairs:
        document = occupations.document(first, second)
        topics = {entry.message.id: entry.topic for entry in document.candidates}
        summary = [step.message for step in document.summary]

        assert 1 <= len(summary) <= 2
        assert len({topics[message.id] for message in summary}) == len(summary)
        assert len(summary) == 1 or not any(isinstance(message, TradeOff) for message in summary)


def test_a_section_with_nothing_to_show_is_left_out(author_of: AuthorOf) -> None:
    """No heading stands over nothing, and no table row without a value."""
    document = author_of(FULL).document("nurse", "baker")

    assert "skills" not in [section.id for section in document.sections]
    assert all(section.blocks for section in document.sections)
    assert [
        [row.measures[0].concept for row in block.rows]
        for section in document.sections
        for block in section.blocks
        if isinstance(block, TablePlan) and section.id == "demographics"
    ] == [["average_age", "female_share"]]


def test_what_is_alike_is_told_as_common_ground(author_of: AuthorOf) -> None:
    """Similar values are a point to take home, or else stand under what the two have in common."""
    rows = {"nurse": FULL["nurse"], "baker": FULL["baker"] | {"yearly_salary": 80100}}
    common = [
        step
        for section, _, step in steps(author_of(rows).document("nurse", "baker"))
        if section in ("takeaways", "common")
    ]

    assert [type(step.message) for step in common if step.message.id.endswith("yearly_salary")] == [
        Similarity
    ]


@pytest.mark.parametrize("titles, asked", [("common", True), ("name", False)])
def test_whether_two_kinds_are_the_same_is_asked_and_denied(
    titles: str, asked: bool, author_of: AuthorOf
) -> None:
    """ "Is a night nurse the same as a night baker?" is a question; "Is Mars the same as Venus?" is none."""
    works = {"nurse": "Nurses look after patients. They work shifts.", "baker": "Bakers make bread."}
    rows = {slug: FULL[slug] | {"title": f"Night {slug}", "description": works[slug]} for slug in FULL}
    pages = author_of(rows, titles=titles).document("nurse", "baker")
    answers = [
        block.openings
        for section in pages.sections
        for block in section.blocks
        if isinstance(block, IdentityPlan)
    ]

    assert answers == ([("Nurses look after patients.", "Bakers make bread.")] if asked else [])


def test_nobody_asks_whether_a_nurse_is_the_same_as_a_baker(author_of: AuthorOf) -> None:
    """Two that share no word of their titles, and hardly an item of their lists, are not mistaken for each other."""
    works = {"nurse": "Nurses look after patients. They work shifts.", "baker": "Bakers make bread."}
    rows = {slug: FULL[slug] | {"description": works[slug]} for slug in FULL}
    pages = author_of(rows, titles="common").document("nurse", "baker")

    assert not any(isinstance(block, IdentityPlan) for section in pages.sections for block in section.blocks)


def test_a_measure_that_only_follows_another_is_left_to_the_table(author_of: AuthorOf) -> None:
    """Whoever earns more a year earns more an hour; only the contrary is worth a sentence."""
    following = {slug: FULL[slug] | {"hourly_rate": FULL[slug]["yearly_salary"] / 2080} for slug in FULL}
    turned = {
        "nurse": FULL["nurse"] | {"hourly_rate": 20},
        "baker": FULL["baker"] | {"hourly_rate": 30},
    }
    scores = [
        next(
            entry.score
            for entry in author_of(rows).document("nurse", "baker").candidates
            if entry.message.id.endswith(".hourly_rate")
        )
        for rows in (following, turned)
    ]

    assert scores[0] < scores[1]


def test_one_standing_is_enough(occupations: Writer) -> None:
    """That one of the two is near an end of the whole dataset is said once in an article."""
    for first, second in occupations.dataset.pairs:
        told = [
            step.message.id
            for _, _, step in steps(occupations.document(first, second))
            if step.message.id.startswith("standing.")
        ]

        assert len(told) <= 1, (first, second)


def test_a_choice_has_two_sides(occupations: Writer) -> None:
    """Where all speaks for one of the two there is nothing to choose between."""
    for first, second in occupations.dataset.pairs:
        document = occupations.document(first, second)
        ahead = {entry.message.id: entry.winner for entry in document.candidates}
        winners = {ahead[step.message.id] for section, _, step in steps(document) if section == "choice"}

        assert len(winners) in (0, 2), (first, second)


def test_the_order_asked_for_is_kept(author_of: AuthorOf) -> None:
    """Turning the pair round turns the columns round and keeps the facts."""
    author = author_of(FULL)
    there, back = author.document("nurse", "baker"), author.document("baker", "nurse")

    assert (there.pair, back.pair) == (("nurse", "baker"), ("baker", "nurse"))
    assert {entry.message.id for entry in there.candidates} == {entry.message.id for entry in back.candidates}
    assert [entry.score for entry in there.candidates] == [entry.score for entry in back.candidates]


def test_common_ground_says_what_neither_of_them_needs(occupations: Writer) -> None:
    """Where little else is shared, what both lack and what the introduction told complete the section."""
    shared = [
        step
        for section, _, step in steps(occupations.document("accountant", "bookkeeping-clerk"))
        if section == "common"
    ]

    assert [type(step.message) for step in shared] == [Similarity, SharedLack, Overlap]
    assert {step.style for step in shared} == {"shared"}


def test_a_surprise_follows_the_fact_that_it_turns_round(author_of: AuthorOf) -> None:
    """More people work as bakers; what their number will do is told next, and not the number once more."""
    rows = {
        "nurse": {"growth_rate": 5, "number_of_jobs": 20000},
        "baker": {"growth_rate": -3, "number_of_jobs": 90000},
    }
    overview = [
        step
        for section, _, step in steps(author_of(rows).document("nurse", "baker"))
        if section == "overview"
    ]

    assert [type(step.message) for step in overview] == [Ratio, Surprise]
    assert [step.style for step in overview] == ["full", "sequel"]
