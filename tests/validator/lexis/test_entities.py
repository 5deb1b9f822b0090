"""What rows are called, and what refers to them, follows from the descriptor's noun."""

from __future__ import annotations

import pytest

from nlg.validator.lexis.entities import entity_words, references_to
from nlg.validator.lexis.tokens import tokenise


def reference(noun: str, text: str) -> str:
    found = references_to(noun).starting_at(tokenise(text, 0, len(text)), 0)
    return found[1] if found else ""


@pytest.mark.parametrize(
    "noun, text, meant",
    [
        ("occupation", "both jobs", "both"),
        ("occupation", "the two roles", "both"),
        ("occupation", "these workers", "they"),
        ("city", "both towns", "both"),
        ("city", "the latter city", "latter"),
        ("city", "these residents", "they"),
        ("car", "this vehicle", "it"),
        ("mattress", "the other mattress", "other"),
        ("dog breed", "neither breed", "neither"),
    ],
)
def test_a_row_is_referred_to_by_any_noun_of_its_kind(noun: str, text: str, meant: str):
    assert reference(noun, text) == meant


def test_nouns_of_another_kind_refer_to_no_row():
    assert reference("city", "the job") == ""
    assert reference("occupation", "the town") == ""


def test_the_people_of_a_kind_are_in_both_numbers_and_anybody_among_them():
    words = entity_words("city")

    assert {"resident", "residents", "people"} <= words.people
    assert "worker" not in words.people
    assert words.counts[0] == "population"


def test_a_kind_that_no_list_has_is_called_by_its_own_noun():
    words = entity_words("mattress")

    assert words.nouns == ("mattress",)
    assert words.plurals == {"mattresses"}


def test_names_of_what_there_are_many_of_have_a_plural():
    assert entity_words("car").has_copies
    assert not entity_words("planet").has_copies
