"""Articles in further voices, written to see what the reader makes of what it has not met."""

from __future__ import annotations

from tests.validator.scores import ARTICLES, gold

RECALL = 0.97
PRECISION = 0.94
UNPARSED = 0.066
"""Over all articles; reached once, and not to be lost again."""


def test_errors_in_further_voices_are_found_and_little_else_is_flagged():
    files = sorted((ARTICLES.parent / "dev").glob("*.gold.yaml"))

    score = gold().total(gold().score_article(file) for file in files)

    assert score.texts == len(files) > 20
    assert score.recall >= RECALL
    assert score.precision >= PRECISION
    assert score.unparsed_share <= UNPARSED
