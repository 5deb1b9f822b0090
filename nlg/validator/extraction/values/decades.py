"""Ages told by the decade: "in their early forties", "in her thirties"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import amount_of, make, no_data, plain_number, shown
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import domain_targets

_DECADES = dict(
    zip("twenties thirties forties fifties sixties seventies".split(), range(20, 80, 10), strict=True)
)
_PARTS = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (6, 10)}
"""Where a part of a decade begins and ends, so far as anybody can say."""
_BE = frozenset({"are", "is", "be", "average", "mostly", "typically", "usually"})
_SOME = frozenset(
    {"many", "some", "few", "most", "start", "begin", "enter", "retire", "several", "starts", "begins"}
)
BORDER = Decimal(1)
"""Within so many years of a border nobody can say."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The ages of a clause that are told by the decade."""
    ages = domain_targets(scene.reader, "age")
    if not ages or scene.advisory:
        return
    for index in range(clause.start + 1, clause.end):
        decade = _DECADES.get(scene.tokens[index].low)
        if decade is None:
            continue
        start = index - 1
        if scene.tokens[start].low == "-":
            start -= 1
        low, high = _PARTS.get(scene.tokens[start].low, (0, 10))
        start = start if (low, high) != (0, 10) else index
        owned = [token.low for token in scene.tokens[max(clause.start, start - 2) : start]]
        if owned[:1] != ["in"] or owned[1:] not in (["their"], ["his"], ["her"], ["the"]):
            continue
        said = {token.low for token in scene.tokens[clause.start : start - 2]}
        if said & _SOME or not (said & _BE or start - 2 - clause.start < 4):
            continue
        before = [entity for entity in clause.entities() if entity.end <= start and not entity.possessive]
        subjects = before[-1].slugs if before else clause.subject
        place = scene.place(start - 2, index + 1)
        amounts = [amount_of(scene.reader, slug, ages[0]) for slug in subjects]
        known = [amount for amount in amounts if amount is not None]
        if not subjects or len(known) < len(subjects):
            if subjects:
                yield no_data(scene.reader, place, "value", subjects, ages[0], decade)
            continue
        scene.last_target, scene.said = ages[0], subjects
        inside = [decade + low <= amount.value < decade + high for amount in known]
        near = [decade + low - BORDER <= amount.value < decade + high + BORDER for amount in known]
        if not all(inside) and all(near):
            continue
        gives = " and ".join(shown(scene.reader, ages[0], amount.value) for amount in known)
        yield make(
            scene.reader, place, "value", subjects, ages[0], "supported" if all(inside) else "refuted",
            f"says {place.text}; the data give {gives}", decade, plain_number(known[0].value),
            tuple(ref for amount in known for ref in amount.source),
        )  # fmt: skip
