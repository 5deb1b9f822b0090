"""Reports as JSON, the form that other programs may rely on."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from nlg.validator.claim import Claim, Report, Status
from nlg.validator.reports.places import Places

STATUSES: tuple[Status, ...] = ("supported", "refuted", "no_data", "unparsed")


def report_data(report: Report) -> dict[str, object]:
    """One article's report as plain data."""
    places = Places(report.source)
    return {
        "path": report.path,
        "subjects": report.subjects,
        "verdict": report.verdict,
        "counts": {status: report.count(status) for status in STATUSES},
        "claims": [_claim_data(claim, places.line(claim.span[0])) for claim in report.claims],
    }


def write_json(reports: Iterable[Report]) -> str:
    """All reports of a run as one JSON document."""
    data = {"articles": [report_data(report) for report in reports]}
    return orjson.dumps(data, option=orjson.OPT_INDENT_2).decode() + "\n"


def _claim_data(claim: Claim, line: int) -> dict[str, object]:
    return {
        "span": claim.span,
        "line": line,
        "text": claim.text,
        "kind": claim.kind,
        "subjects": claim.subjects,
        "attribute": claim.attribute,
        "stated": claim.stated,
        "expected": claim.expected,
        "source": [
            {"resource": cell.resource, "slug": cell.slug, "column": cell.column} for cell in claim.source
        ],
        "verdict": claim.verdict,
        "message": claim.message,
    }
