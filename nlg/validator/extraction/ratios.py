"""Multiples: "twice as many jobs", "1.4 times the pay", "half the decline", "a third more"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.binding import Scene, adjacent_after, comparison_target, first_measure
from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.extraction.differences import sides_of
from nlg.validator.judgement import family, judge_ratio
from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.figures import Hedge, hedge_before
from nlg.validator.marks import CueMark, FigureMark

def read(scene: Scene) -> Iterator[Claim]:
    """The ratios of a sentence."""
    for clause, mark in scene.marks():
        if mark.start in scene.used:
            continue
        reading = _factor(scene, clause, mark)
        if reading is None:
            continue
        factor, hedge, step, start, end = reading
        target = first_measure(scene.reader, comparison_target(scene, clause, None, end))
        sides = sides_of(scene, clause, CueMark(mark.start, mark.end, Cue("ratio")))
        if target is None or sides is None or target.kind == "text":
            continue
        first, second = sides
        decline = family(scene.reader, target) == "change" and _falls(scene, clause)
        following = adjacent_after(scene, clause, end, 2)
        scene.used.add(mark.start)
        for more in clause.cues("more"):
            if end <= more.start <= end + 4:
                scene.used.add(more.start)
        scene.last_target, scene.said = target, (first,)
        place = scene.place(start, following.end if following else end)
        yield judge_ratio(scene.reader, place, first, second, target, factor, hedge, step, decline)


def _factor(
    scene: Scene, clause: Clause, mark: object
) -> tuple[Decimal, Hedge, Decimal, int, int] | None:
    """Multiple, hedge, printed step, and the words that say it."""
    tokens = scene.tokens
    if isinstance(mark, CueMark) and mark.cue.role == "ratio":
        hedge, start = hedge_before(tokens, mark.start)
        return mark.cue.factor, hedge, Decimal(1), start, mark.end
    if not isinstance(mark, FigureMark):
        return None
    figure = mark.figure
    after = tokens[mark.end].low if mark.end < len(tokens) else ""
    if figure.unit == "times":
        return figure.value, figure.hedge, figure.step, mark.start, mark.end
    if figure.unit == "fraction" and after in ("as", "the", "that", "of") and _is_multiple(scene, clause, mark):
        return figure.value, figure.hedge, Decimal(1), mark.start, mark.end
    if figure.unit == "percent" and after in ("of", "as") and _is_multiple(scene, clause, mark):
        return figure.value / 100, figure.hedge, figure.step / 100, mark.start, mark.end
    return None


def _is_multiple(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a fraction is of the other side's value, and no share of people: "half the jobs", "a third as many"."""
    tokens = scene.tokens
    after = tokens[mark.end].low
    if after == "as":
        return True
    following = adjacent_after(scene, clause, mark.end, 3)
    if following is None or not any(target.kind in ("measure", "range") for target in following.targets):
        return after in ("that", "of") and any(token.low in ("what", "that", "figure") for token in tokens[mark.end : mark.end + 2])
    return not any(family(scene.reader, target) == "percent" for target in following.targets if target.kind != "text")


def _falls(scene: Scene, clause: Clause) -> bool:
    number = scene.index(clause)
    cues = [cue for one in scene.clauses[: number + 2] for cue in one.cues("trend")]
    return bool(cues) and all(cue.cue.sign < 0 for cue in cues)

