"""`nlg show`: prints one article out of a run's output."""

from __future__ import annotations

import click

from nlg.errors import InputError


@click.command(name="show")
@click.argument("pair", metavar="FIRST:SECOND")
@click.option("--out", metavar="DIR|URL", default="output", show_default=True, help="Where the articles are.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html", "json"]),
    default="md",
    show_default=True,
    help="What to print; out of shards, json is the article's row.",
)
def command(pair: str, out: str, form: str) -> None:
    """Print one article out of a run's shards, or from its own file.

    The two slugs may stand in either order.

    \b
    Example:
      nlg show accountant:financial-analyst --out articles
    """
    from nlg.api import show

    first, _, second = pair.partition(":")
    if not first or not second:
        raise InputError(f'"{pair}": not a pair; write two slugs with a colon between them, "FIRST:SECOND"')
    click.echo(show((first, second), out, form), nl=False)
