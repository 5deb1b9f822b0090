"""A sentence of the data's own prose says what the data say, wherever it stands."""

from __future__ import annotations

from pathlib import Path

from nlg.data import load
from nlg.validator.context import compile_reader
from nlg.validator.validation import validate_text

ROOT = Path(__file__).parents[3]


def test_a_sentence_of_a_description_claims_nothing_more() -> None:
    """Quoted in an answer it claims to describe its owner; what stands beside it is read like any other sentence."""
    dataset = load(ROOT / "datasets" / "occupations")
    reader = compile_reader(dataset)
    own = dataset.entities["interpreter"].description.split(". ")[0] + "."
    page = "Is an interpreter the same as a court reporter?\n\nNo. {} Interpreters earn $1 a year.\n"
    report = validate_text(reader, "-", page.format(own), ("interpreter", "court-reporter"))

    assert [(claim.text, claim.verdict) for claim in report.claims if claim.verdict != "supported"] == [
        ("$1 a year", "refuted")
    ]
    assert [(claim.text, claim.subjects) for claim in report.claims if claim.attribute == "description"] == [
        (own, ("interpreter",))
    ]


def test_a_sentence_that_describes_somebody_else_claims_nothing() -> None:
    """On a page that compares others it is only a sentence."""
    dataset = load(ROOT / "datasets" / "planets")
    reader = compile_reader(dataset)

    report = validate_text(
        reader, "-", "Craters cover its gray surface.\n\nMars is a cold desert world.\n", ("venus", "mars")
    )

    assert [claim for claim in report.claims if claim.attribute == "description"] == []
