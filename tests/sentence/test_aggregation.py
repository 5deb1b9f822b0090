"""Aggregation: which messages share a sentence, and the cues that say why."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from nlg.data import load
from nlg.document.plan import Relation, Step
from nlg.pipeline import Writer, writer
from nlg.sentence.aggregation import CLOSE, Cues, aggregate

ARTICLES = range(50)


@pytest.fixture(scope="module")
def author(checkout: Path) -> Writer:
    """Whoever writes about the reference pair."""
    return writer(
        load(checkout / "datasets" / "reference"), str(checkout / "grammars" / "en-US"), "chicago", 0
    )


@pytest.fixture(scope="module")
def facts(author: Writer) -> tuple[Step, ...]:
    """Three facts of one section, each an addition to the one before it."""
    document = author.document(*author.dataset.pairs[0])
    wanted = ("similarity.yearly_salary", "similarity.hourly_rate", "difference.number_of_jobs")
    found = {entry.message.id: entry.message for entry in document.candidates}
    return tuple(Step(found[name], "addition") for name in wanted)


def test_the_messages_stay_and_keep_their_order(facts: tuple[Step, ...]) -> None:
    """Aggregation moves nothing and loses nothing."""
    for article in ARTICLES:
        joined = aggregate(facts, article)

        assert tuple(step for sentence in joined for step in sentence) == facts


def test_a_sentence_holds_two_messages_at_most(facts: tuple[Step, ...]) -> None:
    """Some neighbours join, never more than two, and not in every article."""
    sizes = {tuple(len(sentence) for sentence in aggregate(facts, article)) for article in ARTICLES}

    assert len(sizes) > 1
    assert all(size <= 2 for found in sizes for size in found)


@pytest.mark.parametrize("relation", sorted(set(get_args(Relation)) - set(CLOSE)))
def test_only_what_a_conjunction_expresses_joins(relation: Relation, facts: tuple[Step, ...]) -> None:
    """A fact that merely follows has a sentence of its own."""
    loose = tuple(Step(step.message, relation) for step in facts)

    assert all(aggregate(loose, article) == tuple((step,) for step in loose) for article in ARTICLES)


def test_an_answer_of_one_sentence_takes_both(facts: tuple[Step, ...]) -> None:
    """At the top there is no room for a second sentence."""
    loose = tuple(Step(step.message, "start") for step in facts[:2])

    assert aggregate(loose, 0, always=True) == (loose,)


def test_a_cue_is_used_once_in_a_section(author: Writer, facts: tuple[Step, ...]) -> None:
    """When all have been used there is none, and a new section has them all again."""
    known = author.vocabulary.conjunctions["addition"]
    cues = Cues(author.vocabulary, 0)
    taken = [cues.conjunction(facts[0]) for _ in known]

    assert sorted(taken) == sorted(known)
    assert cues.conjunction(facts[0]) == ""
    cues.start_section()
    assert cues.conjunction(facts[0]) == taken[0]
