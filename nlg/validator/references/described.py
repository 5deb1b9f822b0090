"""Entities that a comparative or a value picks out of the two: "the smaller profession", "those who put out fires".

What the data say decides who is meant, as a reader knows it who has just been told. Where the description is itself
what is claimed ("nursing is the larger field", "the larger field is nursing") it stays a comparative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlg.validator.judgement.verdicts import comparable
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import CueMark, EntityMark, Mark, TargetMark
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import Reader, Target, domain_targets

_LIST = word_list("described")
_BEFORE, _AFTER = frozenset(_LIST["before"]), frozenset(_LIST["after"])
_PREPOSITIONS = frozenset(_LIST["prepositions"])
_BEING, _SAYING = frozenset({"is", "are"}), frozenset(_LIST["saying"])
_ASKING = frozenset(_LIST["asking"])
_NEAR = 4


def with_described(
    reader: Reader, tokens: Sequence[Token], marks: tuple[Mark, ...], subjects: tuple[str, ...]
) -> tuple[Mark, ...]:
    """The marks, a comparative or a value that describes one of the two replaced by that one's name."""
    if any(isinstance(mark, TargetMark) and tokens[mark.start - 1].low in _WHO for mark in marks):
        marks = tuple(_by_values(reader, tokens, marks, subjects))
    names = [mark for mark in marks if isinstance(mark, EntityMark) and not mark.is_pronoun]
    if not any(
        isinstance(mark, CueMark)
        and (_describes(reader, tokens, mark, names) or _had(tokens, marks, mark) is not None)
        for mark in marks
    ):
        return marks
    found: list[Mark] = []
    for mark in marks:
        slug = ""
        if isinstance(mark, CueMark) and _describes(reader, tokens, mark, names) and len(subjects) == 2:
            slug = _who(reader, mark, (subjects[0], subjects[1]))
        elif (had := _had(tokens, marks, mark)) is not None and len(subjects) == 2:
            slug = _who_has(reader, had, mark, (subjects[0], subjects[1]))
        if slug:
            found.append(EntityMark(mark.start - 1, mark.end + 1, (slug,)))
        elif not found or mark.start >= found[-1].end:
            found.append(mark)
    return tuple(found)


def _by_values(
    reader: Reader, tokens: Sequence[Token], marks: tuple[Mark, ...], subjects: tuple[str, ...]
) -> Iterator[Mark]:
    """The marks, a value that only one of the two has made that one's name: "those who put out fires"."""
    covered = 0
    for at, mark in enumerate(marks):
        following = marks[at + 1] if at + 1 < len(marks) else mark
        value = following if isinstance(mark, CueMark) and mark.cue.role == "who" else mark
        start = value.start - 2
        words = [token.low for token in tokens[start : value.start]] if start >= 0 else []
        owner = ""
        if isinstance(value, TargetMark) and words and words[0] in _WHOM and words[1] in _WHO:
            owner = _owner(reader, value, subjects)
        if owner:
            covered = value.end
            yield EntityMark(start, value.end, (owner,))
        elif mark.start >= covered:
            yield mark


def _owner(reader: Reader, mark: TargetMark, subjects: tuple[str, ...]) -> str:
    """Who alone of those compared has a value in words; empty where several have, or none."""
    values = [target for target in mark.targets if target.kind == "text" and target.item]
    owners = {
        slug
        for slug in subjects
        for target in values
        if (cell := reader.dataset.observed(slug, target.name)) is not None
        and str(cell.value).casefold() == target.item.casefold()
    }
    return owners.pop() if len(owners) == 1 else ""


_WHOM = frozenset({"those", "people", "everyone", "anyone", "ones"})
_WHO = frozenset({"who", "that"})


def _describes(reader: Reader, tokens: Sequence[Token], cue: CueMark, names: Sequence[EntityMark]) -> bool:
    """Whether a comparative stands between "the" and a noun for one of the two, which something is then said of."""
    start, end = cue.start - 1, cue.end
    if cue.cue.role != "more" or not cue.cue.sign or start < 0 or tokens[start].low != "the":
        return False
    words = reader.words
    if end >= len(tokens) or tokens[end].low not in {*words.nouns, *words.loose, *words.members}:
        return False
    before = tokens[start - 1].low if start else ""
    after = tokens[end + 1].low if end + 1 < len(tokens) else "."
    if before in _PREPOSITIONS:
        # "bakers work in the larger field" claims what "pay is higher in the larger field" takes for known.
        claimed = before == "in" and any(0 <= start - 1 - name.end < 2 * _NEAR for name in names)
        return after != "of" and not claimed
    if after in _BEING and not any(end + 1 < name.start <= end + _NEAR for name in names):
        # "the smaller field is growing faster", but not "the smaller field is clearly nursing"
        onward = tokens[end + 2].low if end + 2 < len(tokens) else "."
        return (not start or before in _BEFORE) and (onward.endswith(("ing", "ed")) or onward in _SAYING)
    return (not start or before in _BEFORE) and after.isalpha() and after not in _AFTER


def _had(tokens: Sequence[Token], marks: Sequence[Mark], cue: Mark) -> Target | None:
    """The measure of which one of the two has more, where it stands for that one: "the higher pay takes …"."""
    start, end = cue.start - 1, cue.end
    if not isinstance(cue, CueMark) or cue.cue.role != "more" or start < 0 or tokens[start].low != "the":
        return None
    after = tokens[end + 1].low if end + 1 < len(tokens) else ""
    if (start and tokens[start - 1].low not in _BEFORE) or after not in _ASKING:
        return None
    for mark in marks:
        if isinstance(mark, TargetMark) and mark.start == end and mark.end == end + 1:
            return next((target for target in mark.targets if target.kind == "measure"), None)
    return None


def _who_has(reader: Reader, target: Target, cue: Mark, subjects: tuple[str, str]) -> str:
    """Who of the two has more, or less, of a measure; empty where the data do not tell."""
    one, two = (comparable(reader, slug, target) for slug in subjects)
    if not isinstance(cue, CueMark) or one is None or two is None or one.value == two.value:
        return ""
    return subjects[0] if (one.value > two.value) == (cue.cue.sign > 0) else subjects[1]


def _who(reader: Reader, cue: CueMark, subjects: tuple[str, str]) -> str:
    """Whom of the two a comparative describes; empty where the data do not tell."""
    people = head_count(reader)
    own = cue.scale.targets if cue.scale is not None else domain_targets(reader, cue.cue.domain)
    measures = [target for target in own if target.kind == "measure"]
    if cue.cue.domain in ("", "size") and people is not None:
        measures = [people]
    for target in measures[:1]:
        one, two = (comparable(reader, slug, target) for slug in subjects)
        if one is None or two is None or one.value == two.value:
            return ""
        return subjects[0] if (one.value > two.value) == (cue.cue.sign > 0) else subjects[1]
    return ""
