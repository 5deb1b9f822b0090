"""Two sums that are both ends of somebody's range: "for agents, the corresponding figures are $125,140 and $31,940"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, place_of
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_SUMS = frozenset(f"{noun}s" for noun in word_list("nouns")["sums"]) | frozenset(word_list("nouns")["sums"])


def of_figures(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, the second of two sums called figures taken for the end of the range that the first is not."""
    sums = [mark for clause in scene.clauses for mark in clause.figures() if mark.figure.unit == "money"]
    called = len(sums) == 2 and any(token.low.endswith("s") and token.low in _SUMS for token in scene.tokens)
    others = {
        one: two for low, high in scene.reader.ranges.values() for one, two in ((low, high), (high, low))
    }
    given = [claim for claim in claims if claim.verdict == "supported" and claim.attribute in others]
    for claim in claims:
        found = figure_of(scene, claim) if called else None
        ends = [others[one.attribute] for one in given if one.subjects == claim.subjects]
        if found is None or len(ends) != 1 or len(claim.subjects) != 1:
            yield claim
            continue
        target = Target("measure", ends[0])
        again = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects, target, found[1].figure, "bound"
        )
        yield again if again.verdict == "supported" else claim
