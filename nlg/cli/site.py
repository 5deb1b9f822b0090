"""`nlg site`: index pages, a search and a sitemap around the articles."""

from __future__ import annotations

import click


@click.command(name="site")
@click.argument("site", metavar="DIR|URL", default="site")
@click.option("--data", metavar="DIR", help="The dataset's folder.  [default: datasets/occupations]")
@click.option("--out", metavar="DIR|URL", default="output", show_default=True, help="Where the articles are.")
@click.option("--url", required=True, help="The site's address on the web; the sitemap needs it.")
def command(site: str, data: str | None, out: str, url: str) -> None:
    """Write index pages, a search and a sitemap around the articles.

    Takes the web pages that "nlg render --format html" wrote and leaves them alone: the site, by default
    the folder "site", has its own copies, which link to related comparisons.

    \b
    Example:
      nlg site public --out articles --url https://example.org/compare/
    """
    from nlg.api import build_site

    count = build_site(site, out, data, url)
    click.echo(f"{count:,} {'article' if count == 1 else 'articles'} in {site}", err=True)
