"""Words that make a figure one end of a range: "the best-paid tenth", "at the bottom of the scale"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nlg.validator.clauses import Clause
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.marks import FigureMark, TargetMark
from nlg.validator.resolution import Target
from nlg.validator.scene import Scene, entity_after

_LIST = word_list("ends")


def _phrases(end: str) -> Iterator[str]:
    """The phrases of an end, their slots filled in."""
    nouns = _LIST["nouns"]
    for pattern in _LIST[end]["phrases"]:
        slot = next((name for name in nouns if f"{{{name}}}" in pattern), "")
        yield from (pattern.replace(f"{{{slot}}}", noun) for noun in nouns.get(slot, [""]))


_ENDS: PhraseTable[int] = PhraseTable.build(
    (words_of(phrase), sign) for end, sign in (("high", 1), ("low", -1)) for phrase in _phrases(end)
)
_PAID: PhraseTable[int] = PhraseTable.build(
    (words_of(phrase), sign)
    for end, sign in (("high", 1), ("low", -1))
    for phrase in _LIST[end]["before_people"]
)
"""Ends of a range only before the people meant."""
_OF_PEOPLE = frozenset(_LIST["of_people"]["verbs"])
_BEFORE_PEOPLE = frozenset({"among", "of", *_LIST["of_people"]["nouns"]})


def bound_words(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 when the words beside a figure make it the upper or the lower end of a range, else 0.

    The phrase nearest before the figure decides, then one after it in the clause; a clause before it
    counts when it is an adverbial of its own ("At the bottom of the scale, …") or what brackets explain.
    """
    if not scene.reader.ranges:
        return 0
    start = clause.start
    number = scene.index(clause)
    if number:
        previous = scene.clauses[number - 1]
        if not previous.figures() and (clause.opener == "(" or not previous.entities()):
            start = previous.start
        elif not previous.figures() and clause.opener == "with" and not clause.entities():
            start = previous.start
        elif not previous.figures() and clause.opener == ",":
            rest = {token.low for token in scene.tokens[mark.end : clause.end]}
            bare = len(clause.marks) == 1 and rest <= {".", "!"} and mark.start - clause.start <= 1
            start = previous.start if bare else max(previous.start, previous.end - 3)
    for index in range(mark.start - 1, start - 1, -1):
        owner = scene.clauses[number - 1] if index < clause.start else clause
        if found := end_at(scene, owner, index):
            return found
    for index in range(mark.end, min(clause.end, mark.end + 5)):
        if found := end_at(scene, clause, index):
            return found
    if number + 1 < len(scene.clauses) and scene.tokens[clause.start].low == "at" and len(clause.marks) == 1:
        following = scene.clauses[number + 1]
        for index in range(following.start, min(following.end, following.start + 6)):
            if found := end_at(scene, following, index):
                return found
    if (
        mark.figure.unit == "money"
        and clause.opener != "than"
        and scene.tokens[0].low in ("at", "on", "toward", "towards", "near")
    ):
        words = {token.low for token in scene.tokens[clause.start : clause.end]}
        for index in range(0 if words & {"median", "typical", "average"} else min(4, mark.start)):
            if found := end_at(scene, scene.clauses[0], index):
                return found
    if _of_a_tenth(clause, mark):
        return 1 if mark.figure.hedge in ("more", "at_least") else -1
    return 0


def is_tenth(mark: FigureMark) -> bool:
    """Whether a figure is one in ten or 10%."""
    return (mark.figure.unit == "fraction" and mark.figure.value == Decimal("0.1")) or (
        mark.figure.unit == "percent" and mark.figure.value == 10
    )


def _of_a_tenth(clause: Clause, mark: FigureMark) -> bool:
    """Whether a sum bounds what a tenth of the people earn: "one in ten makes more than $211,450"."""
    hedged = mark.figure.unit == "money" and mark.figure.hedge in ("more", "less", "at_least", "at_most")
    return hedged and any(is_tenth(other) for other in clause.figures())


def end_at(scene: Scene, clause: Clause, index: int) -> int:
    """Which end the words from one token on name; a word inside a name ("ceiling installers") names none."""
    if any(entity.start <= index < entity.end for entity in clause.entities()):
        return 0
    if found := _ENDS.starting_at(scene.tokens, index):
        return found[1]
    if found := _PAID.starting_at(scene.tokens, index):
        following = scene.tokens[found[0]].low if found[0] < len(scene.tokens) else ""
        people = following in _BEFORE_PEOPLE or following in scene.reader.words.people
        if people or entity_after(scene, clause, found[0]):
            return found[1]
        said_of = index and scene.tokens[index - 1].low == "the" and following in _OF_PEOPLE
        if said_of and found[0] - index > 1:
            return found[1]
    return 0


def ends_before(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before a token name an end of a range if people follow: "the best-paid 10 percent"."""
    return _PAID.ending_at(tokens, end) is not None


def is_typical(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is said to be the middle of a range, and no end.

    Example: "the $81,680 typical of accountants"
    """
    near = {
        token.low for token in scene.tokens[max(clause.start, mark.start - 4) : min(mark.end + 3, clause.end)]
    }
    return bool(near & {"typical", "median", "average", "mean", "usual"})


def plain_beside(scene: Scene, target: Target) -> Target | None:
    """The measure in the unit of a range's ends."""
    reader = scene.reader
    unit = reader.measures[reader.ranges[target.name][0]].unit
    found = [measure for measure in reader.measures.values() if measure.unit == unit and not measure.range]
    return Target("measure", found[0].concept) if found else None


def _plain_since(scene: Scene, mark: FigureMark) -> bool:
    """Whether a plain measure was named after the last figure before this one.

    So that no range is meant any more.
    """
    for _, other in reversed(list(scene.marks())):
        if other.start >= mark.start:
            continue
        if isinstance(other, FigureMark):
            return False
        if isinstance(other, TargetMark) and not other.is_verb:
            return not any(target.kind == "range" for target in other.targets)
    return False


def bound_kind(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """Which end of a range a figure is.

    By the words beside it or by the figure before that it is set against.
    """
    found = bound_words(scene, clause, mark)
    if found:
        return found
    if is_typical(scene, clause, mark) or _plain_since(scene, mark):
        return 0
    inherits = clause.opener in ("against", "than", "and", ",", "while", "(") and not clause.targets()
    return scene.bound if inherits and mark.figure.unit == "money" else 0


def range_beside(scene: Scene, target: Target) -> Target | None:
    """The range whose ends are in the same unit as a measure: the salary range beside the salary."""
    reader = scene.reader
    unit = reader.measures[target.name].unit
    found = [name for name, (low, _) in reader.ranges.items() if reader.measures[low].unit == unit]
    return Target("range", found[0]) if len(found) == 1 else None


def is_width(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a single figure is the distance between the ends: "a range $35,000 wide"."""
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    before = [token.low for token in scene.tokens[max(0, mark.start - 4) : mark.start]]
    if "wide" in after or "spread" in before or "spans" in before or "spread" in after:
        return True
    number = scene.index(clause)
    return (
        clause.opener in ("against", "and")
        and number > 0
        and any(
            token.low in ("wide", "spans", "spread")
            for token in scene.tokens[scene.clauses[number - 1].start : clause.start]
        )
    )


def is_high(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a single figure is the upper end of a range."""
    if mark.figure.hedge in ("limit_high", "at_most", "less"):
        return True
    if mark.figure.hedge == "limit_low":
        return False
    return bound_kind(scene, clause, mark) >= 0
