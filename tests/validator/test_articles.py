"""Whole articles that people wrote, with errors planted in them: the level that the reader has reached on each set."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.validator.scores import ARTICLES, gold


@dataclass(frozen=True, slots=True)
class Level:
    """What was reached once over all articles of a set, and shall not be lost again."""

    texts: int
    recall: float
    precision: float
    unparsed: float
    """The largest share of statements that are not understood."""


LEVELS = {
    "open": Level(10, 0.93, 0.98, 0.02),
    "dev": Level(23, 0.97, 0.97, 0.055),
    "second": Level(24, 0.88, 0.98, 0.015),
    "third": Level(24, 0.86, 0.98, 0.02),
    "fourth": Level(10, 0.86, 1.0, 0.032),
    "fifth": Level(14, 0.9, 1.0, 0.015),
    "sixth": Level(18, 0.87, 0.98, 0.04),
    "seventh": Level(9, 0.78, 0.88, 0.065),
    "eighth": Level(16, 0.91, 1.0, 0.036),
    "ninth": Level(14, 0.96, 0.98, 0.046),
    "tenth": Level(12, 0.94, 1.0, 0.02),
    "eleventh": Level(12, 0.88, 0.98, 0.04),
    "twelfth": Level(12, 0.96, 1.0, 0.02),
    "thirteenth": Level(14, 0.98, 1.0, 0.021),
}
"""By the folder that the set stands in."""


@pytest.mark.parametrize("name", LEVELS)
def test_errors_are_found_and_little_else_is_flagged(name: str) -> None:
    """Most planted errors are refuted, and hardly anything that is true."""
    level, files = LEVELS[name], sorted((ARTICLES.parent / name).glob("*.gold.yaml"))

    score = gold().total(gold().score_article(file) for file in files)

    assert score.texts == len(files) >= level.texts
    assert score.recall >= level.recall
    assert score.precision >= level.precision
    assert score.unparsed_share <= level.unparsed


def test_every_set_of_articles_has_its_level() -> None:
    """No set stands unmeasured but the one without errors, which has a test of its own."""
    sets = {path.name for path in ARTICLES.parent.iterdir() if path.is_dir()}

    assert sets == {*LEVELS, "true"}
