"""`nlg diff`: what changed between two outputs, or two releases of a dataset."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from nlg.cli.numbers import COUNT, SEED

EXIT_FOUND = 1


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="The report's form.",
)
@click.option("--output", metavar="FILE", help="Write the report to a file instead of standard output.")
@click.option("--grammar", metavar="DIR", help="Of two datasets: the grammar.  [default: grammars/en-US]")
@click.option("--seed", type=SEED, default=0, show_default=True, help="Of two datasets: the wording's seed.")
@click.option(
    "--house-style", default="chicago", show_default=True, help="Of two datasets: the grammar's house style."
)
@click.option("--all", "is_all", is_flag=True, help="Of two datasets: every pair, not those they list.")
@click.option("--sample", type=COUNT, metavar="N", help="Of two datasets: so many of all pairs.")
def command(
    old: str,
    new: str,
    form: str,
    output: str | None,
    grammar: str | None,
    seed: int,
    house_style: str,
    is_all: bool,
    sample: int | None,
) -> None:
    """Report what changed between two outputs (jsonl or json), or two releases of a dataset.

    Counts the articles that change, the claims that change in them and in which direction, and the
    pairs of which another one is ahead. Exit code 1: something changed.

    \b
    Example:
      nlg diff datasets/reference datasets/occupations
    """
    from nlg.api import difference
    from nlg.bulk.difference_report import REPORTS

    found, names = difference(old, new, grammar, seed, house_style, is_all, sample)
    report = REPORTS[form](found, names)
    if output is None:
        click.echo(report, nl=False)
    else:
        Path(output).write_text(report, encoding="utf-8")
    if not found.is_empty:
        sys.exit(EXIT_FOUND)
