"""Case files of whole pages: title, page, and every finding that the reader owes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PageCase:
    title: str
    data: str
    file: str
    pair: tuple[str, str] | None
    page: str
    findings: tuple[str, ...]
    supported: int


def read_cases(file: Path) -> list[PageCase]:
    chunks = file.read_text(encoding="utf-8").split("\n=== ")
    return [_read_case(chunk.removeprefix("=== ")) for chunk in chunks]


def _read_case(chunk: str) -> PageCase:
    head, page, expected = _three_parts(chunk)
    title, *settings = head.splitlines()
    given = dict(line.split(": ", 1) for line in settings)
    lines = [line for line in expected.splitlines() if line.strip() and not line.startswith("#")]
    counted = [line for line in lines if line.startswith("supported ") and line.split()[1].isdigit()]
    first, _, second = given.get("pair", "").partition(":")
    return PageCase(
        title,
        given["data"],
        given["file"],
        (first, second) if first else None,
        page,
        tuple(line for line in lines if line not in counted),
        int(counted[0].split()[1]),
    )


def _three_parts(chunk: str) -> tuple[str, str, str]:
    lines = chunk.split("\n")
    rules = [number for number, line in enumerate(lines) if line == "---"]
    first, last = rules[0], rules[-1]
    return "\n".join(lines[:first]), "\n".join(lines[first + 1 : last]) + "\n", "\n".join(lines[last + 1 :])
