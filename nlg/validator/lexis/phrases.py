"""Phrase tables: the longest known phrase that starts or ends at a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from nlg.validator.lexis.tokens import Token, plain, tokenise

Meaning = TypeVar("Meaning")


@lru_cache(maxsize=16_384)
def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase's words in lower case, hyphens gone."""
    text = plain(phrase)
    return tuple(token.low for token in tokenise(text, 0, len(text)) if token.low != "-")


@dataclass(frozen=True, eq=False, slots=True)
class PhraseTable(Generic[Meaning]):
    """Phrases and what they mean; hyphens in the text are passed over."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    _words: Mapping[str, Meaning]
    """The phrases of one word."""
    _pairs: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], Meaning], ...]]
    """The longer ones by their first two words, what follows these first; longest first."""

    @classmethod
    def of(cls, phrases: Mapping[Meaning, str]) -> PhraseTable[Meaning]:
        """A table from meaning → phrases, parted by bars."""
        return cls.build(
            (words_of(phrase), meaning) for meaning, text in phrases.items() for phrase in text.split("|")
        )

    @classmethod
    def build(cls, entries: Iterable[tuple[tuple[str, ...], Meaning]]) -> PhraseTable[Meaning]:
        """A table from phrases already split into words; of two equal phrases the first counts."""
        first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        last: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        seen: set[tuple[str, ...]] = set()
        for words, meaning in entries:
            if words and words not in seen:
                seen.add(words)
                first.setdefault(words[0], []).append((words, meaning))
                last.setdefault(words[-1], []).append((words, meaning))
        by_first = {
            word: tuple(sorted(some, key=lambda entry: -len(entry[0]))) for word, some in first.items()
        }
        pairs: dict[tuple[str, str], list[tuple[tuple[str, ...], Meaning]]] = {}
        for some in by_first.values():
            for words, meaning in some:
                if len(words) > 1:
                    pairs.setdefault((words[0], words[1]), []).append((words[2:], meaning))
        return cls(
            by_first,
            {word: tuple(sorted(some, key=lambda entry: -len(entry[0]))) for word, some in last.items()},
            {word: some[-1][1] for word, some in by_first.items() if len(some[-1][0]) == 1},
            {words: tuple(some) for words, some in pairs.items()},
        )

    def with_ends(
        self,
        by_first: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]],
        by_last: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]],
    ) -> PhraseTable[Meaning]:
        """The same table with other views of its phrases by first and last word, with which look-ups begin."""
        return PhraseTable(by_first, by_last, self._words, self._pairs)

    def starting_at(self, tokens: Sequence[Token], index: int) -> tuple[int, Meaning] | None:
        """The end of the longest phrase that starts at a token, and its meaning."""
        size = len(tokens)
        if index >= size:
            return None
        first = tokens[index].low
        if first not in self.by_first:
            return None
        second = index + 1
        if second < size and tokens[second].low == "-":
            second += 1
        if second < size:
            for words, meaning in self._pairs.get((first, tokens[second].low), ()):
                here = second + 1
                for word in words:
                    if here < size and tokens[here].low == "-":
                        here += 1
                    if here >= size or tokens[here].low != word:
                        break
                    here += 1
                else:
                    return here, meaning
        return (index + 1, self._words[first]) if first in self._words else None

    def ending_at(self, tokens: Sequence[Token], end: int) -> tuple[int, Meaning] | None:
        """The start of the longest phrase that ends before a token, and its meaning."""
        if end < 1:
            return None
        for words, meaning in self.by_last.get(tokens[end - 1].low, ()):
            here = end - 1
            for word in reversed(words[:-1]):
                here -= 1
                if here >= 0 and tokens[here].low == "-":
                    here -= 1
                if here < 0 or tokens[here].low != word:
                    break
            else:
                return here, meaning
        return None
