"""How one message relates to the one before it, and the families of messages that this rests on."""

from __future__ import annotations

from collections.abc import Iterable

from nlg.document.budget import Wordiness
from nlg.document.messages import (
    NoOverlap,
    Overlap,
    Pace,
    Price,
    Reach,
    SameItems,
    SameSpan,
    SharedAttribute,
    SharedLack,
    SharedMode,
    Similarity,
    Spread,
    Standing,
    Surprise,
    Tie,
    TopItems,
    TradeOff,
)
from nlg.document.plan import Candidate, Relation, Step, Style

ALIKE = frozenset((Tie, Similarity, SameSpan, SharedAttribute, SharedLack, SharedMode, SameItems, Pace))
"""Kinds of message that say what the two have in common."""
LISTS = frozenset((TopItems, Overlap, SameItems, NoOverlap))
"""Kinds of message about lists."""
ELABORATING = frozenset((Standing, Surprise, Price, TradeOff))
"""Kinds that go on about what has been said."""
REACHING = frozenset((Reach, Spread))
"""Kinds that go on about what has been said of the same topic."""
UNPOINTED = frozenset((TradeOff, Surprise))
"""Kinds of message that weigh other facts; a list of facts has no room for them."""
WEIGHING = frozenset((Reach, Surprise, Standing, Price, TradeOff))
"""Kinds that weigh or place facts which a reader must have been told by then; they never come first."""


def related(chosen: Iterable[Candidate], style: Style = "full") -> tuple[Step, ...]:
    """The messages as steps, each related to the one before it.

    Between facts of different topics "but" is for the one-sentence answer; running text sets them side
    by side.
    """
    steps: list[Step] = []
    before: Candidate | None = None
    for entry in chosen:
        relation = _relation(before, entry)
        if style == "full" and before is not None:
            alike = relation == "contrast" and type(before.message) in ALIKE
            if alike or relation == "concession":
                relation = "start"
        steps.append(Step(entry.message, relation, style))
        before = entry
    return tuple(steps)


def listed(chosen: Iterable[Candidate], style: Style) -> tuple[Step, ...]:
    """The messages as the items of a list, which don't lean on each other."""
    return tuple([Step(entry.message, "start", style) for entry in chosen])


def _relation(before: Candidate | None, entry: Candidate) -> Relation:
    if before is None:
        return "start"
    kind = type(entry.message)
    if kind in ELABORATING or (kind in REACHING and before.topic == entry.topic):
        return "elaboration"
    if type(before.message) in ALIKE:
        if kind in ALIKE:
            return "similarity"
        if entry.winner:
            return "contrast"
    if before.winner and entry.winner:
        return "contrast" if before.winner != entry.winner else "addition"
    if before.winner and kind in ALIKE and entry.topic != before.topic:
        return "concession"
    return "elaboration" if before.topic == entry.topic else "start"


def style_of(entry: Candidate, wordiness: Wordiness) -> Style:
    """The style in which a message is said; what is about one of the two is short as it is."""
    return wordiness if entry.is_about_both and type(entry.message) not in UNPOINTED else "full"
