"""Whether the wordings and the planner's kinds of message fit each other."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from nlg.document.messages import KINDS
from nlg.errors import Problem
from nlg.sentence.pattern import Pattern, Slot, Subject
from nlg.sentence.roles import kind_name
from nlg.surface.compilation import STYLES
from nlg.surface.grammar import Grammar
from nlg.surface.grammar_lint.source import Macro

KIND_NAMES = tuple(kind_name(kind.__name__) for kind in KINDS)
AMOUNTS = ("amount",)
CHANGES = ("change",)
TEXTS = ("text",)
ITEMS = ("item",)
RANGES = ("range",)
DEFAULT_FRAMES = ("amount", "share", "things", "quality", "change", "range", "text", "item")
"""The frames that a measure takes from its unit and noun when the grammar does not know it."""
LAST_FRAMES: Mapping[str, tuple[str, ...]] = {
    "level": ("amount", "change"),
    "difference": AMOUNTS,
    "ratio": AMOUNTS,
    "tie": AMOUNTS,
    "similarity": AMOUNTS,
    "growth": CHANGES,
    "decline": CHANGES,
    "divergence": CHANGES,
    "pace": CHANGES,
    "span": RANGES,
    "spread": RANGES,
    "same_span": RANGES,
    "attribute": TEXTS,
    "shared_attribute": TEXTS,
    "attribute_contrast": TEXTS,
    "mode": ITEMS,
    "shared_mode": ITEMS,
    "mode_contrast": ITEMS,
    "top_items": ITEMS,
    "overlap": ITEMS,
    "same_items": ITEMS,
    "no_overlap": ITEMS,
}
"""Where the fallbacks of every measure end that such a message can be about."""
ROLE_KINDS: Mapping[str, str] = {
    "standing": "reward",
    "reach": "reward",
    "price": "cost",
    "trade_off": "cost",
}
"""Kinds made only of measures to which the grammar gives a role."""


def problems(root: Path, macros: tuple[Macro, ...], grammar: Grammar | None) -> Iterator[Problem]:
    """Kinds without wordings, wordings without a kind, a frame or a difference."""
    clauses = root / "clauses"
    files = {path.stem: path for path in sorted(clauses.glob("*.j2"))}
    for kind in KIND_NAMES:
        if kind not in files:
            yield Problem(str(clauses), 0, 0, f'no clause file "{kind}.j2"; every kind of message needs one')
    for kind, path in files.items():
        yield from _unknown_kind(kind, path)
    measures = _table(root / "measures.toml")
    if measures:
        yield from _unreachable(macros, _Frames(measures, _table(root / "function_words.toml")))
    yield from _missing(files, macros)
    if grammar is not None:
        yield from _duplicates(macros, grammar)


def overlay_problems(
    root: Path, folder: Path, macros: tuple[Macro, ...], below: tuple[Macro, ...], grammar: Grammar | None
) -> Iterator[Problem]:
    """The same of a register's wordings, which stand over those below; the grammar is that of the register."""
    for path in sorted((folder / "clauses").glob("*.j2")):
        yield from _unknown_kind(path.stem, path)
    measures = _table(root / "measures.toml")
    if measures:
        yield from _unreachable(macros, _Frames(measures, _table(root / "function_words.toml")), below)
    if grammar is not None:
        yield from _duplicates(macros, grammar)


def _unknown_kind(kind: str, path: Path) -> Iterator[Problem]:
    if kind not in KIND_NAMES:
        near = get_close_matches(kind, KIND_NAMES, n=1)
        hint = f'; did you mean "{near[0]}"?' if near else ""
        yield Problem(str(path), 0, 0, f'"{kind}" is no kind of message{hint}')


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


class _Frames:
    """The frames that a message can come to."""

    def __init__(self, measures: Mapping[str, Any], words: Mapping[str, Any]) -> None:
        fallbacks = words.get("fallbacks", {})
        self.fallbacks = {key: value for key, value in fallbacks.items() if isinstance(value, str)}
        self.roles: dict[str, set[str]] = {"": set(DEFAULT_FRAMES)}
        for entry in measures.values():
            if isinstance(entry, dict) and "frame" in entry:
                for role in {"", str(entry.get("role", ""))}:
                    self.roles.setdefault(role, set()).add(str(entry["frame"]))

    def chain(self, frame: str) -> tuple[str, ...]:
        """The frame and those that it falls back on; a loop ends where it closes."""
        found = [frame]
        while (frame := self.fallbacks.get(frame, "")) and frame not in found:
            found.append(frame)
        return tuple(found)

    def reached(self, kind: str, written: set[str]) -> set[str]:
        """The frames whose wordings messages of a kind take, given those that have any."""
        ends = LAST_FRAMES.get(kind, ())
        found = set()
        for start in self.roles.get(ROLE_KINDS.get(kind, ""), set()):
            chain = self.chain(start)
            if not ends or chain[-1] in ends or chain[-1] not in DEFAULT_FRAMES:
                found.update([frame for frame in chain if frame in written][:1])
        return found


def _unreachable(
    macros: tuple[Macro, ...], frames: _Frames, below: tuple[Macro, ...] = ()
) -> Iterator[Problem]:
    written: dict[tuple[str, str], set[str]] = {}
    for macro in (*macros, *below):
        frame, style = _parts(macro)
        written.setdefault((macro.path.stem, style), set()).add(frame)
    known = sorted({frame for start in frames.roles[""] for frame in frames.chain(start)})
    for macro in macros:
        frame, style = _parts(macro)
        kind = macro.path.stem
        if style not in STYLES or kind not in KIND_NAMES:
            continue
        if frame not in known:
            near = get_close_matches(frame, known, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            yield macro.problem(
                macro.start, f'no measure, unit or fallback leads to the frame "{frame}"{hint}'
            )
        elif frame not in frames.reached(kind, written[kind, style]):
            yield macro.problem(
                macro.start, f'no message of kind "{kind}" ever takes a wording of the frame "{frame}"'
            )


def _missing(files: Mapping[str, Path], macros: tuple[Macro, ...]) -> Iterator[Problem]:
    """Kinds that would fall silent about a measure that the grammar does not know."""
    written = {(macro.path.stem, *_parts(macro)) for macro in macros}
    for kind, path in files.items():
        if kind in KIND_NAMES and not any(entry[0] == kind and entry[2] == "full" for entry in written):
            yield Problem(
                str(path), 0, 0, 'no wording of style "full"; messages of this kind would go unsaid'
            )
            continue
        for frame in LAST_FRAMES.get(kind, ()):
            if (kind, frame, "full") not in written:
                yield Problem(
                    str(path), 0, 0, f'no wording "{frame}_full_…"; measures without a frame would go unsaid'
                )


def _duplicates(macros: tuple[Macro, ...], grammar: Grammar) -> Iterator[Problem]:
    written = {(macro.path.stem, macro.name): macro for macro in macros}
    for patterns in grammar.patterns.values():
        seen: dict[tuple[object, ...], Pattern] = {}
        for pattern in patterns:
            if pattern.is_reserve:
                continue
            earlier = seen.setdefault(_said(pattern), pattern)
            macro = written.get((pattern.kind, pattern.name))
            if earlier is not pattern and macro is not None:
                yield macro.problem(
                    macro.start, f'macro "{pattern.name}" says the same as "{earlier.name}"; leave one out'
                )


def _said(pattern: Pattern) -> tuple[object, ...]:
    """What a pattern says, whichever filler it names first; a gate is no word but narrows its use."""
    said: list[object] = []
    for piece in pattern.pieces:
        if isinstance(piece, Subject):
            said += ["subject", piece.plural, *(_name(part) for part in piece.text)]
        else:
            said.append(_name(piece))
    return tuple(said)


def _name(piece: object) -> object:
    return (piece.role, piece.form) if isinstance(piece, Slot) else piece


def _parts(macro: Macro) -> tuple[str, str]:
    parts = macro.name.split("_", 2)
    return parts[0], parts[1] if len(parts) > 1 else ""
