"""Names made from identifiers: what a column, a resource or a measure is called in words."""

from __future__ import annotations

STATISTIC_WORDS = {"mean": "average", "median": "median", "projection": "projected"}
"""What a label says of a statistic; the others go without saying."""


def in_words(identifier: str) -> str:
    """An identifier as words.

    Example: years_of_experience gives "years of experience"
    """
    return " ".join(identifier.replace("_", " ").replace("-", " ").split())


def capitalised(words: str) -> str:
    """The same words with a capital first letter; other capitals stay.

    Example: LGBT share stays "LGBT share"
    """
    return words[:1].upper() + words[1:]


def label(concept: str, statistic: str, noun: str, bound: str) -> str:
    """What a table row calls a measure that has no title of its own.

    The end of a range is called by its concept, since its noun is that of the whole range.

    Example: a median of "salary" is "Median salary"
    """
    if not noun or bound:
        return capitalised(in_words(concept))
    return capitalised(f"{STATISTIC_WORDS.get(statistic, '')} {noun}".strip())


def singular(name: str) -> str:
    """A resource's name as the name of one row, for descriptors that do not give it.

    Example: cities gives "city"
    """
    words = in_words(name)
    if words.endswith("ies") and len(words) > 4:
        return words[:-3] + "y"
    if words.endswith("s") and not words.endswith(("ss", "us", "is")):
        return words[:-1]
    return words
