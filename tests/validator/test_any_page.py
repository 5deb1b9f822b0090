"""Whatever a page holds, the reader reports and never raises, and every claim quotes the file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nlg.data import load
from nlg.validator.claim import Report
from nlg.validator.context import Reader, compile_reader
from nlg.validator.prose.memo import Memo
from nlg.validator.reports import REPORT_FORMATS, render_reports
from nlg.validator.validation import validate_text

PARTS = st.sampled_from(
    [
        "medical office administrator",
        "Patient care specialists",
        "vs",
        "$34,252",
        "49",
        "-8%",
        "21%",
        "1–2 years",
        "|",
        "\n",
        "\n\n",
        "| a | b |\n|---|---|\n",
        "- ",
        "1. ",
        "# ",
        "Average salary",
        "Patients",
        "Bachelor's degree",
        "top three",
        "skills",
        ":",
        "twice",
        "more than",
        "the former",
        "earn",
        "both",
        "neither",
        ";",
        ".",
        ",",
        "(",
        ")",
        "<td>",
        "<table><tr>",
        "<li>",
        "&amp;",
        "\\$",
        "**",
        "Average age4940",
        "Gender ratio",
        "Male, 9.4%",
        "\u200b34",
        "−",
        "$",
        "%",
        "Number of jobs179,503146,861",
        "Medical Office AdministratorPatient Care Specialist\n",
        "---\n",
        "\t",
        "0",
        "1e999",
    ]
)
PAGES = st.lists(PARTS, max_size=30).map(" ".join)
FILES = st.sampled_from(["page.md", "page.html", "page.txt", "-"])
PAIRS = st.sampled_from([None, ("medical-office-administrator", "patient-care-specialist")])


@cache
def reader() -> Reader:
    return compile_reader(load(Path(__file__).parents[2] / "datasets" / "reference"))


def read(file: str, page: str, pair: tuple[str, str] | None) -> Report:
    return validate_text(reader(), file, page, pair)


@given(FILES, PAGES, PAIRS)
def test_every_claim_lies_in_the_file_and_holds_its_words(file, page, pair):
    for claim in read(file, page, pair).claims:
        start, end = claim.span
        assert 0 <= start < end <= len(page)
        assert claim.text
        assert (claim.verdict == "supported") == (claim.message == "")


@given(FILES, st.text(max_size=200), PAIRS)
def test_any_characters_at_all(file, page, pair):
    assert read(file, page, pair).source == page


@given(FILES, PAGES)
def test_every_form_of_report_can_be_written(file, page):
    report = read(file, page, None)

    for form in REPORT_FORMATS:
        assert render_reports([report], form).endswith("\n") or form == "github"
    assert render_reports([report], "text", on_terminal=True).endswith("\n")


@given(FILES, PAGES, PAIRS)
def test_reading_twice_reads_the_same(file, page, pair):
    assert read(file, page, pair) == read(file, page, pair)


@given(FILES, PAGES, PAIRS)
def test_a_memo_changes_nothing(file, page, pair):
    memo = Memo(reader())
    shifted = f"{page}\n\n{page}"
    for text in (page, shifted, page, shifted):
        assert validate_text(reader(), file, text, pair, memo) == read(file, text, pair)
