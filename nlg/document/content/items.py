"""Lists beside each other: the most common item, the first items, what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from nlg.data import Collection, Item, Measure
from nlg.document.content.pair import Pair
from nlg.document.messages import (
    AnyMessage,
    Mode,
    ModeContrast,
    NoOverlap,
    Overlap,
    SameItems,
    SharedMode,
    TopItems,
)
from nlg.document.plan import Candidate

LEAST_LEAD = Decimal(2)
"""Percentage points by which the first item must lead to be called the most common one in a sentence."""
TOP = 3
"""How many items a reader takes in at once."""
MOST = 10
"""Longer lists are compared by their first items: nobody counts what twenty of thirty have in common."""


def items(pair: Pair) -> Iterator[Candidate]:
    """Candidates for every ranked list and every distribution."""
    for collection in pair.survey.dataset.collections:
        if collection.kind == "distribution" or collection.dimension:
            yield from _modes(pair, collection)
        elif collection.kind == "ranked":
            yield from _modes(pair, collection)
            yield from _tops(pair, collection)


def _measures(pair: Pair, resource: str, dimension: str) -> tuple[Measure]:
    """What messages about the collection say that they are about."""
    return (stand_in(pair.collection(resource, dimension)),)


def _topic(pair: Pair, resource: str, dimension: str) -> tuple[str, float]:
    """The collection's topic, and how much it interests readers."""
    collection = pair.collection(resource, dimension)
    interest = pair.interests.of(collection)
    topic = interest.topic or (collection.sections[-1] if collection.sections else collection.resource)
    return topic, interest.weight


def stand_in(collection: Collection) -> Measure:
    """The measure that a collection's shares are of, for wordings that name it."""
    name = collection.dimension or collection.resource
    return Measure(
        column=name,
        concept=collection.resource,
        label=collection.label,
        numeric=False,
        unit="percent",
        statistic="share",
        noun=collection.noun,
        sections=collection.sections,
    )


def _candidate(
    pair: Pair, collection: Collection, message: AnyMessage, score: float, reason: str
) -> Candidate:
    topic, weight = pair.once(_topic, collection.resource, collection.dimension)
    about_both = len(message.subjects) == 2
    return Candidate(message, round(score * weight, 4), reason, topic, "", weight, about_both)


def _mode(pair: Pair, resource: str, dimension: str, slug: str) -> Item | None:
    return mode(pair.collection(resource, dimension), slug)


def mode(collection: Collection, slug: str) -> Item | None:
    """The item with the largest share; None when there is none or another comes within `LEAST_LEAD`."""
    found = collection.items.get(slug, ())
    if not found or found[0].share is None:
        return None
    if len(found) > 1 and found[0].share - (found[1].share or Decimal(0)) < LEAST_LEAD:
        return None
    return found[0]


def _modes(pair: Pair, collection: Collection) -> Iterator[Candidate]:
    place = collection.resource, collection.dimension
    one, two = pair.once(_mode, *place, pair.first), pair.once(_mode, *place, pair.second)
    if one is None and two is None:
        return
    measures = pair.once(_measures, *place)
    name = collection.dimension or collection.resource
    if one is not None and two is not None:
        subjects = (pair.first, pair.second)
        evidence = (one.source, two.source)
        if one.name == two.name:
            shared = SharedMode(f"shared_mode.{name}", subjects, measures, evidence, collection, one, two)
            gap = abs((one.share or Decimal(0)) - (two.share or Decimal(0)))
            score = 0.35 + 0.4 * min(1.0, float(gap) / 40)
            yield _candidate(pair, collection, shared, score, "the same item leads both")
        else:
            contrast = ModeContrast(
                f"mode_contrast.{name}", subjects, measures, evidence, collection, one, two
            )
            yield _candidate(pair, collection, contrast, 0.75, "different items lead")
        return
    for slug, item in ((pair.first, one), (pair.second, two)):
        if item is not None:
            single = Mode(f"mode.{name}", (slug,), measures, (item.source,), collection, item)
            yield _candidate(pair, collection, single, 0.3, "only one of the two is known")


def top(collection: Collection, slug: str, size: int) -> tuple[Item, ...]:
    """The first items, or none where a tie makes it unclear which those are."""
    found = collection.items.get(slug, ())
    if len(found) < size:
        return ()
    shares = [item.share for item in found]
    if len(found) > size and shares[size] is not None and shares[size] == shares[size - 1]:
        return ()
    return found[:size]


def _tops(pair: Pair, collection: Collection) -> Iterator[Candidate]:
    for slug in (pair.first, pair.second):
        found = pair.once(_first_items, collection.resource, collection.dimension, slug)
        if found is not None:
            yield found
    yield from _compared(pair, collection)


def _first_items(pair: Pair, resource: str, dimension: str, slug: str) -> Candidate | None:
    collection = pair.collection(resource, dimension)
    found = top(collection, slug, TOP)
    if not found:
        return None
    message = TopItems(
        f"top_items.{resource}.{slug}",
        (slug,),
        pair.once(_measures, resource, dimension),
        tuple(item.source for item in found),
        collection,
        found,
    )
    return _candidate(pair, collection, message, 0.5, "the first three")


class _List(NamedTuple):
    """One entity's list, as it is compared."""

    length: int
    is_ranked: bool
    """Whether a share of any item is known."""
    names: Mapping[str, str]
    """The items' names, folded, by name."""
    folded: frozenset[str]
    tops: dict[int, tuple[Item, ...]]
    """By size: the first items, or none."""


def _list(pair: Pair, resource: str, dimension: str, slug: str) -> _List:
    found = pair.collection(resource, dimension).items.get(slug, ())
    names = {item.name: item.name.casefold() for item in found}
    is_ranked = any(item.share is not None for item in found)
    return _List(len(found), is_ranked, names, frozenset(names.values()), {})


def _top(pair: Pair, collection: Collection, slug: str, size: int) -> tuple[Item, ...]:
    tops = pair.once(_list, collection.resource, collection.dimension, slug).tops
    found = tops.get(size)
    if found is None:
        found = tops[size] = top(collection, slug, size)
    return found


def compared_size(one: _List, two: _List) -> int:
    """How many items of two lists are compared.

    Two short lists of one length are compared whole: the first three of nearly the same six may be six
    different ones, and readers see the six. Lists with shares, or of different lengths, by their first items.
    """
    is_whole = one.length == two.length and TOP < one.length <= MOST
    return one.length if is_whole and not one.is_ranked and not two.is_ranked else TOP


def _compared(pair: Pair, collection: Collection) -> Iterator[Candidate]:
    """What the first items of the two lists have in common."""
    place = collection.resource, collection.dimension
    subjects = (pair.first, pair.second)
    whole_one, whole_two = pair.once(_list, *place, pair.first), pair.once(_list, *place, pair.second)
    size = compared_size(whole_one, whole_two)
    one, two = _top(pair, collection, pair.first, size), _top(pair, collection, pair.second, size)
    if not one or not two:
        return
    measures, name = pair.once(_measures, *place), collection.resource
    evidence = tuple([item.source for item in one + two])
    folded_one, folded_two = whole_one.names, whole_two.names
    in_one = {folded_one[item.name] for item in one}
    in_two = {folded_two[item.name] for item in two}
    shared = tuple([item for item in one if folded_one[item.name] in in_two])
    only_first = tuple([item for item in one if folded_one[item.name] not in in_two])
    only_second = tuple([item for item in two if folded_two[item.name] not in in_one])
    is_apart = whole_two.folded.isdisjoint(in_one - in_two) and whole_one.folded.isdisjoint(in_two - in_one)
    comparison: AnyMessage
    if not only_first:
        comparison = SameItems(f"same_items.{name}", subjects, measures, evidence, collection, one)
        yield _candidate(pair, collection, comparison, 0.6, f"the same first {size}")
    elif shared:
        apart = (only_first, only_second) if is_apart else ((), ())
        comparison = Overlap(
            f"overlap.{name}", subjects, measures, evidence, collection, size, shared, *apart
        )
        yield _candidate(pair, collection, comparison, 0.6, f"{len(shared)} of the first {size} are shared")
    else:
        comparison = NoOverlap(
            f"no_overlap.{name}", subjects, measures, evidence, collection, one, two, is_apart
        )
        yield _candidate(pair, collection, comparison, 0.55, f"nothing in the first {size} is shared")
