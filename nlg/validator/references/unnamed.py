"""Subjects in words of their own: "the fellow who fixes the heat makes …", "the best-paid tenth of car mechanics".

No title names them, so that the clause they open only seems to take its subject over.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nlg.validator.extraction.nonclaims.openings import nobodys
from nlg.validator.lexis.plurals import plural_word, singular_word
from nlg.validator.lexis.thesaurus import SIDES
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark
from nlg.validator.sentences.scene import Scene

_LIST = word_list("strangers")
_LEADING, _PERSONS, _PLAIN = (frozenset(_LIST[name]) for name in ("leading", "persons", "plain"))
_ARTICLES = frozenset({"the", "a", "an", "that", "this", "one", "her", "his", "my", "your", "our"})
_RELATIVE = frozenset({"who", "that", "which", "whose", "with", "in", "at", "on", "behind", "under"})
_PARTING = frozenset({";", ":", "—", "while"})
_LONGEST = 4


def describes_somebody(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a name is about somebody whom its part of the sentence describes in other words."""
    if any(not one.is_pronoun for one in clause.entities()):
        return False
    return _opens_with_one(scene, clause) or _counts_others(scene, clause) or _is_of_those_who(scene, clause)


def tells_of_a_side(scene: Scene) -> bool:
    """Whether a sentence opens with a side of the comparison that no title names: "The cold-air trade has one"."""
    words = _opening(scene, 0)
    if len(words) < 3 or words[-1].low not in SIDES:
        return False
    return not any(one.low in _PLAIN or one.low in nobodys(scene.reader) for one in words[1:-1])


def _opens_with_one(scene: Scene, clause: Clause) -> bool:
    """Whether a noun of its own with an article opens the part of the sentence that a clause belongs to."""
    number = clause.number
    while number and scene.clauses[number].opener not in _PARTING:
        if scene.clauses[number - 1].figures() or scene.clauses[number - 1].entities():
            break
        number -= 1
    words = _opening(scene, scene.clauses[number].start)
    if len(words) < 2 or any(
        isinstance(mark, EntityMark) and mark.slugs for mark in scene.clauses[number].marks
    ):
        return False
    noun, end = words[-1].low, _place(scene.tokens, words[-1]) + 1
    onward = scene.tokens[end].low if end < len(scene.tokens) else ""
    if noun in _PERSONS or noun in scene.reader.words.people:
        return onward in _RELATIVE or len(words) > 2
    if noun in SIDES:
        return len(words) > 2 and not any(
            one.low in _PLAIN or one.low in nobodys(scene.reader) for one in words[1:-1]
        )
    return False


def _is_of_those_who(scene: Scene, clause: Clause) -> bool:
    """Whether people are told by what they do, before a clause or in it: "for those who fix cars, the median is …"."""
    start = clause.start
    for one in reversed(scene.clauses[max(0, clause.number - 2) : clause.number]):
        if one.figures() or one.entities() or one.targets():
            break
        start = one.start
    marked = {at for _, mark in scene.marks() for at in range(mark.start, mark.end)}
    for at in range(start, clause.end):
        words = [token.low for token in scene.tokens[at : at + 5]]
        if words[:1] and words[0] in _TOLD and words[1:2] and words[1] in _WHO and len(words) > 2:
            # "those who earn the most" are a part of the people.
            told = range(at + 2, min(at + 4, len(scene.tokens)))
            return words[2].isalpha() and marked.isdisjoint(told) and not _PARTING_OFF & set(words[2:])
    return False


_TOLD, _WHO = frozenset({"those", "people", "folks", "anyone", "ones"}), frozenset({"who", "that"})
_PARTING_OFF = frozenset(
    {
        "start",
        "started",
        "stay",
        "stayed",
        "begin",
        "began",
        "rise",
        "rose",
        "reach",
        "reached",
        "get",
        "make",
        "do",
    }
)
"""What some of the people do and others do not, so that a figure of them is none of all."""


def _opening(scene: Scene, start: int) -> Sequence[Token]:
    """The article and the words behind it that no mark covers, up to a noun for persons or a side."""
    tokens = scene.tokens
    while start < len(tokens) and tokens[start].low in _LEADING and tokens[start].low not in _ARTICLES:
        start += 1
    if start >= len(tokens) or tokens[start].low not in _ARTICLES:
        return ()
    marked = {at for _, mark in scene.marks() for at in range(mark.start, mark.end)}
    found = [tokens[start]]
    for at in range(start + 1, min(start + 1 + _LONGEST, len(tokens))):
        low = tokens[at].low
        if at in marked or not (low.isalpha() or low == "-"):
            return ()
        found.append(tokens[at])
        if low in _PERSONS or low in scene.reader.words.people or low in SIDES:
            return found
    return ()


def _place(tokens: Sequence[Token], token: Token) -> int:
    return next(at for at, one in enumerate(tokens) if one is token)


def _counts_others(scene: Scene, clause: Clause) -> bool:
    """Whether a clause speaks of people by the noun that all titles of the page share: "of car mechanics"."""
    shared = _shared_nouns(scene)
    marked = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    for at in range(clause.start + 1, clause.end):
        before = scene.tokens[at - 1].low
        if scene.tokens[at].low in shared and at not in marked and at - 1 not in marked:
            if before.isalpha() and before not in _PLAIN and before not in nobodys(scene.reader):
                return True
    return False


def _shared_nouns(scene: Scene) -> frozenset[str]:
    """The noun in which the titles of all who are compared end, in both numbers."""
    dataset, subjects = scene.reader.dataset, scene.context.subjects
    if len(subjects) < 2 or dataset.titles == "name":
        return frozenset()
    found = [_last_noun(dataset.entities[slug].title) for slug in subjects if slug in dataset.entities]
    return found[0] if found and all(one == found[0] for one in found) else frozenset()


@lru_cache(maxsize=2_048)
def _last_noun(title: str) -> frozenset[str]:
    last = singular_word(title.split()[-1].lower())
    return frozenset({last, plural_word(last)})
