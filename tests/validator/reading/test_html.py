"""HTML as a browser shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlg.validator.page import Block, Heading, ListItem, Paragraph, Table
from nlg.validator.reading import read_page

TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "<td>", "<th colspan=2>", "<td rowspan='2'>", "</td>",
     "<ul>", "<li>", "</ul>", "<dl>", "<dt>", "<dd>", "</dl>", "<h2>", "</h2>", "<br>", "<svg>", "<text x=1>", "</svg>",
     "<script>", "</script>", "<div hidden>", "</div>", "<!-- x -->", "<!-- ", "&amp;", "&ndash;", "<", ">", "&",
     "<a href='", "<caption>", "<thead>", "</thead>", "<details>", "<summary>", "<title>", "$34,252", "pay", " ", "\n",
     "</h1>", "<p/>"]
)  # fmt: skip
PAGES = st.lists(TAGS, max_size=25).map("".join)


def shapes(source: str) -> list[object]:
    return [shape(block) for block in read_page("page.html", source).blocks]


def shape(block: Block) -> object:
    if isinstance(block, Table):
        return [[cell.text.content for cell in row] for row in block.rows]
    return (type(block), block.text.content)


@given(PAGES)
def test_no_page_is_too_broken_to_read(source):
    for block in read_page("page.html", source).blocks:
        texts = (
            [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else [block.text]
        )
        for text in texts:
            for offset, character in enumerate(text.content):
                start, end = text.span(offset, offset + 1)
                assert source[start:end] == character or source[start] in "&<\n "


def test_only_what_is_visible_is_read():
    source = """<!doctype html><html><head><title>T &amp; U</title><style>p{}</style><meta name=description content="9">
    </head><body><p hidden>no</p><p style="display: none">no</p><script>var a = "<p>no";</script>
    <template><p>no</template>
    <p>Yes<br>so <b>it</b> is</p><noscript>no</noscript></body></html>"""

    assert shapes(source) == [(Heading, "T & U"), (Paragraph, "Yes so it is")]


def test_labels_of_a_chart_are_read_and_its_title_is_not():
    source = (
        "<svg><title>no</title><desc>no</desc><text>Pay</text><text>$34<tspan dy=1>k</tspan></text></svg>"
    )

    assert shapes(source) == [(Paragraph, "Pay"), (Paragraph, "$34 k")]


def test_cells_that_span_stand_in_every_place():
    source = "<table><tr><th rowspan=2>a<td>b<td>c<tr><td colspan=2>d</table>"

    assert shapes(source) == [[["a", "b", "c"], ["a", "d", "d"]]]


def test_lists_nest_and_number():
    source = "<ol><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ol>"
    blocks = read_page("page.html", source).blocks
    items = [(b.text.content, b.number, b.ordered) for b in blocks if isinstance(b, ListItem)]

    assert items == [("a", 1, True), ("b", 1, False), ("c", 2, True)]
    assert shapes(source)[-1] == (Paragraph, "d")


def test_a_list_of_facts_is_a_table_and_one_of_questions_is_not():
    facts = "<dl><dt>Pay<dd>$5<dt>Age<dd>40</dl>"
    questions = "<dl><dt>Who?<dd>They do.</dl>"

    assert shapes(facts) == [[["Pay", "$5"], ["Age", "40"]]]
    assert shapes(questions) == [(Heading, "Who?"), (Paragraph, "They do.")]
