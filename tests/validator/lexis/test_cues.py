"""Words of the claim's logic that name what is counted follow from what the rows are."""

from __future__ import annotations

import pytest

from nlg.validator.lexis.cues import Cue, cues_about
from nlg.validator.lexis.tokens import tokenise


def cue(noun: str, text: str) -> tuple[int, Cue] | None:
    return cues_about(noun).starting_at(tokenise(text, 0, len(text)), 0)


@pytest.mark.parametrize(
    "noun, text, sign",
    [("occupation", "shed jobs", -1), ("city", "adding residents", 1), ("city", "losing people", -1)],
)
def test_what_grows_or_shrinks_is_counted_by_its_people(noun: str, text: str, sign: int):
    found = cue(noun, text)

    assert found is not None
    assert (found[0], found[1].role, found[1].sign) == (2, "trend", sign)


@pytest.mark.parametrize(
    "text, scale", [("pay gap", "income"), ("age difference", "age"), ("price gap", "price")]
)
def test_a_gap_is_on_the_scale_of_the_noun_before_it(text: str, scale: str):
    found = cue("city", text)

    assert found is not None
    assert (found[0], found[1].role, found[1].domain) == (2, "gap", scale)
