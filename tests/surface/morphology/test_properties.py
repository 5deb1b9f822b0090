"""What holds of any text at all that is taken for a term."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nlg.surface.morphology import Lexicon

GRAMMAR = Path(__file__).parents[3] / "grammars" / "en-US"
LEXICON = Lexicon.load(GRAMMAR)
WORDS = (
    "nurse registered manager sales of and or / , special education director CNA RN (CNA) II technician "
    "analyst salesman staff police attorney general notary public K-12 except all other UX/UI runner-up "
    "8% $80,000 city hour university"
).split()
terms = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
)
titles = st.lists(
    st.one_of(st.sampled_from(WORDS), st.from_regex(r"[a-zA-Z][a-z]{3,8}[^\W\diu_]", fullmatch=True)),
    min_size=1,
    max_size=7,
).map(" ".join)
"""Titles of words known and unknown; the plural of an unknown noun in -i or -u looks singular ("basis")."""


@given(terms)
def test_every_question_has_an_answer(term):
    for answer in (LEXICON.in_sentence(term), LEXICON.singular(term), LEXICON.possessive(term)):
        assert isinstance(answer, str)
    assert LEXICON.article(term) in ("a", "an", "")


@given(titles)
def test_the_plural_of_a_plural_is_itself(term):
    plural = LEXICON.plural(term).text
    assert LEXICON.plural(plural).text == plural


@given(terms)
def test_no_form_invents_or_loses_a_figure(term):
    digits = re.findall(r"\d", term)
    for form in (
        LEXICON.plural(term).text,
        LEXICON.singular(term),
        LEXICON.title_case(term),
        LEXICON.possessive(term),
    ):
        assert re.findall(r"\d", form) == digits


@given(terms)
def test_letter_case_is_all_that_lower_case_changes(term):
    assert LEXICON.lower_case(term).casefold() == term.casefold()


@given(
    st.lists(
        st.sampled_from(("staff", "night", "senior", "MRI", "RN", "HVAC", "SQL", "nurse")),
        min_size=1,
        max_size=5,
    )
)
def test_a_heading_keeps_every_acronym(words):
    heading = LEXICON.title_case(" ".join(words)).split()
    assert [word for word in heading if word.isupper()] == [word for word in words if word.isupper()]


def test_ordinary_titles_never_reach_for_inflect():
    program = (
        "import sys; from nlg.surface.morphology import Lexicon; lexicon = Lexicon.load(sys.argv[1]);"
        "[(lexicon.plural(t), lexicon.singular(t), lexicon.article(t), lexicon.in_sentence(t)) for t in sys.argv[2:]];"
        "sys.exit('inflect' in sys.modules)"
    )
    titles = [
        "registered nurse",
        "Teachers, Special Education",
        "midwife",
        "coach",
        "attorney general",
        "EMT",
        "box",
    ]
    assert subprocess.run([sys.executable, "-c", program, str(GRAMMAR), *titles], check=False).returncode == 0


def test_a_borrowed_noun_is_asked_of_inflect():
    assert LEXICON.plural("sanatorium").text in ("sanatoriums", "sanatoria")
    assert LEXICON.plural("chateau").text in ("chateaus", "chateaux")
