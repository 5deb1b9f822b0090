"""What every page of a site has around its own content."""

from __future__ import annotations

from html import escape

from nlg.publishers.stylesheet import STYLESHEET

_OWN_STYLE = """
.site { max-width: 44rem; margin: 0 auto; padding: 1rem 1.25rem 0; font-size: .9375rem }
.columns { columns: 16rem; list-style: none; padding: 0 }
.columns li { break-inside: avoid; padding: 0 }
.search input { width: 100%; font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--paper); color: var(--ink) }
.search label { display: block; margin: 0 0 .375rem; font-weight: 600 }
"""


def page(title: str, description: str, address: str, up: str, content: str) -> str:
    """A whole page. `up` leads from it to the site's root ("../"); `content` is markup, the rest is text."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f'<meta name="description" content="{escape(description)}">\n'
        f'<link rel="canonical" href="{escape(address)}">\n'
        f"<style>{STYLESHEET}{_OWN_STYLE}</style>\n</head>\n<body>\n"
        f'<nav class="site" aria-label="Site"><a href="{up}index.html">All comparisons</a></nav>\n'
        f'<main>\n<h1 dir="auto">{escape(title)}</h1>\n{content}</main>\n</body>\n</html>\n'
    )


def links(entries: list[tuple[str, str]], name: str = "columns") -> str:
    """A list of links: addresses and texts."""
    items = "".join(
        f'<li dir="auto"><a href="{escape(address)}">{escape(text)}</a></li>\n' for address, text in entries
    )
    return f'<ul class="{name}">\n{items}</ul>\n' if items else ""
