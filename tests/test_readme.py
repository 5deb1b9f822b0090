"""The README promises two commands and names every verb; both are held to it here."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from nlg.cli import main


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def test_setup_takes_two_commands(readme):
    """One installs and writes the articles, one installs and passes the tests."""
    lines = [line for line in readme.splitlines() if line.startswith("pip install")]

    assert lines == ["pip install . && nlg render", "pip install '.[test]' && pytest"]


def test_setup_stands_on_the_first_page(readme):
    assert readme.index("pip install '.[test]' && pytest") < 6_000


def test_readme_and_help_list_the_same_verbs(readme):
    listed = re.findall(r"^\| `nlg ([a-z]+)", readme, flags=re.MULTILINE)

    assert listed == main.list_commands(click.Context(main))


def test_every_file_that_the_readme_links_to_exists(readme, checkout):
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", readme)

    assert [link for link in links if not (checkout / link).exists()] == []


def test_the_article_shown_is_one_that_is_committed(readme, checkout):
    shown = re.search(r"<!-- article -->\n(.+?)<!-- end of article -->", readme, flags=re.DOTALL)
    path = re.search(r"The opening of \[(output/\S+\.md)\]", readme)

    assert shown is not None
    assert path is not None
    text = re.sub(r"^> ?", "", shown[1], flags=re.MULTILINE)
    assert text in (checkout / path[1]).read_text(encoding="utf-8")


def test_every_benchmark_is_listed_beside_the_benchmarks(checkout):
    listed = (checkout / "benchmarks/README.md").read_text(encoding="utf-8")
    files = sorted(file.name for file in (checkout / "benchmarks").iterdir() if file.is_file())

    assert [name for name in files if not name.endswith(".md") and f"`{name}`" not in listed] == []
