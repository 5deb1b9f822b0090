"""One article straight out of what a run left."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from nlg.api import show
from nlg.errors import InputError


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_an_article_comes_out_of_its_shard(render_all, form):
    render_all("pages", formats=("md",))
    render_all("out", formats=(form,))

    page = Path("pages/coral-train/coral-train-vs-opal-train.md").read_text()
    assert show(("coral-train", "opal-train"), "out") == page
    assert show(("opal-train", "coral-train"), "out") == page


def test_as_json_it_is_the_row(render_all):
    render_all("out", formats=("jsonl",))

    row = orjson.loads(show(("coral-train", "opal-train"), "out", "json"))
    assert (row["first"], row["second"], row["slug"]) == (
        "coral-train",
        "opal-train",
        "coral-train-vs-opal-train",
    )


def test_an_article_of_its_own_file_is_that_file(render_all):
    render_all("out", formats=("md", "html"))

    assert show(("opal-train", "coral-train"), "out", "html").startswith("<!DOCTYPE html>")


def test_an_article_that_is_not_there_is_said_to_be_written_by_render(render_all):
    render_all("out", formats=("jsonl",))

    with pytest.raises(InputError, match="nlg render coral-train:none writes it"):
        show(("coral-train", "none"), "out")


def test_a_shard_holds_no_web_page(render_all):
    render_all("out", formats=("jsonl",))

    with pytest.raises(InputError, match="--format md prints it"):
        show(("coral-train", "opal-train"), "out", "html")
