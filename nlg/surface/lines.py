"""Lines of the grammar with named places, taken apart once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter

LINES = 1024
"""More than a grammar has."""


@lru_cache(maxsize=LINES)
def pieces(line: str) -> tuple[tuple[str, bool], ...]:
    """A line as literal text and the names of its places (True), in order."""
    found: list[tuple[str, bool]] = []
    for literal, name, _, _ in Formatter().parse(line):
        if literal:
            found.append((literal, False))
        if name is not None:
            found.append((name, True))
    return tuple(found)


@lru_cache(maxsize=LINES)
def _compiled(line: str) -> tuple[Callable[..., str], tuple[str, ...]]:
    """What fills the line in one go, and the names of its places in order."""
    parts = pieces(line)
    text = "".join(
        "{}" if is_place else part.replace("{", "{{").replace("}", "}}") for part, is_place in parts
    )
    return text.format, tuple(part for part, is_place in parts if is_place)


def fill(line: str, values: Mapping[str, str]) -> str:
    """A line of the grammar with its named places filled; the values are never read as lines."""
    filler, names = _compiled(line)
    return filler(*[values[name] for name in names])
