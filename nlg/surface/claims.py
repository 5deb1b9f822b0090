"""What each kind of message claims, in the words of a validation report."""

from __future__ import annotations

from collections.abc import Mapping

from nlg.sentence.plan import Number

CLAIM_KINDS: Mapping[str, str] = {
    "level": "value",
    "difference": "comparison",
    "ratio": "ratio",
    "tie": "similarity",
    "similarity": "similarity",
    "growth": "trend",
    "decline": "trend",
    "divergence": "trend",
    "pace": "trend",
    "span": "range",
    "spread": "range",
    "same_span": "range",
    "attribute": "value",
    "shared_attribute": "shared",
    "shared_lack": "shared",
    "attribute_contrast": "value",
    "mode": "superlative",
    "shared_mode": "shared",
    "mode_contrast": "superlative",
    "top_items": "list",
    "overlap": "shared",
    "same_items": "shared",
    "no_overlap": "shared",
    "standing": "ranking",
    "price": "comparison",
    "trade_off": "comparison",
    "surprise": "comparison",
    "reach": "comparison",
}
"""By clause file."""


def number_kind(number: Number) -> str:
    """The kind of claim that a figure makes by itself."""
    if len(number.values) > 1:
        return "range"
    return {
        "difference": "difference",
        "relative difference": "difference",
        "ratio": "ratio",
        "rank": "ranking",
    }.get(number.how, "share" if number.unit == "percent" else "value")
