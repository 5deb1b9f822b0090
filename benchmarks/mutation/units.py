"""Wrong units: a year for an hour, months for years, a percentage for points, a sum of money for a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from mutation.article import Article, Mutant, edited, region_of
from mutation.truth import is_false, value_of

WRONG = {
    " a year": " an hour", " an hour": " a year", " per year": " per hour", " per hour": " per year",
    " a month": " a day",
    " years": " months", " hours": " days", " days": " hours", " months": " years",
    " km/s": " m/s", " million km": " km", " km": " miles",
}  # fmt: skip
UNIT = re.compile("|".join(re.escape(unit) + r"(?![\w/])" for unit in sorted(WRONG, key=len, reverse=True)))
POINTS = re.compile(r" percentage points?")


def unit(article: Article, random: Random) -> Iterator[Mutant]:
    """The unit after a figure is another of its kind."""
    for figure in article.figures:
        match = UNIT.match(article.text, figure.end)
        if match and figure.how != "ratio" and figure.value:
            region = region_of(article, figure.start, figure.end)
            region = (region[0], max(region[1], match.end()))
            yield edited(article, ((*match.span(), WRONG[match.group()]),), region, figure.in_table)


def currency(article: Article, random: Random) -> Iterator[Mutant]:
    """A share in percent is a sum of dollars."""
    for figure in article.figures:
        printed = article.text[figure.start : figure.end]
        if printed.endswith("%") and printed[0].isdigit() and figure.how == "as read":
            region = region_of(article, figure.start, figure.end)
            yield edited(article, ((figure.start, figure.end, "$" + printed[:-1]),), region, figure.in_table)


def percent_for_points(article: Article, random: Random) -> Iterator[Mutant]:
    """A difference of two shares, in points, is called a percentage of one."""
    for figure in article.figures:
        match = POINTS.match(article.text, figure.end)
        if not match or figure.how != "difference" or len(figure.subjects) != 2:
            continue
        one, other = (
            value_of(article.dataset, slug, figure.concept, figure.item) for slug in figure.subjects
        )
        if not one or not other:
            continue
        printed = article.text[figure.start : figure.end]
        shares = [abs(one - other) / base * 100 for base in (one, other)]
        if all(is_false(printed, share, clearly=True) for share in shares):
            region = region_of(article, figure.start, match.end())
            yield edited(article, ((figure.end, match.end(), "%"),), region)
