"""What holds for any text that a file may hold."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from nlg.data import Dataset, Quantity, check, load
from nlg.errors import DatasetError

FIELDS = (
    {"name": "slug"},
    {"name": "title"},
    {"name": "size", "type": "number", "nlg": {"unit": "count"}},
    {"name": "word", "nlg": {"noun": "word"}},
)
DESCRIPTOR = {
    "name": "any",
    "resources": [
        {"name": "things", "path": "things.csv", "schema": {"fields": list(FIELDS)}},
        {"name": "parts", "path": "parts.csv"},
        {"name": "pairs", "path": "pairs.csv"},
    ],
}
PIECES = st.sampled_from(
    [
        "slug",
        "title",
        "size",
        "first",
        "second",
        ",",
        '"',
        "\n",
        "\r\n",
        "\r",
        "a",
        "b",
        "7",
        "-",
        "é",
        "\0",
        " ",
    ]
)
SCRAPS = st.lists(PIECES, max_size=40).map("".join)
WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20
).filter(str.strip)
SLUGS = st.from_regex(r"[a-z][a-z0-9]{2,8}", fullmatch=True).filter(
    lambda slug: slug[:3] not in {"com", "lpt"}
)


def folder_with(place: str, descriptor: bytes, **files: bytes) -> Path:
    folder = Path(place)
    (folder / "datapackage.json").write_bytes(descriptor)
    for name, data in files.items():
        (folder / f"{name}.csv").write_bytes(data)
    return folder


def attempt(folder: Path) -> Dataset | None:
    """The dataset, or None when it was refused with at least one place and remedy."""
    try:
        check(folder)
        return load(folder)
    except DatasetError as error:
        problems = error.problems
    assert problems
    assert list(problems) == sorted(problems)
    assert all(problem.file and problem.line and problem.column for problem in problems)
    assert all("\n" not in str(problem) for problem in problems)
    return None


@given(st.binary(max_size=60), SCRAPS, SCRAPS)
@example(b"\xff\xfe\x00", "slug,title\na,A\n", "")
@example(b"", 'slug,title\n"a', "first,second\n")
def test_any_file_is_read_or_refused(noise: bytes, things: str, pairs: str) -> None:
    """No bytes end in a traceback: a file is read, or its faults are named."""
    with tempfile.TemporaryDirectory() as place:
        read = attempt(
            folder_with(
                place,
                json.dumps(DESCRIPTOR).encode(),
                things=things.encode(),
                parts=noise,
                pairs=b"first,second\n" + pairs.encode(),
            )
        )

    assert read is None or all(slug in things for slug in read.entities)
    assert read is None or all(slug in read.entities for pair in read.pairs for slug in pair)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("things.csv"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("name", "path", "type", "title", "nlg", "schema", "fields", "resources", "constraints"),
                    *(
                        "enum",
                        "minimum",
                        "pattern",
                        "unit",
                        "also",
                        "material",
                        "section",
                        "sections",
                        "kind",
                    ),
                    *(
                        "created",
                        "sources",
                        "licenses",
                        "dialect",
                        "delimiter",
                        "missingValues",
                        "primaryKey",
                    ),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_descriptor_is_read_or_refused(value: object) -> None:
    """No JSON ends in a traceback, whatever stands where."""
    for descriptor in (
        value,
        {**DESCRIPTOR, "nlg": value, "sources": value, "created": value},
        {"resources": [{"name": "things", "path": "things.csv", "schema": value, "nlg": value}]},
        {
            "resources": [
                {
                    "name": "things",
                    "path": "things.csv",
                    "schema": {"fields": [*FIELDS, {"name": "more", "nlg": value, "constraints": value}]},
                }
            ]
        },
    ):
        with tempfile.TemporaryDirectory() as place:
            table = b"slug,title,more\na,A,7\n"
            read = attempt(folder_with(place, json.dumps(descriptor).encode(), things=table))

        assert read is None or set(read.entities) == {"a"}


ROWS = st.dictionaries(
    SLUGS, st.tuples(WORDS, st.none() | st.integers(0, 10**15), st.none() | WORDS), min_size=1
)


@given(ROWS)
def test_what_was_written_is_what_is_loaded(rows: dict[str, tuple[str, int | None, str | None]]) -> None:
    """Every cell comes back as it was, white space folded; what was left empty is not known."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(field["name"] for field in FIELDS)
    for slug, (title, size, word) in rows.items():
        writer.writerow([slug, title, "" if size is None else size, "" if word is None else word])
    with tempfile.TemporaryDirectory() as place:
        dataset = attempt(
            folder_with(
                place,
                json.dumps(DESCRIPTOR).encode(),
                things=buffer.getvalue().encode(),
                parts=b"slug,part\n",
                pairs=b"first,second\n",
            )
        )

    assert dataset is not None
    assert list(dataset.entities) == list(rows)
    for slug, (title, size, word) in rows.items():
        observed_size = dataset.observed(slug, "size")
        observed_word = dataset.observed(slug, "word")
        assert dataset.entities[slug].title == " ".join(title.split())
        expected_size = None if size is None else Quantity(Decimal(size), "count")
        assert (observed_size.value if observed_size else None) == expected_size
        assert (observed_word.value if observed_word else None) == (" ".join(word.split()) if word else None)


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value of a JSON document."""
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [path, *(found for key, inner in members for found in paths(inner, (*path, key)))]


def replaced(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    """The document with another value at the end of the path."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


BRIDGES = Path(__file__).parent / "cases" / "bridges"
BRIDGES_DESCRIPTOR = json.loads((BRIDGES / "datapackage.json").read_text(encoding="utf-8"))


@given(st.sampled_from(paths(BRIDGES_DESCRIPTOR)), JSON)
@example(("nlg", "sections"), [[]])
@example(("resources", 0, "schema", "fields", 2, "nlg", "unit"), "score/" + "9" * 5000)
@example(("resources", 0, "path"), "x" * 5000)
@example(("resources", 0, "schema", "fields", 3, "constraints"), {"minimum": 10**400, "minLength": 1e308})
def test_any_value_may_stand_in_a_descriptor(path: tuple[str | int, ...], value: object) -> None:
    """One wrong value anywhere in a good descriptor is never a traceback."""
    descriptor = replaced(BRIDGES_DESCRIPTOR, path, value)
    tables = {file.stem: file.read_bytes() for file in sorted(BRIDGES.glob("*.csv"))}
    with tempfile.TemporaryDirectory() as place:
        read = attempt(folder_with(place, json.dumps(descriptor).encode(), **tables))

    assert read is None or all(entity.title for entity in read.entities.values())
