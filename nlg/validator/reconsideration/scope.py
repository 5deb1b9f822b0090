"""Words that are no claim about the compared after all, or none that the data can settle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.extraction.figures.rereading import names
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.listings import judge_membership
from nlg.validator.judgement.verdicts import unparsed
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import figure_of, marks_of, place_of
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target, domain_targets

_LIST = word_list("reconsideration")
_PERSONS, _OWNING = frozenset(_LIST["persons"]), frozenset(_LIST["owning"])
_ADVISING, _VALUING = frozenset(_LIST["advising"]), frozenset(_LIST["valuing"])
_ASKING, _PARTS = frozenset(_LIST["asking"]), frozenset(_LIST["parts"])
_GOING_ON = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["going_on"])
_LEADING_ON = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["leading_on"])
_SUMS = frozenset(word_list("nouns")["sums"])
_GAPS = frozenset({"difference", "ratio", "comparison"})
_COMPARING = frozenset({"comparison", "superlative", "similarity"})
_UNMEASURED = _COMPARING | {"trend"}
_SPEAKING, _HELPING = frozenset(_LIST["speaking"]), frozenset(_LIST["helping"])


def in_person(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without figures of the writer's or the reader's own: "the $98k you're on", "at 37 you'd fit in"."""
    for claim in claims:
        found = figure_of(scene, claim)
        is_own = found is not None and _is_own(scene, found[1])
        if not is_own and not (
            claim.verdict == "refuted"
            and (
                (claim.kind in _GAPS and _is_of_me(scene, claim))
                or (claim.kind in _UNMEASURED and (_is_of_us(scene, claim) or _is_of_ones_age(scene, claim)))
            )
        ):
            yield claim


def _is_of_me(scene: Scene, claim: Claim) -> bool:
    """Whether a clause compares the speaker with nobody named: "I make a third more"."""
    marks = marks_of(scene, claim)
    words = {token.low for _, mark in marks for token in scene.tokens[: mark.start]}
    return "i" in words and not any(clause.entities() for clause in scene.clauses)


def _is_of_ones_age(scene: Scene, claim: Claim) -> bool:
    """Whether the reader's own age is set against somebody's: "you'd be older than the typical counselor"."""
    marks = marks_of(scene, claim)
    before = {token.low.partition("'")[0] for _, mark in marks[:1] for token in scene.tokens[: mark.start]}
    named = [
        clause.opener
        for clause in scene.clauses
        for one in clause.entities()
        if one.slugs and not one.reference
    ]
    ages = {target.name for target in domain_targets(scene.reader, "age")}
    return claim.attribute in ages and bool(before & _ANYBODY) and all(opener == "than" for opener in named)


_ANYBODY = frozenset({"you", "i", "someone", "somebody", "anyone", "anybody"})


def _is_of_us(scene: Scene, claim: Claim) -> bool:
    """Whether speakers say it of themselves, and name nobody: "they read that we are shrinking"."""
    cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
    if not cues or any(not one.reference for clause in scene.clauses for one in clause.entities()):
        return False
    at = cues[0].start - 1
    while at >= 0 and scene.tokens[at].low in _HELPING:
        at -= 1
    return at >= 0 and scene.tokens[at].low.partition("'")[0] in _SPEAKING


def _is_own(scene: Scene, mark: FigureMark) -> bool:
    after = [token.low for token in scene.tokens[mark.end : mark.end + 4] if token.low not in ("that", ",")]
    if not after or after[0].partition("'")[0] not in _PERSONS:
        return False
    if mark.figure.unit == "plain" and mark.start and scene.tokens[mark.start - 1].low == "at":
        return True
    verb = after[0].partition("'")[2] or (after[1].lstrip("'") if len(after) > 1 else "")
    return verb in _OWNING


def in_question(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without likenesses that are only asked about: "I want to say how much the same they are"."""
    for claim in claims:
        marks = marks_of(scene, claim) if claim.verdict == "refuted" and claim.kind in _COMPARING else []
        cues = [(clause, mark) for clause, mark in marks if isinstance(mark, CueMark)]
        if not cues or not (
            _is_asked(scene, cues[0][0].start, cues[0][1].start)
            or (claim.kind == "similarity" and _is_of_sums(scene, cues[0][1]))
        ):
            yield claim


def _is_asked(scene: Scene, start: int, end: int) -> bool:
    words = [token.low for token in scene.tokens[start:end]]
    return any(word in _ASKING and words[at - 1 : at] != ["matter"] for at, word in enumerate(words))


def in_advice(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without what somebody may wish for, or what any field of a kind does.

    Example: "if you'd rather have more openings, consider sales", "even a shrinking field hires"
    """
    comma = next((at for at, token in enumerate(scene.tokens) if token.low == ","), 0)
    wishing = scene.tokens[0].low == "if" and scene.tokens[comma + 1 : comma + 2]
    advised = bool(wishing) and scene.tokens[comma + 1].low in _ADVISING
    for claim in claims:
        cues = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, CueMark)]
        wished = advised and claim.kind in _COMPARING and any(cue.end <= comma for cue in cues)
        if claim.verdict != "refuted" or not (wished or (claim.kind == "trend" and _is_of_any(scene, cues))):
            yield claim


def _is_of_any(scene: Scene, cues: list[CueMark]) -> bool:
    words = scene.reader.words
    nouns = {*words.nouns, *words.loose}
    for cue in cues:
        before = [token.low for token in scene.tokens[max(0, cue.start - 2) : cue.start]]
        after = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else ""
        if before[-1:] in (["a"], ["an"], ["any"]) and before[:-1] in ([], ["even"]) and after in nouns:
            return True
    return False


def _is_of_sums(scene: Scene, cue: CueMark) -> bool:
    """Whether a likeness only says which figure is meant: "the comparable figure for clerks is …"."""
    return cue.end < len(scene.tokens) and scene.tokens[cue.end].low in _SUMS


def of_a_part(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, those that compare with a part of somebody's people, or with no measure that is told, left open.

    "More than plenty of optometrists ever see" sets nobody against all optometrists, "no more than that" nobody at
    all, and "they are trained for longer" tells of no measure but by a guess.
    """
    for claim in claims:
        yield _left_open(scene, claim) if claim.verdict == "refuted" and claim.kind in _COMPARING else claim


def _left_open(scene: Scene, claim: Claim) -> Claim:
    if claim.kind == "similarity" and not scene.stated and not any(one.figures() for one in scene.clauses):
        if _tells_of_lists(scene):
            message = f'cannot tell in what "{claim.text}" is meant'
            return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects)
    for clause, cue in marks_of(scene, claim):
        if not isinstance(cue, CueMark) or cue.cue.role not in ("more", "most"):
            continue
        side = than_side(scene, clause)
        opening = scene.tokens[side.start].low if side is not None and side.start < len(scene.tokens) else ""
        if side is not None and opening == "those" and side.entities() and not _are_people(scene, side.start):
            # "than those for analysts" sets theirs beside the others', and no part of them.
            opening = ""
        if len(claim.subjects) == 1 and cue.cue.domain == "count":
            # "outnumber those who stopped at a bachelor's" is of two groups of the same people.
            opening = ""
        before = scene.tokens[cue.start - 1].low if cue.start else ""
        following = [token.low for token in scene.tokens[cue.end : cue.end + 2]]
        bare = before == "no" and following == ["than", "that"]
        # "… and you will do better than that": nobody says who "you" are.
        addressed = clause.inherited and scene.tokens[clause.start].low in _PERSONS
        bare = bare or (addressed and following == ["than", "that"])
        unmeasured = scene.tokens[cue.start].low in _VALUING and not _names_measure(scene, claim)
        if following[:1] == ["represented"]:
            # "Women are better represented among …" tells of their share.
            unmeasured = False
        if (
            opening in _PARTS
            or unmeasured
            or bare
            or _is_opposed(scene, cue)
            or _is_of_no_measure(scene, claim, cue)
        ):
            message = f'cannot tell what "{claim.text}" compares'
            return unparsed(place_of(scene, claim), claim.kind, message, claim.subjects, claim.attribute)
    return claim


def _are_people(scene: Scene, at: int) -> bool:
    """Whether "those" at a token are some of the people: "than those who stay"."""
    return scene.tokens[at + 1 : at + 2] != () and scene.tokens[at + 1].low in (
        "who",
        "that",
        "with",
        "without",
    )


def _tells_of_lists(scene: Scene) -> bool:
    """Whether a sentence names lists and no measure: "the lists of skills are nearly the same"."""
    kinds = {
        target.kind for _, mark in scene.marks() if isinstance(mark, TargetMark) for target in mark.targets
    }
    return bool(kinds) and kinds <= {"collection", "item"}


def _names_measure(scene: Scene, claim: Claim) -> bool:
    """Whether a word of the sentence names the measure of a claim."""
    target = Target("measure", claim.attribute)
    measure = scene.reader.measures.get(claim.attribute)
    if measure is None or measure.range:
        return measure is not None or claim.attribute in scene.reader.ranges
    return any(names(scene, mark, target) for _, mark in scene.marks())


def _is_opposed(scene: Scene, cue: CueMark) -> bool:
    """Whether one and the same have the most and the least: "editors have both the highest salaries and the lowest"."""
    others = [
        mark
        for _, mark in scene.marks()
        if isinstance(mark, CueMark) and mark.cue.role == "most" and mark.start != cue.start
    ]
    both = any(token.low == "both" for token in scene.tokens[: cue.start])
    return cue.cue.role == "most" and both and any(other.cue.sign == -cue.cue.sign for other in others)


def _is_of_no_measure(scene: Scene, claim: Claim, cue: CueMark) -> bool:
    """Whether only a guess says that a comparative is of values in words: no word of the sentence names them."""
    measure = scene.reader.measures.get(claim.attribute)
    if measure is None or measure.numeric:
        return False
    return not any(
        target.name == claim.attribute
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark)
        for target in mark.targets
    )


def after_the_first(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, a list that goes on after the first items taken for no list of these: "after that, data entry"."""
    first = next((at for at, token in enumerate(scene.tokens) if token.low.isalpha()), 0)
    goes_on = _GOING_ON.starting_at(scene.tokens, first) is not None or any(
        _LEADING_ON.starting_at(scene.tokens, at) is not None for at in range(first, len(scene.tokens))
    )
    for claim in claims:
        names = claim.stated if isinstance(claim.stated, tuple) else ()
        if not goes_on or claim.verdict != "refuted" or claim.kind != "list" or not names:
            yield claim
            continue
        targets = [
            replace(target, item="")
            for _, mark in marks_of(scene, claim)
            if isinstance(mark, TargetMark)
            for target in mark.targets
            if target.kind == "item"
        ]
        known = [str(name) for name in names]
        yield (
            judge_membership(scene.reader, place_of(scene, claim), claim.subjects, targets[0], known)
            if targets
            else claim
        )
