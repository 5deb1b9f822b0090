"""The roles of each kind of message, and the fillers that their forms become.

A role makes a filler of a message and a form's name, or None where the data or the grammar have no such
form: a pattern that asks for it is passed over. Only what somebody asks for is made, and what depends on
one entity alone is made once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nlg.document import messages as kinds
from nlg.sentence.plan import PAIR, Filler, Name
from nlg.sentence.roles import figures, lists, texts
from nlg.sentence.roles.role import ANY_FORM, NAME_FORMS, NOTHING, SETTLED, Role
from nlg.sentence.vocabulary import Vocabulary

__all__ = ["KINDS", "NAME_FORMS", "NOTHING", "ROLES", "ROLE_NAMES", "SETTLED", "Role", "kind_name"]


@cache
def _name(slug: str, form: str) -> Name | None:
    return Name(slug, form, "full") if form in NAME_FORMS else None


def _first(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _name(message.subjects[0], form)


def _second(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return _name(message.subjects[1], form)


def _measure(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.measures[0]).get(form)


def _last_measure(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.measures[-1]).get(form)


def _pair(message: kinds.Message, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.pair().get(form)


def _cost(message: kinds.Price | kinds.TradeOff, form: str, vocabulary: Vocabulary) -> Filler | None:
    return vocabulary.measure(message.cost).get(form)


_A, _B, _M, _PAIR = Role(_first, 0), Role(_second, 1), Role(_measure), Role(_pair)
_CASE, _TIMES = Role(figures.case, PAIR, ANY_FORM), Role(figures.times, PAIR, ANY_FORM)
_LAST = Role(_last_measure)
_TEXT, _ITEM, _SHARE = Role(texts.text, 0), Role(lists.item, 0), lists.item_share("item", 0)
_OTHER_SHARE = lists.item_share("other_item", 1)
_RANGE = figures.ends("low", "high", 0)
_ONE: dict[str, Role] = {"a": _A, "m": _M}
_TWO: dict[str, Role] = {"a": _A, "b": _B, "pair": _PAIR, "m": _M}
_VALUES: dict[str, Role] = {
    **_TWO,
    "x": figures.read("greater", 0),
    "y": figures.read("lesser", 1),
    "gap": Role(figures.gap),
    "case": _CASE,
}
_COMPARED: dict[str, Role] = {
    **_VALUES,
    "percent": Role(figures.percent, PAIR, ANY_FORM),
    "percent_less": Role(figures.percent_less, PAIR, ANY_FORM),
    "times": _TIMES,
}
_CHANGES: dict[str, Role] = {**_VALUES, "times": _TIMES, "moves": Role(figures.moves)}
_RANGES: dict[str, Role] = {**_TWO, "x": _RANGE, "y": figures.ends("other_low", "other_high", 1)}

ROLES: Mapping[type[kinds.Message], Mapping[str, Role]] = {
    kinds.Level: {**_ONE, "x": figures.read("reading", 0)},
    kinds.Difference: _COMPARED,
    kinds.Ratio: _COMPARED,
    kinds.Tie: {**_TWO, "x": Role(figures.tied)},
    kinds.Similarity: _COMPARED,
    kinds.Growth: _CHANGES,
    kinds.Decline: _CHANGES,
    kinds.Divergence: _CHANGES,
    kinds.Pace: _CHANGES,
    kinds.Span: {**_ONE, "x": _RANGE},
    kinds.Spread: {
        **_RANGES,
        "gap": Role(figures.end_gap),
        "lies": Role(figures.lies, PAIR, ANY_FORM),
    },
    kinds.SameSpan: _RANGES,
    kinds.Attribute: {**_ONE, "x": _TEXT},
    kinds.SharedAttribute: {
        **_TWO,
        "x": Role(texts.shared_text, 0),
        "case": Role(texts.something, PAIR, ANY_FORM),
    },
    kinds.SharedLack: {**_TWO, "x": Role(texts.shared_text, 0)},
    kinds.AttributeContrast: {
        **_TWO,
        "x": _TEXT,
        "y": Role(texts.other_text, 1),
        "case": Role(texts.lacking, PAIR, ANY_FORM),
    },
    kinds.Mode: {**_ONE, "item": _ITEM, "x": _SHARE, "case": lists.most("item")},
    kinds.SharedMode: {
        **_TWO,
        "item": Role(lists.shared_item, 0),
        "x": _SHARE,
        "y": _OTHER_SHARE,
        "case": lists.most("item", "other_item"),
    },
    kinds.ModeContrast: {
        **_TWO,
        "item": _ITEM,
        "other_item": Role(lists.other_item, 1),
        "x": _SHARE,
        "y": _OTHER_SHARE,
        "case": lists.most("item", "other_item"),
    },
    kinds.TopItems: {**_ONE, "xs": lists.series("items", 0, 1, 0), "size": lists.count("items")},
    kinds.Overlap: {
        **_TWO,
        "shared": lists.series("shared", 0, 2),
        "xs": lists.series("only_first", 0, 1),
        "ys": lists.series("only_second", 1, 2),
        "size": Role(lists.size),
        "number": lists.count("shared"),
        "rest": lists.count("only_first"),
        "case": Role(lists.shared_part, PAIR, ANY_FORM),
    },
    kinds.SameItems: {**_TWO, "xs": lists.series("items", 0, 2), "size": lists.count("items")},
    kinds.NoOverlap: {
        **_TWO,
        "xs": lists.series("items", 0, 1),
        "ys": lists.series("other_items", 1, 2),
        "size": lists.count("items"),
        "case": Role(lists.lists_apart, PAIR, ANY_FORM),
    },
    kinds.Standing: {
        **_ONE,
        "pair": _PAIR,
        "x": figures.read("reading", 0),
        "above": Role(figures.above, PAIR, ANY_FORM),
        "below": Role(figures.below, PAIR, ANY_FORM),
        "case": Role(figures.extreme, PAIR, ANY_FORM),
    },
    kinds.Price: {**_TWO, "m": _LAST, "cost": Role(_cost)},
    kinds.TradeOff: {
        **_TWO,
        "m": _LAST,
        "cost": Role(_cost),
        "x": texts.asked("value", 0),
        "y": texts.asked("other_value", 1),
    },
    kinds.Surprise: {**_TWO, "x": figures.read("more", 0), "y": figures.read("less", 0), "less": _LAST},
    kinds.Reach: {
        **_TWO,
        "m": _LAST,
        "edge": _M,
        "x": figures.read("high", 0),
        "y": figures.read("typical", 1),
    },
}
"""The roles that a clause file's macros may name, by kind of message, and how each is filled."""


def kind_name(name: str) -> str:
    """The clause file's name for a class of message: SharedMode is shared_mode."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")


KINDS: Mapping[type[kinds.Message], str] = {kind: kind_name(kind.__name__) for kind in ROLES}
"""The clause file of each class of message."""
ROLE_NAMES: Mapping[str, tuple[str, ...]] = {KINDS[kind]: tuple(roles) for kind, roles in ROLES.items()}
"""The names of the roles by clause file."""
