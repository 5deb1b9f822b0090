"""Parts of the people that a sum is said to bound, against the ends of the range: "one in four earns more than …"."""

from __future__ import annotations

from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import range_beside
from nlg.validator.extraction.ranges.portions import part_of
from nlg.validator.judgement.verdicts import amount_of, make, named, plain_number, shown
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_TENTH = Decimal(10)
_ROOM = Decimal(2)
"""Points by which a rounded part may miss that of a tenth."""


def judge_part(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target
) -> Claim:
    """The claim of a sum that bounds a part of the people that no cell gives, unless no such part can be."""
    if (beyond := _contradicted(scene, clause, mark, subjects, target)) is not None:
        return beyond
    place = scene.place(mark.start, mark.end)
    text = f"the data tell of other parts of {named(scene.reader, target)} than {place.text} bounds"
    return make(
        scene.reader, place, "bound", subjects, target, "no_data", text, plain_number(mark.figure.value)
    )


def _contradicted(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target
) -> Claim | None:
    """A refuted claim for a part that cannot be so large or so small, since a tenth lies beyond each end.

    Example: "one in four earns more than $162,870", which only the best-paid tenth does
    """
    part = part_of(scene, clause, mark)
    found = target if target.kind == "range" else range_beside(scene, target)
    if part is None or found is None or len(subjects) != 1 or part.figure.hedge not in ("", "about"):
        return None
    ends = [
        amount_of(scene.reader, subjects[0], Target("measure", end))
        for end in scene.reader.ranges[found.name]
    ]
    low, high = ends
    if low is None or high is None or mark.figure.hedge not in ("more", "at_least", "less", "at_most"):
        return None
    share = part.figure.value * (100 if part.figure.unit == "fraction" else 1)
    below = share if mark.figure.hedge in ("less", "at_most") else 100 - share
    if _may_lie(mark.figure.value, below, low.value, high.value):
        return None
    place = scene.place(part.start if part.end <= mark.start else mark.start, max(part.end, mark.end))
    text = (
        f'says "{place.text}"; the data give {shown(scene.reader, target, low.value)} and '
        f"{shown(scene.reader, target, high.value)} as the 10th and 90th percentiles of {named(scene.reader, target)}"
    )
    return make(
        scene.reader, place, "bound", subjects, target, "refuted", text, plain_number(mark.figure.value), None,
        low.source + high.source,
    )  # fmt: skip


def _may_lie(value: Decimal, below: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether a share of the people may have less than a sum, where a tenth has less than one end."""
    least = 100 - _TENTH if value >= high else _TENTH if value >= low else Decimal(0)
    most = _TENTH if value <= low else 100 - _TENTH if value <= high else Decimal(100)
    return least - _ROOM <= below <= most + _ROOM
