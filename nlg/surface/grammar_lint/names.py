"""Slots, forms, functions, filters and parameters that a wording names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from nlg.errors import Problem
from nlg.sentence.roles import NAME_FORMS, ROLE_NAMES
from nlg.surface.compilation import FUNCTIONS
from nlg.surface.grammar_lint.source import Call, Fill, Macro

FIGURE = ("", "magnitude", "bare")
READING = (*FIGURE, "change", "growth", "decline")
DERIVED = (*FIGURE, "points")
RANGE = ("", "words", "low", "high")
SERIES = ("", "one", "many", "either", "first")
ITSELF = ("",)
ROLE_FORMS: Mapping[str, tuple[str, ...]] = {
    "a": NAME_FORMS,
    "b": NAME_FORMS,
    "x": READING,
    "y": READING,
    "gap": DERIVED,
    "percent": DERIVED,
    "percent_less": DERIVED,
    "times": DERIVED,
    "above": DERIVED,
    "below": DERIVED,
    "case": (
        *("equal", "unequal", "opposed", "greater_level", "lesser_level"),
        *("several", "many", "manifold", "slight", "split", "majorities", "within_a_day"),
    ),
    "lies": (
        "wider",
        "higher",
        "longer",
        "widening",
        "crossing",
        "narrowing",
        "leading",
        "opening",
        "level",
        "plain",
    ),
    "moves": ITSELF,
    "size": ITSELF,
    "number": ITSELF,
    "rest": ITSELF,
    "item": ITSELF,
    "other_item": ITSELF,
    "shared": SERIES,
    "xs": SERIES,
    "ys": SERIES,
}
"""The forms that a role has whatever the grammar's tables say."""
KIND_FORMS: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{(kind, role): RANGE for kind in ("span", "spread", "same_span") for role in ("x", "y")},
    **{
        (kind, role): ITSELF
        for kind in ("attribute", "shared_attribute", "shared_lack", "attribute_contrast", "trade_off")
        for role in ("x", "y")
    },
    **{(kind, role): DERIVED for kind in ("mode", "shared_mode", "mode_contrast") for role in ("x", "y")},
    **{
        (kind, "case"): ("most", "equal", "unequal", "all", "some")
        for kind in ("mode", "shared_mode", "mode_contrast")
    },
    ("spread", "gap"): ("low", "high"),
    ("standing", "case"): ("highest", "lowest"),
    ("attribute_contrast", "case"): ("with", "without", "some"),
    ("shared_attribute", "case"): ("some",),
    ("overlap", "case"): ("few_shared", "few_apart", "neither", "mostly", "barely", "long", "whole"),
    ("no_overlap", "case"): ("apart", "few", "several"),
    ("tie", "x"): DERIVED,
}
"""The forms of a role in a kind of message where they are others."""
MEASURE_ROLES = ("m", "cost", "edge", "less")
PAIR_ROLES = ("pair",)
SETTINGS: Mapping[str, tuple[str, ...]] = {"subj": ("singular", "plural"), "verb": ("present", "past")}
"""By function, what its second argument may be."""


def problems(macro: Macro, words: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """What the wording names that nobody knows, and the parameters that it does not use.

    `words` holds the forms that the grammar's tables give to a measure ("m") and to the two ("pair").
    """
    kind = macro.path.stem
    parameters = {token.text for token in macro.parameters}
    roles = ROLE_NAMES.get(kind)
    for token in macro.parameters:
        if roles is not None and token.text not in roles:
            yield macro.problem(token.start, f'slot "{token.text}" is not one of {", ".join(roles)}')
    known = (*FUNCTIONS, *parameters, *sorted(macro.local))
    for token in macro.names:
        if token.text not in known:
            near = _near(token.text, known)
            yield macro.problem(token.start, f'"{token.text}" is neither a parameter nor a function{near}')
    for token in macro.filters:
        yield macro.problem(
            token.start, f'filter "{token.text}" would cut a filler off from its source; fillers take none'
        )
    yield from _unused(macro)
    for item in macro.items:
        if isinstance(item, Fill) and item.role in parameters:
            yield from _form(macro, item, kind, words)
        elif isinstance(item, Call):
            yield from _settings(macro, item)


def _near(name: str, known: tuple[str, ...]) -> str:
    found = get_close_matches(name, [word for word in known if word], n=1, cutoff=0.5)
    return f'; did you mean "{found[0]}"?' if found else ""


def _unused(macro: Macro) -> Iterator[Problem]:
    used = {token.text for token in macro.names}
    for token in macro.parameters:
        if token.text not in used:
            yield macro.problem(
                token.start, f'parameter "{token.text}" is not used; leave it out of the macro'
            )


def _form(macro: Macro, fill: Fill, kind: str, words: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    if fill.role in MEASURE_ROLES:
        forms = tuple(sorted(words["m"]))
    elif fill.role in PAIR_ROLES:
        forms = tuple(sorted(words["pair"]))
    else:
        forms = KIND_FORMS.get((kind, fill.role)) or ROLE_FORMS.get(fill.role, ())
    if not forms or fill.form in forms:
        return
    named = ", ".join(form for form in forms if form)
    if not fill.form:
        yield macro.problem(fill.start, f'slot "{fill.role}" needs one of its forms: {named}')
    else:
        near = _near(fill.form, forms) or f"; its forms are {named}" if named else "; it has none"
        yield macro.problem(fill.form_start, f'slot "{fill.role}" has no form "{fill.form}"{near}')


def _settings(macro: Macro, call: Call) -> Iterator[Problem]:
    for number, token in call.strings:
        allowed = SETTINGS.get(call.name, ())
        if number == 1 and allowed and token.text[1:-1] not in allowed:
            yield macro.problem(token.start, f"{token.text} is not one of {', '.join(allowed)}")
