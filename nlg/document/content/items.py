"""Lists beside each other: the most common item, the first items, what they share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from nlg.data import Collection, Item, Measure, SourceRef
from nlg.document.content.pair import Aspect, Pair, scored
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


class _Topic(NamedTuple):
    """A collection, and what messages about it share."""

    collection: Collection
    name: str
    """Tells it from the others in the ids of messages."""
    aspect: Aspect
    """What stands for its shares, and what readers make of them."""
    is_ranked: bool
    """Whether its items have an order, so that first ones can be told."""


class _Top(NamedTuple):
    """The first items of a list."""

    items: tuple[Item, ...]
    names: tuple[str, ...]
    """Of each, folded."""
    folded: frozenset[str]
    sources: tuple[SourceRef, ...]


class _List(NamedTuple):
    """One entity's list, as it is compared."""

    items: tuple[Item, ...]
    is_ranked: bool
    """Whether a share of any item is known."""
    folded: frozenset[str]
    """The items' names, folded."""
    mode: Item | None
    first: Candidate | None
    """That its first items are those, where it has so many."""
    tops: dict[int, _Top | None]
    """By size: the first items, or none."""


def items(pair: Pair) -> Iterator[Candidate]:
    """Candidates for every ranked list and every distribution."""
    ones, twos = pair.once(_lists, pair.first), pair.once(_lists, pair.second)
    for topic, one, two in zip(pair.once(_topics), ones, twos, strict=True):
        yield from _modes(pair, topic, one.mode, two.mode)
        if topic.is_ranked:
            if one.first is not None:
                yield one.first
            if two.first is not None:
                yield two.first
            yield from _compared(pair, topic, one, two)


def _topics(pair: Pair) -> tuple[_Topic, ...]:
    """The collections that can be told in sentences."""
    found = []
    for collection in pair.survey.dataset.collections:
        is_shared_out = collection.kind == "distribution" or collection.dimension != ""
        if not is_shared_out and collection.kind != "ranked":
            continue
        interest = pair.interests.of(collection)
        home = collection.sections[-1] if collection.sections else collection.resource
        aspect = Aspect(stand_in(collection), interest, interest.topic or home)
        name = collection.dimension or collection.resource
        found.append(_Topic(collection, name, aspect, not is_shared_out))
    return tuple(found)


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


def _lists(pair: Pair, slug: str) -> tuple[_List, ...]:
    """One entity's list of each topic."""
    return tuple([_list(topic, slug) for topic in pair.once(_topics)])


def _list(topic: _Topic, slug: str) -> _List:
    found = topic.collection.items.get(slug, ())
    is_ranked = any(item.share is not None for item in found)
    folded = frozenset([item.name.casefold() for item in found])
    return _List(found, is_ranked, folded, mode(topic.collection, slug), _first_items(topic, slug), {})


def mode(collection: Collection, slug: str) -> Item | None:
    """The item with the largest share; None when there is none or another comes within `LEAST_LEAD`."""
    found = collection.items.get(slug, ())
    if not found or found[0].share is None:
        return None
    if len(found) > 1 and found[0].share - (found[1].share or Decimal(0)) < LEAST_LEAD:
        return None
    return found[0]


def _candidate(topic: _Topic, message: AnyMessage, score: float, reason: str) -> Candidate:
    return scored(message, topic.aspect, score * topic.aspect.interest.weight, reason)


def _modes(pair: Pair, topic: _Topic, one: Item | None, two: Item | None) -> Iterator[Candidate]:
    collection, name, measures = topic.collection, topic.name, (topic.aspect.measure,)
    if one is not None and two is not None:
        subjects = (pair.first, pair.second)
        evidence = (one.source, two.source)
        if one.name == two.name:
            shared = SharedMode(f"shared_mode.{name}", subjects, measures, evidence, collection, one, two)
            gap = abs((one.share or Decimal(0)) - (two.share or Decimal(0)))
            score = 0.35 + 0.4 * min(1.0, float(gap) / 40)
            yield _candidate(topic, shared, score, "the same item leads both")
        else:
            contrast = ModeContrast(
                f"mode_contrast.{name}", subjects, measures, evidence, collection, one, two
            )
            yield _candidate(topic, contrast, 0.75, "different items lead")
        return
    for slug, item in ((pair.first, one), (pair.second, two)):
        if item is not None:
            single = Mode(f"mode.{name}", (slug,), measures, (item.source,), collection, item)
            yield _candidate(topic, single, 0.3, "only one of the two is known")


def top(collection: Collection, slug: str, size: int) -> tuple[Item, ...]:
    """The first items, or none where a tie makes it unclear which those are."""
    found = collection.items.get(slug, ())
    if len(found) < size:
        return ()
    shares = [item.share for item in found]
    if len(found) > size and shares[size] is not None and shares[size] == shares[size - 1]:
        return ()
    return found[:size]


def _first_items(topic: _Topic, slug: str) -> Candidate | None:
    found = top(topic.collection, slug, TOP) if topic.is_ranked else ()
    if not found:
        return None
    message = TopItems(
        f"top_items.{topic.name}.{slug}",
        (slug,),
        (topic.aspect.measure,),
        tuple(item.source for item in found),
        topic.collection,
        found,
    )
    return _candidate(topic, message, 0.5, "the first three")


def compared_size(one: _List, two: _List) -> int:
    """How many items of two lists are compared.

    Two short lists of one length are compared whole: the first three of nearly the same six may be six
    different ones, and readers see the six. Lists with shares, or of different lengths, by their first items.
    """
    length = len(one.items)
    is_whole = length == len(two.items) and TOP < length <= MOST
    return length if is_whole and not one.is_ranked and not two.is_ranked else TOP


def _top(topic: _Topic, slug: str, tops: dict[int, _Top | None], size: int) -> _Top | None:
    """The first items of a list, found the first time."""
    if size not in tops:
        found = top(topic.collection, slug, size)
        names = tuple([item.name.casefold() for item in found])
        sources = tuple([item.source for item in found])
        tops[size] = _Top(found, names, frozenset(names), sources) if found else None
    return tops[size]


def _compared(pair: Pair, topic: _Topic, whole_one: _List, whole_two: _List) -> Iterator[Candidate]:
    """What the first items of the two lists have in common."""
    subjects = (pair.first, pair.second)
    size = compared_size(whole_one, whole_two)
    first = _top(topic, pair.first, whole_one.tops, size)
    second = _top(topic, pair.second, whole_two.tops, size)
    if first is None or second is None:
        return
    collection, name, measures = topic.collection, topic.name, (topic.aspect.measure,)
    evidence = first.sources + second.sources
    one, names_one, in_one, _ = first
    two, names_two, in_two, _ = second
    is_apart = whole_two.folded.isdisjoint(in_one - in_two) and whole_one.folded.isdisjoint(in_two - in_one)
    comparison: AnyMessage
    if in_one <= in_two:
        comparison = SameItems(f"same_items.{name}", subjects, measures, evidence, collection, one)
        yield _candidate(topic, comparison, 0.6, f"the same first {size}")
    elif not in_one.isdisjoint(in_two):
        shared = tuple([item for item, folded in zip(one, names_one, strict=True) if folded in in_two])
        only_first = tuple(
            [item for item, folded in zip(one, names_one, strict=True) if folded not in in_two]
        )
        only_second = tuple(
            [item for item, folded in zip(two, names_two, strict=True) if folded not in in_one]
        )
        apart = (only_first, only_second) if is_apart else ((), ())
        comparison = Overlap(
            f"overlap.{name}", subjects, measures, evidence, collection, size, shared, *apart
        )
        yield _candidate(topic, comparison, 0.6, f"{len(shared)} of the first {size} are shared")
    else:
        comparison = NoOverlap(
            f"no_overlap.{name}", subjects, measures, evidence, collection, one, two, is_apart
        )
        yield _candidate(topic, comparison, 0.55, f"nothing in the first {size} is shared")
