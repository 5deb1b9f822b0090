"""Lines that say who wins the round that a heading opens: "Winner: nurses", under "Salary"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.comparands import first_measure
from nlg.validator.binding.measures import topic_targets
from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_comparison, judge_similarity
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import merit
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("answers")
_WINNERS = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["winners"])
_TIES = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["ties"])
_SMALL = frozenset({":", "—", "–", "-", "the", "a", "an", ".", "!", "goes", "to", "is", "are", "in"})


def read(scene: Scene) -> Iterator[Claim]:
    """The claim of a line that names a winner, where it is known whether more of what its heading names is better."""
    found = _WINNERS.starting_at(scene.tokens, 1 if scene.tokens[0].low == "the" else 0)
    if found is None or len(scene.context.subjects) != 2:
        return
    target = _at_stake(scene)
    if target is None:
        return
    rest = [at for at in range(found[0], len(scene.tokens)) if scene.tokens[at].low not in _SMALL]
    if not rest:
        return
    tie = _TIES.starting_at(scene.tokens, rest[0])
    if tie is not None and all(at < tie[0] for at in rest):
        place = scene.place(0, tie[0])
        yield judge_similarity(scene.reader, place, *scene.context.subjects, target, is_strict=False)
        return
    owners = [mark for clause in scene.clauses for mark in clause.entities()]
    if len(owners) != 1 or len(owners[0].slugs) != 1 or not scene.other(owners[0].slugs):
        return
    if any(not owners[0].start <= at < owners[0].end for at in rest):
        return
    place, first = scene.place(0, owners[0].end), owners[0].slugs[0]
    yield judge_comparison(
        scene.reader, place, first, scene.other((first,)), target, merit(scene.reader, target)
    )


def _at_stake(scene: Scene) -> Target | None:
    """The measure that the innermost heading names, if more of it is better or worse."""
    target = first_measure(scene.reader, topic_targets(scene.reader, scene.context.topic))
    return target if target is not None and merit(scene.reader, target) else None
