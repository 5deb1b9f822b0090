"""Gaps that are said to widen or to narrow toward an end of a range: "at the top, the advantage shrinks".

Measured against what was told before, the gap in the middle or at the other end, in the unit and in percent: called
false only where it is so by every measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.judgement.verdicts import amount_of, make, shown
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("leads")
_WIDENING, _NARROWING = frozenset(_LIST["widening"]), frozenset(_LIST["narrowing"])
_NEAR = 4
"""Words between a gap and what it does."""


def read(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The changes of a gap from one place of a range to another, in a sentence that claims the others."""
    if scene.advisory or len(scene.context.subjects) != 2:
        return
    for clause in scene.clauses:
        if "gap" not in clause.kinds:
            continue
        gaps = clause.cues("gap")
        if clause.cues("not") or scene.neither:
            continue
        changes = [
            (at, sign)
            for at in range(gaps[0].end, min(gaps[0].end + _NEAR, clause.end))
            if (sign := _sign(scene.tokens[at].low))
        ]
        pair = _end_meant(scene, clause, claims, changes[0][0]) if changes else None
        if pair is not None:
            yield from _judged(scene, gaps[0], *changes[0], *pair)


def _sign(word: str) -> int:
    return (word in _WIDENING) - (word in _NARROWING)


def _end_meant(scene: Scene, clause: Clause, claims: Sequence[Claim], at: int) -> tuple[str, Target] | None:
    """The range, and the end of it, that the words behind the change name ("widens toward the top"), of which both have
    just been told, the last of several, or that the words before the gap name."""
    toward = [
        end
        for index in range(at + 1, min(at + 1 + _NEAR, clause.end))
        if (end := end_at(scene, clause, index))
    ]
    pay = [name for name, pair in scene.reader.ranges.items() if scene.reader.families[pair[0]] == "money"]
    if toward and len(pay) == 1:
        return pay[0], Target("measure", scene.reader.ranges[pay[0]][toward[0] > 0])
    sides = {concept: name for name, pair in scene.reader.ranges.items() for concept in pair}
    told: dict[str, set[str]] = {}
    for claim in claims:
        if claim.verdict == "supported" and claim.attribute in sides:
            told.setdefault(claim.attribute, set()).update(claim.subjects)
    for concept, slugs in reversed(told.items()):
        if slugs.issuperset(scene.context.subjects):
            return sides[concept], Target("measure", concept)
    start = scene.clauses[clause.number - 1].start if clause.opener == "," and clause.number else clause.start
    found = [end for at in range(start, clause.end) if (end := end_at(scene, clause, at))]
    if not found or len(pay) != 1:
        return None
    return pay[0], Target("measure", scene.reader.ranges[pay[0]][found[-1] > 0])


def _judged(scene: Scene, gap: CueMark, at: int, sign: int, name: str, end: Target) -> Iterator[Claim]:
    """Whether a gap at an end is wider, or narrower, than in the middle, or than at the other end."""
    reader, subjects = scene.reader, scene.context.subjects
    others = [Target("measure", concept) for concept in reader.ranges[name] if concept != end.name]
    plain = plain_beside(scene, Target("range", name))
    here = _gaps(scene, end)
    there = [found for one in ([plain] if plain else []) + others if (found := _gaps(scene, one))]
    if here is None or not there:
        return
    true = any((now - then) * sign > 0 for gaps in there for now, then in zip(here, gaps, strict=True))
    amounts = [amount for slug in subjects if (amount := amount_of(reader, slug, end)) is not None]
    gives = " and ".join(shown(reader, end, amount.value) for amount in amounts)
    place = scene.place(gap.start, at + 1)
    source = tuple(ref for amount in amounts for ref in amount.source)
    text = f'says "{place.text}"; the data give {gives} there, which lie {"closer" if sign > 0 else "further apart"}'
    yield make(
        reader,
        place,
        "comparison",
        subjects,
        end,
        "supported" if true else "refuted",
        text,
        sign,
        -sign,
        source,
    )


def _gaps(scene: Scene, target: Target) -> tuple[Decimal, Decimal] | None:
    """How far the two are apart in a measure, in its unit and as a share of the smaller; None where one is unknown."""
    amounts = [amount_of(scene.reader, slug, target) for slug in scene.context.subjects]
    values = [abs(amount.value) for amount in amounts if amount is not None]
    if len(values) != 2 or not min(values):
        return None
    gap = max(values) - min(values)
    return gap, gap / min(values)
