"""Running text → judged claims."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import Text


def read_prose(reader: Reader, text: Text, context: Context) -> tuple[Claim, ...]:
    """The claims of one paragraph, in page order."""
    return read_on(reader, text, context)[0]


def read_on(reader: Reader, text: Text, context: Context) -> tuple[tuple[Claim, ...], Context]:
    """The claims of one paragraph and the context in which the next of the same section is read."""
    return (), context
