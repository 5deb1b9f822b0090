"""Registers are data: what they may hold, what is laid over what, and what an author is told of faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlg.document.budget import REFERENCE, Budget
from nlg.errors import GrammarError
from nlg.surface.grammar import load_grammar, merged
from nlg.surface.grammar_lint import lint
from nlg.surface.house_style import house_styles, load_house_style
from nlg.surface.register import load_register, register_names

WORDING = (
    "{% macro amount_full_NAME(a, b) %}"
    '{{ subj(a.plural) }} {{ verb("be") }} ahead of {{ b.plural }}{% endmacro %}\n'
)


@pytest.fixture
def overlay(small_grammar: Path) -> Path:
    """A register of one wording, over the small grammar."""
    folder = small_grammar / "registers" / "plain"
    (folder / "clauses").mkdir(parents=True)
    (folder / "register.toml").write_text("questions = 2\n", "utf-8")
    (folder / "clauses" / "tie.j2").write_text(WORDING.replace("NAME", "own"), "utf-8")
    return folder


def names(grammar: Path, register: str) -> list[tuple[str, bool]]:
    """The wordings of a tie, and which of them stand in reserve."""
    found = load_grammar(str(grammar), register).variants("tie", "amount", "full")
    return [(pattern.name, pattern.is_reserve) for pattern in found]


def findings(grammar: Path) -> list[str]:
    root = f"{grammar}/"
    return [str(problem).removeprefix(root) for problem in lint(grammar)]


def test_the_reference_register_is_the_grammar_itself(small_grammar: Path) -> None:
    """It needs no folder, and grants what the planner grants by default."""
    register = load_register(small_grammar, "reference")
    assert (register.folder, register.budget) == (None, REFERENCE)
    assert load_grammar(str(small_grammar)).patterns == load_grammar(str(small_grammar), "reference").patterns


def test_what_a_register_does_not_set_is_as_in_the_reference(overlay: Path) -> None:
    assert load_register(overlay.parents[1], "plain").budget == Budget(questions=2)


def test_wordings_stand_instead_and_leave_the_others_in_reserve(overlay: Path) -> None:
    """A message that none of the register's wordings fits is still said."""
    assert names(overlay.parents[1], "plain") == [("amount_full_own", False), ("amount_full_plain", True)]


def test_wordings_may_stand_beside(overlay: Path) -> None:
    (overlay / "register.toml").write_text('wordings = "beside"\n', "utf-8")
    assert names(overlay.parents[1], "plain") == [("amount_full_own", False), ("amount_full_plain", False)]


def test_a_wording_of_the_same_name_takes_the_place(overlay: Path) -> None:
    """Two wordings of one name would share one draw."""
    (overlay / "clauses" / "tie.j2").write_text(WORDING.replace("NAME", "plain"), "utf-8")
    assert names(overlay.parents[1], "plain") == [("amount_full_plain", False)]


def test_a_grammar_without_the_register_is_as_it_was(overlay: Path) -> None:
    assert names(overlay.parents[1], "reference") == [("amount_full_plain", False)]


def test_tables_are_merged_at_any_depth() -> None:
    below = {"a": {"b": {"c": 1, "d": 2}}, "e": [1, 2]}
    assert merged(below, {"a": {"b": {"c": 3}}, "e": [4]}) == {"a": {"b": {"c": 3, "d": 2}}, "e": [4]}
    assert below == {"a": {"b": {"c": 1, "d": 2}}, "e": [1, 2]}


def test_words_of_a_register_stand_over_those_of_the_grammar(overlay: Path) -> None:
    (overlay / "function_words.toml").write_text('[headings]\nsources = "Credits"\n', "utf-8")
    words = load_grammar(str(overlay.parents[1]), "plain").words["headings"]
    assert (words["sources"], words["title"]) == ("Credits", "{First} vs. {second}")


def test_a_register_that_is_not_there_is_named_with_those_that_are(overlay: Path) -> None:
    with pytest.raises(GrammarError, match="the registers are: reference, plain, student, terse"):
        load_register(overlay.parents[1], "posh")


def test_a_house_style_of_an_unknown_register_is_told_so_at_its_line(overlay: Path) -> None:
    grammar = overlay.parents[1]
    path = grammar / "house_styles" / "posh.toml"
    path.write_text(
        (grammar / "house_styles" / "ap.toml").read_text("utf-8") + 'register = "posh"\n', "utf-8"
    )
    line = len(path.read_text("utf-8").splitlines())
    with pytest.raises(GrammarError) as caught:
        load_house_style(grammar, "posh")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, 1)
    assert problem.text == 'register: there is no "posh"; the registers are reference, plain, student, terse'


@pytest.mark.parametrize(
    "line, told",
    [
        ("question = 2", '"question" is not a setting; did you mean "questions"?'),
        ("questions = -1", "questions: -1 is not a whole number, 0 or more"),
        ("questions = true", "questions: True is not a whole number, 0 or more"),
        ("table_first = 1", "table_first: 1 is not true or false"),
        ('lead = "verse"', 'lead: \'verse\' is not "sentences" or "points"'),
        ('omitted = "common"', "omitted: 'common' is not a list of section ids"),
    ],
)
def test_a_fault_in_a_register_is_found_at_its_key(overlay: Path, line: str, told: str) -> None:
    (overlay / "register.toml").write_text(f"# a register\n{line}\n", "utf-8")
    assert findings(overlay.parents[1]) == [f"registers/plain/register.toml:2:1: {told}"]


def test_wordings_of_a_register_are_linted_like_any(overlay: Path) -> None:
    """Digits, unknown slots, frames that nothing leads to, kinds that are none."""
    wordings = (
        WORDING.replace("NAME", "digit").replace("ahead", "5 ahead")
        + WORDING.replace("NAME", "slot").replace("(a, b)", "(a, q)").replace("b.plural", "q")
        + WORDING.replace("amount_full_NAME", "amuont_full_x").replace("ahead", "near")
    )
    (overlay / "clauses" / "tie.j2").write_text(wordings, "utf-8")
    (overlay / "clauses" / "tye.j2").write_text(WORDING.replace("NAME", "x"), "utf-8")
    found = findings(overlay.parents[1])
    assert [text.partition(": ")[2] for text in found] == [
        'digit "5" typed into text; take it from a slot',
        'slot "q" is not one of a, b, pair, m, x',
        'no measure, unit or fallback leads to the frame "amuont"; did you mean "amount"?',
        '"tye" is no kind of message; did you mean "tie"?',
    ]
    assert all(text.startswith("registers/plain/clauses/t") for text in found)


def test_words_of_a_register_are_linted_like_any(overlay: Path) -> None:
    """A key that nobody reads, a place that nothing fills, a table that no register may lay over."""
    (overlay / "function_words.toml").write_text(
        '[labels]\nsumary = "Short:"\nmode = "Top {nuon}"\n', "utf-8"
    )
    (overlay / "measures.toml").write_text("", "utf-8")
    assert findings(overlay.parents[1]) == [
        'registers/plain/function_words.toml:2:1: "labels.sumary" is not a setting; did you mean "labels.summary"?',
        'registers/plain/function_words.toml:3:1: labels.mode: nothing fills "{nuon}"; the places here are noun',
        "registers/plain/measures.toml: not read; a register may lay entries over "
        "entities.toml and function_words.toml alone",
    ]


def test_a_whole_register_has_no_fault(overlay: Path) -> None:
    assert findings(overlay.parents[1]) == []


def test_every_register_that_is_shipped_has_a_house_style(checkout: Path) -> None:
    grammar = checkout / "grammars" / "en-US"
    spoken = {load_house_style(grammar, name).register for name in house_styles(grammar)}
    assert spoken == set(register_names(grammar))
