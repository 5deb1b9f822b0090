"""What the words around a figure or an adjective add to its meaning: which of several measures, which period."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.binding.measures import topic_targets
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def narrow(scene: Scene, clause: Clause, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Of several measures that an adjective fits, the ones named near it.

    All when none is, unless they differ in kind.
    """
    if len(targets) < 2:
        return targets
    number = scene.index(clause)
    near = [clause, *reversed(scene.clauses[:number]), *scene.clauses[number + 1 : number + 2]]
    for one in near:
        for mark in one.marks:
            if isinstance(mark, TargetMark):
                common = tuple(target for target in targets if target in mark.targets)
                if common:
                    return common
    topics = topic_targets(scene.reader, scene.context.topic)
    common = tuple(target for target in targets if target in topics)
    return common or targets


_ADVERBS = {"monthly": "month", "weekly": "week", "hourly": "hour", "annual": "year", "yearly": "year",
            "month": "month", "week": "week", "hour": "hour", "annually": "year"}  # fmt: skip

_EACH = (["for", "every"], ["for", "each"], ["in", "every"], ["in", "each"])
_FRONTING, _FRONT = frozenset({"by", "per", "each", "every"}), 3


def with_period(scene: Scene, clause: Clause, mark: FigureMark) -> FigureMark:
    """The mark with the period that the clause, or one without figures before it, names.

    Example: "monthly pay is $2,854"
    """
    figure = mark.figure
    if figure.unit != "money" or figure.period:
        return mark
    behind = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
    if len(behind) == 3 and behind[:2] in _EACH and behind[2] in _ADVERBS:
        # "an extra $11.70 for every hour worked"
        return replace(mark, figure=replace(figure, period=_ADVERBS[behind[2]]))
    number = scene.index(clause)
    start = clause.start
    if number and not scene.clauses[number - 1].figures():
        start = scene.clauses[number - 1].start
    fronted = scene.clauses[0]
    opening = (fronted.start, fronted.end if not (fronted.figures() or fronted.entities()) else 0)
    if scene.tokens[0].low in _FRONTING:
        # "By the month it's $7,800 for a nurse and $5,400 for a teacher" tells the period of all sums.
        opening = (0, max(opening[1], _FRONT))
    for first, last in ((start, mark.start), opening):
        for token in scene.tokens[first:last][::-1]:
            if token.low in _ADVERBS:
                return replace(mark, figure=replace(figure, period=_ADVERBS[token.low]))
    return mark
