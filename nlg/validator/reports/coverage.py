"""Coverage for people: one line for each intended claim that was not found again, and the share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nlg.validator.coverage import Coverage
from nlg.validator.reports.places import Places


def write_coverage(coverages: Sequence[Coverage], sources: Mapping[str, str]) -> str:
    """The missing claims with their places, then the share of all; `sources` holds each page's characters."""
    lines: list[str] = []
    for coverage in coverages:
        places = Places(sources[coverage.path])
        for wanted in coverage.missing:
            place = f"{coverage.path}:{places.line(wanted.span[0])}:{places.column(wanted.span[0])}"
            lines.append(f'{place}: not found again: "{" ".join(wanted.text.split())}" [{wanted.attribute}]')
    found = sum(coverage.found for coverage in coverages)
    total = sum(coverage.total for coverage in coverages)
    share = f" ({found / total:.2%})" if total else ""
    lines.append(f"coverage: {found:,} of {total:,} intended claims found again as supported{share}")
    return "\n".join(lines) + "\n"
