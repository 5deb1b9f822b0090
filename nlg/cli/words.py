"""`nlg words`: what the lexicon makes of a term."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from nlg.surface.morphology import Lexicon

_UNSEEN = frozenset("\u061c\u200b\u200e\u200f\ufeff") | frozenset(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Marks that turn the direction of a terminal's text, or hide in it."""


@click.command(name="words")
@click.argument("terms", nargs=-1, metavar="[TERM …|-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.option("--grammar", metavar="DIR", help="The grammar's folder.  [default: grammars/en-US]")
def command(terms: tuple[str, ...], form: str, grammar: str | None) -> None:
    """Show what the lexicon makes of a term.

    One line a term, its parts set off by tabs: the term, its article, plural, possessive and title
    case, and the rule that decided. "-" reads one term a line from standard input; an empty line is
    passed over. JSON is one array, an object a line. Mass nouns and plurals have no article.

    \b
    Example:
      nlg words "director of nursing" RN
    """
    from nlg.data import find_grammar
    from nlg.surface.morphology import Lexicon

    if not terms:
        raise click.UsageError('name a term, or "-" to read one a line from standard input')
    lexicon = Lexicon.load(find_grammar(grammar))
    rows = (_row(lexicon, term) for term in _clean(_given(terms)))
    write = sys.stdout.write
    if form == "text":
        for row in rows:
            write("\t".join(row.values()) + "\n")
        return
    import orjson

    opening = "["
    for row in rows:
        write(f"{opening}\n{orjson.dumps(row).decode()}")
        opening = ","
    write("[]\n" if opening == "[" else "\n]\n")


def _given(terms: tuple[str, ...]) -> Iterator[str]:
    """The terms of the call, those of standard input in the place of "-"."""
    for term in terms:
        if term == "-":
            for line in sys.stdin.buffer:
                yield line.decode("utf-8", "replace")
        else:
            yield term


def _clean(terms: Iterable[str]) -> Iterator[str]:
    """The terms as one line of visible text each; what holds nothing visible is no term."""
    for term in terms:
        if not (term.isascii() and term.isprintable()):
            term = "".join(
                " " if unicodedata.category(mark) in ("Cc", "Zl", "Zp") else mark
                for mark in term
                if mark not in _UNSEEN
            )
            term = term.encode("utf-8", "replace").decode("utf-8")
        term = " ".join(term.split())
        if term:
            yield term


def _row(lexicon: Lexicon, term: str) -> dict[str, str]:
    form = lexicon.plural(term)
    return {
        "term": term,
        "article": lexicon.article(term),
        "plural": form.text,
        "possessive": lexicon.possessive(term),
        "title_case": lexicon.title_case(term),
        "rule": form.rule,
    }
