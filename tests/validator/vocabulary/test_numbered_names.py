"""Names of items in digits or in signs: no figures of a claim, and no endless reading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nlg.data import load
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

CARS = (
    "slug,title,plural,category,description,sprint\n"
    "leaf,Leaf,Leafs,car,A car.,7.4\ncivic,Civic,Civics,car,A car.,8.9\n"
)
BUYERS = (
    "slug,age_group,share\nleaf,35 to 54,50\nleaf,under 35,30\nleaf,55 and over,20\n"
    "civic,under 35,45\ncivic,35 to 54,35\ncivic,55 and over,20\n"
)


def table(
    name: str, key: list[str], fields: list[dict[str, object]], nlg: dict[str, str]
) -> dict[str, object]:
    """A resource of the descriptor."""
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "nlg": nlg, "schema": {
            "primaryKey": key, "fields": fields,
            **({"foreignKeys": [{"fields": "slug", "reference": {"resource": "cars", "fields": "slug"}}]}
               if name != "cars" else {}),
        },
    }  # fmt: skip


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """The reader of two cars and their buyers' age groups."""
    return read_cars(tmp_path, BUYERS)


def read_cars(folder: Path, age_groups: str) -> Reader:
    """The reader of two cars, one measure and one distribution."""
    sprint = {
        "unit": "seconds",
        "noun": "time to 60 mph",
        "more": "longer",
        "less": "shorter",
        "material": "5%",
    }
    texts: list[dict[str, object]] = [
        {"name": name, "type": "string"} for name in ("slug", "title", "plural", "category", "description")
    ]
    cars = [*texts, {"name": "sprint", "type": "number", "title": "Sprint", "nlg": sprint}]
    shares: list[dict[str, object]] = [
        {"name": "slug", "type": "string"},
        {"name": "age_group", "type": "string"},
        {"name": "share", "type": "number"},
    ]  # fmt: skip
    buyers = {"kind": "distribution", "noun": "age group", "section": "overview"}
    package = {
        "name": "cars", "title": "Cars", "version": "1.0.0",
        "nlg": {"entity": "car", "titles": "name", "sections": [{"id": "overview", "heading": "Overview"}]},
        "resources": [
            table("cars", ["slug"], cars, {"kind": "entities"}),
            table("buyers", ["slug", "age_group"], shares, buyers),
        ],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "cars.csv").write_text(CARS, encoding="utf-8")
    (folder / "buyers.csv").write_text(age_groups, encoding="utf-8")
    return compile_reader(load(folder))


@pytest.mark.parametrize(
    "sentence, verdicts",
    [
        ("The Leaf's time to 60 mph is 7.4 seconds.", ["supported"]),
        ("The Civic's time to 60 mph is 7.4 seconds.", ["refuted"]),
        ("The time to 60 mph is longer for the Civic than for the Leaf.", ["supported"]),
        ("Half of the Leaf's buyers are 35 to 54.", ["supported"]),
        ("35 to 54: 50% for the Leaf, 40% for the Civic.", ["supported", "refuted"]),
        ("Of the Civic's buyers, 45% are under 35.", ["supported"]),
    ],
)
def test_number_of_a_name_is_no_figure(reader: Reader, sentence: str, verdicts: list[str]) -> None:
    claims = validate_text(reader, "page.md", f"# Leaf vs. Civic\n\n{sentence}\n").claims
    assert [claim.verdict for claim in claims] == verdicts


@pytest.mark.parametrize("sign", ["🔥", "...", "|"])
def test_item_named_by_a_sign_is_judged_by_its_row(tmp_path: Path, sign: str) -> None:
    reader = read_cars(tmp_path, BUYERS.replace("35 to 54", sign))
    row = "| Most common age group | 50% | 45% |"
    page = f"# Leaf vs. Civic\n\n| | Leaf | Civic |\n|---|---|---|\n{row}\n"
    claims = validate_text(reader, "page.md", page).claims
    assert [claim.verdict for claim in claims if claim.kind == "share"] == ["supported", "supported"]
