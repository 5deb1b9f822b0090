"""What the data say, by rules of its own: cautious checks that an edited figure is false."""

from __future__ import annotations

import re
from decimal import Decimal

from mutation.article import Article, Figure
from nlg.data import Dataset

NUMBER = re.compile(r"[-−]?\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
BOUNDS = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|older|younger) than"
    r"|\b(?:over|under|above|below|least|most|up to|tops?|exceeds?)\s*$"
    r"|\b(?:no|not) (?:more|less) than",
    re.IGNORECASE,
)
HEDGES = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|just|slightly|approximately|close to|only|up to"
    r"|as (?:much|little|many|few) as)\s+\S*$"
)
CLEARLY = Decimal("0.12")
"""Beyond every hedge and every tolerance of the contract."""


def number_in(printed: str) -> Decimal:
    """The number of "$62,970" or "−4%"; scale words are not looked at."""
    match = NUMBER.search(printed)
    if match is None:
        raise ValueError(printed)
    return Decimal(match.group().replace("$", "").replace(",", "").replace("−", "-"))


def grain(printed: str) -> Decimal:
    """Half a unit of the last digit that is not a rounding zero."""
    digits = re.sub(r"[^\d.]", "", printed).strip(".")
    if "." in digits:
        return Decimal(5).scaleb(-len(digits.partition(".")[2]) - 1)
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
    return Decimal(5).scaleb(zeros - 1)


def agrees(printed: str, value: Decimal) -> bool:
    """Whether a reader would let the number stand for the value."""
    return abs(number_in(printed) - value) <= grain(printed)


def is_false(printed: str, value: Decimal, clearly: bool) -> bool:
    """Whether the number cannot stand for the value; `clearly` leaves room for hedges, too."""
    new = number_in(printed)
    if agrees(printed, value):
        return False
    return not clearly or abs(new - value) > CLEARLY * max(abs(new), abs(value))


def is_hedged(article: Article, figure: Figure) -> bool:
    """Whether a bound or a hedge may stand before the figure; when unsure, yes."""
    return is_bound(article, figure) or bool(HEDGES.search(_words_before(article, figure)))


def is_bound(article: Article, figure: Figure) -> bool:
    """Whether the figure is a limit and not a value."""
    return bool(BOUNDS.search(_words_before(article, figure)))


def _words_before(article: Article, figure: Figure) -> str:
    """The words just before a figure, in its own sentence or cell."""
    return article.text[max(figure.start - 28, 0) : figure.start].rpartition("|")[2].rpartition(". ")[2]


def value_of(dataset: Dataset, slug: str, concept: str, item: str = "") -> Decimal | None:
    """The number that the data hold for a measure, or for an item's share."""
    if item:
        for collection in dataset.collections:
            if collection.resource == concept:
                for row in collection.items.get(slug, ()):
                    if row.name == item:
                        return row.share
        return None
    observation = dataset.observed(slug, concept)
    if observation is None or isinstance(observation.value, str):
        return None
    return observation.value.value


def printed_like(printed: str, value: Decimal) -> str:
    """A value in the dress of another number: its currency sign, its thousands."""
    negative = value < 0
    digits = f"{abs(value):,f}" if "," in printed or abs(value) >= 1000 else f"{abs(value):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return ("−" if negative else "") + ("$" if "$" in printed else "") + digits
