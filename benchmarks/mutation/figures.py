"""Wrong figures: a digit, the other subject's value, another measure's value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from mutation.article import Article, Figure, Mutant, edited, region_of
from mutation.truth import agrees, grain, is_bound, is_false, is_hedged, number_in, printed_like, value_of

CALCULATED = frozenset({"ratio", "relative difference", "rank"})
"""Figures for which the contract allows more than rounding."""


def digit(article: Article, random: Random) -> Iterator[Mutant]:
    """One digit of a figure is another."""
    for figure in article.figures:
        printed = article.text[figure.start : figure.end]
        if is_bound(article, figure):
            continue
        places = [place for place, letter in enumerate(printed) if letter.isdigit()]
        choices = [
            wrong
            for place in places
            for new in "123456789"
            if is_false(
                wrong := printed[:place] + new + printed[place + 1 :],
                figure.value,
                is_hedged(article, figure) or figure.how in CALCULATED,
            )
            and not _may_be_rounded_twice(figure, printed, wrong)
        ]
        if choices:
            yield _replaced(article, figure, random.choice(choices))


def _may_be_rounded_twice(figure: Figure, printed: str, wrong: str) -> bool:
    """Whether a gap may be that of two rounded figures, and so be out by one in its own last place."""
    apart = abs(number_in(wrong) - number_in(printed))
    return figure.how == "difference" and "." in printed and apart <= 2 * grain(printed)


def other_subject(article: Article, random: Random) -> Iterator[Mutant]:
    """A figure is the other subject's value of the same measure."""
    for figure in _read_figures(article):
        value = value_of(article.dataset, article.other(figure.subjects[0]), figure.concept, figure.item)
        yield from _bound_wrongly(article, figure, value)


def other_measure(article: Article, random: Random) -> Iterator[Mutant]:
    """A figure is the same subject's value of another measure of the same unit, or another item's share."""
    for figure in _read_figures(article):
        candidates = [
            value for value in _siblings(article, figure) if value is not None and value != figure.value
        ]
        if candidates:
            yield from _bound_wrongly(article, figure, random.choice(candidates))


def _read_figures(article: Article) -> Iterator[Figure]:
    for figure in article.figures:
        if (
            figure.how in ("as read", "rounded")
            and len(figure.subjects) == 1
            and not is_bound(article, figure)
        ):
            yield figure


def _siblings(article: Article, figure: Figure) -> list[Decimal | None]:
    subject = figure.subjects[0]
    if figure.item:
        return [
            row.share
            for collection in article.dataset.collections
            if collection.resource == figure.concept
            for row in collection.items.get(subject, ())
        ]
    units = {measure.concept: measure.unit for measure in article.dataset.measures if measure.numeric}
    unit = units.get(figure.concept, "")
    return [
        value_of(article.dataset, subject, concept)
        for concept, other in units.items()
        if unit and other == unit
    ]


def _bound_wrongly(article: Article, figure: Figure, value: Decimal | None) -> Iterator[Mutant]:
    printed = article.text[figure.start : figure.end]
    if value is None or (value < 0) != (figure.value < 0):
        return
    wrong = printed_like(printed, value) + ("%" if printed.endswith("%") else "")
    if is_false(wrong, figure.value, is_hedged(article, figure)) and not agrees(printed, value):
        yield _replaced(article, figure, wrong)


def _replaced(article: Article, figure: Figure, wrong: str) -> Mutant:
    region = region_of(article, figure.start, figure.end)
    return edited(article, ((figure.start, figure.end, wrong),), region, figure.in_table)
