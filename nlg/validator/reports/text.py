"""Reports for people at a terminal: one finding a line, and a line of sums."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.claim import Claim, Report
from nlg.validator.reports.places import Places

STATUS_WORDS = {
    "supported": "supported",
    "refuted": "refuted",
    "no_data": "no data",
    "unparsed": "unparsed",
}
_MAX_QUOTE_CHARS = 100
_CARET_WIDTH_CHARS = 120


def write_text(reports: Sequence[Report], *, carets: bool = False) -> str:
    """Every claim that is not supported, one a line, and a summary; with `carets` each with its source line."""
    lines: list[str] = []
    for report in reports:
        places = Places(report.source)
        for claim in report.claims:
            if claim.verdict != "supported":
                lines.append(finding_line(report, claim, places))
                if carets:
                    lines.extend(_caret_lines(claim, places))
    lines.append(summary_line(reports))
    return "\n".join(lines) + "\n"


def finding_line(report: Report, claim: Claim, places: Places) -> str:
    """`path:line:column: verdict: what it says; what the data say [resource slug.column]`."""
    place = f"{report.path}:{places.line(claim.span[0])}:{places.column(claim.span[0])}"
    return f"{place}: {claim.verdict}: {finding_text(claim)}"


def finding_text(claim: Claim) -> str:
    """What the page says, what the data say, and the cells that say it."""
    says = f'"{_shortened(" ".join(claim.text.split()))}"'
    if claim.message.startswith("says "):
        says = claim.message
    elif claim.message:
        says = f"{says}; {claim.message}"
    cells = ", ".join(f"{cell.resource} {cell.slug}.{cell.column}" for cell in claim.source)
    return f"{says} [{cells}]" if cells else says


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _MAX_QUOTE_CHARS else f"{quote[: _MAX_QUOTE_CHARS - 1].rstrip()}…"


def summary_line(reports: Sequence[Report]) -> str:
    """How many articles and claims, and how many of each verdict."""
    claims = sum(len(report.claims) for report in reports)
    sums = [
        f"{count:,} {STATUS_WORDS[status]}"
        for status in ("supported", "refuted", "no_data", "unparsed")
        if (count := sum(report.count(status) for report in reports)) or status == "supported"
    ]
    articles = f"{len(reports):,} article{'' if len(reports) == 1 else 's'}"
    return f"{articles}, {claims:,} claim{'' if claims == 1 else 's'}: {', '.join(sums)}"


def _caret_lines(claim: Claim, places: Places) -> list[str]:
    """The line of the file, cut to a terminal's width around the claim, and carets below it."""
    start, end = claim.span
    line = places.line_text(places.line(start)).replace("\t", " ")
    column = places.column(start) - 1
    width = max(1, min(end - start, len(line) - column))
    cut = 0
    if column + width > _CARET_WIDTH_CHARS:
        cut = max(0, min(column - 20, len(line) - _CARET_WIDTH_CHARS))
    shown = line[cut : cut + _CARET_WIDTH_CHARS]
    width = max(1, min(width, len(shown) - (column - cut)))
    return [f"    {shown}", f"    {' ' * (column - cut)}{'^' * width}"]
