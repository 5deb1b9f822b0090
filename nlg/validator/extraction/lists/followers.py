"""What follows an item whose share is told: "is 95.1% carbon dioxide, followed by nitrogen and argon"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nlg.validator.claim import Claim
from nlg.validator.extraction.lists.groups import collection_target, item_name
from nlg.validator.judgement.listings import judge_position, ranked
from nlg.validator.sentences.marks import FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene

_JOINING = frozenset({",", "and", "then", "by", "(", ")", "%", "percent"})
_NEAR = 4
_BESIDE, _FAR = 2, 6


def read(scene: Scene, key: str) -> Iterator[Claim]:
    """The ranks of the items behind "followed by", where the one before it has a share of its own."""
    words = [token.low for token in scene.tokens]
    at = next((at for at, pair in enumerate(pairwise(words)) if pair == ("followed", "by")), 0)
    if not at:
        return
    before = [(clause, mark) for clause, mark in scene.marks() if mark.end <= at]
    named = [
        (clause, mark) for clause, mark in before if isinstance(mark, TargetMark) and item_name(mark, key)
    ]
    shares = [mark for _, mark in before if isinstance(mark, FigureMark) and mark.figure.unit == "percent"]
    if not named or not shares or at - named[-1][1].end > _NEAR:
        return
    clause, lead = named[-1]
    near = min(abs(lead.start - shares[-1].end), abs(shares[-1].start - lead.end)) <= _BESIDE
    # "95.1 percent of it is carbon dioxide"
    told = [token.low for token in scene.tokens[shares[-1].end : lead.start]]
    told_of_it = told[:1] == ["of"] and told[-1:] in (["is"], ["are"]) and len(told) <= _FAR
    if not (near or told_of_it) or len(clause.subject) != 1:
        return
    slug = clause.subject[0]
    names = [item.name.lower() for item in ranked(scene.reader, slug, key)]
    if (name := item_name(lead, key).lower()) not in names:
        return
    rank, last = names.index(name) + 1, at + 2
    for _, mark in scene.marks():
        if mark.start < at + 2 or isinstance(mark, FigureMark):
            continue
        between = {word for word in words[last : mark.start] if not word[:1].isdigit()}
        if not isinstance(mark, TargetMark) or not item_name(mark, key) or not between <= _JOINING:
            break
        rank, last = rank + 1, mark.end
        scene.used.add(mark.start)
        scene.last_target = collection_target(key)
        place = scene.place(mark.start, mark.end)
        yield judge_position(scene.reader, place, slug, collection_target(key), item_name(mark, key), rank)
