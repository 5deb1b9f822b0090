"""Phrase tables: the longest known phrase that starts or ends at a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from nlg.validator.lexis.tokens import Token, plain, tokenise

Meaning = TypeVar("Meaning")


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase's words in lower case, hyphens gone."""
    text = plain(phrase)
    return tuple(token.low for token in tokenise(text, 0, len(text)) if token.low != "-")


@dataclass(frozen=True, eq=False, slots=True)
class PhraseTable(Generic[Meaning]):
    """Phrases and what they mean; hyphens in the text are passed over."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]

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
        return cls(
            {word: tuple(sorted(some, key=lambda entry: -len(entry[0]))) for word, some in first.items()},
            {word: tuple(sorted(some, key=lambda entry: -len(entry[0]))) for word, some in last.items()},
        )

    def starting_at(self, tokens: Sequence[Token], index: int) -> tuple[int, Meaning] | None:
        """The end of the longest phrase that starts at a token, and its meaning."""
        if index >= len(tokens):
            return None
        for words, meaning in self.by_first.get(tokens[index].low, ()):
            here = index + 1
            for word in words[1:]:
                if here < len(tokens) and tokens[here].low == "-":
                    here += 1
                if here >= len(tokens) or tokens[here].low != word:
                    break
                here += 1
            else:
                return here, meaning
        return None

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
