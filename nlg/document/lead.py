"""The lead: the one-sentence answer, the introduction, and the points to take home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from nlg.document.budget import Budget
from nlg.document.messages import (
    AttributeContrast,
    Decline,
    Difference,
    Divergence,
    Growth,
    ModeContrast,
    Pace,
    Price,
    Ratio,
    Reach,
    SameSpan,
    SharedAttribute,
    SharedMode,
    Similarity,
    Spread,
    Standing,
    Tie,
    TopItems,
    TradeOff,
)
from nlg.document.plan import BlockPlan, Candidate, ListPlan, ParagraphPlan, Step
from nlg.document.relations import ALIKE, LISTS, UNPOINTED, WEIGHING, listed, related

Topics = Mapping[str, tuple[Candidate, ...]]
"""What can be said by topic: first the topic that readers come for, then those that tell most."""

DECISIVE = frozenset(
    (Difference, Ratio, Tie, Similarity, Growth, Decline, Divergence, Pace, Spread, SameSpan, Reach)
)
"""Kinds of message that can answer, without a figure, what the difference is."""
APART = DECISIVE - ALIKE
"""Those of them that say that the two differ."""
CONTRASTING = frozenset((AttributeContrast, ModeContrast))
"""Kinds that may stand in for them, and say that the two differ."""
TELLING = CONTRASTING | {SharedAttribute, SharedMode}
POINTLESS = WEIGHING | {TopItems}
"""Kinds that are no point to take home: they weigh other facts, or are about one of the two."""
MODES = frozenset((SharedMode, ModeContrast))
"""Kinds that compare the most common items."""
IDENTITY = "identity"
"""The topic of what tells the two apart in kind, which opens the article and is measured nowhere else."""
EXPECTED = 0.9
"""A measure that interests readers so much opens every article, whatever the gap."""
LEAST_LEAD_SCORE = 0.2
"""Below this a message waits for its section, unless there is little else to open with."""
LEAST_LEAD = 3
"""So many messages open every article that has them."""
LEAST_POINT_SCORE = 0.1
"""Below this nothing is worth taking home."""
LEAST_SECOND_SCORE = 0.3
"""Below this a further message on a topic waits for its section."""
LEAST_CONTRAST_SCORE = 0.25
"""From this score on a difference is worth half of the one-sentence answer."""
LEAST_CONTRAST_WEIGHT = 0.5
"""The same, of what readers come for; what interests them less only if there is nothing else."""


def expected(entry: Candidate) -> bool:
    """Whether readers look for the message's measure whatever it says."""
    return entry.weight >= EXPECTED


def topics(found: tuple[Candidate, ...]) -> Topics:
    """All that can be said by topic, what tells the two apart in kind first, then what readers come for; in a
    topic, what they expect stands before the rest."""
    grouped: dict[str, list[Candidate]] = {}
    chief, most = "", EXPECTED
    for entry in found:
        grouped.setdefault(entry.topic, []).append(entry)
        if entry.topic != IDENTITY and entry.is_about_both and type(entry.message) not in POINTLESS:
            weight = entry.weight
            if weight > most or (weight == most and not chief):
                chief, most = entry.topic, weight
    leading = [name for name in (IDENTITY, chief) if name in grouped]
    names = [*leading, *(name for name in grouped if name not in leading)]
    return {name: _by_expectation(grouped[name]) for name in names}


def _by_expectation(entries: list[Candidate]) -> tuple[Candidate, ...]:
    """The same entries, what readers expect before the rest."""
    awaited = [entry for entry in entries if entry.weight >= EXPECTED]
    if not awaited or len(awaited) == len(entries):
        return tuple(entries)
    return (*awaited, *[entry for entry in entries if entry.weight < EXPECTED])


def summary(by_topic: Topics) -> tuple[Step, ...]:
    """What the higher reward asks for, where that sets the two apart, else the chief topic's answer and the
    best difference besides.

    Only where nothing can be measured on both may a text value or a list answer the question.
    """
    for entries in by_topic.values():
        for entry in entries:
            if type(entry.message) is TradeOff:
                return related([entry], "brief")
            if type(entry.message) is Price:
                return related([entry])
    first = _answer(by_topic)
    if first is None:
        return ()
    second = _second_answer(by_topic, first)
    return related([first] if second is None else [first, second], "brief")


def _answer(by_topic: Topics) -> Candidate | None:
    for kinds in (DECISIVE, TELLING):
        for entries in by_topic.values():
            fit = [entry for entry in entries if type(entry.message) in kinds]
            if fit:
                return max(fit, key=lambda entry: entry.score)
    return None


def _second_answer(by_topic: Topics, first: Candidate) -> Candidate | None:
    """A difference on another topic; failing that, what is alike, but never two such things of little weight."""
    others = [entry for name, entries in by_topic.items() if name != first.topic for entry in entries]
    others.sort(key=attrgetter("score"), reverse=True)
    apart = [entry for entry in others if type(entry.message) in APART]
    for least in (LEAST_CONTRAST_WEIGHT, 0.0):
        for entry in apart:
            if entry.score >= LEAST_CONTRAST_SCORE and entry.weight >= least:
                return entry
    for kinds in (CONTRASTING, APART, DECISIVE):
        for entry in others:
            if type(entry.message) in kinds:
                return entry
    return None


def introduction(by_topic: Topics, said: set[str], budget: Budget) -> tuple[BlockPlan, ...]:
    """Two or three paragraphs, or a list of points: the topics by their best messages, lists last.

    The best message of each topic that readers expect is in it, and of the others as many as fit.
    """
    by_topic = _without_told_costs(by_topic, said)
    groups = _groups(by_topic, budget, LEAST_LEAD_SCORE)
    if sum(map(len, groups)) < LEAST_LEAD:
        groups = _groups(by_topic, replace(budget, lead_messages=LEAST_LEAD + 1), 0.0)
    lists = [entry for entries in by_topic.values() for entry in entries if type(entry.message) in LISTS]
    lists.sort(key=attrgetter("score"), reverse=True)
    if not groups:
        groups = [[entry] for entries in by_topic.values() for entry in entries if entry not in lists][:1]
    paragraphs = _paragraphs(_with_costs_before_tradeoffs(groups), _lists_of_lead(lists), budget)
    if budget.lead == "points":
        points = [entry for group in paragraphs for entry in group if type(entry.message) not in UNPOINTED]
        paragraphs = [points] if points else []
    said.update(entry.message.id for paragraph in paragraphs for entry in paragraph)
    if budget.lead == "points":
        return tuple(ListPlan(listed(paragraph, "point")) for paragraph in paragraphs)
    return tuple(ParagraphPlan(related(paragraph)) for paragraph in paragraphs)


def _without_told_costs(by_topic: Topics, said: set[str]) -> Topics:
    """The topics without the text values that a trade-off itself tells, and which are said thereby."""
    told = {
        entry.message.cost.concept
        for entries in by_topic.values()
        for entry in entries
        if isinstance(entry.message, TradeOff) and entry.message.value
    }
    if not told:
        return by_topic
    rest: dict[str, tuple[Candidate, ...]] = {}
    for name, entries in by_topic.items():
        kept = []
        for entry in entries:
            if isinstance(entry.message, AttributeContrast) and entry.message.measures[0].concept in told:
                said.add(entry.message.id)
            else:
                kept.append(entry)
        rest[name] = tuple(kept)
    return rest


def _groups(by_topic: Topics, budget: Budget, least: float) -> list[list[Candidate]]:
    """The topics' best comparisons that score so much, as many as the budget grants and readers expect."""
    groups: list[list[Candidate]] = []
    total = 0
    for entries in by_topic.values():
        taken = _facts(entries, budget.lead_topic if len(groups) < 2 else 1, least)
        if not taken or (total >= budget.lead_messages - 1 and not expected(taken[0])):
            continue
        total += len(taken)
        groups.append(taken)
    return groups


def _facts(entries: Iterable[Candidate], most: int, least: float) -> list[Candidate]:
    """A topic's best comparisons: a plain one first, whatever weighs it after it."""
    plain: list[Candidate] = []
    weighing: list[Candidate] = []
    for entry in entries:
        if not entry.is_about_both or (entry.score < least and entry.weight < EXPECTED):
            continue
        kind = type(entry.message)
        if kind in LISTS or kind is Standing or (kind in MODES and _is_of_list(entry)):
            continue
        (weighing if kind in WEIGHING else plain).append(entry)
    if not plain or (len(plain) == 1 and not weighing):
        return plain
    rest = [entry for entry in (*plain[1:], *weighing) if entry.score >= LEAST_SECOND_SCORE]
    rest = [entry for entry in rest if isinstance(entry.message, TradeOff)] or sorted(
        rest, key=lambda entry: -entry.score
    )[: most - 1]
    return [plain[0], *sorted(rest, key=lambda entry: type(entry.message) in WEIGHING)]


def _is_of_list(entry: Candidate) -> bool:
    """Whether the message is about the first item of a list, which what compares the lists says too."""
    message = entry.message
    return isinstance(message, (SharedMode, ModeContrast)) and message.collection.kind == "ranked"


def _with_costs_before_tradeoffs(groups: list[list[Candidate]]) -> list[list[Candidate]]:
    """A trade-off follows what it weighs: the group about its cost comes next, and it closes that group."""
    for position, group in enumerate(groups):
        for entry in group:
            message = entry.message
            if not isinstance(message, TradeOff):
                continue
            cost = message.cost
            for other in groups[position + 1 :]:
                if any(cost in candidate.message.measures for candidate in other):
                    rest = [each for each in groups if each is not group and each is not other]
                    kept = [each for each in group if each is not entry]
                    return [*rest[:position], kept, [*other, entry], *rest[position:]]
    return groups


def _paragraphs(
    groups: list[list[Candidate]], lists: list[Candidate], budget: Budget
) -> list[list[Candidate]]:
    """The groups in paragraphs of the budget's size; the lists close the last one, or stand alone."""
    paragraphs: list[list[Candidate]] = []
    for group in groups:
        if paragraphs and len(paragraphs[-1]) + len(group) <= budget.lead_paragraph:
            paragraphs[-1].extend(group)
        else:
            paragraphs.append(list(group))
    if lists:
        if len(paragraphs) > 1 and len(paragraphs[-1]) < budget.lead_paragraph:
            paragraphs[-1].extend(lists)
        else:
            paragraphs.append(list(lists))
    return paragraphs


def _lists_of_lead(lists: list[Candidate]) -> list[Candidate]:
    """One comparison of lists that readers care about; what is known of one list alone can wait."""
    return [
        entry
        for entry in lists
        if not isinstance(entry.message, TopItems) and entry.score >= LEAST_LEAD_SCORE
    ][:1]


def _is_point(entry: Candidate) -> bool:
    """Whether the message is one to take home: what lists share stands beside them."""
    return type(entry.message) not in POINTLESS and type(entry.message) not in LISTS


def points(by_topic: Topics, most: int) -> tuple[Step, ...]:
    """The first plain message of each topic, up to so many."""
    chosen: list[Candidate] = []
    for entries in by_topic.values():
        plain = [entry for entry in entries if entry.is_about_both and _is_point(entry)]
        if plain and plain[0].score >= LEAST_POINT_SCORE:
            chosen.append(plain[0])
    chosen = chosen[:most]
    return listed(chosen, "gist") if len(chosen) > 1 else ()
