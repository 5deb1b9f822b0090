"""Reads a published page back and checks every claim in it against the data; knows nothing of the writer."""

from nlg.validator.claim import Claim, Report
from nlg.validator.context import Context, Reader, compile_reader
from nlg.validator.coverage import Coverage
from nlg.validator.prose.memo import Memo
from nlg.validator.validation import validate_page, validate_text

__all__ = [
    "Claim",
    "Context",
    "Coverage",
    "Memo",
    "Reader",
    "Report",
    "compile_reader",
    "validate_page",
    "validate_text",
]
