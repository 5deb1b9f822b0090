"""The roles of each kind of message, and the fillers that their forms become.

A role answers `form(name)` with a filler, or with None where the data or the grammar do not have it:
a pattern that asks for such a form is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from nlg.data import Item, SourceRef
from nlg.document import plan as kinds
from nlg.document.plan import Reading
from nlg.sentence.plan import Filler, Name, Number, Series, Value, Words
from nlg.sentence.vocabulary import Vocabulary


class Role(Protocol):
    """Something that a pattern can ask for."""

    def form(self, name: str) -> Filler | None:
        """The filler for one form of the role; None when it has no such form here."""


@dataclass(frozen=True, slots=True)
class EntityRole:
    """One of the two."""

    slug: str

    def form(self, name: str) -> Filler | None:
        """plural, singular, bare, possessive."""
        return Name(self.slug, name, "full") if name in NAME_FORMS else None


NAME_FORMS = ("plural", "singular", "bare", "possessive", "singular_possessive")


@dataclass(frozen=True, slots=True)
class ReadingRole:
    """A value as printed."""

    reading: Reading

    def form(self, name: str) -> Filler | None:
        """Nothing for the value itself; magnitude for it without its sign; bare without its unit.

        growth and decline are the magnitude, and ask for that sign; change is "growth of 5%".
        """
        if name == "growth":
            return self.form("magnitude") if self.reading.value > 0 else None
        if name == "decline":
            return self.form("magnitude") if self.reading.value < 0 else None
        if name not in ("", "magnitude", "bare", "change"):
            return None
        reading = self.reading
        return Number(
            (reading.value,),
            reading.measure.unit,
            name,
            "as read",
            (reading.slug,),
            reading.measure.concept,
            (reading.source,),
        )


@dataclass(frozen=True, slots=True)
class DerivedRole:
    """A figure computed from two printed values."""

    value: Decimal
    unit: str
    style: str
    how: str
    subjects: tuple[str, ...]
    attribute: str
    evidence: tuple[SourceRef, ...]

    def form(self, name: str) -> Filler | None:
        """Nothing for the figure itself; magnitude; bare; points for a difference of percentages."""
        if name not in ("", "magnitude", "bare", "points"):
            return None
        if not name and self.how == "difference" and self.unit.startswith("percent"):
            return None
        return Number(
            (self.value,),
            self.unit,
            name or self.style,
            self.how,
            self.subjects,
            self.attribute,
            self.evidence,
        )


@dataclass(frozen=True, slots=True)
class GateRole:
    """Forms without words: a pattern that asks for one is only for messages that have it."""

    open: frozenset[str]

    def form(self, name: str) -> Filler | None:
        """Empty words for what holds."""
        return NOTHING if name in self.open else None


NOTHING = Words("")
SETTLED = ("m", "pair", "lies", "case")
"""Roles whose words are the same for every pair, given the message's kind and measures."""


@dataclass(frozen=True, slots=True)
class RangeRole:
    """A range as printed."""

    low: Reading
    high: Reading

    def form(self, name: str) -> Filler | None:
        """Nothing for "$20,000–$55,000"; low and high for its ends; words for "$20,000 to $55,000"."""
        if name in ("low", "high"):
            reading = self.low if name == "low" else self.high
            return ReadingRole(reading).form("")
        if name not in ("", "words"):
            return None
        return Number(
            (self.low.value, self.high.value),
            self.low.measure.unit,
            "range" if not name else "range_words",
            "as read",
            (self.low.slug,),
            self.low.measure.range,
            (self.low.source, self.high.source),
        )


@dataclass(frozen=True, slots=True)
class WordsRole:
    """Words by form."""

    words: Mapping[str, Words]

    def form(self, name: str) -> Filler | None:
        """Whatever the vocabulary has."""
        return self.words.get(name)


@dataclass(frozen=True, slots=True)
class ValueRole:
    """A text value."""

    value: Value

    def form(self, name: str) -> Filler | None:
        """Only itself."""
        return self.value if not name else None


@dataclass(frozen=True, slots=True)
class SeriesRole:
    """Several items, or none."""

    values: tuple[Value, ...]

    def form(self, name: str) -> Filler | None:
        """Nothing for "a, b and c"; one for a single item; count for how many; either for "a or b"."""
        if name == "one":
            return self.values[0] if len(self.values) == 1 else None
        if name == "many":
            return Series(self.values) if len(self.values) > 1 else None
        if name == "either":
            return Series(self.values, "or") if self.values else None
        return Series(self.values) if self.values and not name else None


Roles = Mapping[str, Role]


def _item_value(
    item: Item, slugs: tuple[str, ...], resource: str, evidence: tuple[SourceRef, ...] = ()
) -> Value:
    return Value(item.name, slugs, resource, evidence or (item.source,), resource)


def _two(message: kinds.Message, vocabulary: Vocabulary) -> dict[str, Role]:
    roles: dict[str, Role] = {"m": WordsRole(vocabulary.measure(message.measures[0]))}
    if message.subjects:
        roles["a"] = EntityRole(message.subjects[0])
    if len(message.subjects) > 1:
        roles["b"] = EntityRole(message.subjects[1])
        roles["pair"] = WordsRole(vocabulary.pair())
    return roles


def _gap(greater: Reading, lesser: Reading) -> dict[str, Role]:
    """The derived figures of two values of one measure: gap, percent more, percent less."""
    measure = greater.measure
    subjects = (greater.slug, lesser.slug)
    evidence = (greater.source, lesser.source)
    gap = abs(greater.value - lesser.value)
    found: dict[str, Role] = {
        "gap": DerivedRole(gap, measure.unit, "", "difference", subjects, measure.concept, evidence)
    }
    low, high = sorted((abs(greater.value), abs(lesser.value)))
    if (
        low > 0
        and not measure.unit.startswith(("percent", "score", "°"))
        and min(greater.value, lesser.value) > 0
    ):
        more = _whole_percent(gap, low)
        less = _whole_percent(gap, high)
        if more is not None and more < 100:
            found["percent"] = DerivedRole(
                more, "percent", "", "relative difference", subjects, measure.concept, evidence
            )
        if less is not None:
            found["percent_less"] = DerivedRole(
                less, "percent", "", "relative difference", subjects, measure.concept, evidence
            )
    return found


def _whole_percent(gap: Decimal, base: Decimal) -> Decimal | None:
    """The gap in whole percent of the base, where rounding does not distort it."""
    exact = 100 * gap / base
    rounded = exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return rounded if rounded >= 3 else None


def _compared(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(
        message,
        kinds.Difference
        | kinds.Ratio
        | kinds.Similarity
        | kinds.Growth
        | kinds.Decline
        | kinds.Divergence
        | kinds.Pace,
    )
    roles = _two(message, vocabulary)
    roles["x"], roles["y"] = ReadingRole(message.greater), ReadingRole(message.lesser)
    roles |= _gap(message.greater, message.lesser)
    roles["case"] = GateRole(_cases(message.greater.value, message.lesser.value))
    roles["moves"] = WordsRole(vocabulary.moves(message.greater.value))
    high, low = sorted((abs(message.greater.value), abs(message.lesser.value)), reverse=True)
    if low > 0:
        roles["times"] = DerivedRole(
            high / low,
            "",
            "multiple",
            "ratio",
            message.subjects,
            message.measures[0].concept,
            message.evidence,
        )
    return roles


def _cases(greater: Decimal, lesser: Decimal) -> frozenset[str]:
    """What holds of two values: equal or not, opposed in sign, one of them level; far apart or barely;
    several of the greater, not just one; and of two shares, on which side of a half they lie.
    """
    found = {"equal" if greater == lesser else "unequal"}
    if greater > 0 > lesser:
        found.add("opposed")
    if greater == 0 > lesser:
        found.add("greater_level")
    if greater > 0 == lesser:
        found.add("lesser_level")
    if greater != 1:
        found.add("several")
    high, low = sorted((abs(greater), abs(lesser)), reverse=True)
    if low > 0 and high >= MANIFOLD * low:
        found.add("manifold")
    if high > low >= high * NEARLY_EQUAL:
        found.add("slight")
    if greater > HALF > lesser:
        found.add("split")
    if lesser > HALF:
        found.add("majorities")
    return frozenset(found)


MANIFOLD = Decimal("1.8")
"""From here on "twice as fast" says more than two figures."""
NEARLY_EQUAL = Decimal("0.92")
"""From here on one value is only slightly more than the other."""
HALF = Decimal(50)
"""Of a share in percent: what "most" and "a majority" are above."""


def _level(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Level)
    return _two(message, vocabulary) | {"x": ReadingRole(message.reading)}


def _tie(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Tie)
    reading = message.first
    shared = DerivedRole(
        reading.value,
        reading.measure.unit,
        "",
        "as read",
        message.subjects,
        reading.measure.concept,
        message.evidence,
    )
    return _two(message, vocabulary) | {"x": shared}


def _span(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Span | kinds.Spread | kinds.SameSpan)
    roles = _two(message, vocabulary)
    roles["x"] = RangeRole(message.low, message.high)
    if not isinstance(message, kinds.Span):
        roles["y"] = RangeRole(message.other_low, message.other_high)
    if isinstance(message, kinds.Spread):
        roles |= _spread_words(message)
    return roles


def _spread_words(message: kinds.Spread) -> dict[str, Role]:
    """How the first range lies to the second: reaches higher, starts lower, or lies above it whole."""
    top, other_top = message.high.value, message.other_high.value
    bottom, other_bottom = message.low.value, message.other_low.value
    found = set()
    if top > other_top and bottom < other_bottom:
        found.add("wider")
    elif top > other_top and bottom > other_bottom:
        found.add("higher")
    if top >= other_top and bottom >= other_bottom:
        found.add("longer")
    return {"lies": GateRole(frozenset(found))}


def _attribute(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Attribute | kinds.SharedAttribute | kinds.AttributeContrast)
    roles = _two(message, vocabulary)
    concept = message.measures[0].concept
    first_subjects = message.subjects if isinstance(message, kinds.SharedAttribute) else message.subjects[:1]
    first_evidence = message.evidence if isinstance(message, kinds.SharedAttribute) else message.evidence[:1]
    roles["x"] = ValueRole(Value(message.value, first_subjects, concept, first_evidence))
    if isinstance(message, kinds.AttributeContrast):
        roles["y"] = ValueRole(
            Value(message.other_value, message.subjects[1:], concept, message.evidence[1:])
        )
    return roles


def _share(item: Item, slug: str, resource: str) -> DerivedRole | None:
    if item.share is None:
        return None
    return DerivedRole(item.share, "percent", "", "as read", (slug,), resource, (item.source,))


def _mode(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Mode | kinds.SharedMode | kinds.ModeContrast)
    roles = _two(message, vocabulary)
    resource = message.collection.resource
    slugs = message.subjects if isinstance(message, kinds.SharedMode) else message.subjects[:1]
    evidence = message.evidence if isinstance(message, kinds.SharedMode) else message.evidence[:1]
    roles["item"] = ValueRole(_item_value(message.item, slugs, resource, evidence))
    share = _share(message.item, message.subjects[0], resource)
    if share is not None:
        roles["x"] = share
    if not isinstance(message, kinds.Mode):
        if isinstance(message, kinds.ModeContrast):
            roles["other_item"] = ValueRole(_item_value(message.other_item, message.subjects[1:], resource))
        other = _share(message.other_item, message.subjects[1], resource)
        if other is not None:
            roles["y"] = other
    shares = [message.item.share] if isinstance(message, kinds.Mode) else []
    if not isinstance(message, kinds.Mode):
        shares = [message.item.share, message.other_item.share]
    most = all(share is not None and share > HALF for share in shares)
    roles["case"] = GateRole(frozenset({"most"} if most else ()))
    return roles


def _series(items: tuple[Item, ...], slugs: tuple[str, ...], resource: str) -> SeriesRole:
    return SeriesRole(tuple(_item_value(item, slugs, resource) for item in items))


def _items(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.TopItems | kinds.SameItems | kinds.NoOverlap | kinds.Overlap)
    roles = _two(message, vocabulary)
    resource = message.collection.resource
    if isinstance(message, kinds.Overlap):
        roles["shared"] = _series(message.shared, message.subjects, resource)
        roles["xs"] = _series(message.only_first, message.subjects[:1], resource)
        roles["ys"] = _series(message.only_second, message.subjects[1:], resource)
        roles["size"] = WordsRole(vocabulary.count(message.size))
        roles["number"] = WordsRole(vocabulary.count(len(message.shared)))
        return roles
    slugs = message.subjects if isinstance(message, kinds.SameItems) else message.subjects[:1]
    roles["xs"] = _series(message.items, slugs, resource)
    roles["size"] = WordsRole(vocabulary.count(len(message.items)))
    if isinstance(message, kinds.NoOverlap):
        roles["ys"] = _series(message.other_items, message.subjects[1:], resource)
    return roles


def _standing(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Standing)
    roles = _two(message, vocabulary)
    roles["pair"] = WordsRole(vocabulary.pair())
    roles["x"] = ReadingRole(message.reading)
    kind = "below" if message.share_below > 0 else "above"
    share = DerivedRole(
        abs(message.share_below).quantize(Decimal(1), rounding="ROUND_FLOOR"),
        "percent",
        "",
        "rank",
        message.subjects,
        message.measures[0].concept,
        message.evidence,
    )
    roles[kind] = share
    return roles


def _tradeoff(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.TradeOff)
    roles = _two(message, vocabulary)
    roles["m"] = WordsRole(vocabulary.measure(message.reward))
    roles["cost"] = WordsRole(vocabulary.measure(message.cost))
    return roles


def _reach(message: kinds.AnyMessage, vocabulary: Vocabulary) -> dict[str, Role]:
    assert isinstance(message, kinds.Reach)
    roles = _two(message, vocabulary)
    roles["m"] = WordsRole(vocabulary.measure(message.typical.measure))
    roles["x"], roles["y"] = ReadingRole(message.high), ReadingRole(message.typical)
    return roles


ROLES: Mapping[type[kinds.Message], Callable[[kinds.AnyMessage, Vocabulary], dict[str, Role]]] = {
    kinds.Level: _level,
    kinds.Difference: _compared,
    kinds.Ratio: _compared,
    kinds.Tie: _tie,
    kinds.Similarity: _compared,
    kinds.Growth: _compared,
    kinds.Decline: _compared,
    kinds.Divergence: _compared,
    kinds.Pace: _compared,
    kinds.Span: _span,
    kinds.Spread: _span,
    kinds.SameSpan: _span,
    kinds.Attribute: _attribute,
    kinds.SharedAttribute: _attribute,
    kinds.AttributeContrast: _attribute,
    kinds.Mode: _mode,
    kinds.SharedMode: _mode,
    kinds.ModeContrast: _mode,
    kinds.TopItems: _items,
    kinds.Overlap: _items,
    kinds.SameItems: _items,
    kinds.NoOverlap: _items,
    kinds.Standing: _standing,
    kinds.TradeOff: _tradeoff,
    kinds.Reach: _reach,
}
"""How each kind of message fills its roles."""

ROLE_NAMES: Mapping[str, tuple[str, ...]] = {
    "level": ("a", "m", "x"),
    "difference": ("a", "b", "pair", "m", "x", "y", "gap", "percent", "percent_less", "times", "case"),
    "ratio": ("a", "b", "pair", "m", "x", "y", "gap", "percent", "percent_less", "times", "case"),
    "tie": ("a", "b", "pair", "m", "x"),
    "similarity": ("a", "b", "pair", "m", "x", "y", "gap", "percent", "percent_less", "times", "case"),
    "growth": ("a", "b", "pair", "m", "x", "y", "gap", "times", "case"),
    "decline": ("a", "b", "pair", "m", "x", "y", "gap", "times", "case"),
    "divergence": ("a", "b", "pair", "m", "x", "y", "gap", "case", "moves"),
    "pace": ("a", "b", "pair", "m", "x", "y", "gap", "case", "moves"),
    "span": ("a", "m", "x"),
    "spread": ("a", "b", "pair", "m", "x", "y", "lies"),
    "same_span": ("a", "b", "pair", "m", "x", "y"),
    "attribute": ("a", "m", "x"),
    "shared_attribute": ("a", "b", "pair", "m", "x"),
    "attribute_contrast": ("a", "b", "pair", "m", "x", "y"),
    "mode": ("a", "m", "item", "x", "case"),
    "shared_mode": ("a", "b", "pair", "m", "item", "x", "y", "case"),
    "mode_contrast": ("a", "b", "pair", "m", "item", "other_item", "x", "y", "case"),
    "top_items": ("a", "m", "xs", "size"),
    "overlap": ("a", "b", "pair", "m", "shared", "xs", "ys", "size", "number"),
    "same_items": ("a", "b", "pair", "m", "xs", "size"),
    "no_overlap": ("a", "b", "pair", "m", "xs", "ys", "size"),
    "standing": ("a", "pair", "m", "x", "above", "below"),
    "trade_off": ("a", "b", "pair", "m", "cost"),
    "reach": ("a", "b", "pair", "m", "x", "y"),
}
"""The roles that a clause file's macros may name, by kind."""
