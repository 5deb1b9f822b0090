"""Lists of items.

Example: "the top three skills are …", "followed by", "both list patients", "only administrators list phone
calls"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlg.validator.claim import Claim, Kind
from nlg.validator.extraction.lists import bracketed, counts_on_other, followers, overlaps
from nlg.validator.extraction.lists.groups import (
    Group,
    collection_target,
    counted_before,
    end_of,
    groups_of,
    is_plain_list,
    item_name,
    says_of_a_measure,
    unknown_members,
)
from nlg.validator.extraction.lists.list_turns import (
    contains,
    denied_behind,
    denied_elsewhere,
    is_not_only,
    of_one_alone,
    of_somebody,
    owner_apart,
    rounds_off,
    takes_up_the_first,
)
from nlg.validator.extraction.lists.listed import collection_of, gives_shares, is_above_others
from nlg.validator.extraction.lists.positions import HEADING, PLACES, ranks_of
from nlg.validator.extraction.lists.remainders import (
    all_in_common,
    apart_from,
    is_all_in_common,
    is_left_over,
    is_the_exception,
    names_all_shared,
    shares_with,
    the_last_apart,
)
from nlg.validator.extraction.lists.sharing import is_excepted, is_unshared, on_both, set_apart
from nlg.validator.extraction.lists.wording import (
    Wording,
    goes_on,
    heads_list,
    is_superlative,
    most_cues,
    on_both_lists,
    only_shares,
    wording_of,
)
from nlg.validator.judgement.listings import (
    denied_of,
    judge_membership,
    judge_one_alone,
    judge_only,
    judge_position,
    judge_top,
)
from nlg.validator.judgement.verdicts import Place, make
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.name_spans import names_collection
from nlg.validator.sentences.scene import Scene


def read(scene: Scene) -> Iterator[Claim]:
    """The lists of a sentence."""
    if scene.advisory and not any(cue for clause in scene.clauses for cue in clause.cues("top")):
        return
    key = collection_of(scene)
    if not key:
        if spoken_of := _lists_spoken_of(scene):
            yield from overlaps.read(scene, spoken_of)
        return
    yield from _in_apposition(scene, key)
    yield from bracketed.read(scene, key)
    yield from followers.read(scene, key)
    yield from counts_on_other.read(scene, key)
    yield from set_apart(scene, key)
    groups = groups_of(scene, key)
    size = 0
    said: Wording | None = None
    first_of_all = len(groups) == 1 and takes_up_the_first(scene, groups[0])
    for group in groups:
        wording = wording_of(scene, group)
        placed = said is not None and (said.is_single or said.position > 0)
        if said is not None and placed and len(group.names) == 1 and goes_on(scene, group):
            wording = replace(
                wording, is_top=True, is_single=True, position=wording.position or said.position
            )
        elif said is not None and said.in_order and group.names[1:] and goes_on(scene, group):
            wording = replace(wording, is_top=True, in_order=True)
        if first_of_all and not wording.is_top and not wording.position:
            wording = replace(wording, is_top=True, is_single=True, position=1)
        said = wording
        size = wording.size or size
        yield from _judge(scene, group, wording, size)
    for claim in overlaps.read(scene, key, of_the_rest=bool(groups)):
        yield apart_from(scene, groups, claim)


def _lists_spoken_of(scene: Scene) -> str:
    """The resource of which both lists were told before, where a sentence only speaks of "the two lists"."""
    concept = scene.context.discourse.concept
    ranked = concept in scene.reader.collections and scene.reader.collections[concept].kind == "ranked"
    plain = not any(clause.targets() for clause in scene.clauses)
    return concept if ranked and plain and any(token.low == "lists" for token in scene.tokens) else ""


def _in_apposition(scene: Scene, key: str) -> Iterator[Claim]:
    """What a superlative behind the item says of it: "White people make up …, the largest group in both"."""
    if not gives_shares(scene, key):
        return
    for number, clause in enumerate(scene.clauses):
        cues = [cue for cue in most_cues(clause) if is_superlative(scene, clause, cue, key)]
        if not cues or not number or cues[0].start > clause.start + 1 or clause.figures():
            continue
        if any(item_name(mark, key) for mark in clause.targets()):
            continue
        items = [mark for one in scene.clauses[:number] for mark in one.targets() if item_name(mark, key)]
        words = {token.low for token in scene.tokens[clause.start : clause.end]}
        if not items or words & {"is", "are"} or not clause.subject:
            continue
        scene.used.add(cues[0].start)
        place = scene.place(items[-1].start, items[-1].end)
        for slug in clause.subject:
            yield judge_position(
                scene.reader, place, slug, collection_target(key), item_name(items[-1], key), 1
            )


def _judge(scene: Scene, group: Group, wording: Wording, named_size: int) -> Iterator[Claim]:
    reader, region, size = scene.reader, wording.region, wording.size
    target = collection_target(group.key)
    place = scene.place(group.marks[0].start, end_of(scene, group))
    distribution = reader.collections[group.key].kind == "distribution"
    excepted = False
    if not wording.position and only_shares(scene, group, region):
        return
    if owner := owner_apart(scene, group):
        scene.used.update(mark.start for mark in group.marks)
        yield judge_only(reader, place, owner, scene.other((owner,)), target, group.names)
        return
    if (
        (wording.count or on_both(scene, region))
        and any(clause.cues("same", "share") or on_both_lists(scene, clause) for clause in region)
        and len(scene.context.subjects) == 2
        and not _is_placed_apart(group, wording)
        and not (excepted := is_left_over(scene, group))
    ):
        group.subjects = scene.context.subjects
    if shares_with(scene, group):
        group.subjects = scene.context.subjects
    if not group.subjects and any(is_above_others(scene, cue) for cue in group.clause.cues("more")):
        # "a diploma is more common than any other level in both trades"
        group.subjects = scene.clauses[group.clause.number + 1].subject
    if not group.subjects:
        return
    for mark in group.marks:
        scene.used.add(mark.start)
    scene.last_target = target
    _use_counts(scene, region)
    scene.used.update(cue.start for clause in region for cue in clause.cues("same"))
    duplicates = [name for name in group.names if group.names.count(name) > 1]
    if duplicates and is_plain_list(scene, group):
        yield make(reader, place, "structure", group.subjects, target, "refuted",
                   f"lists {duplicates[0]} twice", tuple(group.names))  # fmt: skip
        return
    scene.used.update(
        cue.start
        for clause in region
        for cue in clause.cues("more")
        if (wording.position and cue.cue.domain == "size")
        or is_above_others(scene, cue)
        or (scene.tokens[cue.start].low in HEADING and (wording.position or heads_list(scene, cue.start)))
    )
    scene.used.update(
        cue.start
        for clause in region
        for cue in most_cues(clause)
        if wording.is_top and cue.cue.domain in ("", "frequency", "size")
    )
    last = group.marks[-1].end
    nots = [cue for cue in group.clause.cues("not") if scene.tokens[cue.start].low != "far"]
    nots = [cue for cue in nots if cue.start < last or scene.tokens[cue.start].low != "without"]
    alone = of_one_alone(scene, region) or (bool(group.clause.cues("only")) and of_somebody(scene, group))
    if len(group.names) == 1 and alone and len(scene.context.subjects) == 2:
        yield judge_one_alone(reader, place, scene.context.subjects, target, group.names[0])
        return
    before = scene.tokens[group.marks[0].start - 1].low if group.marks[0].start else ""
    if before in _AMOUNTS:
        # "neither has enough oxygen to breathe" says of neither that it has none
        return
    said = {token.low for token in scene.tokens[region[0].start : group.marks[0].start]}
    lacking = said & _LACKING
    if lacking and "what" in said and said & {"has", "have"}:
        # "What she has and I lack is time management"
        return
    denied = (
        bool(lacking)
        or scene.denies(group.marks[0].start)
        or any(cue.end <= group.marks[0].start for cue in nots)
    )
    only = any(
        cue.end >= len(scene.tokens)
        or not (scene.tokens[cue.end].low in PLACES or _is_of_number(scene, clause, cue))
        for clause in region
        for cue in clause.cues("only")
        if not (is_not_only(scene, cue) or says_of_a_measure(group, clause))
    )
    only = only or excepted or (len(group.subjects) == 1 and is_the_exception(scene, group))
    if wording.position and len(group.names) == 1 and not denied and not only:
        for slug in group.subjects:
            claim = the_last_apart(scene, group, place, wording.position)
            claim = claim or judge_position(reader, place, slug, target, group.names[0], wording.position)
            claim = replace(claim, kind="list") if wording.position == 1 else claim
            yield denied_of(reader, claim) if nots else claim
        yield from _ranked_elsewhere(scene, group)
        yield from denied_elsewhere(scene, group)
        return
    if ranks := () if denied or only else ranks_of(scene, group):
        for mark, name, rank in zip(group.marks, group.names, ranks, strict=True):
            where = scene.place(mark.start, mark.end)
            yield judge_position(reader, where, group.subjects[0], target, name, rank)
        return
    if (
        not wording.partial
        and not (lacking or scene.denies(group.marks[0].start))
        and names_all_shared(scene, group, region)
    ):
        limit = wording.size if wording.size > max(wording.count, len(group.names)) else 0
        claim = all_in_common(scene, group, limit)
        yield denied_of(reader, claim) if nots else claim
        return
    if denied and only:
        if len(group.subjects) == 2 and all(cue.end <= group.marks[0].start for cue in nots):
            # "bakers and chefs do not share only monitoring"
            yield denied_of(reader, _shared(scene, group, place, wording))
        return
    if denied:
        yield judge_membership(reader, place, group.subjects, target, group.names, True, 0, "shared")
        return
    if len(group.subjects) == 1 and denied_behind(scene, group):
        yield judge_membership(reader, place, group.subjects, target, group.names, True, wording.size)
        return
    if len(group.subjects) == 2 and is_all_in_common(scene, group):
        yield all_in_common(scene, group)
        return
    if len(group.subjects) == 2 and is_excepted(scene, group, region):
        named = judge_membership(
            reader, place, group.subjects, target, group.names, False, wording.size, "shared"
        )
        yield denied_of(reader, named)
        return
    if only and len(group.subjects) == 1:
        yield judge_only(reader, place, group.subjects[0], scene.other(group.subjects), target, group.names)
        return
    if len(group.subjects) == 2:
        shared = _shared(scene, group, place, wording)
        turned = _is_denied_behind(scene, group, region) or is_unshared(region)
        yield denied_of(reader, shared) if turned else shared
        return
    if not wording.is_top and distribution and contains(scene, group):
        yield judge_membership(reader, place, group.subjects, target, group.names, False, 0)
        return
    if not wording.is_top and distribution:
        for mark in group.marks:
            scene.used.discard(mark.start)
        return
    single = len(group.names) == 1 and any(most_cues(clause) for clause in region)
    if not wording.is_top or (wording.partial and not size and not single):
        # What "completes the list" is one of those that were not named before, however many they were.
        yield judge_membership(reader, place, group.subjects, target, group.names, False, named_size)
        yield from denied_elsewhere(scene, group)
        return
    if len(group.names) == 1 and size and rounds_off(wording.text):
        yield judge_membership(reader, place, group.subjects, target, group.names, False, size)
        return
    names = group.names + unknown_members(scene, group)
    if size and len(names) != size and counted_before(scene, group) == len(names):
        size = len(names)
    if size and len(names) != size and not wording.partial:
        if not (len(group.names) == 1 and any(clause.cues("order") for clause in region)):
            yield make(reader, place, "structure", group.subjects, target, "refuted",
                       f"announces {size} and lists {len(names)}: {', '.join(names)}", tuple(names))  # fmt: skip
            return
    kind: Kind = "superlative" if len(names) == 1 and (not size or distribution) else "list"
    claim = judge_top(
        reader,
        place,
        group.subjects[0],
        target,
        names,
        size or len(names),
        wording.partial,
        wording.in_order,
        kind,
    )
    yield denied_of(reader, claim) if nots else claim


def _is_of_number(scene: Scene, clause: Clause, cue: CueMark) -> bool:
    """Whether "only" makes a number small and nothing exclusive: "only one in ten"."""
    plain = scene.tokens[cue.start].low in ("only", "just")
    shares = [
        one for one in clause.figures() if one.figure.unit in ("percent", "fraction") or one.figure.step < 1
    ]
    return plain and any(one.start == cue.end for one in shares)


_AMOUNTS = frozenset({"enough", "sufficient", "much"})
_LACKING = frozenset({"lack", "lacks", "lacking", "misses", "nowhere"})


def _ranked_elsewhere(scene: Scene, group: Group) -> Iterator[Claim]:
    """The rank that the same item has for somebody else: "first for plumbers but third for electricians"."""
    last = group.marks[-1].end
    for clause in scene.clauses:
        owners = [entity for entity in clause.entities() if len(entity.slugs) == 1]
        if clause.start < last or len(owners) != 1 or clause.targets():
            continue
        words = [token.low for token in scene.tokens[clause.start : owners[0].start]]
        words = [word for word in words if word not in ("the", "only", "in", "place")]
        rank = PLACES.get(words[0], 0) if words[:1] else 0
        if rank and words[1:] in (["for"], ["among"], ["with"]):
            place = scene.place(clause.start, owners[0].end)
            yield judge_position(
                scene.reader, place, owners[0].slugs[0], collection_target(group.key), group.names[0], rank
            )


def _is_placed_apart(group: Group, wording: Wording) -> bool:
    """Whether a clause of its own ranks an item for one of two: "…, with monitoring on top", "for whom it leads"."""
    own = group.clause.opener in ("with", "who")
    return own and wording.position > 0 and len(group.names) == 1 and len(group.subjects) == 1


def _is_denied_behind(scene: Scene, group: Group, region: list[Clause]) -> bool:
    """Whether items are said not to come first: "are not the most common", "are not among the top six of both"."""
    tops = [
        cue
        for clause in region
        for cue in clause.cues("most", "top", "more")
        if cue.cue.role != "more" or is_above_others(scene, cue)
    ]
    return any(
        group.marks[-1].end <= cue.start and any(0 <= one.start - cue.end <= 2 for one in tops)
        for clause in (group.clause, *region)
        for cue in clause.cues("not")
    )


def _use_counts(scene: Scene, region: list[Clause]) -> None:
    """Marks as read the small numbers that say how many items are listed."""
    for clause in region:
        for figure in clause.figures():
            if figure.figure.unit == "plain" and not figure.units and figure.figure.value <= 20:
                near = scene.tokens[max(clause.start, figure.start - 2) : figure.end + 4]
                named = any(names_collection(scene.reader, near, at) for at in range(len(near)))
                if named or any(token.low in _COUNTED or token.low.endswith("est") for token in near):
                    scene.used.add(figure.start)


_COUNTED = frozenset("top leading most main key first of best in list lists".split())


def _shared(scene: Scene, group: Group, place: Place, wording: Wording) -> Claim:
    """Items in common: each must be listed for both, within the top k when a k is named."""
    size = 0 if wording.size == wording.count else wording.size
    if wording.is_single and not wording.count:
        size = 1
    claim = judge_membership(
        scene.reader, place, group.subjects, collection_target(group.key), group.names, False, size, "shared"
    )
    if (
        wording.count
        and not wording.partial
        and claim.verdict == "supported"
        and wording.count != len(group.names) + len(unknown_members(scene, group))
    ):
        text = f"announces {wording.count} and names {len(group.names)}"
        return replace(claim, kind="structure", verdict="refuted", message=text)
    return claim
