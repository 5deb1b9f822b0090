"""How many times: "twice", "1.4 times", "a third of", "half as many again", "five for every"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from nlg.validator.binding.comparands import comparison_target
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.asides import is_frequency, is_part_of_a_story
from nlg.validator.lexis.figure import Hedge
from nlg.validator.lexis.hedges import hedge_before
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after
from nlg.validator.vocabulary.resolution import Target

_NO_MULTIPLES = [["digits"], ["digit"], ["check"], ["duty"]]
"""What "double" doubles nothing before: "grow by double digits"."""


def factor_of(scene: Scene, clause: Clause, mark: Mark) -> tuple[Decimal, Hedge, Decimal, int, int] | None:
    """Multiple, hedge, printed step, and the words that say it."""
    tokens = scene.tokens
    if (more := _again(scene, clause, mark) or _on_the_dollar(scene, mark)) is not None:
        return more
    if isinstance(mark, CueMark) and [one.low for one in tokens[mark.end : mark.end + 1]] in _NO_MULTIPLES:
        return None
    if isinstance(mark, CueMark) and mark.cue.role == "ratio" and not _is_how_often(scene, clause, mark):
        hedge, start = hedge_before(tokens, mark.start)
        return mark.cue.factor, hedge, Decimal(1), start, mark.end
    if not isinstance(mark, FigureMark) or is_part_of_a_story(tokens, mark.end):
        return None
    figure = mark.figure
    if figure.unit == "times" and is_frequency(scene.tokens, mark.end):
        return None
    if is_called_multiple(scene, mark):
        return figure.value, figure.hedge, figure.step, mark.start, mark.end
    of_the = [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]] == ["of", "the"]
    of_the = of_the or figure.value >= _MANY
    for_every = figure.unit == "plain" and not of_the and is_for_every(scene, clause)
    if for_every and counted_after(scene, clause, mark):
        of_how_many = _of_each(scene, mark)
        if mark.start == of_how_many[1]:
            return None
        return figure.value / of_how_many[0], figure.hedge or "about", figure.step, mark.start, mark.end
    after = tokens[mark.end].low if mark.end < len(tokens) else ""
    if after == "as" and [token.low for token in tokens[mark.end + 1 : mark.end + 2]] in _SETTING_AGAINST:
        # "7.1 percent as opposed to 4.3 percent"
        return None
    if figure.unit == "times":
        return figure.value, figure.hedge, figure.step, mark.start, mark.end
    if (
        figure.unit == "fraction"
        and (after in ("as", "the", "that", "of") or _is_of_bare(scene, clause, mark))
        and _is_multiple(scene, clause, mark)
    ):
        return figure.value, figure.hedge, Decimal(1), mark.start, mark.end
    if figure.unit == "percent" and (
        _is_of_a_gap(scene, clause, mark) or (scene.gap and clause.opener == "or")
    ):
        return None
    if (
        figure.unit == "percent"
        and after == "of"
        and (_is_share_again(scene, mark) or _makes_up_that(scene, mark))
    ):
        return None
    if figure.unit == "percent" and after in ("of", "as") and _is_multiple(scene, clause, mark):
        return figure.value / 100, figure.hedge, figure.step / 100, mark.start, mark.end
    return None


def _makes_up_that(scene: Scene, mark: FigureMark) -> bool:
    """Whether a percentage is of another whole that the same makes up: "… but only 0.16% of that of Mars"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 3]]
    before = [clause for clause in scene.clauses if clause.start < mark.start]
    parts = any(cue.end <= mark.start for clause in before for cue in clause.cues("people"))
    return parts and words[1:2] == ["that"] and words[2:] in (["of"], ["on"], ["in"], ["at"])


def _is_of_a_gap(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether it is a gap that is so much of a value: "the difference, $2,900, is 3% of the architect's salary"."""
    near = [one for one in scene.clauses[max(0, clause.number - 2) : clause.number + 1] if one.opener != ";"]
    gaps = [cue for one in near for cue in one.cues("gap") if cue.end <= mark.start]
    words = {token.low for token in scene.tokens[mark.start - 3 : mark.start]} if mark.start > 2 else set()
    between = [
        one for part in near for one in part.entities() if gaps and gaps[-1].end < one.start < mark.start
    ]
    return bool(gaps) and not between and bool(words & _MAKING)


_MAKING = frozenset({"is", "to", "at", "comes", "equals", "represents", "or", ","})


def is_called_multiple(scene: Scene, mark: Mark) -> bool:
    """Whether a bare number is called a multiple, which names nobody first: "that is a multiple of 2.4"."""
    if not isinstance(mark, FigureMark) or mark.figure.unit != "plain" or mark.units:
        return False
    # What hedges the number may stand between: "by a factor of about 136".
    before = (
        [token.low for token in scene.tokens[max(0, at - 2) : at]] for at in (mark.figure.core, mark.start)
    )
    return any(words in _MULTIPLES for words in before) and mark.figure.value < 1000


_MULTIPLES = (["multiple", "of"], ["factor", "of"], ["ratio", "of"])


def _is_share_again(scene: Scene, mark: FigureMark) -> bool:
    """Whether another share is told before: "96.3% of Saturn's atmosphere but only 82.5% of that of Uranus"."""
    return any(
        isinstance(one, FigureMark)
        and one.figure.unit == "percent"
        and one.end < mark.start
        and scene.tokens[one.end].low == "of"
        for _, one in scene.marks()
    )


def _is_how_often(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a multiple counts times: "she has to look twice", "you'd have to look twice to see it"."""
    if scene.tokens[mark.start].low not in ("twice", "thrice") or than_side(scene, clause) is not None:
        return False
    behind = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if behind in _HOW_OFTEN and not _measured(clause, mark):
        return True
    return all(not token.low.isalnum() for token in scene.tokens[mark.end :]) and not _measured(clause, mark)


_HOW_OFTEN = frozenset({"to", "before", "about", "when", "because", "if", "whether", "on", "at", "or"})
"""Words behind a "twice" that is of nothing."""


def _measured(clause: Clause, mark: CueMark) -> bool:
    return any(one.end <= mark.start and not one.is_verb for one in clause.targets())


def _again(scene: Scene, clause: Clause, mark: Mark) -> tuple[Decimal, Hedge, Decimal, int, int] | None:
    """The multiple that a part on top makes: "half as old again", "half again as many", "as many again"."""
    if not isinstance(mark, FigureMark) or mark.figure.unit not in ("fraction", "percent"):
        return None
    words = [token.low for token in scene.tokens[mark.end : min(mark.end + 4, clause.end + 4)]]
    if "again" not in words:
        return None
    at = words.index("again")
    if not (words[0] == "again" or (words[0] == "as" and at in (2, 3))):
        return None
    part = mark.figure.value / (100 if mark.figure.unit == "percent" else 1)
    end = mark.end + 1 if words[0] == "again" else mark.end
    return part + 1, mark.figure.hedge, Decimal(1), mark.start, end


def _on_the_dollar(scene: Scene, mark: Mark) -> tuple[Decimal, Hedge, Decimal, int, int] | None:
    """The multiple that an amount for each dollar makes: "for every dollar a nurse earns, a baker earns 39 cents"."""
    if (
        not isinstance(mark, FigureMark)
        or mark.figure.unit != "money"
        or not 0 < mark.figure.value < _DOLLARS
    ):
        return None
    words = [token.low for token in scene.tokens]
    dollar = next(
        (at for at, one in enumerate(words) if one in _EACH and _is_dollar(words[at + 1 : at + 3])), -1
    )
    if dollar < 0 or mark.start == dollar + 1 or (mark.figure.value >= 1 and words[dollar] == "the"):
        return None
    scene.used.update(range(dollar + 1, dollar + 3))
    return mark.figure.value, mark.figure.hedge, mark.figure.step, mark.start, mark.end


def _is_dollar(words: list[str]) -> bool:
    return words[:1] == ["dollar"] or words == ["$", "1"]


_DOLLARS = 20
"""From this many on they are wages, and no multiple of one."""
_EACH = frozenset({"every", "each", "the"})


_SETTING_AGAINST = (["opposed"], ["against"], ["compared"], ["well"])
_MANY = 1000
"""From this number on something is no count for each one of the others."""


def is_for_every(scene: Scene, clause: Clause) -> bool:
    """Whether a count is for each one of the others.

    Example: "for every web developer there are 21 software developers"
    """
    words = [token.low for token in scene.tokens[: clause.end]]
    return any(one in ("for", "to") and two in ("every", "each") for one, two in pairwise(words))


_FOR_EVERY = [[one, two] for one in ("for", "to") for two in ("every", "each")]


def counted_after(scene: Scene, clause: Clause, mark: FigureMark) -> EntityMark | None:
    """Whose number is told for each one of the others: "21 developers", "52 openings for accountants", "52 in law"."""
    if (counted := entity_after(scene, clause, mark.end)) is not None:
        return counted
    each = [
        entity for one in scene.clauses[: scene.index(clause)] for entity in one.entities() if entity.slugs
    ]
    each = each or [entity for entity in clause.entities() if entity.end <= mark.start]
    after = [entity for entity in clause.entities() if entity.start >= mark.end]
    owner = clause.entities()[:1]
    behind = scene.tokens[mark.end : mark.end + 2]
    if [token.low for token in behind] in _FOR_EVERY and after:
        # "688,840 mechanics, which is 2.3 for every machinist"
        named = [one for other in scene.clauses[: scene.index(clause)] for one in other.entities()]
        return named[-1] if named and named[-1].slugs != after[0].slugs else None
    if each and owner and owner[0].end <= mark.start and owner[0].slugs != each[-1].slugs and not after:
        # "For every two moons of Jupiter, Saturn has three."
        return owner[0] if mark.start - owner[0].end <= 2 else None
    words = [token.low for token in behind]
    if words[:1] == ["of"] and len(after) == 2 and after[0].start == mark.end + 1:
        # "about 21 of the former for every one of the latter"
        return after[0] if after[0].slugs != after[1].slugs and len(after[0].slugs) == 1 else None
    before = scene.tokens[after[0].start - 1].low if after else ""
    if not each or not after or mark.units or after[0].slugs == each[-1].slugs:
        return None
    linked = before in ("for", "in", "of", "among", "the") and after[0].start - mark.end <= 4
    return after[0] if linked else None


def _of_each(scene: Scene, mark: FigureMark) -> tuple[Decimal, int]:
    """How many a number is for, and where that stands: 2 of "for every two moons"; 1 where no number says."""
    for index, token in enumerate(scene.tokens):
        if token.low in ("every", "each") and index and scene.tokens[index - 1].low == "for":
            for _, one in scene.marks():
                if isinstance(one, FigureMark) and one.start == index + 1 and one.figure.unit == "plain":
                    scene.used.add(one.start)
                    return max(one.figure.value, Decimal(1)), one.start
    return Decimal(1), -1


def each_counted(scene: Scene, clause: Clause) -> Target | None:
    """The count of which there are so many for each one: "for every opening for a barber there are three …"."""
    reader = scene.reader
    named = [target for one in scene.clauses for mark in one.targets() for target in mark.targets]
    for token in scene.tokens:
        for words, targets in reader.targets.by_first.get(token.low + "s", ()):
            if len(words) == 1:
                named.extend(targets)
    counts = (one for one in named if one.kind == "measure" and reader.families[one.name] == "count")
    return next(counts, None)


def _is_of_bare(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a fraction stands right before whose measure it is of: "half Earth's size"."""
    following = [other for other in clause.marks if other.start >= mark.end][:2]
    if len(following) < 2 or not isinstance(following[0], EntityMark) or not following[0].possessive:
        return False
    noun = following[1]
    return (
        following[0].start == mark.end
        and not following[0].reference
        and isinstance(noun, TargetMark)
        and noun.start <= following[0].end + 1
        and all(family(scene.reader, target) not in ("percent", "change") for target in noun.targets)
    )


def _of_the_others(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a share is of the other's measure: "earns 99.7 percent of the administrator's salary"."""
    following = [other for other in clause.marks if other.start >= mark.end][:2]
    if len(following) == 1 and isinstance(following[0], EntityMark) and following[0].possessive:
        # "a paralegal's salary is about 40% of a lawyer's"
        near = [one for one in scene.clauses[: clause.number + 1] if one.opener != ";"][-3:]
        named = [
            target
            for one in near
            for other in one.targets()
            for target in other.targets
            if target.kind == "measure"
        ]
        if not named and any(one.possessive and one.end <= mark.start for one in clause.entities()):
            # "put differently, a nurse's median is about 70 percent of a developer's"
            named = [target for target in (scene.last_target, scene.context.discourse.target) if target][:1]
        return bool(named) and all(
            target.kind == "measure" and family(scene.reader, target) not in ("percent", "change")
            for target in named
        )
    if len(following) < 2 or not isinstance(following[0], EntityMark):
        return False
    if not following[0].possessive and following[0].end != following[1].start:
        # "two thirds of RN pay" is of the other's pay, "two thirds of nurses are women" of people.
        return False
    if following[0].reference or _holds(scene, clause, mark):
        return False
    noun = following[1]
    verb = scene.tokens[noun.end].low if noun.end < len(scene.tokens) else ""
    if mark.start - clause.start <= 1 and verb in ("are", "will") and isinstance(noun, TargetMark):
        # "Eight percent of administrators' jobs are to go" is part of these.
        return False
    if not following[0].possessive and scene.tokens[noun.start].low in scene.reader.idiom.verbs:
        return False
    wanted = ("money",) if not following[0].possessive else ()
    return isinstance(noun, TargetMark) and any(
        target.kind == "measure"
        and family(scene.reader, target) != "percent"
        and (not wanted or family(scene.reader, target) in wanted)
        for target in noun.targets
    )


def _holds(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a share is held by a kind of people: "women hold 85% of the clerks' jobs"."""
    people = any(
        family(scene.reader, target) == "percent" and target.kind in ("measure", "item")
        for other in clause.targets()
        if other.end <= mark.start
        for target in other.targets
    )
    words = {token.low for token in scene.tokens[clause.start : mark.start]}
    return people or bool(words & {"hold", "holds", "fill", "fills", "occupy", "have"})


def _is_multiple(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a fraction is of the other side's value, and no share of people.

    Example: "half the jobs", "a third as many"
    """
    tokens = scene.tokens
    after = tokens[mark.end].low
    if after == "as":
        return True
    if _is_of_bare(scene, clause, mark):
        return True
    if after == "of" and _is_of_the_same(scene, clause, mark):
        return True
    if after == "of":
        words = {token.low for token in tokens[mark.end : mark.end + 2]}
        return bool(words & {"what", "that"}) or _of_the_others(scene, clause, mark)
    if [token.low for token in tokens[mark.end : mark.end + 2]] in _THAT_SHARE:
        return True
    following = adjacent_after(scene, clause, mark.end, 3)
    if following is None and after == "the" and mark.figure.unit == "fraction":
        found = comparison_target(scene, clause, None, mark.end)
        noun = entity_after(scene, clause, mark.end + 1)
        return (
            noun is None
            and bool(found)
            and all(family(scene.reader, target) != "percent" for target in found)
        )
    if following is None or not any(target.kind in ("measure", "range") for target in following.targets):
        return after in ("that", "of") and any(
            token.low in ("what", "that", "figure") for token in tokens[mark.end : mark.end + 2]
        )
    return not any(
        family(scene.reader, target) == "percent" for target in following.targets if target.kind != "text"
    )


def _is_of_the_same(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a part is of what the other has of a measure: "Venus has about four fifths of the mass"."""
    if (
        mark.figure.unit != "fraction"
        or scene.tokens[mark.end + 1 : mark.end + 2] == ()
        or not clause.entities()
    ):
        return False
    noun = next((one for one in clause.targets() if one.start == mark.end + 2), None)
    if noun is None or scene.tokens[mark.end + 1].low != "the" or clause.entities()[0].start > mark.start:
        return False
    closed = noun.end >= len(scene.tokens) or not scene.tokens[noun.end].low.isalpha()
    return closed and all(
        target.kind == "measure" and family(scene.reader, target) not in ("percent", "change", "count")
        for target in noun.targets
    )


_THAT_SHARE = [
    [one, two] for one in ("the", "that") for two in ("share", "figure", "rate", "percentage", "number")
]
