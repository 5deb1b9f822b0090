"""`nlg words`: one line a term, whatever the term is made of."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from nlg.cli import main


def words(*arguments: str, typed: bytes | str | None = None):
    return CliRunner().invoke(main, ["words", *arguments], input=typed)


def test_a_term_is_one_line_of_six_parts():
    done = words("director of nursing")

    assert done.exit_code == 0
    assert done.stdout.rstrip("\n").split("\t") == [
        "director of nursing",
        "a",
        "directors of nursing",
        "director of nursing's",
        "Director of Nursing",
        "the noun before its complement; regular -s",
    ]


def test_json_is_one_array_of_objects_in_the_order_of_the_call():
    found = json.loads(words("--format", "json", "RN", "manager, sales").stdout)

    assert [list(row) for row in found] == [
        ["term", "article", "plural", "possessive", "title_case", "rule"]
    ] * 2
    assert [row["plural"] for row in found] == ["RNs", "managers, sales"]
    assert found[0]["article"] == "an"


def test_a_dash_reads_one_term_a_line_and_passes_over_empty_lines():
    done = words("-", typed="nurse\n\n  \nteacher")

    assert [line.split("\t")[2] for line in done.stdout.splitlines()] == ["nurses", "teachers"]


def test_nothing_read_is_an_empty_array():
    assert json.loads(words("-", "--format", "json", typed="").stdout) == []


def test_no_term_is_a_misuse():
    assert words().exit_code == 2


def test_a_grammar_that_is_not_there_is_a_misuse():
    assert words("nurse", "--grammar", "no/such/folder").exit_code == 2


@pytest.mark.parametrize(
    "typed",
    [
        b"\xff\xfe not UTF-8\n",
        "\u202enurse\u202c\u200f\n".encode(),
        "👩‍⚕️\n".encode(),
        b"\x00\x07bell\x1b[31m\n",
        b"x" * 10_000,
        b"(" * 10_000,
        b"(a)" * 3_000,
        b"a, " * 3_000,
        b"'\n-\n/\n&\n,\n",
        b"{{ 7*7 }} | <b>nurse</b>\n",
    ],
)
def test_hostile_input_comes_out_as_harmless_lines(typed):
    done = words("-", "--format", "json", typed=typed)

    assert done.exit_code == 0
    assert done.exception is None
    for row in json.loads(done.stdout):
        assert not any(mark in text for text in row.values() for mark in "\n\r\t\x00\x1b\u202e\u200f")
