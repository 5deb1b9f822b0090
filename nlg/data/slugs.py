"""Slugs: names that are safe as file names on every system and inside a URL."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters; two of them and their suffix must fit into a file name of 255 bytes."""

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
"""File names that Windows keeps for devices, whatever their suffix.

Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces"."""


def slug_fault(slug: str) -> str:
    """Why a text cannot be a slug, or an empty string when it can."""
    if len(slug) > LONGEST:
        return f"is longer than {LONGEST} characters; shorten it"
    if not _SAFE.fullmatch(slug) or ".." in slug:
        return (
            "is not a safe file name; use letters a–z, digits, hyphens, underscores and single dots, "
            "beginning with a letter or digit"
        )
    if slug.split(".")[0].casefold() in _DEVICES:
        return "is a device name on Windows; add a word to it"
    return ""
