"""The words in charts, read back: every figure in a label is a claim, and every one is true."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from nlg.api import make_writer
from nlg.pipeline import Writer
from nlg.publishers.html import html
from nlg.publishers.markdown import markdown
from nlg.surface.article import Article, Figure, Section
from nlg.validator.context import compile_reader
from nlg.validator.validation import validate_text

CHECKOUT = Path(__file__).parents[2]


@cache
def writer(dataset: str) -> Writer:
    return make_writer(CHECKOUT / "datasets" / dataset, CHECKOUT / "grammars" / "en-US")


def only_charts(article: Article) -> Article:
    """The article with nothing but its charts, each under its section's heading."""
    sections = []
    for section in article.sections:
        figures = tuple(block for block in section.blocks if isinstance(block, Figure))
        if figures:
            sections.append(Section(section.id, section.heading, figures))
    return replace(article, sections=tuple(sections), description="", contents="", skip="")


@pytest.mark.parametrize("publish, suffix", [(html, ".html"), (markdown, ".md")])
@pytest.mark.parametrize("dataset, least", [("occupations", 600), ("planets", 20), ("reference", 6)])
def test_every_figure_of_a_chart_is_read_and_supported(dataset: str, least: int, publish, suffix: str):
    """Over all pairs of the shipped datasets; `least` is the number of figures that must have been read."""
    reader = compile_reader(writer(dataset).dataset)
    read = 0
    for first, second in writer(dataset).dataset.pairs:
        article = only_charts(writer(dataset).article(first, second))
        page = publish(article)
        report = validate_text(reader, article.slug + suffix, page.text)
        ends = {claim.span[1] for claim in report.claims}
        assert [claim for claim in report.claims if claim.verdict != "supported"] == []
        figures = [span for span in page.spans if any(map(str.isdigit, page.text[span.start : span.end]))]
        assert {span.end for span in figures} <= ends
        read += len(figures)
    assert read >= least
