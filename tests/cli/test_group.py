"""The `nlg` command itself: quick to start, and calm about every mistake."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nlg.cli import VERBS, group, main
from nlg.cli.settings import SHARED_KEYS
from nlg.errors import InputError, Problem

SLOW = ("pandas", "inflect", "num2words", "pydantic", "babel", "rich", "jinja2", "numpy", "pyarrow")
OFFERED = main.list_commands(click.Context(main))


def modules_after(*arguments: str) -> set[str]:
    """The modules that a call of `nlg` imports."""
    script = (
        "import json, sys\n"
        "from nlg.cli import main\n"
        f"main({list(arguments)!r}, standalone_mode=False)\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_imports_nothing_slow():
    assert modules_after("--help").isdisjoint(SLOW)


def test_help_imports_no_verb():
    assert {name for name in modules_after("--help") if name.startswith("nlg.cli.")} == {
        "nlg.cli.group",
        "nlg.cli.settings",
    }


@pytest.mark.parametrize("verb", OFFERED)
def test_a_verbs_help_imports_neither_pandas_nor_inflect(verb):
    assert modules_after(verb, "--help").isdisjoint({"pandas", "inflect", "num2words", "pyarrow"})


@pytest.mark.parametrize("verb", OFFERED)
def test_every_verb_has_a_worked_example(verb):
    done = CliRunner().invoke(main, [verb, "--help"], prog_name="called")

    assert f"nlg {verb}" in done.stdout


@pytest.mark.parametrize("verb", ["", *OFFERED])
def test_the_slugs_and_files_of_a_worked_example_exist(verb, checkout):
    """What a reader of the help types off works with what is shipped."""
    given = CliRunner().invoke(main, [verb, "--help"] if verb else ["--help"], prog_name="nlg").stdout
    example = given.partition("Example:")[2].partition("\n\n")[0]
    with (checkout / "datasets/occupations/occupations.csv").open(encoding="utf-8", newline="") as file:
        slugs = {row["slug"] for row in csv.DictReader(file)}
    pairs = [slug for pair in re.findall(r"(?<=\s)([a-z-]+):([a-z-]+)(?=\s|$)", example) for slug in pair]

    assert [slug for slug in pairs if slug not in slugs] == []
    assert [
        path for path in re.findall(r"\b(?:output|datasets)/\S+", example) if not (checkout / path).exists()
    ] == []
    assert "nlg" in example


@pytest.mark.parametrize("key", SHARED_KEYS)
def test_every_shared_setting_is_an_option_of_some_verb(key):
    context = click.Context(main)
    options = {
        name
        for verb in OFFERED
        if (command := main.get_command(context, verb))
        for param in command.params
        for name in param.opts
    }

    assert f"--{key}" in options


def test_help_lists_the_verbs_in_the_order_of_the_tuple():
    assert [verb for verb in VERBS if verb in OFFERED] == OFFERED


def test_a_verb_without_a_file_is_not_offered(monkeypatch, tmp_path):
    monkeypatch.setattr(group, "__file__", str(tmp_path / "group.py"))

    assert main.list_commands(click.Context(main)) == []


def test_version_is_the_packages():
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("nlg 0.")


def test_a_mistyped_verb_is_answered_with_the_nearest(monkeypatch):
    monkeypatch.setattr(group.VerbGroup, "list_commands", lambda self, ctx: list(VERBS))
    done = CliRunner().invoke(main, ["validte"])

    assert done.exit_code == 2
    assert "there is no verb 'validte'; did you mean 'validate'?" in done.stderr


class Failing(click.Command):
    """A verb that ends in the given way."""

    def __init__(self, error: BaseException) -> None:
        super().__init__("failing")
        self.error = error

    def invoke(self, ctx: click.Context) -> object:
        raise self.error


def answer_to(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The exit code and the standard error of a verb that ends with an error."""
    monkeypatch.setattr(group.VerbGroup, "list_commands", lambda self, ctx: ["failing"])
    monkeypatch.setattr(group.VerbGroup, "get_command", lambda self, ctx, name: Failing(error))
    done = CliRunner().invoke(main, ["failing"])
    return done.exit_code, done.stderr


def test_unusable_input_is_one_fault_a_line_and_code_two(monkeypatch):
    faults = (Problem("a.csv", 2, 3, "share: 140 is above 100"), Problem("a.csv", 9, 1, "slug: missing"))

    assert answer_to(InputError("", faults), monkeypatch) == (
        2,
        "a.csv:2:3: share: 140 is above 100\na.csv:9:1: slug: missing\n",
    )


def test_a_file_that_cannot_be_written_is_named(monkeypatch):
    error = PermissionError(13, "Permission denied", "output/a-vs-b.md")

    assert answer_to(error, monkeypatch) == (2, "nlg: output/a-vs-b.md: Permission denied\n")


def test_an_interrupt_is_code_130_and_a_kind_line(monkeypatch):
    assert answer_to(KeyboardInterrupt(), monkeypatch) == (130, "\nnlg: stopped; call it again to go on\n")


def test_a_verbs_own_code_passes_through(monkeypatch):
    assert answer_to(click.exceptions.Exit(1), monkeypatch) == (1, "")


def process_of(callback: str) -> list[str]:
    """The call of a Python process whose `nlg` has one verb, which does that."""
    script = (
        "import click, time\n"
        "from nlg.cli import group, main\n"
        f"verb = click.Command('verb', callback=lambda: {callback})\n"
        "group.VerbGroup.list_commands = lambda self, ctx: ['verb']\n"
        "group.VerbGroup.get_command = lambda self, ctx, name: verb\n"
        "main(['verb'])\n"
    )
    return [sys.executable, "-P", "-u", "-c", script]


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    """`nlg … | head -1` says nothing on standard error."""
    call = process_of("[click.echo('a line') for _ in range(100_000)]")
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()

    assert (complaint, process.returncode) == (b"", 128 + signal.SIGPIPE)


def test_an_interrupt_from_the_keyboard_leaves_no_traceback(tmp_path):
    call = process_of("(click.echo('ready'), time.sleep(60))")
    with subprocess.Popen(
        call,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        # A shell lets its calls in the background ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)

    assert (process.returncode, said) == (130, b"\nnlg: stopped; call it again to go on\n")


def test_output_is_utf8_whatever_the_terminal_says(tmp_path):
    done = subprocess.run(
        process_of(r"click.echo('2024\u201334')"),
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert done.stdout.decode("utf-8").strip() == "2024–34"


def test_python_dash_m_reaches_the_command_line(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "nlg", "--version"], capture_output=True, text=True, cwd=tmp_path, check=True
    )

    assert done.stdout.startswith("nlg ")
