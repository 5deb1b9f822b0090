"""Templates: programs with all settled but the words of the two entities and what follows from both.

A program still asks of every filler what it is. Which names are short, which verbs are plural and which
alternative is taken come to a handful of cases for a wording; for each of them a template says the clause
in one go, from words that every entity has ready for all of its articles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import lcm
from operator import itemgetter
from typing import NamedTuple

from nlg.sentence.plan import PAIR, Clause, Filler, Name, Number, Series, Value, Wording
from nlg.surface.markup import is_plain
from nlg.surface.morphology.casing import capitalised
from nlg.surface.programs import Agreement, Alternatives, Operation, Program

ARTICLE = "an "
"""What the key of words begins with that have their indefinite article before them."""

CAPITAL = "^ "
"""What the key of words begins with that open a sentence."""

Words = dict[str, str]
"""What one entity is called and what its figures are, ready to stand in a sentence."""


class Owned(NamedTuple):
    """Words that one of the subjects has ready."""

    owner: int
    key: str
    slot: int


class Told(NamedTuple):
    """Words that are found for each pair."""

    slot: int
    is_indefinite: bool


class Template(NamedTuple):
    """One case of a wording."""

    fill: Callable[..., str]
    """From the first subject's words, the second's, and those that are told, in this order."""
    first: Callable[[Mapping[str, str]], tuple[str, ...]]
    second: Callable[[Mapping[str, str]], tuple[str, ...]]
    told: tuple[Told, ...]
    owned: tuple[Owned, ...]
    noted: tuple[tuple[int, int, str], ...]
    """The slots that give data, in the order of the text: each with its owner and what its words are called."""
    is_plain: bool
    """Whether the words of the wording itself are plain."""
    has_capital: bool
    """Whether it begins as a sentence does."""


@dataclass(slots=True, eq=False)
class Rendition:
    """A wording as one voice says it."""

    wording: Wording
    program: Program
    options: int
    """So many cases the choices inside the wording make."""
    is_agreeing: bool
    """Whether a verb waits for the number of an entity's name."""
    counted: tuple[int, ...]
    """The other slots for whose number a verb waits: lists and their lengths."""
    values: int
    """How many figures and values it gives, besides those in lists."""
    lists: tuple[int, ...]
    """The slots that hold lists."""
    templates: dict[int, Template] = field(default_factory=dict)
    """By case: lengths of the names, numbers of what verbs wait for, option."""


def rendition(clause: Clause, program: Program) -> Rendition:
    """The rendition of the clause's wording."""
    fillers = clause.fillers
    operations = list(_flat(program))
    waited = dict.fromkeys(op.filler for op in operations if isinstance(op, Agreement))
    choices = [len(operation.options) for operation in program if isinstance(operation, Alternatives)]
    return Rendition(
        clause.wording,
        program,
        lcm(*choices),
        any(isinstance(fillers[slot], Name) for slot in waited),
        tuple([slot for slot in waited if not isinstance(fillers[slot], Name)]),
        sum(isinstance(filler, Number | Value) for filler in fillers),
        tuple(index for index, filler in enumerate(fillers) if isinstance(filler, Series)),
    )


def _flat(program: Program) -> list[Operation]:
    found: list[Operation] = []
    for operation in program:
        if isinstance(operation, Alternatives):
            found += [part for option in operation.options for part in option]
        else:
            found.append(operation)
    return found


def key_of(clause: Clause, slot: int, filler: Filler) -> str:
    """What an entity's own filler is called among its words: the same for the same words, whatever the
    wording, where that can be told from the filler."""
    if isinstance(filler, Name):
        return f"{filler.form}/{filler.length}"
    if isinstance(filler, Number) and not hasattr(clause.message, "collection"):
        return f"{filler.attribute}#{filler.style}"
    filling = clause.wording.fillings[slot]
    return f"{clause.wording.topic}#{filling.role}#{filling.form}"


def template_of(
    made: Rendition, clause: Clause, is_plural: Callable[[Filler], bool], is_first: bool
) -> Template:
    """The template for the case that the clause comes to; where it is the first of its sentence, with a
    capital if that can be told from its first word."""
    compiler = _Compiler(clause, is_plural)
    compiler.add(made.program)
    has_capital = is_first and compiler.capitalise()
    owned = compiler.owned
    getters: list[Callable[[Mapping[str, str]], tuple[str, ...]]] = []
    places: dict[Owned | Told, int] = {}
    for owner in (0, 1):
        keys = [own for own in owned if own.owner == owner]
        for own in keys:
            places[own] = len(places)
        if len(keys) == 1:
            # An item alone would come without its tuple: it comes twice, and the template takes one.
            places[Owned(owner, "", PAIR)] = len(places)
            keys *= 2
        getters.append(itemgetter(*[own.key for own in keys]) if keys else _nothing)
    for slot in compiler.told:
        places[slot] = len(places)
    text = "".join(
        part.replace("{", "{{").replace("}", "}}") if isinstance(part, str) else f"{{{places[part]}}}"
        for part in compiler.parts
    )
    are_plain = is_plain("".join([part for part in compiler.parts if isinstance(part, str)]))
    told = tuple(compiler.told)
    noted = tuple(compiler.noted)
    first, second = getters
    return Template(text.format, first, second, told, tuple(owned), noted, are_plain, has_capital)


def _nothing(words: Mapping[str, str]) -> tuple[str, ...]:
    return ()


class _Compiler:
    """Runs a program for one case, and notes what it would say."""

    def __init__(self, clause: Clause, is_plural: Callable[[Filler], bool]) -> None:
        self.clause, self.is_plural = clause, is_plural
        self.fillers = clause.fillers
        self.parts: list[str | Owned | Told] = []
        self.owned: list[Owned] = []
        self.told: list[Told] = []
        self.noted: list[tuple[int, int, str]] = []

    def add(self, program: Program) -> None:
        """Notes what the operations say."""
        indefinite = False
        for operation in program:
            if isinstance(operation, str):
                self.parts.append(operation)
            elif isinstance(operation, int):
                self._slot(operation, indefinite)
                indefinite = False
            elif isinstance(operation, Agreement):
                is_plural = self.is_plural(self.fillers[operation.filler])
                self.parts.append(operation.plural if is_plural else operation.singular)
            elif isinstance(operation, Alternatives):
                self.add(operation.options[self.clause.draw % len(operation.options)])
            else:
                indefinite = True

    def capitalise(self) -> bool:
        """Gives the first word a capital, and says whether that could be done: not where the word goes on
        in the next piece, or has no letter that could take one."""
        first = self.parts[0] if self.parts else ""
        if isinstance(first, str):
            word, space, rest = first.partition(" ")
            if not space or not has_word(word):
                return False
            self.parts[0] = capitalised(word + space) + rest
            return True
        after = self.parts[1] if len(self.parts) > 1 else ""
        if isinstance(first, Told) or not (isinstance(after, str) and after.startswith(" ")):
            return False
        filler = self.fillers[first.slot]
        if not isinstance(filler, Name):
            return False
        capital = Owned(first.owner, CAPITAL + first.key, first.slot)
        self.owned.append(capital)
        self.parts[0] = capital
        return True

    def _slot(self, index: int, indefinite: bool) -> None:
        owner = self.clause.wording.fillings[index].owner
        filler = self.fillers[index]
        if isinstance(filler, Number | Value | Series):
            key = key_of(self.clause, index, filler)
            self.noted.append((index, owner, key))
        if owner == PAIR:
            told = Told(index, indefinite)
            if told not in self.told:
                self.told.append(told)
            self.parts.append(told)
            return
        key = (ARTICLE if indefinite else "") + key_of(self.clause, index, filler)
        owned = next((own for own in self.owned if (own.owner, own.key) == (owner, key)), None)
        if owned is None:
            owned = Owned(owner, key, index)
            self.owned.append(owned)
        self.parts.append(owned)


def has_word(text: str) -> bool:
    """Whether there is a letter or a digit in it, which decides on its capital."""
    return any(letter.isalnum() for letter in text)
