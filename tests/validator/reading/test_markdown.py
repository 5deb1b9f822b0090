"""Markdown as CommonMark reads it, with the way back to every character."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nlg.validator.page import Block, Table, Text
from nlg.validator.reading import read_page

ORACLE = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])

WORDS = st.sampled_from(
    ["pay", "**$34,252**", "*a year*", "_b_", "a_b_c", "`code`", "\\$5", "&amp;", "&#36;", "R&D", "[a *b*](x.md)",
     "[c](<d e> 'f')", "~~8%~~", "~", "* ", "**", "*", "_", "1.", "\\*", "[x]", "!", "&copy", "\\", "``a ` b``",
     "<https://a.b/c>", "|", "\\|", "—", "é", "***x***", "**a*b**", "]", "(", "a*b*", "__c__", "  "]
)  # fmt: skip
LINES = st.lists(WORDS, max_size=6).map(" ".join)
STARTS = st.sampled_from(
    ["", "", "", "# ", "## ", "> ", "- ", "* ", "1. ", "2) ", "  ", "    ", "   - ", "      ", "> - ", "```", "---",
     "===", "| ", "|---|", "- - ", "~~~", "+ ", "10. ", ">"]
)  # fmt: skip
# Where markdown-it-py does otherwise than the reference implementation: it ends a paragraph at a bullet behind four
# blanks, and it looks for a table before it looks for a heading or a list.
QUIRK = re.compile(
    r"^[> ]* {4,}.*?(?:[-+*]|\d[.)])(?:[ \t]|$)|^[ >]*(?:#|[-+*]|\d|`|~).*\||^ *>.*\|.*\n *\|", re.MULTILINE
)
DOCUMENTS = (
    st.lists(st.tuples(STARTS, LINES).map("".join), max_size=9)
    .map("\n".join)
    .filter(lambda source: not QUIRK.search(source) and not source.startswith("---"))
)


def texts_of(source: str) -> list[str]:
    """The visible texts of a page, cell by cell."""
    texts: list[str] = []
    for block in read_page("page.md", source).blocks:
        texts.extend(text.content for text in texts_in(block))
    return [text for text in texts if text]


def texts_in(block: Block) -> list[Text]:
    if isinstance(block, Table):
        return [cell.text for row in block.rows for cell in row]
    return [block.text]


def oracle_texts(source: str) -> list[str]:
    texts = [visible(token) for token in ORACLE.parse(source) if token.type == "inline"]
    return [text for text in texts if text]


def visible(token: Token) -> str:
    shown = "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
    )
    return " ".join(shown.split())


@given(DOCUMENTS)
@example("a\n> b\nc\n- d\n  e\n\n  f\n- - g")
@example("| a | b\\|c |\n|---|---|\n| `x` | **y** | z |\nw")
@example("*a **b* c**\n\n***d** e*\n")
def test_a_reader_sees_what_commonmark_shows(source):
    assert texts_of(source) == oracle_texts(source)


@given(DOCUMENTS)
def test_every_text_leads_back_to_its_characters(source):
    """What a span covers in the file holds the text's letters and figures in their order."""
    for block in read_page("page.md", source).blocks:
        for text in texts_in(block):
            for offset, character in enumerate(text.content):
                start, end = text.span(offset, offset + 1)
                assert source[start:end] == character or source[start] in "&\n\t <"


def test_an_entity_is_covered_to_its_end():
    source = "Up to 31&percnt;, says R&amp;D."
    (block,) = read_page("page.md", source).blocks
    (text,) = texts_in(block)

    end = text.content.index("%") + 1
    assert source[slice(*text.span(6, end))] == "31&percnt;"


def test_a_cut_keeps_the_way_back():
    source = "a **b** &amp; c\n> d"
    (block, _) = read_page("page.md", source).blocks
    (text,) = texts_in(block)

    part = text.cut(2, 7)
    assert part.content == "b & c"
    assert source[slice(*part.span(0, 3))] == "b** &amp;"


def test_front_matter_says_who_is_compared():
    source = '---\ntitle: "A \\"x\\" vs B"\nsubjects:\n  - a-1\n  - "b"\ndate: 2026-01-01\n---\nBody.\n'
    page = read_page("page.md", source)

    assert (page.title, page.subjects) == ('A "x" vs B', ("a-1", "b"))
    assert [block.text.content for block in page.blocks if not isinstance(block, Table)] == [
        'A "x" vs B',
        "Body.",
    ]


def test_code_blocks_claim_nothing_and_footnotes_are_read():
    source = "One.[^1]\n\n```\n$5\n```\n\n    $6\n\n[^1]: Two.\n\n[x]: http://a.b '7'\n"

    assert texts_of(source) == ["One.", "Two."]


def test_html_inside_markdown_is_read_as_html():
    source = "A<br>b <b>c</b><!-- d -->\n\n<table><tr><th>e<td>f</table>\n\n<div hidden>\n$5\n</div>\n"

    assert texts_of(source) == ["A b c", "e", "f"]
