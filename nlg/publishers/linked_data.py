"""What an article tells search engines about itself: schema.org vocabulary as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import dumps

from nlg.surface.article import Answer, Article

Node = str | tuple["Node", ...] | Mapping[str, "Node"]
_HARMLESS = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&{}\u2028\u2029\x7f"})
"""A script ends at "</script>" whatever it holds, and a template engine begins at two braces."""


def linked_data(article: Article, address: str) -> str:
    """The article and its questions as the text of one JSON-LD script; `address` is the page's own."""
    nodes: list[Node] = [_article(article, address)]
    questions = tuple(_questions(article))
    if questions:
        nodes.append({"@type": "FAQPage", "inLanguage": article.language, "mainEntity": questions})
    return "".join(_written({"@context": "https://schema.org", "@graph": tuple(nodes)}))


def _article(article: Article, address: str) -> Node:
    node: dict[str, Node] = {
        "@type": "Article",
        "headline": article.title,
        "description": article.description,
        "inLanguage": article.language,
        "mainEntityOfPage": address,
        "about": tuple({"@type": article.schema_type, "name": title} for title in article.titles),
    }
    dataset: dict[str, Node] = {"@type": "Dataset", "name": article.dataset}
    if article.version:
        dataset["version"] = article.version
    if article.release:
        node["datePublished"] = article.release
        dataset["datePublished"] = article.release
    if article.licences:
        dataset["license"] = article.licences[0] if len(article.licences) == 1 else article.licences
    node["isBasedOn"] = dataset
    return node


def _questions(article: Article) -> Iterator[Node]:
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Answer):
                text = " ".join(sentence.text for sentence in block.sentences)
                yield {
                    "@type": "Question",
                    "name": block.question,
                    "acceptedAnswer": {"@type": "Answer", "text": text},
                }


def _written(node: Node) -> Iterator[str]:
    """The node as JSON; a space keeps the braces of nested objects apart."""
    if isinstance(node, str):
        yield dumps(node, ensure_ascii=False).translate(_HARMLESS)
    elif isinstance(node, tuple):
        for position, part in enumerate(node):
            yield "," if position else "["
            yield from _written(part)
        yield "]" if node else "[]"
    else:
        for position, (name, part) in enumerate(node.items()):
            yield "," if position else "{"
            yield f'"{name}":'
            yield from _written(part)
        yield " }"
