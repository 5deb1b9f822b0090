"""Sentences about invented cities: a domain that no rule was made for, and a descriptor of few words."""

from __future__ import annotations

from tests.validator.scores import HERE, gold

RECALL = 1.0
PRECISION = 1.0
"""Of refuted claims."""


def test_a_domain_of_which_the_descriptor_says_little_is_read():
    score = gold().total(gold().score_cases(HERE / "city_cases" / "cities.yaml"))

    assert score.recall >= RECALL
    assert score.precision >= PRECISION
