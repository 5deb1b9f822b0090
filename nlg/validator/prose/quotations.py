"""Sentences that repeat one of a description word for word."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import Text


def read_quotation(
    reader: Reader, text: Text, place: tuple[int, int], described: tuple[str, ...], context: Context
) -> list[Claim]:
    """What such a sentence claims: that it describes the entity it is about, where the page compares that one.

    `described` are those in whose descriptions it stands. Under the heading of another entity it claims nothing;
    the paragraph as a whole is then checked against what stands above it.
    """
    owner = next((slug for slug in described if slug in (context.focus or context.subjects)), None)
    if owner is None:
        return []
    start, end = place
    start += len(text.content[start:end]) - len(text.content[start:end].lstrip())
    source = reader.dataset.entities[owner].sources.get("description")
    return [
        Claim(
            text.span(start, end), text.content[start:end], "structure", (owner,), "description", None, None,
            (source,) if source else (), "supported", "",
        )
    ]  # fmt: skip
