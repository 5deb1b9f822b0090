"""The lead: what the answer at the top, the introduction and the takeaways begin with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from nlg.data import load
from nlg.document.messages import Message, TradeOff
from nlg.document.plan import DocumentPlan, ListPlan, ParagraphPlan
from nlg.pipeline import Writer, writer
from nlg.surface.article import Summary

AuthorOf = Callable[..., Writer]
Rows = Mapping[str, Mapping[str, Any]]
FAR: Rows = {
    "nurse": {"yearly_salary": 93600, "salary_low": 66030, "salary_high": 135320, "growth_rate": 4.9},
    "medic": {"yearly_salary": 58410, "salary_low": 38000, "salary_high": 82420, "growth_rate": 5.0},
}
TIED: Rows = {
    "plumber": {"yearly_salary": 62970, "growth_rate": 4.5, "number_of_jobs": 455940},
    "wirer": {"yearly_salary": 62350, "growth_rate": 9.5, "number_of_jobs": 742580},
}
QUICKER_AND_RICHER: Rows = {
    "welder": {"yearly_salary": 61000, "years_to_become_min": 1, "years_to_become_max": 2},
    "potter": {"yearly_salary": 39000, "years_to_become_min": 3, "years_to_become_max": 4},
}


def paragraphs(document: DocumentPlan) -> list[list[Message]]:
    """The messages of each paragraph of the introduction."""
    return [
        [step.message for step in block.steps]
        for section in document.sections
        if section.id == "introduction"
        for block in section.blocks
        if isinstance(block, ParagraphPlan)
    ]


def takeaways(document: DocumentPlan) -> list[Message]:
    """The messages of the points to take home."""
    return [
        step.message
        for section in document.sections
        if section.id == "takeaways"
        for block in section.blocks
        if isinstance(block, ListPlan)
        for step in block.steps
    ]


@pytest.mark.parametrize("rows", [FAR, TIED], ids=["pay far apart", "pay tied"])
def test_pay_comes_first_whatever_the_gap(rows: Rows, author_of: AuthorOf) -> None:
    """It is what readers come for: a tie is news as well."""
    document = author_of(rows).document(*rows)

    assert paragraphs(document)[0][0].measures[0].concept == "yearly_salary"
    assert takeaways(document)[0].measures[0].concept == "yearly_salary"


def test_a_range_is_weighed_against_a_salary_that_has_been_told(author_of: AuthorOf) -> None:
    """First that nurses earn more, then, beside the table, that even well-paid medics stay below them."""
    document = author_of(FAR).document(*FAR)
    opened = {message.id for paragraph in paragraphs(document) for message in paragraph}
    salary = next(section for section in document.sections if section.id == "salary")
    told = [
        step.message.id for block in salary.blocks if isinstance(block, ParagraphPlan) for step in block.steps
    ]

    assert opened & {"ratio.yearly_salary", "difference.yearly_salary"}
    assert "reach.salary_range" in told
    assert "spread.salary_range" not in told


def test_a_trade_off_closes_the_paragraph_that_tells_its_cost(author_of: AuthorOf) -> None:
    """That the shorter path pays more makes sense to whoever has read how long the paths are."""
    told = [
        message.id
        for paragraph in paragraphs(author_of(QUICKER_AND_RICHER).document(*QUICKER_AND_RICHER))
        for message in paragraph
    ]

    assert told.index("trade_off.years_to_become.yearly_salary") > told.index("spread.years_to_become")


def test_the_answer_at_the_top_sets_a_difference_beside_a_tie(author_of: AuthorOf) -> None:
    """Where pay is tied, what does differ is the other half of the answer."""
    first, second = (step.message.id for step in author_of(TIED).document(*TIED).summary)

    assert first == "similarity.yearly_salary"
    assert second in ("growth.growth_rate", "difference.number_of_jobs")


def test_a_list_that_only_one_of_the_two_has_does_not_open_an_article(author_of: AuthorOf) -> None:
    """Beside nothing it is no comparison; its own section shows it."""
    skills = {"skills": [("Triage", 30), ("Charting", 20), ("Patient care", 10)]}
    rows = {"nurse": FAR["nurse"] | skills, "medic": FAR["medic"]}
    told = [m.id for paragraph in paragraphs(author_of(rows).document(*rows)) for m in paragraph]

    assert not [name for name in told if "skills" in name]


def test_schooling_is_weighed_against_pay(checkout: Path) -> None:
    """Court reporters need less schooling than interpreters and earn more: the grammar ranks the levels."""
    author = writer(
        load(checkout / "datasets" / "occupations"), str(checkout / "grammars" / "en-US"), "chicago", 0
    )
    document = author.document("interpreter", "court-reporter")
    told = [message for paragraph in paragraphs(document) for message in paragraph]
    weighed = next(message for message in told if isinstance(message, TradeOff))

    assert (weighed.subject, weighed.value) == ("court-reporter", "postsecondary nondegree award")
    assert [step.message.id for step in document.summary] == [weighed.id]
    assert not [message for message in told if message.id == "attribute_contrast.entry_education"]


def test_an_outlook_is_no_price_of_a_longer_path(author_of: AuthorOf) -> None:
    """Where no pay is known, the answer at the top says what sets the two apart."""
    nurse = {"years_to_become_min": 4, "years_to_become_max": 6, "growth_rate": 8}
    baker = {"years_to_become_min": 1, "years_to_become_max": 2, "growth_rate": 2}
    author = author_of({"nurse": nurse, "baker": baker})

    found = [entry.message.id for entry in author.document("nurse", "baker").candidates]

    assert not [name for name in found if name.startswith(("price.", "trade_off."))]
    blocks = author.article("nurse", "baker").sections[0].blocks
    assert [block.sentence.text for block in blocks if isinstance(block, Summary)] != []
