"""What an article will say: messages in their places, related to each other and grouped into sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from nlg.data import Collection, Dataset, Item, Measure
from nlg.document.messages import AnyMessage, Reading

Relation = Literal["start", "contrast", "concession", "addition", "similarity", "elaboration", "consequence"]
"""How a message relates to the one before it: what a cue between them may express."""

Style = Literal["full", "brief", "point", "gist", "answer", "suit", "sequel", "shared"]
"""Full: a sentence of running text. Brief: a clause without figures, for the answer at the top.
Point: a terse clause with its figures, for a list. Gist: what these figures come to, for readers who have
seen them. Answer: a reply to the question above it. Suit: whom the fact speaks for. Sequel: what it adds to the
fact just told. Shared: what the two share, by name."""


Case = str | tuple[str, *tuple[float | str, ...]]
"""Why a message is worth saying: the reason, or its words with places and what belongs there."""


class Candidate(Struct, frozen=True, gc=False):
    """A message with the case for saying it."""

    message: AnyMessage
    score: float
    """How much a reader gains: interest of the measure times strangeness of the gap; 0 to 1."""
    case: Case
    topic: str
    """What the message is about, for paragraphs with one topic: a section id or a lexicon's topic."""
    winner: str
    """The slug that comes out ahead, for relations between messages; empty when neither does."""
    weight: float
    """How much readers come for the message's first measure; 0 to 1."""
    is_about_both: bool
    """Whether the message is about both of the two."""

    @property
    def reason(self) -> str:
        """The case for saying it, in words."""
        case = self.case
        return case if isinstance(case, str) else case[0].format(*case[1:])


class Step(Struct, frozen=True, gc=False):
    """One message in its place, and how it relates to the one before it."""

    message: AnyMessage
    relation: Relation
    style: Style = "full"


class ParagraphPlan(Struct, frozen=True, gc=False):
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
    singles: tuple[str, ...]
    """The names of those that are one row whatever the two are: all but whole collections."""


class ItemsPlan(Struct, frozen=True, gc=False):
    """A list of one entity's items under a heading of its own."""

    slug: str
    collection: Collection


@dataclass(frozen=True, slots=True)
class DescriptionPlan:
    """One entity's description under a heading of its own."""

    slug: str


class QuestionPlan(Struct, frozen=True, gc=False):
    """A question that readers ask, and the messages that answer it."""

    topic: str
    steps: tuple[Step, ...]


class IdentityPlan(Struct, frozen=True, gc=False):
    """Whether the two are the same thing, answered by how their descriptions open."""

    openings: tuple[str, str]


class ListPlan(Struct, frozen=True, gc=False):
    """Terse points, one message each."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class RangeBar:
    """One entity's range and, where it is known, the value that is typical of it."""

    low: Reading
    high: Reading
    typical: Reading | None


class RangeChart(Struct, frozen=True, gc=False):
    """The ranges of the two on one scale.

    Example: salaries of the two as bars from low to high, the medians marked
    """

    typical: Measure
    bars: tuple[RangeBar, RangeBar]


class ChangeChart(Struct, frozen=True, gc=False):
    """What the two are projected to gain or lose, from a common zero.

    Example: a bar to the right for growth of 9.5%, one to the left for a decline of 4%
    """

    readings: tuple[Reading, Reading]


class ShareChart(Struct, frozen=True, gc=False):
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
    | IdentityPlan
    | ChartPlan
    | SourcesPlan
    | ClosingPlan
)


class Section(Struct, frozen=True, gc=False):
    """A part of the article."""

    id: str
    heading: str
    """From the descriptor; empty when the grammar names the section by its id."""
    blocks: tuple[BlockPlan, ...]


class DocumentPlan(Struct, frozen=True, gc=False):
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
