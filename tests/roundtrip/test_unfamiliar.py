"""What the engine writes of unfamiliar domains, the validator reads back: all of it true, and nothing unread."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from nlg.api import make_writer, markdown
from nlg.validator.context import compile_reader
from nlg.validator.validation import validate_text

DATASETS = Path(__file__).parents[1] / "validator" / "datasets"
MOST = 12
"""Pairs tried of each dataset."""


@pytest.mark.parametrize("data", ["cars", "cities", "colleges", "phones"])
def test_every_rendered_claim_is_supported_and_nothing_is_unread(data: str):
    writer = make_writer(DATASETS / data)
    reader = compile_reader(writer.dataset)

    doubted = [
        f"{first}:{second}: {claim.verdict}: {claim.text}: {claim.message}"
        for first, second in list(combinations(sorted(writer.dataset.entities), 2))[:MOST]
        for claim in validate_text(reader, "article.md", markdown(writer.article(first, second)).text).claims
        if claim.verdict != "supported"
    ]

    assert doubted == []
