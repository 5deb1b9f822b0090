"""What a workshop says of an article that it read back is what the article's own report says."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlg.bulk.order import Order
from nlg.bulk.workshop import Workshop, open_workshop
from nlg.data import find_grammar, load
from nlg.publishers.page import Page
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

SLUGS = ("chef", "baker", "electrician", "plumber", "carpenter", "lawyer", "paralegal")
PAIRS = [(first, second) for first in SLUGS[:2] for second in SLUGS if first != second]
DATA = Path(__file__).parents[2] / "datasets" / "occupations"


@pytest.fixture(scope="module")
def shop() -> Workshop:
    """A workshop that has met every pair by the time of the second test."""
    return open_workshop(Order(str(DATA), str(find_grammar()), "chicago", 0, ("md",), True))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return compile_reader(load(DATA))


def test_articles_read_one_after_the_other_are_judged_as_each_by_itself(shop: Workshop, reader: Reader):
    """What the reader remembers of one pair makes no other article better or worse, nor its claims more or fewer."""
    for pair in PAIRS:
        made = shop.make(pair)
        report = validate_text(reader, "page.md", made.files[0].text, pair)
        assert made.claims == len(report.claims)
        assert bool(made.reasons) == (report.verdict != "supported")


def test_a_wrong_sentence_is_found_after_the_right_one_was_remembered(shop: Workshop, reader: Reader):
    """A figure of one entity is changed in a page of which every sentence has been read before."""
    dataset = shop.dataset
    found = 0
    for pair in PAIRS:
        made = shop.make(pair)
        salary = dataset.observed(pair[0], "yearly_salary")
        assert salary is not None
        right = f"${salary.value.value:,f}"
        wrong = f"${salary.value.value + 9_000:,f}"
        text = made.files[0].text.replace(right, wrong)
        if text == made.files[0].text:
            continue
        claims, reasons = shop.judge(Page(text), pair)
        report = validate_text(reader, "page.md", text, pair)
        assert (claims, bool(reasons)) == (len(report.claims), True)
        found += 1
    assert found > len(PAIRS) / 2
