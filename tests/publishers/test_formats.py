"""One article in every format: the same facts, the same figures, the same cells behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree

import orjson
from hypothesis import given
from hypothesis import strategies as st

from nlg.pipeline import Writer
from nlg.publishers.figures import images
from nlg.publishers.formats import FORMATS
from nlg.publishers.html import html
from nlg.publishers.json import json
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Article, Provenance

DATASETS = ("occupations", "planets", "reference")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def facts(page: Page, plain: Callable[[str], str]) -> list[tuple[str, Provenance]]:
    """What the page says with a source, in page order, as a reader sees it."""
    return [(plain(page.text[span.start : span.end]), span.provenance) for span in page.spans]


def plain_markdown(text: str) -> str:
    braces = re.sub(r"(?<!\\)&#(123|125);", lambda match: chr(int(match[1])), text)
    return _ESCAPED.sub(r"\1", braces)


def plain_html(text: str) -> str:
    return unescape(text).replace("\n", " ")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, int, int]:
    """A dataset and two places in its list of entities."""
    return draw(st.sampled_from(DATASETS)), draw(st.integers(0, 97)), draw(st.integers(1, 97))


def written(writer: Writer, first: int, apart: int) -> Article:
    slugs = list(writer.dataset.entities)
    one = first % len(slugs)
    return writer.article(slugs[one], slugs[(one + 1 + apart % (len(slugs) - 1)) % len(slugs)])


def test_every_format_is_named_once_and_has_its_own_suffix():
    assert [form.name for form in FORMATS] == ["md", "html", "json"]
    assert len({form.suffix for form in FORMATS}) == len(FORMATS)


@given(place=pairs())
def test_every_format_says_the_same_with_the_same_sources(writer_of, place):
    """Word for word and cell for cell, over any two entities of any dataset."""
    article = written(writer_of(place[0]), *place[1:])
    pages = markdown(article), html(article)
    told = facts(pages[0], plain_markdown)
    data = orjson.loads(json(article).text)

    assert told
    assert told == facts(pages[1], plain_html)
    assert [plain_markdown(claim["text"]) for claim in data["claims"]] == [text for text, _ in told]
    assert [claim["raw"] for claim in data["claims"]] == [provenance.raw for _, provenance in told]


@given(place=pairs())
def test_the_same_article_gives_the_same_bytes(writer_of, place):
    writer = writer_of(place[0])
    once, again = (written(writer, *place[1:]) for _ in range(2))

    assert [form.publish(once).text for form in FORMATS] == [form.publish(again).text for form in FORMATS]
    assert images(once) == images(again)


def test_harmful_text_is_the_same_text_in_every_format(harmful: Article, harm: str):
    shown = harm.replace("\x0b", "\ufffd").replace("\x7f", "\ufffd")

    assert {text for text, _ in facts(markdown(harmful), plain_markdown)} == {harm}
    assert {text for text, _ in facts(html(harmful), plain_html)} == {shown}


def test_every_image_that_a_page_names_lies_beside_it(reference: Article):
    """Under a name of the article's own, as a whole SVG document."""
    named = re.findall(r"!\[[^\]]*\]\(([^)]*)\)", markdown(reference).text)

    assert named == [image.name for image in images(reference)]
    assert all(name.startswith(f"{reference.slug}.") for name in named)
    for image in images(reference):
        assert ElementTree.fromstring(image.text).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_format_that_holds_its_charts_needs_no_files_beside_it(reference: Article):
    beside = {form.name: len(form.beside(reference)) for form in FORMATS}

    assert beside == {"md": 2, "html": 0, "json": 0}
