"""Labels of rows, columns and sections → what they measure, by the descriptor's own words.

A label is compared word by word in any order, its endings cut and the words that every label may carry
("average", "number of", a year) left out: "Average annual salary" and "Salary, annual (mean)" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from nlg.data import Collection, Measure
from nlg.validator.binding.measures import trend_target
from nlg.validator.cells.mentions import without_names
from nlg.validator.cells.plain_words import measure_named
from nlg.validator.cells.remarks import without_remarks
from nlg.validator.context import Reader
from nlg.validator.lexis.stems import stem, stems
from nlg.validator.lexis.thesaurus import SYNONYMS
from nlg.validator.lexis.tokens import plain, tokenise
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.vocabulary.compilation import kind_of, range_names
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Target, period_of


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says that its cells hold."""

    target: Target
    bound: str = ""
    """"low" or "high" when it names one end of a range."""
    superlative: bool = False
    """Whether of a child resource it names the first item alone: "most common degree"."""
    period: str = ""
    """"hour" of "hourly pay"."""
    count: int = 0
    """3 of "top 3 skills"."""
    rank: int = 0
    """2 of "second skill" and of "skill 2": the place that the one item in the cell is given."""


_PERIODS = {
    "annual": "year", "annually": "year", "yearly": "year", "annum": "year", "monthly": "month",
    "yr": "year", "mo": "month", "wk": "week",
    "month": "month", "weekly": "week", "week": "week", "hourly": "hour", "hour": "hour", "hr": "hour",
}  # fmt: skip
_ADVERBS = {"month": "monthly", "week": "weekly", "day": "daily", "hour": "hourly"}
"""What heads a row of money for a time that is no year."""
_FILLERS = frozenset(
    "a an the of in for per by to and or at as is its their with from average avg mean median typical typically total"
    " projected projection expected estimated est current overall national nationwide us usa base basic"
    " share percent percentage proportion ratio rate level value figure amount number no count index score"
    " required requirement needed approx approximate main usual year usd dollar split breakdown distribution mix"
    " comparison compared vs each every where with whose that which who has have it u s"
    " mostly mainly predominantly largely primarily chiefly".split()
)
_SUPERLATIVES = dict.fromkeys(
    ("highest", "best", "top", "most", "leading", "primary", "biggest", "largest"), "top"
)
_ALIKE = {stem(form): forms[0] for forms in word_list("verbs")["alike"] for form in forms}
_LOW = frozenset("low lowest lower minimum min bottom 10th starting least lowend shortest p10 entry".split())
_HIGH = frozenset("high highest higher upper maximum max 90th top longest highend p90 most".split())
_RANGE_WORDS = frozenset(("range", "span", "spread", "between"))
_LIMITING = re.compile(
    r"\b(?:at (?:least|most)|(?:no )?(?:more|less|fewer) than|below|above|under|over|(?:start|stop|end|begin|top out)s?"
    rf" (?:at|with)|up to|(?:{'|'.join(word_list('verbs')['receiving'])})s?(?: in| home)?(?= |$))(?=\W|$)",
    re.IGNORECASE,
)
"""What beside the end of a range says on which side of it the people are: "lowest tenth, below"."""
_YEAR = re.compile(r"^(?:19|20)\d\d$|^\d\d$")
_RANKING_WORDS = frozenset(("top", "common", "main", "key", "important", "no", "1"))
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ORDINALS = {
    word: rank
    for rank, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
         "ninth 9th", "tenth 10th"), 1
    )
    for word in words.split()
}  # fmt: skip
_RANK_WORDS = re.compile(
    rf"\b(?:{'|'.join(_ORDINALS)})\b(?:[ -](?:most|ranked|place))?|(?:#|\bno\.?|\bnumber)?\s*\d+\s*$",
    re.IGNORECASE,
)
_MIN_OVERLAP = 0.66


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One way to name a target."""

    words: tuple[str, ...]
    core: frozenset[str]
    period: str
    label: Label


@dataclass(frozen=True, eq=False, slots=True)
class _Labels:
    """All phrases of a dataset."""

    exact: Mapping[tuple[str, ...], tuple[_Phrase, ...]]
    cores: Mapping[frozenset[str], tuple[_Phrase, ...]]
    phrases: tuple[_Phrase, ...]


@lru_cache(maxsize=65_536)
def find_label(reader: Reader, text: str, family: str = "") -> Label | None:
    """What a label names, or None.

    `family` is the unit family that the cells beside it show ("money", "percent"), to tell apart what is
    called alike.
    """
    bare = without_names(reader, without_remarks(text))
    words = stems(bare) or stems(text)
    if not words:
        return None
    unranked = _RANK_WORDS.sub(" ", bare)
    if unranked != bare and (rank := _rank_of(words)):
        ranked = find_label(reader, unranked)
        if ranked is not None and ranked.target.kind == "collection":
            return replace(ranked, rank=rank, superlative=False, count=0)
    compiled = _compile(reader)
    remarked = next((_PERIODS[word] for word in stems(text) if word in _PERIODS and word not in words), "")
    if found := _best(reader, compiled.exact.get(words, ()), remarked, family):
        return found
    period = next((_PERIODS[word] for word in (*words, *stems(text)) if word in _PERIODS), "")
    core = _core(reader, words)
    if found := _best(reader, compiled.cores.get(core, ()), period, family):
        return found
    limited = _LIMITING.sub(" ", bare)
    return (
        _find_bound(reader, words if limited == bare else stems(limited), period, family)
        or _nearest(reader, core, period, family, words)
        or _only_one(reader, words, period, family)
        or _in_plain_words(reader, bare, period, family)
    )


def _in_plain_words(reader: Reader, text: str, period: str, family: str) -> Label | None:
    """The one measure that a label names as a sentence would: "Across", "One day", "How many are women?"."""
    target = measure_named(reader, text, _FILLERS)
    if target is None or (family and _family(reader, target) != family):
        return None
    return Label(target, period=period)


def _only_one(reader: Reader, words: tuple[str, ...], period: str, family: str) -> Label | None:
    """The one sum of money of a period that a label without a noun can mean: "Yearly (median)", "50th"."""
    if family != "money" or not set(words) <= _FILLERS.union(_PERIODS, _MIDDLE):
        return None
    wanted = period or "year"
    found = [
        concept
        for concept in reader.targets_of_family("money")
        if period_of(reader.measures[concept]) in (wanted, "")
    ]
    return Label(Target("measure", found[0])) if len(found) == 1 else None


_MIDDLE = frozenset({"50th", "percentile", "middle", "p50", "midpoint", "halfway"})


def _rank_of(words: tuple[str, ...]) -> int:
    """The place that a label gives its item, or 0: an ordinal anywhere, or a number behind the noun."""
    for word in words:
        if word in _ORDINALS:
            return _ORDINALS[word]
    return int(words[-1]) if words[-1].isdigit() and 0 < int(words[-1]) <= len(_ORDINALS) else 0


@lru_cache(maxsize=16_384)
def find_topic(reader: Reader, heading: str) -> str:
    """The concept, range or child resource that a heading is about, or empty."""
    text = plain(without_names(reader, heading))
    tokens = tokenise(text, 0, len(text))
    topic = ""
    index = 0
    while index < len(tokens):
        found = reader.targets.starting_at(tokens, index)
        if found is None:
            index += 1
            continue
        index, targets = found
        named = [target.name for target in targets if target.kind != "item"]
        topic = named[0] if named else topic
    return topic


def _best(reader: Reader, phrases: tuple[_Phrase, ...], period: str, family: str) -> Label | None:
    """The label that most of the phrases' own words, the period and the unit family speak for."""
    if not phrases:
        return None
    same = [phrase for phrase in phrases if phrase.period == period] or list(phrases)
    if family:
        same = [phrase for phrase in same if _family(reader, phrase.label.target) == family] or same
    label = same[0].label
    if period and same[0].period != period:
        label = Label(label.target, label.bound, label.superlative, period, label.count)
    return label


_TENTH = frozenset({"10", "ten", "tenth", "percent", "percentile"})
"""What the lowest and highest of are a tenth of the people: "lowest 10 percent"."""


def _find_bound(reader: Reader, words: tuple[str, ...], period: str, family: str) -> Label | None:
    """One end of a range: "lowest salary", "90th percentile pay"; both ends named are the range."""
    low, high = bool(_LOW & set(words)), bool(_HIGH & set(words))
    if not low and not high:
        return None
    rest = _core(reader, tuple(word for word in words if word not in _LOW | _HIGH)) - {
        "percentile",
        "end",
        "decile",
        *reader.words.parts,
    }
    rest -= _RANGE_WORDS | {"top"}
    if rest <= _TENTH.union(reader.idiom.words):
        rest = frozenset()
    candidates = []
    for phrase in _compile(reader).phrases:
        target = phrase.label.target
        if target.kind == "range" and phrase.core - _RANGE_WORDS - {"top"} == rest:
            candidates.append(target.name)
        elif target.kind == "measure" and phrase.core == rest:
            candidates.extend(
                name for name in reader.ranges if _range_family(reader, name) == _family(reader, target)
            )
    if not rest and family:
        candidates = [name for name in reader.ranges if _range_family(reader, name) == family]
    names = tuple(dict.fromkeys(candidates))
    if len(names) != 1:
        return None
    return Label(Target("range", names[0]), "" if low and high else "low" if low else "high", period=period)


def _nearest(
    reader: Reader, core: frozenset[str], period: str, family: str, words: tuple[str, ...]
) -> Label | None:
    """The one target whose name holds the label's words, or shares most of them."""
    scores: dict[Label, float] = {}
    for phrase in _compile(reader).phrases:
        overlap = len(core & phrase.core) / len(core | phrase.core) if core and phrase.core else 0.0
        if overlap >= _MIN_OVERLAP or (core <= phrase.core and overlap >= 1 / 3):
            if family and _family(reader, phrase.label.target) not in (family, "text", "collection"):
                continue
            scores[phrase.label] = max(scores.get(phrase.label, 0.0), overlap)
    if not scores:
        return None
    best = max(scores.values())
    winners = [label for label, score in scores.items() if score == best]
    if len({(label.target, label.bound) for label in winners}) != 1:
        return None
    label = winners[0]
    return Label(label.target, label.bound, label.superlative, period, label.count)


def _family(reader: Reader, target: Target) -> str:
    if target.kind == "range":
        return _range_family(reader, target.name)
    return reader.families.get(target.name, "collection")


def _range_family(reader: Reader, name: str) -> str:
    return reader.families[reader.ranges[name][0]]


def _core(reader: Reader, words: tuple[str, ...]) -> frozenset[str]:
    """The words that tell one label from another, superlatives and forms of one verb made alike."""
    people = reader.words.people.difference(reader.words.counts)
    core = frozenset(
        _SUPERLATIVES.get(word, _ALIKE.get(word, word))
        for word in words
        if word not in _FILLERS and word not in people and word not in _PERIODS and not _YEAR.match(word)
    )
    return core or frozenset(word for word in words if not _YEAR.match(word))


@lru_cache(maxsize=8)
def _compile(reader: Reader) -> _Labels:
    phrases = tuple(dict.fromkeys(_phrases(reader)))
    exact: dict[tuple[str, ...], list[_Phrase]] = {}
    cores: dict[frozenset[str], list[_Phrase]] = {}
    for phrase in phrases:
        exact.setdefault(phrase.words, []).append(phrase)
        cores.setdefault(phrase.core, []).append(phrase)
    return _Labels(
        {words: tuple(some) for words, some in exact.items()},
        {core: tuple(some) for core, some in cores.items()},
        phrases,
    )


def _phrases(reader: Reader) -> Iterator[_Phrase]:
    dataset = reader.dataset
    labels = [measure.label for measure in dataset.measures]
    for measure in dataset.measures:
        target = _target(reader, measure)
        end = Label(target, measure.bound)
        own = Label(target)
        spellings = [measure.noun, *measure.also]
        if target.kind == "range":
            spellings.append(measure.range.replace("_", " "))
            spellings += range_names(measure)
            yield _phrase(reader, measure.concept.replace("_", " "), end)
            yield _phrase(reader, measure.label, own if labels.count(measure.label) > 1 else end)
        else:
            spellings += [measure.label, measure.concept.replace("_", " ")]
        for spelling in dict.fromkeys(spellings):
            if not spelling:
                continue
            yield _phrase(reader, spelling, own)
            lead, _, last = spelling.rpartition("ing ")
            for group in SYNONYMS:
                if spelling in group.words or (lead and last in group.words):
                    for other in sorted(group.words):
                        yield _phrase(reader, f"{lead}ing {other}" if lead else other, own)
        if head_count(reader) == target:
            yield from (_phrase(reader, words, own) for words in _COUNTING)
        if trend_target(reader) == target:
            yield from (_phrase(reader, words, own) for words in _HEADING)
            counted = head_count(reader)
            if counted is not None and counted.name in reader.measures:
                number = reader.measures[counted.name]
                yield from (_phrase(reader, f"change in {noun}", own) for noun in (number.noun, *number.also))
        for noun in kind_of(measure, reader.families[measure.concept]).labels:
            yield _phrase(reader, f"{_ADVERBS.get(period_of(measure), '')} {noun}", own)
    for key, collection in reader.collections.items():
        yield from _collection_phrases(reader, key, collection)


_COUNTING = (
    "how many there are",
    "how many",
    "how many of them",
    "how many of them there are",
    "how many people do it",
)
"""What else the number of an entity's people may be called."""
_HEADING = (
    "where it is headed",
    "where it's headed",
    "where they are headed",
    "where it is going",
    "where things are headed",
)
"""What else the change to come may be called."""


def _collection_phrases(reader: Reader, key: str, collection: Collection) -> Iterator[_Phrase]:
    target = Target("collection", key)
    spellings = (
        collection.label,
        collection.resource.replace("_", " "),
        collection.dimension,
        collection.noun,
    )
    for spelling in dict.fromkeys(spellings):
        if not spelling or (spelling == collection.noun and collection.dimension):
            continue
        yield _phrase(reader, spelling, Label(target))
        yield _phrase(reader, f"top {spelling}", Label(target, superlative=True))
        for lead in ("most common", "main", "key", "top-ranked", "most important"):
            yield _phrase(reader, f"{lead} {spelling}", Label(target, superlative=True))
        yield _phrase(reader, f"common {spelling}", Label(target))
        for word, count in _COUNTS.items():
            yield _phrase(reader, f"top {word} {spelling}", Label(target, count=count))
            yield _phrase(reader, f"top {count} {spelling}", Label(target, count=count))


def _phrase(reader: Reader, text: str, label: Label) -> _Phrase:
    words = stems(text)
    period = next((_PERIODS[word] for word in words if word in _PERIODS), "")
    return _Phrase(words, _core(reader, words), period, label)


def _target(reader: Reader, measure: Measure) -> Target:
    if not measure.numeric:
        return Target("text", measure.concept)
    return (
        Target("range", measure.range)
        if measure.range in reader.ranges
        else Target("measure", measure.concept)
    )
