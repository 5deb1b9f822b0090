"""What the writer meant, and whether the reader found it."""

from __future__ import annotations

from collections.abc import Iterable

from nlg.data import Dataset
from nlg.publishers.page import Page, PageSpan
from nlg.validator.claim import Claim

PROSE_OF_THE_DATA = "description"
"""Text that people wrote and the data hold; its sentences need not be claims."""


def covered_and_all(page: Page, claims: Iterable[Claim], dataset: Dataset) -> tuple[int, int]:
    """How many spans of the page supported claims on their attribute and subjects overlap, and of how many."""
    supported = [claim for claim in claims if claim.verdict == "supported"]
    spans = [span for span in page.spans if span.provenance.attribute != PROSE_OF_THE_DATA]
    return sum(_is_covered(span, supported, dataset) for span in spans), len(spans)


def _is_covered(span: PageSpan, claims: Iterable[Claim], dataset: Dataset) -> bool:
    """Whether the claims on a span speak of what it rests on and, together, of all its subjects."""
    meant = _attributes(span, dataset)
    spoken_of: set[str] = set()
    for claim in claims:
        if claim.span[0] < span.end and span.start < claim.span[1] and claim.attribute in meant:
            spoken_of.update(claim.subjects)
    return spoken_of >= set(span.provenance.subjects)


def _attributes(span: PageSpan, dataset: Dataset) -> set[str]:
    """The attribute of a span, the measures whose cells it rests on, and the ranges that these are ends of."""
    columns = {source.column for source in span.provenance.evidence}
    rested_on = [measure for measure in dataset.measures if measure.column in columns]
    ends = [measure for measure in dataset.measures if measure.range == span.provenance.attribute]
    named = {name for measure in (*rested_on, *ends) for name in (measure.concept, measure.range) if name}
    return {span.provenance.attribute, *named}
