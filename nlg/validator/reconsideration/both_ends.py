"""Two figures that are both ends of somebody's range, one of which is told rightly.

Example: "for agents, the corresponding figures are $125,140 and $31,940", "it swings from 46 million km out to 69.8"
"""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_SUMS = frozenset(word_list("nouns")["sums"])
_CALLED = frozenset(f"{noun}s" for noun in _SUMS) | {noun for noun in _SUMS if noun.endswith("s")}
_LIMITS = frozenset({"limits", "ends", "extremes", "bounds", "endpoints"})
_PARTING = frozenset({";", "while", "—"})


def of_figures(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, the one of two figures of a range taken for the end of it that the other is not."""
    others = {
        one: two for low, high in scene.reader.ranges.values() for one, two in ((low, high), (high, low))
    }
    given = [claim for claim in claims if claim.verdict == "supported" and claim.attribute in others]
    for claim in claims:
        found = figure_of(scene, claim) if given else None
        ends = [others[one.attribute] for one in given if one.subjects == claim.subjects]
        if (
            found is None
            or len(claim.subjects) != 1
            or not ends
            or not _are_both_ends(scene, _part_of(scene, found[0]))
        ):
            yield claim
            continue
        target = Target("measure", ends[-1])
        again = judge_figure(
            scene.reader, place_of(scene, claim), claim.subjects, target, found[1].figure, "bound"
        )
        yield again if again.verdict == "supported" else claim


def _part_of(scene: Scene, clause: Clause) -> list[Clause]:
    """The clauses of the part of a sentence that a clause belongs to."""
    first = clause.number
    while first and scene.clauses[first].opener not in _PARTING:
        first -= 1
    after = clause.number + 1
    while after < len(scene.clauses) and scene.clauses[after].opener not in _PARTING:
        after += 1
    return scene.clauses[first:after]


def _are_both_ends(scene: Scene, part: list[Clause]) -> bool:
    """Whether two figures alone are called limits or figures, or stand behind "from" and "to"."""
    figures = [mark for clause in part for mark in clause.figures()]
    if len(figures) != 2:
        return False
    words = [token.low for token in scene.tokens[part[0].start : part[-1].end]]
    if _LIMITS & set(words) or (figures[0].figure.unit == "money" and _CALLED & set(words)):
        return True
    return _is_from(scene, figures[0]) and scene.tokens[figures[1].start - 1].low == "to"


def _is_from(scene: Scene, mark: FigureMark) -> bool:
    return bool(mark.start) and scene.tokens[mark.start - 1].low == "from"
