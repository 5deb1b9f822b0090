"""Who is said to be likelier to be or have what the data give shares of: "less likely to hold a degree"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.extraction.comparisons.spans import is_denied
from nlg.validator.extraction.shares.complements import SEXES, other_share
from nlg.validator.extraction.sides import sides_of
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_BEING = frozenset({"to", "a", "an", "as", *word_list("verbs")["belonging"]})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The likelihoods that a clause compares."""
    for mark in clause.cues("more"):
        if mark.cue.domain != "frequency" or mark.start in scene.used:
            continue
        after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
        found = _share_behind(scene, clause, mark) if after == "to" else None
        sides = sides_of(scene, clause, mark) if found is not None else None
        if found is None or sides is None or len(clause.subject) != 1:
            continue
        target, rest, end = found
        scene.used.add(mark.start)
        scene.used.update(one.start for one in clause.targets() if mark.end <= one.start < end)
        scene.last_target, scene.said = target, (sides[0],)
        sign = -mark.cue.sign if rest else mark.cue.sign
        place = scene.place(mark.start, end)
        denied = is_denied(scene, clause, mark)
        yield judge_comparison(scene.reader, place, *sides, target, sign, denied=denied)


def _share_behind(scene: Scene, clause: Clause, mark: CueMark) -> tuple[Target, bool, int] | None:
    """The share of people meant, whether it is of the rest of them, and where its words end."""
    at = mark.end
    while at < clause.end and scene.tokens[at].low in _BEING:
        at += 1
    named = next((one for one in clause.targets() if one.start == at), None)
    if named is not None:
        shares = [
            target
            for target in named.targets
            if target.kind in ("measure", "item") and family(scene.reader, target) == "percent"
        ]
        return (shares[0], False, named.end) if shares else None
    word = scene.tokens[at].low if at < clause.end else ""
    rest = other_share(scene.reader, word) if word in SEXES else None
    return (rest, True, at + 1) if rest is not None else None
