"""Who or what a clause is about when it is nobody that the data know.

Example: "roofers earn $50,970", "the Great Red Spot is 16,350 km wide", "plumbers who run a shop earn more"
"""

from __future__ import annotations

from nlg.validator.lexis.plurals import singular_word
from nlg.validator.lexis.thesaurus import SYNONYMS
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader, name_of

_GENERIC = frozenset(
    "others both everyone someone anyone those these they most many some all few each groups sides half tenth tenths"
    " percent numbers figures".split()
).union(word_list("persons")["anybody"])
_MEASURING = frozenset("is are was were measures measure spans span stretches stretch weighs weigh".split())
_TELLING = frozenset(
    "told tells said says recalls recalled remembers confided admits admitted knew know".split()
)


def foreign_subject(scene: Scene, clause: Clause) -> str:
    """Whom or what the figures of a clause are about, where the data know nothing of it; else empty."""
    return (
        _stranger(scene, clause)
        or _proper_name(scene, clause)
        or _some_of_them(scene, clause)
        or _one_of_them(scene, clause)
    )


def part_before(scene: Scene, clause: Clause, figure: FigureMark) -> str:
    """The moon, ring or other part whose size a figure gives: "its largest moon measures 5,268 km"."""
    last: TargetMark | EntityMark | None = None
    possessive = -1
    for one in scene.clauses[: scene.index(clause) + 1]:
        for mark in one.marks:
            if mark.start >= figure.start:
                break
            if isinstance(mark, FigureMark) and mark.start > possessive >= 0:
                possessive = -1
            if isinstance(mark, EntityMark):
                possessive = mark.start if mark.possessive else -1
                last = mark
            elif isinstance(mark, TargetMark):
                last = mark
    if not isinstance(last, TargetMark) or figure.start - last.end > 6:
        return ""
    kinds = {target.kind for target in last.targets}
    listed = [target for target in last.targets if target.kind in ("item", "collection")]
    ranked = [target for target in listed if scene.reader.collections[target.name].kind == "ranked"]
    owned = possessive >= 0 and kinds == {"text"} and not any(target.item for target in last.targets)
    if not ranked and not owned:
        return ""
    return " ".join(token.low for token in scene.tokens[last.start : last.end])


def _stranger(scene: Scene, clause: Clause) -> str:
    """People of another name: "roofers earn $50,970", "a roofer makes less", "roofers, by comparison, make"."""
    verb = next(
        (
            mark
            for mark in clause.marks
            if isinstance(mark, TargetMark)
            and scene.tokens[mark.start].low in scene.reader.idiom.verbs
            and mark.end == mark.start + 1
        ),
        None,
    )
    if verb is None or any(isinstance(mark, EntityMark) and mark.start < verb.start for mark in clause.marks):
        return ""
    start, end = clause.start, verb.start
    first = scene.clauses[0]
    if start == end and clause.opener == "," and not first.marks and scene.index(clause) <= 2:
        start, end = first.start, first.end
    words = scene.tokens[start:end]
    if not 0 < len(words) <= 3 or any(
        mark.start < end and mark.end > start for one in (first, clause) for mark in one.marks
    ):
        return ""
    noun = words[-1]
    own = scene.reader.words
    known = noun.low in _GENERIC or noun.low in own.people or noun.low in own.plurals
    known = known or _is_measured(scene.reader, noun.low)
    if not noun.low.isalpha() or known or len(noun.low) < 5:
        return ""
    plural = scene.tokens[verb.start].low in scene.reader.idiom.plural_verbs
    if plural != (noun.low.endswith("s") and not noun.low.endswith("ss")):
        return ""
    if not plural and words[0].low not in ("a", "an"):
        return ""
    return "" if plural and words[0].low in ("the", "these", "those", "such") else noun.low


def _is_measured(reader: Reader, noun: str) -> bool:
    """Whether a noun is part of a measure's name, so that it is of all: "households", of household income."""
    one = singular_word(noun)
    alike = {one}.union(*(group.words for group in SYNONYMS if one in group.words))
    return any(alike & set(name_of(measure).split()) for measure in reader.measures.values())


def _proper_name(scene: Scene, clause: Clause) -> str:
    """A name of several capitals that nothing in the data bears, where nobody else is named."""
    if scene.index(clause) or clause.entities():
        return ""
    at = clause.start
    capitals = []
    while at < clause.end and scene.tokens[at].low not in _MEASURING:
        token = scene.tokens[at]
        if any(mark.start <= at < mark.end for mark in clause.marks) or not token.low.isalpha():
            return ""
        if not token.capital and token.low not in ("of", "the", "and"):
            return ""
        if token.capital and at > clause.start:
            capitals.append(token.low)
        at += 1
    return " ".join(capitals) if len(capitals) > 1 and at < clause.end else ""


def _some_of_them(scene: Scene, clause: Clause) -> str:
    """Those of an entity's people whom a relative clause without a comma picks out."""
    number = scene.index(clause)
    if clause.opener != "who" or not number:
        return ""
    before = scene.clauses[number - 1]
    if not before.entities() or before.entities()[-1].end != clause.start:
        return ""
    verbs = [mark for mark in clause.targets() if scene.tokens[mark.start].low in scene.reader.idiom.verbs]
    own = [mark for mark in verbs if mark.start <= clause.start + 2]
    return "only some of them" if verbs and not own else ""


def _one_of_them(scene: Scene, clause: Clause) -> str:
    """One person of whom a story is told: "one electrician told me that he earns …"."""
    words = [token.low for token in scene.tokens]
    telling = [at for at, word in enumerate(words) if word in _TELLING]
    if not telling or telling[0] >= clause.end:
        return ""
    named = [
        entity
        for one in scene.clauses
        for entity in one.entities()
        if entity.end <= telling[0] and not entity.reference
    ]
    if not named or named[-1].end < telling[0] - 2:
        return ""
    before = words[named[-1].start - 1] if named[-1].start else ""
    return "one person" if before in ("one", "a", "an", "my", "another") else ""


def is_of_a_portion(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is about a measured part of something: "a bucketful of Mars would outweigh …"."""
    named = [one for one in clause.entities() if not one.reference]
    start = named[0].start if named else 0
    if (
        start < 3
        or scene.tokens[start - 1].low != "of"
        or scene.tokens[start - 3].low not in ("a", "an", "one")
    ):
        return False
    return scene.tokens[start - 2].low in _PORTIONS


_PORTIONS = frozenset(
    "bucketful bucket cup cupful teaspoon teaspoonful spoonful handful bottle liter litre gallon pound kilo kilogram"
    " ton chunk lump cubic box barrel".split()
)
