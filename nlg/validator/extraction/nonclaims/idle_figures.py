"""Figures that state nothing about an entity: dates, horizons, codes, numbering, casual counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from nlg.data import Quantity
from nlg.validator.extraction.nonclaims.qualifiers import (
    bounds_an_age,
    is_age_of_a_person,
    is_length_of_course,
    is_model,
    is_time_served,
)
from nlg.validator.extraction.nonclaims.speakers import is_personal
from nlg.validator.extraction.ranges.limits import ends_before
from nlg.validator.extraction.ranges.portions import part_of
from nlg.validator.lexis.asides import is_aside, is_frequency, is_part_of_a_story
from nlg.validator.lexis.figure import is_parts_of_a_year
from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.name_spans import names_collection
from nlg.validator.sentences.scene import Scene, adjacent_after
from nlg.validator.vocabulary.resolution import Reader

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec spring summer autumn fall winter early late mid".split()
)
_PERIODS = frozenset("next coming following same last past previous within during".split())
_LABELS = frozenset(
    "section chapter figure table step part level type no number page question rule tip appendix item grade phase"
    " stage version volume issue form title article point day week class"
    " room suite floor apartment extension highway round tier option reason no. #".split()
)
_DATE_WORDS = frozenset(
    "in since by from to between until of through the for and for or during as after before".split()
)


_NOT_ALL = (["not", "every"], ["not", "all"], ["not", "each"])


def is_no_claim(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure is a date, a horizon, a code, a label or a casual number word; several forms ask."""
    known = scene.no_claims.get(mark.start)
    if known is None or known[0] is not mark:
        known = scene.no_claims[mark.start] = (mark, _is_no_claim(scene, clause, mark))
    return known[1]


def _is_no_claim(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    figure = mark.figure
    tokens = scene.tokens
    before = tokens[figure.core - 1].low if figure.core else ""
    after = tokens[mark.end].low if mark.end < len(tokens) else ""
    ended = before in ("top", "bottom", "highest", "lowest") or ends_before(tokens, figure.core)
    if figure.unit in ("percent", "fraction", "plain") and ended:
        if figure.value in (10, Decimal("0.1")) and scene.reader.ranges:
            return True
    if figure.unit in ("percent", "fraction") and scene.reader.ranges:
        if any(part_of(scene, clause, other) is mark for other in clause.figures()):
            return True
    words = [token.low for token in tokens[clause.start : mark.start]]
    if any(words[at : at + 2] in _NOT_ALL for at in range(len(words))):
        # "Not every chef earns $96,030" says of none what he does earn.
        return True
    if is_length_of_course(scene, mark) or is_model(scene, mark) or is_time_served(scene, mark):
        return True
    if bounds_an_age(scene, mark) or is_age_of_a_person(scene, mark):
        return True
    if is_personal(scene, clause, mark):
        return True
    if figure.unit == "money" and [token.low for token in tokens[mark.end : mark.end + 2]] in _FOR_A_THING:
        return True
    if figure.unit == "plain" and not mark.units and before in _SIGHTINGS:
        return True
    whole = before == "other" or is_part_of_a_story(tokens, mark.end)
    if figure.unit == "fraction" and figure.in_words and (whole or _is_of_a_thing(scene, mark)):
        # "The other half earn less.", "Growth is half the story."
        return True
    if figure.unit == "ordinal" or _is_code(scene, mark) or before in _CALLING:
        return True
    if not mark.units and is_aside(scene.text.content, tokens[figure.core].start, tokens[mark.end - 1].end):
        return True
    sized = figure.unit == "plain" and not mark.units and figure.value <= 20 and before in ("top", "leading")
    if sized and names_collection(scene.reader, tokens, mark.end):
        # "none of their other top 6 skills"
        return True
    if figure.unit == "time" and _is_past(scene, mark):
        return True
    if figure.unit == "plain" and not mark.units and figure.value <= 50 and after in _HEADINGS:
        return True
    if figure.unit == "times" and is_frequency(tokens, mark.end):
        return True
    if figure.unit == "time" and [token.low for token in tokens[mark.end : mark.end + 3]][:2] == ["to", "go"]:
        return tokens[mark.end + 2 : mark.end + 3] == () or not tokens[mark.end + 2].low.isalpha()
    if figure.unit == "time" and (_is_horizon(scene, mark) or _spreads_pay(scene, mark)):
        return True
    if figure.in_words and figure.unit == "percent" and tokens[mark.end - 1].low == "change":
        # "no change of shoes", "little or no change": a figure only among projections.
        return before == "or" or not _projects(scene, mark)
    if figure.unit != "plain" or mark.units:
        return False
    if _is_year(scene, clause, mark):
        return True
    if before in ("database", "version", "release", "edition", "dataset", "v"):
        return True
    if before == "." and figure.core > 1 and tokens[figure.core - 2].low in ("no", "vol", "fig", "nr"):
        return True
    numbered = before == "number" and figure.core > 1 and tokens[figure.core - 2].low in _NUMBERED
    is_verb = (
        before == "number"
        and not numbered
        and (figure.value >= 1000 or tokens[max(0, figure.core - 2)].low == "to")
    )
    if (before in _LABELS and not is_verb) or before == "#" or before in MONTHS or after in MONTHS:
        return True
    if mark.start == 0 and after in (".", ")", ":") or (mark.start == 0 and mark.end >= len(tokens)):
        return True
    if before == "-" and tokens[figure.core].glued:
        return True
    if figure.core and not figure.in_words:
        word = scene.text.content[tokens[figure.core - 1].start : tokens[figure.core - 1].end]
        if word.isupper() and len(word) > 1 and word.isalpha() and not _is_entity(clause, figure.core):
            return True
    if figure.in_words or figure.value in (0, 1):
        return _is_casual(scene, clause, mark)
    return False


_FOR_A_THING = [["for", word] for word in ("it", "them", "this", "that", "these", "those")]
_SIGHTINGS = frozenset(
    {"saw", "discovered", "found", "spotted", "observed", "counted", "sighted", "photographed"}
)
"""Verbs of seeing, in the past: "Galileo saw four moons of Jupiter"."""


def _is_of_a_thing(scene: Scene, mark: FigureMark) -> bool:
    """Whether a fraction is of something that is no measure and nobody: "half the fun", "half the battle"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    if words[:1] != ["the"] or len(words) < 2 or not words[1].isalpha():
        return False
    near = range(mark.end, mark.end + 4)
    own = scene.reader.words
    known = {"people", *own.people, *own.nouns, *own.counts, *own.plurals, *own.loose}
    return words[1] not in known and not any(
        one.start in near or one.end in near for _, one in scene.marks() if one is not mark
    )


_NUMBERED = frozenset(word_list("nouns")["numbered"])
"""What is known by a number of its own."""
_CODE = re.compile(r"\d{2,3}-\d{4}(?:\.\d+)?")
_CALLING = frozenset({"call", "dial", "phone", "calling", "dialling", "dialing"})


_HEADINGS = frozenset(word_list("nouns")["listed"])


def _is_past(scene: Scene, mark: FigureMark) -> bool:
    """Whether a time is one's own past or schooling: "after twenty years of refereeing", "four years of college"."""
    tokens = scene.tokens
    before = tokens[mark.figure.core - 1].low if mark.figure.core else ""
    after = [token.low for token in tokens[mark.end : mark.end + 2]]
    schooling = bool(after[1:2]) and after[0] in ("of", "in") and after[1] in _SCHOOLS
    college = before == "for" and mark.figure.core > 1 and tokens[mark.figure.core - 2].low in _SCHOOLS
    doing = (
        before in ("after", "in")
        and after[:1] == ["of"]
        and after[-1].endswith("ing")
        and after[-1] != "training"
    )
    return schooling or college or doing


_SCHOOLS = frozenset(word_list("nouns")["schools"])


def _is_code(scene: Scene, mark: FigureMark) -> bool:
    """Whether a figure is a classification's code or a telephone number: "33-3051", "555-0142"."""
    start, end = scene.tokens[mark.figure.core].start, scene.tokens[mark.end - 1].end
    return _CODE.fullmatch(scene.text.content[start:end].replace("\u2011", "-")) is not None


def _projects(scene: Scene, mark: FigureMark) -> bool:
    """Whether the words before a figure, or just behind it, speak of growth."""
    words = {token.low for token in scene.tokens[: mark.end + 6]}
    if scene.reader.families.get(scene.context.discourse.concept, "") == "change":
        return True
    return bool(words & (_PROJECTED.union(scene.reader.words.counts)))


_PROJECTED = frozenset({"projected", "expected", *KINDS["change"].words})


def _is_entity(clause: Clause, end: int) -> bool:
    return any(isinstance(mark, EntityMark) and mark.end == end for mark in clause.marks)


def _is_year(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    figure = mark.figure
    tokens = scene.tokens
    raw = tokens[figure.core].low
    if figure.core < len(tokens) and raw.isdigit() and len(raw) == 4 and 1800 <= int(raw) <= 2199:
        if figure.high is not None:
            return figure.high < 100 or 1800 <= figure.high <= 2199
        following = adjacent_after(scene, clause, mark.end, 1)
        dated = figure.core > 0 and tokens[figure.core - 1].low in _DATE_WORDS
        return following is None or dated
    return False


def _is_horizon(scene: Scene, mark: FigureMark) -> bool:
    """ "over the next 10 years".

    "in ten years": the time of a projection, or of anything else but the entity.
    """
    tokens = scene.tokens
    before = [token.low for token in tokens[max(0, mark.figure.core - 4) : mark.figure.core]]
    after = [token.low for token in tokens[mark.end : mark.end + 2]]
    if not _PERIODS.isdisjoint(before):
        return True
    if after[:1] == ["to"] and len(after) > 1 and after[1].isdigit() and len(after[1]) == 4:
        # "in the ten years to 2034"
        return True
    if after == ["'", "time"] and before[-1:] in (["in"], ["within"]):
        # "in ten years' time"
        return True
    own = any(measure.unit == mark.figure.period for measure in scene.reader.dataset.measures)
    if after[:1] in (["ago"], ["later"], ["ahead"]) or (after[:1] == ["from"] and not own):
        return True
    if before[-1:] in (["over"], ["in"], ["every"], ["across"]) or before[-2:] == ["over", "the"]:
        return _tells_a_change(scene)
    if mark.figure.hedge == "more" and tokens[mark.start].low == "over":
        return _tells_a_change(scene)
    return mark.figure.period in ("hours", "days", "weeks") and not any(
        measure.unit == mark.figure.period for measure in scene.reader.dataset.measures
    )


def _tells_a_change(scene: Scene) -> bool:
    """Whether a sentence tells of a change, which takes its time: "job growth is the same, 3.9%, over ten years"."""
    families = scene.reader.families
    named = [one for _, mark in scene.marks() for one in getattr(mark, "targets", ())]
    told = any(one.kind == "measure" and families[one.name] == "change" for one in named)
    return told or any(isinstance(m, CueMark) and m.cue.role == "trend" for _, m in scene.marks())


def _spreads_pay(scene: Scene, mark: FigureMark) -> bool:
    """Whether a time is only what pay is spread over: "over twelve months, the nurse takes home $7,800"."""
    near = {token.low for token in scene.tokens[max(0, mark.start - 1) : mark.figure.core]}
    return (
        is_parts_of_a_year(mark.figure)
        and bool(near & _SPREADING)
        and any(isinstance(one, FigureMark) and one.figure.unit == "money" for _, one in scene.marks())
    )


_SPREADING = frozenset({"over", "by", "into", "across", "among", "in", "between"})


def _is_casual(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """A number word that counts nothing measured: "two paths", "one of them"."""
    following = adjacent_after(scene, clause, mark.end, 2)
    if mark.figure.value == 1 and any(cue.end == mark.start for cue in clause.cues("share")):
        # "share one salary range"
        return True
    if following is not None and _is_far_below(scene, mark, following):
        return True
    if following is not None and any(target.kind in ("measure", "range") for target in following.targets):
        return following.is_verb
    if _echoes(scene, mark) or _counts(scene, clause, mark) or _is_object(scene, clause, mark):
        return False
    if clause.opener in ("against", "than") and mark.end >= clause.end - 1:
        return False
    return not (
        mark.end >= len(scene.tokens) - 1 and mark.figure.value != 1 and clause.figures()[0] is not mark
    )


def _is_object(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a number word is the object of a verb that names a count: "both cars seat five"."""
    return any(
        verb.end == mark.start
        and verb.targets
        and all(scene.reader.families.get(target.name) == "count" for target in verb.targets)
        for verb in clause.targets()
    )


def _counts(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a bare number says how many there are of what the sentence counts: "95 moons, Venus zero"."""
    tokens = scene.tokens
    after = tokens[mark.end].low if mark.end < len(tokens) else "."
    if [token.low for token in tokens[mark.end : mark.end + 2]] in (["a", "year"], ["per", "year"]):
        after = ","
    if after not in (
        ".",
        ",",
        ";",
        ")",
        "for",
        "among",
        "and",
        "!",
        "while",
        "versus",
        "against",
        "compared",
    ):
        return False
    start = mark.start
    while start and tokens[start - 1].low in ("only", "just", "but", "even", "exactly"):
        start -= 1
    before = tokens[start - 1].low if start else ""
    stated = before in (
        "is",
        "are",
        "was",
        "has",
        "have",
        "and",
        ",",
        "versus",
        "against",
        "with",
        "to",
        ":",
        ";",
    )
    if not stated and not any(entity.end == start for entity in clause.entities()):
        return False
    for _, other in scene.marks():
        if other.start >= mark.start:
            break
        if isinstance(other, TargetMark) and any(
            target.kind == "measure" and scene.reader.families[target.name] == "count"
            for target in other.targets
        ):
            return True
    return False


def _is_far_below(scene: Scene, mark: FigureMark, following: TargetMark) -> bool:
    """Whether a number word counts what the data count by the thousand: "two jobs", or no such thing at all."""
    if mark.figure.value > 12 or following.start != mark.end:
        return False
    reader = scene.reader
    counted = [target for target in following.targets if target.kind in ("measure", "range")]
    counts = [target for target in counted if reader.families.get(target.name) == "count"]
    if not counts:
        return bool(counted) and all(reader.families.get(target.name) == "money" for target in counted)
    return all(_smallest(reader, target.name) > 1000 for target in counts)


@lru_cache(maxsize=256)
def _smallest(reader: Reader, concept: str) -> Decimal:
    values = [
        observation.value.value
        for (_, name), observation in reader.dataset.observations.items()
        if name == concept and isinstance(observation.value, Quantity)
    ]
    return min(values, default=Decimal(0))


def _echoes(scene: Scene, mark: FigureMark) -> bool:
    """Whether a bare number repeats the pattern of a figure with a unit before it.

    Example: "one to two years …, two to four for …"
    """
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if (
        after not in (".", ",", ";", ")", "for", "among", "and", "in", "!")
        or mark.figure.value == 1
        and mark.figure.high is None
    ):
        return False
    return any(
        isinstance(other, FigureMark)
        and other.end <= mark.start
        and (other.figure.unit == "time" or other.units)
        for _, other in scene.marks()
    )


def is_duty(scene: Scene, mark: FigureMark) -> bool:
    """Whether a plain number is part of what somebody has to do: "optometrists should see children before 5"."""
    if mark.figure.unit not in ("plain", "time"):
        return False
    for clause in scene.clauses:
        for cue in clause.cues("advice"):
            owed = scene.tokens[cue.start].low in ("should", "must", "ought")
            if owed and any(entity.end == cue.start for entity in clause.entities()):
                return True
    return False
