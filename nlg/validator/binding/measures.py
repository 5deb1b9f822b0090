"""What a figure can measure by its unit, and the measures that need no name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from nlg.validator.judgement.verdicts import family
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.vocabulary.resolution import Reader, Target, name_of, period_of


def fits(reader: Reader, target: Target, mark: FigureMark) -> bool:
    """Whether a figure can be a value of a target, by its unit."""
    if target.kind in ("text", "collection"):
        return False
    kind = family(reader, target)
    figure = mark.figure
    unit = figure.unit
    if unit == "money":
        return kind == "money"
    if unit in ("percent", "points"):
        return kind in ("percent", "change")
    if unit == "fraction":
        return kind in ("percent", "score")
    if mark.units:
        return target.kind in ("measure", "range") and any(
            _same_unit(_unit(reader, target), unit) for unit in mark.units
        )
    if unit == "time":
        return kind == "time" and not _is_far_off(figure.period, _unit(reader, target))
    if unit == "plain" and kind == "time" and abs(figure.value) > _LONG and target.kind == "measure":
        return reader.measures[target.name].unit != "years"
    if unit == "plain":
        return kind in ("count", "score", "time") or kind.startswith("unit:")
    return False


def _is_far_off(said: str, declared: str) -> bool:
    """Whether one is of parts of a day and the other of years, so that nobody would say the one by the other."""
    return bool({said, declared} & _HOURS) and bool({said, declared} & _YEARS)


_HOURS = frozenset({"hours", "minutes", "seconds"})
_YEARS = frozenset({"years", "decades"})
_LONG = 200
"""A number without a unit that is greater counts no years."""


def _unit(reader: Reader, target: Target) -> str:
    concept = reader.ranges[target.name][0] if target.kind == "range" else target.name
    return reader.measures[concept].unit


def _same_unit(one: str, two: str) -> bool:
    return one == two or one.removeprefix("million ") == two.removeprefix("million ")


def choose(reader: Reader, targets: Iterable[Target], mark: FigureMark) -> Target | None:
    """Of the readings of one measure's name, the one that the figure's unit and period allow."""
    fitting = [target for target in targets if fits(reader, target, mark)]
    if not fitting:
        return None
    if mark.figure.high is not None or mark.figure.hedge.startswith("limit"):
        for target in fitting:
            if target.kind == "range":
                return target
    if mark.figure.unit == "money":
        measures = [target for target in fitting if target.kind == "measure"]
        period = mark.figure.period or ("year" if abs(mark.figure.value) >= 500 else "hour")
        for target in measures:
            if period_of(reader.measures[target.name]) in (period, ""):
                return target
        if measures:
            return measures[0]
    singles = [target for target in fitting if target.kind != "range"]
    return (singles or fitting)[0]


@lru_cache(maxsize=64)
def trend_target(reader: Reader) -> Target | None:
    """The measure of change, when there is just one."""
    found = reader.targets_of_family("change")
    return Target("measure", found[0]) if found else None


def topic_targets(reader: Reader, topic: str) -> tuple[Target, ...]:
    """A heading's topic as targets."""
    if topic in reader.measures:
        measure = reader.measures[topic]
        if not measure.numeric:
            return (Target("text", topic),)
        if measure.range:
            return (Target("range", measure.range),)
        same = [
            concept
            for concept in reader.measures
            if reader.families[concept] == "money" == reader.families[topic]
            and not reader.measures[concept].range
        ]
        return tuple(Target("measure", concept) for concept in (same or [topic]))
    if topic in reader.ranges:
        return (Target("range", topic),)
    return ()


def only_target(reader: Reader, mark: FigureMark) -> Target | None:
    """The one measure that a figure's unit leaves; none when there are several, or the unit says nothing."""
    figure = mark.figure
    if figure.unit == "plain" and not mark.units:
        return None
    ranges = [Target("range", name) for name in reader.ranges if fits(reader, Target("range", name), mark)]
    if figure.high is not None and (len(ranges) == 1 or figure.unit == "time"):
        return ranges[0] if len(ranges) == 1 else None
    singles = [
        Target("measure", concept)
        for concept, measure in reader.measures.items()
        if not measure.range and fits(reader, Target("measure", concept), mark)
    ]
    if figure.unit == "money":
        own = [one for one in ranges if any(not words_apart(reader, one.name, two.name) for two in singles)]
        return choose(reader, singles + (own if singles and figure.high is None else ranges), mark)
    if len(singles) == 1 and not (ranges and figure.high is not None):
        return singles[0]
    return None


@lru_cache(maxsize=256)
def words_apart(reader: Reader, name: str, concept: str) -> frozenset[str]:
    """The words that set a range apart from a measure: "used" of the used price range, none of the salary range."""
    noun = reader.measures[reader.ranges[name][0]].noun or name.replace("_", " ")
    own = set(noun.lower().partition(",")[0].split())
    other = set(name_of(reader.measures[concept]).lower().split())
    own -= _OF_RANGES
    apart = own - other
    return frozenset() if apart == own else frozenset(apart)


_OF_RANGES = frozenset({"range", "band", "spread", "scale", "span", "bracket"})


def akin_target(reader: Reader, words: Iterable[str], mark: FigureMark) -> Target | None:
    """The one measure in a figure's unit of whose noun a word has the stem: "is supported for five years"."""
    if mark.figure.high is not None:
        return None
    said = {word[:_STEM] for word in words if len(word) >= _STEM}
    found = [
        Target("measure", concept)
        for concept, measure in reader.measures.items()
        if measure.numeric
        and not measure.range
        and any(word[:_STEM] in said for word in name_of(measure).split() if len(word) >= _STEM)
        and fits(reader, Target("measure", concept), mark)
    ]
    return found[0] if len(found) == 1 and (mark.figure.unit != "plain" or mark.units) else None


_STEM = 5
"""Letters in which a verb and the noun made of it agree: "charges", "charging"."""
