"""Shares of the two told in a row for one item or measure, of which each is bound by the other.

Example: "Helium: Jupiter 10.2%, Neptune 19%", "a bachelor's degree is the most common level in both: 58.5% of designers
and 48.4% of analysts"
"""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.judgement.figures import judge_figure
from nlg.validator.sentences.marks import EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LINKING = frozenset(
    "a an of for among in at and by , ; with the to against versus compared while but is are those that ( )".split()
)


def is_told_in_a_row(scene: Scene, mark: FigureMark, subjects: tuple[str, ...], target: Target) -> bool:
    """Whether a figure stands beside one of the other that is true of what it is taken to measure.

    Example: "the best-paid tenth starts at $161,240 for engineers and at $99,830 for court reporters"
    """
    other = scene.other(subjects) if len(subjects) == 1 else ""
    for beside in _beside(scene, mark) if other else ():
        if not _name_both(scene, (mark, beside), (subjects[0], other)):
            continue
        place = scene.place(beside.start, beside.end)
        plain = replace(beside.figure, hedge="") if beside.figure.hedge.startswith("limit") else beside.figure
        if judge_figure(scene.reader, place, (other,), target, plain).verdict == "supported":
            return True
    return False


def told_in_a_row(scene: Scene, mark: FigureMark, subjects: tuple[str, ...]) -> Target | None:
    """What a share measures that stands beside the other's, which is true of what was named last before the two."""
    other = scene.other(subjects) if len(subjects) == 1 else ""
    if mark.figure.unit != "percent" or not other:
        return None
    marks = [one for _, one in scene.marks()]
    for beside in _beside(scene, mark):
        first = min(mark.start, beside.start)
        named = [
            one for one in marks if isinstance(one, TargetMark) and one.end <= first and _is_share(scene, one)
        ]
        for target in _shares(scene, named[-1]) if named else ():
            place = scene.place(beside.start, beside.end)
            judged = judge_figure(scene.reader, place, (other,), target, beside.figure, "share")
            if judged.verdict == "supported":
                return target
    return None


def _name_both(scene: Scene, figures: tuple[FigureMark, FigureMark], slugs: tuple[str, str]) -> bool:
    """Whether each of two figures has its own name right behind it, or right before it."""

    def owner(figure: FigureMark, behind: bool) -> str:
        for _, one in scene.marks():
            apart = one.start - figure.end if behind else figure.start - one.end
            if isinstance(one, EntityMark) and len(one.slugs) == 1 and not one.reference and 0 <= apart <= 2:
                return one.slugs[0]
        return ""

    return any(tuple(owner(figure, behind) for figure in figures) == slugs for behind in (True, False))


def _beside(scene: Scene, mark: FigureMark) -> list[FigureMark]:
    """The figures of the same unit on either side of one, with nothing but names between."""
    marks = [one for _, one in scene.marks()]
    at = marks.index(mark) if mark in marks else -1
    return [
        beside
        for beside in _neighbours(marks, at)
        if beside.figure.unit == mark.figure.unit
        and beside.figure.high is None
        and _is_linked(scene, marks, *sorted((mark, beside), key=_start))
    ]


def _start(mark: FigureMark) -> int:
    return mark.start


def _neighbours(marks: list[Mark], at: int) -> list[FigureMark]:
    """The figures next before and next after one."""
    before = [one for one in marks[: max(at, 0)] if isinstance(one, FigureMark)][-1:]
    after = [one for one in marks[at + 1 :] if isinstance(one, FigureMark)][:1]
    return [*before, *after] if at >= 0 else []


def _is_linked(scene: Scene, marks: list[Mark], one: FigureMark, two: FigureMark) -> bool:
    """Whether nothing but names and small words stands between two figures, or behind the second in its clause."""
    named = {at for other in marks if isinstance(other, EntityMark) for at in range(other.start, other.end)}
    between = {scene.tokens[at].low for at in range(one.end, two.start) if at not in named}
    behind = [other for other in marks if other.start >= two.end][:2]
    return between <= _LINKING and not any(
        isinstance(other, TargetMark) and other.start - two.end <= 3 for other in behind
    )


def _is_share(scene: Scene, mark: TargetMark) -> bool:
    return bool(_shares(scene, mark))


def _shares(scene: Scene, mark: TargetMark) -> list[Target]:
    """The items and shares that a mark may name."""
    reader = scene.reader
    return [
        target
        for target in mark.targets
        if target.kind == "item"
        or (target.kind == "measure" and reader.families[target.name] in ("percent", "change"))
    ]
