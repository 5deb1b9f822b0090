"""The heads of a title's core: one noun, or several joined by "and", a slash or commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlg.surface.morphology.phrases import (
    Piece,
    bare_word,
    complement_start,
    ends_in_agent,
    is_plural_phrase,
    names_role,
    noun_phrase,
    opens_complement,
)
from nlg.surface.morphology.vocabulary import Vocabulary

LINK = re.compile(r"(\s+(?:and/or|and|or|&)\s+|\s*/\s*)", re.IGNORECASE)
LEADING_LINK = re.compile(r"(?:and/or|and|or|&)\s+", re.IGNORECASE)


def find_heads(vocabulary: Vocabulary, segments: tuple[str, ...]) -> tuple[tuple[Piece, ...], str]:
    """The pieces of the core's segments, with the rule that found its heads."""
    pieces: list[Piece] = []
    parts = segments[::2]
    agents = [ends_in_agent(vocabulary, part) for part in parts]
    plural = is_plural_phrase(vocabulary, parts[-1])
    complement = len(parts) > 1 and opens_complement(vocabulary, parts[0])
    first = _first_head(vocabulary, parts, agents)
    follows_head = False
    rule = ""
    for number, part in enumerate(parts):
        if number:
            pieces.append(Piece(segments[2 * number - 1], "other"))
        last = number == len(parts) - 1
        is_head = (
            number == 0
            if complement
            else last or (number >= first and is_plural_phrase(vocabulary, part) == plural)
        )
        if not is_head:
            pieces.extend(_qualifier(vocabulary, part, number == 0 and plural))
            follows_head = False
            continue
        opening = LEADING_LINK.match(part) if number else None
        if opening:
            pieces.append(Piece(opening[0], "link" if follows_head else "other"))
            part = part[opening.end() :]
        found, rule = _segment(vocabulary, part)
        pieces.extend(found)
        follows_head = True
    if sum(piece.role == "head" for piece in pieces) > 1 and len(parts) > 1:
        rule = "every noun of the list"
    return tuple(pieces), rule


def _first_head(vocabulary: Vocabulary, parts: Sequence[str], agents: Sequence[bool]) -> int:
    """Which part of a list is the first that holds a head: the first of all, or the one that ends its modifiers."""
    plural = is_plural_phrase(vocabulary, parts[-1])
    if all(agents) and is_plural_phrase(vocabulary, parts[0]) == plural:
        return 0
    return next(
        (at for at in range(1, len(parts)) if LEADING_LINK.match(parts[at]) and all(agents[at:])),
        len(parts) - 1,
    )


def _qualifier(vocabulary: Vocabulary, part: str, plural: bool) -> list[Piece]:
    """The pieces of a list's part without a head, save a whole role before "and": "laborers and freight, …"."""
    split = LINK.split(part)
    if (
        plural
        and len(split) > 1
        and ends_in_agent(vocabulary, split[0])
        and is_plural_phrase(vocabulary, split[0])
    ):
        found, _ = noun_phrase(vocabulary, split[0])
        return [*found, Piece(split[1], "link"), Piece("".join(split[2:]), "other")]
    return [Piece(part, "other")]


def _segment(vocabulary: Vocabulary, text: str) -> tuple[list[Piece], str]:
    """The pieces of one segment: heads before a complement, joined by "and" or a slash."""
    cut = complement_start(vocabulary, text)
    front, back = text[:cut].rstrip(), text[len(text[:cut].rstrip()) :]
    parts = LINK.split(front)
    pieces: list[Piece] = []
    rule = ""
    heads = 0
    for number, part in enumerate(parts):
        if number % 2:
            pieces.append(Piece(part, "link" if pieces and pieces[-1].role == "head" or heads else "other"))
            continue
        last = number == len(parts) - 1
        joins = not last and _joins(vocabulary, part, parts[-1])
        if last or joins:
            found, rule = noun_phrase(vocabulary, part)
            pieces.extend(found)
            heads += 1
        else:
            pieces.append(Piece(part, "other"))
    if heads > 1:
        rule = "both nouns of an alternative" if any("/" in part for part in parts[1::2]) else "both nouns"
    if back:
        pieces.append(Piece(back, "other"))
        if back.strip():
            rule = "the noun before its complement"
    return _links_between_heads(pieces), rule


def _joins(vocabulary: Vocabulary, part: str, last: str) -> bool:
    """Whether a part before "and" is a head beside the last one: "machinists" beside "die makers".

    Plurals agree or do not. In the singular "crusher and blender operator" is one person, "chef and
    head cook" two: a role right behind "and" is a modifier like the one before it.
    """
    words = last.split()
    if not words or part.count("(") != part.count(")"):
        return False
    final = bare_word(words[-1])
    if not names_role(vocabulary, final) and not final.lower().endswith(("er", "or")):
        return False
    plural = is_plural_phrase(vocabulary, last)
    bare = part.strip().lower()
    if bare in vocabulary.member:
        return len(words) == 1 and plural
    if is_plural_phrase(vocabulary, part) != plural:
        return False
    own = bare.split()
    if plural:
        return ends_in_agent(vocabulary, part)
    if not own or own[-1] in vocabulary.served or (len(own) == 1 and own[0] in vocabulary.ranking):
        return False
    if len(words) > 1:
        beside = bare_word(words[0])
        role = names_role(vocabulary, beside) or beside.lower().endswith(("er", "or"))
        parallel = role and beside.lower() not in vocabulary.ranking
        return ends_in_agent(vocabulary, part) and not (parallel and len(own) == 1)
    return ends_in_agent(vocabulary, part) or own[-1].endswith(("er", "or"))


def _links_between_heads(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a link being one only where heads stand on both sides of it."""
    mended: list[Piece] = []
    for number, piece in enumerate(pieces):
        between = piece.role == "link" and any(other.role == "head" for other in pieces[:number])
        mended.append(Piece(piece.text, "other") if piece.role == "link" and not between else piece)
    return mended
