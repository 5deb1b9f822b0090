"""Reports as SARIF 2.1.0, which code hosts and editors show as findings."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from urllib.parse import quote

import orjson

from nlg import __version__
from nlg.validator.claim import Claim, Report
from nlg.validator.reports.places import Places
from nlg.validator.reports.text import STATUS_WORDS, finding_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"refuted": "error", "unparsed": "warning", "no_data": "note"}
_KINDS = {
    "value": "A figure or name that the data hold",
    "range": "A range of two figures",
    "bound": "One end of a range",
    "comparison": "Who has more",
    "difference": "How much more",
    "ratio": "How many times as much",
    "similarity": "That two are alike",
    "trend": "That something grows or shrinks",
    "share": "A part of a whole",
    "ranking": "A place among several",
    "list": "The items of a list",
    "shared": "What two have in common",
    "superlative": "What is first of its kind",
    "structure": "The make-up of the page",
}


def write_sarif(reports: Sequence[Report]) -> str:
    """All claims of a run that are not supported, with one rule for each kind of claim."""
    rules = tuple(_KINDS)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "nlg validate",
                        "semanticVersion": __version__,
                        "rules": [
                            {
                                "id": kind,
                                "name": kind.capitalize(),
                                "shortDescription": {"text": f"{_KINDS[kind]}."},
                                "defaultConfiguration": {"level": "error"},
                            }
                            for kind in rules
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [
                    {
                        "location": _location(report.path),
                        "mimeType": _mime_type(report.path),
                        "encoding": "utf-8",
                    }
                    for report in reports
                ],
                "results": [
                    _result(report, index, claim, places, rules)
                    for index, report in enumerate(reports)
                    for places in [Places(report.source)]
                    for claim in report.claims
                    if claim.verdict != "supported"
                ],
            }
        ],
    }
    return orjson.dumps(log, option=orjson.OPT_INDENT_2).decode() + "\n"


def _result(
    report: Report, artifact: int, claim: Claim, places: Places, rules: tuple[str, ...]
) -> dict[str, object]:
    start, end = claim.span
    return {
        "ruleId": claim.kind,
        "ruleIndex": rules.index(claim.kind),
        "kind": "fail",
        "level": _LEVELS[claim.verdict],
        "message": {"text": f"{STATUS_WORDS[claim.verdict]}: {finding_text(claim)}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {**_location(report.path), "index": artifact},
                    "region": {
                        "startLine": places.line(start),
                        "startColumn": places.column(start),
                        "endLine": places.line(end - 1),
                        "endColumn": places.column(end - 1) + 1,
                        "charOffset": start,
                        "charLength": end - start,
                        "snippet": {"text": report.source[start:end]},
                    },
                }
            }
        ],
        "partialFingerprints": {"claim/v1": _fingerprint(claim)},
        "properties": {
            "verdict": claim.verdict,
            "subjects": claim.subjects,
            "attribute": claim.attribute,
            "stated": claim.stated,
            "expected": claim.expected,
            "source": [f"{cell.resource} {cell.slug}.{cell.column}" for cell in claim.source],
        },
    }


def _location(path: str) -> dict[str, object]:
    """A path as a URI reference, relative paths staying relative; standard input gets a name."""
    if path == "-":
        return {"uri": "stdin"}
    pure = PurePath(path)
    return {"uri": pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())}


def _mime_type(path: str) -> str:
    ending = PurePath(path).suffix.lower()
    return {".html": "text/html", ".htm": "text/html", ".txt": "text/plain"}.get(ending, "text/markdown")


def _fingerprint(claim: Claim) -> str:
    """What makes a finding the same one after lines above it have moved."""
    parts = (claim.kind, claim.verdict, *claim.subjects, claim.attribute, claim.text)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
