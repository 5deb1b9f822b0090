"""`output/` is what `nlg render` writes, byte for byte, so that a review shows every change of prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from nlg.cli import main


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The shipped dataset's articles, fresh, and whatever a run writes beside them."""
    out = tmp_path_factory.mktemp("rendered")
    done = CliRunner().invoke(main, ["render", "--out", str(out)])
    assert done.exit_code == 0, done.output
    return contents(out)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_same_articles_are_committed(rendered, checkout):
    assert sorted(contents(checkout / "output")) == sorted(rendered)


def test_every_committed_article_is_what_would_be_written_now(rendered, checkout):
    committed = contents(checkout / "output")

    assert [name for name, page in rendered.items() if committed.get(name) != page] == []


def test_every_pair_of_the_dataset_has_its_article(rendered, checkout):
    pairs = (checkout / "datasets/occupations/pairs.csv").read_text(encoding="utf-8").split()[1:]

    assert {f"{pair.replace(',', '-vs-')}.md" for pair in pairs} <= set(rendered)
