"""The formats that an article can be published in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nlg.publishers.figures import Image, images
from nlg.publishers.html import html
from nlg.publishers.json import json
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Article


@dataclass(frozen=True, slots=True)
class Format:
    """One way to publish an article: a page, and the image files that it refers to."""

    name: str
    suffix: str
    """Of the page's file name, after the article's slug; the page is UTF-8."""
    publish: Callable[[Article], Page]
    beside: Callable[[Article], tuple[Image, ...]]
    """The files that belong into the page's folder."""


def self_contained(article: Article) -> tuple[Image, ...]:
    """Nothing: the page holds its charts."""
    return ()


FORMATS: tuple[Format, ...] = (
    Format("md", ".md", markdown, images),
    Format("html", ".html", html, self_contained),
    Format("json", ".json", json, self_contained),
)
"""One file an article; the bulk writer knows the formats that hold many articles a file."""
