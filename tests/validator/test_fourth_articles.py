"""Articles by a fourth hand that had not seen the reader, with the level that it has reached on them."""

from __future__ import annotations

from tests.validator.scores import ARTICLES, gold

RECALL = 0.86
PRECISION = 1.0
UNPARSED = 0.035
"""Over all articles; reached once, and not to be lost again."""


def test_errors_in_articles_of_a_fourth_hand_are_found_and_little_else_is_flagged():
    """Most planted errors are refuted, and hardly anything that is true."""
    files = sorted((ARTICLES.parent / "fourth").glob("*.gold.yaml"))

    score = gold().total(gold().score_article(file) for file in files)

    assert score.texts == len(files) >= 10
    assert score.recall >= RECALL
    assert score.precision >= PRECISION
    assert score.unparsed_share <= UNPARSED
