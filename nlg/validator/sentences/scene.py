"""One sentence, cut and marked, and what was known before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlg.validator.context import Context
from nlg.validator.judgement.verdicts import Place
from nlg.validator.lexis.tails import Tail, read_tails
from nlg.validator.lexis.tokens import Token
from nlg.validator.page import Text
from nlg.validator.sentences.clauses import Clause, other_of
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.vocabulary.resolution import Reader, Target


@dataclass(slots=True)
class Scene:
    """One sentence, cut and marked, and what was known before it."""

    reader: Reader
    context: Context
    text: Text
    tokens: Sequence[Token]
    clauses: list[Clause]
    neither: bool = False
    advisory: bool = False
    """Whether the sentence advises or supposes, so that only what it states in full is a claim."""
    used: set[int] = field(default_factory=set)
    """First tokens of the marks that a claim covers."""
    last_target: Target | None = None
    said: tuple[str, ...] = ()
    """Whom the last claim was about."""
    bound: int = 0
    """1 or −1 after a claim about the upper or lower end of a range, for the figure that is set beside it."""
    bound_before: int = 0
    """The same of the last figure of the sentence before, where this one takes it up."""
    given: dict[int, tuple[str, ...]] | None = None
    """Entities given out to figures in order, once worked out."""
    either: set[int] = field(default_factory=set)
    """Figures of two that are alike, of which nobody says whose is which."""
    turned: bool | None = None
    """Whether the figures of two that are alike stand in the other order, once the first of them is judged."""
    stated: set[tuple[str, Target]] = field(default_factory=set)
    """The entity and measure of each figure that was found true."""
    gap: tuple[str, str, Target, int] | None = None
    """The sides, target and direction of the last difference, for "or about 0.3%"."""
    rate: Target | None = None
    """The count of which there is one for so many of another, for "one for every fourteen" of the other."""
    told: list[Target] = field(default_factory=list)
    """What each figure was found to measure, in order."""
    limits: dict[int, int] | None = None
    """Limits given out to sums in pairs, once worked out."""
    limits_of: dict[tuple[int, int], tuple[FigureMark, int | None]] = field(default_factory=dict)
    """By first token and clause: each figure of which it was asked which limit it is, and which it is."""
    no_claims: dict[int, tuple[FigureMark, bool]] = field(default_factory=dict)
    """By first token: each figure of which it was asked whether it claims anything, and whether it does not."""
    _tails: dict[int, Tail] | None = None
    _spans: list[tuple[Clause, Mark, tuple[int, int]]] | None = None

    def spans(self) -> list[tuple[Clause, Mark, tuple[int, int]]]:
        """Every mark with its clause and its span in the file, in order."""
        if self._spans is None:
            self._spans = [
                (clause, mark, self.place(mark.start, mark.end).span) for clause, mark in self.marks()
            ]
        return self._spans

    def tails(self) -> dict[int, Tail]:
        """The parts of the people that the sentence names, by their first tokens."""
        if self._tails is None:
            self._tails = {tail.start: tail for tail in read_tails(self.tokens)}
        return self._tails

    def place(self, start: int, end: int) -> Place:
        """Where the words from one token to another stand; the last word for a stretch without any."""
        start = min(start, len(self.tokens) - 1)
        end = max(end, start + 1)
        while end > start + 1 and self.tokens[end - 1].low in (",", ".", ";", ":", "("):
            end -= 1
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return Place(self.text.span(first, last), self.text.content[first:last])

    def marks(self) -> Iterator[tuple[Clause, Mark]]:
        """Every mark with its clause, in order."""
        for clause in self.clauses:
            for mark in clause.marks:
                yield clause, mark

    def other(self, slugs: tuple[str, ...]) -> str:
        """The entity that the page sets against the given one."""
        return other_of(self.context.subjects, slugs)

    def denies(self, start: int) -> bool:
        """Whether a *neither* governs what stands at a token: nobody else was named after it, and it began before."""
        if not self.neither or self._neither_from() > start:
            return False
        since = [
            mark
            for _, mark in self.marks()
            if isinstance(mark, EntityMark) and mark.slugs and self._neither_from() <= mark.start <= start
        ]
        if since and since[-1].reference == "neither":
            if self._states_anew(since[-1].end, start):
                return False
            between = {token.low for token in self.tokens[since[-1].end : start]}
            return not between & {"but", "yet", ";", ":", "however", "with"}
        return all(mark.reference in ("neither", "it", "they", "other") for mark in since)

    def _states_anew(self, after: int, start: int) -> bool:
        """Whether a clause has its own verb behind a comma: "Neither needs training, and a degree is enough"."""
        own = next((clause for clause in self.clauses if clause.start <= start < clause.end), None)
        if own is None or own.opener != "and" or own.start <= after or self.tokens[own.start - 2].low != ",":
            return False
        return any(token.low in ("is", "are", "has", "have") for token in self.tokens[start : own.end])

    def _neither_from(self) -> int:
        """Where the clause starts that holds the *neither*."""
        return next(
            (
                clause.start
                for clause, mark in self.marks()
                if isinstance(mark, EntityMark) and mark.reference == "neither"
            ),
            0,
        )

    def index(self, clause: Clause) -> int:
        """The clause's place in the sentence."""
        return clause.number


def said_too(scene: Scene, clause: Clause, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Of whom the same is said in passing: "…, the same as bus drivers"."""
    number = scene.index(clause)
    later = scene.clauses[number + 1 : number + 3]
    if not later or later[0].opener != ",":
        return ()
    words = [token.low for token in scene.tokens[later[0].start : later[0].end] if token.low not in _PASSING]
    side = later[0] if words[:2] == ["same", "as"] else None
    if words == ["same"] and len(later) > 1 and later[1].opener == "than":
        side = later[1]
    if side is None or not side.entities() or side.targets() or side.figures():
        return ()
    named = side.entities()[0].slugs
    return named if named != subjects else ()


_PASSING = frozenset({"just", "the", "exactly", "much"})


def entity_after(scene: Scene, clause: Clause, end: int) -> EntityMark | None:
    """The name that directly follows a token: "179,503 medical office administrators"."""
    for mark in clause.marks:
        if mark.start >= end:
            between = {token.low for token in scene.tokens[end : mark.start]}
            if isinstance(mark, EntityMark) and not mark.reference and not mark.possessive and not between:
                return mark
            return None
    return None


def is_projected_change(scene: Scene, mark: FigureMark) -> bool:
    """Whether a figure is of a change to come: "no change is projected", "projected to change by the same 0%"."""
    figure, words = mark.figure, [token.low for token in scene.tokens]
    if figure.unit != "percent" or not _AHEAD & set(words):
        return False
    if words[mark.start - 1 : mark.start] in (["add"], ["gain"]):
        # "is expected to add 1.7 percent"
        return True
    if not (figure.signed or figure.value == 0):
        return False
    near = words[max(0, mark.start - 4) : mark.start]
    return words[mark.end - 1] == "change" or near[:2] == ["change", "by"] or near[-2:] == ["change", "by"]


_AHEAD = frozenset({"projected", "expected", "forecast", "predicted", "anticipated"})


def adjacent_after(scene: Scene, clause: Clause, end: int, reach: int = 4) -> TargetMark | None:
    """The measure that directly follows a token, with nothing but small words between."""
    for mark in clause.marks:
        if mark.start < end:
            continue
        if isinstance(mark, TargetMark):
            between = [token.low for token in scene.tokens[end : mark.start]]
            return (
                mark
                if len(between) <= reach
                and all(word in _SMALL or word in scene.reader.words.nouns for word in between)
                else None
            )
        if isinstance(mark, CueMark) and mark.cue.role in ("trend", "slightly", "much", "more", "top"):
            continue
        return None
    return None


_SMALL = frozenset(
    "the a an of their its his her our in total average mean median annual yearly hourly more fewer less higher lower"
    " number projected typical estimated reported as being are is - ' 's nationwide base expected identify who".split()
)
