"""Document structuring: which messages go where, in which order, and how each relates to the last."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.document.budget import REFERENCE, Budget, Wordiness
from nlg.document.charting import charts
from nlg.document.common_ground import common_ground
from nlg.document.content import Memory, Pair, candidates
from nlg.document.interests import DEFAULT, Interests
from nlg.document.lead import (
    IDENTITY,
    LEAST_LEAD_SCORE,
    POINTLESS,
    Topics,
    expected,
    introduction,
    points,
    summary,
    topics,
)
from nlg.document.messages import (
    AnyMessage,
    AttributeContrast,
    ModeContrast,
    NoOverlap,
    Overlap,
    Price,
    Reach,
    SameItems,
    SharedMode,
    Spread,
    Standing,
    Surprise,
    TopItems,
    TradeOff,
)
from nlg.document.openings import opening
from nlg.document.plan import (
    BlockPlan,
    Candidate,
    ClosingPlan,
    DescriptionPlan,
    DocumentPlan,
    IdentityPlan,
    ItemsPlan,
    ListPlan,
    ParagraphPlan,
    QuestionPlan,
    Section,
    SourcesPlan,
    Step,
    Style,
)
from nlg.document.relations import LISTS, WEIGHING, listed, related, style_of
from nlg.document.survey import Survey

UNASKED = POINTLESS | {ModeContrast, SharedMode}
"""Kinds that answer no question of their own."""
SHORT_WORD = 3
"""Letters of a word of which titles share many that mean nothing: "and", "of"."""
LEAST_SUIT_SCORE = 0.3
"""Below this nobody chooses for the difference."""
LEAST_SECTION_SCORE = 0.1
"""Below this a fact is left to the table."""
STANDING = "standing."
"""What the ids of standings begin with."""


def plan(
    survey: Survey,
    interests: Interests,
    first: str,
    second: str,
    budget: Budget = REFERENCE,
    memory: Memory | None = None,
) -> DocumentPlan:
    """Everything that an article on the two will say, in order; the budget says how much that may be.

    Whoever plans many articles with one survey and the same interests hands on one memory.
    """
    pair = Pair(survey, interests, first, second, {} if memory is None else memory)
    found = candidates(pair)
    said: set[str] = set()
    by_topic = topics(found)
    measured = {name: entries for name, entries in by_topic.items() if name != IDENTITY}
    answer = summary(measured)
    sections = [Section("introduction", "", introduction(by_topic, said, budget))]
    takeaways = points(measured, budget.takeaways)
    if takeaways:
        sections.append(Section("takeaways", "", (ListPlan(takeaways),)))
    common = common_ground(found, takeaways, said, budget)
    # What the two share is told there, and not once more beside the tables.
    said.update([step.message.id for step in common])
    sections += _sections(pair, found, said, budget)
    if common:
        sections.append(Section("common", "", (ParagraphPlan(common),)))
    suits = _suits(measured, budget.choice)
    if suits:
        sections.append(Section("choice", "", (ListPlan(suits),)))
    questions = _questions(pair, measured, by_topic.get(IDENTITY, ()), budget)
    if questions:
        sections.append(Section("questions", "", questions))
    sections.append(Section("sources", "", (SourcesPlan(),)))
    sections.append(Section("closing", "", (ClosingPlan(),)))
    kept = tuple([section for section in sections if section.blocks and section.id not in budget.omitted])
    return DocumentPlan(survey.dataset, (first, second), answer, kept, found, budget.joined)


def _suits(by_topic: Topics, most: int) -> tuple[Step, ...]:
    """What speaks for each of the two, by the topics where one comes out ahead; where all speaks for one of
    them there is nothing to choose between."""
    chosen: list[Candidate] = []
    for entries in by_topic.values():
        ahead = [
            entry
            for entry in entries
            if entry.winner and entry.score >= LEAST_SUIT_SCORE and type(entry.message) not in WEIGHING
        ]
        if ahead and len(chosen) < most:
            chosen.append(ahead[0])
    return listed(chosen, "suit") if len({entry.winner for entry in chosen}) > 1 else ()


def _questions(
    pair: Pair, by_topic: Topics, identity: tuple[Candidate, ...], budget: Budget
) -> tuple[QuestionPlan | IdentityPlan, ...]:
    """A question for each topic that has a plain answer, in the order in which readers care; last, of kinds
    of things that may be taken for each other, whether they are the same."""
    chosen: list[Candidate] = []
    kinds = pair.survey.dataset.titles == "common"
    for entries in by_topic.values():
        if len(chosen) == budget.questions:
            break
        for entry in entries:
            asked = entry.message.measures[-1]
            kind = type(entry.message)
            if kind in UNASKED or not entry.is_about_both or (kinds and kind in LISTS):
                continue
            if entry.score < LEAST_LEAD_SCORE and not expected(entry):
                continue
            if all(asked is not other.message.measures[-1] for other in chosen):
                chosen.append(entry)
                break
    asked_and_answered = tuple(
        QuestionPlan(entry.topic, (Step(entry.message, "start", _answer_style(entry, budget.wordiness)),))
        for entry in chosen
    )
    if not (kinds and budget.questions and _are_mistakable(pair, by_topic)):
        return asked_and_answered
    told = [entry for entry in identity if isinstance(entry.message, AttributeContrast)][:1]
    if told:
        step = Step(told[0].message, "start", _answer_style(told[0], budget.wordiness))
        return (*asked_and_answered, QuestionPlan(IDENTITY, (step,)))
    return (*asked_and_answered, *_identity(pair)) if budget.wordiness == "full" else asked_and_answered


def _are_mistakable(pair: Pair, by_topic: Topics) -> bool:
    """Whether somebody may take the one for the other: their titles share a word, or their lists most items."""
    titles = [
        pair.survey.dataset.entities[slug].title.casefold().split() for slug in (pair.first, pair.second)
    ]
    one, two = ({word for word in title if len(word) > SHORT_WORD} for title in titles)
    return not one.isdisjoint(two) or any(
        type(entry.message) is SameItems or (type(entry.message) is Overlap and entry.message.is_close)
        for entries in by_topic.values()
        for entry in entries
    )


def _identity(pair: Pair) -> tuple[IdentityPlan, ...]:
    """Whether the two are the same, where their descriptions open with what each of them does."""
    entities = pair.survey.dataset.entities
    one, two = (opening(entities[slug].description) for slug in (pair.first, pair.second))
    return (IdentityPlan((one, two)),) if one and two and one != two else ()


def _stands_alone(pair: Pair, entry: Candidate) -> bool:
    """Whether a fact about one of the two is worth a sentence without its counterpart."""
    return (
        isinstance(entry.message, Standing)
        or expected(entry)
        or pair.interest(entry.message.measures[0]) is DEFAULT
    )


def _answer_style(entry: Candidate, wordiness: Wordiness) -> Style:
    """The style in which a message answers a question."""
    style = style_of(entry, wordiness)
    return "answer" if style == "full" and entry.is_about_both else style


def _sections(pair: Pair, found: tuple[Candidate, ...], said: set[str], budget: Budget) -> Iterator[Section]:
    """The descriptor's sections in its order, each with its sentences, table and lists.

    The descriptions stand in the section "duties" where there is one, else after the first section.
    """
    layout = pair.survey.layout
    tables = layout.tables_of(pair.first, pair.second)
    described = _descriptions(pair)
    drawn = charts(pair)
    unsaid = _unsaid(found, said)
    lists, other_lists = pair.once(_lists, pair.first), pair.once(_lists, pair.second)
    place = "duties" if any(section.id == "duties" for section in layout.sections) else ""
    for position, section in enumerate(layout.sections):
        blocks: list[BlockPlan] = list(described) if section.id == place else []
        if section.id in budget.omitted:
            continue
        entries = unsaid.get(section.id)
        steps = _section_steps(pair, entries, said, budget) if entries else ()
        table = tables[position]
        if steps and not budget.table_first:
            blocks.append(ParagraphPlan(steps))
        if table is not None:
            blocks.append(table)
        if steps and budget.table_first:
            blocks.append(ParagraphPlan(steps))
        blocks += drawn.get(section.id, ())
        for both in zip(lists[position], other_lists[position], strict=True):
            blocks += [items for items in both if items is not None]
        if blocks:
            yield Section(section.id, section.heading, tuple(blocks))
        if position == 0 and not place and described:
            yield Section("duties", "", tuple(described))
    if not layout.sections and described:
        yield Section("duties", "", tuple(described))


def _descriptions(pair: Pair) -> list[BlockPlan]:
    found = (pair.once(_description, pair.first), pair.once(_description, pair.second))
    return [description for description in found if description is not None]


def _description(pair: Pair, slug: str) -> DescriptionPlan | None:
    return DescriptionPlan(slug) if pair.survey.dataset.entities[slug].description else None


def _lists(pair: Pair, slug: str) -> tuple[tuple[ItemsPlan | None, ...], ...]:
    """The lists of each section, each where the entity has it."""
    return tuple(
        [
            tuple([ItemsPlan(slug, one) if slug in one.items else None for _, one in section.lists])
            for section in pair.survey.layout.sections
        ]
    )


def _unsaid(found: tuple[Candidate, ...], said: set[str]) -> dict[str, list[Candidate]]:
    """What each section may still say on the measures at home in it: nothing twice, no trade-off, and the
    first items of one list only where the two lists have not been compared."""
    compared = {
        entry.message.collection.resource
        for entry in found
        if isinstance(entry.message, (Overlap, SameItems, NoOverlap))
    }
    sections: dict[str, list[Candidate]] = {}
    for entry in found:
        message = entry.message
        if message.id in said or type(message) in (Price, TradeOff):
            continue
        if isinstance(message, TopItems) and message.collection.resource in compared:
            continue
        for home in message.measures[0].sections[-1:]:
            sections.setdefault(home, []).append(entry)
    return sections


def _with_sequels_behind(chosen: list[Candidate]) -> list[Candidate]:
    """The same, each surprise right behind the fact that it goes on about, where there is one."""
    found = [entry for entry in chosen if not isinstance(entry.message, Surprise)]
    for entry in chosen:
        if isinstance(entry.message, Surprise):
            told = [at for at, other in enumerate(found, 1) if _goes_on(entry.message, other.message)]
            found.insert(told[0] if told else len(found), entry)
    return found


def _goes_on(surprise: Surprise, told: AnyMessage) -> bool:
    """Whether the fact told is the first half of the surprise."""
    return not isinstance(told, (Standing, Surprise)) and told.measures[0] is surprise.measures[0]


def _is_sequel(step: Step, before: Step | None) -> bool:
    return (
        before is not None and isinstance(step.message, Surprise) and _goes_on(step.message, before.message)
    )


def _section_steps(pair: Pair, unsaid: list[Candidate], said: set[str], budget: Budget) -> tuple[Step, ...]:
    """The best of what a section may still say; one standing in the whole article, and
    what is known of one of the two alone only where nothing compares them, and readers look for it or the
    grammar does not know the measure."""
    chosen: list[Candidate] = []
    fit = [entry for entry in unsaid if entry.score >= LEAST_SECTION_SCORE and entry.message.id not in said]
    if not fit:
        return ()
    if True not in [entry.is_about_both for entry in fit]:
        fit = [entry for entry in fit if _stands_alone(pair, entry)][:1]
    for entry in fit:
        if len(chosen) == budget.section_messages:
            break
        kind = type(entry.message)
        if kind is Standing:
            told = said | {other.message.id for other in chosen}
            if any(name.startswith(STANDING) for name in told):
                continue
        if kind is Spread and any(type(other.message) is Reach for other in chosen):
            continue
        if entry.is_about_both or isinstance(entry.message, Standing) or len(fit) == 1:
            chosen.append(entry)
    if len(chosen) > 1:
        # What matters more to readers goes first; what weighs or places a fact follows all facts.
        chosen.sort(key=lambda entry: (isinstance(entry.message, (Standing, Surprise)), -entry.weight))
        chosen = _with_sequels_behind(chosen)
    said.update([entry.message.id for entry in chosen])
    steps = related(chosen)
    if budget.wordiness == "full":
        return tuple(
            [
                Step(step.message, step.relation, "sequel") if _is_sequel(step, before) else step
                for before, step in zip((None, *steps), steps, strict=False)
            ]
        )
    return tuple(
        [
            Step(step.message, step.relation, style_of(entry, budget.wordiness))
            for entry, step in zip(chosen, steps, strict=True)
        ]
    )
