"""A site: every article is reachable, every link leads somewhere, every page is valid."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from click.testing import CliRunner, Result

from nlg.api import RenderRequest, build_site, load, render
from nlg.bulk.site.catalogue import catalogue
from nlg.bulk.site.indexes import index_pages
from nlg.bulk.site.sitemap import sitemaps
from nlg.bulk.storage import Folder
from nlg.cli import main

BASE = "https://example.org/compare"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web pages of all pairs of planets."""
    folder = tmp_path_factory.mktemp("articles")
    render(
        RenderRequest(
            data="datasets/planets", is_all=True, formats=("html",), is_validated=False, out=str(folder)
        )
    )
    return folder


@pytest.fixture(scope="module")
def site(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert build_site(str(folder), str(articles), "datasets/planets", BASE) == 28
    return folder


def links_of(file: Path) -> list[str]:
    """The addresses on this site that a page links to."""
    found = re.findall(r'<a [^>]*href="([^"]+)"', file.read_text(encoding="utf-8"))
    return [address for address in found if not address.startswith(("#", "http"))]


def test_every_page_is_valid(site):
    pages = list(site.rglob("*.html"))
    for file in pages:
        html5lib.HTMLParser(strict=True).parse(file.read_text(encoding="utf-8"))

    assert len(pages) > 1


def test_every_link_leads_to_a_page(site):
    for file in site.rglob("*.html"):
        for address in links_of(file):
            assert (file.parent / address).resolve().is_file(), (file, address)


def test_every_article_is_linked_to_by_others(site):
    linked: dict[str, int] = {}
    for file in site.glob("*-vs-*.html"):
        for address in set(links_of(file)):
            name = posixpath.normpath(address)
            linked[name] = linked.get(name, 0) + 1

    assert {file.name for file in site.glob("*-vs-*.html")} <= set(linked)


def test_an_article_links_first_to_those_of_the_same_kind(site):
    related = [address for address in links_of(site / "earth-vs-mars.html") if "-vs-" in address]

    assert related[:2] == ["earth-vs-mercury.html", "earth-vs-venus.html"]
    assert "earth-vs-mars.html" not in related


def test_the_articles_own_files_stay_as_they_were(site, articles):
    assert "Related comparisons" not in (articles / "earth-vs-mars.html").read_text()
    assert "Related comparisons" in (site / "earth-vs-mars.html").read_text()


def test_a_page_states_its_address_on_the_web(site):
    text = (site / "earth-vs-mars.html").read_text()

    assert f'<link rel="canonical" href="{BASE}/earth-vs-mars.html">' in text


def test_a_category_leads_to_its_titles_and_to_what_is_compared_within(site):
    found = links_of(site / "categories/giant.html")

    assert "../titles/saturn.html" in found
    assert "../jupiter-vs-saturn.html" in found
    assert "../earth-vs-saturn.html" not in found


def test_the_sitemap_lists_every_page_once(site):
    found = [
        element.text
        for element in ElementTree.parse(site / "sitemap.xml").getroot().iterfind("s:url/s:loc", NAMESPACE)
    ]

    assert sorted(found) == sorted(
        f"{BASE}/{file.relative_to(site).as_posix()}" for file in site.rglob("*.html")
    )


def test_a_long_sitemap_is_an_index_of_parts():
    files = dict(sitemaps([f"{number}.html" for number in range(7)], f"{BASE}/", "2026-01-01", most=3))

    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = ElementTree.fromstring(files["sitemap.xml"].encode())
    assert [element.text for element in index.iterfind("s:sitemap/s:loc", NAMESPACE)] == [
        f"{BASE}/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert files["sitemap-3.xml"].count("<url>") == 1


def test_the_search_knows_titles_and_articles(site):
    script = (site / "search.js").read_text()

    assert '["Saturn","titles/saturn.html"]' in script
    assert '["Jupiter vs. Saturn","jupiter-vs-saturn.html"]' in script


def test_pages_in_a_folder_an_entity_are_found(articles, tmp_path):
    (tmp_path / "earth").mkdir()
    (tmp_path / "earth/earth-vs-mars.html").write_bytes((articles / "earth-vs-mars.html").read_bytes())
    build_site(str(tmp_path / "site"), str(tmp_path), "datasets/planets", BASE)

    related = links_of(tmp_path / "site/earth/earth-vs-mars.html")
    assert related == ["../titles/earth.html", "../titles/mars.html", "../index.html"]


def test_titles_that_hold_markup_come_out_as_text(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "datapackage.json").write_text(
        '{"title": "<i>x</i>", "resources": [{"name": "a", "path": "a.csv", "schema": {"fields": '
        '[{"name": "slug"}, {"name": "title"}, {"name": "category"}]}}]}'
    )
    (data / "a.csv").write_text(
        'slug,title,category\none,"<script>alert(1)</script>",a & b\ntwo,"""Two""",a & b\n'
    )
    (tmp_path / "one-vs-two.html").write_text(
        "<!DOCTYPE html><html><head></head><body><main></main></body></html>"
    )
    found = catalogue(load(data), Folder(tmp_path))

    for name, text in index_pages(found, BASE):
        assert "<script>alert" not in text or name == "search.js"
        assert "<i>x" not in text


def called(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["site", *arguments])


def test_a_folder_without_web_pages_is_code_two(tmp_path):
    done = called(str(tmp_path / "site"), "--out", str(tmp_path), "--data", "datasets/planets", "--url", BASE)

    assert done.exit_code == 2
    assert "nlg render --format html writes them" in done.stderr


def test_an_address_has_to_be_one(articles, tmp_path):
    done = called(str(tmp_path / "site"), "--out", str(articles), "--data", "datasets/planets", "--url", "x")

    assert (done.exit_code, done.stderr) == (
        2,
        '--url "x": not an address on the web; it begins with https://\n',
    )


def test_a_site_does_not_stand_on_the_articles(articles):
    before = {file: file.read_bytes() for file in articles.rglob("*") if file.is_file()}
    arguments = [
        "site",
        f"{articles}/../{articles.name}",
        "--out",
        str(articles),
        "--data",
        "datasets/planets",
    ]
    done = CliRunner().invoke(main, [*arguments, "--url", BASE])

    assert done.exit_code == 2
    assert "the articles are there; name another folder for the site" in done.stderr
    assert {file: file.read_bytes() for file in articles.rglob("*") if file.is_file()} == before
