"""What is remembered is what reading again would find, whatever changes in words, numbers, names, cells and context."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from nlg.data import load
from nlg.validator.context import Context, Discourse, Reader, compile_reader
from nlg.validator.page import Text
from nlg.validator.prose import memo as memos
from nlg.validator.prose.memo import Memo
from nlg.validator.prose.paragraphs import read_sentences
from nlg.validator.reading import read_page
from nlg.validator.validation import count_supported, validate_page
from tests.validator.test_prose_cases import DATASETS, cases

PAGE = """# {A} vs. {B}

{As} earn $62,350 a year, {bs} $62,970. The role needs a high school diploma or equivalent.

## What does {a} do?

They install wiring. {As} are paid best in utilities. Most of them are men.

| | {A} | {B} |
| --- | --- | --- |
| Median yearly salary | $62,350 | $62,970 |
| Number of jobs | 742,580 | 455,940 |
| Projected growth | 9.5% | 4.5% |

### Common {a} skills

- Troubleshooting
- Repairing
- Critical thinking

## Job outlook

Jobs are projected to grow by 9.5%. {Bs} do not grow as fast. The former hold 742,580 jobs, the latter 455,940.

## Sources and method

- Figures of May 2024, release 30.2. See p. 12.
"""
SLUGS = (
    "electrician",
    "plumber",
    "carpenter",
    "registered-nurse",
    "nurse-practitioner",
    "lawyer",
    "paralegal",
)


@cache
def reader_of(dataset: str) -> Reader:
    return compile_reader(load(DATASETS / dataset))


def page_on(first: str, second: str) -> str:
    entities = reader_of("occupations").dataset.entities
    a, b = entities[first], entities[second]
    return PAGE.format(
        A=a.title, B=b.title, a=a.title.lower(), b=b.title.lower(), As=(a.plural or a.title + "s").capitalize(),
        bs=(b.plural or b.title + "s").lower(), Bs=(b.plural or b.title + "s").capitalize(),
    )  # fmt: skip


def mutated(text: str, lots: Random) -> str:
    """The text with one word, number, name or cell changed, left out, doubled or moved."""
    words = list(re.finditer(r"[\w$%.,'-]+|[|:;()]", text))
    if not words:
        return text
    one, two = lots.choice(words), lots.choice(words)
    changes = (
        lambda: text[: one.start()] + two.group() + text[one.end() :],
        lambda: text[: one.start()] + text[one.end() :],
        lambda: text[: one.end()] + " " + one.group() + text[one.end() :],
        lambda: text[: one.start()] + lots.choice(OTHER_WORDS) + text[one.end() :],
        lambda: re.sub(r"\d", lambda digit: str(lots.randrange(10)), text, count=lots.randrange(1, 4)),
        lambda: text.replace(one.group(), two.group()),
        lambda: (
            text[: one.start()] + lots.choice(("\n\n", " &amp; ", "**", "\\", " p. ")) + text[one.start() :]
        ),
    )
    return lots.choice(changes)()


OTHER_WORDS = (
    "not both neither they it the former the latter more less higher twice half only most shared their its one"
    " electricians plumbers carpenters nurses lawyers paralegals practitioners $62,350 9.5% 742,580 455,940 3.9"
).split()


def random_context(lots: Random, slugs: tuple[str, ...], topics: tuple[str, ...]) -> Context:
    def some(most: int) -> tuple[str, ...]:
        return tuple(lots.sample(slugs, lots.randrange(min(most, len(slugs)) + 1)))

    subjects = tuple(lots.sample(slugs, min(lots.choice((1, 2, 2, 2, 3)), len(slugs))))
    said = Discourse(some(2), some(3), lots.choice(topics))
    return Context(subjects, lots.choice((some(1), subjects[:1])), lots.choice(topics), some(2), said)


@pytest.mark.parametrize("dataset", ["occupations", "planets", "reference"])
def test_a_sentence_is_remembered_as_it_would_be_read(dataset: str):
    """Claim by claim, and what it leaves in mind, in any context and with any words changed."""
    reader = reader_of(dataset)
    lots = Random(1)
    memo = Memo(reader)
    slugs = tuple(reader.dataset.entities)[:8]
    topics = ("", *list(reader.measures)[:3], *list(reader.collections)[:2])
    texts = [case.values[0]["sentence"] for case in cases() if case.values[0]["dataset"] == dataset]
    texts = lots.sample(texts, min(25, len(texts)))
    for _ in range(1_500):
        sentence = lots.choice(texts)
        for _ in range(lots.choice((0, 0, 1, 2))):
            sentence = mutated(sentence, lots)
        text = Text(sentence, (0,), (lots.choice((0, 7, 4_000)),))
        context = random_context(lots, slugs, topics)

        found, after = read_sentences(reader, text, context, memo)
        fresh, after_fresh = read_sentences(reader, text, context)

        assert [tuple(lot.placed()) for lot in found] == [tuple(lot.placed()) for lot in fresh], (
            text,
            context,
        )
        assert after == after_fresh


def test_a_page_is_remembered_as_it_would_be_read():
    """Headings, paragraphs, lists and tables of many pairs, clean and with a word, a number or a cell changed."""
    reader = reader_of("occupations")
    lots = Random(2)
    memo = Memo(reader)
    for _ in range(250):
        first, second = lots.sample(SLUGS, 2)
        source = page_on(first, second)
        for _ in range(lots.choice((0, 0, 1, 2))):
            source = mutated(source, lots)
        page = read_page("page.md", source)
        pair = (first, second) if lots.random() < 0.8 else tuple(lots.sample(SLUGS, 2))

        fresh = validate_page(reader, page, pair)

        count = count_supported(reader, page, pair, memo)
        assert count == (len(fresh.claims) if fresh.verdict == "supported" else None)
        assert validate_page(reader, page, pair, memo) == fresh


def test_what_is_said_of_one_is_read_once_for_all_pages_on_it():
    """Of a page on another pair with the same first, only what names the second is new."""
    reader = reader_of("occupations")
    memo = Memo(reader)
    kept = []
    for second in ("plumber", "lawyer", "paralegal"):
        count_supported(
            reader, read_page("page.md", page_on("electrician", second)), ("electrician", second), memo
        )
        kept.append(len(memo))

    first, second, third = kept[0], kept[1] - kept[0], kept[2] - kept[1]
    assert third <= second < first


def test_what_is_known_is_kept_from_sentence_to_sentence():
    """What is said changes nothing of the context but the discourse."""
    context = Context(("a", "b"), ("a",), "pay", ("Pay",), Discourse(("a",), ("a", "b"), "pay"))

    after = context.after(Discourse(("b",), ("b",), "jobs"))

    assert replace(after, discourse=context.discourse) == context
    assert after.discourse == Discourse(("b",), ("a", "b"), "jobs")


def test_a_short_name_that_the_other_one_takes_away_is_not_remembered():
    """ "Nurses" names the registered nurse beside a lawyer, and nobody alone beside a nurse practitioner."""
    reader = reader_of("occupations")
    memo = Memo(reader)
    text = Text("Nurses earn $1 a year.", (0,), (0,))
    for subjects in (("registered-nurse", "lawyer"), ("registered-nurse", "nurse-practitioner")):
        found, _ = read_sentences(reader, text, Context(subjects), memo)
        fresh, _ = read_sentences(reader, text, Context(subjects))
        assert [lot.claims for lot in found] == [lot.claims for lot in fresh]


def test_a_memo_does_not_outgrow_its_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(memos, "_MAX_READINGS", 20)
    reader = reader_of("occupations")
    memo = Memo(reader)
    for first in SLUGS:
        page = read_page("page.md", page_on(first, "carpenter" if first != "carpenter" else "lawyer"))
        assert validate_page(reader, page, None, memo) == validate_page(reader, page)
        assert len(memo) <= 20
