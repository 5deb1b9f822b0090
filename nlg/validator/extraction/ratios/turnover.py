"""One count of an entity as a percentage of another: "yearly openings equal about 8.6% of existing jobs"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.data import SourceRef
from nlg.validator.claim import Claim
from nlg.validator.judgement.tolerance import holds
from nlg.validator.judgement.verdicts import amount_of, family, make, plain_number, title
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("turnover")
_PRESENT = frozenset(_LIST["present"])
_WHOLES = frozenset(_LIST["wholes"])
_FRAMES: PhraseTable[bool] = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["frames"])
_REACH = 6
"""Words within which what is measured against is named: "relative to the size of the workforce"."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The percentages of a clause that one count of somebody makes of all its people."""
    figures = [
        mark
        for mark in clause.figures()
        if mark.figure.unit == "percent" and mark.figure.high is None and mark.start not in scene.used
    ]
    whole = head_count(scene.reader) if figures else None
    if whole is None or scene.advisory:
        return
    for mark in figures:
        end = _whole_behind(scene, clause, mark)
        if not end and not (is_framed(scene) or scene.rate is not None) or _is_of_else(scene, clause, end):
            continue
        part, is_named = _part(scene, whole, mark)
        subjects = _owners(scene, clause, mark)
        if part is None or not subjects:
            continue
        claim = _judged(scene, mark, end or mark.end, subjects, (part, whole))
        if claim is None or (claim.verdict == "refuted" and not is_named):
            continue
        scene.used.update(one.start for one in clause.marks if mark.start <= one.start < (end or mark.end))
        scene.used.update(cue.start for cue in clause.cues("same", "similar", "gap"))
        scene.said, scene.rate = subjects, part
        yield claim


def _whole_behind(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """Where the words end that make a percentage one of all jobs: "of existing jobs", "of sonographer jobs"; else 0."""
    tokens = scene.tokens
    if mark.end >= len(tokens) or tokens[mark.end].low != "of":
        return 0
    named = {at for one in clause.entities() for at in range(one.start, one.end)}
    for at in range(mark.end + 1, min(mark.end + 1 + _REACH, clause.end)):
        if tokens[at].low in _WHOLES:
            return at + 1
        if at not in named and tokens[at].low not in _PRESENT and tokens[at].low != "'s":
            return 0
    return 0


def is_framed(scene: Scene) -> bool:
    """Whether a sentence sets its figures against the number of people: "relative to the size of the workforce, …"."""
    return any(
        _FRAMES.starting_at(scene.tokens, at) is not None
        and any(token.low in _WHOLES for token in scene.tokens[at : at + _REACH + 3])
        for at in range(len(scene.tokens))
    )


def _is_of_else(scene: Scene, clause: Clause, end: int) -> bool:
    """Whether a clause says of another measure what the percentage is."""
    return bool(clause.cues("trend") if end else clause.cues("trend", "more", "ratio")) or any(
        target.kind != "measure" or family(scene.reader, target) != "count"
        for one in clause.targets()
        if not one.is_verb
        for target in one.targets
    )


def _part(scene: Scene, whole: Target, mark: FigureMark) -> tuple[Target | None, bool]:
    """The other count, and whether the sentence names it before the figure."""
    if scene.rate is not None:
        return scene.rate, True
    for clause in reversed(scene.clauses):
        for one in reversed(clause.targets()):
            for target in one.targets:
                counted = target.kind == "measure" and family(scene.reader, target) == "count"
                if one.start < mark.start and counted and target != whole:
                    return target, True
    known = scene.context.discourse.target
    spoken_of = Target("measure", scene.context.discourse.concept)
    for target in (spoken_of,) if known is None else (known, spoken_of):
        if target.kind == "measure" and target.name in scene.reader.measures:
            if family(scene.reader, target) == "count" and target != whole:
                return target, False
    return None, False


def _owners(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[str, ...]:
    """Whose counts they are: who is named behind the figure, before it in the clause, or whom the clause is about."""
    named: list[EntityMark] = [one for one in clause.entities() if one.slugs and not one.is_pronoun]
    behind = [one for one in named if one.start >= mark.end]
    if behind or named:
        return (behind or named)[0].slugs
    return clause.subject


def _judged(
    scene: Scene, mark: FigureMark, end: int, subjects: tuple[str, ...], counts: tuple[Target, Target]
) -> Claim | None:
    reader, figure = scene.reader, mark.figure
    shares: list[Decimal] = []
    source: list[SourceRef] = []
    for slug in subjects:
        part, whole = (amount_of(reader, slug, target) for target in counts)
        if part is None or whole is None or not whole.value:
            return None
        shares.append(part.value / whole.value * 100)
        source.extend((*part.source, *whole.source))
    place = scene.place(mark.start, end)
    true = all(holds(figure.value, figure.step, figure.hedge, share) for share in shares)
    gives = " and ".join(f"{share:.1f}%" for share in shares)
    names = " and ".join(title(reader, slug) for slug in subjects)
    return make(
        reader, place, "ratio", subjects, counts[0], "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives} for {names}', plain_number(figure.value),
        plain_number(round(shares[0], 1)), tuple(source),
    )  # fmt: skip
