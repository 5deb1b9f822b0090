"""A field by the adjective of those in it: "the actuarial profession", "the electrical trade"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.lexis.entities import entity_words
from nlg.validator.lexis.thesaurus import CALLING_ENDINGS, CALLINGS, SIDES
from nlg.validator.lexis.word_lists import word_list

_BODIES = tuple(word_list("persons")["bodies"]["nouns"])


def callings(words: tuple[str, ...], noun: str) -> Iterator[tuple[str, ...]]:
    """What the field of people of that name may be called, where their noun has an adjective.

    Args:
        words: the name, in the singular.
        noun: what one row of the data is called.
    """
    adjective = _adjective(words[-1]) if words else ""
    if adjective:
        known = entity_words(noun)
        for kind in sorted({*known.nouns, *known.loose, *known.plurals, *SIDES, *_BODIES}):
            yield (*words[:-1], adjective, kind)


def _adjective(word: str) -> str:
    if word in CALLINGS:
        return CALLINGS[word]
    ending = next((end for end in CALLING_ENDINGS if word.endswith(end)), "")
    return word.removesuffix(ending) + CALLING_ENDINGS[ending] if ending else ""
