"""Natural order: how an inverted title is said in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from nlg.surface.morphology.casing import lower_case
from nlg.surface.morphology.nouns import CACHE_SIZE, is_acronym, is_plural, singular_noun
from nlg.surface.morphology.phrases import names_role
from nlg.surface.morphology.titles import Tail, Title, take_apart
from nlg.surface.morphology.vocabulary import Vocabulary

_COMPLEMENT_END = re.compile(r"^(?:of|for|in|to|at|with|from|by|under|on)\b", re.IGNORECASE)


@lru_cache(maxsize=CACHE_SIZE)
def in_sentence(vocabulary: Vocabulary, term: str) -> str:
    """How a title stands inside a sentence: small letters, natural order, limits in parentheses.

    Examples: "Teachers, Special Education": "special education teachers"; "Managers, All Other": "other
    managers"; "Architects, Except Naval": "architects (except naval)"
    """
    title = take_apart(vocabulary, term)
    note = "".join((title.brackets[0], title.note, title.brackets[1])) if title.note else ""
    if not title.tails or not is_role_title(vocabulary, title):
        return lower_case(vocabulary, term)
    return lower_case(vocabulary, _ordered(vocabulary, title) + note.rstrip())


def is_role_title(vocabulary: Vocabulary, title: Title) -> bool:
    """Whether the heads name roles; a list of fields or qualifications is never turned around."""
    return all(names_role(vocabulary, head) for head in title.heads)


def _ordered(vocabulary: Vocabulary, title: Title) -> str:
    core = title.core_text.strip()
    plural = is_plural(vocabulary, title.heads[-1])
    front: list[str] = []
    behind: list[str] = []
    limits: list[str] = []
    rest = False
    for tail in title.tails:
        words = tail.text.split()
        first = words[0].lower() if words else ""
        lower = tail.text.lower().strip()
        longer = next(
            (name for name in sorted(vocabulary.rest, key=len, reverse=True) if lower.startswith(f"{name} ")),
            "",
        )
        if lower in vocabulary.rest:
            rest = True
        elif longer and " " in longer:
            rest = True
            front.append(_singular_modifier(vocabulary, tail.text.strip()[len(longer) :].strip()))
        elif first in vocabulary.limits:
            limits.append(tail.text.strip())
        elif _served(vocabulary, title, tail):
            behind.append(f"to {tail.text.strip()}")
        elif _COMPLEMENT_END.match(tail.text) or _is_rank(vocabulary, tail.text):
            behind.append(tail.text.strip())
        elif is_acronym(tail.text.strip()) and tail.text.strip() in vocabulary.people:
            limits.append(tail.text.strip())
        elif front and words and words[-1].lower().endswith("products"):
            behind.append(f"for {tail.text.strip()}")
        elif _holds_complement(vocabulary, title):
            limits.append(tail.text.strip())
        else:
            front.append(_singular_modifier(vocabulary, tail.text.strip()))
    words_in_order = [*reversed(front), core, *behind]
    if rest and plural:
        words_in_order.insert(0, "other")
    elif rest:
        words_in_order.append("of another kind")
    if limits:
        words_in_order.append(f"({'; '.join(limits)})")
    return " ".join(words_in_order)


def _holds_complement(vocabulary: Vocabulary, title: Title) -> bool:
    """Whether the core ends in a plural of its own that the tail may belong to ("supervisors of movers, hand")."""
    last = title.core[-1].text.split()
    return title.core[-1].role == "other" and bool(last) and is_plural(vocabulary, last[-1]) and len(last) > 1


def _served(vocabulary: Vocabulary, title: Title, tail: Tail) -> bool:
    return "--" in tail.separator and singular_noun(vocabulary, title.heads[0]).lower() in vocabulary.serves


def _is_rank(vocabulary: Vocabulary, text: str) -> bool:
    return (
        bool(re.fullmatch(r"[IVX]+|\d+|[A-H]", text.strip()))
        or text.split()[:1] != []
        and (
            text.split()[0].lower() in vocabulary.grades
            and len(text.split()) == 2
            and len(text.split()[1]) < 4
        )
    )


def _singular_modifier(vocabulary: Vocabulary, text: str) -> str:
    """A modifier as it stands before its noun: roles lose their plural ("Specialists" in "All Other Specialists")."""
    words = text.split()
    if len(words) == 1 and names_role(vocabulary, words[0]):
        return singular_noun(vocabulary, words[0])
    return text
