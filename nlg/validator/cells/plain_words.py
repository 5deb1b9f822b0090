"""Labels in the words of a sentence, or of a question → the measure that they name: "Across", "How old are they?"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from nlg.validator.context import Reader
from nlg.validator.lexis.tokens import plain, tokenise
from nlg.validator.vocabulary.resolution import Target, domain_targets

_PLAIN = frozenset(
    "one how old many big large long hot heavy will my your be coworkers colleagues people them what are do does i you"
    " can they we".split()
)
"""Words that a question for a measure may hold beside its name."""


def measure_named(reader: Reader, text: str, fillers: AbstractSet[str]) -> Target | None:
    """The one measure that a text names, with nothing beside its name but small words and `fillers`; else None."""
    text = plain(text)
    tokens = tokenise(text, 0, len(text))
    found: list[Target] = []
    index = 0
    while index < len(tokens):
        named = reader.targets.starting_at(tokens, index)
        if named is not None:
            found.extend(target for target in named[1] if target.kind == "measure")
            index = named[0]
            continue
        low = tokens[index].low
        if low[:1].isdigit() or (low.isalpha() and low not in _PLAIN and low not in fillers):
            return None
        index += 1
    if not found and [token.low for token in tokens[:2]] == ["how", "old"]:
        found.extend(target for target in domain_targets(reader, "age") if target.kind == "measure")
    return found[0] if len(set(found)) == 1 else None
