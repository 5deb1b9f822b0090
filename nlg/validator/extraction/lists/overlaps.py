"""How many items two lists have in common, none of them named.

Example: "they share two of their top three skills", "all six are the same", "nothing in common"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import collection_target
from nlg.validator.judgement.listings import judge_overlap, ranked
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene

_NONE = frozenset({"none", "nothing", "no", "nor", "neither"})
_ALL = frozenset({"all", "every", "identical", "entirely", "exactly"})
_HEADS = frozenset({"top", "leading", "main", "key", "first", "chief", "primary", "best", "core", "foremost"})


def read(scene: Scene, key: str, *, of_the_rest: bool = False) -> Iterator[Claim]:
    """The count that a sentence without items gives of those in common, or that a clause gives `of_the_rest`."""
    for clause in scene.clauses:
        cue = _sharing(scene, clause, key)
        if (
            cue is None
            or len(scene.context.subjects) != 2
            or (of_the_rest and not _is_of_the_rest(scene, clause) and not _stands_apart(scene, clause, key))
        ):
            continue
        near = scene.clauses[max(0, scene.index(clause) - 1) : scene.index(clause) + 2]
        near = [one for one in near if one is clause or one.opener in ("", ",", ":", "and")]
        words = {token.low for one in near for token in scene.tokens[one.start : one.end]}
        # "They share three skills" counts what is in common, "all six skills are the same" the list.
        parts = (figure for one in near for figure in one.figures() if figure.figure.unit == "fraction")
        of_all = bool(words & _ALL) or next(parts, None) is not None
        size = size_of(scene, near, "" if cue.cue.role == "share" and not of_all else key)
        if not size and _is_first_alone(scene, clause, key):
            size = 1
        subjects = scene.context.subjects
        longest = max((len(ranked(scene.reader, slug, key)) for slug in subjects), default=0)
        opening = scene.clauses[max(0, scene.index(clause) - 1) : scene.index(clause)]
        excepted = _excepted(scene, [*[one for one in opening if one.opener == "with"], *near])
        if excepted is not None and sum(_is_count(one) for part in near for one in part.figures()) == 1:
            size = 0
        count, different = _count(scene, near, size, cue)
        if excepted is not None:
            count, different = int(excepted.figure.value), False
        elif (rest := _rest(scene, near)) is not None:
            size, count, different = 0, rest, cue.cue.role == "different"
        if count is None or not (size or longest):
            continue
        if not different and excepted is None and _is_count_of_unlike(scene, clause, cue):
            different = True
        whole = size or longest
        if different or excepted is not None:
            count = whole - count
        scene.used.update(figure.start for one in near for figure in one.figures() if _is_part(figure))
        scene.used.update(mark.start for mark in clause.marks if isinstance(mark, CueMark))
        first = min((mark.start for mark in clause.marks), default=clause.start)
        place = scene.place(first, _end(scene, clause))
        denied = any(one.start < cue.start for one in clause.cues("not")) and cue.cue.role != "different"
        denied = denied and not _NONE & {token.low for token in scene.tokens[clause.start : clause.end]}
        claim = judge_overlap(
            scene.reader, place, subjects, collection_target(key), count, whole,
            denied and not different,
        )  # fmt: skip
        scene.last_target = collection_target(key)
        yield claim
        return


def _is_of_the_rest(scene: Scene, clause: Clause) -> bool:
    """Whether a clause counts what is left beside items that were named: "they share the other five of their six"."""
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    items = any(target.kind == "item" for mark in clause.targets() for target in mark.targets)
    return bool(words & {"other", "others", "remaining", "rest"}) and not items


def _stands_apart(scene: Scene, clause: Clause, key: str) -> bool:
    """Whether a clause counts by itself, items following behind a semicolon: "five are the same; dentists add …"."""
    number = scene.index(clause)
    last = next(
        (one for one in scene.clauses[number + 1 :] if one.opener == ";" or _gives_examples(scene, one)), None
    )
    here = scene.clauses[: last.number] if last is not None else ()
    named = any(target.kind == "item" for one in here for mark in one.targets() for target in mark.targets)
    return bool(here) and not named and any(_is_count(figure) for one in here for figure in one.figures())


def _gives_examples(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only names some of those counted before it: "…, among them speaking"."""
    opening = [token.low for token in scene.tokens[clause.start : clause.start + 2]]
    return clause.opener == "," and (opening[:1] in _NAMING or opening in _NAMING)


_NAMING = (["including"], ["namely"], ["among", "them"], ["such", "as"], ["among", "these"])


def _is_count_of_unlike(scene: Scene, clause: Clause, cue: CueMark) -> bool:
    """Whether a bare number of items is said not to be the same: "of the six skills, one is not the same"."""
    return cue.cue.role == "same" and any(
        figure.end + 2 == cue.start
        and [token.low for token in scene.tokens[figure.end : cue.start]] in _UNLIKE
        for figure in clause.figures()
    )


_UNLIKE = (["is", "not"], ["are", "not"])


def _rest(scene: Scene, region: Sequence[Clause]) -> int | None:
    """The number of those that are left beside items told before: "the other five are the same"."""
    counts = [figure for clause in region for figure in clause.figures() if _is_count(figure)]
    if len(counts) != 1 or not counts[0].start:
        return None
    after = scene.tokens[counts[0].end].low if counts[0].end < len(scene.tokens) else ""
    left = scene.tokens[counts[0].start - 1].low in ("other", "remaining")
    return int(counts[0].figure.value) if left and after != "of" else None


def _excepted(scene: Scene, region: Sequence[Clause]) -> FigureMark | None:
    """The count of those that are left out: "all but one of their six skills are shared", "with one exception"."""
    for clause in region:
        for figure in clause.figures():
            before = tuple(token.low for token in scene.tokens[max(0, figure.start - 2) : figure.start])
            after = scene.tokens[figure.end].low if figure.end < len(scene.tokens) else ""
            if _is_count(figure) and (
                before in _EXCEPTING or before[-1:] in _EXCEPTING or after in ("exception", "exceptions")
            ):
                return figure
    return None


_EXCEPTING = frozenset(words_of(phrase) for phrase in word_list("listing")["excepting"])


def size_of(scene: Scene, region: Sequence[Clause], key: str) -> int:
    """K of "top three skills", "three most important skills", "four largest moons"; 1 of "top skill"; else 0."""
    for clause in reversed(region):
        for mark in clause.marks:
            if not isinstance(mark, FigureMark) or not _is_count(mark):
                continue
            if mark.end < len(scene.tokens) and scene.tokens[mark.end].low == "of":
                continue
            if _is_near_head(scene, clause, mark, key):
                return int(mark.figure.value)
    return 0


def _is_near_head(scene: Scene, clause: Clause, mark: FigureMark, key: str) -> bool:
    near = scene.tokens[max(clause.start, mark.start - 2) : mark.end + 3]
    if any(token.low in _HEADS or (token.low.endswith("est") and len(token.low) > 4) for token in near):
        return True
    if any(token.low == "most" for token in scene.tokens[mark.end : mark.end + 2]):
        return True
    return any(
        mark.end <= other.start <= mark.end + 1 and any(target.name == key for target in other.targets)
        for other in clause.targets()
    )


def _is_part(mark: FigureMark) -> bool:
    """Whether a figure counts items, or is a part of their number."""
    return _is_count(mark) or mark.figure.unit == "fraction"


def _is_count(mark: FigureMark) -> bool:
    return mark.figure.unit == "plain" and not mark.units and 0 < mark.figure.value <= 20


def _sharing(scene: Scene, clause: Clause, key: str) -> CueMark | None:
    """The cue that says that items are in common, or that they differ."""
    found = clause.cues("share")
    if found:
        words = {token.low for token in scene.tokens[found[0].start : found[0].end]}
        return None if words & {"also", "well"} else found[0]
    named = any(target.name == key for mark in clause.targets() for target in mark.targets)
    for cue in clause.cues("same", "different"):
        if scene.tokens[cue.start].low == "level" or not (named or _numbered(scene, clause, cue)):
            continue
        return cue
    return None


def _is_first_alone(scene: Scene, clause: Clause, key: str) -> bool:
    """Whether the resource is named in the singular, behind a superlative: "the top skill is the same"."""
    noun = scene.reader.collections[key].noun.lower().split()[-1:]
    heads = [cue for cue in clause.cues("top", "most") if cue.cue.domain in ("", "frequency", "size")]
    return any(
        [scene.tokens[mark.end - 1].low] == noun
        and any(cue.end <= mark.start <= cue.end + 1 for cue in heads)
        for mark in clause.targets()
    )


def _numbered(scene: Scene, clause: Clause, cue: CueMark) -> bool:
    """Whether a bare number of items is said to be the same: "of the six skills, three are the same"."""
    return any(_is_count(figure) and _counts_alike(scene, figure, cue) for figure in clause.figures())


def _counts_alike(scene: Scene, figure: FigureMark, cue: CueMark) -> bool:
    """Whether nothing but "are", or "are not", stands between a number and "the same"."""
    words = [token.low for token in scene.tokens[figure.end : cue.start]]
    return words in (["is"], ["are"], *_UNLIKE)


def _count(scene: Scene, region: Sequence[Clause], size: int, cue: CueMark) -> tuple[int | None, bool]:
    """How many items are said to be in common, or, where the second part is true, to differ."""
    different = cue.cue.role == "different"
    for one in region:
        for figure in one.figures():
            # "Half of the six skills on each list are shared."
            if figure.figure.unit == "fraction" and size and not figure.figure.hedge:
                return round(figure.figure.value * size), different
    words = [token.low for one in region for token in scene.tokens[one.start : one.end]]
    numbers = [
        (figure, scene.tokens[figure.end].low if figure.end < len(scene.tokens) else "")
        for one in region
        for figure in one.figures()
        if _is_count(figure)
    ]
    apart = [figure for figure, _ in numbers if _counts_alike(scene, figure, cue)]
    if apart and len(numbers) == 2:
        return int(apart[0].figure.value), different
    counted = [figure for figure, _ in numbers if figure.end == cue.start] if cue.cue.role == "share" else []
    if counted and len(numbers) == 2 and not _ALL & set(words):
        # "Six skills a side, four in common."
        return int(counted[0].figure.value), different
    parts = [figure for figure, after in numbers if after == "of"]
    if parts:
        return int(parts[0].figure.value), different
    if len(numbers) == 2 and numbers[0][0].figure.value <= numbers[1][0].figure.value == size:
        return int(numbers[0][0].figure.value), different
    if _NONE & set(words):
        own = [one for one in region if one.start <= cue.start < one.end]
        denied = _NONE & {token.low for one in own for token in scene.tokens[one.start : one.end]}
        return 0, different and bool(denied)
    if size and (cue.cue.role in ("same", "different") or _ALL & set(words)):
        return (0, False) if different and _ALL & set(words) else (None if different else size, False)
    if len(numbers) == 1 and cue.cue.role == "share":
        return int(numbers[0][0].figure.value), False
    return None, different


def _end(scene: Scene, clause: Clause) -> int:
    end = clause.end
    while end > clause.start + 1 and scene.tokens[end - 1].low in (".", "!", ",", ";"):
        end -= 1
    return end
