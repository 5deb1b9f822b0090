"""The claims that a name of an item and its share can make, each judged against the data."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.data import Collection, Item
from nlg.validator.cells.agreement import agrees, agrees_with, number, shown, stated_of
from nlg.validator.cells.claims import claim_of, expected_of
from nlg.validator.cells.items import NamedShare, find_item
from nlg.validator.cells.labels import Label
from nlg.validator.claim import Claim, Kind, Stated
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import title
from nlg.validator.page import Text
from nlg.validator.vocabulary.resolution import Target


def mislabelled_claim(reader: Reader, text: Text, share: NamedShare, key: str, home: str, slug: str) -> Claim:
    """The claim of an item that the label counts among others of another kind."""
    collection = reader.collections[key]
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    return claim_of(
        text, share.start, share.end, "list" if share.figure is None else "share", (slug,), collection.resource, stated,
        None, (), "refuted",
        f'"{share.name}" is one of the {reader.collections[home].label.lower()}, not of the {collection.label.lower()}',
    )  # fmt: skip


def share_claim(
    reader: Reader,
    text: Text,
    share: NamedShare,
    collection: Collection,
    item: Item,
    slug: str,
    subjects: tuple[str, ...],
) -> Claim:
    """The claim that an item has a share; where it is wrong, whose it is."""
    assert share.figure is not None
    stated = stated_of(share.figure)
    if item.share is None:
        return claim_of(
            text, share.start, share.end, "share", (slug,), collection.resource, stated, None, (item.source,),
            "no_data",
            f'the data give no share for "{item.name}"',
        )  # fmt: skip
    right = agrees(share.figure, item.share)
    message = "" if right else f"the data give {item.share:,}% for {title(reader, slug)}"
    if not right:
        for other in subjects:
            theirs = find_item(reader, _key(reader, collection), other, share.name) if other != slug else None
            if theirs is not None and theirs[1].share is not None and agrees(share.figure, theirs[1].share):
                message += f'; this is the figure of "{reader.dataset.entities[other].title}"'
    return claim_of(
        text, share.start, share.end, "share", (slug,), collection.resource, stated, number(item.share), (item.source,),
        "supported" if right else "refuted", message,
    )  # fmt: skip


def top_claim(
    reader: Reader, text: Text, share: NamedShare, collection: Collection, item: Item, slug: str
) -> Claim:
    """The claim that an item is the first of its kind; ties are all first."""
    first = collection.items[slug][0]
    right = item.name == first.name or (item.share is not None and item.share == first.share)
    return claim_of(
        text, share.name_start, share.name_start + len(share.name), "superlative", (slug,), collection.resource,
        share.name, item.name if right else first.name, (item.source if right else first.source,),
        "supported" if right else "refuted",
        "" if right else f'the data put "{first.name}" first for {title(reader, slug)}'
    )  # fmt: skip


def rank_claim(
    text: Text, share: NamedShare, collection: Collection, item: Item, rank: int, stated: int, slug: str
) -> Claim:
    """The claim that an item has a place; equal shares may change places."""
    items = collection.items[slug]
    holder = items[stated - 1] if stated <= len(items) else None
    tied = holder is not None and holder.share is not None and holder.share == item.share
    right = rank == stated - 1 or tied
    message = "" if right else f'"{item.name}" is number {rank + 1} in the data'
    return claim_of(
        text, share.name_start, share.name_start + len(share.name), "ranking", (slug,), collection.resource,
        share.name, item.name if right or holder is None else holder.name, (item.source,),
        "supported" if right else "refuted", message,
    )  # fmt: skip


def membership_claim(
    text: Text,
    share: NamedShare,
    collection: Collection,
    item: Item,
    rank: int,
    label: Label | None,
    slug: str,
) -> Claim:
    """The claim that an item is among an entity's, or among the first of them where the label counts them."""
    count = label.count if label is not None else 0
    items = collection.items[slug]
    limit = items[min(count, len(items)) - 1] if count else None
    right = limit is None or rank < count or (item.share is not None and item.share == limit.share)
    return claim_of(
        text, share.start, share.end, "list", (slug,), collection.resource, share.name, item.name, (item.source,),
        "supported" if right else "refuted",
        "" if right else f'"{item.name}" is number {rank + 1} in the data, not among the first {count}',
    )  # fmt: skip


def absent_claim(
    reader: Reader,
    text: Text,
    share: NamedShare,
    collection: Collection,
    slug: str,
    subjects: tuple[str, ...],
) -> Claim:
    """The claim about an item that the data do not give this entity."""
    title = reader.dataset.entities[slug].title
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    kind: Kind = "list" if share.figure is None else "share"
    if slug not in collection.items:
        return claim_of(
            text, share.start, share.end, kind, (slug,), collection.resource, stated, None, (), "no_data",
            f'the data hold no {collection.label.lower()} for "{title}"',
        )  # fmt: skip
    message = f'the data do not give "{share.name}" for "{title}"'
    for other in subjects:
        if other != slug and find_item(reader, _key(reader, collection), other, share.name):
            message += f', but for "{reader.dataset.entities[other].title}"'
    source = tuple(item.source for item in collection.items[slug][:1])
    return claim_of(
        text,
        share.start,
        share.end,
        kind,
        (slug,),
        collection.resource,
        stated,
        None,
        source,
        "refuted",
        message,
    )


def measured_claims(
    reader: Reader, text: Text, share: NamedShare, label: Label, slug: str
) -> Iterator[Claim]:
    """A share that is a measure of its own: "Female, 90.6%"."""
    measure = reader.measures[label.target.name]
    observation = reader.dataset.observed(slug, measure.concept)
    if share.figure is None:
        return
    stated = stated_of(share.figure)
    if observation is None or isinstance(observation.value, str):
        yield claim_of(
            text, share.start, share.end, "value", (slug,), measure.concept, stated, None, (), "no_data",
            f"the data hold no {measure.noun or measure.concept} for {title(reader, slug)}",
        )  # fmt: skip
        return
    right = agrees_with(reader, share.figure, measure, observation.value.value)
    yield claim_of(
        text, share.start, share.end, "value", (slug,), measure.concept, stated, expected_of(observation),
        (observation.source,), "supported" if right else "refuted",
        "" if right else f"the data give {shown(observation, measure)} for {title(reader, slug)}",
    )  # fmt: skip


def other_item_claim(reader: Reader, text: Text, share: NamedShare, target: Target, slug: str) -> Claim:
    """The claim of a cell that names another item than its row does."""
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    return claim_of(
        text, share.start, share.end, "share", (slug,), reader.collections[target.name].resource, stated, None, (),
        "refuted", f'the row is that of "{target.item}", the cell names "{share.name}"',
    )  # fmt: skip


def unparsed_claim(text: Text, share: NamedShare, slug: str) -> Claim:
    """The claim of a share whose whole the reader cannot tell."""
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    return claim_of(
        text, share.start, share.end, "share", (slug,) if slug else (), "", stated, None, (), "unparsed",
        "the reader cannot tell what this is a share of",
    )  # fmt: skip


def _key(reader: Reader, collection: Collection) -> str:
    return next(key for key, other in reader.collections.items() if other is collection)
