"""General English that ties adjectives, verbs and near-synonyms to the nouns that a descriptor may use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Kind:
    """What English says of one kind of measure, whatever its descriptor calls it."""

    words: tuple[str, ...] = ()
    """Its nouns and verbs, in all their forms."""
    verbs: frozenset[str] = frozenset()
    """Those of them whose subject has the amount: "earn", "costs"."""
    plural_verbs: frozenset[str] = frozenset()
    """Those of these that agree with a plural."""
    beside_amount: frozenset[str] = frozenset()
    """First words of those that mean other things too, and count only beside an amount."""

    labels: tuple[str, ...] = ()
    """Of money for a stretch of time: its nouns, of which any may head a table's row."""

    def __or__(self, other: Kind) -> Kind:
        """What is said of either kind."""
        return Kind(
            tuple(dict.fromkeys((*self.words, *other.words))),
            self.verbs | other.verbs,
            self.plural_verbs | other.plural_verbs,
            self.beside_amount | other.beside_amount,
            tuple(dict.fromkeys((*self.labels, *other.labels))),
        )


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Nouns of which any stands for any other in running text."""

    words: frozenset[str]
    is_of_numbers: bool
    """Whether they are so only of measures in numbers."""


SCALES: dict[str, tuple[str, ...]] = {
    scale["name"]: tuple(scale["nouns"]) for scale in word_list("scales")["scale"] if "nouns" in scale
}
"""Scale of an adjective → the head nouns of the measures it can speak of."""


def _kind(table: Mapping[str, Any]) -> Kind:
    singular, plural = table.get("verbs", []), table.get("plural_verbs", [])
    others = [*table.get("other_forms", []), *table.get("nouns", [])]
    return Kind(
        (*singular, *plural, *others),
        frozenset((*singular, *plural)),
        frozenset(plural),
        frozenset(table.get("beside_amount", [])),
        SCALES[table["scale"]] if table.get("timed") else (),
    )


KINDS: dict[str, Kind] = {name: _kind(table) for name, table in word_list("kinds").items()}
"""By kind: "people" is a number of them, "flow" what comes up in a stretch of time."""


MONEY: frozenset[str] = frozenset(
    word
    for name, table in word_list("kinds").items()
    if table.get("unit") == "money"
    for word in KINDS[name].words
)
"""Nouns and verbs of any sum of money."""


def kind_of_money(nouns: Iterable[str], is_timed: bool) -> Kind:
    """What is said of a measure in money with these nouns; nothing where no kind fits."""
    money = {name: table for name, table in word_list("kinds").items() if table.get("unit") == "money"}
    heads = {noun.split()[-1] for noun in nouns if noun}
    for name, table in money.items():
        if heads & set(SCALES[table["scale"]]):
            return KINDS[name]
    default = next((name for name, table in money.items() if table.get("timed") and is_timed), "")
    return KINDS[default] if default else Kind()


SYNONYMS: tuple[Synonyms, ...] = tuple(
    Synonyms(frozenset(group["words"]), group.get("of_numbers", False))
    for group in word_list("synonyms")["synonyms"]
)

TURNS: dict[str, tuple[str, ...]] = {
    phrase: tuple(turn["nouns"]) for turn in word_list("turns")["turn"] for phrase in turn["phrases"]
}
"""Verbs and turns of phrase → the nouns of the measures that they speak of."""

MERITS: dict[str, int] = {
    **{
        noun: scale["merit"]
        for scale in word_list("scales")["scale"]
        if "merit" in scale
        for noun in scale["nouns"]
    },
    **dict.fromkeys(word_list("kinds")["burden"]["nouns"], -1),
}
"""Nouns of measures of which more is better, 1, or worse, −1."""

CLIPPINGS: dict[str, tuple[str, ...]] = {
    noun: tuple(words) for noun, words in word_list("persons")["clippings"].items()
}
"""Nouns of persons and what talk makes of them."""

CALLED: dict[tuple[str, ...], tuple[str, ...]] = {
    words_of(name): tuple(words) for name, words in word_list("persons")["called"].items()
}
"""Names of persons and what else they are called."""

PRACTICES: dict[str, str] = word_list("persons")["practices"]
"""Nouns of persons and what they practise."""

PRACTICE_ENDINGS: dict[str, str] = word_list("persons")["practice_endings"]
"""Endings of nouns of persons and those of what they practise."""

CALLINGS: dict[str, str] = word_list("persons")["callings"]
"""Nouns of persons and the adjective of their field."""

CALLING_ENDINGS: dict[str, str] = word_list("persons")["calling_endings"]
"""Endings of nouns of persons and those of the adjective of their field."""

SIDES = frozenset(word_list("persons")["sides"]["nouns"])
"""Nouns before which a word that tells two entities apart names one of them."""

HOMES: dict[str, tuple[str, ...]] = {
    name: tuple(words) for name, words in word_list("proper_names")["homes"].items()
}
"""Proper names of where all readers live, and what they call it."""

ADJECTIVES: dict[str, str] = word_list("proper_names")["adjectives"]
"""Proper names and their adjectives, where no ending makes them."""

ALIKE: tuple[tuple[tuple[str, ...], ...], ...] = tuple(
    tuple(words_of(phrase) for phrase in group["words"]) for group in word_list("values")["alike"]
)
"""Sets of names of text values and items of which any stands for any other."""
