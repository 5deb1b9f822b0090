"""Articles to publish: those of the shipped datasets, and one whose every text means harm."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from nlg.api import make_writer
from nlg.data import SourceRef
from nlg.pipeline import Writer
from nlg.surface.article import (
    Answer,
    Article,
    ItemList,
    Paragraph,
    Prose,
    Provenance,
    Reference,
    References,
    Section,
    Sentence,
    Span,
    Summary,
    Table,
    column,
)

CHECKOUT = Path(__file__).parents[2]
HARM = (
    "harmless",
    "</script><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "a | b",
    'say "no" & <b>bold</b>',
    "\u202eright to left\u202c \u05d0\u05d1",
    "*stars* _lines_ `code` [link](javascript:x)",
    "🧑‍⚕️ nurse 🚑",
    "control\x0b\x7f",
    "1. one",
    "# heading",
)


@cache
def writer(dataset: str) -> Writer:
    """A writer for one of the shipped datasets."""
    return make_writer(CHECKOUT / "datasets" / dataset, CHECKOUT / "grammars" / "en-US")


@pytest.fixture(scope="session")
def writer_of() -> Callable[[str], Writer]:
    """Gives the writer for one of the shipped datasets."""
    return writer


@pytest.fixture(scope="session")
def reference() -> Article:
    """The article on the two occupations of the reference page."""
    return writer("reference").article("medical-office-administrator", "patient-care-specialist")


@pytest.fixture(params=HARM)
def harm(request: pytest.FixtureRequest) -> str:
    """A text that could break a page."""
    return str(request.param)


@pytest.fixture
def harmful(harm: str) -> Article:
    """An article that holds the text in every place that takes one."""
    return article_of(harm)


@pytest.fixture(scope="session")
def holding() -> Callable[[str], Article]:
    """Makes an article that holds a text in every place that takes one."""
    return article_of


def article_of(text: str) -> Article:
    """An article that holds the text in every place that takes one."""
    cell = SourceRef("things", "one", "name")
    whole = Provenance("level.name", "wording", "value", ("one",), "name", text, text, "as read", (cell,))
    sentence = Sentence(text, (Span(0, len(text), whole),))
    table = Table("", (text, "plain"), (text,), (column((sentence,)), column((Sentence("–"),))))
    blocks = (
        Paragraph((sentence, sentence)),
        table,
        ItemList(text, (sentence,)),
        Prose(text, sentence),
        Answer(text, (sentence,)),
        References((Reference(text, "https://example.org/?a=1&b=<2>"), Reference(text, "javascript:x"))),
    )
    return Article(
        title=text,
        slug="one-vs-two",
        subjects=("one", "two"),
        titles=(text, "plain"),
        dataset=text,
        version="1",
        release="2026-02-01",
        licences=(text,),
        entity_noun="thing",
        description=text,
        sections=(
            Section("introduction", "", (Summary(text, sentence),)),
            Section("article", text, blocks),
            Section("a b", text, blocks),
            Section("a b", "", blocks),
        ),
        skip=text,
        contents=text,
    )
