"""Who writes, where a page says it, and the words by which they speak of their own side and of the other's.

Example: "we bakers", "as a nurse, I …" name the writer's side; then "in our trade" is theirs and "hers" the other's
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlg.validator.context import Context, Reader
from nlg.validator.lexis.thesaurus import SIDES
from nlg.validator.lexis.tokens import Token, plain, split_sentences, tokenise
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.page import Page, Table
from nlg.validator.sentences.clauses import other_of
from nlg.validator.sentences.marks import EntityMark, Mark, TargetMark
from nlg.validator.sentences.recognition import find_marks

_LIST = word_list("speaking")
_OPENINGS = re.compile(
    r"\b(?:i['’]m|i am|i['’]ve been|i work as|we['’]re|we are|speaking as|(?P<as>as)) (?:an?|the) "
    r"|\b(?:we|us),? (?:the )?|\bmy fellow ",
    re.IGNORECASE,
)
"""Before the name of whoever writes."""
_WINDOW = 48
"""Characters in which the name must stand."""
_BETWEEN = frozenset(_LIST["between"])
_OWN, _OWNING, _OTHERS, _OTHERS_OWNING, _PERSONAL, _TOGETHER, _THINGS = (
    frozenset(_LIST[name])
    for name in ("own", "owning", "others", "others_owning", "personal", "together", "things")
)


def speaker_of(reader: Reader, page: Page, subjects: tuple[str, ...]) -> str:
    """The one of two compared who writes; empty where nobody says it, or both do."""
    if len(subjects) != 2 or reader.dataset.titles == "name":
        return ""
    found = {
        slug
        for block in page.blocks
        if not isinstance(block, Table)
        for slug in _named_as_writers(reader, plain(block.text.content), subjects)
    }
    return found.pop() if len(found) == 1 else ""


def _named_as_writers(reader: Reader, text: str, subjects: tuple[str, ...]) -> list[str]:
    found = []
    for opening in _OPENINGS.finditer(text):
        if text.count('"', 0, opening.start()) % 2:
            # Somebody else is quoted.
            continue
        if opening["as"] and not _goes_on_in_person(text, opening.end()):
            continue
        window = text[opening.end() : opening.end() + _WINDOW]
        tokens = tokenise(window, 0, len(window))
        marks = find_marks(reader, window, tokens, subjects) if tokens else ()
        name = next((mark for mark in marks if isinstance(mark, EntityMark)), None)
        if name is None or name.reference or name.possessive or len(name.slugs) != 1:
            continue
        before = [token.low for token in tokens[: name.start]]
        if len(before) <= 2 and all(word in _BETWEEN or word.endswith("ed") for word in before):
            found.append(name.slugs[0])
    if _THAN.search(text):
        found.extend(
            slug
            for start, end in split_sentences(text)
            for slug in _set_against_writers(reader, text[start:end], subjects)
        )
    return [slug for slug in found if slug in subjects]


_THAN = re.compile(r"\b(?:we|us|ours?)\b.* than | than (?:we|us|ours?)\b", re.IGNORECASE)
_BEHIND_THAN = re.compile(r"^(?:we|us|ours?)\b", re.IGNORECASE)
_BEFORE_THAN = re.compile(r"^(?:we|our)\b", re.IGNORECASE)


def _set_against_writers(reader: Reader, sentence: str, subjects: tuple[str, ...]) -> list[str]:
    """Who writes, where a sentence sets the other against them: "editors are more unequal than we are"."""
    left, than, right = sentence.partition(" than ")
    if not than or '"' in sentence:
        return []
    if _BEHIND_THAN.match(right):
        named = _named_in(reader, left, subjects)
    elif _BEFORE_THAN.match(left):
        named = _named_in(reader, right, subjects)
        if _named_in(reader, left, subjects):
            return []
    else:
        return []
    return [other_of(subjects, named[0])] if len(named) == 1 else []


def _named_in(reader: Reader, text: str, subjects: tuple[str, ...]) -> list[tuple[str, ...]]:
    tokens = tokenise(text, 0, len(text))
    marks = find_marks(reader, text, tokens, subjects) if tokens else ()
    return list(
        dict.fromkeys(mark.slugs for mark in marks if isinstance(mark, EntityMark) and not mark.reference)
    )


def _goes_on_in_person(text: str, start: int) -> bool:
    """Whether "as a nurse" is said of those who write: "as a nurse, I see it daily"."""
    rest = re.split(r"[.!?]", text[start : start + 2 * _WINDOW])[0].lower()
    return bool(re.search(r"\b(?:i|we|my|our)\b", rest))


def with_speakers(marks: Sequence[Mark], tokens: Sequence[Token], context: Context) -> Sequence[Mark]:
    """The marks with one for each word that stands for the writer's side, or for the other's."""
    other = other_of(context.subjects, (context.speaker,)) if context.speaker else ""
    if not other or any(token.low.partition("'")[0] in _PERSONAL for token in tokens):
        # Who says "I" tells of a life, and not of a trade.
        return marks
    inside = {at for mark in marks for at in range(mark.start, mark.end) if not _is_pronoun(mark)}
    new: list[Mark] = []
    for at, token in enumerate(tokens):
        low = token.low.partition("'")[0]
        if at in inside or (low == "us" and _are_both(tokens, at)):
            continue
        slug = context.speaker if low in _OWN | _OWNING else other if low in _OTHERS | _OTHERS_OWNING else ""
        if not slug:
            continue
        if low in _OWNING | _OTHERS_OWNING and (owned := _owned(marks, tokens, at + 1, low)) != at:
            if owned:
                new.append(EntityMark(at, owned, (slug,), "", owned == at + 1))
                continue
        if low in _OWN | _OTHERS:
            new.append(EntityMark(at, at + 1, (slug,)))
    if not new:
        return marks
    taken = {at for mark in new for at in range(mark.start, mark.end)}
    kept = [mark for mark in marks if not (_is_pronoun(mark) and mark.start in taken)]
    kept = [mark for mark in kept if not any(at in taken for at in range(mark.start, mark.end))]
    return sorted((*kept, *new), key=lambda mark: mark.start)


def _are_both(tokens: Sequence[Token], at: int) -> bool:
    """Whether "us" at a token is the two together: "between us", "neither of us", but not "the best-paid of us"."""
    before = [token.low for token in tokens[max(0, at - 2) : at]]
    return before[-1:] == ["between"] or (before[-1:] == ["of"] and before[0] in _TOGETHER)


def _is_pronoun(mark: Mark) -> bool:
    return isinstance(mark, EntityMark) and mark.is_pronoun


def _owned(marks: Sequence[Mark], tokens: Sequence[Token], start: int, owner: str) -> int:
    """Where words end that name a side ("our trade") or stand before what it has ("our median"); 0 for neither."""
    for at in range(start, min(start + 2, len(tokens))):
        if tokens[at].low in SIDES:
            return at + 1
        if tokens[at].low in _THINGS:
            return start
        if owner != "my" and any(isinstance(mark, TargetMark) and mark.start == at for mark in marks):
            return start
        if not tokens[at].low.isalpha():
            return 0
    return 0
