"""The notebook in which one reading of a dataset writes down everything that it finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from nlg.errors import Problem


@dataclass(slots=True)
class Findings:
    """The problems of one reading: faults, which forbid an article, and doubts, which do not."""

    faults: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    guesses_left: int = 100
    """How many more times a mistyped cell is compared with all that it may have meant: in a large
    table of which every row is wrong, that would take minutes."""

    def fault(self, file: str, line: int, column: int, text: str) -> None:
        """Notes what makes the dataset unusable."""
        self.faults.append(Problem(file, line, column, text))

    def doubt(self, file: str, line: int, column: int, text: str) -> None:
        """Notes what an editor should look at."""
        self.doubts.append(Problem(file, line, column, text))

    def guess(self, word: str, known: Iterable[str]) -> str:
        """The known word that a cell probably meant; empty when none is near or too many were wrong."""
        if not self.guesses_left:
            return ""
        self.guesses_left -= 1
        return nearest(word, known)


LONGEST_QUOTE = 60
"""Characters of an offending text that a message repeats."""


def quoted(text: str) -> str:
    """The text between double quotes on one line, long ones cut short.

    Example: "n/a"
    """
    shown = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    printable = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in shown
    )
    return f'"{printable}"'


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty string when none is near."""
    spelt = {name.casefold(): name for name in sorted(known)}
    found = get_close_matches(word.casefold().strip(), list(spelt), n=1, cutoff=0.7)
    return spelt[found[0]] if found else ""


def meant(word: str, known: Iterable[str]) -> str:
    """The remedy for a mistyped word: the nearest known one, or all of them.

    Example: did you mean "statistic"?
    """
    names = sorted(known)
    near = nearest(word, names)
    return f"did you mean {quoted(near)}?" if near else f"use one of {', '.join(names)}"
