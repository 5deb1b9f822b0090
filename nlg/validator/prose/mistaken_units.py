"""Sums of money that stand where the same number would be true as a percentage.

Example: "by 16.8% for counselors and by $9.6 for advisors", "the most common gas is hydrogen, at $80"
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene

_WHOLE = 100
"""Sums above this are no percentages."""


def refused(
    scene: Scene, claims: Sequence[Claim], words: tuple[str, int], again: Callable[[str], Sequence[Claim]]
) -> Iterator[Claim]:
    """The claims, a sum that nobody could read refused where `again`, with a percent sign, supports it.

    `words` are the sentence and where it begins.
    """
    for claim in claims:
        mark = _unread(scene, claim) if claim.verdict in ("unparsed", "no_data") else None
        if mark is None:
            yield claim
            continue
        content, start = words
        first, last = scene.tokens[mark.figure.core].start - start, scene.tokens[mark.end - 1].end - start
        number = content[first:last].lstrip("$€£ ")
        meant = [
            one
            for one in again(f"{content[:first]}{number}%{content[last:]}")
            if one.span[0] <= first < one.span[1] and number in one.text and one.verdict == "supported"
        ]
        if not any(_is_share(scene, one) for one in meant):
            yield claim
            continue
        yield replace(
            meant[0], span=claim.span, text=claim.text, kind="share", verdict="refuted",
            message=f'"{claim.text}" is no share',
        )  # fmt: skip


def _unread(scene: Scene, claim: Claim) -> FigureMark | None:
    """The small sum, of no period, that a claim consists of."""
    if claim.kind not in ("value", "difference"):
        return None
    for _, mark in scene.marks():
        if not isinstance(mark, FigureMark) or mark.figure.unit != "money" or mark.figure.high is not None:
            continue
        figure = mark.figure
        bare = not figure.period and figure.scale == 1 and abs(figure.value) <= _WHOLE
        start, end = scene.place(mark.start, mark.end).span
        if bare and claim.span[0] <= start and (end == claim.span[1] or start == claim.span[0]):
            return mark
    return None


def _is_share(scene: Scene, claim: Claim) -> bool:
    """Whether what a claim is about is told in percent."""
    reader = scene.reader
    if claim.attribute in reader.families:
        return reader.families[claim.attribute] in ("percent", "change")
    return claim.attribute in reader.collections and claim.kind == "share"
