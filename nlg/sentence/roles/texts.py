"""Roles of text values: what each of the two has, and whether it has anything."""

from __future__ import annotations

from typing import Any

from nlg.document import messages as kinds
from nlg.sentence.plan import Filler, Value
from nlg.sentence.roles.role import NOTHING, Role
from nlg.sentence.vocabulary import Vocabulary


def text(
    message: kinds.Attribute | kinds.AttributeContrast, form: str, vocabulary: Vocabulary
) -> Filler | None:
    """The first one's text value."""
    if form:
        return None
    concept = message.measures[0].concept
    return Value(message.value, message.subjects[:1], concept, message.evidence[:1])


def shared_text(
    message: kinds.SharedAttribute | kinds.SharedLack, form: str, vocabulary: Vocabulary
) -> Filler | None:
    """The text value that both have."""
    return (
        Value(message.value, message.subjects, message.measures[0].concept, message.evidence)
        if not form
        else None
    )


def other_text(message: kinds.AttributeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    """The second one's text value."""
    if form:
        return None
    concept = message.measures[0].concept
    return Value(message.other_value, message.subjects[1:], concept, message.evidence[1:])


def asked(field: str, subject: int) -> Role:
    """What one of the two is asked for, where the cost of a trade-off is a text value."""

    def role(message: Any, form: str, vocabulary: Vocabulary) -> Filler | None:
        value: str = getattr(message, field)
        if form or not value:
            return None
        slugs, sources = message.subjects[subject : subject + 1], message.evidence[subject : subject + 1]
        return Value(value, slugs, message.cost.concept, sources)

    return Role(role, subject, ("",))


NAUGHT = "no "
"""What a text value begins with that says that nothing is asked for."""


def lacking(message: kinds.AttributeContrast, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether the second has nothing of the sort; whether both have something; whether neither value says
    "no" in so many words."""
    if form == "some":
        return NOTHING if not (_is_naught(message.value) or _is_naught(message.other_value)) else None
    return NOTHING if form == ("without" if message.without else "with") else None


def something(message: kinds.SharedAttribute, form: str, vocabulary: Vocabulary) -> Filler | None:
    """Whether what both have is something: "no prior experience" is not."""
    return NOTHING if form == "some" and not _is_naught(message.value) else None


def _is_naught(value: str) -> bool:
    return value.casefold().startswith(NAUGHT)
