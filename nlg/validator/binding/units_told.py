"""Units that a figure leaves to the one before it: the month of a sum, the percent of a share."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.judgement.verdicts import family
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene


def like_the_last(scene: Scene, clause: Clause, mark: FigureMark) -> FigureMark:
    """The mark with the month or week of the sum that it is set against.

    Example: "$5,195 a month, compared with $7,800"
    """
    figure = mark.figure
    if _is_gapped_share(scene, clause, mark):
        # "Of librarians, 82.2 percent are women; of teachers, 58.7."
        return replace(mark, figure=replace(figure, unit="percent"))
    if _is_next_item(scene, clause, mark) or _is_next_share(scene, clause, mark):
        return replace(mark, figure=replace(figure, unit="percent"))
    if (
        figure.unit != "money"
        or figure.period
        or clause.opener not in ("against", "than", "and", "while", ";", ",")
    ):
        return mark
    earlier = [
        other.figure
        for _, other in scene.marks()
        if isinstance(other, FigureMark) and other.end <= mark.start and other.figure.unit == "money"
    ]
    if earlier and earlier[-1].period in ("month", "week", "fortnight"):
        return replace(mark, figure=replace(figure, period=earlier[-1].period))
    return mark


def _is_next_item(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number is the share of an item, after that of another: "Carbon dioxide is only 0.04."."""
    figure, last = mark.figure, scene.last_target or scene.context.discourse.target
    if figure.unit != "plain" or mark.units or figure.in_words or figure.value > 100 or last is None:
        return False
    before = [one for one in clause.targets() if one.end <= mark.start]
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    return (
        last.kind == "item"
        and len(before) == len(clause.targets()) == 1
        and mark.start - before[0].end <= 3
        and not after.isalpha()
        and any(target.kind == "item" and target.name == last.name for target in before[0].targets)
    )


def _is_next_share(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number goes on with the percentage of the sentence before: "In development they hold 21.5."."""
    figure, last = mark.figure, scene.last_target or scene.context.discourse.target
    if figure.unit != "plain" or mark.units or figure.step >= 1 or figure.value > 100 or last is None:
        return False
    if family(scene.reader, last) not in ("percent", "change"):
        return False
    before = scene.tokens[mark.figure.core - 1].low if mark.figure.core else ""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    named = any(not one.is_weak for part in scene.clauses for one in part.targets())
    alone = len([one for _, one in scene.marks() if isinstance(one, FigureMark)]) == 1
    taken_up = [
        token.low for token in scene.tokens[max(0, mark.figure.core - 2) : mark.figure.core]
    ] in _IT_IS
    compared = taken_up or before == "," and scene.tokens[mark.figure.core - 2].low in _COMPARING
    return (
        alone
        and not named
        and (before in _GOING_ON or compared)
        and (not after.isalpha() or after in ("of", "in"))
    )


_IT_IS = (["it", "'s"], ["it", "is"], ["share", "is"], ["figure", "is"], ["it", "was"])
_COMPARING = frozenset({"fewer", "less", "more", "lower", "higher", "smaller", "larger"})
_GOING_ON = frozenset(
    "gets get sees see by only just hold holds about around roughly have has fill fills against".split()
)


def _is_gapped_share(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number alone behind a name goes on with the percentages before it."""
    if mark.figure.unit != "plain" or mark.units or mark.figure.value > 100 or len(clause.marks) > 1:
        return False
    number = scene.index(clause)
    if number < 2 or clause.opener != "," or scene.clauses[number - 1].figures():
        return False
    owner = scene.clauses[number - 1]
    alone = len(owner.marks) == 1 and bool(owner.entities()) and owner.opener in (";", "while", "and")
    earlier = [figure for one in scene.clauses[: number - 1] for figure in one.figures()]
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    return alone and bool(earlier) and earlier[-1].figure.unit == "percent" and not after.isalpha()
