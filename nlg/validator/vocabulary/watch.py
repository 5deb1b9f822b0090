"""What a reading asks of its context, noted down: the grounds on which it may stand for another context too.

The reader is deterministic. A reading that gets the same answers to all that it asks goes the same way to the same
end, whatever else the context holds. So a reading is noted together with its questions, and whoever meets the same
words elsewhere puts the questions again: equal answers make the reading good there, and nothing else does.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, SupportsIndex, overload

from nlg.validator.lexis.phrases import PhraseTable

Asked = Literal["length", "holds", "at", "all", "first", "last", "every"]

NAMES = "names"
"""The part of a context that is the table of the short names of those compared."""


class Question(NamedTuple):
    """One thing that a reading asked of one part of its context."""

    part: str
    asked: Asked
    """The length, whether a string is there, what stands at a place, all of it; of a table of short names the
    phrases with a first word, those with a last word, or every one."""
    about: Hashable = None

    def answer(self, value: Any) -> object:
        """What a part of a context answers."""
        match self.asked:
            case "length":
                return len(value)
            case "holds":
                return self.about in value
            case "at":
                try:
                    return value[slice(*self.about) if isinstance(self.about, tuple) else self.about]
                except IndexError:
                    return None
            case "all":
                return value
            case "first":
                return value.by_first.get(self.about)
            case "last":
                return value.by_last.get(self.about)
            case "every":
                return tuple(value.by_first.items())


Notes = dict[tuple[str, Asked, Hashable], object]
"""The questions of one reading, field by field, with their answers in the order in which they were first asked."""


def questions_of(notes: Notes) -> tuple[tuple[Question, object], ...]:
    """The questions that were noted, with their answers."""
    return tuple((Question(*noted), answer) for noted, answer in notes.items())


class Watched(tuple[str, ...]):
    """A part of a context that notes what is asked of it, and otherwise is the tuple that it stands for.

    Whatever could tell its strings without a more exact note counts as a question for all of them.
    """

    part: str
    plain: tuple[str, ...]
    """What it stands for."""
    notes: Notes

    def __new__(cls, plain: tuple[str, ...], part: str, notes: Notes) -> Watched:
        """The watched part of a context."""
        made = super().__new__(cls, plain)
        made.part, made.plain, made.notes = part, plain, notes
        return made

    def all(self) -> tuple[str, ...]:
        """The plain tuple, every string of which has been asked for."""
        self.notes[self.part, "all", None] = self.plain
        return self.plain

    def __len__(self) -> int:
        self.notes[self.part, "length", None] = size = len(self.plain)
        return size

    def __contains__(self, name: object) -> bool:
        self.notes[self.part, "holds", name] = found = name in self.plain
        return found

    @overload
    def __getitem__(self, key: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[str, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> str | tuple[str, ...]:
        if isinstance(key, slice):
            cut = self.plain[key]
            self.notes[self.part, "at", (key.start, key.stop, key.step)] = cut
            return cut
        if not -len(self.plain) <= int(key) < len(self.plain):
            return self.all()[key]
        self.notes[self.part, "at", int(key)] = found = self.plain[key]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.all())

    def __hash__(self) -> int:
        return hash(self.all())

    def __eq__(self, other: object) -> bool:
        return self.all() == other

    def __ne__(self, other: object) -> bool:
        return self.all() != other

    def __lt__(self, other: tuple[str, ...]) -> bool:
        return self.all() < tuple(other)

    def __le__(self, other: tuple[str, ...]) -> bool:
        return self.all() <= tuple(other)

    def __gt__(self, other: tuple[str, ...]) -> bool:
        return self.all() > tuple(other)

    def __ge__(self, other: tuple[str, ...]) -> bool:
        return self.all() >= tuple(other)

    def __add__(self, other: tuple[Any, ...]) -> tuple[Any, ...]:
        return self.all() + tuple(other)

    def __radd__(self, other: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(other) + self.all()

    def __mul__(self, times: SupportsIndex) -> tuple[str, ...]:
        return self.all() * times

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return repr(self.all())

    def index(self, *arguments: Any) -> int:
        """Where a string stands."""
        return self.all().index(*arguments)

    def count(self, name: object) -> int:
        """How many times a string stands there."""
        return self.all().count(name)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.all(),)


class _WatchedPhrases(Mapping[str, Any]):
    """One side of a table of short names; it notes which words were looked up."""

    def __init__(self, phrases: Mapping[str, Any], asked: Asked, notes: Notes) -> None:
        self._phrases, self._asked, self._notes = phrases, asked, notes

    def __getitem__(self, word: str) -> Any:
        if word not in self:
            raise KeyError(word)
        return self._phrases[word]

    def __contains__(self, word: object) -> bool:
        self._notes[NAMES, self._asked, word] = found = self._phrases.get(word)  # type: ignore[call-overload]
        return found is not None

    def __iter__(self) -> Iterator[str]:
        self._notes[NAMES, "every", None] = tuple(self._phrases.items())
        return iter(self._phrases)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def watched_names(table: PhraseTable[Any], notes: Notes) -> PhraseTable[Any]:
    """A table of short names that notes what is looked up in it: every look-up begins with a first or last word."""
    return table.with_ends(
        _WatchedPhrases(table.by_first, "first", notes), _WatchedPhrases(table.by_last, "last", notes)
    )
