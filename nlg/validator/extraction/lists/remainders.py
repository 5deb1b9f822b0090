"""What is left when all else is shared: "nothing in common but critical thinking", "the exception is science"."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.claim import Claim, Status
from nlg.validator.extraction.lists.groups import Group, collection_target
from nlg.validator.judgement.listings import judge_only, ranked
from nlg.validator.judgement.verdicts import Place, make
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.scene import Scene


def is_left_over(scene: Scene, group: Group) -> bool:
    """Whether items are told of one entity by name where all but they are shared: "all but one: A has writing"."""
    number = scene.index(group.clause)
    named = len(group.subjects) == 1 and bool(group.clause.entities())
    colon = next((at for at in range(number, -1, -1) if scene.clauses[at].opener == ":"), 0)
    words = [token.low for token in scene.tokens[: scene.clauses[colon].start]]
    return named and colon > 0 and any(words[at : at + 2] in _ALL_BUT for at in range(len(words)))


_ALL_BUT = (["all", "but"], ["all", "except"], ["except", "for"], ["apart", "from"], ["but", "one"])


def the_last_apart(scene: Scene, group: Group, place: Place, position: int) -> Claim | None:
    """The claim that an item is the one that the other lacks, where all the rest is shared, whatever its rank.

    Example: "The sixth skill on the list is different: service orientation for school counselors"
    """
    number = scene.index(group.clause)
    colon = next((at for at in range(number, -1, -1) if scene.clauses[at].opener == ":"), 0)
    apart = any(clause.cues("different") for clause in scene.clauses[:colon])
    if not apart or len(group.subjects) != 1 or not (other := scene.other(group.subjects)):
        return None
    items = ranked(scene.reader, group.subjects[0], group.key)
    target = collection_target(group.key)
    claim = judge_only(scene.reader, place, group.subjects[0], other, target, group.names)
    return claim if position in (-1, len(items)) and claim.verdict == "supported" else None


def is_the_exception(scene: Scene, group: Group) -> bool:
    """Whether an item is what one entity has beside all that is shared: "the exception on the radiologic side"."""
    words = {token.low for token in scene.tokens}
    return bool(words & {"exception", "exceptions"}) and any(one.slugs for one in group.clause.entities())


def shares_with(scene: Scene, group: Group) -> bool:
    """Whether one entity is said to share items with the other: "analysts share speaking with attendants"."""
    before = scene.tokens[group.marks[0].start - 1].low if group.marks[0].start else ""
    end = group.marks[-1].end
    linked = end < len(scene.tokens) and scene.tokens[end].low == "with"
    named = [one for clause in scene.clauses for one in clause.entities() if end < one.start <= end + 2]
    both = bool(named) and set(group.subjects) | set(named[0].slugs) == set(scene.context.subjects)
    return before in ("share", "shares") and linked and both and len(scene.context.subjects) == 2


def apart_from(scene: Scene, groups: list[Group], claim: Claim) -> Claim:
    """The claim that two lists share all the rest, refuted where an item named before is shared as well.

    Example: "analysts rely on speaking, trainers on monitoring; they share the other five of their top six skills"
    """
    for group in groups:
        other = scene.other(group.subjects)
        theirs = {item.name.lower() for item in ranked(scene.reader, other, group.key)} if other else set()
        both = [name for name in group.names if name.lower() in theirs]
        if claim.verdict == "supported" and both:
            text = f'says "{claim.text}"; the data have {", ".join(both)} on both lists'
            return replace(claim, verdict="refuted", message=text)
    return claim


def is_all_in_common(scene: Scene, group: Group) -> bool:
    """Whether items are said to be all that is shared: "apart from critical thinking, they have nothing in common"."""
    words = [token.low for token in scene.tokens]
    at = group.marks[0].start
    before = [word for word in words[max(0, at - 3) : at] if word not in ("a", "the", "an")]
    apart = before[-1:] in (["except"], ["save"], ["besides"], ["beyond"], ["but"]) or before[-2:] in _APART
    nothing = any(words[place : place + 3] in _NOTHING for place in range(len(words)))
    rest = any(words[place : place + 4] in _NONE_ELSE for place in range(len(words)))
    return (apart and nothing) or (rest and before[-1:] in (["share"], ["shares"]))


_APART = (["apart", "from"], ["aside", "from"], ["other", "than"], ["except", "for"])
_NONE_ELSE = (["none", "of", "their", "other"], ["none", "of", "the", "other"], ["none", "of", "the", "rest"])
_NOTHING = (
    ["nothing", "in", "common"],
    ["nothing", "else", "in"],
    ["no", "other", "overlap"],
    ["share", "nothing", "else"],
)


def names_all_shared(scene: Scene, group: Group, region: list[Clause]) -> bool:
    """Whether items are told to be all that two lists share: "monitoring is the only skill the two have in common"."""
    if any(len(one.slugs) == 1 for clause in region for one in clause.entities()) or len(group.subjects) != 2:
        return False
    start, end = region[0].start, region[-1].end
    words = [token.low for token in scene.tokens[start:end]]
    both = any(
        len(one.slugs) == 2 and one.reference == "both" for clause in region for one in clause.entities()
    )
    if not both and not any(clause.cues("share") for clause in region):
        return False
    first, last = group.marks[0].start - start, group.marks[-1].end - start
    if words[first - 1 : first] in _ONLY and words[first - 2 : first - 1] != ["not"]:
        return True
    if words[last : last + 1] == ["alone"]:
        return True
    nouns = _THINGS | set(scene.reader.collections[group.key].noun.lower().split())
    return any(
        (two in _SOLE and one in ("the", "their", "its", "a") or (one in ("only", "just") and two in _SINGLE))
        and (three in nouns or three.removesuffix("s") in nouns)
        for one, two, three in zip(words, words[1:], words[2:], strict=False)
    )


_ONLY = (["only"], ["just"], ["solely"])
_SOLE, _SINGLE = (
    frozenset({"only", "sole", "lone", "single", "one"}),
    frozenset({"one", "two", "three", "four"}),
)
_THINGS = frozenset({"thing", "item", "one", "entry", "overlap", "match"})


def all_in_common(scene: Scene, group: Group, size: int = 0) -> Claim:
    """The claim that two lists, or the first items of both, share just some items."""
    reader, target = scene.reader, collection_target(group.key)
    lists = [ranked(reader, slug, group.key)[: size or None] for slug in group.subjects]
    common = [item.name for item in lists[0] if item.name in {other.name for other in lists[1]}]
    true = {name.lower() for name in group.names} == {name.lower() for name in common}
    said, gives = ", ".join(group.names), ", ".join(common) or "nothing"
    text = f"says that only {said} is shared; the data give {gives} in common"
    last = next((clause for clause in scene.clauses if clause.cues("share")), group.clause)
    whole = scene.place(min(group.marks[0].start, last.start), max(group.marks[-1].end, last.end))
    source = tuple(item.source for items in lists for item in items)
    counts = [
        figure for clause in scene.clauses for figure in clause.figures() if figure.figure.unit == "plain"
    ]
    scene.used.update(figure.start for figure in counts if figure.figure.value <= len(source))
    verdict: Status = "supported" if true else "refuted"
    return make(
        reader, whole, "shared", group.subjects, target, verdict, text, tuple(group.names), None, source
    )
