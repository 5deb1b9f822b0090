"""Where in a JSON text a value stands, for messages that point at it."""

from __future__ import annotations

import re
from json import JSONDecoder

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a JSON document to a value."""

_decoder = JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\n\r]*")


def _past_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _step(text: str, start: int, step: str | int) -> tuple[int, int] | None:
    """The offsets of a member's key and value; an element's are the same."""
    closing = {"{": "}", "[": "]"}.get(text[start])
    if closing is None:
        return None
    offset = _past_space(text, start + 1)
    index = 0
    found = None
    while text[offset] != closing:
        key: str | int = index
        key_offset = offset
        if closing == "}":
            key, offset = _decoder.raw_decode(text, offset)
            offset = _past_space(text, _past_space(text, offset) + 1)
        if key == step:
            found = key_offset, offset
        _, offset = _decoder.raw_decode(text, offset)
        offset = _past_space(text, offset)
        if text[offset] == ",":
            offset = _past_space(text, offset + 1)
        index += 1
    return found


def place(text: str, path: Path, *, of_key: bool = False) -> tuple[int, int]:
    """The one-based line and character column of the value at `path`, or of its key.

    `text` must be valid JSON. Where the path leads nowhere, the place of the last value on the
    way: a missing key is reported at the object that should have held it. Of a key given twice,
    the second counts, as it does for `json.loads`.
    """
    offset = _past_space(text, 0)
    for number, step in enumerate(path, 1):
        found = _step(text, offset, step)
        if found is None:
            break
        offset = found[0] if of_key and number == len(path) else found[1]
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
