"""A store that is not the local disk holds the same files with the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import fsspec
import pytest

from nlg.api import show
from nlg.bulk.storage import open_storage
from nlg.errors import InputError
from tests.bulk.conftest import tree


@pytest.fixture
def url() -> Iterator[str]:
    """A place in fsspec's store in memory, which all tests of a process share."""
    yield "memory://bucket/articles"
    fsspec.filesystem("memory").rm("/bucket", recursive=True)


def remote_tree(url: str) -> dict[str, str]:
    system, root = fsspec.core.url_to_fs(url)
    return {
        name.removeprefix(f"{root}/"): hashlib.sha256(system.cat_file(name)).hexdigest()
        for name in system.find(root)
    }


def test_a_store_holds_the_bytes_of_a_folder(render_all, url):
    render_all("folder", formats=("md", "jsonl", "parquet"))
    render_all(url, formats=("md", "jsonl", "parquet"))

    assert remote_tree(url) == tree("folder")


def test_a_run_goes_on_in_a_store(render_all, url):
    render_all(url)
    before = remote_tree(url)
    storage = open_storage(url)
    storage.remove("articles-000-001.jsonl.zst")
    storage.remove("amber-train/amber-train-vs-topaz-train.md")
    summary = render_all(url)

    assert 0 < summary.left < summary.articles
    assert remote_tree(url) == before


def test_an_editors_change_in_a_store_is_left_as_it_is(render_all, url):
    name = "amber-train/amber-train-vs-topaz-train.md"
    render_all(url)
    open_storage(url).write(name, b"The editor's own words.\n")
    summary = render_all(url, seed=1)

    assert summary.outcome.kept == (name,)
    assert open_storage(url).read(name) == b"The editor's own words.\n"


def test_an_article_is_shown_out_of_a_store(render_all, url):
    render_all(url, formats=("jsonl",))

    assert show(("topaz-train", "amber-train"), url).startswith('---\ntitle: "')


def test_a_url_of_a_folder_is_the_folder(render_all, tmp_path):
    render_all(f"file://{tmp_path}/out")

    assert (tmp_path / "out/manifest.json").is_file()


def test_a_kind_of_store_that_nobody_knows_is_named(render_all):
    with pytest.raises(InputError, match="nowhere://a: Protocol not known: nowhere"):
        render_all("nowhere://a")
