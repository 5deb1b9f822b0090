"""Names of whom a statement is not made, beside those of whom it is: "chefs, not bakers, …", "not A but B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark

_OF_ONE_KIND = frozenset({"colleague", "colleagues", "peer", "peers", "companion", "companions"})
"""Those whom somebody may also have in the same place: "nine tenths of her colleagues"."""
_LINKS = frozenset({"and", "but", "while", "than", "whereas", "so", "though"})
_NEIGHBOURS = frozenset(word_list("persons")["neighbours"])
_BEHIND = (
    ["not"],
    ["and", "not"],
    ["but", "not"],
    ["rather", "than"],
    ["instead", "of"],
    ["as", "opposed", "to"],
)
_NEXT_TO = (["beside"], ["next", "to"], ["alongside"])
_INSTEAD = (["but"], ["but", "rather"])
_SMALL = frozenset({",", "the", "a", "an", "—", "(", ")"})


def set_apart(marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Mark]:
    """The marks with each such pair of names made one, that of whom the statement is made."""
    if sum(isinstance(mark, EntityMark) for mark in marks) < 2:
        return list(marks)
    found: list[Mark] = []
    for mark in marks:
        last = next((at for at in range(len(found) - 1, -1, -1) if isinstance(found[at], EntityMark)), -1)
        before = found[last] if last >= 0 else None
        if not isinstance(mark, EntityMark) or not isinstance(before, EntityMark):
            found.append(mark)
            continue
        if any(not isinstance(one, CueMark) for one in found[last + 1 :]) or not _are_two(before, mark):
            found.append(mark)
            continue
        between = [token.low for token in tokens[before.end : mark.start] if token.low not in _SMALL]
        if between in _NEXT_TO and last == 0 and mark.end < len(tokens) and tokens[mark.end].low.isalpha():
            del found[1:]
            found[0] = replace(before, end=mark.end)
        elif between in _BEHIND and (end := _end_of_aside(tokens, before, mark, between)):
            del found[last + 1 :]
            found[last] = replace(before, end=end)
        elif between in _INSTEAD and (start := _start_of_denial(tokens, before)) >= 0:
            del found[last:]
            while found and found[-1].start >= start:
                found.pop()
            found.append(replace(mark, start=start))
        else:
            found.append(mark)
    return found


def with_neighbours(marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Mark]:
    """The marks with "its red neighbor" and "their colleagues" read as the other of the two."""
    found: list[Mark] = []
    for mark in with_kin(_with_hers(marks, tokens), tokens):
        if found and mark.start < found[-1].end:
            continue
        if isinstance(mark, EntityMark) and mark.is_pronoun and mark.possessive:
            end = _end_of_neighbour(tokens, mark)
            if end:
                named = end < len(tokens) and tokens[end].low in ("'s", "'")
                mark = replace(mark, end=end, reference="other", possessive=named)
        found.append(mark)
    return found


def is_first_person(tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether an entity is named only as where those who speak live: "we", "our own", and not "our planet"."""
    words = [token.low.partition("'")[0] for token in tokens[mark.start : mark.end]]
    return words in (["we"], ["us"], ["ours"], ["our", "own"])


def with_kin(marks: Sequence[Mark], tokens: Sequence[Token]) -> Sequence[Mark]:
    """The marks with one for each "your uncle's job", which is the other one than was spoken of."""
    new: list[Mark] = []
    for at, token in enumerate(tokens[:-1]):
        if token.low not in _ONES_OWN or not (end := _end_of_kin(tokens, at + 1)):
            continue
        owning = end < len(tokens) and tokens[end].low in ("'s", "'")
        if owning and end + 1 < len(tokens) and tokens[end + 1].low in _WORK:
            new.append(EntityMark(at, end + 2, (), "kin"))
    if not new:
        return marks
    taken = {at for mark in new for at in range(mark.start, mark.end)}
    kept = [mark for mark in marks if not any(at in taken for at in range(mark.start, mark.end))]
    return sorted((*kept, *new), key=lambda mark: mark.start)


def _end_of_kin(tokens: Sequence[Token], start: int) -> int:
    for at in range(start, min(start + 2, len(tokens))):
        if tokens[at].low in _KIN:
            return at + 1
        if not tokens[at].low.isalpha():
            return 0
    return 0


_ONES_OWN = frozenset({"my", "your", "our", "his", "her", "their"})
_KIN = frozenset(word_list("persons")["kin"])
_WORK = frozenset(word_list("persons")["sides"]["nouns"])


def _with_hers(marks: Sequence[Mark], tokens: Sequence[Token]) -> Sequence[Mark]:
    """The marks with one for each "her" or "his" that a neighbour's noun may follow."""
    own = [at for at, token in enumerate(tokens) if token.low in ("her", "his")]
    if not own:
        return marks
    inside = {at for mark in marks for at in range(mark.start, mark.end)}
    new: list[Mark] = [
        mark
        for at in own
        if at not in inside and _end_of_neighbour(tokens, mark := EntityMark(at, at + 1, (), "they", True))
    ]
    return sorted((*marks, *new), key=lambda mark: mark.start)


def _end_of_neighbour(tokens: Sequence[Token], mark: EntityMark) -> int:
    for at in range(mark.end, min(mark.end + 3, len(tokens))):
        if tokens[at].low in _NEIGHBOURS:
            before = tokens[mark.start - 1].low if mark.start else ""
            words = [token.low for token in tokens[max(0, mark.start - 2) : mark.start]]
            if words == ["than", "among"] and [token.low for token in tokens[at + 1 : at + 2]] == ["in"]:
                # "nine points more than among their colleagues in aviation"
                return at + 1
            return (
                0 if tokens[at].low in _OF_ONE_KIND and before.isalpha() and before not in _LINKS else at + 1
            )
        if not tokens[at].low.isalpha() and tokens[at].low != "-":
            return 0
    return 0


def _are_two(one: EntityMark, other: EntityMark) -> bool:
    named = bool(one.slugs or one.reference) and bool(other.slugs or other.reference)
    return named and one.slugs != other.slugs and not (one.possessive or other.possessive)


def _end_of_aside(tokens: Sequence[Token], before: EntityMark, mark: EntityMark, between: list[str]) -> int:
    """Where an aside about somebody else ends, behind which the statement goes on; 0 when it is none."""
    after = tokens[mark.end].low if mark.end < len(tokens) else "."
    if after in (",", "—", ")"):
        return mark.end + 1 if mark.end + 1 < len(tokens) else 0
    comma = tokens[before.end].low == ","
    return mark.end if after.isalpha() and not (comma and between == ["not"]) else 0


def _start_of_denial(tokens: Sequence[Token], mark: EntityMark) -> int:
    """Where the "not" before a name stands; −1 for none."""
    at = mark.start - 1
    while at >= 0 and tokens[at].low in _SMALL:
        at -= 1
    return at if at >= 0 and (tokens[at].low == "not" or tokens[at].low in ("isn't", "aren't")) else -1
