"""Where in a JSON text a value stands, for messages that point at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a JSON document to a value."""

_decoder = JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\n\r]*")


def _past_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _members(text: str, start: int) -> Iterator[tuple[str | int, int, int]]:
    """The key of each member with the offsets of key and value; an element's key is its index."""
    closing = {"{": "}", "[": "]"}.get(text[start])
    if closing is None:
        return
    offset = _past_space(text, start + 1)
    index = 0
    while text[offset] != closing:
        key: str | int = index
        key_offset = offset
        if closing == "}":
            key, offset = _decoder.raw_decode(text, offset)
            offset = _past_space(text, _past_space(text, offset) + 1)
        yield key, key_offset, offset
        _, offset = _decoder.raw_decode(text, offset)
        offset = _past_space(text, offset)
        if text[offset] == ",":
            offset = _past_space(text, offset + 1)
        index += 1


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def repeated_keys(text: str) -> list[tuple[str, int, int]]:
    """The keys that an object of a JSON text gives again, each with its line and column."""
    found: list[tuple[str, int, int]] = []
    waiting = [_past_space(text, 0)]
    while waiting:
        seen: set[str | int] = set()
        for key, key_offset, value_offset in _members(text, waiting.pop()):
            if key in seen:
                found.append((str(key), *_line_and_column(text, key_offset)))
            seen.add(key)
            waiting.append(value_offset)
    return found


def place(text: str, path: Path, *, of_key: bool = False) -> tuple[int, int]:
    """The one-based line and character column of the value at `path`, or of its key.

    `text` must be valid JSON. Where the path leads nowhere, the place of the last value on the
    way: a missing key is reported at the object that should have held it. Of a key given twice,
    the second counts, as it does for `json.loads`.
    """
    offset = _past_space(text, 0)
    for number, step in enumerate(path, 1):
        found = [(at, value) for key, at, value in _members(text, offset) if key == step]
        if not found:
            break
        key_offset, value_offset = found[-1]
        offset = key_offset if of_key and number == len(path) else value_offset
    return _line_and_column(text, offset)
