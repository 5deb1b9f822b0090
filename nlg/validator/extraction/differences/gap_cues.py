"""The words that make a figure a difference: "more" behind it, "by" before it, "a gap of"."""

from __future__ import annotations

from decimal import Decimal

from nlg.validator.judgement.figures import scaled
from nlg.validator.judgement.verdicts import comparable, family
from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.questions import asks_for_a_gap
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_ITSELF = frozenset({"itself", "themselves", "himself", "herself"})
_BETWEEN = frozenset(
    "a an year hour per annual - in the of points percentage on average or so s to just only by is"
    " about roughly".split()
)


_EACH_OTHER = (["of", "each", "other"], ["of", "one", "another"])
"""Behind a figure within which two lie: "the two are within $400 of each other"."""

_SIZING = frozenset("a mere full whopping whole bare paltry only just merely barely good".split())
"""What may stand between "by" and a gap: "by a mere $95", "by only $95"."""
_MEASURING = frozenset({"ahead", "behind", "short", "shy", "above", "below"})


def _is_place(scene: Scene, cue: CueMark) -> bool:
    """Whether a word says where something is, and of nobody that he is less: "$57,440 behind either wheel"."""
    words = [token.low for token in scene.tokens[cue.start : cue.end + 2]]
    marked = any(mark.start == cue.end + 1 for _, mark in scene.marks())
    return words[:1] == ["behind"] and len(words) == 3 and words[1] in _DETERMINERS and not marked


_DETERMINERS = frozenset({"the", "a", "either", "each", "both", "every", "their", "his", "her", "any"})


def _is_below_zero(scene: Scene, mark: FigureMark, cue: CueMark) -> bool:
    """Whether "below" stands for below zero: "Neptune, at 200 below, does not"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    after = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else "."
    return scene.tokens[cue.start].low == "below" and before in ("at", "to", "of") and not after[:1].isalnum()


def difference_cue(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The comparative or gap word that makes a figure a difference: right after it.

    Or before it with *by* or *of*.
    """
    tokens = scene.tokens
    if mark.figure.unit == "fraction" and _is_of_people(scene, mark):
        return None
    for other in clause.marks:
        if other.start < mark.end:
            continue
        if isinstance(other, CueMark) and other.cue.role in ("more", "gap"):
            between = {token.low for token in tokens[mark.end : other.start]}
            if other.cue.role == "gap" and [one.low for one in tokens[other.end : other.end + 1]] == ["of"]:
                if any(one.start <= other.end + 1 < one.end for one in clause.figures()):
                    # "$62,350 against $62,970 is a difference of about 1%"
                    break
            either = "or" in between and "so" not in between
            threshold = tokens[other.end : other.end + 1] and tokens[other.end].low in ("which", "where")
            if either or threshold or _is_place(scene, other) or _is_below_zero(scene, mark, other):
                # "closer than 107.5 or farther than 108.9", "the $70,350 below which you find …"
                break
            if between <= _BETWEEN.union(scene.reader.idiom.words) and (
                not other.cue.binds or tokens[other.start].low in _MEASURING
            ):
                return other
        if isinstance(other, EntityMark | FigureMark):
            break
    for index in range(mark.end, min(mark.end + 2, len(tokens))):
        dated = index + 1 < len(tokens) and tokens[index + 1].low[0].isdigit()
        joins = index == mark.end or tokens[mark.end].low in ("lies", "lie", "is", "stands")
        onward = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if tokens[index].low == "between" and joins and not dated and onward not in _ITSELF:
            return CueMark(index, index + 1, Cue("gap"))
    number = scene.index(clause)
    if clause.opener in (",", "—", "(", ":") and clause.marks == [mark] and number:
        words = [token.low for token in tokens[max(0, clause.start - 4) : clause.start - 1]]
        if "between" in words and words[-1] in ("them", "two", "both"):
            return CueMark(mark.start, mark.end, Cue("gap"))
    at = mark.start - 1
    while at > 0 and tokens[at].low in _SIZING:
        at -= 1
    previous = tokens[at].low if mark.start else ""
    if previous == "within" and (alike := clause.cues("same", "similar")):
        return alike[0]
    if previous == "within" and [token.low for token in tokens[mark.end : mark.end + 3]] in _EACH_OTHER:
        return CueMark(mark.end, mark.end + 3, Cue("similar"))
    earlier = [other for other in clause.marks if other.end <= mark.start]
    if previous == "by" and _is_score(scene, mark):
        return None
    if previous == "by":
        number = scene.index(clause)
        pool = [*earlier]
        for before in reversed(scene.clauses[max(0, number - 2) : number]):
            pool = [*before.marks, *pool]
        percent = mark.figure.unit == "percent"
        if percent and any(isinstance(other, CueMark) and other.cue.role == "trend" for other in pool):
            return None
        for candidate in reversed(pool):
            if isinstance(candidate, CueMark) and candidate.cue.role == "trend":
                return None
            if isinstance(candidate, CueMark) and candidate.cue.role in ("more", "gap", "different"):
                return candidate
        return _plain_by(scene, mark)
    for candidate in reversed(earlier):
        if isinstance(candidate, CueMark) and candidate.cue.role == "gap":
            sides = [
                one
                for one in earlier
                if (isinstance(one, EntityMark) and one.start >= candidate.end)
                or (isinstance(one, TargetMark) and one.start > candidate.end)
            ]
            named = {at for one in sides for at in range(one.start, one.end)}
            between = {tokens[at].low for at in range(candidate.end, mark.start) if at not in named}
            if between.difference(scene.reader.idiom.words) <= {
                "of",
                "between",
                "from",
                "worth",
                "mere",
                "full",
                "whole",
                "bare",
                "paltry",
                "whopping",
                "good",
                "be",
                "are",
                "some",
                "is",
                "comes",
                "to",
                "amounts",
                "a",
                "just",
                "only",
                "in",
                "was",
                "the",
                "stands",
                "at",
                "works",
                "out",
                "about",
                "alone",
                "itself",
                "here",
                "runs",
                "totals",
                "equals",
            }:
                return candidate
        if isinstance(candidate, EntityMark) and _is_of_gap(scene, candidate, earlier):
            continue
        if isinstance(candidate, FigureMark | EntityMark):
            break
    return (
        _lies_between(scene, clause, mark)
        or _said_of_gap(scene, clause, mark)
        or _in_favor(scene, mark)
        or _asked_for(scene, clause, mark)
    )


def _asked_for(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """A figure alone, where the question before it asks for a gap: "By how much? About $39,500 a year."."""
    alone = not clause.number and clause.marks[0] is mark and not clause.entities() and not clause.targets()
    if not alone or mark.start - clause.start > 1 or not asks_for_a_gap(scene.context.discourse.question):
        return None
    return CueMark(mark.start, mark.end, Cue("gap"))


def _is_of_people(scene: Scene, mark: FigureMark) -> bool:
    """Whether a part is of the people and no gap: "the other half less", "half earn less"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    return before in ("other", "remaining") or after in scene.reader.idiom.verbs


def _in_favor(scene: Scene, mark: FigureMark) -> CueMark | None:
    """The words that make a figure somebody's lead: "$10,940 in the editors' favor"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 6]]
    at = next((at for at, word in enumerate(words) if word in ("favor", "favour")), 0)
    return CueMark(mark.end + at, mark.end + at + 1, Cue("gap")) if at and words[0] == "in" else None


def _is_score(scene: Scene, mark: FigureMark) -> bool:
    """Whether "by" gives the values of both: "outnumber veterinarians, by 131,320 to 80,630"."""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    return after in ("to", "against", "versus") and any(
        isinstance(one, FigureMark)
        and mark.end < one.start <= mark.end + 3
        and one.figure.unit == mark.figure.unit
        for _, one in scene.marks()
    )


def _is_of_gap(scene: Scene, entity: EntityMark, earlier: list[Mark]) -> bool:
    """Whether an entity only says whose a gap is: "the gap between the two", "the advantage of nurses comes to"."""
    start = entity.start
    while start and scene.tokens[start - 1].low in ("the", "a", "an"):
        start -= 1
    cues = [one for one in earlier if isinstance(one, CueMark) and one.cue.role == "gap" and one.end < start]
    of = bool(start) and scene.tokens[start - 1].low in ("of", "over", "between", "from", "to")
    near = bool(cues) and (cues[-1].end == start - 1 or scene.tokens[start - 1].low == "to")
    return len(entity.slugs) == 2 or (of and near)


def _said_of_gap(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The gap word that a figure between commas explains: "the difference, $620 a year, is one percent"."""
    before = scene.clauses[clause.number - 1] if clause.number and clause.opener in (",", "(") else None
    if before is None or clause.marks != [mark] or before.figures() or not before.marks:
        return None
    if mark.start > clause.start:
        # "are ahead, at $56,150" gives what they have.
        return None
    last = before.marks[-1]
    ends = isinstance(last, CueMark) and last.cue.role == "gap" and last.end == before.end
    if scene.tokens[last.start].low in ("ahead", "apart", "extra", "additional") or before.entities():
        return None
    return last if ends and isinstance(last, CueMark) else None


def _lies_between(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """A gap told by what lies between two: "between the diameters lie 1,590 km"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    if words[:1] != ["between"] or not {"lie", "lies", "stand", "stands", "yawns"} & set(words[1:]):
        return None
    return CueMark(clause.start, clause.start + 1, Cue("gap"))


def shared_cue(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The gap word of a second figure joined to this one: "thirteen years and $17,070 separate …"."""
    number = scene.index(clause)
    if clause.marks[-1] is not mark or mark.end < clause.end or number + 1 >= len(scene.clauses):
        return None
    following = scene.clauses[number + 1]
    figures, cues = following.figures(), following.cues("gap")
    if following.opener != "and" or not figures or not cues or figures[0].start != following.start:
        return None
    return cues[0] if cues[0].start - figures[0].end <= 1 else None


def delayed_cue(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The comparative that ends what an inserted figure interrupts: "which is $95, or 0.3%, more than …"."""
    if clause.marks[-1] is not mark or mark.end < clause.end:
        return None
    number = scene.index(clause)
    inserted = clause.opener == "or" or (
        number + 1 < len(scene.clauses) and scene.clauses[number + 1].opener == "or"
    )
    if not inserted:
        return None
    for later in scene.clauses[number + 1 : number + 3]:
        first = later.marks[0] if later.marks else None
        if (
            isinstance(first, CueMark)
            and first.cue.role == "more"
            and first.start == later.start
            and not first.cue.binds
        ):
            return first
        if later.opener != "or" or len(later.marks) != 1 or not isinstance(first, FigureMark):
            return None
    return None


def elaborated_cue(scene: Scene, clause: Clause, mark: FigureMark) -> CueMark | None:
    """The comparative before a colon that a figure says by how much: "earn slightly more: $2,790 a year"."""
    number = scene.index(clause)
    if clause.opener not in (":", "—", "(") or clause.marks[0] is not mark or not number:
        return None
    before = scene.clauses[number - 1]
    if before.opener == "than" and clause.opener == "(":
        # "a larger share than among nurses (29.1%)" gives what nurses have.
        return None
    if before.opener == "than" and number > 1:
        before = scene.clauses[number - 2]
    cues = before.cues("more", "gap")
    if cues and scene.tokens[min(cues[-1].end, len(scene.tokens) - 1)].low in ("one", "ones"):
        return None
    if not cues or before.figures() or clause.entities() or clause.targets():
        return None
    for following in scene.clauses[number + 1 : number + 2]:
        paired = following.opener in ("against", "and", "while", ",", ";")
        if paired and any(one.figure.unit == mark.figure.unit for one in following.figures()):
            return None
    if any(one is not mark and one.figure.unit == mark.figure.unit for one in clause.figures()):
        return None
    return cues[-1]


def is_nearer_gap(scene: Scene, sides: tuple[str, str], target: Target, figure: Figure) -> bool:
    """Whether a figure is nearer, in proportion, to the gap of two entities than to the value of either."""
    if figure.unit != "money" and family(scene.reader, target) in ("money", "count"):
        return figure.unit in ("percent", "points", "fraction")
    one, two = (comparable(scene.reader, slug, target) for slug in sides)
    if one is None or two is None or not figure.value:
        return True
    gap, *values = (
        abs(scaled(scene.reader, target, figure, value))
        for value in (one.value - two.value, one.value, two.value)
    )
    stated = abs(figure.value)
    return gap > 0 and all(_apart(stated, gap) < _apart(stated, value) for value in values if value)


def _apart(one: Decimal, two: Decimal) -> Decimal:
    return max(one, two) / min(one, two)


def _plain_by(scene: Scene, mark: FigureMark) -> CueMark | None:
    """A gap that only *by* announces, in an answer of few words: "Electricians, by 5 percentage points"."""
    trends = any(clause.cues("trend") or clause.targets() for clause in scene.clauses)
    asked = bool(scene.context.discourse.question and scene.context.discourse.concept)
    known = bool(scene.context.topic) or asked or mark.figure.unit == "money"
    measured = mark.figure.unit in ("points", "money", "percent") or (
        asked and (mark.units or mark.figure.unit == "time")
    )
    if trends or not measured or not known:
        return None
    return CueMark(mark.start - 1, mark.start, Cue("gap"))
