"""Wrong directions: a comparative, a growth and a "not" turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from mutation.article import WRITTEN, Article, Mutant, Statement, edited
from mutation.owners import differs, opposite
from mutation.truth import value_of

COMPARATIVES = dict(
    pair
    for one, other in (
        ("more", "less"), ("higher", "lower"), ("larger", "smaller"), ("bigger", "smaller"), ("older", "younger"),
        ("faster", "slower"), ("wider", "narrower"), ("longer", "shorter"), ("greater", "smaller"),
        ("brighter", "bleaker"), ("steeper", "gentler"), ("hotter", "colder"), ("heavier", "lighter"),
        ("stronger", "weaker"), ("farther", "nearer"), ("denser", "less dense"), ("later", "sooner"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
COMPARATIVES.update(
    {
        "fewer": "more",
        "smaller": "larger",
        "better paid": "worse paid",
        "highest": "lowest",
        "cooler": "hotter",
    }
)
COMPARATIVE = re.compile(rf"\b(?:{'|'.join(sorted(COMPARATIVES, key=len, reverse=True))})\b", re.IGNORECASE)
NOT_A_COMPARISON = re.compile(
    r"\s+than (?:\$|\d|half|twice|two|three|four|five|a (?:third|quarter|half|high))|\s+(?:often|or)\b"
)

VERBS = {"grow": "shrink", "rise": "fall", "increase": "decrease", "expand": "contract"}
FORMS = {
    "growth": "decline", "growing": "shrinking", "grows": "shrinks", "decline of": "growth of", "shrinking": "growing",
    "to decline": "to grow", "to shrink": "to grow", "to fall": "to rise", "declining": "growing",
    **{f"to {one}": f"to {other}" for one, other in VERBS.items()},
}  # fmt: skip
CHANGE = re.compile(rf"\b(?:{'|'.join(sorted(FORMS, key=len, reverse=True))})\b", re.IGNORECASE)

TOPIC = re.compile(r"\b(?:on|where|if|for those who want) (?:job )?\w+$", re.IGNORECASE)
"""Words before a change that is only spoken of: "on job growth, nurses come out ahead"."""
NEGATABLE = re.compile(
    r"\b(?:is|are)\b(?! (?:not|only)\b)|(?<=s )(?:earn|share|hold|need|require|make)\b(?! no\b)"
)
"""Verbs that a "not" denies; "not only" denies nothing."""
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTED = re.compile(rf"\b(?:{'|'.join(COUNTS)})\b")
HALF = re.compile(r".*\b(?:half of all|the case for)\b", re.IGNORECASE)
"""Of a median it is as true that half do not earn more, and what is a case for somebody is an opinion."""
DENIAL = re.compile(r"\b(?:none|nor|neither|nothing|nobody|no)\b", re.IGNORECASE)
NEGATED = re.compile(r"\b(is|are|do|does|will|has|have) not\b|\b(is|are|do|does)n['’]t\b")


def comparative(article: Article, random: Random) -> Iterator[Mutant]:
    """The only comparative of a statement is its opposite."""
    for statement in article.statements:
        if statement.kind not in ("comparison", "trend", "difference", "superlative"):
            continue
        if not (differs(article, statement) or any(True for _ in opposite(article, statement))):
            continue
        found = list(_matches(COMPARATIVE, article, statement))
        if len(found) == 1 and not NOT_A_COMPARISON.match(article.text, found[0].end()):
            start, end = found[0].span()
            word = COMPARATIVES[found[0].group().lower()]
            if found[0].group().lower() == "more" and re.match(
                r"\s+(?:\w+ )?(?:jobs|openings|moons|people|workers)", article.text[end:]
            ):
                word = "fewer"
            yield _turned(article, statement, start, end, word)


def sign(article: Article, random: Random) -> Iterator[Mutant]:
    """What grows is said to shrink, or the other way round."""
    changes = {measure.concept for measure in article.dataset.measures if measure.unit == "percent_change"}
    for statement in article.statements:
        values = [value_of(article.dataset, slug, statement.concept) for slug in statement.subjects]
        if (
            statement.kind in ("ranking", "difference", WRITTEN)
            or statement.concept not in changes
            or any(not value for value in values)
        ):
            continue
        found = list(_matches(CHANGE, article, statement))
        if len(found) == 1 and not TOPIC.search(article.text, statement.start, found[0].end()):
            yield _turned(article, statement, *found[0].span(), FORMS[found[0].group().lower()])


def added_not(article: Article, random: Random) -> Iterator[Mutant]:
    """A statement is denied."""
    for statement in article.statements:
        found = next(iter(_matches(NEGATABLE, article, statement)), None)
        if (
            found is None
            or statement.kind == WRITTEN
            or NEGATED.search(article.text, statement.start, statement.end)
            or next(_matches(DENIAL, article, statement), None)
            or _is_half(article, statement, found.end())
            or HALF.match(article.text, statement.start, found.start())
        ):
            continue
        verb = found.group()
        words = f"{verb} not" if verb in ("is", "are") else f"do not {verb}"
        yield _turned(article, statement, *found.span(), words)


def dropped_not(article: Article, random: Random) -> Iterator[Mutant]:
    """A denied statement is asserted."""
    for statement in article.statements:
        if statement.kind in (WRITTEN, "similarity") or next(_matches(DENIAL, article, statement), None):
            continue
        found = list(_matches(NEGATED, article, statement))
        if len(found) == 1:
            verb = found[0].group(1) or found[0].group(2)
            yield _turned(article, statement, *found[0].span(), verb)


def _is_half(article: Article, statement: Statement, end: int) -> bool:
    """Whether as many items as are the same are not: "of six skills, three are the same"."""
    found = COUNTED.findall(article.text[statement.start : end].lower())
    counts = [COUNTS.index(word) + 1 for word in found]
    return article.text.startswith(" the same", end) and len(counts) == 2 and max(counts) == 2 * min(counts)


def _matches(pattern: re.Pattern[str], article: Article, statement: Statement) -> Iterator[re.Match[str]]:
    """Matches inside a statement that touch no named value ("less than a high school diploma")."""
    for match in pattern.finditer(article.text, statement.start, statement.end):
        if not any(name.start < match.end() and match.start() < name.end for name in statement.names):
            yield match


def _turned(article: Article, statement: Statement, start: int, end: int, words: str) -> Mutant:
    if article.text[start].isupper():
        words = words[0].upper() + words[1:]
    return edited(article, ((start, end, words),), (statement.start, statement.end))
