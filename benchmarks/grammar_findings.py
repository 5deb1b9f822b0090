"""Findings of Harper, a grammar checker that is not ours, and which of them are false alarms, one by one.

`false_alarms.toml` says for each of Harper's rules why a finding of it is no mistake, and of which findings
that is so: of words that the dataset itself uses, of a phrase of the dataset that holds an "and", of
phrases that are listed, or of sentences that are long for their names alone. What stands letter by letter
in a description is the dataset's own prose. Every other finding counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlg.pipeline import Writer

ALARMS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("false_alarms.toml").read_text("utf-8")
)
"""By rule of Harper."""
MOST_WORDS = 40
"""What Harper allows a sentence."""
AFTER = 20
"""So many characters after a finding tell a description that holds it."""
FOLLOWING = 2
"""So many words after a finding belong to the phrase that a list names."""
_PART = re.compile(r"[-/]")
_WORD = re.compile(r"[^\W_]+(?:[-'’/+#.&]+[^\W_]+|[+#]+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the checker."""

    rule: str
    words: str
    """What it marks."""
    following: str
    """The words after that."""
    sentence: str


def findings(text: str) -> Iterator[Finding]:
    """What the checker finds in paragraphs of running text."""
    from harper import Dialect, Linter

    for rule, lints in Linter(dialect=Dialect.AMERICAN).organized_lints(text).items():
        for lint in lints:
            start, end = lint.span.start, lint.span.end
            stop = text.find("\n", end)
            line = text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]
            yield Finding(
                rule,
                text[start:end],
                text[end:stop][:60],
                line if rule != "LongSentences" else text[start:end],
            )


class Vocabulary:
    """What a dataset itself says: its titles in every form, its text values and its items."""

    def __init__(self, writer: Writer) -> None:
        dataset = writer.dataset
        phrases = {
            form
            for slug in dataset.entities
            for length in writer.named(slug).forms.values()
            for form in length.values()
        }
        phrases |= {
            item.name for shares in dataset.collections for own in shares.items.values() for item in own
        }
        phrases |= {
            seen.value
            for slug in dataset.entities
            for measure in dataset.measures
            if (seen := dataset.observed(slug, measure.concept)) is not None and isinstance(seen.value, str)
        }
        self.phrases = tuple(
            sorted({" ".join(_words(phrase)) for phrase in phrases if phrase}, key=len, reverse=True)
        )
        self.words = frozenset(
            part for phrase in self.phrases for word in phrase.split() for part in (word, *_PART.split(word))
        )
        self.descriptions = "\n".join(
            " ".join(entity.description.split()) for entity in dataset.entities.values()
        )
        self.compounds = frozenset(
            word for phrase in self.phrases if " and " in phrase for word in phrase.split()
        )

    def has(self, text: str) -> bool:
        """Whether every word of it is the dataset's, but for an article before it."""
        found = [word for word in _words(text) if word not in ("a", "an", "the")]
        return bool(found) and all(word in self.words or word.rstrip("s") in self.words for word in found)

    def wrote(self, finding: Finding) -> bool:
        """Whether a description holds what is marked, and the words after it."""
        return f"{finding.words}{finding.following[:AFTER]}" in self.descriptions

    def without_names(self, text: str) -> int:
        """How many words a text has besides the dataset's phrases of several words."""
        rest = " ".join(_words(text))
        for phrase in self.phrases:
            if " " in phrase:
                rest = rest.replace(phrase, "")
        return len(rest.split())


def is_false_alarm(finding: Finding, own: Vocabulary) -> bool:
    """Whether the list of false alarms names the finding."""
    if own.wrote(finding):
        return True
    alarm = ALARMS.get(finding.rule)
    if alarm is None:
        return False
    phrase = " ".join([*_words(finding.words), *_words(finding.following)[:FOLLOWING]])
    return (
        (bool(alarm.get("of_the_data")) and own.has(finding.words))
        or (bool(alarm.get("of_its_compounds")) and set(_words(finding.words)) <= own.compounds)
        or (bool(alarm.get("long_for_its_names")) and own.without_names(finding.sentence) <= MOST_WORDS)
        or any(phrase.startswith(listed) for listed in alarm.get("phrases", ()))
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
