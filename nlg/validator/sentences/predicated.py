"""Who is named behind a colon, and all that is said of them before it: "Farther from the Sun: Mars"."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark

_CLOSING = frozenset({",", ".", ";", "!", "—", "and", "("})
_PARTING = frozenset({";", "—", "while", ":"})


def told_behind_a_colon(clauses: list[Clause], number: int, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The one whom a name alone behind the colon makes the subject of comparatives or values before it.

    Nobody is named before these. Example: "No on-the-job training: statistician"
    """
    start = number
    while start and clauses[start].opener not in _PARTING:
        start -= 1
    following = next((at for at in range(number + 1, len(clauses)) if clauses[at].opener in _PARTING), 0)
    if not following or clauses[following].opener != ":":
        return ()
    before, behind = clauses[start:following], clauses[following]
    if any(one.entities() or one.figures() or one.opener in ("than", "against") for one in before):
        return ()
    cues = [mark for one in before for mark in one.marks if isinstance(mark, CueMark)]
    named = behind.entities()
    compared = any(cue.cue.role in ("more", "most") for cue in cues)
    valued = any(target.item for one in before for mark in one.targets() for target in mark.targets)
    if not (compared or valued) or len(named) != 1 or len(behind.marks) != 1:
        return ()
    name = named[0]
    words = {token.low for token in tokens[behind.start : name.start]} - {":", "the", "a", "an"}
    alone = not words and (name.end >= len(tokens) or tokens[name.end].low in _CLOSING)
    single = len(name.slugs) == 1 and not name.reference
    return name.slugs if alone and (single or (valued and not compared)) else ()
