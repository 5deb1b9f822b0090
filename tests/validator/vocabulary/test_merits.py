"""Of some measures more is better and of others worse, and "better" means either."""

from __future__ import annotations

import pytest

from nlg.validator.lexis.cues import Cue
from nlg.validator.vocabulary.merits import merit, sense
from nlg.validator.vocabulary.resolution import Target
from tests.validator.scores import gold


@pytest.mark.parametrize(
    "concept, expected",
    [("income", 1), ("rent", -1), ("unemployment", -1), ("commute", -1), ("population", 1), ("age", 0)],
)
def test_a_measure_is_a_good_or_a_burden_by_its_noun(concept: str, expected: int):
    assert merit(gold().reader_of("cities"), Target("measure", concept)) == expected


def test_faster_by_the_time_that_something_takes_is_less():
    reader, faster = gold().reader_of("cars"), Cue("more", 1, "speed")

    assert sense(reader, faster, Target("measure", "top_speed")) == 1
    assert sense(reader, faster, Target("measure", "acceleration")) == -1
