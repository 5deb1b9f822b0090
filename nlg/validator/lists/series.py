"""A list of an entity's items, judged as a whole: each item, their number, their order, their sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from nlg.data import Collection, Item
from nlg.validator.cells.agreement import agrees, number
from nlg.validator.cells.claims import claim_of
from nlg.validator.cells.items import NamedShare, find_item
from nlg.validator.cells.labels import Label
from nlg.validator.cells.shares import is_overfull, judge_share
from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.lexis.stems import stems
from nlg.validator.page import Text
from nlg.validator.vocabulary.resolution import Target


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list."""

    text: Text
    share: NamedShare


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words above a list and its numbering promise."""

    count: int
    """3 of "top three"; 0 when no number is given."""
    is_top: bool
    is_ordered: bool
    is_exclusive: bool


def judge_series(
    reader: Reader,
    entries: tuple[Entry, ...],
    key: str,
    owners: tuple[str, ...],
    subjects: tuple[str, ...],
    cues: Cues,
) -> Iterator[Claim]:
    """The claims of a list of items that `owners` have: one owner's own, or those that all of them share."""
    if len(owners) > 1:
        for entry in entries:
            yield from _shared(reader, entry, key, owners)
        return
    slug = owners[0]
    label = None
    if key in reader.collections:
        limit = (
            (cues.count or len(entries))
            if cues.is_top and not any(entry.share.figure for entry in entries)
            else 0
        )
        label = Label(Target("collection", key), count=limit)
    claims: list[Claim] = []
    for entry in entries:
        claims.extend(judge_share(reader, entry.text, entry.share, label, slug, subjects, alone=False))
    yield from claims
    yield from _repeated(entries, key, reader, slug)
    if cues.count and cues.count != len(entries):
        yield _whole(
            entries, reader, key, slug, f"{cues.count} items are announced and {len(entries)} listed"
        )
    if key not in reader.collections:
        return
    collection = reader.collections[key]
    if cues.is_ordered:
        yield from _order(reader, entries, key, slug)
    if cues.is_exclusive:
        yield from _exclusive(reader, entries, key, slug, subjects)
    yield from _misplaced(reader, entries, key, slug, subjects, claims)
    if not all(claim.verdict == "supported" for claim in claims):
        yield from _sum(entries, reader, collection, key, slug)


def _shared(reader: Reader, entry: Entry, key: str, owners: tuple[str, ...]) -> Iterator[Claim]:
    """The claim that every owner has an item."""
    text, name = entry.text, entry.share.name
    keys = [key] if key in reader.collections else list(reader.collections)
    for other in keys:
        found = [find_item(reader, other, slug, name) for slug in owners]
        have = [item for item in found if item is not None]
        if not have:
            continue
        lacking = [slug for slug, item in zip(owners, found, strict=True) if item is None]
        message = "".join(
            f'the data do not give it for "{reader.dataset.entities[slug].title}"' for slug in lacking[:1]
        )
        yield claim_of(
            text, 0, len(text.content), "shared", owners, reader.collections[other].resource, name, have[0][1].name,
            tuple(item[1].source for item in have), "refuted" if lacking else "supported", message,
        )  # fmt: skip
        return
    resource = reader.collections[keys[0]].resource
    yield claim_of(
        text, 0, len(text.content), "shared", owners, resource, name, None, (), "refuted",
        "the data give it for none of them",
    )  # fmt: skip


def _repeated(entries: tuple[Entry, ...], key: str, reader: Reader, slug: str) -> Iterator[Claim]:
    seen: set[tuple[str, ...]] = set()
    for entry in entries:
        words = stems(entry.share.name)
        if words in seen:
            yield claim_of(
                entry.text, 0, len(entry.text.content), "structure", (slug,), _resource(reader, key), entry.share.name,
                None, (), "refuted", f'"{entry.share.name}" stands in this list twice',
            )  # fmt: skip
        seen.add(words)


def _order(reader: Reader, entries: tuple[Entry, ...], key: str, slug: str) -> Iterator[Claim]:
    """The claim that the items stand in the order of the data; equal shares may change places."""
    found = [find_item(reader, key, slug, entry.share.name) for entry in entries]
    ranked = [item for item in found if item is not None]
    if len(ranked) != len(entries) or len(ranked) < 2:
        return
    right = all(_may_precede(before, after) for before, after in pairwise(ranked))
    expected = tuple(item.name for _, item in sorted(ranked, key=lambda pair: pair[0]))
    first, last = entries[0].text, entries[-1].text
    yield Claim(
        (first.span(0, 1)[0], last.span(0, len(last.content))[1]),
        "; ".join(entry.text.content for entry in entries),
        "list", (slug,), _resource(reader, key), tuple(entry.share.name for entry in entries), expected,
        tuple(item.source for _, item in ranked), "supported" if right else "refuted",
        "" if right else f"in the data the order is {', '.join(expected)}",
    )  # fmt: skip


def _may_precede(before: tuple[int, Item], after: tuple[int, Item]) -> bool:
    return before[0] < after[0] or (before[1].share is not None and before[1].share == after[1].share)


def _exclusive(
    reader: Reader, entries: tuple[Entry, ...], key: str, slug: str, subjects: tuple[str, ...]
) -> Iterator[Claim]:
    """The claim that nobody else compared has an item."""
    for entry in entries:
        for other in subjects:
            found = find_item(reader, key, other, entry.share.name) if other != slug else None
            if found is not None:
                yield claim_of(
                    entry.text, 0, len(entry.text.content), "shared", (slug, other), _resource(reader, key),
                    entry.share.name, found[1].name, (found[1].source,), "refuted",
                    f'the data give it for "{reader.dataset.entities[other].title}" as well',
                )  # fmt: skip


def _misplaced(
    reader: Reader,
    entries: tuple[Entry, ...],
    key: str,
    slug: str,
    subjects: tuple[str, ...],
    claims: list[Claim],
) -> Iterator[Claim]:
    """A structure claim when the whole list is another subject's and not this one's."""
    if len(entries) < 2 or all(claim.verdict == "supported" for claim in claims):
        return
    for other in subjects:
        if other != slug and all(_belongs(reader, entry.share, key, other) for entry in entries):
            title = reader.dataset.entities[other].title
            yield _whole(entries, reader, key, slug, f'this is the list of "{title}"')


def _belongs(reader: Reader, share: NamedShare, key: str, slug: str) -> bool:
    found = find_item(reader, key, slug, share.name)
    if found is None:
        return False
    return share.figure is None or found[1].share is None or agrees(share.figure, found[1].share)


def _sum(
    entries: tuple[Entry, ...], reader: Reader, collection: Collection, key: str, slug: str
) -> Iterator[Claim]:
    figures = [entry.share.figure for entry in entries if entry.share.figure is not None]
    if collection.kind != "distribution" or len(figures) != len(entries) or len(figures) < 2:
        return
    total = sum((figure.value for figure in figures), Decimal(0))
    if is_overfull(total, figures):
        yield _whole(
            entries, reader, key, slug, f"the shares add up to {number(total):,}%, more than a whole"
        )


def _whole(entries: tuple[Entry, ...], reader: Reader, key: str, slug: str, message: str) -> Claim:
    """A refuted structure claim about a list from its first item to its last."""
    first, last = entries[0].text, entries[-1].text
    return Claim(
        (first.span(0, 1)[0], last.span(0, len(last.content))[1]),
        "; ".join(entry.text.content for entry in entries),
        "structure", (slug,), _resource(reader, key), None, None, (), "refuted", message,
    )  # fmt: skip


def _resource(reader: Reader, key: str) -> str:
    return reader.collections[key].resource if key in reader.collections else ""
