"""Multiples: "twice as many jobs", "1.4 times the pay", "half the decline", "a third more"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from nlg.validator.binding.comparands import comparison_target, first_measure, of_sum, paid_period
from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.extraction.differences.gap_cues import is_nearer_gap
from nlg.validator.extraction.nonclaims.foreign_subjects import is_of_a_portion
from nlg.validator.extraction.ratios.multiples import (
    counted_after,
    each_counted,
    factor_of,
    is_called_multiple,
)
from nlg.validator.extraction.shares.complements import SEXES
from nlg.validator.extraction.sides import either_order, either_way, sides_of, than_side
from nlg.validator.judgement.comparisons import judge_ratio
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.unit_words import unit_named
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The ratios of a clause."""
    if _is_bare(scene) or is_of_a_portion(scene, clause):
        return
    for mark in clause.marks:
        if mark.start in scene.used:
            continue
        reading = factor_of(scene, clause, mark)
        if reading is None:
            continue
        factor, hedge, step, start, end = reading
        called = is_called_multiple(scene, mark)
        each = isinstance(mark, FigureMark) and mark.figure.unit == "plain" and not called
        target = (
            ((each_counted(scene, clause) if each else None) or head_count(scene.reader))
            if each or _of_how_many(scene, clause, end)
            else first_measure(scene.reader, comparison_target(scene, clause, None, end), paid_period(scene))
            or of_sum(scene, clause, mark.start)
        )
        sides = _sides(scene, clause, mark)
        if sides is None and called and len(scene.context.subjects) == 2:
            sides = (scene.context.subjects[0], scene.context.subjects[1])
        if sides is None and target is not None and target.kind == "measure":
            judge = partial(
                judge_ratio,
                scene.reader,
                scene.place(start, end),
                target=target,
                factor=factor,
                hedge=hedge,
                step=step,
            )
            if (open_claim := either_order(scene, clause, target, judge)) is not None:
                scene.used.update(range(start, mark.end))
                scene.last_target = target
                yield open_claim
            continue
        if sides is not None and sides[0] == sides[1]:
            # "a manager earning the median makes twice as much as a manager at the 10th percentile"
            continue
        if target is None or sides is None or target.kind == "text" or _is_of_no_range(scene, target, end):
            continue
        if _is_of_no_time(scene, target, end):
            continue
        if _speaks_of_the_rest(scene, clause, target) or _is_of_ones_own(scene, clause, target):
            continue
        target = _end_spoken_of(scene, clause, target)
        if (base := _base(scene, clause, end)) is not None and not fits(scene.reader, target, base):
            people = head_count(scene.reader)
            if people is None or base.figure.unit != "plain" or base.units or base.figure.value < 1000:
                continue
            target = people
        first, second = sides if not _is_to_one(scene, mark) else _larger_first(scene, sides, target)
        if _is_to_one(scene, mark):
            # Odds are round by nature: "outnumber them four to one".
            hedge = hedge or "about"
        trend = _trend(scene, clause) if family(scene.reader, target) == "change" else 0
        following = adjacent_after(scene, clause, end, 2)
        scene.used.update(range(start, mark.end))
        for more in clause.cues("more", "as"):
            if end <= more.start <= end + 4:
                scene.used.add(more.start)
        scene.last_target, scene.said = target, (first,)
        if _is_told_in_full(scene, clause, target, (first, second)):
            scene.gap = (first, second, target, 0)
        place = scene.place(start, following.end if following else end)
        judge = partial(
            judge_ratio,
            scene.reader,
            place,
            target=target,
            factor=factor,
            hedge=hedge,
            step=step,
            trend=trend,
        )
        yield either_way(scene, clause, (first, second), judge)


def _is_of_no_range(scene: Scene, target: Target, end: int) -> bool:
    """Whether "as many" counts what no word names, and no range spoken of: "14 times as many as drive buses"."""
    return target.kind == "range" and [token.low for token in scene.tokens[end : end + 2]] == ["as", "many"]


def _is_of_no_time(scene: Scene, target: Target, end: int) -> bool:
    """Whether "as long" or "as often" is of something that the measure spoken of cannot be: seasons, of no tilt."""
    words = [token.low for token in scene.tokens[end : end + 2]]
    if words in (["as", "often"], ["as", "frequently"]):
        return family(scene.reader, target) not in ("percent", "count")
    if words != ["as", "long"] or target.kind not in ("measure", "item"):
        return False
    unit = unit_named(scene.reader.measures[target.name].unit) if target.kind == "measure" else None
    return family(scene.reader, target) != "time" and (unit is None or unit[0].dimension not in _LONG)


_LONG = frozenset({"time", "length"})


def _is_of_ones_own(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a multiple is of another measure and names nobody: "a day lasts twice as long as the year"."""
    side = than_side(scene, clause)
    if side is None or side.entities() or side.figures() or target.kind != "measure":
        return False
    named = [one for mark in side.targets() if not mark.is_verb and not mark.is_weak for one in mark.targets]
    return bool(named) and all(one.kind == "measure" for one in named) and target not in named


def _is_told_in_full(scene: Scene, clause: Clause, target: Target, sides: tuple[str, str]) -> bool:
    """Whether the gap that a multiple makes follows it: "one and a half times as much, or $31,260 in dollars"."""
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    if not following or following[0].opener != "or" or len(following[0].marks) != 1:
        return False
    return all(
        figure.figure.unit == "money" and is_nearer_gap(scene, sides, target, figure.figure)
        for figure in following[0].figures()
    )


def _end_spoken_of(scene: Scene, clause: Clause, target: Target) -> Target:
    """The end of a range whose figure a multiple goes on from, or the target: "$66,030, nearly twice as much"."""
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    alike = "same" in words and any(
        entity.end <= clause.start + words.index("same") for entity in clause.entities()
    )
    named = clause.entities() and not alike
    nouns = [one for one in clause.targets() if scene.tokens[one.start].low not in scene.reader.idiom.verbs]
    plain = (clause.opener in ("", "and", "while", ";") and not alike) or named or nouns
    if not scene.bound or plain or family(scene.reader, target) != "money" or target.kind != "measure":
        return target
    unit = scene.reader.measures[target.name].unit
    for low, high in scene.reader.ranges.values():
        if scene.reader.measures[low].unit == unit:
            return Target("measure", high if scene.bound > 0 else low)
    return target


def _speaks_of_the_rest(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a clause speaks of the sex whose share no cell holds, and a multiple of anything else is a guess."""
    inside = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    words = {scene.tokens[at].low for at in range(clause.start, clause.end) if at not in inside}
    return bool(words & SEXES) and not any(target in mark.targets for mark in clause.targets())


def _is_bare(scene: Scene) -> bool:
    """Whether a sentence is a multiple and nothing else, which may be of anything: "Almost double."."""
    return len(scene.tokens) <= 4 and sum(len(clause.marks) for clause in scene.clauses) == 1


def _base(scene: Scene, clause: Clause, end: int) -> FigureMark | None:
    """The figure that a multiple is of: "five times the 136,390"."""
    after = [one for one in clause.figures() if end <= one.start <= end + 1]
    return after[0] if after and scene.tokens[end].low in ("the", "that") else None


def _is_to_one(scene: Scene, mark: Mark) -> bool:
    """Whether a multiple is told as odds, which name nobody first: "twenty-nine to one", "seven to five"."""
    words = [token.low for token in scene.tokens[mark.start : mark.end]]
    odds = isinstance(mark, FigureMark) and mark.figure.unit == "times" and "to" in words[1:]
    return odds or is_called_multiple(scene, mark)


def _larger_first(scene: Scene, sides: tuple[str, str], target: Target) -> tuple[str, str]:
    one, two = (amount_of(scene.reader, slug, target) for slug in sides)
    if one is None or two is None or one.value >= two.value:
        return sides
    return sides[1], sides[0]


def _is_owner(scene: Scene, mark: Mark, entity: EntityMark) -> bool:
    """Whether a multiple is told as of somebody's: "is twice as high among engineers"."""
    words = [
        token.low for token in scene.tokens[mark.end : entity.start] if token.low not in ("the", "a", "an")
    ]
    return len(words) == 3 and words[0] == "as" and words[2] in ("among", "for", "in")


def _sides(scene: Scene, clause: Clause, mark: Mark) -> tuple[str, str] | None:
    """The multiple's owner and its base.

    Example: "double the two years administrators have" makes administrators the base
    """
    if isinstance(mark, FigureMark) and mark.figure.unit == "plain" and not is_called_multiple(scene, mark):
        counted = counted_after(scene, clause, mark)
        other = scene.other(counted.slugs) if counted is not None else ""
        return (counted.slugs[0], other) if counted is not None and other else None
    number = scene.index(clause)
    before = [entity for entity in clause.entities() if entity.end <= mark.start]
    after = [
        entity
        for entity in clause.entities()
        if entity.start >= mark.end and len(entity.slugs) == 1 and not entity.is_pronoun
    ]
    side = than_side(scene, clause)
    if side is None and after and not before and _is_owner(scene, mark, after[0]):
        other = scene.other(after[0].slugs)
        return (after[0].slugs[0], other) if other else None
    if side is None and after and _is_counted(scene, mark, after[0]):
        other = scene.other(after[0].slugs)
        return (after[0].slugs[0], other) if other else None
    if side is not None and side.entities() and after:
        return sides_of(scene, clause, CueMark(mark.start, mark.end, Cue("ratio")))
    behind = scene.clauses[number + 2] if number + 2 < len(scene.clauses) else None
    if (
        clause.inherited
        and not after
        and behind is not None
        and behind.entities()
        and scene.tokens[behind.start].low in ("of", "for", "among")
        and len(scene.clauses[number + 1].marks) == len(scene.clauses[number + 1].figures()) == 1
        and (other := scene.other(behind.entities()[0].slugs))
    ):
        # "for half that share, 1.1%, of plumbers"
        return behind.entities()[0].slugs[0], other
    if len(after) > 1 and not before and side is None and after[0].slugs != after[1].slugs:
        # "two thirds of RN pay is what an LPN makes"
        return after[1].slugs[0], after[0].slugs[0]
    if after and not before and not number and _is_base(scene, mark, after[0]):
        other = scene.other(after[0].slugs)
        return (other, after[0].slugs[0]) if other else None
    if after and not before and number:
        base = after[0].slugs[0]
        for earlier in reversed(scene.clauses[:number]):
            if len(earlier.subject) == 1 and earlier.subject[0] != base:
                return earlier.subject[0], base
        return None
    if before and (fitted := _fitted(scene, clause, mark, before)) is not None:
        return fitted or None
    if before and after and before[-1].slugs != after[0].slugs and len(before[-1].slugs) == 1:
        return before[-1].slugs[0], after[0].slugs[0]
    if clause.opener in ("than", "against") and number and not clause.entities():
        earlier = scene.clauses[number - 1]
        return sides_of(scene, earlier, CueMark(mark.start, mark.end, Cue("ratio")))
    return sides_of(scene, clause, CueMark(mark.start, mark.end, Cue("ratio")))


def _fitted(
    scene: Scene, clause: Clause, mark: Mark, before: list[EntityMark]
) -> tuple[str, str] | tuple[()] | None:
    """The larger before the smaller that fits into it so many times; () where that is no measure's ratio.

    Example: "Mars would fit across Uranus more than seven times", but "Earth fits inside Jupiter 1,300 times"
    """
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    if not _FITTING & set(words):
        return None
    across = bool({"across", "along", "side"} & set(words))
    named = [one for one in before if len(one.slugs) == 1]
    if across and len(named) == 2 and named[0].slugs != named[1].slugs:
        return named[1].slugs[0], named[0].slugs[0]
    return ()


_FITTING = frozenset({"fit", "fits", "fitted", "squeeze", "squeezed", "stack", "stacked"})


def _is_base(scene: Scene, mark: Mark, entity: EntityMark) -> bool:
    """Whether a multiple is of what an entity has: "that is five times the number of mechanics".

    Also of its figure: "that's more than five times the 367,220 that paralegals hold"
    """
    words = [token.low for token in scene.tokens[mark.end : entity.start]]
    pointing = scene.tokens[0].low in ("that", "this", "it", "which")
    told = any(
        isinstance(one, FigureMark) and one.start == mark.end + 1
        for clause in scene.clauses
        for one in clause.marks
    )
    if words[:1] == ["that"] and words[1:] in (["on"], ["of"], ["in"], ["for"], ["at"], ["among"]):
        # "The pressure at the surface is 92 times that on Earth."
        return True
    if (
        pointing
        and entity.possessive
        and words in ([], ["of"])
        and len(scene.context.discourse.subjects) == 1
    ):
        # "Saturn's density is only 687 kg/m³. That is about half of Jupiter's."
        spoken_of = scene.context.discourse
        measured = any(
            isinstance(one, TargetMark) and 0 <= one.start - entity.end <= 1 for _, one in scene.marks()
        )
        # "Earth is 12,756 km across, Mars 6,792 km. That is about half of Earth's width."
        return spoken_of.subjects != entity.slugs or (measured and len(spoken_of.mentioned) == 2)
    return pointing and words[:1] == ["the"] and ("of" in words or told) and len(words) <= 4


def _of_how_many(scene: Scene, clause: Clause, end: int) -> bool:
    """Whether a multiple is of how many there are of somebody: "twice as many lawyers as paralegals"."""
    words = [token.low for token in scene.tokens[end : end + 3]]
    people = words[2:] and words[2] in scene.reader.words.people
    of_them = [token.low for token in scene.tokens[end + 2 : end + 4]] in (["of", "them"], ["of", "those"])
    of_them = of_them or (
        words[2:] == ["of"] and any(one.start == end + 3 and one.reference for one in clause.entities())
    )
    before = {token.low for token in scene.tokens[clause.start : end]}
    if words[:2] == ["as", "numerous"]:
        return True
    if words[:2] == ["as", "many"] and of_them:
        return "there" in before
    return words[:2] == ["as", "many"] and (bool(people) or entity_after(scene, clause, end + 2) is not None)


def _is_counted(scene: Scene, mark: Mark, entity: EntityMark) -> bool:
    """Whether a multiple is of how many there are of an entity: "about half as many dentists"."""
    words = [token.low for token in scene.tokens[mark.end : entity.start]]
    return words in (["as", "many"], ["as", "many", "of"]) and not entity.possessive and not entity.reference


def _trend(scene: Scene, clause: Clause) -> int:
    """1 when growth is compared, −1 when decline is, 0 when the words do not say."""
    number = scene.index(clause)
    cues = [cue.cue.sign for one in scene.clauses[: number + 2] for cue in one.cues("trend")]
    if cues and all(sign < 0 for sign in cues):
        return -1
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    return 1 if not cues and words & {"growth", "grow", "growing"} else 0
