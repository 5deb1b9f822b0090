"""Validation reports as text, JSON, SARIF, GitHub annotations and a page to read."""

from nlg.validator.reports.forms import REPORT_FORMATS, render_reports

__all__ = ["REPORT_FORMATS", "render_reports"]
