"""The grammar's lint: every fault at its place, and none where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlg.document.messages import KINDS
from nlg.errors import GrammarError
from nlg.sentence.roles import kind_name
from nlg.surface.grammar_lint import lint, loads

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    entries = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["title"]) for entry in entries]


def findings(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in lint(folder)]


@pytest.mark.parametrize("case", cases("clause_faults.yml"))
def test_a_fault_in_a_wording_is_found_at_its_place(case: dict[str, Any], small_grammar: Path) -> None:
    """Line and column are those of the word, the slot or the macro that is wrong."""
    path = small_grammar / "clauses" / "difference.j2"
    path.write_text(path.read_text("utf-8") + case["wording"] + "\n", encoding="utf-8")

    assert findings(small_grammar) == [f"clauses/difference.j2:{found}" for found in case["found"]]


@pytest.mark.parametrize("case", cases("table_faults.yml"))
def test_a_fault_in_a_table_is_found_at_its_key(case: dict[str, Any], small_grammar: Path) -> None:
    """The line is the one where the key stands; what is missing has none."""
    path = small_grammar / case["file"]
    text = path.read_text("utf-8")
    assert case["replace"] in text
    path.write_text(text.replace(case["replace"], case["with"], 1), encoding="utf-8")
    lines = path.read_text("utf-8").splitlines()
    found = lint(small_grammar)

    at = case.get("at", case["with"])
    assert all(at in lines[problem.line - 1] for problem in found if problem.line)
    assert sorted(problem.text for problem in found) == sorted(case["found"])


def test_the_shipped_grammar_has_no_fault(checkout: Path) -> None:
    """What we ship passes what we ask of others."""
    assert findings(checkout / "grammars" / "en-US") == []


def test_a_small_grammar_has_no_fault(small_grammar: Path) -> None:
    """One wording for each kind is enough."""
    assert findings(small_grammar) == []


def test_kinds_and_clause_files_correspond(small_grammar: Path, checkout: Path) -> None:
    """No kind of message without a clause file, no clause file without a kind."""
    files = {path.stem for path in (checkout / "grammars" / "en-US" / "clauses").glob("*.j2")}
    assert files == {kind_name(kind.__name__) for kind in KINDS}

    (small_grammar / "clauses" / "tie.j2").rename(small_grammar / "clauses" / "tye.j2")
    assert findings(small_grammar) == [
        'clauses: no clause file "tie.j2"; every kind of message needs one',
        'clauses/tye.j2: "tye" is no kind of message; did you mean "tie"?',
    ]


def test_a_kind_may_not_fall_silent(small_grammar: Path) -> None:
    """A measure that the grammar has never heard of still gets its sentence."""
    (small_grammar / "clauses" / "tie.j2").write_text(
        '{% macro pay_full_x(a) %}{{ subj(a.plural) }} {{ verb("be") }} level{% endmacro %}\n',
        encoding="utf-8",
    )
    (small_grammar / "clauses" / "ratio.j2").write_text(
        '{% macro amount_brief_x(a) %}{{ subj(a.plural) }} {{ verb("be") }} ahead{% endmacro %}\n',
        encoding="utf-8",
    )

    assert findings(small_grammar) == [
        'clauses/ratio.j2: no wording of style "full"; messages of this kind would go unsaid',
        'clauses/tie.j2: no wording "amount_full_…"; measures without a frame would go unsaid',
    ]


def test_all_faults_come_in_one_run(small_grammar: Path) -> None:
    """Broken Jinja, a broken table and a broken house style are three findings, not one and a traceback."""
    (small_grammar / "clauses" / "tie.j2").write_text("{% macro amount_full_x(a) %}{{ a.plural\n", "utf-8")
    (small_grammar / "measures.toml").write_text("[yearly_salary\n", "utf-8")
    (small_grammar / "house_styles" / "ap.toml").write_text('name = "AP"\n', "utf-8")
    found = findings(small_grammar)

    assert len(found) == 3
    assert found[0].startswith("clauses/tie.j2:1:1: not valid Jinja")
    assert found[1] == 'house_styles/ap.toml: "oxford_comma" is missing'
    assert found[2].startswith("measures.toml: not valid TOML")


def test_a_folder_without_clauses_is_no_grammar(tmp_path: Path) -> None:
    """There is nothing to lint, and the message says what a grammar has."""
    with pytest.raises(GrammarError, match="no grammar here"):
        lint(tmp_path)


def test_a_grammar_loads_despite_a_doubt(small_grammar: Path) -> None:
    """A finding that stops nobody is not a grammar that cannot be used."""
    path = small_grammar / "clauses" / "tie.j2"
    unused = '{% macro amount_full_x(a, b) %}{{ subj(a.plural) }} {{ verb("be") }} level{% endmacro %}\n'
    path.write_text(unused, "utf-8")
    other = small_grammar.parent / "other"
    shutil.copytree(small_grammar, other)
    (other / "clauses" / "tie.j2").write_text(unused.replace("verb(", "werb("), "utf-8")

    assert (len(lint(small_grammar)), loads(small_grammar), loads(other)) == (1, True, False)
