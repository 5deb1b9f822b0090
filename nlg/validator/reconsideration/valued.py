"""Words that only look like a value: one word of a long description, or what parts the two and is nobody's own."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.lexis.phrases import words_of
from nlg.validator.reconsideration.words import marks_of, overlaps
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.scene import Scene

_LONG = 6
"""Words of a value that describes, of which one alone stands for nothing."""


def of_own_words(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without a word or two of somebody else's description, where they are no more than that.

    Example: "sonographers picture unborn children", where "families or children" are whom another treats
    """
    for claim in claims:
        if claim.verdict != "refuted" or claim.kind != "value" or not _is_a_word_of_many(scene, claim):
            yield claim


def _is_a_word_of_many(scene: Scene, claim: Claim) -> bool:
    items = [
        (mark, target.item)
        for _, mark in marks_of(scene, claim)
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "text" and target.name == claim.attribute and target.item
    ]
    said = set(words_of(claim.text))
    known = [set(words_of(one)) for one in _told(claim.expected) if len(words_of(one)) >= _LONG]
    if any(said < words for words in known):
        return True
    return bool(items) and all(
        mark.end - mark.start == 1 and len(words_of(item)) >= _LONG for mark, item in items
    )


def _told(expected: object) -> tuple[str, ...]:
    values = expected if isinstance(expected, tuple) else (expected,)
    return tuple(value for value in values if isinstance(value, str))


def of_what_parts_them(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without what is said to lie between the two, and is neither's: "they are separated by a degree"."""
    for claim in claims:
        if claim.verdict != "refuted" or claim.kind != "value" or not _lies_between(scene, claim):
            yield claim


def _lies_between(scene: Scene, claim: Claim) -> bool:
    if len(claim.subjects) != 2 and len(scene.context.subjects) != 2:
        return False
    for clause in scene.clauses:
        if not overlaps(scene.place(clause.start, clause.end).span, claim.span):
            continue
        gaps = [scene.tokens[cue.start].low for cue in clause.cues("gap")]
        both = any(len(one.slugs) == 2 for one in clause.entities())
        if both and any(word.startswith(_PARTING) for word in gaps):
            return True
    return False


_PARTING = ("separat", "divid", "part", "stand", "distinguish", "differ")
"""How verbs begin by which something lies between two."""
