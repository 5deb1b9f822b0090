"""Which end of a range the words beside a figure make it: "the best-paid tenth", "at the bottom of the scale"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlg.validator.extraction.ranges.counterparts import is_level
from nlg.validator.extraction.ranges.portions import limit_of_part, part_of
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tails import HIGH, LOW, MEDIAN, OTHER, PERCENTILE
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark
from nlg.validator.sentences.scene import Scene, entity_after

_LIST = word_list("ends")


def _phrases(end: str) -> Iterator[str]:
    """The phrases of an end, their slots filled in."""
    nouns = _LIST["nouns"]
    for pattern in _LIST[end]["phrases"]:
        slot = next((name for name in nouns if f"{{{name}}}" in pattern), "")
        yield from (pattern.replace(f"{{{slot}}}", noun) for noun in nouns.get(slot, [""]))


_ENDS: PhraseTable[int] = PhraseTable.build(
    (words_of(phrase), sign) for end, sign in (("high", 1), ("low", -1)) for phrase in _phrases(end)
)
_PAID: PhraseTable[int] = PhraseTable.build(
    (words_of(phrase), sign)
    for end, sign in (("high", 1), ("low", -1))
    for phrase in _LIST[end]["before_people"]
)
"""Ends of a range only before the people meant."""
_OF_PEOPLE = frozenset(_LIST["of_people"]["verbs"])
_BEFORE_PEOPLE = frozenset({"among", "of", *_LIST["of_people"]["nouns"]})
_AFTER_PEOPLE = frozenset(
    {",", ".", ";", ":", ")", "", "more", "less", "over", "above", "under", "below", "at"}
)
"""What follows "the best-paid" where people are meant: "the lowest-paid make less than …, the highest-paid more"."""
_ATTACHING = frozenset({"at", "for", "in", "on", "the", "among", "(", "is", "as"})
_FRONTING = frozenset({"at", "on", "toward", "towards", "near", "among"})
_BEFORE_FRONTED = frozenset({"even", "only", "and", "but", "down", "up", "right", "over", "out"})
"""What may stand before the words that front a statement."""
_OWN = frozenset({"its", "their", "his", "her"})
_MIDDLE = frozenset({"median", "typical", "average"})


def bound_words(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """1 or −1 when the words beside a figure make it the upper or the lower end of a range, else 0."""
    found = limit_of(scene, clause, mark)
    return found if found in (HIGH, LOW) else 0


def limit_of(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """Which limit the words beside a figure make it; None where they make it none."""
    if not scene.reader.ranges:
        return None
    if is_level(scene, clause, mark):
        return scene.bound
    # Several rules ask, and the words stay what they are.
    place = mark.start, clause.number
    known = scene.limits_of.get(place)
    if known is None or known[0] is not mark:
        known = scene.limits_of[place] = (mark, _limit_of(scene, clause, mark))
    return known[1]


def _limit_of(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    if limit_of_part(scene, clause, mark) == OTHER and part_of(scene, clause, mark) in clause.marks:
        # "Top earners: one in four earns more than $162,870"
        return OTHER
    given = limits_given(scene)
    return given[mark.start] if mark.start in given else _beside(scene, clause, mark)


def limits_given(scene: Scene) -> dict[int, int]:
    """The limits of sums that have them from the order in which they stand."""
    if scene.limits is None:
        scene.limits = _paired(scene) if scene.reader.ranges else {}
    return scene.limits


def _beside(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """The limit that the nearest phrase names.

    The phrase nearest before the figure decides, then one after it in the clause; a clause before it
    counts when it is an adverbial of its own ("At the bottom of the scale, …") or what brackets explain.
    One right behind a figure that follows another is its own: "from $38,130 at the 10th percentile to …".
    """
    for told in (_starting(scene, mark), _in_brackets(scene, clause, mark), _within(scene, mark)):
        if told is not None:
            return told
    number = scene.index(clause)
    second = any(other.end <= mark.start and other.figure.unit == "money" for other in clause.figures())
    if second and (found := _attached(scene, clause, mark)) is not None:
        return found
    for index in range(mark.start - 1, _reach(scene, clause, mark) - 1, -1):
        owner = scene.clauses[number - 1] if index < clause.start else clause
        if (found := _named_at(scene, owner, index)) is not None:
            return found
    for index in range(mark.end, min(clause.end, mark.end + 5)):
        if (found := _named_at(scene, clause, index)) is not None:
            return found
    for index in range(mark.end + 5, clause.end):
        if found := at_own_extreme(scene, index + 2):
            return found
    following = scene.clauses[number + 1] if number + 1 < len(scene.clauses) else None
    if following is not None and scene.tokens[clause.start].low == "at" and len(clause.marks) == 1:
        for index in range(following.start, min(following.end, following.start + 6)):
            if found := end_at(scene, following, index):
                return found
    if (found := _fronted(scene, clause, mark)) is not None:
        return found
    return limit_of_part(scene, clause, mark)


def _reach(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """The first token before a figure that may name its limit."""
    number = scene.index(clause)
    if not number:
        return clause.start
    while (
        number > 1
        and clause.opener == scene.clauses[number - 1].opener == ","
        and not scene.clauses[number - 1].marks
        and not clause.entities()
    ):
        # "the top tenth of electricians, though, earn above $106,030"
        number -= 1
    previous = scene.clauses[number - 1]
    if clause.opener == ":" and not clause.names_somebody() and not _has_a_sum(previous):
        # "the top tenth do earn six figures: it begins at $102,010 with …"
        return previous.start
    if previous.figures() or _is_spent(scene, previous):
        return clause.start
    if clause.opener == "who":
        # "the best-paid tenth of bakers, who make $48,260"
        return previous.start
    if clause.opener == "(" or not previous.entities() or (clause.opener == "with" and not clause.entities()):
        return previous.start
    if clause.opener == ",":
        return previous.start if is_bare(scene, clause, mark) else max(previous.start, previous.end - 3)
    return clause.start


def _in_brackets(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """The limit that brackets right behind a figure give it: "$74,420 (10th percentile) to $132,500 (90th)"."""
    behind = scene.clauses[clause.number + 1] if clause.number + 1 < len(scene.clauses) else None
    if behind is None or not _explains(scene, behind, mark):
        return None
    found = [_named_at(scene, behind, index) for index in range(behind.start, behind.end)]
    if any(token.low in _MIDDLE for token in scene.tokens[behind.start : behind.end]):
        found.append(MEDIAN)
    return next((limit for limit in found if limit is not None), None)


def _explains(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a clause stands in brackets right behind a figure, and gives no sum."""
    return clause.opener == "(" and clause.start == mark.end + 1 and not _has_a_sum(clause)


def _within(scene: Scene, mark: FigureMark) -> int | None:
    """The limit that was read as part of a figure: "leads by $5,410 at the bottom"."""
    last = scene.tokens[mark.end - 1].low
    late = mark.end > mark.figure.core + 1 and last in ("top", "bottom", "end")
    return {"limit_high": HIGH, "limit_low": LOW}.get(mark.figure.hedge) if late else None


def _starting(scene: Scene, mark: FigureMark) -> int | None:
    """The limit where a gap stands between a verb of beginning and its comparative: "start almost $10,000 higher"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    return (
        LOW
        if before in _STARTING and after in ("higher", "lower", "above", "below", "more", "less")
        else None
    )


_STARTING = frozenset({"start", "starts", "started", "begin", "begins", "starting", "beginning"})


def _is_spent(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in brackets has said what the figure before it is, so that it is of no other."""
    before = scene.clauses[clause.number - 1].figures() if clause.number and clause.opener == "(" else []
    return bool(before) and _explains(scene, clause, before[-1])


def _has_a_sum(clause: Clause) -> bool:
    return any(one.figure.unit == "money" for one in clause.figures())


def is_bare(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a clause is a figure alone, which says how much the words before it are."""
    rest = {token.low for token in scene.tokens[mark.end : clause.end]}
    return len(clause.marks) == 1 and rest <= {".", "!"} and mark.start - clause.start <= 1


def _attached(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """The limit that stands right behind a figure: "$57,750 at the 90th percentile"."""
    index = mark.end
    while index < clause.end and scene.tokens[index].low in _ATTACHING:
        if (found := _named_at(scene, clause, index)) is not None:
            return found
        index += 1
    return _named_at(scene, clause, index) if index < clause.end else None


def _fronted(scene: Scene, clause: Clause, mark: FigureMark) -> int | None:
    """The limit of which the whole sentence speaks: "At the top, a nurse makes $80,000 and a baker $48,260"."""
    number = scene.index(clause)
    spent = number > 1 and any(is_bare(scene, scene.clauses[1], one) for one in scene.clauses[1].figures())
    if mark.figure.unit != "money" or clause.opener == "than" or spent:
        # "At the top, $80,000, nurses earn more than bakers": the words have had their figure.
        return None
    later = _fronted_later(scene, number)
    if later is not None:
        return later
    start = 1 if scene.tokens[0].low in _BEFORE_FRONTED else 0
    if start < len(scene.tokens) and scene.tokens[start].low in _FRONTING:
        region = (
            scene.clauses[number - 1 : number + 1] if is_bare(scene, clause, mark) and number else [clause]
        )
        words = {token.low for one in region for token in scene.tokens[one.start : one.end]}
        for index in range(0 if words & _MIDDLE else min(start + 4, mark.start)):
            if (found := _named_at(scene, scene.clauses[0], index)) is not None:
                return found
    return None


def _fronted_later(scene: Scene, number: int) -> int | None:
    """The limit that a statement behind a semicolon or a conjunction opens with: "…; at the 90th percentile, …"."""
    for clause in reversed(scene.clauses[1 : number + 1]):
        start = clause.start + (scene.tokens[clause.start].low in _BEFORE_FRONTED)
        if start < clause.end and scene.tokens[start].low in _FRONTING and not clause.names_somebody():
            for index in range(start, clause.end):
                if (found := _named_at(scene, clause, index)) is not None:
                    return found
    return None


def _named_at(scene: Scene, clause: Clause, index: int) -> int | None:
    """The limit that the words from one token on name, whatever it is."""
    tail = scene.tails().get(index)
    if tail is not None:
        return tail.limits[0] if len(tail.limits) == 1 else None
    return end_at(scene, clause, index) or None


def end_at(scene: Scene, clause: Clause, index: int) -> int:
    """Which end the words from one token on name; a word inside a name ("ceiling installers") names none."""
    if index >= len(scene.tokens):
        return 0
    low = scene.tokens[index].low
    if index not in scene.tails() and low not in _ENDS.by_first and low not in _PAID.by_first:
        return 0
    if any(isinstance(mark, EntityMark) and mark.start <= index < mark.end for _, mark in scene.marks()):
        return 0
    if (tail := scene.tails().get(index)) is not None:
        return tail.limits[0] if tail.limits in ((HIGH,), (LOW,)) else 0
    if low == "at" and (extreme := at_own_extreme(scene, index + 2)):
        return extreme
    if found := _ENDS.starting_at(scene.tokens, index):
        return found[1]
    if found := _PAID.starting_at(scene.tokens, index):
        following = scene.tokens[found[0]].low if found[0] < len(scene.tokens) else ""
        people = following in _BEFORE_PEOPLE or following in scene.reader.words.people
        if people or entity_after(scene, clause, found[0]):
            return found[1]
        said_of = index and scene.tokens[index - 1].low == "the" and following in _OF_PEOPLE
        closed = index and scene.tokens[index - 1].low == "the" and following in _AFTER_PEOPLE
        if (said_of or closed) and found[0] - index > 1:
            return found[1]
    return 0


def at_own_extreme(scene: Scene, start: int) -> int:
    """1 or −1 where a superlative says what something itself comes to at most or at least: "at its closest"."""
    words = [token.low for token in scene.tokens[max(0, start - 2) : start]]
    if len(words) < 2 or words[0] != "at" or words[1] not in _OWN:
        return 0
    return next(
        (mark.cue.sign for _, mark in scene.marks() if isinstance(mark, CueMark) and mark.start == start), 0
    )


def side_named(scene: Scene, clause: Clause, index: int) -> int:
    """Which end the words from one token on name, whoever follows: "a low-paid and a high-paid baker"."""
    found = _PAID.starting_at(scene.tokens, index)
    return end_at(scene, clause, index) or (found[1] if found else 0)


def is_of_people(scene: Scene, index: int) -> bool:
    """Whether the words from one token on name people by what they earn: "the best-paid tenth", "top earners"."""
    if index in scene.tails():
        return not any(token.low in PERCENTILE for token in scene.tokens[index : scene.tails()[index].end])
    longer = _ENDS.starting_at(scene.tokens, index)
    return longer is None and _PAID.starting_at(scene.tokens, index) is not None


def ends_before(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before a token name an end of a range if people follow: "the best-paid 10 percent"."""
    return _PAID.ending_at(tokens, end) is not None


def _paired(scene: Scene) -> dict[int, int]:
    """The limits of sums that stand in pairs, in the order in which two limits were named.

    Example: "at the 10th and 90th percentiles, $34,860 and $57,750"; "for bakers, those marks are $27,560 and …"
    """
    found: dict[int, int] = {}
    pairs = list(pairs_of(scene))
    tails = sorted(scene.tails().values(), key=lambda tail: tail.start)
    for tail in tails:
        if len(tail.limits) != 2:
            continue
        stop = next((other.start for other in tails if other.start > tail.start), len(scene.tokens))
        behind = [pair for pair in pairs if tail.end <= pair[0].start < stop]
        before = [pair for pair in pairs if pair[1].end <= tail.start and pair[0].start not in found]
        for one, two in behind or before[-1:]:
            found[one.start], found[two.start] = tail.limits
    sums = [
        (clause, mark)
        for clause, mark in scene.marks()
        if isinstance(mark, FigureMark) and mark.figure.unit == "money" and mark.figure.high is None
    ]
    order: list[int] = []
    for clause, mark in sums:
        limit = found.get(mark.start, _beside(scene, clause, mark))
        pair = next((pair for pair in pairs if pair[0] is mark), None)
        if (
            limit is None
            and pair is not None
            and sorted(order[-2:]) == [LOW, HIGH]
            and _goes_on(scene, clause)
        ):
            found[pair[0].start], found[pair[1].start] = order[-2:]
        elif limit in (HIGH, LOW):
            order.append(limit)
    return found


def pairs_of(scene: Scene) -> Iterator[tuple[FigureMark, FigureMark]]:
    """Each two sums that nothing but a conjunction parts."""
    marks: list[Mark] = [mark for _, mark in scene.marks()]
    last = -1
    for one, two in pairwise(marks):
        if not (isinstance(one, FigureMark) and isinstance(two, FigureMark)) or one.start <= last:
            continue
        words = [token.low for token in scene.tokens[one.end : two.start]]
        if one.figure.unit == two.figure.unit == "money" and words in (["and"], [",", "and"], ["to"], ["or"]):
            last = two.start
            yield one, two


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a clause gives figures of another entity for what was named before: no measure is named in it."""
    named = [mark for mark in clause.targets() if not mark.is_verb and not mark.is_weak]
    return not named and (clause.opener in (";", "while", "and", ",", "(") or not clause.entities())
