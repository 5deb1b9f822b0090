"""What the two have in common, as a section of its own."""

from __future__ import annotations

from nlg.document.budget import Budget, Wordiness
from nlg.document.messages import Overlap, SharedAttribute, SharedLack, SharedMode
from nlg.document.plan import Candidate, Step, Style
from nlg.document.relations import ALIKE, related, style_of

COMMON = ALIKE | {Overlap}
"""Kinds that the section takes."""
LEAST_COMMON_SCORE = 0.12
LEAST_COMMON = 3
"""So many things stand in the section on what they share, if there are so many."""


def common_ground(
    found: tuple[Candidate, ...], points: tuple[Step, ...], said: set[str], budget: Budget
) -> tuple[Step, ...]:
    """What the two have in common, best first, that nothing before has told. Where that is little, what both lack
    and what the introduction told stand beside it, for whoever reads no other section."""
    pointed = {step.message.id for step in points}
    shared = [
        entry
        for entry in found
        if type(entry.message) in COMMON and _is_common(entry) and entry.message.id not in pointed
    ]
    new = [entry for entry in shared if entry.message.id not in said]
    had = [entry for entry in new if type(entry.message) is not SharedLack]
    chosen: list[Candidate] = []
    for entries, most in ((had, budget.common), (new, LEAST_COMMON), (shared, LEAST_COMMON)):
        for entry in entries:
            if len(chosen) < most and entry not in chosen and not _echoes(entry, chosen):
                chosen.append(entry)
    if not had and len(chosen) < 2:
        return ()
    steps = enumerate(zip(related(chosen), chosen, strict=True))
    return tuple(
        [
            Step(
                step.message,
                step.relation if position < 2 else "start",
                _common_style(entry, budget.wordiness),
            )
            for position, (step, entry) in steps
        ]
    )


def _echoes(entry: Candidate, chosen: list[Candidate]) -> bool:
    """Whether a requirement and what most people have would be told of one topic: one of them is enough."""
    pair = {SharedAttribute, SharedMode}
    return any(
        other.topic == entry.topic and {type(other.message), type(entry.message)} == pair for other in chosen
    )


def _is_common(entry: Candidate) -> bool:
    """Whether a message of these kinds is about what the two have in common: lists of which less than half
    is shared are not, nor is what hardly interests anybody."""
    message = entry.message
    if isinstance(message, SharedLack):
        return True
    return entry.score >= LEAST_COMMON_SCORE and (not isinstance(message, Overlap) or message.is_close)


def _common_style(entry: Candidate, wordiness: Wordiness) -> Style:
    """The style in which the section on what they share says a message."""
    style = style_of(entry, wordiness)
    return "shared" if style == "full" else style
