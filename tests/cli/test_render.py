"""`nlg render`: names in, files out, and every mistake answered with a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nlg.cli import main

DATA = ["--data", "datasets/planets"]
UNREAD = [*DATA, "--no-validate"]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder that no settings file reaches."""
    monkeypatch.chdir(tmp_path)


def render(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["render", *arguments])


def files(folder: str = "output", suffix: str = ".md") -> list[str]:
    return sorted(file.name for file in Path(folder).iterdir() if file.suffix == suffix)


def test_the_two_slugs_stand_in_the_order_asked_for():
    done = render("mars:earth", *UNREAD)

    assert (done.exit_code, files()) == (0, ["mars-vs-earth.md"])


def test_the_pairs_of_the_dataset_are_written_when_none_is_named(checkout):
    listed = (checkout / "datasets/planets/pairs.csv").read_text().split()[1:]
    render(*UNREAD)

    assert files() == sorted(f"{line.replace(',', '-vs-')}.md" for line in listed)


def test_all_writes_each_unordered_pair_once_slugs_in_alphabetical_order():
    render("--all", *UNREAD)

    names = [file.removesuffix(".md").split("-vs-") for file in files()]
    assert len(names) == 28
    assert all(first < second for first, second in names)


def test_a_sample_is_drawn_by_the_seed_alone():
    render("--sample", "5", *UNREAD, "--out", "a")
    render("--sample", "5", *UNREAD, "--out", "b")
    render("--sample", "5", *UNREAD, "--out", "c", "--seed", "1")

    assert len(files("a")) == 5
    assert files("a") == files("b") != files("c")


@pytest.mark.parametrize(
    "text",
    ["first,second\nmars,earth\n", "mars:earth\n\n", "mars\tearth", "# two\n\n  # of eight\nmars,earth\n"],
)
def test_pairs_come_from_a_file(text):
    Path("list").write_text(text)

    assert render("--pairs", "list", *UNREAD).exit_code == 0
    assert files() == ["mars-vs-earth.md"]


def test_a_fault_in_a_file_of_pairs_has_its_line():
    Path("list").write_text("mars,earth\nmars,erth\n")
    done = render("--pairs", "list", *UNREAD)

    assert (done.exit_code, done.stderr) == (
        2,
        'list:2: "mars,erth": the dataset has no planet "erth"; did you mean "earth"?\n',
    )


def test_a_line_that_is_no_pair_is_answered_with_the_files_own_form():
    Path("list").write_text("mars earth\n")

    assert render("--pairs", "list", *UNREAD).stderr == (
        'list:1: "mars earth": not a pair; write two slugs with a comma between them, "FIRST,SECOND" a line\n'
    )


@pytest.mark.parametrize(
    "name, complaint",
    [
        ("mars:erth", 'the dataset has no planet "erth"; did you mean "earth"?'),
        ("mars", 'not a pair; write two slugs with a colon between them, "FIRST:SECOND"'),
        ("mars:mars", '"mars" is compared with itself; name another planet'),
        ("../mars:earth", 'the dataset has no planet "../mars"; did you mean "mars"?'),
    ],
)
def test_a_name_that_is_no_pair_is_code_two(name, complaint):
    done = render(name, *UNREAD)

    assert (done.exit_code, done.stderr) == (2, f'"{name}": {complaint}\n')
    assert not Path("output").exists()


@pytest.mark.parametrize("ways", [["mars:earth", "--all"], ["--all", "--sample", "3"]])
def test_two_ways_of_naming_pairs_are_one_too_many(ways):
    done = render(*ways, *UNREAD)

    assert done.exit_code == 2
    assert "give one of named pairs, --all, --sample and --pairs, not two" in done.stderr


@pytest.mark.parametrize("text", ["", "first,second\n", "# none yet\n\n"])
def test_a_file_without_pairs_is_code_two(text):
    Path("list").write_text(text)
    done = render("--pairs", "list", *UNREAD)

    assert (done.exit_code, Path("output").exists()) == (2, False)
    assert done.stderr.startswith("no pair in list; ")


def test_an_output_without_a_name_is_code_two():
    done = render("mars:earth", *UNREAD, "--out", "")

    assert (done.exit_code, list(Path().iterdir())) == (2, [])
    assert done.stderr == '"": not the name of a folder; "." is the current one\n'


@pytest.mark.parametrize("name", ["../../chicago", "../house_styles/chicago", "", "chicago\0"])
def test_a_house_style_is_a_name_and_no_path(name):
    done = render("mars:earth", *UNREAD, "--house-style", name)

    assert done.exit_code == 2
    assert "is not the name of a house style; the house styles are: ap, chicago" in done.stderr


def test_two_pairs_with_one_file_name_are_refused_before_anything_is_written():
    folder = Path("letters")
    folder.mkdir()
    fields = [
        {"name": "slug", "type": "string"},
        {"name": "title", "type": "string"},
        {"name": "weight", "type": "number", "nlg": {"unit": "kg", "noun": "weight", "section": "overview"}},
    ]
    package = {
        "name": "letters",
        "nlg": {"entity": "letter", "sections": [{"id": "overview", "heading": "Overview"}]},
        "resources": [{"name": "letters", "path": "letters.csv", "schema": {"fields": fields}}],
    }
    (folder / "datapackage.json").write_text(json.dumps(package))
    (folder / "letters.csv").write_text(
        "slug,title,weight\na,aleph,1\na-vs-b,beth,2\nb-vs-c,gimel,3\nc,daleth,4\n"
    )
    done = render("a:b-vs-c", "a-vs-b:c", "--data", "letters", "--no-validate")

    assert (done.exit_code, Path("output").exists()) == (2, False)
    assert done.stderr.startswith("a:b-vs-c and a-vs-b:c: both would be written to a-vs-b-vs-c; ")
    assert render("a:b-vs-c", "a:c", "--data", "letters", "--no-validate").exit_code == 0


@pytest.mark.parametrize("share", ["0/3", "4/3", "a", "1/0", "1"])
def test_a_share_has_to_be_one(share):
    done = render("--all", "--shard", share, *UNREAD)

    assert done.exit_code == 2
    assert f'"{share}" is not a share' in done.stderr


@pytest.mark.parametrize("seed", ["18446744073709551616", "9223372036854775808", "-1", "x"])
def test_a_seed_is_a_number_that_the_manifest_can_state(seed):
    done = render("mars:earth", *UNREAD, "--seed", seed)

    assert (done.exit_code, Path("output").exists()) == (2, False)
    assert f"'{seed}' is not a whole number from 0 to 9223372036854775807" in done.stderr


def test_the_largest_seed_is_taken():
    assert render("mars:earth", *UNREAD, "--seed", "9223372036854775807").exit_code == 0


@pytest.mark.parametrize("option", ["--jobs", "--sample"])
@pytest.mark.parametrize("count", ["x", "0", "-3", "1.5"])
def test_a_count_is_a_whole_number_from_one_on(option, count):
    done = render(*UNREAD, option, count)

    assert done.exit_code == 2
    assert f"'{count}' is not a whole number of 1 or more" in done.stderr


def test_a_run_ends_with_a_line_on_standard_error():
    done = render("mars:earth", *UNREAD)

    assert done.stdout == ""
    assert done.stderr.startswith("1 article, ")
    assert done.stderr.count("\n") == 1


def test_an_article_that_an_editor_changed_is_left_as_it_is():
    render("mars:earth", *UNREAD)
    page = Path("output/mars-vs-earth.md")
    page.write_text("The editor's own words.\n")
    done = render("mars:earth", *UNREAD)

    assert done.exit_code == 1
    assert "kept your version of output/mars-vs-earth.md; --force writes over it" in done.stderr
    assert page.read_text() == "The editor's own words.\n"


@pytest.mark.parametrize(
    "text, said",
    [
        ("Mars has 2 moons and Earth has 1 moon.\n", "2 claims, all supported"),
        ("# Mars vs. Earth\n\nMars has 7 moons.\n", "1 refuted: line 3: "),
    ],
)
def test_what_an_editor_wrote_is_read_back(text, said):
    render("mars:earth", *UNREAD)
    Path("output/mars-vs-earth.md").write_text(text)
    done = render("mars:earth", *DATA)

    assert done.exit_code == 1
    assert f"kept your version of output/mars-vs-earth.md; {said}" in done.stderr


def test_force_gives_up_an_editors_change():
    render("mars:earth", *UNREAD)
    page = Path("output/mars-vs-earth.md")
    before = page.read_bytes()
    page.write_text("The editor's own words.\n")

    assert render("mars:earth", *UNREAD, "--force").exit_code == 0
    assert page.read_bytes() == before


def test_an_old_article_of_ours_is_written_over():
    """Another seed is no editor."""
    render("--all", *UNREAD)
    before = Path("output/mars-vs-uranus.md").read_bytes()
    done = render("--all", *UNREAD, "--seed", "7")

    assert done.exit_code == 0
    assert Path("output/mars-vs-uranus.md").read_bytes() != before


def test_other_articles_in_the_folder_stay():
    render("mars:earth", *UNREAD)
    render("mars:venus", *UNREAD)

    assert files() == ["mars-vs-earth.md", "mars-vs-venus.md"]


def test_check_writes_nothing_and_says_whether_anything_would_change():
    assert render("mars:earth", *UNREAD, "--check").exit_code == 1
    assert not Path("output").exists()
    render("mars:earth", *UNREAD)
    assert render("mars:earth", *UNREAD, "--check").exit_code == 0
    assert render("mars:earth", *UNREAD, "--check", "--seed", "1").exit_code == 1


def test_the_manifest_says_what_the_run_was_made_from():
    render("mars:earth", *UNREAD, "--seed", "3", "--house-style", "ap", "--format", "jsonl")
    found = json.loads(Path("output/manifest.json").read_bytes())

    assert (found["seed"], found["house_style"], found["formats"]) == (3, "ap", ["jsonl"])
    assert [file["file"] for file in found["dataset"]["files"]][:2] == ["atmosphere.csv", "datapackage.json"]
    assert [shard["articles"] for shard in found["shards"]] == [1]
    assert str(Path.cwd()) not in json.dumps(found)


def test_a_dataset_without_pairs_asks_for_some(tmp_path, checkout):
    folder = tmp_path / "lone"
    folder.mkdir()
    for file in (checkout / "datasets/planets").glob("*.*"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "pairs.csv").write_text("first,second\n")
    done = render("--data", str(folder))

    assert done.exit_code == 2
    assert "the dataset lists no pairs; name some" in done.stderr
