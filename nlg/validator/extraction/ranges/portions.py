"""Which share of the people a sum is said to bound, and what limit that makes it: "nine in ten make less than …"."""

from __future__ import annotations

from decimal import Decimal

from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.tails import HIGH, LOW, MEDIAN, OTHER
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene

_INEQUALITIES = frozenset({"more", "less", "at_least", "at_most"})


def limit_of_part(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """The limit that a share of the people earns more or less than: "nine in ten make less than $211,450"."""
    part = part_of(scene, clause, mark) or _same_part(scene, clause, mark)
    if part is None:
        return None
    if mark.figure.high is not None:
        return None if share_of(part) == 80 else OTHER
    below = share_of(part) if mark.figure.hedge in ("less", "at_most") else 100 - share_of(part)
    if part.figure.hedge not in ("", "about"):
        return OTHER
    return {10: LOW, 50: MEDIAN, 90: HIGH}.get(int(below), OTHER) if below == int(below) else OTHER


def part_of(scene: Scene, clause: Clause, mark: FigureMark) -> FigureMark | None:
    """The share of an entity's people that a sum is said to bound: "one in ten", "80% of nurses"."""
    figure = mark.figure
    beyond = mark.start > 0 and scene.tokens[mark.start - 1].low in _PASSING
    if figure.unit != "money" or not (figure.hedge in _INEQUALITIES or figure.high is not None or beyond):
        return None
    for part in clause.figures():
        if part.figure.unit in ("fraction", "percent") and part.figure.high is None:
            between = [one for one in clause.marks if part.end <= one.start < mark.start]
            named = [one for one in between if isinstance(one, TargetMark) and _hasshare_of(scene, one)]
            people = any(isinstance(one, EntityMark) for one in between) or _counts_people(scene, part)
            if share_of(part) == 10 or (part.end <= mark.start and people and not named):
                return part
    return None


_PASSING = frozenset((*word_list("thresholds")["passing"], *word_list("thresholds")["beyond"]))


def _same_part(scene: Scene, clause: Clause, mark: FigureMark) -> FigureMark | None:
    """The part told before, which a clause takes up: "ten percent of … less than $38,130, and the same share of …"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    again = any(words[at] == "same" and words[at + 1] in _PARTS for at in range(len(words) - 1))
    if not again or mark.figure.hedge not in _INEQUALITIES:
        return None
    for earlier in reversed(scene.clauses[: clause.number]):
        for sum_told in earlier.figures():
            if sum_told.figure.unit == "money" and (part := part_of(scene, earlier, sum_told)) is not None:
                return part
    return None


_PARTS = frozenset({"share", "proportion", "percentage", "number", "part"})


def _hasshare_of(scene: Scene, mark: TargetMark) -> bool:
    """Whether a share may be of what a mark names."""
    return any(family(scene.reader, target) == "percent" for target in mark.targets)


def _counts_people(scene: Scene, part: FigureMark) -> bool:
    """Whether people follow a share, or nothing but what they do."""
    words = [token.low for token in scene.tokens[part.end : part.end + 4]]
    return bool(set(words) & (scene.reader.words.people | {"them", "all"})) or words[:1] != ["of"]


def share_of(part: FigureMark) -> Decimal:
    """A part in percent."""
    return part.figure.value * (100 if part.figure.unit == "fraction" else 1)
