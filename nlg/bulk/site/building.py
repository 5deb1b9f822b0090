"""Articles → a site: their pages with links to related ones, the indexes and the sitemap."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from posixpath import relpath

from nlg.bulk.order import Pair
from nlg.bulk.site.catalogue import Catalogue, catalogue
from nlg.bulk.site.indexes import ENTITIES, index_pages
from nlg.bulk.site.sitemap import sitemaps
from nlg.bulk.storage import Storage
from nlg.data import Dataset
from nlg.errors import InputError

_END = "</main>"


def build_site(
    dataset: Dataset,
    articles: Storage,
    site: Storage,
    base: str,
    progress: Callable[[int], None] = lambda count: None,
) -> int:
    """Writes the site of the web pages in one place to another, and says of how many articles it is.

    `base` is the site's address on the web, ending in a slash.

    Raises:
        InputError: there are no web pages of the dataset's articles.
    """
    found = catalogue(dataset, articles)
    if not found.pages:
        raise InputError("no web pages of the dataset's articles there; nlg render --format html writes them")
    names = []
    for name, text in index_pages(found, base):
        _write(site, name, text)
        if name.endswith(".html"):
            names.append(name)
    for pair, name in found.pages.items():
        content = articles.read(name) or b""
        _write(site, name, _linked(found, pair, name, content.decode("utf-8", "replace"), base))
        names.append(name)
        progress(1)
    for name, text in sitemaps(names, base, dataset.release):
        _write(site, name, text)
    return len(found.pages)


def _write(site: Storage, name: str, text: str) -> None:
    """Writes a file unless it holds that already."""
    content = text.encode()
    if site.read(name) != content:
        site.write(name, content)


def _linked(found: Catalogue, pair: Pair, name: str, text: str, base: str) -> str:
    """The page with its address on the web, and after the article links to related ones."""
    file = name.rpartition("/")[2]
    head, body = text[: text.find("</head>")], text[text.find("</head>") :]
    head = head.replace(f'"{file}"', f'"{escape(base)}{name}"')
    place = name.rpartition("/")[0]
    related = [(found.pages[other], found.title(other)) for other in found.related(pair)]
    hubs = [(f"{ENTITIES}/{slug}.html", f"{found.entity(slug).title}: all comparisons") for slug in pair]
    items = "".join(
        f'<li dir="auto"><a href="{escape(relpath(address, place or "."))}">{escape(title)}</a></li>\n'
        for address, title in (*related, *hubs, ("index.html", "All comparisons"))
    )
    # The page may have any id already, so that the heading needs none.
    links = f'<nav aria-label="Related">\n<h2>Related comparisons</h2>\n<ul>\n{items}</ul>\n</nav>\n'
    at = body.rfind(_END)
    return head + body[:at] + links + body[at:]
