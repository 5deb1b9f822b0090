"""The vocabulary of one dataset in one grammar: made once, before any pair is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nlg.data import Collection, Dataset, Measure
from nlg.sentence.plan import Words
from nlg.sentence.vocabulary import Vocabulary
from nlg.surface import numerals
from nlg.surface.grammar import Grammar
from nlg.surface.morphology import Lexicon
from nlg.surface.numerals import HouseStyle, cardinal

COUNTS = range(1, 21)
NUMBER_OF = "number of "
COUNT_UNIT = "count"


def vocabulary(dataset: Dataset, grammar: Grammar, lexicon: Lexicon, style: HouseStyle) -> Vocabulary:
    """Words and frames for every measure, range and list of the dataset."""
    maker = _Maker(dataset, grammar, lexicon)
    measures: dict[str, Mapping[str, Words]] = {}
    frames: dict[str, str] = {}
    for measure in dataset.measures:
        name = measure.range or measure.concept
        if name not in measures:
            measures[name], frames[name] = maker.measure_words(measure), maker.frame(measure)
    for collection in dataset.collections:
        entry = grammar.measures.get(collection.dimension) or grammar.measures.get(collection.resource, {})
        measures[collection.resource] = maker.collection_words(collection)
        frames[collection.resource] = str(entry.get("frame", "item"))
    return Vocabulary(
        measures,
        frames,
        grammar.words["fallbacks"],
        maker.entity_words(),
        {number: {"": Words(cardinal(number, style), number > 1)} for number in COUNTS},
        grammar.words["moves"],
        grammar.patterns,
        {relation: tuple(cues) for relation, cues in grammar.words["adverbials"].items()},
        {relation: tuple(cues) for relation, cues in grammar.words["conjunctions"].items()},
        frozenset(grammar.words["openers"]["heavy"]),
    )


def measure_name(measure: Measure, grammar: Grammar) -> str:
    """What a figure of the measure is called: its noun after its statistic, "median salary"."""
    noun = measure.noun or measure.concept.replace("_", " ")
    statistic = str(grammar.words["statistics"].get(measure.statistic, ""))
    return noun if not statistic or statistic in noun.split() else f"{statistic} {noun}"


class _Maker:
    def __init__(self, dataset: Dataset, grammar: Grammar, lexicon: Lexicon) -> None:
        self.dataset, self.grammar, self.lexicon = dataset, grammar, lexicon

    def frame(self, measure: Measure) -> str:
        """The grammar's frame for the concept, or one told from unit, noun and comparative."""
        entry = self.entry(measure)
        if "frame" in entry:
            return str(entry["frame"])
        if not measure.numeric:
            return "text"
        if measure.range:
            return "range"
        if measure.unit == "percent_change":
            return "change"
        if measure.unit == "percent":
            return "share"
        noun = measure.noun or measure.concept.replace("_", " ")
        if measure.unit == COUNT_UNIT and (noun.startswith(NUMBER_OF) or self.lexicon.is_plural(noun)):
            return "things"
        if measure.more in self.grammar.words["predicates"]["entity"]:
            return "quality"
        return "amount"

    def entry(self, measure: Measure) -> Mapping[str, Any]:
        """What the grammar says of the measure."""
        found = self.grammar.measures.get(measure.concept) or self.grammar.measures.get(measure.range)
        return found or {}

    def measure_words(self, measure: Measure) -> dict[str, Words]:
        noun = measure.noun or measure.concept.replace("_", " ")
        statistic = str(self.grammar.words["statistics"].get(measure.statistic, ""))
        name = measure_name(measure, self.grammar)
        plural = self.lexicon.is_plural(noun.partition(" of ")[0])
        words = {
            "noun": Words(noun, plural),
            "name": Words(name, plural),
            "indefinite": Words(self.indefinite(name, plural)),
            "nouns": Words(noun if plural else self.lexicon.plural(noun).text, True),
            "per": Words(self.per(measure.unit)),
            "period": Words(self.period()),
        }
        if measure.statistic == "projection":
            words["projected"] = Words("")
        words.setdefault(self.frame(measure), Words(""))
        if statistic:
            words["statistic"] = Words(statistic)
        if measure.statistic == "median":
            words["typical"] = Words("")
        things = noun.removeprefix(NUMBER_OF)
        if self.lexicon.is_plural(things):
            words["things"] = Words(things, True)
            words["thing"] = Words(self.lexicon.singular(things))
        if measure.more:
            words["more"] = Words(measure.more)
        if measure.less:
            words["less"] = Words(measure.less)
        for form, text in self.entry(measure).get("words", {}).items():
            words[form] = Words(str(text))
        return words

    def collection_words(self, collection: Collection) -> dict[str, Words]:
        noun = collection.noun
        return {
            "noun": Words(noun),
            "nouns": Words(self.lexicon.plural(noun).text, True),
            "period": Words(self.period()),
            "per": Words(""),
        }

    def indefinite(self, noun: str, plural: bool) -> str:
        article = "" if plural else self.lexicon.article(noun)
        return f"{article} {noun}" if article else noun

    def per(self, unit: str) -> str:
        period = numerals.period(unit)
        return str(self.grammar.words["periods"].get(period, f"per {period}" if period else ""))

    def period(self) -> str:
        start, dash, end = self.dataset.projection.replace("-", "–").partition("–")
        if not dash:
            return ""
        end = start[: len(start) - len(end)] + end
        return f"from {start} to {end}"

    def entity_words(self) -> dict[str, Words]:
        noun = self.dataset.entity_noun
        plural = self.lexicon.plural(noun).text
        words = {
            "noun": Words(noun),
            "plural": Words(plural, True),
            "two": Words(f"the two {plural}", True),
            "either": Words(f"either {noun}"),
            "all": Words(plural, True),
            "one": Words(noun),
        }
        for kind in ("default", noun):
            for form, given in self.grammar.entities.get(kind, {}).get("words", {}).items():
                text, many = (
                    (given["text"], given.get("plural", False)) if isinstance(given, dict) else (given, False)
                )
                words[form] = Words(str(text).format(noun=noun, plural=plural), bool(many))
        return words
