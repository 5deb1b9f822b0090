"""How many of one count there are for each of another, of one entity: "one opening a year for every ten jobs"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.judgement.tolerance import within
from nlg.validator.judgement.verdicts import amount_of, make, no_data, plain_number
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target

_HEDGES = frozenset({"about", "roughly", "around", "nearly", "almost", "approximately"})
_ONES = frozenset({"one", "a", "an"})
_SHARE = Decimal("0.1")
"""How far such a rate may be off."""
_REACH = 3
"""Words between a number and the noun that it counts: "one new opening", "ten such jobs"."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The rate of a clause, where two counts of one entity are named in it."""
    tokens = scene.tokens
    at, behind = next(
        (
            (index, index + skipped)
            for index in range(clause.start, clause.end - 2)
            if tokens[index].low == "for"
            for skipped in (2, 3)
            if tokens[index + skipped - 1].low in ("every", "each")
            if skipped == 2 or tokens[index + 1].low in _HEDGES
        ),
        (-1, -1),
    )
    number = next((mark for mark in clause.figures() if mark.start == behind), None) if at >= 0 else None
    if number is None or number.figure.unit != "plain" or number.units or number.figure.value < 2:
        return
    whole = _counted(scene, clause, number.end, clause.end) or _people(scene, clause, number.end)
    part, first, start = _part(scene, clause, at, number.end)
    if part is None and whole is not None and tokens[at - 1].low == "one":
        part, start = _named_before(scene, clause, at, whole), at - 1
    known = scene.rate or scene.context.discourse.target
    if part is None and whole is None and known is not None and _goes_on(scene, clause, at, number, known):
        part, whole, start = known, head_count(scene.reader), at - 1
    elif part is None and whole is not None and scene.rate is not None and scene.tokens[at - 1].low == "one":
        # "… for every 7 assistant jobs, but only one for every 14 hygienist jobs"
        part, start = scene.rate, at - 1
    owners = {entity.slugs for entity in clause.entities()} or {clause.subject}
    subjects = next(iter(owners))
    if part is None or whole is None or part == whole or len(owners) != 1 or len(subjects) != 1:
        return
    scene.used.update(mark.start for mark in clause.marks if not isinstance(mark, EntityMark))
    one, all_of = (amount_of(scene.reader, subjects[0], target) for target in (part, whole))
    place = scene.place(min(start, at), max(number.end, _end(clause)))
    stated = plain_number(number.figure.value)
    scene.last_target, scene.said, scene.rate = part, subjects, part
    if one is None or all_of is None or not one.value:
        yield no_data(scene.reader, place, "ratio", subjects, part, stated)
        return
    actual = all_of.value / one.value * first
    said = number.figure.value
    true = within(said, actual, _SHARE) or abs(said - actual) <= Decimal("0.5")
    text = f'says "{place.text}"; the data give {actual:.1f}'
    yield make(
        scene.reader, place, "ratio", subjects, part, "supported" if true else "refuted", text, stated,
        plain_number(round(actual, 1)), one.source + all_of.source,
    )  # fmt: skip


def _named_before(scene: Scene, clause: Clause, at: int, whole: Target) -> Target | None:
    """The count that is said to amount to such a rate: "the yearly openings amount to one for every ten jobs"."""
    counts = [
        one
        for mark in clause.targets()
        if mark.end < at
        for one in mark.targets
        if one.kind == "measure" and scene.reader.families[one.name] == "count" and one != whole
    ]
    return counts[-1] if counts else None


def _goes_on(scene: Scene, clause: Clause, at: int, number: FigureMark, known: Target) -> bool:
    """Whether a rate is told once more of somebody else: "For pharmacists, one for every 23."."""
    counts = known.kind == "measure" and scene.reader.families[known.name] == "count"
    after = scene.tokens[number.end].low if number.end < clause.end else "."
    return (
        counts
        and (not after.isalpha() or (scene.rate is not None and after in _AMONG))
        and at > clause.start
        and scene.tokens[at - 1].low == "one"
    )


_AMONG = frozenset({"among", "in", "of", "for", "at", "there"})


def _end(clause: Clause) -> int:
    return max((mark.end for mark in clause.marks), default=clause.end)


def _counted(scene: Scene, clause: Clause, start: int, end: int) -> Target | None:
    """The count that a noun right behind a number names, in the plural or the singular: "jobs", "opening"."""
    reader = scene.reader
    named = [mark for mark in clause.targets() if start <= mark.start < end]
    owner = next((mark for mark in clause.entities() if mark.start == start), None)
    limit = (owner.end if owner is not None else start) + _REACH
    for mark in named:
        if mark.start <= limit:
            counts = [
                one for one in mark.targets if one.kind == "measure" and reader.families[one.name] == "count"
            ]
            if counts:
                return counts[0]
    for token in scene.tokens[start : min(limit, end)]:
        for words, targets in reader.targets.by_first.get(token.low + "s", ()):
            for one in targets:
                if len(words) == 1 and one.kind == "measure" and reader.families[one.name] == "count":
                    return one
    return None


def _people(scene: Scene, clause: Clause, start: int) -> Target | None:
    """The number of an entity's people, where its name follows: "for every ten technicians"."""
    named = any(mark.start == start for mark in clause.entities())
    return head_count(scene.reader) if named else None


def _part(scene: Scene, clause: Clause, at: int, behind: int) -> tuple[Target | None, Decimal, int]:
    """The count of which there are few for each, how many, and where that stands."""
    for start, end in ((clause.start, at), (behind, clause.end)):
        for index in range(start, end):
            figure = next((mark for mark in clause.figures() if mark.start == index), None)
            if figure is None and scene.tokens[index].low not in _ONES:
                continue
            if figure is not None and not _is_few(figure):
                continue
            found = _counted(scene, clause, figure.end if figure is not None else index + 1, end)
            if found is not None:
                return found, figure.figure.value if figure is not None else Decimal(1), index
    return None, Decimal(1), at


def _is_few(mark: FigureMark) -> bool:
    return mark.figure.unit == "plain" and not mark.units and 0 < mark.figure.value < 100
