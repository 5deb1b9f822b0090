"""Who has more: "earn slightly more than", "are older", "the larger field"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.comparands import (
    comparison_target,
    first_measure,
    known_measure,
)
from nlg.validator.claim import Claim
from nlg.validator.extraction.changes.falls import is_fall, of_a_decline
from nlg.validator.extraction.changes.trends import other_described
from nlg.validator.extraction.comparisons import spans
from nlg.validator.extraction.comparisons.assertions import is_asserted, is_of_a_gap
from nlg.validator.extraction.comparisons.comparison_words import words_of_comparison
from nlg.validator.extraction.denials import is_not_expected
from nlg.validator.extraction.lists.positions import PLACES
from nlg.validator.extraction.shares.complements import is_of_the_rest
from nlg.validator.extraction.sides import sides_of, than_side
from nlg.validator.judgement.comparisons import judge_comparison, judge_similarity, judge_within
from nlg.validator.judgement.orders import judge_order
from nlg.validator.judgement.verdicts import comparable, family, make
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import is_duration, sense
from nlg.validator.vocabulary.resolution import Target, domain_targets


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The comparisons of a clause."""
    for mark in clause.marks:
        if not isinstance(mark, CueMark) or mark.start in scene.used:
            continue
        if mark.cue.role == "as" and (claim := _as_much(scene, clause, mark)) is not None:
            scene.used.add(mark.start)
            yield claim
        if mark.cue.role != "more":
            continue
        if any(other_described(scene, clause, trend) for trend in clause.cues("trend")):
            continue
        if is_of_a_gap(scene, clause, mark):
            continue
        if _describes(scene, mark):
            scene.used.add(mark.start)
            continue
        if _is_likely_to_do_else(scene, clause, mark):
            continue
        if _is_of_an_item_told(scene) or _is_of_a_list(scene, mark) or _is_to_do(scene, clause, mark):
            continue
        if _is_wished_for(scene, clause, mark) or _is_of_the_other_half(scene, clause, mark):
            continue
        behind = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
        if behind[:2] in _NO_SIDES and not (behind[2:] and behind[1] == "that" and behind[2].isalpha()):
            continue
        described = _described(scene, mark)
        whole = spans.end_named(scene, clause, mark)
        if not described and not whole and not is_asserted(scene, clause, mark):
            continue
        if (inside := _internal(scene, clause, mark)) is not None:
            scene.used.add(mark.start)
            yield inside
            continue
        sides = described or sides_of(scene, clause, mark)
        found = comparison_target(scene, clause, mark, mark.end) or ((whole,) if whole else ())
        target = known_measure(scene.reader, found, sides) if sides else None
        if sides is None or target is None or (mark.cue.domain == "diversity" and target.kind == "item"):
            continue
        if target.kind == "text":
            place = scene.place(*words_of_comparison(scene, clause, mark))
            denied = spans.is_denied(scene, clause, mark)
            ordered = judge_order(scene.reader, place, *sides, target, mark.cue.sign, is_denied=denied)
            if ordered is not None and len(clause.subject) == 1:
                scene.used.add(mark.start)
                scene.last_target, scene.said = target, sides[:1]
                yield ordered
            continue
        nots = [cue for cue in clause.cues("not") if not is_not_expected(scene, cue)]
        if len(clause.subject) == 2 and not nots and not scene.neither:
            continue
        if (ranged := spans.read(scene, clause, mark, sides, target)) is not None:
            scene.used.add(mark.start)
            yield ranged
            continue
        side = than_side(scene, clause)
        loose = scene.bound != 0 and not clause.entities() and not clause.targets() and not clause.figures()
        if loose and side is not None and not side.figures() and not side.targets() and clause.opener == ",":
            # One end of a range is compared with something that no word names.
            continue
        ended = scene.bound != 0 and not clause.targets() and side is not None and bool(side.figures())
        if side is not None and (ended or (target.kind == "range" and _is_plain_side(scene, side))):
            scene.used.add(mark.start)
            if (claim := _by_figures(scene, clause, mark, side)) is not None:
                yield claim
            continue
        if (lasting := _lasting(scene, clause, mark)) is not None:
            target = lasting
        first, second = sides
        sign = sense(scene.reader, mark.cue, target)
        fall = is_fall(clause, mark, scene, target)
        if fall:
            sign = -sign
        if is_of_the_rest(scene, clause, target):
            sign = -sign
        slightly = any(
            cue.end in (mark.start, mark.start - 1) and not _is_after_not(scene, cue)
            for cue in clause.cues("slightly")
        )
        denied = spans.is_denied(scene, clause, mark)
        if denied and scene.denies(mark.start) and than_side(scene, clause) is None:
            # "Neither earns more": not that the one named first does not.
            scene.used.add(mark.start)
            scene.last_target, scene.said = target, ()
            yield judge_similarity(
                scene.reader,
                scene.place(*words_of_comparison(scene, clause, mark)),
                first,
                second,
                target,
                False,
            )
            continue
        hardly = denied and _is_hardly(scene, clause, mark)
        if hardly:
            slightly, denied = True, False
        scene.used.add(mark.start)
        scene.last_target, scene.said = target, (first,)
        start, end = words_of_comparison(scene, clause, mark)
        place = scene.place(start, end)
        claim = judge_comparison(
            scene.reader, place, first, second, target, sign, mark.cue.domain, slightly, denied
        )
        if hardly and claim.verdict == "refuted":
            # Who is not far better paid may also be worse paid.
            against = judge_comparison(scene.reader, place, first, second, target, sign, denied=True)
            claim = against if against.verdict == "supported" else claim
        if fall and not denied:
            claim = of_a_decline(scene, claim, target)
        if claim.verdict == "refuted" and not (denied or slightly or clause.targets()):
            for other in _as_good(scene, mark, target):
                again = judge_comparison(
                    scene.reader,
                    place,
                    first,
                    second,
                    other,
                    sense(scene.reader, mark.cue, other),
                    mark.cue.domain,
                )
                if again.verdict == "supported":
                    claim = again
        before = scene.tokens[mark.start - 1].low if mark.start else ""
        is_the = before == "the" and than_side(scene, clause) is None
        yield replace(claim, kind="superlative") if is_the else claim


def _is_after_not(scene: Scene, cue: CueMark) -> bool:
    """Whether "just" goes with the "not" before it, and makes nothing small: "not just bigger but also younger"."""
    return cue.start > 0 and scene.tokens[cue.start - 1].low in ("not", "n't", "isn't", "aren't")


def _as_good(scene: Scene, mark: CueMark, target: Target) -> list[Target]:
    """The other measures of which a comparative may be as well as of the one taken: "cheaper", of either price."""
    if mark.scale is not None or mark.cue.domain not in _SEVERAL:
        return []
    return [
        other
        for other in domain_targets(scene.reader, mark.cue.domain)
        if other.kind == "measure" and other != target and not scene.reader.measures[other.name].range
    ]


_SEVERAL = frozenset(word_list("scales")["several"])


def _lasting(scene: Scene, clause: Clause, mark: CueMark) -> Target | None:
    """The time that is the shorter the faster something goes: "Mars spins faster", of the length of its day."""
    verbs = [one for one in clause.targets() if one.end <= mark.start <= one.end + 1]
    if not clause.targets() and not clause.cues("trend") and clause.opener in ("with", "and", "while", ","):
        # "Both spin in less than half a day, with Jupiter being slightly faster"
        verbs = list(scene.clauses[clause.number - 1].targets()) if clause.number else []
    if mark.cue.domain != "speed" or not verbs:
        return None
    times = [target for target in verbs[-1].targets if is_duration(scene.reader, target)]
    return times[0] if len(times) == 1 and len(verbs[-1].targets) == 1 else None


def _is_wished_for(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a comparative is what a reader may want, of nobody named: "if you want the higher salary, …"."""
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    later = [
        one.slugs
        for _, one in scene.marks()
        if isinstance(one, EntityMark) and one.start > mark.end and one.slugs
    ]
    told = bool(later) and later[0] == clause.subject
    return bool(words & _WISHING) and clause.inherited and not clause.entities() and not told


def _is_of_a_list(scene: Scene, mark: CueMark) -> bool:
    """Whether something stands first in a list, and nobody is ahead: "it leads their list", "writing leads theirs"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 4]]
    return mark.cue.binds and (bool({"list", "lists"} & set(words)) or words[:1] == ["theirs"])


def _is_to_do(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a comparative is of how something is done of which no measure tells: "quicker to fill"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    if words[:1] != ["to"] or not words[1:] or not words[1].isalpha() or words[1] in _ARTICLES:
        return False
    named = any(one.start in (mark.end, mark.end + 1) for one in clause.marks)
    return not named and mark.cue.domain in _MANNERS and not clause.targets()


_ARTICLES = frozenset({"the", "a", "an", "its", "their", "be", "have"})
_MANNERS = frozenset({"", "speed", "steep", "strength", "quality"})


def _is_of_an_item_told(scene: Scene) -> bool:
    """Whether a sentence opens with one of the items listed before it: "the first of them is the larger"."""
    words = [token.low for token in scene.tokens[:4]]
    counted = (
        words[:1] == ["the"] and words[1:2] != [] and words[1] in PLACES and words[2:4] == ["of", "them"]
    )
    return counted and scene.context.discourse.concept in scene.reader.collections


def _is_of_the_other_half(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a comparative is of the rest of one's own people: "the other half earn less", "the rest make more"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    own = any(words[at : at + 2] in (["other", "half"], ["the", "rest"]) for at in range(len(words)))
    return own and than_side(scene, clause) is None and not clause.entities()


_WISHING = frozenset({"want", "wants", "prefer", "prefers", "seek", "seeks", "value", "wish", "crave"})
_NO_SIDES = [["than", "that"], ["than", "this"], ["than", "plenty"], ["than", "enough"]]
"""Other sides that are nobody: "a bachelor's degree, and no more than that"."""


def _is_likely_to_do_else(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether somebody is likelier to be or do what the data know nothing of: "to hold an advanced degree"."""
    words = [token.low for token in scene.tokens[mark.end : clause.end] if token.low.isalpha()]
    return (
        mark.cue.domain == "frequency"
        and len(words) > 2
        and words[0] == "to"
        and not any(one.start >= mark.end for one in clause.targets())
        and not set(words) & {"so", "that", "one", "this"}
    )


def _describes(scene: Scene, mark: CueMark) -> bool:
    """Whether a comparative only says which of the two is meant: "the one with the higher pay is growing faster"."""
    if not mark.start or scene.tokens[mark.start - 1].low != "the" or len(scene.context.subjects) != 2:
        return False
    named = [one for _, one in scene.marks() if isinstance(one, EntityMark) and one.slugs]
    if named or any(isinstance(one, FigureMark) for _, one in scene.marks()):
        return False
    later = [
        one
        for _, one in scene.marks()
        if isinstance(one, CueMark) and one.cue.role == "more" and one.start > mark.start
    ]
    between = {token.low for token in scene.tokens[mark.end : later[0].start]} if later else set()
    return bool(later) and bool(between & {"is", "are", "has", "have"}) and "than" not in between


def _described(scene: Scene, mark: CueMark) -> tuple[str, str] | None:
    """The two entities, first the one that an earlier comparative of the sentence describes."""
    for clause, one in scene.marks():
        if not isinstance(one, CueMark) or one.start >= mark.start or one.cue.role != "more":
            continue
        if not _describes(scene, one):
            continue
        target = first_measure(scene.reader, comparison_target(scene, clause, one, one.end))
        first, second = scene.context.subjects
        if target is None or target.kind == "text":
            return None
        amounts = [comparable(scene.reader, slug, target) for slug in (first, second)]
        if amounts[0] is None or amounts[1] is None:
            return None
        return (
            (first, second) if (amounts[0].value - amounts[1].value) * one.cue.sign > 0 else (second, first)
        )
    return None


def _is_hardly(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a denial leaves a small difference standing: "not much bigger", "hardly older"."""
    much = next((cue for cue in clause.cues("much") if cue.end == mark.start), None)
    start = much.start if much is not None else mark.start
    before = scene.tokens[start - 1].low if start else ""
    return before in ("hardly", "scarcely") or (
        much is not None and (before == "not" or before.endswith("n't"))
    )


def _is_plain_side(scene: Scene, side: Clause) -> bool:
    """Whether the other side is a figure or a plain measure, and no range."""
    plain = any(target.kind == "measure" for mark in side.targets() for target in mark.targets)
    return bool(side.figures()) or plain


def _by_figures(scene: Scene, clause: Clause, mark: CueMark, side: Clause) -> Claim | None:
    """One end of a range against another measure, by the two figures stated.

    Example: "the top, $72,660, stays below the $81,680 …"
    """
    left = [other for _, other in scene.marks() if isinstance(other, FigureMark) and other.end <= mark.start]
    number = scene.index(side)
    right = [figure for one in scene.clauses[number : number + 2] for figure in one.figures()]
    if not left or not right or left[-1].figure.unit != right[0].figure.unit:
        return None
    one, two = left[-1].figure.value, right[0].figure.value
    true = ((one - two) * mark.cue.sign > 0) != spans.is_denied(scene, clause, mark)
    place = scene.place(mark.start, mark.end)
    return make(
        scene.reader, place, "comparison", clause.subject + side.subject, scene.last_target,
        "supported" if true else "refuted", f'says "{place.text}" of {one:,f} and {two:,f}',
        "more" if mark.cue.sign > 0 else "less",
    )  # fmt: skip


def _as_much(scene: Scene, clause: Clause, mark: CueMark) -> Claim | None:
    """ "as much as": the same; "not as much as" and "nearly as much as": less."""
    sides = sides_of(scene, clause, mark)
    side = than_side(scene, clause)
    target = first_measure(scene.reader, comparison_target(scene, clause, mark, mark.end))
    if sides is None or side is None or not side.entities() or target is None or target.kind == "text":
        return None
    if spans.speaks_of_ends(scene, (clause, side)):
        return None
    start = mark.start
    before = scene.tokens[start - 1].low if start else ""
    denied = any(cue.start < mark.start for cue in clause.cues("not"))
    nearly = before in ("nearly", "almost", "quite")
    scene.last_target = target
    place = scene.place(start - 1 if nearly else start, mark.end)
    if denied or nearly:
        return judge_comparison(scene.reader, place, *sides, target, -1, is_slight=nearly and not denied)
    # "as numerous as" leaves more room than "as many as" does
    rough = before in ("about", "roughly") or bool(mark.cue.domain) or _is_given_or_taken(scene, side)
    return judge_similarity(scene.reader, place, *sides, target, not rough)


def _is_given_or_taken(scene: Scene, side: Clause) -> bool:
    """Whether a likeness is left some room: "as much as electricians, give or take one percent"."""
    for one in scene.clauses[side.number : side.number + 3]:
        words = [token.low for token in scene.tokens[one.start : one.end]]
        for at in range(len(words)):
            if words[at : at + 3] == ["give", "or", "take"] or (one.opener == "or" and words[at] == "take"):
                scene.used.update(figure.start for figure in one.figures())
                return True
    return False


def _internal(scene: Scene, clause: Clause, mark: CueMark) -> Claim | None:
    """ "Women outnumber men in both jobs": two shares of the same people compared."""
    number = scene.index(clause)
    if number + 1 >= len(scene.clauses) or scene.clauses[number + 1].opener != "than":
        return None
    side = scene.clauses[number + 1]
    told = list(side.targets())
    if not told and number + 2 < len(scene.clauses) and scene.clauses[number + 2].opener == "who":
        # "outnumber those who stopped at a bachelor's"
        told = list(scene.clauses[number + 2].targets())
    one = _share_named(scene, list(clause.targets()))
    two = _share_named(scene, told)
    if one is None or two is None or one == two:
        return None
    subjects = (
        (side.entities() or clause.entities())[-1].slugs
        if side.entities() or clause.entities()
        else clause.subject
    )
    if not subjects:
        return None
    return judge_within(
        scene.reader,
        scene.place(clause.targets()[0].start, told[0].end),
        subjects,
        one,
        two,
        mark.cue.sign,
    )


def _share_named(scene: Scene, marks: list[TargetMark]) -> Target | None:
    for mark in marks:
        for target in mark.targets:
            if target.kind in ("measure", "item") and family(scene.reader, target) == "percent":
                return target
    return None
