"""Likenesses of something that no measure is, told beside measures: "the chance of a vacancy is almost the same"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import names
from nlg.validator.extraction.ratios.turnover import is_framed
from nlg.validator.judgement.verdicts import amount_of, unparsed
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("reconsideration")
_BEING = frozenset(_LIST["being"])
_SUMMARY, _PATTERNS = frozenset(_LIST["summary_nouns"]), frozenset(_LIST["patterns"])


def of_what_is_alike(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a likeness of a thing that is no measure left open, and that of a pattern out.

    What the heading or the sentence before speaks of is meant only where the clause names nothing of its own: "the
    two are much the same", "the figure is identical". "The racial profile is similar" compares no salaries.
    """
    for claim in claims:
        noun = _subject(scene, claim) if claim.verdict == "refuted" and claim.kind == "similarity" else ""
        if not noun:
            yield claim
        elif noun not in _PATTERNS:
            message = f'cannot tell in what "{claim.text}" is meant'
            yield unparsed(place_of(scene, claim), claim.kind, message, claim.subjects)


def _subject(scene: Scene, claim: Claim) -> str:
    """The noun of which a clause says that it is alike, where it is neither a measure nor anybody compared."""
    found = [(clause, mark) for clause, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
    if not found or _is_told(scene, found[0][0], claim):
        return ""
    clause, cue = found[0]
    words = [token.low for token in scene.tokens[clause.start : cue.start]]
    verb = next((at for at, word in enumerate(words) if word in _BEING), 0)
    if any(one.start < clause.start + verb for one in clause.entities()):
        return ""
    subject = words[:verb]
    for opener in ("of", "for", "to", "in", "between", "asked", "required"):
        # "the chance of finding a vacancy": the chance is alike.
        subject = subject[: subject.index(opener)] if opener in subject[1:] else subject
    noun = subject[-1] if subject else ""
    return "" if noun in _SUMMARY or not noun.isalpha() else noun


def _is_told(scene: Scene, clause: Clause, claim: Claim) -> bool:
    """Whether the clause itself names the measure that was compared, or one of which that is an end."""
    target = Target("measure", claim.attribute)
    return any(
        names(scene, mark, target)
        or (not mark.is_weak and any(one.kind in ("measure", "range", "text") for one in mark.targets))
        for mark in clause.marks
        if isinstance(mark, TargetMark)
    )


def of_rates(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, who has more of a count taken for who has more for each of the people, where these are the frame.

    Example: "Relative to the size of the workforce, real estate agents see more openings"
    """
    framed = any(_is_of_counts(scene, claim) for claim in claims) and is_framed(scene)
    for claim in claims:
        yield _by_rate(scene, claim) if framed and _is_of_counts(scene, claim) else claim


def _is_of_counts(scene: Scene, claim: Claim) -> bool:
    kinds = ("comparison", "superlative")
    counted = scene.reader.families.get(claim.attribute) == "count"
    return claim.verdict == "refuted" and claim.kind in kinds and len(claim.subjects) == 2 and counted


def _by_rate(scene: Scene, claim: Claim) -> Claim:
    reader, part, whole = scene.reader, Target("measure", claim.attribute), head_count(scene.reader)
    known = [
        [amount_of(reader, slug, one) for one in (part, whole) if one is not None] for slug in claim.subjects
    ]
    rates = [
        one[0].value / one[1].value for one in known if len(one) == 2 and one[0] and one[1] and one[1].value
    ]
    if part == whole or len(rates) != 2 or claim.stated not in ("more", "less"):
        message = f'cannot tell in what "{claim.text}" is meant'
        return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects)
    true = (rates[0] > rates[1]) == (claim.stated == "more")
    return replace(claim, verdict="supported", message="") if true else claim
