"""Clean texts that people wrote: articles with their planted errors mended, and case texts that hold nothing false."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mutation.article import WRITTEN, Article, Figure, Statement
from mutation.truth import NUMBER, number_in
from nlg.data import Dataset, Quantity, load

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
INVENTED = DATASETS.parent / "tests" / "validator" / "datasets"
"""Datasets that were made for the texts about them."""
GOLD = ".gold.yaml"
CORRECTION = re.compile(r"(?:: |^)([-−]?\$?[\d,.]*\d%?)$")
"""What a gold file gives as right when it is a number alone."""
SENTENCE = re.compile(r"[^\s|#>].*?(?:[.!?][)\"”’]*(?=\s|$|<)|(?=\n\s*\n|\n[|#\-*]|\s*$|</))", re.DOTALL)


def articles_under(folder: Path) -> Iterator[Article]:
    """The articles and the case texts of a folder, as far as they can be made clean."""
    for file in sorted(folder.rglob("*.yaml")):
        if file.name.endswith(GOLD):
            yield from _mended(file)
        elif "cases" in file.parent.name:
            yield from _cases(file)


@cache
def dataset_of(name: str) -> Dataset:
    """One of the shipped datasets, or one made for a test."""
    folder = INVENTED / name
    return load(folder if folder.is_dir() else DATASETS / name)


def _mended(gold_file: Path) -> Iterator[Article]:
    """The article with numbers put right and sentences with any other error left out; none if one is in a table."""
    gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
    (file,) = (
        other
        for other in gold_file.parent.glob(gold_file.name.removesuffix(GOLD) + ".*")
        if other != gold_file
    )
    text = file.read_bytes().decode("utf-8")
    edits: list[tuple[int, int, str]] = []
    for error in gold["errors"]:
        start = -1
        for _ in range(error.get("occurrence", 1)):
            start = text.index(error["quote"], start + 1)
        end = start + len(error["quote"])
        right = CORRECTION.search(error["why"].partition(";")[0])
        if right and NUMBER.fullmatch(error["quote"].rstrip("%")):
            edits.append((start, end, right.group(1)))
            continue
        sentence = next(
            (found for found in SENTENCE.finditer(text) if found.start() <= start < found.end()), None
        )
        if sentence is None or "|" in sentence.group() or end > sentence.end() or "<td" in sentence.group():
            return
        edits.append((*sentence.span(), ""))
    for start, end, words in sorted(set(edits), reverse=True):
        if not any(other != (start, end, words) and other[0] <= start < other[1] for other in edits):
            text = text[:start] + words + text[end:]
    first, second = gold["pair"]
    dataset = dataset_of(gold["dataset"])
    statements = [
        (found.start(), found.end(), WRITTEN, "")
        for found in SENTENCE.finditer(text)
        if "|" not in found.group()
    ]
    yield _article(file.name, text, dataset, (first, second), statements)


def _cases(case_file: Path) -> Iterator[Article]:
    """The texts of a case file of which every listed claim is supported."""
    for number, case in enumerate(yaml.safe_load(case_file.read_text(encoding="utf-8")), 1):
        if not case["claims"] or any(claim["verdict"] != "supported" for claim in case["claims"]):
            continue
        heading = f"## {case['heading']}\n\n" if "heading" in case else ""
        text = f"{heading}{case['text']}\n"
        first, second = case["pair"]
        statements = list(_claimed(case, text, len(heading)))
        name = f"{case_file.stem}-{number}.md"
        yield _article(name, text, dataset_of(case["dataset"]), (first, second), statements)


def _claimed(case: dict[str, Any], text: str, start: int) -> Iterator[tuple[int, int, str, str]]:
    """The sentences of a case text; kind and attribute where one claim alone is in them."""
    for sentence in SENTENCE.finditer(text, start):
        inside = [claim for claim in case["claims"] if claim["quote"] in sentence.group()]
        if "|" in sentence.group() or sentence.group().startswith("- ") or not inside:
            continue
        kind, concept = WRITTEN, ""
        if len(inside) == 1:
            kind, concept = inside[0].get("kind", "value"), inside[0].get("attribute", "")
        yield sentence.start(), sentence.end(), kind, concept


def _article(
    name: str, text: str, dataset: Dataset, pair: tuple[str, str], sentences: list[tuple[int, int, str, str]]
) -> Article:
    figures = tuple(_figures(text, dataset, pair))
    statements = tuple(
        Statement(
            start,
            end,
            kind,
            pair,
            concept,
            tuple(figure for figure in figures if start <= figure.start < end),
            (),
        )
        for start, end, kind, concept in sentences
    )
    return Article(name, text, dataset, pair, statements, figures, ())


def _figures(text: str, dataset: Dataset, pair: tuple[str, str]) -> Iterator[Figure]:
    """The numbers that are, to the digit, one cell of the pair and no other."""
    cells: dict[Decimal, list[tuple[str, str, str]]] = defaultdict(list)
    for slug in pair:
        for measure in dataset.measures:
            observed = dataset.observed(slug, measure.concept)
            if observed and isinstance(observed.value, Quantity):
                cells[abs(observed.value.value)].append((slug, measure.concept, ""))
        for collection in dataset.collections:
            for row in collection.items.get(slug, ()):
                if row.share is not None:
                    cells[row.share].append((slug, collection.resource, row.name))
    for match in NUMBER.finditer(text):
        printed = match.group()
        if len(re.sub(r"\D", "", printed)) < 3 or text[match.end() : match.end() + 2].startswith(
            ("-", "k", "K")
        ):
            continue
        if re.match(r"\s(?:million|billion|thousand)", text[match.end() : match.end() + 10]):
            continue
        owners = cells.get(abs(number_in(printed)), [])
        if len(owners) == 1:
            slug, concept, item = owners[0]
            end = match.end() + text.startswith("%", match.end())
            line = text[text.rfind("\n", 0, match.start()) + 1 :]
            value = abs(number_in(printed)) if printed[0] not in "-−" else number_in(printed)
            yield Figure(
                match.start(), end, value, (slug,), concept, item, "as read", line.startswith(("|", "<t"))
            )
