"""Web pages: complete, accessible, valid, and harmless whatever the data hold."""

from __future__ import annotations

import json
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from nlg.publishers.html import html
from nlg.surface.article import Article


def parsed(page: str) -> Element:
    """The page's tree; a fault in its markup is an error."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert isinstance(tree, Element)
    return tree


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def linked_data(tree: Element) -> dict[str, dict[str, object]]:
    """The JSON-LD nodes by type."""
    script = tree.find(".//script[@type='application/ld+json']")
    assert script is not None
    assert script.text is not None
    return {node["@type"]: node for node in json.loads(script.text)["@graph"]}


@pytest.fixture(scope="session")
def tree(reference: Article) -> Element:
    return parsed(html(reference).text)


def test_a_page_says_what_it_is_before_it_begins(tree: Element, reference: Article):
    """Language, title, description and address stand in the head, for readers and for machines."""
    named = {meta.get("name") or meta.get("property"): meta.get("content") for meta in tree.iter("meta")}

    assert tree.get("lang") == "en-US"
    assert text_of(tree.find("./head/title")) == reference.title
    assert named["description"] == named["og:description"] == reference.description
    assert named["og:title"] == reference.title
    assert named["og:type"] == "article"
    assert tree.find("./head/link[@rel='canonical']").get("href") == named["og:url"]


@pytest.mark.parametrize(
    "base_url, address",
    [
        ("", "one-vs-two.html"),
        ("https://example.org/jobs", "https://example.org/jobs/one-vs-two.html"),
        ("https://example.org/jobs/", "https://example.org/jobs/one-vs-two.html"),
    ],
)
def test_the_address_of_a_page_begins_with_the_folder_it_will_lie_in(holding, base_url: str, address: str):
    page = parsed(html(holding("text"), base_url).text)

    assert page.find("./head/link[@rel='canonical']").get("href") == address


def test_headings_descend_one_step_at_a_time_from_a_single_first_one(tree: Element):
    levels = [int(element.tag[1]) for element in tree.iter() if element.tag in ("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_every_heading_cell_its_scope(tree: Element):
    tables = list(tree.iter("table"))

    assert tables
    for table in tables:
        assert text_of(table.find("caption"))
        assert {cell.get("scope") for cell in table.find("thead").iter("th")} == {"col"}
        assert {cell.get("scope") for cell in table.find("tbody").iter("th")} == {"row"}
        assert not any(cell.tag == "th" and not text_of(cell) for cell in table.iter())


def test_every_link_inside_the_page_arrives(tree: Element):
    """The skip link and the list of contents lead to ids that the page has, each once."""
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    targets = [link.get("href")[1:] for link in tree.iter("a") if link.get("href").startswith("#")]

    assert len(targets) > 2
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)


def test_charts_are_images_with_a_title_and_a_description(tree: Element):
    images = [element for element in tree.iter() if element.tag.endswith("svg")]

    assert images
    for image in images:
        parts = {element.get("id"): text_of(element) for element in image.iter() if element.get("id")}
        assert image.get("role") == "img"
        assert all(parts[name] for name in image.get("aria-labelledby").split())


def test_linked_data_tell_of_both_entities_and_of_the_dataset(tree: Element, reference: Article):
    article = linked_data(tree)["Article"]

    assert [thing["@type"] for thing in article["about"]] == ["Occupation", "Occupation"]
    assert [thing["name"] for thing in article["about"]] == list(reference.titles)
    assert article["isBasedOn"] == {
        "@type": "Dataset",
        "name": reference.dataset,
        "version": reference.version,
        "datePublished": reference.release,
        "license": reference.licences[0],
    }


def test_linked_data_ask_and_answer_what_the_page_does(tree: Element):
    asked = linked_data(tree)["FAQPage"]["mainEntity"]
    shown = {text_of(element) for element in tree.iter() if element.tag in ("h3", "p")}

    assert asked
    for question in asked:
        assert {question["name"], question["acceptedAnswer"]["text"]} <= shown


def test_an_entity_that_schema_org_has_no_name_for_is_a_thing(writer_of):
    page = html(writer_of("planets").article("earth", "mars")).text

    assert [thing["@type"] for thing in linked_data(parsed(page))["Article"]["about"]] == ["Thing", "Thing"]


def test_harmful_text_comes_out_as_the_text_it_is(harmful: Article, harm: str):
    """No text becomes markup, a script or a template, wherever it stands."""
    page = html(harmful).text
    tree = parsed(page)
    shown = harm.replace("\x0b", "\ufffd").replace("\x7f", "\ufffd")

    assert text_of(tree.find(".//h1")) == shown
    assert tree.find("./head/meta[@name='description']").get("content") == shown
    assert [text_of(item) for item in tree.iter("li")].count(shown) == 2 + 3 * 3
    assert linked_data(tree)["Article"]["headline"] == harm
    assert len(list(tree.iter("script"))) == 1
    assert not any(link.get("href").startswith("javascript:") for link in tree.iter("a"))
    assert "{{" not in page
    assert "}}" not in page
    assert "{%" not in page
