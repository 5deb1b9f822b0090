"""Aggregation: which clauses share a sentence, and the cue that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlg.document.plan import Relation
from nlg.sentence.pattern import draw
from nlg.sentence.plan import Clause, SentencePlan
from nlg.sentence.vocabulary import Vocabulary

MAX_CLAUSES = 2
"""Finite clauses that a sentence bears before a reader loses the thread."""
ADVERBIAL_ODDS: Mapping[Relation, int] = {"contrast": 2, "similarity": 2, "addition": 4, "consequence": 2}
"""One sentence in so many opens with an adverbial of its relation; the order of facts says the rest."""
JOINED_SLOTS = 8
"""Fillers that a joined sentence may hold."""


@dataclass(slots=True)
class Cues:
    """The cues that a section has used; none is used twice."""

    vocabulary: Vocabulary
    variation: str
    used: set[str] = field(default_factory=set)

    def start_section(self) -> None:
        """All cues are fresh again."""
        self.used.clear()

    def adverbial(self, relation: Relation, message_id: str) -> str:
        """An adverbial that expresses the relation and has not been used, or nothing."""
        return self._pick(self.vocabulary.adverbials.get(relation, ()), "adverbial", message_id)

    def conjunction(self, relation: Relation, message_id: str) -> str:
        """A conjunction that expresses the relation and has not been used, or nothing."""
        return self._pick(self.vocabulary.conjunctions.get(relation, ()), "conjunction", message_id)

    def _pick(self, options: tuple[str, ...], sort: str, message_id: str) -> str:
        fresh = [option for option in options if option not in self.used]
        if not fresh:
            return ""
        taken = max(fresh, key=lambda option: draw(self.variation, message_id, sort, option))
        self.used.add(taken)
        return taken


def aggregate(
    clauses: list[tuple[Clause, Relation]], cues: Cues, *, always: bool = False
) -> tuple[SentencePlan, ...]:
    """The same clauses in fewer sentences, in the same order.

    Neighbours join when a relation holds between them that a conjunction expresses, neither brings more
    than one finite verb, and the whole stays short. With `always` only the relation is asked for: an
    answer of one sentence has no room for two.
    """
    sentences: list[SentencePlan] = []
    index = 0
    while index < len(clauses):
        clause, relation = clauses[index]
        opening = ""
        if sentences and clause.draw % ADVERBIAL_ODDS.get(relation, 1) == 1:
            opening = cues.adverbial(relation, clause.message.id)
        if index + 1 < len(clauses):
            after, joint = clauses[index + 1]
            if _fits(clause, after, always) and (always or _related(clause, joint, opening)):
                conjunction = cues.conjunction(joint, after.message.id)
                if conjunction:
                    sentences.append(SentencePlan((clause, after), (opening, conjunction)))
                    index += 2
                    continue
        sentences.append(SentencePlan((clause,), (opening,)))
        index += 1
    return tuple(sentences)


def _related(clause: Clause, joint: Relation, opening: str) -> bool:
    """Whether the relation is close enough for one sentence, two times in three."""
    return joint not in ("start", "elaboration") and not opening and clause.draw % 3 > 0


def _fits(clause: Clause, after: Clause, always: bool) -> bool:
    if clause.pattern.clauses + after.pattern.clauses > MAX_CLAUSES:
        return False
    return always or len(clause.pattern.slots) + len(after.pattern.slots) <= JOINED_SLOTS
