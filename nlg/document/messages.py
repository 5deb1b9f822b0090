"""What there is to say of two entities: messages, each with its evidence.

Every class of message has a clause file of the same name in the grammar, where its wordings stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from msgspec import Struct

from nlg.data import Collection, Item, Measure, SourceRef


@dataclass(frozen=True, slots=True)
class Reading:
    """One entity's value of a numeric measure."""

    slug: str
    measure: Measure
    value: Decimal
    """As printed: every derived figure starts from it, so that the page closes on itself."""
    source: SourceRef


class Message(Struct, frozen=True, gc=False):
    """Something worth saying; `id` is stable over releases of the data."""

    id: str
    subjects: tuple[str, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[SourceRef, ...]


class Level(Message, frozen=True, gc=False):
    """One entity's value, when the other's is not known.

    Example: electricians earn $62,350 a year
    """

    reading: Reading


class Difference(Message, frozen=True, gc=False):
    """One entity exceeds another on a measure.

    Example: registered nurses earn $5,210 more a year than schoolteachers
    """

    greater: Reading
    lesser: Reading


class Ratio(Message, frozen=True, gc=False):
    """One entity has a multiple of the other's value.

    Example: there are twice as many jobs for electricians as for plumbers
    """

    greater: Reading
    lesser: Reading


class Tie(Message, frozen=True, gc=False):
    """Both have the same value, as printed.

    Example: both have a median age of 41
    """

    first: Reading
    second: Reading


class Similarity(Message, frozen=True, gc=False):
    """The values differ by less than is worth calling a difference.

    Example: electricians and plumbers earn about the same
    """

    greater: Reading
    lesser: Reading


class Growth(Message, frozen=True, gc=False):
    """Both are projected to grow, the first faster.

    Example: jobs for electricians are projected to grow by 9.5%, those for plumbers by 4.5%
    """

    greater: Reading
    lesser: Reading


class Decline(Message, frozen=True, gc=False):
    """Both are projected to shrink, the first by more.

    Example: the decline is steeper for administrators, at 8% against 4%
    """

    greater: Reading
    """The one with the larger fall."""
    lesser: Reading


class Divergence(Message, frozen=True, gc=False):
    """One grows (or stands still) while the other shrinks (or stands still).

    Example: jobs for nurses are projected to grow by 5%, while those for cashiers shrink by 9%
    """

    greater: Reading
    lesser: Reading


class Pace(Message, frozen=True, gc=False):
    """Both change by about the same, or exactly the same, percentage.

    Example: the outlook hardly differs: 5.1% growth for EMTs, 5% for paramedics
    """

    greater: Reading
    lesser: Reading


class Span(Message, frozen=True, gc=False):
    """One entity's range on a measure, when the other's is not known.

    Example: salaries of electricians run from $39,430 to $106,030
    """

    low: Reading
    high: Reading


class Spread(Message, frozen=True, gc=False):
    """Both have a range; the first one's is the wider, or lies higher.

    Example: salaries of specialists run from $20,000 to $55,000, those of administrators from $27,000 to $41,000
    """

    low: Reading
    high: Reading
    other_low: Reading
    other_high: Reading
    is_behind_between: bool = False
    """Whether the first one's typical value, somewhere between the ends, is the lower one."""


class SameSpan(Message, frozen=True, gc=False):
    """Both have the same range.

    Example: either takes 2–4 years
    """

    low: Reading
    high: Reading
    other_low: Reading
    other_high: Reading


class Attribute(Message, frozen=True, gc=False):
    """One entity's text value, when the other's is not known.

    Example: the best-paying state for nurses is California
    """

    value: str


class SharedAttribute(Message, frozen=True, gc=False):
    """Both have the same text value.

    Example: the best-paying industry is health care for both
    """

    value: str


class SharedLack(Message, frozen=True, gc=False):
    """Both have the text value that says that there is nothing.

    Example: neither occupation usually requires related experience
    """

    value: str


class AttributeContrast(Message, frozen=True, gc=False):
    """The two have different text values; the second one's may say that there is nothing.

    Example: administrators are best paid in Alaska, specialists in Massachusetts
    """

    value: str
    other_value: str
    without: bool = False
    """Whether the other value stands for nothing: "no training required"."""


class Mode(Message, frozen=True, gc=False):
    """One entity's most common item.

    Example: the most common degree of nurses is a bachelor's degree, held by 45%
    """

    collection: Collection
    item: Item


class SharedMode(Message, frozen=True, gc=False):
    """Both have the same most common item.

    Example: a bachelor's degree is the most common degree in both, at 40% and 31%
    """

    collection: Collection
    item: Item
    other_item: Item


class ModeContrast(Message, frozen=True, gc=False):
    """The two have different most common items.

    Example: most paralegals hold a bachelor's degree, most lawyers a doctorate
    """

    collection: Collection
    item: Item
    other_item: Item


class TopItems(Message, frozen=True, gc=False):
    """The first items of one entity's list.

    Example: the top three skills of nurses are triage, charting and patient care
    """

    collection: Collection
    items: tuple[Item, ...]


class Overlap(Message, frozen=True, gc=False):
    """How much the first items of the two lists have in common; never nothing, never all.

    Example: two of the top three skills are the same: patients and patient care
    """

    collection: Collection
    size: int
    """The k of the top k that are compared."""
    shared: tuple[Item, ...]
    only_first: tuple[Item, ...]
    """The others of the first's; empty when the second's full list holds one of them after all."""
    only_second: tuple[Item, ...]

    @property
    def is_close(self) -> bool:
        """Whether more than half of the items are shared: a likeness rather than a difference."""
        return 2 * len(self.shared) > self.size

    @property
    def is_loose(self) -> bool:
        """Whether less than half of them are: a difference rather than a likeness."""
        return 2 * len(self.shared) < self.size


class SameItems(Message, frozen=True, gc=False):
    """The first items of the two lists are the same ones.

    Example: the two share all of their top three skills
    """

    collection: Collection
    items: tuple[Item, ...]


class NoOverlap(Message, frozen=True, gc=False):
    """The first items of the two lists have nothing in common.

    Example: the top three skills have nothing in common
    """

    collection: Collection
    items: tuple[Item, ...]
    other_items: tuple[Item, ...]
    is_apart: bool = True
    """Whether none of them stands further down in the other's list."""


class Standing(Message, frozen=True, gc=False):
    """Where one entity stands among all of the dataset.

    Example: software developers earn more than nine in ten occupations here
    """

    reading: Reading
    share_below: Decimal
    """Of the other entities with a value, the share with a lower one, in percent."""
    population: int


class Price(Message, frozen=True, gc=False):
    """The one that gives more also asks for more.

    Example: veterinarians earn more but need more schooling
    """

    cost: Measure
    reward: Measure


class TradeOff(Message, frozen=True, gc=False):
    """The one that asks for less also gives more.

    Example: although it takes less time to become an electrician, electricians earn more
    """

    subject: str
    other: str
    cost: Measure
    reward: Measure
    value: str = ""
    """What the subject is asked for, where the cost is a text measure: "high school diploma"."""
    other_value: str = ""
    """What the other is asked for."""


class Surprise(Message, frozen=True, gc=False):
    """More of one thing, which readers take to bring more of another, comes with less of it.

    Example: although administrators are older, they have less experience than specialists
    """

    subject: str
    other: str
    more: Reading
    less: Reading


class Reach(Message, frozen=True, gc=False):
    """The high end of one range does not reach the other's typical value.

    Example: even the best-paid tenth of cashiers earn less than the typical pharmacist
    """

    high: Reading
    typical: Reading


AnyMessage = (
    Level
    | Difference
    | Ratio
    | Tie
    | Similarity
    | Growth
    | Decline
    | Divergence
    | Pace
    | Span
    | Spread
    | SameSpan
    | Attribute
    | SharedAttribute
    | SharedLack
    | AttributeContrast
    | Mode
    | SharedMode
    | ModeContrast
    | TopItems
    | Overlap
    | SameItems
    | NoOverlap
    | Standing
    | Price
    | TradeOff
    | Surprise
    | Reach
)

KINDS: tuple[type[Message], ...] = AnyMessage.__args__
"""Every kind of message, in the order of this file; the grammar has a clause file for each."""
