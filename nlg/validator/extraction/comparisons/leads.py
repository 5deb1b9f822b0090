"""Who is ahead in what was told before: "so surveyors are slightly ahead in this respect"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.extraction.changes.falls import of_a_decline
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("leads")
_AHEAD, _FACING = frozenset(_LIST["ahead"]), frozenset(_LIST["facing"])
_AGAIN = frozenset(_LIST["again"])
_SHARES, _AMONG = frozenset(_LIST["shares"]), frozenset(_LIST["among"])


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The lead of somebody named in what no word of the clause names."""
    if (among := _share_among(scene, clause) or _represented(scene, clause)) is not None:
        yield among
        return
    owners = clause.entities()
    if not owners and (going_on := _change_of_the_same(scene, clause)) is not None:
        yield going_on
        return
    named = len(owners) == 1 and not owners[0].reference and len(owners[0].slugs) == 1
    other = scene.other(owners[0].slugs) if named else ""
    if scene.advisory or scene.neither or not other or clause.figures() or clause.targets():
        return
    if clause.cues("not", "only", "most", "same", "similar", "ratio"):
        return
    found = _lead(scene, clause) or _majority(scene, clause) or _change(scene, clause)
    if found is None:
        return
    cue, target, sign = found
    scene.used.add(cue.start)
    place = scene.place(owners[0].start if owners[0].start < cue.start else cue.start, cue.end)
    first = owners[0].slugs[0]
    slightly = any(one.end in (cue.start, cue.start - 1) for one in clause.cues("slightly"))
    claim = judge_comparison(scene.reader, place, first, other, target, sign, "", slightly)
    declines = sign != cue.cue.sign and family(scene.reader, target) == "change"
    yield of_a_decline(scene, claim, target) if declines else claim


def _change_of_the_same(scene: Scene, clause: Clause) -> Claim | None:
    """Whose decline is the larger, where the clause goes on about whoever it was: "… and have faster decline ahead"."""
    other = scene.other(clause.subject) if clause.inherited and clause.opener in ("and", "while") else ""
    if (
        not other
        or scene.advisory
        or scene.neither
        or clause.figures()
        or clause.cues("not", "only", "ratio")
    ):
        return None
    found = _change(scene, clause)
    if found is None or any(one.opener == "than" for one in scene.clauses[clause.number + 1 :][:1]):
        return None
    cue, target, sign = found
    scene.used.add(cue.start)
    place = scene.place(cue.start, cue.end)
    claim = judge_comparison(scene.reader, place, clause.subject[0], other, target, sign)
    return of_a_decline(scene, claim, target) if sign == -cue.cue.sign else claim


def _share_among(scene: Scene, clause: Clause) -> Claim | None:
    """Among whom the share told last is higher: "their share is higher among veterinarians"."""
    cues = [one for one in clause.cues("more") if one.start not in scene.used and one.cue.sign]
    named = [one for one in clause.entities() if not one.reference and len(one.slugs) == 1]
    target = scene.last_target or _share_before(scene, clause)
    if len(cues) != 1 or len(named) != 1 or target is None or family(scene.reader, target) != "percent":
        return None
    words = {token.low for token in scene.tokens[clause.start : cues[0].start]}
    among = scene.tokens[named[0].start - 1].low in _AMONG and cues[0].end == named[0].start - 1
    other = scene.other(named[0].slugs)
    plain = not (clause.figures() or clause.targets() or clause.cues("not", "ratio")) and not scene.neither
    if not (words & _SHARES and among and other and plain) or scene.advisory:
        return None
    scene.used.add(cues[0].start)
    place = scene.place(cues[0].start, named[0].end)
    return judge_comparison(scene.reader, place, named[0].slugs[0], other, target, cues[0].cue.sign)


def _share_before(scene: Scene, clause: Clause) -> Target | None:
    """The share named last in the sentence: "whites are in the majority either way, though their share is …"."""
    named = [mark for one in scene.clauses[: clause.number] for mark in one.targets()]
    found = [target for mark in named[-1:] for target in mark.targets if target.kind in ("measure", "item")]
    return found[0] if found and family(scene.reader, found[0]) == "percent" else None


def _represented(scene: Scene, clause: Clause) -> Claim | None:
    """Among whom some people are more of all: "women are better represented among nurses"."""
    named = [one for one in clause.entities() if not one.reference and len(one.slugs) == 1]
    other = scene.other(named[0].slugs) if len(named) == 1 else ""
    targets = [
        target
        for mark in clause.targets()
        for target in mark.targets
        if target.kind in ("measure", "item") and family(scene.reader, target) == "percent"
    ]
    plain = not (clause.figures() or clause.cues("not", "ratio", "same")) and not scene.neither
    if not (other and targets and plain) or scene.advisory:
        return None
    for cue in clause.cues("more"):
        words = [token.low for token in scene.tokens[cue.end : named[0].start]]
        said = _REPRESENTED in words[:2] and words[-1] in _AMONG
        if cue.cue.sign and said and cue.start not in scene.used:
            scene.used.add(cue.start)
            place = scene.place(cue.start, named[0].end)
            return judge_comparison(scene.reader, place, named[0].slugs[0], other, targets[-1], cue.cue.sign)
    return None


_REPRESENTED = "represented"

_Found = tuple[CueMark, Target, int] | None


def _lead(scene: Scene, clause: Clause) -> _Found:
    """Who is ahead where the sentence names an end of a range, or in what its figures told."""
    cues = [
        one
        for one in clause.cues("more")
        if one.start not in scene.used and one.cue.sign and _ahead(scene, one)
    ]
    if not cues or any(part.opener == "than" for part in scene.clauses[clause.number + 1 :][:1]):
        return None
    behind = [token.low for token in scene.tokens[_ahead(scene, cues[0]) : clause.end] if token.low.isalpha()]
    if behind and behind[0] not in _AGAIN:
        return None
    told = scene.last_target
    if told is not None and (told.kind != "measure" or not (behind or _is_told_of_both(scene))):
        told = None
    target = _end(scene, clause) or told
    return (cues[0], target, cues[0].cue.sign) if target is not None else None


def _ahead(scene: Scene, cue: CueMark) -> int:
    """The token behind the word of a cue that says who is ahead; 0 for another cue."""
    return next((at + 1 for at in range(cue.start, cue.end) if scene.tokens[at].low in _AHEAD), 0)


def _end(scene: Scene, clause: Clause) -> Target | None:
    """The end of a range that the sentence names up to a clause's end: "At the bottom of the scale, …"."""
    ends = {
        end_at(scene, part, at)
        for part in scene.clauses[: clause.number + 1]
        for at in range(part.start, part.end)
    } - {0}
    money = [pair for pair in scene.reader.ranges.values() if scene.reader.families[pair[0]] == "money"]
    told = any(part.figures() for part in scene.clauses[: clause.number + 1])
    if len(ends) != 1 or len(money) != 1 or told:
        return None
    return Target("measure", money[0][1 if ends == {1} else 0])


def _is_told_of_both(scene: Scene) -> bool:
    """Whether the sentence gave the figures of both in what it spoke of last."""
    target = scene.last_target
    if target is None or target.kind != "measure":
        return False
    return all((slug, target) in scene.stated for slug in scene.context.subjects)


def _majority(scene: Scene, clause: Clause) -> _Found:
    """Who is in the majority where both were counted before it: "179,503 of the former and 146,861 of the latter"."""
    cues = [one for one in clause.cues("majority") if one.start not in scene.used]
    target = scene.last_target
    if not cues or target is None or not _is_told_of_both(scene) or family(scene.reader, target) != "count":
        return None
    return cues[0], target, 1


def _change(scene: Scene, clause: Clause) -> _Found:
    """Whose growth or decline is the larger: "administrators face a smaller decline"."""
    for cue in clause.cues("more"):
        trends = [one for one in clause.cues("trend") if one.start == cue.end and one.cue.sign]
        verbs = [token.low for token in scene.tokens[clause.start : cue.start]]
        target = trend_target(scene.reader)
        told = bool(trends) and target is not None and bool(_FACING & set(verbs))
        if told and target is not None and cue.start not in scene.used:
            scene.used.add(trends[0].start)
            return cue, target, cue.cue.sign * trends[0].cue.sign
    return None
