"""Values behind a label and before those who have them: "Training: moderate-term for bakers, none for chefs".

A value may be cut short there, and "none" is whatever value says that there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.figures import judge_figure
from nlg.validator.judgement.verdicts import judge_text
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.tokens import tokenise
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_MAX_LABEL_WORDS = 6
_PARTING = frozenset({",", ";", "and", "but", ":", "while"})
_BEFORE_OWNER = frozenset({"for", "among", "("})
_ARTICLES = frozenset({"the", "a", "an"})
_MAX_VALUE_WORDS = 5
_BOTH, _NONE = frozenset({"either", "both", "each"}), (["none"], ["no"])


def read(scene: Scene) -> Iterator[Claim]:
    """The values that no other form has read of a sentence that opens with a label."""
    tokens = scene.tokens
    colon = next((at for at, token in enumerate(tokens[: _MAX_LABEL_WORDS + 2]) if token.low == ":"), 0)
    if not colon or scene.advisory:
        return
    label = _label(scene, colon)
    if label is None:
        return
    start = colon + 1
    for owner, end, slugs in _owners(scene, colon):
        while start < owner and (tokens[start].low in _PARTING or tokens[start].low in _ARTICLES):
            start += 1
        is_value = 0 < owner - 1 - start <= _MAX_VALUE_WORDS and tokens[owner - 1].low in _BEFORE_OWNER
        if is_value and not _is_read(scene, start, owner - 1):
            said = [token.low for token in tokens[start : owner - 1]]
            for slug in slugs:
                claim = _judged(scene, label, said, slug, (start, owner - 1))
                if claim is not None:
                    scene.used.update(range(start, owner - 1))
                    yield claim
        start = end


def _owners(scene: Scene, colon: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where those who have a value are named behind the label, their articles with them, and who they are."""
    for at in range(colon + 1, len(scene.tokens)):
        if scene.tokens[at].low in _BOTH and scene.tokens[at - 1].low == "for":
            yield at, at + 1, scene.context.subjects
            continue
        mark = next(
            (one for _, one in scene.marks() if isinstance(one, EntityMark) and one.start == at), None
        )
        if mark is not None and mark.slugs and not mark.possessive:
            yield at - (scene.tokens[at - 1].low in _ARTICLES), mark.end, mark.slugs


def _label(scene: Scene, colon: int) -> Target | None:
    """The one measure of names, or of what is counted, that the words before a colon name."""
    found = {
        target
        for _, mark in scene.marks()
        if isinstance(mark, TargetMark) and mark.end <= colon
        for target in mark.targets
        if not target.item
        and (
            target.kind == "text"
            or (target.kind == "measure" and scene.reader.families[target.name] == "count")
        )
    }
    return found.pop() if len(found) == 1 else None


def _judged(scene: Scene, label: Target, said: list[str], slug: str, span: tuple[int, int]) -> Claim | None:
    place = scene.place(*span)
    if label.kind == "measure":
        nought = Figure(span[0], span[1], Decimal(0))
        return judge_figure(scene.reader, place, (slug,), label, nought) if said in _NONE else None
    value = _value(scene.reader, label.name, said)
    return judge_text(scene.reader, place, (slug,), Target("text", label.name, value)) if value else None


def _value(reader: Reader, concept: str, said: list[str]) -> str:
    """The value that some entity has and that words say, cut short or as "none"; or empty."""
    values = sorted(
        {
            cell.value
            for (_, name), cell in reader.dataset.observations.items()
            if name == concept and isinstance(cell.value, str)
        }
    )
    for value in values:
        words = [token.low for token in tokenise(value, 0, len(value))]
        if words[: len(said)] == said or (said in _NONE and words[0] in ("no", "none")):
            return value
    return ""


def _is_read(scene: Scene, start: int, end: int) -> bool:
    """Whether another form has read what stands there, or will read a figure."""
    return any(
        one.start < end and start < one.end and one.start in scene.used for _, one in scene.marks()
    ) or any(
        figure.start < end and start < figure.end for clause in scene.clauses for figure in clause.figures()
    )
