"""That something does not change: "will stay flat", "no growth is projected", "machinists, none"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.judgement.listings import denied_of
from nlg.validator.judgement.verdicts import amount_of, family, make, no_data, plain_number, shown
from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

STILL, MOVING = Decimal("0.5"), Decimal(1)
"""Up to how many percent of change is none to speak of, and from where on there is some; between, nobody can say."""
_LOOSELY = Decimal(3)
"""The same where something is called stable, by which less is meant than by "flat"."""
_PROSPECTS = frozenset(KINDS["change"].words)


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The claims of a clause that an entity neither grows nor shrinks."""
    target = trend_target(scene.reader)
    if target is None or scene.advisory or not clause.subject:
        return
    for mark in clause.cues("flat"):
        nots = clause.cues("not")
        if mark.start in scene.used or not _is_of_change(scene, clause):
            continue
        if not nots:
            scene.used.add(mark.start)
            yield from _judged(scene, clause, target, mark.start, mark.end)
        elif nots[0].end <= mark.start:
            for claim in _judged(scene, clause, target, mark.start, mark.end):
                yield denied_of(scene.reader, claim)
    for denial in clause.cues("not"):
        named = [one for one in clause.targets() if one.start == denial.end and target in one.targets]
        if scene.tokens[denial.start].low == "no" and named and clause.entities() and not clause.figures():
            yield from _judged(scene, clause, target, denial.start, named[0].end, is_growth=True)
        elif scene.tokens[denial.start].low == "none" and _goes_on(scene, clause, target):
            yield from _judged(scene, clause, target, denial.start, denial.end, is_growth=True)


def _is_of_change(scene: Scene, clause: Clause) -> bool:
    """Whether a clause speaks of the number of an entity's people, or of growth, and gives no percentage."""
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    around = scene.clauses[clause.number : clause.number + 2]
    stated = any(figure.figure.unit == "percent" for one in around for figure in one.figures())
    of_change = words & (_PROSPECTS | set(scene.reader.words.counts)) or clause.cues("trend")
    return bool(of_change) and not stated and not clause.cues("more")


def _goes_on(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a clause of a name and "none" goes on with the change of another: "…; machinists, none"."""
    words = [token.low for token in scene.tokens[clause.start : clause.end] if token.low.isalpha()]
    stated = any(
        isinstance(mark, FigureMark) and mark.end <= clause.start and mark.figure.unit == "percent"
        for _, mark in scene.marks()
    )
    return scene.last_target == target and stated and words[-1:] == ["none"] and len(clause.marks) < 3


def _judged(
    scene: Scene, clause: Clause, target: Target, start: int, end: int, is_growth: bool = False
) -> Iterator[Claim]:
    """The claim of no change, or of no growth, which a decline is too."""
    place = scene.place(start, end)
    scene.used.update(range(start, end))
    amounts = [amount_of(scene.reader, slug, target) for slug in clause.subject]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(clause.subject):
        yield no_data(scene.reader, place, "trend", clause.subject, target, "flat")
        return
    scene.last_target = target
    far = [amount.value if is_growth else abs(amount.value) for amount in known]
    moving = _LOOSELY if scene.tokens[end - 1].low == "stable" else MOVING
    if family(scene.reader, target) != "change" or any(STILL < value <= moving for value in far):
        return
    gives = " and ".join(shown(scene.reader, target, amount.value) for amount in known)
    yield make(
        scene.reader, place, "trend", clause.subject, target,
        "supported" if all(value <= STILL for value in far) else "refuted",
        f"says {place.text}; the data give {gives}", "flat", plain_number(known[0].value),
        tuple(ref for amount in known for ref in amount.source),
    )  # fmt: skip
