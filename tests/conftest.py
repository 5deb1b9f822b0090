"""What every room's tests share: the checkout, and properties that are tried the same way every time."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import nlg
from nlg.data import load
from nlg.pipeline import Writer, writer

settings.register_profile("nlg", derandomize=True, max_examples=60, deadline=None, database=None)
settings.load_profile("nlg")


def pytest_report_header() -> str:
    return f"nlg {nlg.__version__} from {Path(nlg.__file__).parent}"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's folder."""
    return Path(__file__).parents[1]


CHILDREN = {
    "degrees": ("degree", "share"),
    "skills": ("skill", "share"),
    "demographics": ("dimension", "group", "share"),
    "responsibilities": ("position", "text"),
}
"""The child resources of the reference dataset, and their columns after the slug."""


@pytest.fixture
def author_of(tmp_path: Path, checkout: Path) -> Callable[..., Writer]:
    """Makes whoever writes about occupations that a test invents.

    `rows` are the occupations by slug, each with the cells that are known; a title is made from the slug
    where there is none. Child rows are tuples under the resource's name: `skills=[("Triage", 30)]`.
    `titles` is what the descriptor says of them, "common" or "name".
    """

    def make(rows: Mapping[str, Mapping[str, Any]], titles: str = "common", seed: int = 0) -> Writer:
        descriptor = json.loads((checkout / "datasets/reference/datapackage.json").read_text("utf-8"))
        descriptor["nlg"] |= {"titles": titles, "projection": "2024–34"}
        (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
        columns = [field["name"] for field in descriptor["resources"][0]["schema"]["fields"]]
        entities = [{"slug": slug, "title": slug.replace("-", " ")} | dict(row) for slug, row in rows.items()]
        _table(
            tmp_path / "occupations.csv", columns, [[row.get(name) for name in columns] for row in entities]
        )
        for resource, names in CHILDREN.items():
            items = [(row["slug"], *item) for row in entities for item in row.get(resource, ())]
            _table(tmp_path / f"{resource}.csv", ["slug", *names], items)
        _table(tmp_path / "pairs.csv", ["first", "second"], [])
        return writer(load(tmp_path), str(checkout / "grammars" / "en-US"), "chicago", seed)

    return make


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)
