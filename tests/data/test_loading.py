"""A folder of tables as a dataset: what each column and resource becomes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nlg.data import Dataset, Quantity, SectionSpec, Source, SourceRef, load
from nlg.errors import DatasetError

Change = Callable[[Mapping[str, Any]], Path]


@pytest.fixture
def bridges(changed: Change) -> Dataset:
    return load(changed({}))


def written(folder: Path, descriptor: Mapping[str, Any], **tables: str) -> Path:
    """A dataset's folder with that descriptor and those CSV files."""
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def resource(name: str, *fields: str | Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A resource of a descriptor; a field that is a text is a column of texts."""
    schema = {"fields": [{"name": field} if isinstance(field, str) else field for field in fields]}
    return {"name": name, "path": f"{name}.csv", "schema": schema, **more}


def test_a_cell_is_a_quantity_with_its_unit_and_its_place(bridges: Dataset) -> None:
    """A number stays exact, and every value knows the line that it was read from."""
    found = bridges.observed("old", "length")

    assert found is not None
    assert found.value == Quantity(Decimal("120.5"), "metres")
    assert found.source == SourceRef("bridges", "old", "length", "bridges.csv", 2)


def test_an_empty_cell_is_not_known(bridges: Dataset) -> None:
    """An empty cell leaves no observation behind."""
    assert [measure for slug, measure in bridges.observations if slug == "far"] == []


def test_the_words_none_and_na_are_words(changed: Change) -> None:
    """Only an empty cell means that something is not known."""
    folder = changed({"replace": {"bridges.csv": ["Old Bridge", "None", "New Bridge", "NA"]}})

    assert [entity.title for entity in load(folder).entities.values()] == ["None", "NA", "Far Bridge"]


def test_words_that_the_descriptor_calls_missing_are_not_known(changed: Change) -> None:
    """A descriptor may name further spellings of "not known", as the standard has it."""
    folder = changed(
        {
            "replace": {
                "datapackage.json": ['"schema": {\n', '"schema": {"missingValues": ["", "-"],\n'],
                "bridges.csv": ["120.5", "-"],
            }
        }
    )

    assert load(folder).observed("old", "length") is None


def test_columns_without_an_nlg_object_stay_out(bridges: Dataset) -> None:
    """A column is a measure when the descriptor says what it measures, and only then."""
    assert [measure.concept for measure in bridges.measures] == [
        "length",
        "lanes",
        "lorries",
        "least",
        "most",
        "kind",
    ]


def test_the_descriptor_names_the_dataset(bridges: Dataset) -> None:
    """Name, release, entity and sections come from the descriptor."""
    assert (bridges.name, bridges.title, bridges.release) == ("bridges", "Three bridges", "2025-03-01")
    assert (bridges.entity_noun, bridges.titles, bridges.resource) == ("bridge", "name", "bridges")
    assert bridges.sections == (SectionSpec("build", "How it is built"), SectionSpec("traffic", ""))
    assert bridges.pairs == (("old", "new"),)


def test_items_stand_in_rank_order(bridges: Dataset) -> None:
    """The greatest share comes first, whatever the order of the file."""
    (materials,) = bridges.collections

    assert [(item.name, item.share) for item in materials.items["old"]] == [("stone", 90), ("iron", 10)]
    assert "far" not in materials.items


def test_file_order_is_the_rank_where_a_share_is_blank(changed: Change) -> None:
    """Without a share for every item, the order of the file is all there is to go by."""
    folder = changed({"replace": {"materials.csv": ["stone,90", "stone,"]}})
    (materials,) = load(folder).collections

    stone, iron = materials.items["old"]
    assert (stone.name, iron.name) == ("stone", "iron")
    assert (stone.source.column, iron.source.column) == ("material", "share")


def test_of_an_item_listed_twice_the_higher_in_rank_stays(changed: Change) -> None:
    """An article never lists an item twice."""
    folder = changed({"replace": {"materials.csv": ["old,iron,10", "old,iron,10\nold,IRON,12"]}})
    (materials,) = load(folder).collections

    assert [item.name for item in materials.items["old"]] == ["stone", "IRON"]


def test_a_dimension_makes_a_collection_of_its_own(tmp_path: Path) -> None:
    """Rows of one resource that divide different wholes are kept apart."""
    folder = written(
        tmp_path,
        {
            "resources": [
                resource("cities", "slug", "title"),
                resource("people", "slug", "dimension", "group", "share"),
            ]
        },
        cities="slug,title\nrome,Rome\n",
        people="slug,dimension,group,share\nrome,age,young,40\nrome,sex,women,51\nrome,age,old,60\n",
    )

    found = [(each.dimension, each.label, each.kind, each.noun) for each in load(folder).collections]
    assert found == [("age", "Age", "distribution", "group"), ("sex", "Sex", "distribution", "group")]


def test_texts_stand_by_position(tmp_path: Path) -> None:
    """A `position` orders texts as numbers do, not as words do."""
    folder = written(
        tmp_path,
        {"resources": [resource("cities", "slug", "title"), resource("sights", "slug", "position", "text")]},
        cities="slug,title\nrome,Rome\n",
        sights="slug,position,text\nrome,10,Ten.\nrome,2,Two.\n",
    )
    (sights,) = load(folder).collections

    assert sights.kind == "texts"
    assert [item.name for item in sights.items["rome"]] == ["Two.", "Ten."]


def test_a_bare_descriptor_is_enough(tmp_path: Path) -> None:
    """Without schemas and `nlg` objects, columns keep the roles that their names give them."""
    folder = written(
        tmp_path,
        {
            "resources": [
                {"name": "cities", "path": "cities.csv"},
                {"name": "rivers", "path": "rivers.csv"},
                {"name": "duels", "path": "duels.csv"},
            ]
        },
        cities="slug,title\nrome,Rome\nparis,Paris\n",
        rivers="slug,river\nrome,Tiber\nrome,Aniene\n",
        duels="first,second\nrome,paris\n",
    )
    dataset = load(folder)

    assert (dataset.entity_noun, dataset.titles, dataset.release) == ("city", "common", "")
    assert dataset.pairs == (("rome", "paris"),)
    assert [(each.kind, each.noun, each.sections) for each in dataset.collections] == [
        ("ranked", "river", ("rivers",))
    ]


@pytest.mark.parametrize(
    "field, label",
    [
        ({"title": "top speed"}, "Top speed"),
        ({"nlg": {"statistic": "median", "noun": "speed"}}, "Median speed"),
        ({"nlg": {"statistic": "mean", "noun": "speed"}}, "Average speed"),
        ({"nlg": {"statistic": "total", "noun": "trains"}}, "Trains"),
        ({"nlg": {"statistic": "projection", "noun": "growth"}}, "Projected growth"),
        ({"nlg": {"concept": "years_of_service"}}, "Years of service"),
        ({"nlg": {"noun": "speed range", "range": "speed", "bound": "low"}}, "Speed min"),
        ({}, "Speed min"),
    ],
)
def test_labels(tmp_path: Path, field: Mapping[str, Any], label: str) -> None:
    """A measure is called by its title, else by statistic and noun, else by its concept in words."""
    column = {"name": "speed_min", "type": "number", "nlg": {}, **field}
    folder = written(
        tmp_path,
        {"resources": [resource("trains", "slug", "title", column)]},
        trains="slug,title,speed_min\na,A,1\n",
    )

    assert load(folder).measures[0].label == label


def test_labels_that_would_be_the_same_are_told_apart(tmp_path: Path) -> None:
    """No table has two rows of one name."""
    columns = [{"name": name, "type": "number", "nlg": {"noun": "speed"}} for name in ("top", "usual")]
    folder = written(
        tmp_path,
        {"resources": [resource("trains", "slug", "title", *columns)]},
        trains="slug,title,top,usual\na,A,1,2\n",
    )

    assert [measure.label for measure in load(folder).measures] == ["Top", "Usual"]


@pytest.mark.parametrize(
    "given, material, is_share",
    [("1%", Decimal("0.01"), True), (500, Decimal(500), False), ("0.5", Decimal("0.5"), False)],
)
def test_material_differences(tmp_path: Path, given: object, material: Decimal, is_share: bool) -> None:
    """The smallest difference worth calling one is in the unit, or a share of the value."""
    column = {"name": "speed", "type": "number", "nlg": {"material": given}}
    folder = written(
        tmp_path,
        {"resources": [resource("trains", "slug", "title", column)]},
        trains="slug,title,speed\na,A,1\n",
    )
    (measure,) = load(folder).measures

    assert (measure.material, measure.material_is_share) == (material, is_share)


def test_a_measure_whose_column_is_absent_is_still_a_measure(changed: Change) -> None:
    """The data hold nothing about it, which is not the same as never having heard of it."""
    folder = changed({"files": {"bridges.csv": "slug,title\nold,Old\nnew,New\n"}})

    assert load(folder).measure("length").unit == "metres"


def test_a_byte_order_mark_is_no_part_of_the_first_header(changed: Change) -> None:
    """Spreadsheets write one; nobody sees it."""
    folder = changed({})
    file = folder / "bridges.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())

    assert list(load(folder).entities) == ["old", "new", "far"]


def test_text_comes_on_one_line_without_control_characters(changed: Change) -> None:
    """A line end or a bell inside a cell cannot reach a page."""
    folder = changed({"replace": {"bridges.csv": ["Far Bridge", '" Far\n\x07 Bridge"']}})

    assert load(folder).entities["far"].title == "Far Bridge"


def test_hostile_text_stays_as_it_is(changed: Change) -> None:
    """Markup, templates and direction marks are the words of the data; each format escapes its own."""
    hostile = "<b>{{ 7*7 }}</b> | ../x \u202eabc 🙂"
    folder = changed({"replace": {"bridges.csv": ["Far Bridge", hostile]}})

    assert load(folder).entities["far"].title == hostile


def test_digits_can_be_a_slug_and_a_title(tmp_path: Path) -> None:
    """A slug is a name even where a schema calls it a number."""
    integer = {"name": "slug", "type": "integer"}
    folder = written(
        tmp_path,
        {"resources": [resource("years", integer, "title")]},
        years="slug,title\n007,1984\n",
    )

    assert [(each.slug, each.title) for each in load(folder).entities.values()] == [("007", "1984")]


def test_sources_carry_their_attribution(tmp_path: Path) -> None:
    """What a licence asks to be shown comes along, beside licences by their title."""
    folder = written(
        tmp_path,
        {
            "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}, {"name": "MIT"}],
            "sources": [{"title": "Office", "path": "https://example.org", "attribution": "By the Office."}],
            "resources": [resource("trains", "slug", "title")],
        },
        trains="slug,title\na,A\n",
    )
    dataset = load(folder)

    assert dataset.licences == ("CC BY 4.0", "MIT")
    assert dataset.sources == (Source("Office", "https://example.org", "By the Office."),)


@pytest.mark.parametrize(
    "keys, release",
    [
        ({"created": "2026-02-01T09:30:00Z"}, "2026-02-01"),
        ({"created": "2026-02-01", "date": "2025-12"}, "2025-12"),
        ({"created": "2026-02-01", "nlg": {"release": "2024"}}, "2024"),
        ({}, ""),
    ],
)
def test_the_release_is_a_date(tmp_path: Path, keys: Mapping[str, Any], release: str) -> None:
    """The date of the data, which is not always the day on which the descriptor was made."""
    folder = written(
        tmp_path,
        {**keys, "resources": [resource("trains", "slug", "title")]},
        trains="slug,title\na,A\n",
    )

    assert load(folder).release == release


def test_another_delimiter_is_read_when_declared(tmp_path: Path) -> None:
    """The dialect of the standard, as far as it is used."""
    folder = written(
        tmp_path,
        {"resources": [resource("trains", "slug", "title", dialect={"delimiter": ";"})]},
        trains="slug;title\na;A, B\n",
    )

    assert load(folder).entities["a"].title == "A, B"


def test_a_link_out_of_the_folder_is_refused(changed: Change, tmp_path: Path) -> None:
    """What a path may not do, a symbolic link may not do for it."""
    folder = changed({"files": {"pairs.csv": None}})
    (tmp_path / "elsewhere.csv").write_text("first,second\n", encoding="utf-8")
    (folder / "pairs.csv").symlink_to(tmp_path / "elsewhere.csv")

    with pytest.raises(DatasetError) as caught:
        load(folder)

    assert str(caught.value) == (
        f"{folder / 'pairs.csv'}:1:1: is a link that leaves the folder; copy the file into it"
    )


def test_the_shipped_datasets_load(checkout: Path) -> None:
    """Every dataset of the project is free of faults and has pairs to write."""
    folders = sorted(path.parent for path in (checkout / "datasets").glob("*/datapackage.json"))

    assert [folder.name for folder in folders if not load(folder).pairs] == []
    assert len(folders) >= 3


def test_reading_csv_imports_nothing_heavy(checkout: Path) -> None:
    """The first article must not wait for libraries that only other inputs need."""
    program = (
        "import sys; from nlg.data import check; check(sys.argv[1]); "
        "print(*{'pandas', 'pyarrow', 'pydantic', 'numpy', 'inflect'} & set(sys.modules))"
    )
    folder = checkout / "datasets" / "reference"
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == ""
