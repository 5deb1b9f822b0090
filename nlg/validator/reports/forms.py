"""The forms that a report may take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from nlg.validator.claim import Report
from nlg.validator.reports.github import write_github
from nlg.validator.reports.html import write_html
from nlg.validator.reports.json import write_json
from nlg.validator.reports.sarif import write_sarif
from nlg.validator.reports.text import write_text

REPORT_FORMATS: Mapping[str, Callable[[Sequence[Report]], str]] = MappingProxyType(
    {
        "text": write_text,
        "json": write_json,
        "sarif": write_sarif,
        "github": write_github,
        "html": write_html,
    }
)
"""Writers by the name that `--format` gives them."""


def render_reports(reports: Sequence[Report], form: str, *, on_terminal: bool = False) -> str:
    """The reports of a run in one form; on a terminal, text shows each finding's line."""
    if form == "text" and on_terminal:
        return write_text(reports, carets=True)
    return REPORT_FORMATS[form](reports)
