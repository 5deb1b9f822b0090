"""The lexicon's data: the words of one language that its rules cannot foresee."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlg.errors import GrammarError, Problem

FILE = "lexicon.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """`lexicon.toml` as sets and mappings; every key is in lower case. Equal only to itself."""

    plurals: Mapping[str, str]
    """Singular to plural: irregular nouns and those in -ves and -oes."""
    singulars: Mapping[str, str]
    """The same, the other way round."""
    mass: frozenset[str]
    invariant: frozenset[str]
    plural_only: frozenset[str]
    singular_s: frozenset[str]
    """Singular although they end in -s."""
    plural_s: frozenset[str]
    """Plural although they end as singulars do."""
    regular_man: frozenset[str]
    ending_ie: frozenset[str]
    ending_che: frozenset[str]
    ending_use: frozenset[str]
    member: Mapping[str, str]
    """What one of a mass of people is called."""
    postposed: Mapping[str, frozenset[str]]
    """Adjective to the nouns that it follows; "*" is any."""
    agreeing: Mapping[str, str]
    agents: frozenset[str]
    served: frozenset[str]
    """Roles that qualify a noun beside them rather than stand as its equals."""
    ranking: frozenset[str]
    """Roles that rank a role beside them."""
    agent_endings: tuple[str, ...]
    not_agents: frozenset[str]
    prepositions: frozenset[str]
    vice_heads: frozenset[str]
    limits: frozenset[str]
    rest: frozenset[str]
    serves: frozenset[str]
    binding: frozenset[str]
    general: frozenset[str]
    """Heads that say too little to stand for their title."""
    vague: frozenset[str]
    """Heads that say too little to stand for a title of two words."""
    anybody: frozenset[str]
    """Of the general ones, those that say nothing even beside another head."""
    grades: frozenset[str]
    ordinals: frozenset[str]
    spoken: frozenset[str]
    """Acronyms said as words, in capitals."""
    spelled: frozenset[str]
    people: frozenset[str]
    """Acronyms that are titles of people, in capitals."""
    spellings: Mapping[str, str]
    """Names and acronyms by their lower-case form: "sql" to "SQL"."""
    kept: Mapping[str, str]
    """Names that are also common words: a capital is kept, not given."""
    phrases: re.Pattern[str] | None
    phrase_spellings: Mapping[str, str]
    small: frozenset[str]
    silent: tuple[str, ...]
    heard: tuple[str, ...]
    glide: tuple[str, ...]
    no_glide: tuple[str, ...]
    glide_again: tuple[str, ...]
    spelled_start: tuple[str, ...]
    vowel_y: tuple[str, ...]
    abbreviations: Mapping[str, str]
    modals: frozenset[str]
    doubling: frozenset[str]
    verbs: Mapping[str, tuple[str, str]]
    """Lemma to past and past participle."""


def load_vocabulary(grammar_folder: Path) -> Vocabulary:
    """The vocabulary of `lexicon.toml` in a grammar's folder.

    Raises:
        GrammarError: the file is missing, not UTF-8, not TOML, or lacks a table.
    """
    file = grammar_folder / FILE
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise _fault(file, f"cannot be read ({error.strerror}); a grammar needs its lexicon") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(file, f"not a TOML file in UTF-8: {error}") from error
    try:
        return _vocabulary(table)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _fault(file, f"a table or list is missing or of another shape: {error}") from error


def _fault(file: Path, text: str) -> GrammarError:
    return GrammarError(text, (Problem(str(file), 0, 0, text),))


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _vocabulary(table: Mapping[str, Any]) -> Vocabulary:
    nouns, kinds, agents, order = table["nouns"], table["nouns"]["kinds"], table["agents"], table["order"]
    acronyms, names, sounds, verbs = table["acronyms"], table["names"], table["sounds"], table["verbs"]
    plurals: dict[str, str] = dict(nouns["irregular"])
    plurals |= {word: re.sub("fe?$", "ves", word) for word in kinds["ves"]}
    plurals |= {word: f"{word}es" for word in kinds["oes"]}
    phrases = {phrase.lower(): phrase for phrase in names["phrases"]}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return Vocabulary(
        plurals=plurals,
        singulars={plural: singular for singular, plural in plurals.items() if plural != singular},
        mass=_words(kinds["mass"]),
        invariant=_words(kinds["invariant"]),
        plural_only=_words(kinds["plural_only"]),
        singular_s=_words(kinds["singular_s"]),
        plural_s=_words(kinds["plural_s"]),
        regular_man=_words(kinds["regular_man"]),
        ending_ie=_words(kinds["ending_ie"]),
        ending_che=_words(kinds["ending_che"]),
        ending_use=_words(kinds["ending_use"]),
        member=dict(nouns["member"]),
        postposed={adjective: _words(heads) for adjective, heads in nouns["postposed"].items()},
        agreeing=dict(nouns["agreeing"]),
        agents=_words(agents["nouns"]),
        served=_words(agents["served"]),
        ranking=_words(agents["ranking"]),
        agent_endings=tuple(agents["endings"]),
        not_agents=_words(agents["not"]),
        prepositions=_words(order["prepositions"]),
        vice_heads=_words(order["vice_heads"]),
        limits=_words(order["limits"]),
        rest=_words(order["rest"]),
        serves=_words(order["serves"]),
        binding=_words(order["binding"]),
        general=_words(order["general"]),
        vague=_words(order["vague"]),
        anybody=_words(order["anybody"]),
        grades=_words(order["grades"]),
        ordinals=_words(order["ordinals"]),
        spoken=frozenset(word.upper() for word in acronyms["spoken"]),
        spelled=frozenset(word.upper() for word in acronyms["spelled"]),
        people=frozenset(word.upper() for word in acronyms["people"]),
        spellings={word.lower(): word for word in (*acronyms["known"], *names["always"])},
        kept={word.lower(): word for word in names["kept"]},
        phrases=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
        if phrases
        else None,
        phrase_spellings=phrases,
        small=_words(names["small"]),
        silent=tuple(sounds["silent"]),
        heard=tuple(sounds["heard"]),
        glide=tuple(sounds["glide"]),
        no_glide=tuple(sounds["no_glide"]),
        glide_again=tuple(sounds["glide_again"]),
        spelled_start=tuple(sounds["spelled_start"]),
        vowel_y=tuple(sounds["vowel_y"]),
        abbreviations=dict(sounds["abbreviations"]),
        modals=_words(verbs["modals"]),
        doubling=_words(verbs["doubling"]),
        verbs={lemma: (past, participle) for lemma, (past, participle) in verbs["irregular"].items()},
    )
