"""A figure of a table or list against the data: printed precision, hedges, signs, periods and scales."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from nlg.data import Measure, Observation
from nlg.validator.claim import Stated
from nlg.validator.context import Reader
from nlg.validator.judgement.tolerance import CONVERTED, fraction_holds, holds, is_foreign, within
from nlg.validator.lexis.figure import Figure
from nlg.validator.vocabulary.resolution import family_of, period_of

PERIODS_A_YEAR = {"year": Decimal(1), "month": Decimal(12), "week": Decimal(52), "hour": Decimal(2080)}
"""How many of a period a year of work has, by which pay may be converted."""
_SCALES = {"thousand": Decimal(1_000), "million": Decimal(1_000_000), "billion": Decimal(10**9)}
_FAMILIES_OF_UNIT = {
    "money": ("money",),
    "percent": ("percent", "change"),
    "points": ("percent", "change"),
    "fraction": ("percent",),
}


def fits_family(figure: Figure, family: str) -> bool:
    """Whether a figure can be meant in that unit family: "$" only money, "%" only shares and changes."""
    if figure.unit == "plain":
        return True
    if figure.unit == "time":
        return family == "time" or family.startswith("unit:") or family == "count"
    return family in _FAMILIES_OF_UNIT.get(figure.unit, ())


def agrees(figure: Figure, truth: Decimal, *, tolerance: Decimal = Decimal(0)) -> bool:
    """Whether the data's value is what the figure says, at the precision and with the hedge printed.

    `tolerance` is a share of the truth that is allowed beside the precision, for converted pay.
    """
    if not figure.step:
        return fraction_holds(figure.value, figure.hedge, truth)
    if holds(figure.value, figure.step, figure.hedge, truth):
        return True
    return not figure.hedge and within(figure.value, truth, tolerance)


def agrees_with(reader: Reader, figure: Figure, measure: Measure, truth: Decimal, period: str = "") -> bool:
    """Whether a figure states an observed value of a measure, converted to the figure's period or scale."""
    family = family_of(measure)
    if not fits_family(figure, family) or is_foreign(figure, measure.unit):
        return False
    if family == "percent" and figure.unit == "fraction":
        return agrees(replace(figure, value=figure.value * 100), truth)
    own = period_of(measure)
    period = figure.period if figure.unit == "money" and figure.period else period
    if family == "money" and period in PERIODS_A_YEAR and own in PERIODS_A_YEAR and period != own:
        return agrees(figure, truth * PERIODS_A_YEAR[own] / PERIODS_A_YEAR[period], tolerance=CONVERTED)
    if family == "time" and figure.unit == "time" and figure.period != measure.unit:
        return _agrees_in_time(figure, truth, measure.unit)
    scale = _SCALES.get(measure.unit.partition(" ")[0].lower())
    return agrees(figure, truth) or (scale is not None and agrees(figure, truth * scale))


_DAYS = {
    "hours": Decimal(1) / 24, "days": Decimal(1), "weeks": Decimal(7), "months": Decimal("30.4375"),
    "years": Decimal("365.25"), "decades": Decimal("3652.5"),
}  # fmt: skip


def _agrees_in_time(figure: Figure, truth: Decimal, unit: str) -> bool:
    if unit not in _DAYS or figure.period not in _DAYS:
        return agrees(figure, truth)
    return agrees(figure, truth * _DAYS[unit] / _DAYS[figure.period], tolerance=CONVERTED)


def number(value: Decimal) -> int | float:
    """A decimal as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)


def shown(observation: Observation, measure: Measure) -> str:
    """A value as an editor reads it: "$34,157", "31%", "1.4 million km"."""
    if isinstance(observation.value, str):
        return f'"{observation.value}"'
    return shown_number(observation.value.value, measure)


def shown_number(value: Decimal, measure: Measure) -> str:
    """A number of a measure as an editor reads it."""
    family = family_of(measure)
    if family == "money":
        sign = "−" if value < 0 else ""
        return f"{sign}${abs(value):,}"
    if family in ("percent", "change"):
        return f"{value:,}%".replace("-", "−")
    unit = "" if family in ("count", "score") else f" {measure.unit.replace('_', ' ')}"
    return f"{value:,}{unit}".replace("-", "−")


def stated_of(figure: Figure) -> Stated:
    """What a figure says, ready for a claim."""
    if figure.high is not None:
        return (number(figure.value), number(figure.high))
    return number(figure.value)
