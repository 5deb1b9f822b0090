"""Claims put together, and what the data say put into words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from nlg.data import Measure, Observation, SourceRef
from nlg.validator.cells.agreement import number
from nlg.validator.claim import Claim, Kind, Stated, Status
from nlg.validator.context import Reader
from nlg.validator.page import Text


def claim_of(
    text: Text,
    start: int,
    end: int,
    kind: Kind,
    subjects: tuple[str, ...],
    attribute: str,
    stated: Stated,
    expected: Stated,
    source: tuple[SourceRef, ...],
    verdict: Status,
    message: str,
) -> Claim:
    """The claim that `text.content[start:end]` makes; the span is the file's."""
    return Claim(
        text.span(start, end), text.content[start:end], kind, subjects, attribute, stated, expected, source, verdict,
        message,
    )  # fmt: skip


def expected_of(observation: Observation) -> Stated:
    """An observed value, ready for a claim."""
    return observation.value if isinstance(observation.value, str) else number(observation.value.value)


def own_figure_of_other(
    reader: Reader, measure: Measure, slug: str, subjects: tuple[str, ...], fits: Callable[[Decimal], bool]
) -> str:
    """A remark for a refuted figure that is right for another subject; empty when it is not."""
    for other in subjects:
        observation = reader.dataset.observed(other, measure.concept)
        if other == slug or observation is None or isinstance(observation.value, str):
            continue
        if fits(observation.value.value):
            return f'; this is the figure of "{reader.dataset.entities[other].title}"'
    return ""
