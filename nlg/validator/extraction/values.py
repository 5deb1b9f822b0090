"""Plain values, ranges, bounds and shares: "an average salary of $34,252", "from $27,000 to $41,000", "31% hold a bachelor's degree"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding import Scene, adjacent_after, subject_of, target_of
from nlg.validator.claim import Claim, Kind
from nlg.validator.clauses import Clause
from nlg.validator.extraction.nonclaims import is_no_claim
from nlg.validator.judgement import family, judge_bound, judge_figure, judge_range
from nlg.validator.lexis.figures import Figure
from nlg.validator.marks import CueMark, EntityMark, FigureMark
from nlg.validator.resolution import Target

_LOW = frozenset({"lowest", "bottom", "low", "minimum", "least", "floor", "10th", "starting", "start", "entry", "tenth",
                  "bottom-end", "lower"})  # fmt: skip
_HIGH = frozenset(
    {"highest", "top", "high", "maximum", "ceiling", "90th", "best", "upper", "peak", "most", "cap"}
)


def read(scene: Scene) -> Iterator[Claim]:
    """The values of a sentence, each bound to its entity and measure."""
    shares_out = distribute(scene)
    for clause, mark in scene.marks():
        if not isinstance(mark, FigureMark) or mark.start in scene.used:
            continue
        if is_no_claim(scene, clause, mark):
            scene.used.add(mark.start)
            continue
        subjects = shares_out.get(mark.start) or subject_of(scene, clause, mark)
        target = target_of(scene, clause, mark)
        if target is None or not subjects:
            continue
        scene.used.add(mark.start)
        scene.last_target = target
        scene.said = subjects
        yield _judge(scene, clause, mark, subjects, target)


def _judge(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target
) -> Claim:
    reader = scene.reader
    figure = mark.figure
    place = scene.place(*_words(scene, clause, mark))
    if target.kind == "range" and figure.high is not None:
        return judge_range(reader, place, subjects, target, figure)
    if target.kind == "measure" and figure.high is not None and figure.unit == "money":
        found = _range_beside(scene, target)
        if found is not None:
            return judge_range(reader, place, subjects, found, figure)
    if target.kind == "range":
        return judge_bound(reader, place, subjects, target, figure, _is_high(scene, clause, mark))
    if target.kind == "measure" and figure.hedge.startswith("limit"):
        found = _range_beside(scene, target)
        if found is not None:
            return judge_bound(reader, place, subjects, found, figure, figure.hedge == "limit_high")
    kind: Kind = "value"
    if target.kind == "item" or figure.unit == "fraction":
        kind = "share"
    if family(reader, target) == "change" and not figure.signed:
        sign = trend_sign(scene, clause, mark)
        if sign:
            kind = "trend"
            return judge_figure(reader, place, subjects, target, _signed(figure, sign), kind)
    tail = _bound_words(scene, clause, mark)
    if tail and target.kind == "measure" and (found := _range_beside(scene, target)):
        return judge_bound(reader, place, subjects, found, figure, tail > 0)
    return judge_figure(reader, place, subjects, target, figure, kind)


def _signed(figure: Figure, sign: int) -> Figure:
    """The figure of a fall as a negative number; its hedge turns round, since a nearly 8% fall is above −8."""
    if sign > 0:
        return figure
    turned = {
        "under": "over",
        "over": "under",
        "more": "less",
        "less": "more",
        "at_least": "at_most",
        "at_most": "at_least",
    }
    return replace(figure, value=-figure.value, hedge=turned.get(figure.hedge, figure.hedge))  # type: ignore[arg-type]


def _words(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[int, int]:
    """The claim's own words: the figure with the noun beside it."""
    following = adjacent_after(scene, clause, mark.end, 2)
    end = following.end if following is not None and not following.is_verb else mark.end
    start = mark.start
    for other in reversed(clause.marks):
        if (
            other.end <= mark.start
            and not isinstance(other, EntityMark | FigureMark)
            and mark.start - other.end <= 3
        ):
            words = {token.low for token in scene.tokens[other.end : mark.start]}
            if words <= {"of", "is", "by", "at", "a", "an", "the", "are", "was", "about", "to"}:
                start = other.start
        break
    return start, end


def _range_beside(scene: Scene, target: Target) -> Target | None:
    """The range whose ends are in the same unit as a measure: the salary range beside the salary."""
    reader = scene.reader
    unit = reader.measures[target.name].unit
    found = [name for name, (low, _) in reader.ranges.items() if reader.measures[low].unit == unit]
    return Target("range", found[0]) if len(found) == 1 else None


def _is_high(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    if mark.figure.hedge in ("limit_high", "at_most", "less"):
        return True
    if mark.figure.hedge == "limit_low":
        return False
    return _bound_words(scene, clause, mark) >= 0


def _bound_words(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 when the words beside a figure make it the upper or the lower end of a range, else 0."""
    tokens = scene.tokens
    if not any(name for name in scene.reader.ranges):
        return 0
    window = [token.low for token in tokens[max(clause.start, mark.start - 8) : mark.start]]
    window += [token.low for token in tokens[mark.end : mark.end + 5]]
    joined = " ".join(window)
    for phrase, sign in _PHRASES:
        if phrase in joined:
            return sign
    return 0


_PHRASES = (
    ("best - paid tenth", 1), ("best paid tenth", 1), ("top tenth", 1), ("top 10", 1), ("90th percentile", 1),
    ("top earners", 1), ("top end", 1), ("upper end", 1), ("high end", 1), ("highest - paid tenth", 1),
    ("highest earners", 1), ("best - paid", 1), ("at the top", 1), ("ceiling", 1), ("top of the range", 1),
    ("highest - paid", 1), ("top out", 1), ("tops out", 1), ("maximum", 1), ("top - paid", 1), ("top decile", 1),
    ("lowest - paid tenth", -1), ("bottom tenth", -1), ("bottom 10", -1), ("10th percentile", -1), ("lowest earners", -1),
    ("low end", -1), ("bottom end", -1), ("lower end", -1), ("lowest - paid", -1), ("at the bottom", -1),
    ("floor", -1), ("bottom of the range", -1), ("minimum", -1), ("worst - paid", -1), ("bottom decile", -1),
    ("start at", -1), ("starts at", -1), ("starting pay", -1), ("starting salary", -1),
)  # fmt: skip


def trend_sign(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """The direction of the trend word that governs a figure: the nearest in the clause, else the last before it."""
    cues = [cue for cue in clause.cues("trend") if cue.cue.sign]
    if cues:
        nearest = min(cues, key=lambda cue: (abs(cue.start - mark.start), cue.start))
        return nearest.cue.sign
    following = adjacent_after(scene, clause, mark.end)
    if following is not None:
        return 0
    before_here = [target for target in clause.targets() if target.end <= mark.start]
    if any(family(scene.reader, target) == "change" for mark_ in before_here for target in mark_.targets):
        return 0
    number = scene.index(clause)
    for earlier in reversed(scene.clauses[:number]):
        cues = earlier.cues("trend")
        if cues:
            return cues[-1].cue.sign
        if earlier.opener == ";":
            break
    return 0


def distribute(scene: Scene) -> dict[int, tuple[str, ...]]:
    """Figures given out in order to entities named together: "A and B earn $34,252 and $34,157, respectively"."""
    given: dict[int, tuple[str, ...]] = {}
    sequence = [mark for _, mark in scene.marks() if isinstance(mark, FigureMark | EntityMark | CueMark)]
    respectively = any(isinstance(mark, CueMark) and mark.cue.role == "respectively" for mark in sequence)
    plain = [mark for mark in sequence if isinstance(mark, FigureMark | EntityMark)]
    plain = [mark for mark in plain if not (isinstance(mark, FigureMark) and mark.start in scene.used)]
    for index, mark in enumerate(plain):
        if not isinstance(mark, EntityMark) or len(mark.slugs) != 2 or mark.reference in ("neither",):
            continue
        after: list[FigureMark] = []
        for other in plain[index + 1 :]:
            if not isinstance(other, FigureMark):
                break
            after.append(other)
        if not after and respectively:
            before: list[FigureMark] = []
            for other in reversed(plain[:index]):
                if not isinstance(other, FigureMark):
                    break
                before.insert(0, other)
            after = before
        for start in range(0, len(after) - 1, 2):
            pair = after[start : start + 2]
            same = pair[0].figure.unit == pair[1].figure.unit and (pair[0].figure.high is None) == (
                pair[1].figure.high is None
            )
            if same and (respectively or _side_by_side(scene, pair)):
                given[pair[0].start] = (mark.slugs[0],)
                given[pair[1].start] = (mark.slugs[1],)
    return given


def _side_by_side(scene: Scene, pair: list[FigureMark]) -> bool:
    between = [token.low for token in scene.tokens[pair[0].end : pair[1].start]]
    return (
        len(between) <= 3
        and set(between)
        <= {"and", "versus", "vs", ".", "against", "compared", "with", "to", "/", ",", "-", "–"}
        and bool(between)
    )
