"""Names of items, with or without shares, against an entity's child rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Collection, Item
from nlg.validator.agreement import agrees, agrees_with, number, shown, stated_of
from nlg.validator.claim import Claim, Kind, Stated
from nlg.validator.context import Reader
from nlg.validator.items import NamedShare, find_item, known_item
from nlg.validator.judgement import title
from nlg.validator.labels import Label, find_label
from nlg.validator.lexis.figures import Figure
from nlg.validator.page import Text
from nlg.validator.values import claim_of, expected_of

_HUNDRED = Decimal(100)


def judge_shares(
    reader: Reader,
    text: Text,
    shares: tuple[NamedShare, ...],
    label: Label | None,
    slug: str,
    subjects: tuple[str, ...],
) -> tuple[Claim, ...]:
    """The claims of "name, share" pairs, of bare names, and of the list that they make up."""
    claims: list[Claim] = []
    for share in shares:
        claims.extend(judge_share(reader, text, share, label, slug, subjects, alone=len(shares) == 1))
    once = len({share.name.casefold() for share in shares}) == len(shares)
    is_true = once and all(claim.verdict == "supported" for claim in claims)
    claims.extend(check_sum(reader, text, shares, label, slug, is_true=is_true))
    return tuple(claims)


def judge_share(
    reader: Reader,
    text: Text,
    share: NamedShare,
    label: Label | None,
    slug: str,
    subjects: tuple[str, ...],
    *,
    alone: bool,
) -> Iterator[Claim]:
    """The claims of one name and its share."""
    if not any(character.isalnum() for character in share.name):
        yield from _unnamed(reader, text, share, label, slug)
        return
    key = label.target.name if label is not None and label.target.kind in ("collection", "item") else ""
    if not key or not known_item(reader, key, share.name):
        if (measured := find_label(reader, share.name, "percent")) and measured.target.kind == "measure":
            yield from _measured(reader, text, share, measured, slug)
            return
        home = next((other for other in reader.collections if known_item(reader, other, share.name)), "")
        if home and key and label is not None and label.target.kind == "collection":
            yield _mislabelled(reader, text, share, key, home, slug)
            return
        key = home or key
    if not key:
        yield _unparsed(text, share, slug)
        return
    collection = reader.collections[key]
    found = find_item(reader, key, slug, share.name)
    if found is None:
        yield _absent(reader, text, share, collection, slug, subjects)
        return
    rank, item = found
    if label is not None and alone and label.rank:
        yield _ranked(text, share, collection, item, rank, label.rank, slug)
    elif label is not None and label.superlative and alone:
        yield _top(reader, text, share, collection, item, slug)
    if share.figure is not None:
        yield _share_claim(reader, text, share, collection, item, slug, subjects)
    elif label is None or not ((label.superlative or label.rank) and alone):
        yield _membership(text, share, collection, item, rank, label, slug)


def _mislabelled(reader: Reader, text: Text, share: NamedShare, key: str, home: str, slug: str) -> Claim:
    """The claim of an item that the label counts among others of another kind."""
    collection = reader.collections[key]
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    return claim_of(
        text, share.start, share.end, "list" if share.figure is None else "share", (slug,), collection.resource, stated,
        None, (), "refuted",
        f'"{share.name}" is one of the {reader.collections[home].label.lower()}, not of the {collection.label.lower()}',
    )  # fmt: skip


def check_sum(
    reader: Reader,
    text: Text,
    shares: tuple[NamedShare, ...],
    label: Label | None,
    slug: str,
    *,
    is_true: bool,
) -> Iterator[Claim]:
    """A refuted claim when the parts of a whole make more than the whole, or a part is told twice.

    Shares that are all true (`is_true`) may sum as the data do.
    """
    if len(shares) < 2:
        return
    start, end = shares[0].start, shares[-1].end
    attribute = _resource(reader, label)
    seen: set[str] = set()
    for share in shares:
        name = share.name.casefold()
        if name in seen:
            yield claim_of(
                text, share.start, share.end, "structure", (slug,), attribute, share.name, None, (), "refuted",
                f'"{share.name}" stands in this list twice',
            )  # fmt: skip
        seen.add(name)
    figures = [share.figure for share in shares if share.figure is not None]
    if is_true or len(figures) != len(shares) or (label is not None and not is_whole(reader, label)):
        return
    total = sum((figure.value for figure in figures), Decimal(0))
    if is_overfull(total, figures):
        yield claim_of(
            text, start, end, "structure", (slug,), attribute, number(total), 100, (), "refuted",
            f"the shares add up to {total:,}%, more than a whole",
        )  # fmt: skip


def is_overfull(total: Decimal, figures: list[Figure]) -> bool:
    """Whether shares make more than a whole, the rounding of each and one point of estimates allowed."""
    rounding = sum((figure.step for figure in figures), Decimal(0)) / 2
    return total > _HUNDRED + max(rounding, Decimal(1))


def is_whole(reader: Reader, label: Label) -> bool:
    """Whether the items under a label are the parts of one whole."""
    if label.target.kind != "collection":
        return False
    return reader.collections[label.target.name].kind == "distribution"


def _resource(reader: Reader, label: Label | None) -> str:
    if label is None or label.target.kind not in ("collection", "item"):
        return ""
    return reader.collections[label.target.name].resource


def _share_claim(
    reader: Reader,
    text: Text,
    share: NamedShare,
    collection: Collection,
    item: Item,
    slug: str,
    subjects: tuple[str, ...],
) -> Claim:
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


def _top(
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


def _ranked(
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


def _membership(
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


def _absent(
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


def _measured(reader: Reader, text: Text, share: NamedShare, label: Label, slug: str) -> Iterator[Claim]:
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


def _unnamed(
    reader: Reader, text: Text, share: NamedShare, label: Label | None, slug: str
) -> Iterator[Claim]:
    """A share alone in a cell whose label is an item, or is known by other means."""
    if label is not None and label.target.kind == "item":
        named = NamedShare(
            share.start, share.end, label.target.item, share.start, share.figure, share.figure_span
        )
        yield from judge_share(reader, text, named, label, slug, (), alone=True)
    elif share.figure is not None:
        yield _unparsed(text, share, slug)


def _unparsed(text: Text, share: NamedShare, slug: str) -> Claim:
    stated: Stated = share.name if share.figure is None else stated_of(share.figure)
    return claim_of(
        text, share.start, share.end, "share", (slug,) if slug else (), "", stated, None, (), "unparsed",
        "the reader cannot tell what this is a share of",
    )  # fmt: skip


def _key(reader: Reader, collection: Collection) -> str:
    return next(key for key, other in reader.collections.items() if other is collection)
