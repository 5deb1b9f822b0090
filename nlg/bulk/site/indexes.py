"""The pages that lead to articles: the front page with its search, one a category, one an entity."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import combinations

import orjson

from nlg.bulk.site.catalogue import SUFFIX, Catalogue
from nlg.bulk.site.frame import links, page

CATEGORIES, ENTITIES = "categories", "titles"
"""Folders of the site."""
SEARCH = "search.js"
MOST_SEARCHED = 5_000
"""Articles that the search knows one by one; among more it leads to the pages of the entities."""
MOST_LISTED = 1_000
"""Articles within a category that its page lists."""

_FIELD = """<form class="search" role="search">
<label for="query">Search</label>
<input id="query" type="search" autocomplete="off">
<output for="query"></output>
</form>
<script src="search.js"></script>
"""
_SCRIPT = """
const query = document.getElementById("query"), found = document.querySelector("output");
const plain = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const known = entries.map(([text, address]) => [plain(text), text, address]);
query.addEventListener("input", () => {
  const words = plain(query.value).split(/\\s+/).filter(Boolean);
  const list = document.createElement("ul");
  if (words.length) {
    for (const [key, text, address] of known.filter(([key]) => words.every(word => key.includes(word))).slice(0, 30)) {
      const link = document.createElement("a"), item = document.createElement("li");
      link.href = address;
      link.textContent = text;
      item.append(link);
      list.append(item);
    }
  }
  found.replaceChildren(list);
});
query.form.addEventListener("submit", event => event.preventDefault());
"""


def index_pages(found: Catalogue, base: str) -> Iterator[tuple[str, str]]:
    """The name and the text of each page, and of the search's script."""
    yield f"index{SUFFIX}", _front(found, base)
    yield SEARCH, _search(found)
    for name in found.categories:
        yield f"{CATEGORIES}/{found.addresses[name]}{SUFFIX}", _category(found, name, base)
    for slug in found.others:
        yield f"{ENTITIES}/{slug}{SUFFIX}", _entity(found, slug, base)


def _front(found: Catalogue, base: str) -> str:
    dataset = found.dataset
    title = dataset.title or dataset.name
    count = len(found.pages)
    categories = [
        (f"{CATEGORIES}/{found.addresses[name]}{SUFFIX}", f"{_capital(name)} ({len(members):,})")
        for name, members in found.categories.items()
    ]
    titles = [(f"{ENTITIES}/{slug}{SUFFIX}", found.entity(slug).title) for slug in found.others]
    content = _FIELD
    if categories:
        content += f"<h2>By category</h2>\n{links(categories)}"
    content += f"<h2>By title</h2>\n{links(titles)}"
    return page(title, f"{count:,} comparisons.", f"{base}index{SUFFIX}", "", content)


def _search(found: Catalogue) -> str:
    entries = [(found.entity(slug).title, f"{ENTITIES}/{slug}{SUFFIX}") for slug in found.others]
    if len(found.pages) <= MOST_SEARCHED:
        entries += [(found.title(pair), name) for pair, name in found.pages.items()]
    return f"const entries = {orjson.dumps(entries).decode()};{_SCRIPT}"


def _category(found: Catalogue, name: str, base: str) -> str:
    members = found.categories[name]
    titles = [(f"../{ENTITIES}/{slug}{SUFFIX}", found.entity(slug).title) for slug in members]
    within = [
        pair for one, other in combinations(members, 2) if (pair := found.pair(one, other)) in found.pages
    ]
    content = f"<h2>By title</h2>\n{links(titles)}"
    if within:
        articles = [(f"../{found.pages[pair]}", found.title(pair)) for pair in within[:MOST_LISTED]]
        content += f"<h2>Compared with each other</h2>\n{links(articles)}"
    if len(within) > MOST_LISTED:
        content += f"<p>And {len(within) - MOST_LISTED:,} more, listed under each title.</p>\n"
    description = f"{_capital(name)}: {len(members):,} titles, compared."
    address = f"{base}{CATEGORIES}/{found.addresses[name]}{SUFFIX}"
    return page(_capital(name), description, address, "../", content)


def _entity(found: Catalogue, slug: str, base: str) -> str:
    entity = found.entity(slug)
    articles = [
        (f"../{found.pages[pair]}", found.title(pair))
        for other in found.others[slug]
        if (pair := found.pair(slug, other))
    ]
    content = ""
    if entity.category in found.addresses:
        address = f"../{CATEGORIES}/{found.addresses[entity.category]}{SUFFIX}"
        content += f'<p>In <a href="{address}">{escape(entity.category)}</a>.</p>\n'
    content += links(articles)
    title = f"{_capital(entity.title)}: all comparisons"
    return page(title, f"{title}.", f"{base}{ENTITIES}/{slug}{SUFFIX}", "../", content)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
