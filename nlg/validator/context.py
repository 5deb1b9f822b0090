"""What the reader of a passage already knows: who is compared.

What the headings above said, what was said last.
"""

from __future__ import annotations

from dataclasses import dataclass

from nlg.validator.vocabulary.compilation import compile_reader
from nlg.validator.vocabulary.resolution import Reader, Target

__all__ = ["Context", "Discourse", "Reader", "Spoken", "compile_reader"]


@dataclass(frozen=True, slots=True)
class Discourse:
    """What the sentences so far leave in a reader's mind."""

    subjects: tuple[str, ...] = ()
    """Whom the last statement was about; the antecedent of "they" and "the role"."""
    mentioned: tuple[str, ...] = ()
    """The entities named last, in page order; the antecedents of "the former" and "the latter"."""
    concept: str = ""
    """The measure or child resource spoken of last."""
    gap: tuple[str, str, Target, int] | None = None
    """The sides, target and direction of the difference that closed the last sentence."""
    sentence: str = ""
    """The last sentence of the paragraph, with a null character for whom it is about: what "so do …" repeats."""
    question: str = ""
    """What was asked last, where nothing has been said since."""
    bound: int = 0
    """1 or −1 where the last figure was the upper or lower end of a range, for "that mark" and "the figure"."""
    target: Target | None = None
    """What the last figure measured, for "among nurses it's 12%"."""
    item: tuple[str, str] | None = None
    """Key and name of the one item spoken of, for "for counselors it leads, too"."""
    is_strange: bool = False
    """Whether the last sentence spoke of people whom no title names, so that nobody can tell who "they" are."""
    told: tuple[Target, ...] = ()
    """What the figures of the last sentence measured, in order, for "for developers, the figures are 56% and 14%"."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one sentence leaves in a reader's mind."""

    subjects: tuple[str, ...]
    """Whom it is about; empty when it is about whoever was spoken of before."""
    named: tuple[str, ...]
    """The entities that it names, in order."""
    concept: str
    """What it speaks of, or what was spoken of before it."""
    gap: tuple[str, str, Target, int] | None = None
    """The sides, target and direction of the difference that closes it."""
    sentence: str = ""
    """Its words as "so do …" in the next one would repeat them."""
    question: str = ""
    """Its words where it asks something."""
    bound: int = 0
    """1 or −1 where its last figure is the upper or lower end of a range."""
    target: Target | None = None
    """What its last figure measures."""
    item: tuple[str, str] | None = None
    """Key and name of the one item that it speaks of."""
    is_strange: bool = False
    """Whether it speaks of people whom no title names."""
    told: tuple[Target, ...] = ()
    """What its figures measure, in order."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before a passage is read."""

    subjects: tuple[str, ...]
    """The slugs compared, in page order."""
    focus: tuple[str, ...] = ()
    """The entities that the headings above make the default subject; empty for none in particular."""
    topic: str = ""
    """The concept or child resource that the headings suggest, or empty."""
    headings: tuple[str, ...] = ()
    """The headings above, outermost first."""
    discourse: Discourse = Discourse()

    def after(self, spoken: Spoken | None) -> Context:
        """What is known before the next sentence; of names that were given two are remembered, the last ones."""
        if spoken is None:
            return self
        said, named = self.discourse, spoken.named
        if len(named) < 2:
            named = (*(slug for slug in said.mentioned if slug not in named), *named)[-2:]
        subjects = spoken.subjects or said.subjects
        discourse = Discourse(
            subjects,
            named,
            spoken.concept,
            spoken.gap,
            spoken.sentence,
            spoken.question,
            spoken.bound,
            spoken.target,
            spoken.item,
            spoken.is_strange,
            spoken.told or said.told,
        )
        return Context(self.subjects, self.focus, self.topic, self.headings, discourse)

    def after_paragraph(self) -> Context:
        """What is known before the next paragraph, which repeats no sentence of this one."""
        said = self.discourse
        if not said.sentence:
            return self
        discourse = Discourse(
            said.subjects,
            said.mentioned,
            said.concept,
            said.gap,
            "",
            said.question,
            said.bound,
            said.target,
            said.item,
            said.is_strange,
            said.told,
        )
        return Context(self.subjects, self.focus, self.topic, self.headings, discourse)
