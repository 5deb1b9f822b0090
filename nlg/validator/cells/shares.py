"""Names of items, with or without shares, against an entity's child rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from nlg.validator.cells.agreement import number
from nlg.validator.cells.claims import claim_of
from nlg.validator.cells.items import NamedShare, find_item, known_item
from nlg.validator.cells.labels import Label, find_label
from nlg.validator.cells.share_claims import (
    absent_claim,
    measured_claims,
    membership_claim,
    mislabelled_claim,
    other_item_claim,
    rank_claim,
    share_claim,
    top_claim,
    unparsed_claim,
)
from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import title
from nlg.validator.lexis.figure import Figure
from nlg.validator.page import Text
from nlg.validator.vocabulary.resolution import Target

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
    if label is not None and label.rank == 1 and is_true:
        claims.extend(_check_order(reader, text, shares, label, slug))
    return tuple(claims)


def _check_order(
    reader: Reader, text: Text, shares: tuple[NamedShare, ...], label: Label, slug: str
) -> Iterator[Claim]:
    """A refuted claim when items under "skills, most important first" are the right ones in another order."""
    found = [find_item(reader, label.target.name, slug, share.name) for share in shares]
    items = [one for one in found if one is not None]
    if len(items) < 2 or len(items) < len(shares):
        return
    falls = [
        (one, two)
        for (rank, one), (behind, two) in pairwise(items)
        if rank > behind and (one.share is None or one.share != two.share)
    ]
    if falls:
        one, two = falls[0]
        yield claim_of(
            text, shares[0].start, shares[-1].end, "list", (slug,), _resource(reader, label),
            tuple(share.name for share in shares), tuple(item.name for _, item in sorted(items, key=lambda x: x[0])),
            (one.source, two.source), "refuted", f"{two.name} ranks above {one.name} for {title(reader, slug)}",
        )  # fmt: skip


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
    else:
        yield from _named(reader, text, share, label, slug, subjects, alone=alone)


def _named(
    reader: Reader,
    text: Text,
    share: NamedShare,
    label: Label | None,
    slug: str,
    subjects: tuple[str, ...],
    *,
    alone: bool,
) -> Iterator[Claim]:
    if label is not None and label.target.kind == "item" and not _is_same(reader, label.target, share.name):
        yield other_item_claim(reader, text, share, label.target, slug)
        return
    key = label.target.name if label is not None and label.target.kind in ("collection", "item") else ""
    if not key or not known_item(reader, key, share.name):
        if (measured := find_label(reader, share.name, "percent")) and measured.target.kind == "measure":
            yield from measured_claims(reader, text, share, measured, slug)
            return
        home = next((other for other in reader.collections if known_item(reader, other, share.name)), "")
        if home and key and label is not None and label.target.kind == "collection":
            yield mislabelled_claim(reader, text, share, key, home, slug)
            return
        key = home or key
    if not key:
        yield unparsed_claim(text, share, slug)
        return
    collection = reader.collections[key]
    found = find_item(reader, key, slug, share.name)
    if found is None:
        yield absent_claim(reader, text, share, collection, slug, subjects)
        return
    rank, item = found
    if label is not None and alone and label.rank:
        yield rank_claim(text, share, collection, item, rank, label.rank, slug)
    elif label is not None and label.superlative and alone:
        yield top_claim(reader, text, share, collection, item, slug)
    if share.figure is not None:
        yield share_claim(reader, text, share, collection, item, slug, subjects)
    elif label is None or not ((label.superlative or label.rank) and alone):
        yield membership_claim(text, share, collection, item, rank, label, slug)


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


def _unnamed(
    reader: Reader, text: Text, share: NamedShare, label: Label | None, slug: str
) -> Iterator[Claim]:
    """A share alone in a cell whose label is an item, or the place of one: "most common degree"."""
    item = label.target.item if label is not None and label.target.kind == "item" else ""
    if label is not None and label.target.kind == "collection" and (label.superlative or label.rank):
        items = reader.collections[label.target.name].items.get(slug, ())
        place = max(label.rank, 1)
        item = items[place - 1].name if place <= len(items) else ""
    if item and label is not None:
        label = Label(Target("item", label.target.name, item))
        named = NamedShare(share.start, share.end, item, share.start, share.figure, share.figure_span)
        yield from _named(reader, text, named, label, slug, (), alone=True)
    elif share.figure is not None:
        yield unparsed_claim(text, share, slug)


def _is_same(reader: Reader, target: Target, name: str) -> bool:
    """Whether a name in a cell is that of the item which labels its row."""
    return known_item(reader, target.name, name) in ("", target.item)
