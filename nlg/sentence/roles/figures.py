"""Roles of figures: what is read, what follows from two readings, and what holds of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from nlg.data import is_money
from nlg.document import messages as kinds
from nlg.document.messages import Reading
from nlg.sentence.plan import Filler, Number
from nlg.sentence.roles.role import ALL, HALF, NOTHING, Role
from nlg.sentence.vocabulary import Vocabulary

MANY = Decimal(10)
"""From here on a larger count can be "far more": two moons are twice as many as one, not far more."""
MANIFOLD = Decimal("1.8")
"""From here on "twice as fast" says more than two figures."""
NEARLY_EQUAL = Decimal("0.92")
"""From here on one value is only slightly more than the other."""
LEAST_PERCENT = 3
"""A smaller relative difference is distorted by rounding it to whole percent."""


def _reading(reading: Reading, form: str, vocabulary: Vocabulary) -> Number | None:
    """Nothing for the value itself; magnitude for it without its sign; bare without its unit.

    growth and decline are the magnitude, and ask for that sign; change is "growth of 5%".
    """
    key = (reading.slug, reading.measure.concept, form)
    made = vocabulary.numbers
    if key not in made:
        made[key] = _new_reading(reading, form)
    return made[key]


def _new_reading(reading: Reading, form: str) -> Number | None:
    if form == "growth":
        return _new_reading(reading, "magnitude") if reading.value > 0 else None
    if form == "decline":
        return _new_reading(reading, "magnitude") if reading.value < 0 else None
    if form not in ("", "magnitude", "bare", "change"):
        return None
    return Number(
        (reading.value,),
        reading.measure.unit,
        form,
        "as read",
        (reading.slug,),
        reading.measure.concept,
        (reading.source,),
    )


def read(field: str, owner: int) -> Role:
    """The role of a reading that the message holds under that name."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        return _reading(getattr(message, field), form, vocabulary)

    return Role(make, owner, ("growth", "decline"))


def _derived(
    message: kinds.Message, value: Decimal, unit: str, form: str, how: str, style: str = ""
) -> Number | None:
    """Nothing for the figure itself; magnitude; bare; points for a difference of percentages."""
    if form not in ("", "magnitude", "bare", "points"):
        return None
    measure = message.measures[0]
    concept = measure.range or measure.concept
    return Number((value,), unit, form or style, how, message.subjects, concept, message.evidence)


def gap(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The plain difference; of percentages only as points."""
    unit = message.measures[0].unit
    if not form and unit.startswith("percent"):
        return None
    greater, lesser = message.greater.value, message.lesser.value
    # Sums of money and percentages lose a last nought in print, not their exactness.
    is_exact = is_money(unit) or unit.startswith("percent")
    gap = abs(greater - lesser) if is_exact else closed_gap(greater, lesser)
    return _derived(message, gap, unit, form, "difference")


def closed_gap(greater: Decimal, lesser: Decimal) -> Decimal:
    """The difference of two printed values, no more exact than the coarser of them."""
    gap = abs(greater - lesser)
    places = max(_exponent(greater), _exponent(lesser))
    rounded = gap.quantize(Decimal(1).scaleb(places), rounding=ROUND_HALF_UP)
    return rounded if rounded else gap


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def percent(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How much more the first has, in whole percent of the second's."""
    share = _whole_percent(message, message.lesser)
    if share is None or share >= 100:
        return None
    return _derived(message, share, "percent", form, "relative difference")


def percent_less(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How much less the second has, in whole percent of the first's."""
    share = _whole_percent(message, message.greater)
    return None if share is None else _derived(message, share, "percent", form, "relative difference")


def _whole_percent(message: Any, base: Reading) -> Decimal | None:
    """The gap in whole percent of one value, where that makes sense and rounding does not distort it."""
    greater, lesser = message.greater.value, message.lesser.value
    if lesser <= 0 or base.measure.unit.startswith(("percent", "score", "°")):
        return None
    rounded = (100 * (greater - lesser) / base.value).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return rounded if rounded >= LEAST_PERCENT else None


def times(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The larger magnitude as a multiple of the smaller."""
    high, low = abs(message.greater.value), abs(message.lesser.value)
    if high < low:
        high, low = low, high
    return _derived(message, high / low, "", form, "ratio", "multiple") if low > 0 else None


def moves(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """What something with the greater's change is projected to do: "grow"."""
    return vocabulary.moves(message.greater.value).get(form)


WORKING_DAYS = 260
"""In a year: what a gap in yearly pay is measured against to tell whether it is less than a day's."""


def case(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether something holds of the two values: one of `CASES`, or a gap of less than a day's worth."""
    if form == "within_a_day":
        gap, lesser = message.greater.value - message.lesser.value, message.lesser.value
        yearly = message.measures[0].unit.endswith("/year")
        return NOTHING if yearly and 0 < gap * WORKING_DAYS < lesser else None
    test = CASES.get(form)
    return NOTHING if test is not None and test(message.greater.value, message.lesser.value) else None


def _magnitudes(one: Decimal, other: Decimal) -> tuple[Decimal, Decimal]:
    one, other = abs(one), abs(other)
    return (one, other) if one >= other else (other, one)


def _manifold(greater: Decimal, lesser: Decimal) -> bool:
    high, low = _magnitudes(greater, lesser)
    return low > 0 and high >= MANIFOLD * low


def _slight(greater: Decimal, lesser: Decimal) -> bool:
    high, low = _magnitudes(greater, lesser)
    return high > low >= high * NEARLY_EQUAL


CASES: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "equal": lambda greater, lesser: greater == lesser,
    "unequal": lambda greater, lesser: greater != lesser,
    "opposed": lambda greater, lesser: greater > 0 > lesser,
    "greater_level": lambda greater, lesser: greater == 0 > lesser,
    "lesser_level": lambda greater, lesser: greater > 0 == lesser,
    "several": lambda greater, lesser: greater != 1,
    "many": lambda greater, lesser: greater >= MANY,
    "manifold": _manifold,
    "slight": _slight,
    "split": lambda greater, lesser: greater > HALF > lesser,
    "majorities": lambda greater, lesser: lesser > HALF,
}
"""What may hold of two values: equal or not, opposed in sign, one of them level, far apart or barely,
several of the greater and not just one, or many; and of two shares, on which side of a half they lie."""


def tied(message: kinds.Tie, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The value that both have."""
    return _derived(message, message.first.value, message.first.measure.unit, form, "as read")


def ends(low: str, high: str, owner: int) -> Role:
    """The role of a range: nothing for "$20,000–$55,000", words for "$20,000 to $55,000", low, high."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        bottom, top = getattr(message, low), getattr(message, high)
        if form in ("low", "high"):
            return _reading(bottom if form == "low" else top, "", vocabulary)
        if form not in ("", "words"):
            return None
        key = (bottom.slug, bottom.measure.range, f"range {form}")
        if key not in vocabulary.numbers:
            vocabulary.numbers[key] = Number(
                (bottom.value, top.value),
                bottom.measure.unit,
                "range_words" if form else "range",
                "as read",
                (bottom.slug,),
                bottom.measure.range,
                (bottom.source, top.source),
            )
        return vocabulary.numbers[key]

    return Role(make, owner)


TELLING_SHARE = Decimal("0.02")
"""Of a value, a gap that is worth a word."""
LEVEL_SHARE = Decimal("0.04")
"""Of a value, a gap up to which pay is about the same."""
OPENING_SHARE = Decimal("0.05")
"""Of a value, a gap that has opened where there was none."""
WIDENING = 2
"""So many times the gap at the bottom is one at the top that has widened."""


def end_gap(message: kinds.Spread, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How far apart the low ends ("low") or the high ends ("high") of two ranges are."""
    ends = {
        "low": (message.low, message.other_low),
        "high": (message.high, message.other_high),
    }.get(form)
    unit = message.measures[0].unit
    if ends is None or not is_money(unit):
        return None
    return _derived(message, abs(ends[0].value - ends[1].value), unit, "", "difference")


def lies(message: kinds.Spread, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How the first range lies to the second: wider on both sides, higher with both ends, or no lower; whether the gap
    between them widens toward the top, narrows, lasts, opens only there, turns round, or hardly is one; plain
    otherwise."""
    top = message.high.value - message.other_high.value
    bottom = message.low.value - message.other_low.value
    leads = bottom > message.low.value * TELLING_SHARE and bottom > 0 and not message.is_behind_between
    widens = leads and top >= WIDENING * bottom
    crosses = top > message.high.value * TELLING_SHARE and -bottom > message.low.value * TELLING_SHARE
    is_level = abs(bottom) <= message.low.value * LEVEL_SHARE and abs(top) <= message.high.value * LEVEL_SHARE
    narrows = leads and top > 0 and bottom >= WIDENING * top
    opens = abs(bottom) <= message.low.value * TELLING_SHARE and top > message.high.value * OPENING_SHARE
    told = {
        "widening": widens,
        "crossing": crosses,
        "level": is_level and not widens and not crosses,
        "narrowing": narrows and not is_level,
        "opening": opens and not is_level and not message.is_behind_between,
        "leading": leads and top > 0 and not widens and not narrows and not is_level,
    }
    holds = {
        "wider": top > 0 > bottom,
        "higher": top > 0 and bottom > 0,
        "longer": top >= 0 and bottom >= 0,
        **told,
        "plain": True not in told.values(),
    }
    return NOTHING if holds.get(form) else None


def below(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The share of the others that have less; nothing where all have."""
    return None if message.share_below >= ALL else _rank(message, message.share_below, form)


def above(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The share of the others that have more; nothing where all have."""
    return None if -message.share_below >= ALL else _rank(message, -message.share_below, form)


def extreme(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether all the others have less ("highest") or more ("lowest")."""
    holds = {"highest": message.share_below >= ALL, "lowest": -message.share_below >= ALL}.get(form, False)
    return NOTHING if holds else None


def _rank(message: kinds.Standing, share: Decimal, form: str) -> Number | None:
    if share <= 0:
        return None
    return _derived(message, share.quantize(Decimal(1), rounding=ROUND_FLOOR), "percent", form, "rank")
