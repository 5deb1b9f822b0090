"""Two groups of the same people set against each other: "women outnumber men five to one among lawyers"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import SourceRef
from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.shares.complements import SEXES, other_share
from nlg.validator.judgement.tolerance import ratio_holds
from nlg.validator.judgement.verdicts import (
    Place,
    amount_of,
    family,
    make,
    no_data,
    plain_number,
    shown,
    title,
)
from nlg.validator.lexis.figure import Figure
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader, Target

Group = tuple[Target, bool, str]
"""A share of people, whether the group is the rest of them, and what the sentence calls it."""

_ADVERBS = frozenset(
    "still easily far comfortably vastly clearly heavily greatly do also now slightly the even actually".split()
)
_HAVING = frozenset(
    "those people holders ones of with who that stopped stop at went on to have hold finished a an only".split()
)
"""Between a verb and what its people have: "outnumber those who stopped at a bachelor's"."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """Who is said to outnumber whom, and how many times, among an entity's people."""
    number = scene.index(clause)
    for mark in clause.cues("more"):
        if mark.cue.domain != "count" or not mark.cue.binds or mark.start in scene.used:
            continue
        passive = mark.cue.sign < 0
        one = _group(scene, mark.start - 1 - passive, -1)
        two = _group(scene, mark.end, 1)
        if one is None or two is None or one[:2] == two[:2]:
            continue
        side = scene.clauses[number + 1 : number + 2]
        named = [entity for part in (clause, *side) for entity in part.entities()]
        fronted = [entity for part in scene.clauses[:number] for entity in part.entities()]
        known = scene.context.discourse.subjects or clause.subject
        subjects = named[-1].slugs if named else fronted[-1].slugs if fronted else known
        if not subjects:
            continue
        scene.used.update(other.start for part in (clause, *side) for other in part.targets())
        scene.used.add(mark.start)
        scene.last_target, scene.said = one[0], subjects
        odds = next((figure for part in (clause, *side) for figure in part.figures()), None)
        odds = odds if odds is not None and odds.figure.unit == "times" else None
        if odds is not None:
            scene.used.add(odds.start)
        place = scene.place(mark.start - 1 - passive, max(mark.end + 1, odds.end if odds is not None else 0))
        larger, smaller = (two, one) if passive else (one, two)
        yield _judge(scene.reader, place, larger, smaller, subjects, odds)


def _group(scene: Scene, index: int, step: int) -> Group | None:
    """The group of people named beside a verb."""
    passed = _ADVERBS | _HAVING if step > 0 else _ADVERBS
    while 0 <= index < len(scene.tokens) and scene.tokens[index].low in passed:
        index += step
    if not 0 <= index < len(scene.tokens):
        return None
    for _, mark in scene.marks():
        if mark.start <= index < mark.end:
            shares = [
                target
                for target in getattr(mark, "targets", ())
                if target.kind in ("measure", "item") and family(scene.reader, target) == "percent"
            ]
            return (shares[0], False, _words(scene, mark.start, mark.end)) if shares else None
    word = scene.tokens[index].low
    rest = other_share(scene.reader, word) if word in SEXES else None
    return (rest, True, word) if rest is not None else None


def _words(scene: Scene, start: int, end: int) -> str:
    return " ".join(token.low for token in scene.tokens[start:end])


def _judge(
    reader: Reader, place: Place, one: Group, two: Group, subjects: tuple[str, ...], odds: FigureMark | None
) -> Claim:
    kind: Kind = "comparison" if odds is None else "ratio"
    stated = "more" if odds is None else plain_number(odds.figure.value)
    faults: list[str] = []
    source: list[SourceRef] = []
    for slug in subjects:
        first, second = amount_of(reader, slug, one[0]), amount_of(reader, slug, two[0])
        if first is None or second is None:
            return no_data(reader, place, kind, [slug], one[0] if first is None else two[0], stated)
        many, few = _share(first.value, one), _share(second.value, two)
        source.extend(dict.fromkeys((*first.source, *second.source)))
        if not few or many <= few or (odds is not None and not _holds(odds.figure, many / few)):
            gives = f"{shown(reader, one[0], many)} {one[2]} against {shown(reader, two[0], few)} {two[2]}"
            faults.append(f"the data give {gives} for {title(reader, slug)}")
    return make(
        reader, place, kind, subjects, one[0], "refuted" if faults else "supported",
        f'says "{place.text}"; {" and ".join(faults)}', stated, None, tuple(source),
    )  # fmt: skip


def _holds(figure: Figure, actual: Decimal) -> bool:
    return ratio_holds(figure.value, figure.step, figure.hedge, actual)


def _share(value: Decimal, group: Group) -> Decimal:
    return Decimal(100) - value if group[1] else value
