"""Programs: a wording with everything settled that does not depend on the pair.

Of a clause about one measure the pattern, the measure's words, and the verb's two forms are the same for
every pair; only names and figures differ. A program is that clause with the rest written out: strings to
be joined, and between them the few things to be filled in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nlg.errors import PlanError
from nlg.sentence.pattern import Article, Choice, Pattern, Piece, Slot, Subject, Verb
from nlg.sentence.plan import Clause, Filler, Words
from nlg.sentence.roles import SETTLED
from nlg.surface.morphology import Lexicon


@dataclass(frozen=True, slots=True)
class Agreement:
    """A verb whose form waits for the number of a filler."""

    filler: int
    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class Indefinite:
    """The article of what comes next, which only the filler decides."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Ways to go on, of which the clause's draw takes one: the same of all choices in a clause, so that
    parallel phrases stay parallel."""

    options: tuple[tuple[Operation, ...], ...]


Operation = str | int | Agreement | Indefinite | Alternatives
"""A string to be added as it is; a filler to be said, by index; or something that depends on one."""

Program = tuple[Operation, ...]


def compile_clause(clause: Clause, lexicon: Lexicon, contractions: Mapping[str, str]) -> Program:
    """The program of a clause; the same for every clause of its pattern and measures."""
    pattern = clause.pattern
    operations: list[Operation] = []
    for piece in pattern.pieces:
        operations += _operations(piece, pattern, clause.fillers, lexicon)
    program = _joined(operations, lexicon)
    if contractions:
        program = _contracted(program, contractions)
    if program and isinstance(program[-1], str):
        # Words that the measure has not may leave their space behind, and a conjunction may follow.
        return (*program[:-1], *([ending] if (ending := program[-1].rstrip(" ")) else []))
    return program


def _contracted(program: Program, contractions: Mapping[str, str]) -> Program:
    """The program with its words contracted wherever they stand together as typed, the longest first."""
    longest = sorted(contractions, key=lambda words: (-len(words), words))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    found: list[Operation] = []
    for operation in program:
        if isinstance(operation, str):
            operation = pattern.sub(lambda match: contractions[match[0]], operation)
        elif isinstance(operation, Alternatives):
            options = tuple(_contracted(option, contractions) for option in operation.options)
            operation = replace(operation, options=options)
        found.append(operation)
    return tuple(found)


def _operations(
    piece: Piece, pattern: Pattern, fillers: tuple[Filler, ...], lexicon: Lexicon
) -> list[Operation]:
    if isinstance(piece, str):
        return [piece]
    if isinstance(piece, Slot):
        filler = fillers[piece.index]
        return [filler.text if isinstance(filler, Words) and piece.role in SETTLED else piece.index]
    if isinstance(piece, Article):
        return [Indefinite()]
    if isinstance(piece, Subject):
        return [
            operation for part in piece.text for operation in _operations(part, pattern, fillers, lexicon)
        ]
    if isinstance(piece, Choice):
        return [
            Alternatives(
                tuple(
                    _joined(
                        [
                            operation
                            for part in option
                            for operation in _operations(part, pattern, fillers, lexicon)
                        ],
                        lexicon,
                    )
                    for option in piece.options
                )
            )
        ]
    return [_verb(piece, pattern, fillers, lexicon)]


def _verb(verb: Verb, pattern: Pattern, fillers: tuple[Filler, ...], lexicon: Lexicon) -> Operation:
    """The verb's form where the subject's number is settled, else both forms and whom to ask.

    A subject has the number that the pattern gives it; else its first filler's, where that is the head
    of the phrase: a name or a list at its start, or the measure's words before any preposition ("the
    list of skills" is one list).
    """
    subject = pattern.pieces[verb.subject]
    if not isinstance(subject, Subject):
        raise PlanError(f"{pattern.key}: a verb agrees with no subject")
    singular = lexicon.inflect_verb(verb.lemma, "singular", verb.tense)
    plural = lexicon.inflect_verb(verb.lemma, "plural", verb.tense)
    if subject.plural:
        return plural
    for position, piece in enumerate(subject.text):
        if isinstance(piece, Slot):
            filler = fillers[piece.index]
            if isinstance(filler, Words) and piece.role in SETTLED:
                return plural if filler.plural else singular
            return Agreement(piece.index, singular, plural) if position == 0 else singular
        if isinstance(piece, str) and any(map(lexicon.is_preposition, piece.split())):
            break
    return singular


def _joined(operations: list[Operation], lexicon: Lexicon) -> Program:
    """The operations with neighbouring strings joined, empty words gone, and one space where two met."""
    found: list[Operation] = []
    for position, operation in enumerate(operations):
        if isinstance(operation, str) and found and isinstance(found[-1], Indefinite):
            operation = operation.lstrip(" ")
        if isinstance(operation, Indefinite):
            following = next((after for after in operations[position + 1 :] if after not in ("", " ")), "")
            if not isinstance(following, str):
                found.append(operation)
                continue
            operation = f"{lexicon.article_by_sound(following.lstrip())} "
        if isinstance(operation, str):
            before = found[-1] if found and isinstance(found[-1], str) else None
            if before is not None:
                found[-1] = _meeting(before, operation)
                continue
            if not operation:
                continue
        found.append(operation)
    return tuple(found)


def _meeting(before: str, after: str) -> str:
    if before.endswith(" ") and after[:1] in (" ", ",", ".", ";", ":"):
        return before.rstrip(" ") + (after if after[0] != " " else " " + after.lstrip(" "))
    return before + after
