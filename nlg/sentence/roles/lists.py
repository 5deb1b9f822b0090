"""Roles of lists: their items, how many there are, and how much two lists share."""

from __future__ import annotations

from typing import Any

from nlg.data import Item
from nlg.document import messages as kinds
from nlg.sentence.plan import PAIR, Filler, Number, Series, Value
from nlg.sentence.roles.role import ANY_FORM, HALF, NOTHING, Role
from nlg.sentence.vocabulary import Vocabulary


def _item_value(item: Item, slugs: tuple[str, ...], resource: str) -> Value:
    return Value(item.name, slugs, resource, (item.source,), resource)


def item(message: kinds.Mode, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The first one's most common item."""
    return _item_value(message.item, message.subjects[:1], message.collection.resource) if not form else None


def shared_item(message: kinds.SharedMode, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The item that is most common among both."""
    resource = message.collection.resource
    return (
        Value(message.item.name, message.subjects, resource, message.evidence, resource) if not form else None
    )


def other_item(message: kinds.ModeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The second one's most common item."""
    if form:
        return None
    return _item_value(message.other_item, message.subjects[1:], message.collection.resource)


def item_share(field: str, subject: int) -> Role:
    """The share of an item that the message holds under that name."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        item: Item = getattr(message, field)
        if item.share is None or form not in ("", "magnitude", "bare", "points"):
            return None
        slugs = (message.subjects[subject],)
        return Number(
            (item.share,), "percent", form, "as read", slugs, message.collection.resource, (item.source,)
        )

    return Role(make, subject, ANY_FORM)


def most(*fields: str) -> Role:
    """Whether each of the items has more than half; whether all have the same share."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        shares = [getattr(message, field).share for field in fields]
        if form == "most":
            holds = all(share is not None and share > HALF for share in shares)
        else:
            holds = form == ("equal" if len(set(shares)) == 1 else "unequal")
        return NOTHING if holds else None

    return Role(make, PAIR, ANY_FORM)


def series(field: str, first: int, last: int, owner: int = PAIR) -> Role:
    """Several items: nothing for "a, b and c"; one, many; first for the first three; either for "a or b"."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        slugs = message.subjects[first:last]
        resource = message.collection.resource
        values = tuple([_item_value(item, slugs, resource) for item in getattr(message, field)])
        if form == "one":
            return values[0] if len(values) == 1 else None
        if form == "many":
            return Series(values) if len(values) > 1 else None
        if form == "either":
            return Series(values, "or") if values else None
        if form == "first":
            return Series(values[:FIRST]) if values else None
        return Series(values) if values and not form else None

    return Role(make, owner, ANY_FORM)


def count(field: str) -> Role:
    """How many items the message holds under that name, as a word."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        count = len(getattr(message, field))
        return vocabulary.count(count).get(form) if count else None

    return Role(make, PAIR, ANY_FORM)


FIRST = 3
"""So many of a long list stand for it."""
FEW = 2
"""So many items of a list are named at ease."""


def shared_part(message: kinds.Overlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How much of the two lists is shared: few items, all but a few, or neither; more than half, or less; and
    whether the lists are long, and that is all there is of them.

    It is neither, too, where nobody says what each has alone.
    """
    shared, apart = len(message.shared), max(len(message.only_first), len(message.only_second))
    is_barely = message.is_loose and apart > 0
    holds = {
        "few_shared": shared <= FEW,
        "few_apart": 0 < apart <= FEW,
        "neither": not (0 < apart <= FEW or (is_barely and shared <= FEW)),
        "mostly": message.is_close,
        "barely": is_barely,
        "long": message.size > FIRST,
        "whole": all(len(message.collection.items[slug]) == message.size for slug in message.subjects),
    }
    return NOTHING if holds.get(form) else None


def lists_apart(message: kinds.NoOverlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether the lists have nothing in common further down either; few items of each, or more."""
    is_few = len(message.items) <= FEW + 1
    holds = {"apart": message.is_apart, "few": is_few, "several": not is_few}
    return NOTHING if holds.get(form) else None


def size(message: kinds.Overlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How many items of each list are compared, as a word."""
    return vocabulary.count(message.size).get(form)
