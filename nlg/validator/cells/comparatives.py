"""Cells that hold no figure but a comparison: "Higher" beside "Lower"."""

from __future__ import annotations

import re

from nlg.data import Measure, Quantity
from nlg.validator.cells.agreement import shown_number
from nlg.validator.cells.claims import claim_of
from nlg.validator.claim import Claim, Kind
from nlg.validator.context import Reader
from nlg.validator.judgement.tolerance import similar
from nlg.validator.judgement.verdicts import title
from nlg.validator.page import Text

_MORE = frozenset(
    "higher more larger bigger greater older longer faster highest most largest oldest fastest".split()
)
_LESS = frozenset(
    "lower less fewer smaller younger shorter slower lowest least smallest youngest slowest".split()
)
_SAME = re.compile(
    r"(?:about |roughly |nearly )?(?:the )?(?:same|equal|similar|tied?|comparable)$", re.IGNORECASE
)
_MAX_WORDS = 3


def judge_comparative(
    reader: Reader, text: Text, measure: Measure, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    """The claim of a cell that sets one of two subjects above, below or beside the other; else nothing."""
    said = text.content.strip(" .").lower()
    others = tuple(other for other in subjects if other != slug)
    words = said.split()
    if len(others) != 1 or slug not in subjects or len(words) > _MAX_WORDS:
        return ()
    own, theirs = _value(reader, slug, measure), _value(reader, others[0], measure)
    is_more = bool(_MORE.intersection(words)) or said == measure.more
    is_less = bool(_LESS.intersection(words)) or said == measure.less
    is_same = bool(_SAME.match(said))
    if is_more + is_less + is_same != 1:
        return ()
    length = len(text.content)
    pair = (slug, *others)
    kind: Kind = "similarity" if is_same else "comparison"
    if own is None or theirs is None:
        return (
            claim_of(
                text, 0, length, kind, pair, measure.concept, text.content, None, (), "no_data",
                f"the data hold no {measure.noun or measure.concept} to compare",
            ),
        )  # fmt: skip
    family = reader.families[measure.concept]
    if is_same:
        right = similar(own.value, theirs.value, family in ("percent", "change"))
    else:
        right = own.value > theirs.value if is_more else own.value < theirs.value
    sources = tuple(
        observation.source
        for each in pair
        if (observation := reader.dataset.observed(each, measure.concept)) is not None
    )
    message = (
        f"the data give {shown_number(own.value, measure)} for {title(reader, slug)} and "
        f"{shown_number(theirs.value, measure)} for {title(reader, others[0])}"
    )
    return (
        claim_of(
            text, 0, length, kind, pair, measure.concept, text.content, None, sources,
            "supported" if right else "refuted", "" if right else message,
        ),
    )  # fmt: skip


def _value(reader: Reader, slug: str, measure: Measure) -> Quantity | None:
    observation = reader.dataset.observed(slug, measure.concept)
    return observation.value if observation is not None and isinstance(observation.value, Quantity) else None
