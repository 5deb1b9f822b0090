"""Stale pages: the data have changed since the page was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from mutation.article import Article, Figure, Mutant, region_of
from mutation.truth import is_bound, is_false
from nlg.data import Dataset, Quantity

FACTORS = (Decimal("1.3"), Decimal("0.7"))


def stale_value(article: Article, random: Random) -> Iterator[Mutant]:
    """A cell of the data has a new value; each place that still prints the old one is a mutant."""
    cells = sorted(
        {
            (figure.subjects[0], figure.concept)
            for figure in article.figures
            if not figure.item and figure.how == "as read" and len(figure.subjects) == 1
        }
    )
    if not cells:
        return
    slug, concept = random.choice(cells)
    dataset, value = revised(article.dataset, slug, concept, random.choice(FACTORS))
    if value is None:
        return
    for figure in article.figures:
        if figure.subjects == (slug,) and figure.concept == concept and not figure.item:
            if not is_bound(article, figure) and _is_stale(article, figure, value):
                region = region_of(article, figure.start, figure.end)
                yield Mutant(article.text, region, region, figure.in_table, dataset)


def revised(dataset: Dataset, slug: str, concept: str, factor: Decimal) -> tuple[Dataset, Decimal | None]:
    """The dataset with one cell multiplied, and the cell's new value; None when it holds no number."""
    observation = dataset.observed(slug, concept)
    if observation is None or not isinstance(observation.value, Quantity) or not observation.value.value:
        return dataset, None
    old = observation.value.value
    value = (old * factor).quantize(old)
    changed = replace(observation, value=replace(observation.value, value=value), literal=str(value))
    return replace(dataset, observations={**dataset.observations, (slug, concept): changed}), value


def _is_stale(article: Article, figure: Figure, value: Decimal) -> bool:
    printed = article.text[figure.start : figure.end]
    known = abs(value) if printed[0] not in "-−" else value
    return is_false(printed, known, clearly=True)
