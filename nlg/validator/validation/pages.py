"""A page → its report: who is compared, what the headings say, and every block read in that light."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from nlg.validator.claim import Claim, Report
from nlg.validator.context import Context, Reader
from nlg.validator.lists.kinds import announces, read_head, read_list
from nlg.validator.lists.structure import check_description, is_description
from nlg.validator.page import Heading, ListItem, Page, Table, Text
from nlg.validator.prose.lots import Lot, lot_of
from nlg.validator.prose.memo import Memo, layout_of
from nlg.validator.prose.paragraphs import read_sentences
from nlg.validator.reading import read_page
from nlg.validator.reckoning import reckoned
from nlg.validator.references.speaking import speaker_of
from nlg.validator.tables.layouts import read_table
from nlg.validator.validation.fragments import fragments_of
from nlg.validator.validation.outline import Outline
from nlg.validator.validation.subjects import find_subjects


def validate_text(
    reader: Reader,
    path: str,
    source: str,
    pair: tuple[str, str] | None = None,
    memo: Memo | None = None,
) -> Report:
    """The report of one file; `pair` says who is compared when the file does not."""
    return validate_page(reader, read_page(path, source), pair, memo)


def validate_page(
    reader: Reader, page: Page, pair: tuple[str, str] | None = None, memo: Memo | None = None
) -> Report:
    """The report of one page, its claims in page order.

    A `memo` of the same reader spares the reading of words that it knows; the report is the same with it and without.
    """
    subjects = find_subjects(reader, page, pair)
    claims = [
        claim
        for lot, is_open in _lots(reader, page, subjects, memo)
        for claim in lot.placed()
        if claim.verdict != "unparsed" or is_open
    ]
    claims.sort(key=lambda claim: claim.span)
    claims = reckoned(reader, page, subjects, claims)
    return Report(page.path, subjects, tuple(dict.fromkeys(claims)), page.source)


def count_supported(reader: Reader, page: Page, pair: tuple[str, str], memo: Memo) -> int | None:
    """How many claims the report of a page would hold; None when one of them would not be supported."""
    count = 0
    for lot, is_open in _lots(reader, page, find_subjects(reader, page, pair), memo):
        if lot.faults or (lot.unparsed and is_open):
            return None
        count += lot.supported
    return count


def _lots(
    reader: Reader, page: Page, subjects: tuple[str, ...], memo: Memo | None
) -> Iterator[tuple[Lot, bool]]:
    """The claims of a page in lots, each with whether those that are not understood count there."""
    outline = Outline(reader, subjects, speaker_of(reader, page, subjects))
    context = outline.context()
    fragments = fragments_of(page.blocks)
    for fragment, following in zip_longest(fragments, fragments[1:]):
        if isinstance(fragment, Heading):
            above = Context(subjects, headings=context.headings, speaker=context.speaker)
            lots, _ = read_sentences(reader, fragment.text, above, memo)
            yield from ((lot, True) for lot in lots)
            outline.enter(fragment)
            context = outline.context()
            continue
        announcing = False
        if isinstance(fragment, Table):
            lots = [lot_of(read_table(reader, fragment, outline.context_of_table(context), memo))]
        elif isinstance(fragment, tuple):
            lots = [_read_list(reader, fragment, outline.context_of_list(context), memo)]
        else:
            lots, context = _read_paragraph(reader, fragment.text, context, memo)
            # The count is checked with the list itself.
            announcing = announces(fragment.text.content, following)
        is_open = not outline.is_about_sources() and not announcing
        yield from ((lot, is_open) for lot in lots)
        outline.note(fragment)


def _read_paragraph(
    reader: Reader, text: Text, context: Context, memo: Memo | None
) -> tuple[list[Lot], Context]:
    described = check_description(reader, text, context)
    if described and is_description(reader, text, context.focus[0]):
        return [lot_of(described)], context
    lots, context = read_sentences(reader, text, context, memo)
    return [lot_of(described), *lots], context


def _read_list(reader: Reader, items: tuple[ListItem, ...], context: Context, memo: Memo | None) -> Lot:
    head = read_head(reader, context)
    contents = " ".join(item.text.content for item in items)
    if memo is None or memo.is_of_all(contents, context.subjects):
        return lot_of(read_list(reader, items, head, context))
    place = items[0].text.places[0]
    words = tuple(
        (layout_of(item.text), item.text.places[0] - place, item.number, item.ordered) for item in items
    )

    def read(context: Context) -> tuple[tuple[Claim, ...], None]:
        return read_list(reader, items, head, context), None

    return memo.read((words, head), place, context, read)[0]
