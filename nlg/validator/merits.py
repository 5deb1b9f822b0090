"""Whether more of a measure is better, or worse, as far as its noun tells."""

from __future__ import annotations

from nlg.validator.lexis.thesaurus import MERITS
from nlg.validator.resolution import Reader, Target


def merit(reader: Reader, target: Target) -> int:
    """1 where more is better, −1 where it is worse, 0 where nobody can tell: income, rent, age."""
    if target.kind != "measure":
        return 0
    measure = reader.measures[target.name]
    names = [name.lower() for name in (measure.noun, *measure.also) if name]
    if reader.families[target.name] == "count" and set(names) & set(reader.words.counts):
        return 1
    found = [MERITS[name] for name in names if name in MERITS]
    found += [MERITS[head] for name in names if (head := name.rpartition(" ")[2]) in MERITS]
    return found[0] if found else 0
