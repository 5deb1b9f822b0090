"""How many falsified statements the validator finds, how many true ones it doubts, and how fast it reads.

Edits clean articles: rendered ones of random pairs, and texts that people wrote. Each edit of the first kind makes a
statement false by the data; the validator must refute something in that statement, cell, list or table. Edits of the
second kind change nothing and must bring no finding.

    python benchmarks/validator.py datasets/occupations --articles 40 --seed 0 --examples 3
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from mutation.article import Article, Mutant, Operator
from mutation.rendered import article_of
from mutation.suite import FALSIFYING, NEUTRAL
from mutation.written import articles_under

from nlg.api import make_writer, markdown
from nlg.data import Dataset
from nlg.validator.claim import Claim
from nlg.validator.context import Reader, compile_reader
from nlg.validator.validation import validate_text


@dataclass(slots=True)
class Tally:
    """What became of one operator's mutants."""

    made: Counter[str] = field(default_factory=Counter)
    """By place: "prose" or "table"."""
    refuted: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def share(self, *places: str) -> float:
        """The share refuted in some places."""
        made = sum(self.made[place] for place in places)
        return sum(self.refuted[place] for place in places) / made if made else float("nan")


@dataclass(slots=True)
class Bench:
    """One run: the readers in use, and everything counted."""

    per_operator: int
    random: Random
    readers: dict[int, Reader] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    clean: Counter[str] = field(default_factory=Counter)
    flagged: list[str] = field(default_factory=list)
    collateral: list[str] = field(default_factory=list)
    """Falsified statements after which something true elsewhere on the page was refuted."""
    breakdowns: list[str] = field(default_factory=list)
    sentences: int = 0
    seconds: float = 0.0

    def claims(self, article: Article, mutant: Mutant | None = None) -> tuple[Claim, ...]:
        """The claims of an article, or of a mutant of it."""
        dataset = mutant.dataset if mutant and mutant.dataset else article.dataset
        text = mutant.text if mutant else article.text
        try:
            return validate_text(self.reader(dataset), article.path, text, article.subjects).claims
        except Exception as error:  # one breakdown must not cost the figures of all other articles
            self.breakdowns.append(f"{article.path}: {error!r}")
            return ()

    def reader(self, dataset: Dataset) -> Reader:
        """The reader of a dataset; of changed datasets only the latest is kept."""
        found = self.readers.get(id(dataset))
        if found is None or found.dataset is not dataset:
            if len(self.readers) > 8:
                self.readers.clear()
            found = self.readers[id(dataset)] = compile_reader(dataset)
        return found

    def measure(self, article: Article) -> None:
        """Reads the article as it is, then its mutants."""
        self.reader(article.dataset)
        before = time.process_time()
        claims = self.claims(article)
        self.seconds += time.process_time() - before
        self.sentences += sentences_of(article.text)
        self.clean.update(claim.verdict for claim in claims)
        self.flagged.extend(_line(article, claim) for claim in claims if claim.verdict != "supported")
        doubted = [claim.span for claim in claims if claim.verdict == "refuted"]
        for operator in FALSIFYING:
            for mutant in self.sample(operator, article):
                if any(_overlap(span, mutant.before) for span in doubted):
                    # A false flag on the clean page would be taken for a discovery.
                    continue
                after = self.claims(article, mutant)
                self.count(operator, article, mutant, _is_refuted(after, mutant))
                if mutant.dataset is None and _elsewhere(after, mutant.region) > _elsewhere(
                    claims, mutant.before
                ):
                    self.collateral.append(f"{article.path}: {mutant.text[slice(*mutant.region)][:300]}")
        findings = sum(claim.verdict != "supported" for claim in claims)
        for operator in NEUTRAL:
            for mutant in self.sample(operator, article):
                after = [claim for claim in self.claims(article, mutant) if claim.verdict != "supported"]
                self.count(operator, article, mutant, len(after) > findings)

    def sample(self, operator: Operator, article: Article) -> Sequence[Mutant]:
        """A few of the mutants that the operator can make, the same ones every time."""
        made = list(operator.mutants(article, self.random))
        return made if len(made) <= self.per_operator else self.random.sample(made, self.per_operator)

    def count(self, operator: Operator, article: Article, mutant: Mutant, is_refuted: bool) -> None:
        """Notes what became of a mutant, with an example of what should not be."""
        tally = self.tallies.setdefault(operator.name, Tally())
        place = "table" if mutant.in_table else "prose"
        tally.made[place] += 1
        tally.refuted[place] += is_refuted
        if is_refuted != (operator in FALSIFYING):
            start, end = mutant.region
            shown = (
                mutant.text[start:end]
                if len(mutant.text[start:end]) < 400
                else mutant.text[start : start + 400]
            )
            note = "" if mutant.dataset is None else " (the data changed)"
            tally.examples.append(f"{article.path}: {' ⏎ '.join(shown.splitlines())}{note}")


def rendered(folder: str, count: int, random: Random) -> Iterator[Article]:
    """Articles of random pairs of a dataset, each pair in random order."""
    writer = make_writer(folder)
    slugs = sorted(writer.dataset.entities)
    chosen = dict.fromkeys(tuple(random.sample(slugs, 2)) for _ in range(4 * count))
    for first, second in list(chosen)[:count]:
        yield article_of(markdown(writer.article(first, second)), writer.dataset, first, second)


def sentences_of(text: str) -> int:
    """Sentences of running text, headings, list items and rows of tables."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    lines = [line for line in body.splitlines() if line.strip() and not re.fullmatch(r"[|:\s-]+", line)]
    return sum(len(re.findall(r"[.!?](?=\s+[A-Z]|$)", line)) or 1 for line in lines)


def report(bench: Bench, examples: int) -> None:
    """Prints what was measured."""
    width = max(len(name) for name in bench.tallies)
    groups = (("falsified: refuted", FALSIFYING), ("neutral: flagged", NEUTRAL))
    for title, operators in groups:
        print(f"\n{title:<{width}}      prose            table")
        for operator in operators:
            tally = bench.tallies.get(operator.name, Tally())
            cells = "  ".join(_share(tally, place) for place in ("prose", "table"))
            print(f"{operator.name:<{width}}  {cells}{'  binding' if operator.is_binding else ''}")
    made = [
        (operator, bench.tallies[operator.name]) for operator in FALSIFYING if operator.name in bench.tallies
    ]
    prose = [tally.share("prose") for _, tally in made if tally.made["prose"]]
    print(f"\nprose, mean over operators: {_mean(prose):.2%}; lowest {min(prose):.2%}")
    print(f"tables: {_pooled([tally for _, tally in made], 'table'):.2%}")
    binding = [tally for operator, tally in made if operator.is_binding]
    print(f"wrong binding: {_pooled(binding, 'prose', 'table'):.2%}")
    harmless = [bench.tallies[operator.name] for operator in NEUTRAL if operator.name in bench.tallies]
    print(f"neutral edits flagged: {_pooled(harmless, 'prose', 'table'):.2%}")
    count = sum(sum(tally.made.values()) for _, tally in made)
    print(f"something true refuted elsewhere: {len(bench.collateral) / count:.2%}")
    print(f"clean articles: {dict(sorted(bench.clean.items()))}")
    print(f"speed: {bench.sentences / bench.seconds:,.0f} sentences a second ({bench.sentences} sentences)")
    for breakdown in sorted(set(bench.breakdowns)):
        print(f"breakdown, {breakdown}")
    if examples:
        _print_examples(bench, examples)


def _print_examples(bench: Bench, examples: int) -> None:
    for title, operators in (("missed", FALSIFYING), ("flagged without cause", NEUTRAL)):
        for operator in operators:
            listed = bench.tallies.get(operator.name, Tally()).examples
            for example in listed[:examples]:
                print(f"{title}, {operator.name} ({len(listed)}): {example}")
    for line in bench.collateral[: examples * 4]:
        print(f"refuted elsewhere, after {' ⏎ '.join(line.splitlines())}")
    for line in bench.flagged[: examples * 20]:
        print(f"clean, {line}")


def _share(tally: Tally, place: str) -> str:
    if not tally.made[place]:
        return f"{'–':>15}"
    return f"{tally.share(place):>7.1%} of {tally.made[place]:>4}"


def _pooled(tallies: Sequence[Tally], *places: str) -> float:
    made = sum(tally.made[place] for tally in tallies for place in places)
    return sum(tally.refuted[place] for tally in tallies for place in places) / made if made else float("nan")


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else float("nan")


def _is_refuted(claims: Sequence[Claim], mutant: Mutant) -> bool:
    return any(claim.verdict == "refuted" and _overlap(claim.span, mutant.region) for claim in claims)


def _elsewhere(claims: Sequence[Claim], region: tuple[int, int]) -> int:
    """How many claims outside a stretch are refuted."""
    return sum(claim.verdict == "refuted" and not _overlap(claim.span, region) for claim in claims)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _line(article: Article, claim: Claim) -> str:
    return f"{article.path}: {claim.verdict} {claim.kind} {claim.attribute}: {claim.text!r}: {claim.message}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="*", default=["datasets/occupations"], help="dataset folders")
    parser.add_argument("--articles", type=int, default=40, help="rendered articles of each dataset")
    parser.add_argument("--written", type=Path, help="a folder of articles and case files that people wrote")
    parser.add_argument("--per-operator", type=int, default=2, help="mutants of each operator and article")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--examples", type=int, default=0, help="examples of each sort of mistake")
    options = parser.parse_args(arguments)
    bench = Bench(options.per_operator, Random(options.seed))
    for folder in options.data:
        for article in rendered(folder, options.articles, Random(options.seed)):
            bench.measure(article)
    if options.written:
        for article in articles_under(options.written):
            bench.measure(article)
    report(bench, options.examples)
    return 0


if __name__ == "__main__":
    sys.exit(main())
