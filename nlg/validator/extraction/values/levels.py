"""Plain values, ranges, bounds and shares.

Example: "an average salary of $34,252", "from $27,000 to $41,000", "31% hold a bachelor's degree"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.descriptions import described_behind
from nlg.validator.binding.figures import subject_of, target_of, use_item
from nlg.validator.binding.measures import fits
from nlg.validator.binding.narrowing import with_period
from nlg.validator.binding.units_told import like_the_last
from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.changes.directions import trend_sign, trend_start, turned
from nlg.validator.extraction.figures.distribution import distribute
from nlg.validator.extraction.figures.rereading import (
    exact_gap,
    has_predicate,
    owner_is_open,
    reread,
    unnamed,
)
from nlg.validator.extraction.figures.yearly_counts import by_the_year, coming_up, in_a_year
from nlg.validator.extraction.nonclaims.idle_figures import is_duty, is_no_claim
from nlg.validator.extraction.nonclaims.openings import has_own_subject
from nlg.validator.extraction.nonclaims.speakers import is_of_kin, is_of_speakers
from nlg.validator.extraction.ranges.bounds import (
    bound_kind,
    is_high,
    is_typical,
    is_width,
    plain_beside,
    range_beside,
)
from nlg.validator.extraction.ranges.limits import limit_of, limits_given, pairs_of
from nlg.validator.extraction.ranges.parts import judge_part
from nlg.validator.extraction.ratios.multiples import is_for_every
from nlg.validator.judgement.figures import judge_bound, judge_figure, judge_range, judge_width
from nlg.validator.judgement.listings import denied_of
from nlg.validator.judgement.verdicts import Place, family, unparsed
from nlg.validator.lexis.tails import OTHER
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, is_projected_change, said_too
from nlg.validator.vocabulary.resolution import Target


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The values of a clause, each bound to its entity and measure."""
    if scene.given is None:
        scene.given = distribute(scene)
    for mark in clause.marks:
        if not isinstance(mark, FigureMark) or mark.start in scene.used:
            continue
        if is_no_claim(scene, clause, mark):
            scene.used.add(mark.start)
            continue
        if told := described_behind(scene, clause, mark):
            scene.given[mark.start] = told
        subjects = (
            scene.given.get(mark.start) or _of_both_ends(scene, mark) or subject_of(scene, clause, mark)
        )
        mark = with_period(scene, clause, mark)
        mark = like_the_last(scene, clause, mark)
        target = _like_its_other(scene, clause, mark) or target_of(scene, clause, mark)
        target = by_the_year(scene, clause, mark, target) if target else coming_up(scene, clause, mark)
        if target is not None:
            mark = in_a_year(scene, clause, mark, target)
        if target is None and subjects and not scene.advisory:
            reading = unnamed(scene, mark, subjects, scene.place(mark.start, mark.end))
            if reading is not None:
                scene.used.add(mark.start)
                scene.last_target, scene.said = reading.target, subjects
                yield reading.claim
        if target is None or not subjects:
            continue
        if _adds_up(scene, clause) or _is_for_each(scene, clause, mark):
            continue
        if scene.advisory and (is_duty(scene, mark) or not any(one.entities() for one in scene.clauses)):
            continue
        scene.used.add(mark.start)
        scene.last_target = target
        scene.said = subjects
        if target.kind == "item":
            use_item(scene, target, clause, mark.start)
        scene.told.append(target)
        claim = _judge(scene, clause, mark, subjects, target)
        if mark.start in scene.either:
            if scene.turned is None:
                scene.turned = claim.verdict == "refuted"
            if scene.turned:
                claim = _judge(scene, clause, mark, (scene.other(subjects),), target)
        if claim.verdict == "refuted":
            claim = _once_more(scene, clause, mark, subjects, target, claim)
        if scene.denies(mark.start) and len(subjects) == 2:
            claim = _of_neither(scene, clause, mark, subjects, target, claim)
        plain = claim.kind in ("value", "share", "trend")
        if claim.verdict == "supported" and plain and len(claim.subjects) == 1:
            scene.stated.add((claim.subjects[0], target))
        yield claim
        if too := said_too(scene, clause, subjects):
            yield _judge(scene, clause, mark, too, target)


def _of_both_ends(scene: Scene, mark: FigureMark) -> tuple[str, ...]:
    """Whom both of two sums that are the ends of a range are about: "$34,860 and $57,750 for phlebotomists"."""
    given = limits_given(scene)
    if mark.start not in given:
        return ()
    for one, two in pairs_of(scene):
        if one is mark and two.start in given:
            return next((subject_of(scene, other, two) for other in scene.clauses if two in other.marks), ())
    return ()


def _of_neither(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target, claim: Claim
) -> Claim:
    """That a figure holds for none of two: "neither earns more than $82,000"."""
    if claim.verdict not in ("supported", "refuted"):
        return claim
    single = [_judge(scene, clause, mark, (slug,), target) for slug in subjects]
    holding = [one for one in single if one.verdict == "supported"]
    if not holding:
        return replace(claim, verdict="supported", message="")
    return replace(denied_of(scene.reader, holding[0]), subjects=claim.subjects)


def _once_more(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target, claim: Claim
) -> Claim:
    """The claim of a refuted figure of the other entity or of another measure, where the words allow it.

    Nobody gives two figures of one measure for one entity in a sentence: the second is the other's.
    """
    other = scene.other(subjects)
    if (gap := exact_gap(scene, mark, target, scene.place(mark.start, mark.end))) is not None:
        return gap
    number = scene.index(clause)
    whose = clause if clause.opener != "(" or not number else scene.clauses[number - 1]
    if len(subjects) == 2 and (open_claim := _of_one(scene, clause, mark, subjects, target)) is not None:
        return open_claim
    if other and not whose.names_somebody() and mark.start not in (scene.given or {}):
        # Of an end of a range the middle may have been told, and of nobody else yet.
        measured = replace(target, name=claim.attribute) if target.kind == "measure" else target
        if (subjects[0], measured) in scene.stated:
            second = _judge(scene, clause, mark, (other,), target)
            if second.verdict == "supported":
                scene.said = (other,)
                return second
    if other and owner_is_open(scene, clause, mark) and mark.start not in (scene.given or {}):
        second = _judge(scene, clause, mark, (other,), target)
        if (
            second.verdict == "supported"
            and not mark.figure.hedge
            and clause.opener not in ("than", "against", "(")
        ):
            scene.said = (other,)
            return second
    if (
        other
        and (has_own_subject(scene, clause) or is_of_kin(scene, clause))
        and mark.start not in (scene.given or {})
    ):
        return _of_stranger(scene, clause, mark, other, target)
    if other and is_of_speakers(scene):
        second = _judge(scene, clause, mark, (other,), target)
        if second.verdict == "supported":
            return second
    if is_projected_change(scene, mark):
        return claim
    place = scene.place(*_words(scene, clause, mark, target))
    reading = reread(scene, clause, mark, subjects, target, place)
    if reading is None:
        return claim
    if reading.target is None:
        reading = unnamed(scene, mark, subjects, place) or reading
    scene.last_target = reading.target or scene.last_target
    return reading.claim


def _of_stranger(scene: Scene, clause: Clause, mark: FigureMark, other: str, target: Target) -> Claim:
    """The claim of a figure whose clause begins with a noun of its own: the other's where it is theirs, else open."""
    second = _judge(scene, clause, mark, (other,), target)
    if second.verdict == "supported":
        scene.said = (other,)
        return second
    text = f'cannot tell of whom "{second.text}" is said'
    return unparsed(Place(second.span, second.text), "value", text, (), second.attribute)


def _of_one(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target
) -> Claim | None:
    """An unparsed claim for a figure that one of two has, where a word that both may bear names them: "officers"."""
    alike = [
        (whose, one)
        for whose, one in scene.marks()
        if isinstance(one, FigureMark)
        and one is not mark
        and (one.figure.unit == mark.figure.unit or "plain" in (one.figure.unit, mark.figure.unit))
    ]
    if alike and not scene.neither and mark.start not in (scene.given or {}):
        each = [_judge(scene, clause, mark, (slug,), target) for slug in subjects]
        true = [claim for claim in each if claim.verdict == "supported"]
        rest = [slug for slug, claim in zip(subjects, each, strict=True) if claim.verdict != "supported"]
        if len(true) == 1 and any(
            _judge(scene, whose, one, (rest[0],), target).verdict == "supported" for whose, one in alike
        ):
            # "2% of them at the elementary level, 1.6% at the high school level"
            return true[0]
    names = [one for one in clause.entities() if len(one.slugs) == 2]
    foreign = clause.inherited and not clause.entities() and has_predicate(scene, [clause])
    if (
        not (names or foreign)
        or any(one.reference for one in names)
        or clause.cues("same", "similar")
        or scene.neither
    ):
        return None
    claims = [_judge(scene, clause, mark, (slug,), target) for slug in subjects]
    if sum(claim.verdict == "supported" for claim in claims) != 1:
        return None
    if any(one.end - one.start > 1 for one in names):
        return None
    place = claims[0]
    text = f'cannot tell of which of the two "{place.text}" is said'
    return unparsed(Place(place.span, place.text), "value", text, subjects, place.attribute)


def _like_its_other(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The measure of the single figure that this one is set against: "$60,560 against $59,300 for installers"."""
    number = scene.index(clause)
    if (
        clause.opener not in ("against", "than")
        or clause.targets()
        or clause.figures()[0] is not mark
        or not number
    ):
        return None
    known = scene.last_target
    bare = mark.figure.unit == "plain" and not mark.units and scene.bound == 0 and bool(scene.said)
    if bare and known is not None and fits(scene.reader, known, mark):
        return known
    before = scene.clauses[number - 1].figures()
    if (
        bare
        and known is not None
        and before
        and before[-1].figure.unit == "percent"
        and not mark.figure.in_words
    ):
        # "27.1 percent against 13.7"
        return known if family(scene.reader, known) in ("percent", "change") else None
    if clause.opener == "than":
        return None
    last = scene.last_target
    if last is None or not before or before[-1].start not in scene.used or last.kind != "measure":
        return None
    same = before[-1].figure.unit == mark.figure.unit == "money" and mark.figure.high is None
    return last if same and not mark.figure.period and fits(scene.reader, last, mark) else None


def _adds_up(scene: Scene, clause: Clause) -> bool:
    """Whether a clause sums over a span of its own, which no cell holds: "over a career that adds up to …"."""
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    return "up" in words and any(
        words[at : at + 2] in (["adds", "up"], ["add", "up"]) for at in range(len(words))
    )


def _is_for_each(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a number is how many there are for each of the others, and no total."""
    return mark.figure.unit == "plain" and mark.figure.value < _FEW and is_for_every(scene, clause)


_FEW = 1000


def _falls_short(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a share is one that somebody does not reach: "in neither do women reach an eighth of the total"."""
    shared = mark.figure.unit in ("percent", "fraction") and mark.figure.hedge == "limit_high"
    reaches = scene.tokens[mark.start].low in ("reach", "reaches")
    return shared and reaches and (scene.neither or bool(clause.cues("not")))


def _judge(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target
) -> Claim:
    reader = scene.reader
    if _falls_short(scene, clause, mark):
        # Who does not reach a share has less of it, however little less.
        mark = replace(mark, figure=replace(mark.figure, hedge="at_least"))
    figure = mark.figure
    if figure.unit == "money" and limit_of(scene, clause, mark) == OTHER:
        return judge_part(scene, clause, mark, subjects, target)
    if target.kind == "range" and figure.high is None and is_typical(scene, clause, mark):
        target = scene.last_target = plain_beside(scene, target) or target
    place = scene.place(*_words(scene, clause, mark, target))
    stranger = any(slug not in scene.context.subjects for slug in subjects)
    if stranger and (owner := [one for one in clause.entities() if 0 <= one.start - mark.end <= 2]):
        place = scene.place(mark.start, owner[0].end)
    if target.kind == "range" and figure.high is not None:
        return judge_range(reader, place, subjects, target, figure)
    if target.kind == "measure" and figure.high is not None and _has_ends(scene, target):
        found = range_beside(scene, target)
        if found is not None:
            return judge_range(reader, place, subjects, found, figure)
    if target.kind == "range" and is_width(scene, clause, mark):
        return judge_width(reader, place, subjects, target, figure)
    if target.kind == "range":
        upper = is_high(scene, clause, mark)
        scene.bound = 1 if upper else -1
        return judge_bound(reader, place, subjects, target, figure, upper)
    if target.kind == "measure" and figure.hedge.startswith("limit"):
        found = range_beside(scene, target)
        if found is not None:
            upper = is_high(scene, clause, mark)
            scene.bound = 1 if upper else -1
            return judge_bound(reader, place, subjects, found, figure, upper)
    kind: Kind = "value"
    if target.kind == "item" or figure.unit == "fraction":
        kind = "share"
    if family(reader, target) == "change" and not figure.signed:
        sign = trend_sign(scene, clause, mark)
        if sign:
            kind = "trend"
            if (begin := trend_start(clause, mark)) is not None:
                place = scene.place(begin, _words(scene, clause, mark)[1])
            return judge_figure(reader, place, subjects, target, turned(figure, sign), kind)
    tail = bound_kind(scene, clause, mark)
    if tail and target.kind == "measure" and (found := range_beside(scene, target)):
        scene.bound = tail
        return judge_bound(reader, place, subjects, found, figure, tail > 0)
    if figure.unit == "money":
        scene.bound = 0
    return judge_figure(reader, place, subjects, target, figure, kind)


def _words(scene: Scene, clause: Clause, mark: FigureMark, target: Target | None = None) -> tuple[int, int]:
    """The claim's own words: the figure with the noun beside it."""
    following = adjacent_after(scene, clause, mark.end, 2)
    end = following.end if following is not None and not following.is_verb else mark.end
    if end == mark.end and target is not None and target.kind == "item":
        end = _item_end(scene, clause, mark, target)
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


def _item_end(scene: Scene, clause: Clause, mark: FigureMark, target: Target) -> int:
    """Where the words end that say what a share is of: "one in five has a master's degree"."""
    later = [other for other in clause.marks if other.start >= mark.end and not isinstance(other, EntityMark)]
    if not later or not isinstance(later[0], TargetMark) or target not in later[0].targets:
        return mark.end
    return later[0].end if later[0].start - mark.end <= _NEAR else mark.end


_NEAR = 6
"""Words between a share and what it is of."""


def _has_ends(scene: Scene, target: Target) -> bool:
    """Whether a range in a measure's unit is the measure's own: of pay, or of a unit that nothing else has."""
    kind = family(scene.reader, target)
    return kind == "money" or kind.startswith("unit:")
