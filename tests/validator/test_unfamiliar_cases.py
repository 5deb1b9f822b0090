"""Sentences about invented cities and cars: domains that no rule was made for, and descriptors of few words."""

from __future__ import annotations

from tests.validator.scores import HERE, gold

CASES = HERE / "unfamiliar_cases"


def test_a_domain_of_which_the_descriptor_says_little_is_read():
    scores = [score for file in sorted(CASES.glob("*.yaml")) for score in gold().score_cases(file)]

    assert len(scores) > 140
    assert [str(fault) for score in scores for fault in gold().counted(score).faults] == []
