"""Fragments that were read before: the same words, subjects and headings are judged once.

The key is the whole fragment, its layout in the file included but not its place there, and the whole context;
what the data say cannot change under a reader. So a memo can only ever repeat what reading again would find.
"""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.context import Context
from nlg.validator.fragments import Fragment
from nlg.validator.page import Cell, Table, Text

_MAX_ENTRIES = 50_000

Reading = tuple[tuple[Claim, ...], Context]
"""What reading a fragment gives: its claims and the context for the next."""


class Memo:
    """Readings of one reader by fragment and context; spans are kept relative to the fragment's place."""

    __slots__ = ("_readings",)

    def __init__(self) -> None:
        self._readings: dict[tuple[Fragment, Context], Reading] = {}

    def recall(self, fragment: Fragment, context: Context, place: int) -> Reading | None:
        """The reading of a fragment that begins at `place`, or None when it is new."""
        found = self._readings.get((moved(fragment, -place), context))
        if found is None:
            return None
        claims, after = found
        return tuple(_moved_claim(claim, place) for claim in claims), after

    def keep(self, fragment: Fragment, context: Context, place: int, reading: Reading) -> None:
        """Keeps a reading. A memo that is full begins anew, so that its size is bounded."""
        if len(self._readings) >= _MAX_ENTRIES:
            self._readings.clear()
        claims, after = reading
        relative = tuple(_moved_claim(claim, -place) for claim in claims)
        self._readings[moved(fragment, -place), context] = (relative, after)


def place_of(fragment: Fragment) -> int:
    """Where in the file a fragment's first text begins."""
    if isinstance(fragment, Table):
        return fragment.rows[0][0].text.places[0] if fragment.rows[0] else 0
    first = fragment[0] if isinstance(fragment, tuple) else fragment
    return first.text.places[0]


def moved(fragment: Fragment, distance: int) -> Fragment:
    """The same fragment so many characters further on in the file."""
    if isinstance(fragment, Table):
        caption = None if fragment.caption is None else _moved_text(fragment.caption, distance)
        cells: dict[int, Cell] = {}
        for row in fragment.rows:
            for cell in row:
                # A cell that spans several places stays one cell.
                if id(cell) not in cells:
                    cells[id(cell)] = Cell(_moved_text(cell.text, distance), cell.header)
        return Table(tuple(tuple(cells[id(cell)] for cell in row) for row in fragment.rows), caption)
    if isinstance(fragment, tuple):
        return tuple(replace(item, text=_moved_text(item.text, distance), group=0) for item in fragment)
    return replace(fragment, text=_moved_text(fragment.text, distance))


def _moved_text(text: Text, distance: int) -> Text:
    places = tuple(place + distance for place in text.places)
    decoded = tuple((offset, stop + distance) for offset, stop in text.decoded)
    return Text(text.content, text.starts, places, decoded)


def _moved_claim(claim: Claim, distance: int) -> Claim:
    start, end = claim.span
    return replace(claim, span=(start + distance, end + distance))
