"""Which measure a figure is about, and whom."""

from __future__ import annotations

from nlg.validator.binding.bare_numbers import is_free_standing, is_how_many_there_are, may_carry_over, told
from nlg.validator.binding.elisions import (
    apposed_to,
    bears_out,
    behind_brackets,
    concludes,
    in_order_of_items,
    in_order_of_last,
    is_gapped,
    is_label_style,
    left_out,
    of_a_multiple,
    of_the_pair,
    the_figure,
)
from nlg.validator.binding.measures import akin_target, choose, fits, only_target, topic_targets, trend_target
from nlg.validator.binding.narrowing import narrow
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.scene import Scene, adjacent_after, entity_after, is_projected_change
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target, domain_targets


def subject_of(scene: Scene, clause: Clause, mark: FigureMark | TargetMark) -> tuple[str, ...]:
    """Whom a figure is about: who follows it after *for* or *of*.

    Else who precedes it, else the clause's subject.
    """
    entities = clause.entities()
    tokens = scene.tokens
    if isinstance(mark, FigureMark) and (counted := entity_after(scene, clause, mark.end)):
        return counted.slugs
    if isinstance(mark, FigureMark) and (bracketed := _bracketed(scene, clause, mark)):
        return bracketed
    if isinstance(mark, FigureMark) and clause.opener == "(" and (whose := behind_brackets(scene, clause)):
        return whose
    after = [entity for entity in entities if entity.start >= mark.end]
    before = [entity for entity in entities if entity.end <= mark.start]
    after = [entity for entity in after if not entity.is_pronoun] or after
    if after:
        first = after[0]
        between = tokens[mark.end : first.start]
        blocked = any(
            isinstance(other, FigureMark) and mark.end <= other.start < first.start for other in clause.marks
        )
        words = {token.low for token in between}
        if not blocked and [token.low for token in between[:1]] in (["that"], ["which"]):
            if words <= {"that", "which", "a", "an", "the"}:
                # "the $226,600 that a pilot earns"
                return first.slugs
        only_it = bool(before) and all(entity.reference == "it" for entity in before)
        if not blocked and words & {"at", "on"} and only_it:
            # "It's minus 110 Celsius at Jupiter's cloud tops"
            return first.slugs
        own = bool(before) and bool(words & _TELLING) and tokens[mark.start - 1].low == "of"
        if not blocked and words & _ATTACHING and not (before and "to" in words) and not own:
            return first.slugs
        if not before and not blocked and (words <= _ATTACHING_WEAK or not first.possessive):
            return first.slugs
    if before:
        return before[-1].slugs
    return clause.subject


def _bracketed(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[str, ...]:
    """Whom brackets right after a figure name: "$34,252 (administrator)"."""
    number = scene.index(clause)
    if clause.marks[-1] is not mark or number + 1 >= len(scene.clauses):
        return ()
    following = scene.clauses[number + 1]
    if not following.entities() or following.figures():
        return ()
    behind = scene.clauses[number + 2] if number + 2 < len(scene.clauses) else None
    if following.opener == "(" and behind is not None and behind.opener in (":", ",", "—"):
        if behind.figures() and not behind.entities():
            # "(paralegals: $61,000)" gives somebody else a figure of their own.
            return ()
    first = following.entities()[0]
    if following.opener == "who" and _word_at(scene, following.start) in ("where", "that", "which"):
        return first.slugs if first.start <= following.start + 3 else ()
    after_comma = following.opener == "," and scene.tokens[following.start].low in (
        "for",
        "among",
        "in",
        "of",
    )
    attached = following.opener == "with" and mark.end == clause.end and not following.targets()
    if attached and first.start <= following.start + 2 and not clause.names_somebody():
        # "at $104,670 with the high school ones"
        return first.slugs
    if following.opener == "(" or (after_comma and first.start <= following.start + 2):
        return first.slugs
    return ()


def _word_at(scene: Scene, index: int) -> str:
    """The word at a place in the sentence."""
    return scene.tokens[index].low if index < len(scene.tokens) else ""


_ATTACHING = frozenset(
    {"for", "of", "among", "in", "by", "between", "across", *word_list("verbs")["passives"]}
)


_TELLING = frozenset({"is", "are", "was", "were", "exceeds", "beats"})
"""Behind a figure of somebody they say of it what is no more its owner: "their share of 27.1% is twice that in …"."""
_OTHERS = frozenset({"rest", "others", "remainder", "remaining"})
_OF_THEM = (["of", "them"], ["of", "us"])
_ATTACHING_WEAK = frozenset({"the", "a", "an"})


def target_of(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What a figure measures.

    In this order: the noun right after it; the noun before it in the clause; a noun after it; a
    comparative or trend word that names a measure; the measure spoken of before in the sentence;
    the heading's; the last sentence's; the only one that the unit allows.
    """
    reader = scene.reader
    if (
        mark.figure.unit == "plain"
        and not mark.units
        and not mark.figure.in_words
        and entity_after(scene, clause, mark.end)
    ):
        return head_count(reader)
    if mark.figure.unit == "plain" and not mark.units and is_how_many_there_are(scene, clause, mark):
        return head_count(reader)
    if mark.figure.unit == "plain" and mark.start and scene.tokens[mark.start - 1].low == "number":
        named = [one for one in clause.entities() if one.end == mark.start - 1]
        people = head_count(reader) if named else None
        if people is not None and fits(reader, people, mark):
            return people
    if mark.figure.unit == "plain" and [one.low for one in scene.tokens[mark.end : mark.end + 2]] in _OF_THEM:
        people = head_count(reader)
        if people is not None and fits(reader, people, mark):
            return people
    if mark.figure.unit == "time" and [token.low for token in scene.tokens[mark.end : mark.end + 2]][:1] in (
        ["old"],
        ["of"],
    ):
        words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
        ages = tuple(target for target in domain_targets(reader, "age") if fits(reader, target, mark))
        if ages and words in (["old"], ["of", "age"], words if words[:1] == ["old"] else []):
            return ages[0]
    if mark.figure.unit in ("plain", "time") and mark.start and scene.tokens[mark.start - 1].low == "aged":
        if ages := tuple(target for target in domain_targets(reader, "age") if fits(reader, target, mark)):
            return ages[0]
    if (beside := _with_what(scene, clause, mark)) is not None:
        return beside
    following = adjacent_after(scene, clause, mark.end)
    label_first = is_label_style(clause)
    if following and not label_first and (found := choose(reader, following.targets, mark)):
        return found
    if (
        found := in_order_of_items(scene, mark)
        or in_order_of_last(scene, mark)
        or the_figure(scene, mark)
        or of_the_pair(scene, clause, mark)
        or left_out(scene, clause, mark)
        or of_a_multiple(scene, clause, mark)
    ):
        return found
    if apposed := apposed_to(scene, clause, mark):
        return apposed
    before = [other for other in clause.marks if other.end <= mark.start]
    for other in reversed(before):
        if found := _named_by(scene, clause, other, mark):
            return found
    after = [other for other in clause.marks if other.start >= mark.end]
    for other in after:
        if isinstance(other, FigureMark) and not following:
            break
        if found := _named_by(scene, clause, other, mark):
            return found
    number = scene.index(clause)
    if _is_inserted(scene, clause) or _is_fronted(scene, clause):
        if found := _named_in(scene, scene.clauses[number + 1], mark):
            return found
    if found := _named_behind(scene, clause, mark):
        return found
    last = scene.last_target
    if last is not None and is_gapped(scene, clause, mark) and (found := choose(reader, (last,), mark)):
        return found
    if clause.opener not in (";",) or not before:
        for earlier in reversed(scene.clauses[:number]):
            for other in reversed(earlier.marks):
                if found := _named_by(scene, clause, other, mark):
                    return found
    last = scene.last_target
    if last is not None and bears_out(scene, clause, mark) and (found := choose(reader, (last,), mark)):
        return found
    if number + 1 < len(scene.clauses) and not _is_of_one(scene, mark):
        for later in scene.clauses[number + 1 : number + 3]:
            joined = later.opener == "and" or scene.tokens[clause.start].low in ("at", "with")
            joined = joined or (later.opener == ")" and scene.tokens[later.start - 1].low == "and")
            if later.opener == "," and concludes(scene, later):
                break
            if (
                later.figures()
                and later.targets()
                and later.figures()[0].start < later.targets()[0].start
                and not joined
            ):
                break
            for other in later.marks:
                if isinstance(other, FigureMark) and not joined:
                    break
                if found := _named_by(scene, clause, other, mark):
                    return found
    return _from_context(scene, mark)


def _with_what(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What a share has that closes its clause before "with": "another 25.8 percent with a bachelor's"."""
    if mark.figure.unit not in ("percent", "fraction") or not clause.marks or clause.marks[-1] is not mark:
        return None
    if any(target.kind == "item" for one in clause.targets() for target in one.targets):
        # "carbon dioxide makes up 95.1 percent, with argon in second place"
        return None
    for later in scene.clauses[clause.number + 1 : clause.number + 2]:
        if _OTHERS & {token.low for token in scene.tokens[later.start : later.start + 3]}:
            # "97.2 percent, with the rest holding a master's"
            continue
        first = next((one for one in later.marks if not isinstance(one, CueMark)), None)
        if later.opener in ("with", "who") and isinstance(first, TargetMark) and not later.figures():
            if any(target.kind == "item" for target in first.targets):
                return choose(scene.reader, first.targets, mark)
    return None


def _is_of_one(scene: Scene, mark: FigureMark) -> bool:
    """Whether a share has "one" or is so, of what was named in the sentence before: "97.4 percent have one"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    return mark.figure.unit in _SHARED and (
        words in (["have", "one"], ["has", "one"], ["hold", "one"], ["do", "so"], ["have", "it"])
        or (
            words[:1] in (["are"], ["do"], ["have"], ["is"], ["does"])
            and words[1:] in ([","], ["."], [";"], ["and"])
        )
    )


_SHARED = frozenset({"percent", "fraction"})


def _is_inserted(scene: Scene, clause: Clause) -> bool:
    """Whether a figure stands between a subject and its verb: "most nurses, 72.9%, have a master's degree"."""
    number = scene.index(clause)
    if not number or number + 1 >= len(scene.clauses) or len(clause.marks) != 1:
        return False
    before, after = scene.clauses[number - 1], scene.clauses[number + 1]
    return (
        clause.opener == after.opener == ","
        and bool(before.entities() or before.figures())
        and not any(one.start >= (before.figures() or before.entities())[-1].end for one in before.targets())
        and not after.entities()
        and bool(after.targets())
    )


def _named_behind(scene: Scene, clause: Clause, mark: FigureMark) -> Target | None:
    """What is named right behind the brackets round a figure, where nothing is before them.

    Example: "another third (32.9%) a bachelor's degree"
    """
    number = scene.index(clause)
    if clause.opener != "(" or len(clause.marks) != 1 or not number or number + 1 >= len(scene.clauses):
        return None
    before, after = scene.clauses[number - 1], scene.clauses[number + 1]
    if after.opener != ")":
        return None
    if not after.marks and number + 2 < len(scene.clauses) and scene.clauses[number + 2].opener == "and":
        # "(38.8%) have gone further and earned a bachelor's"
        after = scene.clauses[number + 2]
    if before.targets() or not after.targets() or after.entities() or after.figures():
        return None
    return _named_in(scene, after, mark)


def _is_fronted(scene: Scene, clause: Clause) -> bool:
    """Whether a figure opens its part of the sentence, before what it is of: "at 51% of each, a degree …"."""
    number = scene.index(clause)
    if clause.opener not in ("", ";", "while", "and") or number + 1 >= len(scene.clauses):
        return False
    following = scene.clauses[number + 1]
    return (
        scene.tokens[clause.start].low == "at"
        and following.opener == ","
        and bool(following.targets())
        and not following.figures()
        and not clause.targets()
    )


def _named_in(scene: Scene, clause: Clause, figure: FigureMark) -> Target | None:
    for other in clause.marks:
        if found := _named_by(scene, clause, other, figure):
            return found
    return None


def _lacking(scene: Scene, figure: FigureMark, mark: TargetMark) -> Target | tuple[()] | None:
    """What those are who are without an item: "one in six has no high school diploma"; None where nobody is.

    It is an item of its own where the data list it, else nothing that can be read.
    """
    items = [target for target in mark.targets if target.kind == "item"]
    before = scene.tokens[mark.start - 1].low if mark.start else ""
    if not items or figure.end > mark.start or before not in ("no", "without"):
        return None
    for target in items:
        for rows in scene.reader.collections[target.name].items.values():
            for row in rows:
                words = row.name.lower().split()
                if words[:2] == ["less", "than"] and target.item.lower().startswith(" ".join(words[3:])):
                    return Target("item", target.name, row.name)
    return ()


def _named_by(scene: Scene, clause: Clause, mark: Mark, figure: FigureMark) -> Target | None:
    reader = scene.reader
    if isinstance(mark, TargetMark):
        if mark.is_verb and figure.figure.unit != "money":
            return None
        if mark.is_weak and (figure.figure.in_words or figure.end != mark.start):
            return None
        if (
            figure.figure.unit in ("percent", "fraction")
            and (lacking := _lacking(scene, figure, mark)) is not None
        ):
            return lacking or None
        return choose(reader, mark.targets, figure)
    if isinstance(mark, CueMark):
        if mark.scale is not None:
            fitting = tuple(target for target in mark.scale.targets if fits(reader, target, figure))
            if found := choose(reader, narrow(scene, clause, fitting), figure):
                return found
        if mark.cue.role in ("trend", "flat") and figure.figure.unit in ("percent", "points", "fraction"):
            return trend_target(reader)
        if mark.cue.domain:
            fitting = tuple(
                target for target in domain_targets(reader, mark.cue.domain) if fits(reader, target, figure)
            )
            return choose(reader, narrow(scene, clause, fitting), figure)
    return None


def _from_context(scene: Scene, mark: FigureMark) -> Target | None:
    reader = scene.reader
    if is_projected_change(scene, mark):
        return trend_target(reader)
    bare = mark.figure.unit == "plain" and not mark.units
    if bare and not is_free_standing(scene, mark):
        return None
    carried = scene.last_target
    if carried is not None and bare and family(reader, carried) == "time" and mark.figure.value > 120:
        carried = None
    if carried is not None and fits(reader, carried, mark):
        return choose(reader, (carried, *topic_targets(reader, carried.name)), mark)
    if bare and (meant := told(scene, mark)):
        return meant
    for topic in (scene.context.topic, scene.context.discourse.concept):
        found = choose(reader, topic_targets(reader, topic), mark)
        asked = bool(scene.context.discourse.question)
        if found is not None and (not bare or asked or may_carry_over(reader, found, mark)):
            return found
        before = scene.tokens[mark.start - 1].low if mark.start else ""
        if found is not None and before in ("has", "have") and family(reader, found) == "count":
            # "Count the moons! Jupiter has 95."
            return found
    if (akin := akin_target(reader, [token.low for token in scene.tokens], mark)) is not None:
        return akin
    if mark.figure.unit == "time" and mark.figure.high is None:
        return None
    return only_target(reader, mark)


def use_item(scene: Scene, target: Target, clause: Clause, near: int) -> None:
    """Counts an item's name as read where the sentence gives its share: in the clause, before it, or after."""
    number = scene.index(clause)
    ahead = scene.clauses[number + 1] if _is_fronted(scene, clause) else clause
    named = [
        (one, mark) for one, mark in scene.marks() if isinstance(mark, TargetMark) and target in mark.targets
    ]
    here = [mark for one, mark in named if one is clause or one is ahead]
    before = [mark for _, mark in named if mark.end <= near]
    after = [mark for _, mark in named if mark.start > near]
    for mark in (here or before[-1:] or after)[:1]:
        scene.used.add(mark.start)
