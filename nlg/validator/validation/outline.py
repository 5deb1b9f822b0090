"""The headings above the place that has been reached in a page, and what they say to the blocks below."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlg.validator.cells.labels import find_topic
from nlg.validator.cells.mentions import subjects_in
from nlg.validator.context import Context, Discourse, Reader
from nlg.validator.lists.kinds import with_lead
from nlg.validator.page import Heading, Paragraph
from nlg.validator.validation.fragments import Fragment

_SOURCES = re.compile(
    r"\b(?:sources?|references|methods?|methodology|about (?:the|this|our) (?:data|figures|page)|notes)\b",
    re.IGNORECASE,
)
_MAX_SOURCES_WORDS = 7
_MAX_LEAD_WORDS = 12
"""A paragraph of fewer words announces the list below it even without a colon."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What one heading says to the blocks below it."""

    level: int
    text: str
    focus: tuple[str, ...]
    topic: str
    is_about_sources: bool = False


class Outline:
    """The headings above the place that has been reached, and the line before it."""

    def __init__(self, reader: Reader, subjects: tuple[str, ...], speaker: str = "") -> None:
        self._reader = reader
        self._subjects = subjects
        self._speaker = speaker
        self._levels: list[_Level] = []
        self._lead = ""

    def enter(self, heading: Heading) -> None:
        """Goes below a heading: it closes those of its own level and deeper."""
        text = heading.text.content
        self._levels = [level for level in self._levels if level.level < heading.level]
        outer = self._levels[-1] if self._levels else _Level(0, "", (), "")
        named = subjects_in(self._reader, text, self._subjects)
        focus = outer.focus if not named else named if len(named) == 1 else ()
        topic = find_topic(self._reader, text) or outer.topic
        is_short = heading.level > 1 and text.count(" ") < _MAX_SOURCES_WORDS and not named
        is_about_sources = is_short and bool(_SOURCES.search(text))
        self._levels.append(_Level(heading.level, text, focus, topic, is_about_sources))
        self._lead = ""

    def note(self, fragment: Fragment) -> None:
        """Remembers the words just above what comes next, if they announce it."""
        self._lead = ""
        if isinstance(fragment, Paragraph | tuple):
            text = fragment.text.content if isinstance(fragment, Paragraph) else fragment[-1].text.content
            if text.endswith(":"):
                self._lead = text[max(text.rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1 :].strip()
            elif text.count(" ") < _MAX_LEAD_WORDS and (
                isinstance(fragment, Paragraph) or len(subjects_in(self._reader, text, self._subjects)) == 1
            ):
                self._lead = text

    def is_about_sources(self) -> bool:
        """Whether the headings announce sources and methods, whose dates and numbers claim nothing."""
        return any(level.is_about_sources for level in self._levels)

    def context(self) -> Context:
        """What is known at this place before anything is read there."""
        top = self._levels[-1] if self._levels else _Level(0, "", (), "")
        headings = tuple(level.text for level in self._levels)
        asked = top.text if top.text.rstrip().endswith("?") else ""
        return Context(
            self._subjects, top.focus, top.topic, headings, Discourse(question=asked), self._speaker
        )

    def context_of_table(self, context: Context) -> Context:
        """What is known before a table is read: whom alone the line above it names."""
        named = subjects_in(self._reader, self._lead, self._subjects)
        return replace(context, focus=named) if len(named) == 1 else context

    def context_of_list(self, context: Context) -> Context:
        """What is known before a list is read: the line above it goes before the headings."""
        named = subjects_in(self._reader, self._lead, self._subjects)
        focus = context.focus if not named else named if len(named) == 1 else ()
        topic = find_topic(self._reader, self._lead) or context.topic
        return with_lead(replace(context, focus=focus, topic=topic), self._lead)
