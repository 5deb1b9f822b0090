"""The word level, case by case: a linguist adds a line to a table under `cases/`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from nlg.surface.morphology import Lexicon

CASES = Path(__file__).parent / "cases"
LEXICON = Lexicon.load(Path(__file__).parents[3] / "grammars" / "en-US")
ANSWERS = {
    "plural": lambda term: LEXICON.plural(term).text,
    "singular": LEXICON.singular,
    "in_sentence": LEXICON.in_sentence,
    "article": LEXICON.article,
    "title_case": LEXICON.title_case,
    "possessive": LEXICON.possessive,
}


def table(name: str) -> list[list[str]]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


@pytest.mark.parametrize(
    "question, term, expected",
    [pytest.param(name, row[1], row[2], id=f"{name}: {row[0]}") for name in ANSWERS for row in table(name)],
)
def test_a_term_has_the_form_that_its_line_gives(question, term, expected):
    assert ANSWERS[question](term) == expected


@pytest.mark.parametrize("lemma, singular, past, participle, gerund", table("verbs"))
def test_a_verb_has_the_forms_that_its_line_gives(lemma, singular, past, participle, gerund):
    if singular == lemma:
        assert LEXICON.inflect_verb(lemma, "singular", "present") == lemma
        return
    assert LEXICON.inflect_verb(lemma, "singular", "present") == singular
    assert LEXICON.inflect_verb(lemma, "plural", "past") == past
    assert LEXICON.inflect_verb(lemma, "plural", "participle") == participle
    assert LEXICON.inflect_verb(lemma, "plural", "gerund") == gerund


@pytest.mark.parametrize(
    "lemma, plural, expected",
    [
        ("earn", False, "does not earn"),
        ("earn", True, "do not earn"),
        ("be", True, "are not"),
        ("can", True, "cannot"),
        ("account for", False, "does not account for"),
    ],
)
def test_a_denied_verb_takes_not_in_its_place(lemma, plural, expected):
    assert LEXICON.finite(lemma, plural, "present", negative=True) == expected


@pytest.mark.parametrize(
    "title, head",
    [
        ("medical office administrator", "administrator"),
        ("registered nurses", "nurses"),
        ("vice president of sales", "vice president"),
        ("disc jockey", "disc jockey"),
        ("attorney general", "attorney general"),
        ("waiter or waitress", None),
        ("kitchen staff", None),
        ("human resources", None),
    ],
)
def test_a_title_shortens_to_its_head_where_nobody_else_is_meant(title, head):
    assert LEXICON.head(title) == head


def test_an_acronym_in_parentheses_is_introduced():
    assert LEXICON.acronym("certified nursing assistant (CNA)") == ("certified nursing assistant", "CNA")
    assert LEXICON.acronym("cook (night shift)") == ("cook (night shift)", "")


def test_a_sentence_may_not_begin_with_a_capital_where_a_name_forbids_it():
    assert LEXICON.may_capitalise("nurses earn")
    assert not LEXICON.may_capitalise("iOS developers")


def test_the_rule_names_the_head_and_the_ending():
    assert LEXICON.plural("notary public").rule == "the noun before its adjective; -y becomes -ies"
    assert LEXICON.plural("Registered Nurses").rule == "already plural"
