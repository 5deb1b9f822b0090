"""A whole title taken apart: which words are its heads, what stands beside them, what trails behind.

The parts, put together again, are the title letter for letter, so that a title can be inflected without
changing its order. Example: "Cooks, Fast Food" is the core "Cooks" and the tail ", Fast Food".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nlg.surface.morphology.heads import LEADING_LINK, LINK, find_heads
from nlg.surface.morphology.nouns import CACHE_SIZE, is_acronym
from nlg.surface.morphology.phrases import Piece, ends_in_agent, is_plural_phrase, opens_complement
from nlg.surface.morphology.vocabulary import Vocabulary

_NOTE = re.compile(r"(?s)(.*?\S)(\s*\()((?:[^()]|\([^()]*\))+)(\)\s*)")
_DASH = re.compile(r"\s*--+\s*|\s+[-–—:]\s+|:\s+")
_COMMA = re.compile(r",\s+")
_INVERTED = "the noun before the comma"


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the core: an inverted modifier, a limit, or what a helper helps."""

    separator: str
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title's parts, in its own order."""

    core: tuple[Piece, ...]
    tails: tuple[Tail, ...]
    note: str
    """What stands in parentheses at the end; empty when there are none."""
    brackets: tuple[str, str]
    """The parentheses with the space around them."""
    note_is_name: bool
    """Whether the note is another name of the same thing ("(CNA)") and inflects with it."""
    rule: str
    """How the heads were found."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The words that inflect."""
        return tuple(piece.text for piece in self.core if piece.role == "head")

    @property
    def core_text(self) -> str:
        """The core as it stands."""
        return "".join(piece.text for piece in self.core)


@lru_cache(maxsize=CACHE_SIZE)
def take_apart(vocabulary: Vocabulary, term: str) -> Title:
    """The parts of a term. Any text at all has parts; the head of a text without words is the text."""
    body, brackets, note = term, ("", ""), ""
    if term.rstrip().endswith(")") and (match := _NOTE.fullmatch(term)):
        body, note, brackets = match[1], match[3], (match[2], match[4])
    core_text, tails, rule = _core_and_tails(vocabulary, body)
    core, found = find_heads(vocabulary, core_text)
    name = bool(note) and _is_name(vocabulary, note, body)
    return Title(core, tails, note, brackets, name, rule or found)


def _core_and_tails(vocabulary: Vocabulary, body: str) -> tuple[tuple[str, ...], tuple[Tail, ...], str]:
    """The segments that hold heads (with the commas between them), the tails, and the rule if one spoke."""
    dash = _DASH.search(body)
    if dash and dash.start() > 0 and dash.end() < len(body):
        front, back = body[: dash.start()], body[dash.end() :]
        if ends_in_agent(vocabulary, front):
            core, tails, _ = _core_and_tails(vocabulary, front)
            return core, (*tails, Tail(dash[0], back)), "the noun before the dash"
        return (body,), (), ""
    commas = [match.span() for match in _COMMA.finditer(body)]
    if not commas:
        return (body,), (), ""
    starts = [0, *(end for _, end in commas)]
    ends = [*(start for start, _ in commas), len(body)]
    segments = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    separators = [body[start:end] for start, end in commas]
    if not all(segment.strip() for segment in segments):
        return (body,), (), ""
    limit = next(
        (number for number in range(1, len(segments)) if _is_limit(vocabulary, segments[number])),
        len(segments),
    )
    count = _core_length(vocabulary, segments[:limit])
    core = _interleave(segments[:count], separators)
    return core, _tails(vocabulary, segments, separators, count), "" if count == len(segments) else _INVERTED


def _interleave(segments: Sequence[str], separators: Sequence[str]) -> tuple[str, ...]:
    parts: list[str] = []
    for number, segment in enumerate(segments):
        if number:
            parts.append(separators[number - 1])
        parts.append(segment)
    return tuple(parts)


def _core_length(vocabulary: Vocabulary, segments: Sequence[str]) -> int:
    """How many segments belong to the core: one, or as many as a list of heads or modifiers has."""
    if len(segments) == 1:
        return 1
    ends_list = [number for number in range(1, len(segments)) if LEADING_LINK.match(segments[number])]
    if opens_complement(vocabulary, segments[0]):
        return ends_list[-1] + 1 if ends_list else 1
    if ends_in_agent(vocabulary, segments[0]) and not _is_modifier_list(vocabulary, segments, ends_list):
        return _list_length(vocabulary, segments, 1)
    for number in ends_list:
        if ends_in_agent(vocabulary, segments[number]):
            return _list_length(vocabulary, segments, number + 1)
    last = segments[-1]
    return len(segments) if ends_in_agent(vocabulary, last) or ends_list == [len(segments) - 1] else 1


def _is_modifier_list(vocabulary: Vocabulary, segments: Sequence[str], ends_list: Sequence[int]) -> bool:
    """Whether the first segment only looks like a head ("Computer, Automated Teller, and … Repairers")."""
    if not ends_list or not ends_in_agent(vocabulary, segments[ends_list[0]]):
        return False
    first = is_plural_phrase(vocabulary, segments[0])
    last = is_plural_phrase(vocabulary, segments[ends_list[0]])
    return first != last or not all(ends_in_agent(vocabulary, part) for part in segments[: ends_list[0]])


def _list_length(vocabulary: Vocabulary, segments: Sequence[str], start: int) -> int:
    """Where the list of heads ends that `segments[:start]` begins."""
    best = start
    for number in range(start, len(segments)):
        segment = segments[number]
        if not ends_in_agent(vocabulary, segment):
            break
        if LEADING_LINK.match(segment):
            best = number + 1
        elif len(parts := LINK.split(segment)) > 1 and all(
            ends_in_agent(vocabulary, part) for part in parts[::2]
        ):
            best = number + 1
    return best


def _tails(
    vocabulary: Vocabulary, segments: Sequence[str], separators: Sequence[str], count: int
) -> tuple[Tail, ...]:
    """The segments behind the core, those of one list or one limit together."""
    tails: list[Tail] = []
    number = count
    while number < len(segments):
        end = number + 1
        if _is_rest(vocabulary, segments[number]):
            pass
        elif _is_limit(vocabulary, segments[number]):
            while end < len(segments) and not _is_rest(vocabulary, segments[end]):
                end += 1
        else:
            stop = next(
                (at for at in range(end, len(segments)) if _is_limit(vocabulary, segments[at])), len(segments)
            )
            closing = [at for at in range(end, stop) if LEADING_LINK.match(segments[at])]
            if closing:
                end = closing[-1] + 1
        tails.append(
            Tail(separators[number - 1], "".join(_interleave(segments[number:end], separators[number:])))
        )
        number = end
    return tuple(tails)


def _is_limit(vocabulary: Vocabulary, segment: str) -> bool:
    words = segment.lower().split()
    return bool(words) and (words[0] in vocabulary.limits or _is_rest(vocabulary, segment))


def _is_rest(vocabulary: Vocabulary, segment: str) -> bool:
    lower = segment.lower().strip()
    return lower in vocabulary.rest or any(
        lower.startswith(f"{rest} ") for rest in vocabulary.rest if " " in rest
    )


def _is_name(vocabulary: Vocabulary, note: str, body: str) -> bool:
    """Whether a note in parentheses renames the title: its initials, or another role."""
    if is_acronym(note) or (is_acronym(note[:-1]) and note.endswith("s")):
        plain = note.removesuffix("s")
        initials = {word[0].lower() for word in re.findall(r"[A-Za-z]+", body)}
        return note in vocabulary.people or note[0].lower() in initials or plain[-1].lower() in initials
    return ends_in_agent(vocabulary, note) and not _is_limit(vocabulary, note)
