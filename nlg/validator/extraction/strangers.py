"""Figures of what the data do not hold: another's pay, a rent, visitors, pay in one town.

Read before values, so that no figure of a stranger is taken for one of the entities compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import Quantity
from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.extraction.nonclaims import MONTHS, is_no_claim
from nlg.validator.judgement import Place
from nlg.validator.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.scene import Scene

_EXPENSES = frozenset(
    "spend spends spending spent cost costs costing rent rents tuition fee fees debt debts loan loans mortgage"
    " budget dues bonus bonuses savings save saves invest invests fines insurance expenses"
    " equipment supplies lottery".split()
)
_EARN = frozenset({"earn", "earns", "make", "makes", "earned", "bring", "brings", "collect", "collects"})
_GENERIC = frozenset(
    "workers worker people person professionals professional practitioners practitioner employees employee members"
    " member others both beginners newcomers everyone someone anyone those these they most many some all few each"
    " candidates graduates jobs roles careers positions fields trades occupations groups sides earners half"
    " veterans tenth tenths percent numbers figures staff".split()
)
_NO_NOUNS = frozenset(
    "is was has does this versus less plus thus years months weeks days hours minutes times points others percent"
    " jobs positions openings posts workers people dollars cents roles employees professionals practitioners"
    " persons members vacancies slots hands souls folks apiece always perhaps".split()
)
_UNITS = frozenset(
    "miles kilometers kilometres meters metres pounds kilograms degrees tons tonnes gallons".split()
)
_NO_PLACES = MONTHS | {"united", "america", "us", "u", "american", "nation", "country", "q"}


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The figures of a clause that are of nobody and nothing that the data know."""
    if scene.advisory:
        return
    foreign = _foreign_subject(scene, clause)
    for mark in clause.marks:
        if mark.start in scene.used:
            continue
        if isinstance(mark, CueMark) and foreign and mark.cue.role == "more" and not mark.cue.binds:
            scene.used.add(mark.start)
            continue
        if (
            not isinstance(mark, FigureMark)
            or _is_hours(scene, mark) is False
            and is_no_claim(scene, clause, mark)
        ):
            continue
        reason = foreign or _reason(scene, clause, mark)
        if reason:
            scene.used.add(mark.start)
            place = scene.place(mark.start, mark.end)
            yield _nothing(place, () if foreign else clause.subject, reason)


def _nothing(place: Place, subjects: tuple[str, ...], reason: str) -> Claim:
    return Claim(place.span, place.text, "value", subjects, "", None, None, (), "no_data", reason)


def _reason(scene: Scene, clause: Clause, mark: FigureMark) -> str:
    """Why a figure is none of the data's, or an empty string."""
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
        or token.low in _UNITS
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


def _foreign_subject(scene: Scene, clause: Clause) -> str:
    """Why a clause is about people that the data do not know, or an empty string.

    Example: "Roofers earn $50,970", "a roofer makes less"
    """
    verb = next(
        (
            mark
            for mark in clause.marks
            if isinstance(mark, TargetMark)
            and scene.tokens[mark.start].low in _EARN
            and mark.end == mark.start + 1
        ),
        None,
    )
    if verb is None or verb.start == clause.start:
        return ""
    if any(isinstance(mark, EntityMark) and mark.start < verb.start for mark in clause.marks):
        return ""
    noun = scene.tokens[verb.start - 1]
    words = scene.tokens[clause.start : verb.start]
    if len(words) > 3 or any(_inside(clause, index) for index in range(clause.start, verb.start)):
        return ""
    if not noun.low.isalpha() or noun.low in _GENERIC or len(noun.low) < 5:
        return ""
    plural = scene.tokens[verb.start].low in ("earn", "make", "bring", "collect")
    if plural != (noun.low.endswith("s") and not noun.low.endswith("ss")):
        return ""
    if not plural and words[0].low not in ("a", "an"):
        return ""
    if plural and words[0].low in ("the", "these", "those", "such"):
        return ""
    return f'the data hold nothing about "{noun.low}"'
