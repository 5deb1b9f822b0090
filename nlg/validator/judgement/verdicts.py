"""A claim against the dataset → its verdict, the cells it rests on, and a sentence for the editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlg.data import Item, Quantity, SourceRef
from nlg.validator.claim import Claim, Kind, Stated, Status
from nlg.validator.vocabulary.ladders import rungs
from nlg.validator.vocabulary.resolution import Reader, Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands and its visible words."""

    span: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """What the data hold of one target for one entity."""

    value: Decimal
    source: tuple[SourceRef, ...]
    high: Decimal | None = None


def plain_number(value: Decimal) -> int | float:
    """A number ready for JSON."""
    return int(value) if value == value.to_integral_value() else float(value)


def amount_of(reader: Reader, slug: str, target: Target) -> Amount | None:
    """The number that the data hold for a target, or None when the cell is empty."""
    if target.kind == "measure":
        return _cell(reader, slug, target.name)
    if target.kind == "range":
        low_concept, high_concept = reader.ranges[target.name]
        low, high = _cell(reader, slug, low_concept), _cell(reader, slug, high_concept)
        if low is None or high is None:
            return None
        return Amount(low.value, low.source + high.source, high.value)
    if target.reach:
        return _together(reader, slug, target)
    if target.kind == "item":
        item = item_of(reader, slug, target)
        if item is not None and item.share is not None:
            return Amount(item.share, (item.source,))
    return None


def _together(reader: Reader, slug: str, target: Target) -> Amount | None:
    """The share of all items that a target's reach takes in, where the data list a whole."""
    wanted = rungs(reader, target)
    items = reader.collections[target.name].items.get(slug, ())
    shares = [(item, item.share) for item in items if item.share is not None]
    if not wanted or sum(share for _, share in shares) < _WHOLE:
        return None
    meant = [(item.source, share) for item, share in shares if item.name in wanted]
    return Amount(sum((share for _, share in meant), Decimal(0)), tuple(source for source, _ in meant))


_WHOLE = Decimal(97)
"""Percent from which shares that do not quite close are those of a whole."""


def _cell(reader: Reader, slug: str, concept: str) -> Amount | None:
    observation = reader.dataset.observed(slug, concept)
    if observation is None or not isinstance(observation.value, Quantity):
        return None
    return Amount(observation.value.value, (observation.source,))


def item_of(reader: Reader, slug: str, target: Target) -> Item | None:
    """The child row that a target names, or None."""
    wanted = target.item.lower()
    for item in reader.collections[target.name].items.get(slug, ()):
        if item.name.lower() == wanted:
            return item
    return None


def attribute_of(reader: Reader, target: Target | None) -> str:
    """What a claim about a target calls its attribute."""
    if target is None:
        return ""
    if target.kind in ("item", "collection"):
        return reader.collections[target.name].resource
    return target.name


def family(reader: Reader, target: Target) -> str:
    """The family of a target's unit; items are shares."""
    if target.kind == "measure":
        return reader.families[target.name]
    if target.kind == "range":
        return reader.families[reader.ranges[target.name][0]]
    return "text" if target.kind == "text" else "percent"


def shown(reader: Reader, target: Target, value: Decimal) -> str:
    """A value as a message to the editor prints it."""
    kind = family(reader, target)
    number = f"{value.normalize():,f}"
    if kind == "money":
        places = 2 if value != value.to_integral_value() else 0
        return ("−" if value < 0 else "") + f"${abs(value):,.{places}f}"
    if kind in ("percent", "change"):
        return f"{number.replace('-', '−')}%"
    concept = reader.ranges[target.name][0] if target.kind == "range" else target.name
    unit = reader.measures[concept].unit if concept in reader.measures else ""
    if kind == "time" or kind.startswith("unit:"):
        return f"{number.replace('-', '−')} {unit or 'years'}"
    return number.replace("-", "−")


def told(reader: Reader, target: Target, value: Decimal) -> str:
    """A value as a message prints it, a share with whom or what it is of: "83.2% women"."""
    if family(reader, target) != "percent":
        return shown(reader, target, value)
    name = named(reader, target)
    for opening in ("share of ", "proportion of ", "percentage of "):
        if name.lower().startswith(opening):
            return f"{shown(reader, target, value)} {name[len(opening) :]}"
    return f"{shown(reader, target, value)} ({name})"


def named(reader: Reader, target: Target) -> str:
    """What a message calls a target."""
    if target.reach:
        return f"{target.item} or {'more' if target.reach > 0 else 'less'}"
    if target.kind == "item":
        return target.item
    if target.kind == "collection":
        return reader.collections[target.name].label or target.name
    measure = reader.measures[reader.ranges[target.name][0] if target.kind == "range" else target.name]
    return measure.noun or measure.label


def title(reader: Reader, slug: str) -> str:
    """What a message calls an entity."""
    entity = reader.dataset.entities.get(slug)
    return entity.title if entity else slug


def make(
    reader: Reader,
    place: Place,
    kind: Kind,
    subjects: Sequence[str],
    target: Target | None,
    verdict: Status,
    message: str = "",
    stated: Stated = None,
    expected: Stated = None,
    source: tuple[SourceRef, ...] = (),
) -> Claim:
    """A claim from its parts."""
    return Claim(
        place.span, place.text, kind, tuple(subjects), attribute_of(reader, target), stated, expected, source,
        verdict, "" if verdict == "supported" else message,
    )  # fmt: skip


def unparsed(
    place: Place, kind: Kind, message: str, subjects: Sequence[str] = (), attribute: str = ""
) -> Claim:
    """A statement that can be checked and was not understood."""
    return Claim(
        place.span, place.text, kind, tuple(subjects), attribute, None, None, (), "unparsed", message
    )


def no_data(
    reader: Reader, place: Place, kind: Kind, subjects: Sequence[str], target: Target, stated: Stated
) -> Claim:
    """A claim about something for which the data hold nothing."""
    who = " or ".join(title(reader, slug) for slug in subjects)
    text = f"the data hold no {named(reader, target)} for {who}"
    return make(reader, place, kind, subjects, target, "no_data", text, stated)


def who(reader: Reader, subjects: Sequence[str]) -> str:
    """What a message calls several entities together."""
    return " and ".join(title(reader, slug) for slug in subjects)


def comparable(reader: Reader, slug: str, target: Target, domain: str = "") -> Amount | None:
    """One number by which entities are ranked on a target: a range counts by its width, or by its middle."""
    amount = amount_of(reader, slug, target)
    if amount is None or amount.high is None:
        return amount
    if domain == "width":
        return Amount(amount.high - amount.value, amount.source)
    return Amount((amount.high + amount.value) / 2, amount.source)


def judge_text(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, denied: bool = False
) -> Claim:
    """A named value of a text measure: each entity must have it."""
    cells = [reader.dataset.observed(slug, target.name) for slug in subjects]
    missing = [slug for slug, cell in zip(subjects, cells, strict=True) if cell is None]
    if missing:
        return no_data(reader, place, "value", missing, target, target.item)
    known = [cell for cell in cells if cell is not None]
    true = all((str(cell.value).casefold() == target.item.casefold()) != denied for cell in known)
    gives = " and ".join(str(cell.value) for cell in known)
    return make(
        reader, place, "value", subjects, target, "supported" if true else "refuted",
        f"says {place.text}; the data give {gives} for {who(reader, subjects)}", target.item,
        str(known[0].value) if len(known) == 1 else tuple(str(cell.value) for cell in known),
        tuple(cell.source for cell in known),
    )  # fmt: skip


_NEARLY, _HARDLY = 85, 75
"""From which share on "nearly all" is right, and up to which it is wrong."""


def judge_majority(
    reader: Reader,
    place: Place,
    subjects: Sequence[str],
    target: Target,
    is_most: bool,
    is_nearly: bool = False,
) -> Claim:
    """That most, or a minority, of an entity's people are of a kind; `is_nearly`: nearly all, or hardly any."""
    amounts = [amount_of(reader, slug, target) for slug in subjects]
    stated = "most" if is_most else "minority"
    if target.kind == "item" and not target.reach and any(amount is None for amount in amounts):
        held = [slug for slug in subjects if reader.collections[target.name].items.get(slug)]
        if held and is_most:
            text = f"says {place.text}; {target.item} is not listed"
            return make(reader, place, "share", subjects, target, "refuted", text, stated)
    if any(amount is None for amount in amounts):
        return no_data(reader, place, "share", subjects, target, stated)
    known = [amount for amount in amounts if amount is not None]
    shares = [amount.value if is_most else 100 - amount.value for amount in known]
    true = all(share >= _NEARLY if is_nearly else share > 50 for share in shares)
    if not true and is_nearly and all(share > _HARDLY for share in shares):
        text = f'cannot tell whether {plain_number(known[0].value)}% is "{place.text}"'
        return unparsed(place, "share", text, subjects, attribute_of(reader, target))
    gives = " and ".join(told(reader, target, amount.value) for amount in known)
    return make(
        reader, place, "share", subjects, target, "supported" if true else "refuted",
        f"says {place.text}; the data give {gives} for {who(reader, subjects)}", stated,
        plain_number(known[0].value), tuple(ref for amount in known for ref in amount.source),
    )  # fmt: skip
