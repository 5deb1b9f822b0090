"""What one sentence leaves in a reader's mind for the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.context import Discourse, Reader
from nlg.validator.extraction.lists import carried
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.judgement.verdicts import attribute_of
from nlg.validator.lexis.tokens import Token
from nlg.validator.references.contrasted import is_first_person
from nlg.validator.references.proforms import repeatable
from nlg.validator.references.strangers import is_strange
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target, domain_targets


def spoken_in(scene: Scene, mentioned: tuple[str, ...], question: str, *, says_nothing: bool) -> Discourse:
    """Whom and what a sentence spoke of last; `says_nothing` where it makes no claim."""
    reader, context, clauses = scene.reader, scene.context, scene.clauses
    marks = [mark for clause in clauses for mark in clause.marks]
    spoken = [clause for clause in clauses if clause.subject and clause.opener not in ("than", "against")]
    if len(spoken) > 1 and spoken[0].inherited and not _says_something(spoken[0]):
        # "Nevertheless, radiologic technology …" begins with nobody.
        spoken = spoken[1:]
    main = spoken[0].subject if spoken else ()
    named = {one.slugs for clause in spoken for one in clause.entities() if not one.reference}
    leading = scene.advisory or scene.tokens[0].low in ("if", "when", "for")
    if leading and spoken and spoken[0].inherited and len(named) == 1:
        # "If it is openings you are after, look at assisting." goes on about assisting.
        main = next(iter(named))
    counted = [one.slugs for clause in clauses for one in clause.entities() if not one.reference]
    if [token.low for token in scene.tokens[:2]] in _FOR_EVERY and len(counted) > 1:
        # "For every agent there are two brokers. They …" goes on about the brokers.
        main = counted[-1]
    if main and _are_we(scene.tokens, marks, main):
        # "It" in the next sentence is not who says "we".
        main = ()
    spoken_of = (
        scene.last_target
        or _named_last(reader, marks)
        or (_asked_for(reader, scene.tokens) if question else None)
    )
    concept = attribute_of(reader, spoken_of) if spoken_of else context.discourse.concept
    if not scene.last_target and len(clauses) > 1 and clauses[1].opener == ":" and says_nothing:
        # "Projected growth: welders and machinists." is a caption for what follows.
        labels = [target for mark in clauses[0].targets() for target in mark.targets if not target.item]
        concept = attribute_of(reader, labels[0]) if labels else concept
    return Discourse(
        main,
        mentioned,
        concept,
        scene.gap or _gap_announced(scene),
        repeatable(scene),
        question,
        _bound_asked(scene) if question else scene.bound,
        _measured_last(scene, marks),
        carried.item_of(scene) or context.discourse.item,
        is_strange(scene),
        tuple(dict.fromkeys(scene.told)),
    )


def told_in_order(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The two of whom a sentence gives figures without naming them, in its order; empty where it tells of one.

    Example: "The clinic nurses hold 131,320 jobs, the doctors 80,630. Openings are …, with 14,300 for the former"
    """
    told = dict.fromkeys(
        one.subjects[0] for one in claims if one.verdict == "supported" and len(one.subjects) == 1
    )
    return tuple(told) if len(told) == 2 else ()


def _gap_announced(scene: Scene) -> tuple[str, str, Target, int] | None:
    """The gap of which a few words announce that they are to speak: "The gap.", "What about the difference?"."""
    subjects, known = scene.context.subjects, scene.context.discourse.target
    marks = [mark for _, mark in scene.marks()]
    gaps = [mark for mark in marks if isinstance(mark, CueMark) and mark.cue.role == "gap"]
    if len(gaps) != 1 or len(marks) != 1 or len(subjects) != 2 or len(scene.tokens) > _SHORT:
        return None
    if known is None or known.kind != "measure" or not scene.reader.measures[known.name].numeric:
        return None
    return subjects[0], subjects[1], known, 0


def _bound_asked(scene: Scene) -> int:
    """The end of a range that a question asks for, or the last one where it only names somebody else: "And nurses?"."""
    for clause in scene.clauses:
        for at in range(clause.start, clause.end):
            if found := end_at(scene, clause, at):
                return found
    short = len(scene.tokens) <= _SHORT and not any(clause.targets() for clause in scene.clauses)
    return scene.context.discourse.bound if short else 0


_FOR_EVERY = (["for", "every"], ["for", "each"])
_SHORT = 5
"""Words of a question that goes on from the one before."""


def _says_something(clause: Clause) -> bool:
    """Whether a clause holds more than words of advice, which are about nobody."""
    return any(not isinstance(mark, CueMark) or mark.cue.role != "advice" for mark in clause.marks)


def _measured_last(scene: Scene, marks: Sequence[Mark]) -> Target | None:
    """What a sentence's last figure measures, or what was measured before it where it measures nothing."""
    last = scene.last_target
    steps = [
        target
        for clause in scene.clauses
        for mark in clause.targets()
        for target in mark.targets
        if target.kind == "item" and scene.reader.collections[target.name].kind == "distribution"
    ]
    if steps and (last is None or last.kind != "measure"):
        return steps[-1]
    if last is None:
        last = _named_last(scene.reader, marks)
    return last if last is not None and last.kind in ("measure", "item") else scene.context.discourse.target


def _are_we(tokens: Sequence[Token], marks: Sequence[Mark], main: tuple[str, ...]) -> bool:
    """Whether an entity is named in a sentence only as where its readers live."""
    names = [mark for mark in marks if isinstance(mark, EntityMark) and mark.slugs == main]
    return bool(names) and all(is_first_person(tokens, mark) for mark in names)


def _named_last(reader: Reader, marks: Sequence[Mark]) -> Target | None:
    """The measure that a sentence without a figure speaks of: "In mass the difference is dramatic."."""
    for mark in reversed(marks):
        if isinstance(mark, CueMark) and mark.cue.role == "trend":
            return trend_target(reader)
        if isinstance(mark, CueMark) and mark.cue.role == "more" and mark.cue.domain in _TELLING:
            found = [target for target in domain_targets(reader, mark.cue.domain) if target.kind == "measure"]
            if len(found) == 1:
                return found[0]
        if isinstance(mark, TargetMark) and not mark.is_verb and not mark.is_weak:
            measures = [target for target in mark.targets if target.kind == "measure"]
            if measures:
                return measures[0]
    return None


_TELLING = frozenset({"age", "density", "mass", "temperature", "speed", "distance"})
"""Scales of whose comparatives a reader knows what is measured: "we were younger then"."""


def _asked_for(reader: Reader, tokens: Sequence[Token]) -> Target | None:
    """The measure that a question without its name asks for: "How old are they?", "How many of each are there?"."""
    for one, two in pairwise(tokens):
        if one.low == "how" and two.low in _HOW:
            people = head_count(reader) if two.low == "many" else None
            found = (people,) if people else domain_targets(reader, _HOW[two.low])
            return found[0] if found else None
    return None


_HOW = {
    "old": "age",
    "many": "count",
    "big": "size",
    "large": "size",
    "heavy": "mass",
    "hot": "temperature",
    "long": "time",
}
