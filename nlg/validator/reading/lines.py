"""Lines of a file with their places, as the block readers pass them on."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Line(NamedTuple):
    """One line of the file without its end, or what is left of it inside a list or quotation."""

    text: str
    place: int
    """The file offset of the first character of `text`."""
    lazy: bool = False
    """Whether it carries on the paragraph above without the marks of the list or quotation around that."""

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text or self.text.isspace()

    def after(self, width: int) -> Line:
        """The line without its first `width` characters."""
        return Line(self.text[width:], self.place + width, self.lazy)

    def indent(self, column: int = 0) -> int:
        """The width of the leading white space in columns, tab stops every four; the line begins at `column`."""
        at = column
        for character in self.text:
            if character == " ":
                at += 1
            elif character == "\t":
                at += 4 - at % 4
            else:
                break
        return at - column

    def dedent(self, columns: int, column: int = 0) -> Line:
        """The line without up to `columns` columns of leading white space; it begins at `column`."""
        at = column
        for index, character in enumerate(self.text):
            if at - column >= columns or character not in " \t":
                return self.after(index)
            at += 1 if character == " " else 4 - at % 4
        return self.after(len(self.text))


def split_lines(source: str, start: int = 0) -> list[Line]:
    """The lines from `start` on; a line ends at a newline, a carriage return, or both."""
    lines = []
    while start < len(source):
        newline = source.find("\n", start)
        stop = len(source) if newline < 0 else newline
        end = stop - 1 if stop > start and source[stop - 1] == "\r" else stop
        lines.append(Line(source[start:end], start))
        start = stop + 1
    return lines


class Passage:
    """Several lines read as one string, with the way back to the file."""

    __slots__ = ("_anchors", "_places", "text")

    def __init__(self, lines: list[Line]) -> None:
        anchors: list[int] = []
        places: list[int] = []
        length = 0
        for line in lines:
            anchors.append(length)
            places.append(line.place)
            length += len(line.text) + 1
        self.text = "\n".join(line.text for line in lines)
        self._anchors = anchors
        self._places = places

    def place(self, offset: int) -> int:
        """The file offset of one character of `text`."""
        index = bisect_right(self._anchors, offset) - 1
        return self._places[index] + offset - self._anchors[index]

    def stretches(self, start: int, end: int) -> list[tuple[str, int]]:
        """The characters of `text[start:end]` in stretches that are contiguous in the file."""
        index = bisect_right(self._anchors, start) - 1
        found = []
        while start < end:
            stop = self._anchors[index + 1] if index + 1 < len(self._anchors) else end
            stop = min(stop, end)
            found.append((self.text[start:stop], self._places[index] + start - self._anchors[index]))
            start = stop
            index += 1
        return found
