"""Claims that are false as read, where their figure follows from others that the text gave beside them.

Who writes "an advantage of about 25%" behind two salaries has divided the one by the other. So a figure that the
reader took for something else, and found false or did not understand, is reckoned from what the same paragraph told
rightly in its sentence and the two before. It must come out as printed; a percentage "more" is of the smaller and one
"less" of the larger of two; and where somebody is named as ahead, that one must be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from nlg.data import SourceRef
from nlg.validator.claim import Claim
from nlg.validator.judgement.figures import PER_YEAR
from nlg.validator.judgement.tolerance import fraction_holds, holds, ratio_holds, rounds_to, within
from nlg.validator.judgement.verdicts import attribute_of, plain_number
from nlg.validator.lexis.figure import Figure, digits_of
from nlg.validator.lexis.figures import PERIODS, read_figures
from nlg.validator.lexis.hedges import hedge_before
from nlg.validator.lexis.tokens import Token, plain, split_sentences, tokenise
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.page import Heading, Page, Table, Text
from nlg.validator.reckoning.cells import TELLING, Operand, cells_of, operands_of, printed, with_counterparts
from nlg.validator.reckoning.results import Result, results
from nlg.validator.vocabulary.resolution import Reader

_LIST = word_list("reckoning")
_AHEAD, _BEHIND, _CUES, _ENDS = (frozenset(_LIST[name]) for name in ("ahead", "behind", "cues", "ends"))
_STATING = frozenset({"value", "share", "bound", "range", "ranking", "list"})
_COMPARING = frozenset({"difference", "ratio"})
_BEFORE = 2
"""Sentences before a figure's own from which it may be reckoned."""
_NEAR = 6
"""Words before and behind a figure that may say what it is."""
_AGAINST, _PLACING = frozenset({"than", "as", "of"}), frozenset({"among", "for", "in"})
_POINTING = frozenset({"the", "that", "those"})
_GAPS = frozenset({"gap", "difference", "apart", "differ", "between", "separate", "separates"})
_OPEN = frozenset({"more", "less", "at_least", "at_most"})
_FAR = Decimal("0.1")
"""So far from the truth may stand what is "more than" or "less than" it."""
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", "and", "but", "while", "whereas", "so", "which", "that"})


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a page with the claims in it."""

    tokens: tuple[Token, ...]
    placed: tuple[tuple[int, Claim], ...]
    """Each claim behind the character at which it begins."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for _, claim in self.placed)


def reckoned(reader: Reader, page: Page, subjects: tuple[str, ...], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a page in their order, those replaced whose figure follows from what stands beside them."""
    if not any(_is_open(claim) for claim in claims):
        return list(claims)
    cells = cells_of(reader, subjects)
    better: dict[Claim, Claim] = {}
    for text in _texts(page):
        near: list[_Sentence] = []
        for sentence in _sentences(text, claims):
            near = [*near[-_BEFORE:], sentence]
            for claim in filter(_is_open, sentence.claims):
                own = _told(reader, cells, (sentence,), better)
                is_alone = claim.kind not in _COMPARING or not any(
                    one is not claim and one.kind in _STATING and better.get(one, one).verdict == "refuted"
                    for one in sentence.claims
                )
                told = _told(reader, cells, near, better) if is_alone else own
                follows = _follows(reader, cells, sentence, claim, told, own, subjects) if told else None
                if follows is not None:
                    better[claim] = follows
    return [better.get(claim, claim) for claim in claims]


def _told(
    reader: Reader,
    cells: Mapping[SourceRef, Operand],
    sentences: Sequence[_Sentence],
    better: Mapping[Claim, Claim],
) -> tuple[Operand, ...]:
    """The cells that sentences told: those that supported claims rest on, and those printed figure by figure."""
    found: dict[SourceRef, Operand] = {}
    for sentence in sentences:
        claims = [better.get(one, one) for one in sentence.claims]
        for operand in (*operands_of(cells, claims), *printed(reader, cells, read_figures(sentence.tokens))):
            found.setdefault(operand.source, operand)
    return tuple(found.values())


def _is_open(claim: Claim) -> bool:
    return claim.verdict in ("refuted", "unparsed") and claim.kind in _STATING | _COMPARING


def _texts(page: Page) -> Iterator[Text]:
    """Running text and items of lists; what stands in a table's cell is read by its label."""
    for block in page.blocks:
        if not isinstance(block, Table | Heading):
            yield block.text


def _sentences(text: Text, claims: Sequence[Claim]) -> Iterator[_Sentence]:
    """The sentences of a text with the claims in them, claims in page order being given."""
    if not text.content:
        return
    first, last = text.span(0, len(text.content))
    inside = [(_offset(text, claim.span[0]), claim) for claim in claims if first <= claim.span[0] < last]
    for start, end in split_sentences(text.content):
        own = tuple((at - start, claim) for at, claim in inside if start <= at < end)
        content = plain(text.content[start:end])
        yield _Sentence(tuple(tokenise(content, 0, len(content))), own)


def _offset(text: Text, place: int) -> int:
    """The character of a text's content that stands at a place of the file."""
    index = max(bisect_right(text.places, place) - 1, 0)
    return text.starts[index] + place - text.places[index]


def _follows(
    reader: Reader,
    cells: Mapping[SourceRef, Operand],
    sentence: _Sentence,
    claim: Claim,
    told: Sequence[Operand],
    own: Sequence[Operand],
    subjects: tuple[str, ...],
) -> Claim | None:
    """The claim as one about a figure that follows from cells told; None where it does not."""
    figure = _figure_of(reader, sentence, claim)
    if figure is None:
        return None
    tokens = sentence.tokens
    if _is_denied(reader, tokens, figure):
        return None
    beside = (*tokens[max(0, figure.start - _NEAR) : figure.start], *tokens[figure.core : figure.end + _NEAR])
    words = {token.low for token in beside}
    parts = _parts(tokens)
    side = _side(reader, tokens, figure, claim)
    if claim.kind not in _COMPARING and not parts and not side and not words & _CUES:
        return None
    owner, is_named = _owner(reader, tokens, figure, claim, subjects)
    named = _named(reader, tokens, *_stretch(tokens, figure), subjects)
    at_an_end = _is_at_an_end(reader, claim, tokens[: figure.start], own)
    for operands in _offers(reader, cells, tokens, told, own, subjects):
        for result in results(reader, figure, operands, parts):
            if not _fits(result, side, owner, is_named and claim.kind not in _COMPARING, words):
                continue
            if result.kind == "ratio" and figure.unit == "percent" and not _is_part(tokens, figure):
                # "49% more" is a gap; the smaller is 49% "of" the larger.
                continue
            if len(named) > 1 and not result.ahead and result.kind != "share":
                # Where both are named nobody is set against himself.
                continue
            if at_an_end and result.ahead and result.operands[0].target.name != claim.attribute:
                # "At the 90th percentile, they are $4,490 ahead" goes back to no gap at the 10th.
                continue
            if not _is_telling(figure) and not set(result.operands) <= set(own):
                continue
            if (
                result.kind == "share"
                and figure.unit == "fraction"
                and not _is_printed(tokens, figure, result)
            ):
                continue
            if _comes_out(figure, result):
                return _claim_of(reader, claim, figure, result)
    return None


def _parts(tokens: Sequence[Token]) -> list[Decimal]:
    """How many of each part of a year that a sentence names the year has: 12 for "a month"."""
    periods = [PERIODS.get(token.low.removesuffix("s"), "year") for token in tokens]
    return [PER_YEAR[period] for period in dict.fromkeys(periods) if PER_YEAR[period] > 1]


def _is_denied(reader: Reader, tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether words before a figure in its sentence may deny it; what is denied was found to hold."""
    cues = (reader.cues.starting_at(tokens, index) for index in range(figure.start))
    return any(cue is not None and cue[1].role == "not" for cue in cues)


def _is_part(tokens: Sequence[Token], figure: Figure) -> bool:
    """Whether a percentage is of something, or as much as so much of it."""
    return figure.end < len(tokens) and tokens[figure.end].low in ("of", "as")


def _stretch(tokens: Sequence[Token], figure: Figure) -> tuple[int, int]:
    """The words around a figure up to the next break on either side."""
    start, end = figure.start, figure.end
    while start and tokens[start - 1].low not in _BREAKS:
        start -= 1
    while end < len(tokens) and tokens[end].low not in _BREAKS:
        end += 1
    return start, end


def _is_at_an_end(reader: Reader, claim: Claim, before: Sequence[Token], own: Sequence[Operand]) -> bool:
    """Whether a gap is set at an end of a range by words before it, in a sentence that gives no figures of its own."""
    ends = {concept for pair in reader.ranges.values() for concept in pair}
    named = any(token.low in _NAMED_ENDS for token in before)
    return claim.kind == "difference" and claim.attribute in ends and named and not own


_NAMED_ENDS = frozenset({"10th", "90th", "percentile"})


def _offers(
    reader: Reader,
    cells: Mapping[SourceRef, Operand],
    tokens: Sequence[Token],
    told: Sequence[Operand],
    own: Sequence[Operand],
    subjects: tuple[str, ...],
) -> Iterator[Sequence[Operand]]:
    """The cells to reckon with: those of the sentence where it gives some, else those told before it."""
    ends = any(token.low in _ENDS for token in tokens)
    yield with_counterparts(reader, cells, own or told, subjects, ends=False)
    pairs = {one.target for one in own for two in own if one.target == two.target and one.slug != two.slug}
    if not pairs:
        yield with_counterparts(reader, cells, told, subjects, ends=ends)


def _fits(result: Result, side: int, owner: str, is_stated_of_one: bool, words: AbstractSet[str]) -> bool:
    """Whether a result is of the sort, and the one ahead in it is who, the words say."""
    if result.base and (result.base == -side or (result.base < 0 and not side and not words & _GAPS)):
        return False
    if result.ahead:
        if owner and side and (owner == result.ahead) != (side > 0):
            return False
        return bool(side) or not is_stated_of_one
    return not owner or owner == result.operands[0].slug


def _side(reader: Reader, tokens: Sequence[Token], figure: Figure, claim: Claim) -> int:
    """1 where the words at a figure say that somebody is ahead, −1 where behind, 0 where they don't say."""
    for start, end in (
        (figure.end, figure.end + 2),
        (figure.core, figure.end),
        (figure.start - 2, figure.start),
        (figure.start - _NEAR, figure.end + _NEAR),
    ):
        signs = {
            _sign(reader, tokens, index)
            for index in range(max(0, start), min(end, len(tokens)))
            if not figure.start <= index < figure.core
        }
        if len(signs & {1, -1}) == 1:
            return sum(signs)
    if claim.kind == "ratio":
        return 1 if figure.value > 1 and figure.unit != "percent" else -1
    return 0


def _sign(reader: Reader, tokens: Sequence[Token], index: int) -> int:
    word = tokens[index].low
    if word in _AHEAD or word in _BEHIND:
        return 1 if word in _AHEAD else -1
    scale = reader.scales.starting_at(tokens, index)
    if scale is not None and word.endswith("er"):
        return scale[1].sign
    cue = reader.cues.starting_at(tokens, index)
    return cue[1].sign if cue is not None and cue[1].role == "more" else 0


def _figure_of(reader: Reader, sentence: _Sentence, claim: Claim) -> Figure | None:
    """The one figure of a claim, or the multiple that its words say: "more than twice"."""
    at = next(at for at, one in sentence.placed if one is claim)
    tokens = sentence.tokens
    within = [index for index, token in enumerate(tokens) if at <= token.start < at + len(claim.text)]
    if not within:
        return None
    figures = [one for one in read_figures(tokens) if within[0] <= one.core <= within[-1]]
    if len(figures) == 1 and figures[0].high is None:
        return figures[0]
    for index in within if not figures else ():
        cue = reader.cues.starting_at(tokens, index)
        if cue is not None and cue[1].role == "ratio" and cue[1].factor:
            hedge, start = hedge_before(tokens, index)
            return Figure(start, cue[0], cue[1].factor, unit="times", hedge=hedge, core=index)
    return None


def _owner(
    reader: Reader, tokens: Sequence[Token], figure: Figure, claim: Claim, subjects: tuple[str, ...]
) -> tuple[str, bool]:
    """Whom the words beside a figure call ahead or behind, empty where nobody; and whether a name does."""
    start, stop = _stretch(tokens, figure)
    before = _named(reader, tokens, start, figure.start, subjects)
    if len(before) == 1:
        return before.pop(), True
    against = pointed = False
    for index in range(figure.end, min(stop, len(tokens) - 1)):
        against = against or tokens[index].low in _AGAINST
        pointed = pointed or (tokens[index].low == "than" and tokens[index + 1].low in _POINTING | _PLACING)
        named = _named(reader, tokens, index, index + 1, subjects)
        others = [slug for slug in subjects if slug not in named]
        if len(named) == 1 and len(others) == 1:
            return (others[0] if against else named.pop()), True
        if tokens[index].low in _PLACING and not pointed:
            # "… more than the top-tenth threshold for assistants" sets what it points to against them.
            against = False
    spoken = any(reader.references.starting_at(tokens, index) for index in range(start, figure.start))
    return (claim.subjects[0] if spoken and claim.subjects else ""), False


def _named(
    reader: Reader, tokens: Sequence[Token], start: int, end: int, subjects: tuple[str, ...]
) -> set[str]:
    """Who is named in a stretch of words."""
    short = reader.names_for(subjects)
    found: set[str] = set()
    for index in range(start, end):
        for table in (short, reader.names):
            name = table.starting_at(tokens, index)
            if name is not None and not name[1].modifier:
                found.update(slug for slug in name[1].slugs if slug in subjects)
    return found


def _is_telling(figure: Figure) -> bool:
    """Whether a figure is one that does not come out by chance."""
    digits = digits_of(figure)
    return digits >= TELLING or figure.unit in ("percent", "times", "fraction")


def _comes_out(figure: Figure, result: Result) -> bool:
    """Whether a result is what the figure says, as printed and hedged."""
    value = abs(figure.value)
    if figure.hedge in _OPEN and not within(value, result.value, _FAR):
        return False
    if figure.unit == "times":
        return ratio_holds(value, figure.step, figure.hedge, result.value)
    if figure.unit == "fraction":
        return fraction_holds(value, figure.hedge, result.value)
    return holds(value, figure.step, figure.hedge, result.value)


def _is_printed(tokens: Sequence[Token], figure: Figure, result: Result) -> bool:
    """Whether a share that a fraction stands for is printed beside it: "almost two thirds (66.3%)"."""
    return any(
        one.unit == "percent" and rounds_to(one.value, one.step, result.value * 100)
        for one in read_figures(tokens)
        if abs(one.core - figure.core) <= _NEAR
    )


def _claim_of(reader: Reader, claim: Claim, figure: Figure, result: Result) -> Claim:
    operands = result.operands
    ahead = sorted({one.slug for one in operands}, key=lambda slug: slug != result.ahead)
    return replace(
        claim,
        kind=result.kind,
        subjects=tuple(ahead),
        attribute=attribute_of(reader, operands[0].target),
        stated=plain_number(figure.value),
        expected=plain_number(round(result.value, 4)),
        source=tuple(one.source for one in operands),
        verdict="supported",
        message="",
    )
