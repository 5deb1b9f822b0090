"""Sentences that a person wrote, and what a reader with a calculator would say of each claim in them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from nlg.data import load
from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader, compile_reader
from nlg.validator.page import Text
from nlg.validator.prose.paragraphs import read_on

CASES = Path(__file__).parent / "cases"
DATASETS = Path(__file__).parents[2] / "datasets"


@cache
def reader_of(dataset: str) -> Reader:
    return compile_reader(load(DATASETS / dataset))


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table["case"], 1):
            found.append(pytest.param({**table.get("all", {}), **case}, id=f"{path.stem}-{number}"))
    return found


def read(case: dict[str, Any]) -> tuple[Claim, ...]:
    reader = reader_of(case["dataset"])
    context = Context(
        tuple(case["pair"]),
        focus=tuple(case.get("focus", ())),
        topic=case.get("topic", ""),
    )
    for sentence in case.get("before", ()):
        _, context = read_on(reader, Text(sentence, (0,), (0,)), context)
    claims, _ = read_on(reader, Text(case["sentence"], (0,), (0,)), context)
    return claims


@pytest.mark.parametrize("case", cases())
def test_sentence_is_read_as_a_reader_would(case: dict[str, Any]) -> None:
    """Every expected claim is found with its words, verdict and kind, and nothing else is refuted or unread."""
    claims = read(case)

    for words, verdict, kind in case.get("claims", ()):
        found = [claim for claim in claims if words in claim.text or claim.text in words]
        assert any((claim.verdict, claim.kind) == (verdict, kind) for claim in found), (words, claims)
    expected = [words for words, _, _ in case.get("claims", ())]
    faults = [claim for claim in claims if claim.verdict in ("refuted", "unparsed")]
    strays = [claim for claim in faults if not any(w in claim.text or claim.text in w for w in expected)]
    assert strays == [], strays
    if not expected:
        assert claims == (), claims


@pytest.mark.parametrize("case", cases())
def test_span_quotes_the_page(case: dict[str, Any]) -> None:
    """A claim's span gives back its words."""
    for claim in read(case):
        start, end = claim.span
        assert case["sentence"][start:end] == claim.text
