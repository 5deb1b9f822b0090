"""Edits that change nothing a reader would take for a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from mutation.article import Article, Edit, Figure, Mutant, edited
from mutation.tables import grids
from mutation.truth import is_bound, is_hedged

SYNONYMS = {
    "are projected to grow": "are expected to grow", "is projected to grow": "is expected to grow",
    "projected to decline": "expected to decline", "larger": "bigger", "about the same": "roughly the same",
    "compared with": "versus",
    "On the other hand": "By contrast", "By contrast": "In contrast", "In addition": "Moreover",
    "typically": "usually", "nothing in common": "no overlap", "a year": "per year", "an hour": "per hour",
}  # fmt: skip
SYNONYM = re.compile(
    "|".join(rf"\b{re.escape(words)}\b" for words in sorted(SYNONYMS, key=len, reverse=True))
)
LEANS_ON_OTHERS = re.compile(
    r"^(?:However|But|And|In addition|Besides|By contrast|On the other hand|What is more|Moreover|Similarly|Likewise|"
    r"In the same way|"
    r"Even so|Still|At the same time|In turn|Also|That|This|They|It|The former|The latter|Both|Its|Their|These|Those)\b"
)
WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def synonym(article: Article, random: Random) -> Iterator[Mutant]:
    """Some words of a statement are others of the same meaning."""
    for statement in article.statements:
        for match in SYNONYM.finditer(article.text, statement.start, statement.end):
            yield _edited(article, (*match.span(), SYNONYMS[match.group()]))


def reordered_sentences(article: Article, random: Random) -> Iterator[Mutant]:
    """Two neighbouring sentences that lean on nothing before them have changed places."""
    for match in re.finditer(r"^(?![|#>\-*]|---)[A-Z].+$", article.text, re.MULTILINE):
        sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", match.group())
        if len(sentences) == 2 and not any(LEANS_ON_OTHERS.match(sentence) for sentence in sentences):
            if all(_names_both(article, sentence) for sentence in sentences):
                yield _edited(article, (*match.span(), " ".join(reversed(sentences))))


def reordered_rows(article: Article, random: Random) -> Iterator[Mutant]:
    """Two neighbouring rows of a table have changed places."""
    for grid in grids(article.text):
        for upper, lower in pairwise(grid.rows[1:]):
            one = (upper[0][0], upper[-1][1])
            other = (lower[0][0], lower[-1][1])
            edits = ((*one, article.text[slice(*other)]), (*other, article.text[slice(*one)]))
            yield edited(article, edits, (one[0], other[1]), in_table=True)


def reordered_items(article: Article, random: Random) -> Iterator[Mutant]:
    """Two items of a bullet list, which claims no order, have changed places."""
    listed = [name for name in article.names if name.in_list]
    for one, other in pairwise(listed):
        if one.subjects == other.subjects and article.text[one.end : other.start] == "\n- ":
            first, second = article.text[one.start : one.end], article.text[other.start : other.end]
            edits = ((one.start, one.end, second), (other.start, other.end, first))
            yield edited(article, edits, (one.start, other.end))


def rounded(article: Article, random: Random) -> Iterator[Mutant]:
    """A large figure is rounded and says so."""
    for figure in _large(article):
        value = int(figure.value)
        step = 10 ** (len(str(value)) - 2)
        words = f"about {'$' if _is_money(article, figure) else ''}{round(value / step) * step:,}"
        yield _edited(article, (figure.start, figure.end, words))


def thousands(article: Article, random: Random) -> Iterator[Mutant]:
    """A sum is given in thousands, to the last digit."""
    for figure in _large(article):
        if _is_money(article, figure) and figure.value % 10 == 0:
            words = f"${(figure.value / 1000).normalize():f}k"
            yield _edited(article, (figure.start, figure.end, words))


def no_dollar_sign(article: Article, random: Random) -> Iterator[Mutant]:
    """A sum is given in dollars, spelt out."""
    for figure in _large(article):
        if _is_money(article, figure):
            words = article.text[figure.start + 1 : figure.end] + " dollars"
            yield _edited(article, (figure.start, figure.end, words))


def bold(article: Article, random: Random) -> Iterator[Mutant]:
    """A figure is set in bold."""
    for figure in article.figures if article.path.endswith(".md") else ():
        words = f"**{article.text[figure.start : figure.end]}**"
        yield _edited(article, (figure.start, figure.end, words), figure.in_table)


def no_break_space(article: Article, random: Random) -> Iterator[Mutant]:
    """The space after a figure is one at which no line breaks."""
    for figure in article.figures:
        if article.text.startswith(" ", figure.end) and not article.text.startswith(" |", figure.end):
            yield _edited(article, (figure.end, figure.end + 1, "\u00a0"), figure.in_table)


def percent_word(article: Article, random: Random) -> Iterator[Mutant]:
    """A percent sign is the word."""
    for figure in article.figures:
        if article.text[figure.end - 1] == "%":
            yield _edited(article, (figure.end - 1, figure.end, " percent"), figure.in_table)


def dash(article: Article, random: Random) -> Iterator[Mutant]:
    """An en dash between two figures is "to", or the other way round."""
    for one, other in pairwise(article.figures):
        between = article.text[one.end : other.start]
        if between == "–":
            yield _edited(article, (one.end, other.start, " to "), one.in_table)
        elif between == " to " and not re.search(r"\b(?:from|between) $", article.text[: one.start][-12:]):
            if one.subjects == other.subjects:
                yield _edited(article, (one.end, other.start, "–"), one.in_table)


def minus(article: Article, random: Random) -> Iterator[Mutant]:
    """A minus sign is another character of the same look."""
    for figure in article.figures:
        if article.text[figure.start] in "-−":
            sign = random.choice("-−–\u2011")
            yield _edited(article, (figure.start, figure.start + 1, sign), figure.in_table)


def number_words(article: Article, random: Random) -> Iterator[Mutant]:
    """A small number is written in digits."""
    for statement in article.statements:
        for match in re.finditer(
            rf"\b(?:{'|'.join(WORDS)})\b(?= (?:of|skills|items|times))|(?<=top )three",
            article.text[statement.start : statement.end],
        ):
            start = statement.start + match.start()
            yield _edited(article, (start, start + len(match.group()), WORDS[match.group()]))


def table_layout(article: Article, random: Random) -> Iterator[Mutant]:
    """A table is aligned with colons, dashes and blanks."""
    for grid in grids(article.text):
        table = article.text[grid.start : grid.end]
        words = table.replace("| --- |", "|:--|", 1).replace(" --- |", " ---: |").replace("| ", "|   ")
        yield edited(article, ((grid.start, grid.end, words),), (grid.start, grid.end), in_table=True)


def _large(article: Article) -> Iterator[Figure]:
    """Whole figures of running text above a thousand that stand alone: neither hedged, nor a bound, nor derived."""
    for figure in article.figures:
        if (
            not figure.in_table
            and figure.how == "as read"
            and figure.value >= 1000
            and figure.value == int(figure.value)
            and figure.value < 10**6
            and article.text[figure.start : figure.end].lstrip("$").replace(",", "") == f"{figure.value:f}"
            and not is_hedged(article, figure)
            and not is_bound(article, figure)
            and not article.text[: figure.start].endswith(("–", "the "))
        ):
            yield figure


def _is_money(article: Article, figure: Figure) -> bool:
    return article.text[figure.start] == "$"


def _names_both(article: Article, sentence: str) -> bool:
    low = sentence.lower()
    return all(article.dataset.entities[slug].title.lower() in low for slug in article.subjects)


def _edited(article: Article, edit: Edit, in_table: bool = False) -> Mutant:
    start = article.text.rfind("\n", 0, edit[0]) + 1
    end = article.text.find("\n", edit[1])
    return edited(article, (edit,), (start, len(article.text) if end < 0 else end), in_table)
