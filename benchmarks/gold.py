"""Scores the validator on texts that people wrote: case files, and articles with planted errors.

Prints recall and precision of refuted claims, the share of checkable claims that stayed unparsed, and
every miss and false flag with its file and its words.

    python benchmarks/gold.py tests/validator
    python benchmarks/gold.py tests/validator/blind_cases/ratios.yaml --brief
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from nlg.data import load
from nlg.validator.claim import Claim
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text

DATASETS = Path(__file__).resolve().parent.parent / "datasets"
INVENTED = DATASETS.parent / "tests" / "validator" / "datasets"
"""Datasets that were made for the texts about them."""
GOLD = ".gold.yaml"

UNKNOWN = frozenset({"unparsed", "no_data"})
"""Asked for one of these, the other is as good."""
NEIGHBOURS = (
    frozenset({"value", "share", "trend", "range", "bound"}),
    frozenset({"ranking", "superlative", "list"}),
    frozenset({"difference", "ratio", "comparison"}),
)
"""Kinds between which the texts' author did not mean to decide."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that the reader said, or failed to say, against the gold."""

    file: str
    line: int
    sort: str
    """"missed", "false flag", "unread", "not a claim", or "other verdict"."""
    quote: str
    detail: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sort}: {self.quote!r}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Score:
    """What the reader made of one text."""

    file: str
    errors: int
    """Planted errors, or claims whose gold is refuted."""
    found: int
    flags: int
    """Refuted claims that overlap no error."""
    checkable: int
    unparsed: int
    faults: tuple[Fault, ...]

    @property
    def passes(self) -> bool:
        """Whether nothing at all is wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Total:
    """The scores of many texts, added up."""

    texts: int
    passed: int
    errors: int
    found: int
    flags: int
    checkable: int
    unparsed: int

    @property
    def recall(self) -> float:
        """The share of errors that were refuted."""
        return self.found / self.errors if self.errors else 1.0

    @property
    def precision(self) -> float:
        """Errors found among all that was refuted; two claims on one error count once."""
        refuted = self.found + self.flags
        return self.found / refuted if refuted else 1.0

    @property
    def unparsed_share(self) -> float:
        """Unparsed claims to checkable ones."""
        return self.unparsed / self.checkable if self.checkable else 0.0

    def __str__(self) -> str:
        return (
            f"{self.passed}/{self.texts} without a fault, recall {self.recall:.3f} ({self.found}/{self.errors}), "
            f"precision {self.precision:.3f} ({self.flags} false), unparsed {self.unparsed_share:.1%} "
            f"({self.unparsed}/{self.checkable})"
        )


def total(scores: Iterable[Score]) -> Total:
    """The sum of the scores."""
    listed = list(scores)
    return Total(
        len(listed),
        sum(score.passes for score in listed),
        sum(score.errors for score in listed),
        sum(score.found for score in listed),
        sum(score.flags for score in listed),
        sum(score.checkable for score in listed),
        sum(score.unparsed for score in listed),
    )


@cache
def reader_of(dataset: str) -> Reader:
    """A reader for one of the shipped datasets, or one made for a test."""
    folder = INVENTED / dataset
    return compile_reader(load(folder if folder.is_dir() else DATASETS / dataset))


def read(dataset: str, path: str, source: str, pair: Sequence[str]) -> tuple[tuple[Claim, ...], str]:
    """The claims of a text, and the exception that the reader broke down with, or an empty string."""
    try:
        return validate_text(reader_of(dataset), path, source, (pair[0], pair[1])).claims, ""
    except Exception as error:  # the figures of all other texts are wanted all the same
        last = traceback.extract_tb(error.__traceback__)[-1]
        return (), f"{error!r} at {Path(last.filename).name}:{last.lineno}"


def place(source: str, quote: str, occurrence: int = 1, start: int = 0) -> tuple[int, int]:
    """The half-open span of a quote. Raises ValueError when the text does not hold it so often."""
    at = start - 1
    for _ in range(occurrence):
        at = source.index(quote, at + 1)
    return at, at + len(quote)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two half-open spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def score_article(gold_file: Path) -> Score:
    """The score of the article beside a gold file.

    Raises:
        ValueError: a quote of the gold is not in the article.
    """
    gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
    stem = gold_file.name.removesuffix(GOLD)
    (article,) = (file for file in gold_file.parent.glob(f"{stem}.*") if file != gold_file)
    source = article.read_bytes().decode("utf-8")
    claims, breakdown = read(gold["dataset"], article.name, source, gold["pair"])
    faults: list[Fault] = []

    def fault(span: tuple[int, int], sort: str, quote: str, detail: str) -> None:
        faults.append(Fault(article.name, source.count("\n", 0, span[0]) + 1, sort, quote, detail))

    if breakdown:
        fault((0, 0), "breakdown", "", breakdown)
    spans = []
    found = 0
    for error in gold["errors"]:
        span = place(source, error["quote"], error.get("occurrence", 1))
        spans.append(span)
        on_it = [claim for claim in claims if overlap(claim.span, span)]
        if any(claim.verdict == "refuted" for claim in on_it):
            found += 1
        else:
            fault(span, "missed", error["quote"], f"{error['why']}; the reader: {_said(on_it)}")
    nonclaims = [place(source, quote) for quote in gold["nonclaims"]]
    flags = unparsed = 0
    for claim in claims:
        inside = any(claim.span[0] >= start and claim.span[1] <= end for start, end in nonclaims)
        if claim.verdict == "refuted" and not any(overlap(claim.span, span) for span in spans):
            flags += 1
            fault(claim.span, "false flag", claim.text, f"{claim.kind} {claim.attribute}: {claim.message}")
        elif claim.verdict in UNKNOWN and inside:
            fault(claim.span, "not a claim", claim.text, f"{claim.verdict}: {claim.message}")
        elif claim.verdict == "unparsed" and not any(overlap(claim.span, span) for span in spans):
            fault(claim.span, "unread", claim.text, claim.message)
        unparsed += claim.verdict == "unparsed"
    return Score(article.name, len(spans), found, flags, gold["claims"], unparsed, tuple(faults))


def score_cases(case_file: Path) -> Iterator[Score]:
    """The score of each text of a case file, in its order.

    Raises:
        ValueError: a quote of a case is not in its text.
    """
    content = case_file.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(content.splitlines(), 1) if line.startswith("- ")]
    for case, line in zip(yaml.safe_load(content), lines, strict=True):
        yield score_case(case, case_file.name, line)


def score_case(case: Mapping[str, Any], file: str, line: int = 0) -> Score:
    """The score of one text, judged as the case files' README says."""
    heading = f"## {case['heading']}\n\n" if "heading" in case else ""
    source = heading + case["text"] + "\n"
    claims, breakdown = read(case["dataset"], "case.md", source, case["pair"])
    faults = [Fault(file, line, "breakdown", case["text"], breakdown)] if breakdown else []
    refuted: list[tuple[int, int]] = []
    found = 0
    for gold in case["claims"]:
        span = place(source, gold["quote"], gold.get("occurrence", 1), len(heading))
        on_it = [claim for claim in claims if overlap(claim.span, span)]
        wanted = UNKNOWN if gold["verdict"] in UNKNOWN else {gold["verdict"]}
        agreeing = [claim for claim in on_it if claim.verdict in wanted]
        if gold["verdict"] == "refuted":
            refuted.append(span)
            found += bool(agreeing)
        if not agreeing:
            sort = {"refuted": "missed", "supported": "unread"}.get(gold["verdict"], "other verdict")
            faults.append(
                Fault(
                    file, line, sort, gold["quote"], f"{gold['verdict']} is right; the reader: {_said(on_it)}"
                )
            )
        else:
            faults.extend(_hints(gold, agreeing, file, line))
    flags = 0
    for claim in claims:
        if claim.verdict == "refuted" and not any(overlap(claim.span, span) for span in refuted):
            flags += 1
            detail = f"{claim.kind} {claim.attribute}: {claim.message}"
            faults.append(Fault(file, line, "false flag", claim.text, detail))
        elif not case["claims"] and claim.verdict in UNKNOWN:
            faults.append(Fault(file, line, "not a claim", claim.text, f"{claim.verdict}: {claim.message}"))
    known = [gold for gold in case["claims"] if gold["verdict"] not in UNKNOWN]
    unparsed = 0
    for gold in known:
        span = place(source, gold["quote"], gold.get("occurrence", 1), len(heading))
        on_it = [claim for claim in claims if overlap(claim.span, span)]
        unparsed += all(claim.verdict == "unparsed" for claim in on_it)
    return Score(file, len(refuted), found, flags, len(known), unparsed, tuple(faults))


def _hints(gold: Mapping[str, Any], claims: Sequence[Claim], file: str, line: int) -> Iterator[Fault]:
    """What the kind and the attribute say beyond the verdict; they decide nothing in the README's sense."""
    if "attribute" in gold and gold["verdict"] != "no_data":
        attributes = {claim.attribute for claim in claims}
        ends = {gold["attribute"], *_same_range(gold["attribute"])}
        if not attributes & ends:
            yield Fault(
                file, line, "other attribute", gold["quote"], f"{gold['attribute']}, not {attributes}"
            )
    if "kind" in gold:
        kinds = {claim.kind for claim in claims}
        near = {gold["kind"]}.union(*(group for group in NEIGHBOURS if gold["kind"] in group))
        if not kinds & near:
            yield Fault(file, line, "other kind", gold["quote"], f"{gold['kind']}, not {kinds}")


def _same_range(attribute: str) -> set[str]:
    """The ends of a range and the range itself, of whatever dataset."""
    found: set[str] = set()
    for dataset in ("occupations", "reference", "planets"):
        for measure in reader_of(dataset).dataset.measures:
            if measure.range and attribute in (measure.range, measure.concept):
                found.add(measure.range)
                found.update(
                    end.concept for end in reader_of(dataset).dataset.measures if end.range == measure.range
                )
    return found


def _said(claims: Sequence[Claim]) -> str:
    """What the reader made of a place, for whoever mends it."""
    return (
        "; ".join(f"{claim.verdict} {claim.kind} {claim.attribute} {claim.text!r}" for claim in claims)
        or "nothing"
    )


def scores_of(paths: Iterable[Path]) -> tuple[list[Score], list[Score]]:
    """The scores of all articles and of all case files under the paths."""
    articles: list[Score] = []
    cases: list[Score] = []
    for path in paths:
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            if file.name.endswith(GOLD):
                articles.append(score_article(file))
            elif "cases" in file.parent.name:
                cases.extend(score_cases(file))
    return articles, cases


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 when anything is not as the gold has it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--brief", action="store_true", help="figures only, without the list of faults")
    parser.add_argument("--hints", action="store_true", help="list other kinds and attributes too")
    options = parser.parse_args(arguments)
    articles, cases = scores_of(options.paths)
    if not options.hints:
        articles, cases = [counted(score) for score in articles], [counted(score) for score in cases]
    for title, scores in (("articles", articles), ("case files", cases)):
        if not scores:
            continue
        print(f"{title}: {total(scores)}")
        for file in dict.fromkeys(score.file for score in scores):
            print(f"  {file:<44} {total(score for score in scores if score.file == file)}")
    if not options.brief:
        print()
        for score in (*articles, *cases):
            for fault in score.faults:
                print(fault)
    return int(any(score.faults for score in (*articles, *cases)))


def counted(score: Score) -> Score:
    """The score without what hints alone say: they decide nothing."""
    faults = tuple(fault for fault in score.faults if fault.sort not in ("other kind", "other attribute"))
    return replace(score, faults=faults)


if __name__ == "__main__":
    sys.exit(main())
