"""Bytes as text, and text as one line."""

from __future__ import annotations

import re

from nlg.data.findings import Findings

BOM = "\ufeff"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters other than white space; no page can show them."""


def decoded(data: bytes, file: str, findings: Findings) -> str:
    """The text of a UTF-8 file without its byte order mark.

    Bytes that are not UTF-8 are reported once a file, at the first of them, and replaced, so that
    the other faults of the file are found in the same run.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = data[line_start : error.start].decode("utf-8", "replace").count(",") + 1
        text = data.decode("utf-8", "replace").removeprefix(BOM)
        findings.fault(
            file, line, column, f"byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8"
        )
        return "" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else text


def one_line(text: str) -> str:
    """The text with white space folded to single spaces and control characters gone."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(CONTROL.sub("", text).split())
