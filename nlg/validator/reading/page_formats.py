"""The formats that a page may be published in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from nlg.validator.page import Page
from nlg.validator.reading.html import read_html
from nlg.validator.reading.markdown import read_markdown
from nlg.validator.reading.plain import read_plain

FORMATS: Mapping[str, Callable[[str, str], Page]] = MappingProxyType(
    {
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".txt": read_plain,
    }
)
"""Readers by the file name's ending, in lower case."""

_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|article|main|section|div|h1|p|table)\b", re.IGNORECASE)
_BULLET_CHARACTERS = re.compile(r"^\s*[•‣●▪]\s", re.MULTILINE)
_MARKDOWN = re.compile(r"^(?:---\n|#{1,6} |\|.+\|\s*\n\|[\s:|-]+\|)", re.MULTILINE)


def read_page(path: str, source: str) -> Page:
    """The page of one file; standard input and unknown endings are read as what they look like.

    Markdown is the default: running text reads alike in both. Nothing that `source` may hold raises.
    """
    ending = path[path.rfind(".") :].lower() if "." in path else ""
    if ending in FORMATS:
        return FORMATS[ending](path, source)
    if _HTML.match(source):
        return read_html(path, source)
    if not _MARKDOWN.search(source) and _BULLET_CHARACTERS.search(source):
        return read_plain(path, source)
    return read_markdown(path, source)
