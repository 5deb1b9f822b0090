"""Roles of lists: their items, how many there are, and how much two lists share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nlg.data import Item
from nlg.document import messages as kinds
from nlg.sentence.plan import PAIR, Filler, Number, Series, Value
from nlg.sentence.roles.role import ALL, ANY_FORM, HALF, NOTHING, Role
from nlg.sentence.vocabulary import Vocabulary


def _item_value(item: Item, slugs: tuple[str, ...], resource: str) -> Value:
    return Value(item.name, slugs, resource, (item.source,), resource)


def item(message: kinds.Mode | kinds.ModeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
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
    """Whether each of the items has more than half, but not all; whether they have the same share of some, or not
    the same; whether each is had by all, or not by all."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        shares = [getattr(message, field).share for field in fields]
        if form == "most":
            holds = all(share is not None and HALF < share < ALL for share in shares)
        elif form in ("all", "some"):
            holds = (form == "all") == (set(shares) == {ALL})
        elif set(shares) == {ALL}:
            holds = False
        else:
            holds = form == ("equal" if len(set(shares)) == 1 else "unequal")
        return NOTHING if holds else None

    return Role(make, PAIR, ANY_FORM)


def series(field: str, first: int, last: int, owner: int = PAIR) -> Role:
    """Several items: nothing for "a, b and c"; one, many; first for the first three; either for "a or b"."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        items: tuple[Item, ...] = getattr(message, field)
        if not items or (form in ("one", "many") and (len(items) == 1) != (form == "one")):
            return None
        slugs = message.subjects[first:last]
        resource = message.collection.resource
        values = tuple([_item_value(item, slugs, resource) for item in items])
        if form == "one":
            return values[0]
        if form == "either":
            return Series(values, "or")
        if form == "first":
            return Series(values[:FIRST])
        return Series(values) if form in ("", "many") else None

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
    """How much of the two lists is shared: one of `SHARED_PARTS`."""
    test = SHARED_PARTS.get(form)
    return NOTHING if test is not None and test(message) else None


def _apart(message: kinds.Overlap) -> int:
    """How many items each has alone; nought where nobody says."""
    return max(len(message.only_first), len(message.only_second))


def _has_few_shared(message: kinds.Overlap) -> bool:
    return len(message.shared) <= FEW


def _has_few_apart(message: kinds.Overlap) -> bool:
    return 0 < _apart(message) <= FEW


def _is_barely(message: kinds.Overlap) -> bool:
    return message.is_loose and _apart(message) > 0


def _is_neither(message: kinds.Overlap) -> bool:
    return not (_has_few_apart(message) or (_is_barely(message) and _has_few_shared(message)))


def _is_whole(message: kinds.Overlap) -> bool:
    items, (first, second) = message.collection.items, message.subjects
    return len(items[first]) == message.size == len(items[second])


SHARED_PARTS: Mapping[str, Callable[[kinds.Overlap], bool]] = {
    "few_shared": _has_few_shared,
    "few_apart": _has_few_apart,
    "neither": _is_neither,
    "mostly": lambda message: message.is_close,
    "barely": _is_barely,
    "long": lambda message: message.size > FIRST,
    "whole": _is_whole,
}
"""What may hold of two lists: few items are shared, all but a few, or neither, as where nobody says what each has
alone; more than half of them, or less; the lists are long; what is compared is all there is of them."""


def lists_apart(message: kinds.NoOverlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether the lists have nothing in common further down either; few items of each, or more."""
    is_few = len(message.items) <= FEW + 1
    holds = {"apart": message.is_apart, "few": is_few, "several": not is_few}
    return NOTHING if holds.get(form) else None


def size(message: kinds.Overlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How many items of each list are compared, as a word."""
    return vocabulary.count(message.size).get(form)
