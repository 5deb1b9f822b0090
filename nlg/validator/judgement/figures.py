"""Stated figures against the cells that they give: numbers, ranges and the ends and widths of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from nlg.validator.claim import Claim, Kind
from nlg.validator.judgement.tolerance import CONVERTED, fraction_holds, holds, is_foreign, within
from nlg.validator.judgement.verdicts import (
    Amount,
    Place,
    amount_of,
    comparable,
    family,
    item_of,
    make,
    no_data,
    plain_number,
    shown,
    title,
    told,
    who,
)
from nlg.validator.lexis.figure import Figure, Hedge
from nlg.validator.vocabulary.resolution import Reader, Target, period_of

HOURS, WEEKS, MONTHS = Decimal(2080), Decimal(52), Decimal(12)


PER_YEAR = {
    "hour": HOURS,
    "week": WEEKS,
    "day": Decimal(365),
    "fortnight": WEEKS / 2,
    "month": MONTHS,
    "year": Decimal(1),
}


_DAYS = {
    "minutes": Decimal(1) / 1440, "hours": Decimal(1) / 24, "days": Decimal(1), "weeks": Decimal(7),
    "months": Decimal("30.436875"), "years": Decimal("365.25"), "decades": Decimal("3652.5"),
}  # fmt: skip


def judge_figure(
    reader: Reader,
    place: Place,
    subjects: Sequence[str],
    target: Target,
    figure: Figure,
    kind: Kind = "value",
) -> Claim:
    """A stated number of one or more entities, each of which must have it."""
    stated = plain_number(figure.value)
    amounts = [amount_of(reader, slug, target) for slug in subjects]
    missing = [slug for slug, amount in zip(subjects, amounts, strict=True) if amount is None]
    known = [amount for amount in amounts if amount is not None]
    if target.kind == "item" and missing and not target.reach:
        return _absent_item(reader, place, subjects, target, figure, kind)
    if missing or not known:
        fallback = other_period(reader, subjects, target, figure)
        if fallback is not None:
            return judge_figure(reader, place, subjects, fallback, figure, kind)
        return no_data(reader, place, kind, missing or subjects, target, stated)
    source = tuple(ref for amount in known for ref in amount.source)
    true = all(_figure_holds(reader, target, figure, amount) for amount in known)
    expected = tuple(plain_number(amount.value) for amount in known)
    message = ""
    if not true:
        gives = " and ".join(told(reader, target, amount.value) for amount in known)
        message = f"says {place.text}; the data give {gives} for {who(reader, subjects)}"
    return make(
        reader, place, kind, subjects, target, "supported" if true else "refuted", message, stated,
        expected[0] if len(expected) == 1 else expected, source,
    )  # fmt: skip


def _absent_item(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, figure: Figure, kind: Kind
) -> Claim:
    collection = reader.collections[target.name]
    stated = plain_number(figure.value)
    for slug in subjects:
        if not collection.items.get(slug):
            return no_data(reader, place, kind, [slug], target, stated)
        item = item_of(reader, slug, target)
        if item is None:
            of_whom = f"the {collection.noun or 'item'}s of {title(reader, slug)}"
            text = f"says {place.text}; {target.item} is not among {of_whom}"
            listed = tuple(item.source for item in collection.items[slug][:1])
            return make(reader, place, kind, subjects, target, "refuted", text, stated, None, listed)
    return no_data(reader, place, kind, subjects, target, stated)


def other_period(reader: Reader, subjects: Sequence[str], target: Target, figure: Figure) -> Target | None:
    """A measure of the same kind of money for another period, when the one meant is empty."""
    if target.kind != "measure" or reader.families[target.name] != "money":
        return None
    if not figure.period and figure.unit not in ("percent", "fraction"):
        return None
    for concept in reader.targets_of_family("money"):
        other = Target("measure", concept)
        if concept != target.name and period_of(reader.measures[concept]):
            if all(amount_of(reader, slug, other) for slug in subjects):
                return other
    return None


def _figure_holds(reader: Reader, target: Target, figure: Figure, amount: Amount) -> bool:
    kind = family(reader, target)
    actual = amount.value
    stated, step = figure.value, figure.step
    if figure.unit == "fraction" and kind in ("percent", "change"):
        return fraction_holds(stated, figure.hedge, actual / 100)
    if figure.unit == "fraction" and kind == "score":
        stated, step = stated * 5, Decimal(1)
    converted = False
    measure = reader.measures.get(target.name) if target.kind == "measure" else None
    if measure is not None and is_foreign(figure, measure.unit):
        return False
    if measure is not None and kind == "money" and figure.period:
        own = period_of(measure)
        if own in PER_YEAR and own != figure.period:
            actual = actual * PER_YEAR[own] / PER_YEAR[figure.period]
            converted = True
    if measure is not None and kind == "time" and figure.unit == "time" and figure.period != measure.unit:
        if figure.period in _DAYS and measure.unit in _DAYS:
            actual = actual * _DAYS[measure.unit] / _DAYS[figure.period]
            converted = True
    if measure is not None and measure.unit.startswith("million ") and stated >= 100_000:
        stated, step = stated / 1_000_000, step / 1_000_000
    if figure.high is not None:
        return stated - step / 2 <= actual <= figure.high + step / 2
    if holds(stated, step, figure.hedge, actual):
        return True
    return converted and figure.hedge in ("", "about") and within(stated, actual, CONVERTED)


def judge_range(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, figure: Figure
) -> Claim:
    """A stated range against the two cells that are its ends."""
    high = figure.high if figure.high is not None else figure.value
    stated = (plain_number(figure.value), plain_number(high))
    if figure.value > high:
        text = f"says {place.text}; a range runs from the smaller number to the larger"
        return make(reader, place, "structure", subjects, target, "refuted", text, stated)
    amounts = [amount_of(reader, slug, target) for slug in subjects]
    if any(amount is None for amount in amounts) or not amounts:
        missing = [slug for slug, amount in zip(subjects, amounts, strict=True) if amount is None]
        return no_data(reader, place, "range", missing, target, stated)
    known = [amount for amount in amounts if amount is not None]
    foreign = target.kind == "range" and is_foreign(
        figure, reader.measures[reader.ranges[target.name][0]].unit
    )
    true = not foreign and all(
        holds(figure.value, figure.step, _soft(figure, 0), scaled(reader, target, figure, amount.value))
        and holds(
            high,
            figure.step,
            _soft(figure, 1),
            scaled(reader, target, figure, amount.high or amount.value),
        )
        for amount in known
    )
    first = known[0]
    gives = " and ".join(
        f"{shown(reader, target, amount.value)} to {shown(reader, target, amount.high or amount.value)}"
        for amount in known
    )
    return make(
        reader, place, "range", subjects, target, "supported" if true else "refuted",
        f"says {place.text}; the data give {gives} for {who(reader, subjects)}", stated,
        (plain_number(first.value), plain_number(first.high or first.value)),
        tuple(ref for amount in known for ref in amount.source),
    )  # fmt: skip


def judge_width(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, figure: Figure
) -> Claim:
    """The stated distance between the two ends of a range."""
    stated = plain_number(figure.value)
    amounts = [comparable(reader, slug, target, "width") for slug in subjects]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(subjects) or not known:
        return no_data(reader, place, "range", subjects, target, stated)
    widths = [scaled(reader, target, figure, amount.value) for amount in known]
    true = all(holds(figure.value, figure.step, figure.hedge, width) for width in widths)
    gives = " and ".join(shown(reader, target, amount.value) for amount in known)
    return make(
        reader, place, "range", subjects, target, "supported" if true else "refuted",
        f"says {place.text}; the data give a width of {gives} for {who(reader, subjects)}", stated,
        plain_number(known[0].value), tuple(ref for amount in known for ref in amount.source),
    )  # fmt: skip


def _soft(figure: Figure, end: int) -> Hedge:
    return "about" if figure.hedge == "about" or figure.soft[end] else ""


def scaled(reader: Reader, target: Target, figure: Figure, actual: Decimal) -> Decimal:
    """A cell of a range in the unit of the figure: months for years, hours for a year's pay."""
    if target.kind == "item":
        return actual
    measure = (
        reader.measures[reader.ranges[target.name][0]]
        if target.kind == "range"
        else reader.measures[target.name]
    )
    kind = family(reader, target)
    if measure.unit.startswith("million ") and abs(figure.value) >= 100_000:
        return actual * 1_000_000
    if measure.unit.startswith("mega") and abs(figure.value) >= 100_000:
        # "64 million against 50" pixels
        return actual * 1_000_000
    if kind == "time" and figure.unit == "time" and measure.unit in _DAYS and figure.period in _DAYS:
        if {measure.unit, figure.period} == {"years", "months"}:
            return actual * 12 if figure.period == "months" else actual / 12
        return actual * _DAYS[measure.unit] / _DAYS[figure.period]
    own = period_of(measure)
    if kind == "money" and figure.period and own in PER_YEAR and own != figure.period:
        return actual * PER_YEAR[own] / PER_YEAR[figure.period]
    return actual


def judge_bound(
    reader: Reader, place: Place, subjects: Sequence[str], target: Target, figure: Figure, is_high: bool
) -> Claim:
    """A stated limit against one end of a range."""
    concept = reader.ranges[target.name][1 if is_high else 0]
    eased: dict[str, Hedge] = {"limit_high": "", "limit_low": "", "more": "at_least", "less": "at_most"}
    limit = replace(figure, hedge=eased.get(figure.hedge, figure.hedge))
    end = Target("measure", concept)
    claim = judge_figure(reader, place, subjects, end, limit, "bound")
    if claim.verdict == "supported" and limit.hedge in ("at_least", "at_most"):
        # What the best-paid tenth earn "more than" is the end of the range itself, no number far inside it.
        near = replace(limit, hedge="about", step=limit.value / 5)
        return replace(judge_figure(reader, place, subjects, end, near, "bound"), stated=claim.stated)
    return claim
