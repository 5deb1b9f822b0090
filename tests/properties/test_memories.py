"""What the writer keeps from one article changes no byte of another, and grows with the entities alone."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from nlg.bulk.rows import row_of
from nlg.data import load
from nlg.pipeline import Writer, writer
from nlg.publishers.html import html
from nlg.publishers.json import json
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page

CHECKOUT = Path(__file__).parents[2]
GRAMMAR = str(CHECKOUT / "grammars" / "en-US")
FORMER = 40
"""Articles that are written before."""
ALONE = 6
"""Articles that are written again by somebody who has written none."""
ENTITIES = 12


def author_of(dataset: str, house_style: str) -> Writer:
    return writer(load(CHECKOUT / "datasets" / dataset), GRAMMAR, house_style, 5)


def published(author: Writer, pair: tuple[str, str]) -> tuple[str, str, str, bytes]:
    """The article in every form that tells of it: pages, claims with their places, and a shard's row."""
    article = author.article(*pair)
    page = markdown(article)
    return page.text, html(article).text, json(article).text, row_of(article, page)


@pytest.mark.parametrize("house_style", ["chicago", "student", "terse"])
@pytest.mark.parametrize("dataset", ["occupations", "planets"])
def test_an_article_is_the_same_alone_and_after_others(dataset: str, house_style: str) -> None:
    """Whatever was written before, in both directions of a pair, every byte is that of a fresh writer."""
    experienced = author_of(dataset, house_style)
    lots = Random(dataset + house_style)
    pairs = lots.sample(list(permutations(tuple(experienced.dataset.entities)[:ENTITIES], 2)), FORMER)
    for pair in pairs:
        published(experienced, pair)

    for first, second in pairs[:ALONE]:
        for pair in ((first, second), (second, first)):
            assert published(author_of(dataset, house_style), pair) == published(experienced, pair)


@pytest.mark.parametrize("house_style", ["chicago", "terse"])
def test_memories_grow_with_the_entities_and_not_with_the_pairs(house_style: str) -> None:
    """Once the entities, wordings and places have been met, further pairs leave nothing behind but figures."""
    author = author_of("planets", house_style)
    slugs = tuple(author.dataset.entities)
    pairs = list(permutations(slugs, 2))
    for pair in pairs:
        published(author, pair)
    before = sizes(author)
    for first, second in pairs:
        author.seed += 1
        published(author, (first, second))
    after = sizes(author)

    assert {name: size for name, size in after.items() if size > 2 * before[name] + len(slugs)} == {}


def sizes(author: Writer) -> dict[str, int]:
    """How much each memory holds that is asked for entities, or for what they have."""
    memory, fragments = author.memory, author.renderer.fragments
    return {
        "findings": len(author.found),
        "topics": len(author.lexicaliser.topics),
        "makers": len(author.lexicaliser.makers),
        "renditions": len(memory.renditions),
        "words": sum(len(words) for words in memory.words.values()),
        "told": len(memory.told),
        "claims": len(memory.claims),
        "capitals": len(memory.capitals),
        "charts": len(memory.charts),
        "columns": len(fragments.columns),
        "shares": len(fragments.shares),
        "tables": len(author.survey.layout.tables),
    }


def written(author: Writer) -> list[Page]:
    return [markdown(author.article(*pair)) for pair in author.dataset.pairs[:FORMER]]


@pytest.mark.parametrize("dataset", ["occupations", "planets", "reference"])
def test_what_a_page_states_is_what_its_spans_do(dataset: str) -> None:
    """Claims are told without their places from what is kept of entities, and with them by saying each
    sentence again: both ways give the same."""
    for page in written(author_of(dataset, "chicago")):
        spans = page.spans

        assert page.claims == len(spans)
        assert len(page.stated) == len(set(page.stated))
        assert set(page.stated) == {
            (
                span.provenance.kind,
                span.provenance.subjects,
                span.provenance.attribute,
                span.provenance.stated,
            )
            for span in spans
        }


@pytest.mark.parametrize("dataset", ["occupations", "planets", "reference"])
def test_a_template_says_what_its_program_says(dataset: str) -> None:
    """A sentence said in one go from ready words has the letters of the same one said piece by piece."""
    author = author_of(dataset, "chicago")
    for pair in author.dataset.pairs[:FORMER]:
        for section in author.article(*pair).sections:
            for block in section.blocks:
                for sentence in getattr(block, "sentences", ()):
                    # Programs count their letters: the last clause ends before the stop.
                    ends = [span.end for span in sentence.spans if not span.provenance.how]

                    assert not ends or max(ends) in (len(sentence.text), len(sentence.text) - 1)
