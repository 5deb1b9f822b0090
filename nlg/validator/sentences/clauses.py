"""A sentence's marks → clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from nlg.validator.lexis.tokens import Token
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence between two boundaries."""

    opener: str
    """What opened it.

    Example: "", ",", ";", ":", "—", "(", ")", "and", "while", "than", "against", "unlike", "who"
    """
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)
    subject: tuple[str, ...] = ()
    other: str = ""
    """The entity set against the subject, where the pair of the page or the words say so."""
    inherited: bool = False
    """Whether the subject was taken over and not named here."""
    fronted: bool = False
    """Whether it opens a new sentence part, so that it may speak of whoever is named next.

    Example: "; with 12 moons, Mars …"
    """
    number: int = 0
    """Its place in the sentence."""
    _figures: list[FigureMark] = field(init=False, repr=False, compare=False)
    _entities: list[EntityMark] = field(init=False, repr=False, compare=False)
    _targets: list[TargetMark] = field(init=False, repr=False, compare=False)
    _cues: dict[str, list[CueMark]] = field(init=False, repr=False, compare=False)
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)
    """The kinds of its marks: "figure", "target", "entity", and the roles of its cues."""

    def __post_init__(self) -> None:
        """Sorts the marks once: the forms ask for those of one kind again and again."""
        self._figures, self._entities, self._targets, self._cues = [], [], [], {}
        for mark in self.marks:
            if isinstance(mark, CueMark):
                self._cues.setdefault(mark.cue.role, []).append(mark)
            elif isinstance(mark, FigureMark):
                self._figures.append(mark)
            elif isinstance(mark, TargetMark):
                self._targets.append(mark)
            elif mark.slugs:
                self._entities.append(mark)
        named = (("figure", self._figures), ("target", self._targets), ("entity", self._entities))
        self.kinds = frozenset([*self._cues, *[name for name, some in named if some]])

    def figures(self) -> list[FigureMark]:
        """The clause's figures."""
        return self._figures

    def entities(self) -> list[EntityMark]:
        """The clause's names and references."""
        return self._entities

    def names_somebody(self) -> bool:
        """Whether it says by more than a pronoun whom it is about."""
        return any(not entity.is_pronoun for entity in self._entities)

    def targets(self) -> list[TargetMark]:
        """The clause's measures and items."""
        return self._targets

    def cues(self, *roles: str) -> list[CueMark]:
        """The clause's cues of the given roles."""
        if len(roles) == 1:
            return self._cues.get(roles[0], [])
        found = [mark for role in roles for mark in self._cues.get(role, ())]
        return sorted(found, key=lambda mark: mark.start) if len(found) > 1 else found


def other_of(subjects: tuple[str, ...], slugs: Sequence[str]) -> str:
    """The other entity of the pair; empty when there is no single one."""
    if len(slugs) == 1 and len(subjects) == 2 and slugs[0] in subjects:
        return subjects[1] if slugs[0] == subjects[0] else subjects[0]
    return ""


_OPENERS = {"and": "and", "or": "or", "with": "with", "plus": "plus", "where": "who"}


def split_clauses(marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence.

    Cut at signs, conjunctions, *than* and its like, and verbs that take the other side as object.
    """
    inside: set[int] = set()
    boundaries: dict[int, tuple[int, str]] = {}
    for mark in marks:
        inside.update(range(mark.start, mark.end))
        if isinstance(mark, CueMark):
            role, word = mark.cue.role, tokens[mark.start].low
            if role == "than":
                boundaries[mark.start] = (mark.end, "than")
            elif role == "against" and _is_of_the_first(marks, tokens, mark):
                continue
            elif role in ("against", "unlike"):
                boundaries[mark.start] = (mark.end, role)
            elif role == "who":
                boundaries[mark.start] = (mark.start, "who")
            elif role == "clause":
                compared = word == "as" and (
                    any(is_multiple(one) for one in marks if one.end <= mark.start)
                    or any(token.low == "as" for token in tokens[: mark.start])
                )
                boundaries[mark.start] = (mark.end, "than" if compared else _OPENERS.get(word, "while"))
            elif mark.cue.role == "as":
                boundaries[mark.end] = (mark.end, "than")
            elif mark.cue.binds and _has_object(marks, tokens, mark):
                boundaries[mark.end] = (mark.end, "than")
    for one, two in pairwise(marks):
        if (
            isinstance(two, EntityMark)
            and two.reference == "that"
            and one.end == two.start
            and is_multiple(one)
        ):
            boundaries[two.start] = (two.start, "than")
    named = {at for mark in marks if isinstance(mark, EntityMark) for at in range(mark.start, mark.end)}
    comparing = -1
    for index, token in enumerate(tokens):
        if index in named:
            continue
        if token.low == "as" and index > comparing >= 0 and index not in boundaries:
            if index not in inside:
                boundaries[index] = (index + 1, "than")
            comparing = -1
        elif token.low == "as" and comparing < 0 and _opens_as(marks, tokens, index):
            comparing = index + 1
        if index in inside or index in boundaries:
            continue
        if token.low in (";", ":", "—", "(", ")", ",", "|", "[", "]", "/"):
            if token.low == "/" and token.glued:
                continue
            if token.low == "/":
                boundaries[index] = (index + 1, "against")
                continue
            boundaries[index] = (index + 1, {"[": "(", "]": ")", "|": ";"}.get(token.low, token.low))
        elif token.low == "–" and not token.glued:
            boundaries[index] = (index + 1, "—")
        elif token.low == "to" and _is_to_the_others(marks, tokens, index):
            boundaries[index] = (index + 1, "against")
    for at in _brackets(marks, tokens, inside, boundaries):
        del boundaries[at]
    spans: list[tuple[str, int, int, bool]] = []
    opener, start = "", 0
    fronted = False
    for at in sorted(boundaries):
        end, next_opener = boundaries[at]
        if at > start or opener in ("than", "against", "("):
            fronted = fronted or (
                (opener in (";", "while", "and") and tokens[start].low in ("at", "with", "by"))
                or (opener in (":", "—") and tokens[start].low == "at")
            )
            spans.append((opener, start, at, fronted))
            fronted = False
        elif opener in (";", "while", "and") and next_opener == "with":
            fronted = True
        elif opener and opener not in (",", "and") and next_opener in (",", "and", "while"):
            next_opener = opener
        if next_opener == "," and not spans and not opener and at == 0:
            continue
        opener, start = next_opener, end
    spans.append((opener, start, len(tokens), False))
    return [
        Clause(
            opener,
            start,
            end,
            [mark for mark in marks if start <= mark.start < end],
            fronted=fronted,
            number=number,
        )
        for number, (opener, start, end, fronted) in enumerate(spans)
    ]


def _brackets(
    marks: Sequence[Mark], tokens: Sequence[Token], inside: set[int], boundaries: dict[int, tuple[int, str]]
) -> list[int]:
    """The boundaries round a word of contrast behind a bare subject: "time management, however, appears only …"."""
    found: list[int] = []
    for mark in marks:
        if not isinstance(mark, CueMark) or mark.cue.role != "clause" or mark.start < 2:
            continue
        if tokens[mark.end - 1].low not in _INSERTED or mark.end >= len(tokens):
            continue
        if tokens[mark.start - 1].low != "," or tokens[mark.end].low != ",":
            continue
        at = mark.start - 2
        while at >= 0 and at not in boundaries and (at in inside or tokens[at].low in _OF_A_NAME):
            at -= 1
        opens = at < 0 or (at in boundaries and boundaries[at][1] in (";", "and"))
        if opens and any(at < one.start < mark.start and not isinstance(one, FigureMark) for one in marks):
            found.extend(one for one in (mark.start - 1, mark.start, mark.end) if one in boundaries)
    return found


_INSERTED = frozenset({"however", "though", "contrast", "meanwhile", "hand", "contrary"})
_OF_A_NAME = frozenset({"the", "a", "an", "their", "its", "'s", "'", "of"})

_WHOM = frozenset({"her", "him", "them", "us", "it"})


def _is_of_the_first(marks: Sequence[Mark], tokens: Sequence[Token], cue: CueMark) -> bool:
    """Whether words only say where somebody is of whom a sentence goes on to tell: "the tech beside her earns"."""
    before = [mark for mark in marks if mark.end <= cue.start]
    near = tokens[cue.start].low in ("beside", "alongside", "next", "opposite")
    whom = tokens[cue.end].low if cue.end < len(tokens) else ""
    return near and len(before) == 1 and isinstance(before[0], EntityMark) and whom in _WHOM


_ASIDE = frozenset({"at", "by", "with", "in", "on", "among", "for", ","})
"""Between a verb of comparison and what follows, they leave it without an object: "leads among nurses"."""


def _has_object(marks: Sequence[Mark], tokens: Sequence[Token], cue: CueMark) -> bool:
    """Whether the other side follows a verb of comparison as its object.

    Example: "exceeds the specialists' $34,157"
    """
    for mark in marks:
        if mark.start < cue.end:
            continue
        if mark.start - cue.end > 6 or (isinstance(mark, EntityMark) and mark.reference == "both"):
            return False
        if {token.low for token in tokens[cue.end : mark.start]} & _ASIDE:
            return False
        if tokens[cue.end].low in ("is", "are", "was", "were", "of"):
            # "Gravity at Jupiter's cloud tops is 23.1 m/s²"
            return False
        if tokens[cue.end].low in ("a", "an") and "of" in [
            token.low for token in tokens[cue.end + 2 : mark.start]
        ]:
            # "Uranus leads a crowd of 28 moons"
            return False
        if isinstance(mark, CueMark) and mark.cue.role == "much":
            continue
        if isinstance(mark, CueMark) and mark.cue.role == "who" and tokens[mark.start - 1].low == "those":
            # "those with a master's outnumber those who stopped at a bachelor's"
            return True
        if isinstance(mark, CueMark) and mark.cue.role in ("same", "most") and mark.start <= cue.end + 1:
            # "$630 above the same mark for welders", "$7,000 below the lowest administrators"
            after = next((one for one in marks if one.start >= mark.end), None)
            return tokens[mark.start].low == "most" or (
                isinstance(after, EntityMark)
                and after.start - mark.end <= (3 if mark.cue.role == "same" else 0)
            )
        if isinstance(mark, CueMark):
            return tokens[mark.start].low == "most"
        return True
    return False


def _opens_as(marks: Sequence[Mark], tokens: Sequence[Token], index: int) -> bool:
    """Whether "as" at a token is the first of two: "twice as many … as", "not as old as"."""
    again = index > 0 and tokens[index - 1].low == "again"
    for mark in marks:
        if mark.start <= index < mark.end or mark.end == index or (again and mark.end == index - 1):
            if isinstance(mark, CueMark) and mark.cue.role in ("ratio", "same", "not"):
                return True
            if isinstance(mark, FigureMark) and mark.figure.unit in ("times", "fraction", "percent"):
                return True
    return False


def _is_to_the_others(marks: Sequence[Mark], tokens: Sequence[Token], index: int) -> bool:
    """Whether "to" at a token sets another entity's figure beside the last.

    Example: "179,503 jobs to the specialists' 146,861"
    """
    before = [mark for mark in marks if mark.end <= index and not isinstance(mark, CueMark)]
    after = [mark for mark in marks if mark.start > index][:2]
    if before and after and isinstance(before[-1], FigureMark) and isinstance(after[0], FigureMark):
        if before[-1].end == index and after[0].start == index + 1:
            return True
    return (
        bool(before)
        and len(after) == 2
        and any(isinstance(mark, FigureMark) and mark.end >= index - 5 for mark in before)
        and not any(token.low in (",", ";") for token in tokens[after[0].end : after[1].start])
        and after[0].start <= index + 2
        and {type(after[0]), type(after[1])} == {EntityMark, FigureMark}
    )


def is_multiple(mark: Mark) -> bool:
    """Whether a mark says how many times: "twice", "1.4 times"."""
    if isinstance(mark, CueMark):
        return mark.cue.role == "ratio"
    return isinstance(mark, FigureMark) and mark.figure.unit == "times"
