"""The words that tell a dataset's sums of money apart, where they are no conversions of each other."""

from __future__ import annotations

from collections.abc import Mapping

from nlg.data import Measure
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.stems import stem
from nlg.validator.lexis.thesaurus import SYNONYMS, kind_of_money
from nlg.validator.vocabulary.resolution import Target, period_of


def own_words(measures: Mapping[str, Measure], families: Mapping[str, str]) -> dict[Target, frozenset[str]]:
    """The words of each sum's own names, where there are sums of several kinds; else nothing."""
    sums = [one for name, one in measures.items() if families[name] == "money" and not one.range]
    groups = {"" if _is_income(one) else one.concept for one in sums}
    if len(groups) < 2:
        return {}
    found: dict[Target, frozenset[str]] = {}
    for one in sums:
        words = {stem(word) for name in (one.noun, *one.also, one.label) for word in words_of(name)}
        near = {stem(word) for group in SYNONYMS for word in group.words if words & set(group.words)}
        found[Target("measure", one.concept)] = frozenset(words | near)
    return found


def _is_income(measure: Measure) -> bool:
    """Whether a sum is what is received in a stretch of time, which converts into that of another."""
    nouns = (measure.noun.lower(), *(name.lower() for name in measure.also))
    return kind_of_money(nouns, bool(period_of(measure))) == kind_of_money((), is_timed=True)
