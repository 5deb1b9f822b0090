"""What the writer meant against what the reader found: a comparison made after the page was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from nlg.errors import InputError
from nlg.validator.claim import Report


@dataclass(frozen=True, slots=True)
class Intended:
    """One claim that the writer says it made."""

    span: tuple[int, int]
    """Half open, in characters of the page."""
    text: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a page's intended claims came back as supported ones."""

    path: str
    found: int
    missing: tuple[Intended, ...]

    @property
    def total(self) -> int:
        """How many claims were intended."""
        return self.found + len(self.missing)


def read_intended(article: str, source: str) -> tuple[Intended, ...]:
    """The claims of an article's JSON, their spans moved to where its text stands in the page.

    Raises:
        InputError: the JSON is not an article, or its text is not that of the page.
    """
    try:
        data = orjson.loads(article)
        text, claims = data["text"], data["claims"]
        offset = source.find(text.strip()) - (len(text) - len(text.lstrip()))
        intended = tuple(
            Intended(
                (claim["span"][0] + offset, claim["span"][1] + offset),
                text[claim["span"][0] : claim["span"][1]],
                claim["attribute"],
            )
            for claim in claims
        )
    except (orjson.JSONDecodeError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"not an article's JSON with text and claims ({error}); render it again") from error
    if text.strip() not in source:
        raise InputError("its text is not that of the page beside it; render both again")
    return intended


def compare(report: Report, intended: tuple[Intended, ...], ranges: Mapping[str, str]) -> Coverage:
    """Which intended claims a supported claim of the same attribute overlaps.

    `ranges` gives the range of each concept that is an end of one: a range read as a whole covers its ends.
    """
    supported = sorted(
        (claim.span, ranges.get(claim.attribute, claim.attribute))
        for claim in report.claims
        if claim.verdict == "supported"
    )
    missing = tuple(
        wanted
        for wanted in intended
        if not any(
            start < wanted.span[1]
            and end > wanted.span[0]
            and attribute == ranges.get(wanted.attribute, wanted.attribute)
            for (start, end), attribute in supported
        )
    )
    return Coverage(report.path, len(intended) - len(missing), missing)
