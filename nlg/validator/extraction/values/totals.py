"""What both have only together: "together, the two have 241 moons"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.binding.figures import target_of
from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import scaled
from nlg.validator.judgement.tolerance import holds
from nlg.validator.judgement.verdicts import amount_of, family, make, plain_number, told
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_TOGETHER = frozenset(word_list("reconsideration")["jointly"])


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The sum of both that a clause gives, where it or the words that front it say so, and nobody alone is named."""
    subjects = scene.context.subjects
    if len(subjects) != 2 or scene.advisory or scene.neither or len(clause.figures()) != 1:
        return
    mark = clause.figures()[0]
    if mark.start in scene.used or mark.figure.high is not None or not _is_of_both(scene, clause, mark):
        return
    target = _measure(scene, clause, mark)
    amounts = [amount_of(scene.reader, slug, target) for slug in subjects] if target is not None else []
    known = [amount for amount in amounts if amount is not None]
    if target is None or len(known) != 2:
        return
    total = sum((amount.value for amount in known), Decimal(0))
    figure = mark.figure
    true = holds(figure.value, figure.step, figure.hedge, scaled(scene.reader, target, figure, total))
    scene.used.add(mark.start)
    scene.last_target, scene.said = target, subjects
    place = scene.place(mark.start, mark.end)
    yield make(
        scene.reader, place, "value", subjects, target, "supported" if true else "refuted",
        f"says {place.text} together; the data give {told(scene.reader, target, total)}",
        plain_number(figure.value), plain_number(total), tuple(ref for one in known for ref in one.source),
    )  # fmt: skip


def _is_of_both(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a clause, or one before it that holds nothing else, says that a figure is of both taken as one."""
    start = clause.start
    if clause.number and clause.opener == "," and not scene.clauses[clause.number - 1].marks:
        start = scene.clauses[clause.number - 1].start
    words = [token.low for token in scene.tokens[start : clause.end]]
    alone = any(len(one.slugs) == 1 and not one.is_pronoun for one in clause.entities())
    shared = bool(clause.entities()) and mark.figure.unit in ("plain", "money")
    both = _TOGETHER.intersection(words) or words[-3:-1] == _BETWEEN or words[-2:] == _BETWEEN
    return bool(both) and shared and not alone and not clause.cues("more", "ratio", "gap")


_BETWEEN = ["between", "them"]


def _measure(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The count or sum that is added up: the one that the clause names, or that was told of before."""
    found = target_of(scene, clause, mark) if clause.targets() else None
    for target in (found, scene.last_target, scene.context.discourse.target):
        if target is not None and target.kind == "measure" and fits(scene.reader, target, mark):
            return target if family(scene.reader, target) in ("count", "money") else None
    return None
