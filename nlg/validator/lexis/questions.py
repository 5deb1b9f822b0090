"""What a question asks for, by its first words."""

from __future__ import annotations

import re

from nlg.validator.lexis.word_lists import word_list

_OF_GAPS = tuple(word_list("answers")["of_gaps"])


def asks_for_a_gap(question: str) -> bool:
    """Whether a question asks how far apart two are: "By how much?", "How much more?"."""
    joined = " ".join(re.findall("[a-z']+", question.lower()))
    return any(joined.startswith(phrase) for phrase in _OF_GAPS)
