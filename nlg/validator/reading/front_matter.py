"""YAML or TOML front matter: the few keys that a reader of the page needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlg.validator.page import Text
from nlg.validator.reading.lines import Line, split_lines
from nlg.validator.reading.pieces import Pieces, fold_text

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)\s*[:=]\s*")
_ITEM = re.compile(r"\s*-\s+")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\']|\'\')*)\'')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
_NAMED_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": ""}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the page says of itself before it begins."""

    title: Text | None
    description: Text | None
    subjects: tuple[str, ...]
    end: int
    """The file offset at which the page's own text begins."""


NO_FRONT_MATTER = FrontMatter(None, None, (), 0)


def read_front_matter(source: str) -> FrontMatter:
    """The front matter of a file; `NO_FRONT_MATTER` when it has none or does not close it."""
    begin = 1 if source.startswith("\ufeff") else 0
    fence = source[begin : begin + 3]
    if fence not in _FENCES or source[begin + 3 : begin + 4] not in ("\n", "\r"):
        return NO_FRONT_MATTER
    inside: list[Line] = []
    lines = split_lines(source, begin)
    for number, line in enumerate(lines[1:], start=2):
        if line.text.rstrip() in _FENCES[fence]:
            end = lines[number].place if number < len(lines) else len(source)
            return _read_entries(inside, end)
        inside.append(line)
    return NO_FRONT_MATTER


def _read_entries(lines: list[Line], end: int) -> FrontMatter:
    title: Text | None = None
    description: Text | None = None
    subjects: tuple[str, ...] = ()
    for index, line in enumerate(lines):
        entry = _ENTRY.match(line.text)
        if entry is None:
            continue
        value = line.after(entry.end())
        if entry[1] == "title":
            title = _read_scalar(value)
        elif entry[1] == "description":
            description = _read_scalar(value)
        elif entry[1] == "subjects":
            subjects = _read_names(value, lines[index + 1 :])
    return FrontMatter(title, description, subjects, end)


def _read_names(value: Line, following: list[Line]) -> tuple[str, ...]:
    """The names of a flow sequence (`["a", "b"]`) or of the block sequence in the lines below."""
    if value.text.strip():
        inner = value.text.strip().strip("[]")
        parts = (_read_scalar(Line(part, 0)) for part in inner.split(","))
        return tuple(part.content for part in parts if part is not None)
    names = []
    for line in following:
        item = _ITEM.match(line.text)
        if item is None:
            break
        if (name := _read_scalar(line.after(item.end()))) is not None:
            names.append(name.content)
    return tuple(names)


def _read_scalar(value: Line) -> Text | None:
    """A plain or quoted scalar of one line; None for an empty one and for a block scalar."""
    lead = len(value.text) - len(value.text.lstrip())
    found = _QUOTED.match(value.text, lead)
    if found is None:
        plain = re.split(r"\s#", value.text, maxsplit=1)[0]
        if plain.strip()[:1] in ("", "|", ">", "{", "[", "&", "*"):
            return None
        return fold_text(plain, value.place)
    pieces = Pieces()
    if found[1] is None:
        start = found.start(2)
        for part in found[2].split("''"):
            pieces.add(part, value.place + start)
            start += len(part) + 2
            if start <= found.end(2):
                pieces.add("'", value.place + start - 2)
        return pieces.text()
    position = found.start(1)
    for escape in _ESCAPE.finditer(value.text, found.start(1), found.end(1)):
        pieces.add(value.text[position : escape.start()], value.place + position)
        code = escape[1] or escape[2]
        shown = chr(int(code, 16)) if code else _NAMED_ESCAPES.get(escape[3], escape[3])
        if shown:
            pieces.add_decoded(shown, value.place + escape.start(), value.place + escape.end())
        position = escape.end()
    pieces.add(value.text[position : found.end(1)], value.place + position)
    return pieces.text()
