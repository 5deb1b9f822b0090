"""Names that *and*, *or* and their like make one: "A and B", "both A and B", "neither A nor B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark

_JOINS = (
    {"and"},
    {"&"},
    {"or"},
    {"nor"},
    {"vs"},
    {"versus"},
    {","},
    {"/"},
    {"vs", "."},
    {"v"},
    {"as", "well"},
)


def join_names(marks: Sequence[Mark], tokens: Sequence[Token], subjects: tuple[str, ...]) -> list[Mark]:
    """ "A and B", "both A and B", "neither A nor B" as one mark."""
    joined: list[Mark] = []
    for mark in marks:
        last = next((old for old in reversed(joined) if not is_link(old)), None)
        if (
            isinstance(mark, EntityMark)
            and isinstance(last, EntityMark)
            and mark.reference not in ("both", "neither", "they", "it", "other")
            and not last.is_pronoun
        ):
            between = [
                token.low
                for token in tokens[last.end : mark.start]
                if token.low not in ("a", "an", "the", "'s", "'", "-")
            ]
            if between in (["and", "of"], ["and", "for"], ["and", "among"]):
                # "of cardiologists and of radiologists alike"
                after = tokens[mark.end].low if mark.end < len(tokens) else ""
                between = ["and"] if after == "alike" else between
            if last.reference in ("both", "neither") and not last.slugs and not between:
                _drop_links(joined)
                joined[-1] = replace(mark, start=last.start, reference=last.reference)
                continue
            if _begins_anew(tokens, last, mark):
                joined.append(mark)
                continue
            if last.slugs and mark.slugs and set(between) in _JOINS and last.slugs != mark.slugs:
                comma_only = set(between) == {","}
                if not comma_only and not (last.possessive and not mark.possessive):
                    _drop_links(joined)
                    slugs = last.slugs + tuple(slug for slug in mark.slugs if slug not in last.slugs)
                    joined[-1] = replace(mark, start=last.start, slugs=slugs, reference=last.reference)
                    continue
        joined.append(mark)
    return joined


def _begins_anew(tokens: Sequence[Token], last: EntityMark, mark: EntityMark) -> bool:
    """Whether a name behind "and" has its own figure: "317.8 times the mass of Earth and Saturn 95.2"."""
    of_one = last.start > 0 and tokens[last.start - 1].low == "of" and tokens[mark.start - 1].low == "and"
    figure = mark.end < len(tokens) and tokens[mark.end].low[:1].isdigit()
    counted = any(token.low in ("times", "twice", "half") for token in tokens[: last.start])
    return of_one and figure and counted


def is_link(mark: Mark) -> bool:
    """Whether a mark is a word that may stand between names that are one."""
    return isinstance(mark, CueMark) and (
        mark.cue.role == "clause" or mark.cue.role == "against" or (mark.cue.role == "not")
    )


def _drop_links(marks: list[Mark]) -> None:
    while marks and is_link(marks[-1]):
        marks.pop()
