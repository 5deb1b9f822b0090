"""Stated gaps: "$95 more a year", "9 years older", "a gap of $95", "41% more", "4 percentage points"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from nlg.validator.binding.comparands import (
    comparison_target,
    first_measure,
    known_measure,
    of_sum,
    paid_period,
)
from nlg.validator.binding.descriptions import described_behind
from nlg.validator.binding.elisions import sum_told_last
from nlg.validator.binding.measures import fits, only_target, trend_target
from nlg.validator.binding.narrowing import with_period
from nlg.validator.claim import Claim
from nlg.validator.extraction.changes.falls import is_fall, of_a_decline
from nlg.validator.extraction.differences.ends_told import bound_target, is_at_an_end, of_what_is_usual
from nlg.validator.extraction.differences.gap_cues import (
    delayed_cue,
    difference_cue,
    elaborated_cue,
    is_nearer_gap,
    shared_cue,
)
from nlg.validator.extraction.differences.restatements import said_again
from nlg.validator.extraction.differences.sides_told import beside
from nlg.validator.extraction.sides import either_order, either_way, sides_of, than_side
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import family, make, plain_number
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene, entity_after
from nlg.validator.vocabulary.merits import sense
from nlg.validator.vocabulary.resolution import Target, period_of

_LEADING = frozenset({"advantage", "edge", "lead", "premium", "ahead", "head", "bump", "extra", "additional"})
_POINTING = frozenset(word_list("restating")["pointing"])
_TRAILING = frozenset({"disadvantage", "deficit", "shortfall"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The differences of a clause."""
    for mark in clause.marks:
        if not isinstance(mark, FigureMark) or mark.start in scene.used or mark.figure.high is not None:
            continue
        if (
            mark.figure.unit in ("times", "ordinal")
            or _is_year(scene, mark)
            or _counts_what_is_parted(scene, clause, mark)
            or _is_set_against(scene, clause, mark)
            or described_behind(scene, clause, mark)
        ):
            continue
        cue = difference_cue(scene, clause, mark)
        if cue is None:
            cue = shared_cue(scene, clause, mark) or delayed_cue(scene, clause, mark)
        elaborated = cue is None
        if cue is None:
            cue = elaborated_cue(scene, clause, mark)
        if cue is not None and scene.gap is not None and cue.start in scene.used and cue not in clause.marks:
            cue = None
        if cue is None:
            if (again := _said_otherwise(scene, clause, mark) or said_again(scene, clause, mark)) is not None:
                yield again
            continue
        if (projected := _projected(scene, clause, mark, cue)) is not None:
            yield projected
            continue
        owner = next((one for one in scene.clauses if cue in one.marks), clause)
        sides = sides_of(scene, owner, cue)
        if clause.opener == "or" and scene.gap is not None and scene.gap[3] and not clause.entities():
            # "… more for her lot, or an extra $11.70 an hour" is of those who were just set apart.
            sides = scene.gap[0], scene.gap[1]
        if _is_share_in_brackets(scene, clause, mark, cue, sides):
            continue
        scene.used.add(cue.start)
        if (
            mark.figure.unit == "money"
            and not mark.figure.period
            and (period := _period_after(scene, cue.end))
        ):
            mark = replace(mark, figure=replace(mark.figure, period=period))
        if mark.figure.unit == "plain" and not mark.units and (span := _span_after(scene, cue.end)):
            # "42 extra minutes of sleep"
            mark = replace(mark, figure=replace(mark.figure, unit="time", period=span))
        mark = with_period(scene, clause, mark)
        target = _target(scene, clause, mark, cue, sides)
        if target is None and sides and mark.figure.unit == "points":
            yield from _no_points(scene, clause, mark, cue, sides)
        if not sides and target is not None and target.kind == "measure" and cue.cue.role == "more":
            place = scene.place(min(mark.start, cue.start), max(mark.end, cue.end))
            sign = sense(scene.reader, cue.cue, target)
            judge = partial(
                judge_difference, scene.reader, place, target=target, figure=mark.figure, sign=sign
            )
            if (open_claim := either_order(scene, clause, target, judge)) is not None:
                scene.used.update((mark.start, cue.start))
                scene.last_target = target
                yield open_claim
            continue
        if not sides or target is None:
            continue
        first, second = sides
        if elaborated and not is_nearer_gap(scene, (first, second), target, mark.figure):
            continue
        sign = sense(scene.reader, cue.cue, target)
        word = scene.tokens[cue.start].low
        if cue.cue.role == "gap":
            sign = 1 if word in _LEADING else -1 if word in _TRAILING else 0
            if len(owner.subject) != 1 or not (owner.entities() or clause.entities()):
                sign = 0
        if cue.cue.role in ("same", "similar"):
            mark, sign = replace(mark, figure=replace(mark.figure, hedge="at_most")), 0
        fall = is_fall(clause, cue, scene, target)
        if fall:
            sign = -sign
        start, end = min(mark.start, cue.start), max(mark.end, cue.end)
        scene.used.update((mark.start, cue.start))
        scene.last_target, scene.said = target, (first,)
        scene.gap = (first, second, target, sign)
        scene.bound = _bound_of(scene, target) or scene.bound
        place = scene.place(start, end)

        judge = partial(
            judge_difference,
            scene.reader,
            place,
            target=target,
            figure=mark.figure,
            sign=sign,
            other=beside(scene, owner, target),
            domain=cue.cue.domain,
        )
        claim = either_way(scene, clause, sides, judge)
        if claim.verdict == "supported" and claim.subjects == (second, first):
            scene.gap = (second, first, target, sign)
        claim = of_a_decline(scene, claim, target) if fall else claim
        if claim.verdict == "refuted" and cue.start == mark.start and not clause.targets():
            # "By how much?" may ask of any of the sums told.
            for told in scene.context.discourse.told:
                if told.kind == "measure" and fits(scene.reader, told, mark):
                    again = judge_difference(scene.reader, place, first, second, told, mark.figure, 0)
                    claim = again if again.verdict == "supported" else claim
        yield claim


def _span_after(scene: Scene, end: int) -> str:
    """The time that a number of "extra" or "more" counts, where its word stands at a token."""
    word = scene.tokens[end].low if end < len(scene.tokens) else ""
    word = word if word.endswith("s") else f"{word}s"
    return word if word in _SPANS else ""


_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def _is_share_in_brackets(
    scene: Scene, clause: Clause, mark: FigureMark, cue: CueMark, sides: tuple[str, str] | None
) -> bool:
    """Whether brackets behind a comparative of shares give one of them: "are less often Black (8.5 percent)"."""
    alone = clause.opener == "(" and clause.marks == [mark] and mark.figure.unit == "percent"
    if not alone or cue in clause.marks or cue.cue.role != "more" or not sides:
        return False
    target = _target(scene, clause, mark, cue, sides)
    return (
        target is not None
        and target.kind in ("item", "measure")
        and family(scene.reader, target) == "percent"
    )


def _is_set_against(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a sum is set against another, so that neither is a gap: "ahead, $121,420 to $106,990"."""
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    alone = clause.marks == [mark] and clause.opener == "," and clause.end - mark.end == 0
    return alone and any(
        one.opener == "against" and one.marks[:1] != [] and one.marks[0].start == one.start and bool(one.figures())
        and one.figures()[0] is one.marks[0] and one.figures()[0].figure.unit == mark.figure.unit
        for one in following
    )  # fmt: skip


def _counts_what_is_parted(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a number says how many things lie apart, and not how far: "separates two of the best-known jobs"."""
    bare = mark.figure.unit == "plain" and mark.figure.in_words and not mark.units
    return bare and any(
        cue.end == mark.start and scene.tokens[cue.start].low.rstrip("s") in _PARTING
        for cue in clause.cues("gap")
    )


_PARTING = frozenset({"separate", "divide", "part", "split"})


def _is_year(scene: Scene, mark: FigureMark) -> bool:
    """Whether a number is the year by which something is to happen: "4.5% more jobs by 2034"."""
    digits = scene.tokens[mark.figure.core].low
    plain = mark.figure.unit == "plain" and not mark.units and digits.isdigit() and len(digits) == 4
    before = scene.tokens[mark.figure.core - 1].low if mark.figure.core else ""
    return plain and before == "by" and 1900 < mark.figure.value < 2200


def _no_points(
    scene: Scene, clause: Clause, mark: FigureMark, cue: CueMark, sides: tuple[str, str]
) -> Iterator[Claim]:
    """A refuted claim for percentage points of what is no share: "earn 46 percentage points more"."""
    named = any(not other.is_weak for other in clause.targets()) or bool(cue.cue.domain)
    found = first_measure(scene.reader, comparison_target(scene, clause, cue, cue.end))
    if not named or found is None or found.kind != "measure":
        return
    scene.used.update((mark.start, cue.start))
    place = scene.place(min(mark.start, cue.start), max(mark.end, cue.end))
    text = f'"{place.text}" speaks of points, and {scene.reader.measures[found.name].noun} is no share'
    stated = plain_number(mark.figure.value)
    yield make(scene.reader, place, "difference", sides, found, "refuted", text, stated)


def _bound_of(scene: Scene, target: Target) -> int:
    """1 or −1 for a measure that is the upper or the lower end of a range of money, else 0."""
    for low, high in scene.reader.ranges.values():
        if target.name in (low, high) and scene.reader.families[low] == "money":
            return 1 if target.name == high else -1
    return 0


def _projected(scene: Scene, clause: Clause, mark: FigureMark, cue: CueMark) -> Claim | None:
    """A comparison with today, not with the other: "by 2034 the number of jobs is expected to be 8% lower"."""
    target = trend_target(scene.reader)
    words = {token.low for token in scene.tokens}
    if (
        target is None
        or mark.figure.unit != "percent"
        or cue not in clause.marks
        or cue.cue.role != "more"
        or (cue.cue.domain and cue.cue.domain != "count")
    ):
        return None
    expected = words & {"expected", "projected", "forecast", "predicted", "expect", "expects"}
    dated = "will" in words and any(
        word.isdigit() and word.startswith("20") and len(word) == 4 for word in words
    )
    dated = dated or any(
        one.low == "by" and two.low.isdigit() and two.low.startswith("20") and len(two.low) == 4
        for one, two in pairwise(scene.tokens)
    )
    counted = entity_after(scene, clause, cue.end)
    subjects = counted.slugs if counted is not None else clause.subject
    side = than_side(scene, clause)
    if side is not None and not _is_today(scene, side):
        return None
    if not (expected or dated) or not subjects:
        return None
    scene.used.update((mark.start, cue.start))
    scene.last_target = target
    figure = replace(mark.figure, value=mark.figure.value * cue.cue.sign)
    if side is not None:
        scene.used.update(one.start for one in side.figures())
    place = scene.place(mark.start, cue.end)
    return judge_figure(scene.reader, place, subjects, target, figure, "trend")


def _is_today(scene: Scene, side: Clause) -> bool:
    """Whether the other side is a time: "than in 2024", "than today"."""
    words = [token.low for token in scene.tokens[side.start : side.end] if token.low.isalnum()]
    now = words in (["today"], ["now"], ["at", "present"], ["there", "are", "today"], ["there", "are", "now"])
    return not side.entities() and (now or (len(words) == 2 and words[0] == "in" and words[1].isdigit()))


def _said_otherwise(scene: Scene, clause: Clause, mark: FigureMark) -> Claim | None:
    """The last difference in another unit: "… of just $95, or about 0.3%"."""
    of_whose = mark.figure.unit == "fraction" and (bool(clause.entities()) or clause.opener == "or")
    unit = mark.figure.unit in ("percent", "money", "points") or of_whose
    if (
        scene.gap is None
        or clause.opener not in ("or", "(")
        or (clause.entities() and mark.figure.unit not in ("percent", "fraction"))
        or (clause.targets() and not clause.entities())
        or not unit
    ):
        return None
    number = scene.index(clause)
    if clause.opener == "(" and len(clause.figures()) > 1:
        return None
    before = scene.clauses[number - 1].entities() if number else []
    if clause.opener == "(" and before and before[-1].end >= clause.start - 1:
        # "14% above that of lawyers ($151,160)" gives what they have.
        return None
    if clause.opener == "(" and any(
        one.opener == "against" and one.figures() for one in scene.clauses[number + 1 : number + 2]
    ):
        return None
    first, second, target, sign = scene.gap
    if clause.entities():
        # "… or 21.8% of the statistician's pay": what it is a share of is named.
        base = clause.entities()[0].slugs
        other = scene.other(base)
        if not other:
            return None
        first, second, sign = other, base[0], 0
    scene.used.add(mark.start)
    place = scene.place(mark.start, mark.end)
    return judge_difference(scene.reader, place, first, second, target, mark.figure, sign)


def _target(
    scene: Scene, clause: Clause, mark: FigureMark, cue: CueMark, sides: tuple[str, str] | None
) -> Target | None:
    reader = scene.reader
    found = comparison_target(scene, clause, cue, cue.end)
    if mark.figure.unit in ("percent", "fraction"):
        if (usual := of_what_is_usual(scene, mark)) is not None:
            return usual
        if is_at_an_end(scene, clause, mark):
            # "At the 90th percentile they are within 1% of each other"
            return bound_target(scene, clause, mark) or first_measure(reader, found)
        period = paid_period(scene)
        if not found and (told := of_sum(scene, clause, mark.start)):
            found = (told,)
        return known_measure(reader, found, sides, period) if sides else first_measure(reader, found, period)
    if mark.figure.unit == "points":
        fitting = tuple(target for target in found if family(reader, target) in ("percent", "change"))
        return first_measure(reader, fitting)
    fitting = tuple(target for target in found if fits(reader, target, mark))
    if mark.figure.unit == "money":
        bound = bound_target(scene, clause, mark)
        if bound is not None:
            return bound
        if len(fitting) == 1 and not mark.figure.period:
            return fitting[0]
        if (told := sum_told_last(scene, mark)) is not None:
            return told
        period = mark.figure.period or _period_spoken_of(scene, mark)
        for target in fitting:
            if target.kind == "measure" and period_of(reader.measures[target.name]) == period:
                return target
        every = [Target("measure", concept) for concept in reader.targets_of_family("money")]
        for target in every:
            if period_of(reader.measures[target.name]) == period:
                return target
        return next(iter((*fitting, *every)), None)
    if fitting:
        return first_measure(reader, fitting)
    told = scene.context.discourse.target
    if told is not None and told.kind == "measure" and scene.tokens[0].low in _POINTING:
        # "… 39,900 a year compared with 24,400. That makes 15,500 additional chances."
        return told if fits(reader, told, mark) else None
    return only_target(reader, mark)


def _period_spoken_of(scene: Scene, mark: FigureMark) -> str:
    """The period of the pay spoken of last, for a gap too small to be a year's; else a year."""
    if mark.figure.value >= 50:
        return "year"
    for concept in (scene.last_target.name if scene.last_target else "", scene.context.discourse.concept):
        measure = scene.reader.measures.get(concept)
        if measure is not None and scene.reader.families[concept] == "money":
            return period_of(measure)
    return "hour" if mark.figure.step < 1 else "year"


_PERIODS = {"hour": "hour", "year": "year", "month": "month", "week": "week", "annually": "year", "hourly": "hour",
            "monthly": "month", "weekly": "week", "yearly": "year"}  # fmt: skip


def _period_after(scene: Scene, end: int) -> str:
    """The period that follows a comparative: "$15.03 more per hour"."""
    words = [token.low for token in scene.tokens[end : end + 3]]
    if words[:1] and words[0] in ("annually", "hourly", "monthly", "weekly", "yearly"):
        return _PERIODS[words[0]]
    if len(words) > 1 and words[0] in ("a", "an", "per", "each", "every"):
        return _PERIODS.get(words[1], "")
    return ""
