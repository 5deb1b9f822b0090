"""The forms of a report, each tried on one page with a finding of every sort."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import orjson
import pytest

from nlg.data import SourceRef
from nlg.validator.claim import Claim, Report
from nlg.validator.reports import REPORT_FORMATS, render_reports

SOURCE = "# A vs B\n\nÄ earns\t$5, B $6, 20% more: 3 & 4.\n"
CELL = SourceRef("jobs", "a", "pay", "jobs.csv", 2)


def claim(quote: str, verdict: str, message: str = "", kind: str = "value") -> Claim:
    start = SOURCE.index(quote)
    source = (CELL,) if verdict != "unparsed" else ()
    return Claim(
        (start, start + len(quote)), quote, kind, ("a",), "pay", 5, 5, source, verdict, message,
    )  # type: ignore[arg-type]  # fmt: skip


REPORT = Report(
    "pages/a b,c.md",
    ("a", "b"),
    (
        claim("$5", "supported"),
        claim("$6", "refuted", "the data give $7 for b"),
        claim("20% more", "no_data", "100% of nothing", "difference"),
        claim("3 & 4", "unparsed", "says <3> & 4"),
    ),
    SOURCE,
)


def test_json_holds_the_keys_of_the_contract():
    (article,) = orjson.loads(render_reports([REPORT], "json"))["articles"]

    assert list(article) == ["path", "subjects", "verdict", "counts", "claims"]
    assert article["verdict"] == "refuted"
    assert article["counts"] == {"supported": 1, "refuted": 1, "no_data": 1, "unparsed": 1}
    assert article["claims"][0] == {
        "span": [SOURCE.index("$5"), SOURCE.index("$5") + 2],
        "line": 3,
        "text": "$5",
        "kind": "value",
        "subjects": ["a"],
        "attribute": "pay",
        "stated": 5,
        "expected": 5,
        "source": [{"resource": "jobs", "slug": "a", "column": "pay"}],
        "verdict": "supported",
        "message": "",
    }


def test_text_is_one_finding_a_line_and_a_sum():
    assert render_reports([REPORT], "text") == (
        'pages/a b,c.md:3:15: refuted: "$6"; the data give $7 for b [jobs a.pay]\n'
        'pages/a b,c.md:3:19: no_data: "20% more"; 100% of nothing [jobs a.pay]\n'
        "pages/a b,c.md:3:29: unparsed: says <3> & 4\n"
        "1 article, 4 claims: 1 supported, 1 refuted, 1 no data, 1 unparsed\n"
    )


def test_a_terminal_shows_the_place_under_the_line():
    lines = render_reports([REPORT], "text", on_terminal=True).splitlines()

    assert lines[1:3] == ["    Ä earns $5, B $6, 20% more: 3 & 4.", "    " + " " * 14 + "^^"]


def test_a_long_line_is_cut_around_its_claim():
    source = "x" * 500 + " $6 " + "y" * 500
    found = Claim((501, 503), "$6", "value", (), "", 6, None, (), "unparsed", "what is it")
    lines = render_reports([Report("p.md", (), (found,), source)], "text", on_terminal=True).splitlines()

    column = lines[2].index("^")
    assert lines[1][column : column + 2] == "$6"
    assert len(lines[1]) <= 124


def test_github_annotations_escape_what_would_end_them():
    lines = render_reports([REPORT], "github").splitlines()

    assert lines[0] == (
        "::error file=pages/a b%2Cc.md,line=3,endLine=3,col=15,endColumn=17,title=refuted value::"
        'refuted: "$6"; the data give $7 for b [jobs a.pay]'
    )
    assert lines[1].endswith('::no data: "20%25 more"; 100%25 of nothing [jobs a.pay]')
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::warning"]


def test_sarif_places_findings_by_characters():
    log = orjson.loads(render_reports([REPORT], "sarif"))
    run = log["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert SOURCE[region["charOffset"] :][: region["charLength"]] == "$6"
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 15, 17)
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]
    assert run["artifacts"][0]["location"] == {"uri": "pages/a%20b%2Cc.md"}
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == ["value", "difference", "value"]


def test_sarif_knows_a_finding_again_after_lines_have_moved():
    def prints(report: Report) -> list[str]:
        results = orjson.loads(render_reports([report], "sarif"))["runs"][0]["results"]
        return [result["partialFingerprints"]["claim/v1"] for result in results]

    moved = tuple(
        Claim((c.span[0] + 1, c.span[1] + 1), c.text, c.kind, c.subjects, c.attribute, c.stated, c.expected, c.source,
              c.verdict, c.message)
        for c in REPORT.claims
    )  # fmt: skip
    assert prints(REPORT) == prints(Report(REPORT.path, REPORT.subjects, moved, "\n" + SOURCE))


class Marks(HTMLParser):
    """The marks of a page, their words and what describes them."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[dict[str, str | None]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if (given.get("class") or "").startswith("claim ") and "id" in given:
            self.marks.append(given)


def test_html_marks_every_claim_and_says_its_cell():
    page = render_reports([REPORT], "html")
    marks = Marks()
    marks.feed(page)

    assert [mark["class"] for mark in marks.marks] == [f"claim {c.verdict}" for c in REPORT.claims]
    assert all(mark["tabindex"] == "0" and mark["aria-describedby"] in marks.ids for mark in marks.marks)
    assert len(set(marks.ids)) == len(marks.ids)
    assert "says &lt;3&gt; &amp; 4" in page
    assert "jobs a.pay" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_claims_that_overlap_are_all_marked():
    whole = claim("B $6, 20% more", "refuted", "no", "list")
    crossing = claim("more: 3", "unparsed", "what")
    report = Report("p.md", (), (claim("$6", "supported"), whole, crossing), SOURCE)
    marks = Marks()
    marks.feed(render_reports([report], "html"))

    assert len(marks.marks) == 3


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_no_articles_make_an_empty_report(form):
    written = render_reports([], form)

    assert written == "" if form == "github" else written.endswith("\n")
