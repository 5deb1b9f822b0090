"""Sentences about invented cities, cars, phones and colleges: no rule was made for them, and few words declared."""

from __future__ import annotations

import pytest

from tests.validator.scores import HERE, gold

CASES = HERE / "unfamiliar_cases"
WITHOUT_A_FAULT = ("cars.yaml", "cities.yaml")
"""Files of which every text is judged as its author judged it."""
RECALL = 0.98
PRECISION = 0.98
UNPARSED = 0.03
"""Over all files; reached once, and not to be lost again."""


@pytest.mark.parametrize("name", WITHOUT_A_FAULT)
def test_every_text_of_a_file_is_judged_as_its_author_judged_it(name: str):
    faults = [fault for score in gold().score_cases(CASES / name) for fault in gold().counted(score).faults]

    assert [str(fault) for fault in faults] == []


def test_domains_of_which_the_descriptor_says_little_are_read():
    score = gold().total(score for file in sorted(CASES.glob("*.yaml")) for score in gold().score_cases(file))

    assert score.texts > 260
    assert score.recall >= RECALL
    assert score.precision >= PRECISION
    assert score.unparsed_share <= UNPARSED
