"""Growth and decline without a figure.

Example: "both are shrinking", "neither is growing", "the only one that is adding jobs"
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nlg.validator.binding.measures import trend_target
from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import amount_of, make, no_data, plain_number, shown, title
from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target

_PROSPECTS = frozenset(KINDS["change"].words) - {"growth", "grow"}
"""What a change is of, whatever kind of thing changes."""
_PROJECTED = frozenset({"projected", "expected", "forecast", "predicted", "foreseen", "anticipated"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """The trends of a clause that no figure states."""
    target = trend_target(scene.reader)
    if target is None or scene.advisory:
        return
    yield from _only_one(scene, clause, target)
    yield from _more_to_come(scene, clause, target)
    for mark in clause.marks:
        if not isinstance(mark, CueMark) or mark.cue.role != "trend" or mark.start in scene.used:
            continue
        sized = other_described(scene, clause, mark)
        if not sized and not _states_a_trend(scene, clause, mark):
            continue
        subjects = sized or clause.subject
        if not subjects or not set(subjects) <= set(scene.reader.dataset.entities):
            continue
        denied = scene.neither or any(
            cue.end <= mark.start and mark.start - cue.end <= 5 for cue in clause.cues("not")
        )
        scene.used.add(mark.start)
        amounts = [amount_of(scene.reader, slug, target) for slug in subjects]
        place = scene.place(mark.start, mark.end)
        word = "growth" if mark.cue.sign > 0 else "decline"
        known = [amount for amount in amounts if amount is not None]
        if len(known) < len(subjects):
            yield no_data(scene.reader, place, "trend", subjects, target, word)
            continue
        scene.last_target = target
        if len(subjects) == 2 and _is_one_of(scene, clause):
            true = sum(amount.value * mark.cue.sign > 0 for amount in known) == 1
        else:
            true = all((amount.value * mark.cue.sign > 0) != denied for amount in known)
        only = bool(clause.cues("only")) and len(subjects) == 1 and scene.other(subjects)
        if only and true and not denied:
            other = amount_of(scene.reader, scene.other(subjects), target)
            true = other is None or other.value * mark.cue.sign <= Decimal(0)
        gives = " and ".join(
            f"{shown(scene.reader, target, amount.value)} for {title(scene.reader, slug)}"
            for slug, amount in zip(subjects, known, strict=True)
        )
        yield make(
            scene.reader, place, "trend", subjects, target, "supported" if true else "refuted",
            f"says {place.text}; the data give {gives}", word, plain_number(known[0].value),
            tuple(ref for amount in known for ref in amount.source),
        )  # fmt: skip
        yield from _unlike(scene, clause, subjects, target, mark.cue.sign)


def _only_one(scene: Scene, clause: Clause, target: Target) -> Iterator[Claim]:
    """That growth is of one of the two alone: "growth is expected only for concierges"."""
    named = clause.entities()
    nouns = [mark for mark in clause.targets() if scene.tokens[mark.start].low in ("growth", "decline")]
    cues = [
        cue for cue in clause.cues("only") if named and nouns and nouns[0].end <= cue.start < named[0].start
    ]
    if len(named) != 1 or len(named[0].slugs) != 1 or not cues or clause.figures() or clause.cues("more"):
        return
    denied = bool(clause.cues("not"))
    slug, other = named[0].slugs[0], scene.other(named[0].slugs)
    sign = -1 if scene.tokens[nouns[0].start].low == "decline" else 1
    own, theirs = (
        amount_of(scene.reader, slug, target),
        amount_of(scene.reader, other, target) if other else None,
    )
    if own is None or theirs is None:
        return
    scene.used.add(cues[0].start)
    true = (own.value * sign > 0 >= theirs.value * sign) != denied
    place = scene.place(nouns[0].start, named[0].end)
    gives = " and ".join(shown(scene.reader, target, amount.value) for amount in (own, theirs))
    yield make(
        scene.reader, place, "trend", (slug, other), target, "supported" if true else "refuted",
        f"says {place.text}; the data give {gives}", "growth" if sign > 0 else "decline",
        plain_number(own.value), own.source + theirs.source,
    )  # fmt: skip


def _more_to_come(scene: Scene, clause: Clause, target: Target) -> Iterator[Claim]:
    """That there will be more jobs, or fewer, in both: "more jobs are not expected in both fields"."""
    cues = [
        one
        for one in clause.cues("more")
        if one.cue.sign and not one.cue.domain and one.start not in scene.used
    ]
    following = scene.clauses[clause.number + 1 : clause.number + 2]
    measured = any(one.figure.unit in ("percent", "points") for one in clause.figures())
    if (
        len(cues) != 1
        or len(clause.subject) != 2
        or measured
        or any(one.opener == "than" for one in following)
    ):
        return
    words = [token.low for token in scene.tokens[cues[0].end : clause.end]]
    nots = [word for word in words[2:3] if word == "not"]
    counted = words[:1] and words[0] in scene.reader.words.counts and words[1:2] == ["are"]
    if not counted or (words[2 + len(nots) :][:1] or [""])[0] not in _PROJECTED:
        return
    scene.used.add(cues[0].start)
    amounts = [amount_of(scene.reader, slug, target) for slug in clause.subject]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < 2:
        return
    true = all(amount.value * cues[0].cue.sign > 0 for amount in known) != bool(nots)
    place = scene.place(cues[0].start, cues[0].end + 1)
    gives = " and ".join(shown(scene.reader, target, amount.value) for amount in known)
    yield make(
        scene.reader, place, "trend", clause.subject, target, "supported" if true else "refuted",
        f"says {place.text}; the data give {gives}", "growth" if cues[0].cue.sign > 0 else "decline",
        plain_number(known[0].value), tuple(ref for amount in known for ref in amount.source),
    )  # fmt: skip


def _unlike(
    scene: Scene, clause: Clause, subjects: tuple[str, ...], target: Target, sign: int
) -> Iterator[Claim]:
    """That of whom the trend is denied in passing: "…, unlike those for librarians", "but not for librarians"."""
    for later in scene.clauses[scene.index(clause) + 1 : scene.index(clause) + 4]:
        if not later.marks:
            continue
        named = later.entities()
        bare = not later.targets() and not later.figures() and not later.cues("trend", "more")
        denied = later.opener == "unlike" or (later.opener == "while" and later.marks[0] in later.cues("not"))
        if not denied or not bare or not named or named[-1].slugs == subjects:
            return
        slugs = named[-1].slugs
        amounts = [amount_of(scene.reader, slug, target) for slug in slugs]
        known = [amount for amount in amounts if amount is not None]
        if len(known) < len(slugs):
            return
        true = all(amount.value * sign <= 0 for amount in known)
        place = scene.place(named[-1].start, named[-1].end)
        gives = " and ".join(shown(scene.reader, target, amount.value) for amount in known)
        yield make(
            scene.reader, place, "trend", slugs, target, "supported" if true else "refuted",
            f"says that {place.text} are otherwise; the data give {gives}", "growth" if sign < 0 else "decline",
            plain_number(known[0].value), tuple(ref for amount in known for ref in amount.source),
        )  # fmt: skip
        return


def _is_one_of(scene: Scene, clause: Clause) -> bool:
    """Whether just one of the two is meant: "only one of the two fields is projected to grow"."""
    for entity in clause.entities():
        before = [token.low for token in scene.tokens[max(clause.start, entity.start - 2) : entity.start]]
        if entity.reference in ("both", "they") and len(entity.slugs) == 2 and before == ["one", "of"]:
            return True
    return False


def _is_counted(scene: Scene, phrase: set[str], words: set[str]) -> bool:
    """Whether a trend, or the clause around it, is of an entity or of the number of its people."""
    own = scene.reader.words
    counted = own.plurals.union(own.counts)
    return bool(phrase & counted or words & (_PROSPECTS | counted | set(own.nouns)))


def other_described(scene: Scene, clause: Clause, mark: CueMark) -> tuple[str, ...]:
    """The other of whom the clause before spoke, told by its size: "… is to grow and the larger one to shrink"."""
    before = scene.clauses[clause.number - 1] if clause.number and clause.opener in ("and", "while") else None
    cues = [one for one in clause.cues("more") if one.start == clause.start + 1]
    if before is None or not cues or clause.entities() or scene.tokens[clause.start].low != "the":
        return ()
    if [token.low for token in scene.tokens[cues[0].end : mark.start]] not in (["to"], ["one", "to"]):
        return ()
    opposite = any(
        one.cue.sign == -cues[0].cue.sign and one.cue.domain == cues[0].cue.domain
        for part in scene.clauses[: clause.number]
        for one in part.cues("more")
    )
    described = any(scene.tokens[one.start].low == "the" for one in before.entities())
    other = scene.other(before.subject)
    if not other or not (opposite or described) or not before.cues("trend"):
        return ()
    scene.used.add(cues[0].start)
    return (other,)


def _is_of_the_one_apposed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause goes on behind whoever is named in between: "the smaller field, that of bakers, is to …"."""
    number = scene.index(clause)
    before = scene.clauses[number - 1] if number > 1 and clause.opener == "," else None
    first = scene.tokens[clause.start].low
    return before is not None and before.opener == "," and bool(before.entities()) and first in ("is", "are")


def _is_in_store(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether an entity is said to expect growth or decline, and of nothing else: "barbers can expect a decline"."""
    before = [token.low for token in scene.tokens[clause.start : mark.start] if token.low not in _DEGREES]
    after = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    elsewhere = after[:1] in (["in"], ["of"]) and not set(after).intersection(scene.reader.words.counts)
    return bool(clause.entities()) and bool(before) and before[-1] in _EXPECTING and not elsewhere


_EXPECTING = frozenset(
    "expect expects expecting face faces facing see sees seeing anticipate anticipates awaits".split()
)
_DEGREES = frozenset(
    "a an the some slight modest steady steep sharp slow rapid strong further slower faster small".split()
)


def _states_a_trend(scene: Scene, clause: Clause, mark: CueMark) -> bool:
    """Whether a trend word is about the entity's own change.

    And no figure or comparative already says how much.
    """
    if any(
        isinstance(other, FigureMark) and other.figure.unit in ("percent", "points") for other in clause.marks
    ):
        return False
    degrees = [cue for cue in clause.cues("more") if cue.end != mark.start]
    if degrees or clause.cues("ratio", "gap", "same", "similar"):
        return False
    words = {token.low for token in scene.tokens[clause.start : clause.end]}
    phrase = {token.low for token in scene.tokens[mark.start : mark.end]}
    if _is_counted(scene, phrase, words):
        return True
    number = scene.index(clause)
    if number and mark.start == clause.start and scene.clauses[number - 1].cues("trend"):
        # "Employment is expected to grow for accountants but decline for clerks"
        return bool(clause.entities())
    if words & _PROJECTED and (clause.entities() or _is_of_the_one_apposed(scene, clause)):
        return True
    if [token.low for token in scene.tokens[mark.end : mark.end + 2]] in (
        ["in", "number"],
        ["in", "numbers"],
    ):
        return bool(clause.entities())
    if _is_in_store(scene, clause, mark):
        return True
    long = mark.end - mark.start > 2 and bool(clause.entities())
    if long and any(entity.end == mark.start for entity in clause.entities()):
        # "Accounting is on the way up, bookkeeping on the way down"
        return bool(number) and bool(scene.clauses[number - 1].cues("trend"))
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    follows = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if follows in ("them", "some"):
        # "Accountants gain jobs, whereas clerks lose them"
        said = {token.low for token in scene.tokens[: mark.start]}
        return bool(clause.entities()) and bool(said & set(scene.reader.words.counts))
    verbs = before in (
        "is",
        "are",
        "to",
        "will",
        "should",
        "be",
        "both",
        "still",
        "not",
        "isn't",
        "aren't",
        "actually",
        "slowly",
    )
    return (
        verbs
        and bool(clause.entities())
        and (mark.end >= clause.end or follows in ".,;!")
        and (
            mark.end - mark.start > 1
            or scene.tokens[mark.start].low.endswith(
                ("ing", "grow", "shrink", "expand", "decline", "contract")
            )
        )
    )
