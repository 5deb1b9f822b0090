"""What a watched part of a context notes, and that it is otherwise the tuple that it stands for."""

from __future__ import annotations

import copy
import pickle
from importlib import import_module
from inspect import signature
from operator import add
from pkgutil import walk_packages

import pytest

from nlg import validator
from nlg.data import load
from nlg.validator.context import compile_reader
from nlg.validator.lexis.tokens import tokenise
from nlg.validator.vocabulary.watch import NAMES, Notes, Question, Watched, questions_of
from tests.validator.test_prose_cases import DATASETS

PLAIN = ("venus", "mars", "venus")
USES = [
    lambda names: len(names),
    lambda names: bool(names),
    lambda names: "mars" in names,
    lambda names: "earth" in names,
    lambda names: names[1],
    lambda names: names[-1],
    lambda names: names[:2],
    lambda names: names[::-1],
    lambda names: list(names),
    lambda names: tuple(names),
    lambda names: (*names, "earth"),
    lambda names: dict.fromkeys(names),
    lambda names: list(reversed(names)),
    lambda names: sorted(names),
    lambda names: set(names) <= {"venus", "mars"},
    lambda names: " and ".join(names),
    lambda names: (lambda *one: one)(*names),
    lambda names: [one for one, _ in zip(names, "abc", strict=True)],
    lambda names: max(names),
    lambda names: names.index("mars"),
    lambda names: names.count("venus"),
    lambda names: names == PLAIN,
    lambda names: names == PLAIN,
    lambda names: names != PLAIN,
    lambda names: names < ("zeus",),
    lambda names: names < ("zeus",),
    lambda names: names >= ("zeus",),
    lambda names: names <= ("zeus",),
    lambda names: add(names, ("earth",)),
    lambda names: add(("earth",), names),
    lambda names: names * 2,
    lambda names: 2 * names,
    lambda names: hash(names),
    lambda names: {names: 1}[PLAIN],
    lambda names: {PLAIN: 1}[names],
    lambda names: (names, 1) == (PLAIN, 1),
    lambda names: f"{names}",
    lambda names: f"{names!r}",
    lambda names: isinstance(names, tuple),
    lambda names: pickle.loads(pickle.dumps(names)),
    lambda names: copy.copy(names),
]
TELLING_NOTHING = {"__new__", "__init__", "__class__", "__doc__", "__getattribute__", "__setattr__", "__delattr__"} | {
    "__init_subclass__", "__subclasshook__", "__reduce_ex__", "__dir__", "__sizeof__", "__format__", "__str__",
    "__class_getitem__", "__getnewargs__", "__getstate__",
}  # fmt: skip
"""Attributes of a tuple that tell nothing of its strings, or tell it by way of one that is watched."""


@pytest.mark.parametrize("use", USES)
def test_a_watched_part_is_the_tuple_that_it_stands_for(use):
    notes: Notes = {}

    assert use(Watched(PLAIN, "subjects", notes)) == use(PLAIN)
    assert all(question.answer(PLAIN) == answer for question, answer in questions_of(notes))


@pytest.mark.parametrize("use", USES)
def test_what_another_tuple_would_answer_otherwise_has_been_asked(use):
    """Where the use of another tuple comes to something else, one of the questions has another answer."""
    for other in (
        (),
        ("venus",),
        ("mars", "venus"),
        ("venus", "mars"),
        ("venus", "mars", "earth"),
        ("zeus",) * 4,
    ):
        notes: Notes = {}
        found = use(Watched(PLAIN, "subjects", notes))
        try:
            same = use(other) == found
        except (IndexError, KeyError, ValueError, TypeError):
            same = False
        if not same:
            assert any(question.answer(other) != answer for question, answer in questions_of(notes))


def test_every_way_to_the_strings_of_a_tuple_is_watched():
    assert {name for name in dir(tuple) if name not in vars(Watched)} <= TELLING_NOTHING


def test_a_place_that_is_not_there_asks_for_all():
    notes: Notes = {}

    with pytest.raises(IndexError):
        Watched(PLAIN, "subjects", notes)[3]

    assert questions_of(notes) == ((Question("subjects", "all"), PLAIN),)


def test_a_look_up_of_a_short_name_is_noted_with_what_it_found():
    """A word with which no short name of the pair begins may begin one of another pair."""
    reader = compile_reader(load(DATASETS / "occupations"))
    notes: Notes = {}
    text = "nurses earn more"
    names = reader.names_for(Watched(("registered-nurse", "lawyer"), "subjects", notes))
    tokens = tokenise(text, 0, len(text))

    found = [names.starting_at(tokens, index) for index in range(3)]

    plain = reader.names_for(("registered-nurse", "lawyer"))
    assert found == [plain.starting_at(tokens, index) for index in range(3)]
    assert {question.about for question, _ in questions_of(notes) if question.part == NAMES} == {
        "nurses",
        "earn",
        "more",
    }
    other = reader.names_for(("nurse-practitioner", "lawyer"))
    assert any(question.answer(other) != answer for question, answer in questions_of(notes))


def test_no_store_of_the_reader_holds_what_was_asked_of_a_page():
    """A cached function that took whom a page compares would answer without asking; one is guarded by its caller."""
    found = set()
    for module in walk_packages(validator.__path__, "nlg.validator."):
        for name, value in vars(import_module(module.name)).items():
            if hasattr(value, "cache_info") and value.__module__ == module.name:
                asked = {"subjects", "context", "scene", "clause", "owners"} & set(
                    signature(value).parameters
                )
                found |= {f"{module.name}.{name}"} if asked else set()

    assert found == {"nlg.validator.cells.mentions._known_subjects"}
