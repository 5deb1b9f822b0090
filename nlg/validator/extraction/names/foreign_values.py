"""Names that no row holds, given as the value of a text measure: "the highest-paying city is Denver"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nlg.data import Measure
from nlg.validator.binding.figures import subject_of
from nlg.validator.claim import Claim
from nlg.validator.extraction.names.kinship import is_akin, verbs_of
from nlg.validator.judgement.verdicts import make, no_data, title, unparsed
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.compilation import spelled_superlative
from nlg.validator.vocabulary.resolution import Reader, Target


def read(scene: Scene) -> Iterator[Claim]:
    """What a sentence gives as the value of a text measure though no row holds it."""
    yield from _unknown_values(scene)
    for clause in scene.clauses:
        yield from _unknown_best(scene, clause)


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


@lru_cache(maxsize=64)
def _superlatives(reader: Reader) -> tuple[Measure, ...]:
    """The text measures that are named by a superlative."""
    return tuple(
        measure
        for measure in reader.measures.values()
        if not measure.numeric and spelled_superlative(measure)
    )


def _unknown_best(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """A field or place that no row holds, in which somebody is said to earn most: left open, and told of."""
    reader, tokens = scene.reader, scene.tokens
    for start in range(clause.start + 3, clause.end):
        if tokens[start - 1].low not in ("in", "the"):
            continue
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
        for measure in _superlatives(reader):
            if verb not in verbs_of(scene, measure):
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
