"""Lexicalisation: which wording says a message this time.

Every choice is a rendezvous: each wording draws a number from the pair, the message, the seed and its
own name, and the highest draw wins. A new wording therefore changes only the sentences that it wins.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nlg.document.plan import Message, Step
from nlg.sentence.pattern import Pattern, draw, mixed
from nlg.sentence.plan import Clause, Filler
from nlg.sentence.roles import KINDS, ROLES, Role
from nlg.sentence.vocabulary import Vocabulary


def lexicalise(
    step: Step,
    vocabulary: Vocabulary,
    variation: str,
    place: str,
    avoided: Collection[str] = (),
    used: Collection[str] = (),
    naming: str = "",
) -> Clause | None:
    """The message in the wording that wins the draw; None when no wording fits it.

    `avoided` are openers that would repeat their neighbour's, `used` are wordings that the article
    has already taken; both are taken again only when nothing else fits. `naming` is the entity that the
    sentence has spoken of so far: a wording that names only the other one comes after those that don't.
    """
    message = step.message
    kind = type(message)
    roles = ROLES[kind]
    variants = wordings(vocabulary, KINDS[kind], vocabulary.frame(message.measures[0]), step.style)
    lot = draw(variation, message.id, place)
    spare: tuple[int, Pattern, tuple[Filler, ...]] | None = None
    for pattern in sorted(variants, key=lambda pattern: mixed(lot, pattern.lot), reverse=True):
        faults = 2 * (pattern.opener in avoided) + (pattern.key in used)
        if naming:
            faults += 2 * (naming not in named(pattern, message))
        if spare is not None and faults >= spare[0]:
            continue
        fillers = filled(pattern, roles, message, vocabulary)
        if fillers is None:
            continue
        if not faults:
            return Clause(pattern, fillers, message, mixed(pattern.lot, lot))
        spare = (faults, pattern, fillers)
    if spare is None:
        return None
    return Clause(spare[1], spare[2], message, mixed(spare[1].lot, lot))


def named(pattern: Pattern, message: Message) -> tuple[str, ...]:
    """The slugs of the entities that a wording of the message names."""
    roles = {slot.role for slot in pattern.slots}
    return tuple([slug for role, slug in zip("ab", message.subjects, strict=False) if role in roles])


def wordings(vocabulary: Vocabulary, kind: str, frame: str, style: str) -> tuple[Pattern, ...]:
    """The wordings of the frame, or of the nearest frame that has any."""
    while True:
        found = vocabulary.patterns.get((kind, frame, style), ())
        if found or frame not in vocabulary.fallbacks:
            return found
        frame = vocabulary.fallbacks[frame]


def filled(
    pattern: Pattern, roles: Mapping[str, Role], message: Message, vocabulary: Vocabulary
) -> tuple[Filler, ...] | None:
    """The pattern's fillers, or None when the message lacks one of them."""
    fillers = []
    for slot in pattern.slots:
        role = roles.get(slot.role)
        filler = role(message, slot.form, vocabulary) if role is not None else None
        if filler is None:
            return None
        fillers.append(filler)
    return tuple(fillers)
