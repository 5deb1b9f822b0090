"""How many of all entities are more, or have something.

Example: "only two planets are larger than Neptune", "no occupation pays more than this one", "four planets
have rings", "of the eight, only Saturn is less dense than Jupiter"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nlg.data import Quantity, SourceRef
from nlg.validator.binding.comparands import comparison_target, first_measure
from nlg.validator.claim import Claim
from nlg.validator.extraction.sides import than_side
from nlg.validator.extraction.standing.existence import countable, nothing_values
from nlg.validator.judgement.standings import judge_rank
from nlg.validator.judgement.tolerance import holds
from nlg.validator.judgement.verdicts import Place, comparable, make, no_data, title
from nlg.validator.lexis.plurals import plural_word
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_NOBODY = frozenset({"no", "none", "nothing", "nobody"})
_HAVING = frozenset({"has", "have", "boast", "boasts", "lack", "lacks"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The counts of entities that a clause starts with."""
    if scene.advisory:
        return
    yield from _rank_along(scene, clause)
    if _is_of_none(scene, clause):
        yield from _exceeding_none(scene, clause)
        return
    start = _kind_at(scene, clause)
    number = _number(scene, clause, start) if start else None
    if number is None:
        yield from _only_one(scene, clause)
        return
    for mark in clause.marks:
        if mark.start < start or mark.start in scene.used:
            continue
        if isinstance(mark, CueMark) and mark.cue.role == "more":
            yield from _exceeding(scene, clause, mark, number)
            return
        if isinstance(mark, TargetMark):
            yield from _having(scene, clause, mark, number)


_ORDINALS = {
    word: rank
    for rank, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}


def _rank_along(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "The fourth planet from the Sun": a rank counted from the nearest on."""
    noun = scene.reader.dataset.entity_noun or "entity"
    for mark in clause.targets():
        at = mark.start
        if (
            at < 2
            or scene.tokens[at].low != "from"
            or scene.tokens[at - 1].low != noun
            or mark.start in scene.used
        ):
            continue
        rank = _ORDINALS.get(scene.tokens[at - 2].low, 0)
        target = next((found for found in mark.targets if found.kind == "measure"), None)
        if rank and target is not None and len(clause.subject) == 1:
            scene.used.add(mark.start)
            scene.last_target = target
            place = scene.place(at - 2, mark.end)
            yield judge_rank(scene.reader, place, clause.subject[0], target, -1, rank)


def _kind_at(scene: Scene, clause: Clause) -> int:
    """Where, near the start of a clause, the noun for all entities ends: "only two planets"; 0 when nowhere."""
    noun = scene.reader.dataset.entity_noun or "entity"
    for index in range(clause.start, min(clause.end, clause.start + 8)):
        if scene.tokens[index].low in (noun, plural_word(noun)):
            named = any(
                mark.start < index
                for mark in clause.marks
                if isinstance(mark, EntityMark) and not mark.reference
            )
            return 0 if named else index + 1
    return 0


def _number(scene: Scene, clause: Clause, end: int) -> FigureMark | int | None:
    """The count before the noun: a figure, or 0 for "no planet"."""
    for index in range(clause.start, end):
        if scene.tokens[index].low in _NOBODY:
            return 0
    figures = [mark for mark in clause.figures() if mark.end <= end and mark.figure.unit == "plain"]
    before = scene.tokens[clause.start].low
    if not figures or before in ("the", "these", "those", "both", "all"):
        return None
    if before in ("of", "among") and scene.tokens[figures[0].start - 1].low in _TOTAL:
        # "of all eight planets only Earth is denser" counts one
        return None
    return figures[0]


_TOTAL = frozenset({"all", "the", "of", "among"})


def _is_of_none(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says once more that nobody exceeds: "No planet is larger than Jupiter, and none is faster"."""
    first = [token.low for token in scene.tokens[clause.start : clause.end]][:1]
    if clause.number < 2 or clause.entities() or first != ["none"]:
        return False
    side, main = scene.clauses[clause.number - 1], scene.clauses[clause.number - 2]
    return (
        side.opener == "than"
        and bool(side.entities())
        and bool(start := _kind_at(scene, main))
        and (_number(scene, main, start) == 0)
    )


def _exceeding_none(scene: Scene, clause: Clause) -> Iterator[Claim]:
    for cue in clause.cues("more"):
        yield from _exceeding(scene, clause, cue, 0, scene.clauses[clause.number - 1])
        return


def _exceeding(
    scene: Scene, clause: Clause, cue: CueMark, number: FigureMark | int, side: Clause | None = None
) -> Iterator[Claim]:
    place = None if side is None else scene.place(clause.start, cue.end)
    side = side or than_side(scene, clause)
    target = first_measure(scene.reader, comparison_target(scene, clause, cue, cue.end))
    if side is None or len(side.subject) != 1 or side.inherited or target is None or target.kind == "text":
        return
    own = comparable(scene.reader, side.subject[0], target, cue.cue.domain)
    place = place or scene.place(_first(clause), side.end)
    _use(scene, clause)
    if own is None:
        yield no_data(scene.reader, place, "ranking", side.subject, target, None)
        return
    ahead = _ahead(scene, cue, side.subject[0], target, own.value)
    yield _judge(scene, place, side.subject, target, number, ahead, own.source)


def _ahead(scene: Scene, cue: CueMark, slug: str, target: Target, own: Decimal) -> list[str]:
    """Who exceeds an entity, in the direction of the cue."""
    return [
        other
        for other in scene.reader.dataset.entities
        if other != slug
        and (amount := comparable(scene.reader, other, target, cue.cue.domain)) is not None
        and (amount.value - own) * cue.cue.sign > 0
    ]


def _having(scene: Scene, clause: Clause, mark: TargetMark, number: FigureMark | int) -> Iterator[Claim]:
    """ "Only four planets have rings", "two of the planets are gas giants"."""
    reader = scene.reader
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    value = next((t for t in mark.targets if t.kind == "text" and t.item), None)
    named = next(
        (
            t
            for t in mark.targets
            if (t.kind == "text" and not t.item and t.name in nothing_values(reader))
            or (t.kind == "measure" and t.name in countable(reader))
        ),
        None,
    )
    target = value if value is not None and words & {"is", "are"} else named if words & _HAVING else None
    if target is None or [figure for figure in clause.figures() if figure.start > _first(clause) + 6]:
        return
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    lacking = before in ("no", "without") or bool(words & {"lack", "lacks"})
    cells = {slug: reader.dataset.observed(slug, target.name) for slug in reader.dataset.entities}
    known = {slug: cell for slug, cell in cells.items() if cell is not None}
    having = [slug for slug, cell in known.items() if _has(scene, target, cell.value) != lacking]
    source = tuple(known[slug].source for slug in having[:3])
    place = scene.place(_first(clause), mark.end)
    _use(scene, clause)
    yield _judge(scene, place, (), Target(target.kind, target.name), number, having, source)


def _has(scene: Scene, target: Target, value: object) -> bool:
    if isinstance(value, Quantity):
        return value.value != 0
    if target.item:
        return str(value).casefold() == target.item.casefold()
    return str(value).casefold() not in nothing_values(scene.reader).get(target.name, frozenset())


def _only_one(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "Of the eight planets, only Saturn is less dense than Jupiter"."""
    only = clause.cues("only")
    named = [entity for entity in clause.entities() if len(entity.slugs) == 1 and not entity.reference]
    number = scene.index(clause)
    if not only or len(named) != 1 or named[0].start != only[0].end:
        return
    own_frame = 0 < _kind_at(scene, clause) <= only[0].start
    if not number and not own_frame:
        return
    before = clause if own_frame else scene.clauses[number - 1]
    if not _kind_at(scene, before) or scene.tokens[before.start].low not in ("of", "among"):
        return
    for cue in clause.cues("more"):
        side = than_side(scene, clause)
        target = first_measure(scene.reader, comparison_target(scene, clause, cue, cue.end))
        if (
            side is None
            or len(side.subject) != 1
            or side.inherited
            or target is None
            or target.kind == "text"
        ):
            return
        own = comparable(scene.reader, side.subject[0], target, cue.cue.domain)
        if own is None:
            return
        ahead = _ahead(scene, cue, side.subject[0], target, own.value)
        _use(scene, before)
        _use(scene, clause)
        place = scene.place(only[0].start, side.end)
        true = ahead == list(named[0].slugs)
        names = ", ".join(title(scene.reader, slug) for slug in ahead[:3]) or "none"
        yield make(
            scene.reader, place, "ranking", (*named[0].slugs, *side.subject), target,
            "supported" if true else "refuted", f'says "{place.text}"; the data give {names}', None, len(ahead),
            own.source,
        )  # fmt: skip
        return


def _judge(
    scene: Scene,
    place: Place,
    subjects: tuple[str, ...],
    target: Target,
    number: FigureMark | int,
    found: Sequence[str],
    source: tuple[SourceRef, ...],
) -> Claim:
    stated = number if isinstance(number, int) else int(number.figure.value)
    if isinstance(number, int):
        true = not found
    else:
        true = holds(number.figure.value, number.figure.step, number.figure.hedge, Decimal(len(found)))
    return make(
        scene.reader, place, "ranking", subjects, target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {len(found)}', stated, len(found), source,
    )  # fmt: skip


def _first(clause: Clause) -> int:
    return min((mark.start for mark in clause.marks), default=clause.start)


def _use(scene: Scene, clause: Clause) -> None:
    scene.used.update(mark.start for mark in clause.marks if not isinstance(mark, EntityMark))
