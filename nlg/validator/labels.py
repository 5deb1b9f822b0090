"""Labels of table rows, columns and sections → what they measure."""

from __future__ import annotations

from nlg.validator.context import Reader


def find_topic(reader: Reader, heading: str) -> str:
    """The concept or child resource that a heading is about, or empty."""
    return ""
