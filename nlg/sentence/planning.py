"""The sentence planner: a document plan becomes a text plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlg.document.messages import Decline, Message, Pace, Similarity, Tie
from nlg.document.plan import DocumentPlan, ListPlan, ParagraphPlan, QuestionPlan, Step
from nlg.sentence.aggregation import Cues, aggregate
from nlg.sentence.lexicalisation import Lexicaliser
from nlg.sentence.pattern import Pattern, Verb, draw, mixed
from nlg.sentence.plan import Clause, Part, SectionText, SentencePlan, TextPlan
from nlg.sentence.reference import Mentions, elided, subject_of
from nlg.sentence.vocabulary import Shortening


def plan_sentences(
    document: DocumentPlan, lexicaliser: Lexicaliser, shortening: Shortening, seed: int
) -> TextPlan:
    """The wording of every message, decided; the same for the same pair, message and seed."""
    variation = f"{document.pair[0]}:{document.pair[1]}:{seed}"
    article = draw(variation)
    writer = _Writer(
        lexicaliser,
        article,
        document.pair,
        Mentions(shortening),
        Cues(lexicaliser.vocabulary, article),
        not document.joined,
        shortening.are_lists,
    )
    summary = writer.sentences(document.summary, "summary", always=True)
    sections = []
    for section in document.sections:
        writer.start_section()
        parts = []
        for block in section.blocks:
            if isinstance(block, SPOKEN):
                sentences = writer.spoken(block, section.id)
                if sentences:
                    parts.append(Part(block, sentences))
            else:
                parts.append(Part(block, ()))
        if parts:
            sections.append(SectionText(section.id, section.heading, tuple(parts)))
    return TextPlan(document, summary[0] if summary else None, tuple(sections), variation)


SPOKEN = (ParagraphPlan, ListPlan, QuestionPlan)
"""Blocks that are made of messages."""


@dataclass(slots=True)
class _Writer:
    lexicaliser: Lexicaliser
    article: int
    pair: tuple[str, str]
    mentions: Mentions
    cues: Cues
    apart: bool
    """Whether every fact has a sentence of its own, but for the answer at the top."""
    are_lists: bool
    """Whether one of the two names is itself a list."""
    turns: dict[int, int] = field(default_factory=dict)
    """How many messages of a kind and frame have been said in a style, by the group of their choices."""
    said: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The twins among the wordings that have said a message, by its id."""

    def start_section(self) -> None:
        self.mentions.start_section()
        self.cues.start_section()

    def spoken(self, block: ParagraphPlan | QuestionPlan | ListPlan, place: str) -> tuple[SentencePlan, ...]:
        """The sentences of a block."""
        if isinstance(block, ListPlan):
            return self.points(block.steps, place)
        if isinstance(block, QuestionPlan):
            self.mentions.start_section(self.pair)
            return self.sentences(block.steps, place, answering=True)
        return self.sentences(block.steps, place)

    def sentences(
        self, steps: tuple[Step, ...], place: str, *, always: bool = False, answering: bool = False
    ) -> tuple[SentencePlan, ...]:
        """The steps as sentences that take turns in what they begin with.

        An answer begins with the one that has more, where one of them has, as does a summary that says two
        things of one subject; one that says a single thing begins as it likes.
        """
        found: list[SentencePlan] = []
        openers: tuple[str | None, ...] = self._openers(steps, place)
        if always and len(steps) == 1:
            openers = (None,)
        elif answering or (always and any(step.relation == "addition" for step in steps)):
            openers = (None,) if isinstance(steps[0].message, EVEN) else (steps[0].message.subjects[0],)
        for position, group in enumerate(aggregate(steps, self.article, always=always, never=self.apart)):
            joined = len(group) > 1
            opener = openers[position % len(openers)]
            adverbial = self.cues.adverbial(group[0]) if position else ""
            if adverbial and group[0].relation == "contrast":
                opener = _ahead(group[0].message)
            first = self._clause(group[0], place, opener, joined, "", position, "", always)
            after = None
            if joined:
                spoken = _only_subject(first) if first is not None and always else ""
                adds = group[1].relation == "addition"
                subject = subject_of(first) if first is not None and always and adds else None
                naming = spoken if adds else ""
                unlike = _verb_of(first.wording.pattern) if first is not None and always else ""
                after = self._clause(group[1], place, subject, True, naming, position, spoken, always, unlike)
            if first is not None and not first.wording.is_open:
                adverbial = ""
            if joined:
                found += self._joined(first, after, group[1], adverbial, always)
            elif first is not None:
                found.append(SentencePlan((first,), (adverbial,)))
        return tuple(found)

    def _joined(
        self, first: Clause | None, after: Clause | None, step: Step, adverbial: str, always: bool
    ) -> list[SentencePlan]:
        """One sentence of both clauses; as many as there are when nothing joins them or one of them is
        too long to be joined."""
        clauses = [clause for clause in (first, after) if clause is not None]
        joinable = len(clauses) > 1 and (always or all(clause.wording.is_brief for clause in clauses))
        if joinable and always and step.relation in COORDINATED and _same_subject(*clauses):
            return [SentencePlan((clauses[0], elided(clauses[1])), (adverbial, self.cues.coordination(step)))]
        conjunction = self.cues.conjunction(step, opposed=_opposed(*clauses)) if joinable else ""
        if conjunction:
            return [SentencePlan(tuple(clauses), (adverbial, conjunction))]
        return [SentencePlan((clause,), (adverbial if clause is first else "",)) for clause in clauses]

    def points(self, steps: tuple[Step, ...], place: str) -> tuple[SentencePlan, ...]:
        """One sentence a step, and one item is no list."""
        found = []
        openers = self._openers(steps, place)
        for position, step in enumerate(steps):
            opener = openers[position % len(openers)]
            clause = self._clause(step, place, opener, False, "", position, "", False)
            if clause is not None:
                found.append(SentencePlan((clause,), ("",)))
        return tuple(found) if len(found) > 1 else ()

    def _openers(self, steps: tuple[Step, ...], place: str) -> tuple[str, ...]:
        """What the sentences of a paragraph begin with, in turn: either entity, or neither."""
        one, two = self.pair
        # Mixed, since an article's own number also divides its wordings into parts: by its last bits alone
        # some of them would never stand first.
        lot = mixed(self.article, draw(place, steps[0].message.id if steps else "")) % len(TURNS_OF_OPENERS)
        turns = (one, two, "")
        first, second, third = TURNS_OF_OPENERS[lot]
        return turns[first], turns[second], turns[third]

    def _clause(
        self,
        step: Step,
        name: str,
        opener: str | None,
        joined: bool,
        naming: str,
        position: int,
        resumed: str,
        strictly: bool,
        unlike: str = "",
    ) -> Clause | None:
        """The step in words; `strictly` counts as named only who has been, and a verb `unlike` the given one
        is preferred: "have the higher pay and have the better outlook" stutters."""
        message = step.message
        message_id, article = message.id, self.article
        choices = self.lexicaliser.choices(message, step.style)
        turn = self.turns.get(choices.group, 0)
        self.turns[choices.group] = turn + 1
        said = self.said.get(message_id, ())
        # A place as a bare tuple: an article has dozens, and each is looked at once.
        place = (name, turn, opener, joined, self.are_lists, naming, position, said)
        lot = mixed(article, draw(message_id, name))
        wording = choices.wording(message, place, article, lot)
        if wording is None:
            return None
        for other in range(1, MOST_TRIES) if unlike and _verb_of(wording.pattern) == unlike else ():
            found = choices.wording(message, place, article, lot + other)
            if found is not None and _verb_of(found.pattern) != unlike:
                wording = found
                break
        self.said[message_id] = (*said, wording.twin)
        return Clause(wording, message, self.mentions.lengths(wording, message, resumed, strictly), lot)


EVEN = (Tie, Similarity, Pace)
"""Kinds of message in which neither comes out ahead."""
MOST_TRIES = 8
"""Draws of a wording in which its verb may turn out another one."""
COORDINATED = ("addition", "start")
"""Relations of two statements about one subject that need not name it twice."""
TURNS_OF_OPENERS = ((0, 2, 1), (2, 0, 1), (1, 2, 0), (2, 1, 0), (0, 1, 2), (1, 0, 2))
"""The orders in which three openers can take turns."""


def _same_subject(first: Clause, after: Clause) -> bool:
    subject = subject_of(first)
    return subject != "" and subject == subject_of(after)


def _verb_of(pattern: Pattern) -> str:
    """The lemma of the pattern's first verb."""
    return next(piece.lemma for piece in pattern.pieces if isinstance(piece, Verb))


def _opposed(first: Clause, after: Clause) -> bool:
    """Whether each has one of the two as its subject."""
    one, other = subject_of(first), subject_of(after)
    return one != "" and other != "" and one != other


def _ahead(message: Message) -> str:
    """Who comes out ahead in a message that says that one of the two does."""
    return message.subjects[1] if isinstance(message, Decline) else message.subjects[0]


def _only_subject(clause: Clause) -> str:
    """The one entity that a clause names, when it is its subject; else nothing."""
    return subject_of(clause) if len(clause.wording.named) == 1 else ""
