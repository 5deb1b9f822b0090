"""Where a name of an entity starts and ends among a sentence's words."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.lexis.thesaurus import SIDES
from nlg.validator.lexis.tokens import Token, is_acronym
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.vocabulary.names import Name
from nlg.validator.vocabulary.resolution import Reader


def name_at(
    reader: Reader,
    names: PhraseTable[Name],
    text: str,
    tokens: Sequence[Token],
    index: int,
    subjects: tuple[str, ...],
) -> tuple[int, Name] | None:
    """The name that starts at a word; of two equally long ones that of a subject of the page."""
    if index and tokens[index].low in _SOURCES and tokens[index - 1].low in _PUBLISHING:
        # "federal statistics", "official statistics" are nobody's field.
        return None
    found = reader.names.starting_at(tokens, index)
    if found is not None:
        found = _cut_at_the_next(reader, names, tokens, index, found)
    short = names.starting_at(tokens, index)
    if short and short[1].modifier:
        if short[0] < len(tokens) and tokens[short[0]].low in SIDES and _is_definite(tokens, index):
            short = short[0] + 1, short[1]
        elif not _stands_alone(reader, tokens, index, short[0]):
            short = None
    own = found is not None and len(found[1].slugs) == 1 and found[1].slugs[0] in subjects
    if short and (not found or short[0] > found[0] or (short[0] == found[0] and not own)):
        token = tokens[index]
        if not short[1].upper or is_acronym(text[token.start : token.end]):
            return short
    if found and found[1].upper and not is_acronym(text[tokens[index].start : tokens[index].end]):
        return None
    if found and reader.dataset.titles == "name" and not tokens[index].capital:
        return None
    return found


def _cut_at_the_next(
    reader: Reader, names: PhraseTable[Name], tokens: Sequence[Token], index: int, found: tuple[int, Name]
) -> tuple[int, Name] | None:
    """A name without what belongs to the name behind its comma: "unlike roustabouts, oil and gas derrick operators"."""
    end, name = found
    for comma in range(index + 1, end - 1):
        if tokens[comma].low != ",":
            continue
        other = reader.names.starting_at(tokens, comma + 1)
        if other is not None and other[0] > end and not set(other[1].slugs) & set(name.slugs):
            return names.starting_at(tokens[:comma], index) or reader.names.starting_at(tokens[:comma], index)
    return found


_SOURCES = frozenset(word_list("nouns")["sources"])
_PUBLISHING = frozenset(word_list("nouns")["publishing"])
_PREDICATES = frozenset(word_list("verbs")["predicates"])


_PRONOUNS = frozenset({"they", "it", "we", "there"})
_BELONGING = frozenset({"belongs", "belong", "unique", "exclusive", "goes", "peculiar"})
_DIGITS = frozenset("$0123456789")


_SUMMING = frozenset("short general particular brief total full common practice principle public".split())
"""Words that make an adverb behind *in*."""


def _stands_alone(reader: Reader, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a title without its head noun names the entity here.

    Example: "for patient care", "patient care is the smaller field"
    """
    after = tokens[end].low if end < len(tokens) else "."
    if after == "'s" and end + 1 < len(tokens) and tokens[end + 1].low[0] in _DIGITS:
        # "to preschool's 65,500"
        return True
    if after == "that" and start and tokens[start - 1].low in ("is", "'s"):
        # "It is elementary schools that …"
        return True
    if after == "'s" and end + 1 < len(tokens) and tokens[end + 1].low in ("at", "is", "only", "about"):
        return True
    before = tokens[start - 1].low if start else ""
    if before == "in" and end == start + 1 and tokens[start].low in _SUMMING:
        # "In short, …" names no short-order cook.
        return False
    if before in ("and", "but", ",", ";", "while") and after[0] in _DIGITS:
        # "HR pays $140,030 and marketing $161,030"
        return True
    closed = not after.isalpha() or after in _PRONOUNS or after in ("alone", "only")
    owned = start > 1 and tokens[start - 1].low == "to" and tokens[start - 2].low in _BELONGING
    if start and (tokens[start - 1].low in ("for", "in") or owned) and closed:
        return True
    onward = tokens[end + 1].low if end + 1 < len(tokens) else ""
    if before in ("for", "in") and after in _JOINING and _begins_with_a_figure(tokens, end + 1):
        # "83.9% in marketing and 88.3% in sales", "the median in marketing is $161,030"
        return True
    if start and tokens[start - 1].low == "for" and after in ("and", "but") and onward in _PREDICATES:
        # "leads for preschool and comes second for elementary"
        return True
    if start > 1 and tokens[start - 1].low == "the" and not after.isalpha():
        return tokens[start - 2].low in ("for", "in", "by", "of", "among", "from", "with", "as", "than")
    if after.endswith("ly") and end + 1 < len(tokens):
        after = tokens[end + 1].low
    return after in _PREDICATES and not any(names_collection(reader, tokens, at) for at in range(len(tokens)))


def _begins_with_a_figure(tokens: Sequence[Token], start: int) -> bool:
    """Whether a figure stands at a token, or behind a word or two that only hedge it."""
    for token in tokens[start : start + 3]:
        if token.low[0] in _DIGITS or token.low in _NUMBERS:
            return True
        if token.low not in _HEDGING:
            return False
    return False


_JOINING = frozenset(
    {"and", "but", "against", "versus", "vs", "to", "or", "while", "is", "are", "was", "were"}
)
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half"})
_HEDGING = frozenset(
    {"about", "only", "just", "roughly", "nearly", "almost", "around", "some", "over", "under"}
)


def _is_definite(tokens: Sequence[Token], start: int) -> bool:
    """Whether "the" or its like, or nothing but the sentence's start, stands before a word and its noun."""
    before = tokens[start - 1].low if start else ""
    return not start or before in _DEFINITE or before[:1].isdigit()


_DEFINITE = frozenset(
    "the on in for of a an among and , our that this than ten most all more fewer but or with to from both these"
    " those".split()
)


def names_collection(reader: Reader, tokens: Sequence[Token], index: int) -> bool:
    """Whether the words from one on name a child resource or its items in general: "skills"."""
    found = reader.targets.starting_at(tokens, index)
    return found is not None and any(target.kind == "collection" for target in found[1])
