"""An article's charts as image files, for the formats that cannot hold them."""

from __future__ import annotations

from dataclasses import dataclass

from nlg.surface.article import Article, Figure


@dataclass(frozen=True, slots=True)
class Image:
    """A file that stands beside a page."""

    name: str
    text: str


def images(article: Article) -> tuple[Image, ...]:
    """The article's charts in reading order."""
    return tuple(
        Image(block.file, block.svg)
        for section in article.sections
        for block in section.blocks
        if isinstance(block, Figure)
    )
