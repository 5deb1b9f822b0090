"""Words that make a figure one end of a range: "the best-paid tenth", "at the bottom of the scale"."""

from __future__ import annotations

from decimal import Decimal

from nlg.validator.clauses import Clause
from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.marks import FigureMark
from nlg.validator.scene import Scene, entity_after

_ENDS: PhraseTable[int] = PhraseTable.of(
    {
        1: "top of the salary range|top of the pay range|top of their salary range|top of their pay range"
        "|top of their range|top salaries|top salary|highest salaries|high end of pay|reach further|reach less far"
        "|reaches less far|reaches further|reach higher|reaches higher|top pay|upper reaches|best paid 10"
        "|highest paid 10|best paid tenth|top tenth|top 10|highest paid tenth|top decile|90th percentile"
        "|top earners|top earning"
        "|highest earners|highest earning|top end|upper end|high end|at the top|ceiling|top of the range"
        "|top of the scale|top of the ladder|top out|tops out|topping out|maximum|upper limit|best earners"
        "|highest paid ten|best paid ten|top ten|rise to|rises to|climb to|climbs to|work up to|works up to"
        "|very top|top rung|highest rung|upper rung|at the peak|upper limits|highest ten percent|upper tenth",
        -1: "bottom of the salary range|bottom of the pay range|bottom of their range"
        "|start higher|start lower|starts higher|starts lower|low end of pay|lowest salaries"
        "|lowest paid 10|worst paid 10|lowest paid tenth|bottom tenth|bottom 10|bottom decile"
        "|10th percentile|lowest earners|low end|bottom end"
        "|lower end|at the bottom|floor|bottom of the range|bottom of the scale|bottom of the ladder|minimum"
        "|start at|starts at|starting pay|starting salary|starting salaries|lower limit|worst paid tenth"
        "|lowest paid ten|bottom ten|entry level pay|lowest earning|starts out|start out|starting out|begin on"
        "|begins on|start on|starts on|beginners|newcomers|the bottom|bottom rung|lowest rung|first rung|very bottom"
        "|lowest ten percent|lowest tenth|starting rung|lower limits",
    }
)
_PAID: PhraseTable[int] = PhraseTable.of(
    {1: "best paid|highest paid|top paid|top", -1: "lowest paid|worst paid"}
)
"""Ends of a range only before the people meant.

Example: "the best-paid administrators", but not "the best-paid trade"
"""
_EARNING = frozenset("get make earn take reach can may bring start begin command collect draw".split())
_PEOPLE = frozenset(
    {"workers", "people", "employees", "earners", "members", "practitioners", "professionals", "among", "of"}
)


def bound_words(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 when the words beside a figure make it the upper or the lower end of a range, else 0.

    The phrase nearest before the figure decides, then one after it in the clause; a clause before it
    counts when it is an adverbial of its own ("At the bottom of the scale, …") or what brackets explain.
    """
    if not scene.reader.ranges:
        return 0
    start = clause.start
    number = scene.index(clause)
    if number:
        previous = scene.clauses[number - 1]
        if not previous.figures() and (clause.opener == "(" or not previous.entities()):
            start = previous.start
        elif not previous.figures() and clause.opener == "with" and not clause.entities():
            start = previous.start
        elif not previous.figures() and clause.opener == ",":
            rest = {token.low for token in scene.tokens[mark.end : clause.end]}
            bare = len(clause.marks) == 1 and rest <= {".", "!"} and mark.start - clause.start <= 1
            start = previous.start if bare else max(previous.start, previous.end - 3)
    for index in range(mark.start - 1, start - 1, -1):
        owner = scene.clauses[number - 1] if index < clause.start else clause
        if found := end_at(scene, owner, index):
            return found
    for index in range(mark.end, min(clause.end, mark.end + 5)):
        if found := end_at(scene, clause, index):
            return found
    if number + 1 < len(scene.clauses) and scene.tokens[clause.start].low == "at" and len(clause.marks) == 1:
        following = scene.clauses[number + 1]
        for index in range(following.start, min(following.end, following.start + 6)):
            if found := end_at(scene, following, index):
                return found
    if (
        mark.figure.unit == "money"
        and clause.opener != "than"
        and scene.tokens[0].low in ("at", "on", "toward", "towards", "near")
    ):
        words = {token.low for token in scene.tokens[clause.start : clause.end]}
        for index in range(0 if words & {"median", "typical", "average"} else min(4, mark.start)):
            if found := end_at(scene, scene.clauses[0], index):
                return found
    if _of_a_tenth(clause, mark):
        return 1 if mark.figure.hedge in ("more", "at_least") else -1
    return 0


def is_tenth(mark: FigureMark) -> bool:
    """Whether a figure is one in ten or 10%."""
    return (mark.figure.unit == "fraction" and mark.figure.value == Decimal("0.1")) or (
        mark.figure.unit == "percent" and mark.figure.value == 10
    )


def _of_a_tenth(clause: Clause, mark: FigureMark) -> bool:
    """Whether a sum bounds what a tenth of the people earn: "one in ten makes more than $211,450"."""
    hedged = mark.figure.unit == "money" and mark.figure.hedge in ("more", "less", "at_least", "at_most")
    return hedged and any(is_tenth(other) for other in clause.figures())


def end_at(scene: Scene, clause: Clause, index: int) -> int:
    """Which end the words from one token on name; a word inside a name ("ceiling installers") names none."""
    if any(entity.start <= index < entity.end for entity in clause.entities()):
        return 0
    if found := _ENDS.starting_at(scene.tokens, index):
        return found[1]
    if found := _PAID.starting_at(scene.tokens, index):
        following = scene.tokens[found[0]].low if found[0] < len(scene.tokens) else ""
        if following in _PEOPLE or entity_after(scene, clause, found[0]):
            return found[1]
        said_of = index and scene.tokens[index - 1].low == "the" and following in _EARNING
        if said_of and scene.tokens[found[0] - 1].low == "paid":
            return found[1]
    return 0
