"""A form is not asked about a clause without any of the marks that it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from nlg.validator.prose import paragraphs
from nlg.validator.validation import validate_text
from tests.validator.test_pages import CASES as PAGES
from tests.validator.test_pages import reader_of as page_reader
from tests.validator.test_prose_cases import CASES, read
from tests.validator.test_prose_cases import cases as sentences


@pytest.fixture
def all_are_asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """From the call on all forms are asked about all clauses."""

    def ask() -> None:
        monkeypatch.setattr(paragraphs, "WANTED", {})
        paragraphs._forms_for.cache_clear()

    yield ask
    paragraphs._forms_for.cache_clear()


@pytest.mark.parametrize("name", sorted(file.stem for file in CASES.glob("*.toml")))
def test_a_form_that_is_not_asked_has_nothing_to_say(name: str, all_are_asked: Callable[[], None]):
    """Every case sentence is read the same when all forms are asked about all clauses."""
    told = [case.values[0] for case in sentences() if case.id.rsplit("-", 1)[0] == name]
    spared = [read(case) for case in told]

    all_are_asked()

    assert [read(case) for case in told] == spared


def test_a_form_that_is_not_asked_has_nothing_to_say_of_whole_pages(all_are_asked: Callable[[], None]):
    """Every case page is read the same when all forms are asked about all clauses."""
    spared = [validate_text(page_reader(case.data), case.file, case.page, case.pair) for case in PAGES]

    all_are_asked()

    asked = [validate_text(page_reader(case.data), case.file, case.page, case.pair) for case in PAGES]
    assert asked == spared
