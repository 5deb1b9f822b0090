"""What changed is said of claims: how many, of whom, in which direction, and who is ahead now."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner

from nlg.api import difference
from nlg.bulk.comparison import ClaimChange, compare_versions
from nlg.bulk.difference_report import REPORTS
from nlg.bulk.versions import Version
from nlg.cli import main
from tests.bulk.conftest import table


def version(text: str, *claims: tuple[str, tuple[str, ...], str, object]) -> Version:
    return Version(("a", "b"), text, tuple(((kind, who, what), stated) for kind, who, what, stated in claims))


def test_the_one_that_is_ahead_changes():
    old = version("1", ("value", ("a",), "pay", 10), ("value", ("b",), "pay", 12))
    new = version("2", ("value", ("a",), "pay", 13), ("value", ("b",), "pay", 12))
    found = compare_versions(old, new)

    assert [(turn.attribute, turn.old, turn.new) for turn in found.turns] == [("pay", "b", "a")]
    assert found.claims == (ClaimChange("value", ("a",), "pay", (10,), (13,)),)
    assert found.claims[0].direction == "up"


def test_a_rounded_figure_puts_nobody_ahead():
    """Prose says "about 70" where the table says 69.7."""
    old = version("1", ("value", ("a",), "pay", 69.7), ("value", ("b",), "pay", 69.8))
    new = version(
        "2", ("value", ("a",), "pay", 69.7), ("value", ("a",), "pay", 70), ("value", ("b",), "pay", 69.8)
    )

    assert compare_versions(old, new).turns == ()


@pytest.mark.parametrize(
    "old, new, direction",
    [
        ((1,), (2,), "up"),
        ((2,), (1,), "down"),
        (("x",), ("y",), "changed"),
        ((), (1,), "added"),
        ((1,), (), "dropped"),
    ],
)
def test_a_claim_changes_in_a_direction(old, new, direction):
    assert ClaimChange("value", ("a",), "pay", old, new).direction == direction


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_two_outputs_are_compared(render_all, trains, form):
    """Seats from 359 to 2,000: one train overtakes all that had more."""
    render_all("old", formats=(form,))
    (trains / "trains.csv").write_text(table({"coral": 2000}), encoding="utf-8")
    render_all("new", formats=(form,))
    found, _ = difference("old", "new")

    assert found.changed + found.unchanged == 276
    assert found.changed >= 23
    assert found.turns["seats"] == sum(1 for at in range(24) if 100 + 37 * at > 359)
    assert found.claims["seats", "up"] >= 23


def test_shards_that_are_equal_change_nothing(render_all):
    render_all("old")
    render_all("new")
    found, _ = difference("old", "new")

    assert (found.is_empty, found.unchanged) == (True, 276)


def test_pairs_come_and_go(render_all, trains):
    render_all("old", formats=("jsonl",))
    text = table({}).replace("topaz-train,topaz train", "zinc-train,zinc train")
    (trains / "trains.csv").write_text(text, encoding="utf-8")
    render_all("new", formats=("jsonl",))
    found, _ = difference("old", "new")

    assert found.removed == sorted(pair for pair in found.removed if pair[1] == "topaz-train")
    assert (len(found.added), len(found.removed)) == (23, 23)


def test_a_newcomer_moves_articles_to_other_shards_and_changes_none(render_all, trains):
    render_all("old", formats=("jsonl",))
    lines = table({}).splitlines()
    (trains / "trains.csv").write_text("\n".join([*lines, "aaa-train,aaa train,,", ""]), encoding="utf-8")
    render_all("new", formats=("jsonl",))
    found, _ = difference("old", "new")

    assert (len(found.added), found.removed, found.unchanged) == (24, [], 276)


def test_two_releases_of_a_dataset_are_compared(trains, tmp_path):
    newer = tmp_path / "newer"
    newer.mkdir()
    (newer / "datapackage.json").write_bytes((trains / "datapackage.json").read_bytes())
    (newer / "trains.csv").write_text(table({"coral": 2000}), encoding="utf-8")
    done = CliRunner().invoke(main, ["diff", str(trains), str(newer), "--all"])

    assert done.exit_code == 1
    assert "16 pairs change which one is ahead in seats\n" in done.stdout
    assert re.search(r"^  ahead in seats: \S+-train → coral-train$", done.stdout, re.MULTILINE)


def test_without_a_change_the_code_is_zero(trains):
    done = CliRunner().invoke(main, ["diff", str(trains), str(trains), "--all"])

    assert (done.exit_code, done.stdout) == (0, "nothing changed in 276 articles\n")


def test_a_dataset_and_an_output_are_two_kinds(trains, render_all):
    render_all("out")
    done = CliRunner().invoke(main, ["diff", str(trains), "out"])

    assert done.exit_code == 2
    assert "one is a dataset and the other an output" in done.stderr


def test_reports_say_the_same(render_all, trains):
    render_all("old", formats=("jsonl",))
    (trains / "trains.csv").write_text(table({"coral": 2000}), encoding="utf-8")
    render_all("new", formats=("jsonl",))
    found, names = difference("old", "new")

    data = json.loads(REPORTS["json"](found, names))
    page = REPORTS["html"](found, names)
    html5lib.HTMLParser(strict=True).parse(page)
    assert data["articles"]["changed"] == found.changed
    assert data["ahead"] == [{"attribute": "seats", "pairs": 16}]
    assert f"{found.changed:,} articles changed" in page
    assert REPORTS["text"](found, names).startswith(f"{found.changed:,} articles changed")


def test_an_output_without_claims_cannot_be_compared(render_all):
    render_all("out", formats=("md",))
    done = CliRunner().invoke(main, ["diff", "out", "out"])

    assert done.exit_code == 2
    assert "no articles with claims" in done.stderr
    assert Path("out/manifest.json").is_file()
