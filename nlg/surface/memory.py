"""What a voice has worked out and need not again, for all pairs of one dataset.

Everything in it is about one wording, one entity or one value, or is the last of its kind: it grows with the
dataset and never with the pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nlg.sentence.plan import Filler, Make, Wording
from nlg.surface.article import Claim
from nlg.surface.templates import Rendition, Words


@dataclass(slots=True)
class Memory:
    """What a voice has worked out and need not again, for all pairs of one dataset."""

    contractions: Mapping[str, str] = field(default_factory=dict)
    """What sentences contract, and to what: "does not" to "doesn't"."""
    renditions: dict[Wording, Rendition] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)
    """By slug: what sentences have said of one entity, as they said it."""
    special: set[str] = field(default_factory=set)
    """The slugs of which some words are not plain."""
    told: dict[Make, tuple[Filler | None, str, bool]] = field(default_factory=dict)
    """What was said last of each filling that depends on the pair, and whether it is plain: an article says
    the same in several places."""
    claims: dict[tuple[str, str], tuple[Claim, ...]] = field(default_factory=dict)
    """By slug and what its words are called: what they claim."""
    capitals: dict[str, str] = field(default_factory=dict)
    """First words with their space, as sentences begin with them."""
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    charts: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """Parts of charts that are about one entity or one item."""
