"""`sitemap.xml`: every address of a site. Source: sitemaps.org, protocol 0.9."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

MOST_ADDRESSES = 50_000
"""Of one file, by the protocol."""
NAME = "sitemap.xml"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(
    names: Sequence[str], base: str, date: str, most: int = MOST_ADDRESSES
) -> Iterator[tuple[str, str]]:
    """The files: one when all addresses fit into it, otherwise an index and the files that it lists."""
    if len(names) <= most:
        yield NAME, _addresses(names, base, date)
        return
    parts = []
    for number, start in enumerate(range(0, len(names), most), start=1):
        part = f"sitemap-{number}.xml"
        parts.append(part)
        yield part, _addresses(names[start : start + most], base, date)
    entries = "".join(f"<sitemap>{_entry(part, base, date)}</sitemap>\n" for part in parts)
    yield NAME, f"{_OPENING}<sitemapindex {_SPACE}>\n{entries}</sitemapindex>\n"


def _addresses(names: Sequence[str], base: str, date: str) -> str:
    entries = "".join(f"<url>{_entry(name, base, date)}</url>\n" for name in names)
    return f"{_OPENING}<urlset {_SPACE}>\n{entries}</urlset>\n"


def _entry(name: str, base: str, date: str) -> str:
    place = f"<loc>{escape(base + quote(name))}</loc>"
    return f"{place}<lastmod>{escape(date)}</lastmod>" if date else place
