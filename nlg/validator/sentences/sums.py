"""Which of several sums of money that are no conversions of each other a word such as "costs" speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.stems import stem
from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import Mark, TargetMark
from nlg.validator.vocabulary.resolution import Reader

_FORMED = 4
"""Letters from which a word's own forms begin with it: "rent", "renting", "renters"."""


def with_sums(reader: Reader, tokens: Sequence[Token], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks, each with the sums alone whose own words stand nearest to it, where it may speak of several."""
    return tuple(_specified(reader, tokens, mark) for mark in marks) if reader.sums else marks


def _specified(reader: Reader, tokens: Sequence[Token], mark: Mark) -> Mark:
    if not isinstance(mark, TargetMark):
        return mark
    sums = [target for target in mark.targets if target in reader.sums]
    if len(sums) < 2:
        return mark
    distances = {target: _distance(reader.sums[target], tokens, mark) for target in sums}
    nearest = min(distances.values())
    kept = {target for target in sums if distances[target] == nearest}
    return replace(mark, targets=tuple(one for one in mark.targets if one not in sums or one in kept))


def _distance(own: frozenset[str], tokens: Sequence[Token], mark: TargetMark) -> int:
    """How many words away from a mark one of a measure's own stands; that of no word where none does."""
    found = [
        max(mark.start - at, at - mark.end + 1, 0)
        for at, token in enumerate(tokens)
        if token.low.isalpha() and _is_form(token.low, own)
    ]
    return min(found, default=len(tokens))


def _is_form(word: str, own: frozenset[str]) -> bool:
    return stem(word) in own or any(len(one) >= _FORMED and word.startswith(one) for one in own)
