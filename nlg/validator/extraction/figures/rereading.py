"""A figure that is false as first read, read once more where the words leave open what it measures.

Where no word beside a figure names its measure, the reader has carried one over from before. A figure
that is the exact value of another measure of the same entity was then meant as that one; one that is
far from anything that the carried measure holds is of something else. A measure that is named stands,
and so does one that an elliptical clause takes over: "… and $40,670 for plumbers".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from nlg.validator.binding.bare_numbers import is_how_many_there_are
from nlg.validator.binding.elisions import apposed_to
from nlg.validator.binding.measures import fits
from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.figures.rows import is_told_in_a_row
from nlg.validator.extraction.figures.yearly_counts import coming_up
from nlg.validator.extraction.ranges.limits import bound_words, end_at
from nlg.validator.judgement.comparisons import judge_difference
from nlg.validator.judgement.figures import judge_figure, scaled
from nlg.validator.judgement.verdicts import Place, amount_of, family, unparsed
from nlg.validator.lexis.figure import Figure, digits_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, entity_after
from nlg.validator.vocabulary.resolution import Target, domain_targets, period_of

FAR = Decimal("2.5")
"""How many times a value a figure must be, or the value the figure, to be no misprint of it."""
BEYOND = Decimal(60)
"""The same for a measure that the sentence names, but not the clause."""
NEAR = Decimal("1.5")
"""How many times the gap between the entities a sum may be to be a misprint of the gap."""
_MIDDLE = frozenset({"median", "average", "mean", "typical"})
"""What pay is called that is no end of a range."""
_PLAIN = frozenset(
    "thus hence therefore a an the this that these those it its they their them he she his her is are was were"
    " be been has have had"
    " do does did of for in at by on to from with as and or but than then while so per each both all only just"
    " even still also too about around roughly some nearly almost over under more less compared against versus"
    " year years hour annually figure figures number rate share corresponding same median average typical mean"
    " what who whose which there here not no one other another comes stands make makes made up percent dollars"
    " respectively former latter namely decade get gets getting take takes come sit sits land lands clock"
    " clocks follow follows hover hovers averages total totals report reports see sees will would can may among"
    " between mere scant whopping measly meager".split()
)
"""Words that give a clause no predicate of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure may have been meant as."""

    claim: Claim
    target: Target | None
    """None when nobody can tell."""


def reread(
    scene: Scene, clause: Clause, mark: FigureMark, subjects: tuple[str, ...], target: Target, place: Place
) -> Reading | None:
    """Another reading of a figure that was refuted; none when the first has to stand."""
    figure = mark.figure
    if figure.high is not None or _is_named(scene, clause, mark, target) or _goes_on(scene, clause, mark):
        return None
    if is_told_in_a_row(scene, mark, subjects, target):
        return None
    exact = _exactly(scene, clause, mark)
    if exact is not None and len(subjects) == 1:
        for other in _others(scene, subjects[0], target, exact):
            both = [
                judge_figure(scene.reader, place, subjects, other, _unhedged(one.figure), "share")
                for one in (exact, mark)
            ]
            if all(claim.verdict == "supported" for claim in both):
                return Reading(both[1], other)
    taken_over = any(known == target for _, known in scene.stated)
    aloof = not taken_over and not any(
        names(scene, other, target) for one in scene.clauses for other in one.marks
    )
    said = has_predicate(scene, scene.clauses if aloof else _around(scene, clause))
    if said and len(subjects) == 1 and is_telling(figure):
        for other in _others(scene, subjects[0], target, mark):
            kind: Kind = "share" if other.kind == "item" else "value"
            claim = judge_figure(scene.reader, place, subjects, other, _unhedged(figure), kind)
            if claim.verdict != "supported":
                continue
            if _is_end(scene, other) and not _speaks_of_ends(scene, mark):
                if aloof:
                    return _doubt(place, subjects)
                continue
            return Reading(claim, other)
    gap = _gap(scene, target)
    far = _is_far(scene, subjects, target, figure)
    if far and gap is not None and figure.unit == "money" and gap < NEAR * figure.value < gap * NEAR * NEAR:
        one, two = scene.context.subjects
        # "That's $2,190, or about 4 percent" says the same gap once more.
        scene.gap = (one, two, target, 0)
        return Reading(judge_difference(scene.reader, place, one, two, target, figure, 0), target)
    nobody = len(subjects) > 1 and not clause.entities()
    loose = nobody or (said and figure.unit != "money" and not mark.units)
    if (aloof and (loose or far)) or _is_far(scene, subjects, target, figure, BEYOND):
        return _doubt(place, subjects)
    return None


def _goes_on(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a name and a bare number go on with the count before: "… there are 41,890; of bakers, 14,730"."""
    number = scene.index(clause)
    region = [clause]
    if clause.marks == [mark] and clause.opener == "," and number > 1:
        region = scene.clauses[number - 1 : number + 1]
    before = [figure for one in scene.clauses[: scene.index(region[0])] for figure in one.figures()]
    marks = [one for part in region for one in part.marks]
    return (
        region[0].opener in (";", "and", "while", ",")
        and len(marks) == 2
        and isinstance(marks[0], EntityMark)
        and mark.figure.unit == "plain"
        and not mark.figure.in_words
        and bool(before)
        and before[-1].start in scene.used
        and before[-1].figure.unit == "plain"
        and mark.units in ((), before[-1].units)
        and not has_predicate(scene, region)
    )


def exact_gap(scene: Scene, mark: FigureMark, target: Target, place: Place) -> Claim | None:
    """A figure that is to the last digit the gap told of before, and no value: "$24,340 buys a lot of butter"."""
    known, gap = scene.context.discourse.gap, _gap(scene, target)
    if known is None or known[2] != target or gap is None or mark.figure.hedge or not is_telling(mark.figure):
        return None
    if scaled(scene.reader, target, mark.figure, gap) != mark.figure.value:
        return None
    return judge_difference(scene.reader, place, known[0], known[1], target, mark.figure, 0)


def _doubt(place: Place, subjects: tuple[str, ...]) -> Reading:
    message = f'cannot tell what "{place.text}" measures, or of whom'
    return Reading(unparsed(place, "value", message, subjects), None)


def _is_end(scene: Scene, target: Target) -> bool:
    """Whether a measure is the end of a range in money."""
    if target.kind != "measure" or scene.reader.families[target.name] != "money":
        return False
    return bool(scene.reader.measures[target.name].range)


def _exactly(scene: Scene, clause: Clause, mark: FigureMark) -> FigureMark | None:
    """The percentage in brackets that says a fraction of people once more: "a quarter … (24.9%)"."""
    number = scene.index(clause)
    if mark.figure.unit != "fraction" or number + 1 >= len(scene.clauses):
        return None
    following = scene.clauses[number + 1]
    figures = following.figures()
    if following.opener != "(" or len(figures) != 1 or figures[0].figure.unit != "percent":
        return None
    return figures[0] if clause.figures()[-1] is mark else None


def _gap(scene: Scene, target: Target) -> Decimal | None:
    """How far apart the two entities of the page are on a measure."""
    subjects = scene.context.subjects
    if len(subjects) != 2 or target.kind != "measure":
        return None
    amounts = [amount_of(scene.reader, slug, target) for slug in subjects]
    one, two = amounts
    return None if one is None or two is None else abs(one.value - two.value)


def _is_named(scene: Scene, clause: Clause, mark: FigureMark, target: Target) -> bool:
    """Whether a word of the figure's own clause names the measure, or which end of a range it is."""
    if mark.figure.unit == "time" and [one.low for one in scene.tokens[mark.end : mark.end + 1]] == ["old"]:
        return True
    if mark.start and scene.tokens[mark.start - 1].low == "aged":
        return True
    if mark.figure.unit == "money" and bound_words(scene, clause, mark):
        return True
    own = scene.reader.measures[target.name] if target.kind == "measure" else None
    yearly = mark.figure.period == "hour" and mark.figure.value >= 1000
    if own is not None and yearly and period_of(own) == "hour":
        # What is paid an hour is no yearly sum.
        return True
    if target.kind == "range" or mark.figure.hedge.startswith("limit"):
        return mark.figure.hedge.startswith("limit") or bool(bound_words(scene, clause, mark))
    if [one.low for one in scene.tokens[max(0, mark.start - 2) : mark.start]] == ["there", "are"]:
        return mark.figure.unit == "plain" and bool(clause.entities())
    if is_how_many_there_are(scene, clause, mark) or coming_up(scene, clause, mark) == target:
        return True
    numbering = mark.start > 0 and scene.tokens[mark.start - 1].low == "number"
    if mark.figure.unit == "plain" and (numbering or entity_after(scene, clause, mark.end)):
        return True
    if target.kind == "item" and apposed_to(scene, clause, mark) == target:
        return True
    number = scene.index(clause)
    for behind in scene.clauses[number + 1 : number + 2]:
        if behind.opener == "with" and behind.marks and names(scene, behind.marks[0], target):
            # "another 26.1 percent got in with a master's"
            return target.kind == "item" and clause.marks[-1] is mark
    region = [clause, *scene.clauses[number + 1 : number + 2]]
    if region[1:] and (region[1].opener != "against" or region[1].targets()):
        region.pop()
    words = {token.low for one in region for token in scene.tokens[one.start : one.end]}
    if words & _MIDDLE and family(scene.reader, target) == "money":
        return True
    region = [clause]
    if clause.marks == [mark] and clause.opener in ("(", ",", ":", "—"):
        region = scene.clauses[: number + 2]
    return any(
        names(scene, other, target) and not _is_possible(scene, other, target)
        for one in region
        for other in one.marks
    )


def _is_possible(scene: Scene, mark: Mark, target: Target) -> bool:
    """Whether a verb of pay only says what may be earned, so that it may be an end of a range: "can pull in"."""
    money = isinstance(mark, TargetMark) and family(scene.reader, target) == "money"
    return money and mark.start > 0 and scene.tokens[mark.start - 1].low in ("can", "could", "may", "might")


def names(scene: Scene, mark: Mark, target: Target) -> bool:
    """Whether a word names a measure: its noun, a comparative of its own, or a trend."""
    if isinstance(mark, TargetMark):
        return target in mark.targets and not mark.is_verb and not mark.is_weak
    if isinstance(mark, CueMark):
        if mark.scale is not None and target in mark.scale.targets:
            return True
        if mark.cue.role == "trend":
            return family(scene.reader, target) == "change"
        return bool(mark.cue.domain) and target in domain_targets(scene.reader, mark.cue.domain)
    return False


def _around(scene: Scene, clause: Clause) -> list[Clause]:
    """The clauses that say what a figure is of: its own, and those beside one that stands alone."""
    number = scene.index(clause)
    if len(clause.marks) == 1 and clause.opener in ("(", ",", ":"):
        return scene.clauses[max(0, number - 1) : number + (1 if clause.opener == "(" else 2)]
    return [clause]


def has_predicate(scene: Scene, region: list[Clause]) -> bool:
    """Whether clauses say something of their own, which the reader has not understood."""
    plain = _PLAIN | scene.reader.words.people | scene.reader.words.plurals
    for one in region:
        inside = {index for mark in one.marks for index in range(mark.start, mark.end)}
        for index in range(one.start, one.end):
            low = scene.tokens[index].low
            if index not in inside and low.isalpha() and low not in plain:
                return True
    return False


def is_telling(figure: Figure) -> bool:
    """Whether a figure is printed so exactly that it is nobody else's by chance."""
    digits = digits_of(figure)
    return figure.unit != "fraction" and (digits > 2 or (digits > 1 and figure.step < 1))


def _unhedged(figure: Figure) -> Figure:
    keeps = figure.hedge in ("", "about", "under", "over")
    return figure if keeps else replace(figure, hedge="")


def _others(scene: Scene, slug: str, target: Target, mark: FigureMark) -> Iterator[Target]:
    """The other measures, ends of ranges and items of an entity that a figure can be of, likest first."""
    reader = scene.reader
    plain = replace(mark, figure=replace(mark.figure, hedge=""))
    concepts = [Target("measure", concept) for concept, one in reader.measures.items() if one.numeric]
    if target.kind == "range":
        concepts.sort(key=lambda one: one.name not in reader.ranges[target.name])
    yield from (one for one in concepts if one != target and fits(reader, one, plain))
    if mark.figure.unit != "percent":
        return
    for key, collection in reader.collections.items():
        for item in collection.items.get(slug, ()):
            found = Target("item", key, item.name)
            if item.share is not None and found != target:
                yield found


def _speaks_of_ends(scene: Scene, mark: FigureMark) -> bool:
    """Whether a word of the sentence, or what was spoken of before it, makes a sum likely to end a range."""
    tokens = scene.tokens
    before = tokens[mark.start - 1].low if mark.start else ""
    if before in ("to", "toward", "towards") or scene.context.discourse.concept in scene.reader.ranges:
        return True
    spoken_of = scene.reader.measures.get(scene.context.discourse.concept)
    ended = scene.context.discourse.bound or (spoken_of is not None and spoken_of.range)
    if ended and any(token.low in _LIKE for token in tokens):
        return True
    modal = any(token.low in ("can", "could", "may", "might") for token in tokens)
    return modal or any(
        end_at(scene, clause, index) for clause in scene.clauses for index in range(clause.start, clause.end)
    )


_LIKE = frozenset({"comparable", "corresponding", "equivalent", "matching", "parallel"})
"""What a figure is called that is of the same end as the one before."""


def _is_far(
    scene: Scene, subjects: tuple[str, ...], target: Target, figure: Figure, times: Decimal = FAR
) -> bool:
    """Whether no entity of the page has a value of a measure that a figure could be a misprint of."""
    everyone = {*scene.context.subjects, *subjects}
    for slug in sorted(everyone):
        amount = amount_of(scene.reader, slug, target)
        for value in (amount.value, amount.high or amount.value) if amount is not None else ():
            actual, stated = abs(scaled(scene.reader, target, figure, value)), abs(figure.value)
            if figure.unit == "fraction":
                stated *= 100
            if max(actual, stated) <= times * min(actual, stated):
                return False
    return True


def unnamed(scene: Scene, mark: FigureMark, subjects: tuple[str, ...], place: Place) -> Reading | None:
    """A figure of which only the unit says what it measures, where one measure in that unit has the value.

    It is the entity's own, and so true, or the other's, and so false.
    """
    other = scene.other(subjects)
    timed = mark.figure.unit == "time" and not mark.figure.in_words
    if len(subjects) != 1 or not other or not (mark.units or timed) or not is_telling(mark.figure):
        return None
    reader = scene.reader
    fitting = [
        Target("measure", concept)
        for concept, one in reader.measures.items()
        if one.numeric and not one.range
    ]
    if timed:
        fitting = [one for one in fitting if reader.measures[one.name].unit == mark.figure.period]
    for owner in (subjects, (other,)):
        for target in fitting:
            if fits(reader, target, mark):
                claim = judge_figure(reader, place, owner, target, mark.figure)
                if claim.verdict == "supported":
                    return Reading(judge_figure(reader, place, subjects, target, mark.figure), target)
    return None


_ATTACHING = frozenset({"at", "with", "by", "on", *word_list("verbs")["participles"]})


def owner_is_open(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure may be of either entity: both are named before it in the sentence, none in its clause."""
    number = scene.index(clause)
    if clause.names_somebody() or not number:
        return False
    before = scene.clauses[number - 1]
    attached = len(clause.marks) == 1 or scene.tokens[clause.start].low in _ATTACHING
    if clause.opener == "with" or (attached and before.marks and isinstance(before.marks[-1], EntityMark)):
        return False
    pronoun = any(isinstance(one, EntityMark) for one in clause.marks)
    if not (pronoun or clause.targets() or has_predicate(scene, [clause])):
        return False
    named = {
        one.slugs
        for _, one in scene.marks()
        if isinstance(one, EntityMark) and not one.reference and one.end <= mark.start and len(one.slugs) == 1
    }
    return len(named) > 1
