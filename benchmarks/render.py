"""How many articles a second `nlg` writes on one core, beside a bare precompiled Jinja2 template of the same articles.

Both sides write the same bytes in the same run, in turns: first the template with ready strings, then `nlg` with
planning, variation and provenance, which a page keeps and tells when it is asked; `nlg` asked for all that each
page claims, as a shard holds it; and `nlg` with its charts drawn and every article read back. Pairs are drawn by a
fixed seed; each is written once, in the midst of a tile: after its entities have been met in other pairs, and most
wordings with them.

Example:
  python benchmarks/render.py --data DIR --pairs 300
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from baseline import Baseline, baseline

from nlg.api import make_writer
from nlg.bulk.collector import settled
from nlg.bulk.order import Order, Pair
from nlg.bulk.pairs import sampled_pairs
from nlg.bulk.workshop import Workshop, open_workshop
from nlg.data import find_dataset, find_grammar
from nlg.publishers.markdown import markdown
from nlg.surface.house_style import DEFAULT as HOUSE_STYLE

TURNS = 5
FORMER = 800
"""Articles that are written before: a tile of all pairs has sixteen thousand."""
TEMPLATE_REPEATS = 10


def rate(work: Callable[[], int]) -> float:
    """Articles a second; the work says how many it did."""
    start = time.perf_counter()
    count = work()
    return count / (time.perf_counter() - start)


def fill(baselines: list[Baseline]) -> int:
    """Fills every template several times."""
    for _ in range(TEMPLATE_REPEATS):
        for made in baselines:
            made.render()
    return TEMPLATE_REPEATS * len(baselines)


def make(workshop: Workshop, pairs: list[Pair]) -> int:
    """Makes the articles on all pairs."""
    for pair in pairs:
        workshop.make(pair)
    return len(pairs)


def write(workshop: Workshop, pairs: list[Pair]) -> int:
    """Writes the pages on all pairs: the template's text, without the charts beside it."""
    for pair in pairs:
        markdown(workshop.writer.article(*pair))
    return len(pairs)


def tell(workshop: Workshop, pairs: list[Pair]) -> int:
    """Writes the same pages, and asks each what it claims."""
    for pair in pairs:
        if not markdown(workshop.writer.article(*pair)).stated:
            raise ValueError(f"{pair}: the article claims nothing")
    return len(pairs)


def measure(data: str | None, count: int, house_style: str = HOUSE_STYLE) -> dict[str, float]:
    """Articles a second of the template, of writing, and of writing and reading back."""
    order = Order(str(find_dataset(data)), str(find_grammar(None)), house_style, 0, ("md",), False)
    plain = open_workshop(order)
    checked = open_workshop(
        Order(order.data, order.grammar, order.house_style, order.seed, order.formats, True)
    )
    slugs = sorted(plain.dataset.entities)
    # Few entities in many pairs, as in a tile.
    some = slugs[:: max(1, len(slugs) // 60)]
    parts = TURNS + max(1, -(-FORMER // count))
    pairs = list(sampled_pairs(some, parts * count, 1))
    writer = make_writer(data)
    examples = pairs[:: max(1, len(pairs) // 40)]
    baselines = []
    for pair in examples:
        article = writer.article(*pair)
        baselines.append(baseline(article, markdown(article)))
    batches = [pairs[part::parts] for part in range(parts)]
    for batch in batches[TURNS:]:
        write(plain, batch)
    make(checked, batches[-1])
    fill(baselines)
    found: dict[str, list[float]] = {"template": [], "written": [], "told": [], "validated": []}
    with settled():
        for batch in batches[:TURNS]:
            found["template"].append(rate(lambda: fill(baselines)))
            found["written"].append(rate(lambda batch=batch: write(plain, batch)))
            found["told"].append(rate(lambda batch=batch: tell(plain, batch)))
            found["validated"].append(rate(lambda batch=batch: make(checked, batch)))
    rates = {name: statistics.median(values) for name, values in found.items()}
    rates["characters"] = statistics.mean(len(made.render()) for made in baselines)
    return rates


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", help="the dataset's folder (default: datasets/occupations)")
    parser.add_argument("--pairs", type=int, default=200, help="articles a turn (default: 200)")
    arguments = parser.parse_args()
    rates = measure(arguments.data, arguments.pairs)
    print(f"articles of {rates['characters']:,.0f} characters on average, one core, median of {TURNS} turns")
    print(f"{'':24}{'articles/s':>12}{'ratio':>8}")
    for name, label in (
        ("template", "bare Jinja2 template"),
        ("written", "nlg"),
        ("told", "nlg, claims told"),
        ("validated", "nlg, validated"),
    ):
        print(f"{label:24}{rates[name]:12,.0f}{rates[name] / rates['template']:8.3f}")


if __name__ == "__main__":
    main()
