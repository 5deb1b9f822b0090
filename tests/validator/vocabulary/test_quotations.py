"""A sentence of the data's own prose says what the data say, wherever it stands."""

from __future__ import annotations

from pathlib import Path

from nlg.data import load
from nlg.validator.context import compile_reader
from nlg.validator.validation import validate_text

ROOT = Path(__file__).parents[3]


def test_a_sentence_of_a_description_claims_nothing_more() -> None:
    """Quoted in an answer it is no claim; with another figure in it, it is read like any other."""
    dataset = load(ROOT / "datasets" / "occupations")
    reader = compile_reader(dataset)
    own = dataset.entities["interpreter"].description.split(". ")[0] + "."
    page = "Is an interpreter the same as a court reporter?\n\nNo. {} Interpreters earn $1 a year.\n"
    report = validate_text(reader, "-", page.format(own), ("interpreter", "court-reporter"))

    assert [(claim.text, claim.verdict) for claim in report.claims if claim.verdict != "supported"] == [
        ("$1 a year", "refuted")
    ]
