"""Whole articles that people wrote, with errors planted in them."""

from __future__ import annotations

from tests.validator.scores import ARTICLES, gold

RECALL = 0.93
PRECISION = 0.96
UNPARSED = 0.05
"""Over all articles; reached once, and not to be lost again."""


def test_errors_are_found_and_little_else_is_flagged():
    score = gold().total(gold().score_article(file) for file in sorted(ARTICLES.glob("*.gold.yaml")))

    assert score.recall >= RECALL
    assert score.precision >= PRECISION
    assert score.unparsed_share <= UNPARSED
