"""Aggregation: which messages share a sentence, and the cues that say why.

Both are decided before any wording is chosen, so that no choice of words moves a fact to another sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlg.document.messages import (
    AttributeContrast,
    Decline,
    Difference,
    Divergence,
    Growth,
    ModeContrast,
    Price,
    Ratio,
    Reach,
    Spread,
    Surprise,
    TradeOff,
)
from nlg.document.plan import Relation, Step
from nlg.sentence.pattern import draw, mixed
from nlg.sentence.vocabulary import Vocabulary

ADVERBIAL_ODDS: Mapping[Relation, int] = {"contrast": 3, "similarity": 4, "addition": 6, "consequence": 2}
"""One sentence in so many opens with an adverbial of its relation; the order of facts says the rest."""
CLOSE = ("contrast", "addition", "similarity", "concession", "consequence")
"""Relations that a conjunction inside a sentence expresses."""
JOINED_ODDS = 3
"""Of so many neighbours that could share a sentence all but one do."""


@dataclass(slots=True)
class Cues:
    """The cues that a section has used; none is used twice."""

    vocabulary: Vocabulary
    article: int
    """The article's own number, drawn from pair and seed."""
    used: set[str] = field(default_factory=set)

    def start_section(self) -> None:
        """All cues are fresh again."""
        self.used.clear()

    def adverbial(self, step: Step) -> str:
        """An adverbial for a sentence that opens with the step, or nothing."""
        odds = ADVERBIAL_ODDS.get(step.relation)
        if odds is None or mixed(self.article, draw(step.message.id, "adverbial")) % odds:
            return ""
        return self._pick(self.vocabulary.adverbials.get(step.relation, ()), step.message.id)

    def conjunction(self, step: Step, *, opposed: bool = False) -> str:
        """A conjunction that joins the step to the one before it, or nothing when all have been used.

        `opposed`: the two speak of one entity each.
        """
        options = self.vocabulary.conjunctions.get(step.relation, ())
        if opposed and step.relation == "contrast":
            options += self.vocabulary.conjunctions.get("opposition", ())
        return self._pick(options, step.message.id)

    def coordination(self, step: Step) -> str:
        """What joins a second verb to a subject that has been named."""
        return self._pick(self.vocabulary.conjunctions["coordination"], step.message.id)

    def _pick(self, options: tuple[str, ...], message_id: str) -> str:
        fresh = [option for option in options if option not in self.used]
        if not fresh:
            return ""
        lot = mixed(self.article, draw(message_id, "cue"))
        taken = max(fresh, key=lambda option: mixed(lot, draw(option)))
        self.used.add(taken)
        return taken


def aggregate(
    steps: tuple[Step, ...], article: int, *, always: bool = False, never: bool = False
) -> tuple[tuple[Step, ...], ...]:
    """The same messages, one or two to a sentence, in the same order.

    Neighbours join when a conjunction expresses their relation, most of the time; with `always` they
    join whatever the relation, for an answer of one sentence has no room for two; with `never` none does.
    """
    if len(steps) == 1:
        return (steps,)
    sentences: list[tuple[Step, ...]] = []
    index = 0
    while index < len(steps):
        step = steps[index]
        after = steps[index + 1] if index + 1 < len(steps) else None
        if after is not None and (always or (not never and _joins(step, after, article))):
            sentences.append((step, after))
            index += 2
        else:
            sentences.append((step,))
            index += 1
    return tuple(sentences)


UNJOINED = (Reach, Price, TradeOff, Surprise)
"""Kinds that weigh two facts by themselves and fill a sentence."""
TWOFOLD = (
    Difference,
    Ratio,
    Growth,
    Decline,
    Divergence,
    Spread,
    ModeContrast,
    AttributeContrast,
)
"""Kinds that give a value of each: two of them in one sentence are four values to keep apart."""


def _joins(step: Step, after: Step, article: int) -> bool:
    if after.relation not in CLOSE:
        return False
    one, two = step.message, after.message
    if isinstance(one, UNJOINED) or isinstance(two, UNJOINED):
        return False
    if isinstance(one, TWOFOLD) and isinstance(two, TWOFOLD):
        return False
    if one.measures[0].sections[-1:] != two.measures[0].sections[-1:]:
        return False
    return mixed(article, draw(one.id, two.id)) % JOINED_ODDS > 0
