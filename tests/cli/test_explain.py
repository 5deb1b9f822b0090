"""`nlg explain` says of every message whether it is told, where, in which words, and from which cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nlg.cli import main

PAIR = "medical-office-administrator:patient-care-specialist"


@pytest.fixture
def reference(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The reference dataset, from a folder that no settings file reaches."""
    monkeypatch.chdir(tmp_path)
    return str(checkout / "datasets" / "reference")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["explain", *arguments])
    return result.exit_code, result.stdout, result.stderr


def explained(reference: str, *arguments: str) -> dict[str, Any]:
    code, out, _ = run(PAIR, "--data", reference, "--format", "json", *arguments)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_each_message_has_score_reason_words_and_cells(reference: str) -> None:
    """The small gap in pay rests on two cells, and is told in several places in different words."""
    found = explained(reference)
    message = next(entry for entry in found["messages"] if entry["id"] == "similarity.yearly_salary")
    places = [use["place"] for use in message["uses"]]

    assert found["pair"] == PAIR.split(":")
    assert (message["kind"], message["chosen"], message["dropped"]) == ("similarity", True, "")
    assert message["reason"]
    assert places[:2] == ["summary", "introduction"]
    assert len({use["text"] for use in message["uses"]}) == len(places)
    assert [(cell["slug"], cell["column"], cell["literal"], cell["line"]) for cell in message["cells"]] == [
        ("medical-office-administrator", "yearly_salary", "34252", 2),
        ("patient-care-specialist", "yearly_salary", "34157", 3),
    ]


def test_a_dropped_message_says_why_and_what_it_would_say(reference: str) -> None:
    """What is not told has a reason; where a wording exists it is shown."""
    dropped = [entry for entry in explained(reference)["messages"] if not entry["chosen"]]
    lists = [entry for entry in dropped if entry["kind"] == "top_items"]

    assert dropped
    assert all(entry["dropped"] for entry in dropped)
    assert [entry["dropped"] for entry in lists] == ["the comparison of the two lists says it"] * 2
    assert (
        lists[0]["wording"].endswith("patients, patient care, and customer service.") or lists[0]["wording"]
    )


def test_messages_stand_best_first(reference: str) -> None:
    """The order is that in which they compete for a place."""
    scores = [entry["score"] for entry in explained(reference)["messages"]]

    assert scores == sorted(scores, reverse=True)


def test_the_words_are_those_of_the_article(reference: str, checkout: Path) -> None:
    """What is shown as told stands in the article, with the same seed."""
    from nlg.api import make_writer, markdown

    text = markdown(make_writer(reference, seed=3).article(*PAIR.split(":"))).text
    uses = [use for entry in explained(reference, "--seed", "3")["messages"] for use in entry["uses"]]

    assert uses
    assert [use["text"] for use in uses if use["text"] not in text] == []


def test_text_is_for_reading(reference: str) -> None:
    """Columns: score, message, place; below them reason, words, and cells with file and line."""
    code, out, _ = run(PAIR, "--data", reference)
    lines = out.splitlines()

    assert code == 0
    assert lines[0] == f"{PAIR}, seed 0"
    assert any(
        line.startswith("0.6") and "similarity.yearly_salary" in line and "summary" in line for line in lines
    )
    assert any(line.endswith("administrator.yearly_salary = 34252  (occupations.csv:2)") for line in lines)
    assert "DROPPED MESSAGE" in out


@pytest.mark.parametrize(
    "pair, says",
    [
        pytest.param(
            "medical-office-administratr:patient-care-specialist", "did you mean", id="a slug misspelt"
        ),
        pytest.param("medical-office-administrator", "FIRST:SECOND", id="no pair"),
        pytest.param(
            "patient-care-specialist:patient-care-specialist", "compared with itself", id="one twice"
        ),
    ],
)
def test_what_is_no_pair_is_exit_2(pair: str, says: str, reference: str) -> None:
    """The message says what would be right."""
    code, out, err = run(pair, "--data", reference)

    assert (code, out) == (2, "")
    assert says in err
