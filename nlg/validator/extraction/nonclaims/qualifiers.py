"""Figures that only say which people or things are meant: those over 25, a four-year program, a Boeing 737."""

from __future__ import annotations

from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene


def bounds_an_age(scene: Scene, mark: FigureMark) -> bool:
    """Whether a number is an age by which people are counted: "among electricians over 25", "workers 25 and older"."""
    plain = mark.figure.unit in ("plain", "time") and not mark.units
    if not plain or not 14 <= mark.figure.value <= 70 or mark.figure.high is not None:
        return False
    behind = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    if mark.figure.hedge == "at_least" or behind in _UPWARDS:
        return _follows_people(scene, mark.start)
    limited = mark.figure.hedge in ("more", "less") and scene.tokens[mark.start].low in _LIMITS
    closed = behind[:1] != [] and not behind[0][0].isalpha()
    shares = any(
        isinstance(one, FigureMark) and one.start > mark.end and one.figure.unit in ("percent", "fraction")
        for _, one in scene.marks()
    )
    return limited and closed and shares and _follows_people(scene, mark.start)


_UPWARDS = [
    [one, two] for one in ("and", "or") for two in ("older", "over", "above", "up", "younger", "under")
]
_LIMITS = frozenset({"over", "under", "above", "below"})


def is_time_served(scene: Scene, mark: FigureMark) -> bool:
    """Whether a time is how long a person has been what they are: "Dana, a nurse for eleven years"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    if mark.figure.unit != "time" or before not in ("for", "in", "since"):
        return False
    if _is_of_a_person(scene, mark.start):
        # "Ruth Ocampo has been welding for six years"
        return True
    if before == "in":
        return False
    return any(
        isinstance(one, EntityMark)
        and one.end == mark.start - 1
        and scene.tokens[one.start - 1].low in ("a", "an")
        for _, one in scene.marks()
        if one.start
    )


def is_age_of_a_person(scene: Scene, mark: FigureMark) -> bool:
    """Whether a number between commas is the age of somebody with a name of their own: "Ruth Ocampo, 28, welds"."""
    at, end = mark.figure.core, mark.end
    if mark.figure.unit != "plain" or mark.units or not 10 <= mark.figure.value <= 110 or at < 2:
        return False
    closed = end < len(scene.tokens) and scene.tokens[end].low in (",", ")", ".")
    opened = scene.tokens[at - 1].low in (",", "(")
    return opened and closed and mark.start == at and _is_own_name(scene, at - 2)


def _is_own_name(scene: Scene, at: int) -> bool:
    """Whether the word at a token is the name of a person: in capitals, and nothing that the data know."""
    inside = any(mark.start <= at < mark.end for _, mark in scene.marks())
    token = scene.tokens[at]
    return token.capital and token.low.isalpha() and not inside and (at > 0 or len(token.low) > _SHORT)


_SHORT = 2


def _is_of_a_person(scene: Scene, end: int) -> bool:
    """Whether what goes before tells what somebody with a name of their own has done, and of no entity."""
    names = [at for at in range(end) if _is_own_name(scene, at)]
    if not names:
        return False
    words = {token.low for token in scene.tokens[names[0] : end]}
    named = any(
        isinstance(one, EntityMark)
        and not one.reference
        and one.start > names[0]
        and scene.tokens[one.start - 1].low not in _BEING
        for _, one in scene.marks()
    )
    return bool(words & _DONE) and not named


_DONE = frozenset({"has", "had", "'s"})
_BEING = frozenset({"been", "a", "an", "as"})


def _follows_people(scene: Scene, start: int) -> bool:
    """Whether people stand right before a figure: "workers aged", "electricians"."""
    while start and scene.tokens[start - 1].low in ("aged", "age", "ages", "who", "are"):
        start -= 1
    before = scene.tokens[start - 1].low if start else ""
    named = any(isinstance(one, EntityMark) and one.end == start for _, one in scene.marks())
    return named or before in scene.reader.words.people or before in ("adults", "those", "people")


def is_length_of_course(scene: Scene, mark: FigureMark) -> bool:
    """Whether a time only says what sort of course is meant: "a four-year optometry program"."""
    words = [token.low for token in scene.tokens[mark.figure.core : mark.end + 3]]
    return (
        mark.figure.unit == "time"
        and "-" in words[: mark.end - mark.figure.core]
        and bool(_COURSES & set(words))
    )


_COURSES = frozenset(word_list("courses")["courses"])


def is_model(scene: Scene, mark: FigureMark) -> bool:
    """Whether a number is the name of a product behind its maker's: "Boeing's 737"."""
    at = mark.figure.core
    plain = mark.figure.unit == "plain" and not mark.units and not mark.figure.in_words and at > 1
    if not plain or scene.tokens[at - 1].low != "'s" or not scene.tokens[at - 2].capital:
        return False
    named = any(isinstance(one, EntityMark) and one.end == at - 1 for _, one in scene.marks())
    return not named and mark.end < len(scene.tokens) and scene.tokens[mark.end].low.isalpha()
