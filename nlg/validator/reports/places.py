"""Offsets of a file → lines and columns."""

from __future__ import annotations

from bisect import bisect_right


class Places:
    """The lines of one file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0]
        position = source.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = source.find("\n", position + 1)

    def line(self, offset: int) -> int:
        """The one-based line of an offset."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """The one-based column of an offset, in characters."""
        return offset - self._starts[self.line(offset) - 1] + 1

    def line_text(self, line: int) -> str:
        """The characters of a one-based line without its end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._source)
        return self._source[start:end].rstrip("\r\n")
