"""Running text → judged claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from nlg.validator.claim import Claim
from nlg.validator.context import Context, Discourse, Reader
from nlg.validator.extraction import leftovers
from nlg.validator.extraction.changes import stillness, trends
from nlg.validator.extraction.comparisons import (
    all_along,
    comparatives,
    ellipses,
    favours,
    leads,
    likelihood,
    likeness,
    taken_up,
)
from nlg.validator.extraction.denials import is_denied
from nlg.validator.extraction.differences import end_gaps, gaps, restatements, widenings
from nlg.validator.extraction.lists import carried, enumerations, next_rank
from nlg.validator.extraction.names import foreign_values, labelled, texts
from nlg.validator.extraction.nonclaims import foreign_figures
from nlg.validator.extraction.ranges import extremes
from nlg.validator.extraction.ratios import own_rates, proportions, range_ratios, turnover
from nlg.validator.extraction.shares import complements, majorities, outnumbering
from nlg.validator.extraction.standing import entity_counts, existence, rankings
from nlg.validator.extraction.values import decades, levels, medians, thresholds, totals, units
from nlg.validator.judgement.listings import denied_of
from nlg.validator.lexis.questions import asks_for_a_gap
from nlg.validator.lexis.tokens import Token, plain, split_sentences, tokenise
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.page import Text
from nlg.validator.prose import mistaken_units, winners
from nlg.validator.prose.lots import Lot, lot_of
from nlg.validator.prose.marks_told import takes_up_a_mark
from nlg.validator.prose.memo import Memo, layout_of
from nlg.validator.prose.quotations import read_quotation
from nlg.validator.reconsideration import reconsider
from nlg.validator.references.answers import answer_of, judged
from nlg.validator.references.antecedents import most_charitable
from nlg.validator.references.attribution import assign_subjects
from nlg.validator.references.described import with_described
from nlg.validator.references.proforms import combine, pro_forms, text_of
from nlg.validator.references.recollection import spoken_in, told_in_order
from nlg.validator.references.referents import resolve_references
from nlg.validator.references.speaking import with_speakers
from nlg.validator.references.strangers import other_contexts, settled
from nlg.validator.sentences.advice import advised, is_all_advice
from nlg.validator.sentences.clauses import Clause, split_clauses
from nlg.validator.sentences.marks import CueMark, Mark
from nlg.validator.sentences.reaches import with_reach
from nlg.validator.sentences.recognition import find_marks
from nlg.validator.sentences.scene import Scene
from nlg.validator.sentences.scores import with_scores
from nlg.validator.sentences.shared_units import with_percentages
from nlg.validator.sentences.sums import with_sums
from nlg.validator.sentences.suppositions import is_called_false, supposed

CLAUSE_FORMS: tuple[Callable[[Scene, Clause], Iterator[Claim]], ...] = (
    foreign_figures.read,
    outnumbering.read,
    likelihood.read,
    units.read,
    entity_counts.read,
    complements.read,
    medians.read,
    end_gaps.read,
    rankings.read,
    range_ratios.read,
    own_rates.read,
    turnover.read,
    proportions.read,
    restatements.read,
    extremes.read,
    thresholds.read,
    gaps.read,
    majorities.read,
    totals.read,
    levels.read,
    decades.read,
    ellipses.read,
    taken_up.read,
    all_along.read,
    favours.read,
    comparatives.read,
    leads.read,
    likeness.read,
    trends.read,
    stillness.read,
    existence.read,
    carried.read,
    next_rank.read,
)
"""In this order.

Clause by clause: a form may leave marks to the next, never take back what one before it has read.
"""

DENIABLE_FORMS = frozenset({rankings.read, proportions.read, end_gaps.read, gaps.read, levels.read})
"""Those that leave it to the sentence whether a "not" turns what they read."""


WANTED: dict[Callable[[Scene, Clause], Iterator[Claim]], frozenset[str]] = {
    foreign_figures.read: frozenset({"figure", "more", "ratio"}),
    outnumbering.read: frozenset({"more"}),
    likelihood.read: frozenset({"more"}),
    ellipses.read: frozenset({"more"}),
    taken_up.read: frozenset({"more"}),
    units.read: frozenset({"figure"}),
    entity_counts.read: frozenset({"target", "more", "only"}),
    complements.read: frozenset({"figure", "majority", "minority", "most"}),
    medians.read: frozenset({"figure"}),
    end_gaps.read: frozenset({"figure"}),
    range_ratios.read: frozenset({"figure", "ratio"}),
    own_rates.read: frozenset({"figure"}),
    turnover.read: frozenset({"figure"}),
    extremes.read: frozenset({"figure", "more"}),
    thresholds.read: frozenset({"figure"}),
    rankings.read: frozenset({"figure", "more", "most"}),
    proportions.read: frozenset({"figure", "ratio"}),
    restatements.read: frozenset({"figure"}),
    gaps.read: frozenset({"figure"}),
    totals.read: frozenset({"figure"}),
    majorities.read: frozenset({"majority", "minority", "most"}),
    favours.read: frozenset({"entity"}),
    all_along.read: frozenset({"gap", "more", "majority"}),
    comparatives.read: frozenset({"as", "more"}),
    leads.read: frozenset({"majority", "more"}),
    likeness.read: frozenset({"target", "same", "similar", "different"}),
    trends.read: frozenset({"trend", "only", "more"}),
    stillness.read: frozenset({"flat", "not"}),
}
"""The kinds of marks without any of which a form has nothing to say of a clause, so that it need not be asked."""


def read_prose(reader: Reader, text: Text, context: Context) -> tuple[Claim, ...]:
    """The claims of one paragraph, in page order."""
    return read_on(reader, text, context)[0]


def read_on(reader: Reader, text: Text, context: Context) -> tuple[tuple[Claim, ...], Context]:
    """The claims of one paragraph and the context in which the next of the same section is read."""
    lots, context = read_sentences(reader, text, context)
    return tuple(claim for lot in lots for claim in lot.placed()), context


def read_sentences(
    reader: Reader, text: Text, context: Context, memo: Memo | None = None
) -> tuple[list[Lot], Context]:
    """The claims of one paragraph sentence by sentence, and the context in which the next one is read.

    A sentence is read with the characters beside it that may matter and nothing else, so that it is read the same
    in every paragraph that has these.
    """
    content = plain(text.content)
    lots = []
    parts = list(_parted(content))
    for number, (start, end) in enumerate(parts):
        first, last = _in_sight(content, start, end)
        near = text.cut(first, last)

        def read(
            context: Context, near: Text = near, start: int = start - first, end: int = end - first
        ) -> tuple[list[Claim], Discourse | None]:
            words = plain(near.content)
            return most_charitable(
                partial(_read_sentence, reader, near, words, start, end), context, words[start:end]
            )

        if memo is None or memo.is_of_all(near.content, context.subjects):
            claims, spoken = read(context)
            lots.append(lot_of(claims))
        else:
            key = (layout_of(near), start - first, end - first)
            lot, spoken = memo.read(key, near.places[0], context, read)
            lots.append(lot)
        if number + 1 < len(parts) and is_called_false(content, parts[number], parts[number + 1]):
            lots[-1] = lot_of(())
        context = context.after(spoken)
    return lots, context.after_paragraph()


def _parted(content: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, those parted too that stood in lines of their own, each behind its label."""
    for start, end in split_sentences(content):
        for line in (_LINES if _LINE.match(content) else _LABELLED).finditer(content, start, end):
            yield start, line.end()
            start = line.end()
        yield start, end


_LINE = re.compile(r"[A-Z][\w'-]*(?: [\w'-]+){0,3}: \$?\d")
_LINES = re.compile(r"[\w%)] (?=[A-Z][\w'-]*(?: [\w'-]+){0,4}: \$?\d)")
"""Where a line begins behind others of its kind: "White: 70% of nurses, 55% of aides Hispanic or Latino: 12% …"."""
_LABELLED = re.compile(r"(?:[\d%]|year|hour|month|week|percent) (?=[A-Z][\w'-]*(?: [\w'-]+){0,3}: \$?\d)")


def _in_sight(content: str, start: int, end: int) -> tuple[int, int]:
    """The stretch that a sentence's reading may look at.

    It begins with a short word before the sentence, whose dot may be no stop ("p. 12"), and goes somewhat beyond
    the sentence where it was cut for its length.
    """
    first, last = start, end
    if start and content[start - 1] not in _CLOSING:
        first = max(0, start - _SIGHT)
    elif start - (word := content.rfind(" ", 0, start) + 1) <= _SHORT:
        first = word
    if content[end - 1] not in _CLOSING:
        last = min(len(content), end + _SIGHT)
    return first, last


_SIGHT = 16
_SHORT = 4
_CLOSING = frozenset(".!?\"')]")
"""What a sentence ends with that was not cut."""


def _read_sentence(
    reader: Reader,
    text: Text,
    content: str,
    start: int,
    end: int,
    context: Context,
    *,
    is_again: bool = False,
) -> tuple[list[Claim], Discourse | None]:
    tokens = tokenise(content, start, end)
    described = reader.quotable.get(" ".join(content[start:end].split()))
    if not tokens or described:
        return read_quotation(reader, text, (start, end), described or (), context), None
    marks = with_reach(reader, tokens, find_marks(reader, content, tokens, context.subjects))
    marks = with_percentages(reader, tokens, with_scores(tokens, with_sums(reader, tokens, marks)))
    asked = content[start:end] if tokens[-1].low == "?" else ""
    if not marks and not context.discourse.question and not (asked and asks_for_a_gap(asked)):
        return [], None
    marks = with_described(reader, tokens, marks, context.subjects)
    marks = tuple(with_speakers(marks, tokens, context)) if context.speaker else marks
    resolved, mentioned, neither = resolve_references(marks, tokens, context)
    clauses = split_clauses(resolved, tokens)
    assign_subjects(clauses, tokens, context)
    scene = Scene(reader, context, text, tokens, clauses, neither)
    question = ""
    if context.discourse.bound and (context.discourse.question or takes_up_a_mark(tokens)):
        scene.bound = scene.bound_before = context.discourse.bound
    found: list[Claim] = []
    if tokens[-1].low == "?" or "?" in {token.low for token in tokens[-3:]}:
        question = content[start:end].strip()
    else:
        counsel = [
            mark
            for mark in resolved
            if isinstance(mark, CueMark)
            and mark.cue.role == "advice"
            and not _expects(tokens, resolved, mark)
        ]
        first, last = (0, len(tokens)) if tokens[0].low in _IMPERATIVES else advised(clauses, counsel)
        scene.advisory = first < last and is_all_advice(clauses, first, last)
        found.extend(_claims(scene))
        found.extend(_repeated(scene))
        found.extend(_answered(scene))
        found.extend(winners.read(scene))
        found.extend(widenings.read(scene, found))
        found = reconsider(scene, _claimed(scene, found))
        if first < last and not scene.advisory:
            found = _unadvised(scene, found, first, last)
        if not is_again and any(claim.verdict in ("unparsed", "no_data") for claim in found):
            found = _with_percentages(scene, found, content[start:end], start)
        if not is_again and any(claim.verdict == "refuted" for claim in found):
            for other in other_contexts(scene):
                again, _ = _read_sentence(reader, text, content, start, end, other, is_again=True)
                found = list(settled(scene, found, again))
    found.sort(key=lambda claim: claim.span)
    return found, spoken_in(scene, mentioned or told_in_order(found), question, says_nothing=not found)


def _unadvised(scene: Scene, claims: list[Claim], start: int, end: int) -> list[Claim]:
    """The claims without those of the part of a sentence that advises, unless the data bear them out."""
    first, last = scene.place(start, end).span
    return [
        claim
        for claim in claims
        if claim.verdict == "supported" or claim.span[1] <= first or claim.span[0] >= last
    ]


def _claimed(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The claims that a sentence makes in its own voice: none of what it only supposes or reports."""
    start, end = supposed(scene.tokens) if claims else (0, 0)
    if start == end:
        return claims
    tokens, text = scene.tokens, scene.text
    first, last = (
        text.span(tokens[start].start, tokens[start].end)[0],
        text.span(tokens[end - 1].start, tokens[end - 1].end)[1],
    )
    return [claim for claim in claims if claim.span[0] < first or claim.span[1] > last]


def _repeated(scene: Scene) -> Iterator[Claim]:
    """What is said once more of somebody else: "so do audiologists", "bakers don't"."""
    if scene.advisory:
        return
    for form in pro_forms(scene, scene.context.discourse.sentence):
        context = replace(scene.context, discourse=replace(scene.context.discourse, sentence=""))
        claim = combine(scene.reader, form, read_prose(scene.reader, text_of(form), context))
        if claim is not None:
            yield claim


_GETTING = frozenset(word_list("verbs")["getting"])


def _answered(scene: Scene) -> Iterator[Claim]:
    """What a sentence says by answering the question before it: "Nursing, by far", "Yes"."""
    asked = scene.context.discourse.question
    answer = answer_of(scene, asked) if asked else None
    if answer is not None:
        context = replace(scene.context, discourse=replace(scene.context.discourse, question=""))
        statement = Text(answer.statement, (0,), (0,))
        yield from judged(scene.reader, answer, read_prose(scene.reader, statement, context))


def _with_percentages(scene: Scene, claims: list[Claim], words: str, start: int) -> list[Claim]:
    """The claims, those refused that give in money what is true in percent."""

    def again(sentence: str) -> list[Claim]:
        text = Text(sentence, (0,), (0,))
        return _read_sentence(
            scene.reader, text, plain(sentence), 0, len(sentence), scene.context, is_again=True
        )[0]

    return list(mistaken_units.refused(scene, claims, (words, start), again))


def _expects(tokens: Sequence[Token], marks: Sequence[Mark], advice: CueMark) -> bool:
    """Whether a "should" says what is to be expected, and advises nobody: "employment should go up by 4.2%"."""
    after = [token.low for token in tokens[advice.end : advice.end + 3]]
    if after[:1] == ["be"]:
        after.pop(0)
    would = {token.low for token in tokens[advice.start : advice.end]} & {"would", "'d"}
    if would and after[:1] and (after[0] in _GETTING or after[:2] == ["looking", "at"]):
        # "Per month, you'd be looking at around $4,100 and $3,290."
        return True
    if tokens[advice.start].low == "should" and after[:1] and after[0] in ("up", "down", "see"):
        # "Employment of analysts should be up 5.7 percent by 2034."
        return True
    return tokens[advice.start].low == "should" and any(
        isinstance(mark, CueMark) and mark.start == advice.end and mark.cue.role in ("trend", "flat")
        for mark in marks
    )


_IMPERATIVES = frozenset(
    "start apply choose consider ask look check talk get take keep try think pick go plan note remember read see find"
    " never always"
    " decide weigh compare use make set shadow visit call explore learn research seek pursue skip avoid".split()
)


@lru_cache(maxsize=4_096)
def _forms_for(kinds: frozenset[str]) -> tuple[Callable[[Scene, Clause], Iterator[Claim]], ...]:
    """The forms that may have something to say of a clause with marks of these kinds, in their order."""
    return tuple(form for form in CLAUSE_FORMS if form not in WANTED or not WANTED[form].isdisjoint(kinds))


def _claims(scene: Scene) -> Iterator[Claim]:
    """Lists first, since their items are other claims' words; what is left over last."""
    yield from enumerations.read(scene)
    for clause in scene.clauses:
        denied = "not" in clause.kinds
        for form in _forms_for(clause.kinds):
            if denied and form in DENIABLE_FORMS:
                for claim in form(scene, clause):
                    yield denied_of(scene.reader, claim) if is_denied(scene, clause, claim) else claim
            else:
                yield from form(scene, clause)
    yield from texts.read(scene)
    yield from labelled.read(scene)
    yield from foreign_values.read(scene)
    yield from leftovers.read(scene)
