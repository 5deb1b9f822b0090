"""Pronouns that can only mean the other of the two: of whoever is set against them, or of whoever speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.context import Context
from nlg.validator.lexis.tokens import Token
from nlg.validator.references.contrasted import is_first_person
from nlg.validator.sentences.clauses import other_of
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark

BEFORE_NAMES = frozenset({"the", "a", "an", "that", "those", "of", "for", "among", "what"})
COMPARING = frozenset(
    {"than", "as", "against", "versus", "vs", "unlike", "with", "times", "twice", "double", "triple", "half"}
)


def told_apart(marks: list[Mark], tokens: Sequence[Token], context: Context) -> list[Mark]:
    """The marks with a "they" of two made the one of them who is set against the other.

    Example: "They are the more numerous, with 179,503 jobs to the specialists' 146,861"
    """
    marks = _set_against(marks, tokens, context)
    pronouns = [
        at
        for at, mark in enumerate(marks)
        if isinstance(mark, EntityMark) and mark.reference == "they" and len(mark.slugs) == 2
    ]
    named = [mark for mark in marks if isinstance(mark, EntityMark) and len(mark.slugs) == 1]
    if not pronouns or len({mark.slugs for mark in named}) != 1 or named[0].start < marks[pronouns[0]].end:
        return marks
    start = named[0].start
    while start and tokens[start - 1].low in BEFORE_NAMES:
        start -= 1
    against = start > 0 and (tokens[start - 1].low in COMPARING or tokens[start - 1].low == "to")
    other = other_of(context.subjects, named[0].slugs)
    if not against or not other:
        return marks
    return [
        replace(mark, slugs=(other,)) if at in pronouns and isinstance(mark, EntityMark) else mark
        for at, mark in enumerate(marks)
    ]


def _set_against(marks: list[Mark], tokens: Sequence[Token], context: Context) -> list[Mark]:
    """The marks with a pronoun made the other of one who is set against it, or who speaks.

    Example: "it is packed tight, 38% denser than Mars", "it is nearer to the Sun, while we keep a distance"
    """
    for mark in marks:
        if not isinstance(mark, EntityMark) or mark.reference or len(mark.slugs) != 1:
            continue
        other = other_of(context.subjects, mark.slugs)
        start = mark.start
        while start and tokens[start - 1].low in BEFORE_NAMES:
            start -= 1
        against = start > 0 and tokens[start - 1].low in ("than", "versus", "against")
        if not other or not (against or is_first_person(tokens, mark)):
            continue
        if any(isinstance(one, EntityMark) and not one.is_pronoun and one is not mark for one in marks):
            continue
        marks = [
            replace(one, slugs=(other,))
            if isinstance(one, EntityMark)
            and one.is_pronoun
            and (one.slugs == mark.slugs or (not one.slugs and _is_compared(marks, one)))
            and one.end <= mark.start
            and not is_first_person(tokens, one)
            else one
            for one in marks
        ]
    return marks


def _is_compared(marks: Sequence[Mark], pronoun: EntityMark) -> bool:
    """Whether a comparative is said of a pronoun that means nobody so far: "it's nearer to the Sun"."""
    return any(
        isinstance(one, CueMark) and one.cue.role == "more" and 0 <= one.start - pronoun.end <= _CLOSE
        for one in marks
    )


_CLOSE = 2
