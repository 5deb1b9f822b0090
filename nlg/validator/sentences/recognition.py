"""A sentence's words → marks: the figures, names, measures, items and cues that claims are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.lexis.cues import Cue
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.figures import read_figures
from nlg.validator.lexis.hedges import HEDGE_OPENINGS, hedge_at
from nlg.validator.lexis.phrases import PhraseTable
from nlg.validator.lexis.tails import read_tails
from nlg.validator.lexis.thesaurus import KINDS
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.joined import with_fractions, with_people, with_signs
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark
from nlg.validator.sentences.name_spans import name_at
from nlg.validator.sentences.shared_units import with_shared_units
from nlg.validator.vocabulary.names import Name
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Reader

_PEOPLE = KINDS["people"].beside_amount


def find_marks(
    reader: Reader, text: str, tokens: Sequence[Token], subjects: tuple[str, ...]
) -> tuple[Mark, ...]:
    """The marks of one sentence, left to right, none overlapping another.

    At each word the longest reading wins; of two equally long ones a name goes before an item,
    an item before a measure, a measure before a cue.
    """
    figures = {figure.start: figure for figure in read_figures(tokens)}
    names = reader.names_for(subjects)
    tails = {tail.start: tail.end for tail in read_tails(tokens)} if reader.ranges else {}
    marks: list[Mark] = []
    index = 0
    while index < len(tokens):
        if index in tails and not _of_the_kind(reader, tokens, tails[index]):
            index = tails[index]
            continue
        word = tokens[index].low
        hedged = hedge_at(tokens, index) if word in HEDGE_OPENINGS else 0
        if hedged and (after := reader.cues.starting_at(tokens, hedged)) and after[1].role == "ratio":
            index = hedged
            continue
        if word not in reader.openings and index not in figures and word not in names.by_first:
            index += 1
            continue
        mark = _mark_at(reader, names, text, tokens, figures, index, subjects)
        if mark is None or _cuts_a_name(reader, names, text, tokens, mark, subjects):
            index += 1
            continue
        marks.append(mark)
        index = mark.end
    idle = (_is_middle, _are_all, _is_same_time, _is_no_denial)
    marks = [mark for mark in marks if not any(test(tokens, mark) for test in idle)]
    _name_numbers(reader, tokens, marks)
    marks = with_people(tokens, with_signs(tokens, marks), reader.words.people)
    return with_shared_units(tokens, with_fractions(tokens, marks))


def _cuts_a_name(
    reader: Reader,
    names: PhraseTable[Name],
    text: str,
    tokens: Sequence[Token],
    mark: Mark,
    subjects: tuple[str, ...],
) -> bool:
    """Whether a mark ends inside a name that goes on behind it: "as fast" of "as much as fast food workers"."""
    if isinstance(mark, (EntityMark, FigureMark)) or mark.end - mark.start < 2:
        return False
    for index in range(mark.start + 1, mark.end):
        name = name_at(reader, names, text, tokens, index, subjects)
        if name is not None and name[0] > mark.end and set(name[1].slugs) & set(subjects):
            return True
    return False


def _of_the_kind(reader: Reader, tokens: Sequence[Token], index: int) -> bool:
    """Whether a part is one of all entities, and not of one's people: "the top tenth of occupations"."""
    words = [token.low for token in tokens[index : index + 4] if token.low not in ("the", "all", "these")]
    return words[:1] == ["of"] and bool(set(words[1:2]) & reader.words.plurals)


def _name_numbers(reader: Reader, tokens: Sequence[Token], marks: list[Mark]) -> None:
    """Adds the measure that "the number of" an entity's people is."""
    people = head_count(reader)
    for at in range(len(marks) - 1, -1, -1) if people is not None else ():
        mark = marks[at]
        if not isinstance(mark, EntityMark):
            continue
        start = mark.start - (1 if mark.start and tokens[mark.start - 1].low == "the" else 0)
        if start < 2 or tokens[start - 1].low != "of" or tokens[start - 2].low != "number":
            continue
        plural = tokens[mark.end - 1].low.endswith("s") or bool(mark.reference)
        free = not at or marks[at - 1].end <= start - 2
        if plural and free and people is not None:
            marks.insert(at, TargetMark(start - 2, start, (people,)))


def _are_all(tokens: Sequence[Token], mark: Mark) -> bool:
    """Whether people of one sex are named with those of the other, so that none is meant: "Hispanic men and women"."""
    if not isinstance(mark, TargetMark) or tokens[mark.start].low not in _SEXES:
        return False
    before = [token.low for token in tokens[max(0, mark.start - 3) : mark.start]]
    after = [token.low for token in tokens[mark.end : mark.end + 2]]
    both = (before[-2:-1] and before[-2] in _SEXES and before[-1:] == ["and"]) or (
        after[:1] == ["and"] and after[1:] != [] and after[1] in _SEXES
    )
    first = mark.start - 3 if before[-1:] == ["and"] else mark.start - 1
    told = tokens[first] if first >= 0 else None
    return bool(both) and told is not None and told.capital


_SEXES = frozenset({"men", "women"})


def _is_no_denial(tokens: Sequence[Token], mark: Mark) -> bool:
    """Whether a "no" only says that something is plain, and denies nothing of it: "it is no surprise that it …"."""
    if not isinstance(mark, CueMark) or mark.cue.role != "not" or mark.end >= len(tokens):
        return False
    words = [token.low for token in tokens[mark.start : mark.end + 2]]
    return words[-1] in _PLAIN_TO_SEE or words[-2] in _PLAIN_TO_SEE


_PLAIN_TO_SEE = frozenset(word_list("suppositions")["plain"])


def _is_same_time(tokens: Sequence[Token], mark: Mark) -> bool:
    """Whether only the time is the same in which something happens: "to decline over the same period"."""
    if not isinstance(mark, CueMark) or mark.cue.role != "same" or tokens[mark.end - 1].low != "same":
        return False
    before = tokens[mark.start - 1].low if mark.start else ""
    behind = [token.low for token in tokens[mark.end : mark.end + 2]]
    return before in _DURING and any(word in _TIMES for word in behind)


_DURING = frozenset({"over", "in", "during", "for", "within", "through", "throughout", "across"})
_TIMES = frozenset({"period", "decade", "time", "years", "span", "stretch", "window", "timeframe"})


def _is_middle(tokens: Sequence[Token], mark: Mark) -> bool:
    """Whether a range is named only to speak of its middle, which is no end: "in the middle of the range"."""
    if not isinstance(mark, TargetMark) or not any(target.kind == "range" for target in mark.targets):
        return False
    words = [token.low for token in tokens[max(0, mark.start - 4) : mark.start]]
    return "of" in words and bool({"middle", "midpoint", "center"} & set(words))


_NO_TABLES: frozenset[str] = frozenset()


def _mark_at(
    reader: Reader,
    names: PhraseTable[Name],
    text: str,
    tokens: Sequence[Token],
    figures: dict[int, Figure],
    index: int,
    subjects: tuple[str, ...],
) -> Mark | None:
    word = tokens[index].low
    figure = figures.get(index)
    if figure is not None and _is_pronoun(reader, tokens, figure):
        figure = None
    tables = reader.openings.get(word, _NO_TABLES)
    named = "names" in tables or word in names.by_first
    name = name_at(reader, names, text, tokens, index, subjects) if named else None
    reference = reader.references.starting_at(tokens, index) if "references" in tables else None
    target = reader.targets.starting_at(tokens, index) if "targets" in tables else None
    value = reader.values.starting_at(tokens, index) if "values" in tables else None
    cue = reader.cues.starting_at(tokens, index) if "cues" in tables else None
    scale = reader.scales.starting_at(tokens, index) if "scales" in tables else None
    ends = {
        "figure": figure.end if figure else 0,
        "name": name[0] if name else 0,
        "reference": reference[0] if reference else 0,
        "value": value[0] if value else 0,
        "target": target[0] if target else 0,
        "scale": scale[0] if scale else 0,
        "cue": cue[0] if cue else 0,
    }
    if cue is not None and cue[1].role == "as" and index:
        if tokens[index - 1].low in _MULTIPLES or any(one.end == index for one in figures.values()):
            ends["cue"] = 0
    for start in figures:
        if index < start < ends["cue"]:
            ends["cue"] = 0
        if index < start < ends["target"] and not _holds_digits(tokens, index, ends["target"]):
            ends["target"] = 0
    if reference is not None and _counts_items(reader, tokens, index, reference[0]):
        ends["reference"] = 0
    if reference is not None and (longer := reader.targets.starting_at(tokens, reference[0] - 1)):
        # "the job outlook" names a measure, and "the job" nobody.
        if reference[0] - index > 1 and longer[0] > reference[0]:
            ends["reference"] = 0
    if reference is not None and reference[0] - index > 1:
        inside = name_at(reader, names, text, tokens, reference[0] - 1, subjects)
        if inside is not None and inside[0] > reference[0]:
            # "the first-line supervisors" has a name that begins with "first".
            ends["reference"] = 0
    if reference is not None and _is_multiplied(reader, tokens, figures, index, reference[0]):
        ends["reference"] = 0
    after_for = bool(index) and tokens[index - 1].low in ("for", "in", "than")
    if name is not None and name[1].trade and max(ends["value"], ends["target"]) >= ends["name"] + after_for:
        ends["name"] = 0
    best = max(ends.values())
    if not best:
        return None
    hedged = figure is not None and bool(figure.hedge)
    if (
        figure is not None
        and value is not None
        and (value[0] > figure.end or ((hedged or _is_span(figure)) and value[0] == figure.end))
    ):
        return TargetMark(index, value[0], value[1])
    if figure is not None and (figure.core == index or best <= figure.core or ends["figure"] == best):
        return _figure_mark(reader, tokens, figure)
    kind = next(kind for kind, end in ends.items() if end == best)
    if kind == "name" and name is not None:
        return EntityMark(index, name[0], name[1].slugs, possessive=_possessive(tokens, name[0]))
    if kind == "reference" and reference is not None:
        mark = EntityMark(index, reference[0], (), reference[1], _possessive(tokens, reference[0]))
        owning = word in ("its", "their", "theirs") and mark.end == index + 1
        return replace(mark, possessive=True) if owning else mark
    if kind == "value" and value is not None:
        both = value[1] + (target[1] if target and target[0] == value[0] else ())
        return TargetMark(index, value[0], both)
    if kind == "target" and target is not None:
        return TargetMark(
            index,
            target[0],
            target[1],
            word in reader.idiom.beside_amount,
            word in _PEOPLE or word in reader.words.people,
        )
    if kind == "scale" and scale is not None:
        return CueMark(
            index, scale[0], cue[1] if cue and cue[0] == best else Cue("more", scale[1].sign), scale[1]
        )
    return CueMark(index, best, cue[1]) if cue is not None else None


def _holds_digits(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a measure's own name has a number in it: "time to 60 mph"."""
    return any(token.low[0].isdigit() for token in tokens[start:end])


def _is_span(figure: Figure) -> bool:
    """Whether a figure is two bare numbers, as the names of groups are: "35 to 54"."""
    return figure.high is not None and figure.unit == "plain"


_BEHIND_ONE = frozenset({"on", "of", "in", "for", "at", "from", "who", "that", "with"})


def _is_pronoun(reader: Reader, tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether "one" stands for what was named and counts nothing: "the smaller one", "more than one in Austin"."""
    last = tokens[figure.core].low if figure.core < len(tokens) else ""
    if last == "one" and figure.unit == "plain" and figure.hedge in ("more", "less"):
        following = [token.low for token in tokens[figure.end : figure.end + 2]]
        counting = following[1:] in (["every"], ["each"]) or not all(word.isalpha() for word in following)
        return following[:1] in (["in"], ["for"], ["from"], ["at"]) and not counting
    if figure.end - figure.core != 1 or tokens[figure.core].low != "one" or not figure.core:
        return False
    if tokens[figure.core - 1].low in ("than", "as"):
        # "a day on Jupiter is shorter than one on Saturn"
        return tokens[figure.end].low in _BEHIND_ONE if figure.end < len(tokens) else False
    if figure.start != figure.core:
        return False
    before = tokens[figure.start - 1].low
    cue = reader.cues.starting_at(tokens, figure.start - 1)
    scale = reader.scales.starting_at(tokens, figure.start - 1)
    degree = (cue is not None and cue[1].role in ("more", "most")) or scale is not None
    return before in ("this", "that", "which", "each", "no") or degree


def _is_multiplied(
    reader: Reader, tokens: Sequence[Token], figures: dict[int, Figure], start: int, end: int
) -> bool:
    """Whether "the jobs" are what there is a multiple of, and no entities: "plumbing has double the jobs"."""
    found = reader.targets.starting_at(tokens, start + 1) if tokens[start].low == "the" else None
    if found is None or found[0] != end:
        return False
    times = any(one.end == start and one.unit in _PARTS for one in figures.values())
    return times or (start > 0 and tokens[start - 1].low in _MULTIPLES)


_PARTS = frozenset({"times", "fraction", "percent"})


def _counts_items(reader: Reader, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether "the two" counts the items that follow and means no entities: "the two main gases"."""
    if end - start != 2 or tokens[end - 1].low not in ("two", "first", "second"):
        return False
    if tokens[end - 1].low != "two":
        named = reader.targets.starting_at(tokens, end)
        return (end < len(tokens) and tokens[end].low in _COUNTED) or (
            named is not None and any(target.kind == "collection" for target in named[1])
        )
    following = reader.cues.starting_at(tokens, end)
    return following is not None and following[1].role in ("top", "most")


_COUNTED = frozenset("two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10".split())


_MULTIPLES = frozenset({"times", "twice", "half", "double", "triple", "x", "thrice"})


def _possessive(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and (
        tokens[end].low == "'s"
        or (tokens[end].low == "'" and tokens[end].glued and tokens[end - 1].low.endswith("s"))
    )


_OF_ONE = (["of", "a"], ["of", "an"], ["of", "one"])


def _figure_mark(reader: Reader, tokens: Sequence[Token], figure: Figure) -> FigureMark:
    if figure.unit == "plain":
        at = figure.end + 1 if figure.end < len(tokens) and tokens[figure.end].low == "-" else figure.end
        unit = reader.units.starting_at(tokens, at)
        if unit is not None:
            return FigureMark(figure.start, unit[0], figure, unit[1])
        if [token.low for token in tokens[at : at + 2]] in _OF_ONE:
            # "0.107 of an Earth mass"
            unit = reader.units.starting_at(tokens, at + 2)
            if unit is not None:
                return FigureMark(figure.start, unit[0], figure, unit[1])
        if at < len(tokens) and tokens[at].low in ("more", "fewer", "less"):
            # "42 more horsepower": the unit stands behind the comparative.
            unit = reader.units.starting_at(tokens, at + 1)
            if unit is not None:
                return FigureMark(figure.start, figure.end, figure, unit[1])
    return FigureMark(figure.start, figure.end, figure)
