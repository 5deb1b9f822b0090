"""The yardstick of the benchmarks: a bare precompiled Jinja2 template that fills ready strings into one article.

A template is made of an article's own Markdown: what came from the data becomes a slot, tables and lists become loops,
the rest is the template's text. Its values are strings that are ready beforehand; nothing is planned, varied or traced.
It gives the article's very bytes, so that both sides write the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import jinja2

from nlg.publishers.page import Page
from nlg.surface.article import Article

_ENVIRONMENT = jinja2.Environment(autoescape=False, keep_trailing_newline=True)
_MARKUP = re.compile(r"\{\{|\{%|\{#")


@dataclass(slots=True)
class Baseline:
    """A compiled template and the strings that it takes."""

    template: jinja2.Template
    values: dict[str, object]

    def render(self) -> str:
        """The article."""
        return self.template.render(self.values)


@dataclass(slots=True)
class _Making:
    article: Article
    values: dict[str, dict[str, object]] = field(
        default_factory=lambda: {"first": {}, "second": {}, "pair": {}, "table": {}, "list": {}}
    )

    def slot(self, owner: str, value: object) -> str:
        """The name of a value, by which the template calls it."""
        key = f"v{len(self.values[owner])}"
        self.values[owner][key] = value
        return f"{owner}.{key}"


def baseline(article: Article, page: Page) -> Baseline:
    """The template that gives this page, and its values.

    Raises:
        ValueError: it gives anything else.
    """
    making = _Making(article)
    parts = []
    at = 0
    for block in re.finditer(r"(?:^\|.*\n)+|(?:^- .*\n)+", page.text, re.MULTILINE):
        parts.append(_prose(making, page, at, block.start()))
        parts.append(_rows(making, block[0]) if block[0].startswith("|") else _items(making, block[0]))
        at = block.end()
    parts.append(_prose(making, page, at, len(page.text)))
    made = Baseline(_ENVIRONMENT.from_string("".join(parts)), dict(making.values))
    if made.render() != page.text:
        raise ValueError(f"{article.slug}: the template gives another text")
    return made


def _rows(making: _Making, text: str) -> str:
    """A table: its head stands in the template but for the titles, its rows are a loop."""
    lines = text.splitlines()
    head = "".join(f"{line}\n" for line in lines[:2])
    rows = [tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]) for line in lines[2:]]
    name = making.slot("table", rows)
    columns = " | ".join(f"{{{{ row[{number}] }}}}" for number in range(len(rows[0]) if rows else 0))
    return f"{_literal(head)}{{% for row in {name} %}}| {columns} |\n{{% endfor %}}"


def _items(making: _Making, text: str) -> str:
    name = making.slot("list", [line[2:] for line in text.splitlines()])
    return f"{{% for item in {name} %}}- {{{{ item }}}}\n{{% endfor %}}"


def _prose(making: _Making, page: Page, start: int, end: int) -> str:
    """Running text: its innermost spans and the entities' titles are slots."""
    first, second = making.article.subjects
    slots: list[tuple[int, int, str]] = []
    inner = [span for span in page.spans if start <= span.start and span.end <= end and span.provenance.raw]
    for span in sorted(inner, key=lambda span: (span.start, span.end)):
        if span.start >= (slots[-1][1] if slots else start) and span.end > span.start:
            owner = {(first,): "first", (second,): "second"}.get(span.provenance.subjects, "pair")
            slots.append((span.start, span.end, owner))
    for owner, title in zip(("first", "second"), making.article.titles, strict=True):
        for found in re.finditer(re.escape(title), page.text[start:end], re.IGNORECASE):
            place = start + found.start(), start + found.end()
            if all(place[1] <= low or high <= place[0] for low, high, _ in slots):
                slots.append((*place, owner))
    parts = []
    at = start
    for low, high, owner in sorted(slots):
        parts.append(_literal(page.text[at:low]))
        parts.append(f"{{{{ {making.slot(owner, page.text[low:high])} }}}}")
        at = high
    parts.append(_literal(page.text[at:end]))
    return "".join(parts)


def _literal(text: str) -> str:
    return f"{{% raw %}}{text}{{% endraw %}}" if _MARKUP.search(text) else text
