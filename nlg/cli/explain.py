"""`nlg explain`: why an article says what it says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from nlg.cli.numbers import SEED

if TYPE_CHECKING:
    from nlg.explanation import Cell, Explanation, Fate

WIDTH_CHARS = 100
INDENT = " " * 8


@click.command(name="explain")
@click.argument("pair", metavar="FIRST:SECOND")
@click.option("--data", metavar="DIR", help="The dataset's folder.  [default: datasets/occupations]")
@click.option("--grammar", metavar="DIR", help="The grammar's folder.  [default: grammars/en-US]")
@click.option("--seed", type=SEED, default=0, show_default=True, help="Chooses among wordings.")
@click.option(
    "--house-style",
    metavar="NAME",
    default="chicago",
    show_default=True,
    help="The article's house style; its register says how much is said, and how.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
def command(pair: str, data: str | None, grammar: str | None, seed: int, house_style: str, form: str) -> None:
    """Show why an article says what it says.

    Lists every message that the data allow, best first: its score, where it is said or why it is
    dropped, the case for it, its words with the pattern that made them, and the cells behind it.

    \b
    Example:
      nlg explain electrician:plumber
    """
    from nlg.api import make_writer
    from nlg.bulk.pairs import named_pairs
    from nlg.explanation import explain

    writer = make_writer(data, grammar, house_style, seed)
    ((first, second),) = named_pairs(writer.dataset, (pair,))
    explanation = explain(writer, first, second)
    if form == "json":
        import orjson

        click.echo(orjson.dumps(_as_data(explanation), option=orjson.OPT_INDENT_2).decode())
        return
    for line in _lines(explanation):
        click.echo(line)


def _as_data(explanation: Explanation) -> dict[str, object]:
    return {
        "pair": explanation.pair,
        "seed": explanation.seed,
        "messages": [
            {
                "id": fate.id,
                "kind": fate.kind,
                "chosen": bool(fate.uses),
                "score": fate.score,
                "reason": fate.reason,
                "uses": [asdict(use) for use in fate.uses],
                "dropped": fate.dropped,
                "wording": fate.wording,
                "pattern": fate.pattern,
                "cells": [asdict(cell.source) | {"literal": cell.literal} for cell in fate.cells],
            }
            for fate in explanation.fates
        ],
    }


def _lines(explanation: Explanation) -> Iterator[str]:
    chosen = [fate for fate in explanation.fates if fate.uses]
    dropped = [fate for fate in explanation.fates if not fate.uses]
    first, second = explanation.pair
    width_chars = max((len(fate.id) for fate in explanation.fates), default=0) + 2
    yield f"{first}:{second}, seed {explanation.seed}"
    yield f"{len(chosen)} messages chosen, {len(dropped)} dropped"
    for heading, fates in (("CHOSEN", chosen), ("DROPPED", dropped)):
        if fates:
            yield ""
            yield f"{'SCORE':8}{heading + ' MESSAGE':{width_chars}}{'WHERE' if fates is chosen else 'WHY NOT'}"
        for fate in fates:
            yield from _fate_lines(fate, width_chars)


def _fate_lines(fate: Fate, width_chars: int) -> Iterator[str]:
    where = ", ".join(dict.fromkeys(use.place for use in fate.uses)) or fate.dropped
    yield ""
    yield f"{fate.score:<8.4f}{fate.id:{width_chars}}{where}"
    yield from _wrapped(f"because {fate.reason}")
    for use in fate.uses:
        yield from _wrapped(f'{use.place}: "{use.text}" [{use.pattern}]')
    if not fate.uses and fate.wording:
        yield from _wrapped(f'would say: "{fate.wording}" [{fate.pattern}]')
    for cell in fate.cells:
        yield f"{INDENT}{_cell(cell)}"


def _cell(cell: Cell) -> str:
    source = cell.source
    place = f"{source.file}:{source.line}" if source.file else ""
    return f"{source.resource} {source.slug}.{source.column} = {cell.literal}  ({place})"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH_CHARS, initial_indent=INDENT, subsequent_indent=f"{INDENT}  ")
