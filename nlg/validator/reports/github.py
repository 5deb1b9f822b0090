"""Reports as annotations that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.claim import Claim, Report
from nlg.validator.reports.places import Places
from nlg.validator.reports.text import STATUS_WORDS, finding_text

_LEVELS = {"refuted": "error", "unparsed": "warning", "no_data": "warning"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_github(reports: Sequence[Report]) -> str:
    """One workflow command for each claim that is not supported; nothing when all are."""
    lines: list[str] = []
    for report in reports:
        places = Places(report.source)
        lines.extend(
            _annotation(report, claim, places) for claim in report.claims if claim.verdict != "supported"
        )
    return "".join(f"{line}\n" for line in lines)


def _annotation(report: Report, claim: Claim, places: Places) -> str:
    start, end = claim.span
    line, end_line = places.line(start), places.line(end - 1)
    properties = {"file": report.path, "line": line, "endLine": end_line, "col": places.column(start)}
    if end_line == line:
        # GitHub takes a last column only for an annotation of one line.
        properties["endColumn"] = places.column(end - 1) + 1
    properties["title"] = f"{STATUS_WORDS[claim.verdict]} {claim.kind}"
    listed = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    message = f"{STATUS_WORDS[claim.verdict]}: {finding_text(claim)}"
    return f"::{_LEVELS[claim.verdict]} {listed}::{message.translate(_DATA)}"
