"""What the reader of a passage already knows: who is compared.

What the headings above said, what was said last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from nlg.validator.vocabulary.compilation import compile_reader
from nlg.validator.vocabulary.resolution import Reader, Target

__all__ = ["Context", "Discourse", "Reader", "compile_reader"]


@dataclass(frozen=True, slots=True)
class Discourse:
    """What one sentence, or all sentences so far, leave in a reader's mind."""

    subjects: tuple[str, ...] = ()
    """Whom the last statement was about; the antecedent of "they" and "the role".

    Of one sentence: empty when it is about whoever was spoken of before.
    """
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

    def then(self, last: Discourse) -> Discourse:
        """What one more sentence leaves; of names that were given two are remembered, the last ones."""
        mentioned = last.mentioned
        if len(mentioned) < 2:
            mentioned = (*(slug for slug in self.mentioned if slug not in mentioned), *mentioned)[-2:]
        return replace(
            last,
            subjects=last.subjects or self.subjects,
            mentioned=mentioned,
            told=last.told or self.told,
        )


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
    speaker: str = ""
    """Who of those compared writes, where the page says so: "we bakers"."""

    def after(self, last: Discourse | None) -> Context:
        """What is known before the next sentence, given what the last one left."""
        return self if last is None else self._told(self.discourse.then(last))

    def after_paragraph(self) -> Context:
        """What is known before the next paragraph, which repeats no sentence of this one."""
        return self._told(replace(self.discourse, sentence="")) if self.discourse.sentence else self

    def _told(self, discourse: Discourse) -> Context:
        return Context(self.subjects, self.focus, self.topic, self.headings, discourse, self.speaker)
