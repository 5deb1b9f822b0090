"""A grammar folder, read: its wordings compiled, its tables of words, and what a register lays over them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nlg.errors import GrammarError, Problem
from nlg.sentence.pattern import Pattern
from nlg.surface.compilation import compile_file
from nlg.surface.register import REFERENCE, Wordings, load_register

TABLES = ("measures", "entities", "function_words")
"""The TOML files of a grammar."""
OVERLAID_TABLES = ("entities", "function_words")
"""Those that a register may lay entries over."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's wordings and words, compiled."""

    folder: str
    patterns: Mapping[tuple[str, str, str], tuple[Pattern, ...]]
    """By kind, frame and style, in file order."""
    measures: Mapping[str, Mapping[str, Any]]
    """What the grammar knows of measures by concept: frame, weight, topic, role and words."""
    entities: Mapping[str, Mapping[str, Any]]
    """What it knows of entities by their noun: synonyms, headings, verbs."""
    words: Mapping[str, Any]
    """Function words: cues, conjunctions, headings, sentences around the data."""

    def variants(self, kind: str, frame: str, style: str) -> tuple[Pattern, ...]:
        """The wordings for a message; empty when there are none."""
        return self.patterns.get((kind, frame, style), ())


Patterns = Mapping[tuple[str, str, str], tuple[Pattern, ...]]


@cache
def load_grammar(folder: str, register: str = REFERENCE) -> Grammar:
    """The grammar of a folder, compiled, with a register's overlay where the register has one.

    Raises:
        GrammarError: with every fault found, by place.
    """
    root = Path(folder)
    problems: list[Problem] = []
    if not (root / "clauses").is_dir():
        raise GrammarError(f"{folder}: no grammar here: a grammar has a folder clauses/ and its TOML files")
    tables = {name: _toml(root / f"{name}.toml", problems) for name in TABLES}
    patterns = compile_folder(root, problems)
    overlay = load_register(folder, register)
    if overlay.folder is not None:
        for name in OVERLAID_TABLES:
            path = overlay.folder / f"{name}.toml"
            if path.exists():
                tables[name] = merged(tables[name], _toml(path, problems))
        patterns = overlaid(patterns, compile_folder(overlay.folder, problems), overlay.wordings)
    if problems:
        raise GrammarError("the grammar has faults", tuple(sorted(problems)))
    return Grammar(folder, patterns, tables["measures"], tables["entities"], tables["function_words"])


def compile_folder(root: Path, problems: list[Problem]) -> Patterns:
    """The wordings of a grammar or an overlay; what cannot be compiled is added to the problems."""
    patterns: dict[tuple[str, str, str], tuple[Pattern, ...]] = {}
    for path in sorted((root / "clauses").glob("*.j2")):
        for pattern in compile_file(root, path, problems):
            key = (pattern.kind, pattern.frame, pattern.style)
            patterns[key] = (*patterns.get(key, ()), pattern)
    return patterns


def merged(table: Mapping[str, Any], overlay: Mapping[str, Any]) -> dict[str, Any]:
    """A table with the entries of another over its own, at any depth."""
    found = dict(table)
    for key, value in overlay.items():
        below = found.get(key)
        found[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return found


def overlaid(patterns: Patterns, overlay: Patterns, wordings: Wordings) -> Patterns:
    """The wordings with those of a register: one of the same name takes the other's place; the rest stand
    beside it or, where they are to stand back, in reserve."""
    found = dict(patterns)
    for key, own in overlay.items():
        names = {pattern.name for pattern in own}
        below = [pattern for pattern in patterns.get(key, ()) if pattern.name not in names]
        if wordings == "instead":
            below = [replace(pattern, is_reserve=True) for pattern in below]
        found[key] = (*own, *below)
    return found


def _toml(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        problems.append(Problem(str(path), 0, 0, "not there; a grammar needs it"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(str(path), 0, 0, f"not valid TOML: {error}"))
    return {}
