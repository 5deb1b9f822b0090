"""Bare numbers: what they may count where no unit and no noun says it."""

from __future__ import annotations

from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.plurals import plural_word
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader, Target, domain_targets, name_of


def is_how_many_there_are(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number counts an entity's people.

    Example: "of nurses there are 41,890 in the country", "the nurses in our data come to 41,890"
    """
    words = [token.low for token in scene.tokens[max(clause.start, mark.start - 3) : mark.start]]
    there = words[-2:] in (["there", "are"], ["are", "there"])
    total = words[-2:] in _TOTALS and is_free_standing(scene, mark) and not clause.cues("trend", "more")
    named = any(entity.end <= mark.start and not entity.possessive for entity in clause.entities())
    return (there or total) and named and not clause.targets() and mark.figure.value >= 100


_TOTALS = (["come", "to"], ["comes", "to"], ["came", "to"], ["amount", "to"], ["run", "to"])
"""Before how many there are of whom the clause names."""


def may_carry_over(reader: Reader, target: Target, mark: FigureMark) -> bool:
    """Whether a bare number may be of the measure spoken of in the sentence before."""
    if family(reader, target) == "time":
        if mark.figure.value != int(mark.figure.value) and reader.measures[target.name].unit in _SHORT_TIMES:
            # "Mars takes 687 days to get around the Sun. We need 365.2."
            return True
        return mark.figure.value <= 15 and (mark.figure.high is not None or mark.figure.in_words)
    return not mark.figure.in_words and (
        mark.figure.value >= 100 or mark.figure.value != int(mark.figure.value)
    )


_SHORT_TIMES = frozenset({"days", "hours", "minutes", "seconds"})
_FREE = frozenset(
    ". , ( ; : ) ! for of in among and against versus vs compared to at on while but than years old - — a an"
    " per each every".split()
)


def is_free_standing(scene: Scene, mark: FigureMark) -> bool:
    """Whether no noun of its own follows a bare number."""
    return mark.end >= len(scene.tokens) or scene.tokens[mark.end].low in _FREE


_BE = frozenset(
    {
        "turned",
        "just",
        "(",
        ",",
        "pushing",
        "is",
        "are",
        "'s",
        "was",
        "averages",
        "average",
        "aged",
        "typically",
        "about",
        "around",
        "at",
    }
)


def age_of(scene: Scene, mark: FigureMark) -> Target | None:
    """The measure of age, for a bare number that people are: "the typical administrator is 49"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    whose = scene.tokens[mark.start - 2].low if mark.start > 1 else ""
    person = scene.reader.dataset.titles != "name" or whose in scene.reader.words.people
    if before not in _BE or not 14 <= mark.figure.value <= 99 or not person:
        return None
    found = domain_targets(scene.reader, "age")
    return found[0] if len(found) == 1 else None


def told(scene: Scene, mark: FigureMark) -> Target | None:
    """What a bare number can only be of by the words before it: an age, or how many of the items listed there are."""
    return age_of(scene, mark) or _counted(scene, mark)


def _counted(scene: Scene, mark: FigureMark) -> Target | None:
    """How many there are of the items listed before: "Mars has two moons, Phobos and Deimos. Uranus has 28"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    listed = scene.reader.collections.get(scene.context.discourse.concept)
    if before not in ("has", "have") or listed is None or not listed.noun or mark.figure.value < 2:
        return None
    for concept, measure in scene.reader.measures.items():
        words = name_of(measure).split()
        if scene.reader.families[concept] == "count" and plural_word(listed.noun) in words[-1:]:
            return Target("measure", concept)
    return None
