"""Charts: true to scale, labelled in words, and told apart without colour."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlg.api import make_writer
from nlg.pipeline import Writer
from nlg.surface.article import Article, Figure
from nlg.surface.drawing import LINE_WIDTH_CHARS, lines

SVG = "{http://www.w3.org/2000/svg}"
GRAMMAR = Path(__file__).parents[2] / "grammars" / "en-US"
FIELDS = {
    "toll": {"unit": "USD/day", "statistic": "median", "noun": "toll", "section": "tolls"},
    "toll_low": {"unit": "USD/day", "noun": "toll range", "range": "toll_range", "bound": "low"},
    "toll_high": {"unit": "USD/day", "noun": "toll range", "range": "toll_range", "bound": "high"},
    "traffic": {"unit": "percent_change", "noun": "traffic", "section": "traffic"},
}
Row = dict[str, str]
ONE: Row = {"toll": "20", "toll_low": "10", "toll_high": "30", "traffic": "10"}
TWO: Row = {"toll": "25", "toll_low": "20", "toll_high": "50", "traffic": "-5"}
Materials = tuple[tuple[str, str, str], ...]


@pytest.fixture(scope="session")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Article]:
    """Writes the article on two bridges with the values given."""

    def write(
        one: Row, two: Row, materials: Materials = (), titles: tuple[str, str] = ("Arch", "Cable")
    ) -> Article:
        folder = tmp_path_factory.mktemp("bridges")
        fields = [{"name": "slug"}, {"name": "title"}]
        for name, nlg in FIELDS.items():
            fields.append({"name": name, "type": "number", "nlg": {"section": "tolls"} | nlg})
        resources = [{"name": "bridges", "path": "bridges.csv", "schema": {"fields": fields}}]
        resources.append(
            {
                "name": "materials",
                "path": "materials.csv",
                "nlg": {"kind": "distribution", "noun": "material", "section": "build"},
                "schema": {
                    "fields": [{"name": "slug"}, {"name": "material"}, {"name": "share", "type": "number"}]
                },
            }
        )
        descriptor = {
            "name": "bridges",
            "nlg": {"entity": "bridge", "titles": "name"},
            "resources": resources,
        }
        (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
        rows = [["slug", "title", *FIELDS]]
        for slug, title, row in zip(("one", "two"), titles, (one, two), strict=True):
            rows.append([slug, title, *(row.get(name, "") for name in FIELDS)])
        _write(folder / "bridges.csv", rows)
        _write(folder / "materials.csv", [["slug", "material", "share"], *map(list, materials)])
        return writer(folder).article("one", "two")

    return write


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def writer(folder: Path) -> Writer:
    return make_writer(folder, GRAMMAR)


def charts(article: Article) -> dict[str, Figure]:
    """The article's charts by name."""
    return {
        block.name: block
        for section in article.sections
        for block in section.blocks
        if isinstance(block, Figure)
    }


def bars(figure: Figure) -> list[tuple[int, int]]:
    """Where the bars begin and end, from the top."""
    found = ElementTree.fromstring(figure.svg).iter(f"{SVG}rect")
    return [
        (int(bar.get("x", "")), int(bar.get("x", "")) + int(bar.get("width", "")))
        for bar in found
        if bar.get("x")
    ]


def words(figure: Figure) -> list[str]:
    """The visible texts, from the top."""
    return [
        " ".join(line.text or "" for line in text)
        for text in ElementTree.fromstring(figure.svg).iter(f"{SVG}text")
    ]


def test_ranges_share_a_scale_with_the_typical_value_marked(bridges):
    """From 10 to 50: the first bar covers the left half, the second the right three quarters."""
    figure = charts(bridges(ONE, TWO))["toll-range"]
    marks = re.findall(r'<path d="M(\d+) \d+v', figure.svg)

    assert bars(figure) == [(2, 200), (101, 398)]
    assert marks == ["101", "150"]
    assert words(figure) == [
        "Arch: $10–$30, median toll $20",
        "Cable: $20–$50, median toll $25",
    ]


def test_changes_begin_at_a_common_zero(bridges):
    figure = charts(bridges(ONE, TWO))["traffic"]

    assert bars(figure) == [(134, 398), (2, 134)]
    assert words(figure) == ["Arch: growth of 10%", "Cable: a decline of 5%"]


def test_shares_stand_beside_each_other_largest_first(bridges):
    shares = (("one", "steel", "30"), ("one", "stone", "70"), ("two", "steel", "80"), ("two", "stone", "20"))
    figure = charts(bridges(ONE, TWO, shares))["materials"]

    assert words(figure) == ["Arch", "Cable", "Steel: Arch 30%, Cable 80%", "Stone: Arch 70%, Cable 20%"]
    assert [end - start for start, end in bars(figure)] == [148, 396, 346, 99]


def test_the_two_are_told_apart_without_colour(bridges):
    """The first bar of each chart is solid, the second hatched."""
    for figure in charts(bridges(ONE, TWO)).values():
        fills = [bar.get("fill", "") for bar in ElementTree.fromstring(figure.svg).iter(f"{SVG}rect")]
        assert fills == ["#0f8b8d", f"url(#{figure.name}-hatch)"]


@pytest.mark.parametrize(
    "missing, left",
    [
        ((), {"toll-range", "traffic"}),
        (("toll_low",), {"traffic"}),
        (("traffic",), {"toll-range"}),
        (("toll",), {"toll-range", "traffic"}),
        (("toll", "toll_high", "traffic"), set()),
    ],
)
def test_a_chart_needs_what_it_compares_of_both(bridges, missing: tuple[str, ...], left: set[str]):
    """A typical value may be unknown of one; a range or a change may not."""
    known = {name: value for name, value in ONE.items() if name not in missing}

    assert set(charts(bridges(known, TWO))) == left


def test_a_distribution_led_by_what_the_other_lacks_is_not_drawn(bridges):
    shares = (("one", "steel", "30"), ("one", "stone", "10"), ("two", "wood", "80"), ("two", "steel", "15"))
    article = bridges(ONE, TWO, (*shares, ("two", "stone", "5")))

    assert "materials" not in charts(article)


def test_a_label_is_traced_to_its_cells(bridges):
    figure = charts(bridges(ONE, TWO))["toll-range"]
    told = {unescape(figure.svg[span.start : span.end]): span.provenance for span in figure.spans}

    assert told["$10–$30"].raw == "10; 30"
    assert [cell.column for cell in told["$10–$30"].evidence] == ["toll_low", "toll_high"]
    assert [cell.column for cell in told["$25"].evidence] == ["toll"]


def test_a_description_says_what_the_labels_say(bridges):
    for figure in charts(bridges(ONE, TWO)).values():
        assert figure.description.text == " ".join(f"{line}." for line in words(figure))


@given(title=st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=150))
def test_any_title_stands_in_a_chart_as_the_text_it_is(bridges, title: str):
    """Whole, in lines that fit, in well-formed SVG, and never as a template."""
    shown = " ".join(f"x{title}".split())
    for figure in charts(bridges(ONE, TWO, titles=(f"x{title}", "Cable"))).values():
        image = ElementTree.fromstring(figure.svg)
        first = next(image.iter(f"{SVG}text"))
        assert "{{" not in figure.svg
        assert (
            "".join("".join(line.text or "" for line in first).split())
            .lower()
            .startswith("".join(shown.split()).lower())
        )


@given(low=st.integers(0, 10**15), width=st.integers(0, 10**15), change=st.decimals(-100, 10**6, places=1))
def test_any_values_stay_inside_the_image(bridges, low: int, width: int, change: object):
    row = ONE | {
        "toll": str(low),
        "toll_low": str(low),
        "toll_high": str(low + width),
        "traffic": str(change),
    }

    for figure in charts(bridges(row, TWO)).values():
        assert all(0 <= start < end <= 400 for start, end in bars(figure))


def test_long_labels_break_between_words_and_never_inside_a_figure():
    label = (("substance abuse, behavioural disorder, and mental health counsellors ", None), ("17%", None))

    found = ["".join(text for text, _ in line) for line in lines(label)]

    assert found == ["substance abuse, behavioural disorder, and ", "mental health counsellors 17%"]
    assert all(len(line.rstrip()) <= LINE_WIDTH_CHARS for line in found)
