"""Figures in another unit than the data's: miles for kilometres, Fahrenheit for Celsius, "km" for millions of them.

Example: "Mars is 142 million miles from the Sun", "Venus averages 867 °F"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nlg.validator.binding import fits, subject_of
from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.judgement import judge_figure
from nlg.validator.lexis.figures import Figure
from nlg.validator.marks import CueMark, FigureMark, TargetMark
from nlg.validator.resolution import Target, domain_targets
from nlg.validator.scene import Scene

_FOREIGN: dict[str, tuple[str, Decimal]] = {
    "miles": ("km", Decimal("1.609344")), "mile": ("km", Decimal("1.609344")),
    "kilometers": ("miles", Decimal("0.621371")), "kilometres": ("miles", Decimal("0.621371")),
    "km": ("miles", Decimal("0.621371")),
    "feet": ("m", Decimal("0.3048")), "foot": ("m", Decimal("0.3048")), "yards": ("m", Decimal("0.9144")),
    "pounds": ("kg", Decimal("0.45359237")), "lbs": ("kg", Decimal("0.45359237")),
    "kilograms": ("pounds", Decimal("2.2046226")), "kg": ("pounds", Decimal("2.2046226")),
    "inches": ("cm", Decimal("2.54")), "mph": ("km/h", Decimal("1.609344")),
}  # fmt: skip
"""A unit that may stand in the text → the unit that a descriptor may have, and how many of these it is worth."""
_FAHRENHEIT = frozenset({"fahrenheit", "f"})
_CELSIUS = frozenset({"celsius", "°C"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The figures of a clause whose unit has to be turned into the data's."""
    for mark in clause.marks:
        if not isinstance(mark, FigureMark) or mark.start in scene.used or mark.figure.unit != "plain":
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


def _converted(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[Target, Figure, int] | None:
    """What a figure measures, the figure in the data's unit, and where its words end."""
    tokens, figure = scene.tokens, mark.figure
    after = tokens[mark.end].low if mark.end < len(tokens) else ""
    if any(unit in _CELSIUS or unit == "degrees" for unit in mark.units) or after in ("°", "degrees"):
        at = mark.end + (0 if mark.units else 1)
        scale = tokens[at].low if at < len(tokens) else ""
        target = _measured_in(scene, clause, mark, _CELSIUS)
        if scale not in _FAHRENHEIT or target is None or figure.high is not None:
            return None
        value = (figure.value - 32) * 5 / 9
        return target, replace(figure, value=value, step=figure.step), at + 1
    if mark.units:
        return _in_millions(scene, clause, mark)
    if after not in _FOREIGN or figure.high is not None:
        return None
    unit, factor = _FOREIGN[after]
    target = _measured_in(scene, clause, mark, frozenset({unit, f"million {unit}"}))
    if target is None:
        return None
    # What was turned into another unit is rounded once more.
    step = max(figure.step * factor, abs(figure.value) * factor / 50)
    return target, replace(figure, value=figure.value * factor, step=step), mark.end + 1


def _in_millions(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[Target, Figure, int] | None:
    """A figure in single units of a measure that the data give in millions: "2,867 km from the Sun"."""
    figure = mark.figure
    written = {token.low for token in scene.tokens[mark.start : mark.end]}
    if figure.high is not None or figure.scale > 1 or "million" in written or abs(figure.value) >= 100_000:
        return None
    millions = frozenset(f"million {unit}" for unit in mark.units)
    target = _measured_in(scene, clause, mark, millions)
    if target is None or not _is_named(scene, clause, target):
        return None
    million = Decimal(1_000_000)
    return target, replace(figure, value=figure.value / million, step=figure.step / million), mark.end


def _measured_in(scene: Scene, clause: Clause, mark: FigureMark, units: frozenset[str]) -> Target | None:
    """The measure in one of some units: the only one, or the one that the clause names."""
    found = [
        Target("measure", concept)
        for concept, measure in scene.reader.measures.items()
        if measure.unit in units and not measure.range
    ]
    named = [target for target in found if _is_named(scene, clause, target)]
    if named:
        return named[0]
    return found[0] if len(found) == 1 and fits(scene.reader, found[0], replace(mark, units=())) else None


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
