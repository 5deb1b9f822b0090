"""Named values: "the highest-paying city is Anchorage, AK", "in both, health care pays best"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlg.data import Measure
from nlg.validator.binding.figures import subject_of
from nlg.validator.claim import Claim
from nlg.validator.extraction.names.kinship import is_akin, told_behind, verbs_of
from nlg.validator.extraction.names.name_tails import end_of_another
from nlg.validator.extraction.nonclaims.openings import has_own_subject, opens_elsewhere, opens_with_strangers
from nlg.validator.extraction.nonclaims.speakers import is_of_speakers
from nlg.validator.judgement.verdicts import Place, judge_text, unparsed
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, TargetMark
from nlg.validator.sentences.scene import Scene, said_too
from nlg.validator.vocabulary.compilation import spelled_superlative
from nlg.validator.vocabulary.resolution import Target


def read(scene: Scene) -> Iterator[Claim]:
    """The named values of a sentence."""
    marks = [(clause, mark) for clause, mark in scene.marks() if isinstance(mark, TargetMark)]
    marks = [
        (clause, mark)
        for clause, mark in marks
        if any(target.kind == "text" and target.item for target in mark.targets)
    ]
    given = _respectively(scene, [mark for _, mark in marks if mark.start not in scene.used])
    for clause, mark in marks:
        if (
            mark.start in scene.used
            or _is_genus(scene, mark)
            or _is_of_work(scene, mark)
            or _is_of_a_part(scene, mark)
            or _is_spoken_of_itself(scene, clause, mark)
        ):
            continue
        target = _concept(scene, clause, mark)
        rejected = _is_rejected(scene, clause)
        instead = _named_instead(scene, mark, [one for _, one in marks])
        subjects = (
            scene.clauses[scene.index(clause) - 1].subject
            if rejected
            else subject_of(scene, _clause_of(scene, instead), instead)
            if instead is not None
            else given.get(mark.start)
            or _same_of_both(scene, clause)
            or told_behind(scene, clause, mark)
            or subject_of(scene, clause, mark)
        )
        if target is None or not subjects:
            continue
        scene.used.add(mark.start)
        scene.last_target, scene.said = Target("text", target.name), subjects
        twice = scene.tokens[mark.start].low in ("no", "none", "without")
        nots = any(cue.end <= mark.start or _denies_behind(scene, mark, cue) for cue in clause.cues("not"))
        denied = rejected or ((nots or scene.denies(mark.start)) and not twice)
        place = scene.place(mark.start, mark.end)
        if end := end_of_another(scene, mark, target):
            place = scene.place(mark.start, end)
            target = replace(target, item=place.text)
        claim = judge_text(scene.reader, place, subjects, target, denied)
        yield _of_another(scene, clause, claim, target, denied) if claim.verdict == "refuted" else claim
        if claim.verdict == "supported" and (apart := _only_of(scene, clause, subjects)):
            yield judge_text(scene.reader, place, (apart,), target, not denied)
        if alike := said_too(scene, clause, subjects):
            yield judge_text(scene.reader, place, alike, target, denied)
    yield from _predicates(scene)


def _denies_behind(scene: Scene, mark: TargetMark, cue: CueMark) -> bool:
    """Whether a value is said not to be what is usual: "a bachelor's degree is not the usual way in"."""
    between = [token.low for token in scene.tokens[mark.end : cue.start]]
    after = [token.low for token in scene.tokens[cue.end : cue.end + 2] if token.low != "the"]
    return between in ([], ["is"], ["are"]) and bool(after) and after[0] in _USUAL


_USUAL = frozenset(word_list("requirements")["usual"])


def _of_another(scene: Scene, clause: Clause, claim: Claim, target: Target, denied: bool) -> Claim:
    """A refuted claim of whoever was spoken of, where its sentence opens with somebody else: left open."""
    other = scene.other(claim.subjects)
    strange = opens_elsewhere(scene) or has_own_subject(scene, clause) or _is_of_strangers(scene, clause)
    if not other or not (strange or is_of_speakers(scene)):
        return claim
    second = judge_text(scene.reader, Place(claim.span, claim.text), (other,), target, denied)
    if second.verdict == "supported" or not strange:
        return second if second.verdict == "supported" else claim
    return unparsed(Place(claim.span, claim.text), "value", f'cannot tell of whom "{claim.text}" is said')


def _is_of_strangers(scene: Scene, clause: Clause) -> bool:
    """Whether the clause before a "with" opens with a noun of its own: "schools take you with a bachelor's"."""
    if clause.opener != "with" or not clause.number:
        return False
    before = scene.clauses[clause.number - 1]
    return not before.marks and opens_with_strangers(scene, before)


def _only_of(scene: Scene, clause: Clause, subjects: tuple[str, ...]) -> str:
    """Of whom a value is denied by an "only" before somebody else: "only optometrists need a doctorate"; or empty."""
    owners = [entity for entity in clause.entities() if entity.slugs == subjects]
    alone = any(
        scene.tokens[cue.start].low == "only" and 0 <= owner.start - cue.end <= 1
        for cue in clause.cues("only")
        for owner in owners
    )
    return scene.other(subjects) if alone else ""


def _predicates(scene: Scene) -> Iterator[Claim]:
    """Values of which only the adjective is said: "Saturn's rings are bright; Jupiter's are faint"."""
    concept = ""
    for clause in scene.clauses:
        named = [t.name for mark in clause.targets() for t in mark.targets if t.kind == "text" and not t.item]
        concept = named[-1] if named else concept
        start = clause.targets()[-1].end if named else clause.entities()[-1].end if clause.entities() else 0
        if not concept or not start or clause.figures() or len(clause.subject) != 1:
            continue
        said = [token.low for token in scene.tokens[start : clause.end] if token.low.isalpha()]
        if said[:1] not in (["is"], ["are"]) or not (named or clause.entities()[-1].possessive):
            continue
        denied = said[1:2] == ["not"]
        value = _value_of(scene, concept, tuple(said[2 if denied else 1 :]))
        if value:
            place = scene.place(start, clause.end)
            yield judge_text(scene.reader, place, clause.subject, Target("text", concept, value), denied)


def _value_of(scene: Scene, concept: str, words: tuple[str, ...]) -> str:
    """The value of a text measure that is some words and the measure's noun: "bright" of "Bright rings"; or empty."""
    measure = scene.reader.measures[concept]
    nouns = {words_of(name)[-1] for name in (measure.noun, *measure.also) if name}
    for (_, name), cell in scene.reader.dataset.observations.items():
        if name == concept and isinstance(cell.value, str):
            whole = words_of(cell.value)
            if words and whole[:-1] == words and whole[-1] in nouns:
                return cell.value
    return ""


def _is_of_work(scene: Scene, mark: TargetMark) -> bool:
    """Whether a value only tells what work is about: "solve problems affecting manufacturing layout"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    marked = any(one.start == mark.end for _, one in scene.marks())
    return before.endswith("ing") and len(before) > 6 and after.isalpha() and len(after) > 4 and not marked


def _is_spoken_of_itself(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether it is told what a value takes or costs, and not who has it: "a doctorate takes longer"."""
    after = scene.tokens[mark.end].low if mark.end < clause.end else ""
    first = mark.start - clause.start <= 1 and not any(one.end <= mark.start for one in clause.marks)
    return after in _COSTING and first and not clause.entities() and not clause.figures()


_COSTING = frozenset(word_list("requirements")["costing"])


def _is_of_a_part(scene: Scene, mark: TargetMark) -> bool:
    """Whether a value tells which of the people are meant: "as many as the third with a bachelor's degree"."""
    items = [target for target in mark.targets if target.kind == "item"]
    before = [token.low for token in scene.tokens[max(0, mark.start - 4) : mark.start]]
    while before and before[-1] in ("a", "an", "the", "only", "just"):
        before.pop()
    said = [token.low for token in scene.tokens[: mark.start]]
    if any(said[at : at + 2] in _NOT_ALL for at in range(len(said))):
        # "Not every therapist has a doctorate" says of none what he needs.
        return True
    parts = len(before) > 1 and before[-1] in ("with", "having", "holding") and before[-2] in _PARTS
    return bool(items) and parts


_NOT_ALL = (["not", "every"], ["not", "all"], ["not", "each"])
_PARTS = frozenset(
    "third quarter half fifth tenth sixth those people ones percent % majority minority share".split()
)


def _named_instead(scene: Scene, mark: TargetMark, marks: Sequence[TargetMark]) -> TargetMark | None:
    """The value that is named in the place of one that is denied: "not Boston but Anchorage"."""
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    later = next((one for one in marks if one.start >= mark.end), None)
    if before != "not" or later is None:
        return None
    between = [token.low for token in scene.tokens[mark.end : later.start] if token.low.isalpha()]
    return later if between[:1] == ["but"] and len(between) < 4 else None


def _clause_of(scene: Scene, mark: TargetMark) -> Clause:
    return next(clause for clause in scene.clauses if mark in clause.marks)


def _is_rejected(scene: Scene, clause: Clause) -> bool:
    """Whether a clause names what is not the case, beside what is: "… rather than a bachelor's degree"."""
    if clause.opener != "against" or clause.entities() or not scene.index(clause):
        return False
    opening = [token.low for token in scene.tokens[max(0, clause.start - 2) : clause.start]]
    return opening in (["rather", "than"], ["instead", "of"])


def _same_of_both(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Both, where nobody is named and the value was said to be the same: "the requirement is the same: …"."""
    number = scene.index(clause)
    if clause.opener != ":" or not number or not scene.clauses[number - 1].cues("same"):
        return ()
    named = any(one.entities() for one in scene.clauses)
    return () if named or len(scene.context.subjects) != 2 else scene.context.subjects


def _is_genus(scene: Scene, mark: TargetMark) -> bool:
    """Whether a word says what something is a kind of, and names no value: "the same level of education"."""
    words = [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]]
    return len(words) == 2 and words[1] == "of" and words[0] in _GENERA


_GENERA = frozenset(
    "level levels kind kinds type types form forms amount amounts field fields area areas sort sorts".split()
)


def _concept(scene: Scene, clause: Clause, mark: TargetMark) -> Target | None:
    """Of the measures that hold the value, the one named nearest before, or after, or by the heading."""
    candidates = {target.name: target for target in mark.targets if target.kind == "text" and target.item}
    number = scene.index(clause)
    before = [
        one for earlier in scene.clauses[: number + 1] for one in earlier.marks if one.end <= mark.start
    ]
    after = [one for later in scene.clauses[number:] for one in later.marks if one.start >= mark.end]
    for other in (*reversed(before), *after):
        if isinstance(other, TargetMark) and other is not mark:
            for target in other.targets:
                if target.kind == "text" and not target.item and target.name in candidates:
                    return candidates[target.name]
    opening = (
        scene.clauses[max(0, number - 1)].start if clause.opener in ("with", "and", "or") else clause.start
    )
    words = {token.low for token in scene.tokens[opening : clause.end]}
    requires = _requires(scene, opening, clause.end) or _suffices(scene, mark)
    if not requires and _is_share_of(scene, clause, mark):
        return None
    for topic in (scene.context.topic, scene.context.discourse.concept):
        if topic in candidates:
            return candidates[topic]
    if scene.last_target is not None and scene.last_target.name in candidates:
        return candidates[scene.last_target.name]
    telling = mark.end - mark.start >= _TELLING and bool(clause.subject) and not words & _SOME
    if (requires or telling) and len(candidates) == 1:
        return next(iter(candidates.values()))
    if len(candidates) == 1 and (
        _is_labelled(scene, clause)
        or (scene.tokens[mark.start].capital and told_behind(scene, clause, mark))
        or _is_predicate(scene, clause, mark)
        or _is_said_of(scene, clause, mark, next(iter(candidates)))
    ):
        return next(iter(candidates.values()))
    best = any(
        isinstance(other, CueMark) and other.cue.role in ("most", "more") for other in (*before, *after)
    ) or any(token.low in ("best", "most", "top") for token in scene.tokens)
    said = [name for name in candidates if _says_superlative(scene, scene.reader.measures[name])]
    return candidates[said[0]] if best and len(said) == 1 else None


def _says_superlative(scene: Scene, measure: Measure) -> bool:
    """Whether a verb of the sentence is that of a measure's superlative: "pays best", of the best-paying industry.

    Any verb of its kind is as good: "they make the most in utilities".
    """
    verbs = verbs_of(scene, measure)
    return any(token.low in verbs for token in scene.tokens)


def _suffices(scene: Scene, mark: TargetMark) -> bool:
    """Whether a value is said to be enough: "a high school diploma does"."""
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    return after[:1] in (["does"], ["do"]) and (len(after) == 1 or after[1] in (".", ",", ";", "!", "for"))


def _is_labelled(scene: Scene, clause: Clause) -> bool:
    """Whether a clause stands behind a name and a colon alone: "Uranus: William Herschel"."""
    number = scene.index(clause)
    if clause.opener != ":" or not number or len(clause.marks) > 1:
        return False
    before = scene.clauses[number - 1]
    return len(before.marks) == 1 and bool(before.entities()) and before.end - before.start <= 4


def _is_share_of(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether a value that is an item too is said of part of an entity's people: "held by 40%", "twice as common"."""
    if not any(target.kind == "item" for target in mark.targets):
        return False
    number = scene.index(clause)
    near = [clause, *scene.clauses[number + 1 : number + 2]]
    if clause.opener == "and" and clause.inherited:
        near.extend(scene.clauses[max(0, number - 3) : number])
    if any(figure.figure.unit in ("percent", "fraction") for one in near for figure in one.figures()):
        return True
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    return bool(
        words & {"common", "hold", "holds", "held", "holding", "share", "stopped", "among"}
        or clause.cues("majority", "minority", "ratio", "most", "share")
    )


def _is_said_of(scene: Scene, clause: Clause, mark: TargetMark, concept: str) -> bool:
    """Whether a clause without the measure's noun still says its value of an entity.

    A word of the same stem does ("was discovered by", "majored in"), or a value too long to be said by chance,
    where nothing makes it one of several.
    """
    if not clause.subject or any(target.kind == "item" for target in mark.targets):
        return False
    said = " ".join(token.low for token in scene.tokens[clause.start : mark.start])
    words = said.replace("most often", "mostly").split()
    if any(is_akin(word, scene.reader.measures[concept]) for word in words) or _lies_at(
        scene, clause, mark, concept
    ):
        return True
    if clause.figures() or set(words) & _SOME or not clause.entities():
        return False
    content = [token for token in scene.tokens[mark.start : mark.end] if token.low.isalpha()]
    if len(content) > 2:
        return True
    return words[-1:] in (["a"], ["an"]) and len(scene.tokens[mark.start].low) > 9


def _lies_at(scene: Scene, clause: Clause, mark: TargetMark, concept: str) -> bool:
    """Whether a proper name is where an entity is said to be: "Leeds lies on the Aire"."""
    if not clause.entities() or spelled_superlative(scene.reader.measures[concept]):
        return False
    between = [
        token.low for token in scene.tokens[clause.entities()[0].end : mark.start] if token.low != "the"
    ]
    placed = len(between) == 2 and between[0] in _LYING and between[1] in ("on", "in", "at", "by", "near")
    return (placed or " ".join(between) in _USING) and scene.tokens[mark.start].capital


_LYING = frozenset(word_list("verbs")["lying"])
_USING = frozenset(word_list("verbs")["using"])


_TELLING = 5
"""A value of so many words and signs names its measure by itself: "short-term on-the-job training"."""
_SOME = frozenset({"some", "many", "few", "several", "certain", "sometimes", "may", "can"})
"""Words that say it of a part of the people only, of which the data hold nothing."""
_REQUIRING = PhraseTable.build((words_of(phrase), True) for phrase in word_list("requirements")["requiring"])


def _requires(scene: Scene, start: int, end: int) -> bool:
    """Whether words say that something is asked of whoever wants in: "needs", "the ticket into"."""
    return any(_REQUIRING.starting_at(scene.tokens, at) is not None for at in range(start, end))


def _is_predicate(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether a value of two words or more is what the entity is said to be or have.

    Example: "both are gas giants"
    """
    before = [
        token.low for token in scene.tokens[clause.start : mark.start] if token.low not in ("a", "an", "the")
    ]
    if any(target.kind == "item" for target in mark.targets) or clause.figures():
        return False
    verb = before[-1:] in (["is"], ["are"], ["has"], ["have"])
    return verb and mark.end - mark.start > 1 and bool(clause.entities())


def _respectively(scene: Scene, marks: list[TargetMark]) -> dict[int, tuple[str, ...]]:
    cue = any(isinstance(mark, CueMark) and mark.cue.role == "respectively" for _, mark in scene.marks())
    pair: tuple[str, ...] = next(
        (entity.slugs for clause in scene.clauses for entity in clause.entities() if len(entity.slugs) == 2),
        (),
    )
    if not pair and not any(clause.entities() for clause in scene.clauses) and _in_order_of_page(scene):
        pair, cue = scene.context.subjects, True
    if cue and len(pair) == 2 and len(marks) == 2:
        return {marks[0].start: (pair[0],), marks[1].start: (pair[1],)}
    return {}


def _in_order_of_page(scene: Scene) -> bool:
    """Whether a measure named in the plural is given two values, of nobody in particular: one of each, in order."""
    return any(
        isinstance(mark, TargetMark)
        and any(target.kind == "text" and not target.item for target in mark.targets)
        and scene.tokens[mark.end - 1].low.endswith("s")
        and scene.tokens[mark.end : mark.end + 1]
        and scene.tokens[mark.end].low == "are"
        for _, mark in scene.marks()
    )
