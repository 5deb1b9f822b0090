"""The order in which the lines of a list give two figures each, of which no line says whose is which.

Example: "Pay: $62,350 vs. $62,970", "Age: 41 vs. 39"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlg.validator.cells.mentions import subjects_in
from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import title
from nlg.validator.page import Text

_LEAST = 2
"""Lines that must keep an order before another is held to it."""
_STATING = frozenset({"value", "share", "bound", "trend"})


def in_one_order(
    reader: Reader, lines: Sequence[tuple[Text, tuple[Claim, ...]]], subjects: tuple[str, ...]
) -> Iterator[Claim]:
    """The claims of all lines; a line is refuted that is true only in another order than the rest keeps."""
    orders = [_order(reader, text, claims, subjects) for text, claims in lines]
    counts = Counter(order for order in orders if order).most_common()
    kept = counts[0][0] if counts and counts[0][1] >= _LEAST else ()
    broken = sum(count for _, count in counts[1:])
    for order, (_, claims) in zip(orders, lines, strict=True):
        if kept and order and order != kept and counts[0][1] >= _LEAST * broken:
            yield from (_exchanged(reader, claim, subjects) for claim in claims)
        else:
            yield from claims


def _order(
    reader: Reader, text: Text, claims: tuple[Claim, ...], subjects: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose the two figures of a line are, in order; empty where it has others, or says whose they are."""
    if len(subjects) != 2 or len(claims) != 2 or subjects_in(reader, text.content, subjects):
        return ()
    one, two = claims
    alike = one.attribute == two.attribute and one.kind in _STATING and two.kind in _STATING
    right = one.verdict == two.verdict == "supported" and one.stated != two.stated
    apart = len(one.subjects) == len(two.subjects) == 1 and one.subjects != two.subjects
    return (*one.subjects, *two.subjects) if alike and right and apart else ()


def _exchanged(reader: Reader, claim: Claim, subjects: tuple[str, ...]) -> Claim:
    """A figure given to the one whose place in the list it has, of whom it is false."""
    other = next(slug for slug in subjects if slug not in claim.subjects)
    message = (
        f"by the order of the list this is of {title(reader, other)}; it is the figure of "
        f"{title(reader, claim.subjects[0])}"
    )
    return replace(claim, subjects=(other,), expected=None, verdict="refuted", message=message)
