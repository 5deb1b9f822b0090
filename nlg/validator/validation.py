"""A page → its report: who is compared, what the headings say, and every block read in that light."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from nlg.validator.claim import Claim, Report
from nlg.validator.context import Context, Discourse, Reader
from nlg.validator.labels import find_topic
from nlg.validator.lists import announces, read_list, with_lead
from nlg.validator.mentions import subjects_in
from nlg.validator.page import Block, Heading, ListItem, Page, Paragraph, Table
from nlg.validator.prose import read_on
from nlg.validator.reading import read_page
from nlg.validator.structure import check_description, is_description
from nlg.validator.subjects import find_subjects
from nlg.validator.tables import read_table

Fragment = Heading | Paragraph | Table | tuple[ListItem, ...]
"""What is read at once: a block, or all the items of one list."""


def validate_text(reader: Reader, path: str, source: str, pair: tuple[str, str] | None = None) -> Report:
    """The report of one file; `pair` says who is compared when the file does not."""
    return validate_page(reader, read_page(path, source), pair)


def validate_page(reader: Reader, page: Page, pair: tuple[str, str] | None = None) -> Report:
    """The report of one page, its claims in page order."""
    subjects = find_subjects(reader, page, pair)
    outline = _Outline(reader, subjects)
    context = outline.context()
    claims: list[Claim] = []
    fragments = fragments_of(page.blocks)
    for fragment, following in zip_longest(fragments, fragments[1:]):
        if isinstance(fragment, Heading):
            claims.extend(
                validate_fragment(reader, fragment, Context(subjects, headings=context.headings))[0]
            )
            outline.enter(fragment)
            context = outline.context()
            continue
        if isinstance(fragment, tuple):
            found, _ = validate_fragment(reader, fragment, outline.context_of_list(context))
        else:
            found, context = validate_fragment(reader, fragment, context)
            if isinstance(fragment, Paragraph) and announces(fragment.text.content, following):
                # The count is checked with the list itself.
                found = tuple(claim for claim in found if claim.verdict != "unparsed")
        claims.extend(
            claim for claim in found if claim.verdict != "unparsed" or not outline.is_about_sources()
        )
        outline.note(fragment)
    claims.sort(key=lambda claim: claim.span)
    return Report(page.path, subjects, tuple(dict.fromkeys(claims)), page.source)


def validate_fragment(
    reader: Reader, fragment: Fragment, context: Context
) -> tuple[tuple[Claim, ...], Context]:
    """The claims of one fragment, and the context in which the next of its section is read.

    A pure function of its arguments: what was read once with the same words, subjects and headings need not
    be read again. Spans count as the fragment's own texts do.
    """
    if isinstance(fragment, Table):
        return read_table(reader, fragment, context), context
    if isinstance(fragment, tuple):
        return read_list(reader, fragment, context), context
    if isinstance(fragment, Paragraph):
        described = check_description(reader, fragment.text, context)
        if described and is_description(reader, fragment.text, context.focus[0]):
            return described, context
        claims, context = read_on(reader, fragment.text, context)
        return (*described, *claims), context
    return read_on(reader, fragment.text, context)


def fragments_of(blocks: tuple[Block, ...]) -> tuple[Fragment, ...]:
    """The blocks of a page, neighbouring items of one list put together."""
    fragments: list[Fragment] = []
    for block in blocks:
        last = fragments[-1] if fragments else None
        if not isinstance(block, ListItem):
            fragments.append(block)
        elif isinstance(last, tuple) and last[-1].group == block.group:
            fragments[-1] = (*last, block)
        else:
            fragments.append((block,))
    return tuple(fragments)


_SOURCES = re.compile(
    r"\b(?:sources?|references|methods?|methodology|about (?:the|this|our) (?:data|figures|page)|notes)\b",
    re.IGNORECASE,
)
_MAX_LEAD_WORDS = 12
"""A paragraph of fewer words announces the list below it even without a colon."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What one heading says to the blocks below it."""

    level: int
    text: str
    focus: tuple[str, ...]
    topic: str


class _Outline:
    """The headings above the place that has been reached, and the line before it."""

    def __init__(self, reader: Reader, subjects: tuple[str, ...]) -> None:
        self._reader = reader
        self._subjects = subjects
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
        self._levels.append(_Level(heading.level, text, focus, topic))
        self._lead = ""

    def note(self, fragment: Fragment) -> None:
        """Remembers the words just above what comes next, if they announce it."""
        self._lead = ""
        if isinstance(fragment, Paragraph | tuple):
            text = fragment.text.content if isinstance(fragment, Paragraph) else fragment[-1].text.content
            if text.endswith(":"):
                self._lead = text[max(text.rfind(stop) for stop in (". ", "! ", "? ", "\n")) + 1 :].strip()
            elif isinstance(fragment, Paragraph) and text.count(" ") < _MAX_LEAD_WORDS:
                self._lead = text

    def is_about_sources(self) -> bool:
        """Whether the headings announce sources and methods, whose dates and numbers claim nothing."""
        return any(_SOURCES.search(level.text) for level in self._levels)

    def context(self) -> Context:
        """What is known at this place before anything is read there."""
        top = self._levels[-1] if self._levels else _Level(0, "", (), "")
        headings = tuple(level.text for level in self._levels)
        return Context(self._subjects, top.focus, top.topic, headings, Discourse())

    def context_of_list(self, context: Context) -> Context:
        """What is known before a list is read: the line above it goes before the headings."""
        named = subjects_in(self._reader, self._lead, self._subjects)
        focus = context.focus if not named else named if len(named) == 1 else ()
        topic = find_topic(self._reader, self._lead) or context.topic
        return with_lead(replace(context, focus=focus, topic=topic), self._lead)
