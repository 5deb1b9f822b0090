"""All kinds of content in one visible order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter

from nlg.document.content.attributes import attributes
from nlg.document.content.changes import changes
from nlg.document.content.items import items
from nlg.document.content.levels import levels
from nlg.document.content.pair import Pair
from nlg.document.content.spans import reaches, spans
from nlg.document.content.standings import standings
from nlg.document.content.surprises import surprises
from nlg.document.content.tradeoffs import tradeoffs
from nlg.document.plan import Candidate

CONTENT: tuple[Callable[[Pair], Iterator[Candidate]], ...] = (
    levels,
    changes,
    spans,
    reaches,
    attributes,
    items,
    standings,
    tradeoffs,
    surprises,
)


def candidates(pair: Pair) -> tuple[Candidate, ...]:
    """Everything that could be said, best first; equal scores by message id."""
    found = [entry for rule in CONTENT for entry in rule(pair)]
    # Sorting is stable: in equal scores the order by id stays.
    found.sort(key=attrgetter("message.id"))
    found.sort(key=attrgetter("score"), reverse=True)
    return tuple(found)
