"""Articles as JSON: the same article as data, each claim with its place and its cells."""

from __future__ import annotations

import json as standard
from dataclasses import replace

import pytest

from nlg.data import SourceRef
from nlg.publishers.json import json
from nlg.publishers.markdown import markdown
from nlg.surface.article import Article, Paragraph, Provenance, Section, Sentence, Span

KEYS = "title slug subjects dataset date description language sections text claims".split()
CLAIM_KEYS = (
    "span line text kind subjects attribute stated expected source verdict message"
    " raw derivation message_id pattern"
).split()


def data_of(article: Article) -> dict[str, object]:
    """The page read by another reader than the one that wrote it; constants such as NaN are errors."""

    def refused(constant: str) -> None:
        raise AssertionError(constant)

    return standard.loads(json(article).text, parse_constant=refused)


def test_keys_come_in_a_fixed_order(reference: Article):
    data = data_of(reference)

    assert list(data) == KEYS
    assert all(list(claim) == CLAIM_KEYS for claim in data["claims"])


def test_the_text_is_the_markdown_page(reference: Article):
    assert data_of(reference)["text"] == markdown(reference).text


def test_sections_hold_what_the_article_holds(reference: Article):
    data = data_of(reference)

    assert [section["id"] for section in data["sections"]] == [section.id for section in reference.sections]
    assert {block["type"] for section in data["sections"] for block in section["blocks"]} == set(
        "summary paragraph table list prose answer references figure".split()
    )


def test_a_claim_stands_where_its_span_and_line_say(reference: Article):
    data = data_of(reference)
    text = data["text"]

    for claim in data["claims"]:
        start, end = claim["span"]
        assert text[start:end] == claim["text"]
        assert text.count("\n", 0, start) + 1 == claim["line"]


def test_a_figure_is_traced_to_its_cell(reference: Article):
    claim = next(claim for claim in data_of(reference)["claims"] if claim["text"] == "$34,252")

    assert claim["kind"] == "value"
    assert claim["subjects"] == ["medical-office-administrator"]
    assert claim["stated"] == claim["expected"] == 34252
    assert claim["raw"] == "34252"
    assert claim["derivation"] == "as read"
    assert claim["source"] == [
        {"resource": "occupations", "slug": "medical-office-administrator", "column": "yearly_salary"}
    ]


@pytest.mark.parametrize(
    "stated, written",
    [(2**70, str(2**70)), (float("inf"), "inf"), ((1, float("-inf")), [1, "-inf"]), ("", None), (2.5, 2.5)],
)
def test_what_json_cannot_hold_is_written_as_text(reference: Article, stated: object, written: object):
    """Readers of JSON disagree about infinities and long integers; a clause states nothing by itself."""
    cell = SourceRef("things", "one", "size")
    origin = Provenance("level.size", "", "value", ("one",), "size", stated, "", "as read", (cell,))
    sentence = Sentence("Large.", (Span(0, 5, origin),))
    article = replace(reference, sections=(Section("introduction", "", (Paragraph((sentence,)),)),))

    (claim,) = data_of(article)["claims"]

    assert claim["stated"] == written


def test_harmful_text_comes_out_as_the_text_it_is(harmful: Article, harm: str):
    data = data_of(harmful)

    assert data["title"] == harm
    assert data["sections"][1]["blocks"][0]["text"] == f"{harm} {harm}"
