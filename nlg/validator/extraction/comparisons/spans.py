"""Comparisons of the ends of ranges: "the top of the one stays below the typical pay of the other"."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.claim import Claim
from nlg.validator.extraction.denials import is_not_expected
from nlg.validator.extraction.ranges.limits import bound_words, end_at, is_of_people, limit_of
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import (
    Amount,
    Place,
    amount_of,
    attribute_of,
    make,
    no_data,
    shown,
    title,
    unparsed,
)
from nlg.validator.lexis.tails import HIGH, LOW, MEDIAN
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target, domain_targets

_WHOLE = (
    ("from", "bottom", "to", "top"),
    ("from", "top", "to", "bottom"),
    ("at", "both", "ends"),
    ("across", "the", "range"),
    ("at", "the", "top", "and", "at", "the", "bottom"),
    ("at", "the", "bottom", "and", "at", "the", "top"),
    ("at", "the", "top", "and", "the", "bottom"),
)
_USUAL = frozenset({"median", "typical", "average", "usual", "mean"})
_LIKE = frozenset({"that", "those", "for", "in", "among", "of", "at", "with", "on"})
"""What opens a side that has the same end as the one before it."""


_SUMS = frozenset(word_list("nouns")["sums"])
_VARYING = frozenset(word_list("ends")["width"]["verbs"])


def read(scene: Scene, clause: Clause, mark: CueMark, sides: tuple[str, str], target: Target) -> Claim | None:
    """The comparison of both ends of two ranges, or of one end with the other's usual value; else nothing.

    `target` is what the comparative was found to be about: of something else it compares no ends.
    """
    both = _plain(scene) if scene.reader.ranges else None
    measured = mark.cue.domain and mark.cue.domain != "quality"
    if both is None or (measured and both[1] not in domain_targets(scene.reader, mark.cue.domain)):
        return None
    span, plain = both
    place = scene.place(mark.start, mark.end)
    if mark.start and scene.tokens[mark.start - 1].low in _VARYING:
        return judge_comparison(scene.reader, place, *sides, span, mark.cue.sign, "width")
    if target in both and _speaks_of_both(scene, clause, mark):
        return _both_ends(scene, clause, mark, sides, span)
    side = than_side(scene, clause)
    sum_ = _taken_up(scene, clause, mark) if side is not None else None
    if side is not None and sum_ is not None:
        right = _end_in(scene, side, side.start, side.end)[0]
        return _judged(scene, clause, mark, sides, (0, right), place, both, Amount(sum_.figure.value, ()))
    pairs = _ends(scene, clause, mark, side)
    if not pairs:
        return None
    readings = [_judged(scene, clause, mark, sides, pair, place, both) for pair in pairs]
    if len({claim.verdict for claim in readings}) > 1:
        text = f'"{place.text}" may compare ends of ranges, or one end with what is usual'
        return unparsed(place, "comparison", text, sides, attribute_of(scene.reader, plain))
    scene.last_target = plain
    return readings[0]


def _judged(
    scene: Scene,
    clause: Clause,
    mark: CueMark,
    sides: tuple[str, str],
    ends: tuple[int, int],
    place: Place,
    both: tuple[Target, Target],
    stated_sum: Amount | None = None,
) -> Claim:
    """The comparison read as one of an end, of what is usual, or of a sum just named, with another."""
    span, plain = both
    amounts = [
        _amount(scene, slug, span if end else plain, end) for slug, end in zip(sides, ends, strict=True)
    ]
    amounts[0] = stated_sum or amounts[0]
    missing = [slug for slug, amount in zip(sides, amounts, strict=True) if amount is None]
    stated = "more" if mark.cue.sign > 0 else "less"
    if missing:
        return no_data(scene.reader, place, "comparison", missing, span, stated)
    one, two = (amount for amount in amounts if amount is not None)
    true = ((one.value - two.value) * mark.cue.sign > 0) != is_denied(scene, clause, mark)
    gives = " and ".join(
        f"{shown(scene.reader, plain, amount.value)} for {title(scene.reader, slug)}"
        for slug, amount in zip(sides, (one, two), strict=True)
    )
    return make(
        scene.reader, place, "comparison", sides, span, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}', stated, None, one.source + two.source,
    )  # fmt: skip


def _taken_up(scene: Scene, clause: Clause, mark: CueMark) -> FigureMark | None:
    """The sum that "a figure below …" takes up: the last before it, where it is no end of a range."""
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    if clause.opener != "," or not words & _SUMS or mark.start - clause.start > 4:
        return None
    before = [
        (one, other)
        for one, other in scene.marks()
        if isinstance(other, FigureMark) and other.end <= mark.start
    ]
    if not before or before[-1][0].number < clause.number - 1 or before[-1][1].figure.unit != "money":
        return None
    owner, figure = before[-1]
    return None if bound_words(scene, owner, figure) or figure.figure.high is not None else figure


def end_named(scene: Scene, clause: Clause, mark: CueMark) -> Target | None:
    """What is compared where a comparative is said of an end of a range: "a higher floor", "top out higher"."""
    both = _plain(scene) if scene.reader.ranges and not mark.cue.domain else None
    found = end_at(scene, clause, mark.end) or _end_of(scene, clause, clause.start, mark.start)
    return both[1] if both is not None and found else None


def is_denied(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a *not* of its own clause, or *neither*, denies a comparative."""
    if scene.denies(mark.start):
        return True
    for cue in clause.cues("not"):
        if cue.end < len(scene.tokens) and scene.tokens[cue.end].low in _ADDING:
            # "is not only the larger of the two but also the faster riser"
            continue
        if cue.start < mark.start:
            return True
        if is_not_expected(scene, cue) or _is_somebody_elses(scene, cue):
            return not clause.figures()
    side = than_side(scene, clause)
    if side is not None and any(one.end == two.start for one in side.cues("not") for two in side.targets()):
        # "a larger share of librarians than of writers are not women"
        return not side.figures()
    before = scene.clauses[clause.number - 1] if clause.opener == "who" and clause.number else None
    # "designers are not the ones who need more schooling"
    return before is not None and bool(before.cues("not")) and scene.tokens[before.end - 1].low in _ONES


_ONES = frozenset({"one", "ones"})


_ADDING = frozenset({"only", "just", "merely", "simply", "solely"})


def _is_somebody_elses(scene: Scene, cue: CueMark) -> bool:
    """Whether a "not" says whose something is not: "the weaker gravity is not that of Uranus"."""
    return [token.low for token in scene.tokens[cue.end : cue.end + 2]] in (["that", "of"], ["those", "of"])


def _speaks_of_both(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether words before a comparative, or in its own clause, speak of both ends."""
    words = tuple(token.low for token in scene.tokens[: max(mark.start, clause.end)])
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    if following and following[0].opener == "and":
        words = tuple(token.low for token in scene.tokens[: following[0].end])
    return any(words[at : at + len(phrase)] == phrase for phrase in _WHOLE for at in range(len(words)))


def _both_ends(
    scene: Scene, clause: Clause, mark: CueMark, sides: tuple[str, str], span: Target
) -> Claim | None:
    place = scene.place(mark.start, mark.end)
    found = [amount_of(scene.reader, slug, span) for slug in sides]
    stated = "more" if mark.cue.sign > 0 else "less"
    missing = [slug for slug, amount in zip(sides, found, strict=True) if amount is None]
    if missing:
        return no_data(scene.reader, place, "comparison", missing, span, stated)
    one, two = (amount for amount in found if amount is not None)
    highs = (one.high or one.value) - (two.high or two.value)
    true = (one.value - two.value) * mark.cue.sign > 0 and highs * mark.cue.sign > 0
    true = true != is_denied(scene, clause, mark)
    return make(
        scene.reader, place, "comparison", sides, span, "supported" if true else "refuted",
        f'says "{place.text}" of both ends; the data have it otherwise', stated, None, one.source + two.source,
    )  # fmt: skip


def _ends(scene: Scene, clause: Clause, mark: CueMark, side: Clause | None) -> list[tuple[int, int]]:
    """The ends that are compared, 0 for what is usual; several pairs where the words leave it open.

    Without a word of its own the other side has the same end ("… than those of bakers", "start higher than
    bakers"), but where people are compared with others ("the best-paid plumbers earn more than bakers")
    both may be meant.
    """
    left, people = _left(scene, clause, mark)
    if side is None:
        return [(left, left)] if left and not people else []
    right, others = _end_in(scene, side, side.start, side.end)
    if right:
        return (
            [(left, right)]
            if left or others or _is_usual(scene, clause, mark)
            else [(0, right), (right, right)]
        )
    if not left:
        return []
    words = [token.low for token in scene.tokens[side.start : side.end]]
    plain = any(target.kind == "measure" for one in side.targets() for target in one.targets)
    if _USUAL & set(words):
        return [(left, 0)]
    for figure in side.figures():
        limit = limit_of(scene, side, figure)
        if limit == MEDIAN or plain:
            return [(left, 0)]
        return [(left, limit if limit in (HIGH, LOW) else left)]
    if (words and words[0] in _LIKE) or not (people or plain):
        return [(left, left)]
    return [(left, 0), (left, left)]


def _is_usual(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether what is compared is called usual, in the clause or where the figure before it is given."""
    number = clause.number
    while number and not any(isinstance(one, EntityMark | TargetMark) for one in scene.clauses[number].marks):
        number -= 1
    start = scene.clauses[number].start
    return bool(_USUAL & {token.low for token in scene.tokens[start : mark.start]})


def _left(scene: Scene, clause: Clause, mark: CueMark) -> tuple[int, bool]:
    """1 or −1 when what is compared is the upper or the lower end of a range, else 0; and whether people are.

    The words before the comparative say so, or right after it, or, where it takes up the figure before it,
    that figure's.
    """
    found = _end_in(scene, clause, clause.start, mark.start)
    if found[0]:
        return found
    if after := end_at(scene, clause, mark.end):
        return after, False
    named = [
        one for one in clause.marks if isinstance(one, EntityMark | TargetMark) and one.end <= mark.start
    ]
    if all(isinstance(one, TargetMark) and one.is_verb for one in named):
        before = [one for one in scene.marks() if isinstance(one[1], FigureMark) and one[1].end <= mark.start]
        if before and before[-1][0].number >= clause.number - 1:
            owner, figure = before[-1]
            return (bound_words(scene, owner, figure) if isinstance(figure, FigureMark) else 0), False
    fronted = scene.clauses[clause.number - 1] if clause.number and clause.opener == "," else None
    if fronted is None or fronted.figures() or fronted.entities():
        return 0, False
    return _end_in(scene, fronted, fronted.start, fronted.end)[0], False


def speaks_of_ends(scene: Scene, region: Sequence[Clause]) -> bool:
    """Whether some clauses name an end of a range."""
    return any(_end_in(scene, clause, clause.start, clause.end)[0] for clause in region)


def _end_in(scene: Scene, clause: Clause, start: int, stop: int) -> tuple[int, bool]:
    """1 or −1 when words name the upper or the lower end of a range, else 0; and whether they name people."""
    for index in range(start, stop):
        if found := end_at(scene, clause, index):
            return found, is_of_people(scene, index)
    return 0, False


def _end_of(scene: Scene, clause: Clause, start: int, stop: int) -> int:
    return _end_in(scene, clause, start, stop)[0]


def _plain(scene: Scene) -> tuple[Target, Target] | None:
    """The one range of the data in money, and the measure in the unit of its ends."""
    reader = scene.reader
    names = [name for name, (low, _) in reader.ranges.items() if reader.families[low] == "money"]
    if len(names) != 1:
        return None
    unit = reader.measures[reader.ranges[names[0]][0]].unit
    for concept, measure in reader.measures.items():
        if measure.unit == unit and not measure.range:
            return Target("range", names[0]), Target("measure", concept)
    return None


def _amount(scene: Scene, slug: str, target: Target, end: int) -> Amount | None:
    amount = amount_of(scene.reader, slug, target)
    if amount is None and end and target.kind == "range":
        # The other end alone is not known.
        return amount_of(scene.reader, slug, Target("measure", scene.reader.ranges[target.name][end > 0]))
    if amount is None or not end or amount.high is None:
        return amount
    return Amount(amount.high if end > 0 else amount.value, amount.source)
