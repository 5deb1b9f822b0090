"""An article as one row of a shard."""

from __future__ import annotations

import orjson

from nlg.publishers.page import Page
from nlg.surface.article import Article


def row_of(article: Article, page: Page) -> bytes:
    """A line of JSON: who is compared, the page's particulars, its Markdown, and what it claims.

    Each claim is `[kind, subjects, attribute, stated]`, once; the page's spans and cells are
    in the JSON format of a single article.
    """
    return orjson.dumps(
        {
            "first": article.subjects[0],
            "second": article.subjects[1],
            "slug": article.slug,
            "title": article.title,
            "description": article.description,
            "dataset": " ".join(part for part in (article.dataset, article.version) if part),
            "date": article.release,
            "markdown": page.text,
            "claims": page.stated,
        },
        option=orjson.OPT_APPEND_NEWLINE,
    )
