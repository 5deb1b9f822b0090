"""What a comparative, a ratio or a likeness compares."""

from __future__ import annotations

from itertools import pairwise

from nlg.validator.binding.figures import target_of
from nlg.validator.binding.measures import fits, only_target, topic_targets, trend_target
from nlg.validator.binding.narrowing import narrow
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Reader, Target, domain_targets, name_of, period_of


def comparison_target(scene: Scene, clause: Clause, cue: CueMark | None, end: int) -> tuple[Target, ...]:
    """What a comparative.

    Ratio or likeness compares: the noun after it, its own meaning, a noun before, what went before.
    """
    reader = scene.reader
    share = end + 3 if cue is None and _is_as_large_a(scene, end) else end
    if (cue is not None or share > end) and (shared := _share_compared(scene, clause, share)):
        return shared
    if share > end and [token.low for token in scene.tokens[share : share + 1]] in _OF_A_SHARE:
        # "half as large a share of specialists'" is of no count, whatever was counted last
        return tuple(one for one in _carried(scene, clause) if family(reader, one) == "percent")
    if cue is not None and compares_numbers(scene, clause, cue) and (people := head_count(reader)):
        return (people,)
    if cue is not None and (taken_up := of_that(scene, cue)):
        return taken_up
    if cue is not None and cue.cue.domain == "count":
        if said := _counts_said_of(scene, clause, cue):
            return said
        people = head_count(reader)
        return (people,) if people else ()
    if cue is not None and not cue.cue.domain and cue.scale is None and entity_after(scene, clause, end):
        if _do_something(scene, clause):
            return ()
        people = head_count(reader)
        return (people,) if people else ()
    noun = scene.tokens[end].low if end < len(scene.tokens) else ""
    if (
        cue is not None
        and (noun in reader.words.nouns or noun in reader.words.counts)
        and cue.cue.domain in ("", "size")
        and not reader.words.has_copies
        and not any(isinstance(mark, EntityMark) and mark.start == end for _, mark in scene.marks())
        and (people := head_count(reader))
        and not any(mark.start == end and people not in mark.targets for mark in clause.targets())
    ):
        return (people,)
    if cue is not None and (part := of_part(reader, cue, noun)):
        return (part,)
    following = adjacent_after(scene, clause, end)
    if cue is None and following and (said := _said_to_be(scene, clause, following)):
        return said
    if following and not following.is_verb and (usable := _usable(following)):
        meant = _own_targets(reader, cue)
        common = tuple(target for target in usable if target in meant)
        if common or not meant:
            return common or usable
    if cue is not None and cue.cue.domain == "size" and (said := _said_of(scene, clause, cue)):
        return said
    if (
        cue is not None
        and cue.cue.domain == "size"
        and noun == "one"
        and (told := _of_one(scene, clause, cue))
    ):
        return told
    if cue is not None and cue.cue.domain and clause.opener == "," and len(clause.marks) < 3:
        last, number = scene.last_target, scene.index(clause)
        beside = number > 0 and scene.clauses[number - 1].figures()
        if last is not None and beside and last in domain_targets(reader, cue.cue.domain):
            return (last,)
    if cue is not None and cue.scale is None and cue.cue.domain in _SPECIFIC:
        if not domain_targets(reader, cue.cue.domain):
            # "It's cheaper to start" where nothing has a price
            return ()
    if cue is not None and cue.scale is not None:
        narrowed = narrow(scene, clause, cue.scale.targets)
        if narrowed:
            return narrowed
    if (
        cue is not None
        and cue.cue.domain
        and cue.cue.domain not in ("steep", "frequency", "strength", "quality")
    ):
        found = domain_targets(reader, cue.cue.domain)
        found = tuple(target for target in found if target.kind == "measure") or found
        narrowed = narrow(scene, clause, found)
        if narrowed:
            return narrowed
    if cue is not None and cue.cue.domain in ("steep", "strength") and clause.cues("trend"):
        if (change := trend_target(reader)) is not None:
            return (change,)
    if cue is not None and cue.cue.binds and (named := _in_what(scene, clause)):
        return named
    start = cue.start if cue is not None else end
    before = [other for other in reversed(clause.marks) if other.end <= start]
    for other in (*before, *(other for other in clause.marks if other.start >= end)):
        if found := _of_mark(reader, other):
            apart = cue is not None and cue.cue.domain in _NARROW and not _may_mean(scene, cue, found)
            return () if apart else found
    if cue is not None and (found := _of_figure(scene, clause, cue)):
        return found
    found = _carried(scene, clause)
    return found if cue is None or _may_mean(scene, cue, found) else ()


def _do_something(scene: Scene, clause: Clause) -> bool:
    """Whether more of the one than of the other do what is told behind: "more plumbers than electricians left …"."""
    side = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    if side is None or side.opener != "than" or len(side.entities()) != 1 or side.figures():
        return False
    told = [mark for mark in side.targets() if mark.start >= side.entities()[0].end and not mark.is_weak]
    return any(target.kind in ("item", "text") for mark in told for target in mark.targets)


_OF_A_SHARE = (["share"], ["proportion"], ["percentage"], ["portion"], ["part"])


def _is_as_large_a(scene: Scene, end: int) -> bool:
    """Whether a multiple is of a part that is named behind it: "three times as large a share of helium"."""
    words = [token.low for token in scene.tokens[end : end + 3]]
    return len(words) == 3 and words[0] == "as" and words[2] in ("a", "an")


_SPECIFIC = frozenset({"price", "temperature", "economy", "space", "sales"})
"""Scales that tell by themselves what is compared, so that nothing else is."""


def _may_mean(scene: Scene, cue: CueMark, found: tuple[Target, ...]) -> bool:
    """Whether a comparative can be of measures that only the words around it name: "longer" of a time, and no age."""
    reader = scene.reader
    if cue.cue.domain in ("steep", "strength"):
        # "the stronger one", "harder to please": of a change or of nothing that was told.
        return any(family(reader, target) == "change" for target in found)
    if cue.cue.domain == "frequency":
        # "more common" may be of jobs; "people leave them more often" is of no number, growth or pay.
        numbers = () if scene.tokens[cue.end - 1].low == "often" else ("count",)
        return any(
            target.kind == "text" or family(reader, target) in ("percent", *numbers) for target in found
        )
    if cue.cue.domain != "time":
        return True
    ages = domain_targets(reader, "age")
    return any(
        # "a doctorate takes longer" names one value, and is of nobody.
        (target.kind == "text" and not target.item)
        or (target.kind in ("measure", "range") and family(reader, target) == "time" and target not in ages)
        for target in found
    )


_NARROW = frozenset({"time", "frequency"})
"""Scales on which no measure of another family lies, even where the clause names it."""


def _of_figure(scene: Scene, clause: Clause, cue: CueMark) -> tuple[Target, ...]:
    """The measure of which a clause has already given the value that it compares: "its 420 hp is a third more"."""
    figures = [one for one in clause.figures() if one.end <= cue.start and one.units]
    target = only_target(scene.reader, figures[-1]) if figures else None
    return (target,) if target is not None else ()


def _carried(scene: Scene, clause: Clause) -> tuple[Target, ...]:
    """The measures that the sentence, the heading or the sentence before speaks of."""
    reader = scene.reader
    number = scene.index(clause)
    known = scene.last_target
    if known is not None and number and known.kind != "collection":
        return (known,)
    for earlier in reversed(scene.clauses[:number]):
        for other in reversed(earlier.marks):
            if found := _of_mark(reader, other):
                return found
    for later in scene.clauses[number + 1 : number + 3]:
        for other in later.marks:
            if found := _of_mark(reader, other):
                return found
    if scene.last_target is not None:
        return (scene.last_target,)
    for topic in (scene.context.topic, scene.context.discourse.concept):
        if found := topic_targets(reader, topic):
            return tuple(target for target in found if not _is_belied(scene, clause, target))
    return ()


def _is_belied(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a figure before a clause is read as nothing and cannot be a measure's: "takes 18.4, twice as many"."""
    unread = [
        mark
        for one in scene.clauses[: clause.number]
        for mark in one.figures()
        if mark.start not in scene.used and not mark.figure.in_words and not mark.units
    ]
    return any(
        mark.figure.unit in ("plain", "percent") and not fits(scene.reader, target, mark) for mark in unread
    )


def compares_numbers(scene: Scene, clause: Clause, cue: CueMark) -> bool:
    """Whether a bare comparative is of how many there are of whom it is said: "there are fewer of them"."""
    tokens = scene.tokens
    if cue.end != cue.start + 1 or tokens[cue.start].low not in ("more", "fewer") or clause.figures():
        return False
    after = [token.low for token in tokens[cue.end : cue.end + 2]]
    before = [token.low for token in tokens[clause.start : cue.start]]
    there = any(before[at : at + 2] in (["there", "are"], ["there", "'s"]) for at in range(len(before)))
    if after in (["of", "them"], ["of", "those"], ["of", "these"]):
        return there
    if tokens[cue.start].low != "fewer" or (after and after[0].isalpha() and after[0] not in _GOING_ON):
        return False
    known = scene.last_target
    return not (known is not None and family(scene.reader, known) == "count") and (
        before[-1:] in (["are"], ["also"], ["and"], ["is"]) or not before
    )


_GOING_ON = frozenset({"and", "but", "than", "or", "in"})


def of_part(reader: Reader, cue: CueMark, noun: str) -> Target | None:
    """The measure on a comparative's scale that is of the part behind it: "smaller battery", of its capacity."""
    found = [
        target
        for target in domain_targets(reader, cue.cue.domain)
        if target.kind == "measure" and noun in name_of(reader.measures[target.name]).split()[:-1]
    ]
    return found[0] if len(found) == 1 else None


def of_sum(scene: Scene, clause: Clause, start: int) -> Target | None:
    """What the sum before a token measures: "the nurse's $93,600 is half as much again as the LPN's"."""
    before = [one for one in clause.figures() if one.end <= start and one.figure.unit == "money"]
    return target_of(scene, clause, before[-1]) if before and before[-1].figure.high is None else None


def _own_targets(reader: Reader, cue: CueMark | None) -> tuple[Target, ...]:
    """What a comparative measures by itself: "younger" is of age whatever noun follows."""
    if cue is None:
        return ()
    own = cue.scale.targets if cue.scale is not None else ()
    if cue.cue.domain in ("age", "temperature", "mass", "height", "density", "price"):
        own = own + domain_targets(reader, cue.cue.domain)
    return own


def _share_compared(scene: Scene, clause: Clause, end: int) -> tuple[Target, ...]:
    """What "a smaller share of administrators … are women" compares: the people named further on."""
    noun = scene.tokens[end].low if end < len(scene.tokens) else ""
    if noun not in _PARTS_OF_A_WHOLE:
        return ()
    number = scene.index(clause)
    behind = [mark for mark in reversed(clause.targets()) if mark.end <= end]
    ahead = [mark for one in scene.clauses[number : number + 3] for mark in one.targets() if mark.start > end]
    for mark in (*ahead, *behind):
        found = tuple(
            t for t in mark.targets if t.kind in ("measure", "item") and family(scene.reader, t) == "percent"
        )
        if found:
            return found
    return ()


_PARTS_OF_A_WHOLE = frozenset({"share", "proportion", "percentage", "fraction", "majority", "minority"})
"""What may be larger or smaller, and is of the people named beside it: "a smaller majority among nurses"."""


def _said_of(scene: Scene, clause: Clause, cue: CueMark) -> tuple[Target, ...]:
    """The measure that is itself called larger or smaller: "the number of moons is far larger for Saturn"."""
    return _subject_measure(scene, clause, cue.start)


def of_that(scene: Scene, cue: CueMark) -> tuple[Target, ...]:
    """The item of which there is more or less of it: "The rest is methane. There is more of that on Neptune"."""
    after = [token.low for token in scene.tokens[cue.end : cue.end + 2]]
    if scene.tokens[cue.start].low not in ("more", "less") or after not in (["of", "that"], ["of", "it"]):
        return ()
    known = scene.context.discourse.target
    told = [
        target
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark) and mark.end <= cue.start
        for target in mark.targets
        if target.kind == "item"
    ]
    told = told or ([known] if known is not None and known.kind == "item" else [])
    return tuple(told[-1:])


def _counts_said_of(scene: Scene, clause: Clause, cue: CueMark) -> tuple[Target, ...]:
    """The count that is itself called more or less numerous: "openings are scarcer for pilots"."""
    said = _subject_measure(scene, clause, cue.start)
    return tuple(target for target in said if family(scene.reader, target) == "count")


def _of_one(scene: Scene, clause: Clause, cue: CueMark) -> tuple[Target, ...]:
    """What "one" takes up of the clause before: "Women are the majority in each, and a bigger one in therapy"."""
    before = scene.tokens[cue.start - 1].low if cue.start else ""
    if before not in ("a", "an", "even", "slightly", "far", "much") or not clause.number:
        return ()
    return _carried(scene, clause)


def _said_to_be(scene: Scene, clause: Clause, degree: TargetMark) -> tuple[Target, ...]:
    """The measure that is itself said to be so many times "as large": "a lawyer's paycheck is twice as big"."""
    words = [token.low for token in scene.tokens[degree.start : degree.end]]
    return _subject_measure(scene, clause, degree.start) if words in (["as", "large"], ["as", "big"]) else ()


def _subject_measure(scene: Scene, clause: Clause, end: int) -> tuple[Target, ...]:
    """The measure that a clause says something of: what is named before its "is"."""
    before = [mark for mark in clause.marks if mark.end <= end]
    named = [mark for mark in before if isinstance(mark, TargetMark) and not mark.is_weak]
    if not named or not {"is", "are"} & {token.low for token in scene.tokens[named[-1].end : end]}:
        return ()
    return tuple(target for target in named[-1].targets if target.kind in ("measure", "range"))


def _in_what(scene: Scene, clause: Clause) -> tuple[Target, ...]:
    """The measure named behind the other side of a verb of comparison: "are ahead of analysts in pay"."""
    number = scene.index(clause)
    for side in scene.clauses[number + 1 : number + 2]:
        for one, two in pairwise(side.marks):
            between = [token.low for token in scene.tokens[one.end : two.start]]
            named = isinstance(one, EntityMark) and isinstance(two, TargetMark)
            if named and between and between[0] in ("in", "on", "by", "for") and len(between) < 4:
                return _of_mark(scene.reader, two)
    return ()


def _usable(mark: TargetMark) -> tuple[Target, ...]:
    return tuple(target for target in mark.targets if target.kind in ("measure", "range", "item", "text"))


def _of_mark(reader: Reader, mark: Mark) -> tuple[Target, ...]:
    if isinstance(mark, TargetMark) and not mark.is_weak:
        return _usable(mark)
    if isinstance(mark, CueMark) and mark.cue.role == "trend":
        found = trend_target(reader)
        return (found,) if found else ()
    return ()


def first_measure(reader: Reader, targets: tuple[Target, ...], period: str = "year") -> Target | None:
    """The one to compare: of pay, the one for that time; a measure before a range."""
    if not targets:
        return None
    measures = [target for target in targets if target.kind == "measure"]
    for wanted in (period, "year"):
        for target in measures:
            if period_of(reader.measures[target.name]) == wanted:
                return target
    shares = [target for target in targets if target.kind != "text"]
    return (measures or shares or list(targets))[0]


def known_measure(
    reader: Reader, targets: tuple[Target, ...], sides: tuple[str, str], period: str = "year"
) -> Target | None:
    """The measure to compare, or one for another time that the data hold for both sides."""
    first = first_measure(reader, targets, period)
    if first is None or first.kind != "measure" or reader.families[first.name] != "money":
        return first
    for target in (first, *targets):
        if target.kind == "measure" and all(amount_of(reader, side, target) for side in sides):
            return target
    return first


def paid_period(scene: Scene) -> str:
    """The time for which a sentence states pay: "32% more: $24.10 an hour, …" compares by the hour."""
    periods = {figure.figure.period for clause in scene.clauses for figure in clause.figures()} - {""}
    return next(iter(periods)) if len(periods) == 1 else "year"
