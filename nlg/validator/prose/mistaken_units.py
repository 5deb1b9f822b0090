"""Figures in a unit in which nothing is measured, where the same number would be true in another.

Example: "by 16.8% for counselors and by $9.6 for advisors", "the most common gas is hydrogen, at $80", "is done in
10,747 hours", where it takes as many days
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from nlg.validator.claim import Claim, Kind
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene

_WHOLE = 100
"""Sums above this are no percentages."""


def refused(
    scene: Scene, claims: Sequence[Claim], words: tuple[str, int], again: Callable[[str], Sequence[Claim]]
) -> Iterator[Claim]:
    """The claims, a figure that nobody could read refused where `again`, with another unit, supports it.

    `words` are the sentence and where it begins.
    """
    for claim in claims:
        mark = _unread(scene, claim) if claim.verdict in ("unparsed", "no_data") else None
        if mark is None:
            yield claim
            continue
        content, start = words
        if (rate := _rate(scene, mark)) is not None:
            yield _of_another_rate(scene, claim, mark, rate, words, again) or claim
            continue
        first, last = scene.tokens[mark.figure.core].start - start, scene.tokens[mark.end - 1].end - start
        number = content[first:last].lstrip("$€£ ")
        if mark.figure.unit == "time":
            number = number.partition(" ")[0]
        refuted = None
        for unit in _units(scene, mark):
            meant = [
                one
                for one in again(f"{content[:first]}{number}{unit}{content[last:]}")
                if one.span[0] <= first < one.span[1] and number in one.text and one.verdict == "supported"
            ]
            kind: Kind = "share" if unit == "%" else "value"
            if refuted is None and any(_is_share(scene, one) or unit != "%" for one in meant):
                message = f'"{claim.text}" would be right as {number}{unit}'
                refuted = replace(
                    meant[0], span=claim.span, text=claim.text, kind=kind, verdict="refuted", message=message
                )
        yield refuted or claim


def _rate(scene: Scene, mark: FigureMark) -> str | None:
    """The time behind a figure by which something is told: "hour" of "35.5 kilometers per hour"."""
    behind = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    return behind[1] if len(behind) == 2 and behind[0] in _EACH and behind[1] in _RATES else None


_EACH = frozenset({"per", "a", "an", "each", "every"})
_RATES = ("second", "minute", "hour", "day", "year")


def _of_another_rate(
    scene: Scene,
    claim: Claim,
    mark: FigureMark,
    rate: str,
    words: tuple[str, int],
    again: Callable[[str], Sequence[Claim]],
) -> Claim | None:
    """The claim refused, where the same number would be right by another time."""
    content, start = words
    first, last = scene.tokens[mark.end].start - start, scene.tokens[mark.end + 1].end - start
    place = scene.tokens[mark.figure.core].start - start
    for other in _RATES:
        if other == rate:
            continue
        for one in again(f"{content[:first]}per {other}{content[last:]}"):
            if one.span[0] <= place < one.span[1] and one.verdict == "supported":
                message = f'"{claim.text}" would be right per {other}'
                return replace(
                    one, span=claim.span, text=claim.text, kind="value", verdict="refuted", message=message
                )
    return None


def _units(scene: Scene, mark: FigureMark) -> list[str]:
    """The units that a figure may have been meant in."""
    if mark.figure.unit == "money":
        return ["%"]
    told = {measure.unit for measure in scene.reader.dataset.measures} & _TIMES
    return [f" {unit}" for unit in sorted(told - {mark.figure.period})]


_TIMES = frozenset({"years", "days", "hours", "minutes", "seconds"})


def _unread(scene: Scene, claim: Claim) -> FigureMark | None:
    """The small sum, of no period, or the long and exact time that a claim consists of."""
    if claim.kind not in ("value", "difference"):
        return None
    for _, mark in scene.marks():
        if not isinstance(mark, FigureMark) or mark.figure.high is not None:
            continue
        figure = mark.figure
        long = figure.unit == "time" and abs(figure.value) > _WHOLE and figure.step <= 1
        bare = (
            figure.unit == "money" and not figure.period and figure.scale == 1 and abs(figure.value) <= _WHOLE
        )
        rated = bool(mark.units) and _rate(scene, mark) is not None
        start, end = scene.place(mark.start, mark.end).span
        if (
            (bare or long or rated)
            and claim.span[0] <= start
            and (end == claim.span[1] or start == claim.span[0])
        ):
            return mark
    return None


def _is_share(scene: Scene, claim: Claim) -> bool:
    """Whether what a claim is about is told in percent."""
    reader = scene.reader
    if claim.attribute in reader.families:
        return reader.families[claim.attribute] in ("percent", "change")
    return claim.attribute in reader.collections and claim.kind == "share"
