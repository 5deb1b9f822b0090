"""Every exception raised on purpose, and the located problem that most of them carry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in something that a person wrote, with its place and its remedy.

    Example: datasets/occupations/occupations.csv:14:6: hourly_rate: "n/a" is not a number; leave
    unknown cells empty
    """

    file: str
    line: int
    """One-based physical line of the file; 0 when the fault has no line."""
    column: int
    """One-based ordinal of the column or character; 0 when the fault has none."""
    text: str
    """What is wrong, what was found, how to mend it: lower case, the offending text quoted."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.text}" if place else self.text


class NlgError(Exception):
    """The family of every error that this package raises on purpose."""


class InputError(NlgError):
    """A call or an input that cannot be used; the command line answers it with exit code 2."""

    def __init__(self, text: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(text)
        self.problems = problems
        """All faults found in one run, sorted by place; empty when `text` says it all."""

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems) or super().__str__()


class DatasetError(InputError):
    """A dataset that cannot be loaded."""


class GrammarError(InputError):
    """A grammar that cannot be loaded."""


class PlanError(NlgError):
    """A promise between two stages of the writer that was not kept; always a bug of ours."""
