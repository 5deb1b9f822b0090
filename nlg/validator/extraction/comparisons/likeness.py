"""Sameness and similarity: "earn about the same", "identical hourly rates", "the two are level on age"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.binding.comparands import comparison_target, first_measure
from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.extraction.comparisons.equations import gives_a_figure
from nlg.validator.extraction.comparisons.exactness import is_loosened, is_utmost
from nlg.validator.extraction.comparisons.no_likeness import is_no_likeness
from nlg.validator.extraction.comparisons.paired import pair_of
from nlg.validator.extraction.ranges.limits import end_at
from nlg.validator.judgement.comparisons import judge_similarity
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.lexis.figure import Figure
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target, domain_targets

_OF_LEVELS = frozenset({"every", "any", "each", "this", "that", "'s", "the", "entry", "-", "which", "what"})
"""Before "level" where it is a noun: "wins at every level"."""
_SAME_OTHERS = frozenset(
    {
        "time",
        "way",
        "reason",
        "thing",
        "page",
        "goal",
        "kind",
        "team",
        "day",
        "building",
        "place",
        "story",
        "picture",
        "pattern",
        "tale",
        "question",
        "direction",
        "road",
        "boat",
        "tune",
    }
)


_LIGHT = frozenset(
    "amount number level for on in at as across when average median mean typical annual yearly hourly"
    " overall about to regardless whether with projected basic pace rate speed share clip percentage by"
    " here there too almost but and or of enough now today nationwide nationally throughout everywhere either".split()
)
_BEFORE_NOUNS = frozenset({"same", "similar", "comparable"})
"""Last words of a likeness that is of the noun behind it: "draw on much the same abilities"."""


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The likenesses of a clause."""
    yield from _as_many(scene, clause)
    yield from _as_likely(scene, clause)
    for mark in clause.marks:
        if not isinstance(mark, CueMark) or mark.start in scene.used:
            continue
        strict = mark.cue.role == "same" and not is_loosened(scene, mark)
        if mark.cue.role not in ("same", "similar", "different"):
            continue
        after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
        before = scene.tokens[mark.start - 1].low if mark.start else ""
        if (
            after in _SAME_OTHERS
            or (scene.tokens[mark.end - 1].low == "close" and after in ("to", "by"))
            or (after == "more" and mark.cue.role == "similar")
            or before in ("to", "how")
            or is_no_likeness(scene, clause, mark)
            or (scene.tokens[mark.end - 1].low == "level" and before in _OF_LEVELS)
            or (after == "," and scene.tokens[mark.start].low == "similarly")
            or _is_of_several(scene, clause, mark)
            or gives_a_figure(scene, clause, mark)
            or (_is_of_pace(scene, mark) and not _is_of_them(scene, clause, mark))
        ):
            continue
        if scene.tokens[mark.start].low == "level" and before in (
            "stay",
            "stays",
            "remain",
            "remains",
            "hold",
            "holds",
            "staying",
            "stayed",
        ):
            yield from _level(scene, clause, mark)
            continue
        if (
            (strict or scene.tokens[mark.end - 1].low in _BEFORE_NOUNS)
            and after.isalpha()
            and after not in _LIGHT
            and not (not strict and domain_targets(scene.reader, _ADJECTIVES.get(after, after)))
            and not any(one.start == mark.end for one in clause.marks)
        ):
            continue
        if not _names_a_measure(scene, after) and not _is_of_pace(scene, mark):
            continue
        pair = pair_of(scene, clause)
        targets = _targets(scene, clause, mark)
        if pair is None or not targets:
            continue
        negated = any(cue.end <= mark.start and mark.start - cue.end < 4 for cue in clause.cues("not"))
        denied = mark.cue.role == "different" or (negated and not is_utmost(scene, mark))
        if mark.cue.role == "different" and (clause.cues("not") or not _explicit(scene, clause, mark)):
            continue
        scene.used.add(mark.start)
        if targets[0].kind == "collection":
            # What is the same is listed, and the list has been read.
            continue
        for target in targets:
            scene.last_target = target
            step = _printed_step(scene)
            loosely = (
                strict and not step and not denied and target.kind == "measure" and mark.cue.role == "same"
            )
            step = _nearly(scene, pair, target) if loosely else step
            start, end = _words(scene, clause, mark)
            yield judge_similarity(
                scene.reader,
                scene.place(start, end),
                *pair,
                target,
                strict or mark.cue.role == "different",
                denied,
                step,
            )


def _is_of_several(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether the same things are meant, and not a like value of them: "asked me about the same two jobs"."""
    counts = [one for one in clause.figures() if one.start == mark.end and one.figure.unit == "plain"]
    said = [token.low for token in scene.tokens[mark.start : mark.end]]
    return bool(counts) and said[-1:] == ["same"] and 1 < counts[0].figure.value <= 10


def _is_of_pace(scene: Scene, mark: CueMark) -> bool:
    """Whether a likeness is of how things grow: "keep pace with", "in step with"."""
    return bool({"pace", "step", "lockstep"} & {token.low for token in scene.tokens[mark.start : mark.end]})


def _is_of_them(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether one keeps pace with the other, and not with prices or the rest: "will keep pace with it"."""
    behind = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    named = any(one.start <= mark.end + 1 and one.start >= mark.end for one in clause.entities())
    closed = len(clause.subject) == 2 and (not behind or not behind[0].isalpha())
    return named or closed or behind in (["each", "other"], ["one", "another"])


def _as_likely(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """That the share of the last clause is the other's too: "…, and barbers are just as likely to"."""
    target = scene.last_target
    for mark in clause.cues("same"):
        after = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
        closed = after[1:2] == ["to"] and (len(after) < 3 or not after[2].isalpha() or after[2] in _DOING)
        if after[:1] != ["likely"] or not (closed or len(after) == 1 or not after[1].isalpha()):
            continue
        other = scene.other(clause.subject)
        if mark.start in scene.used or target is None or not other or not clause.entities():
            continue
        if target.kind in ("text", "collection") or family(scene.reader, target) != "percent":
            continue
        scene.used.add(mark.start)
        denied = any(cue.end <= mark.start for cue in clause.cues("not"))
        place = scene.place(clause.entities()[0].start, mark.end + 1)
        yield judge_similarity(scene.reader, place, clause.subject[0], other, target, False, denied)


_DOING = frozenset({"do", "be", "have"})


_DEGREES = frozenset(
    {"many", "much", "common", "likely", "old", "large", "big", "fast", "high", "long", "heavy"}
)


def _as_many(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "About as many jobs for nurses as for welders": the same, or nearly, on the measure named."""
    if "target" not in clause.kinds or "figure" in clause.kinds:
        return
    number = scene.index(clause)
    side = [
        one for one in scene.clauses[number + 1 : number + 2] if one.opener == "than" and not one.figures()
    ]
    named = [entity for one in (clause, *side) for entity in one.entities()]
    singles = [entity for entity in named if len(entity.slugs) == 1]
    if len(singles) != 2 or singles[0].slugs == singles[1].slugs or clause.figures() or clause.cues("ratio"):
        return
    one, two = singles
    between = [token.low for token in scene.tokens[one.end : two.start]]
    words = [token.low for token in scene.tokens[clause.start : one.start]]
    at = next((at for at in range(len(words) - 1) if words[at] == "as" and words[at + 1] in _DEGREES), -1)
    measures = [target for mark in clause.targets() for target in mark.targets if target.kind == "measure"]
    target = first_measure(scene.reader, tuple(measures))
    if at < 0 or between[:1] != ["as"] or len(between) > 2 or target is None:
        return
    start = clause.start + at
    hedged = at > 0 and words[at - 1] in ("about", "roughly", "nearly", "almost", "around")
    denied = bool(clause.cues("not"))
    if denied and not hedged:
        # "not as many" says that there are fewer.
        return
    scene.last_target = target
    place = scene.place(start - hedged, two.end)
    yield judge_similarity(scene.reader, place, one.slugs[0], two.slugs[0], target, not hedged, denied)


_ADJECTIVES = {
    "old": "age", "young": "age", "large": "size", "big": "size", "small": "size", "heavy": "mass", "massive": "mass",
    "hot": "temperature", "cold": "temperature", "dense": "density", "numerous": "size",
}  # fmt: skip
"""What two things are equally, and the measures that it speaks of."""


def _level(scene: Scene, clause: Clause, mark: CueMark) -> Iterator[Claim]:
    """That employment stays level: a change of nothing."""
    target = trend_target(scene.reader)
    if target is None or not clause.subject:
        return
    scene.used.add(mark.start)
    scene.last_target = target
    nothing = Figure(mark.start, mark.end, Decimal(0), unit="percent")
    yield judge_figure(
        scene.reader, scene.place(mark.start, mark.end), clause.subject, target, nothing, "trend"
    )


def _names_a_measure(scene: Scene, after: str) -> bool:
    """Whether the sentence or the heading says what is alike, so that "do the same" claims nothing."""
    if scene.context.topic or scene.last_target is not None:
        return True
    if after in _ADJECTIVES or (after in ("rate", "pace", "size", "age") and len(scene.tokens) < 16):
        return True
    return any(isinstance(mark, TargetMark) and mark.targets for _, mark in scene.marks())


def _words(scene: Scene, clause: Clause, mark: CueMark) -> tuple[int, int]:
    start, end = mark.start, mark.end
    for target in clause.targets():
        if target.start == end:
            end = target.end
        if target.end == start:
            start = target.start
    return start, end


def _explicit(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    plural = any(
        target.end <= mark.start
        and scene.tokens[target.start].low.endswith("s")
        and any(one.kind == "text" for one in target.targets)
        for target in clause.targets()
    )
    # "The industries that pay best differ" is said of both.
    return (plural and not clause.entities()) or _is_explicit(clause, mark)


def _is_explicit(clause: Clause, mark: CueMark) -> bool:
    return any(
        target.end <= mark.start or target.start - mark.end < 3 for target in clause.targets()
    ) and bool(clause.entities())


def _targets(scene: Scene, clause: Clause, mark: CueMark) -> tuple[Target, ...]:
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    trend = trend_target(scene.reader)
    if trend is not None and _is_of_pace(scene, mark):
        return (trend,)
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    changing = bool(
        words & {"change", "changing", "grow", "growing", "shrink", "shrinking", "rise", "fall", "expand"}
    )
    if trend is not None and (
        after in ("pace", "rate", "speed", "clip")
        or (changing and (after in ("share", "percentage") or _is_percent(clause, mark.end)))
    ):
        return (trend,)
    domain = _ADJECTIVES.get(after, after)
    meant = tuple(t for t in domain_targets(scene.reader, domain) if t.kind == "measure")
    found = meant if len(meant) == 1 else comparison_target(scene, clause, mark, mark.end)
    if not found:
        return ()
    if not _is_told_of_words(clause, mark) and (end := _end_spoken_of(scene, clause, mark)) is not None:
        return (end,)
    texts = [target for target in found if target.kind == "text" and not target.item]
    if texts and len(texts) == len(found):
        return (texts[0],)
    first = first_measure(scene.reader, tuple(target for target in found if target.kind != "text"))
    if first is None or first.kind in ("item", "collection"):
        return ()
    targets = [first]
    for other in clause.targets():
        if other.start >= mark.end and other.targets != found:
            more = first_measure(
                scene.reader, tuple(t for t in other.targets if t.kind in ("measure", "range"))
            )
            between = {token.low for token in scene.tokens[mark.end : other.start]}
            if more is not None and more not in targets and "and" in between and len(between) < 6:
                targets.append(more)
    return tuple(targets)


def _is_percent(clause: Clause, start: int) -> bool:
    """Whether a percentage begins at a token: "change by the same 0%"."""
    return any(figure.start == start and figure.figure.unit == "percent" for figure in clause.figures())


def _nearly(scene: Scene, pair: tuple[str, str], target: Target) -> Decimal:
    """What two sums of money may differ by that are called the same where no figure is printed: a hundredth."""
    amounts = [amount_of(scene.reader, slug, target) for slug in pair]
    known = [abs(amount.value) for amount in amounts if amount is not None]
    money = family(scene.reader, target) == "money"
    return max(known) / 100 if known and money else Decimal(0)


def _is_told_of_words(clause: Clause, mark: CueMark) -> bool:
    """Whether what is alike is told in words and has no ends: "the training asked of newcomers is the same"."""
    before = [one for one in clause.targets() if one.end <= mark.start and not one.is_weak]
    return bool(before) and all(target.kind == "text" for one in before for target in one.targets)


def _end_spoken_of(scene: Scene, clause: Clause, mark: CueMark) -> Target | None:
    """The end of the one range in money that is alike: "starting pay hardly differs"."""
    reader = scene.reader
    names = [name for name, (low, _) in reader.ranges.items() if reader.families[low] == "money"]
    start = clause.start
    if clause.opener == "," and clause.number and not scene.clauses[clause.number - 1].marks:
        # "At the bottom end, both are paid the same"
        start = scene.clauses[clause.number - 1].start
    for index in range(start, mark.start):
        if len(names) == 1 and (found := end_at(scene, clause, index)):
            return Target("measure", reader.ranges[names[0]][1 if found > 0 else 0])
    return None


def _printed_step(scene: Scene) -> Decimal:
    """The precision of the figures beside a likeness; none when the sentence prints none."""
    steps = [
        mark.figure.step
        for _, mark in scene.marks()
        if isinstance(mark, FigureMark) and mark.figure.unit != "times"
    ]
    return max(steps) if steps else Decimal(0)
