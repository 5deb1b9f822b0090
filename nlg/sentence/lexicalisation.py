"""Lexicalisation: which wording says a message this time.

Every choice is a rendezvous: each wording draws a number from the pair, the message, the seed and its
own name, and the highest draw wins. A new wording therefore changes only the sentences that it wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from nlg.document.plan import Step
from nlg.sentence.pattern import Pattern
from nlg.sentence.plan import Clause, Filler
from nlg.sentence.roles import ROLES, Roles
from nlg.sentence.vocabulary import Vocabulary


def draw(*key: str) -> int:
    """A stable number for a key: the same on any machine."""
    return int.from_bytes(blake2b("\x1f".join(key).encode(), digest_size=8).digest(), "big")


def lexicalise(
    step: Step,
    vocabulary: Vocabulary,
    variation: str,
    place: str,
    avoided: Iterable[str] = (),
    used: Iterable[str] = (),
) -> Clause | None:
    """The message in the wording that wins the draw; None when no wording fits it.

    `avoided` are openers that would repeat their neighbour's, `used` are wordings that the article
    has already taken; both are taken again only when nothing else fits.
    """
    message = step.message
    roles = ROLES[type(message)](message, vocabulary)
    kind = kind_name(type(message).__name__)
    variants = wordings(vocabulary, kind, vocabulary.frame(message.measures[0]), step.style)
    key = f"{variation}\x1f{message.id}\x1f{place}\x1f"
    ranked = sorted(variants, key=lambda pattern: draw(key, pattern.name), reverse=True)
    avoided, used = set(avoided), set(used)
    spare: tuple[int, Pattern, tuple[Filler, ...]] | None = None
    for pattern in ranked:
        fillers = filled(pattern, roles)
        if fillers is None:
            continue
        faults = 2 * (pattern.opener in avoided) + ((pattern.kind + pattern.name) in used)
        if not faults:
            return Clause(pattern, fillers, message, draw(key, pattern.name, "choice"))
        if spare is None or faults < spare[0]:
            spare = (faults, pattern, fillers)
    if spare is None:
        return None
    return Clause(spare[1], spare[2], message, draw(key, spare[1].name, "choice"))


def wordings(vocabulary: Vocabulary, kind: str, frame: str, style: str) -> tuple[Pattern, ...]:
    """The wordings of the frame, or of the nearest frame that has any."""
    while True:
        found = vocabulary.patterns.get((kind, frame, style), ())
        if found or frame not in vocabulary.fallbacks:
            return found
        frame = vocabulary.fallbacks[frame]


def filled(pattern: Pattern, roles: Roles) -> tuple[Filler, ...] | None:
    """The pattern's fillers, or None when the message lacks one of them."""
    fillers = []
    for slot in pattern.slots:
        role = roles.get(slot.role)
        filler = role.form(slot.form) if role is not None else None
        if filler is None:
            return None
        fillers.append(filler)
    return tuple(fillers)


def kind_name(name: str) -> str:
    """The clause file's name for a class of message: SharedMode is shared_mode."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")
