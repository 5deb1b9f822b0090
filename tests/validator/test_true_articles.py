"""Articles in which everything is true: what the reader refutes there, it refutes without cause."""

from __future__ import annotations

from tests.validator.scores import ARTICLES, gold

FLAGS = 4
"""False flags in all articles together; their number may only fall."""
UNPARSED = 0.106
"""Statements that are not understood, of those that can be checked."""


def test_little_of_what_is_true_is_refuted():
    files = sorted((ARTICLES.parent / "true").glob("*.gold.yaml"))

    scores = [gold().score_article(file) for file in files]
    score = gold().total(scores)

    assert len(files) > 30
    assert score.errors == 0
    assert not [fault for one in scores for fault in one.faults if fault.sort == "breakdown"]
    assert score.flags <= FLAGS
    assert score.unparsed_share <= UNPARSED
