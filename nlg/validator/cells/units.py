"""The unit that stands behind a figure in a cell, against the unit of the row's measure."""

from __future__ import annotations

from dataclasses import replace

from nlg.data import Measure
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.tokens import plain, tokenise
from nlg.validator.lexis.unit_words import converted, unit_after, unit_named
from nlg.validator.page import Text
from nlg.validator.vocabulary.resolution import family_of


def in_own_unit(text: Text, figure: Figure, measure: Measure) -> Figure | None:
    """The figure as the measure's own unit has it; None when its unit cannot be the measure's.

    Example: "31,763 miles" of a diameter in km → 51,118; "51,118 kg" → None
    """
    if figure.unit != "plain":
        return figure
    content = plain(text.content)
    found = unit_after(tokenise(content, 0, len(content)), figure.end)
    if found is None:
        return figure
    said = found[1]
    own = unit_named(measure.unit)
    if own is None:
        return None if family_of(measure) in ("count", "money", "percent", "change", "score") else figure
    if own[0] == said and (own[1] == 1 or abs(figure.value) >= own[1]):
        return figure
    values = [
        converted(value, said, measure.unit) for value in (figure.value, figure.high) if value is not None
    ]
    if values[0] is None:
        return None
    # What was turned into another unit is rounded once more.
    step = max(
        abs(figure.step * values[0] / figure.value) if figure.value else figure.step, abs(values[0]) / 50
    )
    return replace(figure, value=values[0], high=values[1] if len(values) > 1 else None, step=step)
