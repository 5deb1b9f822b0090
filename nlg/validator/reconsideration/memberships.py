"""Single items that a list is said to hold or not to hold, where more was read into the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.listings import judge_membership, judge_position, judge_top
from nlg.validator.judgement.verdicts import unparsed
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.reconsideration.words import marks_of, place_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_SIZES: dict[str, int] = {
    word: size for size, word in enumerate(word_list("reconsideration")["sizes"], start=2)
}
_JUDGED = frozenset({"list", "structure", "shared"})


def of_one_each(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, two items of nobody named taken for the first of either list: "Ganymede and Triton"."""
    for claim in claims:
        may_be = claim.verdict == "refuted" and claim.kind == "list" and len(scene.context.subjects) == 2
        yield (_one_each(scene, claim) if may_be else None) or claim


def _one_each(scene: Scene, claim: Claim) -> Claim | None:
    marks = marks_of(scene, claim)
    items = [
        target
        for _, mark in marks
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "item"
    ]
    if len(items) != 2 or any(clause.entities() for clause in scene.clauses):
        return None
    one, two = scene.context.subjects
    for order in ((one, two), (two, one)):
        judged = [
            judge_position(
                scene.reader, place_of(scene, claim), slug, replace(target, item=""), target.item, 1
            )
            for slug, target in zip(order, items, strict=True)
        ]
        if all(each.verdict == "supported" for each in judged):
            return replace(judged[0], kind="list", subjects=order, stated=claim.stated)
    return None


def of_one_item(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, one item that makes somebody's top six, or does not figure in it, judged by that alone."""
    for claim in claims:
        is_one = claim.verdict == "refuted" and claim.kind in _JUDGED and bool(claim.subjects)
        yield (_placed(scene, claim) if is_one else None) or claim


def _placed(scene: Scene, claim: Claim) -> Claim | None:
    marks = [mark for _, mark in marks_of(scene, claim)]
    items = [
        target
        for mark in marks
        if isinstance(mark, TargetMark)
        for target in mark.targets
        if target.kind == "item" and scene.reader.collections[target.name].kind == "ranked"
    ]
    if len({target.item for target in items}) != 1:
        return None
    item = items[0]
    tops = [mark for mark in marks if isinstance(mark, CueMark) and mark.cue.role == "top"]
    nots = [mark for mark in marks if isinstance(mark, CueMark) and mark.cue.role == "not"]
    first = next(mark for mark in marks if isinstance(mark, TargetMark) and item in mark.targets)
    alone = any(clause.cues("only") for clause in scene.clauses)
    if not tops or alone or first.end > tops[0].start:
        return None
    judged = judge_membership(
        scene.reader,
        place_of(scene, claim),
        claim.subjects,
        replace(item, item=""),
        [item.item],
        False,
        _size(scene, tops[0], marks),
        "shared" if claim.kind == "shared" else "list",
    )
    if nots and first.end <= nots[0].start < tops[0].start and len(claim.subjects) == 1:
        return replace(judged, verdict="supported", message="") if judged.verdict == "refuted" else None
    return judged if judged.verdict == "supported" else None


def _size(scene: Scene, top: CueMark, marks: list[Mark]) -> int:
    """How many a list has: "top six", "both top sixes"; 0 where nobody says."""
    behind = [mark for mark in marks if isinstance(mark, FigureMark) and mark.start in (top.end - 1, top.end)]
    if behind:
        return int(behind[0].figure.value)
    words = [token.low for token in scene.tokens[top.end : top.end + 1]]
    return next((_SIZES[word] for word in words if word in _SIZES), 0)


def of_a_series(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, the last of several items with their shares taken for one of those named most often.

    Example: "They list patients (33%), patient care (17%) and data entry (5%) most often"
    """
    for claim in claims:
        may_be = (
            claim.verdict == "refuted" and claim.kind in ("superlative", "list") and len(claim.subjects) == 1
        )
        yield (_series(scene, claim) if may_be else None) or claim


def _series(scene: Scene, claim: Claim) -> Claim | None:
    last = [mark for _, mark in marks_of(scene, claim) if isinstance(mark, TargetMark)]
    if len(last) != 1 or len(_items(last[0], claim.attribute)) != 1:
        return None
    marks = [mark for _, mark in scene.marks() if mark.end <= last[0].start]
    items, shared = [last[0]], False
    for mark in reversed(marks):
        words = {token.low for token in scene.tokens[mark.end : items[0].start] if token.low.isalpha()}
        if isinstance(mark, FigureMark) and mark.figure.unit == "percent" and not words - _JOINED:
            shared = True
            continue
        named = isinstance(mark, TargetMark) and len(_items(mark, claim.attribute)) == 1
        if not isinstance(mark, TargetMark) or not named or not shared or words - _JOINED:
            break
        items.insert(0, mark)
        shared = False
    names = [_items(mark, claim.attribute)[0].item for mark in items]
    if len(names) < 2:
        return None
    target = replace(_items(last[0], claim.attribute)[0], item="")
    return judge_top(
        scene.reader, place_of(scene, claim), claim.subjects[0], target, names, len(names), False, False
    )


def _items(mark: TargetMark, key: str) -> list[Target]:
    return [target for target in mark.targets if target.kind == "item" and target.name == key]


_JOINED = frozenset({"and", "percent", "at", "with", "then"})


def of_the_next(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, an item behind "then" taken for the second: "Listening is the first skill, then writing"."""
    for claim in claims:
        marks = marks_of(scene, claim) if claim.verdict == "refuted" and claim.kind == "list" else []
        items = [
            target
            for _, mark in marks
            if isinstance(mark, TargetMark)
            for target in mark.targets
            if target.kind == "item"
        ]
        clause = marks[0][0] if marks else None
        first = any(token.low == "first" for token in scene.tokens[: clause.start if clause else 0])
        if clause is None or len(items) != 1 or not first or scene.tokens[clause.start].low != "then":
            yield claim
            continue
        target = replace(items[0], item="")
        place = place_of(scene, claim)
        judged = judge_position(scene.reader, place, claim.subjects[0], target, items[0].item, 2)
        yield judged if judged.verdict == "supported" else claim


def of_shares_told(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, items between their own shares taken for no order but of the first.

    Example: "a bachelor's is the most common: 36.8 percent have one, and another tenth a master's"
    """
    for claim in claims:
        names = claim.stated if claim.kind == "list" and isinstance(claim.stated, tuple) else ()
        known = claim.expected if isinstance(claim.expected, tuple) else ()
        marks = [mark for _, mark in marks_of(scene, claim)] if claim.verdict == "refuted" else []
        shares = [one for one in marks if isinstance(one, FigureMark) and one.figure.unit == "percent"]
        told = any(one == "followed" for one in claim.text.lower().split())
        counted = any(clause.cues("top") and _announces(clause) for clause in scene.clauses)
        if shares and names and known and names[0] == known[0] and not told and not counted:
            yield replace(claim, verdict="supported", message="", stated=names[:1], expected=known[:1])
        else:
            yield claim


def _announces(clause: Clause) -> bool:
    """Whether a clause says how many items it is to list: "the top three skills are …"."""
    return any(
        one.figure.unit == "plain" and 1 < one.figure.value <= len(_SIZES) + 1 for one in clause.figures()
    )


def of_a_share(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims without a text value whose words are an item of which a share told beside it is true.

    Example: "another third, 33.2 percent, have some college behind them"
    """
    for claim in claims:
        value = claim.verdict == "refuted" and claim.kind == "value" and len(claim.subjects) == 1
        if not value or not _is_shared_out(scene, claim):
            yield claim


def _is_shared_out(scene: Scene, claim: Claim) -> bool:
    """Whether the figure right before an item is its share, in the item's clause or alone in the one before."""
    marks = marks_of(scene, claim)
    if len(marks) != 1:
        return False
    clause, mark = marks[0]
    if not isinstance(mark, TargetMark):
        return False
    items = [target for target in mark.targets if target.kind == "item"]
    before = [one for one in clause.figures() if one.end <= mark.start]
    if not before and clause.number and clause.opener == ",":
        before = scene.clauses[clause.number - 1].figures()
    place = place_of(scene, claim)
    return any(
        judge_figure(scene.reader, place, claim.subjects, target, figure.figure, "share").verdict
        == "supported"
        for target in items
        for figure in before[-1:]
        if figure.figure.unit == "percent"
    )


def of_another_clause(scene: Scene, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, an item taken for somebody's most common one on the strength of another clause left open.

    Example: "while a bachelor's is the most common level, developers are twice as likely to hold a master's"
    """
    for claim in claims:
        refuted = claim.verdict == "refuted" and claim.kind == "superlative"
        marks = marks_of(scene, claim) if refuted else []
        own = [clause for clause, _ in marks]
        item = [mark for _, mark in marks if isinstance(mark, TargetMark)]
        related = any(clause.cues("ratio") and not clause.cues("most", "top") for clause in own[:1])
        if item and len(marks) == len(item) and related:
            message = f'cannot tell what "{claim.text}" is set against'
            yield unparsed(place_of(scene, claim), "ratio", message, claim.subjects, claim.attribute)
        else:
            yield claim
