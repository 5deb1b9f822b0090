"""Ranks against the whole dataset: highest of all, third-largest, above two in three."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.tolerance import fraction_holds
from nlg.validator.judgement.verdicts import Place, comparable, make, no_data, shown, title
from nlg.validator.lexis.figure import Figure
from nlg.validator.vocabulary.resolution import Reader, Target


def judge_rank(
    reader: Reader, place: Place, slug: str, target: Target, sign: int, position: int, domain: str = ""
) -> Claim:
    """That an entity stands at a position, 1 for first, counted from the highest (sign 1) or the lowest.

    Ties share it.
    """
    own = comparable(reader, slug, target, domain)
    if own is None:
        return no_data(reader, place, "ranking", [slug], target, position)
    ahead = 0
    level = 0
    leader = slug
    best = own.value
    for other, value in _standings(reader, target, domain):
        if other == slug:
            continue
        if (value - own.value) * sign > 0:
            ahead += 1
            if (value - best) * sign > 0:
                best, leader = value, other
        elif value == own.value:
            level += 1
    true = ahead < position <= ahead + 1 + level
    text = (
        f'says "{place.text}"; the data put {title(reader, slug)} at place {ahead + 1}, '
        f"behind {title(reader, leader)} with {shown(reader, target, best)}"
    )
    return make(
        reader, place, "ranking", [slug], target, "supported" if true else "refuted", text, position,
        ahead + 1, own.source,
    )  # fmt: skip


def judge_top_of_pair(
    reader: Reader, place: Place, slug: str, other: str, target: Target, sign: int, domain: str = ""
) -> Claim:
    """That of the two an entity has the more, or the less."""
    return replace(judge_comparison(reader, place, slug, other, target, sign, domain), kind="superlative")


@lru_cache(maxsize=512)
def _standings(reader: Reader, target: Target, domain: str = "") -> tuple[tuple[str, Decimal], ...]:
    """What every entity has of a target, in the order of the data; those without it are left out."""
    return tuple(
        (slug, amount.value)
        for slug in reader.dataset.entities
        if (amount := comparable(reader, slug, target, domain)) is not None
    )


def judge_above(
    reader: Reader, place: Place, slug: str, target: Target, sign: int, figure: Figure | None
) -> Claim:
    """That an entity exceeds a share of all the others, or all of them when no share is given."""
    own = comparable(reader, slug, target)
    if own is None:
        return no_data(reader, place, "ranking", [slug], target, None)
    others = [value for other, value in _standings(reader, target) if other != slug]
    below = sum((own.value - value) * sign > 0 for value in others)
    share = Decimal(below) / len(others) if others else Decimal(0)
    if figure is None:
        true = share > Decimal("0.5")
    elif figure.unit in ("fraction", "percent"):
        stated = figure.value if figure.unit == "fraction" else figure.value / 100
        exact = abs(share - stated) <= Decimal("0.01") or (figure.unit == "fraction" and share >= stated)
        true = exact if not figure.hedge else fraction_holds(stated, figure.hedge, share)
    else:
        true = below == figure.value or (figure.hedge in ("more", "at_least") and below >= figure.value)
    text = f'says "{place.text}"; the data put {title(reader, slug)} above {below} of {len(others)}'
    return make(
        reader, place, "ranking", [slug], target, "supported" if true else "refuted", text, None, below, own.source
    )  # fmt: skip
