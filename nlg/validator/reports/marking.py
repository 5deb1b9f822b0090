"""A text with its claims marked, as HTML that says each verdict in words, signs and colours."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from nlg.validator.claim import Claim
from nlg.validator.page import Text
from nlg.validator.reports.text import STATUS_WORDS

SIGNS = {"supported": "✓", "refuted": "✗", "unparsed": "?", "no_data": "∅"}
"""What marks a verdict for those who do not see its colour."""


class Marker:
    """Marks the claims of one article, each at the first text that holds it, and remembers which it has marked."""

    def __init__(self, claims: Sequence[Claim], prefix: str) -> None:
        self._claims = tuple(enumerate(claims))
        self._prefix = prefix
        self._marked: set[int] = set()

    def anchor(self, index: int) -> str:
        """The id of a claim's mark."""
        return f"{self._prefix}-{index}"

    def mark(self, text: Text) -> str:
        """The text as HTML, the claims that lie within it marked."""
        if not text.content:
            return ""
        placed = []
        for index, claim in self._claims:
            if index not in self._marked and (span := _within(text, claim)):
                placed.append((span[0], -span[1], index, claim))
                self._marked.add(index)
        parts: list[str] = []
        self._write(text.content, 0, len(text.content), sorted(placed, key=lambda entry: entry[:3]), parts)
        return "".join(parts)

    def notes(self, start: int, end: int) -> str:
        """The claims that begin in `[start, end)` of the file and that no text could hold, as notes."""
        notes = []
        for index, claim in self._claims:
            if index not in self._marked and start <= claim.span[0] < end:
                self._marked.add(index)
                notes.append(
                    f'<p class="note {claim.verdict}" id="{self.anchor(index)}" tabindex="-1">{_badge(claim)} '
                    f"{tip_text(claim)}</p>"
                )
        return "".join(notes)

    def _write(
        self, content: str, start: int, end: int, placed: list[tuple[int, int, int, Claim]], parts: list[str]
    ) -> None:
        """Writes `content[start:end]` with its marks, those inside a mark nested in it."""
        position = start
        while placed:
            first, negative_last, index, claim = placed.pop(0)
            last = min(-negative_last, end)
            first = max(first, position)
            if first >= last:
                # Two claims that overlap without one holding the other: the later keeps what is left of it.
                parts.append(self._opening(index, claim) + self._closing(index, claim))
                continue
            parts.append(escape(content[position:first]))
            inner = [entry for entry in placed if entry[0] < last]
            del placed[: len(inner)]
            parts.append(self._opening(index, claim))
            self._write(content, first, last, inner, parts)
            parts.append(self._closing(index, claim))
            position = last
        parts.append(escape(content[position:end]))

    def _opening(self, index: int, claim: Claim) -> str:
        anchor = self.anchor(index)
        return (
            f'<span class="claim {claim.verdict}" id="{anchor}" tabindex="0" role="note" '
            f'aria-describedby="{anchor}-tip">'
        )

    def _closing(self, index: int, claim: Claim) -> str:
        return (
            f'{sign_of(claim.verdict)}<span class="tip" role="tooltip" id="{self.anchor(index)}-tip">{_badge(claim)} '
            f"{tip_text(claim)}</span></span>"
        )


def sign_of(status: str) -> str:
    """The sign behind a mark; what is supported needs none."""
    return "" if status == "supported" else f'<span class="sign">{SIGNS[status]}</span>'


def tip_text(claim: Claim) -> str:
    """What a claim is about, what it says, what the data say, and the cells."""
    about = ", ".join(claim.subjects)
    parts = [
        f"<b>{escape(claim.kind)}</b> {escape(' · '.join(part for part in (about, claim.attribute) if part))}"
    ]
    if claim.message:
        parts.append(f"<br>{escape(claim.message)}")
    parts.extend(
        f"<code>{escape(cell.resource)} {escape(cell.slug)}.{escape(cell.column)}"
        f"{f' · {escape(cell.file)}:{cell.line}' if cell.file and cell.line else ''}</code>"
        for cell in claim.source[:6]
    )
    return " ".join(parts)


def _badge(claim: Claim) -> str:
    return f'<span class="badge {claim.verdict}">{SIGNS[claim.verdict]} {STATUS_WORDS[claim.verdict]}</span>'


def _within(text: Text, claim: Claim) -> tuple[int, int] | None:
    """Where in a text's content a claim lies, or None when it is not all in there."""
    start, end = claim.span
    first, last = text.span(0, len(text.content))
    if start < first or end > last:
        return None
    begin = next((offset for offset in range(len(text.content)) if text.place(offset) >= start), None)
    if begin is None:
        return None
    stop = begin
    while stop < len(text.content) and text.place(stop) < end:
        stop += 1
    return (begin, stop) if stop > begin else None
