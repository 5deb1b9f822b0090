"""Settings: the call goes before the environment, that before the nearest file, that before the default."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nlg.cli import group, main, settings
from nlg.errors import InputError


@click.command()
@click.option("--data", default="datasets/occupations")
@click.option("--out", default="output")
@click.option("--seed", type=int, default=0)
@click.option("--format", "formats", multiple=True, default=["md"], type=click.Choice(["md", "html", "json"]))
@click.option("--validate/--no-validate", default=True)
def render(**values: object) -> None:
    """Prints what it was given."""
    click.echo(repr(values))


@click.command()
@click.option("--data", default="datasets/occupations")
@click.option("--format", "form", default="text", type=click.Choice(["text", "json"]))
def validate(**values: object) -> None:
    """Prints what it was given."""
    click.echo(repr(values))


@pytest.fixture(autouse=True)
def _two_verbs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A command line of two verbs in an empty folder."""
    commands = {"render": render, "validate": validate}
    monkeypatch.setattr(group.VerbGroup, "list_commands", lambda self, ctx: list(commands))
    monkeypatch.setattr(group.VerbGroup, "get_command", lambda self, ctx, name: commands[name])
    monkeypatch.chdir(tmp_path)


def value_of(key: str, *call: str, **environment: str) -> object:
    """What a parameter of the called verb is in the end."""
    done = CliRunner().invoke(main, call or ["render"], env=environment)
    assert done.exit_code == 0, done.output
    return eval(done.stdout)[key]


def complaint(*call: str, **environment: str) -> str:
    """What is said of unusable settings."""
    done = CliRunner().invoke(main, call or ["render"], env=environment)
    assert done.exit_code == 2
    return done.stderr.replace(f"{Path.cwd()}/", "").rstrip("\n")


def test_without_settings_the_default_holds():
    assert value_of("seed") == 0


def test_the_file_goes_before_the_default():
    Path("nlg.toml").write_text("seed = 3\n")

    assert value_of("seed") == 3


def test_the_environment_goes_before_the_file():
    Path("nlg.toml").write_text("seed = 3\n")

    assert value_of("seed", NLG_SEED="4") == 4


def test_the_call_goes_before_the_environment():
    assert value_of("seed", "render", "--seed", "5", NLG_SEED="4") == 5


def test_a_verbs_own_table_goes_before_the_top_level():
    Path("nlg.toml").write_text("seed = 3\n[render]\nseed = 6\n")

    assert value_of("seed") == 6


def test_a_verbs_own_variable_goes_before_the_shared_one():
    assert value_of("data", "validate", NLG_DATA="a", NLG_VALIDATE_DATA="b") == "b"


def test_pyproject_is_read_when_it_has_our_table():
    Path("pyproject.toml").write_text("[tool.nlg]\nseed = 3\n")

    assert value_of("seed") == 3


def test_nlg_toml_goes_before_pyproject_in_one_folder():
    Path("pyproject.toml").write_text("[tool.nlg]\nseed = 3\n")
    Path("nlg.toml").write_text("seed = 4\n")

    assert value_of("seed") == 4


def test_a_pyproject_of_someone_else_is_passed_over(monkeypatch):
    Path("nlg.toml").write_text("seed = 3\n")
    Path("inner").mkdir()
    Path("inner/pyproject.toml").write_text('[project]\nname = "other"\n')
    monkeypatch.chdir("inner")

    assert value_of("seed") == 3


def test_a_path_is_relative_to_the_file_that_gives_it(monkeypatch):
    Path("nlg.toml").write_text('data = "mine"\nout = "pages"\n')
    Path("mine").mkdir()
    Path("inner").mkdir()
    folder = Path.cwd()
    monkeypatch.chdir("inner")

    assert value_of("data") == str(folder / "mine")
    assert value_of("out") == str(folder / "pages")


def test_a_dataset_that_is_not_beside_the_file_keeps_its_spelling(monkeypatch):
    """It may be one that travels with the package."""
    Path("nlg.toml").write_text('data = "datasets/planets"\n')
    Path("inner").mkdir()
    monkeypatch.chdir("inner")

    assert value_of("data") == "datasets/planets"


def test_the_top_level_format_is_that_of_articles_alone():
    Path("nlg.toml").write_text('format = ["md", "html"]\n')

    assert value_of("formats") == ("md", "html")
    assert value_of("form", "validate") == "text"


def test_a_variable_may_name_several_formats():
    assert value_of("formats", NLG_FORMAT="md,json") == ("md", "json")


def test_an_option_can_be_switched_off_by_either_of_its_names():
    Path("nlg.toml").write_text("[render]\nvalidate = false\n")
    by_its_name = value_of("validate")
    Path("nlg.toml").write_text("[render]\nno_validate = true\n")

    assert (by_its_name, value_of("validate")) == (False, False)


def test_a_mistyped_key_is_named_with_the_nearest():
    Path("nlg.toml").write_text('# ours\ndata = "mine"\nsed = 3\n')

    assert complaint() == 'nlg.toml:3: "sed" is not a setting; did you mean "seed"?'


def test_a_mistyped_key_of_another_verb_is_reported_too():
    Path("nlg.toml").write_text('seed = 3\n[validate]\nformt = "json"\n')

    assert complaint() == 'nlg.toml:3: "validate.formt" is not a setting; did you mean "format"?'


def test_a_mistyped_table_is_named_with_the_nearest_verb():
    Path("pyproject.toml").write_text("[tool.nlg.rendr]\nseed = 3\n")

    assert complaint() == 'pyproject.toml:1: "rendr" is not a setting; did you mean "render"?'


def test_a_value_that_does_not_fit_is_named_with_its_line():
    Path("nlg.toml").write_text('data = "mine"\nseed = "often"\n')

    assert complaint() == "nlg.toml:2: seed: 'often' is not a valid integer."


@pytest.mark.parametrize("value", ["true", "[1, 2]", "{ a = 1 }", "2026-02-01"])
def test_a_value_of_the_wrong_shape_is_no_traceback(value):
    Path("nlg.toml").write_text(f"[render]\nseed = {value}\n")

    assert complaint().startswith("nlg.toml:2: seed: ")


def test_a_variable_that_does_not_fit_is_named():
    assert complaint(NLG_SEED="often") == "NLG_SEED: 'often' is not a valid integer."


def test_all_faults_are_told_in_one_run():
    Path("nlg.toml").write_text("sed = 3\nseed = [1]\noutt = 1\n")

    assert [line.split(":")[1] for line in complaint().splitlines()] == ["1", "2", "3"]


def test_a_file_that_is_not_toml_is_placed():
    Path("nlg.toml").write_text("seed = 3\njobs =\n")

    assert complaint().startswith("nlg.toml:2:7: not TOML: ")


def test_a_file_that_is_not_utf8_is_placed():
    Path("nlg.toml").write_bytes(b'data = "caf\xe9"\n')

    assert complaint() == "nlg.toml: not UTF-8 at byte 11; save it as UTF-8"


def test_help_is_given_whatever_the_settings_say():
    Path("nlg.toml").write_text("sed = 3\n")

    assert CliRunner().invoke(main, ["render", "--help"]).exit_code == 0


def test_find_names_the_nearest_file_upward(tmp_path):
    (tmp_path / "nlg.toml").write_text("seed = 1\n")
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "nlg.toml").write_text("seed = 2\n")

    found = settings.find(tmp_path / "a" / "b")

    assert found is not None
    assert found.file == tmp_path / "a" / "nlg.toml"


def test_defaults_raise_before_any_verb_runs():
    with pytest.raises(InputError, match="NLG_SEED"):
        settings.defaults("render", {"render": render}, None, {"NLG_SEED": "x"})
