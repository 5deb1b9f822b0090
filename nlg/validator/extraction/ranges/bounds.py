"""Figures that are an end of a range, or the width or the middle of one."""

from __future__ import annotations

from nlg.validator.binding.measures import words_apart
from nlg.validator.extraction.ranges.counterparts import is_level
from nlg.validator.extraction.ranges.limits import bound_words, is_bare, is_of_people, limit_of
from nlg.validator.lexis.tails import MEDIAN
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def is_typical(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is said to be the middle of a range, and no end.

    Example: "the $81,680 typical of accountants"
    """
    if limit_of(scene, clause, mark) == MEDIAN:
        return True
    start = max(clause.start, mark.start - 4)
    if clause.number and is_bare(scene, clause, mark) and clause.opener == ",":
        start = scene.clauses[clause.number - 1].start
    near = {token.low for token in scene.tokens[start : min(mark.end + 3, clause.end)]}
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
        if isinstance(other, TargetMark) and scene.tokens[other.start].low in scene.reader.idiom.verbs:
            continue
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
    if scene.bound_before and mark.figure.unit == "money" and not _names_a_measure(scene, clause):
        return scene.bound
    inherits = clause.opener in ("against", "than", "and", ",", "while", "(") and not clause.targets()
    return scene.bound if inherits and mark.figure.unit == "money" else 0


def _names_a_measure(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says by more than a verb such as "earn" what is measured in it."""
    verbs = scene.reader.idiom.verbs
    return any(not (one.is_verb or scene.tokens[one.start].low in verbs) for one in clause.targets())


def range_beside(scene: Scene, target: Target) -> Target | None:
    """The range whose ends are in the same unit as a measure: the salary range beside the salary."""
    reader = scene.reader
    unit = reader.measures[target.name].unit
    found = [name for name, (low, _) in reader.ranges.items() if reader.measures[low].unit == unit]
    money = scene.reader.families[target.name] == "money"
    if len(found) != 1 or (money and not _is_spoken_of(scene, found[0], target)):
        return None
    return Target("range", found[0])


def _is_spoken_of(scene: Scene, name: str, target: Target) -> bool:
    """Whether a range is a measure's own, or the words that set it apart are said: "used" of the used price range."""
    apart = words_apart(scene.reader, name, target.name)
    return not apart or not apart.isdisjoint(token.low for token in scene.tokens)


def is_width(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a single figure is the distance between the ends: "a range $35,000 wide"."""
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    before = [token.low for token in scene.tokens[max(0, mark.start - 4) : mark.start]]
    if _WIDE.intersection(after) or _WIDE.intersection(before) or _is_between_ends(scene, clause, mark):
        return True
    previous = scene.clauses[clause.number - 1] if clause.number else None
    if previous is None or clause.opener not in ("against", "and", "while", ",", ";", "than"):
        return False
    told = [one for one in previous.figures() if one.figure.high is None]
    named = any(token.low in _WIDE for token in scene.tokens[previous.start : clause.start])
    if told and not clause.targets():
        # "spans $92,600 for writers, $104,640 for editors, …": each goes on from the one before it.
        named = named or is_width(scene, previous, told[-1])
    return named


def _is_between_ends(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is how far one's ends are apart: "the distance between the two ends is $92,600"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    at = next((at for at, word in enumerate(words) if word == "between"), 0)
    return bool(at) and words[at - 1] in _DISTANCES and bool(_ENDS.intersection(words[at + 1 : at + 5]))


_WIDE = frozenset({"wide", "spread", "spans", "span", "spanning", "width"})
_DISTANCES = frozenset(word_list("ends")["width"]["nouns"])
_ENDS = frozenset({"ends", "extremes", "percentiles", "bottom", "lowest"})


def is_high(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a single figure is the upper end of a range."""
    named = bound_words(scene, clause, mark)
    if mark.figure.hedge.startswith("limit") and not scene.tails() and not is_level(scene, clause, mark):
        # "The best-paid officers start at $115,280": where the top begins.
        of_people = named and any(is_of_people(scene, at) for at in range(clause.start, mark.start))
        return named > 0 if of_people else mark.figure.hedge == "limit_high"
    if named:
        return named > 0
    if mark.figure.hedge in ("limit_high", "at_most"):
        return True
    if mark.figure.hedge == "limit_low":
        return False
    return bound_kind(scene, clause, mark) >= 0
