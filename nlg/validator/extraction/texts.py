"""Named values: "the highest-paying city is Anchorage, AK", "in both, health care pays best"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.data import Measure
from nlg.validator.binding import subject_of
from nlg.validator.claim import Claim
from nlg.validator.clauses import Clause
from nlg.validator.judgement import judge_text, make, no_data, title, unparsed
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.marks import CueMark, EntityMark, TargetMark
from nlg.validator.resolution import Target
from nlg.validator.scene import Scene, said_too
from nlg.validator.vocabulary import spelled_superlative


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
        if mark.start in scene.used or _is_genus(scene, mark):
            continue
        target = _concept(scene, clause, mark)
        subjects = given.get(mark.start) or _same_of_both(scene, clause) or subject_of(scene, clause, mark)
        if target is None or not subjects:
            continue
        scene.used.add(mark.start)
        scene.last_target, scene.said = Target("text", target.name), subjects
        twice = scene.tokens[mark.start].low in ("no", "none", "without")
        nots = any(cue.end <= mark.start for cue in clause.cues("not"))
        denied = (nots or scene.denies(mark.start)) and not twice
        place = scene.place(mark.start, mark.end)
        yield judge_text(scene.reader, place, subjects, target, denied)
        if alike := said_too(scene, clause, subjects):
            yield judge_text(scene.reader, place, alike, target, denied)
    yield from _unknown_values(scene)
    for clause in scene.clauses:
        yield from _unknown_best(scene, clause)


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
    if not words & _REQUIRING and _is_share_of(scene, clause, mark):
        return None
    for topic in (scene.context.topic, scene.context.discourse.concept):
        if topic in candidates:
            return candidates[topic]
    if scene.last_target is not None and scene.last_target.name in candidates:
        return candidates[scene.last_target.name]
    telling = mark.end - mark.start >= _TELLING and bool(clause.subject) and not words & _SOME
    if (words & _REQUIRING or telling) and len(candidates) == 1:
        return next(iter(candidates.values()))
    if len(candidates) == 1 and (
        _is_labelled(scene, clause)
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
    verbs = _verbs_of(scene, measure)
    return any(token.low in verbs for token in scene.tokens)


def _verbs_of(scene: Scene, measure: Measure) -> frozenset[str]:
    """The verb in a superlative name, in its forms and those of others of its kind; empty for another name."""
    if not spelled_superlative(measure):
        return frozenset()
    words = set(measure.noun.lower().replace("-", " ").split()[:-1])
    alike = {form for forms in _FORMS for form in forms if words & forms}
    kind = scene.reader.idiom.words if words.intersection(scene.reader.idiom.words) else ()
    return frozenset((*words, *alike, *kind)) - _DEGREES


_FORMS = [frozenset(forms) for forms in word_list("verbs")["alike"]]
_DEGREES = frozenset("best most top highest lowest least worst".split())


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
    if any(is_akin(word, scene.reader.measures[concept]) for word in words):
        return True
    if clause.figures() or set(words) & _SOME or not clause.entities():
        return False
    content = [token for token in scene.tokens[mark.start : mark.end] if token.low.isalpha()]
    if len(content) > 2:
        return True
    return words[-1:] in (["a"], ["an"]) and len(scene.tokens[mark.start].low) > 9


_SOME = frozenset(
    "some many few several most half sometimes may might can could also other others often occasionally optional"
    " preferred helpful instead further not if or".split()
)


def is_akin(word: str, measure: Measure) -> bool:
    """Whether a word shares its stem with the measure's noun: "discovered" and "discoverer"."""
    nouns = {one for one in measure.noun.lower().replace("-", " ").split() if len(one) > 4}
    stem = _LIKEWISE.get(word, word)
    return any(len(word) > 4 and stem[:5] == noun[:5] and word != noun for noun in nouns)


_LIKEWISE = {"found": "discovered", "spotted": "discovered"}
"""Verbs and others of their meaning, whose stem a measure's noun may have."""


_TELLING = 5
"""A value of so many words and signs names its measure by itself: "short-term on-the-job training"."""
_SOME = frozenset({"some", "many", "few", "several", "certain", "sometimes", "may", "can"})
"""Words that say it of a part of the people only, of which the data hold nothing."""
_REQUIRING = frozenset(
    "must comes come need needs require requires required requirement entry enter enters entering start starts"
    " starting calls call"
    " demand demands takes minimum ask asks begin begins beginning typical way path route usual".split()
)


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


def _unknown_values(scene: Scene) -> Iterator[Claim]:
    """A capitalised name that no row holds, said to be a text measure's value.

    Example: "the highest-paying city is Denver", "Mars was discovered by Galileo Galilei"
    """
    for clause in scene.clauses:
        for target, start in _places_of_values(scene, clause):
            end = start if start < clause.end and scene.tokens[start].capital else _rest(scene, start)
            while end < clause.end and (
                scene.tokens[end].capital or scene.tokens[end].low in ("of", "and", "-", "&")
            ):
                end += 1
            subjects = _whose(scene, clause, target)
            if not subjects:
                continue
            place = scene.place(start, end)
            cells = {slug: scene.reader.dataset.observed(slug, target.name) for slug in subjects}
            missing = [slug for slug, cell in cells.items() if cell is None]
            if missing:
                yield no_data(scene.reader, place, "value", missing, target, place.text)
                continue
            known = [cell for cell in cells.values() if cell is not None]
            who = " and ".join(title(scene.reader, slug) for slug in subjects)
            gives = " and ".join(str(cell.value) for cell in known)
            yield make(
                scene.reader, place, "value", subjects, target, "refuted",
                f"says {place.text}; the data give {gives} for {who}", place.text, gives,
                tuple(cell.source for cell in known),
            )  # fmt: skip


def _verb_of_most_in(scene: Scene, start: int) -> str:
    """The verb before "most in" and what begins at a word: "make" of "make the most in utilities"; or empty."""
    words = [token.low for token in scene.tokens[max(0, start - 4) : start] if token.low != "the"]
    return words[-3] if len(words) > 2 and words[-2:] == ["most", "in"] else ""


def _unknown_best(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """A field or place that no row holds, in which somebody is said to earn most: left open, and told of."""
    reader, tokens = scene.reader, scene.tokens
    measures = [
        measure
        for measure in reader.measures.values()
        if not measure.numeric and spelled_superlative(measure)
    ]
    for start in range(clause.start + 3, clause.end):
        verb = _verb_of_most_in(scene, start)
        if not verb or not clause.subject or scene.advisory:
            continue
        words = [token.low for token in tokens[start : clause.end] if token.low not in (".", "!")]
        marked = any(mark.start >= start for mark in clause.marks)
        if marked or not 0 < len(words) <= 3 or not all(word.isalpha() for word in words):
            continue
        if set(words) & (_VAGUE | _OWN):
            continue
        place = scene.place(start, start + len(words))
        for measure in measures:
            if verb not in _verbs_of(scene, measure):
                continue
            cells = [reader.dataset.observed(slug, measure.concept) for slug in clause.subject]
            known = [str(cell.value) for cell in cells if cell is not None]
            if known and known[0][:1].isupper() == tokens[start].capital:
                who = " and ".join(title(reader, slug) for slug in clause.subject)
                message = (
                    f"cannot tell {place.text} from {' and '.join(known)}, which the data give for {who}"
                )
                yield unparsed(place, "value", message, clause.subject, measure.concept)
        return


_OWN = frozenset("their his her its the total cash life general practice".split())


def _rest(scene: Scene, start: int) -> int:
    """The end of the clause that a token stands in, its stop left out."""
    end = next(clause.end for clause in scene.clauses if clause.start <= start < clause.end)
    while end > start + 1 and not scene.tokens[end - 1].low.isalpha():
        end -= 1
    return end


def _whose(scene: Scene, clause: Clause, target: Target) -> tuple[str, ...]:
    named = next((mark for mark in clause.targets() if target in mark.targets), None)
    return subject_of(scene, clause, named) if named is not None else clause.subject


def _places_of_values(scene: Scene, clause: Clause) -> Iterator[tuple[Target, int]]:
    """The text measures that a clause gives a name for, and where the name starts."""
    tokens = scene.tokens
    for mark in clause.targets():
        target = mark.targets[0] if mark.targets else None
        if target is None or target.kind != "text" or target.item:
            continue
        at = mark.end
        while at < clause.end and tokens[at].low not in ("is", "are", ":", "was"):
            at += 1
        start = at + 1
        if start < clause.end and tokens[start].low == "the":
            start += 1
        if start < clause.end and tokens[start].capital and _is_unknown(clause, start, target):
            yield target, start
        elif start == at + 1 and _is_foreign_value(scene, clause, mark, start, target):
            yield target, start
        elif apposed := _apposed(scene, clause, mark, target):
            yield target, apposed
    for index in range(clause.start, clause.end - 2):
        if tokens[index + 1].low in ("by", "in", "at") and tokens[index + 2].capital:
            for measure in scene.reader.measures.values():
                target = Target("text", measure.concept)
                if (
                    not measure.numeric
                    and is_akin(tokens[index].low, measure)
                    and _is_unknown(clause, index + 2, target)
                ):
                    yield target, index + 2


def _is_foreign_value(scene: Scene, clause: Clause, mark: TargetMark, start: int, target: Target) -> bool:
    """Whether a few words that no row holds end a clause: "the best-paying industry for plumbers is construction"."""
    words = [token.low for token in scene.tokens[start : clause.end] if token.low not in (".", "!")]
    return (
        spelled_superlative(scene.reader.measures[target.name])
        and 0 < len(words) <= 3
        and all(word.isalpha() and not word.endswith("ly") for word in words)
        and not set(words) & _VAGUE
        and not any(one.start >= mark.end and not isinstance(one, EntityMark) for one in clause.marks)
    )


_VAGUE = frozenset(
    "same different unclear unknown far not hard obvious easy nearby also similar close listed given shown a an one"
    " identical another it that this there below above missing high low higher lower better worse good to no none"
    " both clear known here alike".split()
)


def _apposed(scene: Scene, clause: Clause, mark: TargetMark, target: Target) -> int:
    """Where a value stands that "the same industry, insurance" gives behind a comma; 0 when none is there."""
    number = scene.index(clause)
    if number + 1 >= len(scene.clauses) or not any(cue.end == mark.start for cue in clause.cues("same")):
        return 0
    following = scene.clauses[number + 1]
    words = [token.low for token in scene.tokens[following.start : following.end] if token.low.isalpha()]
    stops = following.opener not in (",", ":", "—") or following.marks or not 0 < len(words) <= 4
    if mark.end != clause.end or stops or set(words) & _STOPS:
        return 0
    return following.start


_STOPS = frozenset(
    "too as well which that and but so though however both they it is are in at for by to".split()
)


def _is_unknown(clause: Clause, start: int, target: Target) -> bool:
    """Whether no name or value that the data know starts there; the measure's own noun may: "the University of X"."""
    return not any(
        one.start <= start < one.end and not (isinstance(one, TargetMark) and target in one.targets)
        for one in clause.marks
    )
