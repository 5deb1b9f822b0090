"""The driver: a page → its report.

Passes out a `Report`: who is compared, and the claims of every block read under its headings, in page order.
"""

from nlg.validator.validation.pages import count_supported, validate_page, validate_text

__all__ = ["count_supported", "validate_page", "validate_text"]
