"""What other people's libraries know of English, asked only when our own rules have no answer."""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import Any


@cache
def _engine() -> Any:
    """inflect, imported with a stand-in for typeguard, which would compile it anew for two seconds.

    The stand-in can go when inflect no longer decorates its functions with `typechecked`.
    """
    absent = "typeguard" not in sys.modules
    if absent:
        stand_in: Any = ModuleType("typeguard")
        stand_in.typechecked = lambda function=None, **_: function if function else (lambda inner: inner)
        sys.modules["typeguard"] = stand_in
    try:
        import inflect
    finally:
        if absent:
            del sys.modules["typeguard"]
    return inflect.engine()


@cache
def foreign_plural(word: str) -> str:
    """The plural that inflect gives a borrowed noun; empty when it does not know one."""
    plural = str(_engine().plural_noun(word) or "")
    return plural if plural.isalpha() else ""
