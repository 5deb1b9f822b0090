"""A second set of sentences by an author who has not seen the reader's rules: what it makes of them, file by file."""

from __future__ import annotations

import pytest

from tests.validator.scores import HERE, gold

CASES = HERE / "second_cases"

WITHOUT_A_FAULT = ("people.yaml", "pointers.yaml", "ranges.yaml", "ratios.yaml", "skills.yaml", "trends.yaml")
"""Files of which every text is judged as its author judged it."""

RECALL = 0.97
PRECISION = 0.98
"""Of refuted claims, over all files; reached once, and not to be lost again."""


@pytest.mark.parametrize("name", WITHOUT_A_FAULT)
def test_every_text_of_a_file_is_judged_as_its_author_judged_it(name: str) -> None:
    faults = [fault for score in gold().score_cases(CASES / name) for fault in gold().counted(score).faults]

    assert [str(fault) for fault in faults] == []


def test_errors_are_found_and_little_else_is_flagged() -> None:
    score = gold().total(score for file in sorted(CASES.glob("*.yaml")) for score in gold().score_cases(file))

    assert score.recall >= RECALL
    assert score.precision >= PRECISION
