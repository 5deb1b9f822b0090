"""What a role is: how a message's filler for a form is made, and by whom it is shared."""

from __future__ import annotations

from collections.abc import Callable, Container
from decimal import Decimal
from typing import Any, NamedTuple

from nlg.sentence.plan import PAIR, Filler, Words
from nlg.sentence.vocabulary import Vocabulary

Making = Callable[[Any, str, Vocabulary], Filler | None]
"""From a message of the kind that the role belongs to, the form's name, and the vocabulary."""


class Role(NamedTuple):
    """One role of a kind of message."""

    make: Making
    owner: int = PAIR
    """The subject that has the same fillers in every message of this kind on the same measures, by its
    place among the message's subjects."""
    uncertain: Container[str] = ()
    """The forms that not every one of those messages has."""


class _AnyForm:
    """All forms there are."""

    def __contains__(self, form: object) -> bool:
        return True


ANY_FORM = _AnyForm()

NAME_FORMS = ("plural", "singular", "bare", "possessive")
SETTLED = ("m", "pair", "lies", "case")
"""Roles whose words are the same for every pair, given the message's kind and measures."""
NOTHING = Words("")
"""What a gate says: a pattern that asks for it is only for messages of which something holds."""
HALF = Decimal(50)
"""Of a share in percent: what "most" and "a majority" are above."""
ALL = Decimal(100)
"""Of a share in percent: what is more than "most", and needs no figure."""
