"""Words that were read before: where all that their reading asked is answered as before, it is not made again.

What is kept is a sentence, a list or a cell of a table. Its words with their layout and what the headings suggest are
the key; what the reading asked of the rest of its context (whom the page compares and by which short names they go,
whom the headings name, who was spoken of last) stands beside it as its grounds. So the paragraph on what a nurse does
is read once, not once for every page on nurses; a sentence that says something of the other one, or would if the
other had another name, is read anew. What the data say cannot change under a reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, replace
from typing import Any, NamedTuple

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Discourse, Reader
from nlg.validator.page import Text
from nlg.validator.prose.lots import Lot, lot_of, moved
from nlg.validator.vocabulary.watch import NAMES, Notes, Question, Watched, questions_of

_MAX_READINGS = 60_000
_MAX_ALIKE = 4
"""Readings of the same words that are kept; the oldest goes first."""

Read = Callable[[Context], tuple[Iterable[Claim], Discourse | None]]
"""A reading, which is to ask nothing of any context but the one that it is given."""


class _Kept(NamedTuple):
    """A reading, its spans relative to where its words begin, and the grounds that it stands on."""

    questions: tuple[tuple[Question, object], ...]
    unnamed: frozenset[Hashable]
    """Words with which no short name may begin."""
    lot: Lot
    spoken: Discourse | None
    source: str
    """The part of the context that the subject spoken of is, whatever it holds; empty where the words name it."""

    def stands(self, parts: dict[str, Any]) -> bool:
        """Whether all that the reading asked is answered as it was."""
        return self.unnamed.isdisjoint(parts[NAMES].by_first) and all(
            question.answer(parts[question.part]) == answer for question, answer in self.questions
        )


class Memo:
    """The readings of one reader, by words and grounds."""

    __slots__ = ("_heads", "_kept", "_reader", "_size")

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._kept: dict[Hashable, list[_Kept]] = {}
        self._size = 0
        self._heads: tuple[tuple[str, ...], tuple[frozenset[str], ...]] = ((), ())

    def __len__(self) -> int:
        return self._size

    def read(self, key: Hashable, place: int, context: Context, read: Read) -> tuple[Lot, Discourse | None]:
        """The claims of some words and what they leave in mind: remembered, else read.

        `key` is the words with their layout and whatever else the reading depends on beside the context; `place`
        is where in the file they begin.
        """
        parts = _parts(self._reader, context)
        key = (key, *_rest(context), *_rest(context.discourse))
        for kept in self._kept.get(key, ()):
            if kept.stands(parts):
                spoken = kept.spoken
                if spoken is not None and kept.source:
                    spoken = replace(spoken, subjects=parts[kept.source])
                return kept.lot._replace(distance=place), spoken
        notes: Notes = {}
        claims, spoken = read(_watched(context, notes))
        lot = lot_of(_settled(claim) for claim in claims)
        source = ""
        if spoken is not None and isinstance(spoken.subjects, Watched):
            source = spoken.subjects.part
            spoken = replace(spoken, subjects=spoken.subjects.plain)
        if not _says_of_all(notes, context.subjects):
            self._keep(key, _kept(notes, lot, spoken, source, place))
        return lot, spoken

    def is_of_all(self, text: str, subjects: tuple[str, ...]) -> bool:
        """Whether a text seems to name each of several subjects, so that no other page can use its reading."""
        if self._heads[0] != subjects:
            self._heads = (subjects, _heads(self._reader, subjects))
        words = frozenset(_WORD.findall(text.lower()))
        return len(subjects) > 1 and not any(words.isdisjoint(heads) for heads in self._heads[1])

    def _keep(self, key: Hashable, kept: _Kept) -> None:
        """Keeps a reading. A memo that is full begins anew, so that its size is bounded."""
        if self._size >= _MAX_READINGS:
            self._kept.clear()
            self._size = 0
        alike = self._kept.setdefault(key, [])
        if len(alike) < _MAX_ALIKE:
            self._size += 1
        else:
            del alike[0]
        alike.append(kept)


_WORD = re.compile(r"\w+")


def _heads(reader: Reader, subjects: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The last words of each subject's own names."""
    last: dict[str, set[str]] = {slug: set() for slug in subjects}
    for word, entries in reader.names_for(subjects).by_last.items():
        for _, name in entries:
            if not (name.trade or name.modifier):
                last[name.slugs[0]].add(word)
    return tuple(frozenset(words) for words in last.values())


def layout_of(text: Text) -> Hashable:
    """A text's words and how they lie in the file, wherever that is."""
    if len(text.starts) == 1 and not text.decoded:
        return text.content
    first = text.places[0]
    return (
        text.content,
        text.starts,
        tuple(place - first for place in text.places),
        tuple((offset, stop - first) for offset, stop in text.decoded),
    )


def _parts(reader: Reader, context: Context) -> dict[str, Any]:
    return {
        "subjects": context.subjects,
        "focus": context.focus,
        "headings": context.headings,
        "spoken of": context.discourse.subjects,
        "mentioned": context.discourse.mentioned,
        NAMES: reader.names_for(context.subjects),
    }


def _watched(context: Context, notes: Notes) -> Context:
    """The same context, which notes what is asked of its parts; the rest of it belongs to every key."""
    said = context.discourse
    return replace(
        context,
        subjects=Watched(context.subjects, "subjects", notes),
        focus=Watched(context.focus, "focus", notes),
        headings=Watched(context.headings, "headings", notes),
        discourse=replace(
            said,
            subjects=Watched(said.subjects, "spoken of", notes),
            mentioned=Watched(said.mentioned, "mentioned", notes),
        ),
    )


def _rest(known: Context | Discourse) -> tuple[Hashable, ...]:
    """What is known beside the parts that are watched."""
    return tuple(getattr(known, name) for name in _UNWATCHED[type(known)])


_UNWATCHED = {
    kind: tuple(
        field.name
        for field in fields(kind)
        if field.name not in ("subjects", "focus", "headings", "mentioned", "discourse")
    )
    for kind in (Context, Discourse)
}


def _settled(claim: Claim) -> Claim:
    """The claim with plain slugs; a part of the context that became its subjects is asked for by that."""
    if isinstance(claim.subjects, Watched):
        return replace(claim, subjects=claim.subjects.all())
    return claim


def _says_of_all(notes: Notes, subjects: tuple[str, ...]) -> bool:
    """Whether a reading stands on who each of several subjects is, so that no other page can use it."""
    if len(subjects) < 2:
        return False
    told: set[object] = set()
    for question, answer in questions_of(notes):
        if question.part == NAMES:
            entries: Any = answer or ()
            told.update(slug for _, name in entries for slug in getattr(name, "slugs", ()))
        elif question.asked == "holds":
            told.update((question.about,) if answer else ())
        elif isinstance(answer, tuple):
            told.update(answer)
        else:
            told.add(answer)
    return told.issuperset(subjects)


def _kept(notes: Notes, lot: Lot, spoken: Discourse | None, source: str, place: int) -> _Kept:
    asked = questions_of(notes)
    unnamed = frozenset(
        question.about
        for question, answer in asked
        if question.part == NAMES and question.asked == "first" and answer is None
    )
    questions = tuple(
        (question, answer)
        for question, answer in asked
        if not (question.part == NAMES and question.asked == "first" and answer is None)
    )
    return _Kept(questions, unnamed, lot._replace(claims=moved(lot.claims, -place)), spoken, source)
