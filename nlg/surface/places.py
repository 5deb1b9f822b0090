"""Where the keys of a TOML file stand, for findings that an author can jump to."""

from __future__ import annotations

import re
from collections.abc import Mapping

Places = Mapping[str, tuple[int, int]]
"""By dotted key, the line and column where its entry begins."""

_HEADER = re.compile(r"^\s*\[([^\[\]]+)\]")
_KEY = re.compile(r"^\s*([\w\"'-]+(?:\.[\w\"'-]+)*)\s*=")


def key_places(text: str) -> Places:
    """The places of a file's tables and keys."""
    places: dict[str, tuple[int, int]] = {}
    prefix = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            prefix = f"{header[1].strip()}."
            places.setdefault(header[1].strip(), (number, header.start(1) + 1))
        elif key := _KEY.match(line):
            places.setdefault(prefix + key[1].strip("\"'"), (number, key.start(1) + 1))
    return places


def place_of(path: str, places: Places) -> tuple[int, int]:
    """Where a key stands, or the nearest table around it."""
    while path not in places and "." in path:
        path = path.rpartition(".")[0]
    return places.get(path, (0, 0))
