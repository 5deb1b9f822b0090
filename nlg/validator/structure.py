"""Defects of a page's make-up, whatever its figures say."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import Text


def check_description(reader: Reader, text: Text, context: Context) -> tuple[Claim, ...]:
    """A refuted claim when a paragraph under one entity's heading is the description of another."""
    return ()
