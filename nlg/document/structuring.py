"""Document structuring: which messages go where, in which order, and how each relates to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlg.document.budget import REFERENCE, Budget, Wordiness
from nlg.document.charting import charts
from nlg.document.content import Pair, candidates
from nlg.document.interests import Interests
from nlg.document.plan import (
    AttributeContrast,
    BlockPlan,
    Candidate,
    ClosingPlan,
    Decline,
    DescriptionPlan,
    Difference,
    Divergence,
    DocumentPlan,
    Growth,
    ItemsPlan,
    ListPlan,
    ModeContrast,
    NoOverlap,
    Overlap,
    Pace,
    ParagraphPlan,
    QuestionPlan,
    Ratio,
    Reach,
    Relation,
    SameItems,
    SameSpan,
    Section,
    SharedAttribute,
    SharedMode,
    Similarity,
    SourcesPlan,
    Spread,
    Standing,
    Step,
    Style,
    Surprise,
    TablePlan,
    Tie,
    TopItems,
    TradeOff,
)
from nlg.document.survey import Survey

ALIKE = frozenset((Tie, Similarity, SameSpan, SharedAttribute, SharedMode, SameItems, Pace))
"""Kinds of message that say what the two have in common."""
LISTS = frozenset((TopItems, Overlap, SameItems, NoOverlap))
"""Kinds of message about lists; at most one of them, or a pair of `TopItems`, opens an article."""
DECISIVE = frozenset(
    (Difference, Ratio, Tie, Similarity, Growth, Decline, Divergence, Pace, Spread, SameSpan, Reach)
)
"""Kinds of message that can answer, without a figure, what the difference is."""
TELLING = frozenset((SharedAttribute, AttributeContrast, SharedMode, ModeContrast))
"""Kinds that may stand in for them."""
COMMON = ALIKE | {Overlap}
"""Kinds that the section on what the two have in common takes."""
POINTLESS = frozenset((TradeOff, Surprise, Standing, TopItems))
"""Kinds that are no point to take home: they weigh other facts, or are about one of the two."""
UNASKED = POINTLESS | {ModeContrast, SharedMode}
"""Kinds that answer no question of their own."""
EXPECTED = 0.9
"""A measure that interests readers so much opens every article, whatever the gap."""
LEAST_COMMON_SCORE = 0.12
LEAST_LEAD_SCORE = 0.12
"""Below this a message waits for its section."""
UNPOINTED = frozenset((TradeOff, Surprise))
"""Kinds of message that weigh other facts; a list of facts has no room for them."""


def plan(
    survey: Survey, interests: Interests, first: str, second: str, budget: Budget = REFERENCE
) -> DocumentPlan:
    """Everything that an article on the two will say, in order; the budget says how much that may be."""
    pair = Pair(survey, interests, first, second)
    found = candidates(pair)
    said: set[str] = set()
    summary = _summary(found)
    sections = [Section("introduction", "", _introduction(pair, found, said, budget))]
    points = _points(found, budget.takeaways)
    if points:
        sections.append(Section("takeaways", "", (ListPlan(points),)))
    sections += _sections(pair, found, said, budget)
    common = _common(found, points, budget.common)
    if common:
        sections.append(Section("common", "", (ParagraphPlan(common),)))
    suits = _suits(found, budget.choice)
    if suits:
        sections.append(Section("choice", "", (ListPlan(suits),)))
    questions = _questions(found, budget)
    if questions:
        sections.append(Section("questions", "", questions))
    sections.append(Section("sources", "", (SourcesPlan(),)))
    sections.append(Section("closing", "", (ClosingPlan(),)))
    kept = tuple([section for section in sections if section.blocks and section.id not in budget.omitted])
    return DocumentPlan(survey.dataset, (first, second), summary, kept, found, budget.joined)


def related(chosen: Iterable[Candidate], style: Style = "full") -> tuple[Step, ...]:
    """The messages as steps, each related to the one before it.

    Between facts of different topics "but" is for the one-sentence answer; running text sets them side
    by side.
    """
    steps: list[Step] = []
    before: Candidate | None = None
    for entry in chosen:
        relation = _relation(before, entry)
        alike = before is not None and type(before.message) in ALIKE
        if style == "full" and (relation == "concession" or (relation == "contrast" and alike)):
            relation = "start"
        steps.append(Step(entry.message, relation, style))
        before = entry
    return tuple(steps)


def _relation(before: Candidate | None, entry: Candidate) -> Relation:
    if before is None:
        return "start"
    if isinstance(entry.message, TradeOff):
        return "consequence"
    if isinstance(entry.message, (Standing, Surprise)):
        return "elaboration"
    if type(before.message) in ALIKE and type(entry.message) in ALIKE:
        return "similarity"
    if type(before.message) in ALIKE and entry.winner:
        return "contrast"
    if before.winner and entry.winner:
        return "contrast" if before.winner != entry.winner else "addition"
    if before.winner and type(entry.message) in ALIKE and entry.topic != before.topic:
        return "concession"
    return "elaboration" if before.topic == entry.topic else "start"


def _summary(found: tuple[Candidate, ...]) -> tuple[Step, ...]:
    """The trade-off where there is one, else the best two comparisons of different topics.

    Only where nothing can be measured on both may a text value or a list answer the question.
    """
    for entry in found:
        if isinstance(entry.message, TradeOff):
            return related([entry], "brief")
    chosen: list[Candidate] = []
    for kinds in (DECISIVE, TELLING):
        for entry in found:
            if len(chosen) < 2 and type(entry.message) in kinds:
                if all(entry.topic != other.topic for other in chosen):
                    chosen.append(entry)
    return related(chosen, "brief")


def _told(entry: Candidate) -> bool:
    """Whether the message compares the two, so that it can answer what the difference is."""
    return len(entry.message.subjects) == 2


def _introduction(
    pair: Pair, found: tuple[Candidate, ...], said: set[str], budget: Budget
) -> tuple[BlockPlan, ...]:
    """Two or three paragraphs, or a list of points: the topics by their best message, lists last.

    The best message of each topic that readers expect is in it, and of the others as many as fit.
    """
    topics: dict[str, list[Candidate]] = {}
    lists: list[Candidate] = []
    for entry in found:
        if type(entry.message) in LISTS:
            lists.append(entry)
        elif isinstance(entry.message, Standing):
            continue
        elif (entry.score >= LEAST_LEAD_SCORE and _told(entry)) or not topics:
            topics.setdefault(entry.topic, []).append(entry)
    chosen: list[list[Candidate]] = []
    total = 0
    for rank, entries in enumerate(topics.values()):
        if total >= budget.lead_messages - 1 and not _expected(pair, entries[0]):
            continue
        taken = entries[: budget.lead_topic if rank < 2 else 1]
        total += len(taken)
        chosen.append(taken)
    chosen = _with_costs_before_tradeoffs(chosen)
    paragraphs: list[list[Candidate]] = []
    for group in chosen:
        if paragraphs and len(paragraphs[-1]) + len(group) <= budget.lead_paragraph:
            paragraphs[-1].extend(group)
        else:
            paragraphs.append(list(group))
    opening = _lists_of_lead(lists)
    if opening:
        if paragraphs and len(paragraphs) > 1 and len(paragraphs[-1]) < budget.lead_paragraph:
            paragraphs[-1].extend(opening)
        else:
            paragraphs.append(list(opening))
    if budget.lead == "points":
        terse = [entry for group in paragraphs for entry in group if type(entry.message) not in UNPOINTED]
        paragraphs = [terse] if terse else []
    for paragraph in paragraphs:
        said.update(entry.message.id for entry in paragraph)
    if budget.lead == "points":
        return tuple(ListPlan(_listed(paragraph, "point")) for paragraph in paragraphs)
    return tuple(ParagraphPlan(related(paragraph)) for paragraph in paragraphs)


def _expected(pair: Pair, entry: Candidate) -> bool:
    return pair.interest(entry.message.measures[0]).weight >= EXPECTED


def _with_costs_before_tradeoffs(chosen: list[list[Candidate]]) -> list[list[Candidate]]:
    """A trade-off or a surprise closes its group: what it weighs has been said by then."""
    return [
        sorted(group, key=lambda entry: isinstance(entry.message, (TradeOff, Surprise))) for group in chosen
    ]


def _lists_of_lead(lists: list[Candidate]) -> list[Candidate]:
    """One comparison of lists; where there is none, the first items of whichever has them."""
    compared = [entry for entry in lists if not isinstance(entry.message, TopItems)]
    return compared[:1] if compared else lists[:2]


def _points(found: tuple[Candidate, ...], most: int) -> tuple[Step, ...]:
    """The best message of each topic, up to so many."""
    chosen: list[Candidate] = []
    for entry in found:
        if len(chosen) == most:
            break
        if type(entry.message) in POINTLESS or not _told(entry):
            continue
        if all(entry.topic != other.topic for other in chosen):
            chosen.append(entry)
    return _listed(chosen, "point") if len(chosen) > 1 else ()


def _listed(chosen: Iterable[Candidate], style: Style) -> tuple[Step, ...]:
    """The messages as the items of a list, which don't lean on each other."""
    return tuple([Step(entry.message, "start", style) for entry in chosen])


def _common(found: tuple[Candidate, ...], points: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """What the two have in common, best first, besides the points to take home."""
    taken = {step.message.id for step in points}
    alike = [entry for entry in found if type(entry.message) in COMMON and entry.message.id not in taken]
    return related([entry for entry in alike if entry.score >= LEAST_COMMON_SCORE][:most], "point")


def _suits(found: tuple[Candidate, ...], most: int) -> tuple[Step, ...]:
    """What speaks for each of the two, by the topics where one comes out ahead."""
    chosen: list[Candidate] = []
    for entry in found:
        if not entry.winner or type(entry.message) in (TradeOff, Standing):
            continue
        if all(entry.topic != other.topic for other in chosen):
            chosen.append(entry)
    chosen = chosen[:most]
    return _listed(chosen, "suit") if len(chosen) > 1 else ()


def _questions(found: tuple[Candidate, ...], budget: Budget) -> tuple[QuestionPlan, ...]:
    """A question for each topic that has an answer, best first."""
    chosen: dict[str, Candidate] = {}
    for entry in found:
        if type(entry.message) in UNASKED:
            continue
        asked = entry.message.measures[-1]
        if _told(entry) and all(asked is not other.message.measures[-1] for other in chosen.values()):
            chosen.setdefault(entry.topic, entry)
    picked = list(chosen.values())[: budget.questions]
    return tuple(
        QuestionPlan(entry.topic, (Step(entry.message, "start", _style(entry, budget.wordiness)),))
        for entry in picked
    )


def _style(entry: Candidate, wordiness: Wordiness) -> Style:
    """The style in which a message is said; what is about one of the two is short as it is."""
    return wordiness if _told(entry) and type(entry.message) not in UNPOINTED else "full"


def _sections(pair: Pair, found: tuple[Candidate, ...], said: set[str], budget: Budget) -> Iterator[Section]:
    """The descriptor's sections in its order, each with its sentences, table and lists.

    The descriptions stand in the section "duties" where there is one, else after the first section.
    """
    layout = pair.survey.layout
    known = layout.known[pair.first] | layout.known[pair.second]
    described = _descriptions(pair)
    drawn = charts(pair)
    unsaid = _unsaid(found, said)
    place = "duties" if any(section.id == "duties" for section in layout.sections) else ""
    for position, section in enumerate(layout.sections):
        blocks: list[BlockPlan] = list(described) if section.id == place else []
        if section.id in budget.omitted:
            continue
        steps = _section_steps(unsaid.get(section.id, []), said, section.id, budget)
        rows = tuple([row for row in section.rows if row.name in known])
        spoken: list[BlockPlan] = [ParagraphPlan(steps)] if steps else []
        tables: list[BlockPlan] = [TablePlan(rows)] if rows else []
        blocks += [*tables, *spoken] if budget.table_first else [*spoken, *tables]
        blocks += drawn.get(section.id, ())
        for _, collection in section.lists:
            blocks += [
                ItemsPlan(slug, collection) for slug in (pair.first, pair.second) if slug in collection.items
            ]
        if blocks:
            yield Section(section.id, section.heading, tuple(blocks))
        if position == 0 and not place and described:
            yield Section("duties", "", tuple(described))
    if not layout.sections and described:
        yield Section("duties", "", tuple(described))


def _descriptions(pair: Pair) -> list[BlockPlan]:
    entities = pair.survey.dataset.entities
    return [DescriptionPlan(slug) for slug in (pair.first, pair.second) if entities[slug].description]


def _unsaid(found: tuple[Candidate, ...], said: set[str]) -> dict[str, list[Candidate]]:
    """What each section may still say: nothing twice, no trade-off, and the first items of one list only
    where the two lists have not been compared."""
    compared = {
        entry.message.collection.resource
        for entry in found
        if isinstance(entry.message, (Overlap, SameItems, NoOverlap))
    }
    sections: dict[str, list[Candidate]] = {}
    for entry in found:
        message = entry.message
        if message.id in said or isinstance(message, TradeOff):
            continue
        if isinstance(message, TopItems) and message.collection.resource in compared:
            continue
        for name in message.measures[0].sections:
            sections.setdefault(name, []).append(entry)
    return sections


def _section_steps(unsaid: list[Candidate], said: set[str], name: str, budget: Budget) -> tuple[Step, ...]:
    """The best messages on the section's measures; of those at home in another, and of standings, only the
    best one."""
    chosen: list[Candidate] = []
    for entry in unsaid:
        if len(chosen) == budget.section_messages:
            break
        message = entry.message
        if isinstance(message, Standing) and any(isinstance(other.message, Standing) for other in chosen):
            continue
        if (message.measures[0].sections[-1] == name or not chosen) and message.id not in said:
            chosen.append(entry)
    chosen.sort(key=lambda entry: isinstance(entry.message, (Standing, Surprise)))
    said.update([entry.message.id for entry in chosen])
    steps = related(chosen)
    if budget.wordiness == "full":
        return steps
    return tuple(
        [
            step._replace(style=_style(entry, budget.wordiness))
            for entry, step in zip(chosen, steps, strict=True)
        ]
    )
