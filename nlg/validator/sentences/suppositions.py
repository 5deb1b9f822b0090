"""What a sentence only supposes or reports as believed: "it is often assumed that …", "if bakers earned …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list

_LISTS = word_list("suppositions")


_OPTIONS = frozenset("abcd")


def _table(name: str) -> PhraseTable[bool]:
    return PhraseTable.build((words_of(phrase), True) for phrase in _LISTS[name])


_BELIEVED, _SUPPOSING = _table("believed"), _table("supposing")
_CONSEQUENCES, _TURNING = frozenset(_LISTS["consequences"]), frozenset(_LISTS["turning"])


_FALSEHOODS = frozenset(" ".join(words_of(phrase)) for phrase in _LISTS["falsehoods"])
_WORD = re.compile(r"[\w'’]+")
_LONGEST = max(len(phrase) for phrase in _LISTS["falsehoods"]) + 4


def is_called_false(content: str, sentence: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a sentence is at once called untrue: "You need a bachelor's for either one. Myth."."""
    start, end = following
    if end - start > _LONGEST or content[sentence[0] : sentence[1]].rstrip("\"'”’* ").endswith("?"):
        return False
    words = _WORD.findall(content[start:end].lower().replace("’", "'"))
    return " ".join(words_of(" ".join(words))) in _FALSEHOODS


def supposed(tokens: Sequence[Token]) -> tuple[int, int]:
    """The half-open stretch of tokens in which a sentence claims nothing; empty in most sentences."""
    first = next((at for at, token in enumerate(tokens) if token.low.isalpha()), 0)
    if len(tokens) > 2 and tokens[0].low in _OPTIONS and tokens[1].low == ")":
        # "A) Mostly women": one of the answers of a quiz.
        return 0, len(tokens)
    if _SUPPOSING.starting_at(tokens, first) is not None:
        return first, len(tokens)
    words = [token.low for token in tokens]
    condition = next((at for at, word in enumerate(words) if word == "if"), -1)
    opens = condition >= 0 or words[first : first + 1] == ["were"]
    if opens and _CONSEQUENCES & set(words) and _is_contrary(words, max(condition, first)):
        return 0, len(tokens)
    for at, word in enumerate(words):
        if word in _BELIEVED.by_first and _BELIEVED.starting_at(tokens, at) is not None:
            turn = next(
                (later for later in range(at + 1, len(tokens)) if words[later] in _TURNING), len(tokens)
            )
            return at, turn
    return 0, 0


def _is_contrary(words: Sequence[str], condition: int) -> bool:
    """Whether a condition has its verb in the past, as what is not so has: "if they earned", "if pay were"."""
    clause = []
    for word in words[condition + 1 :]:
        if word in (",", ";", "then"):
            break
        clause.append(word)
    return any(word in _PAST or (word.endswith("ed") and len(word) > 4) for word in clause)


_PAST = frozenset(word_list("verbs")["past"])
