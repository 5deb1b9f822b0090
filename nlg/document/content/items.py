"""Lists beside each other: the most common item, the first items, what they share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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
    interest = pair.interests.of(collection)
    topic = interest.topic or (collection.sections[-1] if collection.sections else collection.resource)
    return Candidate(message, round(score * interest.weight, 4), reason, topic, "")


def mode(collection: Collection, slug: str) -> Item | None:
    """The item with the largest share; None when there is none or another comes within `LEAST_LEAD`."""
    found = collection.items.get(slug, ())
    if not found or found[0].share is None:
        return None
    if len(found) > 1 and found[0].share - (found[1].share or Decimal(0)) < LEAST_LEAD:
        return None
    return found[0]


def _modes(pair: Pair, collection: Collection) -> Iterator[Candidate]:
    one, two = mode(collection, pair.first), mode(collection, pair.second)
    measures = (stand_in(collection),)
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
    measures = (stand_in(collection),)
    for slug in (pair.first, pair.second):
        first_items = top(collection, slug, TOP)
        if first_items:
            evidence = tuple(item.source for item in first_items)
            name = f"top_items.{collection.resource}.{slug}"
            message = TopItems(name, (slug,), measures, evidence, collection, first_items)
            yield _candidate(pair, collection, message, 0.5, "the first three")
    yield from _compared(pair, collection)


def compared_size(collection: Collection, first: str, second: str) -> int:
    """How many items of two lists are compared.

    Two short lists of one length are compared whole: the first three of nearly the same six may be six
    different ones, and readers see the six. Lists with shares, or of different lengths, by their first items.
    """
    one, two = (collection.items.get(slug, ()) for slug in (first, second))
    ranked = any(item.share is not None for item in one + two)
    is_whole = len(one) == len(two) and TOP < len(one) <= MOST and not ranked
    return len(one) if is_whole else TOP


def _compared(pair: Pair, collection: Collection) -> Iterator[Candidate]:
    """What the first items of the two lists have in common."""
    subjects = (pair.first, pair.second)
    size = compared_size(collection, *subjects)
    one, two = (top(collection, slug, size) for slug in subjects)
    if not one or not two:
        return
    measures, name = (stand_in(collection),), collection.resource
    evidence = tuple(item.source for item in one + two)
    in_one, in_two = _names(one), _names(two)
    shared = tuple(item for item in one if item.name.casefold() in in_two)
    only_first = tuple(item for item in one if item.name.casefold() not in in_two)
    only_second = tuple(item for item in two if item.name.casefold() not in in_one)
    is_apart = not (
        _names(only_first) & _names(collection.items[pair.second])
        or _names(only_second) & _names(collection.items[pair.first])
    )
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


def _names(found: tuple[Item, ...]) -> set[str]:
    return {item.name.casefold() for item in found}
