"""How many times one end of a range is the other: "the top is about three times the bottom"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.bounds import plain_beside
from nlg.validator.extraction.ranges.limits import limit_of
from nlg.validator.judgement.tolerance import ratio_holds
from nlg.validator.judgement.verdicts import amount_of, make, no_data, plain_number, shown
from nlg.validator.lexis.figure import Hedge
from nlg.validator.lexis.hedges import hedge_before
from nlg.validator.lexis.tails import HIGH, LOW
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, Mark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_WORDS = word_list("ends")["bare"]
_HIGH, _LOW = frozenset(_WORDS["high"]), frozenset(_WORDS["low"])


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The multiples of a clause between the two ends of one entity's range."""
    names = [name for name, (low, _) in scene.reader.ranges.items() if scene.reader.families[low] == "money"]
    if len(names) != 1 or not clause.subject:
        return
    for mark in clause.marks:
        factor = factor_of(scene, mark)
        if factor is None or mark.start in scene.used:
            continue
        fronted = scene.clauses[0]
        start = clause.start if fronted.figures() or fronted.entities() else fronted.start
        before, after = _end(scene, start, mark.start), _end(scene, mark.end, clause.end)
        if not before and after and not clause.entities():
            before = _told_before(scene, clause)
        elif before and not after and _is_as_much(scene, mark.end):
            after = _told_before(scene, clause)
        if not before or before != -after:
            if (usual := _to_the_usual(scene, clause, mark, factor, names[0])) is not None:
                yield usual
            continue
        times, hedge, step, start = factor
        scene.used.update(one.start for one in clause.marks)
        yield _judged(
            scene, clause, (start, mark.end), Target("range", names[0]), (times, hedge, step), before
        )


def _is_as_much(scene: Scene, end: int) -> bool:
    """Whether a multiple is of what was told last: "the lowest tenth earns $33,280, the top three times as much"."""
    words = [token.low for token in scene.tokens[end : end + 3]]
    return words[:2] == ["as", "much"] and words[2:] != ["as"]


def _told_before(scene: Scene, clause: Clause) -> int:
    """The end that the one figure of the clause before is: "… $145,780, nearly four times what the lowest tenth do"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is None or len(before.figures()) != 1 or before.subject != clause.subject:
        return 0
    return {HIGH: 1, LOW: -1}.get(limit_of(scene, before, before.figures()[0]) or 0, 0)


def _to_the_usual(
    scene: Scene, clause: Clause, mark: Mark, factor: tuple[Decimal, Hedge, Decimal, int], name: str
) -> Claim | None:
    """How many times what is usual an end just told is: "$70,220, roughly twice the median for their …"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    words = {token.low for token in scene.tokens[mark.end : clause.end]}
    others = any(one.slugs != clause.subject for one in clause.entities())
    if before is None or others or not words & _USUAL or clause.figures()[1:] or len(before.figures()) != 1:
        return None
    end = limit_of(scene, before, before.figures()[0])
    usual = plain_beside(scene, Target("range", name))
    if (
        end not in (HIGH, LOW)
        or usual is None
        or before.subject != clause.subject
        or len(clause.subject) != 1
    ):
        return None
    times, hedge, step, start = factor
    target = Target("measure", scene.reader.ranges[name][1 if end == HIGH else 0])
    amounts = [amount_of(scene.reader, clause.subject[0], one) for one in (target, usual)]
    scene.used.update(one.start for one in clause.marks)
    scene.bound = 1 if end == HIGH else -1
    place, stated = scene.place(start, mark.end), plain_number(times)
    one, two = amounts
    if one is None or two is None or not two.value:
        return no_data(scene.reader, place, "ratio", clause.subject, target, stated)
    actual = one.value / two.value
    return make(
        scene.reader, place, "ratio", clause.subject, target,
        "supported" if ratio_holds(times, step, hedge, actual) else "refuted",
        f'says "{place.text}"; the data give a ratio of {actual:.2f}', stated, plain_number(round(actual, 4)),
        one.source + two.source,
    )  # fmt: skip


_USUAL = frozenset({"median", "typical", "average", "usual", "mean"})


def _judged(
    scene: Scene,
    clause: Clause,
    words: tuple[int, int],
    target: Target,
    factor: tuple[Decimal, Hedge, Decimal],
    first: int,
) -> Claim:
    place, subjects = scene.place(*words), clause.subject
    amounts = [amount_of(scene.reader, slug, target) for slug in subjects]
    times, hedge, step = factor
    ends = [
        (amount.value, amount.high) for amount in amounts if amount is not None and amount.high is not None
    ]
    if len(ends) < len(subjects) or not all(low for low, _ in ends):
        return no_data(scene.reader, place, "ratio", subjects, target, plain_number(times))
    actual = [high / low if first > 0 else low / high for low, high in ends]
    gives = " and ".join(
        f"{shown(scene.reader, target, low)} to {shown(scene.reader, target, high)}" for low, high in ends
    )
    told = " and ".join(f"{one:.2f}" for one in actual)
    true = all(ratio_holds(times, step, hedge, one) for one in actual)
    return make(
        scene.reader, place, "ratio", subjects, target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}, a ratio of {told}', plain_number(times),
        plain_number(round(actual[0], 4)), tuple(ref for one in amounts if one is not None for ref in one.source),
    )  # fmt: skip


def factor_of(scene: Scene, mark: Mark) -> tuple[Decimal, Hedge, Decimal, int] | None:
    """A multiple, its hedge, its printed step, and where its words begin."""
    if isinstance(mark, CueMark) and mark.cue.role == "ratio":
        hedge, start = hedge_before(scene.tokens, mark.start)
        return mark.cue.factor, hedge, Decimal(1), start
    if isinstance(mark, FigureMark) and mark.figure.unit == "times":
        return mark.figure.value, mark.figure.hedge, mark.figure.step, mark.start
    return None


def _end(scene: Scene, start: int, stop: int) -> int:
    """1 or −1 when one end of a range alone is named between two tokens, else 0."""
    words = {token.low for token in scene.tokens[start:stop]}
    limits = {limit for at, tail in scene.tails().items() if start <= at < stop for limit in tail.limits}
    high, low = bool(words & _HIGH) or HIGH in limits, bool(words & _LOW) or LOW in limits
    return 0 if high == low else 1 if high else -1
