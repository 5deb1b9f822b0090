"""`nlg check` prints what it finds, one line each, and says by its exit code how bad it is."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from nlg.cli import main
from nlg.errors import GrammarError, Problem

DESCRIPTOR = """{"resources": [{"name": "trains", "path": "trains.csv", "schema": {"fields": [
  {"name": "slug"}, {"name": "title"}, {"name": "speed", "type": "number", "nlg": {"unit": "km/h"}}]}}]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean dataset, in a folder that no settings file reaches."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "datapackage.json").write_text(DESCRIPTOR, encoding="utf-8")
    (tmp_path / "trains.csv").write_text("slug,title,speed\na,A,100\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def grammar(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """The findings of the grammar's lint, which has its own tests: none, until a test adds some."""
    findings: list[Problem] = []
    module = ModuleType("nlg.surface.grammar_lint")

    def lint(folder: Path) -> tuple[Problem, ...]:
        assert (folder / "clauses").is_dir()
        if any(problem.line == 0 for problem in findings):
            raise GrammarError("unusable", tuple(findings))
        return tuple(findings)

    monkeypatch.setattr(module, "lint", lint, raising=False)
    monkeypatch.setattr(module, "loads", lambda folder: True, raising=False)
    monkeypatch.setitem(sys.modules, "nlg.surface.grammar_lint", module)
    return findings


def run(folder: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["check", "--data", str(folder)])
    return result.exit_code, result.stdout.replace(f"{folder}/", ""), result.stderr


@pytest.mark.usefixtures("grammar")
def test_nothing_found_is_exit_0(folder: Path) -> None:
    """Standard output stays empty, so that a script can tell."""
    assert run(folder) == (0, "", "no findings\n")


@pytest.mark.usefixtures("grammar")
def test_a_doubt_is_exit_1(folder: Path) -> None:
    """Doubtful data can be published, after somebody has looked."""
    (folder / "trains.csv").write_text("slug,title,speed\na,A,100\nb,a,90\n", encoding="utf-8")

    assert run(folder) == (
        1,
        'trains.csv:3:2: title: "a" is also that of "a"; tell the two apart\n',
        "1 finding\n",
    )


@pytest.mark.usefixtures("grammar")
def test_a_fault_is_exit_2(folder: Path) -> None:
    """Bad data cannot be used at all; every fault is shown in one run."""
    (folder / "trains.csv").write_text("slug,title,speed\na,A,fast\na,B,x\n", encoding="utf-8")

    code, out, _ = run(folder)
    assert code == 2
    assert [line.split(" ")[0] for line in out.splitlines()] == [
        "trains.csv:2:3:",
        "trains.csv:3:1:",
        "trains.csv:3:3:",
    ]


@pytest.mark.usefixtures("grammar")
def test_doubts_about_the_descriptor_are_shown_beside_faults(folder: Path) -> None:
    """Who mends the faults need not call again to learn of the doubts."""
    descriptor = DESCRIPTOR.replace('"km/h"', '"UDS/year"')
    (folder / "datapackage.json").write_text(descriptor, encoding="utf-8")
    (folder / "trains.csv").write_text("slug,title,speed\na,A,fast\n", encoding="utf-8")

    code, out, said = run(folder)
    assert (code, said) == (2, "2 findings\n")
    assert [line.split(" ")[0] for line in out.splitlines()] == ["datapackage.json:2:92:", "trains.csv:2:3:"]


@pytest.mark.usefixtures("grammar")
def test_no_dataset_is_exit_2(folder: Path) -> None:
    """The folder that is missing is named."""
    code, out, _ = run(folder / "nowhere")

    assert (code, out) == (2, f"{folder / 'nowhere'}: no dataset folder there; name a folder that exists\n")


@pytest.mark.parametrize("line, code", [(3, 1), (0, 2)])
def test_the_grammar_is_linted_too(folder: Path, grammar: list[Problem], line: int, code: int) -> None:
    """A finding of the grammar counts as one of the data does, a grammar that cannot be loaded as a fault."""
    grammar.append(Problem("level.j2", line, 1, 'digit "7" typed into text; take it from a slot'))

    assert run(folder)[0] == code
