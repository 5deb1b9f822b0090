"""Variation that is stable: what a choice of words depends on, and what it does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from nlg.data import load
from nlg.pipeline import Writer, writer
from nlg.publishers.markdown import markdown
from nlg.sentence.planning import plan_sentences
from nlg.surface.article import Answer, Article, ItemList, Paragraph, Sentence, Summary, Table
from nlg.surface.naming import shortening

CHECKOUT = Path(__file__).parents[2]
GRAMMAR = CHECKOUT / "grammars" / "en-US"
DATASET = CHECKOUT / "datasets" / "occupations"
PAIRS = 30
MARK = "zebra"
NEW_WORDINGS = {
    "difference": (
        '{% macro pay_full_zebra(a, b, m, x, y) %}zebra {{ subj(a.plural) }} {{ verb("earn") }} '
        "{{ x }} {{ m.per }}, {{ b.plural }} {{ y }}{% endmacro %}"
    ),
    "growth": (
        '{% macro employment_full_zebra(a, b, x, y) %}zebra {{ subj("growth of " ~ x.growth) }} {{ verb("be") }} '
        "projected for {{ a.plural }} and of {{ y.growth }} for {{ b.plural }}{% endmacro %}"
    ),
    "ratio": (
        '{% macro jobs_full_zebra(a, b, x, y) %}zebra {{ subj(x ~ " jobs", "plural") }} {{ verb("be") }} for '
        "{{ a.plural }} and {{ y }} for {{ b.plural }}{% endmacro %}"
    ),
    "spread": (
        '{% macro percentiles_full_zebra(a, b, x, y) %}zebra {{ subj("pay") }} {{ verb("be") }} {{ x }} for '
        "{{ a.plural }}, {{ y }} for {{ b.plural }}{% endmacro %}"
    ),
}


def sentences(article: Article) -> Iterator[tuple[str, Sentence]]:
    """Every sentence that the writer made, with its section."""
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Summary):
                yield section.id, block.sentence
            elif isinstance(block, Paragraph | Answer):
                yield from ((section.id, sentence) for sentence in block.sentences)
            elif isinstance(block, ItemList) and not block.heading:
                yield from ((section.id, item) for item in block.items)


def said(article: Article) -> list[tuple[str, str]]:
    return [(section, sentence.text) for section, sentence in sentences(article)]


@pytest.fixture(scope="module")
def author() -> Writer:
    return writer(load(DATASET), str(GRAMMAR), "chicago", 0)


@pytest.mark.parametrize("kind", NEW_WORDINGS)
def test_a_new_wording_changes_only_the_sentences_that_use_it(
    kind: str, author: Writer, tmp_path: Path
) -> None:
    """Nothing but sentences with the new wording differs, whichever pair is written."""
    folder = tmp_path / "grammar"
    shutil.copytree(GRAMMAR, folder)
    clauses = folder / "clauses" / f"{kind}.j2"
    clauses.write_text(f"{clauses.read_text('utf-8')}{NEW_WORDINGS[kind]}\n", encoding="utf-8")
    changed = writer(author.dataset, str(folder), "chicago", 0)
    used = 0
    for first, second in author.dataset.pairs:
        before, after = said(author.article(first, second)), said(changed.article(first, second))
        new = [sentence for sentence in after if MARK in sentence[1].casefold()]
        used += len(new)

        assert [sentence for sentence in after if sentence not in before and sentence not in new] == []
        assert len(after) == len(before) or new
    assert used


def test_the_seed_changes_words_and_no_figure(author: Writer) -> None:
    """Another seed says the same things otherwise: tables and messages stay as they are."""
    other = writer(author.dataset, str(GRAMMAR), "chicago", 1)
    for first, second in author.dataset.pairs[:PAIRS]:
        one, two = author.article(first, second), other.article(first, second)

        assert said(one) != said(two)
        assert _tables(one) == _tables(two)
        assert _messages(one) == _messages(two)


def test_an_article_does_not_depend_on_those_before_it(author: Writer) -> None:
    """Written alone, in order or backwards, the bytes are the same."""
    pairs = author.dataset.pairs[:PAIRS]
    onwards = [markdown(author.article(*pair)).text for pair in pairs]
    anew = writer(author.dataset, str(GRAMMAR), "chicago", 0)
    backwards = [markdown(anew.article(*pair)).text for pair in reversed(pairs)]

    assert onwards == backwards[::-1]


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_an_article_does_not_depend_on_the_order_of_sets(hash_seed: str, author: Writer) -> None:
    """Another process with another seed for Python's hashes writes the same bytes."""
    program = (
        "import sys; from hashlib import sha256; from nlg.data import load; from nlg.pipeline import writer; "
        "from nlg.publishers.markdown import markdown; w = writer(load(sys.argv[1]), sys.argv[2], 'chicago', 0); "
        f"texts = [markdown(w.article(*pair)).text for pair in w.dataset.pairs[:{PAIRS}]]; "
        "print(sha256(''.join(texts).encode()).hexdigest())"
    )
    found = subprocess.run(
        [sys.executable, "-c", program, str(DATASET), str(GRAMMAR)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    texts = [markdown(author.article(*pair)).text for pair in author.dataset.pairs[:PAIRS]]

    assert found.stdout.strip() == sha256("".join(texts).encode()).hexdigest()


def test_no_cue_stands_twice_in_a_section(author: Writer) -> None:
    """Neither an adverbial nor a conjunction that expresses a relation is repeated."""
    for first, second in author.dataset.pairs:
        close = shortening(author.named(first), author.named(second))
        plan = plan_sentences(author.document(first, second), author.lexicaliser, close, 0)
        for section in plan.sections:
            cues = [
                cue for part in section.parts for sentence in part.sentences for cue in sentence.cues if cue
            ]

            assert len(cues) == len(set(cues)), (first, second, section.id)


def test_no_sentence_stands_twice(author: Writer) -> None:
    """What the introduction says, a section says otherwise or not at all."""
    for first, second in author.dataset.pairs:
        texts = [text for _, text in said(author.article(first, second))]

        assert sorted(texts) == sorted(set(texts)), (first, second)


def _tables(article: Article) -> list[Table]:
    return [block for section in article.sections for block in section.blocks if isinstance(block, Table)]


def _messages(article: Article) -> list[str]:
    return sorted(
        {span.provenance.message_id for _, sentence in sentences(article) for span in sentence.spans}
    )
