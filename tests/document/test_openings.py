"""The opening of a description answers a question only where it can stand alone."""

from __future__ import annotations

import pytest

from nlg.document.openings import opening


@pytest.mark.parametrize(
    "description, expected",
    [
        ("Dentists look after teeth. They read X-rays.", "Dentists look after teeth."),
        ("They look after teeth. Dentists read X-rays.", ""),
        ("Rangers guard U.S. parks and forests. Some fight fires.", "Rangers guard U.S. parks and forests."),
        ("Tutors teach reading, writing, etc. to children", ""),
        ("Who fixes pipes? Plumbers do.", "Who fixes pipes?"),
        ("One sentence without an end", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_stands_alone_or_not_at_all(description: str, expected: str) -> None:
    """No pronoun without whom it means, and no abbreviation taken for an end."""
    assert opening(description) == expected
