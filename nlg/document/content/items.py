"""Lists beside each other: the most common item, the first items, what they share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Collection, Item, Measure
from nlg.document.content.pair import Pair
from nlg.document.plan import (
    AnyMessage,
    Candidate,
    Mode,
    ModeContrast,
    NoOverlap,
    Overlap,
    SameItems,
    SharedMode,
    TopItems,
)

LEAST_LEAD = Decimal(2)
"""Percentage points by which the first item must lead to be called the most common one in a sentence."""
TOP = 3
"""How many items a reader takes in at once."""


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
    size = TOP
    tops = {slug: top(collection, slug, size) for slug in (pair.first, pair.second)}
    one, two = tops[pair.first], tops[pair.second]
    name = collection.resource
    for slug, first_items in tops.items():
        if first_items:
            evidence = tuple(item.source for item in first_items)
            message = TopItems(
                f"top_items.{name}.{slug}", (slug,), measures, evidence, collection, first_items
            )
            yield _candidate(pair, collection, message, 0.5, "the first three")
    if not one or not two:
        return
    subjects = (pair.first, pair.second)
    evidence = tuple(item.source for item in one + two)
    names = {item.name.casefold() for item in one}, {item.name.casefold() for item in two}
    shared = tuple(item for item in one if item.name.casefold() in names[1])
    comparison: AnyMessage
    if len(shared) == size:
        comparison = SameItems(f"same_items.{name}", subjects, measures, evidence, collection, one)
        yield _candidate(pair, collection, comparison, 0.6, "the same first three")
    elif shared:
        comparison = Overlap(
            f"overlap.{name}",
            subjects,
            measures,
            evidence,
            collection,
            size,
            shared,
            tuple(item for item in one if item not in shared),
            tuple(item for item in two if item.name.casefold() not in names[0]),
        )
        yield _candidate(pair, collection, comparison, 0.6, f"{len(shared)} of the first three are shared")
    else:
        comparison = NoOverlap(f"no_overlap.{name}", subjects, measures, evidence, collection, one, two)
        yield _candidate(pair, collection, comparison, 0.55, "nothing in the first three is shared")
