"""A dataset of many small entities, and runs over it that count as large."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nlg.bulk import tiles
from nlg.bulk.order import Order
from nlg.bulk.run import Means, Summary, run
from nlg.bulk.tiles import plan_of_all
from nlg.data import find_grammar, load

ENTITIES = 24
DESCRIPTOR = {
    "name": "trains",
    "title": "Trains",
    "version": "1",
    "nlg": {"entity": "train", "sections": [{"id": "overview", "heading": "Overview"}]},
    "resources": [
        {
            "name": "trains",
            "path": "trains.csv",
            "schema": {
                "fields": [
                    {"name": "slug", "type": "string"},
                    {"name": "title", "type": "string"},
                    {
                        "name": "speed",
                        "type": "number",
                        "title": "Speed",
                        "nlg": {
                            "unit": "km/h",
                            "noun": "speed",
                            "more": "higher",
                            "less": "lower",
                            "section": "overview",
                        },
                    },
                    {
                        "name": "seats",
                        "type": "integer",
                        "title": "Seats",
                        "nlg": {
                            "unit": "count",
                            "noun": "seats",
                            "more": "more",
                            "less": "fewer",
                            "section": "overview",
                        },
                    },
                ]
            },
        }
    ],
}
NAMES = (
    "amber azure birch bronze cedar cobalt copper coral crimson ebony emerald garnet golden indigo ivory jade "
    "maple olive opal pearl ruby scarlet silver topaz"
).split()


def table(changes: dict[str, int]) -> str:
    """The trains, some with another number of seats."""
    rows = [
        f"{name}-train,{name} train,{90 + 7 * at % 120},{changes.get(name, 100 + 37 * at % 900)}"
        for at, name in enumerate(NAMES)
    ]
    return "\n".join(["slug,title,speed,seats", *rows, ""])


@pytest.fixture
def trains(tmp_path: Path) -> Path:
    """The dataset's folder."""
    folder = tmp_path / "trains"
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(DESCRIPTOR), encoding="utf-8")
    (folder / "trains.csv").write_text(table({}), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Small numbers stand for large ones: 276 pairs are many, in ten tiles."""
    monkeypatch.setattr(tiles, "SMALL", 10)
    monkeypatch.setattr(tiles, "LEAST_SIDE", 6)
    monkeypatch.setattr("nlg.bulk.run.FEW", 0)
    monkeypatch.chdir(tmp_path)


ALONE = Means()
Runner = Callable[..., Summary]


@pytest.fixture
def render_all(trains: Path) -> Runner:
    """A run over all pairs of the trains."""

    def render(
        out: str | Path,
        means: Means = ALONE,
        formats: tuple[str, ...] = ("md", "jsonl"),
        seed: int = 0,
        is_validated: bool = False,
    ) -> Summary:
        order = Order(str(trains), str(find_grammar().resolve()), "chicago", seed, formats, is_validated)
        dataset = load(trains)
        return run(order, dataset, plan_of_all(tuple(dataset.entities)), str(out), means)

    return render


def tree(folder: str | Path) -> dict[str, str]:
    """The digest of every file below a folder, by name."""
    root = Path(folder)
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
