"""Articles as JSON: the document tree as data, the Markdown, and every claim with the cells behind it."""

from __future__ import annotations

from bisect import bisect_right
from math import isfinite

import orjson

from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page, PageSpan
from nlg.surface.article import (
    Answer,
    Article,
    Block,
    ItemList,
    Paragraph,
    Prose,
    Provenance,
    References,
    Sentence,
    Stated,
    Summary,
    Table,
)

LARGEST_INTEGER = 2**63 - 1
"""Beyond it JSON readers disagree about whole numbers."""
SUPPORTED = "supported"
"""The writer's verdict on its own claims; the validator's is found by reading the page."""


def json(article: Article) -> Page:
    """The article as one JSON object; spans count characters of its `text`, so the page itself has none."""
    return Page(orjson.dumps(article_data(article)).decode() + "\n", ())


def article_data(article: Article) -> dict[str, object]:
    """The article as plain data, keys in the order of the page."""
    page = markdown(article)
    dataset = " ".join(part for part in (article.dataset, article.version) if part)
    return {
        "title": article.title,
        "slug": article.slug,
        "subjects": article.subjects,
        "dataset": dataset,
        "date": article.release,
        "description": article.description,
        "language": article.language,
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in article.sections
        ],
        "text": page.text,
        "claims": claims(page),
    }


def claims(page: Page) -> list[dict[str, object]]:
    """What the page claims, in page order and the words of a validation report.

    Beside a report's keys: `raw`, the cells as they stand in the file; `derivation`, how the words came
    from them; `message_id` and `pattern`, what was said and in which wording of the grammar.
    """
    text = page.text
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return [_claim(text, span, bisect_right(starts, span.start)) for span in page.spans]


def _claim(text: str, span: PageSpan, line: int) -> dict[str, object]:
    provenance = span.provenance
    stated = _stated(provenance)
    return {
        "span": (span.start, span.end),
        "line": line,
        "text": text[span.start : span.end],
        "kind": provenance.kind,
        "subjects": provenance.subjects,
        "attribute": provenance.attribute,
        "stated": stated,
        "expected": stated,
        "source": [
            {"resource": cell.resource, "slug": cell.slug, "column": cell.column}
            for cell in provenance.evidence
        ],
        "verdict": SUPPORTED,
        "message": "",
        "raw": provenance.raw,
        "derivation": provenance.how,
        "message_id": provenance.message_id,
        "pattern": provenance.pattern,
    }


def _stated(provenance: Provenance) -> Stated | None:
    """What the words state; null for a clause, whose figures are claims of their own."""
    stated = provenance.stated
    if isinstance(stated, tuple):
        return tuple(_plain(part) for part in stated)
    return None if stated == "" else _plain(stated)


def _plain(stated: int | float | str) -> int | float | str:
    """A figure as JSON can hold it: no infinity and no integer that readers would cut."""
    if isinstance(stated, int) and abs(stated) > LARGEST_INTEGER:
        return str(stated)
    return str(stated) if isinstance(stated, float) and not isfinite(stated) else stated


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "text": _joined(block.sentences)}
    if isinstance(block, Summary):
        return {"type": "summary", "label": block.label, "text": block.sentence.text}
    if isinstance(block, Table):
        return {
            "type": "table",
            "caption": block.caption,
            "header": block.header,
            "rows": [{"label": row.label, "cells": [cell.text for cell in row.cells]} for row in block.rows],
        }
    if isinstance(block, ItemList):
        return {"type": "list", "heading": block.heading, "items": [item.text for item in block.items]}
    if isinstance(block, Prose):
        return {"type": "prose", "heading": block.heading, "text": block.sentence.text}
    if isinstance(block, Answer):
        return {"type": "answer", "question": block.question, "text": _joined(block.sentences)}
    if isinstance(block, References):
        return {
            "type": "references",
            "items": [{"text": reference.text, "path": reference.path} for reference in block.items],
        }
    return {
        "type": "figure",
        "name": block.name,
        "file": block.file,
        "title": block.title,
        "description": block.description.text,
        "svg": block.svg,
    }


def _joined(sentences: tuple[Sentence, ...]) -> str:
    return " ".join(sentence.text for sentence in sentences)
