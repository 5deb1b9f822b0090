"""Visible text put together from stretches of a file, white space folded, offsets kept."""

from __future__ import annotations

import re

from nlg.validator.page import Text

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_FOLD = re.compile(rf"\s+|[{_INVISIBLE}]+")
_NEEDS_FOLDING = re.compile(rf"\s\s|[^\S ]|[{_INVISIBLE}]")


class Pieces:
    """A text in the making: stretches of the file in reading order."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[tuple[str, int, int]] = []

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add(self, characters: str, place: int) -> None:
        """Adds characters that stand in the file as they are, from `place` on."""
        if characters:
            self._pieces.append((characters, place, -1))

    def add_decoded(self, characters: str, place: int, stop: int) -> None:
        """Adds what the file spells otherwise, as an entity or an escape, in `[place, stop)`."""
        self._pieces.append((characters, place, stop))

    def break_word(self, place: int) -> None:
        """Adds the space that a reader sees where the file has markup, such as a line break."""
        self._pieces.append((" ", place, -1))

    def text(self) -> Text:
        """The folded text; its `content` is empty when nothing visible was added."""
        pieces = self._pieces
        if len(pieces) == 1 and pieces[0][2] < 0 and not _NEEDS_FOLDING.search(pieces[0][0]):
            characters, place, _ = pieces[0]
            trimmed = characters.lstrip(" ")
            return Text(trimmed.rstrip(" "), (0,), (place + len(characters) - len(trimmed),))
        return _fold(pieces)


def _fold(pieces: list[tuple[str, int, int]]) -> Text:
    content: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    decoded: list[tuple[int, int]] = []
    length = 0
    expected = -1
    after_space = True

    def emit(characters: str, place: int) -> None:
        nonlocal length, expected
        if place != expected:
            starts.append(length)
            places.append(place)
        content.append(characters)
        length += len(characters)
        expected = place + len(characters)

    for characters, place, stop in pieces:
        position = 0
        for found in _FOLD.finditer(characters):
            if found.start() > position:
                emit(characters[position : found.start()], place if stop >= 0 else place + position)
                after_space = False
            if found[0][0].isspace() and not after_space:
                emit(" ", place if stop >= 0 else place + found.start())
                after_space = True
            position = found.end()
        if position < len(characters):
            rest = characters[position:]
            if stop < 0:
                emit(rest, place + position)
            else:
                for character in rest:
                    emit(character, place)
                    decoded.append((length - 1, stop))
                    expected = -1
            after_space = False
    if content and content[-1] == " ":
        content.pop()
        length -= 1
        if starts[-1] == length and len(starts) > 1:
            starts.pop()
            places.pop()
    if not starts:
        starts, places = [0], [pieces[0][1] if pieces else 0]
    return Text("".join(content), tuple(starts), tuple(places), tuple(decoded))


def fold_text(characters: str, place: int) -> Text:
    """The folded text of one stretch of the file."""
    pieces = Pieces()
    pieces.add(characters, place)
    return pieces.text()
