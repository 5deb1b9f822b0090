"""Figures given out in order to the entities that are named together, or that the page compares."""

from __future__ import annotations

from itertools import pairwise

from nlg.validator.binding.elisions import in_order_of_last, pairs_of_items
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark
from nlg.validator.sentences.scene import Scene


def distribute(scene: Scene) -> dict[int, tuple[str, ...]]:
    """Figures given out in order to entities named together.

    Example: "A and B earn $34,252 and $34,157, respectively"
    """
    given: dict[int, tuple[str, ...]] = {}
    sequence = [mark for _, mark in scene.marks() if isinstance(mark, FigureMark | EntityMark | CueMark)]
    respectively = any(isinstance(mark, CueMark) and mark.cue.role == "respectively" for mark in sequence)
    plain = [mark for mark in sequence if isinstance(mark, FigureMark | EntityMark)]
    plain = [mark for mark in plain if not (isinstance(mark, FigureMark) and mark.start in scene.used)]
    for index, mark in enumerate(plain):
        if not isinstance(mark, EntityMark) or len(mark.slugs) != 2 or mark.reference in ("neither",):
            continue
        after: list[FigureMark] = []
        for other in plain[index + 1 :]:
            if not isinstance(other, FigureMark):
                break
            after.append(other)
        if not after and (respectively or _is_of_both(scene, mark, plain[:index])):
            before: list[FigureMark] = []
            for other in reversed(plain[:index]):
                if not isinstance(other, FigureMark):
                    break
                before.insert(0, other)
            after = before
        for start in range(0, len(after) - 1, 2):
            pair = after[start : start + 2]
            if pair[0].figure.value > 100 * pair[1].figure.value > 0:
                # "$81,680 and $39.27, respectively, for accountants" are of two measures.
                continue
            same = pair[0].figure.unit == pair[1].figure.unit and (pair[0].figure.high is None) == (
                pair[1].figure.high is None
            )
            if same and not respectively and (owner := _owner_behind(scene, mark, pair[1])):
                # "their salary is $88,180, compared to $77,660 for radiologic technologists"
                given[pair[0].start], given[pair[1].start] = (scene.other(owner),), owner
            elif same and (respectively or _side_by_side(scene, pair)):
                given[pair[0].start] = (mark.slugs[0],)
                given[pair[1].start] = (mark.slugs[1],)
                if (
                    mark.reference == "both"
                    and not respectively
                    and any(one.cues("same", "similar") for one in scene.clauses)
                ):
                    scene.either.update((pair[0].start, pair[1].start))
    _after_colon(scene, given)
    _in_brackets(scene, given)
    _unnamed_pairs(scene, given)
    given.update({start: owner for start, (owner, _) in pairs_of_items(scene).items()})
    return given


def _owner_behind(scene: Scene, mark: EntityMark, figure: FigureMark) -> tuple[str, ...]:
    """Whose the second of two figures is said to be right behind it, where a pronoun of both stands before them."""
    if not mark.reference:
        return ()
    for clause in scene.clauses:
        after = [one for one in clause.entities() if one.start >= figure.end]
        if figure in clause.marks and after and len(after[0].slugs) == 1 and scene.other(after[0].slugs):
            between = [token.low for token in scene.tokens[figure.end : after[0].start]]
            return after[0].slugs if between[:1] in (["for"], ["of"], ["among"]) else ()
    return ()


def _is_of_both(scene: Scene, mark: EntityMark, before: list[FigureMark | EntityMark]) -> bool:
    """Whether two names follow two figures that belong to them: "$16.47 against $16.42 for A and B"."""
    pair = [one for one in before[-2:] if isinstance(one, FigureMark)]
    if len(pair) != 2 or len(before) > 2 or mark.reference or pair[0].figure.high is not None:
        return False
    words = [token.low for token in scene.tokens[pair[1].end : mark.start]]
    return words in (["for"], ["of"], ["among"]) and pair[0].figure.value != pair[1].figure.value


def _unnamed_pairs(scene: Scene, given: dict[int, tuple[str, ...]]) -> None:
    """Two figures set side by side where nobody is named: they follow the order of the page.

    Where the sentence calls them alike ("similar, at 29,800 and 28,340") either may be whose it is.
    """
    subjects = scene.context.subjects
    asked = scene.context.discourse.subjects or scene.context.focus
    if scene.context.discourse.question and len(asked) == 1 and scene.other(asked):
        # "Is law larger? Yes: 747,750 jobs against 113,490."
        subjects = (asked[0], scene.other(asked))
    respectively = any(clause.cues("respectively") for clause in scene.clauses)
    alike = any(clause.cues("same", "similar") for clause in scene.clauses)
    figures = [(clause, mark) for clause, mark in scene.marks() if isinstance(mark, FigureMark)]
    nobody = (
        len(figures) == 2
        and not any(_names_one(scene, clause) for clause in scene.clauses)
        and _side_by_side(scene, [figure for _, figure in figures])
    )
    taken_up = nobody and any(clause.entities() for clause in scene.clauses)
    for (one, first), (two, second) in pairwise(figures):
        if first.start in given or second.start in given or first.figure.unit != second.figure.unit:
            continue
        if in_order_of_last(scene, first) is not None:
            continue
        side_by_side = two.opener == "against" or (
            two.opener == "and" and (alike or respectively or nobody or _is_label(scene))
        )
        pair = len(subjects) == 2 and (
            len(one.subject) != 1
            or _is_label(scene)
            or taken_up
            or ((alike or respectively or nobody) and one.inherited)
        )
        if not side_by_side or not pair or _names_one(scene, one) or _names_one(scene, two):
            continue
        if two.opener == "and" and not _side_by_side(scene, [first, second]) and _tells_of_items(two, second):
            # "… a diploma (25.8), and the associate's and the bachelor's tie at 16.2" gives the shares of one.
            continue
        if two.opener == "and" and _are_of_two_items(one, first, two, second):
            # "5.9 percent stopped at a bachelor's and 4.1 percent at a master's"
            continue
        given[first.start], given[second.start] = (subjects[0],), (subjects[1],)
        told = _is_label(scene) or respectively
        if alike or taken_up or _is_turned(scene) or (nobody and not told and len(asked) == 1):
            scene.either.update((first.start, second.start))


def _are_of_two_items(one: Clause, first: FigureMark, two: Clause, second: FigureMark) -> bool:
    """Whether each of two figures has an item of its own behind it, so that both are of the same people."""
    named = [
        {
            target
            for mark in clause.targets()
            if mark.start >= figure.end
            for target in mark.targets
            if target.kind == "item"
        }
        for clause, figure in ((one, first), (two, second))
    ]
    return bool(named[0]) and bool(named[1]) and not named[0] & named[1]


def _tells_of_items(clause: Clause, mark: FigureMark) -> bool:
    """Whether an item is named before a figure in its clause, so that it is of that item."""
    return any(
        target.kind == "item"
        for other in clause.targets()
        if other.end <= mark.start
        for target in other.targets
    )


def _sums_up(scene: Scene, entity: EntityMark) -> bool:
    """Whether a "both" stands for two figures before it: "9.6% and 8% are both respectable"."""
    before = [mark for _, mark in scene.marks() if isinstance(mark, FigureMark) and mark.end <= entity.start]
    verb = scene.tokens[entity.start - 1].low if entity.start else ""
    return (
        entity.reference == "both"
        and len(before) == 2
        and verb in ("are", "were")
        and not _has_after(scene, entity)
    )


def _has_after(scene: Scene, entity: EntityMark) -> bool:
    return any(isinstance(mark, FigureMark) and mark.start >= entity.end for _, mark in scene.marks())


def _names_one(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says whom it is about by more than an "it": "by the hour it's $64.82 versus $60.34"."""
    return any(entity.reference != "it" and not _sums_up(scene, entity) for entity in clause.entities())


def _is_turned(scene: Scene) -> bool:
    """Whether the two were mentioned last in another order than the page's."""
    subjects, mentioned = scene.context.subjects, scene.context.discourse.mentioned
    return len(mentioned) == 2 and set(mentioned) == set(subjects) and mentioned != subjects


_AGAINST = frozenset({"than", "against"})


def _in_brackets(scene: Scene, given: dict[int, tuple[str, ...]]) -> None:
    """Two figures in brackets behind two names: "four to one (917,460 versus 215,520)"."""
    for number, clause in enumerate(scene.clauses[:-1]):
        following = scene.clauses[number + 1]
        if clause.opener != "(" or following.opener not in ("against", "and"):
            continue
        pair = [*clause.figures(), *following.figures()]
        if len(clause.figures()) != 1 or len(pair) != 2 or clause.entities() or following.entities():
            continue
        named: list[str] = []
        for start in range(number - 1, -1, -1):
            if scene.clauses[start].opener in ("than", "against") or len(named) > 1:
                continue
            stop = next(
                (at for at in range(start + 1, number) if scene.clauses[at].opener not in _AGAINST), number
            )
            for earlier in scene.clauses[start:stop]:
                for entity in earlier.entities():
                    named.extend(slug for slug in entity.slugs if slug not in named)
        if len(named) == 2 and pair[0].figure.unit == pair[1].figure.unit and pair[0].start not in given:
            given[pair[0].start], given[pair[1].start] = (named[0],), (named[1],)


def _after_colon(scene: Scene, given: dict[int, tuple[str, ...]]) -> None:
    """Two figures after a colon, of the two entities named before it.

    Example: "more jobs for A than for B: 29,800 and 28,340"
    """
    for number, clause in enumerate(scene.clauses):
        if clause.opener != ":":
            continue
        named: list[str] = []
        for earlier in reversed(scene.clauses[:number]):
            for entity in reversed(earlier.entities()):
                if _is_of_the_two(scene, earlier, entity):
                    continue
                for slug in reversed(entity.slugs):
                    if slug not in named and len(named) < 2:
                        # "both grow, though plumbing grows faster: …" has spoken of plumbing last.
                        named.insert(len(named) if entity.reference == "both" and named else 0, slug)
        own = scene.clauses[number - 1].entities()
        if scene.clauses[number - 1].opener in ("while", ";") and len(own) == 1 and len(own[0].slugs) == 1:
            # "there are more lawyers, but paralegals have more openings: …" speaks of paralegals.
            named.sort(key=lambda slug: slug != own[0].slugs[0])
        before = scene.clauses[number - 1] if number else clause
        compared = before.cues("more") and before.entities() and _are_against(scene, number)
        if len(named) == 1 and compared and (other := scene.other((named[0],))):
            # "there is more of it for welders: 424,040 jobs compared with 298,790"
            named.append(other)
        later = scene.clauses[number:]
        end = next((at for at, one in enumerate(later) if at and one.opener in (";", ":")), len(later))
        later = later[:end]
        figures = [figure for one in later for figure in one.figures()]
        if len(named) != 2 or len(figures) != 2 or any(one.entities() for one in later):
            continue
        if figures[0].figure.unit == figures[1].figure.unit and figures[0].start not in given:
            given[figures[0].start], given[figures[1].start] = (named[0],), (named[1],)
            together = any(
                entity.reference == "both" for one in scene.clauses[:number] for entity in one.entities()
            )
            if together and any(one.cues("same", "similar") for one in scene.clauses[:number]):
                scene.either.update((figures[0].start, figures[1].start))


def _is_of_the_two(scene: Scene, clause: Clause, entity: EntityMark) -> bool:
    """Whether "of the two" only says among whom one is named: "dentistry is the less white of the two"."""
    alone = any(len(one.slugs) == 1 and one.end <= entity.start for one in clause.entities())
    of = entity.start > 0 and scene.tokens[entity.start - 1].low == "of"
    return entity.reference == "both" and of and alone and bool(clause.cues("more", "most"))


def _are_against(scene: Scene, number: int) -> bool:
    """Whether a clause and the next one set two figures against each other."""
    pair = scene.clauses[number : number + 2]
    return len(pair) == 2 and pair[1].opener == "against" and all(len(one.figures()) == 1 for one in pair)


def _is_label(scene: Scene) -> bool:
    """Whether a sentence is a label and its figures: "Salary: $34,252 vs. $34,157"."""
    return any(clause.opener == ":" for clause in scene.clauses) and not any(
        clause.entities() for clause in scene.clauses
    )


def _side_by_side(scene: Scene, pair: list[FigureMark]) -> bool:
    between = [token.low for token in scene.tokens[pair[0].end : pair[1].start]]
    return (
        len(between) <= 3
        and set(between)
        <= {"and", "versus", "vs", ".", "against", "compared", "with", "to", "/", ",", "-", "–"}
        and bool(between)
    )
