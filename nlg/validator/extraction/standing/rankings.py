"""Superlatives and ranks.

Example: "the higher-paid of the two", "the largest planet", "third-largest", "more than two in three
occupations"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.binding.comparands import comparison_target, first_measure
from nlg.validator.claim import Claim
from nlg.validator.extraction.ranges.limits import at_own_extreme
from nlg.validator.extraction.sides import than_side
from nlg.validator.judgement.standings import judge_above, judge_rank, judge_top_of_pair
from nlg.validator.lexis.plurals import plural_word
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after
from nlg.validator.vocabulary.merits import sense

_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_WHOLE = frozenset(
    {"all", "dataset", "data", "list", "system", "world", "country", "any", "every", "overall", "everywhere"}
)


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The superlatives and ranks of a clause."""
    for mark in clause.marks:
        if isinstance(mark, FigureMark) and mark.start not in scene.used:
            yield from _more_than_share(scene, clause, mark)
        if not isinstance(mark, CueMark) or mark.start in scene.used:
            continue
        if mark.cue.role == "more":
            yield from _above(scene, clause, mark)
            yield from _how_many_exceed(scene, clause, mark)
        elif mark.cue.role == "most" and mark.cue.domain != "frequency":
            yield from _superlative(scene, clause, mark)


def _superlative(scene: Scene, clause: Clause, mark: CueMark) -> Iterator[Claim]:
    reader = scene.reader
    if clause.opener == "than" and mark.end >= clause.end - 1 and not clause.entities():
        # "… or $14,000 above the highest"
        return
    if at_own_extreme(scene, mark.start) or _is_supposed(scene, clause, mark) or _are_both(scene, mark):
        return
    following = adjacent_after(scene, clause, mark.end, 1)
    if following is not None and any(found.kind == "collection" for found in following.targets):
        if any(
            token.low in ("is", "are", "of") for token in scene.tokens[clause.start : clause.end]
        ) and not _counted(scene):
            return
    if any(
        isinstance(other, TargetMark) and any(found.kind == "text" and found.item for found in other.targets)
        for _, other in scene.marks()
        if other.end <= mark.start
    ):
        return
    if entity_after(scene, clause, mark.end) or any(
        token.low == "where" for token in scene.tokens[: mark.start]
    ):
        return
    if _is_of_parts(scene, clause, mark):
        return
    target = first_measure(reader, comparison_target(scene, clause, mark, mark.end))
    if target is None or target.kind in ("text", "item", "collection"):
        return
    entities = [entity for entity in clause.entities() if len(entity.slugs) == 1]
    subject = (entities[0].slugs if entities else clause.subject) or scene.said
    if len(subject) != 1:
        return
    word = scene.tokens[mark.start].low
    if word == "most" and mark.end == mark.start + 1 and not _by_the(scene, mark):
        return
    position, start = _position(scene, mark)
    if position == 1 and _is_behind_another(scene, mark, subject):
        position = 2
    scope = _scope(scene, clause, mark)
    if not scope:
        return
    scene.used.update(range(start, mark.end))
    _use_counts(scene, clause)
    scene.last_target, scene.said = target, subject
    sign = sense(reader, mark.cue, target)
    if mark.cue.domain == "steep" or any(cue.cue.sign < 0 for cue in clause.cues("trend")):
        sign = -sign if target.name in reader.families and reader.families[target.name] == "change" else sign
    place = scene.place(start, _end(scene, clause, mark))
    if scope == "pair":
        other = scene.other(subject)
        if other:
            yield judge_top_of_pair(reader, place, subject[0], other, target, sign, mark.cue.domain)
        return
    yield judge_rank(reader, place, subject[0], target, sign, position, mark.cue.domain)


def _is_behind_another(scene: Scene, mark: CueMark, subject: tuple[str, ...]) -> bool:
    """Whether one entity is taken out of those that are ranked: "the densest of them all after Earth"."""
    for _, one in scene.marks():
        if isinstance(one, EntityMark) and 0 < one.start - mark.end <= _NEAR and one.slugs != subject:
            return not one.reference and scene.tokens[one.start - 1].low in _BEHIND
    return False


_NEAR = 8
_BEHIND = frozenset({"after", "behind", "except", "besides", "barring", "but"})


def _are_both(scene: Scene, mark: CueMark) -> bool:
    """Whether both ends are said to be somebody's, which ranks nobody: "both the highest salaries and the lowest"."""
    return any(
        isinstance(one, CueMark) and one.cue.role == "most" and one.cue.sign == -mark.cue.sign
        for clause, one in scene.marks()
    ) and "both" in {token.low for token in scene.tokens}


def _is_supposed(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a rank is only what one might think: "so it must be the hottest planet"."""
    words = [token.low for token in scene.tokens[max(clause.start, mark.start - 4) : mark.start]]
    return "be" in words and bool({"must", "might", "may", "could", "would", "should"} & set(words))


def _is_of_parts(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a superlative ranks the parts of one entity: "the largest group is White"."""
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else ""
    items = any(target.kind == "item" for other in clause.targets() for target in other.targets)
    return items and after in ("group", "groups", "share", "part", "component", "segment", "category")


def _counted(scene: Scene) -> bool:
    """Whether the sentence counts what it names ("the most moons") rather than naming the first of them."""
    return not any(
        isinstance(mark, TargetMark) and any(target.kind == "item" for target in mark.targets)
        for _, mark in scene.marks()
    )


def _by_the(scene: Scene, mark: CueMark) -> bool:
    return (
        mark.start > 0
        and scene.tokens[mark.start - 1].low in ("the", "second", "third", "-")
        or (mark.start > 0 and scene.tokens[mark.start - 1].low in ("has", "have", *scene.reader.idiom.words))
    )


def _position(scene: Scene, mark: CueMark) -> tuple[int, int]:
    tokens = scene.tokens
    start = mark.start
    at = start - 1
    if at >= 0 and tokens[at].low == "-":
        at -= 1
    if at >= 0 and tokens[at].low in _ORDINALS:
        return _ORDINALS[tokens[at].low], at
    if at >= 0 and tokens[at].low in ("nd", "rd", "th", "st") and at >= 1 and tokens[at - 1].low.isdigit():
        scene.used.add(at - 1)
        return int(tokens[at - 1].low), at - 1
    return 1, start


def _scope(scene: Scene, clause: Clause, mark: CueMark) -> str:
    """ "whole" or "pair"; empty when the superlative ranks nothing of ours ("the most demanding work")."""
    words = [token.low for token in scene.tokens[mark.end : clause.end]]
    number = scene.index(clause)
    later = [
        token.low
        for one in scene.clauses[number + 1 : number + 2]
        for token in scene.tokens[one.start : one.end]
    ]
    noun = scene.reader.dataset.entity_noun or "entity"
    nouns = {noun, plural_word(noun)}
    everything = [*[token.low for token in scene.tokens[clause.start : mark.start]], *words, *later[:6]]
    if "two" in words or "both" in words or "pair" in words or "either" in words:
        return "pair"
    if (
        set(everything) & _WHOLE
        or set(words) & nouns
        or (nouns & set(later[:6]))
        or "the" in words[:1]
        and set(words) & nouns
    ):
        return "whole"
    return "pair" if len(scene.context.subjects) == 2 and _plain_phrase(scene, clause, mark) else ""


def _plain_phrase(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    targets = [target for target in clause.targets() if mark.end <= target.start <= mark.end + 2]
    return bool(targets) or after in ".,;!" or mark.end >= clause.end


def _use_counts(scene: Scene, clause: Clause) -> None:
    """Marks as read the number of entities in "of the eight planets"."""
    number = scene.index(clause)
    size = len(scene.reader.dataset.entities)
    for one in scene.clauses[number : number + 2]:
        for figure in one.figures():
            if figure.figure.unit == "plain" and figure.figure.value == size:
                scene.used.add(figure.start)


def _end(scene: Scene, clause: Clause, mark: CueMark) -> int:
    end = mark.end
    for target in clause.targets():
        if mark.end <= target.start <= mark.end + 1:
            end = target.end
    return end


def _above(scene: Scene, clause: Clause, mark: CueMark) -> Iterator[Claim]:
    """ "pays more than two in three occupations".

    "older than most occupations", "larger than every other planet".
    """
    number = scene.index(clause)
    side = scene.clauses[number + 1] if number + 1 < len(scene.clauses) else None
    # "longer than that of any other except Mercury"
    excepted = [
        one for one in (side.entities() if side else ()) if scene.tokens[one.start - 1].low in _BEHIND
    ]
    if (
        side is None
        or side.opener != "than"
        or any(isinstance(m, EntityMark) and not m.reference and m not in excepted for m in side.marks)
    ):
        return
    noun = scene.reader.dataset.entity_noun or "entity"
    words = [token.low for token in scene.tokens[side.start : side.end]]
    if excepted and not {"all", "every", "any"} & set(words):
        return
    if not (({noun, "others"} | scene.reader.words.plurals) & set(words)):
        return
    figures = [m for m in side.marks if isinstance(m, FigureMark)]
    every = {"all", "every", "any"} & set(words)
    most = "most" in words
    if not (figures or every or most) or not clause.subject or _is_of_all(scene, figures, every):
        return
    target = first_measure(scene.reader, comparison_target(scene, clause, mark, mark.end))
    if target is None:
        return
    scene.used.update((mark.start, *(figure.start for figure in figures)))
    for cue in side.marks:
        scene.used.add(cue.start)
    place = scene.place(mark.start, side.end)
    for slug in clause.subject:
        if every:
            yield judge_rank(scene.reader, place, slug, target, mark.cue.sign, 1 + len(excepted))
        else:
            figure = figures[0].figure if figures else None
            yield judge_above(scene.reader, place, slug, target, mark.cue.sign, figure)


def _is_of_all(scene: Scene, figures: list[FigureMark], every: set[str]) -> bool:
    """Whether a figure is itself told of all, so that no rank is: "beat the 3 percent forecast for all occupations"."""
    after = [token.low for token in scene.tokens[figures[0].end :]] if figures else []
    return bool(every) and any(word in ("for", "across", "among") for word in after)


def _names_the_kind(scene: Scene, start: int, end: int) -> bool:
    """Whether the words name what one row of the data is called, in the plural."""
    named = {
        at
        for _, mark in scene.marks()
        if isinstance(mark, EntityMark) and (not mark.reference or _is_of_two(scene, mark))
        for at in range(mark.start, mark.end)
    }
    return any(
        scene.tokens[at].low == "others" or scene.tokens[at].low in scene.reader.words.plurals
        for at in range(start, min(end, len(scene.tokens)))
        if at not in named
    )


def _is_of_two(scene: Scene, mark: EntityMark) -> bool:
    """Whether an expression is of two who are then ranked among no others: "over 80% of both professions"."""
    return any(token.low in ("both", "two", "either") for token in scene.tokens[mark.start : mark.end])


def _more_than_share(scene: Scene, clause: Clause, mark: FigureMark) -> Iterator[Claim]:
    """ "earn more than 81% of the occupations compared here"."""
    figure = mark.figure
    if figure.unit not in ("percent", "fraction") or figure.hedge not in ("more", "less"):
        return
    after = scene.tokens[mark.end : mark.end + 1]
    behind = after and after[0].low == "of" and _names_the_kind(scene, mark.end, mark.end + 4)
    alone = not after or not after[0].low.isalpha()
    if not (behind or (alone and _among_all(scene, clause))) or not clause.subject:
        return
    target = first_measure(scene.reader, comparison_target(scene, clause, None, mark.end))
    if target is None or target.kind == "text":
        return
    scene.used.add(mark.start)
    sign = 1 if figure.hedge == "more" else -1
    for slug in clause.subject:
        yield judge_above(
            scene.reader, scene.place(mark.start, mark.end), slug, target, sign, replace(figure, hedge="")
        )


def _among_all(scene: Scene, clause: Clause) -> bool:
    """Whether the clause before sets the frame of all rows: "among the occupations compared here, …"."""
    number = scene.index(clause)
    if not number:
        return False
    before = scene.clauses[number - 1]
    return scene.tokens[before.start].low in ("of", "among") and _names_the_kind(
        scene, before.start, before.end
    )


def _how_many_exceed(scene: Scene, clause: Clause, mark: CueMark) -> Iterator[Claim]:
    """ "Of the occupations compared here, 87% pay more than clerks earn"."""
    figures = [
        other
        for other in clause.figures()
        if other.end <= mark.start
        and other.figure.unit in ("percent", "fraction")
        and other.start not in scene.used
    ]
    side = than_side(scene, clause)
    if len(figures) != 1 or side is None or len(side.subject) != 1 or side.inherited:
        return
    if not (_among_all(scene, clause) or _names_the_kind(scene, clause.start, mark.start)):
        return
    target = first_measure(scene.reader, comparison_target(scene, clause, mark, mark.end))
    if target is None or target.kind == "text":
        return
    scene.used.update((figures[0].start, mark.start))
    place = scene.place(figures[0].start, mark.end)
    yield judge_above(scene.reader, place, side.subject[0], target, -mark.cue.sign, figures[0].figure)
