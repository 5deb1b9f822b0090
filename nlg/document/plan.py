"""What an article will say: messages, each with its evidence, grouped into sections.

Every class of message has a clause file of the same name in the grammar, where its wordings stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from nlg.data import Collection, Dataset, Item, Measure, SourceRef

Relation = Literal["start", "contrast", "concession", "addition", "similarity", "elaboration", "consequence"]
"""How a message relates to the one before it: what a cue between them may express."""

Style = Literal["full", "brief", "point", "suit"]
"""Full: a sentence of running text. Brief: a clause without figures, for the answer at the top.
Point: a terse clause with its figures, for a list. Suit: whom the fact speaks for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One entity's value of a numeric measure."""

    slug: str
    measure: Measure
    value: Decimal
    """As printed: every derived figure starts from it, so that the page closes on itself."""
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Message:
    """Something worth saying; `id` is stable over releases of the data."""

    id: str
    subjects: tuple[str, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Level(Message):
    """One entity's value, when the other's is not known.

    Example: electricians earn $62,350 a year
    """

    reading: Reading


@dataclass(frozen=True, slots=True)
class Difference(Message):
    """One entity exceeds another on a measure.

    Example: registered nurses earn $5,210 more a year than schoolteachers
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Ratio(Message):
    """One entity has a multiple of the other's value.

    Example: there are twice as many jobs for electricians as for plumbers
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Tie(Message):
    """Both have the same value, as printed.

    Example: both have a median age of 41
    """

    first: Reading
    second: Reading


@dataclass(frozen=True, slots=True)
class Similarity(Message):
    """The values differ by less than is worth calling a difference.

    Example: electricians and plumbers earn about the same
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Growth(Message):
    """Both are projected to grow, the first faster.

    Example: jobs for electricians are projected to grow by 9.5%, those for plumbers by 4.5%
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Decline(Message):
    """Both are projected to shrink, the first by more.

    Example: the decline is steeper for administrators, at 8% against 4%
    """

    greater: Reading
    """The one with the larger fall."""
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Divergence(Message):
    """One grows (or stands still) while the other shrinks (or stands still).

    Example: jobs for nurses are projected to grow by 5%, while those for cashiers shrink by 9%
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Pace(Message):
    """Both change by about the same, or exactly the same, percentage.

    Example: the outlook hardly differs: 5.1% growth for EMTs, 5% for paramedics
    """

    greater: Reading
    lesser: Reading


@dataclass(frozen=True, slots=True)
class Span(Message):
    """One entity's range on a measure, when the other's is not known.

    Example: salaries of electricians run from $39,430 to $106,030
    """

    low: Reading
    high: Reading


@dataclass(frozen=True, slots=True)
class Spread(Message):
    """Both have a range; the first one's is the wider, or lies higher.

    Example: salaries of specialists run from $20,000 to $55,000, those of administrators from $27,000 to $41,000
    """

    low: Reading
    high: Reading
    other_low: Reading
    other_high: Reading


@dataclass(frozen=True, slots=True)
class SameSpan(Message):
    """Both have the same range.

    Example: either takes 2–4 years
    """

    low: Reading
    high: Reading
    other_low: Reading
    other_high: Reading


@dataclass(frozen=True, slots=True)
class Attribute(Message):
    """One entity's text value, when the other's is not known.

    Example: the best-paying state for nurses is California
    """

    value: str


@dataclass(frozen=True, slots=True)
class SharedAttribute(Message):
    """Both have the same text value.

    Example: the best-paying industry is health care for both
    """

    value: str


@dataclass(frozen=True, slots=True)
class AttributeContrast(Message):
    """The two have different text values; the second one's may say that there is nothing.

    Example: administrators are best paid in Alaska, specialists in Massachusetts
    """

    value: str
    other_value: str
    without: bool = False
    """Whether the other value stands for nothing: "no training required"."""


@dataclass(frozen=True, slots=True)
class Mode(Message):
    """One entity's most common item.

    Example: the most common degree of nurses is a bachelor's degree, held by 45%
    """

    collection: Collection
    item: Item


@dataclass(frozen=True, slots=True)
class SharedMode(Message):
    """Both have the same most common item.

    Example: a bachelor's degree is the most common degree in both, at 40% and 31%
    """

    collection: Collection
    item: Item
    other_item: Item


@dataclass(frozen=True, slots=True)
class ModeContrast(Message):
    """The two have different most common items.

    Example: most paralegals hold a bachelor's degree, most lawyers a doctorate
    """

    collection: Collection
    item: Item
    other_item: Item


@dataclass(frozen=True, slots=True)
class TopItems(Message):
    """The first items of one entity's list.

    Example: the top three skills of nurses are triage, charting and patient care
    """

    collection: Collection
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Overlap(Message):
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


@dataclass(frozen=True, slots=True)
class SameItems(Message):
    """The first items of the two lists are the same ones.

    Example: the two share all of their top three skills
    """

    collection: Collection
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class NoOverlap(Message):
    """The first items of the two lists have nothing in common.

    Example: the top three skills have nothing in common
    """

    collection: Collection
    items: tuple[Item, ...]
    other_items: tuple[Item, ...]
    is_apart: bool = True
    """Whether none of them stands further down in the other's list."""


@dataclass(frozen=True, slots=True)
class Standing(Message):
    """Where one entity stands among all of the dataset.

    Example: software developers earn more than nine in ten occupations here
    """

    reading: Reading
    share_below: Decimal
    """Of the other entities with a value, the share with a lower one, in percent."""
    population: int


@dataclass(frozen=True, slots=True)
class TradeOff(Message):
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


@dataclass(frozen=True, slots=True)
class Surprise(Message):
    """More of one thing, which readers take to bring more of another, comes with less of it.

    Example: although administrators are older, they have less experience than specialists
    """

    subject: str
    other: str
    more: Reading
    less: Reading


@dataclass(frozen=True, slots=True)
class Reach(Message):
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
    | AttributeContrast
    | Mode
    | SharedMode
    | ModeContrast
    | TopItems
    | Overlap
    | SameItems
    | NoOverlap
    | Standing
    | TradeOff
    | Surprise
    | Reach
)

KINDS: tuple[type[Message], ...] = AnyMessage.__args__
"""Every kind of message, in the order of this file; the grammar has a clause file for each."""


class Candidate(NamedTuple):
    """A message with the case for saying it."""

    message: AnyMessage
    score: float
    """How much a reader gains: interest of the measure times strangeness of the gap; 0 to 1."""
    reason: str
    topic: str
    """What the message is about, for paragraphs with one topic: a section id or a lexicon's topic."""
    winner: str
    """The slug that comes out ahead, for relations between messages; empty when neither does."""


class Step(NamedTuple):
    """One message in its place, and how it relates to the one before it."""

    message: AnyMessage
    relation: Relation
    style: Style = "full"


@dataclass(frozen=True, slots=True)
class ParagraphPlan:
    """Steps on one topic."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: a measure, a pair of bounds, or the items of a collection."""

    name: str
    """Tells it from the dataset's other rows: a concept, a range or a collection; "name*" for all items."""
    measures: tuple[Measure, ...] = ()
    collection: Collection | None = None
    whole: bool = False
    """Whether all items of the collection are listed, or only the first."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """Rows that have something to show for at least one of the two."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ItemsPlan:
    """A list of one entity's items under a heading of its own."""

    slug: str
    collection: Collection


@dataclass(frozen=True, slots=True)
class DescriptionPlan:
    """One entity's description under a heading of its own."""

    slug: str


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """A question that readers ask, and the messages that answer it."""

    topic: str
    steps: tuple[Step, ...]
    identity: bool = False
    """Whether it asks if the two are the same thing; the answer is no, and the messages say why."""


@dataclass(frozen=True, slots=True)
class ListPlan:
    """Terse points, one message each."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class RangeBar:
    """One entity's range and, where it is known, the value that is typical of it."""

    low: Reading
    high: Reading
    typical: Reading | None


@dataclass(frozen=True, slots=True)
class RangeChart:
    """The ranges of the two on one scale.

    Example: salaries of the two as bars from low to high, the medians marked
    """

    typical: Measure
    bars: tuple[RangeBar, RangeBar]


@dataclass(frozen=True, slots=True)
class ChangeChart:
    """What the two are projected to gain or lose, from a common zero.

    Example: a bar to the right for growth of 9.5%, one to the left for a decline of 4%
    """

    readings: tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class ShareChart:
    """The largest shares of a distribution, the two beside each other.

    Example: a bachelor's degree, 40% and 31%
    """

    collection: Collection
    pair: tuple[str, str]
    items: tuple[tuple[Item, Item], ...]
    """The same item of each; largest share first."""


ChartPlan = RangeChart | ChangeChart | ShareChart


@dataclass(frozen=True, slots=True)
class SourcesPlan:
    """Where the figures come from."""


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """The line that leads on."""


BlockPlan = (
    ParagraphPlan
    | TablePlan
    | ItemsPlan
    | DescriptionPlan
    | ListPlan
    | QuestionPlan
    | ChartPlan
    | SourcesPlan
    | ClosingPlan
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article."""

    id: str
    heading: str
    """From the descriptor; empty when the grammar names the section by its id."""
    blocks: tuple[BlockPlan, ...]


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """An article before it has words."""

    dataset: Dataset
    pair: tuple[str, str]
    summary: tuple[Step, ...]
    """The one-sentence answer at the top."""
    sections: tuple[Section, ...]
    """The first, with the id "introduction", stands under the title."""
    candidates: tuple[Candidate, ...]
    """Everything that could have been said, for `nlg explain`."""
    joined: bool = True
    """Whether neighbouring facts may share a sentence."""
