"""A drawing in the making: rows of words and bars as SVG, and where on it each figure's source stands.

The image is read inside a page and alone, by day and by night, in colour and without: its own style
follows the reader's scheme, and the second of two bars is hatched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlg.surface.article import Origin, Span
from nlg.surface.markup import escape, special

Words = tuple[tuple[str, Origin | None], ...]
"""Text in pieces; a piece with an origin is a figure or a value and stays on one line."""

WIDTH = 400
LINE = 20
"""Units from one line of text to the next."""
BAR = 13
GAP = 14
"""Between rows."""
LINE_WIDTH_CHARS = 44
"""Characters that fit beside each other in a wide typeface."""
FIRST, SECOND = "#0f8b8d", "#c2603a"
"""Three to one, or better, against paper that is almost white and almost black."""
_STYLE = (
    "<style>.chart{color:#1f2328;font:15px system-ui,sans-serif}"
    "@media (prefers-color-scheme:dark){.chart{color:#e4e6e9} }</style>"
)
_WORD = re.compile(rf"\S{{1,{LINE_WIDTH_CHARS}}}\s*|\s+")


@dataclass(slots=True)
class Drawing:
    """Collects the parts of one image from top to bottom."""

    name: str
    """Distinguishes its ids from those of the other images on a page."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    bottom: int = 0
    """How far down it has come."""

    def raw(self, markup: str) -> None:
        """Appends markup."""
        self.parts.append(markup)
        self.length += len(markup)

    def words(self, words: Words) -> None:
        """Appends text, made harmless, and notes where figures came to stand."""
        start = self.length
        for text, origin in words:
            shown = escape(text) if special(text) else text
            self.parts.append(shown)
            end = start + len(shown)
            if origin is not None:
                self.spans.append(Span(start, end, origin))
            start = end
        self.length = start

    def open(self, title: str, description: str) -> None:
        """Begins the image: what it is called and what it says, for those who do not see it."""
        name = self.name
        self.raw(f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {WIDTH} ')
        self.parts.append("")
        self.raw(
            f'" fill="currentColor" aria-labelledby="{name}-title {name}-desc">{_STYLE}'
            f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
            f'<pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><path d="M0 0V6" stroke="{SECOND}" stroke-width="6"/></pattern>'
        )

    def text(self, heading: Words, detail: Words) -> None:
        """A row's words, the heading in bold on lines of its own."""
        self.raw("<text>")
        for words, weight in ((heading, ' font-weight="600"'), (detail, "")):
            for line in lines(words):
                self.bottom += LINE
                self.raw(f'<tspan x="0" y="{self.bottom - 5}"{weight}>')
                self.words(line)
                self.raw("</tspan>")
        self.raw("</text>")

    def key(self, index: int, words: Words) -> None:
        """A line of the legend: how the bars of one of the two look."""
        self.raw(f'<rect y="{self.bottom + 3}" width="{BAR}" height="{BAR}" {self.fill(index)}/><text>')
        for line in lines(words):
            self.bottom += LINE
            self.raw(f'<tspan x="20" y="{self.bottom - 5}">')
            self.words(line)
            self.raw("</tspan>")
        self.raw("</text>")

    def bar(self, index: int, start: int, end: int) -> None:
        """A bar of one of the two, at least wide enough to be seen."""
        left, width = min(start, end), max(abs(end - start), 2)
        place = f'x="{left}" y="{self.bottom + 2}" width="{width}" height="{BAR}"'
        self.raw(f"<rect {place} {self.fill(index)}/>")

    def mark(self, place: int) -> None:
        """A line across the bar."""
        self.raw(f'<path d="M{place} {self.bottom - 1}v{BAR + 6}" stroke="currentColor" stroke-width="3"/>')

    def advance(self, units: int) -> None:
        """Leaves room below."""
        self.bottom += units

    def fill(self, index: int) -> str:
        """How the bars of the first or the second look."""
        if index == 0:
            return f'rx="2" fill="{FIRST}"'
        return f'rx="2" fill="url(#{self.name}-hatch)" stroke="{SECOND}"'

    def close(self) -> tuple[str, tuple[Span, ...]]:
        """The image, whose height is known by now, and the spans in it."""
        self.raw("</svg>")
        height = str(self.bottom)
        self.parts[1] = height
        moved = tuple(
            Span(start + len(height), end + len(height), origin) for start, end, origin in self.spans
        )
        return "".join(self.parts), moved


def lines(words: Words) -> Iterator[Words]:
    """The words in lines that fit."""
    if sum(len(text) for text, _ in words) <= LINE_WIDTH_CHARS:
        if words:
            yield words
        return
    line: list[tuple[str, Origin | None]] = []
    width = 0
    for text, origin in words:
        for piece in (text,) if origin is not None else _WORD.findall(text):
            needed = len(piece.rstrip())
            if line and width + needed > LINE_WIDTH_CHARS and piece[:1].isalnum():
                yield tuple(line)
                line, width = [], 0
            line.append((piece, origin))
            width += len(piece)
    yield tuple(line)
