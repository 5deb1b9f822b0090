"""Validation reports as text, JSON, SARIF, GitHub annotations and a page to read."""

from nlg.validator.reports.coverage import write_coverage
from nlg.validator.reports.forms import REPORT_FORMATS, render_reports

__all__ = ["REPORT_FORMATS", "render_reports", "write_coverage"]
