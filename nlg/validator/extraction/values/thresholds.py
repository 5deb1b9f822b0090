"""Round numbers that somebody gets past or does not: "only actuaries break the $200,000 mark"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.figures import subject_of, target_of
from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.limits import limit_of
from nlg.validator.extraction.ranges.portions import part_of
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.listings import denied_of
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.figure import Hedge
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tails import HIGH, LOW
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("thresholds")
_NOUNS = frozenset(_LIST["nouns"])
_VERBS: PhraseTable[int] = PhraseTable.build(
    (words_of(phrase), sign) for name, sign in (("past", 1), ("short", -1)) for phrase in _LIST[name]
)


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The thresholds of a clause: whoever gets past one has more, and with *only* the other has not."""
    for mark in clause.figures():
        after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
        if mark.start in scene.used or scene.advisory:
            continue
        if after not in _NOUNS and not _is_passed(scene, clause, mark):
            continue
        sign = _direction(scene, mark)
        number = scene.index(clause)
        bound = clause.opener == "than" and number and not clause.entities()
        owner = scene.clauses[number - 1] if bound else clause
        subjects = owner.subject if bound else subject_of(scene, clause, mark)
        target = _target(scene, clause, mark)
        if not sign or not subjects or target is None:
            continue
        scene.used.add(mark.start)
        scene.used.update(cue.start for cue in owner.cues("more") if bound)
        limit = limit_of(scene, clause, mark)
        past: Hedge = "more" if limit is None else "at_least"
        short: Hedge = "less" if limit is None else "at_most"
        if limit in (HIGH, LOW) and limit is not None:
            # The limit of a part is itself the least that those above it have.
            scene.bound = limit
        figure = replace(mark.figure, hedge=past if sign > 0 else short)
        denied = bool(owner.cues("not")) or scene.denies(mark.start)
        place = scene.place(mark.start, mark.end + (after in _NOUNS))
        at_end = limit in (HIGH, LOW) and not denied and (limit == HIGH) == (sign > 0)
        for slug in subjects:
            claim = judge_figure(scene.reader, place, (slug,), target, figure)
            if at_end and claim.verdict == "supported":
                # "One in ten tops $105,150" gives the end of the range, and no number far inside it.
                near = replace(figure, hedge="about", step=figure.value / 5)
                claim = replace(judge_figure(scene.reader, place, (slug,), target, near), stated=claim.stated)
            yield denied_of(scene.reader, claim) if denied else claim
        other = scene.other(subjects)
        if other and owner.cues("only") and not denied:
            yield denied_of(scene.reader, judge_figure(scene.reader, place, (other,), target, figure))


def _is_passed(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a verb of passing takes a figure for its object: "neither tops 4%", "pay exceeds $80,000"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    if mark.figure.hedge or mark.figure.high is not None:
        return False
    return before in _PASSING or (before in _BEYOND and part_of(scene, clause, mark) is not None)


_PASSING, _BEYOND = frozenset(_LIST["passing"]), frozenset(_LIST["beyond"])


def _direction(scene: Scene, mark: FigureMark) -> int:
    """1 where the words just before a threshold say that it is passed, −1 where that it is not reached."""
    for index in range(mark.figure.core, max(0, mark.figure.core - 4) - 1, -1):
        found = _VERBS.starting_at(scene.tokens, index)
        if found is not None:
            return found[1]
    return 0


def _target(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What is measured: the end of a range, where one was spoken of last."""
    target = target_of(scene, clause, mark)
    limit = limit_of(scene, clause, mark)
    end = limit if limit in (HIGH, LOW) else scene.bound
    if target is None or not end or family(scene.reader, target) != "money":
        return target
    ends = scene.reader.ranges.get(target.name) if target.kind == "range" else None
    unit = scene.reader.measures[ends[0] if ends else target.name].unit
    for low, high in scene.reader.ranges.values():
        if scene.reader.measures[low].unit == unit:
            return Target("measure", high if end > 0 else low)
    return target
