"""The measure that counts an entity's people."""

from __future__ import annotations

from functools import lru_cache

from nlg.validator.vocabulary.resolution import Reader, Target


@lru_cache(maxsize=64)
def head_count(reader: Reader) -> Target | None:
    """The measure that counts an entity's people: what "179,503 administrators" is a value of."""
    for words in reader.words.counts:
        for phrase, targets in reader.targets.by_first.get(words.split()[0], ()):
            if " ".join(phrase) == words:
                for target in targets:
                    if target.kind == "measure" and reader.families[target.name] == "count":
                        return target
    return None
