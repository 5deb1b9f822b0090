"""Tables → claims."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.page import Table


def read_table(reader: Reader, table: Table, context: Context) -> tuple[Claim, ...]:
    """The claims of one table, row by row."""
    return ()
