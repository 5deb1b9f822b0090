"""How a sentence or a clause opens with somebody or something of its own, which no title and no measure names."""

from __future__ import annotations

from functools import lru_cache

from nlg.validator.lexis.plurals import singular_word
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader

_LIST = word_list("strangers")
_BEFORE, _VERBS, _FAMILIAR, _COMMON = (
    frozenset(_LIST[name]) for name in ("leading", "verbs", "familiar", "common")
)


def opens_elsewhere(scene: Scene) -> bool:
    """Whether a sentence that names nobody opens with whom or what it is about, in words of its own.

    Example: "For lending they want a bachelor's degree", "On the lab side, pay is $61,000"
    """
    if any(clause.names_somebody() for clause in scene.clauses):
        return False
    first = scene.clauses[0]
    words: list[str] = []
    for at in range(first.start, first.end):
        token = scene.tokens[at]
        if any(mark.start <= at < mark.end for mark in first.marks) or not token.low.isalpha():
            break
        if token.low in _SPEAKERS or singular_word(token.low) in scene.reader.words.parts:
            break
        words.append(token.low)
    if not 1 < len(words) <= _LONGEST or words[0] not in _FRONTING:
        return False
    return not set(words[1:]) & (_ANYWHERE | set(scene.reader.idiom.words))


_LONGEST = 5
_FRONTING = frozenset({"for", "in", "on", "at", "among"})
_SPEAKERS = frozenset("they you we one people there".split())
_ANYWHERE = frozenset(
    "general average all fact short practice theory turn contrast comparison addition return time times year years"
    " part most many example instance now once least first last both either this that these those it them their"
    " terms total sum case cases end whole other others reality principle starters beginners what which whom where"
    " same typical entry every each either two pair country nation states market side-by-side"
    " day days night week month hour long run".split()
)
"""Words of openings that tell nothing of whom a sentence is about: "in general", "for most people"."""


def has_own_subject(scene: Scene, clause: Clause) -> bool:
    """Whether a clause that names nobody known begins with a noun of its own: "buses employ 148,980"."""
    if clause.entities() or not clause.marks:
        return False
    at = clause.start
    words = []
    first = min(mark.start for mark in clause.marks)
    while at < first:
        words.append(scene.tokens[at].low)
        at += 1
    while words and words[0] in _LEADING:
        words.pop(0)
    return 0 < len(words) <= _FEW and words[0].isalpha() and words[0].endswith("s") and len(words[0]) > _SHORT


_LEADING = frozenset(
    {"and", "but", "the", "while", "so", "most", "for", "in", "at", "both", "though", "since"}
)
_FEW, _SHORT = 3, 4


def opens_with_strangers(scene: Scene, clause: Clause) -> bool:
    """Whether a clause opens with people or places that no title names: "So schools have 66,200 openings"."""
    at = clause.start
    while at < clause.end and scene.tokens[at].low in _BEFORE:
        at += 1
    first = at
    inside = {place for mark in clause.marks for place in range(mark.start, mark.end)}
    while (
        at < clause.end
        and at not in inside
        and (scene.tokens[at].low.isalpha() or scene.tokens[at].low in ("'", "'s"))
    ):
        if scene.tokens[at].low in _VERBS and at > first:
            break
        at += 1
    noun = scene.tokens[at - 1].low if at > first else ""
    following = scene.tokens[at].low if at < len(scene.tokens) else ""
    people = scene.reader.words.people
    known = noun in nobodys(scene.reader) or noun in people or noun in _FAMILIAR
    lone = (
        at == clause.end and not clause.marks and at - first == 1 and scene.tokens[clause.start].low == "the"
    )
    if first >= clause.end or at - first > 4 or not noun.endswith("s") or known:
        return False
    return noun not in scene.reader.idiom.words and (following in _VERBS or lone)


def opens_with_a_place(scene: Scene) -> bool:
    """Whether a sentence is about somewhere that no title names: "A firehouse is still a boys' club"."""
    words = [token.low for token in scene.tokens[:5]]
    if words[:1] not in (["a"], ["an"], ["the"]):
        return False
    inside = {at for clause in scene.clauses for mark in clause.marks for at in range(mark.start, mark.end)}
    end = next((at for at in range(1, len(words)) if words[at] in _VERBS), 0)
    if not 1 < end <= 3 or any(at in inside for at in range(1, end)):
        return False
    noun = words[end - 1]
    return noun not in nobodys(scene.reader) | scene.reader.words.people | _FAMILIAR


@lru_cache(maxsize=64)
def nobodys(reader: Reader) -> frozenset[str]:
    """Nouns that name nobody in particular."""
    return _COMMON | frozenset(reader.words.nouns) | reader.words.plurals | frozenset(reader.words.counts)
