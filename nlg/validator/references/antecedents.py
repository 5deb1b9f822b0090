"""Whom a sentence may be about that names nobody where it matters: read once more of the others, if need be.

A reader who meets "The median salary is $81,680" under a heading on accountants, after a sentence that ended with
analysts, tries both before calling it wrong. So a sentence with a refuted claim is read again of each of those whom
the passage offers, and the first reading that refutes less and supports more stands. What a sentence names itself
stays as it was, since a reading asks its context only where the words are silent; and a pronoun goes back to whom the
last sentence was about, or to whom the heading names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Discourse
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import other_of

Reading = tuple[list[Claim], Discourse | None]

_PRONOUNS = frozenset(word_list("antecedents")["pronouns"])


def most_charitable(read: Callable[[Context], Reading], context: Context, words: str) -> Reading:
    """The reading of a sentence in its context, or in one that differs in who was spoken of."""
    best = read(context)
    refuted = _refuted(best[0])
    if not refuted:
        return _of_whom_data_tell(read, context, best)
    named = best[1].mentioned if best[1] is not None else ()
    for other in _contexts(
        context, len(named) == 1, not _PRONOUNS.isdisjoint(re.findall("[a-z]+", words.lower()))
    ):
        claims, spoken = read(other)
        fewer = _refuted(claims)
        if len(fewer) < len(refuted) and _settles(claims, refuted, fewer):
            best, refuted = (claims, spoken), fewer
            if not refuted:
                break
    return best


def _of_whom_data_tell(read: Callable[[Context], Reading], context: Context, best: Reading) -> Reading:
    """The reading of a sentence that would be of somebody without data of the other, if it is true of that one.

    Example: "For truckers the survey does not say. For buses, I can tell you more. Only 8.4 percent …"
    """
    if not any(claim.verdict == "no_data" for claim in best[0]):
        return best
    other = other_of(context.subjects, context.discourse.subjects)
    if not other:
        return best
    claims, spoken = read(replace(context, discourse=replace(context.discourse, subjects=(other,))))
    told = any(claim.verdict == "supported" for claim in claims)
    return (claims, spoken) if told and all(claim.verdict == "supported" for claim in claims) else best


def _refuted(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.verdict == "refuted"]


def _settles(claims: list[Claim], before: list[Claim], after: list[Claim]) -> bool:
    """Whether a reading supports what another refutes, and refutes nothing that it does not."""
    spans = {claim.span for claim in before}
    mended = spans - {claim.span for claim in after}
    supported = [claim.span for claim in claims if claim.verdict == "supported"]
    return {claim.span for claim in after} <= spans and any(
        start < last and first < end for start, end in mended for first, last in supported
    )


def _contexts(context: Context, names_one: bool, has_pronoun: bool) -> Iterator[Context]:
    """The contexts that differ in whom a sentence without a name goes back to, likest first."""
    said = context.discourse
    known = said.subjects
    candidates: list[tuple[str, ...]] = [context.focus] if known else []
    if has_pronoun and len(said.mentioned) == 1:
        # "School is where librarians pay up. They typically need …"
        candidates.append(said.mentioned)
    if not names_one and not has_pronoun:
        candidates += [(slug,) for slug in reversed(said.mentioned)]
    tried = {tuple(known)}
    for candidate in candidates:
        if candidate and tuple(candidate) not in tried:
            tried.add(tuple(candidate))
            yield replace(context, discourse=replace(said, subjects=candidate))
