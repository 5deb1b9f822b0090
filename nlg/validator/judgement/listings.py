"""Lists of items against the data: top k, order, membership, items in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.data import Item, SourceRef
from nlg.validator.claim import Claim, Kind
from nlg.validator.judgement.verdicts import Place, make, no_data, title
from nlg.validator.vocabulary.resolution import Reader, Target


def ranked(reader: Reader, slug: str, key: str) -> tuple[Item, ...]:
    """An entity's items in rank order."""
    return reader.collections[key].items.get(slug, ())


def top(items: Sequence[Item], size: int) -> tuple[set[str], set[str]]:
    """The names that a top list of that size must hold, and those that it may: ties at its end are free."""
    if size >= len(items):
        names = {item.name.lower() for item in items}
        return names, names
    edge = items[size - 1].share
    must = {item.name.lower() for item in items[:size] if edge is None or item.share != edge}
    may = {
        item.name.lower()
        for index, item in enumerate(items)
        if index < size or (edge is not None and item.share == edge)
    }
    return must, may


def judge_top(
    reader: Reader,
    place: Place,
    slug: str,
    target: Target,
    names: Sequence[str],
    size: int,
    is_partial: bool,
    in_order: bool,
    kind: Kind = "list",
) -> Claim:
    """That the names are an entity's `size` highest items, all of them or some, in order if so said."""
    items = ranked(reader, slug, target.name)
    stated = tuple(names)
    if not items:
        return no_data(reader, place, kind, [slug], target, stated)
    lowered = [name.lower() for name in names]
    must, may = top(items, size)
    complete = is_partial or must <= set(lowered)
    inside = all(name in may for name in lowered)
    sequence = not in_order or _in_sequence(items, lowered)
    expected = tuple(item.name for item in items[:size])
    listed = ", ".join(expected)
    noun = reader.collections[target.name].noun or "item"
    text = (
        f"says {', '.join(names)}; the data give {listed} as the top {size} {noun}s of {title(reader, slug)}"
    )
    if inside and complete and not sequence:
        text = f"says {', '.join(names)} in that order; the data give {listed}"
    good = inside and complete and sequence
    source = tuple(item.source for item in items[:size])
    return make(
        reader,
        place,
        kind,
        [slug],
        target,
        "supported" if good else "refuted",
        text,
        stated,
        expected,
        source,
    )


def _in_sequence(items: Sequence[Item], names: Sequence[str]) -> bool:
    """Whether the names fall in rank order; items with equal shares may change places."""
    place = {}
    for index, item in enumerate(items):
        same = [
            other for other in range(index) if item.share is not None and items[other].share == item.share
        ]
        place[item.name.lower()] = same[0] if same else index
    ranks = [place.get(name, len(items)) for name in names]
    return ranks == sorted(ranks)


def judge_membership(
    reader: Reader,
    place: Place,
    subjects: Sequence[str],
    target: Target,
    names: Sequence[str],
    denied: bool = False,
    size: int = 0,
    kind: Kind = "list",
) -> Claim:
    """That each name is, or is not, among the items of every subject, or among its first `size`."""
    source: list[SourceRef] = []
    missing: list[str] = []
    present: list[str] = []
    for slug in subjects:
        items = ranked(reader, slug, target.name)
        if not items:
            return no_data(reader, place, kind, [slug], target, tuple(names))
        allowed = top(items, size)[1] if size else {item.name.lower() for item in items}
        by_name = {item.name.lower(): item for item in items}
        for name in names:
            if name.lower() in allowed:
                present.append(f"{title(reader, slug)} list {name}")
                source.append(by_name[name.lower()].source)
            else:
                missing.append(
                    f"{name} is not among the {'top ' + str(size) if size else 'items'} of {title(reader, slug)}"
                )
                source.append(items[0].source)
    faults = present if denied else missing
    return make(
        reader, place, kind, subjects, target, "refuted" if faults else "supported",
        f'says "{place.text}"; {"; ".join(faults)}', tuple(names), None, tuple(source),
    )  # fmt: skip


def judge_only(
    reader: Reader, place: Place, slug: str, other: str, target: Target, names: Sequence[str], size: int = 0
) -> Claim:
    """That one entity lists the names and the other does not."""
    has = judge_membership(reader, place, [slug], target, names, False, size, "shared")
    if has.verdict != "supported" or not other:
        return has
    lacks = judge_membership(reader, place, [other], target, names, True, size, "shared")
    return replace(lacks, subjects=(slug, other))


def judge_one_alone(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, name: str
) -> Claim:
    """That just one of two entities lists a name."""
    found = [judge_membership(reader, place, [slug], target, [name], kind="shared") for slug in subjects]
    if any(claim.verdict == "no_data" for claim in found):
        return next(claim for claim in found if claim.verdict == "no_data")
    held = sum(claim.verdict == "supported" for claim in found)
    text = f'says "{place.text}"; {name} is among the items of {("neither", "one", "both")[held]}'
    return make(
        reader, place, "shared", subjects, target, "supported" if held == 1 else "refuted", text, (name,), None,
        tuple(ref for claim in found for ref in claim.source),
    )  # fmt: skip


def judge_position(
    reader: Reader, place: Place, slug: str, target: Target, name: str, position: int
) -> Claim:
    """That an item stands at a rank, −1 for the last; items with equal shares may change places."""
    items = ranked(reader, slug, target.name)
    position = position if position > 0 else len(items)
    if not items:
        return no_data(reader, place, "superlative", [slug], target, name)
    ranks = {item.name.lower(): index + 1 for index, item in enumerate(items)}
    actual = ranks.get(name.lower(), 0)
    there = items[position - 1] if position <= len(items) else None
    tied = (
        there is not None
        and actual > 0
        and there.share is not None
        and there.share == items[actual - 1].share
    )
    true = actual == position or tied
    expected = there.name if there is not None else None
    text = f"says {name} is number {position}; the data give {expected or 'nothing'} there for {title(reader, slug)}"
    source = tuple(item.source for item in items[:position])
    return make(
        reader, place, "superlative", [slug], target, "supported" if true else "refuted", text, name, expected, source
    )  # fmt: skip


def judge_overlap(
    reader: Reader,
    place: Place,
    subjects: Sequence[str],
    target: Target,
    count: int,
    size: int,
    denied: bool = False,
) -> Claim:
    """That the top lists of two entities have, or have not, so many items in common."""
    first, second = (ranked(reader, slug, target.name) for slug in subjects)
    if not first or not second:
        return no_data(reader, place, "shared", subjects, target, count)
    common = [item for item in first[:size] if item.name.lower() in top(second, size)[1]]
    names = ", ".join(item.name for item in common) or "none"
    source = tuple(item.source for item in first[:size] + second[:size])
    text = f'says "{place.text}"; the data give {len(common)} in common: {names}'
    return make(
        reader, place, "shared", subjects, target,
        "supported" if (len(common) == count) != denied else "refuted", text, count, len(common), source,
    )  # fmt: skip


def denied_of(reader: Reader, claim: Claim) -> Claim:
    """The claim that what another says is not so."""
    if claim.verdict not in ("supported", "refuted"):
        return claim
    who = " and ".join(title(reader, slug) for slug in claim.subjects)
    text = f'denies "{claim.text}"; so the data have it for {who}'
    right = claim.verdict == "refuted"
    return replace(claim, verdict="supported" if right else "refuted", message="" if right else text)
