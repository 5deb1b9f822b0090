"""A page → its report: who is compared, what the headings say, and every block read in that light."""

from __future__ import annotations

from itertools import zip_longest

from nlg.validator.claim import Claim, Report
from nlg.validator.context import Context, Reader
from nlg.validator.fragments import Fragment, fragments_of
from nlg.validator.lists import announces, read_list
from nlg.validator.memo import Memo, Reading, place_of
from nlg.validator.outline import Outline
from nlg.validator.page import Heading, Page, Paragraph, Table
from nlg.validator.prose import read_on
from nlg.validator.reading import read_page
from nlg.validator.structure import check_description, is_description
from nlg.validator.subjects import find_subjects
from nlg.validator.tables import read_table


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

    A `memo` that was filled with the same reader spares the reading of fragments that it knows; the report is
    the same with it and without.
    """
    subjects = find_subjects(reader, page, pair)
    outline = Outline(reader, subjects)
    context = outline.context()
    claims: list[Claim] = []
    fragments = fragments_of(page.blocks)
    for fragment, following in zip_longest(fragments, fragments[1:]):
        if isinstance(fragment, Heading):
            above = Context(subjects, headings=context.headings)
            claims.extend(_read(reader, fragment, above, memo)[0])
            outline.enter(fragment)
            context = outline.context()
            continue
        if isinstance(fragment, tuple):
            found, _ = _read(reader, fragment, outline.context_of_list(context), memo)
        else:
            found, context = _read(reader, fragment, context, memo)
            if isinstance(fragment, Paragraph) and announces(fragment.text.content, following):
                # The count is checked with the list itself.
                found = tuple(claim for claim in found if claim.verdict != "unparsed")
        is_source = outline.is_about_sources()
        claims.extend(claim for claim in found if claim.verdict != "unparsed" or not is_source)
        outline.note(fragment)
    claims.sort(key=lambda claim: claim.span)
    return Report(page.path, subjects, tuple(dict.fromkeys(claims)), page.source)


def validate_fragment(reader: Reader, fragment: Fragment, context: Context) -> Reading:
    """The claims of one fragment, and the context in which the next of its section is read.

    A pure function of its arguments: what was read once with the same words, subjects and headings need not
    be read again. Spans count as the fragment's own texts do.
    """
    if isinstance(fragment, Table):
        return read_table(reader, fragment, context), context
    if isinstance(fragment, tuple):
        return read_list(reader, fragment, context), context
    if isinstance(fragment, Paragraph):
        described = check_description(reader, fragment.text, context)
        if described and is_description(reader, fragment.text, context.focus[0]):
            return described, context
        claims, context = read_on(reader, fragment.text, context)
        return (*described, *claims), context
    return read_on(reader, fragment.text, context)


def _read(reader: Reader, fragment: Fragment, context: Context, memo: Memo | None) -> Reading:
    if memo is None:
        return validate_fragment(reader, fragment, context)
    place = place_of(fragment)
    known = memo.recall(fragment, context, place)
    if known is None:
        known = validate_fragment(reader, fragment, context)
        memo.keep(fragment, context, place, known)
    return known
