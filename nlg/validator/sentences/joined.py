"""Figures whose words stand apart: "200 degrees below zero", "one plumber in seven"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.unit_words import unit_named
from nlg.validator.sentences.marks import EntityMark, FigureMark, Mark


def with_signs(tokens: Sequence[Token], marks: list[Mark]) -> list[Mark]:
    """The marks with "200 degrees below zero" read as the one figure that it is."""
    found: list[Mark] = []
    for mark in marks:
        last = found[-1] if found else None
        zero = isinstance(mark, FigureMark) and mark.figure.value == 0 and tokens[mark.end - 1].low == "zero"
        side = _SIGNS.get(tokens[mark.end - 2].low, 0) if zero and mark.end > 1 else 0
        if side and isinstance(last, FigureMark) and last.end == mark.end - 2 and not last.figure.hedge:
            figure = replace(last.figure, value=side * last.figure.value, signed=True)
            warm = tuple(unit for unit in last.units if _is_of_warmth(unit))
            found[-1] = replace(last, end=mark.end, figure=figure, units=warm or last.units)
        elif isinstance(mark, FigureMark) and _is_down(tokens, mark, _percent_after(found)):
            figure = replace(mark.figure, value=-mark.figure.value, signed=True)
            found.append(replace(mark, start=mark.start - 1, figure=figure))
        else:
            found.append(mark)
    return found


def _percent_after(marks: list[Mark]) -> tuple[str, ...]:
    """The units in which a change may stand: behind one in percent without its own, "up 0.2 percent, down 0.3"."""
    last = next((one for one in reversed(marks) if isinstance(one, FigureMark)), None)
    shared = last is not None and last.figure.unit == "percent"
    return ("percent", "plain") if shared else ("percent",)


def _is_down(tokens: Sequence[Token], mark: FigureMark, units: Collection[str]) -> bool:
    """Whether a change in percent is told as a fall: "up 0.2 percent for nurses, down 0.3 percent for reporters"."""
    figure = mark.figure
    before = tokens[mark.start - 1].low if mark.start else ""
    after = tokens[mark.end].low if mark.end < len(tokens) else ""
    plain = figure.unit in units and figure.value > 0 and not figure.signed and figure.high is None
    return plain and not mark.units and before == "down" and after not in ("of", "from")


_SIGNS = {"below": -1, "above": 1}


def _is_of_warmth(unit: str) -> bool:
    """Whether a unit is one of temperature, so that it has values below zero where an angle has none."""
    named = unit_named(unit)
    return named is not None and named[0].dimension == "temperature"


def with_people(tokens: Sequence[Token], marks: list[Mark], people: Collection[str]) -> list[Mark]:
    """The marks with "one worker in five" read as the fraction that it is."""
    found: list[Mark] = []
    for mark in marks:
        before = [one for one in found[-2:] if isinstance(one, FigureMark)]
        one = before[-1] if before and isinstance(mark, FigureMark) else None
        if one is None or not isinstance(mark, FigureMark) or not _is_of_so_many(one, mark):
            found.append(mark)
            continue
        words = [token.low for token in tokens[one.end : mark.start]]
        if words[:1] and words[0] in people and words[1:] in _OF_EVERY and not mark.figure.hedge:
            value = one.figure.value / mark.figure.value
            figure = replace(one.figure, end=mark.end, value=value, unit="fraction", step=Decimal(0))
            found[found.index(one) :] = [FigureMark(one.start, mark.end, figure)]
        else:
            found.append(mark)
    return found


def _is_of_so_many(one: FigureMark, mark: FigureMark) -> bool:
    """Whether two bare numbers can be a part of people and how many it is taken from."""
    plain = one.figure.unit == mark.figure.unit == "plain" and not one.units and not mark.units
    return (
        plain
        and one.figure.in_words
        and one.figure.value < mark.figure.value
        and 2 <= mark.figure.value <= 100
    )


_OF_EVERY = (["in"], ["out", "of"], ["in", "every"])


def with_fractions(tokens: Sequence[Token], marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks with "one plumber in seven" read as the fraction that it is, the name left standing."""
    found: list[Mark] = []
    for mark in marks:
        counted = found[-2:] if len(found) > 1 else []
        if (
            isinstance(mark, FigureMark)
            and counted
            and isinstance(one := counted[0], FigureMark)
            and isinstance(whom := counted[1], EntityMark)
            and _is_of_so_many(one, mark)
            and one.end == whom.start
            and [token.low for token in tokens[whom.end : mark.start]] in _OF_EVERY
        ):
            value = one.figure.value / mark.figure.value
            figure = replace(
                one.figure,
                start=whom.end,
                core=whom.end,
                end=mark.end,
                value=value,
                unit="fraction",
                step=Decimal(0),
            )
            found[-2:] = [whom, FigureMark(whom.end, mark.end, figure)]
            continue
        found.append(mark)
    return tuple(found)
