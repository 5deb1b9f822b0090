"""Words typed into a wording that something else must choose: figures, finite verbs, capitals, stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlg.errors import Problem
from nlg.surface.grammar_lint.source import Break, Call, Fill, Item, Macro, Text
from nlg.surface.morphology import Lexicon

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
ALWAYS_FINITE = ("am", "is", "are", "was", "were", "has", "had", "does", "did")
AUXILIARIES = ("have", "do")
"""Finite unless "to" or a modal stands before them."""
OPEN_VERBS = (
    "add allow appear ask attend become bring compare complete contain depend differ earn employ enter exceed "
    "expect include involve offer outnumber provide receive remain require seem take tend vary want"
).split()
"""Verbs that texts like these invite, beside the irregular ones and those that the wordings use."""
NOUNS_TOO = (
    "account bear beat bend bet bid bite blow break breed burst buy call cast catch change cost cut deal dig draw "
    "drink drive face fall favor feed feel fight find fly forecast form freeze gain grind hang hide hit hold "
    "hurt lay lead leave lie light list make mean meet need offer pay put quit range rank read ride ring rise run "
    "say separate set shake share shed shine shoot show shut sing sink sit sleep slide speed spend spin split spread "
    "spring stand start stay steal stick strike string study swear sweep swim swing tear think throw wake want "
    "wear win wind work"
).split()
"""Verbs whose form in -s is a plural noun as well: finite only right after an entity's name."""
NOT_PAST = ("bit", "bore", "fell", "lay", "rose", "saw", "wove")
"""Past forms that are other words as well."""
ADVERBS = ("often", "still", "also", "only", "never", "always", "just", "even", "most", "more")
PUNCTUATION = ".,;:!?–—"
OPENING = "([“‘\"'"


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Finite forms by how sure one can be of them."""

    anywhere: frozenset[str]
    after_names: frozenset[str]
    lemmas: frozenset[str]


def problems(macros: tuple[Macro, ...], lexicon: Lexicon | None) -> Iterator[Problem]:
    """What is typed and should not be, in every wording."""
    verbs = _verbs(macros, lexicon) if lexicon is not None else None
    for macro in macros:
        yield from _digits(macro)
        yield from _spaces(macro)
        yield from _ends(macro)
        if verbs is not None:
            yield from _finite(macro, verbs)
            yield from _lemmas(macro, verbs)


def _digits(macro: Macro) -> Iterator[Problem]:
    for item in macro.items:
        if isinstance(item, Text):
            for found in re.finditer(r"\d[\d.,]*", item.words):
                yield macro.problem(
                    item.start + found.start(), f'digit "{found[0]}" typed into text; take it from a slot'
                )


def _spaces(macro: Macro) -> Iterator[Problem]:
    for item in macro.items:
        if isinstance(item, Text):
            for found in re.finditer(r"(?<=\S)(?: {2,}|\t)(?=\S)|(?<=\S) +(?=[,.;:!?](?:\s|$))", item.words):
                yield macro.problem(
                    item.start + found.start(), "space typed twice or before a stop; orthography sets spaces"
                )


def _ends(macro: Macro) -> Iterator[Problem]:
    spoken = [item for item in macro.items if not isinstance(item, Break)]
    if not spoken:
        return
    first, last = spoken[0], spoken[-1]
    if isinstance(first, Text):
        words = first.words.lstrip()
        start = first.start + len(first.words) - len(words)
        if first.words != words and "\n" not in first.words[: -len(words) or None]:
            yield macro.problem(first.start, "space typed at the start; orthography sets spaces")
        if words[:1] and words[0] in PUNCTUATION:
            yield macro.problem(start, f'"{words[0]}" typed at the start; orthography sets stops')
        word = WORD.match(words.lstrip(OPENING))
        if word and word[0][0].isupper() and not (len(word[0]) > 1 and word[0].isupper()):
            yield macro.problem(start, f'capital "{word[0]}" typed at the start; orthography sets capitals')
    if isinstance(last, Text):
        words = last.words.rstrip()
        if last.words != words and "\n" not in last.words[len(words) :]:
            yield macro.problem(last.start + len(words), "space typed at the end; orthography sets spaces")
        if words[-1:] and words[-1] in PUNCTUATION:
            yield macro.problem(
                last.start + len(words) - 1, f'"{words[-1]}" typed at the end; orthography sets stops'
            )


def _verbs(macros: tuple[Macro, ...], lexicon: Lexicon) -> _Verbs:
    irregular = lexicon.vocabulary.verbs
    used = {
        token.text[1:-1].split()[0]
        for macro in macros
        for item in macro.items
        if isinstance(item, Call) and item.name == "verb"
        for number, token in item.strings
        if number == 0 and token.text[1:-1].split()
    }
    known = {*irregular, *OPEN_VERBS, *NOUNS_TOO} - {"be"}
    forms = {lexicon.inflect_verb(lemma) for lemma in known}
    lemmas = frozenset(known | (used - forms - set(ALWAYS_FINITE) - {"be"}))
    singular = {lexicon.inflect_verb(lemma): lemma for lemma in sorted(lemmas)}
    past = {
        forms[0]
        for lemma, forms in irregular.items()
        if forms[0] not in (forms[1], lemma) and forms[0] not in NOT_PAST
    }
    anywhere = {form for form, lemma in singular.items() if lemma not in NOUNS_TOO}
    plain = {lemma for lemma in lemmas if lemma not in irregular or irregular[lemma][1] != lemma}
    return _Verbs(
        frozenset(anywhere | past | set(ALWAYS_FINITE) | set(lexicon.vocabulary.modals)),
        frozenset({*singular, *plain}),
        lemmas | {"be"},
    )


def _finite(macro: Macro, verbs: _Verbs) -> Iterator[Problem]:
    """Typed words that only the realiser could make agree with their subject."""
    before: Item = Break()
    for item in macro.items:
        if isinstance(item, Text):
            named = (
                isinstance(before, Fill) and before.role in ("a", "b") and before.form in ("plural", "bare")
            )
            previous = ""
            for word in WORD.finditer(item.words):
                form = word[0].lower()
                gap = item.words[: word.start()] if not previous else ""
                named = named and not gap.strip()
                finite = (
                    form in verbs.anywhere
                    or (named and form in verbs.after_names)
                    or (form in AUXILIARIES and previous != "to" and previous not in verbs.anywhere)
                )
                if finite:
                    yield macro.problem(
                        item.start + word.start(),
                        f'finite verb "{word[0]}" typed into text; write it as verb("lemma")',
                    )
                named = named and (form.endswith("ly") or form in ADVERBS)
                previous = form
        if not (isinstance(item, Call) and item.name == "subj"):
            before = item


def _lemmas(macro: Macro, verbs: _Verbs) -> Iterator[Problem]:
    """Verbs named by a form instead of their lemma."""
    for item in macro.items:
        if isinstance(item, Call) and item.name == "verb":
            for number, token in item.strings:
                words = token.text[1:-1].split()
                if number == 0 and words and words[0] in verbs.anywhere and words[0] not in verbs.lemmas:
                    yield macro.problem(token.start, f'verb("{words[0]}") names a form; name the lemma')
