"""What a unit measures, told from the way it is written."""

from __future__ import annotations

from functools import cache

CODE_LENGTH = 3


@cache
def is_money(unit: str) -> bool:
    """Whether a unit is an amount of a currency, or a rate of it: "USD", "CAD/hour" (ISO 4217)."""
    code = unit.partition("/")[0]
    return len(code) == CODE_LENGTH and code.isalpha() and code.isupper()
