"""What a figure's own clause leaves out: the noun that two figures share, or what was measured last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nlg.validator.binding.measures import choose, fits
from nlg.validator.judgement.verdicts import amount_of, family
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause, is_multiple
from nlg.validator.sentences.marks import EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target


def behind_brackets(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Whom words right behind brackets name: "half that share (8.5%) among managers"."""
    number = scene.index(clause)
    for behind in scene.clauses[number + 1 : number + 2]:
        named = behind.entities()
        first = scene.tokens[behind.start].low if behind.start < len(scene.tokens) else ""
        if (
            behind.opener == ")"
            and named
            and first in ("among", "of", "for", "in")
            and len(clause.figures()) == 1
        ):
            before = scene.clauses[number - 1] if number else None
            if named[0].start <= behind.start + 2 and not (before and before.entities()):
                return named[0].slugs
    return ()


def of_the_pair(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What follows the second of two figures that share it: "12.8% and 11.2% Black or African American"."""
    number = scene.index(clause)
    if mark.end != clause.end or number + 1 >= len(scene.clauses) or mark.figure.unit not in _SHARES:
        return None
    after = scene.clauses[number + 1]
    figures = after.figures()
    if after.opener not in ("and", "against") or not figures or figures[0].start != after.start:
        return None
    noun = adjacent_after(scene, after, figures[0].end)
    if noun is None or figures[0].figure.unit != mark.figure.unit or noun.is_verb:
        return None
    return choose(scene.reader, noun.targets, mark)


_SHARES = frozenset({"percent", "fraction"})


def apposed_to(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """The item that a share stands right behind: "helium, 10.2% of Jupiter's air, comes second"."""
    number = scene.index(clause)
    if clause.opener != "," or not number or clause.marks[0] is not mark or mark.start > clause.start:
        return None
    before = scene.clauses[number - 1]
    last = before.marks[-1] if before.marks else None
    if not isinstance(last, TargetMark) or last.end != before.end or before.figures():
        return None
    items = tuple(target for target in last.targets if target.kind == "item")
    return choose(scene.reader, items, mark) if items and mark.figure.unit == "percent" else None


def in_order_of_items(scene: Scene, mark: FigureMark) -> Target | None:
    """The item of as many before them that a share is of: "nitrogen and argon, at 2.59% and 1.94%"."""
    if mark.figure.unit != "percent":
        return None
    if mark.start in (pairs := pairs_of_items(scene)):
        return choose(scene.reader, pairs[mark.start][1].targets, mark)
    marks = [one for _, one in scene.marks()]
    first = last = marks.index(mark) if mark in marks else -1
    while first > 0 and _is_joined(scene, marks[first - 1], marks[first], FigureMark):
        first -= 1
    while 0 <= last < len(marks) - 1 and _is_joined(scene, marks[last], marks[last + 1], FigureMark):
        last += 1
    count = last - first + 1
    named = marks[first - count : first] if 1 < count <= first else []
    joined = all(_is_joined(scene, one, two, TargetMark) for one, two in pairwise(named))
    if not named or not joined or not all(isinstance(one, TargetMark) for one in named):
        return None
    if first > count and _is_joined(scene, marks[first - count - 1], named[0], TargetMark):
        return None
    between = {token.low for token in scene.tokens[named[-1].end : marks[first].start]}
    one = named[marks.index(mark) - first]
    items = (
        tuple(target for target in one.targets if target.kind == "item")
        if isinstance(one, TargetMark)
        else ()
    )
    return choose(scene.reader, items, mark) if items and between and between <= _GIVING else None


def pairs_of_items(scene: Scene) -> dict[int, tuple[tuple[str, ...], TargetMark]]:
    """Whose each of several pairs of shares is, and of which of the two items named before them, by first tokens.

    Example: "Hydrogen and helium make up both: 89.8 and 10.2 percent at Jupiter, 96.3 and 3.25 percent at Saturn"
    """
    marks = [one for _, one in scene.marks()]
    if sum(isinstance(one, FigureMark) for one in marks) < 4:
        return {}
    named = [one for one in marks if isinstance(one, TargetMark) and not one.is_weak and not one.is_verb]
    if len(named) != 2 or not _is_joined(scene, named[0], named[1], TargetMark):
        return {}
    found: dict[int, tuple[tuple[str, ...], TargetMark]] = {}
    for one, two, owner in zip(marks, marks[1:], marks[2:], strict=False):
        if not isinstance(two, FigureMark) or not isinstance(owner, EntityMark) or one.start < named[1].end:
            continue
        between = {token.low for token in scene.tokens[two.end : owner.start]}
        if _is_joined(scene, one, two, FigureMark) and between <= _OF_WHOM and len(owner.slugs) == 1:
            found[one.start], found[two.start] = (owner.slugs, named[0]), (owner.slugs, named[1])
    return found if len(found) > 2 else {}


_OF_WHOM = frozenset({"at", "for", "of", "among", "in", "on", "the", "with"})
_GIVING = frozenset(
    {",", "at", "with", "of", "by", "make", "up", "account", "for", "(", "—", ":", "about", "respectively"}
)
_JOINING = frozenset({",", "and", "&", "a", "an", "the"})


def _is_joined(scene: Scene, one: Mark, two: Mark, kind: type) -> bool:
    """Whether two marks of a kind stand next to each other in a list."""
    words = {token.low for token in scene.tokens[one.end : two.start]}
    alike = isinstance(one, kind) and isinstance(two, kind)
    return alike and bool(words) and words <= _JOINING


def in_order_of_last(scene: Scene, mark: FigureMark) -> Target | None:
    """What one of two figures of somebody else measures: the same as the last two did, in their order.

    Example: "Half of developers hold a bachelor's degree, and 31% a master's. For designers, the figures are …"
    """
    told = scene.context.discourse.told
    figures = [one for _, one in scene.marks() if isinstance(one, FigureMark) and one.figure.unit in _SHARES]
    owners = {one.slugs for clause in scene.clauses for one in clause.entities()}
    if len(told) != 2 or len(figures) != 2 or mark not in figures or len(owners) != 1:
        return None
    if len(next(iter(owners))) != 1 or any(
        not one.is_weak for clause in scene.clauses for one in clause.targets()
    ):
        return None
    if any(family(scene.reader, target) != "percent" or target.kind == "range" for target in told):
        return None
    return told[figures.index(mark)]


def the_figure(scene: Scene, mark: FigureMark) -> Target | None:
    """What was measured last, for a bare number that takes it up.

    Example: "for carpenters the figure is 4.5", "82.2 percent of librarians are women; for chefs it is 26.9"
    """
    before = [token.low for token in scene.tokens[max(0, mark.start - 2) : mark.start]]
    if mark.figure.unit != "plain" or mark.units or len(before) < 2 or before[1] not in ("is", "'s"):
        return None
    if abs(mark.figure.value) > 100:
        return None
    target = scene.context.discourse.target
    if before[0] == "it":
        target = scene.last_target
    elif before[0] not in ("figure", "rate", "share"):
        return None
    if target is None or target.kind == "range" or family(scene.reader, target) not in ("percent", "change"):
        return None
    return target


_OPENING = 3
"""Words of a sentence among which an "it" stands that takes up the item told before."""


def left_out(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What was measured last, where a clause says no more than how many do: "among engineers, 76.1% are"."""
    people = head_count(scene.reader)
    named = [one for one in clause.targets() if people not in one.targets or one.start < mark.start]
    if pronoun := bool(clause.cues("people")) and "it" in [token.low for token in scene.tokens[:_OPENING]]:
        # "It makes up 80% of Neptune's atmosphere."
        named = [one for one in named if any(target.kind != "collection" for target in one.targets)]
    if mark.figure.unit not in _SHARES or named or clause.cues("more", "most", "ratio", "gap", "trend"):
        return None
    end = _behind_whom(scene, clause, mark)
    after = [token.low for token in scene.tokens[end : end + 2]]
    closed = len(after) < 2 or not after[1].isalpha() or after[1] in ("and", "too")
    verb = bool(after) and after[0] in _LEFT and closed
    before = {token.low for token in scene.tokens[clause.start : mark.start]}
    pronoun = pronoun or (bool(clause.cues("people")) and bool(before & {"it", "they"}))
    words = [token.low for token in scene.tokens]
    near = words[max(0, mark.figure.core - 2) : mark.figure.core]
    it_is = near in (["it", "'s"], ["it", "is"]) and (not after or not after[0].isalpha())
    items = any(
        target.kind == "item" for one in scene.clauses for named in one.targets() for target in named.targets
    )
    taken_up = words[:1] in (["it"], ["that"]) and near[-1:] in (["with"], ["at"], [","], ["is"])
    verb = (
        verb
        or it_is
        or (taken_up and not items)
        or (not items and takes_one(words) and not clause.cues("people"))
    )
    if not verb and not (
        pronoun and (not after or after[0] in ("of", "on", "in", "at", "there", ".", ",", ";", "!"))
    ):
        return None
    for target in (_just_named(scene, clause), scene.last_target, scene.context.discourse.target):
        if (
            target is not None
            and fits(scene.reader, target, mark)
            and family(scene.reader, target) == "percent"
        ):
            return target
    return None


def _behind_whom(scene: Scene, clause: Clause, mark: FigureMark) -> int:
    """Where a share's statement goes on behind whose it is: "two thirds of audiologists do"."""
    owner = next((one for one in clause.entities() if one.start >= mark.end), None)
    if owner is None or {token.low for token in scene.tokens[mark.end : owner.start]} - {"of", "the", "all"}:
        return mark.end
    following = scene.tokens[owner.end].low if owner.end < len(scene.tokens) else ""
    return owner.end if following in ("do", "does", "did") else mark.end


def _just_named(scene: Scene, clause: Clause) -> Target | None:
    """The item that the clause right before names without a figure: "they often hold an associate's: 18.2% do"."""
    before = scene.clauses[clause.number - 1] if clause.number else None
    if before is None or clause.opener not in (":", "—", ";", "and", ",") or before.figures():
        return None
    items = [
        target
        for mark in before.targets()
        for target in mark.targets
        if target.kind == "item" and scene.reader.collections[target.name].kind == "distribution"
    ]
    return items[-1] if items else None


def takes_one(words: Sequence[str]) -> bool:
    """Whether a pronoun takes up what was named as an object: "have one", "it is held by", "stopped there"."""
    return any(
        (one in _HOLDING and two == "one" and (len(words) <= at + 2 or not words[at + 2].isalpha()))
        or (one in _STOPPING and two == "there")
        or ((one, two) == ("held", "by") and "it" in words[:at])
        for at, (one, two) in enumerate(pairwise(words))
    )


_HOLDING = frozenset(
    {"has", "holds", "got", "had", *word_list("verbs")["belonging"], *word_list("verbs")["passives"]}
)
_STOPPING = frozenset({"stopped", "stop", "stops", "stayed", "stay", "ended"})
_LEFT = frozenset({"are", "is", "do", "does", "did", "have", "has", "were", "was"})


def of_a_multiple(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What a multiple is of, for the bare figure behind it: "more than five times the 367,220 that paralegals hold"."""
    last = scene.last_target
    before = [one for one in clause.marks if one.end <= mark.start]
    if last is None or not before or mark.figure.unit != "plain" or mark.units:
        return None
    near = before[-1].end == mark.start - 1 and scene.tokens[mark.start - 1].low == "the"
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if not near or not is_multiple(before[-1]) or before[-1].start not in scene.used or after not in _BEHIND:
        return None
    return choose(scene.reader, (last,), mark)


_BEHIND = frozenset({"that", "which", "of", "for", "in", "among", ".", ",", ";"})


def bears_out(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a figure stands alone behind a comparison and bears it out: "twice as many lawyers, 747,750 to …"."""
    number = scene.index(clause)
    if not number or clause.opener not in (",", "(", ":", "against") or clause.marks != [mark]:
        return False
    before = scene.clauses[number - 1]
    return any(cue.start in scene.used for cue in before.cues("ratio", "more")) or (
        clause.opener == "against" and before.marks[-1:] != [] and before.marks[-1].start in scene.used
    )


def is_gapped(scene: Scene, clause: Clause, mark: FigureMark) -> bool:
    """Whether a clause is a name and a figure, set beside one whose figure has been read: "and Venus at 35"."""
    number = scene.index(clause)
    if not number or clause.opener not in ("and", "while", ";", ","):
        return False
    before = scene.clauses[number - 1].figures()
    others = [one for one in clause.marks if one is not mark]
    return (
        bool(before)
        and before[-1].start in scene.used
        and len(others) == 1
        and isinstance(others[0], EntityMark)
        and mark.start - others[0].end <= 2
    )


def sum_told_last(scene: Scene, mark: FigureMark) -> Target | None:
    """The sum told last, where a gap names none: "In one it's $1,480 for a month's rent. In the other $240 more."."""
    last = scene.last_target or scene.context.discourse.target
    if last is None or last.kind != "measure" or mark.figure.period or not fits(scene.reader, last, mark):
        return None
    named = [one for part in scene.clauses for one in part.targets() if not one.is_verb and not one.is_weak]
    amounts = [amount_of(scene.reader, slug, last) for slug in scene.context.subjects]
    if any(amount is not None and amount.value < mark.figure.value for amount in amounts):
        return None
    return None if named or any(part.cues("trend") for part in scene.clauses) else last


def concludes(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says what follows from the one before: "…, which means that …"."""
    words = [token.low for token in scene.tokens[clause.start : clause.start + 2]]
    return words[:1] == ["which"] and words[1:] != [] and words[1] in _CONCLUDING


_CONCLUDING = frozenset(word_list("verbs")["concluding"])


def is_label_style(clause: Clause) -> bool:
    """Whether a clause reads "Male 9.4% Female 90.6%": a label before each figure."""
    shape = "".join(
        "T" if isinstance(mark, TargetMark) else "F" if isinstance(mark, FigureMark) else ""
        for mark in clause.marks
    )
    return len(shape) > 2 and shape.startswith("TF") and shape == "TF" * (len(shape) // 2)
