"""The same bytes however the work is shared out, and only what changed is written again."""

from __future__ import annotations

import json
from pathlib import Path

import orjson
import pyarrow.parquet
import pytest
import zstandard

from nlg.bulk import crew, tiles, workshop
from nlg.bulk.pages import Manner
from nlg.bulk.run import Means
from nlg.bulk.storage import Folder
from nlg.errors import InputError
from tests.bulk.conftest import NAMES, table, tree

PAIRS = 276


def test_many_articles_go_into_a_folder_an_entity(render_all):
    summary = render_all("out")

    assert summary.articles == PAIRS
    assert Path("out/amber-train/amber-train-vs-topaz-train.md").is_file()
    assert len([name for name in tree("out") if name.endswith(".md")]) == PAIRS


def test_two_processes_write_the_same_bytes(render_all):
    render_all("one", formats=("md", "html", "json", "jsonl", "parquet"))
    render_all("two", Means(jobs=2), formats=("md", "html", "json", "jsonl", "parquet"))

    assert tree("one") == tree("two")


def test_shares_in_one_folder_come_to_the_whole(render_all):
    render_all("whole")
    for number in (2, 3, 1):
        render_all("shares", Means(share=(number, 3)))

    assert tree("shares") == tree("whole")


def test_a_share_says_that_it_is_not_the_whole(render_all):
    render_all("out", Means(share=(1, 3)))

    assert json.loads(Path("out/manifest.json").read_bytes())["complete"] is False


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_shares_of_few_articles_come_to_the_whole(render_all, monkeypatch, order):
    """Few articles stand in one folder, and unlike many they are made anew in every run."""
    monkeypatch.setattr(tiles, "SMALL", PAIRS)
    render_all("whole")
    for number in order:
        assert Path("shares/manifest.json").exists() == (number != order[0])
        render_all("shares", Means(share=(number, 3)))
        found = json.loads(Path("shares/manifest.json").read_bytes())
        assert found["complete"] == (number == order[-1])
    again = render_all("shares", Means(share=(1, 3)))

    whole, shares = (
        {name: found for name, found in tree(folder).items() if not name.startswith((".nlg/", "SHA256SUMS"))}
        for folder in ("whole", "shares")
    )
    assert "manifest.json" in whole
    assert shares == whole
    assert again.outcome.written == ()


def test_a_share_without_any_work_does_not_hide_the_others(render_all, monkeypatch):
    monkeypatch.setattr(tiles, "SMALL", PAIRS)
    monkeypatch.setattr(tiles, "LEAST_SIDE", len(NAMES))
    monkeypatch.setattr(tiles, "TILES_A_SIDE", 1)
    for number in (1, 2):
        render_all("out", Means(share=(number, 2)))
    found = json.loads(Path("out/manifest.json").read_bytes())

    assert (found["complete"], found["articles"]) == (True, PAIRS)


def test_few_articles_in_shares_are_still_ours_when_the_data_change(render_all, monkeypatch, trains):
    monkeypatch.setattr(tiles, "SMALL", PAIRS)
    for number in (1, 2):
        render_all("out", Means(share=(number, 2)))
    (trains / "trains.csv").write_text(table({"coral": 360}), encoding="utf-8")
    summary = render_all("out")

    assert summary.outcome.kept == ()
    assert "coral-train-vs-topaz-train.md" in summary.outcome.written


def test_a_shard_is_one_frame_that_states_its_length(render_all):
    """Any reader of zstd can take it at once."""
    render_all("out")
    manifest = json.loads(Path("out/manifest.json").read_bytes())

    rows = []
    for shard in manifest["shards"]:
        content = zstandard.ZstdDecompressor().decompress(Path("out", shard["file"]).read_bytes())
        lines = [orjson.loads(line) for line in content.splitlines()]
        assert len(lines) == shard["articles"]
        rows += lines
    assert len(rows) == PAIRS
    assert {"first", "second", "slug", "title", "description", "markdown"} <= set(rows[0])


def test_parquet_holds_the_same_articles(render_all):
    render_all("out", formats=("md", "parquet"))
    tables = [pyarrow.parquet.read_table(file) for file in sorted(Path("out").glob("*.parquet"))]

    row = tables[0].to_pylist()[0]
    assert sum(one.num_rows for one in tables) == PAIRS
    assert row["markdown"] == Path(f"out/{row['first']}/{row['slug']}.md").read_text()


def test_a_second_run_leaves_all_as_it_is(render_all):
    render_all("out")
    before = {file: file.stat().st_mtime_ns for file in Path("out").rglob("*") if file.is_file()}
    summary = render_all("out")

    assert (summary.left, summary.outcome.written) == (PAIRS, ())
    assert {file: file.stat().st_mtime_ns for file in Path("out").rglob("*") if file.is_file()} == before


def test_a_lost_page_is_written_again(render_all):
    render_all("out")
    before = tree("out")
    Path("out/amber-train/amber-train-vs-topaz-train.md").unlink()
    render_all("out")

    assert tree("out") == before


def test_a_damaged_shard_is_written_again(render_all):
    render_all("out", formats=("jsonl",))
    before = tree("out")
    shard = Path("out/articles-000-001.jsonl.zst")
    shard.write_bytes(shard.read_bytes()[:-1] + b"!")
    render_all("out", formats=("jsonl",))

    assert tree("out") == before


def test_one_changed_cell_rewrites_the_articles_that_show_it(render_all, trains):
    render_all("out", formats=("md",))
    before = tree("out")
    (trains / "trains.csv").write_text(table({"coral": 360}), encoding="utf-8")
    summary = render_all("out", formats=("md",))

    after = tree("out")
    changed = {name for name in after if after[name] != before[name] and name.endswith(".md")}
    assert changed == {name for name in after if "coral-train-vs" in name or "vs-coral-train.md" in name}
    assert {name for name in summary.outcome.written if name.endswith(".md")} == changed


def test_a_changed_dataset_ends_with_the_bytes_of_a_fresh_run(render_all, trains):
    render_all("out")
    lines = table({"coral": 360}).splitlines()
    (trains / "trains.csv").write_text("\n".join([*lines[:-1], ""]), encoding="utf-8")
    render_all("out")
    render_all("fresh")

    fresh, found = tree("fresh"), tree("out")
    gone = {name for name in found if "topaz-train" in name}
    assert {name: found[name] for name in found if name in fresh and "SHA256SUMS" not in name} == {
        name: fresh[name] for name in fresh if "SHA256SUMS" not in name
    }
    assert {name for name in found if name not in fresh and "SHA256SUMS" not in name} <= gone


def test_check_finds_what_would_change_and_writes_nothing(render_all, trains):
    render_all("out")
    before = tree("out")
    assert render_all("out", Means(manner=Manner(is_check=True))).outcome.written == ()
    (trains / "trains.csv").write_text(table({"coral": 360}), encoding="utf-8")
    found = render_all("out", Means(manner=Manner(is_check=True))).outcome.written

    assert "coral-train/coral-train-vs-topaz-train.md" in found
    assert "manifest.json" in found
    assert tree("out") == before


def test_an_editors_change_outlives_new_data(render_all, trains):
    render_all("out")
    page = Path("out/coral-train/coral-train-vs-topaz-train.md")
    page.write_text("The editor's own words.\n")
    (trains / "trains.csv").write_text(table({"coral": 360}), encoding="utf-8")
    first, second = render_all("out"), render_all("out")

    kept = ("coral-train/coral-train-vs-topaz-train.md",)
    assert (first.outcome.kept, second.outcome.kept) == (kept, kept)
    assert page.read_text() == "The editor's own words.\n"


def test_a_bad_pair_is_put_aside_and_the_run_goes_on(render_all, monkeypatch):
    write = workshop.markdown

    def fail(article):
        if article.subjects == ("coral-train", "opal-train"):
            raise ValueError("no words for it")
        return write(article)

    monkeypatch.setattr(workshop, "markdown", fail)
    summary = render_all("out", formats=("jsonl",))

    reason = "the article could not be made: ValueError: no words for it"
    assert (summary.articles, [(one.first, one.reasons) for one in summary.quarantined]) == (
        PAIRS - 1,
        [("coral-train", (reason,))],
    )
    aside = Path("out/quarantine/coral-train/coral-train-vs-opal-train.reasons")
    assert aside.read_text() == f"{reason}\n"
    assert "no words for it" in Path("out/manifest.json").read_text()


def test_an_article_that_the_data_do_not_support_is_put_aside(render_all, monkeypatch):
    """The page stands beside the reasons, and not among the published ones; once mended it is published."""
    monkeypatch.setattr(workshop, "_judge", lambda dataset: lambda page, pair: (1, ("14: refuted: no",)))
    summary = render_all("out", formats=("md",), is_validated=True)
    place = Path("out/quarantine/coral-train")

    assert (summary.articles, len(summary.quarantined)) == (0, PAIRS)
    assert not Path("out/coral-train/coral-train-vs-opal-train.md").exists()
    assert (place / "coral-train-vs-opal-train.md").is_file()

    monkeypatch.setattr(workshop, "_judge", lambda dataset: lambda page, pair: (1, ()))
    render_all("out", formats=("md",), is_validated=True, seed=1)
    assert list(place.iterdir()) == []
    assert Path("out/coral-train/coral-train-vs-opal-train.md").is_file()


def test_an_article_that_is_put_aside_is_no_longer_published(render_all, monkeypatch):
    render_all("out", formats=("md",))
    monkeypatch.setattr(workshop, "_judge", lambda dataset: lambda page, pair: (1, ("14: refuted: no",)))
    render_all("out", formats=("md",), is_validated=True)

    assert [name for name in tree("out") if name.endswith(".md") and "quarantine" not in name] == []


def test_two_runs_do_not_write_into_one_folder(render_all):
    with Folder(Path("out")).lock(is_shared=False), pytest.raises(InputError, match="another run is writing"):
        render_all("out")
    render_all("out")


def test_shares_may_write_into_one_folder(render_all):
    with Folder(Path("out")).lock(is_shared=True):
        summary = render_all("out", Means(share=(1, 3)))

    assert summary.articles == len(list(Path("out").rglob("*.md"))) > 0


def test_unfinished_files_of_a_killed_run_are_swept_up(render_all):
    Path("out").mkdir()
    Path("out/.nlg-left").write_text("half an art")
    render_all("out")

    assert not Path("out/.nlg-left").exists()


def test_every_train_is_compared_with_every_other(render_all):
    summary = render_all("out", formats=("jsonl",))

    assert summary.articles == len(NAMES) * (len(NAMES) - 1) // 2 == PAIRS
    assert crew.STEPS_A_REPORT < PAIRS
