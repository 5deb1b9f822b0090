"""Lists → claims."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import ListItem
from nlg.validator.prose import read_on


def read_list(reader: Reader, items: tuple[ListItem, ...], context: Context) -> tuple[Claim, ...]:
    """The claims of one list, in page order."""
    claims: list[Claim] = []
    for item in items:
        found, context = read_on(reader, item.text, context)
        claims.extend(found)
    return tuple(claims)
