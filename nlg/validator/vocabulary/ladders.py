"""Items that are steps of a scale: levels of a school, from the lowest to the highest."""

from __future__ import annotations

from functools import lru_cache

from nlg.validator.lexis.word_lists import word_list
from nlg.validator.vocabulary.resolution import Reader, Target

_BOTTOM = tuple(phrase + " " for phrase in word_list("ladders")["bottom"])


@lru_cache(maxsize=64)
def ladder(reader: Reader, key: str) -> tuple[str, ...]:
    """The items of a distribution from the lowest step to the highest; empty where they make no scale.

    The data list them in one order for every entity, and not by their shares.
    """
    collection = reader.collections[key]
    if collection.kind != "distribution":
        return ()
    longest: tuple[str, ...] = ()
    is_by_share = True
    orders = []
    for items in collection.items.values():
        listed = sorted(items, key=lambda item: item.source.line)
        names = tuple(item.name for item in listed)
        shares = [item.share for item in listed if item.share is not None]
        is_by_share = is_by_share and shares == sorted(shares, reverse=True)
        longest = max(longest, names, key=len)
        orders.append(names)
    places = {name: place for place, name in enumerate(longest)}
    for names in orders:
        if any(name not in places for name in names) or list(names) != sorted(names, key=places.__getitem__):
            return ()
    if is_by_share or len(longest) < 3:
        return ()
    last, first = longest[-1].lower() + " ", longest[0].lower() + " "
    return longest[::-1] if last.startswith(_BOTTOM) and not first.startswith(_BOTTOM) else longest


def rungs(reader: Reader, target: Target) -> tuple[str, ...]:
    """The items that a target with a reach takes in, from the lowest up; empty where nobody can tell."""
    steps = ladder(reader, target.name)
    if target.item not in steps:
        return ()
    at = steps.index(target.item)
    return steps[at:] if target.reach > 0 else steps[: at + 1]
