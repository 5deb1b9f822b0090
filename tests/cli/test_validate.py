"""`nlg validate` as a person and a script meet it."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from nlg.cli import main

TRUE = "# Medical office administrator vs patient care specialist\n\nA medical office administrator is 49 on average.\n"
FALSE = TRUE.replace("49", "50")


@pytest.fixture
def data(checkout: Path) -> str:
    return str(checkout / "datasets" / "reference")


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments], input=given)


def test_a_true_page_ends_with_0(tmp_path, data):
    page = tmp_path / "a.md"
    page.write_text(TRUE, encoding="utf-8")
    result = run(str(page), "--data", data)

    assert (result.exit_code, result.stdout) == (0, "1 article, 1 claim: 1 supported\n")


def test_a_false_page_ends_with_1_and_says_where(tmp_path, data):
    page = tmp_path / "a.md"
    page.write_text(FALSE, encoding="utf-8")
    result = run(str(page), "--data", data)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{page}:3:")
    assert ": refuted: " in result.stdout
    assert "[occupations medical-office-administrator.average_age]" in result.stdout


def test_a_folder_is_walked_and_only_its_pages_read(tmp_path, data):
    (tmp_path / "inner").mkdir()
    for name in ("b.md", "a.html", "inner/c.txt"):
        (tmp_path / name).write_text(TRUE, encoding="utf-8")
    (tmp_path / "d.csv").write_text("x", encoding="utf-8")
    result = run(str(tmp_path), str(tmp_path / "b.md"), "--data", data, "--format", "json")

    paths = [article["path"] for article in orjson.loads(result.stdout)["articles"]]
    assert [str(Path(path).relative_to(tmp_path)) for path in paths] == ["a.html", "b.md", "inner/c.txt"]


def test_standard_input_is_read(data):
    result = run("-", "--data", data, given=FALSE)

    assert result.exit_code == 1
    assert result.stdout.startswith("-:3:")


def test_the_pair_is_taken_when_the_page_names_none(data):
    page = "It pays $34,252 a year.\n\n| | First | Second |\n|---|---|---|\n"
    pair = "medical-office-administrator:patient-care-specialist"
    result = run("-", "--data", data, "--pair", pair, "--format", "json", given=page)

    assert orjson.loads(result.stdout)["articles"][0]["subjects"] == pair.split(":")


@pytest.mark.parametrize(
    "text", ["Nurses earn more than teachers.", "Patient care specialists earn more than poets."]
)
def test_a_page_that_does_not_say_who_is_compared_ends_with_2(text, data):
    result = run("-", "--data", data, given=text)

    assert (result.exit_code, result.stderr) == (
        2,
        "-: cannot tell which two are compared; name them with --pair FIRST:SECOND\n",
    )


def test_in_a_folder_a_page_that_compares_nobody_is_only_remarked_on(tmp_path, data):
    (tmp_path / "a.md").write_text(TRUE, encoding="utf-8")
    (tmp_path / "b.md").write_text("Nurses earn more than teachers.", encoding="utf-8")
    result = run(str(tmp_path), "--data", data)

    assert (result.exit_code, result.stderr) == (
        0,
        f"{tmp_path / 'b.md'}: cannot tell which two are compared; name them with --pair FIRST:SECOND\n",
    )


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("nowhere.md",), "nowhere.md: no such file or folder"),
        (
            ("-", "--pair", "medical-office-administrator"),
            'two slugs with a colon between them, "FIRST:SECOND"',
        ),
        (
            ("-", "--pair", "medical-office-administrator:medical-office-administrator"),
            '"medical-office-administrator" is compared with itself; name another',
        ),
        (("-", "--pair", "medical-office-administratr:x"), 'did you mean "medical-office-administrator"?'),
    ],
)
def test_a_call_that_cannot_be_used_ends_with_2(arguments, said, data):
    result = run(*arguments, "--data", data, given="")

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_misspelt_path_is_answered_with_the_nearest(tmp_path, data):
    (tmp_path / "nurse.md").write_text(TRUE, encoding="utf-8")
    result = run(str(tmp_path / "nurses.md"), "--data", data)

    assert f'did you mean "{tmp_path / "nurse.md"}"?' in result.stderr


def test_all_files_that_are_not_utf_8_are_named(tmp_path, data):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(b"ok\n\xff")
    result = run(str(tmp_path), "--data", data)

    assert result.exit_code == 2
    assert result.stderr.count(":2: not UTF-8 at byte 3; save the file as UTF-8") == 2


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path, data):
    (tmp_path / "a.md").write_bytes(b"ok\n\xff")
    (tmp_path / "b.md").write_text(FALSE, encoding="utf-8")
    result = run(str(tmp_path), "--data", data)

    assert result.exit_code == 2
    assert result.stdout.startswith(f"{tmp_path / 'b.md'}:3:")
    assert result.stderr == f"{tmp_path / 'a.md'}:2: not UTF-8 at byte 3; save the file as UTF-8\n"


def test_a_file_that_the_system_withholds_is_named(tmp_path, data, monkeypatch):
    read = Path.read_bytes

    def withhold(self: Path) -> bytes:
        if self.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return read(self)

    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(TRUE, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", withhold)
    result = run(str(tmp_path), "--data", data)

    assert (result.exit_code, result.stdout) == (2, "1 article, 1 claim: 1 supported\n")
    assert result.stderr == f"{tmp_path / 'a.md'}: cannot be read: Permission denied\n"


def test_of_a_site_the_articles_are_read_and_not_the_index_pages(tmp_path):
    data = ["--data", "datasets/planets"]
    articles, site = str(tmp_path / "articles"), tmp_path / "site"
    made = CliRunner().invoke(
        main, ["render", *data, "--all", "--no-validate", "--format", "html", "--out", articles]
    )
    built = CliRunner().invoke(
        main, ["site", str(site), *data, "--out", articles, "--url", "https://example.org/"]
    )
    result = run(str(site), *data)
    alone = run(str(site / "titles"), *data)

    assert (made.exit_code, built.exit_code, result.exit_code) == (0, 0, 0)
    assert result.stdout.startswith("28 articles, ")
    assert result.stderr == "index pages of a site, passed over: 11\n"
    assert (alone.exit_code, "only the index pages of a site" in alone.stderr) == (2, True)


def test_a_report_goes_to_a_file(tmp_path, data):
    report = tmp_path / "report.html"
    result = run("-", "--data", data, "--format", "html", "--output", str(report), given=TRUE)

    assert (result.exit_code, result.stdout) == (0, "")
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_coverage_compares_with_the_claims_that_the_writer_meant(tmp_path, data):
    start = TRUE.index("49")
    claims = [
        {"span": [start, start + 2], "attribute": "average_age"},
        {"span": [2, 9], "attribute": "yearly_salary"},
    ]
    (tmp_path / "a.md").write_text(f"---\nslug: a\n---\n{TRUE}", encoding="utf-8")
    (tmp_path / "a.json").write_bytes(orjson.dumps({"text": TRUE, "claims": claims}))
    result = run(str(tmp_path / "a.md"), "--data", data, "--coverage")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == [
        f'{tmp_path / "a.md"}:4:3: not found again: "Medical" [yearly_salary]',
        "coverage: 1 of 2 intended claims found again as supported (50.00%)",
    ]


def test_coverage_passes_over_pages_that_are_not_markdown(tmp_path, data):
    (tmp_path / "a.md").write_text(TRUE, encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>No claim.", encoding="utf-8")
    (tmp_path / "a.json").write_bytes(orjson.dumps({"text": TRUE, "claims": []}))
    both = run(str(tmp_path), "--data", data, "--coverage")
    neither = run(str(tmp_path / "a.html"), "--data", data, "--coverage")

    assert both.stdout.endswith("coverage: 0 of 0 intended claims found again as supported\n")
    assert (neither.exit_code, "no Markdown page was named" in neither.stderr) == (2, True)


def test_coverage_needs_the_json_of_the_same_text(tmp_path, data):
    (tmp_path / "a.md").write_text(TRUE, encoding="utf-8")
    missing = run(str(tmp_path / "a.md"), "--data", data, "--coverage")
    (tmp_path / "a.json").write_bytes(orjson.dumps({"text": "other", "claims": []}))
    other = run(str(tmp_path / "a.md"), "--data", data, "--coverage")
    (tmp_path / "a.json").write_bytes(b"[1]")
    broken = run(str(tmp_path / "a.md"), "--data", data, "--coverage")

    assert [missing.exit_code, other.exit_code, broken.exit_code] == [2, 2, 2]
    assert "no such file" in missing.stderr
    assert "its text is not that of the page" in other.stderr
    assert "not an article's JSON" in broken.stderr
