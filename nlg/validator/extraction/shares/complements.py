"""Shares of the sex that the data do not give, from those of the one that they do: "and men 63.4%"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from nlg.validator.binding.figures import subject_of
from nlg.validator.claim import Claim
from nlg.validator.extraction.shares.majorities import is_past
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import judge_majority, plain_number
from nlg.validator.lexis.figure import TURNED, Figure
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Reader, Target

_MEN = frozenset({"men", "man", "male", "males"})
_WOMEN = frozenset({"women", "woman", "female", "females"})
SEXES = _MEN | _WOMEN


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The shares and majorities of a clause that are of the other sex than the data's."""
    if scene.advisory:
        return
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    if not words & SEXES:
        if (left_out := _left_out(scene, clause)) is not None:
            yield from _judge(scene, clause, *left_out)
        return
    for index in range(clause.start, clause.end):
        word = scene.tokens[index].low
        if word not in SEXES or any(mark.start <= index < mark.end for mark in clause.marks):
            continue
        target = other_share(scene.reader, word)
        if target is None:
            continue
        figure = _figure_beside(scene, clause, index)
        if figure is not None:
            yield from _judge(scene, clause, figure, target)
            return
        for cue in clause.cues("majority", "minority", "most"):
            if cue.cue.role == "most" and (scene.tokens[cue.start].low != "most" or cue.start > clause.start):
                continue
            if (
                not is_past(scene, cue)
                and (cue.start < index or _makes_up(scene, clause, cue, index))
                and cue.start not in scene.used
                and not clause.figures()
                and clause.subject
            ):
                scene.used.add(cue.start)
                neither = any(one.reference == "neither" for one in clause.entities())
                denied = bool(clause.cues("not")) or neither
                most = (cue.cue.role != "minority") == denied
                after = [one.end for one in clause.entities() if cue.end <= one.start <= cue.end + 1]
                place = scene.place(min(cue.start, index), max(cue.end, index + 1, *after))
                subjects = clause.entities()[-1].slugs if clause.entities() else clause.subject
                nearly = bool(cue.cue.factor) and not denied
                yield judge_majority(scene.reader, place, subjects, target, most, nearly)
                return


def _left_out(scene: Scene, clause: Clause) -> tuple[FigureMark, Target] | None:
    """A share of whom the clause before names, left out: "few hygienists are men, while 98.9% of plumbers are"."""
    figures = [mark for mark in clause.figures() if mark.figure.unit in ("percent", "fraction")]
    if len(figures) == 1 and _is_set_beside(scene, clause):
        before = scene.clauses[clause.number - 1]
        unmarked = [scene.tokens[at].low for at in _unmarked(before)]
        if len(found := [word for word in unmarked if word in SEXES]) == 1:
            rest = other_share(scene.reader, found[0])
            return (figures[0], rest) if rest is not None and figures[0].start not in scene.used else None
    last = [token.low for token in scene.tokens[clause.start : clause.end] if token.low.isalpha()][-1:]
    if len(figures) != 1 or last not in (["are"], ["is"]) or clause.targets() or not clause.number:
        return None
    words = [scene.tokens[at].low for at in _unmarked(scene.clauses[clause.number - 1])]
    target = next((other_share(scene.reader, word) for word in words if word in SEXES), None)
    return (figures[0], target) if target is not None and figures[0].start not in scene.used else None


def _unmarked(clause: Clause) -> list[int]:
    """The places of a clause's words that no mark covers."""
    named = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    return [at for at in range(clause.start, clause.end) if at not in named]


def _is_set_beside(scene: Scene, clause: Clause) -> bool:
    """Whether a share of others stands beside that of the rest: "one in seven … is a man, compared with 30% of …"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is None or clause.opener not in ("against", "and", "while") or clause.targets():
        return False
    told = [mark for mark in before.figures() if mark.figure.unit in ("percent", "fraction")]
    verbs = {scene.tokens[at].low for at in _unmarked(clause)} & {"are", "is", "have", "hold", "has"}
    return len(told) == 1 and told[0].start in scene.used and clause.names_somebody() and not verbs


def _makes_up(scene: Scene, clause: Clause, cue: CueMark, index: int) -> bool:
    """Whether the people at a word are said to be a majority: "men make up the majority of paralegals"."""
    verbs = [one for one in clause.cues("people") if index < one.start < cue.start]
    words = {token.low for token in scene.tokens[index + 1 : cue.start]}
    if index < cue.start and scene.tokens[cue.start].low in _DOMINATING:
        return not words - _ADVERBS - scene.reader.words.people
    return bool(verbs) or (index < cue.start and bool(words & {"are", "form", "hold"}))


_DOMINATING = frozenset(
    {"dominate", "dominates", "dominated", "dominating", "predominate", "predominates", "prevail"}
)
_ADVERBS = frozenset({"-", "still", "clearly", "heavily", "also", "largely", "completely", "utterly"})


def other_share(reader: Reader, word: str) -> Target | None:
    """The share of the other sex than the word's: those of whom it names the rest."""
    return _share_of(reader, _WOMEN if word in _MEN else _MEN)


def is_of_the_rest(scene: Scene, clause: Clause, target: Target) -> bool:
    """Whether a clause speaks of the sex whose share the data do not give: "men are more common among nurses"."""
    inside = {at for mark in clause.marks for at in range(mark.start, mark.end)}
    return any(
        scene.tokens[at].low in SEXES
        and at not in inside
        and other_share(scene.reader, scene.tokens[at].low) == target
        for at in range(clause.start, clause.end)
    )


def _share_of(reader: Reader, words: frozenset[str]) -> Target | None:
    """The measure of the share that one of some words names."""
    for word in sorted(words):
        for phrase, targets in reader.targets.by_first.get(word, ()):
            for target in targets:
                if (
                    phrase == (word,)
                    and target.kind == "measure"
                    and reader.families[target.name] == "percent"
                ):
                    return target
    return None


def _figure_beside(scene: Scene, clause: Clause, index: int) -> FigureMark | None:
    """The share that a word is given: the figure right behind it, else the nearest before."""
    figures = [
        mark
        for mark in clause.figures()
        if mark.figure.unit in ("percent", "fraction") and mark.start not in scene.used
    ]
    behind = [mark for mark in figures if index < mark.start <= index + 4]
    before = [mark for mark in figures if mark.end <= index]
    named = {target.start for target in clause.targets() if not target.is_weak}
    if before and not any(before[-1].end <= start < index for start in named):
        return before[-1]
    return behind[0] if behind else None


def _judge(scene: Scene, clause: Clause, mark: FigureMark, target: Target) -> Iterator[Claim]:
    subjects = subject_of(scene, clause, mark)
    if not subjects:
        return
    scene.used.add(mark.start)
    figure = mark.figure
    whole = Decimal(1) if figure.unit == "fraction" else Decimal(100)
    rest: Figure = replace(figure, value=whole - figure.value, hedge=TURNED.get(figure.hedge, figure.hedge))
    claim = judge_figure(scene.reader, scene.place(mark.start, mark.end), subjects, target, rest, "share")
    message = f"{claim.message}, who are the rest" if claim.message else ""
    yield replace(claim, stated=plain_number(figure.value), message=message)
