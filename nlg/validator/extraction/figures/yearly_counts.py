"""Counts of what comes up in a year, told from counts of what there is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene, entity_after
from nlg.validator.vocabulary.resolution import Reader, Target

_ANNUAL = frozenset({"annual", "yearly", "annually", *KINDS["flow"].words})
_TIMES_A_YEAR = {"month": 12, "week": 52, "day": 365}
_EACH = frozenset({"a", "an", "per", "each", "every"})
_COMING = frozenset(
    {"open", "opens", "opened", "up", "vacant", "available", "arise", "arises", "free", "filled"}
)
_COMES = frozenset(
    {"come", "comes", "open", "opens", "become", "becomes", "arise", "fall", "falls", "be", "are", "is"}
)


def by_the_year(scene: Scene, clause: Clause, mark: FigureMark, target: Target) -> Target:
    """The measure of what comes up in a year where a count is said to be one: "14,100 jobs come up a year"."""
    reader = scene.reader
    if target.kind != "measure" or reader.families[target.name] != "count" or is_annual(reader, target.name):
        return target
    found = [concept for concept in reader.targets_of_family("count") if is_annual(reader, concept)]
    if len(found) != 1 or not (_says_so(scene, clause, mark) or _follows(scene, clause, mark, found[0])):
        return target
    return Target("measure", found[0])


def coming_up(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The measure of what comes up in a year, for a count of something else: "every year 75,800 chairs come free"."""
    reader = scene.reader
    found = [concept for concept in reader.targets_of_family("count") if is_annual(reader, concept)]
    bare = mark.figure.unit == "plain" and not mark.units and mark.figure.value >= _MANY
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    yearly = any(one in _EACH and two == "year" for one, two in pairwise(words))
    if len(found) != 1 or not bare or not yearly or not _comes_up(scene, clause, mark):
        return None
    return Target("measure", found[0])


_MANY = 100


def in_a_year(scene: Scene, clause: Clause, mark: FigureMark, target: Target) -> FigureMark:
    """The mark of a count for a month or a week, as the count for a year that it makes: "each month, about 3,800"."""
    reader = scene.reader
    if (
        target.kind != "measure"
        or reader.families[target.name] != "count"
        or not is_annual(reader, target.name)
    ):
        return mark
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    if clause.number == 1 and not scene.clauses[0].figures():
        words = [token.low for token in scene.tokens[: clause.end]]
    for period, times in _TIMES_A_YEAR.items():
        if any(one in _EACH and two == period for one, two in pairwise(words)):
            figure = mark.figure
            hedge = figure.hedge or "about"
            value, step = figure.value * times, figure.step * times
            return replace(mark, figure=replace(figure, value=value, step=step, hedge=hedge))
    return mark


def is_annual(reader: Reader, concept: str) -> bool:
    """Whether a measure counts what comes up in a year."""
    measure = reader.measures[concept]
    return bool(_ANNUAL & set(f"{measure.noun} {measure.label} {' '.join(measure.also)}".lower().split()))


def _says_so(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether the clause, or the head of the sentence, says "a year" or that posts come open."""
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    first = scene.clauses[0]
    head = [] if first.figures() and first is not clause else [t.low for t in scene.tokens[: first.end]][:4]
    for said in (words, head):
        if any(one in _EACH and two == "year" for one, two in pairwise(said)):
            return True
    return _comes_up(scene, clause, mark)


def _comes_up(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether what a figure counts is said to come open behind it."""
    after = [token.low for token in scene.tokens[mark.end : min(mark.end + 9, clause.end)]]
    return any(one in _COMES and two in _COMING for one, two in pairwise(after))


def _spoken_of(scene: Scene, target: Target) -> bool:
    return scene.last_target == target or any(known == target for _, known in scene.stated)


def _follows(scene: Scene, clause: Clause, mark: FigureMark, concept: str) -> bool:
    """Whether a figure without a noun is set beside one of the same measure in the clause before."""
    named = any(isinstance(one, TargetMark) and not one.is_weak for one in clause.marks)
    counted = entity_after(scene, clause, mark.end)
    if clause.opener == "and" and counted is not None and clause.marks == [mark, counted]:
        # "19,800 attendants will be wanted and 11,700 pilots"
        return scene.last_target == Target("measure", concept)
    return (
        clause.opener in ("and", "against", "while", ";", "than", ",", "who")
        and not named
        and entity_after(scene, clause, mark.end) is None
        and _spoken_of(scene, Target("measure", concept))
    )
