"""The roles of each kind of message, and the fillers that their forms become.

A role makes a filler of a message and a form's name, or None where the data or the grammar have no such
form: a pattern that asks for it is passed over. Only what somebody asks for is made, and what depends on
one entity alone is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any, NamedTuple

from nlg.data import Item, is_money
from nlg.document import messages as kinds
from nlg.document.messages import Reading
from nlg.sentence.plan import PAIR, Filler, Name, Number, Series, Value, Words
from nlg.sentence.vocabulary import Vocabulary

Making = Callable[[Any, str, Vocabulary], Filler | None]
"""From a message of the kind that the role belongs to, the form's name, and the vocabulary."""


class Role(NamedTuple):
    """One role of a kind of message."""

    make: Making
    owner: int = PAIR
    """The subject that has the same fillers in every message of this kind on the same measures, by its
    place among the message's subjects."""
    uncertain: Container[str] = ()
    """The forms that not every one of those messages has."""


class _AnyForm:
    """All forms there are."""

    def __contains__(self, form: object) -> bool:
        return True


ANY_FORM = _AnyForm()

NAME_FORMS = ("plural", "singular", "bare", "possessive", "singular_possessive")
SETTLED = ("m", "pair", "lies", "case")
"""Roles whose words are the same for every pair, given the message's kind and measures."""
NOTHING = Words("")
"""What a gate says: a pattern that asks for it is only for messages of which something holds."""
MANY = Decimal(10)
"""From here on a larger count can be "far more": two moons are twice as many as one, not far more."""
MANIFOLD = Decimal("1.8")
"""From here on "twice as fast" says more than two figures."""
NEARLY_EQUAL = Decimal("0.92")
"""From here on one value is only slightly more than the other."""
ALL = Decimal(100)
"""Of a share in percent: more than all the others is said without a figure."""
HALF = Decimal(50)
"""Of a share in percent: what "most" and "a majority" are above."""
LEAST_PERCENT = 3
"""A smaller relative difference is distorted by rounding it to whole percent."""


@cache
def _name(slug: str, form: str) -> Name | None:
    return Name(slug, form, "full") if form in NAME_FORMS else None


def _first(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _name(message.subjects[0], form)


def _second(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _name(message.subjects[1], form)


def _measure(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.measures[0]).get(form)


def _last_measure(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.measures[-1]).get(form)


def _pair(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.pair().get(form)


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


def _read(field: str, owner: int) -> Role:
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


def _gap(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
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


def _percent(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How much more the first has, in whole percent of the second's."""
    share = _whole_percent(message, message.lesser)
    if share is None or share >= 100:
        return None
    return _derived(message, share, "percent", form, "relative difference")


def _percent_less(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
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


def _times(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The larger magnitude as a multiple of the smaller."""
    high, low = abs(message.greater.value), abs(message.lesser.value)
    if high < low:
        high, low = low, high
    return _derived(message, high / low, "", form, "ratio", "multiple") if low > 0 else None


def _moves(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.moves(message.greater.value).get(form)


WORKING_DAYS = 260
"""In a year: what a gap in yearly pay is measured against to tell whether it is less than a day's."""


def _case(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
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


def _tied(message: kinds.Tie, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _derived(message, message.first.value, message.first.measure.unit, form, "as read")


def _range(low: str, high: str, owner: int) -> Role:
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


def _lies(message: kinds.Spread, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How the first range lies to the second: wider on both sides, higher with both ends, or no lower."""
    top = message.high.value - message.other_high.value
    bottom = message.low.value - message.other_low.value
    holds = {
        "wider": top > 0 > bottom,
        "higher": top > 0 and bottom > 0,
        "longer": top >= 0 and bottom >= 0,
    }
    return NOTHING if holds.get(form) else None


def _text(message: kinds.Attribute, form: str, vocabulary: Vocabulary) -> Filler | None:
    if form:
        return None
    concept = message.measures[0].concept
    return Value(message.value, message.subjects[:1], concept, message.evidence[:1])


def _shared_text(message: kinds.SharedAttribute, form: str, vocabulary: Vocabulary) -> Filler | None:
    return (
        Value(message.value, message.subjects, message.measures[0].concept, message.evidence)
        if not form
        else None
    )


def _other_text(message: kinds.AttributeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    if form:
        return None
    concept = message.measures[0].concept
    return Value(message.other_value, message.subjects[1:], concept, message.evidence[1:])


def _asked(field: str, subject: int) -> Role:
    """What one of the two is asked for, where the cost of a trade-off is a text value."""

    def role(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        value: str = getattr(message, field)
        if form or not value:
            return None
        slugs, sources = message.subjects[subject : subject + 1], message.evidence[subject : subject + 1]
        return Value(value, slugs, message.cost.concept, sources)

    return Role(role, subject, ("",))


NAUGHT = "no "
"""What a text value begins with that says that nothing is asked for."""


def _lacking(message: kinds.AttributeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether the second has nothing of the sort; whether both have something; whether neither value says
    "no" in so many words."""
    if form == "some":
        return NOTHING if not (_is_naught(message.value) or _is_naught(message.other_value)) else None
    return NOTHING if form == ("without" if message.without else "with") else None


def _something(message: kinds.SharedAttribute, form: str, vocabulary: Vocabulary) -> Filler | None:
    return NOTHING if form == "some" and not _is_naught(message.value) else None


def _is_naught(value: str) -> bool:
    return value.casefold().startswith(NAUGHT)


def _item_value(item: Item, slugs: tuple[str, ...], resource: str) -> Value:
    return Value(item.name, slugs, resource, (item.source,), resource)


def _item(message: kinds.Mode, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _item_value(message.item, message.subjects[:1], message.collection.resource) if not form else None


def _shared_item(message: kinds.SharedMode, form: str, vocabulary: Vocabulary) -> Filler | None:
    resource = message.collection.resource
    return (
        Value(message.item.name, message.subjects, resource, message.evidence, resource) if not form else None
    )


def _other_item(message: kinds.ModeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    if form:
        return None
    return _item_value(message.other_item, message.subjects[1:], message.collection.resource)


def _item_share(field: str, subject: int) -> Role:
    """The share of an item that the message holds under that name."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        item: Item = getattr(message, field)
        if item.share is None or form not in ("", "magnitude", "bare", "points"):
            return None
        slugs = (message.subjects[subject],)
        return Number(
            (item.share,), "percent", form, "as read", slugs, message.collection.resource, (item.source,)
        )

    return Role(make, subject, ANY_FORM)


def _most(*fields: str) -> Role:
    """Whether each of the items has more than half; whether all have the same share."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        shares = [getattr(message, field).share for field in fields]
        if form == "most":
            holds = all(share is not None and share > HALF for share in shares)
        else:
            holds = form == ("equal" if len(set(shares)) == 1 else "unequal")
        return NOTHING if holds else None

    return Role(make, PAIR, ANY_FORM)


def _series(field: str, first: int, last: int, owner: int = PAIR) -> Role:
    """Several items: nothing for "a, b and c"; one, many; first for the first three; either for "a or b"."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        slugs = message.subjects[first:last]
        resource = message.collection.resource
        values = tuple([_item_value(item, slugs, resource) for item in getattr(message, field)])
        if form == "one":
            return values[0] if len(values) == 1 else None
        if form == "many":
            return Series(values) if len(values) > 1 else None
        if form == "either":
            return Series(values, "or") if values else None
        if form == "first":
            return Series(values[:FIRST]) if values else None
        return Series(values) if values and not form else None

    return Role(make, owner, ANY_FORM)


def _count(field: str) -> Role:
    """How many items the message holds under that name, as a word."""

    def make(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        count = len(getattr(message, field))
        return vocabulary.count(count).get(form) if count else None

    return Role(make, PAIR, ANY_FORM)


FIRST = 3
"""So many of a long list stand for it."""
FEW = 2
"""So many items of a list are named at ease."""


def _shared_part(message: kinds.Overlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """How much of the two lists is shared: few items, all but a few, or neither; more than half, or less; and
    whether the lists are long, and that is all there is of them.

    It is neither, too, where nobody says what each has alone.
    """
    shared, apart = len(message.shared), max(len(message.only_first), len(message.only_second))
    is_barely = message.is_loose and apart > 0
    holds = {
        "few_shared": shared <= FEW,
        "few_apart": 0 < apart <= FEW,
        "neither": not (0 < apart <= FEW or (is_barely and shared <= FEW)),
        "mostly": message.is_close,
        "barely": is_barely,
        "long": message.size > FIRST,
        "whole": all(len(message.collection.items[slug]) == message.size for slug in message.subjects),
    }
    return NOTHING if holds.get(form) else None


def _lists_apart(message: kinds.NoOverlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether the lists have nothing in common further down either; few items of each, or more."""
    is_few = len(message.items) <= FEW + 1
    holds = {"apart": message.is_apart, "few": is_few, "several": not is_few}
    return NOTHING if holds.get(form) else None


def _size(message: kinds.Overlap, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.count(message.size).get(form)


def _below(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    return None if message.share_below >= ALL else _rank(message, message.share_below, form)


def _above(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    return None if -message.share_below >= ALL else _rank(message, -message.share_below, form)


def _extreme(message: kinds.Standing, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether all the others have less ("highest") or more ("lowest")."""
    holds = {"highest": message.share_below >= ALL, "lowest": -message.share_below >= ALL}.get(form, False)
    return NOTHING if holds else None


def _rank(message: kinds.Standing, share: Decimal, form: str) -> Number | None:
    if share <= 0:
        return None
    return _derived(message, share.quantize(Decimal(1), rounding=ROUND_FLOOR), "percent", form, "rank")


def _cost(message: kinds.TradeOff, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.cost).get(form)


_A, _B, _M, _PAIR = Role(_first, 0), Role(_second, 1), Role(_measure), Role(_pair)
_CASE, _TIMES = Role(_case, PAIR, ANY_FORM), Role(_times, PAIR, ANY_FORM)
_LAST = Role(_last_measure)
_TEXT, _ITEM, _SHARE = Role(_text, 0), Role(_item, 0), _item_share("item", 0)
_OTHER_SHARE = _item_share("other_item", 1)
_RANGE = _range("low", "high", 0)
_ONE: dict[str, Role] = {"a": _A, "m": _M}
_TWO: dict[str, Role] = {"a": _A, "b": _B, "pair": _PAIR, "m": _M}
_VALUES: dict[str, Role] = {
    **_TWO,
    "x": _read("greater", 0),
    "y": _read("lesser", 1),
    "gap": Role(_gap),
    "case": _CASE,
}
_COMPARED: dict[str, Role] = {
    **_VALUES,
    "percent": Role(_percent, PAIR, ANY_FORM),
    "percent_less": Role(_percent_less, PAIR, ANY_FORM),
    "times": _TIMES,
}
_CHANGES: dict[str, Role] = {**_VALUES, "times": _TIMES, "moves": Role(_moves)}
_RANGES: dict[str, Role] = {**_TWO, "x": _RANGE, "y": _range("other_low", "other_high", 1)}

ROLES: Mapping[type[kinds.Message], Mapping[str, Role]] = {
    kinds.Level: {**_ONE, "x": _read("reading", 0)},
    kinds.Difference: _COMPARED,
    kinds.Ratio: _COMPARED,
    kinds.Tie: {**_TWO, "x": Role(_tied)},
    kinds.Similarity: _COMPARED,
    kinds.Growth: _CHANGES,
    kinds.Decline: _CHANGES,
    kinds.Divergence: _CHANGES,
    kinds.Pace: _CHANGES,
    kinds.Span: {**_ONE, "x": _RANGE},
    kinds.Spread: {**_RANGES, "lies": Role(_lies, PAIR, ANY_FORM)},
    kinds.SameSpan: _RANGES,
    kinds.Attribute: {**_ONE, "x": _TEXT},
    kinds.SharedAttribute: {
        **_TWO,
        "x": Role(_shared_text, 0),
        "case": Role(_something, PAIR, ANY_FORM),
    },
    kinds.AttributeContrast: {
        **_TWO,
        "x": _TEXT,
        "y": Role(_other_text, 1),
        "case": Role(_lacking, PAIR, ANY_FORM),
    },
    kinds.Mode: {**_ONE, "item": _ITEM, "x": _SHARE, "case": _most("item")},
    kinds.SharedMode: {
        **_TWO,
        "item": Role(_shared_item, 0),
        "x": _SHARE,
        "y": _OTHER_SHARE,
        "case": _most("item", "other_item"),
    },
    kinds.ModeContrast: {
        **_TWO,
        "item": _ITEM,
        "other_item": Role(_other_item, 1),
        "x": _SHARE,
        "y": _OTHER_SHARE,
        "case": _most("item", "other_item"),
    },
    kinds.TopItems: {**_ONE, "xs": _series("items", 0, 1, 0), "size": _count("items")},
    kinds.Overlap: {
        **_TWO,
        "shared": _series("shared", 0, 2),
        "xs": _series("only_first", 0, 1),
        "ys": _series("only_second", 1, 2),
        "size": Role(_size),
        "number": _count("shared"),
        "rest": _count("only_first"),
        "case": Role(_shared_part, PAIR, ANY_FORM),
    },
    kinds.SameItems: {**_TWO, "xs": _series("items", 0, 2), "size": _count("items")},
    kinds.NoOverlap: {
        **_TWO,
        "xs": _series("items", 0, 1),
        "ys": _series("other_items", 1, 2),
        "size": _count("items"),
        "case": Role(_lists_apart, PAIR, ANY_FORM),
    },
    kinds.Standing: {
        **_ONE,
        "pair": _PAIR,
        "x": _read("reading", 0),
        "above": Role(_above, PAIR, ANY_FORM),
        "below": Role(_below, PAIR, ANY_FORM),
        "case": Role(_extreme, PAIR, ANY_FORM),
    },
    kinds.TradeOff: {
        **_TWO,
        "m": _LAST,
        "cost": Role(_cost),
        "x": _asked("value", 0),
        "y": _asked("other_value", 1),
    },
    kinds.Surprise: {**_TWO, "x": _read("more", 0), "y": _read("less", 0), "less": _LAST},
    kinds.Reach: {**_TWO, "m": _LAST, "edge": _M, "x": _read("high", 0), "y": _read("typical", 1)},
}
"""The roles that a clause file's macros may name, by kind of message, and how each is filled."""


def kind_name(name: str) -> str:
    """The clause file's name for a class of message: SharedMode is shared_mode."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


KINDS: Mapping[type[kinds.Message], str] = {kind: kind_name(kind.__name__) for kind in ROLES}
"""The clause file of each class of message."""
ROLE_NAMES: Mapping[str, tuple[str, ...]] = {KINDS[kind]: tuple(roles) for kind, roles in ROLES.items()}
"""The names of the roles by clause file."""
