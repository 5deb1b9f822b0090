"""Words that take in all items above or below one: "a bachelor's degree or more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import Mark, TargetMark
from nlg.validator.vocabulary.ladders import ladder
from nlg.validator.vocabulary.resolution import Reader, Target

_LIST = word_list("ladders")


def _table(*names: tuple[str, tuple[int, bool]]) -> PhraseTable[tuple[int, bool]]:
    return PhraseTable.build((words_of(phrase), meaning) for name, meaning in names for phrase in _LIST[name])


_BEHIND = _table(("up_behind", (1, True)), ("down_behind", (-1, True)))
_BEFORE = _table(
    ("down_before", (-1, True)), ("up_before", (1, True)), ("above", (1, False)), ("below", (-1, False))
)
"""Phrase → direction, and whether the step itself counts."""
_EXACT = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["exact"])
"""That a step is the last one reached, and no other counted."""
_ARTICLES, _BETWEEN = frozenset(_LIST["articles"]), frozenset(_LIST["between"])


def with_reach(reader: Reader, tokens: Sequence[Token], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks with "a bachelor's degree or more" made one, and what its words were by themselves dropped."""
    found: list[Mark] = []
    for mark in _with_people(reader, tokens, marks):
        if found and mark.start < found[-1].end:
            continue
        widened = _widened(reader, tokens, mark) if isinstance(mark, TargetMark) else None
        if widened is None:
            found.append(mark)
            continue
        while found and found[-1].end > widened.start:
            found.pop()
        found.append(widened)
    return tuple(_with_that(reader, tokens, found))


def _with_that(reader: Reader, tokens: Sequence[Token], marks: list[Mark]) -> list[Mark]:
    """The marks with what lies beyond the step just named: "about one in five has less than that"."""
    for number, mark in enumerate(marks):
        said = _THAT.starting_at(tokens, mark.start)
        if said is None:
            continue
        end, sign = said
        closed = end >= len(tokens) or not tokens[end].low.isalpha() or tokens[end].low in _CLOSING
        steps = [
            target
            for one in marks[:number]
            if isinstance(one, TargetMark)
            for target in one.targets
            if target.kind == "item" and ladder(reader, target.name)
        ]
        beyond = (
            _reaching(reader, replace(steps[-1], reach=0), sign, counts=False) if steps and closed else None
        )
        if beyond is not None:
            rest = [one for one in marks[number + 1 :] if one.start >= end]
            return [*marks[:number], TargetMark(mark.start, end, (beyond,)), *rest]
    return marks


_THAT = PhraseTable.build(
    (words_of(phrase), sign)
    for name, sign in (("less_than_that", -1), ("more_than_that", 1))
    for phrase in _LIST[name]
)
_CLOSING = frozenset({"and", "but", "or", "while", "among", "in"})


def _with_people(reader: Reader, tokens: Sequence[Token], marks: Sequence[Mark]) -> list[Mark]:
    """The marks with people called by the step that they have reached: "college graduates"."""
    found = list(marks)
    for at in range(len(tokens)):
        named = _PEOPLE.starting_at(tokens, at)
        if named is None or any(mark.start < named[0] and at < mark.end for mark in found):
            continue
        step = named[1]
        words = tuple(step.split())
        targets = next(
            (some for phrase, some in reader.values.by_first.get(words[0], ()) if phrase == words), ()
        )
        items = tuple(replace(target, reach=1) for target in targets if target.kind == "item")
        if items:
            found.append(TargetMark(at, named[0], items))
    return sorted(found, key=lambda mark: mark.start)


_PEOPLE: PhraseTable[str] = PhraseTable.build(
    (words_of(phrase), " ".join(words_of(step)))
    for step, phrases in _LIST["people"].items()
    for phrase in phrases
)
"""What those are called who have reached a step, and the step."""


def _widened(reader: Reader, tokens: Sequence[Token], mark: TargetMark) -> TargetMark | None:
    if not any(target.kind == "item" for target in mark.targets):
        return None
    start, end = mark.start, mark.end
    if (exact := _EXACT.starting_at(tokens, end)) is not None:
        return replace(mark, end=exact[0])
    behind = end + 1 if end < len(tokens) and tokens[end].low == "," else end
    after = _BEHIND.starting_at(tokens, behind)
    if after is not None and not _goes_on(tokens, after[0]):
        end, (sign, counts) = after
    else:
        at = start
        while at and tokens[at - 1].low in _BETWEEN:
            at -= 1
        before = _BEFORE.ending_at(tokens, at)
        if before is None:
            return None
        start, (sign, counts) = before
        if not counts and not _ARTICLES & {token.low for token in tokens[at : mark.start]}:
            return None
    targets = tuple(_reaching(reader, target, sign, counts=counts) for target in mark.targets)
    return replace(
        mark, start=start, end=end, targets=tuple(target for target in targets if target is not None)
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether "less" opens the next step: "some college, and less than a high school diploma"."""
    return (
        at < len(tokens)
        and tokens[at].low == "than"
        and tokens[at - 1].low in ("less", "more", "lower", "higher")
    )


def _reaching(reader: Reader, target: Target, sign: int, *, counts: bool) -> Target | None:
    """The target with its reach; none where no step lies beyond one that does not count."""
    if target.kind != "item":
        return target if counts else None
    if counts:
        return replace(target, reach=sign)
    steps = ladder(reader, target.name)
    if target.item not in steps:
        return replace(target, item=f"beyond {target.item}", reach=sign)
    at = steps.index(target.item) + sign
    return replace(target, item=steps[at], reach=sign) if 0 <= at < len(steps) else None
