"""Which rank an item is said to have: "the third most common skill", "comes second", "tops the list"."""

from __future__ import annotations

from nlg.validator.extraction.lists.groups import Group, item_name
from nlg.validator.extraction.lists.listed import place_of, speaks_of_a_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import TargetMark
from nlg.validator.sentences.name_spans import names_collection
from nlg.validator.sentences.scene import Scene

_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
PLACES = {"first": 1, **_ORDINALS}
_RANKED = frozenset({"most", "biggest", "highest", "ranked", "largest", "commonest", "top"})
_COMING = frozenset(
    "comes ranks stands come rank in sits sit lands land finishes finish places place stand appears lies lie".split()
)
HEADING = frozenset({"tops", "top", "heads", "head", "leads", "lead", "opens", "open"})


def position_of(scene: Scene, region: list[Clause], group: Group) -> int:
    """The rank in "the third most common skill" or "comes second", −1 for the last; 0 when none is named."""
    if len(group.names) != 1:
        return 0
    if any(cue.cue.sign < 0 for clause in region for cue in clause.cues("most")):
        return -1
    tokens = scene.tokens
    behind = _words_after(scene, group.marks[0])
    if behind[:1] == ["the"] and behind[1:2] and behind[1] in PLACES and not "".join(behind[2:3]).isalpha():
        # "Writing is the first skill on both lists, speaking the second."
        return PLACES[behind[1]]
    for clause in region:
        for index in range(clause.start, clause.end - 1):
            if tokens[index].low in PLACES:
                after = [token.low for token in tokens[index + 1 : index + 4] if token.low != "-"]
                if after and (after[0] in _RANKED or names_collection(scene.reader, tokens, index + 1)):
                    return PLACES[tokens[index].low]
    after_it = behind
    sizes = [cue for clause in region for cue in clause.cues("more") if cue.cue.domain == "size"]
    if after_it[:2] in (["is", "the"], ["being", "the"]) and any(
        group.marks[0].end <= cue.start <= group.marks[0].end + 2 for cue in sizes
    ):
        return 1 if sizes[-1].cue.sign > 0 else -1
    if rank := _own_rank(after_it):
        return rank
    follows = after_it[:1] in (["follows"], ["follow"]) and after_it[1:2] not in (["the"], ["that"])
    if follows or (
        after_it[:1] and after_it[0] in _COMING and set(after_it[1:3]) & {"behind", "next", "after"}
    ):
        # "The list opens with critical thinking, and monitoring comes right behind."
        items = [
            mark for clause in scene.clauses for mark in clause.targets() if mark.end <= group.marks[0].start
        ]
        return 1 + sum(bool(item_name(mark, group.key)) for mark in items) if items else 0
    before_it = [token.low for token in tokens[region[0].start : group.marks[0].start]]
    if [word for word in before_it if word not in ("a", "an", "the")][-2:] == ["followed", "by"]:
        # "A diploma is the commonest level, which … of barbers have, followed by some college"
        earlier = {
            item_name(mark, group.key)
            for clause in scene.clauses
            for mark in clause.targets()
            if mark.end <= group.marks[0].start
        } - {""}
        if len(earlier) == 1:
            return 2
    if rank := _rank_before(before_it):
        return rank
    if (
        after_it[:1]
        and after_it[0] in HEADING
        and (
            "among" in after_it
            or speaks_of_a_list(after_it)
            or after_it[1:2] in (["theirs"], ["hers"], ["his"])
        )
    ):
        return 1
    if after_it[:1] == ["among"] and any(
        tokens[cue.start].low in HEADING and tokens[cue.end : cue.end + 1] and tokens[cue.end].low == "among"
        for clause in region
        for cue in clause.cues("more")
    ):
        return 1
    return 0


def _words_after(scene: Scene, mark: TargetMark) -> list[str]:
    words = [token.low for token in scene.tokens[mark.end : mark.end + 6]]
    return words[1:] if words[:1] and words[0] in scene.reader.words.people else words


def _own_rank(words: list[str]) -> int:
    """The rank that the words right behind an item give it; 0 when they give none."""
    if words[:1] and words[0] in _CLOSING and "list" in words[1:] and "top" not in words:
        return -1
    words = [_AFFIRMED.get(word, word) for word in words if word not in _DENYING]
    if words[:1] in (["that"], ["which"]):
        # "it is troubleshooting that comes first"
        words = words[1:]
    if words[:2] == ["is", "only"] or (
        words[:1] == ["is"] and words[2:3] and words[2] in ("in", "for", "among", "on", "with")
    ):
        words = ["comes", *words[2 if words[1] == "only" else 1 :]]
    if words[:2] in (["on", "top"], ["in", "front"]) or words[:3] == ["at", "the", "top"]:
        return 1
    if rank := _number_of(words):
        return rank
    if rank := place_of(words):
        return rank
    alone = len(words) < 2 or not words[1].isalpha() or words[1] in _GOING_ON
    if words[:1] and alone and (words[0] in _ORDINALS or words[0] in ("first", "last")):
        return -1 if words[0] == "last" else _ORDINALS.get(words[0], 1)
    if words[:1] and words[0] in _COMING:
        for word in words[1:3]:
            if word in _ORDINALS or word in ("first", "last"):
                return -1 if word == "last" else _ORDINALS.get(word, 1)
    return 0


def _number_of(words: list[str]) -> int:
    """The rank in "makes an appearance at number four", "is number 3"; 0 for none."""
    stop = next((at for at, word in enumerate(words) if word in (",", "and", "but", ".")), len(words))
    at = next((at for at, word in enumerate(words[: max(stop - 1, 0)]) if word in ("number", "no")), 0)
    if not at or words[at - 1] not in ("at", "is", "as", "in", "comes", "ranks", "place"):
        return 0
    word = words[at + 1]
    return int(word) if word.isdigit() else _CARDINALS.get(word, 0)


_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

_CLOSING = frozenset({"closes", "ends", "concludes", "finishes"})
_DENYING = frozenset({"not", "never", "doesn't", "don't", "does", "do", "did", "didn't"})
_AFFIRMED = {"isn't": "is", "aren't": "is", "wasn't": "is", "are": "is"}
"""A rank that is denied is read like any other, and the denial told of it."""
_GOING_ON = frozenset({"and", "but", "while", "for", "among", "on", "with"})


def _rank_before(words: list[str]) -> int:
    """The rank that the words before an item give it: "last on the baker's list is …"; 0 when they give none."""
    if not words or words[-1] not in ("is", "comes", "stands") or not {"list", "among"} & set(words):
        return 0
    return -1 if words[0] == "last" else PLACES.get(words[0], 0)


def ranks_of(scene: Scene, group: Group) -> tuple[int, ...]:
    """The rank of each of several items that are given one each and do not start with the first; else none."""
    before = [token.low for token in scene.tokens[: group.marks[0].start]]
    takes_up = before[:1] and before[0] in ("it", "that", "this") and before[1:4].count("followed")
    if takes_up and before[-1:] == ["by"]:
        return tuple(range(2, len(group.marks) + 2))
    ranks = tuple(_own_rank(_words_after(scene, mark)) for mark in group.marks)
    plain = ranks == tuple(range(1, len(ranks) + 1))
    return ranks if len(ranks) > 1 and all(ranks) and not plain else ()
