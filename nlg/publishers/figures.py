"""An article's charts as image files, for the formats that cannot hold them."""

from __future__ import annotations

from dataclasses import dataclass

from nlg.surface.article import Article, Figure


@dataclass(frozen=True, slots=True)
class Image:
    """A file that stands beside a page."""

    name: str
    text: str


def image_name(article: Article, figure: Figure) -> str:
    """The file name of a figure: the article's slug keeps it apart from those of other pages."""
    return f"{article.slug}.{figure.name}.svg"


def images(article: Article) -> tuple[Image, ...]:
    """The article's charts in reading order."""
    return tuple(
        Image(image_name(article, block), block.svg)
        for section in article.sections
        for block in section.blocks
        if isinstance(block, Figure)
    )
