"""What a label says beside the name of what it labels: a date, a unit, a remark in brackets, which jobs are counted."""

from __future__ import annotations

import re

from nlg.validator.lexis.word_lists import word_list

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_DATED = re.compile(
    r"\b(?:(?:in|as of|at) )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A month of a year, which dates a figure: "Jobs, May 2024"."""
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(word_list('nouns')['counted'])})\s+(?=[a-z])".replace(" ", "[ -]"), re.IGNORECASE
)
"""Which of the jobs are counted, before the noun: "wage and salary jobs"."""
_UNIT_BEHIND = re.compile(
    r"(?:\s*(?:,\s*|[(\[]\s*(?:in )?)(?:%|percent|per cent|pct\.?|percentage|share|(?:19|20)\d\d)"
    r"(?: of [\w ]+)?[)\]]?)+\s*$",
    re.IGNORECASE,
)
_UNIT_BEFORE = re.compile(
    r"^\s*(?:%|percent(?:age)?|per cent|pct\.?|share)\s+(?:(?:of|who are|with|holding)\s+)?(?:an?\s+)?",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"\b(?:sources?|codes?|soc|onet|isco|dates?|updated|published|retrieved|accessed|release[ds]?|version|notes?|links?"
    r"|isbn|id|figures? from|data from|as of)\b",
    re.IGNORECASE,
)


def without_remarks(text: str) -> str:
    """A label without what stands in brackets, its date and the words for which jobs are counted."""
    return _COUNTED.sub(" ", _DATED.sub(" ", _BRACKETS.sub(" ", text)))


def without_unit(text: str) -> str:
    """A label without the unit and the year beside what it names: "White, percent", "Asian (%), 2022", "% White"."""
    return _UNIT_BEFORE.sub("", _UNIT_BEHIND.sub("", text))


def claims_nothing(text: str) -> bool:
    """Whether a label announces sources, dates or codes, whose figures claim nothing."""
    return bool(_NO_CLAIM.search(text))
