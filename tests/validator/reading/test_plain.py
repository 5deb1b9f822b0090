"""Plain text: headings, lists and tables told by their shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlg.validator.page import Heading, ListItem, Paragraph, Table
from nlg.validator.reading import read_page

LINES = st.sampled_from(
    ["", "", "Salary", "  • Patients, 21%", "• b", "1. c", "Average age4940", "A: 5", "a\tb", "A sentence that ends.",
     "====", "Another line of running text that is long enough to be wrapped", "## H", "-", "\u200b",
     "Yearly salary$34$35"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_every_text_leads_back_to_its_characters(source):
    for block in read_page("page.txt", source).blocks:
        texts = (
            [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else [block.text]
        )
        for text in texts:
            shown = [source[slice(*text.span(at, at + 1))] for at in range(len(text.content))]
            assert "".join(shown).replace("\n", " ").replace("\t", " ") == text.content


def test_shapes_of_lines():
    source = (
        "Title here\n\nA paragraph of running text that goes on\nover two lines.\n\nCommon skills\n  • a\n  • b\n\n"
        "Average age4940\nJob satisfaction--\n\nPay: $5\nAge: 40\n\nA line.\nUnderlined\n----------\nmore text here.\n"
    )
    blocks = read_page("page.txt", source).blocks

    assert [type(block) for block in blocks] == [
        Heading, Paragraph, Heading, ListItem, ListItem, Table, Table, Paragraph, Heading, Paragraph,
    ]  # fmt: skip
