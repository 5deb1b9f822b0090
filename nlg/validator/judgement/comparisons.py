"""Statements that set two entities against each other.

Judged: who has more, by how much, how many times, or the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import other_period, scaled
from nlg.validator.judgement.tolerance import (
    CONVERTED,
    SHARE_POINTS,
    holds,
    ratio_holds,
    similar,
    slight,
    within,
)
from nlg.validator.judgement.verdicts import (
    Amount,
    Place,
    amount_of,
    comparable,
    family,
    make,
    no_data,
    plain_number,
    shown,
    title,
)
from nlg.validator.lexis.figure import Figure, Hedge
from nlg.validator.vocabulary.resolution import Reader, Target


def judge_comparison(
    reader: Reader,
    place: Place,
    first: str,
    second: str,
    target: Target,
    sign: int,
    domain: str = "",
    is_slight: bool = False,
    denied: bool = False,
) -> Claim:
    """That one entity exceeds (sign 1) or falls short of (sign −1) another on a target."""
    one, two = comparable(reader, first, target, domain), comparable(reader, second, target, domain)
    subjects = (first, second)
    stated = "more" if sign > 0 else "less"
    if one is None or two is None:
        return no_data(
            reader,
            place,
            "comparison",
            [s for s, a in ((first, one), (second, two)) if a is None],
            target,
            stated,
        )
    true = (one.value - two.value) * sign > 0
    if denied:
        true = not true
    reason = ""
    if (
        true
        and is_slight
        and not denied
        and not slight(one.value, two.value)
        and not _close_points(reader, target, one, two)
    ):
        true = False
        reason = ", more than a tenth apart"
    expected = "equal" if one.value == two.value else "more" if one.value > two.value else "less"
    gives = (
        f"{shown(reader, target, one.value)} for {title(reader, first)} and "
        f"{shown(reader, target, two.value)} for {title(reader, second)}"
    )
    return make(
        reader, place, "comparison", subjects, target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}{reason}', stated, expected, one.source + two.source,
    )  # fmt: skip


def judge_within(
    reader: Reader, place: Place, subjects: Sequence[str], first: Target, second: Target, sign: int
) -> Claim:
    """That of two shares of the same people one exceeds the other, for each of the entities."""
    pairs = [(amount_of(reader, slug, first), amount_of(reader, slug, second)) for slug in subjects]
    if any(one is None or two is None for one, two in pairs):
        return no_data(reader, place, "comparison", subjects, first, None)
    known = [(one, two) for one, two in pairs if one is not None and two is not None]
    true = all((one.value - two.value) * sign > 0 for one, two in known)
    gives = " and ".join(
        f"{shown(reader, first, one.value)} against {shown(reader, second, two.value)}" for one, two in known
    )
    return make(
        reader, place, "comparison", subjects, first, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}', "more" if sign > 0 else "less", None,
        tuple(ref for one, two in known for ref in one.source + two.source),
    )  # fmt: skip


def _close_points(reader: Reader, target: Target, one: Amount, two: Amount) -> bool:
    return family(reader, target) in ("percent", "change") and abs(one.value - two.value) <= SHARE_POINTS


def judge_difference(
    reader: Reader,
    place: Place,
    first: str,
    second: str,
    target: Target,
    figure: Figure,
    sign: int,
    other: Target | None = None,
    domain: str = "",
) -> Claim:
    """A stated gap, in the unit, in percent of the second entity's value, or in points.

    Sign 0 leaves the direction open; `other` is what is compared of the second entity, where it is not the same,
    and `domain` what the comparative is of: "width" of how far apart the ends of a range lie.
    """
    one, two = comparable(reader, first, target, domain), comparable(reader, second, other or target, domain)
    subjects = (first, second)
    stated = plain_number(figure.value)
    if (one is None or two is None) and other is None:
        kept = other_period(reader, subjects, target, figure)
        if kept is not None:
            return judge_difference(reader, place, first, second, kept, figure, sign)
    if one is None or two is None:
        return no_data(
            reader,
            place,
            "difference",
            [s for s, a in ((first, one), (second, two)) if a is None],
            target,
            stated,
        )
    gap = one.value - two.value
    kind = family(reader, target)
    relative = figure.unit in ("percent", "fraction")
    if relative:
        bases = [two.value] if sign else [two.value, one.value]
        scale = Decimal(1) if figure.unit == "fraction" else Decimal(100)
        gaps = [gap / abs(base) * scale for base in bases if base]
    else:
        gaps = [scaled(reader, target, figure, gap)]
    exact = figure.unit != "fraction"
    step = max(figure.step, Decimal(1)) if relative and figure.step == 1 else figure.step
    true = any(
        (sign == 0 or value * sign > 0 or (value == 0 and figure.value == 0))
        and (
            holds(abs(figure.value), step, figure.hedge, abs(value))
            if exact
            else ratio_holds(abs(figure.value), Decimal(0), figure.hedge or "about", abs(value))
        )
        for value in gaps
    )
    if not true and not relative and gaps[0] != gap and kind == "money" and figure.hedge in ("", "about"):
        # What was turned into another period may be out by a hundredth.
        true = (sign == 0 or gap * sign > 0) and within(abs(figure.value), abs(gaps[0]), CONVERTED)
    if not true and not relative and step < 1 and not figure.hedge:
        # A gap of two rounded figures may be out by one in its own last place.
        true = (sign == 0 or gap * sign > 0) and abs(abs(figure.value) - abs(gaps[0])) <= step
    actual = gaps[0] if gaps else Decimal(0)
    gives = f"{abs(actual):.1f}%" if relative and exact else shown(reader, target, abs(gap))
    better = title(reader, first if gap > 0 else second)
    text = f'says "{place.text}"; the data give a gap of {gives}' + (f" with {better} ahead" if gap else "")
    return make(
        reader, place, "difference", subjects, target, "supported" if true else "refuted", text, stated,
        plain_number(round(actual, 4)), one.source + two.source,
    )  # fmt: skip


def judge_ratio(
    reader: Reader,
    place: Place,
    first: str,
    second: str,
    target: Target,
    factor: Decimal,
    hedge: Hedge,
    step: Decimal = Decimal(1),
    trend: int = 0,
) -> Claim:
    """That one entity's value is a multiple of another's; `trend` 1 compares two rises, −1 two falls."""
    domain = "width" if target.kind == "range" and family(reader, target) == "money" else ""
    one, two = comparable(reader, first, target, domain), comparable(reader, second, target, domain)
    subjects = (first, second)
    stated = plain_number(factor)
    if one is None or two is None:
        return no_data(
            reader, place, "ratio", [s for s, a in ((first, one), (second, two)) if a is None], target, stated
        )
    if not two.value or (trend and (one.value * trend < 0 or two.value * trend < 0)):
        true, actual = False, Decimal(0)
    else:
        actual = one.value / two.value
        true = actual > 0 and ratio_holds(factor, step, hedge, actual)
    gives = f"{shown(reader, target, one.value)} against {shown(reader, target, two.value)}"
    return make(
        reader, place, "ratio", subjects, target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}, a ratio of {actual:.2f}', stated,
        plain_number(round(actual, 4)), one.source + two.source,
    )  # fmt: skip


def judge_similarity(
    reader: Reader,
    place: Place,
    first: str,
    second: str,
    target: Target,
    is_strict: bool,
    denied: bool = False,
    step: Decimal = Decimal(0),
) -> Claim:
    """That two entities have the same value, or nearly."""
    subjects = (first, second)
    stated = "same" if is_strict else "similar"
    if target.kind == "text":
        return _text_similarity(reader, place, first, second, target, denied)
    one, two = amount_of(reader, first, target), amount_of(reader, second, target)
    if one is None or two is None:
        return no_data(
            reader,
            place,
            "similarity",
            [s for s, a in ((first, one), (second, two)) if a is None],
            target,
            stated,
        )
    share = family(reader, target) in ("percent", "change")

    def alike(a: Decimal, b: Decimal) -> bool:
        if is_strict:
            return abs(a - b) <= step / 2
        return similar(a, b, share)

    true = alike(one.value, two.value) and alike(one.high or Decimal(0), two.high or Decimal(0))
    if denied:
        true = not true
    gives = (
        f"{shown(reader, target, one.value)} for {title(reader, first)} and "
        f"{shown(reader, target, two.value)} for {title(reader, second)}"
    )
    return make(
        reader, place, "similarity", subjects, target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}', stated, None, one.source + two.source,
    )  # fmt: skip


def _text_similarity(
    reader: Reader, place: Place, first: str, second: str, target: Target, denied: bool
) -> Claim:
    one, two = (reader.dataset.observed(slug, target.name) for slug in (first, second))
    if one is None or two is None:
        missing = [slug for slug, cell in ((first, one), (second, two)) if cell is None]
        return no_data(reader, place, "similarity", missing, target, "same")
    same = str(one.value).casefold() == str(two.value).casefold()
    return make(
        reader, place, "similarity", (first, second), target, "supported" if same != denied else "refuted",
        f'says "{place.text}"; the data give {one.value} and {two.value}', "same", None, (one.source, two.source),
    )  # fmt: skip
