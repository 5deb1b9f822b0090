"""`nlg render`: writes the articles of the named pairs."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from nlg.cli.numbers import COUNT, SEED

if TYPE_CHECKING:
    from nlg.bulk.run import Summary
    from nlg.validator.claim import Report

EXIT_FOUND = 1
MOST_NAMED = 10
"""Files or articles that a remark names; the manifest has them all."""
FORMATS = ("md", "html", "json", "jsonl", "parquet")


def read_share(context: click.Context, option: click.Parameter, text: str) -> tuple[int, int]:
    """The number of a share and how many there are, of "2/3"."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise click.BadParameter(f'"{text}" is not a share; write which of how many, "1/3" to "3/3"')
    return int(number), int(of)


@click.command(name="render")
@click.argument("pairs", nargs=-1, metavar="[FIRST:SECOND …]")
@click.option("--data", metavar="DIR", help="The dataset's folder.  [default: datasets/occupations]")
@click.option("--grammar", metavar="DIR", help="The grammar's folder.  [default: grammars/en-US]")
@click.option("--out", metavar="DIR|URL", default="output", show_default=True, help="Where the articles go.")
@click.option("--all", "is_all", is_flag=True, help="Every unordered pair, slugs in alphabetical order.")
@click.option("--sample", type=COUNT, metavar="N", help="So many of all pairs, drawn by the seed.")
@click.option(
    "--pairs",
    "file",
    metavar="FILE",
    help='Pairs from a file, "FIRST,SECOND" a line; a header "first,second", blank lines and lines that begin '
    "with # are passed over.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("md",),
    show_default="md",
    type=click.Choice(FORMATS),
    help="What to write; may be given several times.",
)
@click.option(
    "--seed", type=SEED, default=0, show_default=True, help="Chooses among wordings that are equally good."
)
@click.option(
    "--house-style",
    metavar="NAME",
    default="chicago",
    show_default=True,
    help="Spelling, punctuation and register. Shipped: ap and chicago (reference), student (a friendly "
    "guide), terse (tables first).",
)
@click.option("--jobs", type=COUNT, metavar="N", help="Processes.  [default: one for each core]")
@click.option("--no-validate", is_flag=True, help="Publish without reading the articles back.")
@click.option("--force", is_flag=True, help="Write over articles that an editor has changed.")
@click.option(
    "--check", "is_check", is_flag=True, help="Write nothing; exit code 1 if anything would change."
)
@click.option(
    "--shard",
    "share",
    metavar="I/N",
    default="1/1",
    callback=read_share,
    help="Do one of several shares of the work.",
)
@click.option("--scheduler", metavar="ADDRESS", default="", help="Have the work done by a Dask cluster.")
def command(
    pairs: tuple[str, ...],
    data: str | None,
    grammar: str | None,
    out: str,
    is_all: bool,
    sample: int | None,
    file: str | None,
    formats: tuple[str, ...],
    seed: int,
    house_style: str,
    jobs: int | None,
    no_validate: bool,
    force: bool,
    is_check: bool,
    share: tuple[int, int],
    scheduler: str,
) -> None:
    """Write the articles of the named pairs, or of the pairs that the dataset lists.

    Each article is read back and goes to quarantine/ in the output folder if the data do not support
    it. A file that an editor has changed is left as it is. A run that was stopped is continued by calling
    it again. Exit code 1: an article was quarantined or left as an editor has it.

    \b
    Example:
      nlg render accountant:financial-analyst --out articles
    """
    from nlg.api import RenderRequest, render, review_kept

    if sum((bool(pairs), is_all, sample is not None, file is not None)) > 1:
        raise click.UsageError("give one of named pairs, --all, --sample and --pairs, not two")
    start = time.perf_counter()
    request = RenderRequest(
        pairs=pairs,
        data=data,
        grammar=grammar,
        out=out,
        is_all=is_all,
        sample=sample,
        file=file,
        formats=formats,
        seed=seed,
        house_style=house_style,
        jobs=jobs,
        is_validated=not no_validate,
        is_forced=force,
        is_check=is_check,
        share=share,
        scheduler=scheduler,
    )
    with _bar() as progress:
        summary = render(request, progress)
    read_back = review_kept(request, summary.outcome.kept[:MOST_NAMED]) if not no_validate else {}
    _remark(summary, read_back, out, is_check, time.perf_counter() - start)
    if summary.quarantined or summary.outcome.kept or (is_check and summary.outcome.changes):
        sys.exit(EXIT_FOUND)


def _bar() -> AbstractContextManager[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere. It is told how many articles are done, of how many."""
    if not sys.stderr.isatty():
        return nullcontext(lambda done, total: None)
    try:
        from nlg.cli.progress import progress_bar
    except ImportError:
        # rich is a convenience; the articles do not wait for it.
        return nullcontext(lambda done, total: None)
    return progress_bar()


def _remark(
    summary: Summary, read_back: Mapping[str, Report], out: str, is_check: bool, seconds: float
) -> None:
    """Says on standard error what the run came to."""
    for name in summary.outcome.kept[:MOST_NAMED]:
        found = f"; {_found(read_back[name])}" if name in read_back else ""
        click.echo(f"kept your version of {out}/{name}{found}; --force writes over it", err=True)
    _more(len(summary.outcome.kept))
    quarantined = "would be quarantined" if is_check else "quarantined"
    for one in summary.quarantined[:MOST_NAMED]:
        click.echo(f"{one.first}:{one.second}: {quarantined}: {one.reasons[0]}", err=True)
    _more(len(summary.quarantined))
    changes = summary.outcome.changes
    if is_check:
        for name in summary.outcome.written[:MOST_NAMED]:
            click.echo(f"{out}/{name}: would change", err=True)
        _more(changes)
    verb = "would change" if is_check else "written"
    parts = [
        _counted(summary.articles, "article"),
        _counted(summary.claims, "claim"),
        f"{_counted(changes, 'file')} {verb}",
    ]
    if summary.left:
        parts.append(f"{summary.left:,} articles done before")
    if summary.quarantined:
        parts.append(f"{len(summary.quarantined):,} {quarantined} in {out}/quarantine")
    if summary.outcome.kept:
        parts.append(f"{len(summary.outcome.kept):,} left as edited")
    click.echo(f"{', '.join(parts)}; {seconds:.1f} s", err=True)


def _found(report: Report) -> str:
    """What the reader found in an article that an editor has changed: how much is wrong, and the first of it.

    Example: 2 refuted: line 9: average_age of mars is 4, not 5
    """
    claims = [claim for claim in report.claims if claim.verdict == report.verdict]
    if report.verdict == "supported":
        return f"{_counted(len(claims), 'claim')}, all supported" if claims else "it makes no claims"
    line = report.source.count("\n", 0, claims[0].span[0]) + 1
    return f"{len(claims):,} {report.verdict}: line {line}: {claims[0].message}"


def _more(count: int) -> None:
    if count > MOST_NAMED:
        click.echo(f"… and {count - MOST_NAMED:,} more", err=True)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
