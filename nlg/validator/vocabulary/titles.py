"""The titles of lists of names, as a sentence says them: "Bus Drivers, School" → "school bus drivers"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlg.validator.lexis.phrases import words_of

_LIMIT = re.compile(r"(?:except|including|excluding|not|other than)\b", re.IGNORECASE)
_REST = re.compile(r"(?:all|any) others?\b", re.IGNORECASE)
_CONJUNCTION = re.compile(r"(?:and|or)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:of|for|in|to|at|with|from|by|under|on)\b", re.IGNORECASE)
_MAX_PARTS = 7
"""Titles of more parts are said as they are printed."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One order in which a title's words may be said."""

    head: tuple[str, ...]
    """The words up to the noun that takes the plural."""
    tail: tuple[str, ...] = ()
    """What follows that noun and stays as it is: "to carpenters", "(except naval)"."""
    is_inverted: bool = False
    """Whether it is the printed order of a title that speech turns round: no part of it is a name."""
    is_clipped: bool = False
    """Whether a limit is left out, so that the words may name somebody else, too: "architects"."""


def spoken_forms(title: str) -> Iterator[Spoken]:
    """A title as printed and, where commas or a double dash turn it round, in the order of speech."""
    turned = list(_turned(title))
    words = words_of(title)
    is_one_list = any(len(groups) == 1 for groups in _groupings(_parts(title)))
    if words:
        yield Spoken(words, is_inverted=bool(turned) and not is_one_list)
    yield from turned


def _parts(title: str) -> list[str]:
    return [part.strip() for part in re.split(r",|--|—", title) if part.strip()]


def _turned(title: str) -> Iterator[Spoken]:
    """The orders of speech of a title that commas or a double dash turn round."""
    parts = _parts(title)
    if not 1 < len(parts) <= _MAX_PARTS:
        return
    is_dashed = re.match(re.escape(parts[0]) + r"\s*(?:--|—)", title.strip()) is not None
    if is_dashed:
        served = words_of(title.strip()[len(parts[0]) :].strip(" -—"))
        yield Spoken(words_of(parts[0]), ("to", *served))
        yield Spoken((*served, *words_of(parts[0])))
        return
    for groups in _groupings(parts):
        if len(groups) > 1:
            yield from _in_order(groups)


def _groupings(parts: list[str]) -> Iterator[list[str]]:
    """The ways to take comma-parted words as terms: a term of several parts ends with *and* or *or*."""
    if not parts:
        yield []
        return
    for size in range(1, len(parts) + 1):
        group = parts[:size]
        if size > 1 and not _CONJUNCTION.match(group[-1]):
            continue
        if size < len(parts) and _CONJUNCTION.match(parts[size]):
            continue
        for rest in _groupings(parts[size:]):
            yield [", ".join(group), *rest]


def _in_order(groups: list[str]) -> Iterator[Spoken]:
    """A head noun and the terms behind it, each put where a sentence has it."""
    core, *terms = groups
    front: list[str] = []
    behind: list[str] = []
    limits: list[str] = []
    for term in terms:
        if rest := _REST.match(term):
            front.append(term[rest.end() :].strip())
            front.append("other")
        elif _LIMIT.match(term):
            limits.append(term)
        elif _PREPOSITION.match(term):
            behind.append(term)
        else:
            front.append(term)
    tail = words_of(" ".join(behind))
    bracketed = words_of(f"({'; '.join(limits)})") if limits else ()
    plain = [term for term in front if term and term != "other"]
    other = ["other"] if "other" in front else []
    orders: list[tuple[list[str], tuple[str, ...]]] = [([*other, *reversed(plain)], ())]
    if len(plain) == 1 and plain[0].isalpha() and plain[0].endswith("s") and not plain[0].endswith("ss"):
        # "Physicians, Pathologists": "pathologist physicians"
        orders.append(([*other, plain[0][:-1]], ()))
    if len(plain) > 1:
        orders.append(([*other, *plain[:-1]], ("for", *words_of(plain[-1]))))
    if plain:
        orders.append((other, words_of(f"({'; '.join(plain)})")))
    if other:
        orders.append((plain[::-1], ("of", "another", "kind")))
    for before, after in orders:
        head = words_of(" ".join([*before, core]))
        yield Spoken(head, (*tail, *after, *bracketed))
        if bracketed:
            yield Spoken(head, (*tail, *after), is_clipped=True)
