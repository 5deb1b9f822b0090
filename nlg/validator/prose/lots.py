"""The claims of one sentence, list or cell together: counted by verdict, put in their place when they are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nlg.validator.claim import Claim


class Lot(NamedTuple):
    """The claims of some words."""

    claims: tuple[Claim, ...]
    """Their spans are to be moved by `distance`."""
    supported: int
    """How many different ones are supported."""
    unparsed: int
    faults: int
    """Those that are neither supported nor unparsed."""
    distance: int = 0

    def placed(self) -> Iterable[Claim]:
        """The claims with the spans that they have in the file."""
        return moved(self.claims, self.distance) if self.distance else self.claims


def lot_of(claims: Iterable[Claim]) -> Lot:
    """The lot of some claims that stand in their place."""
    claims = tuple(claims)
    if not claims:
        return _EMPTY
    if len(claims) > 1 and len({claim.span for claim in claims}) < len(claims):
        claims = tuple(dict.fromkeys(claims))
    verdicts = [claim.verdict for claim in claims]
    supported, unparsed = verdicts.count("supported"), verdicts.count("unparsed")
    return Lot(claims, supported, unparsed, len(claims) - supported - unparsed)


_EMPTY = Lot((), 0, 0, 0)


def moved(claims: Iterable[Claim], distance: int) -> tuple[Claim, ...]:
    """The claims so many characters further on in the file."""
    return tuple(
        Claim(
            (claim.span[0] + distance, claim.span[1] + distance),
            claim.text,
            claim.kind,
            claim.subjects,
            claim.attribute,
            claim.stated,
            claim.expected,
            claim.source,
            claim.verdict,
            claim.message,
        )
        for claim in claims
    )
