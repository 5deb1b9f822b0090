"""Figures of what the data do not hold: another's pay, a rent, visitors, pay in one town.

Read before values, so that no figure of a stranger is taken for one of the entities compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Quantity
from nlg.validator.claim import Claim
from nlg.validator.extraction.nonclaims.foreign_subjects import foreign_subject, part_before
from nlg.validator.extraction.nonclaims.idle_figures import MONTHS, is_no_claim
from nlg.validator.judgement.verdicts import Place
from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.lexis.unit_words import unit_after
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene

_EXPENSES = frozenset(KINDS["expense"].words)
_FLOWS = frozenset(KINDS["flow"].words)
_NO_NOUNS = frozenset(
    "is was has does this versus less plus thus years months weeks days hours minutes times points others percent"
    " posts dollars cents slots hands souls folks apiece always perhaps".split()
)
_NO_PLACES = MONTHS | {"united", "america", "us", "u", "american", "nation", "country", "q"}


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The figures of a clause that are of nobody and nothing that the data know."""
    foreign = foreign_subject(scene, clause)
    foreign = f'the data hold nothing about "{foreign}"' if foreign else ""
    for mark in clause.marks:
        if mark.start in scene.used:
            continue
        if (
            isinstance(mark, CueMark)
            and foreign
            and mark.cue.role in ("more", "ratio")
            and not mark.cue.binds
        ):
            scene.used.add(mark.start)
            continue
        if not isinstance(mark, FigureMark):
            continue
        if _is_of_the_day(scene, clause, mark):
            scene.used.add(mark.start)
            continue
        if not _is_hours(scene, mark) and is_no_claim(scene, clause, mark):
            continue
        reason = foreign or _reason(scene, clause, mark)
        if reason:
            scene.used.add(mark.start)
            if not scene.advisory:
                place = scene.place(mark.start, mark.end)
                yield _nothing(place, () if foreign else clause.subject, reason)


def _is_of_the_day(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number is of a house or a clock: "450 Main Street", "opens at 9"."""
    if mark.figure.unit != "plain" or mark.units or mark.figure.value > 99_999:
        return False
    after = [token.low for token in scene.tokens[mark.end : mark.end + 4]]
    if set(after) & _STREETS and scene.tokens[mark.end].capital:
        return True
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    before = scene.tokens[mark.figure.core - 1].low if mark.figure.core else ""
    clock = before in ("at", "until", "from") and bool(
        words & {"opens", "open", "closes", "begins", "starts"}
    )
    return clock and mark.figure.value <= 24 and (not after or not after[0].isalpha())


_STREETS = frozenset("street avenue road drive lane boulevard st ave rd blvd".split())


def _nothing(place: Place, subjects: tuple[str, ...], reason: str) -> Claim:
    return Claim(place.span, place.text, "value", subjects, "", None, None, (), "no_data", reason)


def _reason(scene: Scene, clause: Clause, mark: FigureMark) -> str:
    """Why a figure is none of the data's, or an empty string."""
    if mark.units or unit_after(scene.tokens, mark.figure.end) is not None:
        if part := part_before(scene, clause, mark):
            return f'the data hold no size of "{part}"'
    if mark.figure.unit == "money":
        if word := _expense(scene, clause, mark):
            return f'the data hold nothing about "{word}"'
        if place := _place_named(scene, clause):
            return f"the data hold nothing about {place} alone"
    if mark.figure.unit == "plain" and not mark.units and (noun := _own_noun(scene, clause, mark)):
        return f"the data count no {noun}"
    if _is_hours(scene, mark) and clause.entities():
        return "the data hold nothing about working hours"
    return ""


def _inside(clause: Clause, index: int) -> bool:
    return any(mark.start <= index < mark.end for mark in clause.marks)


def _expense(scene: Scene, clause: Clause, mark: FigureMark) -> str:
    """The word that makes a sum an expense, where no measure is called by it."""
    tokens = scene.tokens
    stop = next(
        (one.start for one in clause.marks if one.start > mark.start and isinstance(one, FigureMark)),
        clause.end,
    )
    before = range(mark.start - 1, clause.start - 1, -1)
    for index in (*before, *range(mark.end, min(stop, mark.end + 5))):
        if tokens[index].low in _EXPENSES and not _inside(clause, index):
            if tokens[index].low == "insurance" and index < mark.start:
                continue
            return str(tokens[index].low)
    return ""


def _place_named(scene: Scene, clause: Clause) -> str:
    """The town or state for which alone a sum is given: "in Denver, plumbers earn …"."""
    number = scene.index(clause)
    region = [clause]
    if number and scene.clauses[number - 1].start == 0 and not scene.clauses[number - 1].figures():
        region.insert(0, scene.clauses[number - 1])
    for one in region:
        for index in range(one.start, one.end - 1):
            word, after = scene.tokens[index].low, scene.tokens[index + 1]
            if word != "in" or not after.capital or after.low in _NO_PLACES or not after.low.isalpha():
                continue
            owner = next((m for m in one.marks if m.start <= index + 1 < m.end), None)
            if owner is None or (
                isinstance(owner, TargetMark) and all(t.kind == "text" and t.item for t in owner.targets)
            ):
                scene.used.update({owner.start} if owner is not None else ())
                return scene.text.content[after.start : after.end]
    return ""


def _own_noun(scene: Scene, clause: Clause, mark: FigureMark) -> str:
    """The plural that a bare number counts, where the data do not know it: "1.5 million visitors"."""
    if mark.figure.in_words or mark.figure.signed or mark.figure.value < 12 or mark.figure.high is not None:
        return ""
    if mark.end >= len(scene.tokens):
        return ""
    token = scene.tokens[mark.end]
    if (
        not token.low.isalpha()
        or not token.low.endswith("s")
        or token.low.endswith("ss")
        or len(token.low) < 5
        or token.low in _NO_NOUNS
        or scene.reader.units.starting_at(scene.tokens, mark.end) is not None
        or unit_after(scene.tokens, mark.end) is not None
        or token.low in scene.reader.words.plurals | scene.reader.words.people
        or token.low in _FLOWS
        or token.capital
        or _inside(clause, mark.end)
        or clause.cues("more", "ratio", "gap")
    ):
        return ""
    return "" if _is_a_count_of_ours(scene, mark.figure.value) else token.low


def _is_a_count_of_ours(scene: Scene, value: Decimal) -> bool:
    """Whether some entity of the page has nearly that count, so that another word may stand for its people."""
    for slug in scene.context.subjects:
        for concept in scene.reader.measures:
            cell = scene.reader.dataset.observed(slug, concept)
            if cell is not None and isinstance(cell.value, Quantity) and cell.value.value:
                if abs(value / cell.value.value - 1) <= Decimal("0.1"):
                    return True
    return False


def _is_hours(scene: Scene, mark: FigureMark) -> bool:
    """Whether a figure is of hours in a week or a day: "52 hours a week"."""
    if mark.figure.unit != "time" or mark.figure.period != "hours":
        return False
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    return after[:1] in (["a"], ["per"], ["each"], ["every"]) and after[1:] in (["week"], ["day"], ["month"])
