"""Whether a comparative sets the entities against each other, and is no mere adjective: "older patients"."""

from __future__ import annotations

from itertools import pairwise

from nlg.validator.binding.comparands import compares_numbers, of_part, of_that
from nlg.validator.extraction.nonclaims.foreign_subjects import is_of_a_portion
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.verdicts import family
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after

_LIGHT = frozenset(
    "among on by in for at of , . ; : ) ( ! to and but with too still here there either overall though as when between"
    " that this also over across per a an the is are it placed positioned".split()
)
_ANY = frozenset(
    "group lot bunch crowd crew one option choice side of two figure number share sector pair".split()
)
"""What a comparative may be said of, whatever is compared."""


def _has_than(scene: Scene, clause: Clause) -> bool:
    return than_side(scene, clause) is not None


_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "each", "every", "next", "these", "those", "no", "some"}
)


_OWNING = frozenset({"its", "their", "his", "her"})


def _has_another_subject(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a noun that is none of ours is what the comparative is said of: "so that the next visit is shorter"."""
    named = [one for one in clause.entities() if not (one.possessive and one.reference)]
    first = [token.low for token in scene.tokens[clause.start : mark.start]]
    own = any(one in ("my", "our") and two.isalpha() for one, two in pairwise(first))
    if own and not named and not clause.targets():
        # "my right trouser leg was the longer"
        return True
    if named or clause.targets():
        return False
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    inside = {index for one in clause.marks for index in range(one.start, one.end)}
    return any(
        (word in _DETERMINERS or word in _OWNING)
        and at + 1 < len(words)
        and words[at + 1].isalpha()
        and clause.start + at + 1 not in inside
        for at, word in enumerate(words)
        if clause.start + at not in inside or word in _OWNING
    )


def _is_fronted(scene: Scene, clause: Clause) -> bool:
    """Whether the sentence opens with what is compared: "When it comes to moons, Jupiter takes the crown"."""
    before = scene.clauses[: clause.number]
    named = [one for one in before if one.targets()]
    alone = not any(
        one.figures() or any(not entity.is_pronoun for entity in one.entities()) for one in before
    )
    return clause.opener in (",", "while") and len(named) == 1 and alone and bool(clause.entities())


def is_of_a_gap(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether it is a gap or a ratio that is said to be larger: "the difference at the lower end is larger"."""
    words = [token.low for token in scene.tokens[clause.start : mark.start]]
    ours = {index for one in clause.targets() for index in range(one.start, one.end)}
    gaps = {index for one in clause.cues("gap") for index in range(one.start, one.end)}
    nouns = [
        at
        for at, word in enumerate(words)
        if (word in _GAPS or (word in _GAPS_TOO and clause.start + at in gaps))
        and clause.start + at not in ours
    ]
    if not nouns:
        return False
    behind = words[nouns[0] + 1 :]
    linked = set(behind) & _LINKING or set(behind) <= _STRESSING
    return bool(linked) and not any(
        entity.start >= clause.start + nouns[0] for entity in clause.entities()[:1]
    )


_GAPS = frozenset(
    "gap ratio difference lead advantage margin edge spread distance contrast disparity discrepancy divide"
    " imbalance divergence variation".split()
)
_GAPS_TOO = frozenset({"premium", "deficit", "differential", "shortfall"})
_LINKING = frozenset(
    "is are was gets grows becomes looks remains seems proves narrows widens turns stays gets".split()
)
_STRESSING = frozenset(
    {"even", "still", "far", "much", "somewhat", "a", "little", "bit", "slightly", "rather"}
)
"""Between a gap and what it is where the verb is left out: "the contrast is sharp and the gap even larger"."""


def _is_behind_a_thing(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether "behind" says where somebody is: "behind the wheel"."""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    named = any(
        entity.start in (mark.end, mark.end + 1) for one in scene.clauses for entity in one.entities()
    )
    return (
        scene.tokens[mark.start].low == "behind"
        and after in ("the", "a", "her", "his", "their", "one", "each", "every", "both")
        and not named
    )


def _is_of_a_part(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a part of somebody's people is set against another: "a slightly larger group, 27.9%, went no further"."""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    start = mark.start
    while start > clause.start and scene.tokens[start - 1].low in (
        "slightly",
        "much",
        "somewhat",
        "far",
        "even",
    ):
        start -= 1
    before = scene.tokens[start - 1].low if start else ""
    if after not in _PARTS or before not in ("a", "an", "another") or _has_than(scene, clause):
        return False
    near = [clause, *scene.clauses[clause.number + 1 : clause.number + 2]]
    shares = [
        figure
        for one in near
        for figure in one.figures()
        if figure.figure.unit in ("percent", "fraction") and mark.end < figure.start <= mark.end + _NEXT
    ]
    return bool(shares) and not any(one.start > mark.end for one in clause.entities())


_PARTS = frozenset(
    {"group", "share", "part", "portion", "proportion", "number", "percentage", "minority", "fraction"}
)
_NEXT = 3


def _is_of_some(scene: Scene, clause: Clause) -> bool:
    """Whether some of the people are said to have more than the rest of them: "Some earn far more"."""
    words = [token.low for token in scene.tokens[clause.start : clause.start + 3]]
    if words[:1] == ["but"] or words[:1] == ["and"]:
        words.pop(0)
    return bool(words) and words[0] in _SOME and words[1:2] != ["of"] and not clause.entities()


_SOME = frozenset(
    {"some", "many", "few", "others", "several", "plenty", "those", "most", "everyone", "nobody"}
)


def _counts_people(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether there are said to be more or fewer of an entity: "28,340 actuaries and fewer statisticians"."""
    if mark.end != mark.start + 1 or scene.tokens[mark.start].low not in ("more", "fewer"):
        return False
    counted = any(
        one.figure.unit == "plain" and entity_after(scene, other, one.end) is not None
        for other in scene.clauses
        for one in other.figures()
    )
    there = any(
        one.low == "there" and two.low in ("are", "'s", "is")
        for one, two in pairwise(scene.tokens[: mark.start])
    )
    return entity_after(scene, clause, mark.end) is not None and (counted or there)


def _is_group_of(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a comparative describes a group that an entity is or has: "a slightly older crew in welding"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    own = scene.reader.words
    start = mark.start
    while start > clause.start and scene.tokens[start - 1].low in ("slightly", "much", "somewhat", "far"):
        start -= 1
    return (
        len(words) == 2
        and words[1] in ("in", "among")
        and (words[0] in _GROUPS or words[0] in own.people or words[0] in own.counts)
        and start > clause.start
        and scene.tokens[start - 1].low in ("a", "an", "the")
        and any(one.start in (mark.end + 2, mark.end + 3) for one in clause.entities())
    )


_GROUPS = frozenset("crew crowd staff group team cohort".split())


def _is_ours(scene: Scene, noun: str) -> bool:
    """Whether a noun stands for an entity or a measure: "the higher earner", "a smaller one"."""
    own = scene.reader.words
    known = (
        noun in own.nouns
        or noun in own.loose
        or noun in own.people
        or noun in own.parts
        or noun in own.counts
    )
    return known or noun in _ANY or noun in scene.reader.idiom.words


def _is_of_time(scene: Scene, noun: str) -> bool:
    """Whether "less time" is of a time that the sentence names: "becoming a nurse takes less time"."""
    return noun == "time" and any(
        target.kind in ("measure", "range") and family(scene.reader, target) == "time"
        for clause in scene.clauses
        for mark in clause.targets()
        for target in mark.targets
    )


def _is_who_does_more(scene: Scene, clause: Clause, mark: CueMark, before: str, after: str) -> bool:
    """Whether somebody is called the one of two who does more of something: "Saturn is also the faster traveler"."""
    named = [entity for entity in clause.entities() if entity.end <= mark.start]
    closing = scene.tokens[mark.end + 1].low if mark.end + 1 < len(scene.tokens) else "."
    verb = {token.low for token in scene.tokens[named[-1].end : mark.start]} if named else set()
    said = before == "the" and bool(verb & {"is", "are", "'s", "remains", "remain"}) and bool(mark.cue.domain)
    agent = len(after) > _AGENT and after.rstrip("s").endswith(("er", "or"))
    return said and agent and mark.cue.domain != "quality" and (not closing.isalpha() or closing == "of")


_AGENT = 4
"""Letters beyond which a word in -er is one who does something."""


def is_asserted(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a comparative compares the entities, and is no mere adjective ("older patients")."""
    if mark.start and scene.tokens[mark.start - 1].low in ("matter", "matters", "count", "counts"):
        return False
    if mark.start > 1 and scene.tokens[mark.start - 1].low in ("and", "or"):
        if scene.tokens[mark.start - 2].low.isdigit():
            # "workers 25 and older"
            return False
    if is_of_a_portion(scene, clause):
        return False
    if _is_behind_a_thing(scene, clause, mark) or _is_of_a_part(scene, clause, mark):
        return False
    if _is_of_some(scene, clause) and not _has_than(scene, clause):
        return False
    if mark.cue.binds:
        number = scene.index(clause)
        return any(
            later.opener == "than" and later.entities() for later in scene.clauses[number + 1 : number + 2]
        )
    following = adjacent_after(scene, clause, mark.end, 1)
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if mark.cue.domain == "steep" and any(cue.start == mark.end for cue in clause.cues("trend")):
        return bool(clause.entities())
    if scene.tokens[mark.start].low.startswith(("favor", "favour")):
        # "The job outlook favors nurses", but not "employers favor experience".
        return entity_after(scene, clause, mark.end) is not None and bool(clause.targets())
    plain = not mark.cue.domain and mark.scale is None
    if (
        plain
        and following is None
        and mark.end < clause.end
        and after not in _LIGHT
        and not (_is_ours(scene, after) or _is_of_time(scene, after))
        and not entity_after(scene, clause, mark.end)
    ):
        return False
    if _has_than(scene, clause):
        return True
    if compares_numbers(scene, clause, mark):
        return True
    if after == "of" and "there" in {token.low for token in scene.tokens[clause.start : mark.start]}:
        # "There is more of that on Neptune"
        return bool(of_that(scene, mark))
    if _counts_people(scene, clause, mark) or _is_group_of(scene, clause, mark):
        return True
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    if _is_who_does_more(scene, clause, mark, before, after):
        return True
    if before in ("the", "a", "that") and not clause.entities() and mark.start - clause.start <= 1:
        named = {entity.slugs for one in scene.clauses for entity in one.entities()}
        noun = adjacent_after(scene, clause, mark.end, 0) is not None or _is_ours(scene, after)
        return before == "the" and len(named) == 1 and noun
    if after == "-" and before in ("the", "a") and any(one.start == mark.end + 1 for one in clause.marks):
        return bool(clause.entities())
    if _has_another_subject(scene, clause, mark):
        return False
    if mark.end >= clause.end or after in _LIGHT:
        told = mark.cue.domain or mark.scale or clause.targets() or clause.cues("trend")
        return bool(told) or _is_fronted(scene, clause)
    if following is not None and not following.is_verb:
        return True
    for cue in clause.cues("much", "slightly"):
        if cue.end == mark.start:
            before = scene.tokens[cue.start - 1].low if cue.start else ""
    own = (
        _is_ours(scene, after)
        or of_part(scene.reader, mark, after) is not None
        or (after in _GROUPS and bool(clause.entities()))
    )
    return before in ("the", "a") and own
