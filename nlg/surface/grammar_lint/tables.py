"""The TOML files of a grammar: unknown keys, values of another type, places that nothing fills, loops."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import Any, get_args

from nlg.document.plan import Relation
from nlg.errors import Problem
from nlg.surface.grammar import OVERLAID_TABLES
from nlg.surface.places import key_places, place_of

TEXT = "a text"
TEXTS = "a list of texts"
TRUTH = "true or false"
SHARE = "a number from 0 to 1"
WORDS = "a text, or { text = …, plural = true }"
ROLE = '"cost" or "reward"'
CASING = '"common", "name" or "sentence"'
CELL = '"bare"'
NAMES = ("plural", "singular", "bare", "noun", "Noun", "items")
COMPARED = ("first", "First", "second")
ASKED = ("first", "second", "one", "other", "noun", "nouns", "do")

CHECKS: Mapping[str, Callable[[Any], bool]] = {
    TEXT: lambda value: isinstance(value, str),
    TEXTS: lambda value: isinstance(value, list) and all(isinstance(entry, str) for entry in value),
    TRUTH: lambda value: isinstance(value, bool),
    SHARE: lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1,
    WORDS: lambda value: (
        isinstance(value, str)
        or isinstance(value, dict)
        and isinstance(value.get("text"), str)
        and isinstance(value.get("plural", False), bool)
        and value.keys() <= {"text", "plural"}
    ),
    ROLE: lambda value: value in ("cost", "reward"),
    CASING: lambda value: value in ("common", "name", "sentence"),
    CELL: lambda value: value == "bare",
}
SHAPES: Mapping[str, Mapping[str, str]] = {
    "measures": {
        "*.frame": TEXT,
        "*.weight": SHARE,
        "*.topic": TEXT,
        "*.role": ROLE,
        "*.expects": TEXT,
        "*.follows": TEXT,
        "*.levels": TEXTS,
        "*.empty": TEXTS,
        "*.ratio": TRUTH,
        "*.casing": CASING,
        "*.cell": CELL,
        "*.spoken.*": TEXT,
        "*.words.*": WORDS,
    },
    "entities": {
        "*.schema": TEXT,
        "*.words.*": WORDS,
        "*.headings.description.common": TEXT,
        "*.headings.description.name": TEXT,
        "*.headings.items": TEXT,
        "*.headings.texts": TEXT,
        "*.lines.closing": TEXT,
        "*.lines.method": TEXTS,
    },
    "function_words": {
        **{f"adverbials.{relation}": TEXTS for relation in get_args(Relation)},
        **{f"conjunctions.{relation}": TEXTS for relation in get_args(Relation)},
        "conjunctions.coordination": TEXTS,
        "conjunctions.opposition": TEXTS,
        "fallbacks.*": TEXT,
        "openers.heavy": TEXTS,
        "predicates.entity": TEXTS,
        "statistics.*": TEXT,
        "changes.up": TEXT,
        "changes.down": TEXT,
        "changes.flat": TEXT,
        "moves.up": TEXT,
        "moves.down": TEXT,
        "moves.flat": TEXT,
        "periods.*": TEXT,
        "headings.*": TEXT,
        "sections.*": TEXT,
        "contractions.*": TEXT,
        "page.language": TEXT,
        "page.skip": TEXT,
        "page.contents": TEXT,
        "charts.title": TEXT,
        "charts.heading": TEXT,
        "charts.range": TEXT,
        "charts.range_with_typical": TEXT,
        "charts.change": TEXT,
        "charts.share": TEXT,
        "charts.separator": TEXT,
        "labels.summary": TEXT,
        "labels.description": TEXT,
        "labels.mode": TEXT,
        "labels.denial": TEXT,
        "questions.*": TEXT,
    },
}
"""By file, what each key holds; "*" is any name."""
PLACES: Mapping[str, tuple[str, ...]] = {
    "changes.*": ("figure",),
    "headings.*": COMPARED,
    "charts.title": ("label", "first", "second"),
    "charts.heading": ("name",),
    "charts.range": ("range",),
    "charts.range_with_typical": ("range", "measure", "value"),
    "charts.change": ("change",),
    "charts.share": ("name", "share"),
    "labels.description": (*COMPARED, "summary"),
    "labels.mode": ("noun",),
    "questions.*": ASKED,
    "*.headings.description.*": NAMES,
    "*.headings.*": NAMES,
    "*.lines.closing": ("category",),
    "*.words.*": ("noun", "plural"),
    "*.words.*.text": ("noun", "plural"),
}
"""The named places that a text may have."""
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "entities": (
        "default.headings.description",
        "default.headings.items",
        "default.headings.texts",
        "default.lines.closing",
        "default.lines.method",
    ),
    "function_words": (
        "adverbials",
        "conjunctions.coordination",
        "fallbacks",
        "openers.heavy",
        "predicates.entity",
        "statistics",
        "changes.up",
        "changes.down",
        "changes.flat",
        "moves.up",
        "moves.down",
        "moves.flat",
        "periods",
        "headings.title",
        "labels.summary",
        "labels.description",
        "labels.mode",
        "labels.denial",
        "questions.default",
        "questions.identity",
    ),
}
"""What the writer takes for granted."""
MEASURE_WORDS = (
    "noun name indefinite nouns per period statistic typical projected things thing more less"
).split()
"""Forms of a measure that are made from the descriptor."""
PAIR_WORDS = "noun plural two either all one".split()
"""Forms of the two together that are made from the entity's noun."""


def problems(root: Path, is_overlay: bool = False) -> Iterator[Problem]:
    """The faults of the three tables. What is not TOML at all is for whoever loads the grammar.

    A register's overlay may hold as little as it likes.
    """
    for name, shapes in SHAPES.items():
        path = root / f"{name}.toml"
        table, places = _read(path)
        if table is None:
            continue
        if is_overlay and name not in OVERLAID_TABLES:
            laid = " and ".join(f"{other}.toml" for other in OVERLAID_TABLES)
            yield Problem(str(path), 0, 0, f"not read; a register may lay entries over {laid} alone")
            continue
        yield from _shapes(path, table, shapes, places)
        if not is_overlay:
            yield from _required(path, table, REQUIRED.get(name, ()))
        if name == "function_words":
            yield from _loops(path, table, places)


def forms(root: Path) -> Mapping[str, frozenset[str]]:
    """The forms of a measure ("m") and of the two ("pair") that any dataset or table may give them."""
    measures, _ = _read(root / "measures.toml")
    entities, _ = _read(root / "entities.toml")
    function_words, _ = _read(root / "function_words.toml")
    frames = frozenset((function_words or {}).get("fallbacks", {}))
    return {
        "m": frozenset(MEASURE_WORDS) | _words(measures) | frames,
        "pair": frozenset(PAIR_WORDS) | _words(entities),
    }


def _words(table: Mapping[str, Any] | None) -> frozenset[str]:
    found: set[str] = set()
    for entry in (table or {}).values():
        given = entry.get("words", {}) if isinstance(entry, dict) else {}
        found |= set(given) if isinstance(given, dict) else set()
    return frozenset(found)


def _read(path: Path) -> tuple[dict[str, Any] | None, Mapping[str, tuple[int, int]]]:
    """The table, and by dotted key the line and column where each entry begins."""
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, ValueError):
        return None, {}
    return table, key_places(text)


def _leaves(
    table: Mapping[str, Any], shapes: Mapping[str, str], prefix: str = ""
) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict) and value and not _shape(path, shapes):
            yield from _leaves(value, shapes, f"{path}.")
        else:
            yield path, value


def _shape(path: str, shapes: Mapping[str, Any]) -> Any:
    """What the first matching pattern says of a dotted key, or None."""
    parts = path.split(".")
    for pattern, found in shapes.items():
        names = pattern.split(".")
        if len(names) == len(parts) and all(n in ("*", part) for n, part in zip(names, parts, strict=True)):
            return found
    return None


def _shapes(
    path: Path, table: Mapping[str, Any], shapes: Mapping[str, str], places: Mapping[str, tuple[int, int]]
) -> Iterator[Problem]:
    for key, value in _leaves(table, shapes):
        line, column = place_of(key, places)
        shape = _shape(key, shapes)
        if shape is None:
            if value == {}:
                continue
            yield Problem(str(path), line, column, f'"{key}" is not a setting{_hint(key, shapes)}')
        elif not CHECKS[shape](value):
            yield Problem(str(path), line, column, f"{key}: {value!r} is not {shape}")
        elif isinstance(value, str):
            yield from _fillable(path, key, value, (line, column))


def _hint(key: str, shapes: Mapping[str, str]) -> str:
    """The known key that is nearest, spelt with the names of the table at hand."""
    parts = key.split(".")
    known = []
    for pattern in shapes:
        names = pattern.split(".")
        if len(names) == len(parts):
            known.append(
                ".".join(part if name == "*" else name for name, part in zip(names, parts, strict=True))
            )
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def _fillable(path: Path, key: str, value: str, place: tuple[int, int]) -> Iterator[Problem]:
    allowed = _shape(key, PLACES) or ()
    try:
        named = [name for _, name, _, _ in Formatter().parse(value) if name is not None]
    except ValueError:
        yield Problem(str(path), *place, f"{key}: a brace of {value!r} has no partner; braces name a place")
        return
    for name in named:
        if name not in allowed:
            known = f"the places here are {', '.join(allowed)}" if allowed else "there are no places here"
            yield Problem(str(path), *place, f'{key}: nothing fills "{{{name}}}"; {known}')


def _required(path: Path, table: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Problem]:
    for key in keys:
        found: Any = table
        for part in key.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if found is None:
            yield Problem(str(path), 0, 0, f'"{key}" is missing; the writer needs it')


def _loops(path: Path, table: Mapping[str, Any], places: Mapping[str, tuple[int, int]]) -> Iterator[Problem]:
    fallbacks = table.get("fallbacks", {})
    if not isinstance(fallbacks, dict):
        return
    told: set[str] = set()
    for start in fallbacks:
        chain = [start]
        while isinstance(following := fallbacks.get(chain[-1]), str) and following not in chain:
            chain.append(following)
        if following == start and not told & set(chain):
            told |= set(chain)
            line, column = place_of(f"fallbacks.{start}", places)
            yield Problem(
                str(path), line, column, f"fallbacks go round: {' → '.join((*chain, start))}; let one end"
            )
