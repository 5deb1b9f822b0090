"""Articles as web pages: complete, accessible and self-contained, made from the document tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from nlg.publishers.linked_data import linked_data
from nlg.publishers.page import Page, PageBuilder
from nlg.publishers.stylesheet import STYLESHEET
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    Figure,
    ItemList,
    Paragraph,
    Prose,
    References,
    Section,
    Sentence,
    Summary,
    Table,
)
from nlg.surface.markup import escape, special

SUFFIX = ".html"
MAIN, CONTENTS = "article", "contents"
"""The ids of the page's own parts."""
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand: what the page knows of the section around them."""

    section: Section
    level: int
    """Of the headings that blocks bring along."""
    title: str
    """The article's, which tells whose table it is."""


def html(article: Article, base_url: str = "") -> Page:
    """The article as a web page, with the place of every span on it.

    `base_url` is the folder on the web that the page will lie in; without it the page's own address
    is relative.
    """
    page = PageBuilder(escape, special, {})
    anchors = _anchors(article)
    _head(page, article, base_url)
    if article.skip:
        page.raw(f'<a class="skip" href="#{MAIN}">')
        page.text(article.skip)
        page.raw("</a>\n")
    page.raw(f'<main id="{MAIN}">\n<article>\n<h1 dir="auto">')
    page.text(article.title)
    page.raw("</h1>\n")
    opening = bool(article.sections) and not article.sections[0].heading
    if not opening:
        _contents(page, article, anchors)
    for position, (section, anchor) in enumerate(zip(article.sections, anchors, strict=True)):
        _section(page, section, anchor, article.title)
        if opening and position == 0:
            _contents(page, article, anchors)
    page.raw("</article>\n</main>\n</body>\n</html>\n")
    return page.page()


def _anchors(article: Article) -> tuple[str, ...]:
    """A name for every section to link to, each of them once."""
    taken = {MAIN, CONTENTS, ""}
    found = []
    for position, section in enumerate(article.sections, start=1):
        anchor = _UNFIT.sub("-", section.id).strip("-")
        if anchor in taken:
            anchor = f"{anchor}-{position}".lstrip("-")
        taken.add(anchor)
        found.append(anchor)
    return tuple(found)


def _head(page: PageBuilder, article: Article, base_url: str) -> None:
    address = f"{base_url.rstrip('/')}/" if base_url else ""
    address += quote(article.slug + SUFFIX)
    language = article.language
    page.raw(f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n')
    page.raw('<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>')
    page.text(article.title)
    page.raw("</title>\n")
    named = [("description", article.description)]
    properties = [
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:description", article.description),
        ("og:url", address),
        ("og:locale", language.replace("-", "_")),
    ]
    if article.release:
        properties.append(("article:published_time", article.release))
    page.raw("".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in named))
    page.raw("".join(f'<meta property="{name}" content="{escape(text)}">\n' for name, text in properties))
    page.raw(f'<link rel="canonical" href="{escape(address)}">\n<style>{STYLESHEET}</style>\n')
    page.raw(f'<script type="application/ld+json">{linked_data(article, address)}</script>\n')
    page.raw("</head>\n<body>\n")


def _contents(page: PageBuilder, article: Article, anchors: tuple[str, ...]) -> None:
    listed = [pair for pair in zip(article.sections, anchors, strict=True) if pair[0].heading]
    if not article.contents or not listed:
        return
    page.raw(f'<nav class="contents" aria-labelledby="{CONTENTS}"><p id="{CONTENTS}">')
    page.text(article.contents)
    page.raw("</p>\n<ul>\n")
    for section, anchor in listed:
        page.raw(f'<li><a href="#{anchor}">')
        page.text(section.heading)
        page.raw("</a></li>\n")
    page.raw("</ul></nav>\n")


def _section(page: PageBuilder, section: Section, anchor: str, title: str) -> None:
    if section.heading:
        page.raw(f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}" dir="auto">')
        page.text(section.heading)
        page.raw("</h2>\n")
    else:
        page.raw(f'<div id="{anchor}">\n')
    place = _Place(section, 3 if section.heading else 2, title)
    for block in section.blocks:
        _block(page, block, place)
    page.raw("</section>\n" if section.heading else "</div>\n")


def _block(page: PageBuilder, block: Block, place: _Place) -> None:
    if isinstance(block, Paragraph):
        _paragraph(page, block.sentences)
    elif isinstance(block, Summary):
        page.raw('<div class="summary"><p><strong>')
        page.text(block.label)
        page.raw("</strong> ")
        page.sentence(block.sentence)
        page.raw("</p></div>\n")
    elif isinstance(block, Table):
        _table(page, block, place)
    elif isinstance(block, ItemList):
        _heading(page, block.heading, place)
        page.raw("<ul>\n")
        for item in block.items:
            page.raw('<li dir="auto">')
            page.sentence(item)
            page.raw("</li>\n")
        page.raw("</ul>\n")
    elif isinstance(block, Prose):
        _heading(page, block.heading, place)
        _paragraph(page, (block.sentence,))
    elif isinstance(block, Answer):
        _heading(page, block.question, place)
        _paragraph(page, block.sentences)
    elif isinstance(block, References):
        _references(page, block)
    elif isinstance(block, Figure):
        _figure(page, block)


def _heading(page: PageBuilder, text: str, place: _Place) -> None:
    if text:
        page.raw(f'<h{place.level} dir="auto">')
        page.text(text)
        page.raw(f"</h{place.level}>\n")


def _paragraph(page: PageBuilder, sentences: tuple[Sentence, ...]) -> None:
    page.raw('<p dir="auto">')
    for position, sentence in enumerate(sentences):
        if position:
            page.raw(" ")
        page.sentence(sentence)
    page.raw("</p>\n")


def _table(page: PageBuilder, table: Table, place: _Place) -> None:
    heading = place.section.heading
    caption = table.caption or (f"{heading}: {place.title}" if heading else place.title)
    page.raw('<div class="table">\n<table>\n<caption dir="auto">')
    page.text(caption)
    page.raw("</caption>\n<thead>\n<tr><td></td>")
    for title in table.header:
        page.raw('<th scope="col"><bdi>')
        page.text(title)
        page.raw("</bdi></th>")
    page.raw("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows:
        page.raw('<tr><th scope="row" dir="auto">')
        page.text(row.label)
        page.raw("</th>")
        for cell in row.cells:
            page.raw("<td><bdi>")
            page.sentence(cell)
            page.raw("</bdi></td>")
        page.raw("</tr>\n")
    page.raw("</tbody>\n</table>\n</div>\n")


def _references(page: PageBuilder, block: References) -> None:
    page.raw("<ul>\n")
    for reference in block.items:
        page.raw('<li dir="auto">')
        linked = reference.path.startswith(("https://", "http://"))
        if linked:
            page.raw(f'<a href="{escape(reference.path)}">')
        page.text(reference.text)
        page.raw("</a></li>\n" if linked else "</li>\n")
    page.raw("</ul>\n")


def _figure(page: PageBuilder, block: Figure) -> None:
    page.raw('<figure>\n<figcaption dir="auto">')
    page.text(block.title)
    page.raw("</figcaption>\n")
    page.holding(block.svg, 0, Sentence(block.svg, block.spans))
    page.raw("\n</figure>\n")
