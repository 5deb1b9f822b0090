"""Which of several sums of money that are no conversions of each other a word such as "costs" speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlg.data import Measure
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.thesaurus import SYNONYMS, kind_of_money
from nlg.validator.lexis.tokens import Token
from nlg.validator.marks import Mark, TargetMark
from nlg.validator.resolution import Reader, Target, period_of
from nlg.validator.stems import stem

_FORMED = 4
"""Letters from which a word's own forms begin with it: "rent", "renting", "renters"."""


def own_words(measures: Mapping[str, Measure], families: Mapping[str, str]) -> dict[Target, frozenset[str]]:
    """The words of each sum's own names, where there are sums of several kinds; else nothing."""
    sums = [one for name, one in measures.items() if families[name] == "money" and not one.range]
    groups = {"" if _is_income(one) else one.concept for one in sums}
    if len(groups) < 2:
        return {}
    found: dict[Target, frozenset[str]] = {}
    for one in sums:
        words = {stem(word) for name in (one.noun, *one.also, one.label) for word in words_of(name)}
        near = {stem(word) for group in SYNONYMS for word in group.words if words & set(group.words)}
        found[Target("measure", one.concept)] = frozenset(words | near)
    return found


def _is_income(measure: Measure) -> bool:
    """Whether a sum is what is received in a stretch of time, which converts into that of another."""
    nouns = (measure.noun.lower(), *(name.lower() for name in measure.also))
    return kind_of_money(nouns, bool(period_of(measure))) == kind_of_money((), is_timed=True)


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
