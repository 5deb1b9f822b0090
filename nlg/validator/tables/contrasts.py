"""Columns that compare: a "Difference" column, and one that says who has more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nlg.data import Quantity
from nlg.validator.cells.agreement import agrees, agrees_with, number, shown, shown_number, stated_of
from nlg.validator.cells.claims import claim_of
from nlg.validator.cells.contents import figures_of
from nlg.validator.cells.labels import Label
from nlg.validator.cells.mentions import name_subject
from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import title
from nlg.validator.lexis.figure import Figure
from nlg.validator.page import Text
from nlg.validator.vocabulary.merits import merit


def judge_difference(
    reader: Reader, text: Text, label: Label | None, slugs: tuple[str, ...]
) -> Iterator[Claim]:
    """The claims of a cell that gives the gap between two entities, plain or in percent of either."""
    for figure, start, end in figures_of(text):
        values = _values(reader, label, slugs)
        if label is None or values is None:
            yield claim_of(
                text, start, end, "difference", slugs, "", stated_of(figure), None, (), "unparsed",
                "the reader cannot tell what this is the difference of",
            )  # fmt: skip
            continue
        measure = reader.measures[label.target.name]
        (first, second), gap = values, abs(values[0] - values[1])
        right = _is_gap(
            figure, first, second, is_share=reader.families[measure.concept] in ("percent", "change")
        )
        source = tuple(
            observation.source
            for slug in slugs
            if (observation := reader.dataset.observed(slug, measure.concept)) is not None
        )
        message = "" if right else f"the data give a difference of {shown_number(gap, measure)}"
        yield claim_of(
            text, start, end, "difference", slugs, measure.concept, stated_of(figure), number(gap), source,
            "supported" if right else "refuted", message,
        )  # fmt: skip


def judge_leader(
    reader: Reader, text: Text, label: Label | None, slugs: tuple[str, ...], direction: str
) -> Iterator[Claim]:
    """The claim of a cell that names who has more ("more"), less ("less") or the "better" of a row's measure."""
    named = name_subject(reader, text.content, slugs)
    values = _values(reader, label, slugs)
    if not named or label is None or values is None:
        return
    if direction == "better":
        good = merit(reader, label.target)
        if not good:
            return
        direction = "more" if good > 0 else "less"
    ahead = values[0] > values[1] if slugs[0] == named else values[1] > values[0]
    behind = values[0] < values[1] if slugs[0] == named else values[1] < values[0]
    right = ahead if direction == "more" else behind
    measure = reader.measures[label.target.name]
    observed = [reader.dataset.observed(slug, measure.concept) for slug in slugs]
    shown = " and ".join(shown_number(value, measure) for value in values)
    yield claim_of(
        text, 0, len(text.content), "comparison", (named, *(slug for slug in slugs if slug != named)), measure.concept,
        text.content, None, tuple(observation.source for observation in observed if observation is not None),
        "supported" if right else "refuted", "" if right else f"the data give {shown}",
    )  # fmt: skip


def judge_pair(
    reader: Reader, text: Text, label: Label | None, first: str, slugs: tuple[str, ...]
) -> tuple[Claim, ...]:
    """The claims of two figures set against each other, of whom `first` says, or in the order that is true.

    None where a cell holds anything else.
    """
    figures = figures_of(text)
    if (
        label is None
        or label.target.kind != "measure"
        or len(figures) != 2
        or not _AGAINST.search(text.content)
    ):
        return ()
    measure = reader.measures[label.target.name]
    other = {slugs[0]: slugs[1], slugs[1]: slugs[0]}
    orders = [(first, other[first])] if first else [slugs, slugs[::-1]]
    readings: list[tuple[Claim, ...]] = []
    for order in orders:
        claims = []
        for (figure, start, end), slug in zip(figures, order, strict=True):
            seen = reader.dataset.observed(slug, measure.concept)
            if seen is None or not isinstance(seen.value, Quantity):
                return ()
            right = agrees_with(reader, figure, measure, seen.value.value, label.period)
            message = "" if right else f"the data give {shown(seen, measure)} for {title(reader, slug)}"
            claims.append(
                claim_of(
                    text,
                    start,
                    end,
                    "value",
                    (slug,),
                    measure.concept,
                    stated_of(figure),
                    number(seen.value.value),
                    (seen.source,),
                    "supported" if right else "refuted",
                    message,
                )
            )
        readings.append(tuple(claims))
    return max(readings, key=lambda claims: sum(claim.verdict == "supported" for claim in claims))


_AGAINST = re.compile(r"\b(?:vs?\.?|versus|against|to|compared (?:to|with))\s", re.IGNORECASE)


def _values(reader: Reader, label: Label | None, slugs: tuple[str, ...]) -> tuple[Decimal, Decimal] | None:
    if label is None or label.target.kind != "measure" or len(slugs) != 2:
        return None
    found = []
    for slug in slugs:
        observation = reader.dataset.observed(slug, label.target.name)
        if observation is None or not isinstance(observation.value, Quantity):
            return None
        found.append(observation.value.value)
    return found[0], found[1]


def _is_gap(figure: Figure, first: Decimal, second: Decimal, *, is_share: bool) -> bool:
    gap = abs(first - second)
    stated = replace(figure, value=abs(figure.value))
    if figure.unit != "percent" or is_share:
        return agrees(stated, gap)
    return any(base and agrees(stated, gap / abs(base) * 100) for base in (first, second))
