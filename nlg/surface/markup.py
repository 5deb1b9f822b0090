"""Text made harmless for HTML and SVG."""

from __future__ import annotations

import re

_REPLACED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "{": "&#123;",
    "}": "&#125;",
}
"""Braces too: a page may pass through a template engine on its way to a site."""
_UNSEEN = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
"""Control characters that neither HTML nor XML allows, even as references."""
_TABLE = str.maketrans(_REPLACED | {chr(code): "\N{REPLACEMENT CHARACTER}" for code in _UNSEEN})
special = re.compile('[&<>"{}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]').search
"""Whether a text has anything to escape."""


_MEANING = re.compile('[&<>"{}\\\\`*_\\[\\]|~\x00-\x1f\x7f-\x9f\ufffe\uffff]').search
"""What some format that articles are published in gives a meaning to, wherever it stands in a line."""


def is_plain(text: str) -> bool:
    """Whether no character of the text has a meaning in any format, so that none is to be escaped."""
    return _MEANING(text) is None


def escape(text: str) -> str:
    """The text as it stands between tags or in a quoted attribute."""
    return text.translate(_TABLE)
