"""What is read at once: a block of a page, or all the items of one list."""

from __future__ import annotations

from nlg.validator.page import Block, Heading, ListItem, Paragraph, Table

Fragment = Heading | Paragraph | Table | tuple[ListItem, ...]
"""A block, or the items of one list."""


def fragments_of(blocks: tuple[Block, ...]) -> tuple[Fragment, ...]:
    """The blocks of a page, neighbouring items of one list put together."""
    fragments: list[Fragment] = []
    for block in blocks:
        last = fragments[-1] if fragments else None
        if not isinstance(block, ListItem):
            fragments.append(block)
        elif isinstance(last, tuple) and last[-1].group == block.group:
            fragments[-1] = (*last, block)
        else:
            fragments.append((block,))
    return tuple(fragments)
