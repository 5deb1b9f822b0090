"""Reports as one page that an editor opens: every article as it reads, every claim marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from nlg.validator.claim import Claim, Report, Status
from nlg.validator.page import Block, Heading, ListItem, Paragraph, Table
from nlg.validator.reading import read_page
from nlg.validator.reports.marking import SIGNS, Marker, sign_of
from nlg.validator.reports.places import Places
from nlg.validator.reports.text import STATUS_WORDS, finding_text, summary_line

_STATUSES: tuple[Status, ...] = ("supported", "refuted", "unparsed", "no_data")
_OPEN_ARTICLES = 3
"""Up to so many articles are all shown unfolded; of more, only those with findings."""


def write_html(reports: Sequence[Report]) -> str:
    """The page: a summary, what was found, then every article with its claims marked."""
    assets = files("nlg.validator.reports")
    style = (assets / "page.css").read_text(encoding="utf-8")
    script = (assets / "page.js").read_text(encoding="utf-8")
    title = f"Validation: {summary_line(reports)}"
    body = "".join(
        _article(
            report, f"a{number}", unfolded=len(reports) <= _OPEN_ARTICLES or report.verdict != "supported"
        )
        for number, report in enumerate(reports)
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header><h1>Validation report</h1>{_totals(reports)}{_legend()}</header>\n"
        f"<main>\n{body}</main>\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _totals(reports: Sequence[Report]) -> str:
    cells = "".join(
        f'<li class="{status}"><b>{sum(report.count(status) for report in reports):,}</b> '
        f"<span>{SIGNS[status]} {STATUS_WORDS[status]}</span></li>"
        for status in _STATUSES
    )
    noun = "article" if len(reports) == 1 else "articles"
    return f'<ul class="totals"><li><b>{len(reports):,}</b> <span>{noun}</span></li>{cells}</ul>'


def _legend() -> str:
    marks = " ".join(
        f'<span class="claim {status}">{STATUS_WORDS[status]}{sign_of(status)}</span>' for status in _STATUSES
    )
    return f'<p class="legend">Marks: {marks}. Point at a mark, or reach it with Tab, to see the cell behind it.</p>'


def _article(report: Report, prefix: str, *, unfolded: bool) -> str:
    page = read_page(report.path, report.source)
    marker = Marker(report.claims, prefix)
    blocks = "".join(_blocks(page.blocks, marker)) + marker.notes(0, len(report.source) + 1)
    subjects = " and ".join(report.subjects)
    about = f" <small>{escape(subjects)}</small>" if subjects else ""
    return (
        f'<details class="article"{" open" if unfolded else ""}><summary>'
        f'<span class="badge {report.verdict}">{SIGNS[report.verdict]} {STATUS_WORDS[report.verdict]}</span> '
        f"<b>{escape(report.path)}</b>{about}</summary>\n"
        f"{_findings(report, marker)}{_counts(report)}"
        f'<article aria-label="{escape(page.title or report.path)}">\n{blocks}</article></details>\n'
    )


def _findings(report: Report, marker: Marker) -> str:
    places = Places(report.source)
    rows = "".join(
        f'<li class="{claim.verdict}"><a href="#{marker.anchor(index)}">'
        f"{places.line(claim.span[0])}:{places.column(claim.span[0])}</a> "
        f"<b>{SIGNS[claim.verdict]} {STATUS_WORDS[claim.verdict]}</b> {escape(finding_text(claim))}</li>"
        for index, claim in enumerate(report.claims)
        if claim.verdict != "supported"
    )
    return f'<ol class="findings" aria-label="Findings">{rows}</ol>' if rows else ""


def _counts(report: Report) -> str:
    """The claims by kind and verdict, kinds in the order in which the page brings them."""
    kinds = tuple(dict.fromkeys(claim.kind for claim in report.claims))
    if not kinds:
        return '<p class="none">No claim was found that the data could settle.</p>'
    head = "".join(f'<th scope="col">{SIGNS[status]} {STATUS_WORDS[status]}</th>' for status in _STATUSES)
    rows = "".join(
        f'<tr><th scope="row">{kind}</th>'
        + "".join(f"<td>{_count(report.claims, kind, status) or '·'}</td>" for status in _STATUSES)
        + "</tr>"
        for kind in kinds
    )
    return (
        f'<details class="counts"><summary>{len(report.claims):,} claims by kind</summary><table><thead><tr>'
        f'<th scope="col">kind</th>{head}</tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _count(claims: Sequence[Claim], kind: str, status: str) -> int:
    return sum(claim.kind == kind and claim.verdict == status for claim in claims)


def _blocks(blocks: Sequence[Block], marker: Marker) -> Iterator[str]:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, ListItem):
            items = [block]
            while index + len(items) < len(blocks):
                following = blocks[index + len(items)]
                if not isinstance(following, ListItem) or following.group != block.group:
                    break
                items.append(following)
            tag = "ol" if block.ordered else "ul"
            start = f' start="{block.number}"' if block.ordered and block.number > 1 else ""
            inner = "".join(f"<li>{marker.mark(item.text)}</li>" for item in items)
            yield marker.notes(0, items[-1].text.place(0) + 1) + f"<{tag}{start}>{inner}</{tag}>\n"
            index += len(items)
            continue
        index += 1
        if isinstance(block, Heading):
            level = min(block.level + 2, 6)
            yield f"<h{level}>{marker.mark(block.text)}</h{level}>\n"
        elif isinstance(block, Paragraph):
            yield f"<p>{marker.mark(block.text)}</p>\n"
        else:
            yield _table(block, marker)


def _table(table: Table, marker: Marker) -> str:
    caption = f"<caption>{marker.mark(table.caption)}</caption>" if table.caption else ""
    rows = "".join(
        "<tr>"
        + "".join(
            f'<th scope="{"col" if all(other.header for other in row) else "row"}">{marker.mark(cell.text)}</th>'
            if cell.header
            else f"<td>{marker.mark(cell.text)}</td>"
            for cell in row
        )
        + "</tr>"
        for row in table.rows
    )
    return f'<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>{caption}{rows}</table></div>\n'
