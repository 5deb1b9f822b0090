"""Lexicalisation: which wording says a message, and what the choice depends on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nlg.data import load
from nlg.document.plan import Step
from nlg.pipeline import Writer, writer
from nlg.sentence.lexicalisation import Place
from nlg.sentence.plan import Number
from nlg.sentence.roles import KINDS, ROLE_NAMES, kind_name

AuthorOf = Callable[..., Writer]


@pytest.fixture(scope="module")
def author(checkout: Path) -> Writer:
    return writer(
        load(checkout / "datasets" / "reference"), str(checkout / "grammars" / "en-US"), "chicago", 0
    )


@pytest.fixture(scope="module")
def steps(author: Writer) -> tuple[Step, ...]:
    """Everything that could be said of the reference pair."""
    return tuple(
        Step(entry.message, "start") for entry in author.document(*author.dataset.pairs[0]).candidates
    )


def test_a_wording_fits_its_message(author: Writer, steps: tuple[Step, ...]) -> None:
    """Kind and style are those asked for, and every slot has its filler."""
    for step in steps:
        clause = author.lexicaliser.clause(step, Place("salary"), 1)

        assert clause is not None
        assert (clause.pattern.kind, clause.pattern.style) == (KINDS[type(step.message)], "full")
        assert len(clause.fillers) == len(clause.pattern.slots)


def test_the_choice_depends_on_pair_message_place_and_seed_alone(
    author: Writer, steps: tuple[Step, ...]
) -> None:
    """Asked again, in another order, each message gets its wording again; another article gives others."""
    once = [author.lexicaliser.clause(step, Place("salary"), 1) for step in steps]
    again = [author.lexicaliser.clause(step, Place("salary"), 1) for step in reversed(steps)]
    other = [author.lexicaliser.clause(step, Place("salary"), 2) for step in steps]

    assert once == again[::-1]
    assert once != other


def test_a_message_is_not_said_twice_alike(author: Writer, steps: tuple[Step, ...]) -> None:
    """A wording that has said the message before is taken last."""
    step = next(step for step in steps if step.message.id == "similarity.yearly_salary")
    first = author.lexicaliser.clause(step, Place("salary"), 1)
    assert first is not None
    second = author.lexicaliser.clause(step, Place("salary", said=(first.wording.twin,)), 1)

    assert second is not None
    assert second.pattern.pieces != first.pattern.pieces


def test_a_wording_begins_as_its_place_asks(author: Writer, steps: tuple[Step, ...]) -> None:
    """Sentences take turns in whom they begin with, where the wordings allow it."""
    step = next(step for step in steps if step.message.id == "difference.average_age")
    openers: dict[str, list[str]] = {}
    for slug, role in zip(step.message.subjects, "ab", strict=True):
        clauses = [author.lexicaliser.clause(step, Place("x", opener=slug), article) for article in range(60)]
        openers[role] = [clause.pattern.opener[0] for clause in clauses if clause is not None]

    assert openers["a"].count("a") > 2 * openers["b"].count("a")
    assert openers["b"].count("b") > 2 * openers["a"].count("b")


@pytest.mark.parametrize(
    "nurse, baker, how",
    [
        pytest.param(50000, 40000, {"as read", "difference", "relative difference"}, id="a quarter more"),
        pytest.param(50000, 49000, {"as read", "difference"}, id="two percent are distorted by rounding"),
    ],
)
def test_a_percentage_is_only_told_where_it_is_true(
    nurse: int, baker: int, how: set[str], author_of: AuthorOf
) -> None:
    """A wording whose figure cannot be given honestly is passed over, whatever the draw."""
    author = author_of({"nurse": {"yearly_salary": nurse}, "baker": {"yearly_salary": baker}})
    step = Step(author.document("nurse", "baker").candidates[0].message, "start")
    clauses = [author.lexicaliser.clause(step, Place("salary"), article * 7919) for article in range(400)]

    assert {
        filler.how
        for clause in clauses
        if clause is not None
        for filler in clause.fillers
        if isinstance(filler, Number)
    } == how


def test_every_kind_has_its_roles() -> None:
    """What a clause file may ask for is known for each kind of message, under the file's name."""
    assert set(ROLE_NAMES) == {kind_name(kind.__name__) for kind in KINDS}
    assert ROLE_NAMES["level"] == ("a", "m", "x")
