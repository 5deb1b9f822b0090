"""The descriptor as a JSON document whose every fault can be pointed at."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from nlg.data.findings import Findings, meant, nearest, quoted
from nlg.data.places import Path, place, repeated_keys
from nlg.data.text import one_line

Holder = dict[str, Any]
"""A JSON object."""


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON text, and where to report what is wrong with it."""

    file: str
    source: str
    findings: Findings

    def fault(self, path: Path, text: str, *, of_key: bool = False) -> None:
        """Reports a fault of the value at `path`, or of its key."""
        self.findings.fault(self.file, *place(self.source, path, of_key=of_key), text)

    def doubt(self, path: Path, text: str, *, of_key: bool = False) -> None:
        """Reports a doubt about the value at `path`, or about its key."""
        self.findings.doubt(self.file, *place(self.source, path, of_key=of_key), text)

    def text(self, holder: Holder, key: str, path: Path) -> str:
        """The text under a key, trimmed; empty when there is none."""
        value = holder.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault((*path, key), f"{key}: {quoted(json.dumps(value))} is not text; put it in quotes")
            return ""
        return one_line(value)

    def texts(self, holder: Holder, key: str, path: Path) -> tuple[str, ...]:
        """The texts under a key that holds one of them or a list."""
        value = holder.get(key)
        if not isinstance(value, list):
            found = self.text(holder, key, path)
            return (found,) if found else ()
        if not all(isinstance(element, str) for element in value):
            self.fault((*path, key), f"{key}: {quoted(json.dumps(value))} is not a list of texts; quote each")
            return ()
        return tuple(dict.fromkeys(text for text in map(one_line, value) if text))

    def flag(self, holder: Holder, key: str, path: Path) -> bool:
        """The truth value under a key; false when there is none."""
        value = holder.get(key, False)
        if not isinstance(value, bool):
            self.fault((*path, key), f"{key}: {quoted(json.dumps(value))} is neither true nor false")
            return False
        return value

    def holder(self, holder: Holder, key: str, path: Path) -> Holder:
        """The object under a key; empty when there is none."""
        value = holder.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault((*path, key), f"{key}: is not an object; put its keys in braces")
            return {}
        return value

    def elements(self, holder: Holder, key: str, path: Path) -> list[Any]:
        """The list under a key; empty when there is none."""
        value = holder.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault((*path, key), f"{key}: is not a list; put its elements in brackets")
            return []
        return value

    def check_keys(self, holder: Holder, known: frozenset[str], path: Path) -> None:
        """Reports the keys of an `nlg` object that mean nothing: a near miss is a fault, others a doubt."""
        for key in holder:
            if key in known:
                continue
            text = f"nlg: key {quoted(key)} is unknown; {meant(key, known)}"
            report = self.fault if nearest(key, known) else self.doubt
            report((*path, key), text, of_key=True)


_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def _no_constant(name: str) -> float:
    raise ValueError(f"{quoted(name)} is not JSON; leave the value out")


def _encodable(value: object) -> bool:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def parse(source: str, file: str, findings: Findings) -> tuple[Document, Holder] | None:
    """The document and its top object, or None when the text is not a JSON object."""
    document = Document(file, source, findings)

    half = _HALF_CHARACTER.search(source)
    try:
        top = json.loads(source, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        findings.fault(file, error.lineno, error.colno, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}")
        return None
    except ValueError as error:
        findings.fault(file, 1, 1, str(error))
        return None
    except RecursionError:
        findings.fault(file, 1, 1, "nested too deeply to be a descriptor; flatten it")
        return None
    for key, line, column in repeated_keys(source):
        findings.fault(file, line, column, f"key {quoted(key)} is given twice in one object; keep one")
    if half and not _encodable(top):
        line = source.count("\n", 0, half.start()) + 1
        column = half.start() - source.rfind("\n", 0, half.start())
        findings.fault(file, line, column, f"{quoted(half[0])} is half a character; write it as itself")
        return None
    if not isinstance(top, dict):
        findings.fault(file, 1, 1, 'the descriptor is not an object; write {"name": …, "resources": […]}')
        return None
    return document, top
