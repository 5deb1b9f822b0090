"""Which way a word of praise or of speed points on a measure: whether more of it is better, or faster."""

from __future__ import annotations

from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.thesaurus import MERITS
from nlg.validator.vocabulary.resolution import Reader, Target, name_of

_TIMES = frozenset({"seconds", "second", "s", "minutes", "minute", "min"})


def merit(reader: Reader, target: Target) -> int:
    """1 where more is better, −1 where it is worse, 0 where nobody can tell: income, rent, age."""
    if target.kind != "measure":
        return 0
    measure = reader.measures[target.name]
    names = [name_of(measure), *(name.lower() for name in measure.also)]
    if reader.families[target.name] == "count" and set(names) & set(reader.words.counts):
        return 1
    found = [MERITS[name] for name in names if name in MERITS]
    found += [MERITS[head] for name in names if (head := name.rpartition(" ")[2]) in MERITS]
    return found[0] if found else 0


def sense(reader: Reader, cue: Cue, target: Target) -> int:
    """The direction that a comparative or superlative means on a measure.

    "Fares better" on what one wants little of, such as unemployment, is to have less of it, and "faster"
    by the time that something takes is to take less.
    """
    if cue.domain == "quality" and merit(reader, target) < 0:
        return -cue.sign
    return -cue.sign if cue.domain == "speed" and is_duration(reader, target) else cue.sign


def is_duration(reader: Reader, target: Target) -> bool:
    """Whether a measure is the time that something takes."""
    if target.kind != "measure":
        return False
    return reader.measures[target.name].unit in _TIMES or reader.families[target.name] == "time"
