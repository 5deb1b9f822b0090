"""What is true of every article, whatever the data hold and whatever its subjects are called."""

from __future__ import annotations

import csv
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nlg.data import load
from nlg.pipeline import Writer, writer
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Answer, Article, ItemList, Paragraph, Prose, Sentence, Summary, Table

CHECKOUT = Path(__file__).parents[2]
GRAMMAR = str(CHECKOUT / "grammars" / "en-US")
REFERENCE = CHECKOUT / "datasets" / "reference"
TITLES: list[str] = json.loads((Path(__file__).parent / "cases" / "titles.json").read_text("utf-8"))

MONEY = st.sampled_from([0, 1, 999, 1000, 34157, 34252, 34253, 60000, 123456, 1_000_000, 2_500_000])
SHARES = st.sampled_from([0, 0.1, 0.4, 1, 9.4, 20.3, 33.3, 49.9, 50, 50.1, 90.6, 99.9, 100])
YEARS = st.sampled_from([0, 0.5, 1, 2, 3, 4, 8, 10, 12])
TEXTS = st.sampled_from(
    ["Health care", "Alaska", "KPG", "New York, NY", "R&D", "a|b", "{{ x }}", "*", "Zürich"]
)
NUMBERS = {
    "yearly_salary": MONEY,
    "hourly_rate": st.sampled_from([0, 7.25, 16.42, 16.47, 20, 99.99, 480.5]),
    "growth_rate": st.sampled_from([-100, -8, -4.1, -4, -0.1, 0, 0.1, 4, 4.1, 8, 250]),
    "number_of_jobs": st.sampled_from([0, 1, 2, 9, 10, 11, 999, 146861, 179503, 3_000_000]),
    "job_satisfaction": st.sampled_from([1, 2.5, 4.2, 5]),
    "average_age": st.sampled_from([18, 40, 41, 49, 80]),
    "years_of_experience": YEARS,
    "male_share": SHARES,
    "female_share": SHARES,
    "lgbt_share": SHARES,
}
NAMES = (
    "highest_paying_city",
    "highest_paying_state",
    "best_paying_company",
    "best_paying_industry",
    "most_common_major",
    "most_common_college",
)
ITEMS = [
    "Patients",
    "patient care",
    "CPR",
    "data entry",
    "SQL",
    "<i>Excel</i>",
    "C|C++",
    "{{ y }}",
    "Other",
    "*bold*",
]


@st.composite
def entity(draw: st.DrawFn) -> dict[str, Any]:
    """One row, any of whose optional cells may be missing."""
    row: dict[str, Any] = {"title": draw(st.sampled_from(TITLES))}
    for name, values in NUMBERS.items():
        row[name] = draw(st.none() | values)
    for name in NAMES:
        row[name] = draw(st.none() | TEXTS)
    for low, high, values in (
        ("salary_low", "salary_high", MONEY),
        ("years_to_become_min", "years_to_become_max", YEARS),
    ):
        row[low], row[high] = draw(st.sampled_from(["both", "low", "high", "none"])), None
        ends = sorted((draw(values), draw(values)))
        row[low], row[high] = (
            ends[0] if row[low] in ("both", "low") else None,
            ends[1] if row[low] in ("both", "high") else None,
        )
    row["category"] = draw(st.sampled_from(["", "office", "{{ c }}", "Arts & crafts"]))
    row["description"] = draw(st.sampled_from(["", "They work. And rest.", "# No *markup* {{ here }}"]))
    row["degrees"] = draw(
        st.lists(st.tuples(st.sampled_from(ITEMS), SHARES), max_size=3, unique_by=lambda i: i[0])
    )
    row["skills"] = draw(
        st.lists(st.tuples(st.sampled_from(ITEMS), st.none() | SHARES), max_size=5, unique_by=lambda i: i[0])
    )
    row["race"] = draw(
        st.lists(st.tuples(st.sampled_from(ITEMS), SHARES), max_size=2, unique_by=lambda i: i[0])
    )
    row["texts"] = draw(
        st.lists(st.sampled_from(["Keep books.", "- dash", "1. one", "| pipe |"]), max_size=3)
    )
    return row


def author(first: dict[str, Any], second: dict[str, Any]) -> Writer:
    """Whoever writes about the two, from files as people write them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(REFERENCE / "datapackage.json", folder)
        rows = {"one": first, "two": second}
        columns = ("title", "category", "description", *NUMBERS, *NAMES)
        ends = ("salary_low", "salary_high", "years_to_become_min", "years_to_become_max")
        _write(
            folder, "occupations", ["slug", *columns, *ends], ({"slug": s, **row} for s, row in rows.items())
        )
        for resource, column, key in (("degrees", "degree", "degrees"), ("skills", "skill", "skills")):
            _write(
                folder,
                resource,
                ["slug", column, "share"],
                ({"slug": s, column: n, "share": share} for s, row in rows.items() for n, share in row[key]),
            )
        _write(
            folder,
            "demographics",
            ["slug", "dimension", "group", "share"],
            (
                {"slug": s, "dimension": "race", "group": n, "share": share}
                for s, row in rows.items()
                for n, share in row["race"]
            ),
        )
        _write(
            folder,
            "responsibilities",
            ["slug", "position", "text"],
            (
                {"slug": s, "position": number, "text": text}
                for s, row in rows.items()
                for number, text in enumerate(row["texts"], 1)
            ),
        )
        _write(folder, "pairs", ["first", "second"], [{"first": "one", "second": "two"}])
        return writer(load(folder), GRAMMAR, "chicago", 0)


def _write(folder: Path, name: str, columns: list[str], rows: Any) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def sentences(article: Article) -> Iterator[Sentence]:
    """Every sentence that the writer made, as against what people wrote and the data hold."""
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Summary):
                yield block.sentence
            elif isinstance(block, Paragraph | Answer):
                yield from block.sentences
            elif isinstance(block, ItemList) and not block.heading:
                yield from block.items


def everything(article: Article) -> Iterator[str]:
    """Every text of the article."""
    yield from (article.title, *(section.heading for section in article.sections if section.heading))
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, ItemList):
                yield from (item.text for item in block.items)
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from (row.label, *(cell.text for cell in row.cells))
            elif isinstance(block, Prose):
                yield from (block.heading, block.sentence.text)
            elif isinstance(block, Answer):
                yield block.question
    yield from (sentence.text for sentence in sentences(article))


UNFILLED = r"\bNone\b(?! of)|\b(?:nan|NaN)\b|\{\{|(?<!\\)\{%|^- *$|^(?!\| \|).*(?<!\\)\| *\|"
"""Words of Python, braces of a template, an empty item, an empty cell (a table's corner is one)."""
STRAY = re.compile(r" [,.;:](?!\w)|\.\.|,,|\( | \)")
"""A stop after a space, two stops, a space inside brackets."""
TINY = settings(max_examples=40)


@TINY
@given(entity(), entity())
def test_nothing_is_empty_doubled_or_unfilled(first: dict[str, Any], second: dict[str, Any]) -> None:
    """No None, no nan, no braces of a template, no empty item or cell, no doubled or stray space."""
    made = author(first, second)
    article = made.article("one", "two")
    body = markdown(article).text.partition("\n---\n")[2]

    assert not re.search(UNFILLED, body, re.MULTILINE)
    for text in everything(article):
        assert text.strip() == text != ""
        assert "  " not in text
    titles = "".join(str(row["title"]) for row in (first, second))
    strays = (
        [] if STRAY.search(titles) else [text.text for text in sentences(article) if STRAY.search(text.text)]
    )
    assert strays == []


@TINY
@given(entity(), entity())
def test_sentences_begin_with_a_capital_and_end_with_a_stop(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    """Unless the sentence begins with a name that forbids it, such as "iOS developers"."""
    article = author(first, second).article("one", "two")
    for sentence in sentences(article):
        begins = sentence.text.split(" ")[0]
        named = any(begins.casefold()[:3] in str(row["title"]).casefold() for row in (first, second))

        assert sentence.text[-1] in ".!?"
        assert named or not begins[0].islower()


@TINY
@given(entity(), entity())
def test_the_same_input_gives_the_same_bytes(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Another writer, made anew from the same files, writes the same page."""
    once, again = (markdown(author(first, second).article("one", "two")) for _ in range(2))

    assert once.text == again.text
    assert once.spans == again.spans


@TINY
@given(entity(), entity())
def test_every_span_quotes_what_it_claims(first: dict[str, Any], second: dict[str, Any]) -> None:
    """On the finished page, the words of a span hold the figure or the name that its claim states."""
    page = markdown(author(first, second).article("one", "two"))
    for span in page.spans:
        stated = span.provenance.stated
        quoted = _quoted(page, span.start, span.end)
        if isinstance(stated, str):
            assert " ".join(stated.split()).casefold() in quoted.casefold()
        else:
            figures = [
                abs(Decimal(str(value))) for value in (stated if isinstance(stated, tuple) else (stated,))
            ]
            assert _agree(_figures(quoted), figures)


def _quoted(page: Page, start: int, end: int) -> str:
    braces = re.sub(r"(?<!\\)&#(123|125);", lambda match: chr(int(match[1])), page.text[start:end])
    return re.sub(r"\\([^\w\s])", r"\1", braces)


def _agree(quoted: list[Decimal], stated: list[Decimal]) -> bool:
    """Whether figures are quoted as stated: in months for years, in whole times or halves, one of two alike."""
    if len(stated) == 1:
        figure = quoted[0] if quoted else Decimal(0)
        return figure == stated[0] or figure == 12 * stated[0] or abs(figure - stated[0]) <= stated[0] / 20
    months = [12 * figure for figure in stated]
    return all(figure in (*stated, *months) for figure in quoted) and len(quoted) in (1, 2)


WORDS = "zero one two three four five six seven eight nine ten".split()
MULTIPLES = {"twice": 2, "half": 2, "double": 2, "triple": 3}


def _figures(text: str) -> list[Decimal]:
    """The magnitudes that a text states, in order."""
    found = []
    for match in re.finditer(r"(\d[\d,]*(?:\.\d+)?)(?: (million|billion))?|[a-z]+", text.lower()):
        if match[1]:
            scale = {"million": 10**6, "billion": 10**9}.get(match[2] or "", 1)
            found.append(Decimal(match[1].replace(",", "")) * scale)
        elif match[0] in WORDS:
            found.append(Decimal(WORDS.index(match[0])))
        elif match[0] in MULTIPLES:
            found.append(Decimal(MULTIPLES[match[0]]))
    return found
