"""What the words around a list of items promise: how many, of what rank, in what order, shared by whom."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from nlg.validator.extraction.lists import overlaps
from nlg.validator.extraction.lists.groups import Group, clause_of, item_name, opens_a_part, takes_place
from nlg.validator.extraction.lists.listed import ABOVE_ALL, AFTER, OPENS, is_above_others, speaks_of_a_list
from nlg.validator.extraction.lists.positions import HEADING, position_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.name_spans import names_collection
from nlg.validator.sentences.scene import Scene

_INCLUDE = frozenset({"include", "includes", "including", "such", "like", "feature", "features", "featuring"})
_ORDER = tuple(word_list("listing")["ordering"])


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words around a group say of it."""

    region: list[Clause]
    text: str
    size: int
    """3 of "top three"; 0 when no number is named."""
    count: int
    """2 of "two of the top three"; 0 when none is."""
    is_top: bool
    is_single: bool
    """Whether one item alone is said to be the first of all."""
    in_order: bool
    partial: bool
    position: int


def wording_of(scene: Scene, group: Group) -> Wording:
    """What the clauses around a group say of it."""
    start = scene.index(group.clause)
    opening = start
    while (
        not _begins_anew(group)
        and opening > max(0, start - 5)
        and not opens_a_part(scene, scene.clauses[opening])
        and scene.clauses[opening].opener
        not in (
            ";",
            "while",
            "than",
            "unlike",
        )
    ):
        opening -= 1
    last = scene.index(clause_of(scene, group.marks[-1]))
    if last + 1 < len(scene.clauses) and _only_orders(scene.clauses[last + 1]):
        last += 1
    region = scene.clauses[opening : last + 1]
    named = {
        at for clause in region for entity in clause.entities() for at in range(entity.start, entity.end)
    }
    words = [scene.tokens[at].low for at in range(region[0].start, region[-1].end) if at not in named]
    text = f" {' '.join(words)} "
    size = overlaps.size_of(scene, region, group.key)
    opens = any(f" {phrase} " in text for phrase in OPENS)
    if opens and size > len(group.names):
        # "the six skills that matter most begin with coordination" lists the first of them.
        size = 0
    after_one = _comes_after(scene, group)
    in_order = _runs(words) or after_one or opens or any(f" {cue} " in text for cue in _ORDER)
    superlative = any(
        is_superlative(scene, clause, cue, group.key) for clause in region for cue in most_cues(clause)
    )
    superlative = superlative or any(
        is_above_others(scene, cue) for clause in region for cue in clause.cues("more")
    )
    headed = any(_is_headed(scene, mark, group.key) for clause in region for mark in clause.targets())
    is_top = (
        size > 0
        or superlative
        or headed
        or any(clause.cues("top") for clause in region)
        or opens
        or any(f" {phrase} " in text for phrase in ABOVE_ALL)
        or (in_order and len(group.names) > 1)
        or _goes_on_from_before(scene, group)
        or any(heads_list(scene, at) for clause in region for at in range(clause.start, clause.end))
    )
    told_most = any(most_cues(clause) for clause in region)
    ranked = told_most and len(group.names) > 1 and any(f" {cue} " in text for cue in _ORDER)
    partial = (bool(_INCLUDE & set(words)) or (_is_among(scene, region) and not ranked)) and not (
        size and len(group.names) > size
    )
    single = (
        len(group.names) == 1
        and is_top
        and not size
        and not partial
        and not _names_several(scene, region, group.key)
    )
    return Wording(
        region, text, size, _count(scene, region, group), is_top, single, in_order, partial,
        position_of(scene, region, group),
    )  # fmt: skip


def _runs(words: list[str]) -> bool:
    """Whether a list is read out from its start: "the hygienists' list runs: …", "the list goes …"."""
    return any(one in ("list", "order") and two in ("runs", "reads", "goes") for one, two in pairwise(words))


def _begins_anew(group: Group) -> bool:
    """Whether a clause names whose list it is and what ranks it: "…, and Neptune's greatest is Triton"."""
    first = group.marks[0].start
    named = any(entity.end <= first for entity in group.clause.entities())
    return named and any(cue.end <= first for cue in group.clause.cues("most", "top"))


def goes_on(scene: Scene, group: Group) -> bool:
    """Whether a pronoun stands for what the list before is of: "among developers, it is a bachelor's degree"."""
    if takes_place(scene, group.clause):
        return True
    words = [token.low for token in scene.tokens[group.clause.start : group.marks[0].start]]
    after = [token.low for token in scene.tokens[group.marks[-1].end :][:2]]
    if after[:1] in (["does"], ["do"], ["is"]) and (len(after) == 1 or not after[1].isalpha()):
        # "Speaking comes first for lawyers; for dentists, active listening does."
        return True
    if words[-1:] == ["is"] and any(words[at : at + 2] == ["that", "of"] for at in range(2)):
        # "The largest moon of Saturn is Titan; that of Uranus is Titania."
        return True
    return any(words[at : at + 2] in (["it", "is"], ["it", "'s"]) for at in range(len(words)))


def _comes_after(scene: Scene, group: Group) -> bool:
    """Whether the first item of two is named as the one that the second comes after: "after writing, most on …"."""
    if len(group.marks) != 2:
        return False
    before = " ".join(token.low for token in scene.tokens[: group.marks[0].start])
    return before in AFTER


def _is_among(scene: Scene, region: list[Clause]) -> bool:
    """Whether items are said to be among others: "among their top skills", not "among nurses"."""
    for clause in region:
        for index in range(clause.start, clause.end - 1):
            if scene.tokens[index].low == "among" and not any(
                entity.start <= index + 2
                and entity.end > index + 1
                and not entity.possessive
                and entity.reference != "they"
                for entity in clause.entities()
            ):
                return True
    return False


def _goes_on_from_before(scene: Scene, group: Group) -> bool:
    """Whether a pronoun takes up the list of the sentence before: "for teachers it is instructing, …"."""
    words = [token.low for token in scene.tokens[: group.marks[0].start]]
    collection = scene.reader.collections[group.key]
    return (
        len(group.names) > 1
        and words[-2:] in (["it", "is"], ["they", "are"])
        and scene.context.discourse.concept in (group.key, collection.resource)
    )


def _only_orders(clause: Clause) -> bool:
    """Whether a clause says nothing but how a list is ordered: "in that order"."""
    return bool(clause.marks) and all(
        isinstance(mark, CueMark) and mark.cue.role == "order" for mark in clause.marks
    )


def most_cues(clause: Clause) -> list[CueMark]:
    """The superlatives of a clause."""
    return clause.cues("most")


def is_superlative(scene: Scene, clause: Clause, cue: CueMark, key: str) -> bool:
    """Whether a superlative ranks items: by how common they are, or with their own noun behind it."""
    if cue.cue.domain in ("frequency", ""):
        return True
    if cue.cue.domain != "size":
        return False
    following = [token.low for token in scene.tokens[cue.end : cue.end + 2]]
    if {"group", "groups", "share", "part"} & set(following):
        return True
    if following[:1] == ["of"] and any(
        item_name(mark, key) and scene.tokens[mark.start - 1].low in _BEING and mark.start > cue.end
        for mark in clause.targets()
    ):
        # "The biggest moon of Saturn is Titan, and the biggest of Uranus is Titania."
        return True
    return any(
        cue.end <= mark.start <= cue.end + 1 and any(target.name == key for target in mark.targets)
        for mark in clause.targets()
    )


_BEING = frozenset({"is", "are", "was", "being"})


def _is_headed(scene: Scene, mark: TargetMark, key: str) -> bool:
    """Whether the resource is named with a superlative of its own: "largest moons"."""
    return any(target.kind == "collection" and target.name == key for target in mark.targets) and any(
        token.low.endswith("est") for token in scene.tokens[mark.start : mark.end]
    )


def only_shares(scene: Scene, group: Group, region: list[Clause]) -> bool:
    """Whether each item only carries a figure ("31% hold a bachelor's degree").

    So that values have said it all.
    """
    figures = [
        figure
        for clause in region
        for figure in clause.figures()
        if figure.figure.unit in ("percent", "fraction")
    ]
    if not figures:
        return False
    distribution = scene.reader.collections[group.key].kind == "distribution"
    roles = ("share",) if distribution else ("share", "only", "not")
    return not any(
        clause.cues(*roles)
        or any(_puts_first(scene, clause, cue, group) for cue in clause.cues("top"))
        or any(
            is_superlative(scene, clause, cue, group.key) and _puts_first(scene, clause, cue, group)
            for cue in most_cues(clause)
        )
        for clause in region
    )


def _puts_first(scene: Scene, clause: Clause, cue: CueMark, group: Group) -> bool:
    """Whether a superlative ranks the items of a group whose shares are told, and not another, or people by them."""
    if scene.reader.collections[group.key].kind != "distribution":
        return True
    if scene.tokens[cue.start].low in _UPPER and (
        any(
            cue.end <= mark.start <= cue.end + 1 and not item_name(mark, group.key)
            for mark in clause.targets()
        )
        or any(token.low in _RUNGS for token in scene.tokens[cue.end : cue.end + 3])
    ):
        # "bachelor's degrees are the highest level for 24.1% of librarians"
        return False
    own = any(
        figure.figure.unit in ("percent", "fraction") and figure.start not in scene.used
        for figure in group.clause.figures()
    )
    if clause is group.clause or not own or group.clause.cues("most", "top"):
        return True
    # "although a bachelor's degree is the most common level, more than a third hold a master's degree"
    return not any(item_name(mark, group.key) and mark not in group.marks for mark in clause.targets())


_UPPER = frozenset({"highest", "top", "maximum"})
_RUNGS = frozenset(
    {"level", "levels", "degree", "degrees", "credential", "credentials", "qualification", "attainment"}
)


def _names_several(scene: Scene, region: list[Clause], key: str) -> bool:
    """Whether the resource is named in the plural, so that one item need not be the first."""
    noun = scene.reader.collections[key].noun.lower()
    return any(
        scene.tokens[mark.end - 1].low.endswith("s") and not noun.endswith(scene.tokens[mark.end - 1].low)
        for clause in region
        for mark in clause.targets()
        if any(target.kind == "collection" and target.name == key for target in mark.targets)
    )


def _count(scene: Scene, region: list[Clause], group: Group) -> int:
    """N of "two of their top three skills" or "three skills appear on both lists"; 0 when the words count nothing."""
    for clause in region:
        for figure in clause.figures():
            if figure.figure.unit == "plain" and _counts_shared(scene, clause, figure):
                return int(figure.figure.value)
    return 0


def _counts_shared(scene: Scene, clause: Clause, figure: FigureMark) -> bool:
    after = scene.tokens[figure.end].low if figure.end < len(scene.tokens) else ""
    if after == "of" or (after in ("is", "are") and clause.cues("same", "share")):
        return True
    heads = {"top", "leading", "most", "main", "key"}
    near = {token.low for token in scene.tokens[max(clause.start, figure.start - 2) : figure.end + 2]}
    listed = any(
        figure.end <= mark.start <= figure.end + 1
        and any(target.kind == "collection" for target in mark.targets)
        for mark in clause.targets()
    )
    return listed and not near & heads and (bool(clause.cues("share")) or on_both_lists(scene, clause))


def heads_list(scene: Scene, at: int) -> bool:
    """Whether a verb says what stands first in a list: "a, b and c head the list", "the list opens with a"."""
    words = [token.low for token in scene.tokens[at : at + 6]]
    if words[0] in HEADING and speaks_of_a_list(words):
        return True
    if words[0] in HEADING and (words[1:3] == ["those", "of"] or _names_all(scene, at, words)):
        # "instructing and speaking lead the skills of teachers"
        return True
    return words[0] in ("list", "lists") and any(
        words[index : index + 2]
        in (["opens", "with"], ["starts", "with"], ["begins", "with"], ["open", "with"])
        for index in range(1, 4)
    )


def _names_all(scene: Scene, at: int, words: list[str]) -> bool:
    """Whether "the skills of", the whole resource, follows a verb."""
    return (
        words[1:2] == ["the"] and "of" in words[3:5] and names_collection(scene.reader, scene.tokens, at + 2)
    )


def on_both_lists(scene: Scene, clause: Clause) -> bool:
    """Whether a clause speaks of both lists: "three skills are on both lists", "common to the two lists"."""
    words = [token.low for token in scene.tokens[clause.start : clause.end]]
    return any(
        "lists" in words[at + 1 : at + 3]
        and (word == "both" or (word == "two" and words[max(0, at - 2) : at] in _ON_THE))
        for at, word in enumerate(words)
    )


_ON_THE = (["on", "the"], ["to", "the"], ["in", "the"], ["of", "the"])
