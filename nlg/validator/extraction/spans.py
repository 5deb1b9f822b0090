"""Comparisons of the ends of ranges: "the top of the one stays below the typical pay of the other"."""

from __future__ import annotations

from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.extraction.differences import than_side
from nlg.validator.extraction.limits import end_at
from nlg.validator.judgement import Amount, amount_of, make, no_data, shown, title
from nlg.validator.marks import CueMark, EntityMark
from nlg.validator.resolution import Target, domain_targets
from nlg.validator.scene import Scene

_WHOLE = (
    ("from", "bottom", "to", "top"),
    ("from", "top", "to", "bottom"),
    ("at", "both", "ends"),
    ("across", "the", "range"),
)


def read(scene: Scene, clause: Clause, mark: CueMark, sides: tuple[str, str]) -> Claim | None:
    """The comparison of both ends of two ranges, or of one end with the other's usual value; else nothing."""
    both = _plain(scene) if scene.reader.ranges else None
    if both is None or (mark.cue.domain and both[1] not in domain_targets(scene.reader, mark.cue.domain)):
        return None
    span, plain = both
    words = tuple(token.low for token in scene.tokens[: mark.start])
    if any(words[at : at + len(phrase)] == phrase for phrase in _WHOLE for at in range(len(words))):
        return _both_ends(scene, clause, mark, sides, span)
    side = than_side(scene, clause)
    if side is None or clause.figures() or side.figures():
        return None
    left, right = _end_of(scene, clause, mark.start), _end_of(scene, side, side.end)
    number = scene.index(clause)
    if not left and number and clause.opener == ",":
        before = scene.clauses[number - 1]
        if not before.figures() and not any(isinstance(one, EntityMark) for one in before.marks):
            left = _end_of(scene, before, before.end)
    if bool(left) == bool(right):
        return None
    amounts = [
        _amount(scene, slug, span if end else plain, end)
        for slug, end in zip(sides, (left, right), strict=True)
    ]
    place = scene.place(mark.start, mark.end)
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
    scene.last_target = plain
    return make(
        scene.reader, place, "comparison", sides, span, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}', stated, None, one.source + two.source,
    )  # fmt: skip


def is_denied(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a *not* of its own clause, or *neither*, denies a comparative."""
    return any(cue.start < mark.start for cue in clause.cues("not")) or scene.neither


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


def _end_of(scene: Scene, clause: Clause, stop: int) -> int:
    """1 or −1 when words before a token name the upper or the lower end of a range, else 0."""
    for index in range(clause.start, stop):
        if found := end_at(scene, clause, index):
            return found
    return 0


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
    if amount is None or not end or amount.high is None:
        return amount
    return Amount(amount.high if end > 0 else amount.value, amount.source)
