"""Words that speak of a text measure without its name: "was discovered by", "pays best"."""

from __future__ import annotations

from nlg.data import Measure
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.compilation import spelled_superlative


def is_akin(word: str, measure: Measure) -> bool:
    """Whether a word shares its stem with the measure's noun: "discovered" and "discoverer"."""
    nouns = {one for one in measure.noun.lower().replace("-", " ").split() if len(one) > 4}
    stem = _LIKEWISE.get(word, word)
    return any(len(word) > 4 and stem[:5] == noun[:5] and word != noun for noun in nouns)


_LIKEWISE = {"found": "discovered", "spotted": "discovered"}
"""Verbs and others of their meaning, whose stem a measure's noun may have."""


def verbs_of(scene: Scene, measure: Measure) -> frozenset[str]:
    """The verb in a superlative name, in its forms and those of others of its kind; empty for another name."""
    if not spelled_superlative(measure):
        return frozenset()
    words = set(measure.noun.lower().replace("-", " ").split()[:-1])
    alike = {form for forms in _FORMS for form in forms if words & forms}
    kind = scene.reader.idiom.words if words.intersection(scene.reader.idiom.words) else ()
    return frozenset((*words, *alike, *kind)) - _DEGREES


def told_behind(scene: Scene, clause: Clause, mark: TargetMark) -> tuple[str, ...]:
    """Of whom the clause behind a value says it: "Galle, who gets the credit for Neptune"."""
    following = scene.clauses[clause.number + 1 : clause.number + 3]
    if not following or clause.marks[-1] is not mark or clause.names_somebody():
        return ()
    behind = following[0]
    opening = [token.low for token in scene.tokens[behind.start : behind.start + 2]]
    if len(following) > 1 and opening == ["which", "is"] and behind.end - behind.start == 2:
        # "manufacturing, which is where technicians are paid best"
        behind = following[1]
    named = [entity for entity in behind.entities() if not entity.is_pronoun]
    if len({entity.slugs for entity in named}) != 1 or behind.figures():
        return ()
    if any(not target.is_verb for target in behind.targets()):
        return ()
    first = scene.tokens[behind.start].low
    told = behind.opener == "who" or (
        behind.opener == "," and (first in _LEADING or opening == ["in", "which"])
    )
    return named[0].slugs if told and clause.end - mark.end <= 1 else ()


_LEADING = frozenset(word_list("verbs")["leading"])
_FORMS = [frozenset(forms) for forms in word_list("verbs")["alike"]]
_DEGREES = frozenset("best most top highest lowest least worst".split())
