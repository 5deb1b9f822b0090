"""A rise or fall of one, set against the other's by a word: "will grow by 3.4%, the police by less"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark
from nlg.validator.sentences.scene import Scene

_DEGREES = frozenset("much far even a little slightly somewhat considerably rather still lot bit".split())


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """What a clause of a name and "by less" or "by more" says."""
    owners, cues = clause.entities(), clause.cues("more")
    if len(owners) != 1 or len(cues) != 1 or clause.figures() or clause.targets() or not clause.number:
        return
    owner, cue, target = owners[0], cues[0], scene.last_target
    words = [scene.tokens[at].low for at in range(owner.end, cue.start)]
    ends = cue.end >= clause.end or not scene.tokens[cue.end].low.isalpha()
    if target is None or cue.start in scene.used or not ends or len(owner.slugs) != 1:
        return
    if words[:1] != ["by"] or set(words[1:]) - _DEGREES or family(scene.reader, target) != "change":
        return
    other = scene.other(owner.slugs)
    if not other or not _is_plain(owner):
        return
    scene.used.add(cue.start)
    told = amount_of(scene.reader, other, target)
    sign = -cue.cue.sign if told is not None and told.value < 0 else cue.cue.sign
    place = scene.place(owner.start, cue.end)
    yield judge_comparison(scene.reader, place, owner.slugs[0], other, target, sign)


def _is_plain(mark: EntityMark) -> bool:
    return mark.reference not in ("both", "neither")
