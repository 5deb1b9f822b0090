"""Figures in another unit than the data's: miles for kilometres, Fahrenheit for Celsius, "km" for millions of them.

Example: "Mars is 142 million miles from the Sun", "Venus averages 867 °F", "about 1,200 openings a month"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from nlg.validator.binding.figures import subject_of, target_of
from nlg.validator.binding.measures import fits, trend_target
from nlg.validator.claim import Claim, Kind
from nlg.validator.judgement.figures import judge_figure, judge_range
from nlg.validator.judgement.verdicts import amount_of, family, make, named, plain_number
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.unit_words import UnitWord, converted, unit_after, unit_named
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target, domain_targets

FAR = Decimal("2.5")
"""How many times a value, or of how many a part, a figure in the wrong unit may be."""
_EACH = frozenset({"a", "an", "per", "each", "every"})
_A_YEAR = {"hour": Decimal(8760), "day": Decimal(365), "week": Decimal(52), "month": Decimal(12)}
_ANNUAL = frozenset({"annual", "yearly", "annually"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The figures of a clause whose unit has to be turned into the data's."""
    for mark in clause.marks:
        if not isinstance(mark, FigureMark) or mark.start in scene.used:
            continue
        if mark.figure.unit == "money" and (item := _item_before(scene, mark)):
            yield from _refused(scene, clause, mark, item, "share", "share")
        if mark.figure.unit == "percent" and (measure := _measure_before(scene, clause, mark)):
            yield from _refused(scene, clause, mark, measure, "value", named(scene.reader, measure))
        if mark.figure.unit != "plain":
            continue
        if mark.figure.high is not None:
            yield from _range_in_millions(scene, clause, mark)
            yield from _converted_range(scene, clause, mark)
            continue
        found = _converted(scene, clause, mark)
        if found is None:
            continue
        target, figure, end = found
        subjects = subject_of(scene, clause, mark)
        if not subjects:
            continue
        scene.used.add(mark.start)
        scene.last_target, scene.said = target, subjects
        yield judge_figure(scene.reader, scene.place(mark.start, end), subjects, target, figure)


def _item_before(scene: Scene, mark: FigureMark) -> Target | None:
    """The item or share that a sum of money is given for: "the most common gas is hydrogen, at $80"."""
    before = scene.tokens[mark.figure.core - 1].low if mark.figure.core else ""
    if (
        before not in ("at", "(", "of", "up", "by", "for")
        or mark.figure.period
        or abs(mark.figure.value) > 100
    ):
        return None
    last: TargetMark | None = None
    for _, other in scene.marks():
        if other.start >= mark.start:
            break
        if isinstance(other, CueMark) and other.cue.role == "trend" and before == "by":
            if other.end + 1 >= mark.figure.core and (change := trend_target(scene.reader)) is not None:
                # "to grow by $4.1"
                return change
        if isinstance(other, TargetMark):
            last = other
    found = (
        [target for target in last.targets if target.kind in ("item", "collection")]
        if last is not None
        else []
    )
    if last is not None and (
        shared := [
            target
            for target in last.targets
            if target.kind == "measure" and scene.reader.families[target.name] in ("percent", "change")
        ]
    ):
        return shared[0] if len(shared) == len(last.targets) else None
    shares = [target for target in found if scene.reader.collections[target.name].kind == "distribution"]
    return shares[0] if shares and last is not None and len(found) == len(last.targets) else None


def _refused(
    scene: Scene, clause: Clause, mark: FigureMark, target: Target, kind: Kind, what: str
) -> Iterator[Claim]:
    """The claim that a figure is what, by its unit, it cannot be."""
    subjects = subject_of(scene, clause, mark)
    if subjects:
        scene.used.add(mark.start)
        place = scene.place(mark.start, mark.end)
        text = f'"{place.text}" is no {what}'
        stated = plain_number(mark.figure.value)
        yield make(scene.reader, place, kind, subjects, target, "refuted", text, stated)


def _measure_before(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The age or pay that a percentage alone is said to be: "the median age of lawyers is 46.4%"."""
    tokens, targets = scene.tokens, clause.targets()
    closed = mark.end >= len(tokens) or tokens[mark.end].low in (".", "!")
    if not closed or mark.figure.core < 1 or tokens[mark.figure.core - 1].low not in ("is", "was"):
        return None
    if len(scene.clauses) > 1 or len(clause.figures()) > 1 or len(targets) != 1 or targets[0].is_verb:
        return None
    if targets[0].start > 1 or any(
        target.kind != "measure" or family(scene.reader, target) not in _SUMS for target in targets[0].targets
    ):
        return None
    return targets[0].targets[0]


_SUMS = frozenset({"time", "money"})
"""Families of units of which no percentage can be meant."""


def _range_in_millions(scene: Scene, clause: Clause, mark: FigureMark) -> Iterator[Claim]:
    """A range in single units of what the data give in millions: "between 147.1 and 152.1 km"."""
    figure, reader = mark.figure, scene.reader
    found = unit_after(scene.tokens, figure.end)
    if found is None or figure.high is None or figure.scale > 1 or figure.high >= 100_000:
        return
    for name, (low, _) in reader.ranges.items():
        own = unit_named(reader.measures[low].unit)
        target = Target("range", name)
        subjects = subject_of(scene, clause, mark)
        if own is None or own[1] == 1 or own[0] != found[1] or not subjects:
            continue
        written = {token.low for token in scene.tokens[mark.start : found[0]]}
        if "million" in written or not (_is_named(scene, clause, target) or len(reader.ranges) == 1):
            continue
        scene.used.add(mark.start)
        scaled = replace(
            figure, value=figure.value / own[1], high=figure.high / own[1], step=figure.step / own[1]
        )
        yield judge_range(reader, scene.place(mark.start, found[0]), subjects, target, scaled)
        return


def _converted_range(scene: Scene, clause: Clause, mark: FigureMark) -> Iterator[Claim]:
    """A range in another unit than the data's: "between 843 and 936 million miles from the Sun"."""
    figure, reader = mark.figure, scene.reader
    found = unit_after(scene.tokens, figure.end)
    subjects = subject_of(scene, clause, mark)
    if found is None or figure.high is None or not subjects or mark.start in scene.used:
        return
    end, said = found
    for name, (low, _) in reader.ranges.items():
        unit = reader.measures[low].unit
        own, target = unit_named(unit), Target("range", name)
        ends = (converted(figure.value, said, unit), converted(figure.high, said, unit))
        if own is None or own[0] == said or ends[0] is None or ends[1] is None:
            continue
        if not (_is_named(scene, clause, target) or len(reader.ranges) == 1):
            continue
        scene.used.add(mark.start)
        # What was turned into another unit is rounded once more.
        turned = replace(figure, value=ends[0], high=ends[1], step=abs(ends[0]) / 50, scale=1)
        yield judge_range(reader, scene.place(mark.start, end), subjects, target, turned)
        return


def _converted(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[Target, Figure, int] | None:
    """What a figure measures, the figure in the data's unit, and where its words end."""
    figure = mark.figure
    if figure.high is not None:
        return None
    found = unit_after(scene.tokens, figure.end)
    if found is None:
        return _a_while(scene, clause, mark)
    end, said = found
    if clause.cues("gap") or any(end <= cue.start <= end + 1 for cue in clause.cues("more")):
        return None
    target = _measured_in(scene, clause, mark, said)
    if target is None:
        return None
    unit = scene.reader.measures[target.name].unit
    own = unit_named(unit)
    value = converted(figure.value, said, unit)
    if own is None or value is None:
        return None
    same = own[0] == said
    if same and (own[1] == 1 or abs(figure.value) * 10 >= own[1]):
        return None
    step = abs(figure.step * value / figure.value) if figure.value else figure.step
    # What was turned into another unit is rounded once more.
    return target, replace(figure, value=value, step=step if same else max(step, abs(value) / 50)), end


def _a_while(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[Target, Figure, int] | None:
    """A count in an hour or a month, of a measure that counts by the year: "48,300 openings a month"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 4]]
    at = next(
        (index for index, word in enumerate(words[:-1]) if word in _EACH and words[index + 1] in _A_YEAR),
        None,
    )
    if at is None or at > 1 or mark.units:
        return None
    target = target_of(scene, clause, mark)
    if target is None or target.kind != "measure" or scene.reader.families[target.name] != "count":
        return None
    measure = scene.reader.measures[target.name]
    if not _ANNUAL & set(f"{measure.noun} {measure.label} {' '.join(measure.also)}".lower().split()):
        return None
    times = _A_YEAR[words[at + 1]]
    figure = mark.figure
    value = figure.value * times
    return target, replace(figure, value=value, step=max(figure.step * times, value / 50)), mark.end + at + 2


def _measured_in(scene: Scene, clause: Clause, mark: FigureMark, said: UnitWord) -> Target | None:
    """The measure of what a unit measures: the one that the clause names, else the only one."""
    found = [
        Target("measure", concept)
        for concept, measure in scene.reader.measures.items()
        if not measure.range
        and (own := unit_named(measure.unit)) is not None
        and own[0].dimension == said.dimension
    ]
    named = [target for target in found if _is_named(scene, clause, target)]
    if named:
        return named[0]
    bare = replace(mark, units=())
    if len(found) == 1:
        return found[0] if fits(scene.reader, found[0], bare) else None
    meant = target_of(scene, clause, bare) if found else None
    return meant if meant in found else _spoken_of_before(scene, clause, mark, found)


def _spoken_of_before(
    scene: Scene, clause: Clause, mark: FigureMark, found: Sequence[Target]
) -> Target | None:
    """The measure of the sentence before, where the figure is near its value in the one unit or in the other.

    Example: "Earth orbits at a distance of 149.6 million km. Mars circles at 228 million miles"
    """
    target = next((one for one in found if one.name == scene.context.discourse.concept), None)
    unit = unit_named(scene.reader.measures[target.name].unit) if target is not None else None
    if target is None or unit is None or len(subjects := subject_of(scene, clause, mark)) != 1:
        return None
    known = amount_of(scene.reader, subjects[0], target)
    told = abs(mark.figure.value)
    near = known is not None and known.value / FAR < told / unit[1] < known.value * FAR
    return target if near else None


def _is_named(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a clause, or its heading, speaks of a measure."""
    if scene.context.topic == target.name or scene.last_target == target:
        return True
    for mark in clause.marks:
        if isinstance(mark, TargetMark):
            if target in mark.targets:
                return True
        elif isinstance(mark, CueMark) and target in domain_targets(scene.reader, mark.cue.domain):
            return True
    return False
