"""Which words of a sentence make a comparison: "slightly older", "the better-paid one is the vet's"."""

from __future__ import annotations

from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene, adjacent_after


def words_of_comparison(scene: Scene, clause: Clause, mark: CueMark) -> tuple[int, int]:
    """Where a comparative's own words start and end: its degree, its noun, and the name that it is said of."""
    following = adjacent_after(scene, clause, mark.end, 1)
    start = _cleft_start(scene, clause, mark)
    for cue in clause.cues("slightly", "much"):
        if cue.end == start:
            start = cue.start
    for target in clause.targets():
        if target.end == start:
            start = target.start
    return start, _named_end(scene, clause, mark) or (following.end if following else mark.end)


def _cleft_start(scene: Scene, clause: Clause, mark: CueMark) -> int:
    """Where the name stands that "it is … that" puts first: "it is not chefs but bakers that grow faster"."""
    owner = next((one for one in clause.entities() if one.end <= mark.start), None)
    if owner is None or scene.tokens[owner.end].low not in ("that", "who"):
        return mark.start
    opening = [token.low for token in scene.tokens[max(0, owner.start - 3) : owner.start]]
    cleft = any(word in ("is", "'s", "was", "are") for word in opening) and "it" in opening
    return owner.start if cleft else mark.start


def _named_end(scene: Scene, clause: Clause, mark: CueMark) -> int:
    """Where the name ends of whom a comparative is said to describe: "the better-paid one is the vet's"; else 0."""
    if not mark.start or scene.tokens[mark.start - 1].low != "the":
        return 0
    owner = next((one for one in clause.entities() if one.start >= mark.end), None)
    if owner is None:
        return 0
    between = [token.low for token in scene.tokens[mark.end : owner.start]]
    verb = next((at for at, word in enumerate(between) if word in ("is", "are", "being")), -1)
    if verb < 0 or verb > 3 or not set(between[verb + 1 :]) <= {"the", "a", "an", "that", "of"}:
        return 0
    return owner.end + (1 if owner.possessive else 0)
