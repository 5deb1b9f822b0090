"""Which wordings the snapshots show, and which pairs show them all.

Run it to see the wordings that no snapshot reaches; with `--choose` it picks the pairs anew and writes
`pairs.csv`: the fewest it finds whose articles show every wording that any article can show.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from nlg.data import load
from nlg.pipeline import Writer, writer
from nlg.sentence.plan import SentencePlan
from nlg.sentence.planning import plan_sentences
from nlg.surface.naming import shortening

CHECKOUT = Path(__file__).parents[2]
PAIRS = Path(__file__).parent / "pairs.csv"
GRAMMAR = CHECKOUT / "grammars" / "en-US"
SHIPPED = ("reference", "occupations", "planets")
INVENTED = "trades"
NEIGHBOURS = 8
"""Trades of one group stand together in their file; beyond that two have nothing to compare."""
SEEDS = range(25)
SEEDS_OF_SHIPPED = 2
FURTHER_SEEDS = range(100, 400)
"""For wordings that none of the others has drawn."""
MOST_ALIKE = 100


class Chosen(NamedTuple):
    """An article that is kept as a snapshot."""

    dataset: str
    first: str
    second: str
    seed: int

    @property
    def name(self) -> str:
        """What its snapshot is called."""
        return f"{self.dataset}-{self.first}-vs-{self.second}-{self.seed}"


def chosen() -> tuple[Chosen, ...]:
    """The articles of `pairs.csv`."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(Chosen(row["dataset"], row["first"], row["second"], int(row["seed"])) for row in rows)


@cache
def _writer_of(dataset: str) -> Writer:
    folder = CHECKOUT / "datasets" / dataset
    return writer(
        load(folder if dataset in SHIPPED else Path(__file__).parent / "data" / dataset),
        str(GRAMMAR),
        "chicago",
        0,
    )


def writer_of(dataset: str, seed: int) -> Writer:
    """Whoever writes that dataset's articles with that seed."""
    return replace(_writer_of(dataset), seed=seed)


def wordings(article: Chosen) -> frozenset[str]:
    """The wordings that an article shows, as "kind/macro"."""
    return frozenset(
        f"{clause.pattern.kind}/{clause.pattern.name}"
        for sentence in sentences(writer_of(article.dataset, article.seed), article.first, article.second)
        for clause in sentence.clauses
    )


def sentences(author: Writer, first: str, second: str) -> Iterator[SentencePlan]:
    """Every sentence of an article that is made of messages."""
    close = shortening(author.named(first), author.named(second))
    plan = plan_sentences(author.document(first, second), author.lexicaliser, close, author.seed)
    if plan.summary is not None:
        yield plan.summary
    for section in plan.sections:
        for part in section.parts:
            yield from part.sentences


def all_wordings() -> frozenset[str]:
    """Every wording of the grammar."""
    patterns = writer_of("reference", 0).grammar.patterns.values()
    return frozenset(f"{pattern.kind}/{pattern.name}" for found in patterns for pattern in found)


def unreached() -> tuple[str, ...]:
    """The wordings that no snapshot shows."""
    return tuple(sorted(all_wordings().difference(*map(wordings, chosen()))))


def _candidates() -> Iterator[Chosen]:
    for dataset in SHIPPED:
        for first, second in writer_of(dataset, 0).dataset.pairs:
            yield Chosen(dataset, first, second, 0)
        for seed in range(SEEDS_OF_SHIPPED):
            for first, second in combinations(writer_of(dataset, 0).dataset.entities, 2):
                yield Chosen(dataset, first, second, seed)
    slugs = tuple(writer_of(INVENTED, 0).dataset.entities)
    for seed in SEEDS:
        for number, first in enumerate(slugs):
            for second in slugs[number + 1 : number + NEIGHBOURS]:
                yield Chosen(INVENTED, first, second, seed)


def choose() -> tuple[Chosen, ...]:
    """Pairs that show every wording that can be shown, the most telling first.

    Greedy: the next pair is the one that adds most; of equals the first, so that real pairs with the
    default seed go before invented ones. What is missing then is looked for with other seeds.
    """
    shown = {candidate: wordings(candidate) for candidate in _candidates()}
    missing = set(all_wordings())
    found = []
    while True:
        best = max(shown, key=lambda candidate: len(shown[candidate] & missing))
        if not shown[best] & missing:
            break
        found.append(best)
        missing -= shown[best]
    for wording in sorted(missing):
        chance = next((other for other in _chances(wording, shown) if wording in wordings(other)), None)
        if chance is not None and wording in missing:
            found.append(chance)
            missing -= wordings(chance)
    return tuple(found)


def _chances(wording: str, shown: Mapping[Chosen, frozenset[str]]) -> Iterator[Chosen]:
    """The pairs that show a wording of the same kind, frame and style, with further seeds."""
    kind, _, macro = wording.partition("/")
    group = f"{kind}/{'_'.join(macro.split('_')[:2])}_"
    alike = dict.fromkeys(
        candidate._replace(seed=0)
        for candidate, found in shown.items()
        if any(other.startswith(group) for other in found)
    )
    for seed in FURTHER_SEEDS:
        yield from (candidate._replace(seed=seed) for candidate in list(alike)[:MOST_ALIKE])


def main() -> None:
    """Prints the report, after choosing the pairs when that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--choose", action="store_true", help="pick the pairs anew")
    if parser.parse_args().choose:
        with PAIRS.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(Chosen._fields)
            rows.writerows(choose())
    missing = unreached()
    for wording in missing:
        print(wording)
    print(f"{len(chosen())} snapshots; {len(missing)} of {len(all_wordings())} wordings in none of them")


if __name__ == "__main__":
    main()
