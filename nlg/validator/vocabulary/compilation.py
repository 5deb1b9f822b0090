"""What a dataset's measures, items and values may be called: the vocabulary of its reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nlg.data import Collection, Dataset, Measure
from nlg.validator.lexis.cues import cues_about
from nlg.validator.lexis.entities import ANYBODY, entity_words, references_to
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.plurals import singular_word
from nlg.validator.lexis.thesaurus import SCALES, SYNONYMS, TURNS, Kind, kind_of_money
from nlg.validator.lexis.tokens import split_sentences
from nlg.validator.lexis.unit_words import spellings
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.vocabulary.forms import item_forms, plural_of, value_forms
from nlg.validator.vocabulary.names import full_names
from nlg.validator.vocabulary.resolution import Reader, Scale, Target, family_of, name_of, period_of
from nlg.validator.vocabulary.sums import own_words


def compile_reader(dataset: Dataset) -> Reader:
    """The reader of one dataset."""
    measures = {measure.concept: measure for measure in dataset.measures}
    families = {concept: family_of(measure) for concept, measure in measures.items()}
    ends: dict[str, dict[str, str]] = {}
    for measure in dataset.measures:
        if measure.range:
            ends.setdefault(measure.range, {})[measure.bound] = measure.concept
    ranges = {
        name: (both["low"], both["high"]) for name, both in ends.items() if {"low", "high"} <= set(both)
    }
    collections = {
        collection.resource + ("/" + collection.dimension if collection.dimension else ""): collection
        for collection in dataset.collections
    }
    noun = dataset.entity_noun or "entity"
    targets = _merged(_measure_phrases(dataset, measures, families, ranges, collections))
    values = _merged(_value_phrases(dataset, collections))
    scales = _scales(dataset, families, ranges)
    names = PhraseTable.build(full_names(dataset))
    references = references_to(noun)
    cues = cues_about(noun)
    return Reader(
        dataset,
        measures,
        families,
        ranges,
        collections,
        targets,
        values,
        scales,
        _units(dataset),
        names,
        references,
        entity_words(noun),
        _idiom(measures, families),
        cues,
        _domains(targets, families),
        _openings(
            targets=targets, values=values, scales=scales, names=names, references=references, cues=cues
        ),
        own_words(measures, families),
        _sentences(dataset),
    )


def _sentences(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """The sentences of the entities' descriptions, each with single spaces, and those that they describe."""
    found: dict[str, tuple[str, ...]] = {}
    for slug, entity in dataset.entities.items():
        text = " ".join(entity.description.split())
        for start, end in split_sentences(text):
            sentence = text[start:end].strip()
            found[sentence] = (*found.get(sentence, ()), slug)
    return found


def _openings(**tables: PhraseTable[Any]) -> dict[str, frozenset[str]]:
    """Each first word of a phrase → the names of the tables in which it is one."""
    found: dict[str, set[str]] = {}
    for name, table in tables.items():
        for word in table.by_first:
            found.setdefault(word, set()).add(name)
    sets: dict[frozenset[str], frozenset[str]] = {}
    return {word: sets.setdefault(frozenset(some), frozenset(some)) for word, some in found.items()}


def kind_of(measure: Measure, family: str) -> Kind:
    """What is said of a measure that is no end of a range, by the kind that its unit and nouns make it."""
    if family != "money" or measure.range:
        return Kind()
    nouns = (measure.noun.lower(), *(name.lower() for name in measure.also), measure.label.lower())
    return kind_of_money(nouns, bool(period_of(measure)))


def range_names(measure: Measure) -> tuple[str, ...]:
    """What a range of money for a stretch of time may be called by the nouns of its kind: "pay range"."""
    if not measure.range or family_of(measure) != "money":
        return ()
    kind = kind_of_money((measure.noun.lower(),), bool(period_of(measure)))
    return tuple(f"{noun} range" for noun in kind.labels)


def _idiom(measures: Mapping[str, Measure], families: Mapping[str, str]) -> Kind:
    merged = Kind()
    for concept, measure in measures.items():
        merged |= kind_of(measure, families[concept])
    return merged


def _merged(entries: Iterator[tuple[tuple[str, ...], Target]]) -> PhraseTable[tuple[Target, ...]]:
    merged: dict[tuple[str, ...], dict[Target, None]] = {}
    for words, target in entries:
        if words:
            merged.setdefault(words, {})[target] = None
    return PhraseTable.build((words, tuple(targets)) for words, targets in merged.items())


_LEADS = frozenset(
    "average median mean typical number of total rate share percent percentage yearly annual hourly level score the"
    " projected".split()
)
_WEAK = frozenset(
    "years year rate share number level average time high low min max percent field of yearly hourly"
    " annual total score common work most".split()
)
_LINK = frozenset({"of", "to", "from", "in", "for", "per"})


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of a measure's name without its statistic and unit: "number of jobs" → "jobs"."""
    start = 0
    while start < len(words) - 1 and (words[start] in _LEADS or words[start] in ("years", "year")):
        start += 1
    end = len(words)
    while end > start + 1 and words[end - 1] in (
        "share",
        "rate",
        "percentage",
        "percent",
        "level",
        "score",
        "min",
        "max",
    ):
        end -= 1
    return words[start:end]


def _measure_phrases(
    dataset: Dataset,
    measures: Mapping[str, Measure],
    families: Mapping[str, str],
    ranges: Mapping[str, tuple[str, str]],
    collections: Mapping[str, Collection],
) -> Iterator[tuple[tuple[str, ...], Target]]:
    heads = _known_heads(measures)
    rows = entity_words(dataset.entity_noun or "entity")
    for concept, measure in measures.items():
        target = (
            Target("text", concept)
            if not measure.numeric
            else Target("range", measure.range)
            if measure.range in ranges
            else Target("measure", concept)
        )
        given = [
            measure.noun,
            # "salary range, 10th to 90th percentile" is called "salary range".
            measure.noun.partition(",")[0],
            *measure.also,
            measure.label,
            concept.replace("_", " "),
            measure.range.replace("_", " "),
            *range_names(measure),
        ]
        forms: dict[tuple[str, ...], None] = {}
        for text in given:
            name = words_of(text)
            if not name:
                continue
            forms[name] = None
            if measure.range in ranges and name[-1] in ("range", "span", "spread"):
                forms[name[-1:]] = None
            core = _core(name)
            if core and not (len(core) == 1 and core[0] in _WEAK):
                forms[core] = None
        forms.update((head, None) for form in list(forms) if (head := form[-1:])[0] in heads)
        for word in (*kind_of(measure, families[concept]).words, *_verbs_in(measure)):
            yield words_of(word), target
        if families[concept] == "count" and not rows.has_copies:
            if any(words_of(count) in forms for count in rows.counts):
                people = [(one,) for one in rows.people - ANYBODY if one.endswith("s")]
                yield from ((form, target) for form in sorted(people))
        for form in list(forms):
            spelled = " ".join(form)
            for group in SYNONYMS:
                if spelled in group.words and not (families[concept] == "text" and group.is_of_numbers):
                    forms.update((words_of(word), None) for word in sorted(group.words))
            yield form, target
            yield plural_of(form), target
        for form in forms:
            yield form, target
            yield plural_of(form), target
        if (more := _comparatives_of(measure)[1]) and not measure.range:
            yield words_of(more.replace("less ", "as ", 1)), target
        for phrase, nouns in TURNS.items():
            if any(words_of(noun) in forms for noun in nouns):
                yield words_of(phrase), target
        if families[concept] == "text" and spelled_superlative(measure):
            yield words_of(measure.noun)[-1:], target
            yield from ((form, target) for form in _relative_forms(words_of(measure.noun)))
    for key, collection in collections.items():
        target = Target("collection", key)
        for text in (collection.noun, collection.label, collection.resource, collection.dimension):
            words = words_of(text.replace("_", " ")) if text else ()
            if words and words != ("group",):
                yield words, target
                yield plural_of(words), target
                if words[-1].endswith("s"):
                    yield (*words[:-1], words[-1] + "es"), target
                if len(words) == 2:
                    yield (words[1], "of", words[0]), target
                    yield (*plural_of(words[1:]), "of", words[0]), target


def _relative_forms(noun: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A superlative name told by its verb: "best-paying industry" → "industries that pay best"."""
    if len(noun) != 3:
        return
    degree, verb, head = noun
    for forms in word_list("verbs")["alike"]:
        for form in (one for one in forms if verb in forms and one != verb and len(one) < 5):
            for nouns in ((head,), plural_of((head,))):
                yield (*nouns, "that", form, degree)
                yield (*nouns, "that", form, "best")
                yield (*nouns, "that", form, "the", "most")


def _verbs_in(measure: Measure) -> Iterator[str]:
    """The verb that a measured time is named by, in its forms: "charges", of charging time."""
    words = name_of(measure).split()
    if measure.numeric and len(words) > 1 and words[-1] in SCALES["time"] and words[-2].endswith("ing"):
        stem = words[-2].removesuffix("ing")
        short = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        for base in dict.fromkeys((stem, stem + "e", short)):
            yield from (base, base + "s")
        yield words[-2]


def _known_heads(measures: Mapping[str, Measure]) -> frozenset[str]:
    """Last words of names that are a measure's noun in English, where no other measure is on the same scale.

    Example: "income" of "household income", "weight" of "curb weight"
    """
    owners: dict[str, set[str]] = {}
    for concept, measure in measures.items():
        for text in (measure.noun, *measure.also, measure.label, concept.replace("_", " ")):
            words = words_of(text)
            if words and not _JOINED.intersection(words):
                owners.setdefault(words[-1], set()).add(measure.range or concept)
    known = {noun for nouns in (*SCALES.values(), *TURNS.values()) for noun in nouns}.difference(
        SCALES["time"], ("size",)
    )
    near = {
        word: [owners[one] for nouns in SCALES.values() if word in nouns for one in nouns if one in owners]
        for word in owners
    }
    return frozenset(
        word for word, some in owners.items() if word in known and len(some.union(*near[word])) == 1
    )


_JOINED = frozenset({"a", "an", "of", "to", "from", "in", "for", "per", ","})
"""Words behind which a name's last is not its head: "openings a year"."""


def spelled_superlative(measure: Measure) -> bool:
    """Whether a text measure is named by a superlative and a noun: "highest-paying city"."""
    words = words_of(measure.noun)
    return len(words) > 1 and any(
        word.endswith("est") or word in ("most", "top", "best") for word in words[:-1]
    )


def _value_phrases(
    dataset: Dataset, collections: Mapping[str, Collection]
) -> Iterator[tuple[tuple[str, ...], Target]]:
    text_concepts = {measure.concept for measure in dataset.measures if not measure.numeric}
    nouns = {
        measure.concept: tuple(words_of(name) for name in (measure.noun, *measure.also))
        for measure in dataset.measures
    }
    for (_, concept), observation in dataset.observations.items():
        if concept in text_concepts and isinstance(observation.value, str):
            words = words_of(observation.value)
            short = words[-1:] if "'s" in words[-2:-1] else ()
            for form in value_forms(words, short, nouns[concept]):
                yield form, Target("text", concept, observation.value)
            if "," in words and words.index(",") == len(words) - 2:
                yield words[: words.index(",")], Target("text", concept, observation.value)
    for key, collection in collections.items():
        if collection.kind == "texts":
            continue
        noun = words_of(collection.noun)
        kinds = {noun, plural_of(noun)} if noun else set()
        names = {item.name: words_of(item.name) for items in collection.items.values() for item in items}
        heads = [words[-1:] for words in names.values()]
        for items in collection.items.values():
            for item in items:
                target = Target("item", key, item.name)
                words = names[item.name]
                shared = (
                    words[-1:] if collection.kind == "distribution" and heads.count(words[-1:]) > 1 else noun
                )
                for form in item_forms(words, shared):
                    if form not in kinds:
                        yield form, target


def _scales(
    dataset: Dataset, families: Mapping[str, str], ranges: Mapping[str, tuple[str, str]]
) -> PhraseTable[Scale]:
    """The descriptor's own comparatives that speak of few measures, so that they need no noun."""
    found: dict[tuple[str, ...], dict[int, dict[Target, None]]] = {}
    for measure in dataset.measures:
        target = (
            Target("range", measure.range) if measure.range in ranges else Target("measure", measure.concept)
        )
        more, less = _comparatives_of(measure)
        for sign, text in ((1, measure.more or more), (-1, measure.less or less)):
            words = words_of(text)
            if words and words not in _COMMON:
                found.setdefault(words, {}).setdefault(sign, {})[target] = None
    return PhraseTable.build(
        (words, Scale(sign, tuple(targets)))
        for words, signs in found.items()
        for sign, targets in list(signs.items())[:1]
    )


def _comparatives_of(measure: Measure) -> tuple[str, str]:
    """The comparatives of the adjective that a noun is made of: "brighter" and "less bright", of brightness."""
    head = name_of(measure).rpartition(" ")[2]
    if not measure.numeric or not head.endswith("ness") or len(head) < _LEAST_NOUN:
        return "", ""
    adjective = head.removesuffix("ness")
    stem = adjective.removesuffix("e")
    plain = adjective[:-1] + "y" if adjective.endswith("i") else adjective
    return stem + "er", f"less {plain}"


_LEAST_NOUN = 7
"""Letters of the shortest noun that is made of an adjective: "redness"."""
_COMMON = frozenset(
    (word,) for word in ("higher", "lower", "more", "less", "fewer", "greater", "better", "worse")
)


def _units(dataset: Dataset) -> PhraseTable[tuple[str, ...]]:
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for measure in dataset.measures:
        family = family_of(measure)
        if family.startswith("unit:") or (family == "time" and measure.unit != "years"):
            for word in (*spellings(measure.unit), measure.unit, measure.unit.replace("_", " ")):
                words = words_of(word)
                for form in (words, (*words[:-1], singular_word(words[-1])) if len(words[-1]) > 3 else words):
                    found.setdefault(form, {})[measure.unit] = None
    return PhraseTable.build((words, tuple(units)) for words, units in found.items())


def _domains(
    targets: PhraseTable[tuple[Target, ...]], families: Mapping[str, str]
) -> dict[str, tuple[Target, ...]]:
    """Each domain's measures: those called by one of its nouns, else those whose name ends in one."""
    found = {}
    counts = {Target("measure", concept) for concept, kind in families.items() if kind in ("count", "money")}
    for domain, nouns in SCALES.items():
        exact: dict[Target, None] = {}
        ending: dict[Target, None] = {}
        for noun in nouns:
            words = words_of(noun)
            for phrase, named in targets.by_last.get(words[-1], ()):
                if phrase == words:
                    exact.update((target, None) for target in named if target.kind in ("measure", "range"))
                elif phrase[-len(words) :] == words:
                    ending.update(
                        (target, None)
                        for target in named
                        if target.kind in ("measure", "range") and not (domain == "time" and target in counts)
                    )
        found[domain] = tuple(exact) or tuple(ending)
    return found
