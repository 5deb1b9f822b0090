"""Relations of an end of a range to what is usual, of the other or of the same entity.

Example: "at the 90th percentile she makes 1.73 times the median", "almost as much as the baker in the middle"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.extraction.ratios.range_ratios import factor_of
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.tolerance import NEAR, ratio_holds, within
from nlg.validator.judgement.verdicts import Amount, amount_of, make, plain_number, shown, title
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import marks_of, place_of
from nlg.validator.sentences.marks import CueMark, FigureMark, Mark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_USUAL = frozenset(word_list("ends")["usual"]["words"])
_PARTING = frozenset({";", "while"})
_AGAINST = frozenset({"behind", "above", "below", "beyond", "over", "under", "ahead", "short", "past", "shy"})
_SHORT = frozenset({"almost", "nearly", "quite", "not"})
_KINDS = frozenset({"comparison", "ratio", "difference", "bound", "value"})


@dataclass(frozen=True, slots=True)
class _Relation:
    """What is set against what: one's end of a range, and what is usual of the other or of the same."""

    first: str
    second: str
    end: Target
    usual: Target


def of_an_end(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a relation behind an end that is named, and before a word for what is usual, taken for theirs."""
    last: _Relation | None = None
    for claim in claims:
        if claim.verdict != "refuted" or claim.kind not in _KINDS:
            yield claim
            continue
        relation = _relation(scene, claim)
        if relation is None and last is not None and claim.kind == "ratio":
            relation = _of_the_next(scene, claim, last)
        judged = _judged(scene, claim, relation) if relation is not None else None
        last = relation if judged is not None else last
        yield judged or claim


def _relation(scene: Scene, claim: Claim) -> _Relation | None:
    """The relation that a claim's words and those round them name."""
    marks = marks_of(scene, claim)
    if (
        not marks
        or not scene.reader.ranges
        or (claim.kind in ("bound", "value") and not _is_a_gap(scene, marks[-1][1]))
    ):
        return None
    start, stop = marks[0][1].start, marks[-1][1].end
    first_clause, last_clause = marks[0][0].number, marks[-1][0].number
    while first_clause and scene.clauses[first_clause].opener not in _PARTING:
        first_clause -= 1
    after = last_clause + 1
    while after < len(scene.clauses) and scene.clauses[after].opener in ("than", "of", "against", "for"):
        after += 1
    stop_at = scene.clauses[after - 1].end
    words = {token.low for token in scene.tokens[stop:stop_at]}
    side = 0
    for clause in scene.clauses[first_clause : last_clause + 1]:
        for at in range(clause.start, min(clause.end, start)):
            side = _limit(scene, clause.number, at) or side
    far = any(
        _limit(scene, one.number, at)
        for one in scene.clauses[last_clause:after]
        for at in range(max(one.start, stop), one.end)
    )
    if not side or far or not words & _USUAL:
        return None
    found = [
        (pair, plain)
        for name, pair in scene.reader.ranges.items()
        if scene.reader.families[pair[0]] == "money"
        and (plain := plain_beside(scene, Target("range", name))) is not None
    ]
    named = [
        mark
        for clause in scene.clauses[first_clause:after]
        for mark in clause.entities()
        if len(mark.slugs) == 1
    ]
    before = [mark.slugs[0] for mark in named if mark.end <= start]
    behind = [mark.slugs[0] for mark in named if mark.start >= stop]
    owner = before[-1] if before else (claim.subjects[0] if claim.subjects else "")
    if len(found) != 1 or not owner:
        return None
    pair, plain = found[0]
    return _Relation(owner, behind[0] if behind else owner, Target("measure", pair[side > 0]), plain)


def _limit(scene: Scene, number: int, at: int) -> int:
    return end_at(scene, scene.clauses[number], at)


def _is_a_gap(scene: Scene, mark: Mark) -> bool:
    """Whether a figure stands before words that set it against somebody: "$9,400 ahead of the median baker"."""
    onward = [token.low for token in scene.tokens[mark.end : mark.end + 1]]
    return isinstance(mark, FigureMark) and bool(onward) and onward[0] in _AGAINST


def _of_the_next(scene: Scene, claim: Claim, last: _Relation) -> _Relation | None:
    """The same of the next one, where the words leave it out: "…; a data scientist, 1.73 times"."""
    clause = marks_of(scene, claim)[0][0]
    known = clause.subject
    if clause.targets() or len(known) != 1 or last.first != last.second:
        return None
    return replace(last, first=known[0], second=known[0])


def _judged(scene: Scene, claim: Claim, relation: _Relation) -> Claim | None:
    reader, place = scene.reader, place_of(scene, claim)
    one = amount_of(reader, relation.first, relation.end)
    two = amount_of(reader, relation.second, relation.usual)
    marks = [mark for _, mark in marks_of(scene, claim)]
    figures = [mark for mark in marks if isinstance(mark, FigureMark)]
    if one is None or two is None or not two.value:
        return None
    factors = [found for mark in marks if (found := factor_of(scene, mark)) is not None]
    if claim.kind == "ratio" and len(factors) == 1:
        times, hedge, step, _ = factors[0]
        true = ratio_holds(times, step, hedge, one.value / two.value)
        return _told(scene, claim, relation, (one, two), true)
    if len(figures) == 1 and claim.kind != "ratio":
        signs = [_sign(mark) for mark in marks] + [_sign_behind(scene, figures[0])]
        sign = next((sign for sign in signs if sign), 0)
        return judge_difference(
            reader,
            place,
            relation.first,
            relation.second,
            relation.end,
            figures[0].figure,
            sign,
            relation.usual,
        )
    words = claim.text.lower().split()
    if "much" in words and words[-1] == "as":
        before = {token.low for token in scene.tokens[max(0, marks[0].start - 2) : marks[0].end]}
        short = bool(before & _SHORT)
        true = one.value < two.value if short else True
        return _told(scene, claim, relation, (one, two), true and within(one.value, two.value, NEAR))
    return None


def _sign(mark: Mark) -> int:
    return mark.cue.sign if isinstance(mark, CueMark) and mark.cue.role == "more" else 0


def _sign_behind(scene: Scene, mark: FigureMark) -> int:
    return next((_sign(one) for _, one in scene.marks() if one.start == mark.end), 0)


def _told(
    scene: Scene, claim: Claim, relation: _Relation, amounts: tuple[Amount, Amount], true: bool
) -> Claim:
    """The claim of a relation, true or false."""
    one, two = amounts
    reader = scene.reader
    subjects = tuple(dict.fromkeys((relation.first, relation.second)))
    gives = (
        f"{shown(reader, relation.end, one.value)} for {title(reader, relation.first)} and "
        f"{shown(reader, relation.usual, two.value)} for {title(reader, relation.second)}"
    )
    return make(
        reader, place_of(scene, claim), claim.kind, subjects, relation.end, "supported" if true else "refuted",
        f'says "{claim.text}"; the data give {gives}', claim.stated, plain_number(round(one.value / two.value, 4)),
        one.source + two.source,
    )  # fmt: skip
